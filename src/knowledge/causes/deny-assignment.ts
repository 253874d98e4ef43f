import { managementApiVersions, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'See who made the deny assignment',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the scope in the message',
      text: 'The message names it and its scope, mostly a managed resource group: list it there too. isSystemProtected true: Azure made it, and no role lifts it.',
      commands: {
        az: 'az role deny-assignment list --scope "$RESOURCE_ID"',
        PowerShell: 'Get-AzDenyAssignment -Scope $resourceId',
        REST: managerRequest(
          'GET',
          '$RESOURCE_ID/providers/Microsoft.Authorization/denyAssignments',
          managementApiVersions.denyAssignments,
        ),
      },
      sources: ['deny-assignments'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Change it through the owner',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Contributor on the owner of the group',
      takes: 'until the update of the owner has ended',
      text: 'Send the change to the workspace, managed application or deployment stack that owns the group. One that your organisation set (preview) is removed by whoever set it. If it outlived its workspace, ask Microsoft support.',
      undo: 'Send the old setting again, through the same owner.',
      sources: ['deny-assignments', 'deny-assignment-commands'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (DenyAssignmentAuthorizationFailed) The client 'dev@contoso.example' with object id '11111111-1111-1111-1111-111111111111' has permission to perform action 'Microsoft.Compute/diskEncryptionSets/write' on scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mrg-contoso/providers/Microsoft.Compute/diskEncryptionSets/des-contoso'; however, the access is denied because of the deny assignment with name 'System deny assignment created by Azure Databricks …' and Id '22222222222222222222222222222222' at scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mrg-contoso'.
Code: DenyAssignmentAuthorizationFailed`,
    },
    {
      tool: 'PowerShell',
      text: `Set-AzStorageAccount : The client 'dev@contoso.example' … has permission to perform action 'Microsoft.Storage/storageAccounts/write' …; however, the access is denied because of the deny assignment with name 'System deny assignment created by Azure Databricks …'`,
    },
    {
      tool: 'Terraform',
      text: `│ unexpected status 403 (403 Forbidden) with error: DenyAssignmentAuthorizationFailed: The client '…' has permission to perform action 'Microsoft.Storage/storageAccounts/write' …; however, the access is denied because of the deny assignment with name 'System deny assignment created by Azure Databricks …'`,
    },
    {
      tool: 'portal',
      text: 'Access has been denied because of the deny assignment with name “System deny assignment …” (Code: DenyAssignmentAuthorizationFailed)',
    },
  ],
  why: [
    {
      text: 'Somebody edits the storage account, the disk encryption set or the database inside a managed resource group directly.',
      sources: ['deny-assignment-report', 'databricks-deny-thread'],
    },
    { text: 'A deployment stack or a managed application protects what it deployed.', sources: ['deny-assignments'] },
  ],
  prevent: [
    {
      text: 'Keep scripts, policies and remediation tasks away from managed resource groups.',
      sources: ['databricks-deny-thread', 'ml-policy-thread'],
    },
  ],
  perService: {
    databricks: {
      text: 'The DBFS storage account and the disk encryption set lie in the managed group. Set their keys on the workspace.',
      sources: ['deny-assignment-report', 'databricks-deny-thread'],
    },
    'machine-learning': {
      text: 'The managed group of a workspace with its own key has a deny assignment, so policy exemptions cannot be set on its resources.',
      sources: ['ml-policy-thread'],
    },
  },
  sources: ['deny-assignments', 'rbac-troubleshooting'],
};
