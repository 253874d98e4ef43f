import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiVersions } from '../../src/knowledge/key-stores.ts';
import { serviceFacts } from '../../src/knowledge/services/all.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import type { Fact, TypeFacts } from './check-properties.ts';

const folder = join(import.meta.dirname, '../../../shared/arm');
const there = existsSync(folder);

/** The published facts about a type in one API version. */
function published(type: string, apiVersion: string): TypeFacts | undefined {
  const file = join(folder, `${type.replaceAll('/', '_')}@${apiVersion}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The property at a path such as `properties.encryption.cmk.key.name`; a `*` stands for any name in a map. */
function propertyAt(body: Fact, path: string): Fact | undefined {
  return path.split('.').reduce<Fact | undefined>((fact, name) => {
    const object = fact?.type === 'array' ? fact.items : fact;
    return object?.properties?.[name] ?? (name === '*' ? object?.additionalProperties : undefined);
  }, body);
}

describe.runIf(there)('compared with the published types', () => {
  const files = there ? readdirSync(folder) : [];
  const versionsOf = (type: string): string[] =>
    files
      .filter((file) => file.startsWith(`${type.replaceAll('/', '_')}@`))
      .map((file) => file.slice(file.indexOf('@') + 1, -5));

  for (const id of serviceIds) {
    const { resources, keyProperties } = serviceFacts[id];

    it.each(
      resources.filter(({ type }) => versionsOf(type).length > 0).map(({ type, apiVersion }) => [type, apiVersion]),
    )(`${id}: %s is addressed in its newest published version, %s`, (type, apiVersion) => {
      expect(apiVersion).toBe(versionsOf(type).sort().at(-1));
    });

    it.each(keyProperties.map((property) => [`${property.type} ${property.path}`, property] as const))(
      `${id}: %s exists and may be written or only read as the page says`,
      (_, { type, path, readOnly = false }) => {
        const resource = resources.find((known) => known.type === type);
        expect(resource, 'the type stands among the resources').toBeDefined();
        const facts = resource && published(type, resource.apiVersion);
        if (!facts) return expect(versionsOf(type)).toEqual([]);
        const property = propertyAt(facts.body, path);
        expect(property, path).toBeDefined();
        expect(property?.readOnly ?? false).toBe(readOnly);
      },
    );
  }

  it.each(Object.entries(apiVersions).filter(([type]) => versionsOf(type).length > 0))(
    '%s is published in %s',
    (type, version) => {
      expect(versionsOf(type)).toContain(version);
    },
  );
});

it.runIf(!there)('could not be compared: the published types are not beside the project', () => {
  expect(there).toBe(false);
});
