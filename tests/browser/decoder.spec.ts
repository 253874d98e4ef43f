import { expect, test } from '@playwright/test';

const inner = JSON.stringify({
  error: {
    code: 'Forbidden',
    message:
      "The user, group or application 'appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=11111111-2222-3333-4444-555555555555;iss=https://sts.windows.net/66666666-7777-8888-9999-000000000000/' does not have keys get permission on key vault 'kv-prod-weu;location=westeurope'.",
    innererror: { code: 'AccessDenied' },
  },
});
const paste = JSON.stringify({
  error: {
    code: 'WorkspaceUpdateFailed',
    message: `Invalid permissions on the specified KeyVault. Status code 403, ${inner}`,
  },
  resource:
    '/subscriptions/aaaaaaaa-0000-0000-0000-000000000000/resourceGroups/rg-dbw/providers/Microsoft.Databricks/workspaces/dbw-prod',
});

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Error text').fill(paste);
  await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', 'access-policy-missing');
});

test('the chain shows who said no, and as whom the service asked', async ({ page }) => {
  const chain = page.locator('.chain li');
  await expect(chain).toHaveCount(4);
  await expect(chain.nth(2)).toContainText('Azure Databricks');
  await expect(chain.nth(2)).toContainText('asked for the key as AzureDatabricks');
  await expect(chain.nth(3)).toContainText('kv-prod-weu');
  await expect(chain.nth(3)).toContainText('said no');
});

test('pointing at a cause, or reaching it by keyboard, lights its words', async ({ page }) => {
  const other = page.locator('.alt [data-cause]').first();
  await other.hover();
  await expect(page.locator('pre.evidence mark.lit').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.locator('pre.evidence mark.lit')).toHaveCount(0);
  await other.getByRole('link').first().focus();
  await expect(page.locator('pre.evidence mark.lit').first()).toBeVisible();
});

test('the layers unfold as a tree, and each says who speaks', async ({ page }) => {
  await page.getByText(/Unfold the \d+ layers/).click();
  await expect(page.locator('.layers > li').first()).toContainText('WorkspaceUpdateFailed');
  await expect(page.locator('.layers .layers .layers')).toContainText('AccessDenied');
  await expect(page.locator('.speaker.key-store').first()).toBeVisible();
});

test('a report holds no name or id, until a switch allows one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Report for a ticket').click();
  await page.getByLabel('What was tried already').fill('Granted kv-prod-weu again');
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const masked = await page.evaluate(() => navigator.clipboard.readText());
  expect(masked).toContain('# Access policy missing');
  for (const value of ['kv-prod-weu', '11111111-2222', '66666666-7777', 'aaaaaaaa-0000', 'rg-dbw', 'dbw-prod']) {
    expect(masked).not.toContain(value);
  }
  await page.getByLabel('Vault and HSM names').uncheck();
  await page.getByRole('button', { name: /Copy report|Copied/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('kv-prod-weu');
});

test('a text that says too little gets a plan that changes nothing, and no cause', async ({ page }) => {
  await page.getByLabel('Error text').fill('the encryption key');
  await expect(page.getByRole('heading', { name: 'Not enough to tell' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Leave the key alone' })).toBeVisible();
  await expect(page.locator('.chain')).toHaveCount(0);
});
