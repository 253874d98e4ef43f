import { findFirstError } from '../activity-log.ts';
import { anyVersion, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [findFirstError],
  fix: [
    {
      kind: 'fix',
      title: 'Wait until nothing runs, then send it once',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader',
      text: 'Any state but Succeeded, Failed and Canceled means that it still runs. Send nothing meanwhile, one thing at a time afterwards. No end after hours: ask Microsoft support.',
      takes: 'minutes; Synapse key switch 15 to 30 minutes, Log Analytics link up to two hours',
      commands: {
        az: `az resource wait --ids "$RESOURCE_ID" --interval 60 --timeout 7200 \\
  --custom "contains(['Succeeded', 'Failed', 'Canceled'], properties.provisioningState)"`,
        PowerShell: `do {
  Start-Sleep -Seconds 60
  $state = (Get-AzResource -ResourceId $resourceId -ExpandProperties).Properties.provisioningState
} until ($state -in 'Succeeded', 'Failed', 'Canceled')`,
        REST: managerRequest('GET', '$RESOURCE_ID', anyVersion),
      },
      sources: ['arm-async-operations', 'synapse-encryption', 'log-analytics-clusters'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (AnotherOperationInProgress) Another operation on this or dependent resource is in progress.
Code: AnotherOperationInProgress`,
    },
    {
      tool: 'PowerShell',
      text: `Update-AzOperationalInsightsCluster : Operation returned an invalid status code 'BadRequest'
Message: Operation can't be executed now. Async operation is in a state other than succeeded.`,
    },
    {
      tool: 'Terraform',
      text: `│ {"status":"Failed","error":{"code":"ConcurrentUpdateError","message":"Call to Microsoft.Databricks/workspaces failed. Error message: Workspace update could not be completed because it has been updated by another process.","details":[]}}`,
    },
    { tool: 'portal', text: 'Conflict: workspace link or unlink operation in process (Code: Conflict)' },
  ],
  why: [
    {
      text: 'An earlier update still runs: a 201 or 202 is an acceptance, not an end.',
      sources: ['arm-async-operations'],
    },
    {
      text: 'Two pipelines, or two resources of one template, change the same workspace at the same time. A private endpoint counts.',
      sources: ['databricks-concurrent-thread'],
    },
    { text: 'A soft-deleted key or vault is being recovered.', sources: ['key-vault-recovery'] },
  ],
  prevent: [
    {
      text: 'Serialise: dependsOn or depends_on between the key, the private endpoints and the links; one pipeline at a time for one workspace.',
      sources: ['databricks-concurrent-thread'],
    },
    {
      text: 'Wait for provisioningState Succeeded, and on Synapse for cmk.status Consistent, before the next change.',
      sources: ['arm-async-operations', 'synapse-cli-recordings'],
    },
  ],
  perService: {
    synapse: {
      text: 'The update reports Succeeded while cmk.status is still Updating. Wait for Consistent before the next switch.',
      sources: ['synapse-cli-recordings', 'synapse-encryption'],
    },
    databricks: {
      text: 'While the workspace is Updating, another change ends in ConcurrentUpdateError.',
      sources: ['databricks-concurrent-thread'],
    },
    'log-analytics': {
      text: 'A cluster takes no update before its last operation has succeeded. A link or unlink takes up to two hours.',
      sources: ['log-analytics-clusters'],
    },
    discovery: {
      text: 'Conflict with “is in a Failed state” is no operation in progress: the state is terminal there. See the page of the service.',
      sources: ['discovery-errors'],
    },
  },
  sources: ['arm-common-errors', 'arm-async-operations'],
};
