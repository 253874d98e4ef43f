import { fill, valuesAsked, valuesIn } from '../commands/fill.ts';
import type { CauseId } from '../knowledge/causes.ts';
import type { ValueName, Values } from '../knowledge/naming.ts';
import type { PlanData } from '../knowledge/plans.ts';
import { anyVersion, managerRequest } from '../knowledge/rest.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';
import type { Shell, Step } from '../knowledge/step.ts';

/** What to choose in the generator so that it repairs the cause; values travel apart from it. */
export interface TemplateDoor {
  /** Left out for the service that the page opens with. */
  readonly service?: ServiceId;
  readonly scenario: 'grant' | 'repair' | 'activate' | 'redeploy';
  readonly permissionModel?: 'azure-rbac' | 'access-policy';
}

/** The way out for one cause: confirm, fix, retry, verify, and what to do if it fails again. */
export interface Plan {
  readonly steps: readonly Step[];
  /** The values that its commands ask of the reader. */
  readonly asks: readonly ValueName[];
  readonly door: TemplateDoor | null;
}

const doors: Partial<Record<CauseId, TemplateDoor>> = {
  'access-policy-missing': { scenario: 'grant', permissionModel: 'access-policy' },
  'rbac-role-missing': { scenario: 'grant', permissionModel: 'azure-rbac' },
  'activation-pending': { scenario: 'activate' },
  'cmk-only-at-creation': { scenario: 'redeploy' },
};

/** The causes whose repair grants something, so that the plan first finds whom to grant. */
const grants: readonly CauseId[] = [
  'access-policy-missing',
  'rbac-role-missing',
  'activation-pending',
  'vault-not-found',
];

/** What to do when the same update is refused once more. */
export const again: Step = {
  kind: 'if-it-fails-again',
  title: 'If it fails again',
  risk: 'safe',
  who: 'anyone',
  text: 'Paste the new message. Another inner code means that this cause is gone and the next one shows. The same code after the waiting time means that the fix did not reach the identity, vault or key that the message names.',
  sources: ['key-vault-rest-errors'],
};

/** The retry and the check for a service that is not known. */
const anyService: readonly Step[] = [
  {
    kind: 'retry',
    title: 'Retry the update',
    risk: 'changes-workspace',
    who: 'workspace-owner',
    text: 'Send the same update again, the way you sent it the first time. Leave no setting out of it: some services reset what a request does not name. Say which service it is, and the exact call appears here.',
    sources: ['arm-templates'],
  },
  {
    kind: 'verify',
    title: 'Verify',
    risk: 'safe',
    who: 'anyone',
    text: 'provisioningState is Succeeded, the resource names the key that you meant, and its data can be read.',
    commands: {
      az: 'az resource show --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, identity:identity}"',
      PowerShell: '(Get-AzResource -ResourceId $resourceId -ExpandProperties).Properties.provisioningState',
      REST: managerRequest('GET', '$RESOURCE_ID', anyVersion),
    },
    sources: ['arm-common-types'],
  },
];

/** Puts the reader's values into the commands of a step. */
export function fillStep(step: Step, service: ServiceId | null, values: Values): Step {
  if (!step.commands) return step;
  const filled = Object.entries(step.commands).map(([shell, command]) => [
    shell,
    fill(shell as keyof typeof step.commands, command, values, service, step.risk === 'safe'),
  ]);
  return { ...step, commands: Object.fromEntries(filled) };
}

function stepsFor(data: PlanData, cause: CauseId, service: ServiceId | null): readonly Step[] {
  const own = data.causes[cause];
  if (cause === 'not-cmk') return [...own.confirm, ...own.fix];
  const known = service ? data.services[service] : undefined;
  const { confirm = own.confirm, fix = own.fix } = known?.instead[cause] ?? {};
  const whom = grants.includes(cause) ? (known?.findPrincipal ?? []) : [];
  const retries = [...confirm, ...fix].some(({ kind }) => kind === 'retry');
  const after = known ? [...(retries ? [] : known.retry), ...known.verify] : anyService.slice(retries ? 1 : 0);
  // Whoever is to be looked for has to be found first.
  const look = confirm.some((step) => reads(step, 'principalId')) ? [...whom, ...confirm] : [...confirm, ...whom];
  return [...look, ...fix, ...after, again];
}

const commandsOf = (step: Step) => Object.entries(step.commands ?? {}) as [Shell, string][];

/** Whether a command of a step needs the value. */
const reads = (step: Step, name: ValueName): boolean =>
  commandsOf(step).some(([shell, command]) => valuesIn(command, shell).includes(name));

/** Whether every command of a step needs the value: such a step is about the key store that the value names. */
function isAbout(step: Step, name: ValueName): boolean {
  const commands = commandsOf(step);
  return commands.length > 0 && commands.every(([shell, command]) => valuesIn(command, shell).includes(name));
}

/** Leaves out what is about a Managed HSM where the key is known to be in a vault, and the other way round. */
function inStore(steps: readonly Step[], { vaultName, hsmName }: Values): readonly Step[] {
  if (vaultName && !hsmName) return steps.filter((step) => !isAbout(step, 'hsmName'));
  if (hsmName && !vaultName) return steps.filter((step) => !isAbout(step, 'vaultName'));
  return steps;
}

/** The decoder calls every failing resource a workspace; commands call a cluster or an account by its own name. */
export function nameResource(service: ServiceId | null, values: Values): Values {
  const [own, ...inner] = service ? services[service].resourceId.names : [];
  if (own === undefined || inner.length > 0 || values[own] !== undefined) return values;
  return { ...values, [own]: values.workspaceName };
}

/**
 * The plan for a cause, with every known value in its commands. Values that break their naming rule are left out.
 *
 * @param data what plans are made of
 * @param service the service it happened to; null when it is not known
 * @param shell the language in which the reader sees the commands
 * @example plan(planData, 'key-disabled', 'synapse', { vaultName: 'kv-prod', keyName: 'cmk' }).steps[0]?.title
 */
export function plan(
  data: PlanData,
  cause: CauseId,
  service: ServiceId | null,
  values: Values,
  shell: Shell = 'az',
): Plan {
  const offered = cause !== 'not-cmk' && (service === null || services[service].templates);
  const steps = inStore(stepsFor(data, cause, service), values);
  const named = nameResource(service, values);
  return {
    asks: valuesAsked(steps, service, shell),
    steps: steps.map((step) => fillStep(step, service, named)),
    door: offered
      ? { ...(service && service !== 'synapse' && { service }), ...(doors[cause] ?? { scenario: 'repair' }) }
      : null,
  };
}
