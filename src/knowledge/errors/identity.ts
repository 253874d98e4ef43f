import type { KnownError } from './error.ts';

export const identityErrors: readonly KnownError[] = [];
