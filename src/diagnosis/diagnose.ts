import { signals } from '../knowledge/signals/index.ts';
import type { Signal } from '../knowledge/signals/signal.ts';
import { type Diagnosis, diagnoseWith } from './diagnose-with.ts';

export type { Diagnosis, Entity, EntityName, Evidence, Finding, Layer } from './diagnose-with.ts';

/**
 * Names the causes that a pasted error text speaks for, by the signals of the knowledge. Never throws.
 *
 * @param known the signals to look for; all of them unless a measurement leaves some out
 * @example diagnose('"code":"KeyDisabled"').causes[0]?.id // 'key-disabled'
 */
export function diagnose(text: string, known: readonly Signal[] = signals): Diagnosis {
  return diagnoseWith(known, text);
}
