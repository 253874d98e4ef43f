import type { CauseId } from '../knowledge/causes.ts';
import type { Refuser } from '../knowledge/parties.ts';
import type { Signal } from '../knowledge/signals/signal.ts';
import { calibrate } from './calibrate.ts';
import type { Context } from './context.ts';

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

/** A signal that was found in the text, where, and how deep in the error. */
export interface Hit {
  readonly signal: Signal;
  readonly evidence: Evidence;
  readonly depth: number;
  /** Its sentence says what to look at, not what happened. */
  readonly advice: boolean;
}

/** What all signals together say: the causes, best first, and who spoke the strongest words. */
export interface Weighed {
  readonly findings: readonly Finding[];
  /** The raw score of the first finding, before it was turned into a confidence. */
  readonly score: number;
  /** Null where the strongest words do not tell. */
  readonly refusedBy: Refuser | null;
}

/** What a finding beside the first one must reach to be shown, and how many are. */
export const leastConfidence = 0.15;
export const mostFindings = 5;
/** What a ruled-out cause keeps of its score, and what words keep that stand in a text about something else. */
const kept = { ruledOut: 0.4, outOfContext: 0.4, advised: 0.8 };
/** From here on a statement is worth more than an advice beside it. */
const leastStatement = 0.6;
/** An inner message says more than the one that wraps it, but a generic one stays generic. */
const perDepth = 0.004;
const deepest = 8;
/** Below this a text that does not speak of Azure stays, whatever its words are. */
export const mostWithoutAzure = 0.45;

/** What a refusal on a secret or a certificate comes to: the key of the service is not concerned. */
const aboutSecrets: Partial<Record<CauseId, CauseId>> = {
  'access-policy-missing': 'caller-not-authorized',
  'rbac-role-missing': 'caller-not-authorized',
  'key-disabled': 'not-cmk',
  'key-outside-validity': 'not-cmk',
  'key-not-found': 'not-cmk',
  'key-access-lost': 'not-cmk',
};

interface Tally {
  score: number;
  best: Hit;
  /** True when the best signal names the cause itself, not as one of several. */
  named: boolean;
  readonly evidence: Evidence[];
}

/** Sentences about a key say nothing of a key store in a text that speaks of none. */
function inContext({ signal }: Hit, context: Context): boolean {
  return context.keys || signal.kind === 'code' || signal.layer !== 'key-store';
}

/** Any program says that it is busy, throttled or forbidden; of Azure only a text that is about Azure speaks. */
function confidenceOf({ score, best }: Tally, context: Context): number {
  const confidence = calibrate(score);
  const own = best.signal.kind === 'code' && best.signal.layer === 'key-store';
  return context.azure || own ? confidence : Math.min(confidence, mostWithoutAzure);
}

/**
 * Ranks causes by their strongest signal, with a little more for every signal that agrees and for inner messages.
 * A signal that rules a cause out leaves of it only what it itself still allows.
 *
 * @example weigh([], { azure: true, keys: true, ownKey: false, secret: false }).findings // []
 */
export function weigh(hits: readonly Hit[], context: Context): Weighed {
  const tallies = new Map<CauseId, Tally>();
  const vetoed = new Set<CauseId>();
  for (const { signal } of hits) for (const cause of signal.vetoes ?? []) vetoed.add(cause);
  const stated = hits.some((hit) => !hit.advice && hit.signal.weight >= leastStatement && inContext(hit, context));
  for (const hit of hits) {
    const { signal, evidence, depth } = hit;
    const weight = signal.weight + Math.min(depth, deepest) * perDepth;
    const share = (inContext(hit, context) ? 1 : kept.outOfContext) * (hit.advice && stated ? kept.advised : 1);
    // Words whose first cause is ruled out were read wrongly, so what they also allow is no better.
    const misread = vetoed.has(signal.cause);
    [signal.cause, ...(signal.also ?? [])].forEach((said, index) => {
      const cause = (context.secret && aboutSecrets[said]) || said;
      const full = (weight - index * 0.04) * share;
      const score = misread || vetoed.has(cause) ? full * kept.ruledOut : full;
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
  if (!top) return { findings: [], score: 0, refusedBy: null };
  const [id, { best, score }] = top;
  const findings = ranked.map(([cause, tally]) => ({
    id: cause,
    confidence: confidenceOf(tally, context),
    evidence: tally.evidence.slice(0, 4),
  }));
  return { findings, score, refusedBy: id === 'not-cmk' ? null : best.signal.layer };
}
