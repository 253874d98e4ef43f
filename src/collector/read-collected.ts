import type { Diagnosis } from '../diagnosis/diagnose-with.ts';
import type { CauseId } from '../knowledge/causes.ts';
import { collectorFacts } from '../knowledge/collector.ts';
import { namingRules, type ValueName, type Values } from '../knowledge/naming.ts';
import { type ServiceId, serviceIds, services } from '../knowledge/services/index.ts';
import { readDocument } from './format.ts';
import { isObject, Look, type Proof, same, type Unread } from './look.ts';
import { type Answer, rules } from './rules.ts';

export { isCollected } from './format.ts';
export type { Proof } from './look.ts';

/** A question that the document was asked, and what it said. */
export interface Check {
  readonly cause: CauseId;
  readonly asks: string;
  readonly answer: Answer;
  readonly proof: readonly Proof[];
}

/** A cause that the document speaks for, and the places in it that say so. */
export interface CollectedFinding {
  readonly id: CauseId;
  readonly confidence: number;
  readonly proof: readonly Proof[];
  /** True when the message of the last failed operation says the same. */
  readonly confirmed: boolean;
}

/** What a collected document tells. */
export interface Collected {
  /** A sentence when the document cannot be read; everything else is empty then. */
  readonly problem: string | null;
  readonly service: ServiceId | null;
  /** Which of several keys of the service it is about; null where the service has one, or it does not tell. */
  readonly feature: string | null;
  /** What commands can be filled in with. Each value keeps its naming rule. */
  readonly values: Values;
  /** Best first; empty when nothing wrong was found. */
  readonly findings: readonly CollectedFinding[];
  /** False when no finding is sure enough to name a cause. */
  readonly enough: boolean;
  readonly checks: readonly Check[];
  readonly unread: readonly { readonly part: string; readonly why: Unread; readonly says: string }[];
  readonly signedIn: boolean;
}

/** From here on a finding names the cause. */
const leastToTell = 0.6;

/** Causes that say no more than that it failed: a fact that was read says more. */
const vague: readonly CauseId[] = ['service-internal', 'key-access-lost', 'not-cmk'];

const nothing: Collected = {
  problem: null,
  service: null,
  feature: null,
  values: {},
  findings: [],
  enough: false,
  checks: [],
  unread: [],
  signedIn: false,
};

/** The messages of the operation that failed last; the oldest of them names the reason. */
function lastMessages(look: Look): { readonly text: string; readonly path: string } | null {
  const rows = look
    .list('failures')
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => isObject(row) && typeof row.statusMessage === 'string')
    .map(({ row, index }) => ({ ...(row as Record<string, string>), index }) as Record<string, string | number>)
    .sort((one, other) => String(one.eventTimestamp).localeCompare(String(other.eventTimestamp)));
  const last = rows.at(-1);
  if (!last) return null;
  const own = rows.filter(({ correlationId }) => correlationId === last.correlationId);
  return {
    text: own.map(({ statusMessage }) => statusMessage).join('\n'),
    path: `failures[${own[0]?.index ?? 0}].statusMessage`,
  };
}

function readValues(look: Look, service: ServiceId, last: Diagnosis | undefined): Values {
  const id = look.text('resource.id') || look.text('examined.resourceId');
  const names = id.split('/');
  const after = (word: string): string => names[names.findIndex((one) => one.toLowerCase() === word) + 1] ?? '';
  const own = services[service].resourceId.names.map((name, index) => [name, names[8 + 2 * index] ?? ''] as const);
  const hsm = /managedhsms$/i.test(look.text('examined.vaultType'));
  const principals = look.list('examined.principals');
  const found: Partial<Record<ValueName, unknown>> = {
    ...Object.fromEntries(id ? own : []),
    resourceId: id,
    subscriptionId: after('subscriptions') || look.text('account.subscriptionId'),
    resourceGroup: after('resourcegroups'),
    location: look.text('resource.location').toLowerCase().replaceAll(' ', ''),
    [hsm ? 'hsmName' : 'vaultName']: look.text('examined.vault'),
    vaultResourceGroup: look.text('vault.id').split('/')[4],
    keyName: look.text('examined.key'),
    keyVersion: look.text('examined.keyVersion'),
    // The refused one counts; of several that were looked at, the plan finds the right one.
    principalId: last?.entities.principalId?.value ?? (principals.length === 1 ? principals[0] : undefined),
    identityId: look.text('identity.id'),
    tenantId: look.text('vault.properties.tenantId') || look.text('account.tenantId'),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([name, value]) => {
      const rule = name === 'workspaceName' ? services[service].naming : namingRules[name as ValueName];
      return typeof value === 'string' && rule.pattern.test(value);
    }),
  );
}

/** Which of several keys it is about, as the tree of questions calls them. */
function readFeature(look: Look, service: ServiceId): string | null {
  if (service === 'health-data') return /dicomservices/i.test(look.text('resource.type')) ? 'dicom' : 'fhir';
  if (service === 'machine-learning') {
    if (look.text('resource.properties.hubResourceId')) return 'project';
    if (look.get('resource.properties.enableServiceSideCMKEncryption') === true) return 'service-side';
    return look.text('resource.properties.serviceProvisionedResourceGroup') ? 'managed-resource-group' : null;
  }
  const key = look.text('examined.key');
  const vault = `//${look.text('examined.vault').toLowerCase()}.`;
  const places = look.facts.keys.filter(
    (place) =>
      'keyName' in place &&
      same(look.get(`resource.${place.keyName}`), key) &&
      look.text(`resource.${place.vaultUri}`).toLowerCase().includes(vault),
  );
  return places.length === 1 ? (places[0]?.feature ?? null) : null;
}

function ask(document: unknown, service: ServiceId): { checks: Check[]; findings: CollectedFinding[] } {
  const checks: Check[] = [];
  const findings: CollectedFinding[] = [];
  for (const rule of rules) {
    const look = new Look(document, collectorFacts[service]);
    const told = rule.needs.every((part) => look.has(part)) ? rule.answer(look) : 'open';
    const answer = typeof told === 'object' ? 'wrong' : told;
    checks.push({ cause: rule.cause, asks: rule.asks, answer, proof: look.proof });
    if (answer !== 'wrong') continue;
    const confidence = typeof told === 'object' ? told.wrong : rule.confidence;
    findings.push({ id: rule.cause, confidence, proof: look.proof, confirmed: false });
  }
  return { checks, findings };
}

/** Whether the message is about the vault and the identity that were looked at; only then can they contradict it. */
function aboutTheSame(look: Look, { entities }: Diagnosis): boolean {
  const vault = entities.vaultName?.value ?? look.text('examined.vault');
  const principal = entities.principalId?.value;
  return (
    same(vault, look.text('examined.vault')) &&
    (principal === undefined || look.list('examined.principals').some((one) => same(one, principal)))
  );
}

/** Joins what was read with what the last message said: what both say comes first, what was read now beats an old message. */
function join(
  look: Look,
  findings: readonly CollectedFinding[],
  checks: readonly Check[],
  message: { readonly diagnosis: Diagnosis; readonly path: string; readonly text: string } | null,
): CollectedFinding[] {
  const said = message?.diagnosis.enough ? message.diagnosis.causes : [];
  const contradicts = message ? aboutTheSame(look, message.diagnosis) : false;
  const ranked = findings.map((finding) => {
    const words = said.find(({ id }) => id === finding.id);
    if (!words || !message) return finding;
    const proof = [...finding.proof, { path: message.path, value: words.evidence[0]?.text.slice(0, 300) ?? '' }];
    return { ...finding, proof, confirmed: true, confidence: Math.min(0.98, Math.max(finding.confidence, 0.9) + 0.05) };
  });
  const others = said
    .filter(({ id }) => !ranked.some((finding) => finding.id === id))
    .filter(({ id }) => !contradicts || !checks.some(({ cause, answer }) => cause === id && answer === 'right'))
    .map(({ id, confidence, evidence }) => ({
      id,
      confidence: Math.min(confidence, vague.includes(id) ? 0.4 : 0.75),
      proof: [{ path: message?.path ?? '', value: evidence[0]?.text.slice(0, 300) ?? '' }],
      confirmed: false,
    }));
  // A state that must pass by itself, or needs a step of its own, comes before everything else.
  const first = (id: CauseId): number => Number(id === 'operation-in-progress' || id === 'activation-pending');
  const sure = (finding: CollectedFinding): number => (finding.confirmed ? 2 : finding.confidence >= 0.8 ? 1 : 0);
  // The sort is stable: among equals the order of the rules, which is the order in which Azure says no, stays.
  return [...ranked, ...others].sort(
    (one, other) =>
      first(other.id) - first(one.id) ||
      sure(other) - sure(one) ||
      (sure(one) === 0 ? other.confidence - one.confidence : 0),
  );
}

/**
 * Reads what the collector printed: the causes that it speaks for with the places that say so, the questions that it
 * answers, the values that commands need, and what could not be read. Never throws, and asks nobody.
 *
 * @param diagnose reads the message of the last failed operation
 * @example readCollected('{"format": "cmk-recovery-collected", …', diagnose).findings[0]?.id // 'key-disabled'
 */
export function readCollected(text: string, diagnose: (message: string) => Diagnosis): Collected {
  const document = readDocument(text);
  if (document === null) return { ...nothing, problem: 'There is no document of the collector in this text.' };
  if (typeof document === 'string') return { ...nothing, problem: document };
  const service = serviceIds.find((id) => id === document.service);
  if (!service) return { ...nothing, problem: 'The document names no service that is known here.' };
  const look = new Look(document, collectorFacts[service]);
  const { checks, findings } = ask(document, service);
  const last = lastMessages(look);
  const message = last && { ...last, diagnosis: diagnose(last.text) };
  const joined = join(look, findings, checks, message);
  const parts = Object.keys(document).filter((part) => look.text(`${part}.error`) !== '');
  return {
    problem: null,
    service,
    feature: readFeature(look, service),
    values: readValues(look, service, message?.diagnosis),
    findings: joined,
    enough: (joined[0]?.confidence ?? 0) >= leastToTell,
    checks,
    unread: parts.map((part) => ({
      part,
      why: look.unread(part) ?? 'failed',
      says: look.text(`${part}.error`).slice(0, 300),
    })),
    signedIn: look.has('account'),
  };
}
