import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bashScript } from '../../src/collector/bash.ts';
import type { CollectorShell } from '../../src/collector/format.ts';
import { collectorScript } from '../../src/collector/script.ts';
import { collectorAsks, type Targets, targetsOf } from '../../src/collector/targets.ts';
import { collectorFacts, collectorVersions } from '../../src/knowledge/collector.ts';
import { apiVersions } from '../../src/knowledge/key-stores.ts';
import { namingRules, type Values } from '../../src/knowledge/naming.ts';
import { serviceFacts } from '../../src/knowledge/services/all.ts';
import { serviceIds, services } from '../../src/knowledge/services/index.ts';
import { inOrder } from './collector-situations.ts';
import { runCollector } from './run-collector.ts';

/** All that the scripts may run: commands that read, and what puts their answers together. */
const readingAz = [
  'account show',
  'account list',
  'resource list',
  'rest --method get',
  'ad sp show',
  'keyvault key list-deleted',
  'monitor activity-log list',
];
const readingCmdlets = [
  'Add-Part',
  'ConvertFrom-Json',
  'ConvertTo-Json',
  'ForEach-Object',
  'Get-AzADServicePrincipal',
  'Get-AzContext',
  'Get-AzKeyVaultKey',
  'Get-AzSubscription',
  'Invoke-AzRestMethod',
  'Read-Arm',
  'Read-Part',
  'Select-Object',
  'Where-Object',
  'Write-Host',
];
const bashWords =
  'add az ask break bash case cat continue cut date do done elif else esac export fi field find_vault for get head if in local printf problem read return say see sed set skip sort test text then tr';

const examples: Values = Object.fromEntries(Object.entries(namingRules).map(([name, { example }]) => [name, example]));
const scripts = (shell: CollectorShell) =>
  serviceIds.flatMap((service) => [
    [service, collectorScript(service, {}, shell)] as const,
    [service, collectorScript(service, { ...examples, resourceId: '' }, shell)] as const,
  ]);

describe('the script for bash', () => {
  it.each(scripts('az'))('runs on %s only commands of the Azure CLI that read', (_, script) => {
    const bare = script.replace(/^\s*#.*/gm, '').replace(/say '[^'\n]*'/g, 'say');
    const run = [...bare.matchAll(/\baz ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)*(?: --method [a-z]+)?)/g)].map(
      ([, words]) => words,
    );
    expect(run.length).toBeGreaterThan(8);
    expect(run.filter((words) => !readingAz.some((reads) => words === reads))).toEqual([]);
  });

  it.each(scripts('az'))('writes no file on %s', (_, script) => {
    expect(script.replace(/"[^"\n]*"|'[^'\n]*'|#.*/g, '').match(/>+ *(?!\/dev\/null|&[12])\S+/g)).toBeNull();
  });

  it.each(scripts('az'))('has on %s no word that an interactive shell would expand', (_, script) => {
    expect(script).not.toContain('!');
    expect(script.startsWith("bash -u <<'COLLECT'\n")).toBe(true);
    expect(script.match(/^COLLECT$/gm)).toHaveLength(1);
  });

  it('begins every command with a word of bash, a function of its own, or a reader of texts', () => {
    const script = collectorScript('databricks', {}, 'az');
    const bare = script
      .split('\n')
      .slice(1, -2)
      .join('\n')
      .replace(/^\s*#.*/gm, '')
      .replace(/'[^'\n]*'/g, 'text')
      .replace(/<<VALUES\n[\s\S]*?\nVALUES\n/g, '\n');
    const starts = [...bare.matchAll(/(?:(?:^|[;|&]|\$\() *|\b(?:then|do|else) +)([A-Za-z_]+)(?= |$|;)(?!=)/gm)].map(
      ([, word]) => word ?? '',
    );
    expect(starts.length).toBeGreaterThan(60);
    expect([...new Set(starts)].filter((word) => !bashWords.split(' ').includes(word))).toEqual([]);
  });
});

describe('the script for PowerShell', () => {
  it.each(scripts('PowerShell'))('runs on %s only commands that read', (_, script) => {
    const commands = [...script.replace(/#.*/g, '').matchAll(/(?<![\w$'./-])[A-Z][A-Za-z]+-[A-Z][A-Za-z]+/g)].map(
      ([name]) => name,
    );
    expect(commands.length).toBeGreaterThan(30);
    expect(
      [...new Set(commands)].filter((name) => !readingCmdlets.includes(name) && name !== 'Connect-AzAccount'),
    ).toEqual([]);
    expect(script.match(/Invoke-AzRestMethod/g)).toHaveLength(1);
    expect(script).toContain('Invoke-AzRestMethod -Method GET -Path $Path');
    expect(script).not.toMatch(/\|\s*Out-File|(?<!\$Name|=)>\s*['"$]/);
  });

  it.each(scripts('PowerShell'))('only names the command that signs in on %s, and does not run it', (_, script) => {
    expect(script.match(/Connect-AzAccount/g)).toHaveLength(1);
    expect(script).toContain("Write-Host 'You are not signed in. Run Connect-AzAccount, then run this again.'");
  });
});

describe('hostile values', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "'; touch pwned; '",
      '$(touch pwned)',
      '`touch pwned`',
      'x\nCOLLECT\ntouch pwned\n',
      '"; touch pwned; "',
      "’; New-Item pwned; '",
      '--method delete',
      '&touch pwned&',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it.each(['az', 'PowerShell'] as const)('are left out of the %s script where they break their rule', (shell) => {
    const plain = collectorScript('synapse', {}, shell);
    fc.assert(
      fc.property(fc.constantFrom(...serviceIds), hostile, (service, value) => {
        const values = Object.fromEntries(Object.keys(namingRules).map((name) => [name, value]));
        const targets = targetsOf(service, values);
        for (const one of Object.values(targets))
          expect(one === '' || /^[\w./()-]+$/u.test(one) || /^[\p{L}\p{Nd}_.()/-]+$/u.test(one)).toBe(true);
        expect(collectorScript(service, values, shell).split('\n').length).toBeLessThan(plain.split('\n').length + 20);
      }),
    );
  });

  it('stay data even where no rule has stopped them: the script only reads, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const targets: Targets = {
          ...targetsOf('synapse', { workspaceName: 'contoso' }),
          resourceId: one,
          vaultName: other,
          keyName: one,
          principalId: other,
        };
        const { commands, code, said } = await runCollector(
          `${bashScript('synapse', collectorFacts.synapse, targets)}ls -A\n`,
          inOrder(),
        );
        expect(code).toBe(0);
        expect(said).not.toMatch(/syntax error|command not found/);
        expect(commands.filter((args) => !readingAz.some((reads) => args.join(' ').startsWith(`${reads} `)))).toEqual(
          [],
        );
      }),
      {
        numRuns: 25,
        examples: [
          ["'; touch pwned; '", '$(touch pwned)'],
          ['`touch pwned`', 'x\nCOLLECT\ntouch pwned\n'],
        ],
      },
    );
  }, 120_000);

  it('leave no file in the folder in which the script runs', async () => {
    for (const value of ["'; touch pwned; '", '$(touch pwned)', '`touch pwned`', 'x\nCOLLECT\ntouch pwned\n']) {
      const targets = { ...targetsOf('synapse', {}), resourceId: value, vaultName: value, keyName: value };
      const { printed } = await runCollector(
        `${bashScript('synapse', collectorFacts.synapse, targets)}printf 'files:'; ls -A\n`,
        inOrder(),
      );
      expect(printed.slice(printed.lastIndexOf('files:'))).toBe('files:collect.sh\n');
    }
  });

  it('reach Azure as they are where their rule allows them', async () => {
    const resourceGroup = 'rg_(späti).x-1';
    const subscriptionId = examples.subscriptionId ?? '';
    const { commands } = await runCollector(
      collectorScript('synapse', { workspaceName: 'contoso', resourceGroup, subscriptionId }, 'az'),
      inOrder(),
    );
    expect(commands.flat()).toContain(
      `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Synapse/workspaces/contoso?api-version=2021-06-01`,
    );
  });
});

describe('what the script starts from', () => {
  it('is the resource id, if the names are enough for one', () => {
    expect(
      targetsOf('health-data', { ...examples, workspaceName: 'hds', serviceName: 'fhir1', resourceId: '' }),
    ).toMatchObject({
      resourceId: `/subscriptions/${examples.subscriptionId}/resourceGroups/${examples.resourceGroup}/providers/Microsoft.HealthcareApis/workspaces/hds/fhirservices/fhir1`,
      resourceName: 'hds/fhir1',
    });
  });

  it('is a resource id of the reader only if it belongs to the service', () => {
    expect(targetsOf('storage', { resourceId: examples.resourceId ?? '' }).resourceId).toBe('');
    expect(targetsOf('synapse', { resourceId: examples.resourceId ?? '' }).resourceId).toBe(examples.resourceId);
  });

  it('is a Managed HSM where one is named', () => {
    expect(targetsOf('storage', { hsmName: 'hsm-contoso' })).toMatchObject({
      vaultName: 'hsm-contoso',
      vaultType: 'Microsoft.KeyVault/managedHSMs',
    });
  });

  it.each(serviceIds)('can be typed in for %s: the name of the resource comes first', (service) => {
    expect(collectorAsks(service).slice(0, services[service].resourceId.names.length)).toEqual(
      services[service].resourceId.names,
    );
  });
});

describe.each(serviceIds)('what the collector knows of %s', (service) => {
  const facts = collectorFacts[service];
  const known = serviceFacts[service];
  const type = services[service].resourceId.type;

  it('is the API version of the resource', () => {
    expect(facts.apiVersion).toBe(known.resources.find((resource) => resource.type === type)?.apiVersion);
  });

  it('is where the key stands', () => {
    const paths = known.keyProperties.filter((property) => property.type === type).map(({ path }) => path);
    const used = facts.keys.flatMap((place) =>
      Object.entries(place).flatMap(([name, path]) => (name === 'feature' ? [] : path)),
    );
    expect(used.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('collects every part that it looks into', () => {
    const places = [
      ...facts.keys.flatMap((place) =>
        Object.entries(place).flatMap(([name, path]) => (name === 'feature' ? [] : path)),
      ),
      ...facts.principals,
      facts.userAssigned ?? 'first',
      facts.createdWithKey?.path ?? 'first',
      facts.federatedClient ?? 'first',
    ].filter((path) => path.startsWith('properties.'));
    expect(places.filter((path) => !facts.properties.includes(path.split('.')[1] ?? ''))).toEqual([]);
  });

  it('is who asks for the key, and whether Key Vault trusts it', () => {
    const application = known.callers.find(({ applicationId }) => applicationId)?.applicationId;
    // Cosmos DB asks for the key of a Log Analytics cluster only with Sentinel.
    expect(facts.applicationId).toBe(service === 'log-analytics' ? undefined : application);
    expect(facts.trusted).toBe(known.trusted.listed);
  });

  it('is what was decided at creation', () => {
    const always = known.changes.filter(({ id }) => id === 'turn-on').every(({ possible }) => possible === 'no');
    expect(facts.createdWithKey !== undefined).toBe(always);
  });

  it('insists on the tenant, region and subscription no more than the facts do', () => {
    const texts = (id: string) =>
      known.requirements
        .filter((one) => one.id === id)
        .map(({ text }) => text)
        .join(' ');
    expect(facts.sameRegion === 'yes').toBe(
      /^(?:Vault, .*same region|The region of the workspace)/i.test(texts('region')),
    );
    expect(facts.sameSubscription === 'yes').toBe(/^The subscription of the workspace/.test(texts('subscription')));
    expect(facts.sameTenant === 'yes').toBe(/same (?:Microsoft Entra )?tenant/i.test(texts('tenant')));
    expect(facts.purgeProtection === 'yes').toBe(
      /^(?:Purge protection is required; activation|Both are required|Both, checked)/.test(
        texts('soft-delete-and-purge-protection'),
      ),
    );
  });
});

it('speaks to the key store in the versions that templates use', () => {
  expect(collectorVersions.keyVault).toBe(apiVersions['Microsoft.KeyVault/vaults']);
  expect(collectorVersions.identity).toBe(apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities']);
  expect(collectorVersions.authorization).toBe(apiVersions['Microsoft.Authorization/roleAssignments']);
});
