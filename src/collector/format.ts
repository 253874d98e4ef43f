/** The first line of every collected document: by it the box tells one from an error text. */
export const format = 'cmk-recovery-collected';

/** Rises when a part changes its meaning, so that an older document is read as what it was or not at all. */
export const formatVersion = 1;

/** The shells in which the collector is written. */
export type CollectorShell = 'az' | 'PowerShell';

const opening = new RegExp(`\\{\\s*"format"\\s*:\\s*"${format}"`);

/**
 * Whether a pasted text holds what the collector printed, with whatever the terminal put around it.
 *
 * @example isCollected('$ bash collect.sh\n{"format": "cmk-recovery-collected", ') // true
 */
export function isCollected(text: string): boolean {
  return opening.test(text);
}

/** Where the object that begins at `from` ends; -1 when it does not. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** The document in a pasted text: `null` when there is none, a sentence when it cannot be read. */
export function readDocument(text: string): Record<string, unknown> | string | null {
  const from = text.search(opening);
  if (from < 0) return null;
  const candidate = text.slice(from, Math.max(from, endOf(text, from)));
  // A narrow terminal breaks long lines, also inside of strings, where JSON has no line breaks of its own.
  for (const json of [candidate, candidate.replace(/[\r\n]+/g, '')]) {
    try {
      const document: unknown = JSON.parse(json);
      if (typeof document !== 'object' || document === null) continue;
      if ((document as { version?: unknown }).version !== formatVersion)
        return 'This was written by another version of the script. Copy the script again, run it and paste what it prints.';
      return document as Record<string, unknown>;
    } catch {
      // The next form, or the sentence below.
    }
  }
  return 'The document is not whole. Copy everything that the script printed, from the first { to the last }, and paste it again.';
}
