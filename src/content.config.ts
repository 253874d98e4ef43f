import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The guide: prose in MDX, a page each at the address of its file name. */
const guide = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './src/content/guide' }),
  schema: z.object({
    title: z.string(),
    description: z.string().max(160),
    searchWords: z.string(),
    order: z.number(),
  }),
});

/** What a service's page says around its tables; the file name is the id of the service. */
const services = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './src/content/services' }),
  schema: z.object({ title: z.string(), description: z.string().max(160), order: z.number() }),
});

export const collections = { guide, services };
