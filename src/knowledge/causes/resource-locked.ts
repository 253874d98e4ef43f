import { inTurn, managementApiVersions, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

const listLocks = `${managerRequest('GET', '$RESOURCE_ID/providers/Microsoft.Authorization/locks', managementApiVersions.locks)}&$filter=atScope()`;

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'List the locks that reach the resource',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader',
      text: 'ReadOnly stops an update, CanNotDelete a delete. If the message names the vault or the identity, ask with its id. None, but “marked as read only”: the subscription is disabled, and its owner reactivates it.',
      commands: {
        az: 'az lock list --resource "$RESOURCE_ID" --filter-string "atScope()" --query "[].[level, id, notes]" --output table',
        PowerShell: 'Get-AzResourceLock -Scope $resourceId -AtScope | Format-List LockId, Properties',
        REST: listLocks,
      },
      sources: ['arm-locks'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Lift the lock for the length of the update',
      risk: 'changes-access',
      who: 'subscription-owner',
      needs: 'Owner or User Access Administrator',
      text: 'Ask whoever set it. This saves all ReadOnly locks, then removes them: below a group or subscription, everything is unprotected meanwhile.',
      takes: 'some minutes at most',
      undo: 'After the update, set each lock of locks.json again with az lock create (New-AzResourceLock).',
      commands: {
        az: `az lock list --resource "$RESOURCE_ID" --filter-string "atScope()" --query "[?level=='ReadOnly']" > locks.json
az lock list --resource "$RESOURCE_ID" --filter-string "atScope()" --query "[?level=='ReadOnly'].id" --output tsv | while read -r LOCK_ID; do az lock delete --ids "$LOCK_ID"; done`,
        PowerShell: `$locks = Get-AzResourceLock -Scope $resourceId -AtScope | Where-Object { $_.Properties.level -eq 'ReadOnly' }
$locks | ConvertTo-Json -Depth 5 > locks.json
$locks | ForEach-Object { Remove-AzResourceLock -LockId $_.LockId -Force }`,
        REST: inTurn(
          listLocks,
          managerRequest('DELETE', '{id of a ReadOnly lock of the answer}', managementApiVersions.locks),
        ),
      },
      sources: ['arm-locks'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (ScopeLocked) The scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso/providers/Microsoft.Synapse/workspaces/ws-contoso' cannot perform write operation because following scope(s) are locked: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso'. Please remove the lock and try again.
Code: ScopeLocked`,
    },
    {
      tool: 'PowerShell',
      text: `Set-AzResource : {"error":{"code":"ScopeLocked","message":"The scope '…/workspaces/ws-contoso' cannot perform write operation because following scope(s) are locked: '…/resourceGroups/rg-contoso'. Please remove the lock and try again."}}`,
    },
    {
      tool: 'Terraform',
      text: `│ unexpected status 409 (409 Conflict) with error: ScopeLocked: The scope '…/workspaces/ws-contoso' cannot perform write operation because following scope(s) are locked: '…/resourceGroups/rg-contoso'. Please remove the lock and try again.`,
    },
    {
      tool: 'portal',
      text: "The scope 'ws-contoso' cannot perform write operation because following scope(s) are locked: 'rg-contoso'. Please remove the lock and try again. (Code: ScopeLocked)",
    },
  ],
  why: [
    {
      text: 'A ReadOnly lock stands on the resource, or on the group or subscription above it: locks are inherited.',
      sources: ['arm-locks'],
    },
    {
      text: 'The lock is on the vault or the identity, and the change needs a write or a role assignment there.',
      sources: ['arm-locks'],
    },
    {
      text: 'The subscription is disabled, for example for billing, and takes no writes.',
      sources: ['arm-common-errors'],
    },
  ],
  prevent: [
    {
      text: 'Protect vaults and workspaces with CanNotDelete instead of ReadOnly: it lets updates and rotations through.',
      sources: ['arm-locks'],
    },
    {
      text: 'Locks do not reach the data plane: a lock on a vault does not keep a key from being deleted or disabled. Purge protection does.',
      sources: ['arm-locks', 'key-vault-recovery'],
    },
  ],
  perService: {
    databricks: {
      text: 'The managed resource group is locked by the service. Make the change on the workspace.',
      sources: ['arm-locks'],
    },
    'machine-learning': {
      text: 'A CanNotDelete lock on the group keeps compute clusters from scaling down.',
      sources: ['arm-locks'],
    },
  },
  sources: ['arm-locks', 'arm-common-errors'],
};
