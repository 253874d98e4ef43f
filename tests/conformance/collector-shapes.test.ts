import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectorFacts, collectorVersions } from '../../src/knowledge/collector.ts';
import { serviceIds, services } from '../../src/knowledge/services/index.ts';
import { inOrder, situations } from '../unit/collector-situations.ts';
import type { Fact, TypeFacts } from './check-properties.ts';

/** The published resource types. Where they are absent, these tests are skipped, and the report says so. */
const folder = join(import.meta.dirname, '../../../shared/arm');
const absent = !existsSync(folder);

const versions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(serviceIds.map((id) => [services[id].resourceId.type, collectorFacts[id].apiVersion])),
  'Microsoft.KeyVault/vaults': collectorVersions.keyVault,
  'Microsoft.KeyVault/vaults/keys': collectorVersions.keyVault,
  'Microsoft.ManagedIdentity/userAssignedIdentities': collectorVersions.identity,
};

function readType(type: string): TypeFacts | null {
  const file = join(folder, `${type.replaceAll('/', '_')}@${versions[type]}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The type in a resource id; the versions of a key have the shape of the key. */
function typeOf(id: string): string {
  const [provider = '', ...rest] = (id.split('/providers/')[1] ?? '').split('/');
  return [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/').replace(/\/versions$/, '');
}

/** Names, kinds and fixed values in a document that its type does not have. */
function strangers(value: unknown, fact: Fact, path: string): string[] {
  if (value === null || fact.type === 'any') return [];
  const kind = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
  if (kind !== fact.type) return [`${path}: ${kind} instead of ${fact.type}`];
  if (typeof value === 'string' && fact.enum && !fact.open && !fact.enum.includes(value)) return [`${path}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((one) => (fact.items ? strangers(one, fact.items, `${path}[]`) : []));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, own]) => {
    const rule = fact.properties?.[name] ?? fact.additionalProperties;
    return rule ? strangers(own, rule, `${path}.${name}`) : [`${path}.${name}: not in the type`];
  });
}

describe.skipIf(absent)('the recorded documents of', () => {
  it.each(Object.entries(situations))('“%s” have the published shapes', (_, { make }) => {
    const world = inOrder();
    make(world);
    const found = Object.entries(world.resources).flatMap(([id, body]) => {
      const type = readType(typeOf(id));
      // Role definitions and lists are not among the published types.
      return type && !('value' in body) ? strangers(body, type.body, typeOf(id)) : [];
    });
    expect(found).toEqual([]);
  });
});

describe.skipIf(absent)('the places in which the collector looks on', () => {
  it.each(serviceIds)('%s exist in its resource type', (service) => {
    const facts = collectorFacts[service];
    const type = readType(services[service].resourceId.type);
    const places = [
      ...facts.properties.map((name) => `properties.${name}`),
      ...facts.keys.flatMap((place) =>
        Object.entries(place).flatMap(([name, path]) => (name === 'feature' ? [] : path)),
      ),
      ...facts.principals,
      ...[facts.userAssigned, facts.createdWithKey?.path, facts.federatedClient].filter(
        (path) => path !== undefined && path !== 'first',
      ),
    ] as string[];
    const missing = places.filter((path) => {
      let fact: Fact | undefined = type?.body;
      for (const name of path.split('.')) fact = fact?.type === 'any' ? fact : fact?.properties?.[name];
      return !fact;
    });
    expect(type).not.toBeNull();
    expect(missing).toEqual([]);
  });
});
