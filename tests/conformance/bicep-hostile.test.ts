import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBicep } from '../../scripts/find-bicep.ts';
import { bicepFiles, bicepParameters } from '../../src/templates/emit-bicep.ts';
import type { Template } from '../../src/templates/model.ts';
import { hostile, hostileTexts } from '../unit/hostile.ts';
import { asObject, type JsonObject, resolve } from './evaluate-arm.ts';

const bicep = findBicep();
const texts = [...hostileTexts, ...fc.sample(hostile, { numRuns: 200, seed: 11 })];
const named = (prefix: string) => Object.fromEntries(texts.map((text, index) => [`${prefix}${index}`, text]));

it.skipIf(!bicep)(
  'the Bicep compiler finds hostile texts as values, in a template, in its names and in a parameters file (skipped where there is none)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'cmk-hostile-'));
    const byName = Object.fromEntries(texts.map((text, index) => [text, index]));
    const template: Template = {
      parameters: Object.fromEntries(
        Object.keys(named('p')).map((name) => [name, { type: 'string', description: name, default: 'none' }] as const),
      ),
      resources: [
        {
          symbol: 'account',
          type: 'Microsoft.Storage/storageAccounts',
          apiVersion: '2026-04-01',
          name: 'stcontoso',
          why: 'Holds hostile tags.',
          body: {
            location: 'westeurope',
            kind: 'StorageV2',
            sku: { name: 'Standard_LRS' },
            tags: named('t'),
            properties: {},
          },
        },
      ],
      outputs: {},
      variables: { names: byName },
    };
    for (const { name, text } of bicepFiles(template)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'main.bicepparam'), bicepParameters(named('p'), []));
    const run = spawnSync(bicep ?? '', ['build-params', join(folder, 'main.bicepparam'), '--stdout'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    rmSync(folder, { recursive: true });
    expect(run.stderr.split('\n').filter((line) => / Error /.test(line))).toEqual([]);
    const built: JsonObject = JSON.parse(run.stdout);
    const { parameters } = asObject(JSON.parse(String(built.parametersJson)));
    const values = Object.entries(asObject(parameters)).map(([name, given]) => [name, asObject(given).value]);
    expect(Object.fromEntries(values)).toEqual(named('p'));
    const compiled = asObject(JSON.parse(String(built.templateJson)));
    const scope = { subscriptionId: '', resourceGroup: '', parameters: {}, variables: {} };
    const [account] = compiled.resources as JsonObject[];
    expect(resolve(asObject(account).tags ?? {}, scope)).toEqual(named('t'));
    expect(resolve(asObject(compiled.variables).names ?? {}, scope)).toEqual(byName);
  },
  60_000,
);
