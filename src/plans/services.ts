import { bash, powershell } from '../commands/quote.ts';
import type { ValueName } from '../knowledge/naming.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';
import { synapse } from '../knowledge/services/synapse.ts';
import type { Step } from './plan.ts';

type ValueOf = (name: ValueName) => string;

/** The resource id of a Synapse workspace. */
export function workspaceId(value: ValueOf): string {
  return `/subscriptions/${value('subscriptionId')}/resourceGroups/${value('resourceGroup')}/providers/${synapse.resourceType}/${value('workspaceName')}`;
}

/** How the update is sent again. */
export function retryFor(service: ServiceId | null, value: ValueOf): readonly Step[] {
  if (service !== 'synapse') {
    const name = service ? services[service].name : 'your service';
    return [
      {
        kind: 'retry',
        title: 'Retry the update',
        risk: 'changes-workspace',
        text: `Send the same update again, the way you sent it the first time. The exact call for ${name} is not on this site yet; do not leave settings out of it.`,
      },
    ];
  }
  return [
    {
      kind: 'retry',
      title: 'Retry the update',
      risk: 'changes-workspace',
      who: 'Workspace owner',
      text: `Name the workspace key that should be in use, as az synapse workspace key list shows it. This is a PATCH: it changes the key and nothing else. With a user-assigned identity, replace the last two words by False --uami-id-in-encrypt and its resource id. Leave the old key enabled. The switch takes ${synapse.switchMinutes.join(' to ')} minutes.`,
      commands: {
        az: [
          bash`az synapse workspace key list --workspace-name ${value('workspaceName')} --resource-group ${value('resourceGroup')} --output table`,
          bash`az synapse workspace update --name ${value('workspaceName')} --resource-group ${value('resourceGroup')} \\
  --key-name ${synapse.defaultKeyName} --use-sami-in-encrypt True`,
        ].join('\n'),
        PowerShell: [
          powershell`Get-AzSynapseWorkspaceKey -ResourceGroupName ${value('resourceGroup')} -WorkspaceName ${value('workspaceName')}`,
          powershell`Update-AzSynapseWorkspace -ResourceGroupName ${value('resourceGroup')} -Name ${value('workspaceName')} -EncryptionKeyName ${synapse.defaultKeyName} -UseSystemAssignedIdentityInEncryption $true`,
        ].join('\n'),
      },
      source: 'synapse-cli',
    },
  ];
}

/** How the reader sees that Failed is gone. */
export function verifyFor(service: ServiceId | null, value: ValueOf): readonly Step[] {
  if (service !== 'synapse') {
    return [
      {
        kind: 'verify',
        title: 'Verify',
        risk: 'safe',
        text: 'provisioningState is Succeeded, the resource names the key that you meant, and its data can be read.',
      },
    ];
  }
  return [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      text: 'Expect state Succeeded and cmk.status Consistent. Succeeded alone is not the end: while cmk.status says Updating, data is still being re-encrypted.',
      commands: {
        az: bash`az resource show --api-version ${synapse.apiVersion} --ids ${workspaceId(value)} \\
  --query "{state:properties.provisioningState, cmk:properties.encryption.cmk}"`,
        PowerShell: powershell`(Invoke-AzRestMethod -Method GET -Path ${`${workspaceId(value)}?api-version=${synapse.apiVersion}`}).Content`,
      },
      source: 'synapse-cli-recordings',
    },
  ];
}
