import type { CauseId } from '../knowledge/causes.ts';
import type { WordTable } from '../knowledge/words.ts';

/** A word or a pair of words of a text, brought to its stem, and where it stands. */
interface Word {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** A cause that the words of a text lean towards, how likely it is among all causes, and the words that say most. */
export interface Guess {
  readonly cause: CauseId;
  /** From 0 to 1; of all causes together at most 1, and less where the text has few words. */
  readonly share: number;
  readonly words: readonly Pick<Word, 'from' | 'to'>[];
}

/** A longer text is a log: it is read where it speaks of Azure, a piece at a time. */
export const readAtOnce = 6_000;
const piece = 1_500;
const mostPieces = 40;
const aboutAzure = /azure|microsoft\.|windows\.net|vault|customer[-_ ]?managed|\bcmk|encrypt|managed identity|AADSTS/gi;
const mostWords = 4;
/** A text that tells so much less than usual is believed by half, and one that tells still less hardly at all. */
const little = 0.45;
/** A table counts in quarters. */
export const quarters = 4;

/** Addresses and ids are somebody's own. */
const own = /https?:\/\/[^\s"'<>]{1,400}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/gi;
const word = /[a-z]{2,24}n't|[A-Z]{2,24}(?![a-z])|[A-Z]?[a-z]{1,47}|\b\d{3,5}\b/g;
const name = /\b[A-Za-z]{1,20}[a-z][A-Z][A-Za-z]{1,24}\b/g;

function stemOf(said: string): string {
  const lower = said.toLowerCase();
  if (lower === 'cannot' || lower.endsWith("n't")) return 'not';
  return lower.length > 5 ? lower.replace(/(?:ing|ed|es|s|ions?)$/, '') : lower.replace(/s$/, '');
}

/** The stem of a name as a whole, told from a word. */
const nameStem = (said: string): string => `=${stemOf(said)}`;

/** A name shorter than this is one word. */
const leastName = 8;

/**
 * The words that a name without capitals is made of, as few as can be; none where it cannot be taken apart into known
 * ones.
 *
 * @example apart('keynotfound', (stem) => ['key', 'not', 'found'].includes(stem)) // ['key', 'not', 'found']
 */
export function apart(said: string, knows: (stem: string) => boolean): readonly string[] {
  const ways: (readonly string[] | undefined)[] = [[]];
  for (let end = 2; end <= said.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = ways[start];
      const part = said.slice(start, end);
      if (!before || part.length === said.length || !knows(stemOf(part))) continue;
      if (before.length + 1 < (ways[end]?.length ?? Number.POSITIVE_INFINITY)) ways[end] = [...before, part];
    }
  }
  return ways[said.length] ?? [];
}

/**
 * The words of a text and each two that follow one another, once each, in order. Names like `KeyVaultNotFound` are
 * words as well, and so is a name as a whole. Where a log has lost its capitals, known words are found in its names.
 *
 * @param knows whether a stem is known
 * @example wordsOf('KeyDisabled').map(({ stem }) => stem) // ['key', 'disabl', 'key disabl', '=keydisabl']
 */
export function wordsOf(text: string, knows: (stem: string) => boolean = () => false): readonly Word[] {
  const found = new Map<string, Word>();
  const add = (stem: string, from: number, to: number) => {
    if (!found.has(stem)) found.set(stem, { stem, from, to });
  };
  let before: Word | null = null;
  const kept = text.replace(own, (address) => ' '.repeat(address.length));
  const read = (said: string, from: number) => {
    const one = { stem: stemOf(said), from, to: from + said.length };
    add(one.stem, one.from, one.to);
    if (before && one.from - before.to <= 12) add(`${before.stem} ${one.stem}`, before.from, one.to);
    before = one;
  };
  for (const { 0: said, index } of kept.matchAll(word)) {
    if (said.length < 2) continue;
    const parts = said.length >= leastName && /^[a-z]+$/.test(said) ? apart(said, knows) : [];
    // A known word is one word, even where two stand in it: a workspace is neither work nor space.
    if (parts.length > 1 && (knows(nameStem(said)) || !knows(stemOf(said)))) {
      add(nameStem(said), index, index + said.length);
      let at = index;
      for (const part of parts) {
        read(part, at);
        at += part.length;
      }
    } else read(said, index);
  }
  for (const { 0: said, index } of kept.matchAll(name)) add(nameStem(said), index, index + said.length);
  return [...found.values()];
}

/** Where a text is worth reading. */
function pieces(text: string): readonly { readonly at: number; readonly text: string }[] {
  if (text.length <= readAtOnce) return [{ at: 0, text }];
  const chosen: { at: number; text: string }[] = [];
  let end = 0;
  for (const { index } of text.matchAll(aboutAzure)) {
    if (index < end) continue;
    const at = Math.max(0, index - piece / 3);
    end = at + piece;
    chosen.push({ at, text: text.slice(at, end) });
    if (chosen.length === mostPieces) break;
  }
  return chosen;
}

/** The words of a text that a table knows, with what it says of them. */
function knownWords({ words }: WordTable, text: string): readonly (Word & { readonly entry: readonly number[] })[] {
  return wordsOf(text, (stem) => Object.hasOwn(words, stem)).flatMap((one) => {
    const entry = Object.hasOwn(words, one.stem) ? words[one.stem] : undefined;
    return entry ? [{ ...one, entry }] : [];
  });
}

function tellingOf(known: ReturnType<typeof knownWords>): number {
  return known.reduce((sum, { entry: [rarity = 0] }) => sum + (rarity / quarters) ** 2, 0);
}

/**
 * How much a text tells: the squares of how rare its known words are, summed.
 *
 * @example tells(table, '') // 0
 */
export function tells(table: WordTable, text: string): number {
  return tellingOf(knownWords(table, text));
}

function guessPiece(table: WordTable, text: string, at: number): readonly Guess[] {
  const { causes, bias, usual } = table;
  const known = knownWords(table, text);
  if (known.length === 0) return [];
  const telling = tellingOf(known);
  const length = Math.sqrt(telling) * quarters;
  const believed = telling ** 4 / (telling ** 4 + (usual * little) ** 4);
  const scores = bias.map((score) => score / quarters);
  const said = causes.map((): { from: number; to: number; by: number }[] => []);
  for (const { from, to, entry } of known) {
    const [rarity = 0, ...pairs] = entry;
    for (let index = 0; index < pairs.length; index += 2) {
      const cause = pairs[index] ?? 0;
      const by = ((pairs[index + 1] ?? 0) * rarity) / length / quarters;
      scores[cause] = (scores[cause] ?? 0) + by;
      if (by > 0) said[cause]?.push({ from: from + at, to: to + at, by });
    }
  }
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return causes
    .map((cause, index) => ({
      cause,
      share: ((powers[index] ?? 0) / total) * believed,
      words: (said[index] ?? []).sort((a, b) => b.by - a.by).slice(0, mostWords),
    }))
    .sort((a, b) => b.share - a.share);
}

/** Most of a log is about something else, so a piece that is not says more. */
function surety([first]: readonly Guess[]): number {
  if (!first) return 0;
  return first.cause === 'not-cmk' ? first.share : 1 + first.share;
}

/**
 * What the words of a text lean towards, likeliest first; nothing where no word of it is known. Of a log the piece
 * counts that is surest of something.
 *
 * @example guess(table, 'The vault has a lock.')[0]?.cause // 'resource-locked'
 */
export function guess(table: WordTable, text: string): readonly Guess[] {
  let best: readonly Guess[] = [];
  for (const { at, text: part } of pieces(text)) {
    const guesses = guessPiece(table, part, at);
    if (surety(guesses) > surety(best)) best = guesses;
  }
  return best;
}
