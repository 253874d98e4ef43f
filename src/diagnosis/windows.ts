/** A part of a paste, with the way back to the places in the whole. */
export interface Part {
  readonly text: string;
  readonly origin: (offset: number) => number;
}

/** Up to this length a paste is read as it is. */
const whole = 200_000;
/** How much is kept around a word that an error can stand near. */
const around = 2_000;
/** Words of which at least one stands near every signal; ordinary logs hold few of them. */
const seeds =
  /forbidden|denied|key ?vault|\.vault\.azure|\bcmk\b|customer.managed|Authoriz|ScopeLocked|scope\(s\)|disallowed by|AADSTS|AKV1|Activation|purge.protection|soft.delete|inner_?error|identity|throttl|too many|quota|another operation|Internal ?Server|encryption|\bkey\w{0,20}(?:disabled|notfound|expired)/gi;

/**
 * Leaves out of a very long paste what no error stands near, so that a log of megabytes is read in one go.
 *
 * @example interesting('short').text // 'short'
 */
export function interesting(paste: string): Part {
  if (paste.length <= whole) return { text: paste, origin: (offset) => offset };
  const all: { start: number; end: number }[] = [];
  for (const match of paste.matchAll(seeds)) {
    const start = Math.max(0, match.index - around);
    const end = Math.min(paste.length, match.index + around);
    const last = all.at(-1);
    if (last && start <= last.end && end - last.start <= whole / 2) last.end = end;
    else all.push({ start: Math.max(start, last?.end ?? 0), end });
  }
  const spans: { start: number; end: number; at: number }[] = [];
  let length = 0;
  for (const { start, end } of [...upTo(whole / 2, all), ...upTo(whole / 2, all.toReversed()).reverse()]) {
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    spans.push({ start, end, at: length });
    length += end - start;
  }
  return {
    text: spans.map(({ start, end }) => paste.slice(start, end)).join(''),
    origin: (offset) => {
      const span = spans.findLast(({ at }) => at <= offset);
      return span ? span.start + offset - span.at : offset;
    },
  };
}

/** The first spans, as many as fit. The first and the last errors of a log say the most, so both ends are kept. */
function upTo<T extends { start: number; end: number }>(limit: number, spans: readonly T[]): T[] {
  let length = 0;
  return spans.filter(({ start, end }, index) => {
    length += end - start;
    return index === 0 || length <= limit;
  });
}
