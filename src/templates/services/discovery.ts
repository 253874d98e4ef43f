import { identityId } from '../identity.ts';
import { param, text } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

/** The templates of Microsoft Discovery: a user-assigned identity from the start, and a versioned key. */
export const discoveryTemplates: ServiceTemplates = {
  symbol: 'workspace',
  why: 'The workspace, with its key from the start: this cannot be switched on later, and the vault cannot be changed.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    properties: {
      customerManagedKeys: 'Enabled',
      keyVaultProperties: { keyVaultUri: text`${key.host}/`, keyName: key.name, keyVersion: key.version },
      logAnalyticsClusterId: param('logAnalyticsClusterId'),
      workspaceIdentity: { id: identityId(choices) },
      publicNetworkAccess: param('publicNetworkAccess'),
      agentSubnetId: param('agentSubnetId'),
      privateEndpointSubnetId: param('privateEndpointSubnetId'),
      workspaceSubnetId: param('workspaceSubnetId'),
    },
  }),
  ownPrincipals: () => ({}),
  principals: () => ['principalId'],
  // Microsoft Discovery is not on Key Vault's list of trusted services.
  newStore: () => ({ closed: false, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (_, key) => ({ properties: { keyVaultProperties: { keyName: key.name, keyVersion: key.version } } }),
  before: () => [
    'A Log Analytics dedicated cluster with a customer-managed key must exist first.',
    'The identity also needs Microsoft Discovery Platform Contributor, Storage Blob Data Contributor and AcrPull.',
    'Not confirmed: that the key is read by this identity. If the key is refused, look in the log of the vault for who asked.',
    'A workspace that ends Failed cannot be updated: it is deleted and deployed again under a new name.',
  ],
};
