import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importedTypes } from '../../scripts/arm-properties.ts';
import { findBicep } from '../../scripts/find-bicep.ts';
import { generate } from '../../src/templates/generate.ts';
import { importTemplate, readResource } from '../../src/templates/import/import.ts';
import type { TypeFacts } from './check-properties.ts';
import { ready } from './import-ready.ts';
import { sampleResource } from './sample-resource.ts';

const bicep = findBicep();
const shared = fileURLToPath(new URL('../../../shared/arm/', import.meta.url));

it.skipIf(!bicep || !existsSync(shared))(
  'the Bicep compiler has nothing to say about imported resources (skipped without it or the shared folder)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'cmk-import-'));
    let count = 0;
    for (const file of Object.values(importedTypes)) {
      const facts: TypeFacts = JSON.parse(readFileSync(`${shared}${file}.json`, 'utf8'));
      for (const resource of fc.sample(sampleResource(facts, ready[facts.resourceType] ?? {}), {
        numRuns: 12,
        seed: 3,
      })) {
        const read = readResource(JSON.stringify(resource));
        if ('problem' in read) throw new Error(read.problem);
        const { template, refused } = importTemplate(read, read.choices, read.values);
        if (!template) throw new Error(refused ?? '');
        const place = join(folder, String(count++));
        mkdirSync(place);
        for (const { name, text, format } of generate(read.choices, read.values, template).files) {
          if (format === 'bicep') writeFileSync(join(place, name), text);
        }
      }
    }
    const { stdout, stderr } = spawnSync(bicep ?? '', ['build', '--pattern', join(folder, '*', 'main.bicep')], {
      encoding: 'utf8',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    rmSync(folder, { recursive: true });
    console.log(`${count} imported resources compiled.`);
    expect(`${stdout}${stderr}`.replaceAll(folder, '')).toBe('');
  },
  120_000,
);
