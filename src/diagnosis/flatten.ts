/** A paste in a plain form, with the way back to the places in the paste. */
export interface Flat {
  readonly text: string;
  /** For each character of `text`, its offset in the paste; one more entry for the end. */
  readonly offsets: Uint32Array;
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&amp;': '&',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
};

/** What is not part of the message: colours, frames, time stamps at the start of a line, white space, escapes. */
const noise =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with one
  /\u001b\[[0-9;]{0,20}[A-Za-z]|(?:\\{1,64}r)?(?:\\{1,64}n)|\\{1,64}[rt](?![a-z])|\\{1,64}(?=["'/])|&(?:quot|amp|#39|apos|lt|gt|nbsp);|\r?\n(?:[ \t]*[│|╷╵>])?[ \t]*(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]{0,10}Z?[ \t])?|[ \t\u00a0]{2,}|[\t\u00a0]|[\u2018\u2019\u201c\u201d]/g;

/**
 * Writes a paste on one line: escapes of JSON in strings undone at any depth, colours, frames and time stamps dropped.
 *
 * @param joint what stands where a line was broken: a space, or nothing for texts that were cut in the middle of words
 * @example flatten('{\\"code\\":\r\n \\"Forbidden\\"}', ' ').text // '{"code": "Forbidden"}'
 */
export function flatten(paste: string, joint: ' ' | ''): Flat {
  const parts: string[] = [];
  const offsets = new Uint32Array(paste.length + 1);
  let length = 0;
  let at = 0;
  const put = (text: string, from: number, step: 0 | 1) => {
    parts.push(text);
    for (let index = 0; index < text.length; index++) offsets[length++] = from + index * step;
  };
  for (const match of paste.matchAll(noise)) {
    put(paste.slice(at, match.index), at, 1);
    put(plain(match[0], joint), match.index, 0);
    at = match.index + match[0].length;
  }
  put(paste.slice(at), at, 1);
  offsets[length] = paste.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, length + 1) };
}

function plain(found: string, joint: ' ' | ''): string {
  const first = found[0] ?? '';
  if (first === '\u001b') return '';
  if (first === '&') return entities[found] ?? ' ';
  if (first === '\\') return /[rnt]$/.test(found) ? ' ' : '';
  if (first === '\u2018' || first === '\u2019') return "'";
  if (first === '\u201c' || first === '\u201d') return '"';
  if (!found.includes('\n')) return ' ';
  // A space after the break belongs to the text, unless it only follows a frame or a time stamp.
  return /\n[ \t]+$/.test(found) ? ' ' : joint;
}
