import { type QuestionId, questionIds, treeVersion } from '../knowledge/questions/index.ts';
import { type Answers, answerOf, walk } from './walk.ts';

/** What a link says. */
export interface Link {
  readonly answers: Answers;
  /** A question to show again although it is answered; null for the place to which the answers lead. */
  readonly at: QuestionId | null;
  /** What was wrong with the link: it comes from another version of the tree, or it names what is not in it. */
  readonly problem: 'outdated' | 'unfit' | null;
}

const isQuestion = (text: string): text is QuestionId => (questionIds as readonly string[]).includes(text);

/**
 * Writes answers as the fragment of a link: ids only, with the version of the tree. Answers that are off the way are
 * kept as long as the way is open, because they may hold again.
 *
 * @param at a question to show again although it is answered
 * @example toFragment({ service: 'synapse', refused: 'me' }) // '#v=2&service=synapse&refused=me'
 */
export function toFragment(answers: Answers, at: QuestionId | null = null): string {
  const { given, outcome } = walk(answers);
  const on = given.map(({ question, answer }) => [question, answer]);
  const known = new Set(given.map(({ question }) => question));
  const off = questionIds.filter((id) => answers[id] !== undefined && !known.has(id)).map((id) => [id, answers[id]]);
  const kept = outcome && at === null ? on : [...on, ...off];
  if (kept.length === 0) return '';
  return `#${new URLSearchParams([['v', treeVersion], ...kept, ...(at ? [['at', at]] : [])] as string[][])}`;
}

/**
 * Reads the fragment of a link. Never throws; whatever is not in the tree is left out, and `problem` says so.
 *
 * @example fromFragment('#v=1&refused=me').problem // 'outdated'
 */
export function fromFragment(fragment: string): Link {
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ''))];
  if (entries.length === 0) return { answers: {}, at: null, problem: null };
  const answers: Partial<Record<QuestionId, string>> = {};
  let at: QuestionId | null = null;
  let version: string | undefined;
  let unfit = false;
  for (const [name, value] of entries) {
    if (name === 'v') version ??= value;
    else if (name === 'at' && isQuestion(value)) at ??= value;
    else if (isQuestion(name) && answers[name] === undefined && answerOf(name, value)) answers[name] = value;
    else unfit = true;
  }
  const { given, question } = walk(answers);
  // An answer that is in the tree, but not offered for this service.
  if (question !== null && answers[question] !== undefined) unfit = true;
  if (at !== null && !given.some((one) => one.question === at)) at = null;
  return { answers, at, problem: version !== treeVersion ? 'outdated' : unfit ? 'unfit' : null };
}
