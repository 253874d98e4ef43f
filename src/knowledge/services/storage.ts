import type { ServiceFacts, ServicePlan } from './facts.ts';

export const facts: ServiceFacts | undefined = undefined;
export const plan: ServicePlan | undefined = undefined;
