import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const principal = 'aaaaaaaa-1111-1111-1111-111111111111';
const tenantId = '99999999-8888-7777-6666-555555555555';
const vaultId =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-contoso';

/** What the script prints for a workspace whose identity has no role, and whose vault the reader may read in part. */
const collected = JSON.stringify(
  {
    format: 'cmk-recovery-collected',
    version: 1,
    shell: 'az',
    service: 'synapse',
    collectedAt: '2026-11-20T10:00:00Z',
    examined: {
      resourceId: '',
      vault: 'kv-contoso',
      vaultType: 'Microsoft.KeyVault/vaults',
      key: 'cmk',
      keyVersion: '',
      principals: [principal],
    },
    account: { tenantId },
    resource: {
      id: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-analytics/providers/Microsoft.Synapse/workspaces/contoso',
      location: 'westeurope',
      identity: { type: 'SystemAssigned', principalId: principal, tenantId },
      properties: {
        provisioningState: 'Failed',
        encryption: { doubleEncryptionEnabled: true, cmk: { status: '<img src=x onerror=alert(1)>' } },
      },
    },
    vault: {
      id: vaultId,
      location: 'westeurope',
      properties: {
        tenantId,
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
        publicNetworkAccess: 'Enabled',
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
        accessPolicies: [],
      },
    },
    key: { properties: { attributes: { enabled: true }, kty: 'RSA', keyOps: ['wrapKey', 'unwrapKey'] } },
    grants: [{ principalId: principal, roleAssignments: [] }],
    roles: [],
    locks: { error: 'ERROR: Forbidden({"error":{"code":"AuthorizationFailed"}})' },
  },
  null,
  2,
);

async function ready(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

async function openForm(page: Page) {
  await ready(page, '/troubleshoot/');
  await page.getByText('Write the script').click();
  await expect(page.getByLabel('Workspace name').first()).toBeVisible();
}

test('the script is written when it is asked for, with the values that are typed', async ({ page }) => {
  await ready(page, '/troubleshoot/');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.getByText('Write the script').click();
  const form = page.locator('.collector');
  await form.getByLabel('Workspace name').fill('contoso');
  expect(loaded.length).toBeGreaterThan(0);
  await expect(form.locator('pre')).toContainText("RESOURCE_NAME='contoso'");
  await form.getByLabel('Vault name').fill('$(reboot)');
  await expect(form.locator('pre')).not.toContainText('reboot');
  await expect(form.getByText('Until then the placeholder stays')).toBeVisible();
  await form.getByLabel('Service').selectOption('Azure Storage');
  await form.getByLabel('Storage account name').fill('stcontoso');
  await expect(form.locator('pre')).toContainText("RESOURCE_NAME='stcontoso'");
  await form.getByRole('button', { name: 'PowerShell' }).click();
  await expect(form.locator('pre')).toContainText("$resourceName = 'stcontoso'");
  // The box below wakes up when it comes into sight; what it asks for are files of the site, whatever was typed.
  expect(loaded.filter((url) => !/^http:\/\/localhost:\d+\/(_astro\/[\w.-]+|\w+\.json)$/.test(url))).toEqual([]);
  expect(loaded.join()).not.toMatch(/contoso|reboot/);
});

test('the script can be saved', async ({ page }) => {
  await openForm(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download collect.sh' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^bash -u <<'COLLECT'\n/);
  await expect(page.getByText('Run it with: bash collect.sh')).toBeVisible();
});

test('the service that was answered is the one that is asked about', async ({ page }) => {
  await ready(page, '/troubleshoot/#v=2&service=databricks');
  await page.getByText('Write the script').click();
  await expect(page.locator('.collector').getByLabel('Service')).toHaveValue('databricks');
});

for (const path of ['/', '/troubleshoot/'])
  test(`what the script printed is read in the same box at ${path}`, async ({ page }) => {
    await ready(page, path);
    const box = page.getByRole('textbox', { name: 'Error text' });
    const loaded = path === '/troubleshoot/' ? page.waitForResponse(/reply/) : null;
    await box.scrollIntoViewIfNeeded();
    await loaded;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await box.fill(`$ bash collect.sh\nvault: read\n${collected}\n$ `);
    const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
    await expect(diagnosis.locator('[data-cause]').first()).toHaveAttribute('data-cause', 'rbac-role-missing');
    await expect(diagnosis).toContainText('grants[0].roleAssignments');
    await expect(
      page.getByRole('status').filter({ hasText: 'From the script: Role assignment missing' }),
    ).toBeVisible();
    await expect(diagnosis).toContainText(`PRINCIPAL_ID='${principal}'`);
    await diagnosis.getByText(/^Still open/).click();
    await expect(diagnosis).toContainText('locks may not be read by you');
    // Where the script is offered, all is here before the paste; elsewhere a script of this site follows it, and no more.
    if (path === '/troubleshoot/') expect(requests).toEqual([]);
    for (const request of requests) expect(request).toMatch(/^GET http:\/\/localhost:\d+\/_astro\/[\w.-]+\.js $/);
  });

test('the answers of the script are carried to the questions', async ({ page }) => {
  await ready(page, '/');
  await page.getByRole('textbox', { name: 'Error text' }).fill(collected);
  await page.getByRole('link', { name: 'See the questions with these answers' }).click();
  await expect(page).toHaveURL(/\/troubleshoot\/#v=\d+&service=synapse.*grant=no-role/);
  expect(page.url()).not.toMatch(/contoso|aaaaaaaa/);
  await expect(page.getByRole('heading', { name: 'What does the message say?' })).toBeVisible();
  await page.getByRole('link', { name: 'The service or its identity was refused' }).click();
  await expect(page.locator('[data-cause="rbac-role-missing"]').first()).toContainText('kv-contoso');
});

test('a document that is cut off gets a sentence, and what is in it is never run', async ({ page }) => {
  await ready(page, '/');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await page.getByRole('textbox', { name: 'Error text' }).fill(collected.slice(0, 900));
  await expect(page.getByText('The document is not whole')).toBeVisible();
  await page.getByRole('textbox', { name: 'Error text' }).fill(collected);
  await expect(page.locator('[data-cause]').first()).toBeVisible();
  expect(dialogs).toEqual([]);
});

test('with the keyboard alone the form opens, and the script can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(page, '/troubleshoot/');
  await page.getByText('Write the script').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.collector pre')).toBeVisible();
  await page.locator('.collector .copy').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.collector .copy')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('az account show');
});

for (const scheme of ['light', 'dark'] as const)
  for (const width of [320, 1280])
    test(`form and result have no accessibility problems in ${scheme} at ${width} pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await openForm(page);
      await page.getByRole('textbox', { name: 'Error text' }).fill(collected);
      await expect(page.locator('[data-cause="rbac-role-missing"]').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
