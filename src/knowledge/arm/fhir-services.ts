import type { TypeProperties } from './properties.ts';

/** Made from the published type by scripts/arm-properties.ts. */
export const type: TypeProperties = {
  type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
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
    kind: 1,
    location: 1,
    name: 1,
    properties: {
      acrConfiguration: { loginServers: 1, ociArtifacts: { '[]': { digest: 1, imageName: 1, loginServer: 1 } } },
      authenticationConfiguration: {
        audience: 1,
        authority: 1,
        smartIdentityProviders: {
          '[]': { applications: { '[]': { allowedDataActions: 1, audience: 1, clientId: 1 } }, authority: 1 },
        },
        smartProxyEnabled: 1,
      },
      corsConfiguration: { allowCredentials: 1, headers: 1, maxAge: 1, methods: 1, origins: 1 },
      encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: 1 } },
      eventState: 0,
      exportConfiguration: { storageAccountName: 1 },
      implementationGuidesConfiguration: { usCoreMissingData: 1 },
      importConfiguration: { enabled: 1, initialImportMode: 1, integrationDataStore: 1 },
      privateEndpointConnections: 0,
      provisioningState: 0,
      publicNetworkAccess: 1,
      resourceVersionPolicyConfiguration: { default: 1, resourceTypeOverrides: { '*': 1 } },
    },
    systemData: 0,
    tags: { '*': 1 },
    type: 0,
  },
};
