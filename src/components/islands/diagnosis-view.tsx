import { useState } from 'preact/hooks';
import { readCaller, whoSaidNo } from '../../diagnosis/chain.ts';
import type { Diagnosis } from '../../diagnosis/diagnose-with.ts';
import { headline } from '../../diagnosis/headline.ts';
import type { Hint } from '../../diagnosis/hints.ts';
import type { ReportChoices } from '../../diagnosis/report.ts';
import { unfold } from '../../diagnosis/tree.ts';
import { type CauseId, causes } from '../../knowledge/causes.ts';
import { namingRules, type ValueName, type Values } from '../../knowledge/naming.ts';
import { services } from '../../knowledge/services/index.ts';
import { ChainView } from './chain-view.tsx';
import { CodeBlock } from './code-block.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { LayerTree } from './layer-tree.tsx';
import { PlanView } from './plan-view.tsx';
import { QuestionsLink } from './questions-link.tsx';
import { ReportPanel } from './report-panel.tsx';

const entityLabels = {
  applicationId: 'Application id',
  principalId: 'Object id',
  tenantId: 'Tenant',
  vaultName: 'Vault',
  vaultRegion: 'Region of the vault',
  keyName: 'Key',
  keyVersion: 'Key version',
  missingPermission: 'Missing permission',
  action: 'Refused action',
  workspaceName: 'Workspace',
  resourceGroup: 'Resource group',
  resourceRegion: 'Region of the resource',
  clientAddress: 'Client address',
  occurredAt: 'Time',
  correlationId: 'Correlation id',
  requestId: 'Request id',
} as const;

/** A confidence in words. */
function inWords(confidence: number): string {
  return confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}

/** The values of a diagnosis that satisfy their naming rules. */
function valuesOf({ entities }: Diagnosis): Values {
  return Object.fromEntries(
    Object.entries(entities)
      .filter(
        ([name, entity]) =>
          Object.hasOwn(namingRules, name) && namingRules[name as ValueName].pattern.test(entity.value),
      )
      .map(([name, entity]) => [name, entity.value]),
  );
}

/** What a text hides, or what time has settled, before any plan. */
function HintView({ hint }: { readonly hint: Hint }) {
  return (
    <div class="notice" data-hint={hint.id}>
      <b>{hint.title}</b>
      <p>{hint.text}</p>
      {hint.commands && (
        <>
          <CodeBlock text={hint.commands.az} />
          <CodeBlock text={hint.commands.PowerShell} />
        </>
      )}
    </div>
  );
}

interface Props {
  readonly id: number;
  readonly text: string;
  readonly diagnosis: Diagnosis;
  readonly hints: readonly Hint[];
  readonly writeReport: (choices: ReportChoices) => Promise<string>;
}

/** What was found in a paste: who said no, the causes in rank order with their words, the values, the plan, a report. */
export function DiagnosisView({ id, text, diagnosis, hints, writeReport }: Props) {
  const [lit, setLit] = useState<CauseId | null>(null);
  const [first] = diagnosis.causes;
  if (!first) return null;
  const { entities, service, layers, enough } = diagnosis;
  const others = diagnosis.causes
    .filter((finding) => !enough || finding !== first)
    .filter(({ evidence }) => evidence.length > 0);
  // On a guess nobody should act: its plan changes nothing and leads to the message that says more.
  const planned = enough ? first.id : 'not-cmk';
  const chain = whoSaidNo(diagnosis);
  const caller = readCaller(diagnosis);
  const light = (cause: CauseId) => ({
    onMouseEnter: () => setLit(cause),
    onMouseLeave: () => setLit(null),
    onFocusCapture: () => setLit(cause),
    onBlurCapture: () => setLit(null),
  });
  return (
    <>
      {hints.map((hint) => (
        <HintView key={hint.id} hint={hint} />
      ))}
      {chain.length > 0 && (
        <>
          <h2>Who said no</h2>
          <ChainView links={chain} />
        </>
      )}
      <div {...(enough && { 'data-cause': first.id, ...light(first.id) })}>
        <h2>{headline(diagnosis)}</h2>
        <p class="soft">
          {enough ? (
            <>
              Confidence <b>{inWords(first.confidence)}</b> (<a href="/about/accuracy/">how often that is right</a>)
              {first.evidence.length > 0 && ', from '}
              {first.evidence.slice(0, 3).map((evidence, index) => (
                <span key={evidence.start}>
                  {index > 0 && ' and '}
                  <mark>{evidence.text.slice(0, 160)}</mark>
                </span>
              ))}
            </>
          ) : (
            'The text names no cause that is known here. Paste the whole message with its JSON, or answer the questions.'
          )}
        </p>
        <p>
          {enough && (
            <>
              {causes[first.id].meaning} <a href={`/causes/${first.id}/`}>More about this cause</a> ·{' '}
            </>
          )}
          <QuestionsLink diagnosis={diagnosis} found={valuesOf(diagnosis)} />
        </p>
      </div>
      {others.length > 0 && (
        <div class="alt">
          <b>{enough ? 'Could also be' : 'Its words lean towards'}</b>
          <ul>
            {others.slice(0, 3).map((other) => {
              const check = enough && causes[first.id].lookAlikes.find(({ cause }) => cause === other.id)?.check;
              return (
                <li key={other.id} data-cause={other.id} {...light(other.id)}>
                  <a href={`/causes/${other.id}/`}>{causes[other.id].title}</a> (confidence {inWords(other.confidence)}
                  ). {check ? <>One check tells: {check}</> : causes[other.id].meaning}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <dl class="facts">
        {service && (
          <>
            <dt>Service</dt>
            <dd>{services[service].name}</dd>
          </>
        )}
        {caller.name && (
          <>
            <dt>Refused caller</dt>
            <dd>
              {caller.name}
              {caller.kind === 'service' && entities.applicationId && ', an application of Microsoft'}
            </dd>
          </>
        )}
        {Object.entries(entityLabels).map(([name, label]) => {
          const entity = entities[name as keyof typeof entityLabels];
          return (
            entity && (
              <>
                <dt>{label}</dt>
                <dd>
                  <code>{entity.value}</code>
                </dd>
              </>
            )
          );
        })}
      </dl>
      {first.evidence.length > 0 && (
        <details open>
          <summary>The words behind it</summary>
          <EvidenceView text={text} findings={diagnosis.causes} lit={lit} />
        </details>
      )}
      {layers.length > 0 && (
        <details>
          <summary>
            Unfold the {layers.length} {layers.length === 1 ? 'layer' : 'layers'}
          </summary>
          <LayerTree branches={unfold(layers)} />
        </details>
      )}
      <h3>What to do</h3>
      <PlanView key={planned} cause={planned} service={service} found={valuesOf(diagnosis)} />
      <ReportPanel id={id} writeReport={writeReport} />
    </>
  );
}
