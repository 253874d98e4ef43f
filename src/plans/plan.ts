import type { CauseId } from '../knowledge/causes.ts';
import { namingRules, type ValueName, type Values } from '../knowledge/naming.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import type { SourceId } from '../knowledge/sources.ts';
import { stepsFor } from './causes.ts';
import { retryFor, verifyFor } from './services.ts';

/** What a step may do to what the reader has: only read, change access or settings, or destroy data. */
export type Risk = 'safe' | 'changes-access' | 'changes-workspace' | 'destroys-data';

/** The shells for which a step is written. */
export type Shell = 'az' | 'PowerShell';

/** One step of a plan. */
export interface Step {
  readonly kind: 'confirm' | 'fix' | 'retry' | 'verify' | 'if-it-fails-again';
  readonly title: string;
  readonly risk: Risk;
  /** Who can do it. */
  readonly who?: string;
  /** What to expect, or what to think of, in one or two sentences. */
  readonly text: string;
  /** How long until it works. */
  readonly takes?: string;
  readonly undo?: string;
  readonly commands?: Partial<Record<Shell, string>>;
  readonly source?: SourceId;
}

/** What to choose in the generator so that it repairs the cause; values travel apart from it. */
export interface TemplateDoor {
  readonly scenario: 'grant' | 'activate' | 'redeploy';
  readonly permissionModel?: 'azure-rbac' | 'access-policy';
}

/** The way out for one cause: confirm, fix, retry, verify, and what to do if it fails again. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly door: TemplateDoor | null;
}

const doors: Partial<Record<CauseId, TemplateDoor>> = {
  'access-policy-missing': { scenario: 'grant', permissionModel: 'access-policy' },
  'rbac-role-missing': { scenario: 'grant', permissionModel: 'azure-rbac' },
  'activation-pending': { scenario: 'activate' },
  'cmk-only-at-creation': { scenario: 'redeploy' },
};

/** A value, or the placeholder that stands for it until the reader fills it in. */
export function valueOr(values: Values, name: ValueName): string {
  const value = values[name];
  return value !== undefined && namingRules[name].pattern.test(value) ? value : `<${namingRules[name].label}>`;
}

/**
 * The plan for a cause, with every known value in its commands. Values that break their naming rule are left out.
 *
 * @param service the service it happened to; null when it is not known
 * @example plan('key-disabled', 'synapse', { vaultName: 'kv-prod', keyName: 'cmk' }).steps[0]?.title
 */
export function plan(cause: CauseId, service: ServiceId | null, values: Values): Plan {
  const value = (name: ValueName): string => valueOr(values, name);
  const own = stepsFor(cause, value, values);
  if (cause === 'not-cmk') return { steps: own, door: null };
  const retry = cause === 'activation-pending' ? [] : retryFor(service, value);
  return {
    steps: [...own, ...retry, ...verifyFor(service, value), again],
    door: service === null || service === 'synapse' ? (doors[cause] ?? { scenario: 'redeploy' }) : null,
  };
}

const again: Step = {
  kind: 'if-it-fails-again',
  title: 'If it fails again',
  risk: 'safe',
  text: 'Paste the new message. Another inner code means that this cause is gone and the next one shows. The same code after the waiting time means that the fix did not reach the identity, vault or key that the message names.',
};
