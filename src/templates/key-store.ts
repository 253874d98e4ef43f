import { apiVersions, permissionModels } from '../knowledge/key-stores.ts';
import { roles } from '../knowledge/roles.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import type { ParameterName } from '../knowledge/template-parameters.ts';
import type { Choices } from './choices.ts';
import {
  context,
  type Existing,
  type Expression,
  guid,
  id,
  last,
  type Module,
  param,
  type Resource,
  read,
  role,
  type Template,
  text,
} from './model.ts';
import { complete } from './parameters.ts';

/** How a key is addressed; services want its parts, or its identifier with or without the version. */
export interface KeyAddress {
  /** `https://kv-contoso.vault.azure.net`, without a slash at the end. */
  readonly host: Expression;
  readonly name: Expression;
  readonly version: Expression;
  readonly versionless: Expression;
  readonly versioned: Expression;
}

/** The address of the key that was chosen; a new key tells its version itself. */
export function keyAddress({ store, origin }: Pick<Choices, 'store' | 'origin'>): KeyAddress {
  const name = param('keyName');
  const host =
    store === 'vault'
      ? text`https://${param('vaultName')}${context('keyVaultSuffix')}`
      : text`https://${param('hsmName')}${param('hsmSuffix')}`;
  const versionless = text`${host}/keys/${name}`;
  const made = read('key', 'properties.keyUriWithVersion');
  return {
    host,
    name,
    version: origin === 'new' ? last(made) : param('keyVersion'),
    versionless,
    versioned: origin === 'new' ? made : text`${versionless}/${param('keyVersion')}`,
  };
}

const vaultType = 'Microsoft.KeyVault/vaults';

/** The vault, as a resource that is there. */
export const existingVault: Existing = {
  symbol: 'vault',
  type: vaultType,
  apiVersion: apiVersions[vaultType],
  name: param('vaultName'),
};

/** What a new key store has to be like. */
export interface NewStore {
  /** Closed for everybody but trusted services, where the service is one of them. */
  readonly closed: boolean;
  readonly keySize: 2048 | 3072;
  readonly keyOps: readonly string[];
}

/** A new vault with its key; soft delete and purge protection are on from the start. */
export function newKeyStore({ closed, keySize, keyOps }: NewStore): Resource[] {
  return [
    {
      symbol: 'vault',
      type: vaultType,
      apiVersion: apiVersions[vaultType],
      name: param('vaultName'),
      why: closed
        ? 'The vault: closed for everybody but trusted services, and nothing in it can be purged early.'
        : 'The vault: nothing in it can be purged early. Its network stays open, because the service has no other way to it.',
      body: {
        location: param('location'),
        tags: param('tags'),
        properties: {
          tenantId: context('tenantId'),
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          softDeleteRetentionInDays: 90,
          enablePurgeProtection: true,
          publicNetworkAccess: 'Enabled',
          networkAcls: { bypass: 'AzureServices', defaultAction: closed ? 'Deny' : 'Allow' },
        },
      },
    },
    {
      symbol: 'key',
      type: 'Microsoft.KeyVault/vaults/keys',
      apiVersion: apiVersions['Microsoft.KeyVault/vaults/keys'],
      name: param('keyName'),
      parent: 'vault',
      why: 'The key, for wrapping and unwrapping.',
      body: { properties: { kty: 'RSA', keySize, keyOps } },
    },
  ];
}

/** A new user-assigned identity, so that access can be granted before anything needs it. */
export const newIdentity: Resource = {
  symbol: 'identity',
  type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  apiVersion: apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities'],
  name: param('identityName'),
  why: 'The identity that reads the key. It exists before the resource, so it can be granted first.',
  // The published schema asks for properties, even if there are none.
  body: { location: param('location'), tags: param('tags'), properties: {} },
};

const { guid: roleGuid, name: roleName } = roles['crypto-service-encryption-user'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Grants in a vault, for the resource group of the vault; one role assignment a principal, or one policy for all. */
export function grantTemplate(
  service: ServiceId,
  { permissionModel, scope }: Pick<Choices, 'permissionModel' | 'scope'>,
  principals: readonly ParameterName[],
): Template {
  if (permissionModel === 'access-policy') {
    const policy: Resource = {
      symbol: 'accessPolicy',
      type: 'Microsoft.KeyVault/vaults/accessPolicies',
      apiVersion: apiVersions['Microsoft.KeyVault/vaults/accessPolicies'],
      name: 'add',
      parent: 'vault',
      why: 'Adds entries and leaves the other access policies of the vault alone.',
      body: {
        properties: {
          accessPolicies: principals.map((principal) => ({
            tenantId: context('tenantId'),
            objectId: param(principal),
            permissions: { keys: permissionModels['access-policy'].keyPermissions ?? [] },
          })),
        },
      },
    };
    return complete(service, { existing: [existingVault], resources: [policy] });
  }
  const key: Existing = {
    symbol: 'key',
    type: 'Microsoft.KeyVault/vaults/keys',
    apiVersion: apiVersions['Microsoft.KeyVault/vaults/keys'],
    name: param('keyName'),
    parent: 'vault',
  };
  const target = scope === 'key' ? 'key' : 'vault';
  const assignments = principals.map(
    (principal): Resource => ({
      symbol: principals.length === 1 ? 'roleAssignment' : `roleAssignment${capital(principal)}`,
      type: 'Microsoft.Authorization/roleAssignments',
      apiVersion: apiVersions['Microsoft.Authorization/roleAssignments'],
      // The same three always give the same name, so that a second deployment changes nothing.
      name: guid(id(target), param(principal), role(roleGuid)),
      scope: target,
      why: `${roleName}: read the key, wrap and unwrap, and no more.`,
      body: {
        properties: {
          roleDefinitionId: role(roleGuid),
          principalId: param(principal),
          principalType: 'ServicePrincipal',
        },
      },
    }),
  );
  return complete(service, {
    existing: target === 'key' ? [existingVault, key] : [existingVault],
    resources: assignments,
  });
}

/** A grant inside a bigger template: deployed to the resource group of the vault, with principals that are known by then. */
export function grantModule(
  choices: Choices,
  symbol: string,
  why: string,
  principals: Readonly<Partial<Record<ParameterName, Expression>>>,
  dependsOn: readonly string[] = [],
): Module {
  const { service, permissionModel, origin } = choices;
  const names = Object.keys(principals) as ParameterName[];
  return {
    symbol,
    name: text`${symbol}-${param('vaultName')}`,
    ...(origin === 'existing' && {
      subscriptionId: param('vaultSubscriptionId'),
      resourceGroup: param('vaultResourceGroup'),
    }),
    dependsOn,
    why,
    arguments: { vaultName: param('vaultName'), ...principals },
    template: grantTemplate(service, { permissionModel, scope: 'vault' }, names),
  };
}
