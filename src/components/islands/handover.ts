import { namingRules, type ValueName, type Values } from '../../knowledge/naming.ts';

const key = 'cmk-recovery-values';

/** Leaves values for the next page of this tab. They stay in the browser and out of every address. */
export function leaveValues(values: Values): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Storage can be forbidden; the next page then starts empty.
  }
}

/** Takes what another page of this tab has left, if it satisfies the naming rules. */
export function takeValues(): Values {
  try {
    const left: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof left !== 'object' || left === null) return {};
    return Object.fromEntries(
      Object.entries(left).filter(
        ([name, value]) =>
          Object.hasOwn(namingRules, name) &&
          typeof value === 'string' &&
          namingRules[name as ValueName].pattern.test(value),
      ),
    );
  } catch {
    return {};
  }
}
