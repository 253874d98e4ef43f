import type { Claim } from './claim.ts';
import type { SourceId } from './sources.ts';

/** A built-in role that matters for customer-managed keys. */
export interface Role {
  readonly name: string;
  /** The role definition's GUID, the same in every tenant. */
  readonly guid: string;
  /** Where it is assigned: Azure RBAC on a vault or resource, or a Managed HSM's own local RBAC. */
  readonly plane: 'azure' | 'managed-hsm-local';
  readonly purpose: string;
  readonly source: SourceId;
}

/** Built-in roles by a short id. The GUIDs are those of Microsoft's role lists. */
export const roles = {
  'crypto-service-encryption-user': {
    name: 'Key Vault Crypto Service Encryption User',
    guid: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    plane: 'azure',
    purpose: 'For the identity that a service uses: read the key, wrap, unwrap. Least privilege.',
    source: 'key-vault-rbac-guide',
  },
  'crypto-officer': {
    name: 'Key Vault Crypto Officer',
    guid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    plane: 'azure',
    purpose: 'For the person who creates, enables, rotates and recovers keys.',
    source: 'key-vault-rbac-guide',
  },
  'crypto-user': {
    name: 'Key Vault Crypto User',
    guid: '12338af0-0e69-4776-bea7-57ae8d297424',
    plane: 'azure',
    purpose: 'All operations with a key. More than a service needs to wrap and unwrap.',
    source: 'key-vault-rbac-guide',
  },
  'key-vault-administrator': {
    name: 'Key Vault Administrator',
    guid: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    plane: 'azure',
    purpose: 'Everything inside a vault except who may use it. For emergencies.',
    source: 'key-vault-rbac-guide',
  },
  'key-vault-reader': {
    name: 'Key Vault Reader',
    guid: '21090545-7ca7-4776-b22c-e363652d74d2',
    plane: 'azure',
    purpose: 'For the person who looks: reads about keys and vaults, and cannot wrap.',
    source: 'key-vault-rbac-guide',
  },
  'purge-operator': {
    name: 'Key Vault Purge Operator',
    guid: 'a68e7c17-0ab2-4c09-9a58-125dae29748c',
    plane: 'azure',
    purpose: 'Destroys deleted vaults for good. Assign it to nobody who recovers a workspace.',
    source: 'key-vault-rbac-guide',
  },
  'data-access-administrator': {
    name: 'Key Vault Data Access Administrator',
    guid: '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    plane: 'azure',
    purpose: 'For the person who assigns the Key Vault data roles.',
    source: 'key-vault-rbac-guide',
  },
  'managed-hsm-crypto-service-encryption-user': {
    name: 'Managed HSM Crypto Service Encryption User',
    guid: '33413926-3206-4cdd-b39a-83574fe37a17',
    plane: 'managed-hsm-local',
    purpose: 'For the identity that a service uses on a Managed HSM: read the key, wrap, unwrap.',
    source: 'managed-hsm-roles',
  },
  'managed-hsm-crypto-user': {
    name: 'Managed HSM Crypto User',
    guid: '21dbd100-6940-42c2-9190-5d6cb909625b',
    plane: 'managed-hsm-local',
    purpose: 'For the person who creates and manages keys in a Managed HSM.',
    source: 'managed-hsm-roles',
  },
  'managed-hsm-crypto-officer': {
    name: 'Managed HSM Crypto Officer',
    guid: '515eb02d-2335-4d2d-92f2-b1cbdf9c3778',
    plane: 'managed-hsm-local',
    purpose: 'For the person who assigns local roles, and recovers deleted keys of a Managed HSM.',
    source: 'managed-hsm-roles',
  },
  'managed-hsm-administrator': {
    name: 'Managed HSM Administrator',
    guid: 'a290e904-7015-4bba-90c8-60543313cdb4',
    plane: 'managed-hsm-local',
    purpose: 'For the person who holds the security domain and assigns roles. Cannot use keys.',
    source: 'managed-hsm-roles',
  },
  'managed-identity-operator': {
    name: 'Managed Identity Operator',
    guid: 'f1a07417-d97a-45cb-824c-7a7467783830',
    plane: 'azure',
    purpose: 'For the person or pipeline that assigns a user-assigned identity to a resource.',
    source: 'built-in-identity-roles',
  },
  'discovery-platform-contributor': {
    name: 'Microsoft Discovery Platform Contributor (Preview)',
    guid: '01288891-85ee-45a7-b367-9db3b752fc65',
    plane: 'azure',
    purpose: 'For the identity of a Microsoft Discovery workspace: manage Discovery resources.',
    source: 'discovery-identity',
  },
} as const satisfies Record<string, Role>;

/** The short id of a role. */
export type RoleId = keyof typeof roles;

/** What people get wrong about roles. */
export const roleTraps: readonly Claim[] = [
  {
    text: 'Owner, Contributor and Key Vault Contributor manage a vault. They hold no permission on its keys.',
    sources: ['key-vault-rbac-guide'],
  },
  {
    text: 'A deleted vault is recovered by Key Vault Contributor together with Microsoft.KeyVault/locations/deletedVaults/read; a deleted key by Key Vault Crypto Officer.',
    sources: ['key-vault-recovery'],
  },
  {
    text: 'A vault that was deleted and recovered has lost its role assignments. Make them again.',
    sources: ['key-vault-soft-delete'],
  },
  {
    text: 'Owner of the subscription has no right to a key in a Managed HSM. A list of the local roles at / leaves out those on single keys.',
    sources: ['managed-hsm-access-control', 'managed-hsm-role-management'],
  },
  {
    text: 'A managed identity that gets a role through a group can wait a day for it, because its token is kept that long.',
    sources: ['managed-identity-best-practice'],
  },
];
