import type { CauseId } from '../causes.ts';
import type { Sources } from '../claim.ts';
import type { Refuser } from '../parties.ts';
import type { ServiceId } from '../services/index.ts';

/** An error code or a distinctive piece of a message, as it stands in Azure's answer. */
export interface KnownError {
  /** Verbatim, without the reader's own names; `…` stands for them. */
  readonly text: string;
  readonly kind: 'code' | 'fragment';
  /** The HTTP status where a source states it. */
  readonly http?: number;
  /** Who answers so; null when nobody in the chain refused a key operation. */
  readonly refusedBy: Refuser | null;
  /** The services that show it; none means that any can. */
  readonly services?: readonly ServiceId[];
  /** The cause to look at first. */
  readonly cause: CauseId;
  /** Causes that the text alone cannot tell from the first. */
  readonly also?: readonly CauseId[];
  /** What it means here, in a sentence. */
  readonly meaning: string;
  readonly sources: Sources;
}
