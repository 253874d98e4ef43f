import { sources } from '../knowledge/sources.ts';
import type { Choices, ScenarioId } from './choices.ts';
import { armParameters, armTemplate } from './emit-arm.ts';
import { grantTemplate } from './grant.ts';
import type { Template } from './model.ts';
import { notes } from './notes.ts';
import { activateTemplate, redeployTemplate } from './synapse.ts';
import { placeholder, type TemplateValues } from './values.ts';

export { type Choices, combinations, defaultChoices, type ScenarioId, scenarios } from './choices.ts';
export type { TemplateValues } from './values.ts';

/** A file that a reader takes away. */
export interface GeneratedFile {
  readonly name: string;
  readonly language: 'json';
  readonly text: string;
}

/** The files for a set of choices, and what to know about them. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** Parameters whose value the reader still has to fill in. */
  readonly missing: readonly string[];
  /** Every parameter of the template; a secure one is asked for by the deployment and is in no file. */
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly secure: boolean }[];
  /** What to do and to check, in order. */
  readonly notes: readonly string[];
}

/**
 * Why Azure cannot do what was chosen, with its source, or null when it can.
 *
 * @example refusal({ ...defaultChoices, scenario: 'activate', identity: 'user-assigned' })
 */
export function refusal({ scenario, identity }: Choices): string | null {
  const { title, url } = sources['synapse-encryption'];
  return scenario === 'activate' && identity === 'user-assigned'
    ? `A workspace that reads its key with a user-assigned identity is never activated, because that identity has access before the workspace exists (source: ${title}, ${url}).`
    : null;
}

const templates: Readonly<Record<ScenarioId, (choices: Choices) => Template>> = {
  grant: ({ permissionModel }) => grantTemplate(permissionModel),
  activate: activateTemplate,
  redeploy: redeployTemplate,
};

/**
 * Makes the files for a set of choices; values go into the parameters file only.
 *
 * @param values parameter values by name; one that is missing gets a placeholder in angle brackets
 * @throws Error when Azure cannot do what was chosen; ask `refusal` first
 * @example generate(defaultChoices, { vaultName: 'kv-contoso' }).missing // ['principalId']
 */
export function generate(choices: Choices, values: TemplateValues = {}): Generated {
  const refused = refusal(choices);
  if (refused) throw new Error(refused);
  const template = templates[choices.scenario](choices);
  const given: Readonly<Record<string, string | undefined>> = { ...values };
  // A secret never enters a file, and a default needs no value.
  const asked = Object.entries(template.parameters)
    .filter(([name, { type, secure, default: otherwise }]) => {
      return type === 'string' && !secure && (otherwise === undefined || given[name]);
    })
    .map(([name]) => name);
  const filled = Object.fromEntries(asked.map((name) => [name, given[name] || placeholder(name)]));
  return {
    files: [
      { name: 'azuredeploy.json', language: 'json', text: text(armTemplate(template)) },
      { name: 'azuredeploy.parameters.json', language: 'json', text: text(armParameters(filled)) },
    ],
    missing: asked.filter((name) => !given[name]),
    parameters: Object.entries(template.parameters).map(([name, { description, secure = false }]) => ({
      name,
      description,
      secure,
    })),
    notes: notes(choices),
  };
}

const text = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
