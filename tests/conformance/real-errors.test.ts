import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';

interface RealError {
  readonly id: string;
  readonly text: string;
  readonly accept: readonly string[];
}
const file = join(import.meta.dirname, '../../../shared/errors/real-errors.jsonl');
const there = existsSync(file);
if (!there) console.warn('The collection of real errors is not here, so the decoder was not held against it.');

it.skipIf(!there)(
  'names an accepted cause first for at least 95 of 100 real errors, and is hardly ever sure of a wrong one',
  () => {
    const errors: RealError[] = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const wrong = errors.flatMap(({ id, text, accept }) => {
      const first = diagnose(text).causes[0];
      return first && accept.includes(first.id) ? [] : [{ id, first: first?.id, confidence: first?.confidence ?? 0 }];
    });
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(errors.length * 0.05);
    expect(wrong.filter(({ confidence }) => confidence >= 0.8).length).toBeLessThanOrEqual(errors.length * 0.01);
  },
);
