import { synapse } from '../knowledge/services/synapse-constants.ts';
import type { Choices } from './choices.ts';
import { grantTemplate } from './grant.ts';
import { keyName, keyUrl, vaultName } from './key.ts';
import {
  call,
  keyed,
  type Module,
  type Parameter,
  param,
  property,
  type Resource,
  read,
  type Template,
  type Value,
  variable,
} from './model.ts';

const workspaceName: Parameter = { type: 'string', description: 'Name of the Synapse workspace.' };
const workspaceKeyName: Parameter = {
  type: 'string',
  description:
    'Name of the key as the workspace knows it (encryption.cmk.key.name); not the name of the key in the vault.',
  default: synapse.defaultKeyName,
};

const activation = (dependsOn?: readonly string[]): Resource => ({
  symbol: 'activation',
  type: synapse.keyResourceType,
  apiVersion: synapse.apiVersion,
  name: [param('workspaceName'), param('workspaceKeyName')],
  ...(dependsOn && { dependsOn }),
  why: 'Activates the key. The identity of the workspace must have access to it by then.',
  body: { properties: { isActiveCMK: true, keyVaultUrl: variable('keyUrl') } },
});

/** Activates the key of a workspace that waits for it. */
export function activateTemplate(): Template {
  return {
    parameters: { workspaceName, workspaceKeyName, vaultName, keyName },
    variables: { keyUrl },
    resources: [activation()],
  };
}

/** Deploys a workspace that has its key from the start. */
export function redeployTemplate(choices: Choices): Template {
  const systemAssigned = choices.identity === 'system-assigned';
  return {
    parameters: {
      workspaceName,
      location: {
        type: 'string',
        description: 'Region of the workspace; the portal offers only vaults of the same region.',
        default: property(call('resourceGroup'), 'location'),
      },
      tags: { type: 'object', description: 'Tags of the workspace.', default: {} },
      dataLakeAccountUrl: {
        type: 'string',
        description: 'Address of the default Data Lake Storage account, with dfs in it.',
      },
      dataLakeResourceId: { type: 'string', description: 'Resource id of the default Data Lake Storage account.' },
      fileSystem: { type: 'string', description: 'File system (container) in the default Data Lake Storage account.' },
      sqlAdministratorLogin: {
        type: 'string',
        description: 'Login name of the SQL administrator; it cannot be changed later.',
      },
      sqlAdministratorLoginPassword: {
        type: 'string',
        secure: true,
        description: 'Password of the SQL administrator. Not in the parameters file: the deployment asks for it.',
      },
      workspaceKeyName,
      vaultName,
      ...(systemAssigned && {
        vaultResourceGroup: { type: 'string', description: 'Resource group of the key vault.' } as const,
        vaultSubscriptionId: {
          type: 'string',
          description: 'Subscription of the key vault.',
          default: property(call('subscription'), 'subscriptionId'),
        } as const,
      }),
      keyName,
      ...(!systemAssigned && {
        userAssignedIdentityId: {
          type: 'string',
          description: 'Resource id of the user-assigned identity; it has access to the key already.',
        } as const,
      }),
    },
    variables: { keyUrl },
    resources: systemAssigned
      ? [workspace(choices), grant(choices), activation(['workspace', 'grant'])]
      : [workspace(choices)],
    outputs: {
      principalId: {
        type: 'string',
        description: 'Object id of the identity of the workspace, for the roles that it needs elsewhere.',
        value: workspacePrincipalId,
      },
    },
  };
}

const workspacePrincipalId = read('workspace', 'identity.principalId');

const grant = (choices: Choices): Module => ({
  symbol: 'grant',
  name: call('format', 'grant-{0}', param('workspaceName')),
  subscriptionId: param('vaultSubscriptionId'),
  resourceGroup: param('vaultResourceGroup'),
  dependsOn: ['workspace'],
  why: 'Gives the new identity of the workspace access to the key, in the resource group of the vault.',
  arguments: { vaultName: param('vaultName'), principalId: workspacePrincipalId },
  template: grantTemplate(choices.permissionModel),
});

const workspace = (choices: Choices): Resource => {
  const systemAssigned = choices.identity === 'system-assigned';
  const identity: Value = systemAssigned
    ? { type: 'SystemAssigned' }
    : {
        type: 'SystemAssigned,UserAssigned',
        userAssignedIdentities: keyed(param('userAssignedIdentityId'), {}),
      };
  const kekIdentity: Value = systemAssigned
    ? { useSystemAssignedIdentity: true }
    : { useSystemAssignedIdentity: false, userAssignedIdentity: param('userAssignedIdentityId') };
  const network: Readonly<Record<string, Value>> =
    choices.managedVirtualNetwork === 'none'
      ? {}
      : {
          managedVirtualNetwork: 'default',
          managedVirtualNetworkSettings: {
            preventDataExfiltration: choices.managedVirtualNetwork === 'managed-no-exfiltration',
          },
        };
  return {
    symbol: 'workspace',
    type: synapse.resourceType,
    apiVersion: synapse.apiVersion,
    name: [param('workspaceName')],
    why: 'The workspace, with its key from the start: this cannot be switched on later.',
    body: {
      location: param('location'),
      tags: param('tags'),
      identity,
      properties: {
        defaultDataLakeStorage: {
          accountUrl: param('dataLakeAccountUrl'),
          filesystem: param('fileSystem'),
          resourceId: param('dataLakeResourceId'),
        },
        sqlAdministratorLogin: param('sqlAdministratorLogin'),
        sqlAdministratorLoginPassword: param('sqlAdministratorLoginPassword'),
        ...network,
        publicNetworkAccess: choices.publicNetworkAccess,
        encryption: {
          cmk: { kekIdentity, key: { name: param('workspaceKeyName'), keyVaultUrl: variable('keyUrl') } },
        },
      },
    },
  };
};
