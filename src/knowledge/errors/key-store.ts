import type { KnownError } from './error.ts';

export const keyStoreErrors: readonly KnownError[] = [];
