import {
  type Condition,
  firstQuestion,
  type QuestionId,
  questions,
  type Target,
} from '../knowledge/questions/index.ts';

/** A question in the outline of the tree, with what hangs below each answer. */
export interface Outline {
  readonly question: QuestionId;
  readonly answers: readonly { readonly id: string; readonly text: string; readonly ends: readonly End[] }[];
}

/** What an answer leads to: an end, a question that was outlined before, or one that is outlined here. */
export interface End {
  /** For whom, where it is not for all. */
  readonly when: Condition | null;
  readonly target: Target;
  readonly below: Outline | null;
}

/**
 * The tree as an outline. A question stands where it comes first, and is only named where it comes again.
 *
 * @example outline().answers[0]?.text
 */
export function outline(question: QuestionId = firstQuestion, seen = new Set<QuestionId>()): Outline {
  seen.add(question);
  const answers = questions[question].answers.map((answer) => ({
    id: answer.id,
    text: answer.text,
    ends: [...(answer.branches ?? []), { when: null, leads: answer.leads }].map(({ when, leads: target }) => ({
      when,
      target,
      below: 'question' in target && !seen.has(target.question) ? outline(target.question, seen) : null,
    })),
  }));
  return { question, answers };
}
