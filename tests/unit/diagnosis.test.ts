import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { flatten } from '../../src/diagnosis/flatten.ts';
import { signals } from '../../src/knowledge/signals.ts';

describe('each signal', () => {
  it.each(signals.map((signal) => [signal.cause, signal] as const))(
    'for %s is in its own sample',
    (cause, { pattern, sample }) => {
      expect(sample).toMatch(pattern);
      expect(diagnose(sample).causes.map(({ id }) => id)).toContain(cause);
    },
  );

  it.each(signals.map((signal) => [signal.cause, signal] as const))(
    'for %s keeps its answer in every disguise',
    (_, { sample }) => {
      const first = diagnose(sample).causes[0]?.id;
      const escaped = JSON.stringify(JSON.stringify({ message: sample }));
      const framed = `│ Error: ${sample.replaceAll(' ', '\n│ ')}`;
      const stamped = sample.replaceAll(' ', '\n2026-11-01T10:00:00.0000000Z ');
      const cut = sample.replace(/(.{30})/g, '$1\n');
      for (const text of [sample.toLowerCase(), escaped, framed, stamped, `\u001b[31m${sample}\u001b[0m`, cut]) {
        expect(diagnose(text).causes[0]?.id, text).toBe(first);
      }
    },
  );

  it.each(signals.map((signal) => [signal.cause, signal] as const))(
    'for %s takes linear time on hostile text',
    (_, { pattern, sample }) => {
      const pieces = [sample, ...sample.split(' '), ' key vault ', 'a', '/'];
      for (const piece of pieces) {
        const text = piece.repeat(Math.ceil(100_000 / Math.max(1, piece.length)));
        const start = performance.now();
        pattern.test(`${text}\u0000`);
        // Quadratic time would be minutes here; the bound only tells the two apart.
        expect(performance.now() - start).toBeLessThan(2000);
      }
    },
  );
});

describe('who is refused', () => {
  it.each([
    ["does not have keys get permission on key vault 'kv-a;location=westus'", 'access-policy-missing', 'key-store'],
    ["does not have secrets get permission on key vault 'kv-a;location=westus'", 'caller-not-authorized', 'key-store'],
    [
      "(AuthorizationFailed) The client 'x' does not have authorization to perform action 'Microsoft.KeyVault/vaults/read'",
      'caller-not-authorized',
      'arm',
    ],
    ['"code":"WorkspaceActivationRequired"', 'activation-pending', 'provider'],
  ])('%s', (text, cause, by) => {
    expect(diagnose(text)).toMatchObject({ causes: [{ id: cause }, ...diagnose(text).causes.slice(1)], refusedBy: by });
  });

  it('finds identity, vault, key and action in a refusal', () => {
    const { entities } = diagnose(
      String.raw`"message":"Caller is not authorized to perform action on resource.\r\nCaller: appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=c60a8f21-74d5-4e93-b1f7-28d0e95a3c46;iss=https://sts.windows.net/c60a8f21-74d5-4e93-b1f7-28d0e95a3c47/\r\nAction: 'Microsoft.KeyVault/vaults/keys/read'\r\nResource: '/subscriptions/x/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-sample/keys/cmk'\r\nVault: kv-sample;location=westeurope"`,
    );
    expect(Object.fromEntries(Object.entries(entities).map(([name, { value }]) => [name, value]))).toMatchObject({
      principalId: 'c60a8f21-74d5-4e93-b1f7-28d0e95a3c46',
      applicationName: 'AzureDatabricks',
      vaultName: 'kv-sample',
      vaultRegion: 'westeurope',
      keyName: 'cmk',
      action: 'Microsoft.KeyVault/vaults/keys/read',
    });
  });

  it('takes nothing for a value that was blacked out', () => {
    expect(diagnose('Caller: appid=***;oid=*****;Vault: ***;location=***').entities).toEqual({});
  });
});

describe('what cannot be told', () => {
  it.each(['', '   \n', 'hello', 'my workspace key is somehow odd, 403', '\u0000\u0001\ufffd'])(
    '%j is not enough',
    (text) => {
      expect(diagnose(text)).toMatchObject({ enough: false, causes: [{ id: 'not-cmk' }] });
    },
  );

  it('a firewall of a storage account is not about the key', () => {
    expect(
      diagnose('This request is not authorized to perform this operation using this permission., 403, HEAD').causes[0]
        ?.id,
    ).toBe('not-cmk');
  });
});

describe('whatever is pasted', () => {
  it('is answered, with evidence that stands in the paste', () => {
    const word = fc.constantFrom(
      ...signals.map(({ sample }) => sample),
      '\\"',
      '\\\\n',
      '\ud800',
      '&quot;',
      '\u001b[1m',
      '{',
      '│ ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        for (const { evidence, confidence } of diagnose(text).causes) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          for (const { start, end, text: shown } of evidence) expect(text.slice(start, end)).toBe(shown);
        }
      }),
    );
  });

  it('keeps the way back to its places in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(' ' as const, '' as const), (text, joint) => {
        const { text: flat, offsets } = flatten(text, joint);
        expect(offsets.length).toBe(flat.length + 1);
        for (let index = 1; index < offsets.length; index++) {
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        }
      }),
    );
  });

  it('is found at the end of ten megabytes of log', () => {
    const log = 'INFO worker finished batch in 12 ms\n'.repeat(290_000);
    const text = `${log}"innererror":{"code":"KeyDisabled"}`;
    const [first] = diagnose(text).causes;
    expect(first?.id).toBe('key-disabled');
    expect(text.slice(first?.evidence[0]?.start, first?.evidence[0]?.end)).toBe('KeyDisabled');
  });
});

describe('npm run diagnose', () => {
  const run = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/diagnose.ts'), ...args], {
      input,
      encoding: 'utf8',
    });

  it('prints the causes of a paste as JSON', () => {
    expect(JSON.parse(run('"code":"KeyDisabled"').stdout)).toMatchObject({
      causes: [{ id: 'key-disabled', evidence: [{ text: 'KeyDisabled' }] }],
      refusedBy: 'key-store',
      service: null,
      entities: {},
    });
  });

  it('answers each line, and names the line that it cannot read', () => {
    const { stdout, stderr, status } = run(
      '{"id":"a","text":"ScopeLocked"}\nnonsense\n{"id":7,"text":""}\n',
      '--jsonl',
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 7]);
    expect(stderr).toContain('Line 2');
    expect(status).toBe(1);
  });

  it('answers an empty input', () => {
    expect(JSON.parse(run('').stdout).causes[0].id).toBe('not-cmk');
  });
});
