import { describe, expect, it } from 'vitest';
import type { CauseId } from '../../src/knowledge/causes.ts';
import type { Values } from '../../src/knowledge/naming.ts';
import { planData } from '../../src/knowledge/plans.ts';
import { roles } from '../../src/knowledge/roles.ts';
import { type ServiceId, serviceIds } from '../../src/knowledge/services/index.ts';
import { plan } from '../../src/plans/plan.ts';
import { type Answers, walk } from '../../src/troubleshooter/walk.ts';

interface Reader {
  readonly who: string;
  readonly answers: Answers;
  readonly cause: CauseId;
  readonly service: ServiceId;
  /** What must stand in the commands of the plan, in this order. */
  readonly commands: readonly RegExp[];
  readonly note?: RegExp;
}

const readers: readonly Reader[] = [
  {
    who: 'who gave Databricks a disk key in a vault with access policies',
    answers: {
      service: 'databricks',
      'databricks-key': 'managed-disks',
      refused: 'service',
      identity: 'good',
      network: 'open',
      grant: 'no-policy',
    },
    cause: 'access-policy-missing',
    service: 'databricks',
    commands: [
      /managedDiskIdentity\.principalId/,
      /enableRbacAuthorization/,
      /az keyvault set-policy .*--key-permissions get wrapKey unwrapKey/,
      /az databricks workspace update .*\n?.*--disk-key-vault/,
      /provisioningState/,
    ],
    note: /disk identity when a cluster starts/,
  },
  {
    who: 'whose Databricks cluster does not start because the disk identity has no role',
    answers: {
      service: 'databricks',
      'databricks-key': 'managed-disks',
      refused: 'data',
      identity: 'good',
      network: 'open',
      grant: 'no-role',
    },
    cause: 'rbac-role-missing',
    service: 'databricks',
    commands: [/managedDiskIdentity\.principalId/, new RegExp(roles['crypto-service-encryption-user'].guid)],
    note: /disk identity when a cluster starts/,
  },
  {
    who: 'whose Machine Learning hub lost its key',
    answers: {
      service: 'machine-learning',
      'machine-learning-key': 'managed-resource-group',
      refused: 'data',
      identity: 'good',
      network: 'open',
      grant: 'granted',
      key: 'disabled',
    },
    cause: 'key-disabled',
    service: 'machine-learning',
    commands: [
      /az keyvault key list-versions/,
      /az keyvault key set-attributes .*--enabled true/,
      /az cosmosdb list/,
      /--method patch .*\n?.*keyIdentifier/,
      /provisioningState/,
    ],
    note: /Azure Cosmos DB/,
  },
  {
    who: 'who wants to switch a key on for a Machine Learning hub that has none',
    answers: {
      service: 'machine-learning',
      'machine-learning-key': 'service-side',
      refused: 'request',
      sent: 'turn-on',
    },
    cause: 'cmk-only-at-creation',
    service: 'machine-learning',
    commands: [/enableServiceSideCMKEncryption|encryption/],
  },
  {
    who: 'whose Log Analytics cluster answered that the key is not recoverable',
    answers: {
      service: 'log-analytics',
      'log-analytics-key': 'cluster',
      refused: 'request',
      sent: 'turn-on',
      request: 'vault',
      place: 'protection',
    },
    cause: 'vault-protection-missing',
    service: 'log-analytics',
    commands: [
      /enablePurgeProtection/,
      /az keyvault update .*--enable-purge-protection true/,
      /--method patch .*\n?.*keyVaultProperties/,
      /az monitor log-analytics cluster show/,
    ],
  },
  {
    who: 'who rotated the key of Synapse, disabled the old version, and sees only Failed',
    answers: {
      service: 'synapse',
      refused: 'unknown',
      status: 'failed',
      network: 'open',
      grant: 'granted',
      key: 'disabled',
    },
    cause: 'key-disabled',
    service: 'synapse',
    commands: [
      /az keyvault key list-versions/,
      /az keyvault key set-attributes .*--enabled true/,
      /az synapse workspace update .*\n?.*--key-name/,
      /encryption\.cmk\.status=='Consistent'/,
    ],
  },
  {
    who: 'whose FHIR service answers 500 to everything since a role was taken away',
    answers: {
      service: 'health-data',
      'health-data-key': 'fhir',
      refused: 'data',
      identity: 'good',
      network: 'open',
      grant: 'no-role',
    },
    cause: 'rbac-role-missing',
    service: 'health-data',
    commands: [
      /az role assignment list/,
      /az role assignment create/,
      new RegExp(roles['crypto-service-encryption-user'].guid),
      /--method get .*before\.json/,
      /--method put .*@after\.json/,
      /keyEncryptionKeyUrl/,
    ],
  },
];

it.each(readers.flatMap(({ who, answers, note }) => (note ? [{ who, answers, note }] : [])))(
  'the reader $who is told what the feature needs',
  ({ answers, note }) => {
    expect(walk(answers).outcome?.notes.join(' ')).toMatch(note);
  },
);

it.each(['managed-services', 'managed-disks', 'dbfs-root'])(
  'the answer %s is in every command that asks for it',
  (key) => {
    const { outcome } = walk({ service: 'databricks', 'databricks-key': key, refused: 'me', arm: 'lock' });
    const commands = (values: Values) =>
      plan(planData, 'resource-locked', 'databricks', values)
        .steps.flatMap(({ commands = {} }) => Object.values(commands))
        .filter((command) => /\$feature\b/i.test(command));
    const filled = commands(outcome?.values ?? {});
    expect(filled.length).toBeGreaterThan(2);
    for (const command of filled) expect(command).toMatch(new RegExp(`^\\$?feature ?= ?'${key}'$`, 'im'));
    // Who has not said which key it is gets no key changed by mistake.
    for (const command of commands({})) expect(command).toMatch(/^\$?feature ?= ?'<Which key/im);
  },
);

it.each(['rbac-role-missing', 'access-policy-missing'] as const)(
  'the identity is found before its grants are looked at: %s',
  (cause) => {
    for (const service of serviceIds) {
      const { steps } = plan(planData, cause, service, {});
      const found = steps.findIndex(({ title }) => title === planData.services[service].findPrincipal[0]?.title);
      const asked = steps.findIndex(({ commands }) => commands?.az?.includes('PRINCIPAL_ID='));
      expect(found, service).toBe(0);
      expect(asked, service).toBeGreaterThan(found);
    }
  },
);

describe.each(readers)('the reader $who', ({ answers, cause, service, commands }) => {
  const { outcome, given } = walk(answers);
  const { steps } = plan(planData, cause, service, {});
  const text = steps.map((step) => step.commands?.az ?? '').join('\n');

  it('comes to the right plan, with every answer used', () => {
    expect(outcome).toMatchObject({ cause, service });
    expect(given.length).toBe(Object.keys(answers).length);
    expect(given.length).toBeLessThanOrEqual(7);
  });

  it('finds the commands that the service needs, in their order', () => {
    let from = 0;
    for (const command of commands) {
      const found = text.slice(from).match(command);
      expect(found?.[0], `${command} after ${text.slice(0, from).slice(-80)}`).toBeDefined();
      from += found?.index ?? 0;
    }
  });

  it('first confirms, then mends, then sends again, then looks', () => {
    const kinds = steps.map(({ kind }) => kind);
    const order = ['confirm', 'fix', 'retry', 'verify', 'if-it-fails-again'];
    expect([...new Set(kinds)]).toEqual(order.filter((kind) => kinds.some((one) => one === kind)));
    expect(kinds.at(-1)).toBe('if-it-fails-again');
  });
});
