/**
 * How often answers of that score are right. `npm run accuracy` fits the steps by isotonic regression on answers in
 * which the signals inspired by the same errors took no part; the table stays a little below that fit, because a
 * confident wrong answer costs a reader more than a hesitant right one.
 */
const table: readonly (readonly [score: number, confidence: number])[] = [
  [0, 0.1],
  [0.3, 0.3],
  [0.45, 0.45],
  [0.58, 0.6],
  [0.68, 0.7],
  [0.78, 0.8],
  [0.86, 0.92],
  [0.94, 0.97],
  [1, 0.98],
];

/**
 * The confidence that a score deserves, from 0 to 1.
 *
 * @example calibrate(0.95) // 0.97
 */
export function calibrate(score: number): number {
  let [fromScore, fromConfidence] = table[0] ?? [0, 0];
  for (const [toScore, toConfidence] of table) {
    if (score <= toScore) {
      const share = toScore === fromScore ? 1 : (score - fromScore) / (toScore - fromScore);
      return Math.round((fromConfidence + share * (toConfidence - fromConfidence)) * 100) / 100;
    }
    [fromScore, fromConfidence] = [toScore, toConfidence];
  }
  return fromConfidence;
}
