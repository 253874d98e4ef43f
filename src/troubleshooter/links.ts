import { causes } from '../knowledge/causes.ts';
import { type Answer, type QuestionId, questionIds, questions, type Target } from '../knowledge/questions/index.ts';

/** The page that stands for a target when there is no JavaScript. */
export function targetHref(target: Target): string {
  return 'cause' in target ? `/causes/${target.cause}/` : `/troubleshoot/${target.question}/`;
}

/** What a target is called. */
export function targetTitle(target: Target): string {
  return 'cause' in target ? causes[target.cause].title : questions[target.question].text;
}

/** The targets that an answer can have, over all readers. */
export function targetsOf({ branches = [], leads }: Answer): readonly Target[] {
  return [...branches.map((branch) => branch.leads), leads];
}

/** The questions that can lead to a question. */
export function cameFrom(question: QuestionId): readonly QuestionId[] {
  const leadsHere = (target: Target) => 'question' in target && target.question === question;
  return questionIds.filter((id) => questions[id].answers.some((answer) => targetsOf(answer).some(leadsHere)));
}
