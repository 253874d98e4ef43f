import type { Source } from '../sources.ts';

const verified = '2026-11-23';
/** Pages and threads that were read again while this list was written. */
const readAgain = '2026-11-25';
const common = 'https://learn.microsoft.com/azure/storage/common';
const docs = 'https://github.com/MicrosoftDocs/azure-docs';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const cli = 'https://github.com/Azure/azure-cli';

export const storageSources = {
  'storage-cmk-new': {
    title: 'Configure customer-managed keys for a new storage account',
    url: `${common}/customer-managed-keys-configure-new-account`,
    verified,
  },
  'storage-cmk-existing': {
    title: 'Configure customer-managed keys for an existing storage account',
    url: `${common}/customer-managed-keys-configure-existing-account`,
    verified: readAgain,
  },
  'storage-cmk-cross-tenant-new': {
    title: 'Configure cross-tenant customer-managed keys for a new storage account',
    url: `${common}/customer-managed-keys-configure-cross-tenant-new-account`,
    verified,
  },
  'storage-cmk-hsm': {
    title: 'Configure storage encryption with customer-managed keys in Managed HSM',
    url: `${common}/customer-managed-keys-configure-key-vault-hsm`,
    verified,
  },
  'storage-queues-tables': {
    title: 'Create an account that supports customer-managed keys for tables and queues',
    url: `${common}/account-encryption-key-create`,
    verified: readAgain,
  },
  'storage-error-codes': {
    title: 'Common REST API error codes of Azure Storage',
    url: 'https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes',
    verified: readAgain,
  },
  'storage-recover': {
    title: 'Recover a deleted storage account',
    url: `${common}/storage-account-recover`,
    verified: readAgain,
  },
  'storage-hns-upgrade': {
    title: 'Upgrade Azure Blob Storage with Data Lake Storage capabilities',
    url: 'https://learn.microsoft.com/azure/storage/blobs/upgrade-to-data-lake-storage-gen2-how-to',
    verified: readAgain,
  },
  'storage-nfs-limits': {
    title: 'Known issues with NFS 3.0 in Azure Blob Storage',
    url: 'https://learn.microsoft.com/azure/storage/blobs/network-file-system-protocol-known-issues',
    verified: readAgain,
  },
  'storage-azcopy': {
    title: 'Copy or move data with AzCopy',
    url: `${common}/storage-use-azcopy-v10`,
    verified: readAgain,
  },
  'storage-cli': {
    title: 'az storage account',
    url: 'https://learn.microsoft.com/cli/azure/storage/account',
    verified: readAgain,
  },
  'storage-cli-source': {
    title: 'Source of az storage account update',
    url: `${cli}/blob/dev/src/azure-cli/azure/cli/command_modules/storage/operations/account.py`,
    verified: readAgain,
  },
  'storage-powershell': {
    title: 'Set-AzStorageAccount',
    url: 'https://learn.microsoft.com/powershell/module/az.storage/set-azstorageaccount',
    verified: readAgain,
  },
  'storage-powershell-vault': {
    title: 'New-AzKeyVault',
    url: 'https://learn.microsoft.com/powershell/module/az.keyvault/new-azkeyvault',
    verified,
  },
  'storage-protection-thread': {
    title: 'azure-cli issue 12346: Keyvault policy recoverable is not set',
    url: `${cli}/issues/12346`,
    verified: readAgain,
  },
  'storage-hsm-thread': {
    title: 'azure-cli issue 17914: KeyVaultPolicyError with a Managed HSM',
    url: `${cli}/issues/17914`,
    verified: readAgain,
  },
  'storage-old-key-thread': {
    title: 'azure-cli issue 27644: the key cannot be changed because the old vault is gone',
    url: `${cli}/issues/27644`,
    verified: readAgain,
  },
  'storage-expired-thread': {
    title: 'MicrosoftDocs/azure-docs issue 84096: an expired key',
    url: `${docs}/issues/84096`,
    verified,
  },
  'storage-token-thread': {
    title: 'MicrosoftDocs/azure-docs issue 46952: Failure in AAD Client Credentials Grant Flow',
    url: `${docs}/issues/46952`,
    verified: readAgain,
  },
  'storage-rotation-thread': {
    title: 'MicrosoftDocs/azure-docs issue 92190: the old version was disabled too early',
    url: `${docs}/issues/92190`,
    verified,
  },
  'storage-no-identity-thread': {
    title: 'terraform-provider-azurerm issue 6111: Managed Service Identity is not set',
    url: `${azurerm}/issues/6111`,
    verified,
  },
  'storage-identity-thread': {
    title: 'terraform-provider-azurerm issue 16374: invalid properties.encryption.identity',
    url: `${azurerm}/issues/16374`,
    verified,
  },
  'storage-terraform': {
    title: 'terraform-provider-azurerm: azurerm_storage_account_customer_managed_key',
    url: `${azurerm}/blob/main/website/docs/r/storage_account_customer_managed_key.html.markdown`,
    verified: readAgain,
  },
  'storage-module-thread': {
    title: 'Storage account module for Terraform, pull request 391: the key before the role works',
    url: 'https://github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount/pull/391',
    verified,
  },
  'storage-dicom-server': {
    title: 'Medical imaging server for DICOM: which storage errors are the customer’s',
    url: 'https://github.com/microsoft/dicom-server',
    verified: readAgain,
  },
  'storage-policy': {
    title: 'Built-in definitions of Azure Policy',
    url: 'https://github.com/Azure/azure-policy',
    verified,
  },
} as const satisfies Record<string, Source>;
