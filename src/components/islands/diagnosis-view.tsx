import type { Diagnosis, Evidence } from '../../diagnosis/diagnose.ts';
import { causes } from '../../knowledge/causes.ts';
import { namingRules, type ValueName, type Values } from '../../knowledge/naming.ts';
import { chain, refusers } from '../../knowledge/parties.ts';
import { services } from '../../knowledge/services/index.ts';
import { PlanView } from './plan-view.tsx';

/** How much of the paste is shown around the evidence. */
const shown = 20_000;

const entityLabels = {
  applicationName: 'Application',
  applicationId: 'Application id',
  principalId: 'Object id',
  tenantId: 'Tenant',
  vaultName: 'Vault',
  vaultRegion: 'Region',
  keyName: 'Key',
  keyVersion: 'Key version',
  missingPermission: 'Missing permission',
  action: 'Refused action',
  workspaceName: 'Workspace',
  resourceGroup: 'Resource group',
  clientAddress: 'Client address',
  correlationId: 'Correlation id',
} as const;

/** A confidence in words. */
function inWords(confidence: number): string {
  return confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}

function Highlighted({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  const from = Math.max(0, Math.min(...evidence.map(({ start }) => start), text.length) - shown / 2);
  const start = text.length <= shown ? 0 : from;
  const end = Math.min(text.length, start + shown);
  const parts = [];
  let at = start;
  for (const mark of [...evidence].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > end) continue;
    parts.push(text.slice(at, mark.start), <mark>{text.slice(mark.start, mark.end)}</mark>);
    at = mark.end;
  }
  parts.push(text.slice(at, end));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <pre class="evidence" tabIndex={0}>
      {start > 0 && '… '}
      {parts}
      {end < text.length && ' …'}
    </pre>
  );
}

/** What was found in a paste: who said no, the causes in rank order, the values, and the plan of the first cause. */
export function DiagnosisView({ text, diagnosis }: { text: string; diagnosis: Diagnosis }) {
  const [first, ...others] = diagnosis.causes;
  if (!first) return null;
  const { entities, refusedBy, service } = diagnosis;
  const found: Values = Object.fromEntries(
    Object.entries(entities)
      .filter(
        ([name, entity]) =>
          Object.hasOwn(namingRules, name) && namingRules[name as ValueName].pattern.test(entity.value),
      )
      .map(([name, entity]) => [name, entity.value]),
  );
  const order = refusedBy ? chain.indexOf(refusedBy) : -1;
  const parties = chain.filter((party) => party !== 'identity-platform' || refusedBy === party);
  const title = diagnosis.enough ? causes[first.id].title : 'Not enough to tell';
  return (
    <>
      {refusedBy && (
        <>
          <h2>Who said no</h2>
          <ol class="chain">
            <li>
              <b>You</b>
              <small>sent the update</small>
            </li>
            {parties.map((party) => {
              const name = party === 'provider' && service ? services[service].name : refusers[party].name;
              if (party === refusedBy)
                return (
                  <li class="no" key={party}>
                    <b>{name} said no ✗</b>
                    <small>
                      to {entities.missingPermission?.value ?? entities.action?.value ?? refusers[party].refuses}
                    </small>
                  </li>
                );
              return (
                <li key={party}>
                  <b>{name}</b>
                  <small>{chain.indexOf(party) < order ? 'let it through ✓' : 'was not reached'}</small>
                </li>
              );
            })}
          </ol>
        </>
      )}
      <div data-cause={first.id}>
        <h2>{title}</h2>
        <p class="soft">
          {diagnosis.enough ? (
            <>
              Confidence <b>{inWords(first.confidence)}</b>
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
          {diagnosis.enough && causes[first.id].meaning} <a href={`/causes/${first.id}/`}>More about this cause</a> ·{' '}
          <a href="/troubleshoot/">Answer questions instead</a>
        </p>
      </div>
      {others.length > 0 && (
        <div class="alt">
          <b>Could also be</b>
          <ul>
            {others.slice(0, 3).map((other) => (
              <li key={other.id} data-cause={other.id}>
                <a href={`/causes/${other.id}/`}>{causes[other.id].title}</a> (confidence {inWords(other.confidence)}).{' '}
                {causes[first.id].lookAlikes.find(({ cause }) => cause === other.id)?.check ?? causes[other.id].meaning}
              </li>
            ))}
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
          <Highlighted text={text} evidence={diagnosis.causes.flatMap(({ evidence }) => evidence)} />
        </details>
      )}
      <h3>What to do</h3>
      <PlanView key={first.id} cause={first.id} service={service} found={found} />
    </>
  );
}
