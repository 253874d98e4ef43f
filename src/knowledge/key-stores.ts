import type { RoleId } from './roles.ts';
import type { SourceId } from './sources.ts';

/** How a vault decides who may use its keys. */
export type PermissionModel = 'azure-rbac' | 'access-policy';

/** What an identity needs so that a service can use a key, in the words of each model. */
export const permissionModels: Readonly<
  Record<
    PermissionModel,
    { name: string; grants: string; role?: RoleId; keyPermissions?: readonly string[]; source: SourceId }
  >
> = {
  'azure-rbac': {
    name: 'Azure RBAC',
    grants: 'a role assignment',
    role: 'crypto-service-encryption-user',
    source: 'key-vault-rbac-guide',
  },
  'access-policy': {
    name: 'Access policies',
    grants: 'an access policy',
    keyPermissions: ['get', 'wrapKey', 'unwrapKey'],
    source: 'synapse-encryption',
  },
};

/** The longest time that Azure documents until a direct role assignment works, in minutes. Source: rbac-troubleshooting. */
export const rolePropagationMinutes = 10;

/** The API version of requests to a vault about its keys. Source: key-vault-keys-rest. */
export const keyApiVersion = '7.4';

/** API versions with which templates and REST calls address Key Vault and role assignments. */
export const apiVersions = {
  'Microsoft.KeyVault/vaults': '2026-02-01',
  'Microsoft.KeyVault/vaults/keys': '2026-02-01',
  'Microsoft.KeyVault/vaults/accessPolicies': '2026-02-01',
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2024-11-30',
  'Microsoft.Resources/deployments': '2025-04-01',
} as const;
