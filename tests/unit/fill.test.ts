import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, valuesAsked } from '../../src/commands/fill.ts';
import { namingRules, type ValueName } from '../../src/knowledge/naming.ts';
import { serviceIds, services } from '../../src/knowledge/services/index.ts';
import type { Step } from '../../src/knowledge/step.ts';
import { variables } from '../../src/knowledge/variables.ts';

const names = Object.keys(variables) as ValueName[];
/** Prints the variables of a filled command, a line each. */
const printed = (command: string): string => spawnSync('bash', ['-u'], { input: command, encoding: 'utf8' }).stdout;

it('sets the variables that a command reads, and only those', () => {
  expect(fill('az', 'az keyvault show --name "$VAULT"', { vaultName: 'kv-contoso', keyName: 'cmk' }, null, true)).toBe(
    `# reads only\nVAULT='kv-contoso'\naz keyvault show --name "$VAULT"`,
  );
  expect(fill('PowerShell', 'Get-AzKeyVault -VaultName $vault', { vaultName: 'kv-contoso' }, null, false)).toBe(
    `$vault = 'kv-contoso'\nGet-AzKeyVault -VaultName $vault`,
  );
});

it('leaves a gap with the name of the value where it is not known', () => {
  expect(fill('az', 'echo "$VAULT"', {}, null, false)).toContain("VAULT='<Vault name>'");
});

it('does not set a variable that the command sets itself', () => {
  expect(fill('az', 'KEY_VERSION=1\necho "$KEY_VERSION"', {}, null, false)).toBe('KEY_VERSION=1\necho "$KEY_VERSION"');
});

describe.each(serviceIds)('the resource id on %s', (service) => {
  it('is put together from the names, and is a resource id', () => {
    const values = Object.fromEntries(
      names.filter((name) => name !== 'resourceId').map((name) => [name, namingRules[name].example]),
    );
    const id = printed(
      fill('az', 'echo "$RESOURCE_ID"', { ...values, workspaceName: services[service].naming.example }, service, false),
    ).trim();
    expect(id).toMatch(namingRules.resourceId.pattern);
    expect(id.toLowerCase()).toContain(services[service].resourceId.type.split('/')[0]?.toLowerCase());
    expect(
      fill(
        'REST',
        'GET https://management.azure.com$RESOURCE_ID',
        { ...values, workspaceName: services[service].naming.example },
        service,
        false,
      ),
    ).toBe(`GET https://management.azure.com${id}`);
  });
});

it.each(names)('a hostile %s reaches no command, as text or as anything else', (name) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("'; id; '", '$(id)', '`id`', '"$(id)"', "a'b")),
      (hostile) => {
        const kept = namingRules[name].pattern.test(hostile);
        const filled = fill('az', `printf '%s' "$${variables[name]}"`, { [name]: hostile }, null, false);
        expect(printed(filled)).toBe(kept ? hostile : `<${namingRules[name].label}>`);
      },
    ),
    { numRuns: 25 },
  );
});

/** A step of which only its commands matter. */
const stepWith = (commands: Step['commands']): Step => ({
  kind: 'confirm',
  title: '',
  risk: 'safe',
  who: 'anyone',
  text: '',
  sources: [],
  ...(commands && { commands }),
});

it('asks for the names that make up a resource id', () => {
  const step = stepWith({ az: 'az resource show --ids "$RESOURCE_ID"' });
  expect(valuesAsked([step], 'health-data')).toEqual([
    'subscriptionId',
    'resourceGroup',
    'workspaceName',
    'serviceName',
  ]);
  expect(valuesAsked([step], null)).toEqual(['resourceId']);
});

describe('of a step with a REST call, the values that only the call names', () => {
  const step = stepWith({
    az: 'az keyvault show --name "$VAULT"',
    REST: 'GET https://management.azure.com/subscriptions/$SUBSCRIPTION/resourceGroups/$VAULT_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$VAULT',
  });

  it.each([
    ['are not asked of who reads az', 'az', ['vaultName']],
    ['are asked of who reads REST', 'REST', ['subscriptionId', 'vaultName', 'vaultResourceGroup']],
  ] as const)('%s', (_, shell, asked) => {
    expect(valuesAsked([step], 'synapse', shell)).toEqual(asked);
  });

  it('are those of az where the step has no call', () => {
    const withoutCall = stepWith({ az: 'az keyvault show --name "$VAULT"' });
    expect(valuesAsked([withoutCall], 'synapse', 'REST')).toEqual(['vaultName']);
  });
});
