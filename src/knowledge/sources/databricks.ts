import type { Source } from '../sources.ts';

const verified = '2026-11-23';
/** Pages and threads that were read again while this list was written. */
const readAgain = '2026-11-25';
const learn = 'https://learn.microsoft.com/azure/databricks';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const powershell = 'https://github.com/Azure/azure-powershell';
const extension = 'https://github.com/Azure/azure-cli-extensions/blob/main/src/databricks';

export const databricksSources = {
  'databricks-rest-spec': {
    title: 'Published REST specification of Microsoft.Databricks',
    url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/databricks/resource-manager/Microsoft.Databricks/Databricks',
    verified,
  },
  'databricks-rest-put': {
    title: 'Workspaces - Create Or Update, Azure Databricks REST API',
    url: 'https://learn.microsoft.com/rest/api/databricks/workspaces/create-or-update',
    verified: readAgain,
  },
  'databricks-rest-delete': {
    title: 'Workspaces - Delete, Azure Databricks REST API',
    url: 'https://learn.microsoft.com/rest/api/databricks/workspaces/delete',
    verified: readAgain,
  },
  'databricks-types': {
    title: 'Published resource types of Microsoft.Databricks',
    url: 'https://github.com/Azure/bicep-types-az/tree/main/generated/databricks/microsoft.databricks',
    verified,
  },
  'databricks-cmk-overview': {
    title: 'Customer-managed keys for encryption, Azure Databricks',
    url: `${learn}/security/keys/customer-managed-keys`,
    verified: readAgain,
  },
  'databricks-services-key': {
    title: 'Customer-managed keys for managed services, Azure Databricks',
    url: `${learn}/security/keys/cmk-managed-services-azure/`,
    verified: readAgain,
  },
  'databricks-services-hsm': {
    title: 'Managed HSM keys for managed services, Azure Databricks (Azure operated by 21Vianet)',
    url: 'https://docs.azure.cn/zh-cn/databricks/security/keys/cmk-managed-services-azure/cmk-hsm-managed-services-azure',
    verified,
  },
  'databricks-disks-key': {
    title: 'Customer-managed keys for Azure managed disks, Azure Databricks',
    url: `${learn}/security/keys/cmk-managed-disks-azure/`,
    verified: readAgain,
  },
  'databricks-disks-hsm': {
    title: 'Managed HSM keys for Azure managed disks, Azure Databricks',
    url: `${learn}/security/keys/cmk-managed-disks-azure/cmk-hsm-managed-disks-azure`,
    verified,
  },
  'databricks-dbfs-key': {
    title: 'Customer-managed keys for DBFS root, Azure Databricks',
    url: `${learn}/security/keys/customer-managed-keys-dbfs/`,
    verified: readAgain,
  },
  'databricks-dbfs-cli': {
    title: 'Customer-managed keys for DBFS root with the Azure CLI',
    url: `${learn}/security/keys/customer-managed-keys-dbfs/cmk-dbfs-azure-cli`,
    verified,
  },
  'databricks-dbfs-hsm': {
    title: 'Managed HSM keys for DBFS root with the portal',
    url: `${learn}/security/keys/customer-managed-keys-dbfs/cmk-hsm-dbfs-azure-portal`,
    verified,
  },
  'databricks-dbfs-root': {
    title: 'The root directories of DBFS, Azure Databricks',
    url: `${learn}/dbfs/root-locations`,
    verified: readAgain,
  },
  'databricks-delete': {
    title: 'Delete a workspace, Azure Databricks',
    url: `${learn}/admin/workspace/delete-workspace`,
    verified: readAgain,
  },
  'databricks-mlflow': {
    title: 'Copy MLflow objects between workspaces',
    url: `${learn}/mlflow/migrate-mlflow-objects`,
    verified,
  },
  'databricks-disk-encryption': {
    title: 'Server-side encryption of Azure Disk Storage',
    url: 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption',
    verified,
  },
  'databricks-cli': {
    title: 'az databricks workspace',
    url: 'https://learn.microsoft.com/cli/azure/databricks/workspace',
    verified,
  },
  'databricks-cli-history': {
    title: 'Release history of the databricks extension of the Azure CLI',
    url: `${extension}/HISTORY.rst`,
    verified: readAgain,
  },
  'databricks-cli-update-source': {
    title: 'Source of az databricks workspace update',
    url: `${extension}/azext_databricks/aaz/latest/databricks/workspace/_update.py`,
    verified: readAgain,
  },
  'databricks-cli-keys-thread': {
    title: 'azure-cli issue 26236: the three keys of a Databricks workspace',
    url: 'https://github.com/Azure/azure-cli/issues/26236',
    verified,
  },
  'databricks-cli-tags-thread': {
    title: 'azure-cli issue 22614: ApplicationUpdateFail while tags are updated',
    url: 'https://github.com/Azure/azure-cli/issues/22614',
    verified,
  },
  'databricks-cli-force-delete': {
    title: 'azure-cli pull request 28940: force deletion of Databricks workspaces with a resource group',
    url: 'https://github.com/Azure/azure-cli/pull/28940',
    verified,
  },
  'databricks-powershell': {
    title: 'Update-AzDatabricksWorkspace',
    url: 'https://learn.microsoft.com/powershell/module/az.databricks/update-azdatabricksworkspace',
    verified: readAgain,
  },
  'databricks-powershell-remove': {
    title: 'Remove-AzDatabricksWorkspace',
    url: 'https://learn.microsoft.com/powershell/module/az.databricks/remove-azdatabricksworkspace',
    verified: readAgain,
  },
  'databricks-powershell-source': {
    title: 'Source of Update-AzDatabricksWorkspace',
    url: `${powershell}/blob/main/src/Databricks/Databricks.Autorest/custom/Update-AzDatabricksWorkspace.ps1`,
    verified,
  },
  'databricks-powershell-changes': {
    title: 'Change log of Az.Databricks',
    url: `${powershell}/blob/main/src/Databricks/Databricks/ChangeLog.md`,
    verified: readAgain,
  },
  'databricks-powershell-disk-thread': {
    title: 'azure-powershell issue 22463: Unable to access key vault while a disk key is updated',
    url: `${powershell}/issues/22463`,
    verified: readAgain,
  },
  'databricks-powershell-failed-thread': {
    title: 'azure-powershell issue 21324: the workspace is Failed after DBFS encryption was enabled',
    url: `${powershell}/issues/21324`,
    verified,
  },
  'databricks-powershell-tags-thread': {
    title: 'azure-powershell issue 25743: an update of tags alone asks for key details',
    url: `${powershell}/issues/25743`,
    verified,
  },
  'databricks-powershell-dbfs-thread': {
    title: 'PowerShell issue 20404: DBFS encryption fails when another key is on',
    url: 'https://github.com/PowerShell/PowerShell/issues/20404',
    verified: readAgain,
  },
  'databricks-self-help': {
    title: "Microsoft's published support self-help text on DBFS (2021)",
    url: 'https://github.com/TheresaLui/SelfHelpContent_v2/tree/master/articles/microsoft.databricks',
    verified,
  },
  'databricks-terraform': {
    title: 'terraform-provider-azurerm: the Databricks resources and their tests',
    url: `${azurerm}/tree/main/internal/services/databricks`,
    verified: readAgain,
  },
  'databricks-terraform-example': {
    title: 'terraform-provider-azurerm: example with a key for managed services',
    url: `${azurerm}/tree/main/examples/databricks/customer-managed-key/managed-services`,
    verified,
  },
  'databricks-terraform-patch-thread': {
    title: 'terraform-provider-azurerm issue 11356: WorkspacePatchFailed',
    url: `${azurerm}/issues/11356`,
    verified,
  },
  'databricks-terraform-replace-thread': {
    title: 'terraform-provider-azurerm issue 18878: a new services key replaced the workspace',
    url: `${azurerm}/issues/18878`,
    verified,
  },
  'databricks-terraform-disk-change': {
    title: 'terraform-provider-azurerm pull request 19992: keys for disks and services can be updated',
    url: `${azurerm}/pull/19992`,
    verified: readAgain,
  },
  'databricks-terraform-destroy-thread': {
    title: 'terraform-provider-azurerm issue 21288: the DBFS key cannot be destroyed with the workspace',
    url: `${azurerm}/issues/21288`,
    verified,
  },
  'databricks-terraform-identity-thread': {
    title: 'terraform-provider-azurerm issue 21487: identities of the workspace are empty',
    url: `${azurerm}/issues/21487`,
    verified,
  },
  'databricks-terraform-disk-thread': {
    title: 'terraform-provider-azurerm issue 22394: DiskEncryptionPropertiesRequired',
    url: `${azurerm}/issues/22394`,
    verified: readAgain,
  },
  'databricks-terraform-delete-thread': {
    title: 'terraform-provider-azurerm issue 28959: Unity Catalog data keeps the managed resource group',
    url: `${azurerm}/issues/28959`,
    verified,
  },
  'databricks-terraform-root-change': {
    title: 'terraform-provider-azurerm pull request 31336: Managed HSM and versionless keys for DBFS root',
    url: `${azurerm}/pull/31336`,
    verified,
  },
  'databricks-terraform-removal-change': {
    title: 'terraform-provider-azurerm pull request 33136: removing a key replaces the workspace',
    url: `${azurerm}/pull/33136`,
    verified,
  },
  'databricks-quickstart': {
    title: 'Azure quickstart template: Databricks with private endpoints and all three keys',
    url: 'https://github.com/Azure/azure-quickstart-templates/tree/master/quickstarts/microsoft.databricks/databricks-all-in-one-template-for-privateendpoint-cmk-all-forms',
    verified,
  },
  'databricks-disk-set-thread': {
    title: 'MicrosoftDocs/azure-docs issue 122008: when the disk encryption set is created',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/122008',
    verified: readAgain,
  },
  'databricks-bicep-thread': {
    title: 'Azure/bicep issue 6236: DBFS encryption in one deployment',
    url: 'https://github.com/Azure/bicep/issues/6236',
    verified,
  },
  'databricks-module-thread': {
    title: 'bicep-registry-modules issue 6002: the version of another key on the disk key',
    url: 'https://github.com/Azure/bicep-registry-modules/issues/6002',
    verified,
  },
  'databricks-deny-thread': {
    title: 'AzureTRE issue 4776: the deny assignment of the managed resource group',
    url: 'https://github.com/microsoft/AzureTRE/issues/4776',
    verified,
  },
  'databricks-pulumi-order-thread': {
    title: 'pulumi-azure-native issue 2617: keys at creation, and who must be granted when',
    url: 'https://github.com/pulumi/pulumi-azure-native/issues/2617',
    verified,
  },
  'databricks-pulumi-group-thread': {
    title: 'pulumi-azure-native issue 3643: the managed resource group already exists',
    url: 'https://github.com/pulumi/pulumi-azure-native/issues/3643',
    verified,
  },
  'databricks-pulumi-managed-by-thread': {
    title: 'pulumi-azure-native issue 3733: a resource group that the workspace does not manage',
    url: 'https://github.com/pulumi/pulumi-azure-native/issues/3733',
    verified,
  },
  'databricks-provider-tags-thread': {
    title: 'terraform-provider-databricks issue 2464: ApplicationUpdateFail while tags are updated',
    url: 'https://github.com/databricks/terraform-provider-databricks/issues/2464',
    verified,
  },
  'databricks-concurrent-thread': {
    title: 'terraform-databricks-examples issue 177: ConcurrentUpdateError',
    url: 'https://github.com/databricks/terraform-databricks-examples/issues/177',
    verified,
  },
  'databricks-own-cli': {
    title: 'The Databricks CLI',
    url: 'https://github.com/databricks/cli',
    verified,
  },
  'databricks-exporter': {
    title: 'terraform-provider-databricks: the exporter',
    url: 'https://github.com/databricks/terraform-provider-databricks/blob/main/docs/guides/experimental-exporter.md',
    verified,
  },
  'databricks-reference-architecture': {
    title: 'Security reference architecture of Databricks for Azure',
    url: 'https://github.com/databricks/terraform-databricks-sra',
    verified,
  },
  'databricks-community-architecture': {
    title: 'A community variant of the security reference architecture, not supported by Databricks',
    url: 'https://github.com/dpmcclurg/databricks-sra-byo-hub',
    verified: readAgain,
  },
} as const satisfies Record<string, Source>;
