import { useEffect, useRef, useState } from 'preact/hooks';
import { causes } from '../../knowledge/causes.ts';
import { firstQuestion, questions } from '../../knowledge/questions.ts';
import { targetHref } from '../../troubleshooter/links.ts';
import { fromFragment, type Given, type Place, toFragment, walk } from '../../troubleshooter/walk.ts';
import { CodeBlock } from './code-block.tsx';
import { loadPlansWhenIdle } from './plan-data.ts';
import { PlanView } from './plan-view.tsx';

/** One question at a time, with the answers so far; the fragment holds them, so Back, reload and links work. */
export default function Troubleshooter() {
  const [place, setPlace] = useState<Place>(() => walk({}));
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  useEffect(loadPlansWhenIdle, []);
  useEffect(() => {
    const read = () => setPlace(fromFragment(location.hash.includes('=') ? location.hash : ''));
    read();
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);

  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [place]);

  const go = (given: readonly Given[]) => {
    moved.current = true;
    history.pushState(null, '', toFragment(given) || location.pathname);
    setPlace(walk(Object.fromEntries(given.map(({ question, answer }) => [question, answer]))));
  };

  const question = place.question ? questions[place.question] : undefined;
  return (
    <section aria-label="Questions">
      {place.repaired && (
        <p class="notice" role="status">
          The link did not fit the questions of today, so it was followed as far as it does.
        </p>
      )}
      {place.given.length > 0 && (
        <>
          <h2>Your answers</h2>
          <ol>
            {place.given.map(({ question: id, answer }, index) => (
              <li key={id}>
                {questions[id]?.text} <b>{questions[id]?.answers.find((one) => one.id === answer)?.text}</b>{' '}
                <button type="button" class="link" onClick={() => go(place.given.slice(0, index))}>
                  Change<span class="visually-hidden">: {questions[id]?.text}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      {place.question && question && (
        <>
          <h2 tabIndex={-1} ref={heading}>
            {question.text}
          </h2>
          <p>{question.why}</p>
          <details>
            <summary>How to find out</summary>
            <p>{question.find}</p>
            {question.az && <CodeBlock text={`# reads only\n${question.az}`} />}
          </details>
          <ul class="options">
            {question.answers.map((answer) => (
              <li key={answer.id}>
                <a
                  href={targetHref(answer.leads)}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    go([...place.given, { question: place.question ?? firstQuestion, answer: answer.id }]);
                  }}
                >
                  {answer.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {place.cause && (
        <div data-cause={place.cause}>
          <h2 tabIndex={-1} ref={heading}>
            {causes[place.cause].title}
          </h2>
          <p>
            {causes[place.cause].meaning} <a href={`/causes/${place.cause}/`}>More about this cause</a>
          </p>
          <PlanView key={place.cause} cause={place.cause} service="synapse" found={{}} />
        </div>
      )}
    </section>
  );
}
