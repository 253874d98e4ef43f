import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.OnlineExperimentation/workspaces',
  apiVersion: '2025-08-01-preview',
  properties: {
    id: 0,
    identity: {
      principalId: 0,
      tenantId: 0,
      type: 1,
      userAssignedIdentities: { '*': { clientId: 0, principalId: 0 } },
    },
    location: 1,
    name: 1,
    properties: {
      appConfigurationResourceId: 1,
      encryption: {
        customerManagedKeyEncryption: {
          keyEncryptionKeyIdentity: { federatedClientId: 1, identityType: 1, userAssignedIdentityResourceId: 1 },
          keyEncryptionKeyUrl: 1,
        },
      },
      endpoint: 0,
      logAnalyticsWorkspaceResourceId: 1,
      logsExporterStorageAccountResourceId: 1,
      privateEndpointConnections: 0,
      provisioningState: 0,
      publicNetworkAccess: 1,
      workspaceId: 0,
    },
    sku: { name: 1, tier: 0 },
    systemData: 0,
    tags: { '*': 1 },
    type: 0,
  },
};
