import { armSignals } from './arm.ts';
import { codeSignals } from './codes.ts';
import { elsewhereSignals } from './elsewhere.ts';
import { identitySignals } from './identity.ts';
import { keyStoreSignals } from './key-store.ts';
import { knownErrorSignals } from './known.ts';
import { requestSignals } from './request.ts';
import type { Signal } from './signal.ts';
import { stateSignals } from './state.ts';
import { statementSignals } from './statement.ts';
import { wordingSignals } from './wording.ts';

export type { Signal } from './signal.ts';

const written: readonly Signal[] = [
  ...keyStoreSignals,
  ...identitySignals,
  ...requestSignals,
  ...armSignals,
  ...stateSignals,
  ...elsewhereSignals,
  ...wordingSignals,
  ...statementSignals,
  ...codeSignals,
];

/** Every signal this product knows, in no particular order: weights decide, not positions. */
export const signals: readonly Signal[] = [...written, ...knownErrorSignals(written)];
