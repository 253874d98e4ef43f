import type { KnownError } from './error.ts';

/** No list of errors is published for this service. What the key store and Resource Manager answer stands in their own lists. */
export const onlineExperimentationErrors: readonly KnownError[] = [];
