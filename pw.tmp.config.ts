import base from './playwright.config.ts';
export default {
  ...base,
  outputDir: '/tmp/pw-collector',
  use: { ...base.use, baseURL: 'http://localhost:4377' },
  webServer: { command: 'node scripts/serve.ts --port 4377', port: 4377, reuseExistingServer: false },
};
