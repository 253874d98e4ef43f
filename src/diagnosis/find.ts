import type { Signal } from '../knowledge/signals/signal.ts';
import type { Flat } from './flatten.ts';
import type { Evidence, Hit } from './weigh.ts';

/** A sentence reaches at most so far to both sides of the words that were found. */
const reach = 300;
/** A repeated word is tried only so often, so that a log full of it costs no more. */
const mostTries = 40;
/** Evidence that is wider than this shows the first words only. */
const widest = 260;

/** The place in the paste that a part of its flattened text came from. */
export function place(paste: string, flat: Flat, from: number, to: number): Evidence {
  const start = flat.starts[from] ?? 0;
  const end = Math.max(start, flat.ends[Math.max(from, to - 1)] ?? start);
  return { text: paste.slice(start, end), start, end };
}

/** A stretch of flattened text, from one index up to another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const border = /[.!?;]["')\]]{0,3} |\n|\}, ?\{/g;

/** The sentence around some words: up to the next full stop, line or list item, and never far. */
function sentenceAround(text: string, from: number, to: number): Span {
  const lowest = Math.max(0, from - reach);
  const highest = Math.min(text.length, to + reach);
  let start = lowest;
  border.lastIndex = lowest;
  for (let match = border.exec(text); match && match.index < from; match = border.exec(text)) start = border.lastIndex;
  border.lastIndex = to;
  const after = border.exec(text);
  return { from: Math.min(start, from), to: after && after.index < highest ? after.index + 1 : highest };
}

const everywhere = new Map<Signal, RegExp>();

function everyMatch(signal: Signal): RegExp {
  const known = everywhere.get(signal);
  if (known) return known;
  const pattern = new RegExp(signal.pattern.source, `${signal.pattern.flags}g`);
  everywhere.set(signal, pattern);
  return pattern;
}

/**
 * Where a signal stands in a flattened text; null when it does not.
 *
 * @example locate(signal, 'The key is disabled') // { from: 4, to: 19 }
 */
export function locate(signal: Signal, text: string): Span | null {
  const { near = [], unless } = signal;
  if (near.length === 0 && !unless) {
    const match = signal.pattern.exec(text);
    return match && { from: match.index, to: match.index + match[0].length };
  }
  const pattern = everyMatch(signal);
  pattern.lastIndex = 0;
  let tries = 0;
  for (let match = pattern.exec(text); match && tries < mostTries; match = pattern.exec(text), tries++) {
    const own = { from: match.index, to: match.index + match[0].length };
    const around = sentenceAround(text, own.from, own.to);
    const sentence = text.slice(around.from, around.to);
    if (!unless?.test(sentence)) {
      const others = near.map((words) => words.exec(sentence));
      if (others.every((other) => other !== null)) {
        const from = Math.min(own.from, ...others.map(({ index }) => around.from + index));
        const to = Math.max(own.to, ...others.map((other) => around.from + other.index + other[0].length));
        return to - from <= widest ? { from, to } : own;
      }
    }
    pattern.lastIndex = Math.max(own.to, own.from + 1);
  }
  return null;
}

/** For every place of a paste how many braces stand open before it, told by the first view. */
function depths(flat: Flat): (start: number) => number {
  const changes: { at: number; depth: number }[] = [];
  let depth = 0;
  for (let index = 0; index < flat.text.length; index++) {
    const char = flat.text[index];
    if (char !== '{' && char !== '}') continue;
    depth = char === '{' ? depth + 1 : Math.max(0, depth - 1);
    changes.push({ at: flat.starts[index] ?? 0, depth });
  }
  return (start) => changes.findLast(({ at }) => at < start)?.depth ?? 0;
}

/** Looks for signals in every view of the paste; of two views, the one where it stands first counts. */
export function find(paste: string, views: readonly Flat[], known: readonly Signal[]): Hit[] {
  const hits: Hit[] = [];
  const depthAt = views[0] ? depths(views[0]) : () => 0;
  for (const signal of known) {
    let first: Evidence | null = null;
    for (const view of views) {
      const span = locate(signal, view.text);
      if (!span) continue;
      const evidence = place(paste, view, span.from, span.to);
      if (!first || evidence.start < first.start) first = evidence;
    }
    if (first) hits.push({ signal, evidence: first, depth: depthAt(first.start) });
  }
  return hits;
}
