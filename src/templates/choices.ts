import type { PermissionModel } from '../knowledge/key-stores.ts';
import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import {
  type Axis,
  axes,
  type Refused,
  refusedEverywhere,
  type ScenarioId,
  scenarioIds,
} from '../knowledge/scenarios/scenario.ts';
import { type ServiceId, serviceIds } from '../knowledge/services/index.ts';
import { sources } from '../knowledge/sources.ts';

export type { Axis, ScenarioId };

/** What a reader chooses; values such as names are kept apart. */
export interface Choices {
  readonly service: ServiceId;
  readonly scenario: ScenarioId;
  /** What differs from service to service, such as the kind of a workspace; empty where nothing does. */
  readonly variant: string;
  readonly store: 'vault' | 'managed-hsm';
  readonly permissionModel: PermissionModel;
  /** Whether store, key and user-assigned identity exist or are made by the template. */
  readonly origin: 'existing' | 'new';
  /** The identity with which the service reads the key. */
  readonly identity: 'system-assigned' | 'user-assigned';
  /** Where access is granted. */
  readonly scope: 'vault' | 'key';
}

/** The scenarios, with the words for a page. */
export const scenarios: Readonly<Record<ScenarioId, { readonly title: string; readonly summary: string }>> = {
  grant: {
    title: 'Grant access to the key',
    summary: 'Gives the identity that the error names what it needs in the key store.',
  },
  repair: {
    title: 'Repair in place',
    summary: 'Sends the key to the resource that exists, and changes nothing else. Grant access first.',
  },
  activate: {
    title: 'Activate a waiting workspace',
    summary: 'Activates the key of a workspace whose cmk.status is AwaitingUserAction. Grant access first.',
  },
  rotate: {
    title: 'Rotate the key',
    summary: 'Makes a new version of the key, and points the service to it where it does not look for itself.',
  },
  redeploy: {
    title: 'Deploy a new one with its key',
    summary: 'A new resource that has its key from the start. What exists is left alone.',
  },
  revert: {
    title: 'Go back to Microsoft-managed keys',
    summary: 'Takes your key off the resource, where the service can do that. The old key must still be readable.',
  },
};

/** The values of each choice with their names; a service may have variants of its own. */
const labels: Readonly<Record<Exclude<Axis, 'variant'>, Readonly<Record<string, string>>>> = {
  store: { vault: 'Key vault', 'managed-hsm': 'Managed HSM' },
  permissionModel: { 'azure-rbac': 'Azure RBAC', 'access-policy': 'Access policies' },
  origin: { existing: 'They exist', new: 'Make new ones' },
  identity: { 'system-assigned': 'System-assigned', 'user-assigned': 'User-assigned' },
  scope: { vault: 'The whole store', key: 'One key' },
};

/** What each choice is called on a page. */
export const axisLabels: Readonly<Record<Axis, string>> = {
  variant: 'Kind',
  store: 'Key store',
  permissionModel: 'Permission model of the vault',
  origin: 'Store, key and user-assigned identity',
  identity: 'Identity that reads the key',
  scope: 'Grant access on',
};

/** The values of a choice with their names. */
export const valuesOfAxis = (service: ServiceId, axis: Axis): Readonly<Record<string, string>> =>
  axis === 'variant' ? serviceScenarios[service].variants : labels[axis];

/** The choices before anybody has chosen. */
export const defaultsOf = (service: ServiceId, scenario: ScenarioId): Choices => ({
  service,
  scenario,
  variant: Object.keys(serviceScenarios[service].variants)[0] ?? '',
  store: 'vault',
  permissionModel: 'azure-rbac',
  origin: 'existing',
  identity: serviceScenarios[service].identities[0] ?? 'system-assigned',
  scope: 'vault',
});

/** The choices of the page when it opens. */
export const defaultChoices: Choices = defaultsOf('synapse', 'grant');

/** Whether a choice makes a difference, given the ones before it. The others stay at their default. */
function matters(axis: Axis, choices: Choices): boolean {
  const { service, scenario, variant, store, origin, identity } = choices;
  const { variants, identities, method } = serviceScenarios[service];
  switch (axis) {
    case 'variant':
      if (scenario === 'activate' || Object.keys(variants).length === 0) return false;
      return service === 'synapse' ? scenario === 'redeploy' : service !== 'health-data' || scenario !== 'grant';
    case 'store':
      return scenario !== 'revert' && scenario !== 'activate';
    case 'permissionModel':
      if (store !== 'vault') return false;
      if (scenario === 'grant') return true;
      // A user-assigned identity that exists is granted beforehand; Microsoft's own applications are granted here.
      return (
        scenario === 'redeploy' &&
        (origin === 'new' ||
          identities.length === 0 ||
          identity === 'system-assigned' ||
          (service === 'machine-learning' && !variant.endsWith('service-side')))
      );
    case 'origin':
      return scenario === 'redeploy';
    case 'identity':
      if (scenario === 'redeploy') return identities.length > 0;
      return (
        scenario === 'repair' &&
        method === 'PATCH' &&
        ['synapse', 'online-experimentation', 'storage'].includes(service)
      );
    case 'scope':
      return scenario === 'grant';
  }
}

function holds({ when }: Refused, choices: Choices, known: readonly Axis[]): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const axis = name as Axis | 'scenario';
    if (axis !== 'scenario' && !(known.includes(axis) && matters(axis, choices))) return false;
    const value: string = choices[axis];
    return typeof wanted === 'string' ? wanted === value : wanted.includes(value);
  });
}

/** The rule that refuses choices, looking only at those named, or null. */
function refusedBy(choices: Choices, known: readonly Axis[]): Refused | null {
  const { refused } = serviceScenarios[choices.service];
  return [...refused, ...refusedEverywhere].find((rule) => holds(rule, choices, known)) ?? null;
}

const sentence = ({ because, source }: Refused): string =>
  `${because} (Source: ${sources[source].title}, ${sources[source].url}.)`;

/**
 * Why Azure cannot do what was chosen, with its source, or null when it can.
 *
 * @example refusal(defaultsOf('synapse', 'revert'))
 */
export function refusal(choices: Choices): string | null {
  const rule = refusedBy(choices, axes);
  return rule && sentence(rule);
}

/** Axes in the order in which they limit each other: the permission model hangs on origin and identity. */
const order = ['variant', 'store', 'origin', 'identity', 'permissionModel', 'scope'] as const satisfies readonly Axis[];

/** The first rule that stands in the way of every completion of the choices made so far, or null when one is possible. */
function dead(choices: Choices, from: number): Refused | null {
  const early = refusedBy(choices, order.slice(0, from));
  if (early) return early;
  const axis = order[from];
  if (axis === undefined) return null;
  if (!matters(axis, choices)) return dead(choices, from + 1);
  let first: Refused | null = null;
  for (const value of Object.keys(valuesOfAxis(choices.service, axis))) {
    const reason = dead({ ...choices, [axis]: value }, from + 1);
    if (!reason) return null;
    first ??= reason;
  }
  return first;
}

/** A value that can be chosen, or the sentence that says why not. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly refused: string | null;
}

/** What can be chosen on an axis, given the choices before it. */
export function options(choices: Choices, axis: Axis | 'scenario'): Option[] {
  const from = axis === 'scenario' ? 0 : order.indexOf(axis) + 1;
  const all =
    axis === 'scenario'
      ? Object.fromEntries(scenarioIds.map((id) => [id, scenarios[id].title]))
      : valuesOfAxis(choices.service, axis);
  return Object.entries(all).map(([value, label]) => {
    const base = axis === 'scenario' ? defaultsOf(choices.service, value as ScenarioId) : choices;
    const reason = dead({ ...base, [axis]: value }, from);
    return { value, label, refused: reason && sentence(reason) };
  });
}

/** The axes on which there is something to choose, in order. */
export const axesOf = (choices: Choices): Axis[] => order.filter((axis) => matters(axis, choices));

/** Keeps the choices that are possible together; what is not becomes the first that is, and what does not matter the default. */
export function settle(wanted: Choices): Choices {
  let settled: Choices = defaultsOf(wanted.service, wanted.scenario);
  for (const axis of order) {
    if (!matters(axis, settled)) continue;
    const possible = options(settled, axis).filter(({ refused }) => refused === null);
    const value = possible.find((option) => option.value === wanted[axis]) ?? possible[0];
    if (value) settled = { ...settled, [axis]: value.value };
  }
  return settled;
}

function complete(choices: Choices, from: number): Choices[] {
  const axis = order[from];
  if (axis === undefined) return refusedBy(choices, axes) ? [] : [choices];
  if (!matters(axis, choices)) return complete(choices, from + 1);
  return Object.keys(valuesOfAxis(choices.service, axis)).flatMap((value) =>
    complete({ ...choices, [axis]: value }, from + 1),
  );
}

/** Every combination of choices that gives files of its own. Choices that do not matter stay at their default. */
export function combinations(): Choices[] {
  return serviceIds.flatMap((service) => scenarioIds.flatMap((scenario) => complete(defaultsOf(service, scenario), 0)));
}

/** A short stable name for a combination, as for its folder. */
export function combinationName(choices: Choices): string {
  const parts = axesOf(choices).map((axis) => choices[axis]);
  return [choices.service, choices.scenario, ...parts].join('-');
}
