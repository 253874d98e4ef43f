import { causes } from '../knowledge/causes.ts';
import type { Diagnosis } from './diagnose-with.ts';

/** Below this an answer is a guess, and says so. */
const leastForAName = 0.5;

/**
 * What a diagnosis comes to, as a heading. A guess is called one.
 *
 * @example headline({ causes: [{ id: 'key-disabled', confidence: 0.4, evidence: [] }], enough: true }) // 'Perhaps: The key, or this version of it, is disabled'
 */
export function headline({ causes: [first], enough }: Pick<Diagnosis, 'causes' | 'enough'>): string {
  if (!first || !enough) return 'Not enough to tell';
  return first.confidence >= leastForAName ? causes[first.id].title : `Perhaps: ${causes[first.id].title}`;
}
