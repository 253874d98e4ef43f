import type { KnownError } from './error.ts';

export const healthDataErrors: readonly KnownError[] = [];
