import { useState } from 'preact/hooks';
import { type CauseId, causes } from '../../knowledge/causes.ts';
import type { Values } from '../../knowledge/naming.ts';
import type { PlanData } from '../../knowledge/plans.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { people, riskLabels, type Shell, type Step } from '../../knowledge/step.ts';
import { nameResource, plan } from '../../plans/plan.ts';
import { CodeBlock } from './code-block.tsx';
import { leaveValues } from './handover.ts';
import { usePlanData } from './plan-data.ts';
import { ValueFields } from './value-fields.tsx';

interface Props {
  readonly cause: CauseId;
  readonly service: ServiceId | null;
  readonly found: Values;
}

const shells: readonly Shell[] = ['az', 'PowerShell', 'REST'];

/** The commands of a step: those of the chosen shell, else the Azure CLI's, and the query for the audit log. */
function Commands({ step, shell }: { readonly step: Step; readonly shell: Shell }) {
  const { commands } = step;
  if (!commands) return null;
  const text = commands[shell] ?? commands.az ?? commands.PowerShell;
  const used = commands[shell] ? shell : commands.az ? 'the Azure CLI' : 'PowerShell';
  return (
    <>
      {text && <CodeBlock text={text} />}
      {text && used !== shell && <p class="meta">This one is for {used}.</p>}
      {commands.KQL && <CodeBlock text={commands.KQL} />}
    </>
  );
}

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
function LoadedPlan({ cause, service, found, data }: Props & { readonly data: PlanData }) {
  const [typed, setTyped] = useState<Values>({});
  const [shell, setShell] = useState<Shell>('az');
  const values = { ...nameResource(service, found), ...typed };
  const { steps, asks, door } = plan(data, cause, service, values);
  const commands = steps.some((step) => step.commands);
  return (
    <>
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
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.title}>
            <h4>
              {step.title} <span class={`tag ${step.risk}`}>{riskLabels[step.risk]}</span>
            </h4>
            <p class="meta">
              {people[step.who]}
              {step.needs && `: ${step.needs}`}
            </p>
            {step.lost && <p class="notice">Lost: {step.lost}</p>}
            <p>{step.text}</p>
            {step.lookAt && <p class="meta">Not confirmed. To be sure: {step.lookAt}</p>}
            <Commands step={step} shell={shell} />
            {step.takes && <p class="meta">Works: {step.takes}</p>}
            {step.undo && <p class="meta">Undo: {step.undo}</p>}
            <p class="meta">
              {step.sources.map((id, index) => (
                <a key={id} href={`/reference/sources/#${id}`}>
                  {index === 0 ? 'Source' : index + 1}{' '}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ol>
      {door && (
        <p>
          <a class="go" href={`/templates/#${new URLSearchParams({ ...door })}`} onClick={() => leaveValues(values)}>
            Generate template
          </a>
        </p>
      )}
    </>
  );
}
