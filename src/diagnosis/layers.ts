import { place } from './find.ts';
import type { Flat } from './flatten.ts';

/** One code and message of an error that wraps others. */
export interface Layer {
  readonly code: string | null;
  readonly message: string | null;
  /** How many braces stand open before it. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

const mostLayers = 20;
const pair =
  /"?\b(?:error)?code"? ?[:=] ?["']?([a-z][\w.]{2,80})["']?,?(?: ?"?message"? ?[:=] ?"?([^"\n]{1,600}))?|\(([A-Z][a-zA-Z]{3,60})\) ([^\n"]{4,300}?)(?= Code: |$|\n)/gi;

/** The codes and messages of an error, outermost first. */
export function readLayers(paste: string, flat: Flat): readonly Layer[] {
  const layers: Layer[] = [];
  let depth = 0;
  let counted = 0;
  for (const match of flat.text.matchAll(pair)) {
    for (; counted < match.index; counted++) {
      const char = flat.text[counted];
      if (char === '{') depth += 1;
      else if (char === '}') depth = Math.max(0, depth - 1);
    }
    const { start, end } = place(paste, flat, match.index, match.index + match[0].length);
    const code = match[1] ?? match[3] ?? null;
    layers.push({ code, message: (match[2] ?? match[4] ?? '').trim() || null, depth, start, end });
    if (layers.length >= mostLayers) break;
  }
  return layers;
}
