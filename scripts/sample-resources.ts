/** Resources as their service returns them, for files that need one: those that can only be changed by sending all of it. */
const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-analytics/providers';
const version = '0123456789abcdef0123456789abcdef';
const vault = { keyVaultUri: 'https://kv-contoso.vault.azure.net/', keyName: 'cmk-old', keyVersion: version };

/** A sample by service and variant. */
export const sampleResources: Readonly<Record<string, object>> = {
  databricks: {
    id: `${group}/Microsoft.Databricks/workspaces/adb-contoso`,
    name: 'adb-contoso',
    type: 'Microsoft.Databricks/workspaces',
    location: 'westeurope',
    tags: { environment: 'production' },
    sku: { name: 'premium' },
    properties: {
      provisioningState: 'Failed',
      managedResourceGroupId:
        '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso-databricks-managed',
      workspaceId: '1234567890123456',
      workspaceUrl: 'adb-1234567890123456.7.azuredatabricks.net',
      publicNetworkAccess: 'Enabled',
      requiredNsgRules: 'AllRules',
      parameters: {
        enableNoPublicIp: { type: 'Bool', value: true },
        prepareEncryption: { type: 'Bool', value: true },
        storageAccountName: { type: 'String', value: 'dbstoragecontoso' },
      },
      encryption: {
        entities: {
          managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: vault },
          managedDisk: {
            keySource: 'Microsoft.Keyvault',
            keyVaultProperties: vault,
            rotationToLatestKeyVersionEnabled: true,
          },
        },
      },
    },
  },
  fhir: {
    id: `${group}/Microsoft.HealthcareApis/workspaces/hdscontoso/fhirservices/fhir-contoso`,
    name: 'hdscontoso/fhir-contoso',
    type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
    etag: '"0"',
    location: 'westeurope',
    kind: 'fhir-R4',
    tags: {},
    identity: { type: 'SystemAssigned', principalId: '11111111-1111-1111-1111-111111111111' },
    properties: {
      provisioningState: 'Failed',
      authenticationConfiguration: {
        authority: 'https://login.microsoftonline.com/33333333-3333-3333-3333-333333333333',
        audience: 'https://hdscontoso-fhir-contoso.fhir.azurehealthcareapis.com',
        smartProxyEnabled: false,
      },
      corsConfiguration: { origins: ['https://portal.contoso.example'], methods: ['GET'], headers: ['*'] },
      exportConfiguration: { storageAccountName: 'stcontosoexport' },
      publicNetworkAccess: 'Enabled',
      encryption: {
        customerManagedKeyEncryption: {
          keyEncryptionKeyUrl: `https://kv-contoso.vault.azure.net/keys/cmk-old/${version}`,
        },
      },
    },
  },
  dicom: {
    id: `${group}/Microsoft.HealthcareApis/workspaces/hdscontoso/dicomservices/fhir-contoso`,
    name: 'hdscontoso/fhir-contoso',
    type: 'Microsoft.HealthcareApis/workspaces/dicomservices',
    location: 'westeurope',
    tags: {},
    identity: { type: 'SystemAssigned', principalId: '11111111-1111-1111-1111-111111111111' },
    properties: {
      provisioningState: 'Failed',
      serviceUrl: 'https://hdscontoso-fhir-contoso.dicom.azurehealthcareapis.com',
      authenticationConfiguration: { authority: 'https://login.microsoftonline.com/x', audiences: ['y'] },
      enableDataPartitions: true,
      publicNetworkAccess: 'Disabled',
    },
  },
};
