import type { Choices } from '../choices.ts';
import { identityBlock, identityId } from '../identity.ts';
import { context, id, param, read, text } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const serviceSide = ({ variant }: Choices): boolean => variant.endsWith('service-side');
const hub = ({ variant }: Choices): boolean => variant.startsWith('hub');

/** The vault must be in the subscription of the workspace. */
const vaultId = ({ origin }: Choices) =>
  origin === 'new'
    ? id('vault')
    : text`/subscriptions/${context('subscriptionId')}/resourceGroups/${param('vaultResourceGroup')}/providers/Microsoft.KeyVault/vaults/${param('vaultName')}`;

/** The templates of Machine Learning: in the managed resource group it is Azure Cosmos DB that reads the key. */
export const machineLearningTemplates: ServiceTemplates = {
  symbol: 'workspace',
  why: 'The workspace or hub, with its key from the start: neither key nor vault nor model can be chosen later.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    kind: hub(choices) ? 'Hub' : 'Default',
    sku: { name: 'Basic', tier: 'Basic' },
    identity: identityBlock(choices),
    properties: {
      friendlyName: param('workspaceName'),
      storageAccount: param('associatedStorageId'),
      keyVault: param('associatedVaultId'),
      applicationInsights: param('applicationInsightsId'),
      publicNetworkAccess: param('publicNetworkAccess'),
      ...(choices.identity === 'user-assigned' && { primaryUserAssignedIdentity: identityId(choices) }),
      enableServiceSideCMKEncryption: serviceSide(choices),
      encryption: {
        status: 'Enabled',
        ...(choices.identity === 'user-assigned' && { identity: { userAssignedIdentity: identityId(choices) } }),
        keyVaultProperties: { keyVaultArmId: vaultId(choices), keyIdentifier: key.versioned },
      },
    },
  }),
  applications: (choices) => (serviceSide(choices) ? [] : ['cosmosDbPrincipalId']),
  ownPrincipals: ({ identity }) =>
    identity === 'system-assigned' ? { principalId: read('workspace', 'identity.principalId') } : {},
  principals: (choices) => (serviceSide(choices) ? ['principalId'] : ['cosmosDbPrincipalId', 'principalId']),
  // Hubs list 2048 bits only; AI Search asks for encrypt and decrypt as well.
  newStore: (choices) => ({
    closed: !serviceSide(choices),
    keySize: hub(choices) ? 2048 : 3072,
    keyOps: ['wrapKey', 'unwrapKey', 'encrypt', 'decrypt'],
  }),
  change: (_, key) => ({
    properties: { encryption: { keyVaultProperties: { keyIdentifier: key.versioned } } },
  }),
  before: (choices) => [
    'Vault, key and workspace must be in the same region, subscription and tenant, with purge protection on.',
    ...(serviceSide(choices)
      ? ['In the service-side model the vault must not have public network access disabled.']
      : [
          'The first-party application Azure Machine Learning needs Contributor on the subscription, to build the managed resource group.',
        ]),
    ...(choices.identity === 'user-assigned'
      ? [
          'The user-assigned identity must be allowed to create the storage account, the search service and the database account.',
        ]
      : []),
  ],
};
