import type { Source } from '../sources.ts';

export const machineLearningSources = {} as const satisfies Record<string, Source>;
