import type { KnownError } from './error.ts';

export const armErrors: readonly KnownError[] = [];
