import type { ServiceScenarios } from './scenario.ts';

/** Storage: a PATCH turns the key on, changes it, or goes back, at any time. */
export const storageScenarios: ServiceScenarios = {
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2026-04-01',
  names: ['accountName'],
  method: 'PATCH',
  methodSource: 'storage-cmk-existing',
  variants: {},
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { scenario: 'activate' },
      because: 'Only a Synapse workspace waits for activation; a storage account has its key when the update succeeds.',
      source: 'storage-cmk',
    },
  ],
  verify: {
    query: '{state:provisioningState, encryption:properties.encryption, identity:identity}',
    expect:
      'Expect keySource Microsoft.Keyvault, or Microsoft.Storage after a revert, and the version that you meant in currentVersionedKeyIdentifier.',
  },
  regrant: [
    'Access to the key for the new identity of the account.',
    'Role assignments on the account, private endpoints, and every client that holds an account key.',
  ],
  lost: ['All blobs, files, queues and tables of the old account. Copy them to the new one and compare first.'],
  survives: ['The vault and its keys, user-assigned identities.'],
  lostSource: 'storage-cmk',
};
