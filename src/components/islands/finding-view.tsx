import { useState } from 'preact/hooks';
import type { Values } from '../../knowledge/naming.ts';
import type { QuestionId } from '../../knowledge/questions/index.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { people, type Shell } from '../../knowledge/step.ts';
import { findingOf } from '../../troubleshooter/how-to-find.ts';
import { CodeBlock } from './code-block.tsx';
import { usePlanData } from './plan-data.ts';
import { ValueFields } from './value-fields.tsx';

const shells = ['az', 'PowerShell'] as const satisfies readonly Shell[];
type Choice = (typeof shells)[number];

/** The language that the reader opened last, on any page; see preferredShell in shell.ts. */
function preferred(): Choice {
  try {
    return localStorage.shell === 'PowerShell' ? 'PowerShell' : 'az';
  } catch {
    return 'az';
  }
}

function prefer(shell: Choice): void {
  try {
    localStorage.shell = shell;
  } catch {
    // Storage can be forbidden; the choice then lasts for this question.
  }
}

interface Props {
  readonly question: QuestionId;
  readonly service: ServiceId | null;
  readonly values: Values;
  readonly onValues: (values: Values) => void;
}

/** How to find the answer: the place in the portal, and commands that only read, with the reader's values. */
export function FindingView({ question, service, values, onValues }: Props) {
  const data = usePlanData();
  const [shell, setShell] = useState<Choice>(preferred);
  if (!data) return null;
  const { portal, steps, asks } = findingOf(data, question, service, values);
  return (
    <details class="finding">
      <summary>How to find out</summary>
      <p>
        <b>Portal.</b> {portal}
      </p>
      <ValueFields names={asks} values={values} service={service} onChange={onValues} />
      <fieldset class="bar" style="border:0;padding:0">
        <legend class="visually-hidden">Commands for</legend>
        {shells.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={shell === name}
            onClick={() => {
              setShell(name);
              prefer(name);
            }}
          >
            {name}
            {shell === name && ' ✓'}
          </button>
        ))}
      </fieldset>
      {steps.map((step) => (
        <div key={step.title}>
          <h3>{step.title}</h3>
          <p class="meta">
            {people[step.who]}
            {step.needs && `: ${step.needs}`}
          </p>
          <p>{step.text}</p>
          <CodeBlock text={step.commands?.[shell] ?? step.commands?.az ?? step.commands?.KQL ?? ''} />
        </div>
      ))}
    </details>
  );
}
