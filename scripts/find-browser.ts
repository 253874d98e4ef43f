import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Microsoft\\Edge\\Application\\msedge.exe'),
];

/**
 * The browser that the tests drive: `BROWSER_PATH`, one on the PATH or in its usual place, or Playwright's own.
 *
 * @returns its path, or null when there is none
 */
export function findBrowser(): string | null {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  const all = [process.env.BROWSER_PATH ?? '', ...onPath, ...usual, chromium.executablePath()];
  return all.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Gets a browser: Debian's as root, else Playwright's own download. */
function getBrowser(): void {
  console.log('No Chromium, Chrome or Edge was found; getting one.');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
    if (findBrowser()) return;
  }
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', shell: true, timeout: 300_000 });
}

if (import.meta.main) {
  if (!findBrowser()) getBrowser();
  const found = findBrowser();
  if (!found) {
    console.error('The browser tests need Chromium, Chrome or Edge: install one, or set BROWSER_PATH to its program.');
    process.exit(1);
  }
  console.log(`Browser: ${found}`);
}
