import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const learn = 'https://learn.microsoft.com';
const builtIn = 'https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions';

/** The pages behind the preflight, the alerts and the policies. */
export const preventionSources = {
  'prevention-key-vault-events': {
    title: 'Azure Key Vault as an Event Grid source',
    url: `${learn}/azure/event-grid/event-schema-key-vault`,
    verified,
  },
  'prevention-event-grid': {
    title: 'Monitor Key Vault with Azure Event Grid',
    url: `${learn}/azure/key-vault/general/event-grid-overview`,
    verified,
  },
  'prevention-event-alerts': {
    title: 'Send Key Vault events to Azure Monitor alerts',
    url: `${learn}/azure/event-grid/handle-key-vault-events-using-azure-monitor-alerts`,
    verified,
  },
  'prevention-event-subscription': {
    title: 'Microsoft.EventGrid/eventSubscriptions template reference',
    url: `${learn}/azure/templates/microsoft.eventgrid/eventsubscriptions`,
    verified,
  },
  'key-vault-reliability': {
    title: 'Reliability in Azure Key Vault',
    url: `${learn}/azure/reliability/reliability-key-vault`,
    verified,
  },
  'prevention-enable-logging': {
    title: 'Enable Azure Key Vault logging',
    url: `${learn}/azure/key-vault/general/howto-logging`,
    verified,
  },
  'prevention-key-vault-alerts': {
    title: 'Configure Azure Key Vault alerts',
    url: `${learn}/azure/key-vault/general/alert`,
    verified,
  },
  'prevention-activity-log-alert': {
    title: 'az monitor activity-log alert',
    url: `${learn}/cli/azure/monitor/activity-log/alert`,
    verified,
  },
  'prevention-activity-log-alert-powershell': {
    title: 'New-AzActivityLogAlert',
    url: `${learn}/powershell/module/az.monitor/new-azactivitylogalert`,
    verified,
  },
  'prevention-log-alert': {
    title: 'az monitor scheduled-query',
    url: `${learn}/cli/azure/monitor/scheduled-query`,
    verified,
  },
  'prevention-log-alert-powershell': {
    title: 'New-AzScheduledQueryRule',
    url: `${learn}/powershell/module/az.monitor/new-azscheduledqueryrule`,
    verified,
  },
  'prevention-key-vault-policy': {
    title: 'Integrate Azure Key Vault with Azure Policy',
    url: `${learn}/azure/key-vault/general/azure-policy`,
    verified,
  },
  'prevention-policies-key-vault': {
    title: 'Built-in policy definitions: Key Vault',
    url: `${builtIn}/Key%20Vault`,
    verified,
  },
  'prevention-policies-monitoring': {
    title: 'Built-in policy definitions: Monitoring',
    url: `${builtIn}/Monitoring`,
    verified,
  },
  'prevention-policies-synapse': {
    title: 'Built-in policy definitions: Synapse',
    url: `${builtIn}/Synapse`,
    verified,
  },
  'prevention-policies-machine-learning': {
    title: 'Built-in policy definitions: Machine Learning',
    url: `${builtIn}/Machine%20Learning`,
    verified,
  },
  'prevention-policies-storage': {
    title: 'Built-in policy definitions: Storage',
    url: `${builtIn}/Storage`,
    verified,
  },
  'prevention-policies-healthcare': {
    title: 'Built-in policy definitions: Healthcare APIs',
    url: `${builtIn}/Healthcare%20APIs`,
    verified,
  },
} as const satisfies Record<string, Source>;
