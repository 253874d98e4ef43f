import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.Synapse/workspaces',
  apiVersion: '2021-06-01',
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
      adlaResourceId: 0,
      azureADOnlyAuthentication: 1,
      connectivityEndpoints: 0,
      cspWorkspaceAdminProperties: { initialWorkspaceAdminObjectId: 1 },
      defaultDataLakeStorage: { accountUrl: 1, createManagedPrivateEndpoint: 1, filesystem: 1, resourceId: 1 },
      encryption: {
        cmk: {
          kekIdentity: { useSystemAssignedIdentity: 1, userAssignedIdentity: 1 },
          key: { keyVaultUrl: 1, name: 1 },
          status: 0,
        },
        doubleEncryptionEnabled: 0,
      },
      extraProperties: 0,
      managedResourceGroupName: 1,
      managedVirtualNetwork: 1,
      managedVirtualNetworkSettings: {
        allowedAadTenantIdsForLinking: 1,
        linkedAccessCheckOnTargetResource: 1,
        preventDataExfiltration: 1,
      },
      privateEndpointConnections: {
        '[]': {
          id: 0,
          name: 0,
          properties: {
            privateEndpoint: { id: 0 },
            privateLinkServiceConnectionState: { actionsRequired: 0, description: 1, status: 1 },
            provisioningState: 0,
          },
          type: 0,
        },
      },
      provisioningState: 0,
      publicNetworkAccess: 1,
      purviewConfiguration: { purviewResourceId: 1 },
      settings: 0,
      sqlAdministratorLogin: 1,
      sqlAdministratorLoginPassword: 1,
      trustedServiceBypassEnabled: 1,
      virtualNetworkProfile: { computeSubnetId: 1 },
      workspaceRepositoryConfiguration: {
        accountName: 1,
        collaborationBranch: 1,
        hostName: 1,
        lastCommitId: 1,
        projectName: 1,
        repositoryName: 1,
        rootFolder: 1,
        tenantId: 1,
        type: 1,
      },
      workspaceUID: 0,
    },
    tags: { '*': 1 },
    type: 0,
  },
};
