import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** Writes the search index into the site after each build. */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex();
        if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: site });
        await index.writeFiles({ outputPath: `${site}pagefind` });
        logger.info(`search index over ${added.page_count} pages`);
      },
    },
  };
}
