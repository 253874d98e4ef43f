import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { documentedCodes, phraseRows } from '../../src/knowledge/signals/codes.ts';

const codes = documentedCodes.map(({ code }) => code);

it('knows each documented code once', () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^\w{5,80}$/.test(code))).toEqual([]);
});

describe('a documented code names its cause first', () => {
  it.each(documentedCodes)('$code: $cause', ({ code, cause }) => {
    const text = JSON.stringify({ error: { code, message: 'The request to Azure could not be completed.' } });
    expect(diagnose(text).causes[0]?.id).toBe(cause);
    expect(diagnose(`Azure: ${code.toLowerCase()}`).causes[0]?.id).toBe(cause);
  });

  it.each(documentedCodes)('$code, but not inside of a longer word', ({ code }) => {
    const { evidence = [] } = diagnose(`Azure: x${code}x`).causes[0] ?? {};
    expect(evidence.filter(({ text }) => text === code)).toEqual([]);
  });
});

describe('a documented sentence names its cause first', () => {
  it.each(phraseRows.flatMap(({ phrases, cause }) => phrases.map((phrase) => ({ phrase, cause }))))(
    '“$phrase”: $cause',
    ({ phrase, cause }) => {
      expect(diagnose(`Azure: ${phrase.replaceAll('…', 'hasn’t')}.`).causes[0]?.id).toBe(cause);
    },
  );
});
