import { namingRules, type ValueName, type Values } from '../../knowledge/naming.ts';
import type { Answers } from '../../troubleshooter/walk.ts';

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

const answersKey = 'cmk-recovery-answers';

/** Where answers came from, when it was not the reader. */
export type Origin = 'error' | 'script';

/** Answers that something else than the reader gave. */
export interface Found {
  readonly answers: Answers;
  readonly from: Origin;
}

/**
 * Leaves answers for the troubleshooter of this tab, so that it can say where they came from. The answers themselves
 * travel in the fragment of its address: see toFragment.
 */
export function leaveAnswers(answers: Answers, from: Origin): void {
  try {
    sessionStorage.setItem(answersKey, JSON.stringify({ answers, from }));
  } catch {
    // Storage can be forbidden; the answers then look like the reader's own.
  }
}

/** Takes the answers that another part of the site has left. They only mark what the address says, so any text will do. */
export function takeAnswers(): Found {
  try {
    const left = JSON.parse(sessionStorage.getItem(answersKey) ?? '{}');
    return { answers: { ...left?.answers }, from: left?.from === 'script' ? 'script' : 'error' };
  } catch {
    return { answers: {}, from: 'error' };
  }
}
