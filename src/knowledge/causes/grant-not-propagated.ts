import { apiVersions, rolePropagationMinutes } from '../key-stores.ts';
import { roleAssignmentsAt, vaultPath } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { activityLog, az, caller, portal, powerShell, terraform, vault } from './looks.ts';
import { lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Confirm that the grant is there, and how old it is',
      text: `Expect a row that is younger than ${rolePropagationMinutes} minutes; created is in UTC. No row: nothing is on its way, so grant. An older row: another cause.`,
      commands: {
        az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment list --assignee-object-id "$PRINCIPAL_ID" --scope "$VAULT_ID" --include-inherited --include-groups \\
  --query "[].{role:roleDefinitionName, scope:scope, to:principalType, created:createdOn}" --output table`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
Get-AzRoleAssignment -ObjectId $principalId -Scope $keyVault.ResourceId
$list = "/providers/Microsoft.Authorization/roleAssignments?api-version=${apiVersions['Microsoft.Authorization/roleAssignments']}&\`$filter=principalId%20eq%20'$principalId'"
((Invoke-AzRestMethod -Path "$($keyVault.ResourceId)$list").Content | ConvertFrom-Json).value.properties | Select-Object scope, createdOn`,
        REST: roleAssignmentsAt(vaultPath),
      },
      sources: ['rbac-troubleshooting', 'rbac-list-rest'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Wait, then repeat the same call',
      risk: 'safe',
      who: 'anyone',
      text: 'Grant nothing again. An access policy works at once; repeat within minutes. A role at a management group or through a group takes hours: grant the identity itself on the vault instead.',
      takes: `up to ${rolePropagationMinutes} minutes for a role on the vault, its group or subscription`,
      sources: ['rbac-troubleshooting', 'managed-identity-best-practice'],
    },
  ],
};

const refusal = {
  status: 403,
  code: 'Forbidden',
  message: `Caller is not authorized to perform action on resource.
If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.
Caller: ${caller}
Action: 'Microsoft.KeyVault/vaults/keys/wrap/action'
Assignment: (not found)
Vault: ${vault}`,
  inner: 'ForbiddenByRbac',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('New-AzRoleAssignment', {
      status: 400,
      code: 'PrincipalNotFound',
      message:
        'Principal 22222222222222222222222222222222 does not exist in the directory 33333333-3333-3333-3333-333333333333.',
    }),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', {
      status: 403,
      code: 'ForbiddenByRbac',
      message:
        'The operation is not allowed by RBAC. If role assignments were recently changed, please wait several minutes for role assignments to become effective.',
    }),
    activityLog(refusal),
  ],
  why: [
    {
      text: `Azure caches role assignments. A new direct one can take ${rolePropagationMinutes} minutes.`,
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'A role with data actions at a management group takes hours.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'A managed identity that gets its role through a group waits for its token to run out: about a day, and nobody can shorten it.',
      sources: ['managed-identity-best-practice'],
    },
    {
      text: 'An identity is so new that the directory where the role is assigned does not know it yet (PrincipalNotFound). Name the principal type in the call.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'Other changes take their own time: a virtual network service endpoint up to 15 minutes. For the firewall of a vault and its trusted-services option no time is documented.',
      lookAt: 'Wait five minutes after a change of the firewall, then look for a call in the audit log.',
      sources: ['key-vault-network'],
    },
    {
      text: 'Whether a service remembers a refusal for longer than the vault does is not documented.',
      lookAt: "Look in the vault's audit log whether the repeated call reached the vault at all.",
      sources: ['key-vault-logging'],
    },
  ],
  prevent: [
    {
      text: 'Let a template or pipeline wait after the grant, and repeat the key step instead of failing on the first refusal.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'Grant the identity directly on the vault, not through a group or a management group.',
      sources: ['managed-identity-best-practice', 'rbac-troubleshooting'],
    },
  ],
  perService: {
    synapse: {
      text: 'A template that creates, grants and activates in one go can fail at the activation for this reason: deploy it again.',
      sources: ['synapse-encryption', 'rbac-troubleshooting'],
    },
    databricks: {
      text: 'Seen at DBFS root: wait five to ten minutes after the grant, then repeat the update.',
      sources: ['databricks-powershell-dbfs-thread', 'rbac-troubleshooting'],
    },
    'machine-learning': {
      text: 'Compare appid in the message first: the grant may stand on the workspace identity, and Azure Cosmos DB be the one that is refused. Once granted, Cosmos DB heals within about an hour.',
      sources: ['ml-cmk-setup', 'cosmos-cmk-troubleshoot'],
    },
    'log-analytics': {
      text: '“Failed to validate key in Key Vault” is also the answer while the grant is on its way. Wait, then PATCH the key alone.',
      sources: ['log-analytics-cmk', 'rbac-troubleshooting'],
    },
    'health-data': {
      text: 'Wait, then send the same PUT with all settings again.',
      sources: ['rbac-troubleshooting', 'health-dicom-cmk'],
    },
    discovery: {
      text: 'Grant the identity and wait before you create the workspace: one that is Failed cannot be updated.',
      sources: ['discovery-identity', 'discovery-errors'],
    },
  },
  sources: ['rbac-troubleshooting', 'key-vault-rbac-portal', 'managed-identity-best-practice'],
};
