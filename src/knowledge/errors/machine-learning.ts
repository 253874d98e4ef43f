import type { KnownError } from './error.ts';

export const machineLearningErrors: readonly KnownError[] = [];
