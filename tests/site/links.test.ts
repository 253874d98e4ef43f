import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

it('has no broken link and no link to a heading that is not there', { timeout: 120_000 }, async () => {
  const { links } = await new LinkChecker().check({
    path: dist,
    recurse: true,
    checkFragments: true,
    // Other sites are not asked: what they answer today says nothing about this change.
    linksToSkip: ['^https?://(?!localhost|127\\.0\\.0\\.1|\\[::1\\])'],
    // Choices travel behind the hash of these pages; they are no headings.
    fragmentsToSkip: ['=', '^service-', '^error-text$'],
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ parent, url, status }) => `${parent} → ${url} (${status})`)).toEqual([]);
  const pages = readdirSync(dist, { recursive: true }).filter((file) => String(file).endsWith('index.html'));
  const visited = new Set(
    links
      .filter(({ state }) => state === LinkState.OK)
      .map(({ url }) => url.slice(dist.length).replace(/#.*$/, '') || '/'),
  );
  const unlinked = pages
    .map((file) => `/${String(file).replace(/index\.html$/, '')}`)
    .filter((path) => !visited.has(path));
  expect(unlinked, 'pages that nothing links to').toEqual([]);
});
