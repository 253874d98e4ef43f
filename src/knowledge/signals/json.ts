import type { Signal } from './signal.ts';

/** A signal as it travels: patterns as their source, without what only tests and pages need. */
export type SentSignal = Omit<Signal, 'pattern' | 'near' | 'unless' | 'source' | 'sample' | 'nearMiss'> & {
  readonly pattern: string;
  readonly near?: readonly string[];
  readonly unless?: string;
};

/** Writes signals for the way to the browser. Every pattern is case-insensitive, so flags need not travel. */
export function packSignals(signals: readonly Signal[]): readonly SentSignal[] {
  return signals.map(({ pattern, near, unless, source: _, sample: __, nearMiss: ___, ...rest }) => ({
    ...rest,
    pattern: pattern.source,
    ...(near && { near: near.map(({ source }) => source) }),
    ...(unless && { unless: unless.source }),
  }));
}

/**
 * Reads signals that were packed. What tests need is empty.
 *
 * @example unpackSignals(packSignals(signals)).length === signals.length
 */
export function unpackSignals(sent: readonly SentSignal[]): readonly Signal[] {
  return sent.map(({ pattern, near, unless, ...rest }) => ({
    ...rest,
    pattern: new RegExp(pattern, 'i'),
    ...(near && { near: near.map((source) => new RegExp(source, 'i')) }),
    ...(unless && { unless: new RegExp(unless, 'i') }),
    source: 'key-vault-rest-errors',
    sample: '',
    nearMiss: '',
  }));
}
