import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namingRules } from '../../src/knowledge/naming.ts';
import { roles } from '../../src/knowledge/roles.ts';
import { combinationName, combinations } from '../../src/templates/choices.ts';
import { type Choices, defaultChoices, generate, type TemplateValues } from '../../src/templates/generate.ts';
import { checkResource, checkValue, type TypeFacts } from './check-properties.ts';
import { asObject, type Deployed, deploy, evaluate, type JsonObject } from './evaluate-arm.ts';

const folder = fileURLToPath(new URL('../../../shared/arm/', import.meta.url));
const absent = !existsSync(folder);
if (absent)
  console.warn('The published resource types are not beside the project: resources are not held against them.');

const other = '44444444-4444-4444-4444-444444444444';
const resources = `/subscriptions/${other}/resourceGroups/rg-data/providers`;
const values: TemplateValues = {
  workspaceName: namingRules.workspaceName.example,
  vaultName: namingRules.vaultName.example,
  vaultResourceGroup: 'rg-keys',
  vaultSubscriptionId: other,
  keyName: namingRules.keyName.example,
  principalId: namingRules.principalId.example,
  userAssignedIdentityId: `${resources}/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso`,
  dataLakeAccountUrl: 'https://contosolake.dfs.core.windows.net',
  dataLakeResourceId: `${resources}/Microsoft.Storage/storageAccounts/contosolake`,
  fileSystem: 'synapse',
  sqlAdministratorLogin: 'sqladminuser',
};
const keyUrl = `https://${values.vaultName}.vault.azure.net/keys/${values.keyName}`;

function deployed(choices: Choices, more: TemplateValues = {}): Deployed[] {
  const { files } = generate(choices, { ...values, ...more });
  const [template, parameters] = files.map(({ text }): JsonObject => JSON.parse(text));
  const { parameters: given } = asObject(parameters);
  return deploy(asObject(template), asObject(given));
}

function factsOf({ type, apiVersion }: Deployed): TypeFacts {
  const file = `${type.replaceAll('/', '_')}@${apiVersion}.json`;
  return JSON.parse(readFileSync(folder + file, 'utf8'));
}

const table = combinations().map((choices) => [combinationName(choices), choices] as const);
const redeploys = table.filter(([, { scenario }]) => scenario === 'redeploy');
const ofType = (all: readonly Deployed[], type: string) => all.filter((item) => item.type === type);

describe('the published resource types', () => {
  it.skipIf(absent).each(table)('know everything in %s', (_, choices) => {
    const written = deployed(choices).filter(({ type }) => type !== 'Microsoft.Resources/deployments');
    expect(written.length).toBeGreaterThan(0);
    expect(written.flatMap((item) => checkResource(item.resource, serviceFacts[item]))).toEqual([]);
  });
});

describe('what a deployment does', () => {
  it.each(table)('%s addresses the key without a version', (_, choices) => {
    const urls = [...JSON.stringify(deployed(choices)).matchAll(/"keyVaultUrl":"([^"]*)"/g)].map(([, url]) => url);
    expect(new Set(urls)).toEqual(new Set(choices.scenario === 'grant' ? [] : [keyUrl]));
  });

  it.each(redeploys)('%s grants on the vault, to the new identity, before it activates', (_, choices) => {
    const all = deployed(choices);
    const [workspace] = ofType(all, 'Microsoft.Synapse/workspaces');
    const [nested] = ofType(all, 'Microsoft.Resources/deployments');
    const [activation] = ofType(all, 'Microsoft.Synapse/workspaces/keys');
    if (choices.identity === 'user-assigned') {
      expect(all).toEqual([workspace]);
      expect(JSON.stringify(workspace)).toContain(`"userAssignedIdentities":{"${values.userAssignedIdentityId}":{}}`);
      return;
    }
    expect(activation?.dependsOn).toEqual([workspace?.id, nested?.name]);
    const [grant] = all.filter(({ type }) => /roleAssignments|accessPolicies/.test(type));
    const vault = `/subscriptions/${other}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/${values.vaultName}`;
    expect(grant?.id.startsWith(`${vault}/`)).toBe(true);
    const scope = { subscriptionId: '', resourceGroup: '', parameters: {}, variables: {} };
    const principalId = evaluate(`reference('${workspace?.id}', '2021-06-01', 'full').identity.principalId`, scope);
    expect(JSON.stringify(grant?.properties)).toContain(`"${principalId}"`);
  });

  it('assigns the role with the least rights', () => {
    const [assignment] = deployed({ ...defaultChoices, scenario: 'grant', permissionModel: 'azure-rbac' });
    const { roleDefinitionId } = asObject(assignment?.properties);
    expect(String(roleDefinitionId).split('/').at(-1)).toBe(roles['crypto-service-encryption-user'].guid);
  });
});

describe('the checker', () => {
  const facts: TypeFacts = {
    resourceType: 'Contoso.Things/things',
    apiVersion: '2026-01-01',
    body: {
      type: 'object',
      properties: {
        name: { type: 'string', required: true, maxLength: 5 },
        state: { type: 'string', readOnly: true },
        size: { type: 'string', enum: ['S', 'L'] },
        open: { type: 'string', enum: ['A'], open: true },
        on: { type: 'boolean', required: true },
        code: { type: 'string', pattern: '^a+$', minLength: 2 },
      },
    },
  };
  const good: JsonObject = { type: 'Contoso.Things/things', apiVersion: '2026-01-01', name: 'a/thing', on: true };

  it('accepts what is right', () => {
    expect(checkResource({ ...good, open: 'B', code: 'aa', dependsOn: [] }, facts)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['another type', { ...good, type: 'Contoso.Things/others' }],
    ['another API version', { ...good, apiVersion: '2020-01-01' }],
    ['an unknown property', { ...good, colour: 'red' }],
    ['a read-only property', { ...good, state: 'Failed' }],
    ['a value that is not offered', { ...good, size: 'M' }],
    ['the wrong type', { ...good, on: 'true' }],
    ['a missing property', { type: 'Contoso.Things/things', apiVersion: '2026-01-01', name: 'thing' }],
    ['a broken pattern', { ...good, code: 'bb' }],
    ['a text that is too short', { ...good, code: 'a' }],
    ['a text that is too long', { ...good, name: 'a/things' }],
  ])('finds %s', (_, resource) => {
    expect(checkResource(resource, facts)).toHaveLength(1);
  });

  it('refuses a rule that it does not know', () => {
    const strange = { type: 'string', discriminator: 'kind' } as const;
    expect(() => checkValue('a', strange, 'a')).toThrow('discriminator');
  });
});

describe('the evaluator', () => {
  it.each<[string, JsonObject]>([
    ['a parameter without a value', { parameters: { a: { type: 'string' } }, resources: [] }],
    ['a reference to no parameter', { resources: [{ type: 'A.B/c', name: "[parameters('a')]" }] }],
    ['a dependency on nothing', { resources: [{ type: 'A.B/c', name: 'd', dependsOn: ['e'] }] }],
    ['a name with too few parts', { resources: [{ type: 'A.B/c/d', name: 'e' }] }],
    ['an unknown function', { resources: [{ type: 'A.B/c', name: "[bogus('a')]" }] }],
  ])('refuses %s', (_, template) => {
    expect(() => deploy(template, {})).toThrow();
  });
});
