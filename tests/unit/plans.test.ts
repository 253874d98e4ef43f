import { describe, expect, it } from 'vitest';
import { causeIds, causes } from '../../src/knowledge/causes.ts';
import { namingRules, type Values } from '../../src/knowledge/naming.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import { plan } from '../../src/plans/plan.ts';

const values: Values = Object.fromEntries(Object.entries(namingRules).map(([name, { example }]) => [name, example]));

describe.each(causeIds)('the plan for %s', (cause) => {
  const { steps } = plan(cause, 'synapse', values);

  it('starts with something that changes nothing', () => {
    expect(steps[0]?.risk).toBe('safe');
  });

  it('never destroys data', () => {
    expect(steps.filter(({ risk }) => risk === 'destroys-data')).toEqual([]);
  });

  it('has no placeholder left once all values are known', () => {
    expect(steps.flatMap(({ commands }) => Object.values(commands ?? {})).join('\n')).not.toMatch(/<[A-Z]/);
  });

  it('has a look-alike with a check, for every cause it is confused with', () => {
    for (const { cause: other, check } of causes[cause].lookAlikes) {
      expect(other).not.toBe(cause);
      expect(check.length).toBeGreaterThan(20);
    }
  });

  it.each(serviceIds)('ends in a check of the result on %s', (service) => {
    const kinds = plan(cause, service, {}).steps.map(({ kind }) => kind);
    expect(cause === 'not-cmk' || kinds.includes('verify')).toBe(true);
  });
});

it.each(['$(reboot)', "'; rm -rf /", '`id`', 'a b', '"$(id)"'])(
  'leaves a value that breaks its rule out of the commands: %s',
  (bad) => {
    const { steps } = plan('rbac-role-missing', 'synapse', { ...values, vaultName: bad, principalId: bad });
    expect(steps.flatMap(({ commands }) => Object.values(commands ?? {})).join('\n')).not.toContain(bad);
  },
);

it.each(Object.entries(namingRules))('has an example for %s that satisfies its own rule', (_, { pattern, example }) => {
  expect(example).toMatch(pattern);
});

it('opens the door that grants in the model of the vault', () => {
  expect(plan('access-policy-missing', 'synapse', {}).door).toEqual({
    scenario: 'grant',
    permissionModel: 'access-policy',
  });
  expect(plan('rbac-role-missing', null, {}).door).toEqual({ scenario: 'grant', permissionModel: 'azure-rbac' });
});
