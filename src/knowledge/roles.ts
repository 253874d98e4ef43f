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
