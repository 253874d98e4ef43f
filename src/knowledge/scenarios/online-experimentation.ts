import type { ServiceScenarios } from './scenario.ts';

/** Online Experimentation: a preview; key, vault and identity can all be changed by PATCH in its model. */
export const onlineExperimentationScenarios: ServiceScenarios = {
  type: 'Microsoft.OnlineExperimentation/workspaces',
  apiVersion: '2025-08-01-preview',
  names: ['workspaceName'],
  method: 'PATCH',
  methodSource: 'online-experimentation-specification',
  variants: {},
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { scenario: 'activate' },
      because: 'Only a Synapse workspace waits for activation; here the key is in use when the update succeeds.',
      source: 'online-experimentation-specification',
    },
    {
      when: { scenario: 'revert' },
      because:
        'Not confirmed: no page says what an update without the encryption block does. Ask support before you send one.',
      source: 'online-experimentation-specification',
    },
    {
      when: { store: 'managed-hsm' },
      because: 'Not confirmed: nothing is published about keys in a Managed HSM for this preview.',
      source: 'online-experimentation-specification',
    },
  ],
  verify: {
    query:
      '{state:properties.provisioningState, key:properties.encryption.customerManagedKeyEncryption, identity:identity}',
    expect: 'Expect state Succeeded, the key URL that you meant, and the identity that has access.',
  },
  regrant: [
    'Access to the key for the new identity of the workspace.',
    'Roles of the identity on the export storage account, the Log Analytics workspace and App Configuration; which ones is not confirmed, so compare with the old one.',
  ],
  lost: ['Not confirmed: metric definitions, analysis state and the address of the endpoint. Read them out first.'],
  survives: [
    'The App Configuration store, the Log Analytics workspace, the export storage account, the vault and its keys.',
  ],
  lostSource: 'online-experimentation-specification',
};
