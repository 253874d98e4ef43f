import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/knowledge/roles.ts';
import { serviceScenarios } from '../../src/knowledge/scenarios/index.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import { axesOf, type Choices, combinationName, combinations, valuesOfAxis } from '../../src/templates/choices.ts';
import { generate, type TemplateValues } from '../../src/templates/generate.ts';
import { updateOf } from '../../src/templates/updates.ts';
import { checkResource, checkValue, type TypeFacts } from './check-properties.ts';
import { asObject, type Deployed, deploy, type JsonObject } from './evaluate-arm.ts';
import { exampleValues, other } from './examples.ts';

const folder = fileURLToPath(new URL('../../../shared/arm/', import.meta.url));
const absent = !existsSync(folder);
if (absent)
  console.warn('The published resource types are not beside the project: resources are not held against them.');

const all = combinations();
const table = all.map((choices) => [combinationName(choices), choices] as const);
const textOf = (choices: Choices, name: string, values: TemplateValues) =>
  generate(choices, values).files.find((file) => file.name === name)?.text;

/** What a combination deploys; where the key comes in a second deployment, that of the second. */
function deployed(choices: Choices, keyGranted = true): Deployed[] {
  const values = exampleValues(choices);
  const template: JsonObject = JSON.parse(textOf(choices, 'azuredeploy.json', values) ?? '');
  const parameters: JsonObject = JSON.parse(textOf(choices, 'azuredeploy.parameters.json', values) ?? '');
  const given = asObject(parameters.parameters);
  return deploy(template, 'keyGranted' in given ? { ...given, keyGranted: { value: keyGranted } } : given);
}

function factsOf(type: string, apiVersion: string): TypeFacts {
  const file = `${type.replaceAll('/', '_')}@${apiVersion}.json`;
  return JSON.parse(readFileSync(folder + file, 'utf8'));
}

const hasTemplate = ({ scenario, store }: Choices) =>
  scenario === 'activate' || scenario === 'redeploy' || (scenario === 'grant' && store === 'vault');
const templates = table.filter(([, choices]) => hasTemplate(choices));
const updates = table.filter(([, choices]) => updateOf(choices) !== null);
const redeploys = table.filter(([, { scenario }]) => scenario === 'redeploy');
const keys = /keyVaultUrl|keyVaultUri|keyvaulturi|keyIdentifier|keyEncryptionKeyUrl/;

describe('the published resource types', () => {
  console.log(
    `${all.length} combinations: ${templates.length} templates and ${updates.length} updates held against the published types.`,
  );

  it.skipIf(absent).each(templates)('know everything in %s', (_, choices) => {
    for (const granted of [false, true]) {
      const written = deployed(choices, granted).filter(({ type }) => type !== 'Microsoft.Resources/deployments');
      expect(written.length).toBeGreaterThan(0);
      expect(written.flatMap((item) => checkResource(item.resource, factsOf(item.type, item.apiVersion)))).toEqual([]);
    }
  });

  it.skipIf(absent).each(updates.filter(([, choices]) => textOf(choices, 'patch.json', {})))(
    'know everything that %s sends',
    (_, choices) => {
      const update = updateOf(choices);
      const body: JsonObject = JSON.parse(textOf(choices, 'patch.json', exampleValues(choices)) ?? '');
      const { type = '', apiVersion = '' } = update ?? {};
      expect(checkValue(body, factsOf(type, apiVersion).body, type, true)).toEqual([]);
    },
  );
});

describe('what there is', () => {
  it.each(serviceIds)('%s is granted, repaired, rotated and deployed', (service) => {
    const found = new Set(all.filter((choices) => choices.service === service).map(({ scenario }) => scenario));
    expect([...found]).toEqual(expect.arrayContaining(['grant', 'repair', 'rotate', 'redeploy']));
  });

  it.each(serviceIds)('%s offers every store, model and identity that it can use in some combination', (service) => {
    const own = all.filter((choices) => choices.service === service);
    for (const axis of ['variant', 'store', 'identity'] as const) {
      const used = new Set<string>(
        own.filter((choices) => axesOf(choices).includes(axis)).map((choices) => choices[axis]),
      );
      const { refused, identities } = serviceScenarios[service];
      for (const value of Object.keys(valuesOfAxis(service, axis))) {
        const never = refused.some(({ when }) => Object.keys(when).join() === axis && when[axis] === value);
        const alone = axis === 'identity' && identities.length === 0;
        expect(used.has(value), `${axis} ${value}`).toBe(!never && !alone);
      }
    }
  });
});

describe('what a deployment does', () => {
  it.each(redeploys)('%s names its key only when an identity has access', (_, choices) => {
    const without = JSON.stringify(deployed(choices, false).filter(({ type }) => !type.includes('KeyVault')));
    const within = JSON.stringify(deployed(choices, true).filter(({ type }) => !type.includes('KeyVault')));
    expect(within).toMatch(keys);
    const staged = textOf(choices, 'azuredeploy.json', {})?.includes('keyGranted') ?? false;
    if (staged && choices.variant !== 'all') expect(without).not.toMatch(keys);
  });

  it.each(redeploys)('%s grants what it deploys, on the vault', (_, choices) => {
    const every = deployed(choices);
    const grants = every.filter(({ type }) => /roleAssignments|accessPolicies/.test(type));
    const group =
      choices.origin === 'new' ? '/resourceGroups/rg-home/' : `/subscriptions/${other}/resourceGroups/rg-keys/`;
    for (const { id } of grants) expect(id).toContain(group);
    const beforehand = choices.identity === 'user-assigned' && choices.origin === 'existing';
    const byHand = choices.store === 'managed-hsm' || beforehand;
    expect(grants.length > 0 || byHand).toBe(true);
  });

  it.each(redeploys.filter(([, { origin }]) => origin === 'new'))(
    '%s makes a vault that keeps its keys',
    (_, choices) => {
      const [vault] = deployed(choices).filter(({ type }) => type === 'Microsoft.KeyVault/vaults');
      expect(vault?.properties).toMatchObject({
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        enablePurgeProtection: true,
        networkAcls: { bypass: 'AzureServices' },
      });
    },
  );

  it.each(
    templates.filter(([, { scenario, permissionModel }]) => scenario === 'grant' && permissionModel === 'azure-rbac'),
  )('%s assigns the role with the least rights', (_, choices) => {
    for (const { properties } of deployed(choices)) {
      const { roleDefinitionId } = properties;
      expect(String(roleDefinitionId).split('/').at(-1)).toBe(roles['crypto-service-encryption-user'].guid);
    }
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

  it('asks for nothing that is required in a change, but knows every property', () => {
    expect(checkValue({ size: 'S' }, facts.body, 'thing', true)).toEqual([]);
    expect(checkValue({ colour: 'red' }, facts.body, 'thing', true)).toHaveLength(1);
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
    const strange = { type: 'string', multipleOf: 2 } as const;
    expect(() => checkValue('a', strange, 'a')).toThrow('multipleOf');
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
