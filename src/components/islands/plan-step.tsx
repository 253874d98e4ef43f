import { shownIn } from '../../commands/fill.ts';
import type { CauseId } from '../../knowledge/causes.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { people, riskLabels, type Shell, type Step } from '../../knowledge/step.ts';
import { CodeBlock } from './code-block.tsx';
import { HandOver } from './hand-over.tsx';

interface Props {
  readonly step: Step;
  readonly shell: Shell;
  readonly cause: CauseId;
  readonly service: ServiceId | null;
  readonly done: boolean;
  readonly onDone: (done: boolean) => void;
}

/** The commands of a step: those of the chosen shell, else the Azure CLI's, and the query for the audit log. */
function Commands({ step, shell }: { readonly step: Step; readonly shell: Shell }) {
  const { commands } = step;
  if (!commands) return null;
  const used = shownIn(commands, shell);
  const text = used && commands[used];
  return (
    <>
      {text && <CodeBlock text={text} wrap={used === 'REST'} />}
      {text && used !== shell && <p class="meta">This one is for {used === 'az' ? 'the Azure CLI' : used}.</p>}
      {commands.KQL && <CodeBlock text={commands.KQL} />}
    </>
  );
}

/** One step of a plan, with a box to tick and, where somebody else has to do it, a request to hand over. */
export function PlanStep({ step, shell, cause, service, done, onDone }: Props) {
  const somebodyElse = step.who !== 'anyone' && step.who !== 'workspace-owner';
  return (
    <li>
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
      <label class="done">
        <input type="checkbox" checked={done} onChange={(event) => onDone(event.currentTarget.checked)} /> Done
        <span class="visually-hidden">: {step.title}</span>
      </label>
      {somebodyElse && <HandOver key={shell} step={step} cause={cause} service={service} shell={shell} />}
      <p class="meta sources">
        {step.sources.map((id, index) => (
          <a key={id} href={`/reference/sources/#${id}`}>
            {index === 0 ? 'Source' : index + 1}{' '}
          </a>
        ))}
      </p>
    </li>
  );
}
