import { causesSources } from './sources/causes.ts';
import { codesSources } from './sources/codes.ts';
import { databricksSources } from './sources/databricks.ts';
import { discoverySources } from './sources/discovery.ts';
import { glossarySources } from './sources/glossary.ts';
import { healthDataSources } from './sources/health-data.ts';
import { logAnalyticsSources } from './sources/log-analytics.ts';
import { machineLearningSources } from './sources/machine-learning.ts';
import { onlineExperimentationSources } from './sources/online-experimentation.ts';
import { preventionSources } from './sources/prevention.ts';
import { storageSources } from './sources/storage.ts';
import { synapseSources } from './sources/synapse.ts';

/** A public page that a fact was read from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day somebody last read the page and found the fact there, as YYYY-MM-DD. */
  readonly verified: string;
}

const verified = '2026-11-23';

/**
 * Every public page that stands behind a fact of this site, by a short id.
 * Facts name a source by its id, so that a missing source is a compile error.
 *
 * @example sources['key-vault-rbac-guide'].url
 */
export const sources = {
  ...causesSources,
  ...codesSources,
  ...databricksSources,
  ...discoverySources,
  ...glossarySources,
  ...healthDataSources,
  ...logAnalyticsSources,
  ...machineLearningSources,
  ...onlineExperimentationSources,
  ...preventionSources,
  ...storageSources,
  ...synapseSources,
  'synapse-encryption': {
    title: 'Encryption for Azure Synapse Analytics workspaces',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/security/workspaces-encryption',
    verified,
  },
  'synapse-identity': {
    title: 'Managed identity for Azure Synapse',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/synapse-service-identity',
    verified,
  },
  'synapse-move-region': {
    title: 'Move an Azure Synapse Analytics workspace from one region to another',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/how-to-move-workspace-from-one-region-to-another',
    verified,
  },
  'synapse-sql-backup': {
    title: 'Backup and restore in Azure Synapse dedicated SQL pool',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/backup-and-restore',
    verified,
  },
  'synapse-restore-deleted': {
    title: 'Restore a dedicated SQL pool from a deleted workspace',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/backuprestore/restore-sql-pool-from-deleted-workspace',
    verified,
  },
  'synapse-tenant-move': {
    title: 'Recover an Azure Synapse workspace after a subscription moved to another tenant',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/how-to-recover-workspace-after-tenant-move',
    verified,
  },
  'synapse-rest-spec': {
    title: 'Microsoft.Synapse workspaces, API version 2021-06-01 (specification)',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/synapse/resource-manager/Microsoft.Synapse/stable/2021-06-01/workspace.json',
    verified,
  },
  'synapse-template-reference': {
    title: 'Microsoft.Synapse/workspaces template reference',
    url: 'https://learn.microsoft.com/azure/templates/microsoft.synapse/workspaces',
    verified,
  },
  'synapse-cli': {
    title: 'az synapse workspace',
    url: 'https://learn.microsoft.com/cli/azure/synapse/workspace',
    verified,
  },
  'synapse-cli-recordings': {
    title: 'Recorded service responses of the Azure CLI tests for CMK workspaces (2021)',
    url: 'https://github.com/Azure/azure-cli/blob/0070732ccf101c32f38c9fcb44c6f603f5ec773f/src/azure-cli/azure/cli/command_modules/synapse/tests/latest/recordings/test_workspace_with_cmk.yaml',
    verified,
  },
  'synapse-powershell': {
    title: 'Update-AzSynapseWorkspace',
    url: 'https://learn.microsoft.com/powershell/module/az.synapse/update-azsynapseworkspace',
    verified,
  },
  'synapse-activation-thread': {
    title: 'terraform-provider-azurerm issue 13948: WorkspaceActivationRequired',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/13948',
    verified,
  },
  'sql-tde-troubleshoot': {
    title: 'Troubleshoot transparent data encryption with a customer-managed key',
    url: 'https://learn.microsoft.com/sql/relational-databases/security/encryption/troubleshoot-tde',
    verified,
  },
  'key-vault-overview': {
    title: 'About Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/overview',
    verified,
  },
  'managed-hsm-overview': {
    title: 'What is Azure Key Vault Managed HSM?',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/overview',
    verified,
  },
  'managed-hsm-access-control': {
    title: 'Managed HSM access control',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/access-control',
    verified,
  },
  'managed-hsm-roles': {
    title: 'Managed HSM local RBAC built-in roles',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/built-in-roles',
    verified,
  },
  'managed-hsm-network': {
    title: 'Managed HSM network security',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/network-security',
    verified,
  },
  'managed-hsm-soft-delete': {
    title: 'Managed HSM soft delete and purge protection',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/soft-delete-overview',
    verified,
  },
  'managed-hsm-rotation': {
    title: 'Configure key auto-rotation in Managed HSM',
    url: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/key-rotation',
    verified,
  },
  'key-vault-rbac-guide': {
    title: 'Provide access to Key Vault with Azure role-based access control',
    url: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
    verified,
  },
  'key-vault-rbac-migration': {
    title: 'Migrate from vault access policies to Azure role-based access control',
    url: 'https://learn.microsoft.com/azure/key-vault/general/rbac-migration',
    verified,
  },
  'key-vault-access-default': {
    title: 'Prepare for Key Vault API version 2026-02-01: Azure RBAC as default access control',
    url: 'https://learn.microsoft.com/azure/key-vault/general/access-control-default',
    verified,
  },
  'key-vault-access-issues': {
    title: 'Troubleshooting Azure Key Vault access policy issues',
    url: 'https://learn.microsoft.com/azure/key-vault/general/troubleshooting-access-issues',
    verified,
  },
  'key-vault-error-codes': {
    title: 'Common error codes for Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/common-error-codes',
    verified,
  },
  'key-vault-rest-errors': {
    title: 'Azure Key Vault REST API error codes',
    url: 'https://learn.microsoft.com/azure/key-vault/general/rest-error-codes',
    verified,
  },
  'key-vault-authentication': {
    title: 'Authentication, requests and responses of Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses',
    verified,
  },
  'key-vault-network': {
    title: 'Configure network security for Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/network-security',
    verified,
  },
  'key-vault-trusted-services': {
    title: 'Virtual network service endpoints and trusted services for Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints',
    verified,
  },
  'key-vault-private-link': {
    title: 'Diagnose private links configuration issues on Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/general/private-link-diagnostics',
    verified,
  },
  'key-vault-soft-delete': {
    title: 'Azure Key Vault soft-delete overview',
    url: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
    verified,
  },
  'key-vault-recovery': {
    title: 'Azure Key Vault recovery management',
    url: 'https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery',
    verified,
  },
  'key-vault-keys': {
    title: 'Key types, algorithms, and operations',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/about-keys-details',
    verified,
  },
  'key-vault-keys-rest': {
    title: 'Update Key (REST)',
    url: 'https://learn.microsoft.com/rest/api/keyvault/keys/update-key/update-key',
    verified,
  },
  'key-vault-rotation': {
    title: 'Configure key auto-rotation in Azure Key Vault',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation',
    verified,
  },
  'key-vault-logging': {
    title: 'Azure Key Vault logging',
    url: 'https://learn.microsoft.com/azure/key-vault/general/logging',
    verified,
  },
  'key-vault-throttling': {
    title: 'Azure Key Vault throttling guidance',
    url: 'https://learn.microsoft.com/azure/key-vault/general/overview-throttling',
    verified,
  },
  'key-vault-backup': {
    title: 'Azure Key Vault backup and restore',
    url: 'https://learn.microsoft.com/azure/key-vault/general/backup',
    verified,
  },
  'key-vault-move-tenant': {
    title: 'Move an Azure Key Vault to another subscription or tenant',
    url: 'https://learn.microsoft.com/azure/key-vault/general/move-subscription',
    verified,
  },
  'key-vault-pricing': {
    title: 'Key Vault pricing',
    url: 'https://azure.microsoft.com/pricing/details/key-vault/',
    verified,
  },
  'key-disabled-report': {
    title: 'azure-sdk-for-python issue 45342: operations on a disabled key',
    url: 'https://github.com/Azure/azure-sdk-for-python/issues/45342',
    verified,
  },
  'databricks-cmk-report': {
    title: 'azure-powershell issue 22898: AccessDenied while updating a Databricks key',
    url: 'https://github.com/Azure/azure-powershell/issues/22898',
    verified,
  },
  'encryption-models': {
    title: 'Azure data encryption models',
    url: 'https://learn.microsoft.com/azure/security/fundamentals/encryption-models',
    verified,
  },
  'cmk-support': {
    title: 'Services that support customer-managed keys',
    url: 'https://learn.microsoft.com/azure/security/fundamentals/encryption-customer-managed-keys-support',
    verified,
  },
  'storage-cmk': {
    title: 'Customer-managed keys for Azure Storage encryption',
    url: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview',
    verified,
  },
  'storage-cmk-cross-tenant': {
    title: 'Configure cross-tenant customer-managed keys for an existing storage account',
    url: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-configure-cross-tenant-existing-account',
    verified,
  },
  'storage-infrastructure-encryption': {
    title: 'Enable infrastructure encryption for double encryption of data',
    url: 'https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable',
    verified,
  },
  'rbac-troubleshooting': {
    title: 'Troubleshoot Azure role-based access control',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting',
    verified,
  },
  'transfer-subscription': {
    title: 'Transfer an Azure subscription to a different Microsoft Entra directory',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/transfer-subscription',
    verified,
  },
  'managed-identity-issues': {
    title: 'FAQs and known issues with managed identities',
    url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/known-issues',
    verified,
  },
  'arm-templates': {
    title: 'What are ARM templates?',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/overview',
    verified,
  },
  'arm-common-errors': {
    title: 'Troubleshoot common Azure deployment errors',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    verified,
  },
  'arm-policy-error': {
    title: 'Resolve errors for request disallowed by policy',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy',
    verified,
  },
  'arm-registration-error': {
    title: 'Resolve errors for resource provider registration',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider',
    verified,
  },
  'arm-common-types': {
    title: 'Common types of the Azure Resource Manager error envelope, version 5',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/common-types/resource-management/v5/types.json',
    verified,
  },
  'resource-naming': {
    title: 'Naming rules and restrictions for Azure resources',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules',
    verified: '2026-11-24',
  },
  'entra-error-codes': {
    title: 'Microsoft Entra authentication and authorization error codes',
    url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    verified,
  },
  'bicep-types': {
    title: 'Published resource types with their property flags',
    url: 'https://github.com/Azure/bicep-types-az',
    verified,
  },
  'cosmos-cmk-troubleshoot': {
    title: 'Cross-tenant and single-tenant customer-managed key troubleshooting guide of Azure Cosmos DB',
    url: 'https://learn.microsoft.com/azure/cosmos-db/cmk-troubleshooting-guide',
    verified: '2026-11-25',
  },
} as const satisfies Record<string, Source>;

/** The short id of a public page. */
export type SourceId = keyof typeof sources;
