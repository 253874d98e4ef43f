import { keyStore } from './key-store.ts';
import { message } from './message.ts';
import type { Question, QuestionId } from './question.ts';
import { features, service } from './service.ts';
import { state } from './state.ts';

/**
 * Changes when a question or an answer is added, taken away, led elsewhere or means something else, so that an old
 * link is recognised. A test holds it against the shape of the tree.
 */
export const treeVersion = '2';

/** The question that comes first. */
export const firstQuestion: QuestionId = 'service';

/**
 * The decision tree, cheapest check first: what the reader knows, what the message says, what Azure says. What a
 * check means stands with sources in the causes that it leads to.
 */
export const questions: Readonly<Record<QuestionId, Question>> = {
  service,
  ...features,
  ...message,
  ...state,
  ...keyStore,
};

export type { Answer, Branch, Condition, Question, QuestionId, Target } from './question.ts';
export { questionIds } from './question.ts';
