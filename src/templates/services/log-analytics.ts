import type { Choices } from '../choices.ts';
import { identityBlock } from '../identity.ts';
import type { KeyAddress } from '../key-store.ts';
import { param, read, type Structure, when } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

/** An empty version follows the newest one; a key in a Managed HSM also needs its size. */
const keyVaultProperties = ({ store }: Choices, { host, name }: KeyAddress): Structure => ({
  keyVaultUri: host,
  keyName: name,
  keyVersion: '',
  ...(store === 'managed-hsm' && { keyRsaSize: param('keyRsaSize') }),
});

const staged = ({ identity }: Choices): boolean => identity === 'system-assigned';

/** The templates of Log Analytics: the dedicated cluster, which holds the key for the workspaces that are linked to it. */
export const logAnalyticsTemplates: ServiceTemplates = {
  symbol: 'cluster',
  why: 'The dedicated cluster. Billing for the commitment tier starts when it is created.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    identity: identityBlock(choices),
    sku: { name: 'CapacityReservation', capacity: param('commitmentTier') },
    properties: {
      billingType: 'Cluster',
      keyVaultProperties: staged(choices)
        ? when(param('keyGranted'), keyVaultProperties(choices, key))
        : keyVaultProperties(choices, key),
    },
  }),
  ownPrincipals: (choices) => (staged(choices) ? { principalId: read('cluster', 'identity.principalId') } : {}),
  principals: () => ['principalId'],
  staged,
  newStore: () => ({ closed: true, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (choices, key) => ({ properties: { keyVaultProperties: keyVaultProperties(choices, key) } }),
  // Null or an empty object does nothing: the three texts must be empty.
  revert: () => ({ properties: { keyVaultProperties: { keyVaultUri: '', keyName: '', keyVersion: '' } } }),
  followsNewest: true,
  before: () => [
    'A cluster costs its commitment tier from the first hour, and takes about two hours to be created.',
    'Link workspaces only when the cluster is Succeeded: what is ingested before is lost.',
    'Availability zones and double encryption are left to the service here, and cannot be changed later.',
  ],
};
