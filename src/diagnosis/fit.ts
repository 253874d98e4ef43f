import type { CauseId } from '../knowledge/causes.ts';
import type { WordTable } from '../knowledge/words.ts';
import type { Labelled } from './measure.ts';
import { quarters, tells, wordsOf } from './words.ts';

/** How the words are weighed: rounds over all texts, the first step of a round, and how long a text is made. */
const rounds = 30;
const firstStep = 0.5;
const lengthOfText = 3;
/** A word of one text alone says nothing. */
const leastTexts = 2;
/** Of the causes that a label accepts, the later ones count less. */
const laterCause = 0.6;
/** What a round takes from every weight, so that words that say little end at nothing. */
const shrink = 0.15;

/** Numbers that look random and are the same each time. */
function shuffled(count: number, seed: number): number[] {
  let state = seed + 1;
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (index + 1);
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

function wantedShares(accept: readonly CauseId[], causes: readonly CauseId[]): number[] {
  const shares = causes.map((cause): number => (cause === accept[0] ? 1 : accept.includes(cause) ? laterCause : 0));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

const inQuarters = (value: number) => Math.round(value * quarters);

/**
 * Weighs words by texts with known causes: multinomial logistic regression over stems and pairs of stems, with an L1
 * penalty that leaves most weights at nothing.
 *
 * @example fitWords([{ id: '1', text: 'The vault has a lock.', accept: ['resource-locked'] }]).causes // ['resource-locked']
 */
export function fitWords(texts: readonly Labelled[]): WordTable {
  const causes = [...new Set(texts.flatMap(({ accept }) => accept))].sort();
  const stems = texts.map(({ text }) => wordsOf(text).map(({ stem }) => stem));
  const met = new Map<string, number>();
  for (const stem of stems.flat()) met.set(stem, (met.get(stem) ?? 0) + 1);
  const rarity = new Map(
    [...met].filter(([, count]) => count >= leastTexts).map(([stem, count]) => [stem, Math.log(texts.length / count)]),
  );
  const weights = new Map([...rarity.keys()].map((stem) => [stem, new Float64Array(causes.length)]));
  const bias = new Float64Array(causes.length);
  const examples = texts.map(({ accept }, index) => {
    const known = (stems[index] ?? []).filter((stem) => rarity.has(stem));
    const length = Math.sqrt(known.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0) ** 2, 0)) || 1;
    const values = known.map((stem) => ({
      row: weights.get(stem) ?? bias,
      value: ((rarity.get(stem) ?? 0) / length) * lengthOfText,
    }));
    return { values, wanted: wantedShares(accept, causes) };
  });
  for (let round = 0; round < rounds; round++) {
    const step = firstStep / (1 + round * 0.15);
    for (const index of shuffled(examples.length, round)) {
      const example = examples[index];
      if (!example) continue;
      const scores = Array.from(bias);
      for (const { row, value } of example.values)
        for (let cause = 0; cause < causes.length; cause++)
          scores[cause] = (scores[cause] ?? 0) + (row[cause] ?? 0) * value;
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, cause) => {
        const slope = power / total - (example.wanted[cause] ?? 0);
        bias[cause] = (bias[cause] ?? 0) - step * slope * 0.1;
        for (const { row, value } of example.values) row[cause] = (row[cause] ?? 0) - step * slope * value;
      });
    }
    for (const row of weights.values())
      for (let cause = 0; cause < row.length; cause++) {
        const weight = row[cause] ?? 0;
        row[cause] = Math.sign(weight) * Math.max(0, Math.abs(weight) - shrink * step);
      }
  }
  const words: Record<string, readonly number[]> = {};
  for (const [stem, row] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rare = rarity.get(stem) ?? 0;
    const pairs = Array.from(row, (weight) => inQuarters(weight * lengthOfText)).flatMap((weight, cause) =>
      weight === 0 ? [] : [cause, weight],
    );
    if (pairs.length > 0) words[stem] = [inQuarters(rare), ...pairs];
  }
  const table = { causes, bias: Array.from(bias, inQuarters), usual: 0, words };
  const telling = texts.map(({ text }) => tells(table, text)).sort((a, b) => a - b);
  return { ...table, usual: Math.round(telling[Math.floor(telling.length / 2)] ?? 0) };
}
