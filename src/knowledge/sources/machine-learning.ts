import type { Source } from '../sources.ts';

const read = '2026-11-23';
const verified = '2026-11-25';
const learn = 'https://learn.microsoft.com';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const quickstarts =
  'https://github.com/Azure/azure-quickstart-templates/tree/master/quickstarts/microsoft.machinelearningservices';

export const machineLearningSources = {
  'ml-cmk': {
    title: 'Customer-managed keys for Azure Machine Learning',
    url: `${learn}/azure/machine-learning/concept-customer-managed-keys`,
    verified,
  },
  'ml-cmk-setup': {
    title: 'Use customer-managed keys with Azure Machine Learning',
    url: `${learn}/azure/machine-learning/how-to-setup-customer-managed-keys`,
    verified,
  },
  'ml-hub-cmk': {
    title: 'Customer-managed keys for hub projects',
    url: `${learn}/azure/ai-foundry/concepts/hub-encryption-keys-portal`,
    verified,
  },
  'ml-foundry-cmk': {
    title: 'Customer-managed keys for encryption with Microsoft Foundry (text of May 2025)',
    url: `${learn}/azure/ai-foundry/concepts/encryption-keys-portal`,
    verified: read,
  },
  'ml-hub': {
    title: 'What is an Azure Machine Learning hub workspace?',
    url: `${learn}/azure/machine-learning/concept-hub-workspace`,
    verified: read,
  },
  'ml-roles': {
    title: 'Manage access to Azure Machine Learning workspaces',
    url: `${learn}/azure/machine-learning/how-to-assign-roles`,
    verified: read,
  },
  'ml-identity': {
    title: 'Set up authentication between Azure Machine Learning and other services',
    url: `${learn}/azure/machine-learning/how-to-identity-based-service-authentication`,
    verified: read,
  },
  'ml-cli': {
    title: 'az ml workspace',
    url: `${learn}/cli/azure/ml/workspace`,
    verified,
  },
  'ml-cli-model': {
    title: 'az ml model',
    url: `${learn}/cli/azure/ml/model`,
    verified,
  },
  'ml-cli-datastore': {
    title: 'az ml datastore',
    url: `${learn}/cli/azure/ml/datastore`,
    verified,
  },
  'ml-cli-notes': {
    title: 'Release notes of the Azure Machine Learning CLI (v2)',
    url: `${learn}/azure/machine-learning/azure-machine-learning-release-notes-cli-v2`,
    verified: read,
  },
  'ml-yaml': {
    title: 'CLI (v2) workspace YAML schema',
    url: `${learn}/azure/machine-learning/reference-yaml-workspace`,
    verified: read,
  },
  'ml-template': {
    title: 'Create a workspace with an Azure Resource Manager template',
    url: `${learn}/azure/machine-learning/how-to-create-workspace-template`,
    verified: read,
  },
  'ml-data-encryption': {
    title: 'Data encryption with Azure Machine Learning',
    url: `${learn}/azure/machine-learning/concept-data-encryption`,
    verified: read,
  },
  'ml-soft-delete': {
    title: 'Recover workspace data while soft deleted',
    url: `${learn}/azure/machine-learning/concept-soft-delete`,
    verified,
  },
  'ml-move': {
    title: 'Move Azure Machine Learning workspaces between subscriptions',
    url: `${learn}/azure/machine-learning/how-to-move-workspace`,
    verified: read,
  },
  'ml-failover': {
    title: 'Failover for business continuity and disaster recovery of Azure Machine Learning',
    url: `${learn}/azure/machine-learning/how-to-high-availability-machine-learning`,
    verified,
  },
  'ml-powershell': {
    title: 'Update-AzMLWorkspace',
    url: `${learn}/powershell/module/az.machinelearningservices/update-azmlworkspace`,
    verified: read,
  },
  'ml-powershell-remove': {
    title: 'Remove-AzMLWorkspace',
    url: `${learn}/powershell/module/az.machinelearningservices/remove-azmlworkspace`,
    verified,
  },
  'ml-patch-model': {
    title: 'EncryptionKeyVaultUpdateProperties: what a PATCH of the encryption can hold',
    url: `${learn}/javascript/api/@azure/arm-machinelearning/encryptionkeyvaultupdateproperties`,
    verified,
  },
  'ml-key-class': {
    title: 'CustomerManagedKey class of the Azure Machine Learning SDK',
    url: `${learn}/python/api/azure-ai-ml/azure.ai.ml.entities.customermanagedkey`,
    verified,
  },
  'ml-rest-spec': {
    title: 'Microsoft.MachineLearningServices workspaces, API version 2025-09-01 (specification)',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/stable/2025-09-01/workspaceRP.json',
    verified: read,
  },
  'ml-sdk-update': {
    title: 'azure-ai-ml: how the SDK and the CLI create and update a workspace',
    url: 'https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/ml/azure-ai-ml/azure/ai/ml/operations/_workspace_operations_base.py',
    verified,
  },
  'ml-sdk-feature-store': {
    title: 'azure-ai-ml: the feature store class',
    url: 'https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/ml/azure-ai-ml/azure/ai/ml/entities/_feature_store/feature_store.py',
    verified: read,
  },
  'ml-quickstart': {
    title: 'Quickstart template: a workspace with a customer-managed key',
    url: `${quickstarts}/machine-learning-workspace-cmk`,
    verified: read,
  },
  'ml-quickstart-service-side': {
    title: 'Quickstart template: a workspace with service-side encryption',
    url: `${quickstarts}/machine-learning-workspace-cmk-service-side-encryption`,
    verified: read,
  },
  'ml-quickstart-hub': {
    title: 'Quickstart template: a hub with service-side encryption',
    url: `${quickstarts}/aistudio-cmk-service-side-encryption`,
    verified: read,
  },
  'ml-avm-bicep': {
    title: 'Azure/bicep-registry-modules: workspace tests with a customer-managed key',
    url: 'https://github.com/Azure/bicep-registry-modules/tree/main/avm/res/machine-learning-services/workspace/tests/e2e',
    verified: read,
  },
  'ml-avm-terraform': {
    title: 'terraform-azurerm-avm-res-machinelearningservices-workspace: examples',
    url: 'https://github.com/Azure/terraform-azurerm-avm-res-machinelearningservices-workspace/tree/main/examples',
    verified: read,
  },
  'ml-avm-terraform-fix': {
    title:
      'terraform-azurerm-avm-res-machinelearningservices-workspace pull request 101: encryption with a customer-managed key',
    url: 'https://github.com/Azure/terraform-azurerm-avm-res-machinelearningservices-workspace/pull/101',
    verified,
  },
  'ml-terraform': {
    title: 'terraform-provider-azurerm: the Machine Learning workspace resource',
    url: `${azurerm}/blob/main/internal/services/machinelearning/machine_learning_workspace_resource.go`,
    verified: read,
  },
  'ml-terraform-hub': {
    title: 'terraform-provider-azurerm: azurerm_ai_foundry',
    url: `${azurerm}/blob/main/website/docs/r/ai_foundry.html.markdown`,
    verified: read,
  },
  'ml-terraform-soft-delete': {
    title: 'terraform-provider-azurerm issue 22171: soft-deleted workspaces',
    url: `${azurerm}/issues/22171`,
    verified: read,
  },
  'ml-cosmos-cmk-errors': {
    title: 'Cross-tenant CMK troubleshooting guide of Azure Cosmos DB',
    url: `${learn}/azure/cosmos-db/troubleshoot-cmk`,
    verified,
  },
  'ml-search-cmk': {
    title: 'Configure customer-managed keys for data encryption in Azure AI Search',
    url: `${learn}/azure/search/search-security-manage-encryption-keys`,
    verified: read,
  },
  'ml-purge-protection-thread': {
    title: 'MicrosoftDocs/azure-docs issue 108584: CMK workspace creation issues',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/108584',
    verified,
  },
  'ml-policies-wiped-thread': {
    title: 'MicrosoftDocs/azure-docs issue 24385: redeploying a vault wipes its access policies',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/24385',
    verified: read,
  },
  'ml-policy-thread': {
    title: 'Azure/Bio-Compliancy issue 23: policies and the managed resource group',
    url: 'https://github.com/Azure/Bio-Compliancy/issues/23',
    verified: read,
  },
  'ml-soft-delete-message-thread': {
    title: 'Azure/ResourceModules issue 3596: a soft-deleted workspace holds the name',
    url: 'https://github.com/Azure/ResourceModules/issues/3596',
    verified: read,
  },
  'ml-soft-delete-pipeline-thread': {
    title: 'Azure/ResourceModules issue 3397: pipelines and soft-deleted workspaces',
    url: 'https://github.com/Azure/ResourceModules/issues/3397',
    verified: read,
  },
  'ml-soft-delete-landing-zone-thread': {
    title: 'Azure/CanadaPubSecALZ issue 380: pipelines and soft-deleted workspaces',
    url: 'https://github.com/Azure/CanadaPubSecALZ/issues/380',
    verified: read,
  },
  'ml-soft-delete-deadlock-thread': {
    title: 'azure-cli issue 33756: create is blocked, and the permanent delete finds nothing',
    url: 'https://github.com/Azure/azure-cli/issues/33756',
    verified: read,
  },
  'ml-docs-application-id': {
    title: 'MicrosoftDocs/azure-ai-docs: an application id with a missing group',
    url: 'https://github.com/MicrosoftDocs/azure-ai-docs',
    verified: read,
  },
} as const satisfies Record<string, Source>;
