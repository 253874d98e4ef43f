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
import { guess, readAtOnce, tells } from './words.ts';

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
  /** How much the signals say for their first cause, from 0 to 1; for measurements. */
  readonly score: number;
}

/** What the decoder knows: signals, and words for where no signal says enough. */
export interface Known {
  readonly signals: readonly Signal[];
  readonly words: WordTable;
  /** Who refuses where a cause is met, unless the text says otherwise. */
  readonly refusedBy: Readonly<Partial<Record<CauseId, Refuser | null>>>;
}

/** Below this a finding is a guess. */
const leastToTell = 0.25;
/** An error that speaks neither of Azure nor of keys, and of which nothing else is known. */
const anError = /\b(?:error|fail|exception|denied|forbidden|invalid|cannot|unable|not found|refused)[\s\S]{12}/i;
const aboutSomethingElse: Finding = { id: 'not-cmk', confidence: 0.45, evidence: [] };

/** A text with its lines joined by blanks and, where it has some, joined without: a word may have been cut at a line's end. */
function joinedBothWays(text: string, parts: readonly Stretch[]): readonly [Flat, ...Flat[]] {
  const spaced = flatten(text, 'as-space', parts);
  return /[\r\n]/.test(text) ? [spaced, flatten(text, 'joined', parts)] : [spaced];
}

/**
 * Names the causes that a pasted error text speaks for, with the words that say so. Never throws. It takes what it
 * knows as an argument because the browser fetches it as data.
 *
 * @example diagnoseWith(known, '"code":"KeyDisabled"').causes[0]?.id // 'key-disabled'
 */
export function diagnoseWith(known: Known, text: string): Diagnosis {
  const parts = stretches(text);
  const flats = joinedBothWays(text, parts);
  const [spaced] = flats;
  const quieted = flats.map(quiet);
  const spelled = spellOut(quiet(spaced));
  const hits = find(text, [...quieted, spelled], known.signals);
  const context = readContext(spaced.text);
  const weighed = weigh(hits, context);
  // Of a log only lines that may belong to an error are read for their words, and joined in the way that tells more.
  const readings = text.length > readAtOnce ? joinedBothWays(text, tellingLines(text, parts)).map(quiet) : quieted;
  const read = readings.reduce((best, one) =>
    tells(known.words, one.text) > tells(known.words, best.text) ? one : best,
  );
  const guesses = guess(known.words, read.text).map(({ cause, share, words }) => ({
    cause,
    share,
    evidence: words.map(({ from, to }) => place(text, read, from, to)),
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
    entities: readEntities(text, [...flats, spelled]),
    layers: readLayers(text, spaced),
    enough,
    score: weighed.score,
  };
}
