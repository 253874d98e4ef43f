import type { CauseId } from '../knowledge/causes.ts';
import type { Refuser } from '../knowledge/parties.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import type { Signal } from '../knowledge/signals/signal.ts';
import type { WordTable } from '../knowledge/words.ts';
import { readContext } from './context.ts';
import { type Entity, type EntityName, readEntities } from './entities.ts';
import { find, place } from './find.ts';
import { type Flat, flatten, type Stretch, spellOut } from './flatten.ts';
import { type Layer, readLayers } from './layers.ts';
import { quiet } from './quiet.ts';
import { rank } from './rank.ts';
import { readService } from './service.ts';
import { stretches, tellingLines } from './stretches.ts';
import { type Finding, weigh } from './weigh.ts';
import { guess, tells, wholeUpTo } from './words.ts';

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

/** What the decoder knows: signals, and words for where no signal says enough. */
export interface Known {
  readonly signals: readonly Signal[];
  readonly words: Omit<WordTable, 'counted'>;
  /** Who refuses where a cause is met, unless the text says otherwise. */
  readonly refusedBy: Readonly<Partial<Record<CauseId, Refuser | null>>>;
}

/** Below this a finding is a guess. */
const leastToTell = 0.25;
/** An error that speaks neither of Azure nor of keys, and of which nothing else is known. */
const anError = /\b(?:error|fail|exception|denied|forbidden|invalid|cannot|unable|not found|refused)[\s\S]{12}/i;
const aboutSomethingElse: Finding = { id: 'not-cmk', confidence: 0.45, evidence: [] };

/** The text whose words count: of a log the lines that may belong to an error, and of two ways to join lines the one that tells more. */
function reading(words: Known['words'], text: string, parts: readonly Stretch[]): Flat {
  const lines = text.length > wholeUpTo ? tellingLines(text, parts) : parts;
  const spaced = quiet(flatten(text, 'as-space', lines));
  if (!/[\r\n]/.test(text)) return spaced;
  const joined = quiet(flatten(text, 'joined', lines));
  return tells(words, joined.text) > tells(words, spaced.text) ? joined : spaced;
}

/**
 * Names the causes that a pasted error text speaks for, with the words that say so. Never throws. It takes what it
 * knows as an argument because the browser fetches it as data.
 *
 * @example diagnoseWith(known, '"code":"KeyDisabled"').causes[0]?.id // 'key-disabled'
 */
export function diagnoseWith(known: Known, text: string): Diagnosis {
  const parts = stretches(text);
  const spaced = flatten(text, 'as-space', parts);
  const views = [spaced, ...(/[\r\n]/.test(text) ? [flatten(text, 'joined', parts)] : []), spellOut(quiet(spaced))];
  const hits = find(text, views.map(quiet), known.signals);
  const context = readContext(spaced.text);
  const weighed = weigh(hits, context);
  const said = reading(known.words, text, parts);
  const guesses = guess(known.words, said.text).map(({ cause, share, words }) => ({
    cause,
    share,
    evidence: words.map(({ from, to }) => place(text, said, from, to)),
  }));
  const ranked = rank(weighed, guesses, context);
  const elsewhere = ranked[0].confidence < leastToTell && !context.azure && !context.keys && anError.test(spaced.text);
  const causes = elsewhere ? ([aboutSomethingElse] as const) : ranked;
  const first = causes[0];
  const strongest = hits.reduce<(typeof hits)[number] | null>(
    (best, hit) => (!best || hit.signal.weight > best.signal.weight ? hit : best),
    null,
  );
  const speaker = first.id === weighed.findings[0]?.id ? weighed.refusedBy : null;
  const enough = first.confidence >= leastToTell;
  return {
    causes,
    refusedBy: enough ? (speaker ?? known.refusedBy[first.id] ?? null) : null,
    service: readService(spaced) ?? strongest?.signal.service ?? null,
    entities: readEntities(text, views),
    layers: readLayers(text, spaced),
    enough,
    score: weighed.score,
  };
}
