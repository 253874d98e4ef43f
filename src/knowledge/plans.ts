import type { CausePlan } from './causes/cause.ts';
import { causePlans } from './causes/plans.ts';
import type { CauseId } from './causes.ts';
import { type HowToFind, howToFind } from './questions/how-to-find.ts';
import type { QuestionId } from './questions/question.ts';
import type { ServicePlan } from './services/facts.ts';
import type { ServiceId } from './services/index.ts';
import { servicePlans } from './services/plans.ts';

/** All that plans are made of. Pages import it; islands fetch it as one JSON file, so that it costs no script. */
export interface PlanData {
  readonly causes: Readonly<Record<CauseId, CausePlan>>;
  readonly services: Readonly<Record<ServiceId, ServicePlan>>;
  /** How to find the answers to the questions of the troubleshooter. */
  readonly howToFind: Readonly<Record<QuestionId, HowToFind>>;
}

export const planData: PlanData = { causes: causePlans, services: servicePlans, howToFind };
