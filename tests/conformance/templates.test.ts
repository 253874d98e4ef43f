import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { combinations } from '../../src/templates/choices.ts';
import { type Fact, faults } from './arm-facts.ts';
import { resolve } from './resolve.ts';

interface Template {
  readonly parameters: Readonly<Record<string, { type: string; defaultValue?: unknown }>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: readonly Record<string, unknown>[];
}
interface Module {
  readonly parameters: Readonly<Record<string, { value: unknown }>>;
  readonly template: Template;
}

const out = mkdtempSync(join(tmpdir(), 'templates-'));
const run = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/template.ts'), '--out', out], {
  encoding: 'utf8',
});
const names = readdirSync(out);
afterAll(() => rmSync(out, { recursive: true }));

const facts = join(import.meta.dirname, '../../../shared/arm');
const there = existsSync(facts);
if (!there) console.warn('The property facts are not here, so the templates were not held against them.');

const read = (name: string, file: string) => JSON.parse(readFileSync(join(out, name, file), 'utf8'));
const factOf = (type: string, version: string): Fact =>
  JSON.parse(readFileSync(join(facts, `${type.replaceAll('/', '_')}@${version}.json`), 'utf8')).body;

/** Every resource of a template and of those that it deploys, with all expressions worked out. */
function resources(template: Template, given: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const parameters: Record<string, unknown> = {};
  for (const [name, { type, defaultValue }] of Object.entries(template.parameters)) {
    parameters[name] =
      given[name] ?? (type === 'securestring' ? 'secret' : resolve(defaultValue, { parameters, variables: {} }));
  }
  const variables = resolve(template.variables ?? {}, { parameters, variables: {} }) as Record<string, unknown>;
  return template.resources.flatMap((resource) => {
    const scope = { parameters, variables };
    if (resource.type !== 'Microsoft.Resources/deployments')
      return [resolve(resource, scope) as Record<string, unknown>];
    const { parameters: passed, template: inner } = resource.properties as Module;
    resolve(resource.dependsOn, scope);
    return resources(
      inner,
      Object.fromEntries(Object.entries(passed).map(([name, { value }]) => [name, resolve(value, scope)])),
    );
  });
}

it('writes a folder for every combination', () => {
  expect(run.stderr).toBe('');
  expect(names.length).toBe(combinations().length);
});

describe.each(names)('%s', (name) => {
  const template: Template = read(name, 'azuredeploy.json');
  const given = Object.fromEntries(
    Object.entries<{ value: unknown }>(read(name, 'azuredeploy.parameters.json').parameters).map(([key, { value }]) => [
      key,
      value,
    ]),
  );
  const all = resources(template, given);

  it.skipIf(!there)('agrees with the published types', () => {
    const found = all.flatMap(({ type, apiVersion, scope: _, dependsOn: __, comments: ___, ...body }) => {
      const last = String(body.name).split('/').at(-1);
      return faults({ ...body, name: last }, factOf(String(type), String(apiVersion)), String(type));
    });
    expect(found).toEqual([]);
  });

  it('uses every parameter that it declares, and describes it', () => {
    const text = JSON.stringify([template.resources, template.variables]);
    for (const [parameter, declared] of Object.entries(template.parameters)) {
      expect(text).toContain(`parameters('${parameter}')`);
      expect(declared).toHaveProperty('metadata.description');
    }
  });

  it('gives a value to every parameter that needs one, and to no secret', () => {
    const needed = Object.entries(template.parameters).filter(
      ([, { type, defaultValue }]) => type !== 'securestring' && defaultValue === undefined,
    );
    expect(Object.keys(given)).toEqual(expect.arrayContaining(needed.map(([key]) => key)));
    expect(Object.keys(given).filter((key) => template.parameters[key]?.type !== 'string')).toEqual([]);
  });
});

it.skipIf(!there)('would notice what is unknown, read-only, missing or of another kind', () => {
  const fact = factOf('Microsoft.Synapse/workspaces', '2021-06-01');
  const wrong = { name: 1, identity: { type: 'UserAssigned' }, properties: { provisioningState: 'x', nonsense: true } };
  expect(faults(wrong, fact, 'w').sort()).toEqual([
    'w.identity.type is none of None, SystemAssigned, SystemAssigned,UserAssigned',
    'w.location is missing',
    'w.name is no string',
    'w.properties.nonsense does not exist',
    'w.properties.provisioningState is read-only',
  ]);
});
