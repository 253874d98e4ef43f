import { Resolver } from './resolve.ts';
import { changeStages, identityCheck, letGo, revertStages } from './stages/change.ts';
import { deployStages } from './stages/deploy.ts';
import { grantStages } from './stages/grant.ts';
import { redeployStages } from './stages/redeploy.ts';
import { rotateStages } from './stages/rotate.ts';
import { type Pen, type Plan, type Stage, saveStage, verifyStage } from './stages/stage.ts';

/** The stages of a scenario in order, with the reader's values in their commands. */
export function stagesOf(plan: Plan): Stage[] {
  const resolve = new Resolver(plan.choices.service, plan.values);
  const pen: Pen = { ...plan, resolve, text: (name) => resolve.text(name) };
  switch (plan.choices.scenario) {
    case 'grant':
      return grantStages(pen);
    case 'activate':
      return [
        ...deployStages(pen, 'Activate', 'isActiveCMK becomes true some minutes after the call.'),
        verifyStage(pen),
      ];
    case 'redeploy':
      return redeployStages(pen);
    case 'repair':
      return [
        saveStage(pen),
        ...identityCheck(pen),
        ...changeStages(pen, 'Send the key again'),
        verifyStage(pen),
        ...letGo(pen),
      ];
    case 'rotate':
      return rotateStages(pen);
    case 'revert':
      return revertStages(pen);
  }
}
