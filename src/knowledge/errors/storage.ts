import type { KnownError } from './error.ts';

export const storageErrors: readonly KnownError[] = [];
