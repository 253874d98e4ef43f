import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import type { Choices } from './choices.ts';
import type { Update } from './emit-terraform.ts';
import { keyAddress } from './key-store.ts';
import { param } from './model.ts';
import { resourceType } from './redeploy.ts';
import { serviceTemplates } from './services/index.ts';

/** The update of a resource that exists, for the scenarios that send one; null for the others. */
export function updateOf(choices: Choices): Update | null {
  const { service, scenario } = choices;
  const { change, revert, symbol } = serviceTemplates[service];
  const { apiVersion, names, method } = serviceScenarios[service];
  const repairs = scenario === 'repair' || (scenario === 'rotate' && service !== 'synapse');
  const body = repairs ? change(choices, keyAddress(choices)) : scenario === 'revert' ? revert?.(choices) : undefined;
  if (!body) return null;
  return {
    symbol,
    type: resourceType(choices),
    apiVersion,
    names: names.map(param),
    method,
    why:
      method === 'PATCH'
        ? 'Sends this part once and leaves everything else alone. Removing the block later changes nothing.'
        : 'Reads the resource, puts this part in, and sends all of it back. Removing the block later changes nothing.',
    body,
  };
}
