import { type QuestionId, questionIds, questions, treeVersion } from '../../knowledge/questions/index.ts';
import { toFragment } from '../../troubleshooter/fragment.ts';
import { type Answers, answerOf, type Place } from '../../troubleshooter/walk.ts';
import type { Found } from './handover.ts';

const origins: Readonly<Record<Found['from'], string>> = {
  error: 'from your error',
  script: 'from your script',
};

interface Props {
  readonly answers: Answers;
  readonly place: Place;
  /** The question that is shown again. */
  readonly at: QuestionId | null;
  readonly found: Found;
}

/** The answers so far, each with a link that asks it again, and those that wait for their question. */
export function AnswersSoFar({ answers, place, at, found }: Props) {
  const on = place.given.map(({ question }) => question);
  const waiting = place.outcome ? [] : questionIds.filter((id) => answers[id] !== undefined && !on.includes(id));
  const said = (id: QuestionId) => (
    <>
      <b>{answerOf(id, answers[id])?.text}</b>{' '}
      {answers[id] === found.answers[id] && <span class="tag">{origins[found.from]}</span>}{' '}
    </>
  );
  return (
    <aside aria-label="Your answers">
      <h2>Your answers</h2>
      {on.length > 0 && (
        <ol>
          {on.map((id) => (
            <li key={id} aria-current={id === at ? 'step' : undefined}>
              <span class="soft">{questions[id].text}</span> {said(id)}
              <a href={toFragment(answers, id)}>
                Change<span class="visually-hidden">: {questions[id].text}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      {waiting.length > 0 && (
        <>
          <h3>Known, if it is asked</h3>
          <ul>
            {waiting.map((id) => (
              <li key={id}>
                <span class="soft">{questions[id].text}</span> {said(id)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`#v=${treeVersion}`}>Start again</a> ·{' '}
        <a href={`/troubleshoot/map/${toFragment(answers, at ?? place.question)}`}>See them on the map</a>
      </p>
    </aside>
  );
}
