import { synapse } from '../../knowledge/services/synapse-constants.ts';
import type { Choices } from '../choices.ts';
import { identityBlock, identityId } from '../identity.ts';
import { keyAddress } from '../key-store.ts';
import { param, type Resource, read, type Structure, type Template, type Value } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const activation = (url: Value, dependsOn?: readonly string[]): Resource => ({
  symbol: 'activation',
  type: synapse.keyResourceType,
  apiVersion: synapse.apiVersion,
  parent: 'workspace',
  name: param('workspaceKeyName'),
  ...(dependsOn && { dependsOn }),
  why: 'Activates the key. The identity of the workspace must have access to it by then.',
  body: { properties: { isActiveCMK: true, keyVaultUrl: url } },
});

/** Activates the key of a workspace that waits for it. */
export const activateTemplate = (choices: Choices): Omit<Template, 'parameters'> => ({
  existing: [
    { symbol: 'workspace', type: synapse.resourceType, apiVersion: synapse.apiVersion, name: param('workspaceName') },
  ],
  resources: [activation(keyAddress(choices).versionless)],
});

const networks: Readonly<Record<string, Structure>> = {
  managed: { managedVirtualNetwork: 'default', managedVirtualNetworkSettings: { preventDataExfiltration: false } },
  'managed-no-exfiltration': {
    managedVirtualNetwork: 'default',
    managedVirtualNetworkSettings: { preventDataExfiltration: true },
  },
};

const kekIdentity = (choices: Choices): Structure =>
  choices.identity === 'system-assigned'
    ? { useSystemAssignedIdentity: true }
    : { useSystemAssignedIdentity: false, userAssignedIdentity: identityId(choices) };

/** The templates of Synapse: the workspace points to its key by the name of a child, without a version. */
export const synapseTemplates: ServiceTemplates = {
  symbol: 'workspace',
  why: 'The workspace, with its key from the start: this cannot be switched on later.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    identity: identityBlock(choices, 'SystemAssigned,UserAssigned'),
    properties: {
      defaultDataLakeStorage: {
        accountUrl: param('dataLakeAccountUrl'),
        filesystem: param('fileSystem'),
        resourceId: param('dataLakeResourceId'),
      },
      sqlAdministratorLogin: param('sqlAdministratorLogin'),
      sqlAdministratorLoginPassword: param('sqlAdministratorLoginPassword'),
      ...networks[choices.variant],
      publicNetworkAccess: param('publicNetworkAccess'),
      encryption: {
        cmk: {
          kekIdentity: kekIdentity(choices),
          key: { name: param('workspaceKeyName'), keyVaultUrl: key.versionless },
        },
      },
    },
  }),
  after: (choices, key) =>
    choices.identity === 'system-assigned' ? [activation(key.versionless, ['workspace', 'grant'])] : [],
  ownPrincipals: ({ identity }) =>
    identity === 'system-assigned' ? { principalId: read('workspace', 'identity.principalId') } : {},
  principals: () => ['principalId'],
  // A user-assigned identity cannot be used for the key of a vault behind a firewall.
  newStore: ({ identity }) => ({
    closed: identity === 'system-assigned',
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey'],
  }),
  change: (choices) => ({
    properties: {
      encryption: { cmk: { key: { name: param('workspaceKeyName') }, kekIdentity: kekIdentity(choices) } },
    },
  }),
  before: ({ identity, variant }) => [
    'Check that the name is free: az synapse workspace check-name.',
    variant === 'none'
      ? 'A managed virtual network cannot be added later, so check that you need none.'
      : 'The managed virtual network and its exfiltration protection cannot be changed later, so check both choices now.',
    ...(identity === 'user-assigned'
      ? [
          'Check that the vault has no firewall: a user-assigned identity cannot be used for the key of a vault behind one.',
        ]
      : []),
    'Set Entra administrators and create SQL pools only when encryption.cmk.status is Consistent.',
  ],
};
