import type { Ref } from 'preact';
import { causes } from '../../knowledge/causes.ts';
import type { Values } from '../../knowledge/naming.ts';
import { questions } from '../../knowledge/questions/index.ts';
import { siblings } from '../../troubleshooter/siblings.ts';
import type { Given, Outcome } from '../../troubleshooter/walk.ts';
import { PlanView } from './plan-view.tsx';

interface Props {
  readonly outcome: Outcome;
  readonly given: readonly Given[];
  readonly values: Values;
  readonly heading: Ref<HTMLHeadingElement>;
}

/** The cause to which the answers lead: how sure it is, what else it could be, and its plan. */
export function OutcomeView({ outcome, given, values, heading }: Props) {
  const { cause, service, notes, open } = outcome;
  const found = { ...values, ...outcome.values };
  const others = siblings(given, cause);
  const toFind = cause === 'service-internal' && open.length > 0;
  return (
    <div data-cause={cause}>
      <p class="meta">Where your answers lead</p>
      <h2 tabIndex={-1} ref={heading}>
        {toFind ? 'Not enough to tell yet' : causes[cause].title}
      </h2>
      <p>
        {toFind
          ? 'No answer names the reason. This plan finds the first error; paste it below, and it is read for you.'
          : causes[cause].meaning}{' '}
        <a href={`/causes/${cause}/`}>More about this cause</a>
      </p>
      {open.length > 0 && !toFind && (
        <div class="notice">
          <p>Not certain, because these are open. Confirm before you change anything.</p>
          <ul>
            {open.map((id) => (
              <li key={id}>{questions[id].text}</li>
            ))}
          </ul>
        </div>
      )}
      {notes.map((note) => (
        <p class="notice" key={note}>
          {note}
        </p>
      ))}
      {others.length > 0 && (
        <details class="alt">
          <summary>It could also be: one check each</summary>
          <ul>
            {others.map(({ cause: other, check }) => (
              <li key={other}>
                <a href={`/causes/${other}/`}>{causes[other].title}</a>. {check}
              </li>
            ))}
          </ul>
        </details>
      )}
      <h3>What to do</h3>
      <PlanView
        key={`${cause} ${service} ${outcome.values.featureName}`}
        cause={cause}
        service={service}
        found={found}
        notes={notes}
      />
    </div>
  );
}
