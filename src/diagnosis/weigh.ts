import { type CauseId, causes } from '../knowledge/causes.ts';
import type { Refuser } from '../knowledge/parties.ts';
import type { Signal } from '../knowledge/signals/index.ts';

/** A piece of the paste as given: `text` equals the paste from `start` up to `end`. */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cause that the text speaks for, how sure it is, and the words that say so. */
export interface Finding {
  readonly id: CauseId;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** A signal that was found in the text, and where. */
export interface Hit {
  readonly signal: Signal;
  readonly evidence: Evidence;
}

/** What all signals together say: the causes, best first, and who spoke the strongest words. */
export interface Weighed {
  readonly findings: readonly Finding[];
  readonly refusedBy: Refuser | null;
}

const leastConfidence = 0.25;
const mostFindings = 5;

interface Tally {
  score: number;
  best: Hit;
  /** True when the best signal names the cause itself, not as one of several. */
  named: boolean;
  readonly evidence: Evidence[];
}

function round(score: number): number {
  return Math.round(Math.min(0.98, score) * 100) / 100;
}

/**
 * Ranks causes by their strongest signal, with a little more for every signal that agrees.
 * A signal that rules a cause out leaves of it only what it itself still allows.
 *
 * @example weigh([]).findings // []
 */
export function weigh(hits: readonly Hit[]): Weighed {
  const tallies = new Map<CauseId, Tally>();
  const vetoed = new Map<CauseId, number>();
  for (const { signal } of hits) {
    for (const cause of signal.vetoes ?? []) vetoed.set(cause, Math.max(vetoed.get(cause) ?? 0, signal.weight));
  }
  for (const hit of hits) {
    const { signal, evidence } = hit;
    const named = [signal.cause, ...(signal.also ?? [])];
    named.forEach((cause, index) => {
      const full = signal.weight - index * 0.04;
      const score = (vetoed.get(cause) ?? 0) > 0 ? full * 0.4 : full;
      const tally = tallies.get(cause);
      if (!tally) {
        tallies.set(cause, { score, best: hit, named: index === 0, evidence: [evidence] });
        return;
      }
      if (!tally.evidence.some(({ start, end }) => start === evidence.start && end === evidence.end)) {
        tally.evidence.push(evidence);
      }
      // Agreement counts only among signals of the same rank: weak words must not lift a strong wrong one.
      const agreement = score > 0.5 && tally.score > 0.5 ? 0.01 : 0;
      if (score > tally.score) {
        tally.best = hit;
        tally.named = index === 0;
      }
      tally.score = Math.max(score, tally.score) + agreement;
    });
  }
  const ranked = [...tallies].sort(([, a], [, b]) => b.score - a.score || Number(b.named) - Number(a.named));
  const top = ranked[0];
  const findings = ranked
    .filter(([, { score }], index) => index === 0 || score >= leastConfidence)
    .slice(0, mostFindings)
    .map(([id, { score, evidence }]) => ({ id, confidence: round(score), evidence: evidence.slice(0, 4) }));
  if (!top) return { findings, refusedBy: null };
  const [id, { best }] = top;
  const refusedBy = id === 'not-cmk' ? null : (best.signal.layer ?? causes[id].refusedBy);
  return { findings, refusedBy };
}
