import type { KnownError } from './error.ts';

export const discoveryErrors: readonly KnownError[] = [];
