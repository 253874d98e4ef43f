import { planData } from '../knowledge/plans.ts';

/** What plans are made of, for the islands: see docs/decisions/0006-plans-as-data.md. */
export function GET(): Response {
  return new Response(JSON.stringify(planData), { headers: { 'content-type': 'application/json' } });
}
