import { type Source, sources } from '../src/knowledge/sources.ts';

// Pages change. A fact whose page was last read more than a year ago has to be looked up again.
const yearAgo = new Date();
yearAgo.setFullYear(yearAgo.getFullYear() - 1);

const stale = Object.entries(sources as Record<string, Source>).filter(
  ([, { verified }]) => new Date(verified) < yearAgo,
);
for (const [id, { verified, url }] of stale) console.log(`${verified}  ${id}  ${url}`);
console.log(`${stale.length} of ${Object.keys(sources).length} sources were read more than a year ago.`);
