import { describe, expect, it } from 'vitest';
import { type Leaning, rank } from '../../src/diagnosis/rank.ts';
import type { Finding, Weighed } from '../../src/diagnosis/weigh.ts';
import type { CauseId } from '../../src/knowledge/causes.ts';

const azure = { azure: true, keys: true, ownKey: false, secret: false };
const evidence = [{ text: 'words', start: 0, end: 5 }];
const finding = (id: CauseId, confidence: number): Finding => ({ id, confidence, evidence });
const signals = (score: number, ...findings: Finding[]): Weighed => ({ findings, score, refusedBy: null });
const leaning = (cause: CauseId, share: number): Leaning => ({ cause, share, evidence });

describe('signals and words together', () => {
  it.each([
    ['agree: sure', 0.9, 'key-disabled', true],
    ['disagree: named, not sure', 0.9, 'key-not-found', false],
    ['disagree, but the code can mean nothing else: sure', 0.96, 'key-not-found', true],
  ] as const)('%s', (_, score, words, sure) => {
    const [first] = rank(signals(score, finding('key-disabled', 0.95)), [leaning(words, 0.9)], azure);
    expect(first.id).toBe('key-disabled');
    expect(first.confidence >= 0.8).toBe(sure);
  });

  it('let words decide where signals say little, and never call that sure', () => {
    const weak = signals(0.45, finding('service-internal', 0.45));
    const ranked = rank(weak, [leaning('vault-not-found', 0.95)], azure);
    expect(ranked.map(({ id }) => id)).toEqual(['vault-not-found', 'service-internal']);
    expect(ranked[0].confidence).toBeLessThan(0.8);
  });

  it('keep what a signal says where words allow it, though they lean elsewhere', () => {
    const leanings = [leaning('not-cmk', 0.4), leaning('throttled', 0.2)];
    const [first] = rank(signals(0.7, finding('throttled', 0.72)), leanings, azure);
    expect(first.id).toBe('throttled');
  });

  it('hardly call an error that names the reader’s own key one about something else', () => {
    const leanings = [leaning('not-cmk', 0.8), leaning('key-access-lost', 0.1)];
    expect(rank(signals(0), leanings, azure)[0].id).toBe('not-cmk');
    expect(rank(signals(0), leanings, { ...azure, ownKey: true })[0].id).toBe('key-access-lost');
  });

  it('stay low for a text that does not speak of Azure', () => {
    const [first] = rank(signals(0), [leaning('throttled', 0.9)], { ...azure, azure: false });
    expect(first.confidence).toBeLessThan(0.5);
  });

  it('name one cause even where nothing is known', () => {
    expect(rank(signals(0), [], azure)).toEqual([{ id: 'not-cmk', confidence: 0.05, evidence: [] }]);
  });
});
