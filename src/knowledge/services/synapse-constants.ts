import { permissionModels } from '../key-stores.ts';

const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];

/** Facts about customer-managed keys of Azure Synapse Analytics workspaces. Source unless noted: synapse-encryption. */
export const synapse = {
  apiVersion: '2021-06-01',
  resourceType: 'Microsoft.Synapse/workspaces',
  keyResourceType: 'Microsoft.Synapse/workspaces/keys',
  /** The `/keys` child that the Azure CLI creates when no name is given. Source: synapse-cli. */
  defaultKeyName: 'default',
  /** Permissions that the identity needs on the key. */
  keyPermissions,
  /** Values of `properties.encryption.cmk.status` seen in recorded responses. Source: synapse-cli-recordings. */
  cmkStatus: {
    AwaitingUserAction: 'waits for the grant and for activation',
    ActivatingWorkspace: 'activation is running',
    Updating: 'data is being re-encrypted',
    Consistent: 'the key is in use',
  },
  /** How long a switch to another key takes before the next one may start, in minutes. */
  switchMinutes: [15, 30],
  /** A user-assigned identity cannot be used for the key when the vault is behind a firewall. */
  userAssignedBehindFirewall: false,
  /** Dedicated SQL pool restore points after a delete, in days. Source: synapse-sql-backup. */
  restorePointDays: 7,
} as const;
