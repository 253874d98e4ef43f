import type { CauseId } from '../causes.ts';
import type { Refuser } from '../parties.ts';
import type { ServiceId } from '../services/index.ts';
import type { SourceId } from '../sources.ts';

/** Words or a code in an error text that speak for a cause. */
export interface Signal {
  readonly cause: CauseId;
  /** Other causes that the same words allow, in order, each a little less likely. */
  readonly also?: readonly CauseId[];
  /** Causes that the words rule out although their own words may stand in the text. */
  readonly vetoes?: readonly CauseId[];
  /** Case-insensitive and linear: bounded gaps only, no quantifier inside a quantifier. */
  readonly pattern: RegExp;
  /** More words that must stand in the same sentence, in any order. */
  readonly near?: readonly RegExp[];
  /** Words that must not stand in that sentence. */
  readonly unless?: RegExp;
  /** How sure the words make, from 0 to 1. */
  readonly weight: number;
  readonly kind: 'code' | 'phrase';
  /** Who speaks these words; null when more than one party says them. */
  readonly layer: Refuser | null;
  readonly source: SourceId;
  /** A text that the pattern matches. */
  readonly sample: string;
  /** A text that looks alike and that the pattern must not match. */
  readonly nearMiss: string;
  readonly service?: ServiceId;
}
