import type { KnownError } from './error.ts';

const services = ['synapse'] as const;

export const synapseErrors: readonly KnownError[] = [
  {
    text: 'WorkspaceActivationRequired',
    kind: 'code',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'activation-pending',
    meaning: 'The workspace waits for the grant and for activation. Administrators and SQL pools come afterwards.',
    sources: ['synapse-activation-thread', 'synapse-admin-thread'],
  },
  {
    text: 'Workspace activation failed. Click here to retry activation or contact support',
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'activation-pending',
    also: [
      'rbac-role-missing',
      'access-policy-missing',
      'vault-protection-missing',
      'vault-network-blocked',
      'key-operation-not-allowed',
      'key-type-unsupported',
    ],
    meaning:
      'The portal says so when the grant, purge protection, the network, the operations or the type of the key stand in the way.',
    sources: ['synapse-encryption'],
  },
  {
    text: 'CannotAddWorkspaceKey',
    kind: 'code',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'encryption-settings-invalid',
    meaning: 'The identifier stands already under another workspace key. Use the name that it has.',
    sources: ['synapse-key-name-thread'],
  },
  {
    text: 'Workspace key request validation has failed',
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'encryption-settings-invalid',
    meaning: 'An old Azure CLI sent the workspace key without isActiveCMK. Activate with a current one.',
    sources: ['synapse-cli-activate-thread'],
  },
  {
    text: 'Failed to load one or more resources due to no access, error code 403',
    kind: 'fragment',
    http: 403,
    refusedBy: 'identity-platform',
    services,
    cause: 'identity-token-failure',
    meaning: 'Synapse Studio after a move to another tenant: the system-assigned identity is gone.',
    sources: ['synapse-tenant-move'],
  },
  {
    text: 'does not have the required Synapse RBAC permission',
    kind: 'fragment',
    http: 403,
    refusedBy: null,
    services,
    cause: 'not-cmk',
    meaning: 'You lack a Synapse role in Studio. No key is involved.',
    sources: ['synapse-tenant-move', 'synapse-rbac-roles'],
  },
];
