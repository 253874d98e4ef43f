import type { KnownError } from './error.ts';

export const onlineExperimentationErrors: readonly KnownError[] = [];
