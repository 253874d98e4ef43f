import { valuesAsked } from '../commands/fill.ts';
import type { ValueName, Values } from '../knowledge/naming.ts';
import type { PlanData } from '../knowledge/plans.ts';
import type { QuestionId } from '../knowledge/questions/index.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import type { Step } from '../knowledge/step.ts';
import { fillStep, nameResource } from '../plans/plan.ts';

/** How to find an answer, for one reader. */
export interface Finding {
  readonly portal: string;
  readonly steps: readonly Step[];
  /** The values that the commands ask of the reader. */
  readonly asks: readonly ValueName[];
}

/**
 * How to find the answer to a question, with the commands of the reader's service and the reader's values in them.
 *
 * @example findingOf(planData, 'network', 'synapse', { vaultName: 'kv-prod' }).steps[0]?.commands?.az
 */
export function findingOf(data: PlanData, question: QuestionId, service: ServiceId | null, values: Values): Finding {
  const { portal, ofService, anyService, steps } = data.howToFind[question];
  const own = service ? ofService.flatMap((name) => data.services[service][name]) : anyService;
  const all = [...own, ...steps];
  const named = nameResource(service, values);
  return {
    portal,
    steps: all.map((step) => fillStep(step, service, named)),
    asks: valuesAsked(all, service),
  };
}
