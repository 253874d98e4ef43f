import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const learn = 'https://learn.microsoft.com';
const github = 'https://github.com';

/** The pages and type definitions that list the error codes and fixed sentences of services. */
export const codesSources = {
  'data-box-cmk': {
    title: 'Use customer-managed keys in Azure Key Vault for Azure Data Box',
    url: `${learn}/azure/databox/data-box-customer-managed-encryption-key-portal`,
    verified,
  },
  'data-explorer-cmk': {
    title: 'Configure customer-managed keys for Azure Data Explorer: common errors',
    url: `${learn}/azure/data-explorer/customer-managed-keys`,
    verified,
  },
  'sql-protector-spec': {
    title: 'Encryption protectors of Azure SQL in the REST specification, with their error responses',
    url: `${github}/Azure/azure-rest-api-specs/blob/main/specification/sql/resource-manager/Microsoft.Sql/SQL/stable/2021-11-01/EncryptionProtectors.json`,
    verified,
  },
  'backup-encrypted-vm': {
    title: 'Troubleshoot backup of encrypted Azure virtual machines',
    url: `${learn}/azure/backup/backup-azure-encrypted-vm-troubleshoot`,
    verified,
  },
  'netapp-cmk': {
    title: 'Configure customer-managed keys for Azure NetApp Files volume encryption: error messages',
    url: `${learn}/azure/azure-netapp-files/configure-customer-managed-keys`,
    verified,
  },
  'aks-kms-report': {
    title: 'Azure/AKS issue 3575: the identity of a cluster with KMS may not use the key',
    url: `${github}/Azure/AKS/issues/3575`,
    verified,
  },
  'databricks-termination-codes': {
    title: 'Reasons for which a Databricks cluster was terminated, in the type definitions of the SDK',
    url: `${github}/databricks/databricks-sdk-py/blob/main/databricks/sdk/service/compute.py`,
    verified,
  },
  'storage-provider-create-codes': {
    title: 'Error codes of creating a storage account, Azure Storage resource provider',
    url: `${learn}/rest/api/storagerp/srp_error_codes_create_storage_account`,
    verified,
  },
  'storage-provider-codes': {
    title: 'Common error codes of the Azure Storage resource provider',
    url: `${learn}/rest/api/storagerp/srp_error_codes_common`,
    verified,
  },
  'aks-error-codes': {
    title: 'Error codes of Azure Kubernetes Service, one page for each',
    url: `${github}/MicrosoftDocs/SupportArticles-docs/tree/main/support/azure/azure-kubernetes/error-codes`,
    verified,
  },
  'aks-kms-identity-report': {
    title: 'Azure/AKS-Construction issue 303: KMS does not take a system-assigned identity',
    url: `${github}/Azure/AKS-Construction/issues/303`,
    verified,
  },
  'batch-resize-codes': {
    title: 'Error codes of resizing a pool, type definitions of Azure Batch',
    url: `${learn}/dotnet/api/microsoft.azure.batch.common.poolresizeerrorcodes`,
    verified,
  },
  'connector-sql-errors': {
    title: 'Troubleshoot the Azure Synapse Analytics and Azure SQL connectors',
    url: `${learn}/azure/data-factory/connector-troubleshoot-synapse-sql`,
    verified,
  },
  'connector-blob-errors': {
    title: 'Troubleshoot the Azure Blob Storage connector',
    url: `${learn}/azure/data-factory/connector-troubleshoot-azure-blob-storage`,
    verified,
  },
  'connector-data-lake-errors': {
    title: 'Troubleshoot the Azure Data Lake Storage connectors',
    url: `${learn}/azure/data-factory/connector-troubleshoot-azure-data-lake`,
    verified,
  },
  'virtual-machine-errors': {
    title: 'Common error messages when you manage virtual machines in Azure',
    url: `${github}/MicrosoftDocs/azure-docs/blob/main/includes/virtual-machines-common-error-messages.md`,
    verified,
  },
  'storage-blob-error-codes': {
    title: 'Error codes of Azure Blob Storage in the type definitions of the SDK',
    url: `${github}/Azure/azure-sdk-for-net/blob/main/sdk/storage/Azure.Storage.Blobs/api/Azure.Storage.Blobs.netstandard2.0.cs`,
    verified,
  },
  'application-gateway-vault-errors': {
    title: 'Common key vault errors in Azure Application Gateway',
    url: `${learn}/azure/application-gateway/application-gateway-key-vault-common-errors`,
    verified,
  },
  'app-service-vault-references': {
    title: 'Microsoft.Web/sites: what became of a reference to a Key Vault secret',
    url: `${github}/Azure/bicep-types-az/blob/main/generated/web/microsoft.web/2022-09-01/types.md`,
    verified,
  },
  'role-limits': {
    title: 'Troubleshoot Azure RBAC limits',
    url: `${learn}/azure/role-based-access-control/troubleshoot-limits`,
    verified,
  },
  'role-assignment-exists-report': {
    title: 'terraform-provider-azurerm issue 17421: the role assignment already exists',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/17421`,
    verified,
  },
  'managed-identity-token': {
    title: 'Use managed identities on a virtual machine to acquire an access token: error handling',
    url: `${learn}/entra/identity/managed-identities-azure-resources/how-to-use-vm-token`,
    verified,
  },
  'azure-identity-troubleshoot': {
    title: 'Troubleshoot Azure Identity authentication issues',
    url: `${github}/Azure/azure-sdk-for-net/blob/main/sdk/identity/Azure.Identity/TROUBLESHOOTING.md`,
    verified,
  },
} as const satisfies Record<string, Source>;
