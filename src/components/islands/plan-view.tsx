import { useState } from 'preact/hooks';
import type { CauseId } from '../../knowledge/causes.ts';
import type { ValueName, Values } from '../../knowledge/naming.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { sources } from '../../knowledge/sources.ts';
import { plan, type Shell } from '../../plans/plan.ts';
import { riskLabels } from '../../plans/risk.ts';
import { CodeBlock } from './code-block.tsx';
import { leaveValues } from './handover.ts';
import { ValueFields } from './value-fields.tsx';

interface Props {
  readonly cause: CauseId;
  readonly service: ServiceId | null;
  readonly found: Values;
}

const fields: readonly ValueName[] = [
  'workspaceName',
  'resourceGroup',
  'subscriptionId',
  'vaultName',
  'keyName',
  'keyVersion',
  'principalId',
];
const shells: readonly Shell[] = ['az', 'PowerShell'];

/** The plan for a cause: fields for the reader's values, the steps with their commands, and the door to the generator. */
export function PlanView({ cause, service, found }: Props) {
  const [typed, setTyped] = useState<Values>({});
  const [shell, setShell] = useState<Shell>('az');
  const values = { ...found, ...typed };
  const { steps, door } = plan(cause, service, values);
  const commands = steps.some((step) => step.commands);
  return (
    <>
      {commands && (
        <details open={fields.some((name) => !found[name])}>
          <summary>Values in the commands</summary>
          <ValueFields names={fields} values={values} onChange={setTyped} />
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
            {step.who && <p class="meta">{step.who}</p>}
            <p>{step.text}</p>
            {step.commands && <CodeBlock text={step.commands[shell] ?? step.commands.az ?? ''} />}
            {step.commands && !step.commands[shell] && <p class="meta">This one is for the Azure CLI only.</p>}
            {step.takes && <p class="meta">Works: {step.takes}</p>}
            {step.undo && <p class="meta">Undo: {step.undo}</p>}
            {step.source && (
              <p class="meta">
                Source: <a href={sources[step.source].url}>{sources[step.source].title}</a>
              </p>
            )}
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
