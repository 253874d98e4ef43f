/** A paste with its wrapping undone, and for every character the place in the paste that it came from. */
export interface Flat {
  readonly text: string;
  /** Where the source of each character starts, as an offset into the paste. */
  readonly starts: Uint32Array;
  /** Where the source of each character ends. */
  readonly ends: Uint32Array;
}

/** A stretch of the paste, from one offset up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a line break of the paste means: a blank, or nothing because a word was cut in the middle. */
export type Wraps = 'as-space' | 'joined';

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', apos: "'", lt: '<', gt: '>', nbsp: ' ' };
const plain: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '\u2010': '-',
  '\u2011': '-',
};
const blank = /[\s\u00a0\u2502\u2503\u2577\u2575\u256d\u2570]/;
const invisible = /[\u200b-\u200d\u2060\ufeff]/;
/** What follows the escape character of a terminal colour. */
const colour = /\[[0-9;?]{0,30}[A-Za-z]/y;
/** An entity, also one whose ampersand was turned into an entity again. */
const entity = /&(?:amp;){0,4}(?:(quot|amp|apos|lt|gt|nbsp)|#(\d{1,5})|#x([0-9a-f]{1,4}));/iy;
/** What a run of backslashes escapes, however often the text was escaped: every level doubles the run. */
const escaped = /(?:u([0-9a-f]{4})|(["'/])|([nrt]))/iy;
/** The frame and the timestamp that a log or a terminal puts before a line. */
const linePrefix =
  /[ \t\u2502\u2503\u2577\u2575]{0,200}(?:(?:\||>) )?(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?)?[ \t\u2502\u2503]{0,200}/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function decode(match: RegExpExecArray): string {
  const [, name, decimal, hex] = match;
  if (name) return entities[name.toLowerCase()] ?? ' ';
  return String.fromCharCode(decimal ? Number.parseInt(decimal, 10) & 0xffff : Number.parseInt(hex ?? '20', 16));
}

/** A decoded control character or line feed must not pass for a border between stretches. */
function oneLine(char: string): string {
  return blank.test(char) ? ' ' : char;
}

/**
 * Undoes what terminals, logs, JSON and web pages do to a message, in one pass over the given stretches.
 * Stretches are kept apart by a line feed, the only one in the result, so that no match spans two of them.
 *
 * @example flatten('"code\\": \\"KeyDisabled').text // '"code": "KeyDisabled'
 */
export function flatten(
  paste: string,
  wraps: Wraps = 'as-space',
  stretches: readonly Stretch[] = [{ from: 0, to: paste.length }],
): Flat {
  const size = stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  const pieces: string[] = [];
  let length = 0;

  const emit = (char: string, start: number, end: number) => {
    if (char === ' ' && (length === 0 || pieces[length - 1] === ' ')) return;
    starts[length] = start;
    ends[length] = end;
    pieces[length] = char;
    length += 1;
  };

  for (const { from, to } of stretches) {
    if (length > 0) emit('\n', from, from);
    let at = from;
    const skipPrefix = () => {
      at = Math.min(to, at + (matchAt(linePrefix, paste, at)?.[0].length ?? 0));
    };
    skipPrefix();
    while (at < to) {
      const char = paste[at] ?? ' ';
      const start = at;
      if (char === '\n' || char === '\r') {
        while (at < to && (paste[at] === '\n' || paste[at] === '\r')) {
          at += 1;
          skipPrefix();
        }
        if (wraps === 'as-space') emit(' ', start, at);
        continue;
      }
      if (char === '\u001b') {
        at = Math.min(to, at + 1 + (matchAt(colour, paste, at + 1)?.[0].length ?? 0));
        continue;
      }
      if (char === '\\') {
        while (at < to && paste[at] === '\\') at += 1;
        const special = matchAt(escaped, paste, at);
        at = Math.min(to, at + (special?.[0].length ?? 0));
        const [, unicode, quote, control] = special ?? [];
        if (unicode) emit(oneLine(String.fromCharCode(Number.parseInt(unicode, 16))), start, at);
        else emit(quote ?? (control ? ' ' : char), start, at);
        continue;
      }
      const special = char === '&' ? matchAt(entity, paste, at) : null;
      at = Math.min(to, at + (special?.[0].length ?? 1));
      if (special) emit(oneLine(decode(special)), start, at);
      else if (!invisible.test(char)) {
        if (blank.test(char)) emit(' ', start, at);
        else emit(plain[char] ?? char, start, at);
      }
    }
  }
  return { text: pieces.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}
