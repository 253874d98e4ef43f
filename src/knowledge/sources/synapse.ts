import type { Source } from '../sources.ts';

const verified = '2026-11-23';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const docs = 'https://github.com/MicrosoftDocs/azure-docs';

export const synapseSources = {
  'synapse-avm-rbac': {
    title: 'Azure/bicep-registry-modules: the role that the Synapse module assigns for CMK',
    url: 'https://github.com/Azure/bicep-registry-modules/blob/main/avm/res/synapse/workspace/modules/nested_cmkRbac.bicep',
    verified,
  },
  'synapse-protector': {
    title: 'azure-rest-api-specs: the encryption protector of a Synapse workspace',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/synapse/resource-manager/Microsoft.Synapse/Synapse/EncryptionProtector.tsp',
    verified,
  },
  'synapse-managed-network': {
    title: 'Azure Synapse Analytics managed virtual network',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-managed-vnet',
    verified,
  },
  'synapse-rbac-roles': {
    title: 'Synapse RBAC roles',
    url: 'https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles',
    verified: '2026-11-25',
  },
  'sql-tde-remove': {
    title: 'Remove a transparent data encryption protector',
    url: 'https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-remove-tde-protector',
    verified: '2026-11-25',
  },
  'synapse-hsm-correction': {
    title: 'MicrosoftDocs/azure-docs pull request 106647: Managed HSM and Synapse',
    url: `${docs}/pull/106647`,
    verified,
  },
  'synapse-keyops-thread': {
    title: 'MicrosoftDocs/azure-docs pull request 80805: permitted operations of template-made keys',
    url: `${docs}/pull/80805`,
    verified,
  },
  'synapse-firewall-thread': {
    title: 'MicrosoftDocs/azure-docs issue 69280: vault firewall and trusted services with Synapse',
    url: `${docs}/issues/69280`,
    verified,
  },
  'synapse-docs-rotation': {
    title: 'MicrosoftDocs/azure-docs pull request 128165: rotation, old versions and FAILED',
    url: `${docs}/pull/128165`,
    verified,
  },
  'synapse-versionless-thread': {
    title: 'Azure-Samples/Synapse pull request 82: key identifiers without a version',
    url: 'https://github.com/Azure-Samples/Synapse/pull/82',
    verified,
  },
  'synapse-cli-activate-thread': {
    title: 'azure-cli issue 17971: activation with key update',
    url: 'https://github.com/Azure/azure-cli/issues/17971',
    verified,
  },
  'synapse-cli-activate-change': {
    title: 'azure-cli pull request 19304: az synapse workspace activate',
    url: 'https://github.com/Azure/azure-cli/pull/19304',
    verified,
  },
  'synapse-cli-notes': {
    title: 'azure-cli issue 19648: the release notes misname the command',
    url: 'https://github.com/Azure/azure-cli/issues/19648',
    verified,
  },
  'synapse-cli-notebook': {
    title: 'az synapse notebook',
    url: 'https://learn.microsoft.com/cli/azure/synapse/notebook',
    verified,
  },
  'synapse-cli-sql-script': {
    title: 'az synapse sql-script',
    url: 'https://learn.microsoft.com/cli/azure/synapse/sql-script',
    verified,
  },
  'synapse-powershell-enable': {
    title: 'Enable-AzSynapseWorkspace',
    url: 'https://learn.microsoft.com/powershell/module/az.synapse/enable-azsynapseworkspace',
    verified,
  },
  'synapse-powershell-key': {
    title: 'New-AzSynapseWorkspaceKey',
    url: 'https://learn.microsoft.com/powershell/module/az.synapse/new-azsynapseworkspacekey',
    verified,
  },
  'synapse-terraform-key': {
    title: 'terraform-provider-azurerm: the workspace key resource',
    url: `${azurerm}/blob/main/internal/services/synapse/synapse_workspace_key_resource.go`,
    verified,
  },
  'synapse-admin-thread': {
    title: 'terraform-provider-azurerm issue 13195: administrators before activation',
    url: `${azurerm}/issues/13195`,
    verified,
  },
  'synapse-terraform-polling': {
    title: 'terraform-provider-azurerm pull request 15897: wait for the key',
    url: `${azurerm}/pull/15897`,
    verified,
  },
  'synapse-both-identities-thread': {
    title: 'terraform-provider-azurerm issue 25037: both identities needed access',
    url: `${azurerm}/issues/25037`,
    verified,
  },
  'synapse-key-name-thread': {
    title: 'Azure/bicep issue 5473: CannotAddWorkspaceKey',
    url: 'https://github.com/Azure/bicep/issues/5473',
    verified,
  },
  'synapse-managed-vnet-thread': {
    title: 'terraform-provider-azurerm issue 15976: keys not found with a managed virtual network',
    url: `${azurerm}/issues/15976`,
    verified,
  },
} as const satisfies Record<string, Source>;
