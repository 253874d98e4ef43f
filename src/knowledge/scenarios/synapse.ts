import { synapse } from '../services/synapse-constants.ts';
import type { ServiceScenarios } from './scenario.ts';

/** Synapse: a PATCH names a key that the workspace knows; the choice for a key is made at creation. */
export const synapseScenarios: ServiceScenarios = {
  type: synapse.resourceType,
  apiVersion: synapse.apiVersion,
  names: ['workspaceName'],
  method: 'PATCH',
  methodSource: 'synapse-rest-spec',
  variantLabel: 'Managed virtual network',
  variants: { none: 'None', managed: 'Managed', 'managed-no-exfiltration': 'Managed, with exfiltration protection' },
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { scenario: 'revert' },
      because:
        'A Synapse workspace keeps the choice for its own key for ever: it cannot go back to Microsoft-managed keys.',
      source: 'synapse-encryption',
    },
    {
      when: { scenario: 'activate', identity: 'user-assigned' },
      because:
        'A workspace that reads its key with a user-assigned identity is never activated, because that identity has access before the workspace exists.',
      source: 'synapse-encryption',
    },
    {
      when: { store: 'managed-hsm' },
      because:
        'Not confirmed: pages about Synapse speak of Key Vault only, and the table of services contradicts them. Look at the Synapse page before you plan with a Managed HSM.',
      source: 'synapse-encryption',
    },
  ],
  verify: {
    query: '{state:properties.provisioningState, cmk:properties.encryption.cmk}',
    expect:
      'Expect state Succeeded, the key that you meant, and cmk.status Consistent; Updating means that data is still being re-encrypted.',
  },
  regrant: [
    'Key permissions (get, wrapKey, unwrapKey) for the new identity of the workspace; the template grants them.',
    'Storage Blob Data Contributor on the data lake for the new identity of the workspace.',
    'Every other role that the old identity had: az role assignment list --all --assignee with its principalId lists them.',
    'Synapse RBAC roles and SQL administrators of the people who work there.',
  ],
  lost: [
    'Spark and Data Explorer pools, workspace packages, serverless SQL databases and lake database metadata.',
    'Pipelines, notebooks, SQL scripts, linked services and triggers that are not in Git.',
    'Self-hosted integration runtimes, the managed virtual network with its private endpoints, firewall rules, Synapse RBAC.',
    `Dedicated SQL pools, except for their restore points, which stay ${synapse.restorePointDays} days; a paused pool gets no last one.`,
  ],
  survives: ['Files in the data lake, the Git repository, the vault and its keys, user-assigned identities, Purview.'],
  lostSource: 'synapse-move-region',
};
