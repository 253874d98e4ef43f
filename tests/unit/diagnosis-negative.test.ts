import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { ordinaryTexts } from '../ordinary-text.ts';

// A thousand texts take seconds on a machine that is busy with something else.
const patience = 60_000;

it('a thousand pieces of ordinary logs, prose and source code get no cause with confidence', {
  timeout: patience,
}, () => {
  const texts = ordinaryTexts(fileURLToPath(new URL('../../node_modules', import.meta.url)));
  expect(texts).toHaveLength(1000);
  const wrong = texts
    .map((text) => ({ text, first: diagnose(text).causes[0] }))
    .filter(({ first }) => (first?.confidence ?? 0) >= 0.5)
    .map(({ text, first }) => `${first?.id} ${first?.confidence} ${first?.evidence[0]?.text} ← ${text.slice(0, 80)}`);
  expect(wrong).toEqual([]);
});
