import { bash, powershell } from '../../commands/quote.ts';
import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import { resourceType } from '../redeploy.ts';
import { databricksCall } from './databricks.ts';
import { deployStages } from './deploy.ts';
import { healthCall } from './health-data.ts';
import { type Pen, type Stage, saveStage, verifyStage } from './stage.ts';

/** The call of an update whose body lies in a file. */
function callStage(pen: Pen, title: string): Stage {
  const { choices, resolve } = pen;
  const { apiVersion, names, methodSource } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  if (pen.format === 'terraform')
    return {
      ...deployStages(pen, title, '')[1],
      title,
      risk: 'changes-workspace',
      text: 'Sends the update once. Run terraform init and terraform plan first.',
    } as Stage;
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
  const { choices } = pen;
  if (pen.imported && pen.format !== 'rest') {
    return deployStages(pen, title, 'What-if showed the key, and nothing else that you do not know.');
  }
  if (choices.service === 'databricks') return databricksCall(pen, title);
  return choices.service === 'health-data' ? healthCall(pen, title) : [callStage(pen, title)];
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
  const { choices, text } = pen;
  const send: Stage[] =
    choices.service === 'databricks'
      ? [
          {
            title: 'Go back to Microsoft-managed keys',
            risk: 'changes-workspace',
            text: 'For DBFS root only. The command reads the workspace and sends all of it back.',
            commands: {
              az: bash`az databricks workspace update --resource-group ${text('resourceGroup')} --name ${text('workspaceName')} --key-source Default`,
              PowerShell: powershell`Update-AzDatabricksWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')} -EncryptionKeySource Default`,
            },
            source: 'databricks-cli',
          },
        ]
      : [callStage(pen, 'Go back to Microsoft-managed keys')];
  return [
    saveStage(pen),
    ...send,
    verifyStage(pen),
    {
      title: 'Keep the key',
      risk: 'safe',
      text: 'Leave the old key enabled: backups and older data may still be wrapped with it.',
    },
  ];
}
