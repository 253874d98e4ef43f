import type { ServiceScenarios } from './scenario.ts';

/** Discovery: decided at creation; later another key or version of the same vault. */
export const discoveryScenarios: ServiceScenarios = {
  type: 'Microsoft.Discovery/workspaces',
  apiVersion: '2026-06-01',
  names: ['workspaceName'],
  method: 'PATCH',
  methodSource: 'discovery-cmk',
  variants: {},
  identities: ['user-assigned'],
  refused: [
    {
      when: { scenario: 'activate' },
      because: 'Only a Synapse workspace waits for activation; here the key is in use from creation.',
      source: 'discovery-cmk',
    },
    {
      when: { scenario: 'revert' },
      because: 'The choice between your key and a Microsoft-managed one is made at creation and cannot be changed.',
      source: 'discovery-cmk',
    },
    {
      when: { store: 'managed-hsm' },
      because: 'Not confirmed: the page describes a key vault only. Look there before you plan with a Managed HSM.',
      source: 'discovery-cmk',
    },
    {
      when: { permissionModel: 'access-policy' },
      because: 'Microsoft Discovery requires a vault with Azure RBAC.',
      source: 'discovery-cmk',
    },
    {
      when: { identity: 'system-assigned' },
      because: 'A Discovery workspace has no identity of its own; it is given a user-assigned one at creation.',
      source: 'discovery-identity',
    },
  ],
  verify: {
    query: '{state:properties.provisioningState, key:properties.keyVaultProperties}',
    expect: 'Expect state Succeeded and the key version that you meant.',
  },
  regrant: [
    'Nothing for a user-assigned identity that stays: it keeps its principalId and its roles.',
    'A new identity also needs Microsoft Discovery Platform Contributor, Storage Blob Data Contributor and AcrPull.',
  ],
  lost: ['The configuration of the workspace, projects and chat model deployments; there is no soft delete.'],
  survives: ['The supercomputer, storage account, registry, vault and identity.'],
  lostSource: 'discovery-delete',
};
