import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bash, powershell, quoteBash, quotePowerShell } from '../../src/commands/quote.ts';

const hostile = fc.string({ unit: 'grapheme', maxLength: 60 });
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');

describe('quoting for bash', () => {
  it.each([
    ['kv-prod', 'kv-prod'],
    ['', "''"],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ["it's", "'it'\\''s'"],
    ['a\nb', 'ab'],
  ])('writes %j as %s', (value, quoted) => {
    expect(quoteBash(value)).toBe(quoted);
  });

  it.skipIf(spawnSync('bash', ['-c', 'true']).status !== 0)(
    'gives bash exactly the value back, whatever it holds',
    () => {
      const values = fc.sample(hostile, { numRuns: 300, seed: 7 }).map(visible);
      const script = values.map((value) => bash`printf '%s\\0' ${value}`).join('\n');
      const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      expect(stdout.split('\0').slice(0, -1)).toEqual(values);
    },
  );
});

describe('quoting for PowerShell', () => {
  it.each([
    ['kv-prod', 'kv-prod'],
    ['$(Remove-Item)', "'$(Remove-Item)'"],
    ["it's", "'it''s'"],
    ['it\u2019s', "'it\u2019\u2019s'"],
    ['-Force', "'-Force'"],
    ['@splat', "'@splat'"],
  ])('writes %j as %s', (value, quoted) => {
    expect(quotePowerShell(value)).toBe(quoted);
  });

  it('leaves no way out of the string', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const quoted = quotePowerShell(value);
        if (!quoted.startsWith("'")) return /^[\w.-]+$/.test(quoted);
        return !/['\u2018\u2019\u201a\u201b]/.test(quoted.slice(1, -1).replace(/(['\u2018\u2019\u201a\u201b])\1/g, ''));
      }),
    );
  });

  it('joins a list with commas', () => {
    expect(powershell`X -PermissionsToKeys ${['get', 'wrapKey']}`).toBe('X -PermissionsToKeys get,wrapKey');
  });
});
