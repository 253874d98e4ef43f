import { armSignals } from './arm.ts';
import { elsewhereSignals } from './elsewhere.ts';
import { identitySignals } from './identity.ts';
import { keyStoreSignals } from './key-store.ts';
import { requestSignals } from './request.ts';
import type { Signal } from './signal.ts';
import { stateSignals } from './state.ts';
import { wordingSignals } from './wording.ts';

export type { Signal } from './signal.ts';

/** Every signal this product knows, in no particular order: weights decide, not positions. */
export const signals: readonly Signal[] = [
  ...keyStoreSignals,
  ...identitySignals,
  ...requestSignals,
  ...armSignals,
  ...stateSignals,
  ...elsewhereSignals,
  ...wordingSignals,
];
