import type { Source } from '../sources.ts';

export const healthDataSources = {} as const satisfies Record<string, Source>;
