import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { finishPages } from './scripts/finish-pages.ts';
import { pagefind } from './scripts/pagefind.ts';

/** What islands share, in one request: Preact, and the parts that show commands and values. */
const shared = [
  { name: 'preact', test: /[\\/]node_modules[\\/]preact[\\/]/ },
  {
    name: 'parts',
    test: /[\\/]src[\\/](components[\\/]islands[\\/](code-block|value-fields)|commands[\\/]quote)\.tsx?$/,
  },
];

export default defineConfig({
  site: 'https://cmk-recovery.example',
  trailingSlash: 'always',
  integrations: [mdx(), preact(), finishPages(), pagefind()],
  devToolbar: { enabled: false },
  // One request less on every page: the style sheet is smaller than a round trip is long.
  build: { inlineStylesheets: 'always' },
  markdown: { shikiConfig: { theme: 'css-variables' } },
  vite: {
    build: { modulePreload: false },
    worker: { format: 'es' },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: shared } } } } } },
  },
});
