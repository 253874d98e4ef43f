import { describe, expect, it } from 'vitest';
import { diagnose, known } from '../../src/diagnosis/diagnose.ts';
import { diagnoseWith } from '../../src/diagnosis/diagnose-with.ts';
import { locate } from '../../src/diagnosis/find.ts';
import { causeIds } from '../../src/knowledge/causes.ts';
import { signals } from '../../src/knowledge/signals/index.ts';
import { packSignals, unpackSignals } from '../../src/knowledge/signals/json.ts';

const cases = signals.map((signal, index) => ({ ...signal, signal, index }));

it('speak for every cause', () => {
  const named = new Set(signals.map(({ cause }) => cause));
  expect(causeIds.filter((id) => !named.has(id))).toEqual([]);
});

describe.each(cases)('signal $index, for $cause', ({ signal, cause, sample, nearMiss, weight, pattern }) => {
  it(`finds “${sample}”`, () => {
    expect(locate(signal, sample)).not.toBeNull();
    expect(diagnose(sample).causes.map(({ id }) => id)).toContain(cause);
  });

  it(`does not find “${nearMiss}”`, () => {
    expect(locate(signal, nearMiss)).toBeNull();
  });

  it('carries a weight between 0 and 1, and no state', () => {
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(1);
    expect(pattern.flags).toBe('i');
  });
});

/** Texts of 100,000 characters that make a pattern start over and over: its own words again and again, and what joins them. */
function hostileTexts(sample: string): string[] {
  const length = 100_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const half = sample.slice(0, Math.ceil(sample.length / 2));
  return [fill(`${half} `), fill(half), fill(`${sample.slice(0, -1)}, `), fill('a'), fill('key '), fill('vault not ')];
}

describe('on hostile text', () => {
  it.each(cases)('signal $index stays linear ($cause, “$sample”)', ({ signal, sample }) => {
    for (const text of hostileTexts(sample)) {
      const started = performance.now();
      locate(signal, text);
      const whole = performance.now() - started;
      // Quadratic patterns need seconds for this; the margin is for a machine that is busy with something else.
      expect(whole, `${text.slice(0, 60)}…`).toBeLessThan(400);
    }
  });
});

it('reads the same out of a text after the signals travelled as JSON', () => {
  const sent = { ...known, signals: unpackSignals(JSON.parse(JSON.stringify(packSignals(signals)))) };
  for (const { sample, nearMiss } of signals)
    for (const text of [sample, nearMiss]) expect(diagnoseWith(sent, text)).toEqual(diagnose(text));
});
