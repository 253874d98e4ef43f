import type { CauseId } from '../knowledge/causes.ts';
import type { Values } from '../knowledge/naming.ts';
import { type Fit, fits, type Place as Where } from '../knowledge/questions/fits.ts';
import {
  type Answer,
  type Condition,
  firstQuestion,
  type QuestionId,
  questions,
  type Target,
} from '../knowledge/questions/index.ts';
import { featureQuestions } from '../knowledge/questions/service.ts';
import { type ServiceId, serviceIds } from '../knowledge/services/index.ts';

/** The answers by question: those on the way, and those that wait until their question comes. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** An answer that was given. */
export interface Given {
  readonly question: QuestionId;
  readonly answer: string;
}

/** The end of a way: a cause, and whose plan it is. */
export interface Outcome {
  readonly cause: CauseId;
  /** Null when the reader doesn't know it. */
  readonly service: ServiceId | null;
  /** What to mind in the plan. */
  readonly notes: readonly string[];
  /** What the answers fill into the commands of the plan. */
  readonly values: Values;
  /** The questions that were answered with “I don't know”. */
  readonly open: readonly QuestionId[];
}

/** Where a reader stands: the answers so far, and either the next question or the outcome. */
export interface Place {
  readonly given: readonly Given[];
  readonly question: QuestionId | null;
  readonly outcome: Outcome | null;
}

const answerTo = (question: QuestionId, given: readonly Given[]): string | undefined =>
  given.find((one) => one.question === question)?.answer;

/** The answer of a question by its id. */
export function answerOf(question: QuestionId, id: string | undefined): Answer | undefined {
  return questions[question].answers.find((answer) => answer.id === id);
}

/** The service whose plan holds; null when it is not known. */
export function serviceOf(given: readonly Given[]): ServiceId | null {
  const other = given.map(({ question, answer }) => answerOf(question, answer)?.planOf).find((one) => one);
  return other ?? serviceIds.find((id) => id === answerTo('service', given)) ?? null;
}

/** Whether a list of services and features holds for the reader; `maybe` while service or feature is not known. */
function holds(fit: Fit, given: readonly Given[]): 'yes' | 'no' | 'maybe' {
  const list: readonly Where[] = fits[fit];
  const service = serviceOf(given);
  if (service === null) return 'maybe';
  if (list.includes(service)) return 'yes';
  const ofFeature: Partial<Record<ServiceId, QuestionId>> = featureQuestions;
  const asked = ofFeature[service];
  const feature = asked && answerTo(asked, given);
  if (feature === undefined || feature === 'unknown')
    return list.some((one) => one.startsWith(`${service}.`)) ? 'maybe' : 'no';
  return list.includes(`${service}.${feature}`) ? 'yes' : 'no';
}

function applies(condition: Condition, given: readonly Given[]): boolean {
  if ('fits' in condition) return holds(condition.fits, given) === 'yes';
  return condition.answers.includes(answerTo(condition.question, given) ?? '');
}

/** The answers to a question that a reader with these earlier answers is offered. */
export function offered(question: QuestionId, given: readonly Given[]): readonly Answer[] {
  return questions[question].answers.filter(({ only }) => !only || holds(only, given) !== 'no');
}

/** Where an answer leads a reader with these earlier answers. */
export function leadOf(answer: Answer, given: readonly Given[]): Target {
  return answer.branches?.find(({ when }) => applies(when, given))?.leads ?? answer.leads;
}

/**
 * Follows the answers from the first question as far as they go.
 *
 * @example walk({ service: 'synapse', refused: 'me', arm: 'lock' }).outcome?.cause // 'resource-locked'
 */
export function walk(answers: Answers): Place {
  const given: Given[] = [];
  let question = firstQuestion;
  for (;;) {
    const answer = offered(question, given).find(({ id }) => id === answers[question]);
    if (!answer) return { given, question, outcome: null };
    const target = leadOf(answer, given);
    given.push({ question, answer: answer.id });
    if ('cause' in target) return { given, question: null, outcome: outcomeOf(target.cause, given) };
    question = target.question;
  }
}

/** The outcome to which answers lead that end at a cause. */
export function outcomeOf(cause: CauseId, given: readonly Given[]): Outcome {
  return {
    cause,
    service: serviceOf(given),
    values: Object.assign({}, ...given.map(({ question, answer }) => answerOf(question, answer)?.values)),
    notes: given.flatMap(({ question, answer }) => answerOf(question, answer)?.note ?? []),
    open: given.filter(({ answer }) => answer === 'unknown').map(({ question }) => question),
  };
}
