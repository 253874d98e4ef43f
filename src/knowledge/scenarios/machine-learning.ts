import type { ServiceScenarios } from './scenario.ts';

/** Machine Learning: decided at creation; later only another key of the same vault. */
export const machineLearningScenarios: ServiceScenarios = {
  type: 'Microsoft.MachineLearningServices/workspaces',
  apiVersion: '2026-05-01',
  names: ['workspaceName'],
  method: 'PATCH',
  methodSource: 'ml-rest-spec',
  variantLabel: 'Kind and place of the metadata',
  variants: {
    workspace: 'Workspace, managed resource group',
    'workspace-service-side': 'Workspace, service-side',
    hub: 'Hub, managed resource group',
    'hub-service-side': 'Hub, service-side',
    project: 'Project of a hub',
  },
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { variant: 'project' },
      because: 'A project has no key of its own: it uses that of its hub, so choose the hub.',
      source: 'ml-hub',
    },
    {
      when: { scenario: 'activate' },
      because: 'Only a Synapse workspace waits for activation; here the key is in use from creation.',
      source: 'ml-cmk',
    },
    {
      when: { scenario: 'revert' },
      because: 'The choice for a key of your own is made at creation and cannot be taken back.',
      source: 'ml-hub-cmk',
    },
    {
      when: { store: 'managed-hsm' },
      because:
        'Not confirmed: the pages and the property keyVaultArmId speak of Key Vault only. Look at the set-up page before you plan with a Managed HSM.',
      source: 'ml-cmk-setup',
    },
    {
      when: {
        scenario: 'redeploy',
        variant: ['workspace-service-side', 'hub-service-side'],
        identity: 'system-assigned',
      },
      because:
        'Not confirmed: no page says which identity reads the key in the service-side model, and a system-assigned one does not exist before the workspace. A user-assigned identity can be granted first.',
      source: 'ml-hub-cmk',
    },
    {
      when: { scenario: 'rotate', variant: ['workspace-service-side', 'hub-service-side'] },
      because:
        'Not confirmed: one page says that a service-side key cannot be rotated, another describes it. Try it on a workspace that nobody needs first.',
      source: 'ml-cmk',
    },
    {
      when: { scenario: ['grant', 'repair', 'rotate'], variant: ['hub', 'hub-service-side'] },
      because:
        'For a hub that exists, the same files as for a workspace do: choose the workspace with the same place of metadata.',
      source: 'ml-hub',
    },
    {
      when: { scenario: 'repair', variant: 'workspace-service-side' },
      because: 'The update is the same in both models: choose the managed resource group.',
      source: 'ml-rest-spec',
    },
  ],
  verify: {
    query:
      '{kind:kind, state:properties.provisioningState, encryption:properties.encryption, group:properties.serviceProvisionedResourceGroup}',
    expect: 'Expect state Succeeded and the keyIdentifier that you meant.',
  },
  regrant: [
    'Access to the key for the new identity of the workspace; a user-assigned identity and Azure Cosmos DB keep theirs.',
    'Roles of the new identity on external storage, registries and databases.',
    'Roles of people on the workspace, private endpoints, projects with the new hubResourceId.',
  ],
  lost: [
    'Run history, registrations of models, data, environments and components, pipelines and datastores (14 days in soft delete, then gone).',
    'Compute, endpoints, queued and running jobs and role assignments, at once.',
    'The managed resource group with its stores, when the workspace is deleted permanently.',
  ],
  survives: [
    'The associated storage account, vault, registry and Application Insights, the vault of the key, Git, registries.',
  ],
  lostSource: 'ml-soft-delete',
};
