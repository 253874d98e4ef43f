import type { Source } from '../sources.ts';

export const preventionSources = {} as const satisfies Record<string, Source>;
