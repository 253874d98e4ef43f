import type { Stretch } from './flatten.ts';

/** A paste up to this length is read as a whole. */
const wholeUpTo = 96_000;
/** Of a longer one, only so much is read around the words that promise something. */
const budget = 96_000;
const around = 2_000;

/** Words in a long log, the most telling first; a later kind is only read as far as the budget goes. */
const triggers: readonly RegExp[] = [
  /ForbiddenBy|AKV1\d|AADSTS\d|KeyVault\w{0,30}(?:Error|Fail|Found|Forbid|Denied)|KeyDisabled|KeyNotFound|KeyOperation|AuthorizationFailed|DisallowedBy|ScopeLocked|wrapkey|customer.managed|keys get permission/gi,
  /vault|\bcmk\b|encryption|managedhsm|identity/gi,
  /error|fail|denied|forbidden|refus|exception|conflict|quota|thrott/gi,
];

/**
 * The stretches of a paste that are worth reading: all of a short one, the neighbourhood of telling words in a long one.
 *
 * @example stretches('short') // [{ from: 0, to: 5 }]
 */
export function stretches(paste: string): readonly Stretch[] {
  if (paste.length <= wholeUpTo) return [{ from: 0, to: paste.length }];
  const chosen: { from: number; to: number }[] = [];
  let left = budget;
  for (const trigger of triggers) {
    const places: number[] = [];
    trigger.lastIndex = 0;
    for (let match = trigger.exec(paste); match; match = trigger.exec(paste)) {
      const last = places.at(-1);
      if (last === undefined || match.index - last >= around) places.push(match.index);
      // Jumping ahead keeps a log that repeats one word from costing a step per word.
      trigger.lastIndex = Math.max(trigger.lastIndex, match.index + around / 2);
    }
    // The first and the last lines of a log tell most, so places are taken from both ends in turn.
    for (let turn = 0; turn < places.length && left > 0; turn++) {
      const place = (turn % 2 === 0 ? places[turn / 2] : places.at(-(turn + 1) / 2)) ?? 0;
      const from = Math.max(0, place - around);
      const to = Math.min(paste.length, place + around);
      if (chosen.some((other) => from >= other.from && to <= other.to)) continue;
      chosen.push({ from, to });
      left -= to - from;
    }
  }
  if (chosen.length === 0) chosen.push({ from: 0, to: around * 2 });
  chosen.sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const next of chosen) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else merged.push({ ...next });
  }
  return merged;
}

/** A line of a log that may belong to an error. */
const tellingLine =
  /azure|microsoft|vault|\bkeys?\b|\bcmk|encrypt|identit|error|fail|denied|forbid|exception|cannot|could not|unable|invalid|not (?:found|allowed|supported|valid)|status|conflict|quota|limit|\block|throttl|AADSTS|polic|authori[sz]|refused|timed? ?out|subscription|resource|workspace|tenant|"(?:code|message)"/i;

/**
 * The lines of some stretches that may belong to an error; all of them when none does.
 *
 * @example tellingLines('one\nAn error\nthree', [{ from: 0, to: 18 }]) // [{ from: 4, to: 13 }]
 */
export function tellingLines(paste: string, parts: readonly Stretch[]): readonly Stretch[] {
  const chosen: Stretch[] = [];
  for (const { from, to } of parts) {
    for (let start = from; start < to; ) {
      const feed = paste.indexOf('\n', start);
      const end = feed < 0 || feed >= to ? to : feed + 1;
      if (tellingLine.test(paste.slice(start, end))) chosen.push({ from: start, to: end });
      start = end;
    }
  }
  return chosen.length > 0 ? chosen : parts;
}
