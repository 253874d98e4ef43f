import type { Choices } from '../choices.ts';
import { identityBlock, identityId } from '../identity.ts';
import type { KeyAddress } from '../key-store.ts';
import { param, read, type Structure, when } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const staged = ({ identity }: Choices): boolean => identity === 'system-assigned';
const source = 'Microsoft.Keyvault';

const keyVaultProperties = ({ host, name }: KeyAddress): Structure => ({ keyvaulturi: host, keyname: name });

/** Queues and tables are covered only if the account is created so. */
const services: Structure = {
  blob: { enabled: true, keyType: 'Account' },
  file: { enabled: true, keyType: 'Account' },
  queue: { enabled: true, keyType: 'Account' },
  table: { enabled: true, keyType: 'Account' },
};

function encryption(choices: Choices, key: KeyAddress): Structure {
  return staged(choices)
    ? {
        services,
        keySource: when(param('keyGranted'), source),
        keyvaultproperties: when(param('keyGranted'), keyVaultProperties(key)),
      }
    : {
        services,
        keySource: source,
        keyvaultproperties: keyVaultProperties(key),
        identity: { userAssignedIdentity: identityId(choices) },
      };
}

/** The templates of Storage: at creation only a user-assigned identity can read the key. */
export const storageTemplates: ServiceTemplates = {
  symbol: 'account',
  why: 'The storage account; without a version it follows the newest one of the key.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    sku: { name: param('storageSku') },
    kind: 'StorageV2',
    identity: identityBlock(choices),
    properties: {
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      publicNetworkAccess: param('publicNetworkAccess'),
      encryption: encryption(choices, key),
    },
  }),
  ownPrincipals: (choices) => (staged(choices) ? { principalId: read('account', 'identity.principalId') } : {}),
  principals: () => ['principalId'],
  staged,
  newStore: () => ({ closed: true, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (choices, key) => ({
    properties: {
      encryption: {
        keySource: source,
        // An empty version follows the newest; one that is left out keeps a version that was pinned.
        keyvaultproperties: { ...keyVaultProperties(key), keyversion: '' },
        identity: { userAssignedIdentity: choices.identity === 'user-assigned' ? identityId(choices) : '' },
      },
    },
  }),
  revert: () => ({ properties: { encryption: { keySource: 'Microsoft.Storage' } } }),
  followsNewest: true,
  before: () => [
    'Whether queues and tables are covered by the key is decided now: here they are.',
    'The vault has purge protection on; it may be in another region or subscription.',
  ],
};
