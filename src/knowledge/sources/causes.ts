import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const sheet = '2026-11-23';
const learn = 'https://learn.microsoft.com';
const github = 'https://github.com';

export const causesSources = {
  // request, Resource Manager and state
  'arm-locks': {
    title: 'Lock your resources to protect your infrastructure',
    url: `${learn}/azure/azure-resource-manager/management/lock-resources`,
    verified,
  },
  'arm-throttling': {
    title: 'How Azure Resource Manager throttles requests',
    url: `${learn}/azure/azure-resource-manager/management/request-limits-and-throttling`,
    verified,
  },
  'arm-quota-error': {
    title: 'Resolve errors for resource quotas',
    url: `${learn}/azure/azure-resource-manager/troubleshooting/error-resource-quota`,
    verified,
  },
  'arm-async-operations': {
    title: 'Track asynchronous Azure operations',
    url: `${learn}/azure/azure-resource-manager/management/async-operations`,
    verified,
  },
  'arm-find-error-code': {
    title: 'Find error codes of Azure deployments',
    url: `${learn}/azure/azure-resource-manager/troubleshooting/find-error-code`,
    verified,
  },
  'arm-resource-providers': {
    title: 'Azure resource providers and types',
    url: `${learn}/azure/azure-resource-manager/management/resource-providers-and-types`,
    verified,
  },
  'deny-assignments': {
    title: 'List Azure deny assignments',
    url: `${learn}/azure/role-based-access-control/deny-assignments`,
    verified,
  },
  'deny-assignment-commands': {
    title: 'azure-cli pull request 33109: deny assignments of your own (preview)',
    url: `${github}/Azure/azure-cli/pull/33109`,
    verified,
  },
  'deny-assignment-report': {
    title: "Azure/migAz issue 266: Databricks' deny assignment refuses a call",
    url: `${github}/Azure/migAz/issues/266`,
    verified,
  },
  'lock-report': {
    title: 'microsoft/azserialconsole issue 12: a lock answers 409 ScopeLocked',
    url: `${github}/microsoft/azserialconsole/issues/12`,
    verified,
  },
  'policy-exemption': {
    title: 'Azure Policy exemption structure',
    url: `${learn}/azure/governance/policy/concepts/exemption-structure`,
    verified,
  },
  'built-in-identity-roles': {
    title: 'Azure built-in roles for identity',
    url: `${learn}/azure/role-based-access-control/built-in-roles/identity`,
    verified,
  },
  'arm-what-if': {
    title: 'Preview changes before deployment with what-if',
    url: `${learn}/azure/azure-resource-manager/templates/deploy-what-if`,
    verified,
  },
  'disk-encryption-errors': {
    title: 'Troubleshoot common bring-your-own-key issues of disks',
    url: `${learn}/troubleshoot/azure/azure-kubernetes/storage/troubleshoot-common-bring-your-own-key-issues`,
    verified,
  },
  'subscription-throttled': {
    title: 'Troubleshoot the SubscriptionRequestsThrottled error code (429)',
    url: `${learn}/troubleshoot/azure/azure-kubernetes/error-codes/subscriptionrequeststhrottled-error`,
    verified,
  },
  'linked-authorization-report': {
    title: 'Azure/aad-pod-identity issue 613: LinkedAuthorizationFailed',
    url: `${github}/Azure/aad-pod-identity/issues/613`,
    verified: sheet,
  },
  'name-held-report': {
    title: 'azure-cli issue 18146: FlagMustBeSetForRestore',
    url: `${github}/Azure/azure-cli/issues/18146`,
    verified: sheet,
  },
  'terraform-soft-delete-report': {
    title: 'azure-data-services-go-fast-codebase issue 222: soft-deleted vault and Terraform',
    url: `${github}/microsoft/azure-data-services-go-fast-codebase/issues/222`,
    verified: sheet,
  },
  'backend-limit-report': {
    title: 'MicrosoftDocs/azure-docs issue 105248: exceeded the backend storage limit',
    url: `${github}/MicrosoftDocs/azure-docs/issues/105248`,
    verified: sheet,
  },
  'capacity-report': {
    title: 'Azure/data-product-batch issue 98: high demand in this region',
    url: `${github}/Azure/data-product-batch/issues/98`,
    verified: sheet,
  },
  'parallel-operation-report': {
    title: 'Azure-Samples/tutor issue 117: another operation on the parent resource',
    url: `${github}/Azure-Samples/tutor/issues/117`,
    verified: sheet,
  },
  'cmk-not-enabled-report': {
    title: 'MicrosoftDocs/azure-docs issue 57997: CMK is not enabled for your subscription',
    url: `${github}/MicrosoftDocs/azure-docs/issues/57997`,
    verified: sheet,
  },
  'feature-switch-report': {
    title: 'terraform-provider-azurerm issue 8985: FeatureSwitchNotEnabled',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/8985`,
    verified: sheet,
  },
  'factory-cmk-report': {
    title: 'Azure-DataFactory issue 251: AddCMKToExistingFactoriesWithEntities',
    url: `${github}/Azure/Azure-DataFactory/issues/251`,
    verified: sheet,
  },
  'secret-get-report': {
    title: 'Azure/AnalyticsinaBox issue 17: a pipeline lacks get on secrets',
    url: `${github}/Azure/AnalyticsinaBox/issues/17`,
    verified: sheet,
  },
  'secret-set-report': {
    title: 'azure-libraries-for-net issue 1067: a person lacks set on secrets',
    url: `${github}/Azure/azure-libraries-for-net/issues/1067`,
    verified,
  },
  'storage-403': {
    title: 'Troubleshoot 403 errors in Azure Blob Storage',
    url: `${learn}/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors`,
    verified,
  },
  'storage-sas-errors': {
    title: 'Shared access signature error codes',
    url: `${learn}/rest/api/storageservices/sas-error-codes`,
    verified,
  },
  'policy-wording-report': {
    title: 'terraform-provider-azurerm issue 26265: a vault refused by policy',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/26265`,
    verified: sheet,
  },
  'sql-server-keys-api': {
    title: 'Server Keys, Azure SQL REST API: error codes',
    url: `${learn}/rest/api/sql/serverkeys/delete`,
    verified: sheet,
  },
  'cosmos-status-codes': {
    title: 'HTTP status codes for Azure Cosmos DB',
    url: `${learn}/rest/api/cosmos-db/http-status-codes-for-cosmosdb`,
    verified: sheet,
  },

  // pages that the files of the services name as well: one of the two stays
  'databricks-services-key': {
    title: 'Customer-managed keys for managed services of Azure Databricks',
    url: `${learn}/azure/databricks/security/keys/cmk-managed-services-azure/`,
    verified: sheet,
  },
  'databricks-disks-key': {
    title: 'Customer-managed keys for managed disks of Azure Databricks',
    url: `${learn}/azure/databricks/security/keys/cmk-managed-disks-azure/`,
    verified: sheet,
  },
  'databricks-dbfs-key': {
    title: 'Customer-managed keys for the DBFS root',
    url: `${learn}/azure/databricks/security/keys/customer-managed-keys-dbfs/`,
    verified: sheet,
  },
  'databricks-cmk-overview': {
    title: 'Customer-managed keys for encryption (Azure Databricks)',
    url: `${learn}/azure/databricks/security/keys/customer-managed-keys`,
    verified: sheet,
  },
  'databricks-disk-encryption': {
    title: 'Server-side encryption of Azure Disk Storage',
    url: `${learn}/azure/virtual-machines/disk-encryption`,
    verified: sheet,
  },
  'databricks-terraform-disk-thread': {
    title: 'terraform-provider-azurerm issue 22394: DiskEncryptionPropertiesRequired',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/22394`,
    verified: sheet,
  },
  'databricks-deny-thread': {
    title: 'AzureTRE issue 4776: the deny assignment of the managed resource group',
    url: `${github}/microsoft/AzureTRE/issues/4776`,
    verified: sheet,
  },
  'databricks-concurrent-thread': {
    title: 'terraform-databricks-examples issue 177: ConcurrentUpdateError',
    url: `${github}/databricks/terraform-databricks-examples/issues/177`,
    verified: sheet,
  },
  'databricks-provider-tags-thread': {
    title: 'terraform-provider-databricks issue 2464: ApplicationUpdateFail',
    url: `${github}/databricks/terraform-provider-databricks/issues/2464`,
    verified: sheet,
  },
  'databricks-pulumi-group-thread': {
    title: 'pulumi-azure-native issue 3643: the managed resource group already exists',
    url: `${github}/pulumi/pulumi-azure-native/issues/3643`,
    verified: sheet,
  },
  'ml-cmk': {
    title: 'Customer-managed keys for Azure Machine Learning',
    url: `${learn}/azure/machine-learning/concept-customer-managed-keys`,
    verified: sheet,
  },
  'ml-cmk-setup': {
    title: 'Set up customer-managed keys for Azure Machine Learning',
    url: `${learn}/azure/machine-learning/how-to-setup-customer-managed-keys`,
    verified: sheet,
  },
  'ml-template': {
    title: 'Create a workspace with an Azure Resource Manager template',
    url: `${learn}/azure/machine-learning/how-to-create-workspace-template`,
    verified: sheet,
  },
  'ml-foundry-cmk': {
    title: 'Customer-managed keys for encryption with Azure AI Foundry (May 2025)',
    url: `${learn}/azure/ai-foundry/concepts/encryption-keys-portal`,
    verified: sheet,
  },
  'ml-roles': {
    title: 'Manage access to Azure Machine Learning workspaces',
    url: `${learn}/azure/machine-learning/how-to-assign-roles`,
    verified: sheet,
  },
  'ml-soft-delete': {
    title: 'Workspace soft deletion',
    url: `${learn}/azure/machine-learning/concept-soft-delete`,
    verified: sheet,
  },
  'ml-rest-spec': {
    title: 'Microsoft.MachineLearningServices workspaces (specification)',
    url: `${github}/Azure/azure-rest-api-specs/blob/main/specification/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/stable/2025-09-01/workspaceRP.json`,
    verified: sheet,
  },
  'ml-terraform': {
    title: 'terraform-provider-azurerm: the Machine Learning workspace resource',
    url: `${github}/hashicorp/terraform-provider-azurerm/blob/main/internal/services/machinelearning/machine_learning_workspace_resource.go`,
    verified: sheet,
  },
  'ml-policy-thread': {
    title: 'Azure/Bio-Compliancy issue 23: deny assignment and policies in the managed group',
    url: `${github}/Azure/Bio-Compliancy/issues/23`,
    verified: sheet,
  },
  'ml-soft-delete-message-thread': {
    title: 'Azure/ResourceModules issue 3596: a soft-deleted workspace exists',
    url: `${github}/Azure/ResourceModules/issues/3596`,
    verified: sheet,
  },
  'log-analytics-cmk': {
    title: 'Azure Monitor customer-managed keys',
    url: `${learn}/azure/azure-monitor/logs/customer-managed-keys`,
    verified: sheet,
  },
  'log-analytics-clusters': {
    title: 'Dedicated clusters in Azure Monitor Logs',
    url: `${learn}/azure/azure-monitor/logs/logs-dedicated-clusters`,
    verified: sheet,
  },
  'log-analytics-delete': {
    title: 'Delete and recover a Log Analytics workspace',
    url: `${learn}/azure/azure-monitor/logs/delete-workspace`,
    verified: sheet,
  },
  'log-analytics-sentinel': {
    title: 'Set up Microsoft Sentinel customer-managed keys',
    url: `${learn}/azure/sentinel/customer-managed-keys`,
    verified: sheet,
  },
  'log-analytics-associated-thread': {
    title: 'azure-rest-api-specs issue 32821: associatedWorkspaces is read-only',
    url: `${github}/Azure/azure-rest-api-specs/issues/32821`,
    verified: sheet,
  },
  'log-analytics-hsm-thread': {
    title: 'MicrosoftDocs/azure-docs issue 117248: Managed HSM key not applied',
    url: `${github}/MicrosoftDocs/azure-docs/issues/117248`,
    verified: sheet,
  },
  'discovery-cmk': {
    title: 'Encrypt data at rest with customer-managed keys (Microsoft Discovery)',
    url: `${learn}/azure/microsoft-discovery/howto-data-encryption-at-rest`,
    verified: sheet,
  },
  'discovery-errors': {
    title: 'Troubleshoot error codes of Microsoft Discovery',
    url: `${learn}/azure/microsoft-discovery/troubleshooting-error-code`,
    verified: sheet,
  },
  'discovery-identity': {
    title: 'Managed identities in Microsoft Discovery',
    url: `${learn}/azure/microsoft-discovery/concept-managed-identities`,
    verified: sheet,
  },
  'health-fhir-cmk': {
    title: 'Configure customer-managed keys for the FHIR service',
    url: `${learn}/azure/healthcare-apis/fhir/configure-customer-managed-keys`,
    verified: sheet,
  },
  'health-dicom-cmk': {
    title: 'Configure customer-managed keys for the DICOM service',
    url: `${learn}/azure/healthcare-apis/dicom/configure-customer-managed-keys`,
    verified: sheet,
  },
  'health-workspace': {
    title: 'Workspace overview of Azure Health Data Services',
    url: `${learn}/azure/healthcare-apis/workspace-overview`,
    verified: sheet,
  },
  'health-json-schema': {
    title: 'Microsoft.HealthcareApis types (schema)',
    url: `${github}/Azure/azure-resource-manager-schemas/blob/main/schemas/2024-03-31/Microsoft.HealthcareApis.json`,
    verified: sheet,
  },
  'online-experimentation-models': {
    title: 'Microsoft.OnlineExperimentation (specification)',
    url: `${github}/Azure/azure-rest-api-specs/blob/main/specification/onlineexperimentation/OnlineExperimentation.Management/models.tsp`,
    verified: sheet,
  },
  'storage-policy': {
    title: 'Built-in policy definitions',
    url: `${github}/Azure/azure-policy`,
    verified: sheet,
  },
  'storage-error-codes': {
    title: 'Common error codes of the Azure Storage REST API',
    url: `${learn}/rest/api/storageservices/common-rest-api-error-codes`,
    verified: sheet,
  },
  'storage-identity-thread': {
    title: 'terraform-provider-azurerm issue 16374: encryption.identity refused',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/16374`,
    verified: sheet,
  },
  'synapse-powershell-enable': {
    title: 'Enable-AzSynapseWorkspace',
    url: `${learn}/powershell/module/az.synapse/enable-azsynapseworkspace`,
    verified: sheet,
  },
  'synapse-cli-activate-thread': {
    title: 'azure-cli issue 17971: activation with key update',
    url: `${github}/Azure/azure-cli/issues/17971`,
    verified: sheet,
  },
  'synapse-admin-thread': {
    title: 'terraform-provider-azurerm issue 13195: administrators before activation',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/13195`,
    verified: sheet,
  },
  'synapse-key-name-thread': {
    title: 'Azure/bicep issue 5473: CannotAddWorkspaceKey',
    url: `${github}/Azure/bicep/issues/5473`,
    verified: sheet,
  },
  'key-vault-policy': {
    title: 'Troubleshoot issues with implementing Azure Policy on Key Vault',
    url: `${learn}/azure/key-vault/general/troubleshoot-azure-policy-for-key-vault`,
    verified: sheet,
  },
  'fhir-server-key-errors': {
    title: 'microsoft/fhir-server: sub-status codes of Azure Cosmos DB for customer-managed keys',
    url: `${github}/microsoft/fhir-server`,
    verified,
  },
  'recovery-services-rbac-report': {
    title: 'terraform-provider-azurerm issue 27817: UserErrorCMKKeyVaultAuthFailure',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/27817`,
    verified,
  },
} as const satisfies Record<string, Source>;
