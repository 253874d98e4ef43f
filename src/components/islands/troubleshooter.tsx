import { useEffect, useRef, useState } from 'preact/hooks';
import { causes } from '../../knowledge/causes.ts';
import type { Values } from '../../knowledge/naming.ts';
import { questions } from '../../knowledge/questions/index.ts';
import { fromFragment, type Link } from '../../troubleshooter/fragment.ts';
import { walk } from '../../troubleshooter/walk.ts';
import '../../styles/islands.css';
import { AnswersSoFar } from './answers-so-far.tsx';
import { type Found, leaveValues, takeAnswers, takeValues } from './handover.ts';
import { OutcomeView } from './outcome-view.tsx';
import { loadPlansWhenIdle } from './plan-data.ts';
import { QuestionView } from './question-view.tsx';

const problems = {
  outdated: 'This link comes from an earlier version of the questions. It was followed as far as it still holds.',
  unfit: 'Something in this link is not among the questions and answers. The rest of it was followed.',
} as const;

const start: Link = { answers: {}, at: null, problem: null };
const nothingFound: Found = { answers: {}, from: 'error' };

/**
 * One question at a time, with the answers so far beside it. The address holds the answers, so every answer is a plain
 * link to the same page, and Back, reload and shared links need nothing else.
 */
export default function Troubleshooter() {
  const [link, setLink] = useState(start);
  const [found, setFound] = useState(nothingFound);
  const [values, setValues] = useState<Values>({});
  // Until then, answers lead to the static pages.
  const [ready, setReady] = useState(false);
  const [moved, setMoved] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(loadPlansWhenIdle, []);
  useEffect(() => {
    const read = () => {
      // A link to a heading of this page has no answers in it.
      if (location.hash !== '' && !location.hash.includes('=')) return;
      setLink(fromFragment(location.hash));
      setFound(takeAnswers());
      setValues((known) => ({ ...known, ...takeValues() }));
    };
    const follow = () => {
      read();
      setMoved((times) => times + 1);
    };
    read();
    setReady(true);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (moved > 0) heading.current?.focus();
  }, [moved]);

  const { answers, at, problem } = link;
  const place = walk(answers);
  const shown = at ?? place.question;
  const before = at
    ? place.given.slice(
        0,
        place.given.findIndex(({ question }) => question === at),
      )
    : place.given;
  const keep = (next: Values) => {
    setValues(next);
    leaveValues(next);
  };

  return (
    <section aria-label="Questions" class="ask">
      <div>
        <p role="status" class={problem ? 'notice' : 'visually-hidden'}>
          {problem && problems[problem]}
          {moved > 0 &&
            !problem &&
            (shown ? questions[shown].text : place.outcome && causes[place.outcome.cause].title)}
        </p>
        {shown ? (
          <QuestionView
            key={shown}
            question={shown}
            before={before}
            answers={answers}
            ready={ready}
            values={values}
            onValues={keep}
            heading={heading}
          />
        ) : (
          place.outcome && <OutcomeView outcome={place.outcome} given={place.given} values={values} heading={heading} />
        )}
      </div>
      {Object.keys(answers).length > 0 && <AnswersSoFar answers={answers} place={place} at={at} found={found} />}
    </section>
  );
}
