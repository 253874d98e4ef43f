import { bash, powershell } from '../../commands/quote.ts';
import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import { resourceType } from '../redeploy.ts';
import { serviceTemplates } from '../services/index.ts';
import { snake } from '../terraform/hcl.ts';
import { databricksBefore, databricksCall, databricksRevert } from './databricks.ts';
import { deployStages } from './deploy.ts';
import { healthCall } from './health-data.ts';
import { type Pen, type Stage, saveStage, verifyStage } from './stage.ts';

/** The call of an update whose body lies in a file. */
function callStage(pen: Pen, title: string): Stage {
  const { choices, resolve } = pen;
  const { apiVersion, names, methodSource } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  return {
    title,
    risk: 'changes-workspace',
    text: 'A PATCH changes what its body names, and leaves everything else alone.',
    commands: {
      az: bash`az rest --method patch --url ${`https://management.azure.com${id}?api-version=${apiVersion}`} --body ${'@patch.json'}`,
      PowerShell: powershell`Invoke-AzRestMethod -Method PATCH -Path ${`${id}?api-version=${apiVersion}`} -Payload (Get-Content -Raw -Path patch.json)`,
    },
    source: methodSource,
  };
}

/** How the key is sent to a resource that exists, in the way that its service takes. */
export function changeStages(pen: Pen, title: string): Stage[] {
  const { choices, format } = pen;
  const before = choices.service === 'databricks' ? databricksBefore(pen) : [];
  if (format !== 'rest') return [...before, ...deployStages(pen, title, 'The key was sent, and nothing else changed.')];
  if (choices.service === 'databricks') return [...before, databricksCall(pen, title)];
  return choices.service === 'health-data' ? healthCall(pen, title) : [callStage(pen, title)];
}

/** A pasted resource is in the state of Terraform only for its repair; what else manages it goes on managing it. */
export function letGo({ choices, format, imported }: Pen): Stage[] {
  if (!imported || format !== 'terraform' || serviceScenarios[choices.service].method === 'PATCH') return [];
  const command = `terraform state rm azapi_resource.${snake(serviceTemplates[choices.service].symbol)}`;
  return [
    {
      title: 'Let go of the resource',
      risk: 'safe',
      text: 'Terraform holds the resource since the import, and would delete it if its block went. If Terraform is not to manage it from here on, take it out of the state; the resource stays.',
      commands: { az: command, PowerShell: command },
    },
  ];
}

/** An identity that is named beside the key has to be attached. */
export function identityCheck({ choices }: Pen): Stage[] {
  const named =
    choices.identity === 'user-assigned' && ['synapse', 'online-experimentation', 'storage'].includes(choices.service);
  return named
    ? [
        {
          title: 'Check that the identity is attached',
          risk: 'safe',
          text: 'before.json must list the user-assigned identity under identity.userAssignedIdentities: an update that names another one is refused.',
        },
      ]
    : [];
}

/** The way back to Microsoft-managed keys. */
export function revertStages(pen: Pen): Stage[] {
  const title = 'Go back to Microsoft-managed keys';
  const { service } = pen.choices;
  const call = (): Stage[] => [service === 'databricks' ? databricksRevert(pen, title) : callStage(pen, title)];
  const send =
    pen.format === 'rest' ? call() : deployStages(pen, title, 'The key was taken off, and nothing else changed.');
  const sentinel: Stage[] =
    service === 'log-analytics'
      ? [
          {
            title: 'Make sure that Microsoft Sentinel is not on a linked workspace',
            risk: 'safe',
            text: 'With Sentinel, the key of the cluster can be neither taken off nor replaced by another one. Look at each linked workspace first.',
            source: 'log-analytics-sentinel',
          },
        ]
      : [];
  return [
    saveStage(pen),
    ...sentinel,
    ...send,
    verifyStage(pen),
    {
      title: 'Keep the key',
      risk: 'safe',
      text: 'Leave the old key enabled: backups and older data may still be wrapped with it.',
    },
  ];
}
