import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCollected } from '../../src/collector/read-collected.ts';
import { collectorScript } from '../../src/collector/script.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { ServiceId } from '../../src/knowledge/services/index.ts';
import { inOrder, situations, startValues, subscriptionId, tenantId, type World } from './collector-situations.ts';
import { answerArm } from './stub-az.ts';

const pwsh = process.env.PWSH_PATH ?? 'pwsh';
const absent = spawnSync(pwsh, ['-NoProfile', '-Version']).error !== undefined;
if (absent) console.warn('No PowerShell here (pwsh on the PATH, or PWSH_PATH): its script did not run.');

/** Stands in for the Az modules: Azure Resource Manager is a server of the test, the rest is data. */
const prelude = (port: number, world: World) => `
function Get-AzContext { ${
  world.signedIn === false
    ? ''
    : `[pscustomobject]@{ Subscription = @{ Id = '${subscriptionId}' }; Tenant = @{ Id = '${tenantId}' }; Environment = @{ Name = 'AzureCloud' } }`
} }
function Get-AzSubscription { [CmdletBinding()] param() [pscustomobject]@{ Id = '${subscriptionId}'; State = 'Enabled' } }
function Invoke-AzRestMethod($Method, $Path) {
  if ($Method -ne 'GET') { throw 'only GET is recorded' }
  $answer = Invoke-WebRequest -Uri "http://127.0.0.1:${port}/" -Method POST -Body $Path -SkipHttpErrorCheck
  [pscustomobject]@{ StatusCode = [int]$answer.StatusCode; Content = [string]$answer.Content }
}
function Get-AzKeyVaultKey($VaultName, [switch]$InRemovedState) { ConvertFrom-Json '${JSON.stringify(
  (world.deletedKeys ?? []).map(({ kid }) => ({ Id: kid, DeletedDate: '2026-11-01' })),
)}' | ForEach-Object { $_ } }
function Get-AzADServicePrincipal($ApplicationId) { ConvertFrom-Json '${JSON.stringify(
  Object.entries(world.applications ?? {}).map(([AppId, Id]) => ({ AppId, Id })),
)}' | ForEach-Object { $_ } | Where-Object AppId -eq $ApplicationId }
`;

/** Runs the script with PowerShell against the recorded world. */
async function run(service: ServiceId, world: World): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'collector-'));
  const server = createServer((request, response) => {
    let path = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      path += chunk;
    });
    request.on('end', () => {
      const { status, body } = answerArm(world, decodeURIComponent(path));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    const file = join(folder, 'collect.ps1');
    const port = typeof address === 'object' && address ? address.port : 0;
    writeFileSync(file, prelude(port, world) + collectorScript(service, startValues[service] ?? {}, 'PowerShell'));
    return await new Promise<string>((resolve, reject) => {
      execFile(pwsh, ['-NoProfile', '-NonInteractive', '-File', file], { maxBuffer: 1e8 }, (error, printed, said) =>
        error ? reject(new Error(`${said}\n${printed}`)) : resolve(printed),
      );
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

it.skipIf(absent).each(Object.entries(situations))(
  'PowerShell prints a document that says the same: %s',
  async (_, { service, cause, make }) => {
    const world = inOrder();
    make(world);
    const read = readCollected(await run(service ?? 'synapse', world), diagnose);
    expect(read.problem).toBeNull();
    expect(read.enough ? read.findings[0]?.id : null).toBe(cause);
  },
  60_000,
);

it.skipIf(absent)(
  'PowerShell says that the reader is not signed in, and still prints a document',
  async () => {
    const printed = await run('synapse', { ...inOrder(), signedIn: false });
    expect(printed).toContain('You are not signed in. Run Connect-AzAccount');
    expect(readCollected(printed, diagnose)).toMatchObject({ problem: null, signedIn: false, findings: [] });
  },
  60_000,
);

it.skipIf(absent)(
  'PowerShell says what the reader may not read, and reads the rest',
  async () => {
    const printed = await run('synapse', { ...inOrder(), forbidden: ['/vaults/kv-contoso'] });
    expect(printed).toContain('vault: you may not read this');
    const read = readCollected(printed, diagnose);
    expect(read.findings).toEqual([]);
    expect(read.unread).toContainEqual(expect.objectContaining({ part: 'vault', why: 'refused' }));
  },
  60_000,
);
