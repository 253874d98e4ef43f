import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.HealthcareApis/workspaces/dicomservices',
  apiVersion: '2024-03-31',
  properties: {
    etag: 1,
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
      authenticationConfiguration: { audiences: 0, authority: 0 },
      corsConfiguration: { allowCredentials: 1, headers: 1, maxAge: 1, methods: 1, origins: 1 },
      enableDataPartitions: 1,
      encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: 1 } },
      eventState: 0,
      privateEndpointConnections: 0,
      provisioningState: 0,
      publicNetworkAccess: 1,
      serviceUrl: 0,
      storageConfiguration: { fileSystemName: 1, storageResourceId: 1 },
    },
    systemData: 0,
    tags: { '*': 1 },
    type: 0,
  },
};
