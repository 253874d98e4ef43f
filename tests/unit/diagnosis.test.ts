import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { flatten } from '../../src/diagnosis/flatten.ts';
import { unfold } from '../../src/diagnosis/tree.ts';

const vaultRefusal = JSON.stringify({
  error: {
    code: 'Forbidden',
    message:
      "Caller is not authorized to perform action on resource.\r\nCaller: appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=11111111-2222-3333-4444-555555555555;iss=https://sts.windows.net/66666666-7777-8888-9999-000000000000/\r\nAction: 'Microsoft.KeyVault/vaults/keys/wrap/action'\r\nResource: '/subscriptions/***/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-contoso/keys/cmk'\r\nVault: kv-contoso;location=westeurope",
    innererror: { code: 'ForbiddenByRbac' },
  },
});

/** Offsets must be those of the paste as given, whatever was undone to find the words. */
function expectTrueEvidence(text: string) {
  const { causes, entities, layers } = diagnose(text);
  expect(causes.length).toBeGreaterThan(0);
  for (const piece of causes.flatMap(({ evidence }) => evidence)) {
    expect(piece.text).toBe(text.slice(piece.start, piece.end));
  }
  for (const { start, end } of [...Object.values(entities), ...layers]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe('wrapping', () => {
  const wrapped: [string, string][] = [
    ['plain JSON', vaultRefusal],
    ['a JSON string', JSON.stringify(vaultRefusal)],
    ['a JSON string three times over', JSON.stringify(JSON.stringify(JSON.stringify(vaultRefusal)))],
    ['HTML entities', vaultRefusal.replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
    ['smart quotes', vaultRefusal.replaceAll('"', '“').replaceAll("'", '’')],
    ['colours', `\u001b[31m${vaultRefusal}\u001b[0m`],
    ['a Terraform frame', vaultRefusal.replace(/(.{76})/g, '$1\n│ ')],
    ['log timestamps', vaultRefusal.replace(/(.{76})/g, '$1\r\n2026-08-13T11:33:42.2716257Z ')],
    ['an indented column', vaultRefusal.replace(/(.{60})/g, '$1\n                 ')],
  ];

  it.each(wrapped)('is undone: %s', (_name, text) => {
    const { causes, refusedBy, entities } = diagnose(text);
    expect(causes[0]?.id).toBe('rbac-role-missing');
    expect(causes[0]?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(refusedBy).toBe('key-store');
    expect(entities.principalId?.value).toBe('11111111-2222-3333-4444-555555555555');
    expect(entities.vaultName?.value).toBe('kv-contoso');
    expect(entities.action?.value).toBe('Microsoft.KeyVault/vaults/keys/wrap/action');
    expect(entities.subscriptionId).toBeUndefined();
    expectTrueEvidence(text);
  });
});

describe('a refusal of the caller', () => {
  it('is not mistaken for one of the identity, though a vault is named', () => {
    const text =
      "(AuthorizationFailed) The client 'dev' with object id '11111111-2222-3333-4444-555555555555' does not have authorization to perform action 'Microsoft.KeyVault/vaults/read' over scope '/subscriptions/aaaaaaaa-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv'";
    expect(diagnose(text)).toMatchObject({ causes: [{ id: 'caller-not-authorized' }], refusedBy: 'arm' });
  });

  it.each(['secrets', 'certificates'])('holds for a missing permission on %s', (kind) => {
    const text = `The user, group or application 'appid=x' does not have ${kind} get permission on key vault 'kv;location=westus'`;
    expect(diagnose(text).causes[0]?.id).toBe('caller-not-authorized');
  });
});

describe('names and ids', () => {
  it('come from the workspace rather than from another resource', () => {
    const text =
      "'/subscriptions/aaaaaaaa-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv' and '/subscriptions/bbbbbbbb-0000-0000-0000-000000000000/resourceGroups/rg-ws/providers/Microsoft.Synapse/workspaces/ws-contoso'";
    const { entities, service } = diagnose(text);
    expect(service).toBe('synapse');
    expect(entities.workspaceName?.value).toBe('ws-contoso');
    expect(entities.resourceGroup?.value).toBe('rg-ws');
    expect(entities.subscriptionId?.value).toBe('bbbbbbbb-0000-0000-0000-000000000000');
  });

  it('include the key, its version and the missing permission', () => {
    const text =
      "https://kv-a.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef does not have keys wrapKey permission on key vault 'kv-a;location=westus'";
    const { entities } = diagnose(text);
    expect(entities.keyName?.value).toBe('cmk');
    expect(entities.keyVersion?.value).toBe('0123456789abcdef0123456789abcdef');
    expect(entities.missingPermission?.value).toBe('keys wrapKey');
    expect(entities.vaultRegion?.value).toBe('westus');
  });

  it.each(['***', 'xxxxxxxx', '<workspace>'])('leave out the redacted value %s', (value) => {
    const { entities } = diagnose(
      `/subscriptions/s/resourceGroups/${value}/providers/Microsoft.Synapse/workspaces/${value}`,
    );
    expect(entities.workspaceName).toBeUndefined();
    expect(entities.resourceGroup).toBeUndefined();
  });
});

describe('the layers', () => {
  it('stand outermost first', () => {
    const { layers } = diagnose(JSON.stringify({ error: { code: 'DeploymentFailed', message: vaultRefusal } }));
    expect(layers[0]?.code).toBe('DeploymentFailed');
    expect(layers.at(-1)?.code).toBe('ForbiddenByRbac');
    expect(layers.at(-1)?.depth).toBeGreaterThan(layers[0]?.depth ?? 0);
  });
});

describe('too little to tell', () => {
  it.each(['', '   \n\t ', '\u0000\u0001\u0002', 'hello', 'the key', 'The encryption of the vault failed'])(
    'is said of %j',
    (text) => {
      const { enough, causes } = diagnose(text);
      expect(enough).toBe(false);
      expect(causes[0]?.confidence).toBeLessThanOrEqual(0.2);
    },
  );

  it('is not said of an error about something else', () => {
    expect(diagnose('Error: the build failed with 3 invalid lines')).toMatchObject({
      causes: [{ id: 'not-cmk' }],
      enough: true,
    });
  });
});

describe('hostile text', () => {
  const long = 100_000;
  const repeats = [
    'a',
    'KeyVault',
    '\\',
    '\\"',
    '{',
    '"code":"',
    'key vault ',
    'grant get ',
    'missing wrap ',
    '&',
    '\n',
    '\n│ ',
    '\u001b[',
    '/subscriptions/a',
    'AADSTS',
    '\ud800',
    'keys/',
    'identity ',
    'conflict ',
    'does not have keys ',
  ];
  const texts: [string, string][] = [
    ...repeats.map((piece): [string, string] => [JSON.stringify(piece), piece.repeat(Math.ceil(long / piece.length))]),
    ['a web page', `<!DOCTYPE html><html><body>${'<p class="x">404 &lt;not found&gt;</p>'.repeat(2000)}</body></html>`],
    ['bytes', Array.from({ length: long }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('')],
  ];

  it.each(texts)('made of %s is answered in bounded time', (_name, text) => {
    const started = performance.now();
    expectTrueEvidence(text);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('never throws and never invents evidence', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectTrueEvidence(text)));
  });
});

describe('a log of 10 MB', () => {
  const line = '2026-08-13T11:33:42.271Z INFO reading the next block of the key vault audit stream, nothing to do\n';
  const noise = line.repeat(Math.ceil(5_000_000 / line.length));

  it('is answered in time, with the one error in its middle found', () => {
    const text = `${noise}${vaultRefusal}\n${noise}`;
    const started = performance.now();
    const { causes } = diagnose(text);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(causes[0]?.id).toBe('rbac-role-missing');
  });
});

describe('flattening', () => {
  it('keeps offsets in order and inside the paste', () => {
    const piece = fc.constantFrom(
      '\\"',
      '\\\\\\n',
      '&quot;',
      '\n│ ',
      '\r\n',
      '\u001b[31m',
      ' ',
      'a',
      '“',
      '\ud83d',
      '2026-01-01T00:00:00Z ',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('as-space' as const, 'joined' as const), (pieces, wraps) => {
        const paste = pieces.join('');
        const { text, starts, ends } = flatten(paste, wraps);
        expect(starts.length).toBe(text.length);
        let last = 0;
        for (let index = 0; index < text.length; index++) {
          const start = starts[index] ?? -1;
          const end = ends[index] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(paste.length);
          last = start;
        }
      }),
    );
  });
});

describe('the tree of layers', () => {
  const nested = (levels: number): string =>
    levels === 0
      ? JSON.stringify({ error: { code: 'Forbidden', message: 'no', innererror: { code: 'KeyDisabled' } } })
      : JSON.stringify({ error: { code: `Wrapper${levels}Failed`, message: nested(levels - 1) } });

  it.each([1, 2, 4, 6, 8])('unfolds JSON in strings, %i levels deep', (levels) => {
    let branches = unfold(diagnose(nested(levels)).layers);
    const codes: (string | null)[] = [];
    for (let branch = branches[0]; branch; branch = branches[0]) {
      codes.push(branch.layer.code);
      branches = branch.wraps;
    }
    expect(codes).toHaveLength(levels + 2);
    expect(codes.at(-1)).toBe('KeyDisabled');
    expect(diagnose(nested(levels)).causes[0]?.id).toBe('key-disabled');
  });

  it('names who speaks in each layer', () => {
    const { layers } = diagnose(
      JSON.stringify({
        error: { code: 'DeploymentFailed', message: 'x', details: [{ code: 'BadRequest', message: vaultRefusal }] },
      }),
    );
    const speakers = layers.map(({ code, speaker }) => `${code} ${speaker}`);
    expect(speakers[0]).toBe('DeploymentFailed arm');
    expect(speakers).toContain('BadRequest provider');
    expect(speakers.at(-1)).toBe('ForbiddenByRbac key-store');
  });

  it('survives a cut in the middle', () => {
    const whole = nested(3);
    for (const share of [0.5, 0.7, 0.9]) {
      const { layers } = diagnose(whole.slice(0, Math.round(whole.length * share)));
      expect(layers[0]?.code).toBe('Wrapper3Failed');
    }
  });
});

describe('rank', () => {
  it('is decided by the inner message, not by its wrapper', () => {
    const text = JSON.stringify({
      error: {
        code: 'WorkspaceUpdateFailed',
        message: `Unable to access key vault. ${JSON.stringify({ error: { code: 'Forbidden', innererror: { code: 'ForbiddenByFirewall' } } })}`,
      },
    });
    expect(diagnose(text).causes[0]?.id).toBe('vault-network-blocked');
  });

  it('gives the causes that follow less confidence than the first one leaves', () => {
    const { causes } = diagnose(vaultRefusal);
    for (const [index, { confidence }] of causes.entries()) {
      if (index > 0) expect(confidence).toBeLessThan(causes[0]?.confidence ?? 0);
    }
  });

  it('shows both causes that the words cannot tell apart', () => {
    const { causes } = diagnose(
      'Please grant get, wrap and unwrap key permissions to the identity of the disk encryption set.',
    );
    expect(causes.slice(0, 2).map(({ id }) => id)).toEqual(['access-policy-missing', 'rbac-role-missing']);
  });
});

it('takes the resource that failed for the resource id, not the vault that refused', () => {
  const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-a/providers';
  const vault = `${group}/Microsoft.KeyVault/vaults/kv-contoso/keys/cmk`;
  const workspace = `${group}/Microsoft.Purview/accounts/pv-contoso`;
  expect(diagnose(`Resource: '${vault}' ForbiddenByRbac`).entities.resourceId).toBeUndefined();
  expect(diagnose(`Resource: '${vault}' of ${workspace} ForbiddenByRbac`).entities.resourceId?.value).toBe(workspace);
});

it('knows the service by the application that it calls with', () => {
  const refusal = (appid: string) => `ForbiddenByRbac Caller: appid=${appid};oid=x`;
  expect(diagnose(refusal('2ff814a6-3304-4ab8-85cb-cd0e6f879c1d')).service).toBe('databricks');
  expect(diagnose(refusal('11111111-1111-1111-1111-111111111111')).service).toBeNull();
});
