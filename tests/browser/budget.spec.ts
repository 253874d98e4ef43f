import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What a server sends before it waits for an answer, ten packets, less the head of its answer. */
const firstFlight = 14_340;
/** What a page may ask for before a click: requests, and bytes of bodies under Brotli, in all and of JavaScript. */
const guide = { requests: 4, bytes: 20_000, script: 4_000 };
/** Pages that are one long table, or the whole of a service. */
const table = { requests: 4, bytes: 30_000, script: 4_000 };
/** Islands bring data with them: plans, signals and words, fetched when nothing waits for them. */
const island = { requests: 16, bytes: 80_000, script: 40_000 };
const decoder = { requests: 16, bytes: 160_000, script: 40_000 };

const dist = join(import.meta.dirname, '../../dist');
const types: Readonly<Record<string, true>> = { '.html': true, '.js': true, '.json': true, '.svg': true };

/** The bytes of a file as the server sends them; a worker's script is counted like any other. */
function sentBytes(path: string): number {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const body = readFileSync(join(dist, file));
  return types[file.slice(file.lastIndexOf('.'))] ? brotliCompressSync(body).length : body.length;
}

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
  ['/', decoder],
  ['/troubleshoot/', island],
  ['/troubleshoot/sent/', guide],
  ['/troubleshoot/map/', guide],
  ['/templates/', island],
] as const) {
  test(`${path} stays within its budget`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const sum = (paths: readonly string[]) => paths.reduce((total, one) => total + sentBytes(one), 0);
    const sent = { requests: asked.length, bytes: sum(asked), script: sum(asked.filter((one) => one.endsWith('.js'))) };
    console.log(`${path} ${JSON.stringify(sent)}`);
    expect(sent.bytes).toBeGreaterThan(1000);
    expect(sent.requests).toBeLessThanOrEqual(budget.requests);
    expect(sent.bytes).toBeLessThanOrEqual(budget.bytes);
    expect(sent.script).toBeLessThanOrEqual(budget.script);
    // A page of the guide is painted without a second wait, which slow networks take 150 ms for.
    if (budget === guide) expect(sentBytes(path)).toBeLessThanOrEqual(firstFlight);
  });
}
