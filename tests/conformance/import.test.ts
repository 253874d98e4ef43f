import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedTypes, published } from '../../scripts/arm-properties.ts';
import { leftOut } from '../../src/knowledge/arm/carry-over.ts';
import { typeProperties } from '../../src/knowledge/arm/index.ts';
import type { Writable } from '../../src/knowledge/arm/properties.ts';
import { generate } from '../../src/templates/generate.ts';
import { importTemplate, readResource } from '../../src/templates/import/import.ts';
import { checkResource, type TypeFacts } from './check-properties.ts';
import { asObject, deploy, type Json, type JsonObject } from './evaluate-arm.ts';
import { ready } from './import-ready.ts';
import { sampleResource } from './sample-resource.ts';

const folder = fileURLToPath(new URL('../../../shared/arm/', import.meta.url));
const absent = !existsSync(folder);
if (absent) console.warn('The published resource types are not beside the project: imports are not held against them.');

const types = absent
  ? []
  : Object.values(importedTypes).map((file): [string, TypeFacts] => [
      file,
      JSON.parse(readFileSync(`${folder}${file}.json`, 'utf8')),
    ]);

/** Leaves by their path, with the rule for each: what a PUT may hold, and what it must not. */
function leaves(
  type: string,
  value: Json,
  rule: Writable,
  path: string,
  pattern: string,
): { path: string; writable: boolean; value: Json }[] {
  if (value === null) return [];
  const left = leftOut.find((one) => one.type === type && one.path === pattern && !one.only);
  if (rule === 0 || left) return [{ path, writable: false, value }];
  if (typeof rule === 'object' && Array.isArray(value) && rule['[]'] !== undefined) {
    const inner = rule['[]'];
    return value.flatMap((item, index) => leaves(type, item, inner, `${path}[${index}]`, `${pattern}.[]`));
  }
  if (typeof rule === 'object' && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, item]) => {
      const known = Object.hasOwn(rule, name);
      const inner = known ? rule[name] : rule['*'];
      if (inner === undefined) return [];
      return leaves(
        type,
        item,
        inner,
        path ? `${path}.${name}` : name,
        `${pattern}${pattern && '.'}${known ? name : '*'}`,
      );
    });
  }
  return [{ path, writable: true, value }];
}

const at = (value: Json | undefined, path: string): Json | undefined =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<Json | undefined>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
          ? (inner as JsonObject)[name]
          : undefined,
      value,
    );

/** What is sent of a pasted resource, its expressions resolved. */
function sent(text: string): JsonObject {
  const read = readResource(text);
  if ('problem' in read) throw new Error(read.problem);
  const values = { vaultName: 'kv-a', keyName: 'k', keyVersion: '0123456789abcdef0123456789abcdef', ...read.values };
  const imported = importTemplate(read, read.choices, values);
  if (!imported.template) throw new Error(imported.refused ?? '');
  const { files } = generate(read.choices, values, imported.template);
  const named = (name: string) => JSON.parse(files.find((file) => file.name === name)?.text ?? '');
  return asObject(deploy(named('azuredeploy.json'), named('azuredeploy.parameters.json').parameters)[0]?.resource);
}

/** Paths whose value an import changes: the key, and what is read with it. */
const changed = /encryption|keyVaultProperties|prepareEncryption|customerManagedKey/i;
const envelope = new Set(['id', 'name', 'type', 'apiVersion', 'resourceGroup']);

describe.skipIf(absent)('the published types (skipped without the shared folder)', () => {
  it.each(Object.values(importedTypes))('are what the project keeps of %s', (file) => {
    const fresh = published(folder, file);
    expect(typeProperties.find(({ type }) => type === fresh.type)).toEqual(fresh);
  });

  it.each(leftOut)('know $path of $type, which is left out', ({ type, path }) => {
    const found = typeProperties.find((one) => one.type === type);
    const rule = path
      .split('.')
      .reduce<Writable | undefined>(
        (inner, name) => (typeof inner === 'object' ? inner[name] : undefined),
        found?.properties,
      );
    expect(rule).not.toBeUndefined();
    expect(rule).not.toBe(0);
  });
});

describe.each(types)('an import of %s', (_, facts) => {
  const { resourceType } = facts;
  const rules = typeProperties.find(({ type }) => type === resourceType)?.properties ?? {};
  const arbitrary = sampleResource(facts, ready[resourceType] ?? {});

  it('loses nothing that can be written, and sends nothing that can only be read', () => {
    fc.assert(
      fc.property(arbitrary, (resource) => {
        const result = sent(JSON.stringify(resource));
        for (const { path, writable, value } of leaves(resourceType, resource, rules, '', '')) {
          const top = path.split('.')[0] ?? '';
          if (envelope.has(top)) continue;
          if (!writable) {
            expect(at(result, path), path).toBeUndefined();
          } else if (!changed.test(path) && !/outboundRules/.test(path)) {
            // An identity that is named beside the key is attached, if it is not attached yet.
            const attached = /^identity\b/.test(path) && String(at(result, 'identity.type')).includes('UserAssigned');
            if (!attached) expect(at(result, path), path).toEqual(value);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('satisfies the published type', () => {
    fc.assert(
      fc.property(arbitrary, (resource) => {
        expect(checkResource(sent(JSON.stringify(resource)), facts)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from a REST call, a list, a template and a compiled template', () => {
    fc.assert(
      fc.property(arbitrary, (resource) => {
        const { id, name, type, systemData: _, ...body } = resource;
        const full =
          String(id)
            .split('/providers/')[1]
            ?.split('/')
            .filter((_, index) => index > 0 && index % 2 === 0)
            .join('/') ?? String(name);
        const inTemplate = { ...body, type: type ?? null, apiVersion: facts.apiVersion, name: "[parameters('name')]" };
        const parameters = { name: { type: 'string', defaultValue: full } };
        const escaped = JSON.parse(JSON.stringify(inTemplate));
        const expected = sent(JSON.stringify(resource));
        const { name: _name, ...rest } = expected;
        for (const text of [
          JSON.stringify({ value: [{ type: 'Microsoft.Storage/other', name: 'x' }, resource] }),
          JSON.stringify({ $schema: 'https://schema', parameters, resources: [escaped] }, null, 2),
          JSON.stringify({ languageVersion: '2.0', parameters, resources: { it: escaped } }),
          `PS C:\\> az resource show\n${JSON.stringify(resource, null, 2)}\nPS C:\\>`,
        ]) {
          const { name: _other, ...result } = sent(text);
          expect(result).toEqual(rest);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says of every property what becomes of it', () => {
    fc.assert(
      fc.property(arbitrary, (resource) => {
        const read = readResource(JSON.stringify(resource));
        if ('problem' in read) throw new Error(read.problem);
        const { differences } = importTemplate(read, read.choices, read.values);
        for (const { why } of differences) expect(why).toMatch(/[.)]$/);
        const told = differences.map(({ path }) => path);
        expect(new Set(told).size).toBe(told.length);
        for (const { path, writable } of leaves(resourceType, resource, rules, '', '')) {
          if (writable && !envelope.has(path))
            expect(
              told.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`)),
              path,
            ).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
