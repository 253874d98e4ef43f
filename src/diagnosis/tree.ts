import type { Layer } from './layers.ts';

/** A layer of an error with the layers that it wraps. */
export interface Branch {
  readonly layer: Layer;
  readonly wraps: readonly Branch[];
}

interface Growing {
  readonly layer: Layer;
  readonly wraps: Growing[];
}

/**
 * Unfolds the layers of an error into a tree: a layer wraps what stands deeper behind it.
 *
 * @example unfold(diagnose(text).layers)[0]?.wraps.length // 1
 */
export function unfold(layers: readonly Layer[]): readonly Branch[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const layer of layers) {
    while ((open.at(-1)?.layer.depth ?? -1) >= layer.depth) open.pop();
    const branch: Growing = { layer, wraps: [] };
    (open.at(-1)?.wraps ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}
