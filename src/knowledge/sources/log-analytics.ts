import type { Source } from '../sources.ts';

export const logAnalyticsSources = {} as const satisfies Record<string, Source>;
