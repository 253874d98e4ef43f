import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';

const port = 4329;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: { command: `node scripts/serve.ts --port ${port}`, port, reuseExistingServer: false },
});
