import { readAuditLog } from '../audit-log.ts';
import { rolePropagationMinutes } from '../key-stores.ts';
import { hsmRequest, roleAssignmentsAt, vaultPath, vaultRequest } from '../rest.ts';
import { roles } from '../roles.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { assignHsmRole, assignRole } from './grants.ts';
import { activityLog, az, caller, portal, powerShell, terraform, vault } from './looks.ts';
import { lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Confirm that the role is not there',
      text: `Expect true, and no row with ${roles['crypto-service-encryption-user'].name}. A row older than ${rolePropagationMinutes} minutes: another cause. False or empty: access policies count, and no role.`,
      commands: {
        az: `az keyvault show --name "$VAULT" --query properties.enableRbacAuthorization
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment list --assignee-object-id "$PRINCIPAL_ID" --scope "$VAULT_ID" --include-inherited --output table`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
$keyVault.EnableRbacAuthorization
Get-AzRoleAssignment -ObjectId $principalId -Scope $keyVault.ResourceId`,
        REST: `${vaultRequest('GET')}\n\n${roleAssignmentsAt(vaultPath)}`,
      },
      sources: ['rbac-troubleshooting', 'key-vault-access-default'],
    },
    {
      ...lookAtVault,
      title: 'For a key in a Managed HSM: confirm in the HSM',
      needs: 'Managed HSM Administrator in the HSM',
      text: 'The list for / does not show what is assigned on one key, so ask for both.',
      commands: {
        az: `az keyvault role assignment list --hsm-name "$HSM" --assignee-object-id "$PRINCIPAL_ID" --scope "/keys/$KEY"
az keyvault role assignment list --hsm-name "$HSM" --assignee-object-id "$PRINCIPAL_ID" --scope /`,
        PowerShell: `"/keys/$key", '/' | ForEach-Object { Get-AzKeyVaultRoleAssignment -HsmName $hsm -ObjectId $principalId -Scope $_ }`,
        REST: ['keys/$KEY/', '']
          .map(
            (scope) =>
              `${hsmRequest('GET', `${scope}providers/Microsoft.Authorization/roleAssignments`)}&$filter=principalId%20eq%20'$PRINCIPAL_ID'`,
          )
          .join('\n\n'),
      },
      sources: ['managed-hsm-role-management'],
    },
    readAuditLog,
  ],
  fix: [assignRole, assignHsmRole],
};

const refusal = {
  status: 403,
  code: 'Forbidden',
  message: `Caller is not authorized to perform action on resource.
If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.
Caller: ${caller}
Action: 'Microsoft.KeyVault/vaults/keys/read'
Resource: '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-contoso/keys/cmk'
Assignment: (not found)
Vault: ${vault}`,
  inner: 'ForbiddenByRbac',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Set-AzStorageAccount', refusal),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', refusal),
    activityLog(refusal),
    az({
      status: 403,
      code: 'AccessDenied',
      message:
        'Not authorized to access Microsoft.KeyVault/managedHsm/keys/read/action on /keys/cmk (Activity ID: 44444444-4444-4444-4444-444444444444)',
    }),
  ],
  why: [
    {
      text: 'The role was never granted, or on another vault, key or identity. An application id is not an object id.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'Owner and Contributor on the vault hold no data action: they do not open a key, for the service or for you.',
      sources: ['key-vault-rbac-guide'],
    },
    {
      text: 'The vault was deleted and recovered: its role assignments do not come back.',
      sources: ['key-vault-soft-delete'],
    },
    {
      text: 'The vault was switched from access policies to Azure RBAC, and roles for the old entries were not made.',
      sources: ['key-vault-rbac-guide'],
    },
    {
      text: 'The identity was switched off and on, or made again. The portal shows the old assignment as “Identity not found”: remove it. A template that uses its name again ends in RoleAssignmentUpdateNotPermitted.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'A deny assignment stands over the vault: DenyAssignmentId in the message is not null. Then no role helps.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'In a Managed HSM, roles of Azure RBAC manage the HSM and do not open its keys.',
      sources: ['managed-hsm-access-control'],
    },
  ],
  prevent: [
    {
      text: 'Grant by object id before the update, wait, and check in the audit log that KeyGet succeeded.',
      sources: ['key-vault-rbac-guide', 'key-vault-logging'],
    },
    {
      text: 'In templates, make the name of a role assignment from scope, role and principalId, so that a new identity gets a new assignment.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'Use a user-assigned identity where the service allows it: it keeps its object id when the resource is made again.',
      sources: ['managed-identity-best-practice'],
    },
  ],
  perService: {
    synapse: {
      text: 'The identity comes into being with the workspace. Create, grant, then activate.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'Managed services calls as the application AzureDatabricks; managed disks and DBFS root call with identities of the managed resource group. Each needs its own grant.',
      sources: ['databricks-services-key', 'databricks-quickstart'],
    },
    'machine-learning': {
      text: 'The caller is not one identity: Cosmos DB calls as its application, storage as the identity that the key settings name. Compare the object id.',
      sources: ['ml-cmk-setup', 'ml-hub-cmk'],
    },
    'log-analytics': {
      text: 'The caller is the identity of the cluster, not of a workspace. Create the cluster, grant, then set the key.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'Two services of one workspace are two identities, and need two grants. The templates of the pages give a wider role on the whole resource group; it is not needed.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: {
      text: 'The vault must use Azure RBAC. Which identity reads the key is not documented; the workspace identity is expected.',
      lookAt: "Compare the object id in the vault's audit log with the principalId of the workspace identity.",
      sources: ['discovery-cmk', 'discovery-identity'],
    },
    'online-experimentation': {
      text: 'Which role the service needs is not documented; that of the other services is expected, for the identity in keyEncryptionKeyIdentity.',
      lookAt: "Look at the refused action in the vault's audit log.",
      sources: ['online-experimentation-models'],
    },
    storage: {
      text: 'For a Managed HSM, assign the local role on /keys/ and the name of the key.',
      sources: ['storage-cmk-hsm'],
    },
  },
  sources: [
    'key-vault-rbac-guide',
    'rbac-troubleshooting',
    'key-vault-rbac-report',
    'recovery-services-rbac-report',
    'managed-hsm-refusal-report',
  ],
};
