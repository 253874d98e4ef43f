/** Unrelated lines of a log, as many as fill the given number of characters; the same every time. */
export function unrelatedLog(characters: number, seed = 7): string {
  const words = 'reading writing block stream user page index worker finished started queue cache item row batch'.split(
    ' ',
  );
  const lines: string[] = [];
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  for (let length = 0; length < characters; ) {
    const said = Array.from({ length: 6 + next(8) }, () => words[next(words.length)]).join(' ');
    const line = `2026-08-13T11:${String(next(60)).padStart(2, '0')}:${String(next(60)).padStart(2, '0')}.271Z INFO [worker-${next(9)}] ${said} in ${next(900)} ms`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

function wrapWords(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => {
      const rows: string[] = [];
      let row = '';
      for (const word of line.split(' ')) {
        if (row !== '' && row.length + 1 + word.length > columns) {
          rows.push(row);
          row = word;
        } else row = row === '' ? word : `${row} ${word}`;
      }
      return [...rows, row].join('\n');
    })
    .join('\n');
}

/** What happens to a message on its way into a ticket, and must not change what it means. */
export const transformations: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['wrapped at 80 columns between words', (text) => wrapWords(text, 80)],
  ['cut at 80 columns inside of words', (text) => text.replace(/(.{80})/g, '$1\n')],
  ['escaped as a JSON string', (text) => JSON.stringify(text)],
  ['escaped as a JSON string twice', (text) => JSON.stringify(JSON.stringify(text))],
  ['put in quotes', (text) => `"${text}"`],
  ['put in smart quotes', (text) => `“${text.replaceAll('"', '”').replaceAll("'", '’')}”`],
  ['quoted in a mail', (text) => text.replace(/^/gm, '> ')],
  ['fenced in Markdown', (text) => `\`\`\`json\n${text}\n\`\`\``],
  [
    'given HTML entities',
    (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  ],
  [
    'coloured',
    (text) => text.replace(/^(.*)$/gm, '\u001b[31m$1\u001b[0m').replaceAll('Error', '\u001b[1mError\u001b[0m'),
  ],
  ['given a time stamp a line', (text) => wrapWords(text, 120).replace(/^/gm, '2026-08-13T11:33:42.2716257Z ')],
  ['lower-cased', (text) => text.toLowerCase()],
  ['given carriage returns', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['buried in 10 kB of log', (text) => `${unrelatedLog(5_000)}\n${text}\n${unrelatedLog(5_000, 11)}`],
];

/** The first two thirds of a message, as a notification shows them. */
export function cutByAThird(text: string): string {
  return text.slice(0, Math.ceil((text.length * 2) / 3));
}
