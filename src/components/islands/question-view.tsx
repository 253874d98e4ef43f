import type { Ref } from 'preact';
import type { Values } from '../../knowledge/naming.ts';
import { type QuestionId, questions } from '../../knowledge/questions/index.ts';
import { toFragment } from '../../troubleshooter/fragment.ts';
import { targetHref } from '../../troubleshooter/links.ts';
import { type Answers, type Given, leadOf, offered, serviceOf } from '../../troubleshooter/walk.ts';
import { FindingView } from './finding-view.tsx';

/** The most questions on any way; a test holds the tree to it. */
const most = 7;

interface Props {
  readonly question: QuestionId;
  /** The answers before this question. */
  readonly before: readonly Given[];
  readonly answers: Answers;
  /** False before the page is alive: answers then lead to pages. */
  readonly ready: boolean;
  readonly values: Values;
  readonly onValues: (values: Values) => void;
  readonly heading: Ref<HTMLHeadingElement>;
}

/** A question with its answers, each a link, and how to find out. */
export function QuestionView({ question, before, answers, ready, values, onValues, heading }: Props) {
  const { text, why } = questions[question];
  return (
    <>
      <p class="meta">
        Question {before.length + 1} of at most {most}
      </p>
      <h2 tabIndex={-1} ref={heading}>
        {text}
      </h2>
      <p>{why}</p>
      <ul class="options">
        {offered(question, before).map((answer) => (
          <li key={answer.id}>
            <a
              href={ready ? toFragment({ ...answers, [question]: answer.id }) : targetHref(leadOf(answer, before))}
              aria-current={answers[question] === answer.id ? 'true' : undefined}
            >
              {answer.text}
            </a>
          </li>
        ))}
      </ul>
      <FindingView question={question} service={serviceOf(before)} values={values} onValues={onValues} />
    </>
  );
}
