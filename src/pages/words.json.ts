import { refusedBy } from '../knowledge/causes.ts';
import { words } from '../knowledge/words.ts';

/** What the decoder goes by beside signals: see docs/decisions/0012-signals-first-then-words.md. */
export function GET(): Response {
  const { counted: _, ...table } = words;
  const known = { words: table, refusedBy };
  return new Response(JSON.stringify(known), { headers: { 'content-type': 'application/json' } });
}
