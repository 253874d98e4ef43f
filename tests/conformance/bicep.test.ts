import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBicep } from '../../scripts/find-bicep.ts';
import { type Choices, combinationName, combinations } from '../../src/templates/choices.ts';
import { generate } from '../../src/templates/generate.ts';
import { asObject, type Deployed, deploy, type Json, type JsonObject } from './evaluate-arm.ts';
import { exampleValues } from './examples.ts';

const bicep = findBicep();
if (!bicep) console.warn('There is no Bicep compiler (npm run get:bicep): the Bicep files are not compiled.');

const table = combinations()
  .map((choices) => [combinationName(choices), choices, generate(choices, exampleValues(choices)).files] as const)
  .filter(([, , files]) => files.some(({ name }) => name === 'main.bicep'));

let folder = '';
let said = '';
const secret = { SQL_ADMINISTRATOR_LOGIN_PASSWORD: 'asked for by the deployment' };

beforeAll(() => {
  if (!bicep) return;
  folder = mkdtempSync(join(tmpdir(), 'cmk-bicep-'));
  for (const [name, , files] of table) {
    mkdirSync(join(folder, name));
    for (const file of files) writeFileSync(join(folder, name, file.name), file.text);
  }
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(bicep, args, {
      encoding: 'utf8',
      env: { ...process.env, ...secret, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    said += `${status === 0 ? '' : `ended with ${status}\n`}${stdout}${stderr}`;
  };
  run('build', '--pattern', join(folder, '*', 'main.bicep'));
  // Parameters are compiled to a file of the same name, so the template is moved away first.
  for (const [name] of table) renameSync(join(folder, name, 'main.json'), join(folder, name, 'template.json'));
  run('build-params', '--pattern', join(folder, '*', 'main.bicepparam'));
  console.log(`${table.length} combinations compiled with ${bicep}.`);
}, 120_000);

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

const parsed = (name: string, file: string): JsonObject => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));

/** What matters of a deployed resource: its own properties, and by name what must be there first. */
function essence({ resource, dependsOn, type }: Deployed): JsonObject {
  const { comments: _, dependsOn: __, apiVersion, properties = {}, ...rest } = resource;
  const nested = type === 'Microsoft.Resources/deployments';
  // A nested template is compared by what it deploys, and its compiler signs it.
  const own: JsonObject = nested
    ? { parameters: asObject(properties).parameters ?? null }
    : { apiVersion: apiVersion ?? null, properties };
  const needed = dependsOn.map((one) => String(one).split('/').at(-1) ?? '').sort();
  return { ...rest, ...own, dependsOn: needed };
}

function resources(template: JsonObject, parameters: JsonObject, keyGranted: boolean): Json[] {
  const given = asObject(parameters.parameters);
  const all = deploy(template, 'keyGranted' in given ? { ...given, keyGranted: { value: keyGranted } } : given);
  return all.map(essence).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

const textOf = (files: (typeof table)[number][2], wanted: string): JsonObject =>
  JSON.parse(files.find(({ name }) => name === wanted)?.text ?? '');

describe.skipIf(!bicep)('the Bicep compiler (skipped where there is none)', () => {
  it('has nothing to say about any file', () => {
    expect(said).toBe('');
  });

  it.each(table)('makes of %s what the ARM template says', (name, _: Choices, files) => {
    const template = parsed(name, 'template.json');
    const { parameters: values } = parsed(name, 'main.json');
    for (const keyGranted of [false, true]) {
      expect(resources(template, { parameters: values ?? {} }, keyGranted)).toEqual(
        resources(textOf(files, 'azuredeploy.json'), textOf(files, 'azuredeploy.parameters.json'), keyGranted),
      );
    }
    expect(Object.keys(asObject(template.outputs ?? {}))).toEqual(
      Object.keys(asObject(textOf(files, 'azuredeploy.json').outputs ?? {})),
    );
  });
});
