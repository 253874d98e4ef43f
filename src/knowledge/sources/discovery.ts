import type { Source } from '../sources.ts';

export const discoverySources = {} as const satisfies Record<string, Source>;
