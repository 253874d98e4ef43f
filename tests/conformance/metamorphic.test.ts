import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { cutByAThird, transformations } from '../metamorphic.ts';

const path = fileURLToPath(new URL('../../../shared/errors/real-errors.jsonl', import.meta.url));
const missing = !existsSync(path);
if (missing) console.warn('The real errors are not here: the metamorphic tests did not run.');

const texts = missing
  ? []
  : readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; text: string });

it.skipIf(missing).each(transformations)('the first cause stays the same when a text is %s', (_name, change) => {
  const changed = texts
    .map(({ id, text }) => ({ id, was: diagnose(text).causes[0]?.id, is: diagnose(change(text)).causes[0]?.id }))
    .filter(({ was, is }) => was !== is);
  expect(changed.length / texts.length, JSON.stringify(changed)).toBeLessThanOrEqual(0.02);
});

it.skipIf(missing)('the first cause stays the same when a text is cut by a third and its words are still there', () => {
  const stillThere = texts.filter(({ text }) => {
    const evidence = diagnose(text).causes[0]?.evidence ?? [];
    return evidence.length > 0 && evidence.every(({ end }) => end <= cutByAThird(text).length);
  });
  const changed = stillThere.filter(
    ({ text }) => diagnose(text).causes[0]?.id !== diagnose(cutByAThird(text)).causes[0]?.id,
  );
  expect(stillThere.length).toBeGreaterThan(40);
  expect(changed.length / stillThere.length, changed.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(0.02);
});

it.skipIf(missing)('a text that lost its words with the last third gets no confident other cause', () => {
  const confident = texts.filter(({ text }) => {
    const first = diagnose(cutByAThird(text)).causes[0];
    return first && first.id !== diagnose(text).causes[0]?.id && first.confidence >= 0.8;
  });
  expect(confident.length / texts.length, confident.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(0.02);
});
