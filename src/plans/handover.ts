import { shownIn } from '../commands/fill.ts';
import { type CauseId, causes } from '../knowledge/causes.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';
import { type Person, people, riskLabels, type Shell, type Step } from '../knowledge/step.ts';

/** The people whom the reader has to ask; the others are the reader. */
const asked: readonly Person[] = [
  'vault-administrator',
  'network-administrator',
  'subscription-owner',
  'directory-administrator',
];

/** Whether somebody else has to do the step. */
export const needsSomebodyElse = ({ who }: Step): boolean => asked.includes(who);

/** What the step asks of the reader and does not have yet: the placeholders in its command, or the gaps in its calls. */
const missing = (command: string, shell: Shell): string[] => [
  ...new Set(
    [...command.matchAll(shell === 'REST' ? /\{([a-z][^{}"\n]*)\}/gi : /['"{]?<([^<>'"\n]+)>/g)].map(
      ([, label = '']) => label,
    ),
  ),
];

/**
 * A short request to whoever may do a step, with the exact command. It holds what that person needs to act, and nothing
 * else of the reader's: no pasted text, and of the values only those that the command itself reads.
 *
 * @param step from a plan, so that its commands are filled in
 * @example handoverRequest(step, 'rbac-role-missing', 'synapse', 'az').startsWith('To: Vault administrator') // true
 */
export function handoverRequest(step: Step, cause: CauseId, service: ServiceId | null, shell: Shell): string {
  const used = shownIn(step.commands, shell);
  const command = used && step.commands?.[used];
  const gaps = command ? missing(command, used) : [];
  const what = service ? `${services[service].name}: ` : '';
  const noun = service ? services[service].resourceNoun : 'workspace';
  return [
    `To: ${people[step.who]}`,
    `Please: ${step.title}`,
    '',
    `${what}an update of the customer-managed key of a ${noun} failed. What seems to be wrong: ${causes[cause].title}.`,
    causes[cause].meaning,
    '',
    step.text,
    `Effect: ${riskLabels[step.risk]}.`,
    ...(step.lost ? [`What is lost: ${step.lost}`] : []),
    ...(step.needs ? [`You need: ${step.needs}`] : []),
    ...(command ? ['', `${used === 'az' ? 'Azure CLI' : used}:`, '', ...indented(command), ''] : []),
    ...(gaps.length > 0 ? [`Still to fill in: ${gaps.join(', ')}.`] : []),
    ...(step.takes ? [`It works: ${step.takes}.`] : []),
    ...(step.undo ? [`Undo: ${step.undo}`] : []),
    'Please tell me when it is done. Then I send the update again.',
  ].join('\n');
}

/** A command set off by four spaces, so that mail and tickets leave it as it is. */
const indented = (command: string): string[] => command.split('\n').map((line) => `    ${line}`);
