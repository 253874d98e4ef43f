import type { APIRoute, GetStaticPaths } from 'astro';
import { type Prebuilt, prebuilt, prebuiltText } from '../../../templates/prebuilt.ts';

/** One file for every template that lies ready. */
export const getStaticPaths: GetStaticPaths = () =>
  prebuilt.map((one) => ({ params: { service: one.service, name: one.name }, props: { ...one } }));

/** The ARM template, for the portal and for whoever downloads it. */
export const GET: APIRoute<Prebuilt> = ({ props }) =>
  new Response(prebuiltText(props), { headers: { 'content-type': 'application/json' } });
