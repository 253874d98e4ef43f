import type { Source } from '../sources.ts';

export const databricksSources = {} as const satisfies Record<string, Source>;
