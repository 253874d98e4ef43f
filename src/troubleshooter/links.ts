import type { Target } from '../knowledge/questions/index.ts';

/** The page that stands for a target when there is no JavaScript. */
export function targetHref(target: Target): string {
  return 'cause' in target ? `/causes/${target.cause}/` : `/troubleshoot/${target.question}/`;
}
