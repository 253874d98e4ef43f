/** Words that are code wherever they stand: properties and paths, flags, cmdlets, and the verbs of the Azure CLI. */
const code = new RegExp(
  [
    // camelCase and dotted paths, but no host names
    /(?!\S*\.(?:net|com|cn|ms)\b)[a-z][a-z0-9]*(?:\.[a-z]\w*)*[A-Z]\w*(?:\.\w+)*/,
    /(?!\S*\.(?:net|com|cn|ms)\b)(?!e\.g|i\.e)[a-z]\w*(?:\.[a-z]\w*)+/,
    /--[a-z][a-z-]+/,
    /-[A-Z][A-Za-z]+/,
    /(?:Add|Enable|Export|Get|Invoke|New|Register|Remove|Restore|Set|Undo|Update)-Az\w+/,
    /az(?: [a-z][a-z-]+)+?(?= (?:and|does|has|in|lists|or|prints|says|shows|takes|the|to|with)\b|[.,;:)]|$)/,
  ]
    .map(({ source }) => `(?<![\\w/.-])(?:${source})`)
    .join('|'),
  'g',
);

/**
 * Splits a sentence into its words and the code in it; every second part is code.
 *
 * @example codeSpans('Read cmk.status first.') // ['Read ', 'cmk.status', ' first.']
 */
export function codeSpans(text: string): readonly string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: match } of text.matchAll(code)) {
    parts.push(text.slice(end, index), match);
    end = index + match.length;
  }
  return [...parts, text.slice(end)];
}
