import { managementApiVersions, managerRequest, registerProvider } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'See what is registered',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the subscription',
      text: 'A message that names a namespace: look for NotRegistered. Any other names the tier, feature or setting that must be on first.',
      commands: {
        az: `az provider list --query "[?registrationState!='Registered'].namespace" --output tsv`,
        PowerShell: `Get-AzResourceProvider -ListAvailable | Where-Object RegistrationState -ne 'Registered'`,
        REST: managerRequest('GET', '/subscriptions/$SUBSCRIPTION/providers', managementApiVersions.providers),
      },
      sources: ['arm-registration-error'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Register the provider',
      risk: 'changes-workspace',
      who: 'subscription-owner',
      needs: 'Contributor on the subscription',
      text: 'That of the resource; put another in the first line if the message names it.',
      takes: 'minutes',
      undo: 'az provider unregister, while nothing of it exists.',
      commands: {
        az: `NAMESPACE=$(printf '%s' "$RESOURCE_ID" | cut -d / -f 7)
az provider register --namespace "$NAMESPACE" --wait`,
        PowerShell: `$namespace = $resourceId.Split('/')[6]
Register-AzResourceProvider -ProviderNamespace $namespace`,
        REST: registerProvider('{namespace}'),
      },
      sources: ['arm-registration-error', 'arm-resource-providers'],
    },
    {
      kind: 'fix',
      title: 'Or switch on what is asked for',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Contributor on the resource; for a new cluster, on its resource group',
      takes: 'minutes; a cluster of Log Analytics some two hours',
      text: 'Databricks: premium tier; prepareEncryption for DBFS. Log Analytics, Discovery: a dedicated cluster. Storage: an identity. Tiers and clusters cost money.',
      undo: 'A registration and a storage identity can be taken back. A tier or a cluster: read its terms first.',
      sources: ['arm-common-errors', 'log-analytics-clusters'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (MissingSubscriptionRegistration) The subscription is not registered to use namespace 'Microsoft.DocumentDB'. See https://aka.ms/rps-not-found for how to register subscriptions.
Code: MissingSubscriptionRegistration`,
    },
    {
      tool: 'PowerShell',
      text: `Update-AzDatabricksWorkspace : Unable to update storage account 'dbstoragecontoso': 'Missing pre-requisites to enable EncryptionAtRest/Customer Managed Key for this storage account.'
At line:1 char:1`,
    },
    {
      tool: 'Terraform',
      text: '│ Error: `customer_managed_key_enabled` must be set to `true`',
    },
    {
      tool: 'portal',
      text: "No registered resource provider found for location 'westeurope' and API version '…' for type 'workspaces'. (Code: NoRegisteredProviderFound)",
    },
  ],
  why: [
    {
      text: 'Nobody used this provider in the subscription before, and not every provider is registered by itself.',
      sources: ['arm-registration-error'],
    },
    { text: 'The API version or the region is not one that the provider offers.', sources: ['arm-registration-error'] },
    {
      text: 'A step of the set-up was left out: an identity, prepareEncryption, a cluster, the tier.',
      sources: ['databricks-dbfs-key', 'log-analytics-cmk'],
    },
  ],
  prevent: [
    {
      text: 'Register the providers of the service, Microsoft.KeyVault and Microsoft.ManagedIdentity when you set a subscription up.',
      sources: ['arm-registration-error'],
    },
  ],
  perService: {
    databricks: {
      text: 'All three features need the premium tier. The DBFS root needs prepareEncryption first: it gives the storage account the identity that you grant.',
      sources: ['databricks-cmk-overview', 'databricks-dbfs-key'],
    },
    'machine-learning': {
      text: 'Microsoft.MachineLearningServices, Microsoft.Storage, Microsoft.KeyVault, Microsoft.DocumentDB and Microsoft.Search must be registered. If Azure Cosmos DB is not found in your directory, register Microsoft.DocumentDB again.',
      sources: ['ml-cmk-setup'],
    },
    'log-analytics': {
      text: 'The key sits on a dedicated cluster, with a commitment of at least 100 GB a day; the workspace is linked to it. Sentinel needs Microsoft.DocumentDB as well.',
      sources: ['log-analytics-cmk', 'log-analytics-clusters', 'log-analytics-sentinel'],
    },
    discovery: {
      text: 'Microsoft.Discovery must be registered, in a region that it supports. A Log Analytics dedicated cluster with its own key, and a user-assigned identity with its roles, must exist first.',
      sources: ['discovery-cmk', 'discovery-identity', 'discovery-known-issues'],
    },
    'health-data': {
      text: 'With a key at creation, the identity must be user-assigned; a DICOM service with storage of its own takes the key only afterwards. Older API versions do not know the property.',
      sources: ['health-fhir-cmk', 'health-json-schema', 'health-dicom-data-lake'],
    },
    'online-experimentation': {
      text: 'Microsoft.OnlineExperimentation must be registered. An App Configuration store, a Log Analytics workspace and a storage account must exist first.',
      sources: ['online-experimentation-models', 'arm-registration-error'],
    },
    storage: {
      text: 'An account that has no identity cannot reach a key. At creation only a user-assigned identity works.',
      sources: ['storage-cmk'],
    },
  },
  sources: ['arm-registration-error', 'arm-common-errors'],
};
