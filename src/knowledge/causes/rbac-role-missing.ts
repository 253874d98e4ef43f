import { rolePropagationMinutes } from '../key-stores.ts';
import { roles } from '../roles.ts';
import type { CausePage, CausePlan } from './cause.ts';

const vaultRole = roles['crypto-service-encryption-user'];
const hsmRole = roles['managed-hsm-crypto-service-encryption-user'];

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Confirm that the role is not there',
      risk: 'safe',
      who: 'vault-administrator',
      needs: 'Reader on the vault',
      text: `Expect true, and no row with ${vaultRole.name}. A row that is older than ${rolePropagationMinutes} minutes means another cause. False or empty means that the vault uses access policies, and a role has no effect.`,
      commands: {
        az: `az keyvault show --name "$VAULT" --query properties.enableRbacAuthorization
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment list --assignee-object-id "$PRINCIPAL_ID" --scope "$VAULT_ID" --include-inherited --output table`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
$keyVault.EnableRbacAuthorization
Get-AzRoleAssignment -ObjectId $principalId -Scope $keyVault.ResourceId`,
      },
      sources: ['rbac-troubleshooting', 'key-vault-access-default'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Assign the role',
      risk: 'changes-access',
      who: 'vault-administrator',
      needs: `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`,
      text: `${vaultRole.name} lets the identity read the key, wrap and unwrap, and no more. Grant the object id from the message, not an application id. For a key in a Managed HSM, assign ${hsmRole.name} in the HSM instead.`,
      takes: `up to ${rolePropagationMinutes} minutes`,
      undo: 'az role assignment delete with the same assignee, role and scope.',
      commands: {
        az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
      },
      sources: ['key-vault-rbac-guide', 'rbac-troubleshooting'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (Forbidden) Caller is not authorized to perform action on resource.
If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.
Caller: appid=11111111-1111-1111-1111-111111111111;oid=22222222-2222-2222-2222-222222222222;iss=https://sts.windows.net/33333333-3333-3333-3333-333333333333/
Action: 'Microsoft.KeyVault/vaults/keys/read'
Resource: '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-contoso/keys/cmk'
Assignment: (not found)
Vault: kv-contoso;location=westeurope
Inner error: { "code": "ForbiddenByRbac" }`,
    },
    // … one each for PowerShell, Terraform, portal
  ],
  why: [
    {
      text: 'The role was never granted, or on another vault, key or identity.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'The vault was deleted and recovered: its role assignments do not come back.',
      sources: ['key-vault-soft-delete'],
    },
  ],
  prevent: [
    {
      text: 'Grant by object id before the update, wait, and check in the audit log that KeyGet succeeded.',
      sources: ['key-vault-rbac-guide'],
    },
  ],
  sources: ['key-vault-rbac-guide', 'rbac-troubleshooting'],
};
