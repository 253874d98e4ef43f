import { apiVersions, permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import { anyVersion, hsmRequest, inTurn, managerRequest, roleAssignment, vaultPath } from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import { changeVault } from './shared.ts';

const vaultRole = roles['crypto-service-encryption-user'];
const hsmRole = roles['managed-hsm-crypto-service-encryption-user'];
const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];

/** Gives the identity the role on a vault that works with Azure RBAC. */
export const assignRole: Step = {
  ...changeVault,
  title: 'Assign the role on a vault with Azure RBAC',
  needs: `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`,
  text: `${vaultRole.name} lets the identity read the key, wrap and unwrap, and no more. Grant an object id, never an application id.`,
  takes: `up to ${rolePropagationMinutes} minutes`,
  undo: 'az role assignment delete with the same assignee, role and scope.',
  commands: {
    az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"`,
    PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
    REST: roleAssignment(vaultPath, vaultRole.guid, 'ServicePrincipal'),
  },
  sources: ['key-vault-rbac-guide', 'rbac-troubleshooting'],
};

/** Gives the identity the local role on one key of a Managed HSM. */
export const assignHsmRole: Step = {
  ...changeVault,
  title: 'Assign the local role in a Managed HSM',
  needs: 'Managed HSM Administrator in the HSM',
  text: 'Only for a key in a Managed HSM. Roles of Azure RBAC, Owner too, do not open its keys.',
  takes: 'not documented; try again after ten minutes',
  undo: 'az keyvault role assignment delete with the same assignee, role and scope.',
  commands: {
    az: `az keyvault role assignment create --hsm-name "$HSM" --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --role ${hsmRole.guid} --scope "/keys/$KEY"`,
    PowerShell: `New-AzKeyVaultRoleAssignment -HsmName $hsm -ObjectId $principalId -RoleDefinitionName '${hsmRole.name}' -Scope "/keys/$key"`,
    REST: inTurn(
      hsmRequest('GET', 'providers/Microsoft.Authorization/roleDefinitions'),
      hsmRequest(
        'PUT',
        'keys/$KEY/providers/Microsoft.Authorization/roleAssignments/{new GUID}',
        `{"properties": {"roleDefinitionId": "{id of ${hsmRole.name} in the answer}", "principalId": "$PRINCIPAL_ID"}}`,
      ),
    ),
  },
  sources: ['managed-hsm-access-control', 'managed-hsm-role-management'],
};

/** Gives the identity an entry on a vault that works with access policies. */
export const addAccessPolicy: Step = {
  ...changeVault,
  title: 'Add the access policy on a vault with access policies',
  needs: 'Key Vault Contributor on the vault',
  text: 'This leaves the entries of others alone. If this identity has an entry already, its key permissions are replaced: repeat the ones that it has. Never redeploy the vault for one entry: a template replaces them all.',
  takes: 'at once, or after a few tries within minutes',
  undo: 'The same command with the permissions that were there. az keyvault delete-policy removes all that this identity has.',
  commands: {
    az: `az keyvault set-policy --name "$VAULT" --object-id "$PRINCIPAL_ID" --key-permissions ${keyPermissions.join(' ')}`,
    PowerShell: `Set-AzKeyVaultAccessPolicy -VaultName $vault -ObjectId $principalId -PermissionsToKeys ${keyPermissions.join(',')} -BypassObjectIdValidation`,
    REST: managerRequest(
      'PUT',
      `${vaultPath}/accessPolicies/add`,
      apiVersions['Microsoft.KeyVault/vaults/accessPolicies'],
      `{"properties": {"accessPolicies": [{"tenantId": "$TENANT", "objectId": "$PRINCIPAL_ID", "permissions": {"keys": ${JSON.stringify(keyPermissions)}}}]}}`,
    ),
  },
  sources: ['key-vault-access-issues', 'key-vault-rest-errors'],
};

/** What is the same whenever an identity is given to a resource; each service has its own call for it. */
export const assignIdentity = {
  kind: 'fix',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Contributor on the resource, and Managed Identity Operator on a user-assigned identity',
  sources: ['managed-identity-issues', 'rbac-troubleshooting'],
} as const satisfies Partial<Step>;

const readIdentity = managerRequest(
  'GET',
  '$IDENTITY_ID',
  apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities'],
);

/**
 * The calls of a grant, to the principal that the call before them answered with.
 *
 * @example toAnswered(assignRole)
 */
/* @__NO_SIDE_EFFECTS__ */
export function toAnswered(grant: Step): string {
  return grant.commands?.REST?.replace('$PRINCIPAL_ID', '{the principalId of the answer}') ?? '';
}

/**
 * The same grant, to the object id that these lines read instead of the one that the message names.
 *
 * @example grantTo(assignRole, 'For the identity of the cluster.', 'PRINCIPAL_ID=…', '$principalId = …', 'GET …')
 */
/* @__NO_SIDE_EFFECTS__ */
export function grantTo(grant: Step, text: string, az: string, powerShell: string, rest: string): Step {
  return {
    ...grant,
    text: `${text} ${grant.text}`,
    commands: {
      az: `${az}\n${grant.commands?.az}`,
      PowerShell: `${powerShell}\n${grant.commands?.PowerShell}`,
      REST: inTurn(rest, toAnswered(grant)),
    },
  };
}

/**
 * The same grant for the identity that the resource has now, whatever id the message names.
 *
 * @example toNewIdentity(assignRole)
 */
/* @__NO_SIDE_EFFECTS__ */
export function toNewIdentity(grant: Step): Step {
  return grantTo(
    grant,
    'For a user-assigned identity, put its principalId in instead.',
    'PRINCIPAL_ID=$(az resource show --ids "$RESOURCE_ID" --query identity.principalId --output tsv)',
    '$principalId = (Get-AzResource -ResourceId $resourceId).Identity.PrincipalId',
    managerRequest('GET', '$RESOURCE_ID', anyVersion),
  );
}

/**
 * The same grant for the user-assigned identity that IDENTITY_ID names.
 *
 * @example toUserAssigned(assignRole)
 */
/* @__NO_SIDE_EFFECTS__ */
export function toUserAssigned(grant: Step): Step {
  return grantTo(
    grant,
    'For the user-assigned identity.',
    'PRINCIPAL_ID=$(az identity show --ids "$IDENTITY_ID" --query principalId --output tsv)',
    '$principalId = (Get-AzResource -ResourceId $identityId -ExpandProperties).Properties.principalId',
    readIdentity,
  );
}

/**
 * The same grant for the user-assigned identity whose resource id the reader gives.
 *
 * @example toUserAssignedIdentity(assignRole)
 */
/* @__NO_SIDE_EFFECTS__ */
export function toUserAssignedIdentity(grant: Step): Step {
  const granted = toUserAssigned(grant);
  return { ...granted, text: `To the user-assigned identity, before the resource uses it. ${grant.text}` };
}
