import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

const shared = join(import.meta.dirname, '../../../shared/errors/real-errors.jsonl');

/** A refusal of the key store as people paste it: from the shared collection where it is there, else one of its shape. */
function refusal(): string {
  if (existsSync(shared)) {
    const lines = readFileSync(shared, 'utf8').trim().split('\n');
    const found = lines.map((line) => JSON.parse(line)).find(({ id }) => id === 'e1-111');
    if (found) return found.text;
  }
  return `Caller is not authorized to perform action on resource.\\r\\nCaller: appid=3b9d50c7-e264-4f18-a7d0-915c8e2bf463;oid=c60a8f21-74d5-4e93-b1f7-28d0e95a3c46\\r\\nAction: 'Microsoft.KeyVault/vaults/keys/read'\\r\\nVault: kv-sample;location=switzerlandnorth","innererror":{"code":"ForbiddenByRbac"}`;
}

async function ready(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

for (const width of [320, 1280]) {
  test(`from a pasted error to a template, by mouse, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await ready(page, '/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByRole('textbox', { name: 'Error text' }).fill(refusal());
    const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
    await expect(diagnosis.locator('[data-cause]').first()).toHaveAttribute('data-cause', 'rbac-role-missing');
    await expect(diagnosis.locator('mark').first()).toBeVisible();
    await expect(diagnosis).toContainText('kv-sample');
    await expect(diagnosis).toContainText("PRINCIPAL_ID='c60a8f21");
    expect(requests).toEqual([]);

    await diagnosis.getByRole('link', { name: 'Generate template' }).click();
    await expect(page).toHaveURL(/\/templates\/#scenario=grant/);
    expect(page.url()).not.toContain('kv-sample');
    await expect(page.getByLabel('Scenario')).toHaveValue('grant');
    await expect(page.getByLabel('Vault name')).toHaveValue('kv-sample');
    const template = page.getByRole('region', { name: 'Template' });
    await expect(template).toContainText('Microsoft.Authorization/roleAssignments');
    await template.getByRole('button', { name: /^azuredeploy\.parameters\.json/ }).click();
    await expect(template).toContainText('"kv-sample"');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      template.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('azuredeploy.parameters.json');
  });
}

test('from a pasted error to a template with the keyboard alone', async ({ page }) => {
  await ready(page, '/');
  const focused = page.locator(':focus');
  const tabTo = async (name: string | RegExp) => {
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press('Tab');
      if ((await focused.textContent())?.match(name) || (await focused.getAttribute('id')) === name) return;
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  await tabTo('error-text');
  await page.keyboard.insertText(refusal());
  await expect(page.getByRole('status').first()).toContainText('Diagnosis: Role assignment missing');
  await tabTo('Generate template');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'ARM JSON' })).toBeVisible();
  await expect(page.getByLabel('Vault name')).toHaveValue('kv-sample');
});

test.describe('bad input', () => {
  const pastes: Record<string, string> = {
    'white space': '  \n\t ',
    'something else': 'The quick brown fox jumps over the lazy dog.',
    HTML: '<!DOCTYPE html><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">',
    binary: String.fromCharCode(...Array.from({ length: 2000 }, (_, index) => (index * 7919) % 0xffff)),
  };
  for (const [kind, text] of Object.entries(pastes)) {
    test(`${kind} gets a next step and no exception`, async ({ page }) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await ready(page, '/');
      const title = await page.title();
      await page.getByRole('textbox', { name: 'Error text' }).fill(text);
      await expect(page.getByRole('status').first()).not.toBeEmpty();
      await expect(page.getByRole('link', { name: /answer (the )?questions/i }).first()).toBeVisible();
      expect(errors).toEqual([]);
      expect(await page.title()).toBe(title);
    });
  }

  test('ten megabytes of log are read without freezing the page', async ({ page }) => {
    await ready(page, '/');
    const line = '2026-11-01T10:00:00Z INFO worker 17 finished batch 4711 in 12 ms\n';
    const log = line.repeat(150_000) + refusal();
    await page.getByRole('textbox', { name: 'Error text' }).fill(log);
    await expect(page.getByText(/characters were read/)).toBeVisible();
    await expect(page.getByRole('status').first()).toContainText('Diagnosis', { timeout: 10_000 });
    await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', 'rbac-role-missing');
  });
});
