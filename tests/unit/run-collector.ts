import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { collectorScript } from '../../src/collector/script.ts';
import type { ServiceId } from '../../src/knowledge/services/index.ts';
import { inOrder, type Situation, startValues, type World } from './collector-situations.ts';
import { serveAz } from './stub-az.ts';

const stub = join(import.meta.dirname, '../stub-az');

/** What a run of the script left: what it printed, what it said beside it, every command line of az, files it made. */
export interface Run {
  readonly code: number;
  readonly printed: string;
  readonly said: string;
  readonly commands: readonly (readonly string[])[];
}

/** Runs a generated script with `bash -u`, in a folder of its own, with the stub as its `az`. */
export async function runCollector(script: string, world: World): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'collector-'));
  const az = await serveAz(world);
  try {
    const file = join(folder, 'collect.sh');
    writeFileSync(file, script);
    const env = { ...process.env, PATH: [stub, process.env.PATH].join(delimiter), STUB_AZ_PORT: String(az.port) };
    return await new Promise<Run>((resolve) => {
      execFile('bash', ['-u', file], { env, cwd: folder, maxBuffer: 1e8 }, (error, printed, said) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, printed, said, commands: az.commands }),
      );
    });
  } finally {
    az.close();
    rmSync(folder, { recursive: true });
  }
}

/** Writes the script for a situation, from the name of the resource alone, and runs it there. */
export function runSituation({ service, make }: Situation): Promise<Run> {
  const id: ServiceId = service ?? 'synapse';
  const world = inOrder();
  make(world);
  return runCollector(collectorScript(id, startValues[id] ?? {}, 'az'), world);
}
