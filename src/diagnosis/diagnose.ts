import { refusedBy } from '../knowledge/causes.ts';
import { signals } from '../knowledge/signals/index.ts';
import { words } from '../knowledge/words.ts';
import { type Diagnosis, diagnoseWith, type Known } from './diagnose-with.ts';

export type { Diagnosis, Entity, EntityName, Evidence, Finding, Layer } from './diagnose-with.ts';

/** All that the product knows. */
export const known: Known = { signals, words, refusedBy };

/**
 * Names the causes that a pasted error text speaks for, by the signals and words of the knowledge. Never throws.
 *
 * @param by what to go by; everything unless a measurement leaves something out
 * @example diagnose('"code":"KeyDisabled"').causes[0]?.id // 'key-disabled'
 */
export function diagnose(text: string, by: Known = known): Diagnosis {
  return diagnoseWith(by, text);
}
