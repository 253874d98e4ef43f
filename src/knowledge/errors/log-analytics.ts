import type { KnownError } from './error.ts';

export const logAnalyticsErrors: readonly KnownError[] = [];
