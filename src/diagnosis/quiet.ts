import type { Flat } from './flatten.ts';

/**
 * What stands in an error without being said about it: frames of a stack, the head in which Terraform names the
 * resource, where a template stands, names that somebody chose, and addresses of documentation. Of a frame only the
 * operation on a key store counts.
 */
const aside: readonly RegExp[] = [
  /\bat ?[\w$.<>`[\],+|&;]{3,240}\([^()\n]{0,240}\)(?: in [^\n ]{1,240}:line \d{1,6})?/g,
  /\bFile "[^"\n]{1,240}", line \d{1,6}(?:, in [\w<>.]{1,80})?/g,
  /\(?Subscription: "[^"\n]{0,80}"(?: ?(?:│ )?[A-Z][\w ]{1,60}: "[^"\n]{0,200}"){0,6}\)?/g,
  /\bwith [\w.[\]"-]{3,200}, on [\w./\\-]{1,200} line \d{1,6}, in (?:resource|data|module) [^:\n]{1,200}:/g,
  // A name in quotes that somebody chose, and that holds a word of the field: codes and properties have no hyphen.
  /(?<=[a-z]{2} )(['"])(?=[\w-]{0,60}(?:cmk|key|crypt|lock|polic|identit|network|disk|cert|secret))\w{1,60}-[\w-]{1,60}\1/gi,
  /https?:\/\/(?:aka\.ms|go\.microsoft\.com|(?:docs|learn|support)\.microsoft\.com|(?:www\.)?github\.com|registry\.terraform\.io)\/[^\s"'<>)\]]{1,300}/gi,
];

/** The one part of a frame that tells what was tried. */
const operation = /(?<=\bKeyVaultClient(?:Extensions)?\.<?)\w{3,60}/;

function blank(found: string): string {
  const { 0: kept, index = 0 } = operation.exec(found) ?? { 0: '' };
  return ' '.repeat(index) + kept + ' '.repeat(found.length - index - kept.length);
}

/**
 * A flattened text with what stands aside of its message blanked, at the same length, so that no word of it counts.
 *
 * @example quiet(flatten('Not found. at Azure.KeyVault.NetworkRule.Get(String name)')).text.trim() // 'Not found.'
 */
export function quiet(flat: Flat): Flat {
  let { text } = flat;
  for (const pattern of aside) text = text.replace(pattern, blank);
  return { ...flat, text };
}
