import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const read = '2026-11-23';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const specs = 'https://github.com/Azure/azure-rest-api-specs/issues';

export const logAnalyticsSources = {
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
  'log-analytics-delete': {
    title: 'Delete and recover an Azure Log Analytics workspace',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace',
    verified,
  },
  'log-analytics-linked-storage': {
    title: 'Use customer-managed storage accounts in Azure Monitor Logs',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/private-storage',
    verified,
  },
  'log-analytics-auxiliary': {
    title: 'Set up a table with the Auxiliary plan in your Log Analytics workspace',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/create-custom-table-auxiliary',
    verified,
  },
  'log-analytics-export-job': {
    title: 'Run an export job in Azure Monitor Logs (preview)',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/export-job',
    verified,
  },
  'log-analytics-data-export': {
    title: 'Log Analytics workspace data export in Azure Monitor',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export',
    verified: read,
  },
  'log-analytics-replication': {
    title: 'Enhance resilience by replicating your Log Analytics workspace across regions',
    url: 'https://learn.microsoft.com/azure/azure-monitor/logs/workspace-replication',
    verified,
  },
  'log-analytics-sentinel': {
    title: 'Set up Microsoft Sentinel customer-managed key',
    url: 'https://learn.microsoft.com/azure/sentinel/customer-managed-keys',
    verified,
  },
  'log-analytics-cosmos': {
    title: 'Configure customer-managed keys for your Azure Cosmos DB account',
    url: 'https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys',
    verified: read,
  },
  'log-analytics-schema': {
    title: 'Azure/azure-resource-manager-schemas: Microsoft.OperationalInsights, 2025-07-01',
    url: 'https://github.com/Azure/azure-resource-manager-schemas/blob/main/schemas/2025-07-01/Microsoft.OperationalInsights.json',
    verified: read,
  },
  'log-analytics-update-api': {
    title: 'Clusters: Update, Log Analytics REST API',
    url: 'https://learn.microsoft.com/rest/api/loganalytics/clusters/update',
    verified: read,
  },
  'log-analytics-cli': {
    title: 'az monitor log-analytics cluster',
    url: 'https://learn.microsoft.com/cli/azure/monitor/log-analytics/cluster',
    verified: read,
  },
  'log-analytics-cli-workspace': {
    title: 'az monitor log-analytics workspace',
    url: 'https://learn.microsoft.com/cli/azure/monitor/log-analytics/workspace',
    verified: read,
  },
  'log-analytics-cli-identity': {
    title: 'az monitor log-analytics workspace identity',
    url: 'https://learn.microsoft.com/cli/azure/monitor/log-analytics/workspace/identity',
    verified,
  },
  'log-analytics-powershell': {
    title: 'Update-AzOperationalInsightsCluster',
    url: 'https://learn.microsoft.com/powershell/module/az.operationalinsights/update-azoperationalinsightscluster',
    verified: read,
  },
  'log-analytics-powershell-workspace': {
    title: 'Set-AzOperationalInsightsWorkspace',
    url: 'https://learn.microsoft.com/powershell/module/az.operationalinsights/set-azoperationalinsightsworkspace',
    verified: read,
  },
  'log-analytics-terraform': {
    title: 'terraform-provider-azurerm: the resource for the key of a cluster',
    url: `${azurerm}/blob/main/internal/services/loganalytics/log_analytics_cluster_customer_managed_key_resource.go`,
    verified: read,
  },
  'log-analytics-terraform-async': {
    title: 'terraform-provider-azurerm issue 13166: “Unknown service error” while the key is set',
    url: `${azurerm}/issues/13166`,
    verified: read,
  },
  'log-analytics-terraform-removal': {
    title: 'terraform-provider-azurerm issue 17933: the key of a cluster is not removed',
    url: `${azurerm}/issues/17933`,
    verified: read,
  },
  'log-analytics-terraform-fix': {
    title: 'terraform-provider-azurerm pull request 28862: the key of a cluster',
    url: `${azurerm}/pull/28862`,
    verified: read,
  },
  'log-analytics-terraform-hsm': {
    title: 'terraform-provider-azurerm issue 27433: Managed HSM key of a cluster',
    url: `${azurerm}/issues/27433`,
    verified: read,
  },
  'log-analytics-associated-thread': {
    title: 'azure-rest-api-specs issue 32821: associatedWorkspaces is read-only in the service',
    url: `${specs}/32821`,
    verified: read,
  },
  'log-analytics-associated-schema': {
    title: 'azure-rest-api-specs issue 25968: associatedWorkspaces in the schema of clusters',
    url: `${specs}/25968`,
    verified: read,
  },
  'log-analytics-link-thread': {
    title: 'Azure/bicep-registry-modules issue 4408: linking through features.clusterResourceId',
    url: 'https://github.com/Azure/bicep-registry-modules/issues/4408',
    verified: read,
  },
  'log-analytics-hsm-thread': {
    title: 'MicrosoftDocs/azure-docs issue 117248: a Managed HSM key needs keyRsaSize',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/117248',
    verified: read,
  },
  'log-analytics-empty-version-thread': {
    title: 'azure-cli issue 22842: an empty key version from PowerShell',
    url: 'https://github.com/Azure/azure-cli/issues/22842',
    verified: read,
  },
  'log-analytics-capacity-thread': {
    title: 'MicrosoftDocs/azure-monitor-docs pull request 187: the key update of the CLI and the capacity',
    url: 'https://github.com/MicrosoftDocs/azure-monitor-docs/pull/187',
    verified: read,
  },
} as const satisfies Record<string, Source>;
