import { describe, expect, it } from 'vitest';
import { type CauseId, causeIds } from '../../src/knowledge/causes.ts';
import { namingRules, type Values } from '../../src/knowledge/naming.ts';
import { planData } from '../../src/knowledge/plans.ts';
import { type ServiceId, serviceIds, services } from '../../src/knowledge/services/index.ts';
import { plan as planOf } from '../../src/plans/plan.ts';

const plan = (...[cause, service, known]: [CauseId, ServiceId | null, Values]) =>
  planOf(planData, cause, service, known);
const values: Values = Object.fromEntries(Object.entries(namingRules).map(([name, { example }]) => [name, example]));
const commandsOf = (steps: ReturnType<typeof plan>['steps']): string =>
  steps.flatMap(({ commands }) => Object.values(commands ?? {})).join('\n');

describe.each(causeIds.flatMap((cause) => serviceIds.map((service) => [cause, service] as const)))(
  'the plan for %s on %s',
  (cause, service) => {
    const { steps, asks } = plan(cause, service, { ...values, workspaceName: services[service].naming.example });

    it('starts with something that changes nothing', () => {
      expect(steps[0]?.risk).toBe('safe');
    });

    it('puts nothing that destroys data before a step that can be undone', () => {
      const destroys = steps.findIndex(({ risk }) => risk === 'destroys-data');
      expect(
        destroys === -1 ||
          steps
            .slice(destroys)
            .every(({ risk, kind }) => risk === 'destroys-data' || kind === 'verify' || kind === 'if-it-fails-again'),
      ).toBe(true);
    });

    it('has no gap left once all values are known', () => {
      expect(commandsOf(steps)).not.toMatch(/'<[A-Z]|\{[A-Z][a-z]+ (?:id|name|group)/);
    });

    it('asks for every value that is a gap without it', () => {
      const gaps = new Set(
        [...commandsOf(plan(cause, service, {}).steps).matchAll(/'<([^>']+)>'/g)].map(([, label]) => label),
      );
      const labels = asks.map((name) =>
        name === 'workspaceName' ? services[service].naming.label : namingRules[name].label,
      );
      expect([...gaps].filter((gap) => !labels.includes(gap ?? ''))).toEqual([]);
    });

    it('sends the update again and looks at the result, or says that there is nothing to send', () => {
      const kinds = steps.map(({ kind }) => kind);
      expect(cause === 'not-cmk' || kinds.includes('verify')).toBe(true);
    });
  },
);

it.each(['$(reboot)', "'; rm -rf /", '`id`', 'a b', '"$(id)"'])(
  'leaves a value that breaks its rule out of the commands: %s',
  (bad) => {
    const { steps } = plan('rbac-role-missing', 'synapse', { ...values, vaultName: bad, principalId: bad });
    expect(commandsOf(steps)).not.toContain(bad);
  },
);

it.each(Object.entries(namingRules))('has an example for %s that satisfies its own rule', (_, { pattern, example }) => {
  expect(example).toMatch(pattern);
});

it.each(serviceIds)('has an example of a name on %s that satisfies its own rule', (service) => {
  expect(services[service].naming.example).toMatch(services[service].naming.pattern);
});

it('names a cluster and an account by the name that the decoder found', () => {
  expect(commandsOf(plan('key-disabled', 'log-analytics', { workspaceName: 'log-cluster-1' }).steps)).toContain(
    "CLUSTER='log-cluster-1'",
  );
  expect(commandsOf(plan('key-disabled', 'storage', { workspaceName: 'stcontoso1' }).steps)).toContain(
    "ACCOUNT='stcontoso1'",
  );
});

it('first finds whom to grant, then grants', () => {
  const titles = plan('rbac-role-missing', 'synapse', {}).steps.map(({ title }) => title);
  expect(titles.indexOf('Find the identity that must be granted')).toBeGreaterThan(-1);
  expect(titles.indexOf('Find the identity that must be granted')).toBeLessThan(
    titles.indexOf('Assign the role on a vault with Azure RBAC'),
  );
});

it('leaves out what is about a Managed HSM where the key is known to be in a vault', () => {
  const commands = (known: Values) => commandsOf(plan('rbac-role-missing', 'databricks', known).steps);
  expect(commands({})).toContain('--hsm-name');
  expect(commands({ vaultName: 'kv-contoso' })).not.toContain('--hsm-name');
  expect(commands({ hsmName: 'hsm-contoso' })).not.toContain('az keyvault show --name');
});

it('opens the door that grants in the model of the vault', () => {
  expect(plan('access-policy-missing', 'synapse', {}).door).toEqual({
    scenario: 'grant',
    permissionModel: 'access-policy',
  });
  expect(plan('rbac-role-missing', null, {}).door).toEqual({ scenario: 'grant', permissionModel: 'azure-rbac' });
});
