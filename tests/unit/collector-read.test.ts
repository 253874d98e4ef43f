import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCollected, readCollected as readWith } from '../../src/collector/read-collected.ts';
import { rules } from '../../src/collector/rules.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { causeIds } from '../../src/knowledge/causes.ts';
import { principalId, situations, vaultId } from './collector-situations.ts';

const readCollected = (text: string) => readWith(text, diagnose);

const document = (parts: Record<string, unknown> = {}) => ({
  format: 'cmk-recovery-collected',
  version: 1,
  shell: 'az',
  service: 'synapse',
  collectedAt: '2026-11-20T10:00:00Z',
  examined: {
    resourceId: '',
    vault: 'kv-contoso',
    vaultType: 'Microsoft.KeyVault/vaults',
    key: 'cmk',
    keyVersion: '',
    principals: [principalId],
  },
  account: { tenantId: '99999999-8888-7777-6666-555555555555' },
  vault: { id: vaultId, properties: { enableRbacAuthorization: true, enablePurgeProtection: true } },
  key: { properties: { attributes: { enabled: false }, kty: 'RSA', keyOps: ['wrapKey', 'unwrapKey'] } },
  ...parts,
});
const text = JSON.stringify(document(), null, 2);

describe('a document', () => {
  it.each([
    ['as it is', text],
    [
      'between the lines of a terminal',
      `me@shell:~$ bash collect.sh\naccount: read\n${text}\nDone. Copy the document above, from the first { to the last }, and paste it.\nme@shell:~$ `,
    ],
    ['with Windows line ends', text.replaceAll('\n', '\r\n')],
    ['broken by a narrow terminal, inside of words too', JSON.stringify(document()).replace(/(.{40})/g, '$1\r\n')],
  ])('is found %s', (_, pasted) => {
    expect(isCollected(pasted)).toBe(true);
    expect(readCollected(pasted)).toMatchObject({ problem: null, enough: true, findings: [{ id: 'key-disabled' }] });
  });

  it.each([
    ['is cut off', text.slice(0, 200), /not whole/],
    ['comes from another version', text.replace('"version": 1', '"version": 7'), /another version/],
    ['names a service that is not known', text.replace('"synapse"', '"toaster"'), /no service/],
    ['is not there', 'ForbiddenByRbac', /no document/],
  ])('that %s gets a sentence', (_, pasted, problem) => {
    expect(readCollected(pasted)).toMatchObject({
      enough: false,
      findings: [],
      problem: expect.stringMatching(problem),
    });
  });

  it.each(['"code":"KeyDisabled"', '{"format": "something-else"}', ''])('is not seen in %s', (pasted) => {
    expect(isCollected(pasted)).toBe(false);
  });
});

it('shows for each finding what stands where', () => {
  expect(readCollected(text).findings[0]?.proof).toEqual([
    { path: 'key.properties.attributes.enabled', value: 'false' },
  ]);
});

it('reads what Windows PowerShell makes of lists', () => {
  const assignment = {
    roleDefinitionId: '/roles/1',
    scope: vaultId,
    createdOn: '2026-01-01T00:00:00Z',
    condition: null,
  };
  const key = {
    properties: { attributes: { enabled: true }, kty: 'RSA', keyOps: { value: ['wrapKey', 'unwrapKey'], Count: 2 } },
  };
  const read = readCollected(
    JSON.stringify(
      document({
        key,
        grants: { principalId, roleAssignments: assignment },
        roles: { id: '/roles/1', permissions: { dataActions: 'Microsoft.KeyVault/vaults/keys/*', notDataActions: [] } },
      }),
    ),
  );
  const answer = (cause: string) => read.checks.find((check) => check.cause === cause)?.answer;
  expect(answer('key-operation-not-allowed')).toBe('right');
  // One element that lost its list is still that element.
  expect(answer('access-policy-missing')).toBe('right');
});

it.each([
  [['Microsoft.KeyVault/vaults/keys/*'], [], 'right'],
  [['*'], [], 'right'],
  [['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/keys/*/action'], [], 'right'],
  [['Microsoft.KeyVault/vaults/keys/*'], ['Microsoft.KeyVault/vaults/keys/unwrap/action'], 'wrong'],
  [['Microsoft.KeyVault/vaults/keys/read'], [], 'wrong'],
  [['Microsoft.KeyVault/vaults/secrets/*'], [], 'wrong'],
] as const)('weighs a role with %j without %j', (dataActions, notDataActions, answer) => {
  const grants = [
    { principalId, roleAssignments: [{ roleDefinitionId: '/r', scope: vaultId, createdOn: '2026-01-01' }] },
  ];
  const roles = [{ id: '/r', permissions: [{ dataActions, notDataActions }] }];
  const read = readCollected(JSON.stringify(document({ grants, roles })));
  expect(read.checks.find(({ cause }) => cause === 'rbac-role-missing')?.answer).toBe(answer);
});

it.each([
  ['the role could not be read', {}, []],
  [
    'the assignment has a condition',
    { condition: '@Resource[x] Exists' },
    [{ id: '/r', permissions: [{ dataActions: ['*'] }] }],
  ],
])('does not judge a grant when %s', (_, more, roles) => {
  const grants = [
    { principalId, roleAssignments: [{ roleDefinitionId: '/r', scope: vaultId, createdOn: '2026-01-01', ...more }] },
  ];
  const read = readCollected(JSON.stringify(document({ grants, roles })));
  expect(read.checks.find(({ cause }) => cause === 'rbac-role-missing')?.answer).toBe('open');
});

it('counts a missing role of one identity among several as a hint, not as the cause', () => {
  const other = 'dddddddd-0000-0000-0000-000000000001';
  const grants = [
    { principalId, roleAssignments: [{ roleDefinitionId: '/r', scope: vaultId, createdOn: '2026-01-01' }] },
    { principalId: other, roleAssignments: [] },
  ];
  const key = { properties: { attributes: { enabled: true }, kty: 'RSA', keyOps: ['wrapKey', 'unwrapKey'] } };
  const read = readCollected(
    JSON.stringify(document({ key, grants, roles: [{ id: '/r', permissions: [{ dataActions: ['*'] }] }] })),
  );
  expect(read).toMatchObject({ enough: false, findings: [{ id: 'rbac-role-missing', confidence: 0.55 }] });
});

it('believes the message when it names another identity than the one that was looked at', () => {
  const other = 'dddddddd-0000-0000-0000-000000000009';
  const grants = [
    { principalId, roleAssignments: [{ roleDefinitionId: '/r', scope: vaultId, createdOn: '2026-01-01' }] },
  ];
  const key = { properties: { attributes: { enabled: true }, kty: 'RSA', keyOps: ['wrapKey', 'unwrapKey'] } };
  const statusMessage = `Caller is not authorized to perform action on resource.\r\nCaller: appid=3b9d50c7-e264-4f18-a7d0-915c8e2bf463;oid=${other}\r\nVault: kv-contoso;location=westeurope","innererror":{"code":"ForbiddenByRbac"}`;
  const read = readCollected(
    JSON.stringify(
      document({
        key,
        grants,
        roles: [{ id: '/r', permissions: [{ dataActions: ['*'] }] }],
        failures: [{ eventTimestamp: '2026-11-20T09:00:00Z', correlationId: 'c', statusMessage }],
      }),
    ),
  );
  expect(read.findings[0]?.id).toBe('rbac-role-missing');
  expect(read.values.principalId).toBe(other);
});

it('has a situation for every cause that a rule can name', () => {
  const reached = new Set(Object.values(situations).map(({ cause }) => cause));
  expect(rules.map(({ cause }) => cause).filter((cause) => !reached.has(cause))).toEqual([]);
  expect(rules.filter(({ cause }) => !causeIds.includes(cause))).toEqual([]);
});

describe('hostile documents', () => {
  it('never make it throw, and give no value that breaks its rule', () => {
    const anything = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          null,
          true,
          false,
          0,
          1e300,
          '',
          '$(id)',
          '../..',
          '__proto__',
          vaultId,
          principalId,
          '2026-01-01',
        ),
        fc.string(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(
            'error',
            'properties',
            'id',
            'value',
            'Count',
            '__proto__',
            'constructor',
            'encryption',
            'cmk',
            'attributes',
            'roleAssignments',
            'principalId',
            'accessPolicies',
            'networkAcls',
            'identity',
            'userAssignedIdentities',
            'statusMessage',
            'eventTimestamp',
          ),
          tie('value'),
          { maxKeys: 6 },
        ),
      ),
    })).value;
    const parts = [
      'examined',
      'account',
      'resource',
      'identity',
      'vault',
      'key',
      'keyVersion',
      'grants',
      'roles',
      'locks',
      'failures',
      'deletedKeys',
      'deletedVaults',
      'namedKeys',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...parts), anything), (wild) => {
        const read = readCollected(JSON.stringify({ ...document(), ...wild }));
        for (const value of Object.values(read.values)) expect(value).not.toMatch(/[$`'"\s;|&<>]/);
        for (const { proof } of read.findings) expect(proof.every((one) => one.value.length <= 300)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are read in a time that grows with their length', () => {
    const long = JSON.stringify(
      document({ locks: Array.from({ length: 20_000 }, () => ({ id: '/a/'.repeat(20), level: 'ReadOnly' })) }),
    );
    expect(readCollected(long).problem).toBeNull();
    expect(readCollected(`{"format": "cmk-recovery-collected"${'{'.repeat(100_000)}`).problem).toMatch(/not whole/);
  });
});
