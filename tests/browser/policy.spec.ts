import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/failed-state/',
  '/services/databricks/',
  '/errors/',
  '/troubleshoot/',
  '/troubleshoot/map/',
  '/templates/',
  '/404.html',
];

for (const path of pages) {
  test(`${path} runs within its own policy`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(refused).toEqual([]);
  });

  test(`${path} sends nothing to another origin, even when told to`, async ({ page, context }) => {
    const asked: string[] = [];
    await context.route('https://elsewhere.example/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: '', headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(path);
    const outcome = await page.evaluate(async () => {
      const image = new Image();
      const shown = new Promise((done) => {
        image.onload = () => done('loaded');
        image.onerror = () => done('refused');
      });
      image.src = 'https://elsewhere.example/secret.png';
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return {
        fetch: await fetch('https://elsewhere.example/secret').then(
          () => 'sent',
          () => 'refused',
        ),
        image: await shown,
        script: 'injected' in window,
      };
    });
    expect(outcome).toEqual({ fetch: 'refused', image: 'refused', script: false });
    expect(asked).toEqual([]);
  });
}
