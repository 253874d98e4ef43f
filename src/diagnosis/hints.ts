import { bash, powershell } from '../commands/quote.ts';
import type { Diagnosis } from './diagnose-with.ts';
import { readTimes } from './times.ts';

/** Something to know before the plan: what the text hides, or what time has already settled. */
export interface Hint {
  readonly id: 'grant-is-newer' | 'grant-was-fresh' | 'earlier-refusal';
  readonly title: string;
  readonly text: string;
  readonly commands?: { readonly az: string; readonly PowerShell: string };
}

/** How long a role assignment may take to count, in ms. Source: rbac-troubleshooting. */
const propagation = 10 * 60_000;

/** A state that tells of an earlier refusal and not of its cause. */
const hidesAnEarlierOne =
  /(?:workspace|cluster|resource|account|server|registry) (?:'[^'\n]{1,120}' )?(?:is|was) in (?:an? )?'?(?:terminal )?'?failed'? (?:provisioning ?)?state|(?:is )?in a terminal '?failed'? state|provisioning ?state[^\n]{0,20}['":= ]failed|terminal provisioning state '?failed|not in (?:a )?succeeded (?:provisioning )?state|list deployment operations for details/i;
/** Answers that name a cause of their own stand even where the state is failed. */
const saysLittle = new Set(['service-internal', 'operation-in-progress', 'not-cmk', 'key-access-lost']);

function grantHint(text: string): Hint | null {
  const { failed, granted } = readTimes(text);
  if (!failed || !granted) return null;
  const minutes = Math.round(Math.abs(granted.at - failed.at) / 60_000);
  if (granted.at > failed.at) {
    return {
      id: 'grant-is-newer',
      title: 'The grant is newer than the failure: wait and retry, do not grant again',
      text: `The failure is from ${failed.text}, the grant from ${granted.text}. What failed has not met this grant yet. Wait until ten minutes after the grant, then send the same update once more.`,
    };
  }
  if (failed.at - granted.at <= propagation) {
    return {
      id: 'grant-was-fresh',
      title: 'The grant was too fresh: wait and retry, do not grant again',
      text: `The grant is from ${granted.text}, the failure came ${minutes === 0 ? 'within a minute' : `${minutes} minutes later`}. A role assignment may need ten minutes until it counts. Wait for the rest of them, then send the same update once more.`,
    };
  }
  return null;
}

/** Commands that list what failed first, with the ids that the error names. */
function firstFailure({ entities }: Diagnosis): { az: string; PowerShell: string } {
  const group = entities.resourceGroup?.value ?? '<resource group>';
  const { resourceId, correlationId } = entities;
  if (correlationId) {
    return {
      az: bash`az monitor activity-log list --correlation-id ${correlationId.value} --query ${"[?status.value=='Failed'].{time:eventTimestamp,operation:operationName.value,message:properties.statusMessage}"} -o json`,
      PowerShell: powershell`Get-AzActivityLog -CorrelationId ${correlationId.value} -DetailedOutput | Where-Object Status -eq Failed`,
    };
  }
  if (resourceId) {
    return {
      az: bash`az monitor activity-log list --resource-id ${resourceId.value} --offset 1d --status Failed --query ${'[].{time:eventTimestamp,operation:operationName.value,message:properties.statusMessage}'} -o json`,
      PowerShell: powershell`Get-AzActivityLog -ResourceId ${resourceId.value} -StartTime (Get-Date).AddDays(-1) -Status Failed -DetailedOutput`,
    };
  }
  return {
    az: bash`az deployment operation group list --resource-group ${group} --name ${'<deployment name>'} --query ${"[?properties.provisioningState=='Failed'].properties.statusMessage"} -o json`,
    PowerShell: powershell`Get-AzResourceGroupDeploymentOperation -ResourceGroupName ${group} -DeploymentName ${'<deployment name>'} | Where-Object ProvisioningState -eq Failed`,
  };
}

/**
 * What to know before following the plan of the first cause.
 *
 * @example readHints("Workspace is in Failed state", diagnosis)[0]?.id // 'earlier-refusal'
 */
export function readHints(text: string, diagnosis: Diagnosis): readonly Hint[] {
  const hints: Hint[] = [];
  const grant = grantHint(text);
  if (grant) hints.push(grant);
  const first = diagnosis.causes[0];
  if (first && saysLittle.has(first.id) && hidesAnEarlierOne.test(text.slice(0, 200_000))) {
    hints.push({
      id: 'earlier-refusal',
      title: 'This message hides an earlier one',
      text: 'A workspace that is Failed answers every later request with its state. The refusal that made it Failed stands in the activity log of that time, or in the operations of the deployment. List them, take the earliest failed one, and paste its message here.',
      commands: firstFailure(diagnosis),
    });
  }
  return hints;
}
