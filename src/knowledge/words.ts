import type { CauseId } from './causes.ts';
import counted from './words.json' with { type: 'json' };

/**
 * How much words speak for causes, counted in errors from public threads and pages. The errors themselves belong to
 * their authors and are not kept; `npm run words` counts those that it is given.
 */
export interface WordTable {
  readonly causes: readonly CauseId[];
  /** How often a cause is met, whatever the words are: one number a cause, in quarters like all others. */
  readonly bias: readonly number[];
  /** How much a text usually tells: the squares of how rare its words are, summed. */
  readonly usual: number;
  /** For each stem how rare it is, then pairs: the place of a cause in `causes`, and how much the stem speaks for it. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** What was counted, when and in how many errors; see docs/decisions/0012-signals-first-then-words.md. */
export const words = counted as unknown as WordTable & { counted: { readonly on: string; readonly errors: number } };
