import type { APIRoute } from 'astro';
import { catalogue } from '../../templates/prebuilt.ts';

/** Every combination, and where the templates that lie ready are. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(catalogue(site?.href ?? 'http://localhost/'), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
