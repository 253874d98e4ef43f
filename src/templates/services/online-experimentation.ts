import type { Choices } from '../choices.ts';
import { identityBlock, identityId } from '../identity.ts';
import type { KeyAddress } from '../key-store.ts';
import { param, read, type Structure, when } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const staged = ({ identity }: Choices): boolean => identity === 'system-assigned';

const encryption = (choices: Choices, { versionless }: KeyAddress): Structure => ({
  customerManagedKeyEncryption: {
    keyEncryptionKeyUrl: versionless,
    keyEncryptionKeyIdentity:
      choices.identity === 'system-assigned'
        ? { identityType: 'SystemAssignedIdentity' }
        : { identityType: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId(choices) },
  },
});

/** The templates of Online Experimentation, a preview. */
export const onlineExperimentationTemplates: ServiceTemplates = {
  symbol: 'workspace',
  why: 'The workspace. The identity that reads the key is named beside it, and attached.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    identity: identityBlock(choices),
    sku: { name: param('experimentationSku') },
    properties: {
      appConfigurationResourceId: param('appConfigurationId'),
      logAnalyticsWorkspaceResourceId: param('logAnalyticsWorkspaceId'),
      logsExporterStorageAccountResourceId: param('exportStorageId'),
      publicNetworkAccess: param('publicNetworkAccess'),
      encryption: staged(choices) ? when(param('keyGranted'), encryption(choices, key)) : encryption(choices, key),
    },
  }),
  ownPrincipals: (choices) => (staged(choices) ? { principalId: read('workspace', 'identity.principalId') } : {}),
  principals: () => ['principalId'],
  staged,
  // The service is not on Key Vault's list of trusted services.
  newStore: () => ({ closed: false, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (choices, key) => ({ properties: { encryption: encryption(choices, key) } }),
  before: () => [
    'This is a preview: sizes of keys, regions of vaults and firewalls are not documented. Try it where nobody needs it.',
    'The App Configuration store cannot be changed later.',
  ],
};
