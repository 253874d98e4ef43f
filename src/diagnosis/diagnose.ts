import { type CauseId, causes } from '../knowledge/causes.ts';
import type { Refuser } from '../knowledge/parties.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import { type Signal, signals } from '../knowledge/signals.ts';
import { type Entities, findEntities, findService } from './entities.ts';
import { type Flat, flatten } from './flatten.ts';
import { interesting } from './windows.ts';

/** Words of the paste that speak for a cause; `text` is exactly what stands from `start` to `end`. */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cause with how sure it is, from 0 to 1, and why. */
export interface Finding {
  readonly id: CauseId;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** What was read out of a paste. */
export interface Diagnosis {
  /** Best first, at least one. */
  readonly causes: readonly Finding[];
  readonly refusedBy: Refuser | null;
  readonly service: ServiceId | null;
  readonly entities: Entities;
  /** False when the text does not say enough to name a cause. */
  readonly enough: boolean;
}

/** Causes that give way when another one is there: the words of the first also stand in messages about the second. */
const givesWay: Readonly<Partial<Record<CauseId, readonly CauseId[]>>> = {
  'access-policy-missing': ['caller-not-authorized', 'not-cmk', 'vault-network-blocked', 'deny-assignment'],
  'rbac-role-missing': ['caller-not-authorized', 'not-cmk', 'vault-network-blocked', 'deny-assignment'],
  'caller-not-authorized': ['deny-assignment'],
  'vault-protection-missing': ['policy-denied'],
  'vault-not-found': ['vault-network-blocked', 'caller-not-authorized'],
  'identity-token-failure': ['cross-tenant-misconfigured', 'key-uri-invalid'],
  'name-held-by-soft-delete': ['operation-in-progress'],
  'key-access-lost': ['key-disabled', 'key-not-found', 'vault-network-blocked'],
};

/**
 * Reads a paste and says why the update was refused. Never throws, whatever the paste holds.
 *
 * @example diagnose('"innererror":{"code":"KeyDisabled"}').causes[0]?.id // 'key-disabled'
 */
export function diagnose(paste: string): Diagnosis {
  const { text, origin } = interesting(paste);
  const views = [flatten(text, ' '), flatten(text, '')];
  const findings = weigh(text, views, origin);
  const [spaced, joined] = views as [Flat, Flat];
  const entities = moved({ ...findEntities(spaced), ...longer(findEntities(joined)) }, origin);
  const best = findings[0];
  if (!best) return { ...nothing(text), service: findService(spaced, entities), entities };
  return {
    causes: findings.map(({ finding }) => finding),
    refusedBy: best.signal.by ?? causes[best.signal.cause].refusedBy,
    service: findService(spaced, entities),
    entities,
    enough: true,
  };
}

/** In texts that were cut in the middle of words, only the joined view has whole ids. */
function longer(entities: Entities): Entities {
  const { principalId, applicationId, applicationName, tenantId } = entities;
  return Object.fromEntries(
    Object.entries({ principalId, applicationId, applicationName, tenantId }).filter(([, entity]) => entity),
  );
}

function moved(entities: Entities, origin: (offset: number) => number): Entities {
  return Object.fromEntries(
    Object.entries(entities).map(([name, { value, start, end }]) => [
      name,
      { value, start: origin(start), end: origin(end - 1) + 1 },
    ]),
  );
}

interface Weighed {
  readonly finding: Finding;
  readonly signal: Signal;
}

function weigh(text: string, views: readonly Flat[], origin: (offset: number) => number): Weighed[] {
  const found = new Map<CauseId, { signal: Signal; evidence: Map<number, Evidence> }>();
  for (const signal of signals) {
    for (const view of views) {
      const match = signal.pattern.exec(view.text);
      if (!match) continue;
      const start = view.offsets[match.index] ?? 0;
      const end = (view.offsets[match.index + match[0].length - 1] ?? start) + 1;
      const known = found.get(signal.cause);
      const entry = known ?? { signal, evidence: new Map() };
      if (signal.weight > entry.signal.weight) entry.signal = signal;
      entry.evidence.set(start, { text: text.slice(start, end), start: origin(start), end: origin(end - 1) + 1 });
      found.set(signal.cause, entry);
      break;
    }
  }
  const strong = (cause: CauseId) => (found.get(cause)?.signal.weight ?? 0) >= 0.85;
  return [...found.entries()]
    .map(([id, { signal, evidence }]) => {
      const beaten = givesWay[id]?.some(strong) ?? false;
      const confidence = Math.min(0.98, signal.weight + 0.01 * (evidence.size - 1)) * (beaten ? 0.5 : 1);
      return {
        signal,
        finding: { id, confidence: Math.round(confidence * 100) / 100, evidence: [...evidence.values()] },
      };
    })
    .sort((a, b) => b.finding.confidence - a.finding.confidence)
    .filter(({ finding }, index, all) => index === 0 || finding.confidence >= (all[0]?.finding.confidence ?? 0) - 0.5)
    .slice(0, 4);
}

/** What to say when no signal is there: about something else, or not enough to tell. */
function nothing(text: string): Pick<Diagnosis, 'causes' | 'refusedBy' | 'enough'> {
  const error = /\b(?:error|exception|failed|failure|forbidden|denied|code|traceback)\b/i.test(text);
  const aboutKeys =
    /key ?vault|customer.managed|\bcmk\b|encrypt|\bkeys?\b|managed ?hsm|PatchWorkspaceError|\b403\b|forbidden/i.test(
      text,
    );
  const elsewhere = error && !aboutKeys;
  return {
    causes: [{ id: 'not-cmk', confidence: elsewhere ? 0.6 : 0.2, evidence: [] }],
    refusedBy: null,
    enough: elsewhere,
  };
}
