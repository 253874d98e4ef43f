import type { Source } from '../sources.ts';

export const causesSources = {} as const satisfies Record<string, Source>;
