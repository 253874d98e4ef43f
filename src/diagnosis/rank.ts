import type { CauseId } from '../knowledge/causes.ts';
import type { Context } from './context.ts';
import { type Evidence, type Finding, leastConfidence, mostFindings, mostWithoutAzure, type Weighed } from './weigh.ts';
import type { Guess } from './words.ts';

/** What the words of a text lean towards, shown by words of the paste. */
export type Leaning = Pick<Guess, 'cause' | 'share'> & { readonly evidence: readonly Evidence[] };

/*
 * Signals know what a code means; words know what such a text is usually about. Measured on errors that neither had
 * seen, each alone was right less often than both together, and where they disagree, neither is to be called sure.
 */

/** What the confidence of signals counts, beside the logarithm of a share, and the share of what no word speaks for. */
const signalsCount = 4;
const leastShare = 0.01;
/** From the first score on, signals name the first cause whatever the words are; from the second on, they are sure of it. */
const leading = 0.8;
const decisive = 0.95;
/** What only words say, or what they speak against, is never called sure. */
const mostUnsure = 0.78;
/** Hardly an error that names such a key is about something else; what words say of it is worth so much less. */
const rarelyElsewhere = 0.02;
const nothingKnown: Finding = { id: 'not-cmk', confidence: 0.05, evidence: [] };

/**
 * The causes that signals and words speak for, best first; at least one.
 *
 * @example rank(weigh([], context), [], context)[0].confidence // 0.05
 */
export function rank(
  { findings, score }: Weighed,
  said: readonly Leaning[],
  { azure, ownKey }: Context,
): readonly [Finding, ...Finding[]] {
  const leanings = said.map((leaning) =>
    ownKey && leaning.cause === 'not-cmk' ? { ...leaning, share: leaning.share * rarelyElsewhere } : leaning,
  );
  const likeliest = leanings.reduce<Leaning | null>(
    (best, one) => (best && best.share >= one.share ? best : one),
    null,
  );
  const ids = new Set<CauseId>([...findings.map(({ id }) => id), ...leanings.map(({ cause }) => cause)]);
  const ranked = [...ids].map((id, place) => {
    const signalled = findings.find((finding) => finding.id === id);
    const { share = 0, evidence = [] } = leanings.find(({ cause }) => cause === id) ?? {};
    // That a text is about something else is said of many things: words alone make it a guess.
    const byWords = Math.min(share, azure && id !== 'not-cmk' ? mostUnsure : mostWithoutAzure);
    const finding: Finding = {
      id,
      confidence: Math.round(Math.max(signalled?.confidence ?? 0, byWords) * 100) / 100,
      evidence: signalled ? signalled.evidence : evidence,
    };
    return { finding, place, together: Math.log(share + leastShare) + signalsCount * (signalled?.confidence ?? 0) };
  });
  // The order of the signals stands where they lead; what only words speak for follows.
  ranked.sort(score >= leading ? (a, b) => a.place - b.place : (a, b) => b.together - a.together);
  const [first = nothingKnown, ...others] = ranked.map(({ finding }) => finding);
  const agreed = likeliest === null || likeliest.cause === first.id || score >= decisive;
  const sure = agreed ? first.confidence : Math.min(first.confidence, mostUnsure);
  return [
    { ...first, confidence: sure },
    ...others
      // What follows can only be right where the first one is not.
      .map((finding) => ({ ...finding, confidence: Math.round(finding.confidence * (1 - sure / 2) * 100) / 100 }))
      .filter(({ confidence }) => confidence >= leastConfidence)
      .slice(0, mostFindings - 1),
  ];
}
