import { expect, test } from '@playwright/test';

/** What a page may send before a click: requests, bytes in all, and bytes of JavaScript, as they cross the wire. */
const guide = { requests: 4, bytes: 20_000, script: 4_000 };
const table = { requests: 4, bytes: 30_000, script: 4_000 };
const island = { requests: 14, bytes: 60_000, script: 40_000 };

for (const [path, budget] of [
  ['/overview/', guide],
  ['/failed-state/', guide],
  ['/causes/rbac-role-missing/', guide],
  ['/reference/requirements/', guide],
  ['/reference/failed/', guide],
  ['/errors/', table],
  ['/prevent/', table],
  ['/services/databricks/', table],
  ['/services/log-analytics/', table],
  ['/', island],
  ['/troubleshoot/', island],
  ['/templates/', island],
] as const) {
  test(`${path} stays within its budget`, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const scripts = new Set<string>();
    const sent = { requests: 0, bytes: 0, script: 0 };
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.mimeType.includes('javascript')) scripts.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sent.requests += 1;
      sent.bytes += encodedDataLength;
      if (scripts.has(requestId)) sent.script += encodedDataLength;
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(sent.bytes).toBeGreaterThan(1000);
    expect(sent.requests).toBeLessThanOrEqual(budget.requests);
    expect(sent.bytes).toBeLessThanOrEqual(budget.bytes);
    expect(sent.script).toBeLessThanOrEqual(budget.script);
  });
}
