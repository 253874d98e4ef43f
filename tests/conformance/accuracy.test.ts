import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { answers, crossValidated, figures, isotonic, type Labelled } from '../../src/diagnosis/measure.ts';
import published from '../../src/knowledge/accuracy.json' with { type: 'json' };
import { signals } from '../../src/knowledge/signals/index.ts';

const path = fileURLToPath(new URL('../../../shared/errors/real-errors.jsonl', import.meta.url));
const missing = !existsSync(path);
if (missing) console.warn('The real errors are not here: the published figures were not checked.');

const set = missing
  ? []
  : readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Labelled);

it.skipIf(missing)('the published figures are those of today (else: npm run accuracy -- --write)', () => {
  const now = { signals: signals.length, all: figures(answers(set)), folded: figures(crossValidated(set)) };
  expect({ ...published, measured: undefined }).toEqual({ ...now, measured: undefined });
});

it.skipIf(missing)('of the answers given with 0.8 or more, at least 97 % are right when cross-validated', () => {
  const { confident, confidentRight } = figures(crossValidated(set));
  expect(confident).toBeGreaterThan(set.length / 3);
  expect(confidentRight / confident).toBeGreaterThanOrEqual(0.97);
});

it('pools scores until the share of right answers rises', () => {
  const given = [
    { score: 0.2, right: true },
    { score: 0.3, right: false },
    { score: 0.4, right: false },
    { score: 0.6, right: true },
    { score: 0.7, right: true },
  ];
  const steps = isotonic(given);
  const shares = steps.map(({ answers: count, right }) => right / count);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(steps.reduce((sum, step) => sum + step.answers, 0)).toBe(given.length);
});

it('counts a wrong answer as wrong, and names the pair', () => {
  const wrong = figures(answers([{ id: 'x', text: '"code":"KeyDisabled"', accept: ['key-not-found'] }]));
  expect(wrong).toMatchObject({
    right: 0,
    confusions: [{ answered: 'key-disabled', wanted: ['key-not-found'], ids: ['x'] }],
  });
});
