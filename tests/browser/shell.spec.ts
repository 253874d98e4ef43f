import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/overview/',
  '/failed-state/',
  '/troubleshoot/',
  '/troubleshoot/#v=2&service=databricks&databricks-key=managed-disks&refused=service',
  '/troubleshoot/#v=1&service=synapse&refused=service&identity=unknown&network=open&grant=no-role',
  '/troubleshoot/refused/',
  '/troubleshoot/sent/',
  '/troubleshoot/map/#v=2&service=synapse&refused=me',
  '/templates/',
  '/causes/',
  '/causes/rbac-role-missing/',
  '/services/',
  '/services/synapse/',
  '/services/databricks/',
  '/errors/',
  '/prevent/',
  '/reference/',
  '/reference/requirements/',
  '/reference/failed/',
  '/reference/roles/',
  '/reference/sources/',
  '/404.html',
];

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible in ${colorScheme} and fits 320 pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

for (const [name, keys] of [
  ['/', '/'],
  ['Ctrl+K', 'Control+k'],
] as const) {
  test(`${name} opens the search, which finds the guide`, async ({ page }) => {
    await page.goto('/overview/');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill('Failed');
    await expect(dialog.getByRole('link').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
}

test('the Search button opens the dialog', async ({ page }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
});

test('the theme is kept and does not flash', async ({ page }) => {
  await page.goto('/overview/');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.goto('/failed-state/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('code in the guide can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/failed-state/');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('az ');
});

test('the error codes are filtered by service and by who refused, without JavaScript', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/errors/');
  const rows = page.locator('tbody tr:visible');
  const all = await rows.count();
  await page.getByRole('radio', { name: 'Azure Databricks' }).check();
  await expect(page.getByText('DiskEncryptionPropertiesRequired', { exact: true })).toBeVisible();
  await expect(page.getByText('WorkspaceActivationRequired', { exact: true })).toBeHidden();
  const some = await rows.count();
  expect(some).toBeLessThan(all);
  await page.getByRole('radio', { name: 'The key store' }).check();
  await expect(page.getByText('ForbiddenByRbac', { exact: true })).toBeVisible();
  expect(await rows.count()).toBeLessThan(some);
  await rows
    .filter({ hasText: 'KeyDisabled' })
    .getByRole('link', { name: 'The key, or this version of it, is disabled' })
    .first()
    .click();
  await expect(page).toHaveURL(/\/causes\/key-disabled\/$/);
});

test('a link to the error codes of one service chooses them', async ({ page }) => {
  await page.goto('/services/synapse/');
  await page.getByRole('link', { name: 'All codes' }).click();
  await expect(page.getByRole('radio', { name: 'Azure Synapse Analytics' })).toBeChecked();
});

for (const [query, first] of [
  ['forbiddenbyrbac', '/causes/rbac-role-missing/'],
  ['AKV10046', '/causes/identity-token-failure/'],
  ['purge protection', '/causes/vault-protection-missing/'],
  ['failed state delete', '/failed-state/'],
  ['rotate key databricks', '/services/databricks/'],
  ['2ff814a6-3304-4ab8-85cb-cd0e6f879c1d', '/services/databricks/'],
  ['e147488a-f6f5-4113-8e2d-b22465e65bf6', '/reference/roles/'],
  ['terraform template', '/templates/'],
] as const) {
  test(`the search for “${query}” shows ${first} first`, async ({ page }) => {
    await page.goto('/404.html');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill(query);
    await expect(dialog.getByRole('link').first()).toHaveAttribute('href', first);
  });
}

test('the arrows and Enter go from the search box to a result', async ({ page }) => {
  await page.goto('/404.html');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('purge protection');
  const links = dialog.getByRole('link');
  await expect(links.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/vault-protection-missing/);
});

test('what is typed the moment the search opens is searched for', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const box = document.querySelector<HTMLInputElement>('dialog input');
      if (!box) return;
      observer.disconnect();
      box.value = 'AKV10046';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('link').first()).toBeVisible();
});

test('a search for markup shows it as text', async ({ page }) => {
  await page.goto('/404.html');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('<img src=x onerror=alert(1)>');
  await expect(dialog.getByRole('status')).not.toHaveText(/^Type/);
  await expect(dialog.locator('img')).toHaveCount(0);
});

test('the open search is accessible', async ({ page }) => {
  await page.goto('/overview/');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('key vault');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
