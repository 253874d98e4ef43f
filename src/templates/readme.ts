import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import { services } from '../knowledge/services/index.ts';
import { sources } from '../knowledge/sources.ts';
import { axesOf, axisLabels, type Choices, scenarios, valuesOfAxis } from './choices.ts';
import type { Stage } from './stages/stage.ts';

const risks: Readonly<Record<Stage['risk'], string>> = {
  safe: 'changes nothing',
  'changes-access': 'changes access',
  'changes-workspace': 'changes the resource',
};

function stage({ title, risk, text, commands, check, source }: Stage, index: number): string {
  return [
    `### ${index + 1}. ${title} (${risks[risk]})\n`,
    `${text}\n`,
    commands ? `\`\`\`bash\n${commands.az}\n\`\`\`\n\n\`\`\`powershell\n${commands.PowerShell}\n\`\`\`\n` : '',
    check ? `Go on when: ${check}\n` : '',
    source ? `Source: [${sources[source].title}](${sources[source].url})\n` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');

/** The text that goes with the files: what was chosen, the stages with their commands, and what a new resource means. */
export function readme(
  choices: Choices,
  stages: Readonly<Record<string, readonly Stage[]>>,
  before: readonly string[],
  missing: readonly string[],
): string {
  const { regrant, lost, survives, lostSource } = serviceScenarios[choices.service];
  const { title, summary } = scenarios[choices.scenario];
  const chosen = axesOf(choices).map(
    (axis) =>
      `${(axis === 'variant' && serviceScenarios[choices.service].variantLabel) || axisLabels[axis]}: ${valuesOfAxis(choices.service, axis)[choices[axis]]}`,
  );
  const redeploy = choices.scenario === 'redeploy';
  return [
    `# ${services[choices.service].name}: ${title}\n`,
    `${summary}\n`,
    chosen.length > 0 ? list(chosen) : '',
    missing.length > 0 ? `Still to fill in, in the parameters file: ${missing.join(', ')}.\n` : '',
    before.length > 0 ? `## Before\n\n${list(before)}` : '',
    ...Object.entries(stages).map(
      ([name, all]) => `## ${name}\n\n${all.map((one, index) => stage(one, index)).join('\n')}`,
    ),
    redeploy ? `## Grant again\n\nThe principal ids of a new resource are new.\n\n${list(regrant)}` : '',
    redeploy
      ? `## If you delete the old one\n\nThis template deletes nothing. With the old resource you would lose:\n\n${list(lost)}\nWhat stays:\n\n${list(survives)}\nSource: [${sources[lostSource].title}](${sources[lostSource].url})\n`
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
