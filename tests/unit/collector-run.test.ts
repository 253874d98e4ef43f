import { describe, expect, it } from 'vitest';
import { readCollected as readWith } from '../../src/collector/read-collected.ts';
import { collectorScript } from '../../src/collector/script.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { assignment, inOrder, principalId, situations, version, workspaceId } from './collector-situations.ts';
import { runCollector, runSituation } from './run-collector.ts';

const readCollected = (text: string) => readWith(text, diagnose);

const slow = 60_000;

describe.concurrent('the script, run with bash -u against recorded documents', () => {
  it.each(Object.entries(situations))(
    '%s',
    async (_, situation) => {
      const { code, printed, said, commands } = await runSituation(situation);
      expect(said).not.toMatch(/unbound variable|command not found|syntax error/);
      expect(code).toBe(0);
      expect(commands.length).toBeGreaterThan(5);
      const read = readCollected(printed);
      expect(read.problem).toBeNull();
      expect(read.enough ? read.findings[0]?.id : null).toBe(situation.cause);
      for (const { proof } of read.findings) expect(proof.length).toBeGreaterThan(0);
    },
    slow,
  );

  it(
    'fills in what it found out: ids, names and the identity',
    async () => {
      const { printed } = await runCollector(collectorScript('synapse', { workspaceName: 'contoso' }, 'az'), inOrder());
      expect(readCollected(printed).values).toMatchObject({
        resourceId: workspaceId,
        workspaceName: 'contoso',
        resourceGroup: 'rg-analytics',
        vaultName: 'kv-contoso',
        vaultResourceGroup: 'rg-keys',
        keyName: 'cmk',
        principalId,
      });
    },
    slow,
  );

  it(
    'leaves at home what it has no use for: people and settings',
    async () => {
      const { printed } = await runCollector(collectorScript('synapse', { workspaceName: 'contoso' }, 'az'), inOrder());
      expect(printed).not.toMatch(/someone@contoso|not-collected/);
    },
    slow,
  );

  it(
    'says plainly that the reader is not signed in, and still prints a document',
    async () => {
      const { code, printed, said } = await runCollector(
        collectorScript('synapse', { workspaceName: 'contoso', vaultName: 'kv-contoso' }, 'az'),
        { ...inOrder(), signedIn: false },
      );
      expect(code).toBe(0);
      expect(said).toContain('You are not signed in. Run az login');
      const read = readCollected(printed);
      expect(read).toMatchObject({ problem: null, signedIn: false, enough: false, findings: [] });
      expect(read.checks.every(({ answer }) => answer === 'open')).toBe(true);
    },
    slow,
  );

  it(
    'says what the reader may not read, and reads the rest',
    async () => {
      const { printed, said } = await runCollector(collectorScript('synapse', { workspaceName: 'contoso' }, 'az'), {
        ...inOrder(),
        forbidden: ['/vaults/kv-contoso'],
        locks: [
          { id: `${workspaceId}/providers/Microsoft.Authorization/locks/keep`, properties: { level: 'ReadOnly' } },
        ],
      });
      expect(said).toContain('vault: you may not read this');
      const read = readCollected(printed);
      expect(read.unread).toContainEqual(expect.objectContaining({ part: 'vault', why: 'refused' }));
      // A refusal of the reader says nothing about the service.
      expect(read.findings.map(({ id }) => id)).toEqual(['resource-locked']);
    },
    slow,
  );

  it(
    'does not take a vault that nobody can see for a deleted one',
    async () => {
      const world = inOrder();
      for (const id of Object.keys(world.resources)) if (id.includes('/vaults/')) delete world.resources[id];
      const { printed } = await runCollector(collectorScript('synapse', { workspaceName: 'contoso' }, 'az'), world);
      const read = readCollected(printed);
      expect(read.enough).toBe(false);
      expect(read.findings[0]).toMatchObject({ id: 'vault-not-found', confidence: 0.5 });
    },
    slow,
  );

  it(
    'asks about the key and the identity that the reader names, before those of the resource',
    async () => {
      const world = inOrder();
      const other = 'abababab-0000-0000-0000-000000000001';
      world.roleAssignments = [assignment(), assignment({ principalId: other })];
      const { printed } = await runCollector(
        collectorScript(
          'synapse',
          {
            workspaceName: 'contoso',
            vaultName: 'kv-contoso',
            keyName: 'new-key',
            keyVersion: version,
            principalId: other,
          },
          'az',
        ),
        world,
      );
      const read = readCollected(printed);
      expect(read.findings[0]?.id).toBe('key-not-found');
      expect(read.values).toMatchObject({ keyName: 'new-key', principalId: other });
    },
    slow,
  );
});
