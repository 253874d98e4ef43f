import type { Source } from '../sources.ts';

const verified = '2026-11-23';

/** Pages behind the facts of templates. */
export const templateSources = {
  'databricks-cmk': {
    title: 'Customer-managed keys for encryption (Azure Databricks)',
    url: 'https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys',
    verified,
  },
  'databricks-rest-spec': {
    title: 'Microsoft.Databricks workspaces (specification)',
    url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/databricks/resource-manager/Microsoft.Databricks/Databricks',
    verified,
  },
  'databricks-managed-services': {
    title: 'Customer-managed keys for managed services (Azure Databricks)',
    url: 'https://learn.microsoft.com/en-us/azure/databricks/security/keys/cmk-managed-services-azure/',
    verified,
  },
  'databricks-managed-disks': {
    title: 'Customer-managed keys for Azure managed disks (Azure Databricks)',
    url: 'https://learn.microsoft.com/en-us/azure/databricks/security/keys/cmk-managed-disks-azure/',
    verified,
  },
  'databricks-dbfs': {
    title: 'Customer-managed keys for DBFS root (Azure Databricks)',
    url: 'https://learn.microsoft.com/en-us/azure/databricks/security/keys/customer-managed-keys-dbfs/',
    verified,
  },
  'databricks-disk-properties-thread': {
    title: 'terraform-provider-azurerm issue 22394: DiskEncryptionPropertiesRequired',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/22394',
    verified,
  },
  'databricks-cli': {
    title: 'az databricks workspace',
    url: 'https://learn.microsoft.com/cli/azure/databricks/workspace',
    verified,
  },
  'machine-learning-cmk': {
    title: 'Customer-managed keys for Azure Machine Learning',
    url: 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys',
    verified,
  },
  'machine-learning-cmk-setup': {
    title: 'Set up customer-managed keys for Azure Machine Learning',
    url: 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys',
    verified,
  },
  'machine-learning-hub-cmk': {
    title: 'Customer-managed keys for hubs in the Foundry portal',
    url: 'https://learn.microsoft.com/azure/ai-foundry/concepts/hub-encryption-keys-portal',
    verified,
  },
  'machine-learning-hub': {
    title: 'Hub workspaces in Azure Machine Learning',
    url: 'https://learn.microsoft.com/azure/machine-learning/concept-hub-workspace',
    verified,
  },
  'machine-learning-rest-spec': {
    title: 'Microsoft.MachineLearningServices workspaces (specification)',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/stable/2025-09-01/workspaceRP.json',
    verified,
  },
  'machine-learning-soft-delete': {
    title: 'Recover workspace data while soft deleted',
    url: 'https://learn.microsoft.com/azure/machine-learning/concept-soft-delete',
    verified,
  },
  'cosmos-cmk': {
    title: 'Configure customer-managed keys for Azure Cosmos DB',
    url: 'https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys',
    verified,
  },
  'log-analytics-cmk': {
    title: 'Azure Monitor customer-managed keys',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/customer-managed-keys',
    verified,
  },
  'log-analytics-clusters': {
    title: 'Create and manage a dedicated cluster in Azure Monitor Logs',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/logs-dedicated-clusters',
    verified,
  },
  'log-analytics-schema': {
    title: 'Microsoft.OperationalInsights schema, 2025-07-01',
    url: 'https://github.com/Azure/azure-resource-manager-schemas/blob/main/schemas/2025-07-01/Microsoft.OperationalInsights.json',
    verified,
  },
  'log-analytics-associated-thread': {
    title: 'azure-rest-api-specs issue 32821: associatedWorkspaces is read-only',
    url: 'https://github.com/Azure/azure-rest-api-specs/issues/32821',
    verified,
  },
  'fhir-cmk': {
    title: 'Configure customer-managed keys for the FHIR service',
    url: 'https://learn.microsoft.com/azure/healthcare-apis/fhir/configure-customer-managed-keys',
    verified,
  },
  'dicom-cmk': {
    title: 'Configure customer-managed keys for the DICOM service',
    url: 'https://learn.microsoft.com/azure/healthcare-apis/dicom/configure-customer-managed-keys',
    verified,
  },
  'health-data-sdk': {
    title: 'Azure Healthcare APIs management client',
    url: 'https://learn.microsoft.com/javascript/api/@azure/arm-healthcareapis/',
    verified,
  },
  'health-data-workspace': {
    title: 'Azure Health Data Services workspace overview',
    url: 'https://learn.microsoft.com/azure/healthcare-apis/workspace-overview',
    verified,
  },
  'health-data-terraform-dicom': {
    title: 'azurerm_healthcare_dicom_service',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/healthcare_dicom_service.html.markdown',
    verified,
  },
  'discovery-cmk': {
    title: 'Configure data encryption at rest in Microsoft Discovery',
    url: 'https://learn.microsoft.com/azure/microsoft-discovery/howto-data-encryption-at-rest',
    verified,
  },
  'discovery-identities': {
    title: 'Managed identities in Microsoft Discovery',
    url: 'https://learn.microsoft.com/azure/microsoft-discovery/concept-managed-identities',
    verified,
  },
  'discovery-delete': {
    title: 'Delete Microsoft Discovery resources',
    url: 'https://learn.microsoft.com/azure/microsoft-discovery/how-to-delete-discovery-resources',
    verified,
  },
  'discovery-errors': {
    title: 'Troubleshoot error codes in Microsoft Discovery',
    url: 'https://learn.microsoft.com/azure/microsoft-discovery/troubleshooting-error-code',
    verified,
  },
  'online-experimentation-spec': {
    title: 'Microsoft.OnlineExperimentation (specification)',
    url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/onlineexperimentation/OnlineExperimentation.Management',
    verified,
  },
  'storage-schema': {
    title: 'Azure Resource Manager schemas',
    url: 'https://github.com/Azure/azure-resource-manager-schemas',
    verified,
  },
  'storage-cmk-new': {
    title: 'Customer-managed keys for a new storage account',
    url: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-configure-new-account',
    verified,
  },
  'storage-cmk-existing': {
    title: 'Customer-managed keys for an existing storage account',
    url: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-configure-existing-account',
    verified,
  },
  'storage-powershell': {
    title: 'Set-AzStorageAccount',
    url: 'https://learn.microsoft.com/powershell/module/az.storage/set-azstorageaccount',
    verified,
  },
  'azapi-resource': {
    title: 'azapi_resource',
    url: 'https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource.md',
    verified,
  },
} as const satisfies Record<string, Source>;
