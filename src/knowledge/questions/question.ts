import type { CauseId } from '../causes.ts';
import type { Values } from '../naming.ts';
import type { ServiceId } from '../services/index.ts';
import type { Fit } from './fits.ts';

/** Every question of the tree, in the order in which a reader can meet them. */
export const questionIds = [
  'service',
  'databricks-key',
  'machine-learning-key',
  'log-analytics-key',
  'health-data-key',
  'discovery-key',
  'storage-key',
  'refused',
  'arm',
  'locks',
  'sent',
  'request',
  'place',
  'identifier',
  'later',
  'tried',
  'status',
  'identity',
  'network',
  'grant',
  'key',
] as const;

/** The id of a question, as in the address of its page. */
export type QuestionId = (typeof questionIds)[number];

/** Where an answer leads: to another question, or to a cause and its plan. */
export type Target = { readonly question: QuestionId } | { readonly cause: CauseId };

/** When a branch is taken: the reader's service or feature is on a list, or an earlier question was answered so. */
export type Condition =
  | { readonly fits: Fit }
  | { readonly question: QuestionId; readonly answers: readonly [string, ...string[]] };

/** Another target, for readers to whom the condition applies. */
export interface Branch {
  readonly when: Condition;
  readonly leads: Target;
}

/** One answer to a question. */
export interface Answer {
  readonly id: string;
  readonly text: string;
  /** Offered only to readers of these services, and to those who don't know theirs. */
  readonly only?: Fit;
  /** Exceptions from `leads`; the first that applies is taken. */
  readonly branches?: readonly Branch[];
  readonly leads: Target;
  /** What to mind in the plan after this answer. */
  readonly note?: string;
  /** The service whose plan holds from here on, where it is another one than was answered. */
  readonly planOf?: ServiceId;
  /** What the answer fills into the commands of the plan. */
  readonly values?: Values;
}

/** Who can answer: the reader from memory, the message, or Azure when it is asked. */
export type AnsweredBy = 'reader' | 'message' | 'azure';

/** A question whose answer separates causes. Every question has an answer `unknown`. */
export interface Question {
  readonly text: string;
  readonly why: string;
  readonly answeredBy: AnsweredBy;
  readonly answers: readonly Answer[];
}

/**
 * The answer of who does not know, which every question has: it leads on.
 *
 * @example unknown({ question: 'network' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function unknown(leads: Target, text = "I don't know"): Answer {
  return { id: 'unknown', text, leads };
}
