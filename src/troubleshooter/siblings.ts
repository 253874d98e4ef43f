import { type CauseId, causes } from '../knowledge/causes.ts';
import { type Given, leadOf, offered } from './walk.ts';

/** A cause that another answer to the last question would have led to, and the check that tells the two apart. */
export interface Sibling {
  readonly cause: CauseId;
  readonly check: string | null;
}

/**
 * The check that tells two causes apart, from the side of either.
 *
 * @example checkBetween('key-disabled', 'key-outside-validity')
 */
export function checkBetween(one: CauseId, other: CauseId): string | null {
  const from = (a: CauseId, b: CauseId) => causes[a].lookAlikes.find(({ cause }) => cause === b)?.check;
  return from(one, other) ?? from(other, one) ?? null;
}

/** The outcomes beside the one to which the answers lead. */
export function siblings(given: readonly Given[], cause: CauseId): readonly Sibling[] {
  const last = given.at(-1);
  if (!last) return [];
  const before = given.slice(0, -1);
  const others = offered(last.question, before).flatMap((answer) => {
    const target = leadOf(answer, before);
    return 'cause' in target && target.cause !== cause ? [target.cause] : [];
  });
  return [...new Set(others)].map((other) => ({ cause: other, check: checkBetween(cause, other) }));
}
