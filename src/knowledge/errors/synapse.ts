import type { KnownError } from './error.ts';

export const synapseErrors: readonly KnownError[] = [];
