import { readAuditLog } from '../audit-log.ts';
import { vaultRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { addAccessPolicy } from './grants.ts';
import { activityLog, az, caller, portal, powerShell, terraform, vault } from './looks.ts';
import { lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Confirm that the entry is not there',
      text: 'Expect rbac false or empty, and no entry with all three permissions for the object id from the message. An entry with an applicationId, or with another tenant than the vault, does not count. True: a role is missing instead.',
      commands: {
        az: `az keyvault show --name "$VAULT" \\
  --query "properties.{rbac:enableRbacAuthorization, tenant:tenantId, entries:accessPolicies[?objectId=='$PRINCIPAL_ID'].{tenant:tenantId, applicationId:applicationId, keys:permissions.keys}}"`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
$keyVault | Format-List EnableRbacAuthorization, TenantId
$keyVault.AccessPolicies | Where-Object ObjectId -eq $principalId | Format-List TenantId, ApplicationId, PermissionsToKeys`,
        REST: vaultRequest('GET'),
      },
      sources: ['key-vault-access-default', 'key-vault-access-issues', 'synapse-encryption'],
    },
    readAuditLog,
  ],
  fix: [addAccessPolicy],
};

/* @__NO_SIDE_EFFECTS__ */
const refusal = (permission: string, inner: string) => ({
  status: 403,
  code: 'Forbidden',
  message: `The user, group or application '${caller}' does not have keys ${permission} permission on key vault '${vault}'.`,
  inner,
});

export const page: CausePage = {
  looks: [
    az(refusal('get', 'AccessDenied')),
    powerShell('Update-AzDatabricksWorkspace', refusal('get', 'AccessDenied')),
    terraform('updating Workspace', refusal('wrapKey', 'ForbiddenByPolicy')),
    portal('Failed to update the workspace', refusal('unwrapKey', 'AccessDenied')),
    activityLog(refusal('get', 'AccessDenied')),
  ],
  why: [
    {
      text: 'The entry was never made, or made for another object: many objects share a name, and an application id is not an object id.',
      sources: ['key-vault-rest-errors', 'key-vault-access-issues'],
    },
    {
      text: 'The entry was made as an “authorized application”, or with the tenant of another directory than that of the vault. Neither counts for this identity.',
      sources: ['synapse-encryption', 'key-vault-access-issues'],
    },
    {
      text: 'The vault was redeployed from a template that lists other entries. Resource Manager replaces the whole list; it does not merge.',
      sources: ['key-vault-access-issues'],
    },
    {
      text: 'The entry has wrapKey and unwrapKey, and lacks get.',
      sources: ['key-get-missing-report'],
    },
    {
      text: 'The identity was switched off and on, or made again: it has a new object id, and the entry still names the old one.',
      sources: ['managed-identity-issues'],
    },
    {
      text: 'A vault takes 1024 entries. With a full list, the entry could not be added.',
      sources: ['bicep-types'],
    },
    {
      text: 'Two codes stand beside the same sentence, AccessDenied and ForbiddenByPolicy. What tells them apart is not documented.',
      lookAt: 'Look at the permission and the object id in the sentence. The fix is the same.',
      sources: ['databricks-cmk-report', 'key-get-missing-report'],
    },
  ],
  prevent: [
    {
      text: 'Change entries with set-policy or with the child resource accessPolicies/add, never by redeploying the vault.',
      sources: ['key-vault-access-issues'],
    },
    {
      text: 'Move the vault to Azure RBAC in order: note the entries, make the roles, switch, test. Switching first takes access from everybody at once.',
      sources: ['key-vault-rbac-migration', 'key-vault-rbac-guide'],
    },
  ],
  services: [
    'synapse',
    'databricks',
    'machine-learning',
    'log-analytics',
    'health-data',
    'online-experimentation',
    'storage',
  ],
  perService: {
    synapse: {
      text: 'Choose the workspace identity as the principal, and no “authorized application”.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'The refused caller is the application AzureDatabricks for managed services, and an identity of the managed resource group for disks and DBFS root. Compare the object id.',
      sources: ['databricks-services-key', 'databricks-cmk-report'],
    },
    'machine-learning': {
      text: 'Redeploying the vault with an empty list of entries is a known way to lose them.',
      sources: ['ml-policies-wiped-thread'],
    },
    'log-analytics': {
      text: 'The caller is the identity of the cluster, not of a workspace.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'The pages describe a role only. get, wrapKey and unwrapKey follow from Azure SQL, which FHIR is built on.',
      lookAt: "Look at the refused operation in the vault's audit log.",
      sources: ['sql-tde-troubleshoot', 'health-fhir-cmk'],
    },
    'online-experimentation': {
      text: 'Which access policy the service needs is not documented; get, wrapKey and unwrapKey are expected.',
      lookAt: "Look at the refused operation in the vault's audit log.",
    },
    storage: {
      text: 'The caller is the identity that the encryption settings of the account name.',
      sources: ['storage-cmk-existing'],
    },
  },
  sources: ['key-vault-error-codes', 'databricks-cmk-report', 'key-vault-access-issues', 'key-vault-rest-errors'],
};
