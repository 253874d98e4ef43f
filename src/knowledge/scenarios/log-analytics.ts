import type { ServiceScenarios } from './scenario.ts';

/** Log Analytics: the key sits on the dedicated cluster, never on the workspace. */
export const logAnalyticsScenarios: ServiceScenarios = {
  type: 'Microsoft.OperationalInsights/clusters',
  apiVersion: '2025-07-01',
  names: ['clusterName'],
  method: 'PATCH',
  methodSource: 'log-analytics-cmk',
  variants: {},
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { scenario: 'activate' },
      because: 'Only a Synapse workspace waits for activation; a cluster has its key when the update succeeds.',
      source: 'log-analytics-cmk',
    },
  ],
  verify: {
    query: '{state:properties.provisioningState, key:properties.keyVaultProperties, identity:identity, sku:sku}',
    expect: 'Expect state Succeeded and the key that you meant; an empty keyVersion follows the newest version.',
  },
  regrant: [
    'Access to the key for the new identity of the cluster.',
    'Workspaces are linked to the new cluster one by one; a workspace takes two link operations in 30 days.',
  ],
  lost: [
    'Every record that was ingested while workspaces were linked to the old cluster, for all of them.',
    'The name of the old cluster, for 14 days.',
  ],
  survives: [
    'Records from before the link or after the unlink, linked storage accounts, exported data, the vault and its keys.',
  ],
  lostSource: 'log-analytics-clusters',
};
