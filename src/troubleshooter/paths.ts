import { firstQuestion, type QuestionId } from '../knowledge/questions/index.ts';
import { type Given, leadOf, type Outcome, offered, outcomeOf } from './walk.ts';

/** A way through the tree, from the first question to its end. */
export interface Path {
  readonly given: readonly Given[];
  readonly outcome: Outcome;
}

/**
 * Every way through the tree, one after the other.
 *
 * @param sure leaves out the ways with “I don't know”
 * @example [...paths()].length
 */
export function* paths({ service, sure = false }: { service?: string; sure?: boolean } = {}): Generator<Path> {
  yield* from(firstQuestion, [], (question, answer) =>
    question === 'service' && service !== undefined ? answer === service : !sure || answer !== 'unknown',
  );
}

function* from(
  question: QuestionId,
  given: readonly Given[],
  wanted: (question: QuestionId, answer: string) => boolean,
): Generator<Path> {
  for (const answer of offered(question, given)) {
    if (!wanted(question, answer.id)) continue;
    const longer = [...given, { question, answer: answer.id }];
    const target = leadOf(answer, given);
    if ('question' in target) yield* from(target.question, longer, wanted);
    else yield { given: longer, outcome: outcomeOf(target.cause, longer) };
  }
}
