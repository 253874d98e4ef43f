import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import { axes, scenarioIds } from '../knowledge/scenarios/scenario.ts';
import { type ServiceId, serviceIds } from '../knowledge/services/index.ts';
import { type Choices, defaultChoices, defaultsOf, options, type ScenarioId, settle, valuesOfAxis } from './choices.ts';

/** Counts up when a choice changes its meaning, so that an old link is known for one. */
export const fragmentVersion = '1';

const oneOf = <T extends string>(known: readonly T[], wanted: string | null): T | undefined =>
  known.find((one) => one === wanted);

/** A scenario that the service has, for links that name one that it has not. */
function possible(service: ServiceId, scenario: ScenarioId): ScenarioId {
  const open = options(defaultsOf(service, scenario), 'scenario').filter(({ refused }) => refused === null);
  return oneOf(scenarioIds, open.find(({ value }) => value === scenario)?.value ?? open[0]?.value ?? null) ?? 'grant';
}

/**
 * Reads choices from the fragment of a link, each only if it is one of those that are offered together.
 *
 * @example readFragment('#scenario=grant&permissionModel=access-policy').permissionModel // 'access-policy'
 */
export function readFragment(fragment: string): Choices {
  const wanted = new URLSearchParams(fragment.replace(/^#/, ''));
  const service = oneOf(serviceIds, wanted.get('service')) ?? defaultChoices.service;
  const scenario = possible(service, oneOf(scenarioIds, wanted.get('scenario')) ?? defaultChoices.scenario);
  const base = defaultsOf(service, scenario);
  const picked = axes.flatMap((axis) => {
    const value = oneOf(Object.keys(valuesOfAxis(service, axis)), wanted.get(axis));
    return value === undefined ? [] : [[axis, value] as const];
  });
  return settle({ ...base, ...Object.fromEntries(picked) });
}

/**
 * True for a link that was made with other data: its choices may mean something else now.
 *
 * @example isOtherVersion('#v=0&service=storage') // true
 */
export function isOtherVersion(fragment: string): boolean {
  const version = new URLSearchParams(fragment.replace(/^#/, '')).get('v');
  return version !== null && version !== fragmentVersion;
}

/**
 * Writes the choices that differ from the default, with the version of the data; values never go into an address.
 *
 * @example writeFragment(defaultsOf('storage', 'grant')) // 'v=1&service=storage'
 */
export function writeFragment(choices: Choices): string {
  const base = defaultsOf(choices.service, choices.scenario);
  const changed = [
    ...(choices.service === defaultChoices.service ? [] : [['service', choices.service]]),
    ...(choices.scenario === defaultChoices.scenario ? [] : [['scenario', choices.scenario]]),
    ...axes.filter((axis) => choices[axis] !== base[axis]).map((axis) => [axis, choices[axis]]),
  ];
  return changed.length > 0 ? new URLSearchParams([['v', fragmentVersion], ...changed]).toString() : '';
}

/** The choices after one of them was changed: another service or scenario starts from its defaults. */
export function choose(choices: Choices, change: Partial<Choices>): Choices {
  const service = change.service ?? choices.service;
  const scenario = possible(service, change.scenario ?? choices.scenario);
  const anew = service !== choices.service || scenario !== choices.scenario;
  return settle({ ...(anew ? defaultsOf(service, scenario) : choices), ...change, service, scenario });
}

/** What the variants of a service are called. */
export const variantLabel = (service: ServiceId): string => serviceScenarios[service].variantLabel ?? 'Kind';
