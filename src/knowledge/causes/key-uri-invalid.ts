import type { CausePage, CausePlan } from './cause.ts';

export const plan = undefined as unknown as CausePlan;
export const page = undefined as unknown as CausePage;
