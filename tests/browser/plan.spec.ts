import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const refusal = `Caller is not authorized to perform action on resource.\\r\\nCaller: appid=3b9d50c7-e264-4f18-a7d0-915c8e2bf463;oid=c60a8f21-74d5-4e93-b1f7-28d0e95a3c46\\r\\nAction: 'Microsoft.KeyVault/vaults/keys/read'\\r\\nResource: '/subscriptions/7d1c2b3a-0000-4000-8000-00000000d004/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-sample/keys/cmk'\\r\\nVault: kv-sample;location=switzerlandnorth","innererror":{"code":"ForbiddenByRbac"}} someone@contoso.example 203.0.113.77`;

async function planOnScreen(page: Page) {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.getByRole('textbox', { name: 'Error text' }).fill(refusal);
  await expect(page.getByRole('region', { name: 'Plan' })).toBeVisible();
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test('what is ticked off is still ticked off after a reload, and no value is kept with it', async ({ page }) => {
  await planOnScreen(page);
  const plan = page.getByRole('region', { name: 'Plan' });
  const boxes = plan.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  await expect(plan.getByRole('status').first()).toHaveText(/^2 of \d+ steps done$/);
  expect(await kept(page)).not.toMatch(/kv-sample|c60a8f21|someone|203\.0/);

  await planOnScreen(page);
  await expect(boxes.nth(0)).toBeChecked();
  await expect(boxes.nth(1)).not.toBeChecked();
  await expect(boxes.nth(2)).toBeChecked();

  await plan.getByRole('button', { name: 'Start over' }).click();
  await expect(plan.getByRole('status').first()).toHaveText(/^0 of/);
  expect(await kept(page)).not.toContain('cmk-recovery-done');
});

test('steps of another cause have boxes of their own', async ({ page }) => {
  await planOnScreen(page);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('textbox', { name: 'Error text' }).fill('"code":"KeyDisabled" key vault');
  await expect(page.locator('[data-cause="key-disabled"]').first()).toBeVisible();
  await expect(page.getByRole('checkbox').first()).not.toBeChecked();
});

test('a step for somebody else becomes a request with the exact command, and nothing of the paste', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await planOnScreen(page);
  const button = page.getByRole('button', {
    name: /^Hand over to the vault administrator: Assign the role on a vault/,
  });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied: a request to the vault administrator')).toBeVisible();
  await expect(button).toBeFocused();
  const request = await page.evaluate(() => navigator.clipboard.readText());
  expect(request).toMatch(/^To: Vault administrator\nPlease: Assign the role/);
  expect(request).toContain("VAULT='kv-sample'");
  expect(request).toContain("PRINCIPAL_ID='c60a8f21-74d5-4e93-b1f7-28d0e95a3c46'");
  expect(request).not.toMatch(/someone@|203\.0\.113\.77|3b9d50c7|7d1c2b3a/);
});

test('steps that the reader can do have nothing to hand over', async ({ page }) => {
  await planOnScreen(page);
  const own = page.locator('.steps > li', { hasText: 'Retry the update' }).first();
  await expect(own).toBeVisible();
  await expect(own.getByRole('button', { name: 'Hand over' })).toHaveCount(0);
});

test('by keyboard, REST asks for the values that only it names, and a hostile one stays in its field', async ({
  page,
}) => {
  await planOnScreen(page);
  const plan = page.getByRole('region', { name: 'Plan' });
  await expect(plan.getByLabel('Vault name')).toBeVisible();
  await expect(plan.getByLabel('Resource group of the vault')).toHaveCount(0);
  const rest = plan.getByRole('button', { name: 'REST' });
  await rest.focus();
  await page.keyboard.press('Enter');
  await expect(rest).toHaveAttribute('aria-pressed', 'true');
  await expect(plan.getByLabel('Resource group of the vault')).toBeVisible();
  await plan.getByLabel('Subscription id').fill('7d1c2b3a-0000-4000-8000-00000000d004');
  const call = plan.locator('pre', { hasText: 'PUT https://management.azure.com/subscriptions/7d1c2b3a' }).first();
  await expect(call).toContainText('/vaults/kv-sample/providers/Microsoft.Authorization/roleAssignments/{new GUID}');
  const hostile = 'kv"}, {"x": <img src=x onerror=alert(1)> $(id)';
  await plan.getByLabel('Vault name').fill(hostile);
  await expect(plan.getByLabel('Vault name')).toHaveValue(hostile);
  await expect(call).toContainText('/vaults/{Vault name}/providers');
  await expect(plan.locator('pre', { hasText: 'onerror' })).toHaveCount(0);
});

test('the keys of one workspace have boxes of their own', async ({ page }) => {
  const answers = (key: string) =>
    `/troubleshoot/#v=2&service=databricks&databricks-key=${key}&refused=service&identity=good&network=open&grant=no-role`;
  const box = page.getByRole('region', { name: 'Plan' }).getByRole('checkbox').first();
  const open = async (key: string) => {
    await page.goto('about:blank');
    await page.goto(answers(key));
    await expect(box).toBeVisible();
  };
  await open('managed-disks');
  await box.check();
  await open('managed-services');
  await expect(box).not.toBeChecked();
  await open('managed-disks');
  await expect(box).toBeChecked();
});

test('where the clipboard is forbidden, the request stands on the page, selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await planOnScreen(page);
  await page
    .getByRole('button', { name: /^Hand over/ })
    .first()
    .click();
  await expect(page.getByText('The request is selected')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^To: /);
});

test('on paper there is the runbook alone: every step, its commands, the boxes, the values', async ({ page }) => {
  await planOnScreen(page);
  await page.getByRole('button', { name: 'PowerShell' }).click();
  await page.emulateMedia({ media: 'print' });
  const plan = page.getByRole('region', { name: 'Plan' });
  await expect(plan.getByText('Runbook: Role assignment missing')).toBeVisible();
  await expect(plan.getByText('Done by')).toBeVisible();
  await expect(plan.locator('dd', { hasText: 'kv-sample' })).toBeVisible();
  const steps = await plan.locator('.steps > li').all();
  for (const step of steps) {
    await expect(step.getByRole('checkbox')).toBeVisible();
    for (const command of await step.locator('pre').all()) await expect(command).toBeVisible();
  }
  await expect(plan.locator('pre', { hasText: "$vault = 'kv-sample'" }).first()).toBeVisible();
  for (const gone of ['header', 'footer', 'textarea', '.copy', '.hand-over', '.door', '.sources', '.plan fieldset'])
    for (const element of await page.locator(gone).all()) await expect(element).toBeHidden();
  const visible = await page.locator('body').innerText();
  expect(visible.trimStart()).toMatch(/^Runbook:/);
});

test('Print asks the browser for paper, and of two plans takes its own', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = String(document.querySelectorAll('[data-print]').length);
      dispatchEvent(new Event('afterprint'));
    };
  });
  await planOnScreen(page);
  await page.getByRole('button', { name: 'Print as a runbook' }).click();
  await expect(page).toHaveTitle('1');
  await expect(page.locator('[data-print]')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const)
  for (const width of [320, 1280])
    test(`the plan has no accessibility problems in ${scheme} at ${width} pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await planOnScreen(page);
      await page
        .getByRole('button', { name: /^Hand over/ })
        .first()
        .click();
      await expect(page.locator('.hand-over pre')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
