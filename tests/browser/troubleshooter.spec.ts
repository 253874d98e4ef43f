import { expect, type Page, test } from '@playwright/test';
import { treeVersion } from '../../src/knowledge/questions/index.ts';

async function ready(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}
const link = (answers: string) => `/troubleshoot/#v=${treeVersion}&${answers}`;
const questions = (page: Page) => page.getByRole('region', { name: 'Questions' });
const asked = (page: Page) => questions(page).getByRole('heading', { level: 2 }).first();
const answer = (page: Page, name: string | RegExp) =>
  questions(page).locator('.options').getByRole('link', { name }).click();
const yours = (page: Page) => page.getByRole('complementary', { name: 'Your answers' });

for (const width of [320, 1280]) {
  test(`seven questions by mouse lead to the plan of the service, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await ready(page, '/troubleshoot/');
    await answer(page, /^Azure Databricks/);
    await answer(page, 'Managed disks of the compute');
    await answer(page, /^The service or its identity/);
    await answer(page, /^It exists, in the tenant/);
    await answer(page, /^Yes: public access/);
    await answer(page, /^It grants the three/);
    await expect(questions(page)).toContainText('Question 7 of at most 7');
    await answer(page, 'Disabled');
    const outcome = page.locator('[data-cause="key-disabled"]');
    await expect(outcome).toContainText("FEATURE='managed-disks'");
    await expect(outcome).toContainText('az keyvault key set-attributes');
    await expect(outcome).toContainText('az databricks workspace update');
    await expect(yours(page).getByRole('link', { name: /^Change/ })).toHaveCount(7);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

for (const [who, answers, cause, command, note] of [
  [
    'a Databricks disk key',
    'service=databricks&databricks-key=managed-disks&refused=service&identity=good&network=open&grant=no-role',
    'rbac-role-missing',
    "FEATURE='managed-disks'",
    'Terminate classic compute',
  ],
  [
    'a Machine Learning hub',
    'service=machine-learning&machine-learning-key=managed-resource-group&refused=service&identity=good&network=closed',
    'vault-network-blocked',
    'az cosmosdb list',
    'Azure Cosmos DB and the identity',
  ],
  [
    'a Log Analytics cluster',
    'service=log-analytics&log-analytics-key=cluster&refused=request&sent=turn-on&request=vault&place=protection',
    'vault-protection-missing',
    'az monitor log-analytics cluster wait',
    null,
  ],
  [
    'a Synapse rotation',
    'service=synapse&refused=unknown&status=failed&network=open&grant=granted&key=disabled',
    'key-disabled',
    'az synapse workspace update',
    null,
  ],
  [
    'a FHIR service',
    'service=health-data&health-data-key=fhir&refused=data&identity=good&network=open&grant=no-role',
    'rbac-role-missing',
    '--body @after.json',
    null,
  ],
] as const)
  test(`the link of ${who} opens its plan, on screen and on paper`, async ({ page }) => {
    await ready(page, link(answers));
    await expect(page.locator(`[data-cause="${cause}"]`)).toContainText(command);
    await page.emulateMedia({ media: 'print' });
    const paper = page.getByRole('region', { name: 'Plan' });
    await expect(paper.getByText(/^Runbook: /)).toBeVisible();
    await expect(paper.locator('pre').filter({ hasText: command }).first()).toBeVisible();
    // Paper cannot be scrolled.
    const cut = await paper.locator('pre').evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth));
    expect(cut).toEqual([]);
    if (note) await expect(paper.getByText(note).first()).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Your answers' })).toBeHidden();
    expect(await paper.getByRole('checkbox').count()).toBe(await paper.getByRole('listitem').count());
  });

test('the keyboard alone leads to a plan; focus goes to each question, which is announced', async ({ page }) => {
  await ready(page, '/troubleshoot/');
  const focused = page.locator(':focus');
  const choose = async (name: RegExp) => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      if ((await focused.textContent())?.match(name)) {
        await page.keyboard.press('Enter');
        return;
      }
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  await choose(/^Microsoft Discovery/);
  await expect(asked(page)).toBeFocused();
  await expect(asked(page)).toHaveText('Which resource is it about?');
  await choose(/^The workspace$/);
  await expect(asked(page)).toBeFocused();
  await expect(page.getByRole('status').first()).toHaveText('What does the message say?');
  await choose(/^I, or my pipeline/);
  await expect(asked(page)).toBeFocused();
  await expect(page.getByRole('status').first()).toHaveText('What keeps you or your pipeline from it?');
  await choose(/^A lock/);
  await expect(asked(page)).toBeFocused();
  await expect(page.getByRole('status').first()).toHaveText('A lock holds the resource');
  await expect(page.locator('[data-cause="resource-locked"]')).toContainText('az lock list');
});

test('Back, Forward and reload keep the answers', async ({ page }) => {
  await ready(page, '/troubleshoot/');
  await answer(page, /^Azure Synapse/);
  await answer(page, /^Conflict, busy/);
  await answer(page, /^Too many requests/);
  await expect(page.locator('[data-cause="throttled"]')).toBeVisible();
  await page.goBack();
  await expect(asked(page)).toHaveText('What is in the way?');
  await expect(asked(page)).toBeFocused();
  await page.goBack();
  await expect(asked(page)).toHaveText('What does the message say?');
  await page.goForward();
  await page.goForward();
  await expect(page.locator('[data-cause="throttled"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-cause="throttled"]')).toBeVisible();
  await expect(yours(page).getByRole('listitem')).toHaveCount(3);
});

test('a changed answer keeps the later ones that still hold', async ({ page }) => {
  await ready(page, link('service=synapse&refused=service&identity=good&network=open&grant=no-role'));
  await expect(page.locator('[data-cause="rbac-role-missing"]')).toContainText('az synapse workspace update');
  await yours(page)
    .getByRole('link', { name: /^Change.*Which service is it/ })
    .click();
  await expect(asked(page)).toHaveText('Which service is it?');
  await expect(questions(page).locator('.options [aria-current]')).toHaveText('Azure Synapse Analytics (workspace)');
  await page.reload();
  await expect(asked(page)).toHaveText('Which service is it?');
  await answer(page, /^Azure Health Data/);
  await expect(asked(page)).toHaveText('Which service in the workspace is Failed?');
  await expect(yours(page)).toContainText('Azure RBAC, and no role with wrap and unwrap');
  await answer(page, 'A FHIR service');
  await expect(page.locator('[data-cause="rbac-role-missing"]')).toContainText('before.json');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.locator('[data-cause="rbac-role-missing"]')).toContainText('az synapse workspace update');
});

test('a shared link opens its outcome, with what is open and what else it could be', async ({ page }) => {
  await ready(page, link('service=unknown&refused=service&identity=unknown&network=unknown&grant=no-role'));
  const outcome = page.locator('[data-cause="rbac-role-missing"]');
  await expect(outcome).toContainText('Not certain');
  await expect(outcome.locator('.notice')).toContainText('Does the network of the vault let the service in?');
  await outcome.getByText('It could also be').click();
  await expect(outcome.getByRole('link', { name: 'Access policy missing' })).toBeVisible();
});

test('who knows nothing is told how to find the first error', async ({ page }) => {
  const open = ['service', 'refused', 'status', 'network', 'grant', 'key'].map((id) => `${id}=unknown`).join('&');
  await ready(page, link(open));
  await expect(asked(page)).toHaveText('Not enough to tell yet');
  await expect(page.locator('[data-cause="service-internal"]')).toContainText('az monitor activity-log list');
});

test('a link from an earlier version of the questions is followed as far as it holds, and says so', async ({
  page,
}) => {
  await ready(page, '/troubleshoot/#v=1&refused=me&status=waiting');
  await expect(page.getByText('This link comes from an earlier version')).toBeVisible();
  await expect(asked(page)).toHaveText('Which service is it?');
  await answer(page, /^Azure Storage/);
  await answer(page, 'On the account');
  await expect(asked(page)).toHaveText('What keeps you or your pipeline from it?');
  await expect(page.getByText('This link comes from an earlier version')).toBeHidden();
});

for (const answers of [
  'service=synapse&refused=%3Cimg%20src=x%20onerror=document.title=1%3E',
  'service=%27;reboot&__proto__=1',
  'service=synapse&grant=$(id)&constructor=x',
  '%E0%A4%A&service',
]) {
  test(`a link that was tampered with opens a question and says so: ${answers}`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await ready(page, link(answers));
    await expect(page.getByText('Something in this link is not among the questions')).toBeVisible();
    await expect(asked(page)).toHaveText(/\?$/);
    await expect(page).toHaveTitle('Troubleshoot | CMK Recovery');
    await expect(questions(page).locator('img')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}

test('answers that an error gave are marked, and lose the mark when they are changed', async ({ page }) => {
  await page.addInitScript(() => {
    const answers = { service: 'synapse', refused: 'service', grant: 'no-role' };
    sessionStorage.setItem('cmk-recovery-answers', JSON.stringify({ answers, from: 'error' }));
  });
  await ready(page, link('service=synapse&refused=service&grant=no-role'));
  await expect(yours(page).getByText('from your error')).toHaveCount(3);
  await expect(asked(page)).toContainText('Does the identity');
  await yours(page)
    .getByRole('link', { name: /^Change.*What does the message say/ })
    .click();
  await answer(page, /^No update was refused/);
  await expect(yours(page).getByText('from your error')).toHaveCount(2);
});

test('a value typed beside a question reaches the commands of the plan, and no address', async ({ page }) => {
  await ready(page, link('service=synapse&refused=service&identity=good'));
  await questions(page).getByText('How to find out').click();
  await questions(page).getByLabel('Vault name').fill('kv-typed');
  await expect(questions(page).locator('pre').first()).toContainText("VAULT='kv-typed'");
  await answer(page, /^No: public access is disabled/);
  await expect(page.locator('[data-cause="vault-network-blocked"]')).toContainText("VAULT='kv-typed'");
  expect(page.url()).not.toContain('kv-typed');
  await page.reload();
  await expect(page.locator('[data-cause="vault-network-blocked"]')).toContainText("VAULT='kv-typed'");
});

test('commands stay in the language that was chosen, from question to question', async ({ page }) => {
  await ready(page, link('service=synapse&refused=service&identity=good'));
  await questions(page).getByText('How to find out').click();
  await questions(page).getByRole('button', { name: 'PowerShell' }).click();
  await expect(questions(page).locator('pre').first()).toContainText('Get-AzKeyVault');
  await answer(page, /^Yes: public access/);
  await questions(page).getByText('How to find out').click();
  await expect(questions(page).locator('pre').nth(1)).toContainText('Get-AzRoleAssignment');
});

test('no request tells an answer', async ({ page }) => {
  await ready(page, '/troubleshoot/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await answer(page, /^Azure Synapse/);
  await answer(page, /^Something without a key/);
  await expect(page.locator('[data-cause="not-cmk"]')).toBeVisible();
  // The icon is looked at again after each answer, and the box for error texts wakes when it comes into view.
  expect(requests.filter((url) => !/\/favicon\.svg$|\/_astro\/[\w.-]+\.js$/.test(url))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the questions are pages with plain links that lead to a plan', async ({ page }) => {
    await page.goto('/troubleshoot/');
    await page.getByRole('link', { name: /^Log Analytics/ }).click();
    await page.getByRole('link', { name: /^Logs in workspaces/ }).click();
    await page.getByRole('link', { name: /^The service or its identity/ }).click();
    await page.getByRole('link', { name: /^It exists, in the tenant/ }).click();
    await expect(page.locator('main')).toContainText('az keyvault show');
    await page.getByRole('link', { name: /^No: public access is disabled/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText("The vault's network blocked the service");
  });

  test('a page says where an answer leads another service elsewhere', async ({ page }) => {
    await page.goto('/troubleshoot/sent/');
    await expect(
      page.getByText('On Azure Machine Learning, Log Analytics (Microsoft Sentinel), Microsoft Discovery'),
    ).toBeVisible();
  });

  test('the map is a picture that scrolls, with the same as a list', async ({ page }) => {
    await page.goto('/troubleshoot/map/');
    await expect(page.getByRole('img', { name: 'All questions and where their answers lead' })).toBeVisible();
    await page.locator('.outline').getByRole('link', { name: 'A lock holds the resource' }).first().click();
    await expect(page).toHaveURL(/\/causes\/resource-locked\/$/);
  });
});

test('the map lights the way taken, leads back to it, and is zoomed by button and key', async ({ page }) => {
  await ready(page, link('service=databricks&databricks-key=managed-services&refused=service'));
  await yours(page).getByRole('link', { name: 'See them on the map' }).click();
  await expect(page.locator('.tree-map .edge.lit')).toHaveCount(3);
  // The application of Microsoft has no identity to look at, so the way goes straight to the network.
  await expect(page.locator('.tree-map .edge.lit[data-to="network"]')).toHaveCount(1);
  await expect(page.locator('.tree-map [data-of="refused"].lit')).toContainText('The service or its identity');
  await expect(page.locator('.outline [data-of="refused"].lit').first()).toContainText('The service or its identity');
  const map = page.getByRole('img', { name: 'All questions and where their answers lead' });
  const width = async () => (await map.boundingBox())?.width ?? 0;
  const natural = await width();
  await page.getByRole('button', { name: 'Larger' }).click();
  expect(await width()).toBeGreaterThan(natural);
  await page.getByRole('region', { name: 'Map of all questions' }).focus();
  await page.keyboard.press('0');
  expect(await width()).toBeLessThanOrEqual(1280);
  await page.getByRole('link', { name: 'the questions' }).click();
  await expect(asked(page)).toHaveText('Does the network of the vault let the service in?');
});

test('from an error text to the questions, with those answered that it answers', async ({ page }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page
    .getByRole('textbox', { name: 'Error text' })
    .fill(
      'ERROR: (Forbidden) Microsoft.Synapse/workspaces ws1. Operation wrapKey is not allowed on a disabled key. Vault: kv-contoso;location=westeurope "innererror":{"code":"KeyDisabled"}',
    );
  await page.getByRole('link', { name: 'Answer questions instead' }).click();
  await expect(page).toHaveURL(/\/troubleshoot\/#/);
  expect(page.url()).not.toContain('kv-contoso');
  await expect(page.getByText('from your error').first()).toBeVisible();
});
