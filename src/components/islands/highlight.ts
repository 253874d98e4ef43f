/** A line in parts, each with its colour. */
export type HighlightedLine = readonly { readonly content: string; readonly color?: string }[];

let worker: Worker | null | undefined;
let asked = 0;

/** Starts what colours code, once; where that fails, code stays as it is. */
function start(): Worker | null {
  try {
    return new Worker(new URL('./highlight.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/**
 * Asks for the colours of a text; the answer comes later, and only if nothing newer was asked for.
 *
 * @returns what forgets the question
 */
export function highlight(
  text: string,
  language: string,
  answer: (lines: readonly HighlightedLine[]) => void,
): () => void {
  worker ??= start();
  const mine = worker;
  if (!mine) return () => {};
  const id = ++asked;
  const listen = ({ data }: MessageEvent<{ id: number; lines: readonly HighlightedLine[] }>) => {
    if (data.id === id) answer(data.lines);
  };
  mine.addEventListener('message', listen);
  mine.postMessage({ id, text, language });
  return () => mine.removeEventListener('message', listen);
}
