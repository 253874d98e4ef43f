import type { Source } from '../sources.ts';

export const storageSources = {} as const satisfies Record<string, Source>;
