import { signals } from '../knowledge/signals/index.ts';
import { packSignals } from '../knowledge/signals/json.ts';

/** What the decoder looks for: see docs/decisions/0006-plans-as-data.md. */
export function GET(): Response {
  return new Response(JSON.stringify(packSignals(signals)), { headers: { 'content-type': 'application/json' } });
}
