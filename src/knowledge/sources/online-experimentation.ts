import type { Source } from '../sources.ts';

export const onlineExperimentationSources = {} as const satisfies Record<string, Source>;
