import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { facts, plan, readOnly } from '../../src/knowledge/services/databricks.ts';
import { checkValue, type Fact, type TypeFacts } from './check-properties.ts';
import { asObject, type Json, type JsonObject } from './evaluate-arm.ts';

const apiVersion = facts.resources[0]?.apiVersion;
const file = fileURLToPath(
  new URL(`../../../shared/arm/Microsoft.Databricks_workspaces@${apiVersion}.json`, import.meta.url),
);
const absent = !existsSync(file);
const withoutJq = spawnSync('jq', ['--version']).status !== 0;
if (absent)
  console.warn(
    'The published resource types are not beside the project: the Databricks body is not held against them.',
  );
if (withoutJq) console.warn('jq is not here: the recipe for the Databricks body did not run.');

const body = (): Fact => (JSON.parse(readFileSync(file, 'utf8')) as TypeFacts).body;
const read = (fact: Fact | undefined, ...names: string[]): Readonly<Record<string, Fact>> =>
  names.reduce((found, name) => found?.properties?.[name], fact)?.properties ?? {};

/** Nothing in it can be written: it says so itself, or every property of it does. */
function nothingToWrite({ readOnly: own, type, properties = {} }: Fact): boolean {
  const parts = Object.values(properties);
  return own === true || (type === 'object' && parts.length > 0 && parts.every(nothingToWrite));
}

/** A value for everything that a GET can return. */
function everything(fact: Fact): Json {
  if (fact.type === 'object')
    return Object.fromEntries(Object.entries(fact.properties ?? {}).map(([name, part]) => [name, everything(part)]));
  if (fact.type === 'array') return fact.items ? [everything(fact.items)] : [];
  if (fact.type === 'boolean') return true;
  return fact.enum?.at(-1) ?? (fact.pattern ? '11111111-1111-1111-1111-111111111111' : 'something');
}

/** The whole body that the recipe writes for a workspace. */
function written(feature: string, workspace: Json): JsonObject {
  const command = plan.retry.find(({ commands }) => commands?.az?.includes('before.json >'))?.commands?.az ?? '';
  const program = /' before\.json > body\.json/.exec(command) && command.split("'")[1];
  const values = { feature, uri: 'https://kv-contoso.vault.azure.net/', name: 'cmk', version: '0123' };
  const options = Object.entries(values).flatMap(([name, value]) => ['--arg', name, value]);
  const { stdout, stderr } = spawnSync('jq', [...options, program ?? ''], {
    input: JSON.stringify(workspace),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return asObject(JSON.parse(stdout));
}

/** Every path that ends in a value, with the value. */
function leaves(value: Json, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, `${path}.${name}`));
}

const features = [
  ['managed-services', '.properties.encryption.entities.managedServices.keyVaultProperties.'],
  ['managed-disks', '.properties.encryption.entities.managedDisk.keyVaultProperties.'],
  ['dbfs-root', '.properties.parameters.encryption.value.'],
] as const;

/** The name stands in the address, so the body has none. */
const nameless = ['body.name: required, but missing'];

describe('the body of a Databricks update', () => {
  it.skipIf(absent)('leaves out exactly what cannot be written', () => {
    const cannot = (parts: Readonly<Record<string, Fact>>): string[] =>
      Object.entries(parts)
        .filter(([, part]) => nothingToWrite(part))
        .map(([name]) => name)
        .sort();
    expect(cannot(read(body(), 'properties'))).toEqual([...readOnly.properties].sort());
    expect(cannot(read(body(), 'properties', 'parameters'))).toEqual([...readOnly.parameters].sort());
  });

  it.skipIf(absent || withoutJq).each(features)('carries everything over and changes %s alone', (feature, changed) => {
    const { apiVersion: _, ...before } = asObject(everything(body()));
    const after = written(feature, before);
    expect(checkValue(after, body(), 'body')).toEqual(nameless);
    const kept = new Set(leaves(after));
    const gone = leaves(before).filter((leaf) => !kept.has(leaf) && !leaf.startsWith(changed));
    const left = [
      ...readOnly.resource.map((name) => `.${name}`),
      ...readOnly.properties.map((name) => `.properties.${name}`),
      ...readOnly.parameters.map((name) => `.properties.parameters.${name}`),
    ];
    const lost = gone.filter(
      (leaf) => !left.some((path) => leaf.startsWith(path)) && !/^\.properties\.parameters\.\w+\.type=/.test(leaf),
    );
    expect(lost).toEqual([]);
  });

  it.skipIf(absent || withoutJq).each(features)('sets %s where there was no key', (feature, changed) => {
    const workspace = { location: 'westeurope', sku: { name: 'premium' }, properties: { parameters: {} } };
    const after = written(feature, workspace);
    expect(leaves(after).filter((leaf) => leaf.startsWith(changed))).not.toEqual([]);
    expect(checkValue(after, body(), 'body')).toEqual(nameless);
  });
});
