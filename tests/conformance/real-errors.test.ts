import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';

interface RealError {
  readonly id: string;
  readonly text: string;
  readonly accept: readonly string[];
}

const path = fileURLToPath(new URL('../../../shared/errors/real-errors.jsonl', import.meta.url));
const missing = !existsSync(path);
if (missing) console.warn('The real errors are not here: their tests did not run.');

function answers() {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { id, text, accept } = JSON.parse(line) as RealError;
    const first = diagnose(text).causes[0];
    return { id, first, right: first !== undefined && accept.includes(first.id) };
  });
}

it.skipIf(missing)(
  'at least 95 % of the real errors get a right first cause (skipped without the shared folder)',
  () => {
    const all = answers();
    const wrong = all.filter(({ right }) => !right).map(({ id, first }) => `${id}: ${first?.id}`);
    expect(wrong.length / all.length, wrong.join('\n')).toBeLessThanOrEqual(0.05);
  },
);

it.skipIf(missing)('at most 1 % are answered wrongly with confidence (skipped without the shared folder)', () => {
  const all = answers();
  const wrong = all.filter(({ right, first }) => !right && (first?.confidence ?? 0) >= 0.8).map(({ id }) => id);
  expect(wrong.length / all.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
});
