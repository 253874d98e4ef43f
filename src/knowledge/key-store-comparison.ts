import type { Sources } from './claim.ts';
import { type Role, roles } from './roles.ts';

/** A cell of the comparison: plain words, a host name, or the role that a service needs there. */
type Cell = string | { readonly host: string } | Role;

/** One property of the key stores, side by side. */
export interface StoreProperty {
  readonly property: string;
  readonly vault: Cell;
  readonly hsm: Cell;
  readonly sources: Sources;
}

/**
 * What tells a vault from a Managed HSM where customer-managed keys are concerned. A Premium vault is named where it
 * differs from a Standard one.
 *
 * @example keyStoreComparison[0].vault // 'RSA in software; in Premium also RSA-HSM, and oct-HSM in preview'
 */
export const keyStoreComparison: readonly StoreProperty[] = [
  {
    property: 'Keys that wrap and unwrap',
    vault: 'RSA in software; in Premium also RSA-HSM, and oct-HSM in preview',
    hsm: 'RSA-HSM, oct-HSM',
    sources: ['key-vault-keys', 'managed-hsm-keys'],
  },
  {
    property: 'Address ends in',
    vault: { host: 'vault.azure.net' },
    hsm: { host: 'managedhsm.azure.net' },
    sources: ['key-vault-keys', 'managed-hsm-network'],
  },
  {
    property: 'Who may use a key',
    vault: 'Azure RBAC or access policies, one of the two',
    hsm: 'Its own local RBAC, nothing else',
    sources: ['key-vault-rbac-guide', 'managed-hsm-access-control'],
  },
  {
    property: 'Role for the service',
    vault: roles['crypto-service-encryption-user'],
    hsm: roles['managed-hsm-crypto-service-encryption-user'],
    sources: ['key-vault-rbac-guide', 'managed-hsm-roles'],
  },
  {
    property: 'Hardware',
    vault: 'Shared between customers',
    hsm: 'A pool of your own, which you activate first',
    sources: ['managed-hsm-overview'],
  },
  {
    property: 'Soft delete',
    vault: 'Always on, 7 to 90 days, 90 unless set otherwise',
    hsm: 'Always on; a deleted HSM goes on being billed',
    sources: ['key-vault-recovery', 'managed-hsm-soft-delete'],
  },
  {
    property: 'Purge protection',
    vault: 'You switch it on; nobody can switch it off',
    hsm: 'You switch it on',
    sources: ['key-vault-recovery', 'managed-hsm-soft-delete'],
  },
  {
    property: 'Firewall',
    vault: '1,000 IPv4 rules, 200 virtual network rules, private endpoints, trusted services, perimeter',
    hsm: '10 IPv4 rules, private endpoints, trusted services',
    sources: ['key-vault-network', 'managed-hsm-network'],
  },
  {
    property: 'Shortest automatic rotation',
    vault: '7 days; each rotation is charged',
    hsm: '28 days, free; 100 versions of a key at most',
    sources: ['key-vault-rotation', 'managed-hsm-rotation'],
  },
];
