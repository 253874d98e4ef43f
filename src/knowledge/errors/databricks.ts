import type { KnownError } from './error.ts';

export const databricksErrors: readonly KnownError[] = [];
