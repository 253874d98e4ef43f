/**
 * Breaks a text into lines of at most `width` characters; SVG does not do it. A longer word has a line of its own.
 *
 * @example wrap('the workspace identity', 12) // ['the', 'workspace', 'identity']
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
