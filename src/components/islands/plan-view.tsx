import { useRef, useState } from 'preact/hooks';
import { ruleOf } from '../../commands/fill.ts';
import { type CauseId, causes } from '../../knowledge/causes.ts';
import type { Values } from '../../knowledge/naming.ts';
import type { PlanData } from '../../knowledge/plans.ts';
import { type ServiceId, services } from '../../knowledge/services/index.ts';
import type { Shell } from '../../knowledge/step.ts';
import { nameResource, plan } from '../../plans/plan.ts';
import { leaveValues } from './handover.ts';
import { usePlanData } from './plan-data.ts';
import { PlanStep } from './plan-step.tsx';
import { useProgress } from './progress.ts';
import { RunbookHead } from './runbook-head.tsx';
import { ValueFields } from './value-fields.tsx';

interface Props {
  readonly cause: CauseId;
  readonly service: ServiceId | null;
  readonly found: Values;
  /** What to mind in the plan; paper repeats it. */
  readonly notes?: readonly string[];
}

const shells: readonly Shell[] = ['az', 'PowerShell', 'REST'];

/** The plan for a cause, once its steps are here. */
export function PlanView(props: Props) {
  const data = usePlanData();
  if (data) return <LoadedPlan {...props} data={data} />;
  return data === null ? (
    <p>
      The plan could not be loaded. It stands on the page of the cause, too:{' '}
      <a href={`/causes/${props.cause}/`}>{causes[props.cause].title}</a>.
    </p>
  ) : (
    <p class="soft">The plan is on its way…</p>
  );
}

/** The plan for a cause: fields for the reader's values, the steps with their commands, and the door to the generator. */
function LoadedPlan({ cause, service, found, notes = [], data }: Props & { readonly data: PlanData }) {
  const section = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<Values>({});
  const [shell, setShell] = useState<Shell>('az');
  const values = { ...nameResource(service, found), ...typed };
  const { done, mark, forget } = useProgress(cause, service, found.featureName);
  const { steps, asks, door } = plan(data, cause, service, values, shell);
  const commands = steps.some((step) => step.commands);
  const ready = steps.filter(({ title }) => done.has(title)).length;

  const print = () => {
    const own = section.current;
    // Of several plans on a page, paper gets the one whose button was pressed.
    own?.toggleAttribute('data-print', true);
    addEventListener('afterprint', () => own?.removeAttribute('data-print'), { once: true });
    globalThis.print();
  };

  return (
    <section class="plan" aria-label="Plan" ref={section}>
      <RunbookHead
        title={causes[cause].title}
        service={service && services[service].name}
        notes={notes}
        values={asks.map((name) => [ruleOf(name, service).label, values[name] ?? ''] as const)}
      />
      {commands && (
        <details open={asks.some((name) => !values[name])}>
          <summary>Values in the commands</summary>
          <ValueFields names={asks} values={values} service={service} onChange={setTyped} />
        </details>
      )}
      {commands && (
        <fieldset class="bar" style="border:0;padding:0">
          <legend class="visually-hidden">Commands for</legend>
          {shells.map((name) => (
            <button type="button" key={name} aria-pressed={shell === name} onClick={() => setShell(name)}>
              {name}
              {shell === name && ' ✓'}
            </button>
          ))}
        </fieldset>
      )}
      <div class="bar">
        <span role="status">
          {ready} of {steps.length} steps done
        </span>
        <span class="soft">Kept on this device only, without your values.</span>
        {ready > 0 && (
          <button type="button" class="link" onClick={forget}>
            Start over
          </button>
        )}
        <button type="button" onClick={print}>
          Print as a runbook
        </button>
      </div>
      <ol class="steps">
        {steps.map((step) => (
          <PlanStep
            key={step.title}
            step={step}
            shell={shell}
            cause={cause}
            service={service}
            done={done.has(step.title)}
            onDone={(isDone) => mark(step.title, isDone)}
          />
        ))}
      </ol>
      {door && (
        <p class="door">
          <a class="go" href={`/templates/#${new URLSearchParams({ ...door })}`} onClick={() => leaveValues(values)}>
            Generate template
          </a>
        </p>
      )}
    </section>
  );
}
