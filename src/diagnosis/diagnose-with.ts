import type { Refuser } from '../knowledge/parties.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import type { Signal } from '../knowledge/signals/signal.ts';
import { readContext } from './context.ts';
import { type Entity, type EntityName, readEntities } from './entities.ts';
import { find } from './find.ts';
import { flatten, spellOut } from './flatten.ts';
import { type Layer, readLayers } from './layers.ts';
import { quiet } from './quiet.ts';
import { readService } from './service.ts';
import { stretches } from './stretches.ts';
import { type Finding, weigh } from './weigh.ts';

export type { Entity, EntityName } from './entities.ts';
export type { Layer } from './layers.ts';
export type { Evidence, Finding } from './weigh.ts';

/** What an error text says. */
export interface Diagnosis {
  /** Best first, at least one. */
  readonly causes: readonly Finding[];
  readonly refusedBy: Refuser | null;
  readonly service: ServiceId | null;
  readonly entities: Partial<Record<EntityName, Entity>>;
  readonly layers: readonly Layer[];
  /** False when the text does not say enough to name a cause. */
  readonly enough: boolean;
  /** The raw score behind the first confidence, from 0 to 1; for measurements. */
  readonly score: number;
}

/** Below this a finding is a guess. */
const leastToTell = 0.25;
const aboutKeys = /\bkeys?\b|vault|encrypt|\bcmk\b|\bhsm\b|identity|wrap/i;
const aboutAnError = /error|fail|exception|denied|forbidden|invalid|cannot|unable|not found|refused|status/i;

/** A text without any signal: about something else if it is an error without a word on keys, otherwise too little. */
function nothingFound(text: string): { finding: Finding; enough: boolean } {
  const elsewhere = aboutAnError.test(text) && !aboutKeys.test(text) && text.length >= 20;
  return { finding: { id: 'not-cmk', confidence: elsewhere ? 0.45 : 0.15, evidence: [] }, enough: elsewhere };
}

/**
 * Names the causes that a pasted error text speaks for, with the words that say so. Never throws. It takes its signals
 * as an argument because the browser fetches them as data.
 *
 * @example diagnoseWith(signals, '"code":"KeyDisabled"').causes[0]?.id // 'key-disabled'
 */
export function diagnoseWith(known: readonly Signal[], text: string): Diagnosis {
  const parts = stretches(text);
  const spaced = flatten(text, 'as-space', parts);
  const views = [spaced, ...(/[\r\n]/.test(text) ? [flatten(text, 'joined', parts)] : []), spellOut(quiet(spaced))];
  const hits = find(text, views.map(quiet), known);
  const weighed = weigh(hits, readContext(spaced.text));
  const found = weighed.findings[0];
  const rest = { entities: readEntities(text, views), layers: readLayers(text, spaced) };
  const strongest = hits.reduce<(typeof hits)[number] | null>(
    (best, hit) => (!best || hit.signal.weight > best.signal.weight ? hit : best),
    null,
  );
  const service = readService(spaced) ?? strongest?.signal.service ?? null;
  if (!found) {
    const { finding, enough } = nothingFound(spaced.text);
    return { causes: [finding], refusedBy: null, service, ...rest, enough, score: finding.confidence };
  }
  return {
    causes: weighed.findings,
    refusedBy: weighed.refusedBy,
    service,
    ...rest,
    enough: found.confidence >= leastToTell,
    score: weighed.score,
  };
}
