import { signals } from '../knowledge/signals/index.ts';
import type { Flat } from './flatten.ts';
import type { Evidence, Hit } from './weigh.ts';

/** The place in the paste that a part of its flattened text came from. */
export function place(paste: string, flat: Flat, from: number, to: number): Evidence {
  const start = flat.starts[from] ?? 0;
  const end = Math.max(start, flat.ends[Math.max(from, to - 1)] ?? start);
  return { text: paste.slice(start, end), start, end };
}

/** Looks for every signal in every view of the paste; of two views, the one where it stands first counts. */
export function find(paste: string, views: readonly Flat[]): Hit[] {
  const hits: Hit[] = [];
  for (const signal of signals) {
    let first: Evidence | null = null;
    for (const view of views) {
      const match = signal.pattern.exec(view.text);
      if (!match) continue;
      const evidence = place(paste, view, match.index, match.index + match[0].length);
      if (!first || evidence.start < first.start) first = evidence;
    }
    if (first) hits.push({ signal, evidence: first });
  }
  return hits;
}
