import type { JsonObject } from './evaluate-arm.ts';

/** What makes a resource one whose key can be changed. */
export const ready: Readonly<Record<string, JsonObject>> = {
  'Microsoft.Synapse/workspaces': {
    properties: {
      encryption: {
        cmk: {
          key: { name: 'default', keyVaultUrl: 'https://kv-a.vault.azure.net/keys/k' },
          kekIdentity: { useSystemAssignedIdentity: true },
        },
      },
    },
  },
  'Microsoft.Databricks/workspaces': { sku: { name: 'premium' }, properties: { computeMode: 'Hybrid' } },
  'Microsoft.MachineLearningServices/workspaces': {
    kind: 'Default',
    properties: {
      encryption: {
        status: 'Enabled',
        keyVaultProperties: { keyVaultArmId: 'kv', keyIdentifier: 'https://kv-a.vault.azure.net/keys/k/1' },
      },
    },
  },
  'Microsoft.OperationalInsights/clusters': { identity: { type: 'SystemAssigned' } },
  'Microsoft.HealthcareApis/workspaces/fhirservices': { identity: { type: 'SystemAssigned' } },
  'Microsoft.HealthcareApis/workspaces/dicomservices': { identity: { type: 'SystemAssigned' } },
  'Microsoft.Discovery/workspaces': {
    properties: {
      customerManagedKeys: 'Enabled',
      provisioningState: 'Succeeded',
      workspaceIdentity: { id: 'identity' },
      keyVaultProperties: { keyVaultUri: 'https://kv-a.vault.azure.net/', keyName: 'k' },
    },
  },
  'Microsoft.OnlineExperimentation/workspaces': {
    properties: {
      appConfigurationResourceId: 'a',
      logAnalyticsWorkspaceResourceId: 'b',
      logsExporterStorageAccountResourceId: 'c',
    },
  },
};
