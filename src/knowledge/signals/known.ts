import type { KnownError } from '../errors/error.ts';
import { knownErrors } from '../errors/index.ts';
import type { Signal } from './signal.ts';

/** Below what decides: such a text is said of many things, and the words beside it tell more. */
const general = 0.29;
/** What nothing but an error of this field is called. */
const telling = /key|vault|encrypt|identity|\bmsi|cmk|rbac|AADSTS|AKV/i;

function words(text: string): number {
  return text.split(/ |(?<=[a-z])(?=[A-Z])/).length;
}

/** One that allows no second cause says most; a short one, or one that any failure wears, says little. */
function weightOf({ text, also, cause, services }: KnownError): number {
  if (cause === 'service-internal' || words(text) <= 2) return general;
  if (also || services) return telling.test(text) || words(text) > 4 ? 0.6 : general;
  return telling.test(text) || words(text) > 3 ? 0.68 : 0.5;
}

/** The source of a pattern for a text in which `…` stands for the reader's own names; a short code is only one where a code stands. */
function sourceOf({ text, kind }: KnownError): string {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('…', '[^\\n]{1,80}?');
  if (kind === 'fragment') return escaped;
  return words(text) > 2 ? `\\b${escaped}\\b` : `(?:code\\W{1,6}|error\\W{1,3}|\\(|^)${escaped}\\b`;
}

/** Whether a signal that was written by hand says of a text what the catalogue says. */
function saidAlready({ text, cause }: KnownError, written: readonly Signal[]): boolean {
  return written.some(
    (signal) =>
      signal.cause === cause &&
      signal.weight >= 0.5 &&
      signal.pattern.test(text) &&
      (signal.near ?? []).every((other) => other.test(text)) &&
      !signal.unless?.test(text),
  );
}

/**
 * What the catalogue of known errors says, for errors that no signal of its own speaks for: one signal for all texts
 * of the same causes, below every signal that was weighed by hand and above a bare HTTP status.
 *
 * @param written the signals that were weighed by hand
 * @example knownErrorSignals([]).length > 0
 */
export function knownErrorSignals(written: readonly Signal[]): readonly Signal[] {
  const groups = new Map<string, KnownError[]>();
  for (const error of knownErrors) {
    if (saidAlready(error, written)) continue;
    const key = JSON.stringify([error.cause, error.also, error.refusedBy, error.kind, weightOf(error)]);
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { cause, also, kind, refusedBy, text, sources } = first;
    const sample = text.replaceAll('…', 'contoso');
    return [
      {
        cause,
        ...(also && { also }),
        pattern: new RegExp([...new Set(group.map(sourceOf))].join('|'), 'i'),
        weight: weightOf(first),
        kind: kind === 'code' ? 'code' : 'phrase',
        layer: refusedBy,
        source: sources[0],
        sample,
        nearMiss: `${sample.slice(0, 3)}-${sample.slice(3)}`,
      } satisfies Signal,
    ];
  });
}
