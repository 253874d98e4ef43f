import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';

const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-a/providers';
const version = '0123456789abcdef0123456789abcdef';
const parts = { keyVaultUri: 'https://kv-old.vault.azure.net/', keyName: 'cmk', keyVersion: version };
const url = `https://kv-old.vault.azure.net/keys/cmk/${version}`;
const identity = { type: 'SystemAssigned', principalId: '1', tenantId: '2' };

interface Walk {
  readonly service: string;
  readonly name: string;
  readonly type: string;
  readonly body: object;
  /** What the repair sends: the body of a PATCH, or the whole resource. */
  readonly repair: 'patch.json' | 'azuredeploy.json';
  readonly kept: string;
  readonly dropped: string;
}

const walks: readonly Walk[] = [
  {
    service: 'synapse',
    name: 'Azure Synapse Analytics',
    type: 'Microsoft.Synapse/workspaces',
    body: {
      identity,
      properties: {
        provisioningState: 'Failed',
        publicNetworkAccess: 'Disabled',
        encryption: {
          cmk: {
            status: 'Updating',
            key: { name: 'main', keyVaultUrl: 'https://kv-old.vault.azure.net/keys/cmk' },
            kekIdentity: { useSystemAssignedIdentity: true },
          },
        },
      },
    },
    repair: 'patch.json',
    kept: 'properties.publicNetworkAccess',
    dropped: 'properties.encryption.cmk.status',
  },
  {
    service: 'databricks',
    name: 'Azure Databricks',
    type: 'Microsoft.Databricks/workspaces',
    body: {
      sku: { name: 'premium' },
      properties: {
        provisioningState: 'Failed',
        workspaceUrl: 'adb',
        managedResourceGroupId: '/m',
        encryption: { entities: { managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: parts } } },
      },
    },
    repair: 'azuredeploy.json',
    kept: 'properties.managedResourceGroupId',
    dropped: 'properties.workspaceUrl',
  },
  {
    service: 'machine-learning',
    name: 'Azure Machine Learning',
    type: 'Microsoft.MachineLearningServices/workspaces',
    body: {
      kind: 'Default',
      identity,
      properties: {
        workspaceId: 'w',
        friendlyName: 'Forecasts',
        encryption: { status: 'Enabled', keyVaultProperties: { keyVaultArmId: '/kv', keyIdentifier: url } },
      },
    },
    repair: 'patch.json',
    kept: 'properties.friendlyName',
    dropped: 'properties.workspaceId',
  },
  {
    service: 'log-analytics',
    name: 'Log Analytics',
    type: 'Microsoft.OperationalInsights/clusters',
    body: {
      identity,
      sku: { name: 'CapacityReservation', capacity: 100 },
      properties: { clusterId: 'c', billingType: 'Cluster', keyVaultProperties: parts },
    },
    repair: 'patch.json',
    kept: 'properties.billingType',
    dropped: 'properties.clusterId',
  },
  {
    service: 'health-data',
    name: 'Azure Health Data Services',
    type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
    body: {
      kind: 'fhir-R4',
      identity,
      properties: {
        eventState: 'Disabled',
        exportConfiguration: { storageAccountName: 'stexport' },
        encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: url } },
      },
    },
    repair: 'azuredeploy.json',
    kept: 'properties.exportConfiguration.storageAccountName',
    dropped: 'properties.eventState',
  },
  {
    service: 'discovery',
    name: 'Microsoft Discovery',
    type: 'Microsoft.Discovery/workspaces',
    body: {
      properties: {
        provisioningState: 'Succeeded',
        customerManagedKeys: 'Enabled',
        managedResourceGroup: 'm',
        workspaceIdentity: { id: '/i' },
        keyVaultProperties: parts,
      },
    },
    repair: 'patch.json',
    kept: 'properties.workspaceIdentity.id',
    dropped: 'properties.managedResourceGroup',
  },
  {
    service: 'online-experimentation',
    name: 'Online Experimentation',
    type: 'Microsoft.OnlineExperimentation/workspaces',
    body: {
      identity,
      sku: { name: 'F0' },
      properties: {
        endpoint: 'e',
        appConfigurationResourceId: '/a',
        logAnalyticsWorkspaceResourceId: '/l',
        logsExporterStorageAccountResourceId: '/s',
        encryption: {
          customerManagedKeyEncryption: {
            keyEncryptionKeyUrl: url,
            keyEncryptionKeyIdentity: { identityType: 'SystemAssignedIdentity' },
          },
        },
      },
    },
    repair: 'patch.json',
    kept: 'properties.appConfigurationResourceId',
    dropped: 'properties.endpoint',
  },
  {
    service: 'storage',
    name: 'Azure Storage',
    type: 'Microsoft.Storage/storageAccounts',
    body: {
      kind: 'StorageV2',
      sku: { name: 'Standard_LRS' },
      identity,
      properties: {
        primaryLocation: 'westeurope',
        isHnsEnabled: true,
        encryption: {
          keySource: 'Microsoft.Keyvault',
          keyvaultproperties: { keyvaulturi: 'https://kv-old.vault.azure.net', keyname: 'cmk', keyversion: version },
        },
      },
    },
    repair: 'patch.json',
    kept: 'properties.isHnsEnabled',
    dropped: 'properties.primaryLocation',
  },
];

async function ready(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

const template = (page: Page) => page.getByRole('region', { name: 'Template' });
const code = (page: Page) => template(page).locator('#template-panel pre');

for (const { service, name, type, body, repair, kept, dropped } of walks) {
  test(`${name}: from its scenarios to files in three languages`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await ready(page, '/templates/');
    await page.getByLabel('Service', { exact: true }).selectOption({ label: name });
    await page.getByLabel('Scenario').selectOption('redeploy');
    await page.getByLabel('Store, key and user-assigned identity').selectOption('new');
    await expect(code(page)).toContainText(`"${type}"`);
    await expect(code(page)).toContainText('"enablePurgeProtection": true');
    expect(new URL(page.url()).hash).toContain('scenario=redeploy');
    await page.getByRole('tab', { name: 'Bicep' }).click();
    await expect(code(page)).toContainText(`'${type}@`);
    await page.getByRole('tab', { name: 'Terraform' }).click();
    await expect(code(page)).toContainText('azapi_resource');
    await page.getByRole('button', { name: 'Explain each line' }).click();
    await expect(code(page).locator('.note').first()).toContainText('/write.');
    await expect(page.getByRole('heading', { name: 'If you delete the old one' })).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save all as zip' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${service}-redeploy.zip`);
    const entries = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(entries)).toEqual(
      expect.arrayContaining([
        'azuredeploy.json',
        'azuredeploy.parameters.json',
        'main.bicep',
        'main.bicepparam',
        'main.tf',
        'terraform.tfvars',
        'README.md',
      ]),
    );
    expect(new TextDecoder().decode(entries['azuredeploy.json'])).toContain(type);
    expect(errors).toEqual([]);
  });

  test(`${name}: from its own JSON to a repair that changes the key alone`, async ({ page }) => {
    const names = type
      .split('/')
      .slice(1)
      .map((segment, index) => `${segment.toLowerCase()}/n${index}aaa`)
      .join('/');
    const resource = {
      id: `${group}/${type.split('/')[0]}/${names}`,
      type,
      location: 'westeurope',
      tags: { secretTag: 'kept-in-the-browser' },
      ...body,
    };
    await ready(page, '/templates/');
    await page.getByText('Start from your resource').click();
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByLabel('JSON of the resource').fill(JSON.stringify(resource, null, 2));
    await expect(page.getByLabel('Service', { exact: true })).toHaveValue(service);
    await expect(page.getByLabel('Scenario')).toHaveValue('repair');
    await template(page)
      .getByRole('button', { name: new RegExp(`^${repair.replace('.', '\\.')}`) })
      .click();
    const row = (path: string) => page.locator('tr[data-kind]', { has: page.getByText(path, { exact: true }) });
    await expect(row(kept)).toHaveAttribute('data-kind', 'kept');
    await expect(row(dropped)).toHaveAttribute('data-kind', 'dropped');
    if (repair === 'azuredeploy.json') await expect(code(page)).toContainText('kept-in-the-browser');
    else await expect(code(page)).not.toContainText('kept-in-the-browser');
    if (service !== 'synapse') {
      await page.getByLabel('Key name', { exact: true }).fill('cmk-new');
      if (repair === 'patch.json')
        await expect(code(page).locator('mark').or(code(page).getByText('cmk-new')).first()).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: 'Verify' })).toBeVisible();
    expect(page.url()).not.toContain('kept-in-the-browser');
    expect(page.url()).not.toContain('n0aaa');
    expect(requests.filter((one) => /kept-in-the-browser|n0aaa/.test(one))).toEqual([]);
  });
}

test('a choice that is not possible cannot be made, and says why', async ({ page }) => {
  await ready(page, '/templates/#service=machine-learning');
  const store = page.getByLabel('Key store');
  await expect(store.locator('option[value="managed-hsm"]')).toHaveAttribute('disabled', '');
  await page.getByText('Why not Managed HSM?').click();
  await expect(page.getByText('Not confirmed: the pages and the property keyVaultArmId')).toBeVisible();
});

test('a value that breaks its rule says the rule, and stays out of the files', async ({ page }) => {
  await ready(page, '/templates/');
  await page.getByLabel('Vault name').fill('$(touch x)');
  await expect(page.getByText('Vault name has 3 to 24')).toBeVisible();
  await page.getByRole('button', { name: 'azuredeploy.parameters.json' }).click();
  await expect(code(page)).toContainText('<vault name>');
  await page.getByLabel('Vault name').fill('kv-contoso');
  await expect(code(page).locator('mark')).toContainText('kv-contoso');
  expect(page.url()).not.toContain('kv-contoso');
});

test('a paste that is no resource is answered with what to do, and stays in its box', async ({ page }) => {
  await ready(page, '/templates/');
  await page.getByText('Start from your resource').click();
  const box = page.getByLabel('JSON of the resource');
  await box.fill('ERROR: (AuthorizationFailed)');
  await expect(page.getByRole('alert')).toContainText('This is not JSON');
  await expect(box).toHaveValue('ERROR: (AuthorizationFailed)');
  await box.fill(JSON.stringify({ type: 'Microsoft.Synapse/workspaces', name: 'ws', properties: {} }));
  await expect(page.getByRole('alert')).toContainText('cannot be switched on later');
});

test('what changes of a resource stands in sight, and the rest is folded away', async ({ page }) => {
  const [, databricks] = walks;
  const resource = {
    id: `${group}/Microsoft.Databricks/workspaces/adb-a`,
    type: databricks?.type,
    location: 'westeurope',
    ...databricks?.body,
  };
  await ready(page, '/templates/');
  await page.getByText('Start from your resource').click();
  await page.getByLabel('JSON of the resource').fill(JSON.stringify(resource));
  const row = (path: string) => page.locator('tr[data-kind]', { has: page.getByText(path, { exact: true }) });
  await expect(row('properties.computeMode')).toBeVisible();
  await expect(row('properties.workspaceUrl')).toBeHidden();
  await page.getByText(/^\d+ dropped$/).click();
  await expect(row('properties.workspaceUrl')).toBeVisible();
  await page.getByLabel('Key name', { exact: true }).fill('cmk-new');
  await expect(row('properties.encryption.entities.managedServices.keyVaultProperties.keyName')).toHaveAttribute(
    'data-kind',
    'changed',
  );
});

test('a link of another version says so, until a choice is made', async ({ page }) => {
  await ready(page, '/templates/#v=0&service=storage');
  await expect(page.getByText('made with an earlier version')).toBeVisible();
  await page.getByLabel('Scenario').selectOption('repair');
  await expect(page.getByText('made with an earlier version')).toHaveCount(0);
});

test('ready-made templates lie at addresses that stay, and open the portal', async ({ page, request }) => {
  await ready(page, '/templates/');
  await page.locator('summary', { hasText: 'Azure Storage' }).click();
  const deploy = page.getByRole('link', { name: 'Deploy to Azure' }).filter({ visible: true }).first();
  const href = (await deploy.getAttribute('href')) ?? '';
  expect(href).toMatch(/^https:\/\/portal\.azure\.com\/#create\/Microsoft\.Template\/uri\/https%3A%2F%2F/);
  const answer = await request.get('/templates/storage/redeploy-new.json');
  expect((await answer.json()).$schema).toContain('deploymentTemplate.json');
  const { services } = await (await request.get('/templates/catalogue.json')).json();
  expect(services).toHaveLength(8);
});
