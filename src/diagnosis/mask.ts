import { firstPartyApplications } from '../knowledge/applications.ts';
import { flatten } from './flatten.ts';
import type { MaskKind } from './mask-kinds.ts';

/** Replaces the values of a paste by pseudonyms, the same value by the same one. */
export interface Mask {
  /** The text with every known value replaced, also where white space was put inside of one. */
  readonly apply: (text: string) => string;
  /** What was found: the value as first written, its kind and its pseudonym. */
  readonly known: readonly { readonly value: string; readonly kind: MaskKind; readonly pseudonym: string }[];
}

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const name = String.raw`[\w.()-]{1,127}`;

/** Where values stand; the first group is the value. A value belongs to the first kind that finds it. */
const places: readonly (readonly [MaskKind, RegExp])[] = [
  ['vault', /https?:\/\/([\w-]{2,63})\.(?:vault|managedhsm|privatelink\.vaultcore)\./gi],
  ['vault', /microsoft\.keyvault\/(?:vaults|managedhsms)\/([\w-]{2,63})/gi],
  ['vault', /vault: ?([\w-]{2,63}) ?; ?location/gi],
  ['vault', /(?:key ?vault|managed ?hsm|\bvault)(?: name)?:? ?["'(]+(?:name )?["'\\]*([\w-]{2,63})["';)]/gi],
  ['vault', /\b([\w-]{2,63})\.(?:vault|managedhsm|vaultcore)\.(?:azure|usgov|microsoft)/gi],
  ['key', /(?<!vaults)(?<!managedhsms?)\/keys\/([\w-]{1,127})/gi],
  ['key', /\/keys\/[\w-]{1,127}\/([0-9a-f]{32})\b/gi],
  ['key', /\(name\/id\) ([\w-]{1,127})/gi],
  ['key', /\b([0-9a-f]{32})\b/gi],
  ['tenant', new RegExp(`sts\\.windows\\.net\\/(${guid})`, 'gi')],
  ['tenant', new RegExp(`login\\.microsoftonline\\.[a-z]{2,3}\\/(${guid})`, 'gi')],
  ['tenant', new RegExp(`tenant ?(?:named|id)?"? ?[:=]? ?["']?(${guid})`, 'gi')],
  ['subscription', new RegExp(`\\/subscriptions\\/(${name})`, 'gi')],
  ['subscription', new RegExp(`subscription(?: ?id)?"? ?[:=]? ?["']?(${guid})`, 'gi')],
  ['group', new RegExp(`\\/resourcegroups\\/(${name})`, 'gi')],
  ['group', new RegExp(`resource ?group(?: name)?"?:? ?["'](${name})["']`, 'gi')],
  ['identity', new RegExp(`\\/userassignedidentities\\/(${name})`, 'gi')],
  ['identity', new RegExp(`\\b(?:oid|appid|puid)=(${guid})`, 'gi')],
  [
    'identity',
    new RegExp(
      `(?:object ?id|principal ?id|client ?id|application ?id|service principal with id):? ?"?[:=]? ?["']?(${guid})`,
      'gi',
    ),
  ],
  ['person', /([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/gi],
  ['person', /[\\/](?:users|home)[\\/]+([\w.-]{2,40})[\\/]/gi],
  ['resource', new RegExp(`\\/providers\\/microsoft\\.[\\w.]{2,40}\\/[\\w]{2,40}\\/(${name})`, 'gi')],
  [
    'resource',
    new RegExp(`\\/providers\\/microsoft\\.[\\w.]{2,40}\\/[\\w]{2,40}\\/${name}\\/[\\w]{2,40}\\/(${name})`, 'gi'),
  ],
  ['resource', /\bresource '(?:microsoft\.[\w.]{2,40}\/\w{2,40}\/)?([\w.-]{2,80})'/gi],
  ['resource', /(?:workspace|cluster|account|server|registry|factory|namespace)(?: name)?:? ?["']([\w.-]{2,80})["']/gi],
  [
    'resource',
    /\b([\w-]{2,63})(?=\.(?:blob|dfs|queue|table|file|web)\.core\.|\.(?:dev|sql)\.azuresynapse\.|\.documents\.azure\.|\.database\.windows\.|\.azurecr\.|\.azuredatabricks\.|\.search\.windows\.|\.servicebus\.windows\.)/gi,
  ],
  ['address', /\b((?:\d{1,3}\.){3}\d{1,3})\b/g],
  ['address', /(?<![\w:])((?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4})(?![\w:])/gi],
  ['id', new RegExp(`\\b(${guid})\\b`, 'gi')],
];

const mostValues = 400;
/** What stands in the place of a value already, or names a part of Azure and nobody's own. */
const notOwn =
  /^(?:[*x.<>-]+|redacted|providers|resourcegroups|subscriptions|microsoft(?:\.\w+)?|keys|secrets|certificates|vaults?|null|default|current|key|public|names?|and)$/i;
const spare = new Set(Object.keys(firstPartyApplications));

function escaped(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** A pattern for a value into which a terminal or a mail may have put line breaks. */
function loosely(value: string): string {
  return [...value].map(escaped).join('\\s*');
}

/**
 * Finds the values of a paste and gives each a pseudonym.
 *
 * @param texts what is going to be masked; values are looked for in all of them
 * @param kinds the kinds to mask
 * @example maskFor(['https://kv-prod.vault.azure.net'], ['vault']).apply('kv-prod is gone') // 'vault-1 is gone'
 */
export function maskFor(texts: readonly string[], kinds: readonly MaskKind[]): Mask {
  const known = new Map<string, { value: string; kind: MaskKind; pseudonym: string }>();
  const counts = new Map<MaskKind, number>();
  const views = texts.flatMap((text) => [text, flatten(text).text, flatten(text, 'joined').text]);
  for (const [kind, pattern] of places) {
    for (const view of views) {
      for (const match of view.matchAll(pattern)) {
        const value = (match[1] ?? '').replace(/[.)(-]+$/, '');
        const folded = value.toLowerCase();
        if (value.length < 2 || notOwn.test(value) || spare.has(folded) || known.has(folded)) continue;
        if (known.size >= mostValues) break;
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        known.set(folded, { value, kind, pseudonym: `${kind}-${count}` });
      }
    }
  }
  const masked = [...known.values()].filter(({ kind }) => kinds.includes(kind));
  if (masked.length === 0) return { known: [], apply: (text) => text };
  // Longer values first, so that a name inside of another name does not break it.
  const alternatives = masked.map(({ value }) => value).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(alternatives.map(loosely).join('|'), 'gi');
  return {
    known: masked,
    apply: (text) =>
      text.replace(pattern, (found) => known.get(found.replace(/\s/g, '').toLowerCase())?.pseudonym ?? found),
  };
}
