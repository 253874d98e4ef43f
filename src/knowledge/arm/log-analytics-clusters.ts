import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.OperationalInsights/clusters',
  apiVersion: '2025-07-01',
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
      associatedWorkspaces: { '[]': { associateDate: 0, resourceId: 0, workspaceId: 0, workspaceName: 0 } },
      billingType: 1,
      capacityReservationProperties: { lastSkuUpdate: 0, minCapacity: 0 },
      clusterId: 0,
      createdDate: 0,
      isAvailabilityZonesEnabled: 1,
      isDoubleEncryptionEnabled: 1,
      keyVaultProperties: { keyName: 1, keyRsaSize: 1, keyVaultUri: 1, keyVersion: 1 },
      lastModifiedDate: 0,
      provisioningState: 0,
      replication: {
        createdDate: 0,
        enabled: 1,
        isAvailabilityZonesEnabled: 1,
        lastModifiedDate: 0,
        location: 1,
        provisioningState: 0,
      },
    },
    sku: { capacity: 1, name: 1 },
    systemData: 0,
    tags: { '*': 1 },
    type: 0,
  },
};
