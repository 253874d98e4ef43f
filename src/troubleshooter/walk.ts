import type { CauseId } from '../knowledge/causes.ts';
import { firstQuestion, questions, treeVersion } from '../knowledge/questions.ts';

/** An answer that was given. */
export interface Given {
  readonly question: string;
  readonly answer: string;
}

/** Where a reader stands: the answers that hold, and the next question or the outcome. */
export interface Place {
  readonly given: readonly Given[];
  /** The question to ask now; null at an outcome. */
  readonly question: string | null;
  readonly cause: CauseId | null;
  /** True when the answers did not fit the tree and the rest of them was dropped. */
  readonly repaired: boolean;
}

/**
 * Follows the answers through the tree as far as they fit.
 *
 * @example walk({ refused: 'me' }).cause // 'caller-not-authorized'
 */
export function walk(answers: Readonly<Record<string, string>>): Place {
  const given: Given[] = [];
  let question = firstQuestion;
  for (;;) {
    const wanted = Object.hasOwn(answers, question) ? answers[question] : undefined;
    const answer = questions[question]?.answers.find(({ id }) => id === wanted);
    if (!answer) {
      return { given, question, cause: null, repaired: Object.keys(answers).length > given.length };
    }
    given.push({ question, answer: answer.id });
    if ('cause' in answer.leads) {
      return { given, question: null, cause: answer.leads.cause, repaired: Object.keys(answers).length > given.length };
    }
    question = answer.leads.question;
  }
}

/**
 * Writes answers as the fragment of a link: ids only, with the version of the tree.
 *
 * @example toFragment([{ question: 'refused', answer: 'me' }]) // '#v=1&refused=me'
 */
export function toFragment(given: readonly Given[]): string {
  if (given.length === 0) return '';
  return `#${new URLSearchParams([['v', treeVersion], ...given.map(({ question, answer }) => [question, answer])])}`;
}

/** Reads the fragment of a link. Whatever does not fit the tree is dropped, and `repaired` says so. */
export function fromFragment(fragment: string): Place {
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ''))];
  const answers = Object.fromEntries(entries.filter(([key]) => key !== 'v'));
  const place = walk(answers);
  const version = entries.find(([key]) => key === 'v')?.[1];
  return { ...place, repaired: place.repaired || (entries.length > 0 && version !== treeVersion) };
}
