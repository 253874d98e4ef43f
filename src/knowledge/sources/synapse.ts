import type { Source } from '../sources.ts';

export const synapseSources = {} as const satisfies Record<string, Source>;
