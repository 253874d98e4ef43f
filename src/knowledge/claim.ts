import type { SourceId } from './sources.ts';

/** At least one public page. */
export type Sources = readonly [SourceId, ...SourceId[]];

/** A statement about Azure that was read on a public page. */
export interface Confirmed {
  readonly text: string;
  readonly sources: Sources;
}

/** A statement that no public page confirms: what is expected, and what to look at before acting on it. */
export interface Unconfirmed {
  readonly text: string;
  readonly lookAt: string;
  /** Pages that come close. */
  readonly sources?: readonly SourceId[];
}

/**
 * Something said about Azure. A claim without a source does not compile unless it says what to look at instead.
 *
 * @example { text: 'Purge protection is required.', sources: ['synapse-encryption'] }
 */
export type Claim = Confirmed | Unconfirmed;
