import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { maskFor } from '../../src/diagnosis/mask.ts';
import { type MaskKind, maskAll, maskKinds } from '../../src/diagnosis/mask-kinds.ts';
import { report } from '../../src/diagnosis/report.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const guid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
/** Names as people choose them; the digits keep them from being words of the report. */
const name = (prefix: string) =>
  fc
    .tuple(fc.string({ unit: fc.constantFrom(...'abcdefghijk'), minLength: 1, maxLength: 8 }), hex(4))
    .map(([word, end]) => `${prefix}${word}9${end}`);

const values = fc.record({
  vault: name('kv'),
  key: name('cmk'),
  version: hex(32),
  group: name('rg'),
  workspace: name('ws'),
  identity: name('id'),
  subscription: guid,
  principal: guid,
  tenant: guid,
  correlation: guid,
  mail: fc.tuple(name('u'), name('d')).map(([user, host]) => `${user}@${host}.example`),
  address: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.')),
});
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never;

function refusal(v: Values): string {
  return JSON.stringify({
    error: {
      code: 'Forbidden',
      message: `The client '${v.mail}' asked. Caller is not authorized to perform action on resource.\r\nCaller: name=${v.identity};appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=${v.principal};iss=https://sts.windows.net/${v.tenant}/;xms_mirid=/subscriptions/${v.subscription}/resourcegroups/${v.group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${v.identity}\r\nAction: 'Microsoft.KeyVault/vaults/keys/wrap/action'\r\nResource: '/subscriptions/${v.subscription}/resourcegroups/${v.group}/providers/microsoft.keyvault/vaults/${v.vault}/keys/${v.key}'\r\nhttps://${v.vault}.vault.azure.net/keys/${v.key}/${v.version}\r\nVault: ${v.vault};location=westeurope\r\nClient address: ${v.address}\r\n/subscriptions/${v.subscription}/resourceGroups/${v.group}/providers/Microsoft.Synapse/workspaces/${v.workspace}`,
      correlationId: v.correlation,
      innererror: { code: 'ForbiddenByRbac' },
    },
  });
}

const wrappings: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['as a JSON string', (text) => JSON.stringify(text)],
  ['wrapped inside of words', (text) => text.replace(/(.{60})/g, '$1\n')],
  ['in a Terraform frame', (text) => text.replace(/(.{76})/g, '$1\n│ ')],
  ['in upper case', (text) => text.toUpperCase()],
];

describe('a masked report', () => {
  it.each(wrappings)('holds none of the original values (%s)', (_name, wrap) => {
    fc.assert(
      fc.property(values, fc.boolean(), (v, told) => {
        const text = wrap(refusal(v));
        const tried = told ? `Granted ${v.principal} on ${v.vault}, asked ${v.mail}` : '';
        const written = report(text, diagnose(text), { mask: maskAll, tried }).toLowerCase();
        const survivors = Object.values(v).filter((value) => written.includes(value.toLowerCase()));
        expect(survivors).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what names no one: the cause, the code, the action and the first-party application', () => {
    const [v] = fc.sample(values, 1);
    if (!v) throw new Error('no sample');
    const text = refusal(v);
    const written = report(text, diagnose(text), { mask: maskAll, tried: '' });
    expect(written).toContain('rbac-role-missing');
    expect(written).toContain('ForbiddenByRbac');
    expect(written).toContain('vault-1');
    expect(written).toContain('AzureDatabricks');
  });

  it.each(Object.keys(maskKinds) as MaskKind[])('shows the values of %s again when its switch is off', (kind) => {
    const [v] = fc.sample(values, 1);
    if (!v) throw new Error('no sample');
    const text = refusal(v);
    const without = maskAll.filter((other) => other !== kind);
    const written = report(text, diagnose(text), { mask: without, tried: text });
    expect(written).not.toMatch(new RegExp(`\\b${kind}-\\d`));
  });

  it('gives the same value the same pseudonym, however it is written', () => {
    const { apply } = maskFor(['https://KV-Prod9.vault.azure.net/keys/cmk9a'], maskAll);
    expect(apply('kv-prod9 and KV-PROD9')).toBe('vault-1 and vault-1');
  });

  it('cannot be broken out of by backticks in the paste', () => {
    const text = 'Operation wrapKey is not allowed on a disabled key. ```` # heading';
    const written = report(text, diagnose(text), { mask: maskAll, tried: '``````\n# not a heading' });
    expect(written).toContain('```````text');
  });
});

describe('masking', () => {
  it('never throws and ends in time on hostile text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => typeof maskFor([text], maskAll).apply(text) === 'string',
      ),
    );
    const started = performance.now();
    const long = '/subscriptions/a/resourceGroups/'.repeat(3000);
    maskFor([long], maskAll).apply(long);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

it.each([
  ['a text that says too little names no cause', 'the key', /^# Not enough to tell\n/, /- Cause:/],
  ['a guess is called one', 'PatchWorkspaceError in Azure Synapse', /^# Perhaps: /, /# Not enough/],
])('%s', (_, text, expected, unexpected) => {
  const written = report(text, diagnose(text), { mask: maskAll, tried: '' });
  expect(written).toMatch(expected);
  expect(written).not.toMatch(unexpected);
});
