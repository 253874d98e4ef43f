import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.Discovery/workspaces',
  apiVersion: '2026-06-01',
  properties: {
    id: 0,
    location: 1,
    name: 1,
    properties: {
      agentSubnetId: 1,
      customerManagedKeys: 1,
      keyVaultProperties: { keyName: 1, keyVaultUri: 1, keyVersion: 1 },
      logAnalyticsClusterId: 1,
      managedOnBehalfOfConfiguration: 0,
      managedResourceGroup: 0,
      privateEndpointConnections: 0,
      privateEndpointSubnetId: 1,
      provisioningState: 0,
      publicNetworkAccess: 1,
      supercomputerIds: 1,
      workspaceApiUri: 0,
      workspaceIdentity: { clientId: 0, id: 1, principalId: 0 },
      workspaceSubnetId: 1,
      workspaceUiUri: 0,
    },
    systemData: 0,
    tags: { '*': 1 },
    type: 0,
  },
};
