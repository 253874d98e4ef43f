import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/templates/generate.ts';
import { importTemplate, keyOf, readResource } from '../../src/templates/import/import.ts';
import { hostile } from './hostile.ts';

const id = (type: string, name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-a/providers/${type}/${name}`;
const version = '0123456789abcdef0123456789abcdef';

const synapse = {
  id: id('Microsoft.Synapse/workspaces', 'ws'),
  name: 'ws',
  type: 'Microsoft.Synapse/workspaces',
  location: 'westeurope',
  tags: { env: 'prod' },
  identity: { type: 'SystemAssigned', principalId: '1', tenantId: '2' },
  properties: {
    provisioningState: 'Failed',
    publicNetworkAccess: 'Disabled',
    encryption: {
      doubleEncryptionEnabled: true,
      cmk: {
        status: 'Updating',
        kekIdentity: { useSystemAssignedIdentity: true },
        key: { name: 'main', keyVaultUrl: 'https://kv-a.vault.azure.net/keys/cmk' },
      },
    },
  },
};
const databricks = {
  id: id('Microsoft.Databricks/workspaces', 'adb'),
  name: 'adb',
  type: 'Microsoft.Databricks/workspaces',
  location: 'westeurope',
  sku: { name: 'premium' },
  properties: {
    managedResourceGroupId: '/subscriptions/0/resourceGroups/managed',
    workspaceUrl: 'adb-1.azuredatabricks.net',
    parameters: { enableNoPublicIp: { type: 'Bool', value: true } },
    encryption: {
      entities: {
        managedDisk: {
          keySource: 'Microsoft.Keyvault',
          keyVaultProperties: { keyVaultUri: 'https://kv-a.vault.azure.net/', keyName: 'disk', keyVersion: version },
        },
      },
    },
  },
};
const account = {
  id: id('Microsoft.Storage/storageAccounts', 'st'),
  name: 'st',
  type: 'Microsoft.Storage/storageAccounts',
  location: 'westeurope',
  kind: 'StorageV2',
  sku: { name: 'Standard_LRS', tier: 'Standard' },
  provisioningState: 'Succeeded',
  enableHttpsTrafficOnly: true,
  enableNfsV3: true,
  networkRuleSet: {
    bypass: 'AzureServices',
    defaultAction: 'Deny',
    ipRules: [{ action: 'Allow', ipAddressOrRange: '203.0.113.1' }],
  },
  encryption: {
    keySource: 'Microsoft.Keyvault',
    keyVaultProperties: {
      keyName: 'cmk',
      keyVaultUri: 'https://kv-a.vault.azure.net',
      currentVersionedKeyIdentifier: 'x',
    },
    encryptionIdentity: null,
  },
};

function imported(resource: unknown, given: Record<string, string> = {}) {
  const read = readResource(typeof resource === 'string' ? resource : JSON.stringify(resource));
  if ('problem' in read) throw new Error(read.problem);
  const values = { vaultName: 'kv-a', keyName: 'cmk', keyVersion: version, ...read.values, ...given };
  return { ...importTemplate(read, read.choices, values), choices: read.choices, values };
}

const change = (resource: object, path: string, value: unknown) => {
  const copy = structuredClone(resource) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy;
  for (const name of names) {
    holder[name] ??= {};
    holder = holder[name] as Record<string, unknown>;
  }
  holder[last] = value;
  return copy;
};

describe('a paste that holds no resource', () => {
  it.each([
    ['', 'Nothing is there yet'],
    ['Error: it failed', 'not JSON'],
    ['{"a":1}', 'type or id is missing'],
    ['{"type":"Microsoft.Web/sites","name":"x"}', 'Microsoft.Web/sites is no type'],
    [JSON.stringify({ type: 'Microsoft.OperationalInsights/workspaces', name: 'w' }), 'paste the cluster'],
    [JSON.stringify({ type: 'Microsoft.HealthcareApis/workspaces', name: 'w' }), 'paste the service'],
    ['['.repeat(100_000), 'not JSON'],
    ['x'.repeat(2_000_001), 'longer than'],
  ])('%.40s is answered with what to do', (text, said) => {
    const read = readResource(text);
    expect('problem' in read && read.problem).toContain(said);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"type":"Microsoft.Synapse/workspaces","properties":${json}}`),
        ),
        (text) => {
          const read = readResource(text);
          if (!('problem' in read)) importTemplate(read, read.choices, read.values);
        },
      ),
    );
  });
});

const start = '\u001b[';
const listed = [
  { ...synapse, id: id('Microsoft.Synapse/workspaces', 'other'), name: 'other', properties: {} },
  synapse,
];

describe('a resource with something around it', () => {
  const text = JSON.stringify(synapse, null, 2);
  it.each<[string, string]>([
    ['a byte order mark', `\uFEFF${text}`],
    ['the colours of a terminal', text.replace(/"(\w+)":/g, `${start}34m"$1"${start}39;49;00m:`)],
    ['a prompt and a warning', `WARNING: use [--ids] next time\n${text}\nuser@host:~$ `],
    ['hard blanks', text.replaceAll('  ', '\u00a0\u00a0')],
    ['a fence', `\`\`\`json\n${text}\n\`\`\``],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['a list of REST, in which it alone is Failed', JSON.stringify({ value: listed })],
    ['an answer of Resource Graph', JSON.stringify({ count: 2, data: listed, skip_token: null })],
    ['a response of Invoke-AzRestMethod', JSON.stringify({ StatusCode: 200, Content: text })],
  ])('is found: %s', (_, pasted) => {
    expect(imported(pasted).values.workspaceName).toBe('ws');
  });

  it('says how many there were', () => {
    expect(imported(JSON.stringify(listed)).notes).toEqual([expect.stringContaining('holds 2 resources')]);
    expect(imported(synapse).notes).toEqual([]);
  });

  it.each([300, 500, text.length - 2])('says that the end is missing after %d characters', (end) => {
    const read = readResource(text.slice(0, end));
    expect('problem' in read && read.problem).toContain('The end of the JSON is missing');
  });
});

describe('what a command of a service shows', () => {
  const flat = (type: string, name: string, rest: object) => ({ id: id(type, name), name, location: 'x', ...rest });

  it('is not taken for all of it: az ml has words of its own', () => {
    const { refused, template, values } = imported(
      flat('Microsoft.MachineLearningServices/workspaces', 'mlw', {
        storage_account: '/s',
        customer_managed_key: { key_uri: `https://kv-ml.vault.azure.net/keys/cmk-ml/${version}`, key_vault: '/v' },
      }),
    );
    expect(refused).toContain('words of its own');
    expect(template).toBeNull();
    expect(values).toMatchObject({ workspaceName: 'mlw', vaultName: 'kv-ml', keyName: 'cmk-ml', keyVersion: version });
  });

  it('is not sent back where its version leaves settings out: az healthcareapis', () => {
    const type = 'Microsoft.HealthcareApis/workspaces/fhirservices';
    const { refused, template, values } = imported({
      id: id('Microsoft.HealthcareApis/workspaces/h/fhirservices', 'f'),
      type,
      identity: { type: 'SystemAssigned' },
      exportConfiguration: { storageAccountName: 'st' },
    });
    expect(refused).toContain('they would be reset');
    expect(template).toBeNull();
    expect(values).toMatchObject({ workspaceName: 'h', serviceName: 'f' });
  });

  it('may lack newer settings, which is said', () => {
    expect(imported(account).notes).toEqual([expect.stringContaining('the version that this command uses')]);
    expect(imported({ ...synapse, apiVersion: '2019-06-01-preview' }).notes).toEqual([
      expect.stringContaining('version 2019-06-01-preview'),
    ]);
  });

  it('names a version of the key that the update takes off, which is said', () => {
    const pinned = change(account, 'encryption.keyVaultProperties.keyVersion', version);
    expect(imported(pinned).notes.join(' ')).toContain(`version ${version} of the key`);
  });
});

describe('a resource that was pasted', () => {
  it('tells its names and its key, in the words of the fields', () => {
    expect(imported(synapse).values).toMatchObject({
      workspaceName: 'ws',
      resourceGroup: 'rg-a',
      vaultName: 'kv-a',
      keyName: 'cmk',
      workspaceKeyName: 'main',
    });
  });

  it('keeps every setting of a flattened command output, by the names of REST', () => {
    const { template, choices, values } = imported(account);
    const text = generate(choices, values, template).files.find(({ name }) => name === 'azuredeploy.json')?.text ?? '';
    const [{ properties }] = JSON.parse(text).resources;
    expect(properties).toMatchObject({
      supportsHttpsTrafficOnly: true,
      isNfsV3Enabled: true,
      networkAcls: { defaultAction: 'Deny', ipRules: [{ action: 'Allow', value: '203.0.113.1' }] },
      encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { keyversion: '' } },
    });
    expect(text).not.toContain('currentVersionedKeyIdentifier');
  });

  it('keeps the other key of Databricks, whose update is refused without it', () => {
    const read = readResource(JSON.stringify(databricks));
    if ('problem' in read) throw new Error(read.problem);
    const choices = { ...read.choices, variant: 'managed-services' };
    const values = { ...read.values, keyName: 'services' };
    const { template, differences } = importTemplate(read, choices, values);
    const text = generate(choices, values, template).files.find(({ name }) => name === 'azuredeploy.json')?.text ?? '';
    const [{ properties }] = JSON.parse(text).resources;
    expect(Object.keys(properties.encryption.entities).sort()).toEqual(['managedDisk', 'managedServices']);
    expect(properties.computeMode).toBe('Hybrid');
    expect(differences.find(({ path }) => path === 'properties.workspaceUrl')).toMatchObject({
      kind: 'dropped',
      why: 'Read-only: Azure sets it.',
    });
    expect(differences.find(({ path }) => path === 'properties.computeMode')?.kind).toBe('added');
    expect(differences.find(({ path }) => path === 'properties.managedResourceGroupId')?.kind).toBe('kept');
  });

  it('changes the key that Databricks has, and reads the other one when that is chosen', () => {
    const two = change(databricks, 'properties.encryption.entities.managedServices', {
      keySource: 'Microsoft.Keyvault',
      keyVaultProperties: { keyVaultUri: 'https://kv-b.vault.azure.net/', keyName: 'services', keyVersion: version },
    });
    expect(imported(databricks).choices.variant).toBe('managed-disks');
    expect(imported(databricks).values.keyName).toBe('disk');
    expect(imported(two).choices.variant).toBe('managed-services');
    const read = readResource(JSON.stringify(two));
    if ('problem' in read) throw new Error(read.problem);
    expect(keyOf(read, { ...read.choices, variant: 'managed-disks' })).toEqual({
      vaultName: 'kv-a',
      keyName: 'disk',
      keyVersion: version,
    });
  });

  it('is taken into the Terraform state where the whole resource has to be sent', async () => {
    const { template, choices, values } = imported(databricks);
    const text = generate(choices, values, template).files.find(({ name }) => name === 'main.tf')?.text ?? '';
    const parsed = await parse('main.tf', text);
    expect(parsed.import[0].id).toMatch(/Microsoft\.Databricks\/workspaces\/.+\?api-version=2026-01-01$/);
    expect(parsed.resource.azapi_resource.workspace[0].body.sku.name).toBe('premium');
    expect(parsed.resource.azapi_resource.workspace[0].lifecycle).toEqual([{ prevent_destroy: true }]);
    const stages = generate(choices, values, template).stages.terraform ?? [];
    expect(stages.at(-1)?.commands?.az).toBe('terraform state rm azapi_resource.workspace');
  });

  it('gets the identity that is named beside the key, and keeps its own', () => {
    const wanted = id('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-cmk');
    const read = readResource(JSON.stringify(synapse));
    if ('problem' in read) throw new Error(read.problem);
    const choices = { ...read.choices, identity: 'user-assigned' } as const;
    const { differences } = importTemplate(read, choices, { ...read.values, identityId: wanted });
    expect(differences).toContainEqual(
      expect.objectContaining({ path: 'identity.type', kind: 'changed', after: 'SystemAssigned,UserAssigned' }),
    );
    expect(differences.some(({ path, kind }) => kind === 'added' && path.includes('id-cmk'))).toBe(true);
  });

  it.each<[string, object, Record<string, string>, string]>([
    ['Synapse without a key', change(synapse, 'properties.encryption', {}), {}, 'cannot be switched on later'],
    ['Databricks in the standard tier', change(databricks, 'sku.name', 'standard'), {}, 'premium tier'],
    [
      'a project',
      { type: 'Microsoft.MachineLearningServices/workspaces', name: 'p', kind: 'Project', properties: {} },
      {},
      'Paste its hub',
    ],
    [
      'a cluster whose identity was taken away',
      { type: 'Microsoft.OperationalInsights/clusters', name: 'c', identity: { type: 'None' }, properties: {} },
      {},
      'Only support',
    ],
    [
      'a FHIR service without an identity',
      {
        id: id('Microsoft.HealthcareApis/workspaces/h/fhirservices', 'f'),
        type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
        name: 'f',
        properties: {},
      },
      {},
      'no identity',
    ],
    [
      'Discovery that is Failed',
      {
        type: 'Microsoft.Discovery/workspaces',
        name: 'disc',
        properties: { provisioningState: 'Failed', customerManagedKeys: 'Enabled' },
      },
      {},
      'cannot be updated',
    ],
    [
      'another vault for Machine Learning',
      {
        type: 'Microsoft.MachineLearningServices/workspaces',
        name: 'mlw',
        properties: {
          encryption: {
            status: 'Enabled',
            keyVaultProperties: { keyIdentifier: `https://kv-a.vault.azure.net/keys/k/${version}` },
          },
        },
      },
      { vaultName: 'kv-b' },
      'same vault',
    ],
  ])('is refused, with a source: %s', (_, resource, given, said) => {
    const { refused, template } = imported(resource, given);
    expect(refused).toContain(said);
    expect(refused).toMatch(/\(Source: .+, https:\/\//);
    expect(template).toBeNull();
  });

  it('leaves the region open where its template takes it from the resource group', () => {
    const { template, refused, choices, values } = imported({
      resources: { w: { ...synapse, name: "[parameters('name')]", location: '[resourceGroup().location]' } },
      parameters: { name: { type: 'string' } },
    });
    expect(refused).toBeNull();
    const { files } = generate(choices, values, template);
    const { parameters, resources } = JSON.parse(files.find(({ name }) => name === 'azuredeploy.json')?.text ?? '');
    expect(resources[0].location).toBe("[parameters('location')]");
    expect(parameters.location.defaultValue).toBe('[resourceGroup().location]');
  });

  it('is not sent when a value can only be known by a deployment', () => {
    const { refused } = imported({
      resources: [
        {
          type: 'Microsoft.Synapse/workspaces',
          name: 'w',
          properties: { publicNetworkAccess: "[if(equals(1, 1), 'a', 'b')]" },
        },
      ],
      parameters: {},
    });
    expect(refused).toContain('properties.publicNetworkAccess');
  });
});

it('carries hostile texts of a resource into every language as data', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, value) => {
      const resource = change(databricks, 'tags', Object.fromEntries([[name, value]]));
      const { template, choices, values } = imported(resource);
      const { files } = generate(choices, values, template);
      const [{ tags }] = JSON.parse(files.find((file) => file.name === 'azuredeploy.json')?.text ?? '').resources;
      const plain = (text: string) => (/^\[\[.*\]$/s.test(text) ? text.slice(1) : text);
      expect(Object.entries<string>(tags).map(([key, text]) => [plain(key), plain(text)])).toEqual([[name, value]]);
      const { resource: written } = await parse('main.tf', files.find((file) => file.name === 'main.tf')?.text ?? '');
      const [held] = Object.entries<string>(written.azapi_resource.workspace[0].tags);
      const unescaped = (text = '') => text.replace(/([$%])\1\{/g, '$1{');
      expect(held?.map(unescaped)).toEqual([name.normalize('NFC'), value.normalize('NFC')]);
    }),
    { numRuns: 60 },
  );
});
