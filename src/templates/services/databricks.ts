import type { Choices } from '../choices.ts';
import type { KeyAddress } from '../key-store.ts';
import { context, param, read, type Structure, text, when } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const has = ({ variant }: Choices, feature: 'managed-services' | 'managed-disks' | 'dbfs-root'): boolean =>
  variant === feature || variant === 'all' || (variant === 'serverless' && feature === 'managed-services');

const source = 'Microsoft.Keyvault';

const vaultProperties = ({ host, name, version }: KeyAddress): Structure => ({
  keyVaultUri: text`${host}/`,
  keyName: name,
  keyVersion: version,
});

/** The two keys that have entities of their own; whether disks follow new versions is set for a new workspace only. */
function entities(choices: Choices, key: KeyAddress): Structure {
  const properties = vaultProperties(key);
  return {
    ...(has(choices, 'managed-services') && {
      managedServices: { keySource: source, keyVaultProperties: properties },
    }),
    ...(has(choices, 'managed-disks') && {
      managedDisk: {
        keySource: source,
        keyVaultProperties: properties,
        ...(choices.scenario === 'redeploy' && { rotationToLatestKeyVersionEnabled: true }),
      },
    }),
  };
}

/** The names of the properties of DBFS root differ from the others in their capitals. */
const dbfs = ({ host, name, version }: KeyAddress): Structure => ({
  value: { keySource: source, keyvaulturi: text`${host}/`, KeyName: name, keyversion: version },
});

const dbfsChange = (key: KeyAddress): Structure => ({
  properties: { parameters: { prepareEncryption: { value: true }, encryption: dbfs(key) } },
});

function hybrid(choices: Choices, key: KeyAddress): Structure {
  return {
    computeMode: 'Hybrid',
    managedResourceGroupId: text`/subscriptions/${context('subscriptionId')}/resourceGroups/${param('managedResourceGroupName')}`,
    publicNetworkAccess: param('publicNetworkAccess'),
    requiredNsgRules: 'AllRules',
    parameters: {
      enableNoPublicIp: { value: true },
      ...(has(choices, 'dbfs-root') && {
        prepareEncryption: { value: true },
        encryption: when(param('keyGranted'), dbfs(key)),
      }),
    },
  };
}

/** The templates of Databricks: three keys, and identities that come with the workspace. */
export const databricksTemplates: ServiceTemplates = {
  symbol: 'workspace',
  why: 'The workspace, in the premium tier, which every key of your own needs.',
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    sku: { name: 'premium' },
    properties: {
      ...(choices.variant === 'serverless'
        ? { computeMode: 'Serverless', publicNetworkAccess: param('publicNetworkAccess') }
        : hybrid(choices, key)),
      ...(choices.variant !== 'dbfs-root' && { encryption: { entities: entities(choices, key) } }),
    },
  }),
  applications: (choices) =>
    has(choices, 'managed-services') || has(choices, 'managed-disks') ? ['applicationPrincipalId'] : [],
  ownPrincipals: (choices) => ({
    ...(has(choices, 'managed-disks') && {
      diskPrincipalId: read('workspace', 'properties.managedDiskIdentity.principalId'),
    }),
    ...(has(choices, 'dbfs-root') && {
      storagePrincipalId: read('workspace', 'properties.storageAccountIdentity.principalId'),
    }),
  }),
  principals: (choices) => [
    ...(has(choices, 'managed-services') || has(choices, 'managed-disks') ? (['applicationPrincipalId'] as const) : []),
    ...(has(choices, 'managed-disks') ? (['diskPrincipalId'] as const) : []),
    ...(has(choices, 'dbfs-root') ? (['storagePrincipalId'] as const) : []),
  ],
  staged: (choices) => has(choices, 'dbfs-root'),
  newStore: () => ({ closed: true, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (choices, key): Structure =>
    choices.variant === 'dbfs-root'
      ? dbfsChange(key)
      : { properties: { encryption: { entities: entities(choices, key) } } },
  revert: () => ({ properties: { parameters: { encryption: { value: { keySource: 'Default' } } } } }),
  before: (choices) => [
    'The managed resource group must not exist yet; Databricks creates it.',
    'The compute mode cannot be changed later.',
    ...(has(choices, 'managed-disks')
      ? ['Start compute only when the disk identity has access to the key; the deployment succeeds without it.']
      : []),
    'Create private endpoints before or after, never during: the workspace is locked while it is Updating.',
  ],
};
