import { roles } from '../../src/knowledge/roles.ts';

/** What a stub of the Azure CLI answers from: recorded shapes, made-up names. */
export interface World {
  signedIn?: boolean;
  account: Record<string, unknown>;
  resources: Record<string, Record<string, unknown>>;
  roleAssignments?: Record<string, unknown>[];
  locks?: Record<string, unknown>[];
  deletedVaults?: Record<string, unknown>[];
  deletedKeys?: Record<string, unknown>[];
  failures?: Record<string, unknown>[];
  applications?: Record<string, string>;
  /** Parts of ids that the reader may not read. */
  forbidden?: string[];
}

export const subscriptionId = '11111111-2222-3333-4444-555555555555';
export const tenantId = '99999999-8888-7777-6666-555555555555';
export const principalId = 'aaaaaaaa-1111-1111-1111-111111111111';
export const version = '0123456789abcdef0123456789abcdef';
export const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-analytics`;
export const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-contoso`;
const keyId = `${vaultId}/keys/cmk`;
const identityId = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cmk`;
const definitionId = (guid: string) =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000).toISOString();
const seconds = (ahead: number) => Math.floor(Date.now() / 1000) + ahead;
const day = 86_400;

const definition = (guid: string, roleName: string, dataActions: string[]) => ({
  [definitionId(guid)]: {
    id: definitionId(guid),
    properties: {
      roleName,
      type: 'BuiltInRole',
      permissions: [{ actions: ['*/read'], notActions: [], dataActions, notDataActions: [] }],
    },
  },
});

const encryptionUser = roles['crypto-service-encryption-user'];

export const assignment = (more: Record<string, unknown> = {}) => ({
  id: `${vaultId}/providers/Microsoft.Authorization/roleAssignments/bbbbbbbb-0000-0000-0000-000000000001`,
  properties: {
    roleDefinitionId: definitionId(encryptionUser.guid),
    principalId,
    principalType: 'ServicePrincipal',
    scope: vaultId,
    condition: null,
    createdOn: hours(900),
    ...more,
  },
});

const key = (more: Record<string, unknown> = {}, attributes: Record<string, unknown> = {}) => ({
  properties: {
    attributes: {
      enabled: true,
      exportable: false,
      created: seconds(-300 * day),
      updated: seconds(-300 * day),
      recoveryLevel: 'Recoverable',
      ...attributes,
    },
    kty: 'RSA',
    keySize: 3072,
    keyOps: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'],
    keyUri: 'https://kv-contoso.vault.azure.net/keys/cmk',
    keyUriWithVersion: `https://kv-contoso.vault.azure.net/keys/cmk/${version}`,
    ...more,
  },
});

const vault = (more: Record<string, unknown> = {}) => ({
  id: vaultId,
  name: 'kv-contoso',
  type: 'Microsoft.KeyVault/vaults',
  location: 'westeurope',
  properties: {
    sku: { family: 'A', name: 'standard' },
    tenantId,
    accessPolicies: [],
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    enablePurgeProtection: true,
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
    publicNetworkAccess: 'Enabled',
    provisioningState: 'Succeeded',
    vaultUri: 'https://kv-contoso.vault.azure.net/',
    ...more,
  },
});

export const workspaceId = `${group}/providers/Microsoft.Synapse/workspaces/contoso`;

const synapse = (
  cmk: Record<string, unknown> = {},
  properties: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
) => ({
  id: workspaceId,
  name: 'contoso',
  type: 'Microsoft.Synapse/workspaces',
  location: 'westeurope',
  identity: { type: 'SystemAssigned', principalId, tenantId },
  properties: {
    provisioningState: 'Failed',
    sqlAdministratorLogin: 'not-collected',
    encryption: {
      doubleEncryptionEnabled: true,
      cmk: {
        status: 'Consistent',
        key: { name: 'default', keyVaultUrl: 'https://kv-contoso.vault.azure.net/keys/cmk' },
        kekIdentity: { useSystemAssignedIdentity: true },
        ...cmk,
      },
    },
    ...properties,
  },
  ...more,
});

const failure = (message: string, ago = 2) => ({
  eventTimestamp: hours(ago),
  correlationId: 'cccccccc-0000-0000-0000-000000000001',
  operationName: { value: 'Microsoft.Synapse/workspaces/write', localizedValue: 'Update a workspace' },
  status: { value: 'Failed' },
  caller: 'someone@contoso.example',
  properties: { statusMessage: JSON.stringify({ error: { code: 'BadRequest', message } }) },
});

/** A Synapse workspace whose key, vault, network, identity and role are all in order. */
export function inOrder(): World {
  return {
    account: {
      id: subscriptionId,
      tenantId,
      environmentName: 'AzureCloud',
      state: 'Enabled',
      user: { name: 'someone@contoso.example', type: 'user' },
    },
    resources: {
      [workspaceId]: synapse(),
      [`${workspaceId}/keys`]: {
        value: [
          {
            name: 'default',
            properties: { keyVaultUrl: 'https://kv-contoso.vault.azure.net/keys/cmk', isActiveCMK: true },
          },
        ],
      },
      [vaultId]: vault(),
      [keyId]: key(),
      [`${keyId}/versions/${version}`]: key(),
      ...definition(encryptionUser.guid, encryptionUser.name, [
        'Microsoft.KeyVault/vaults/keys/read',
        'Microsoft.KeyVault/vaults/keys/wrap/action',
        'Microsoft.KeyVault/vaults/keys/unwrap/action',
      ]),
      ...definition(roles['key-vault-reader'].guid, roles['key-vault-reader'].name, [
        'Microsoft.KeyVault/vaults/*/read',
        'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
      ]),
    },
    roleAssignments: [assignment()],
  };
}

export interface Situation {
  readonly service?: 'databricks' | 'machine-learning' | 'log-analytics' | 'health-data' | 'storage' | 'discovery';
  readonly cause: string | null;
  readonly make: (world: World) => void;
}

const put = (id: string, body: Record<string, unknown>) => (world: World) => {
  world.resources[id] = body;
};

const databricksId = `${group}/providers/Microsoft.Databricks/workspaces/adb-contoso`;
const databricks = (world: World) => {
  world.resources[databricksId] = {
    id: databricksId,
    type: 'Microsoft.Databricks/workspaces',
    location: 'westeurope',
    properties: {
      provisioningState: 'Failed',
      managedDiskIdentity: { type: 'SystemAssigned', principalId, tenantId },
      encryption: {
        entities: {
          managedDisk: {
            keySource: 'Microsoft.Keyvault',
            keyVaultProperties: {
              keyVaultUri: 'https://kv-contoso.vault.azure.net/',
              keyName: 'cmk',
              keyVersion: version,
            },
            rotationToLatestKeyVersionEnabled: true,
          },
        },
      },
    },
  };
  world.applications = { '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d': 'dddddddd-0000-0000-0000-000000000001' };
};

const mlId = `${group}/providers/Microsoft.MachineLearningServices/workspaces/hub-contoso`;
const clusterId = `${group}/providers/Microsoft.OperationalInsights/clusters/log-contoso`;
const fhirId = `${group}/providers/Microsoft.HealthcareApis/workspaces/hds/fhirservices/fhir1`;
const accountId = `${group}/providers/Microsoft.Storage/storageAccounts/stcontoso`;
const discoveryId = `${group}/providers/Microsoft.Discovery/workspaces/disc-contoso`;

/** Every situation is the one in order with one thing changed, and ends in the cause of that thing. */
export const situations: Readonly<Record<string, Situation>> = {
  'nothing is wrong any more': { cause: null, make: () => {} },
  'the vault works with Azure RBAC and nothing is assigned': {
    cause: 'rbac-role-missing',
    make: (world) => {
      world.roleAssignments = [];
    },
  },
  'the identity has a role that only reads': {
    cause: 'rbac-role-missing',
    make: (world) => {
      world.roleAssignments = [assignment({ roleDefinitionId: definitionId(roles['key-vault-reader'].guid) })];
    },
  },
  'the role stands on another key': {
    cause: 'rbac-role-missing',
    make: (world) => {
      world.roleAssignments = [assignment({ scope: `${vaultId}/keys/cmk-of-others` })];
    },
  },
  'the role was assigned after the failure': {
    cause: 'grant-not-propagated',
    make: (world) => {
      world.roleAssignments = [assignment({ createdOn: hours(1) })];
      world.failures = [
        failure(
          'Caller is not authorized to perform action on resource. Vault: kv-contoso;location=westeurope ForbiddenByRbac',
        ),
      ];
    },
  },
  'the vault works with access policies and has none for the identity': {
    cause: 'access-policy-missing',
    make: put(
      vaultId,
      vault({
        enableRbacAuthorization: false,
        accessPolicies: [
          { tenantId, objectId: 'eeeeeeee-0000-0000-0000-000000000001', permissions: { keys: ['all'] } },
        ],
      }),
    ),
  },
  'the access policy lacks unwrapKey': {
    cause: 'access-policy-missing',
    make: put(
      vaultId,
      vault({
        enableRbacAuthorization: null,
        accessPolicies: [{ tenantId, objectId: principalId, permissions: { keys: ['get', 'wrapKey'] } }],
      }),
    ),
  },
  'the firewall lets nobody pass': {
    cause: 'vault-network-blocked',
    make: put(vaultId, vault({ networkAcls: { bypass: 'None', defaultAction: 'Deny' } })),
  },
  'public access is disabled without a bypass': {
    cause: 'vault-network-blocked',
    make: put(
      vaultId,
      vault({ publicNetworkAccess: 'Disabled', networkAcls: { bypass: 'None', defaultAction: 'Allow' } }),
    ),
  },
  'a user-assigned identity stands before a firewall': {
    cause: 'vault-network-blocked',
    make: (world) => {
      world.resources[workspaceId] = synapse(
        { kekIdentity: { useSystemAssignedIdentity: false, userAssignedIdentity: identityId } },
        {},
        {
          identity: {
            type: 'SystemAssigned,UserAssigned',
            principalId,
            tenantId,
            userAssignedIdentities: { [identityId]: { principalId } },
          },
        },
      );
      world.resources[identityId] = { id: identityId, properties: { principalId, tenantId } };
      world.resources[vaultId] = vault({ networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' } });
    },
  },
  'the key is disabled': { cause: 'key-disabled', make: put(keyId, key({}, { enabled: false })) },
  'the key has expired': { cause: 'key-outside-validity', make: put(keyId, key({}, { exp: seconds(-day) })) },
  'the key is not yet valid': { cause: 'key-outside-validity', make: put(keyId, key({}, { nbf: seconds(day) })) },
  'the key may only sign': {
    cause: 'key-operation-not-allowed',
    make: put(keyId, key({ keyOps: ['sign', 'verify'] })),
  },
  'the key is an elliptic curve': {
    cause: 'key-type-unsupported',
    make: put(keyId, key({ kty: 'EC', curveName: 'P-256' })),
  },
  'the key was deleted': {
    cause: 'key-not-found',
    make: (world) => {
      delete world.resources[keyId];
      world.deletedKeys = [
        {
          kid: 'https://kv-contoso.vault.azure.net/keys/cmk',
          recoveryId: 'https://kv-contoso.vault.azure.net/deletedkeys/cmk',
          deletedDate: hours(30),
        },
      ];
    },
  },
  'the vault was deleted': {
    cause: 'vault-not-found',
    make: (world) => {
      delete world.resources[vaultId];
      world.deletedVaults = [{ name: 'kv-contoso', properties: { vaultId, deletionDate: hours(30) } }];
    },
  },
  'purge protection is off': {
    cause: 'vault-protection-missing',
    make: put(vaultId, vault({ enablePurgeProtection: null })),
  },
  'the vault trusts another tenant': {
    cause: 'cross-tenant-misconfigured',
    make: put(vaultId, vault({ tenantId: '12121212-0000-0000-0000-000000000001' })),
  },
  'the workspace has lost its identity': {
    cause: 'identity-not-assigned',
    make: put(workspaceId, synapse({}, {}, { identity: { type: 'None' } })),
  },
  'the user-assigned identity was deleted': {
    cause: 'identity-token-failure',
    make: put(
      workspaceId,
      synapse(
        { kekIdentity: { useSystemAssignedIdentity: false, userAssignedIdentity: identityId } },
        {},
        {
          identity: {
            type: 'SystemAssigned,UserAssigned',
            tenantId,
            userAssignedIdentities: { [identityId]: { principalId } },
          },
        },
      ),
    ),
  },
  'a lock holds the resource group': {
    cause: 'resource-locked',
    make: (world) => {
      world.locks = [
        { id: `${group}/providers/Microsoft.Authorization/locks/keep`, properties: { level: 'ReadOnly' } },
      ];
    },
  },
  'locks elsewhere and locks against deletion do not count': {
    cause: null,
    make: (world) => {
      world.locks = [
        { id: `${group}-other/providers/Microsoft.Authorization/locks/keep`, properties: { level: 'ReadOnly' } },
        { id: `${group}/providers/Microsoft.Authorization/locks/keep`, properties: { level: 'CanNotDelete' } },
      ];
    },
  },
  'the update is still running': {
    cause: 'operation-in-progress',
    make: put(workspaceId, synapse({ status: 'Updating' }, { provisioningState: 'Updating' })),
  },
  'the workspace waits for activation': {
    cause: 'activation-pending',
    make: (world) => {
      world.resources[workspaceId] = synapse({ status: 'AwaitingUserAction' }, { provisioningState: 'Succeeded' });
      world.roleAssignments = [];
    },
  },
  'the workspace was created without a key': {
    cause: 'cmk-only-at-creation',
    make: put(workspaceId, synapse({}, { encryption: { doubleEncryptionEnabled: false } })),
  },
  'the workspace names a key that is not registered': {
    cause: 'encryption-settings-invalid',
    make: put(
      workspaceId,
      synapse({ key: { name: 'cmk', keyVaultUrl: 'https://kv-contoso.vault.azure.net/keys/cmk' } }),
    ),
  },
  'only the last message tells: a policy': {
    cause: 'policy-denied',
    make: (world) => {
      world.failures = [
        failure("RequestDisallowedByPolicy: Resource 'contoso' was disallowed by policy. Policy identifiers: '[]'."),
      ];
    },
  },
  'an old message about a role that is there by now does not count': {
    cause: null,
    make: (world) => {
      world.failures = [
        failure(
          'Caller is not authorized to perform action on resource. Vault: kv-contoso;location=westeurope ForbiddenByRbac',
        ),
      ];
    },
  },
  'two things are wrong, and the message names the second': {
    cause: 'key-disabled',
    make: (world) => {
      world.roleAssignments = [];
      world.resources[keyId] = key({}, { enabled: false });
      world.failures = [failure('Operation unwrap is not allowed on a disabled key. "code":"KeyDisabled"')];
    },
  },
  'a Databricks disk key whose application has no role': {
    service: 'databricks',
    cause: 'rbac-role-missing',
    make: (world) => {
      databricks(world);
      world.roleAssignments = [];
    },
  },
  'a Databricks disk key whose version is disabled': {
    service: 'databricks',
    cause: 'key-disabled',
    make: (world) => {
      databricks(world);
      world.roleAssignments = [principalId, 'dddddddd-0000-0000-0000-000000000001'].map((id) =>
        assignment({ principalId: id }),
      );
      world.resources[`${keyId}/versions/${version}`] = key({}, { enabled: false });
    },
  },
  'a Machine Learning hub that was created without a key': {
    service: 'machine-learning',
    cause: 'cmk-only-at-creation',
    make: put(mlId, {
      id: mlId,
      kind: 'Hub',
      location: 'westeurope',
      identity: { type: 'SystemAssigned', principalId, tenantId },
      properties: { provisioningState: 'Failed' },
    }),
  },
  'a Machine Learning hub whose vault is in another region': {
    service: 'machine-learning',
    cause: 'location-or-subscription-mismatch',
    make: (world) => {
      world.applications = { 'a232010e-820c-4083-83bb-3ace5fc29d0b': 'dddddddd-0000-0000-0000-000000000002' };
      world.roleAssignments = [principalId, 'dddddddd-0000-0000-0000-000000000002'].map((id) =>
        assignment({ principalId: id }),
      );
      world.resources[mlId] = {
        id: mlId,
        kind: 'Hub',
        location: 'northeurope',
        identity: { type: 'SystemAssigned', principalId, tenantId },
        properties: {
          provisioningState: 'Failed',
          encryption: {
            status: 'Enabled',
            keyVaultProperties: {
              keyVaultArmId: vaultId,
              keyIdentifier: `https://kv-contoso.vault.azure.net/keys/cmk/${version}`,
            },
          },
        },
      };
    },
  },
  'a Log Analytics cluster whose vault has no purge protection': {
    service: 'log-analytics',
    cause: 'vault-protection-missing',
    make: (world) => {
      world.resources[clusterId] = {
        id: clusterId,
        location: 'westeurope',
        identity: { type: 'SystemAssigned', principalId, tenantId },
        properties: {
          provisioningState: 'Failed',
          keyVaultProperties: { keyVaultUri: 'https://kv-contoso.vault.azure.net', keyName: 'cmk', keyVersion: '' },
        },
      };
      world.resources[vaultId] = vault({ enablePurgeProtection: false });
    },
  },
  'a FHIR service with a user-assigned identity that has no role': {
    service: 'health-data',
    cause: 'rbac-role-missing',
    make: (world) => {
      world.roleAssignments = [];
      world.resources[identityId] = { id: identityId, properties: { principalId, tenantId } };
      world.resources[fhirId] = {
        id: fhirId,
        location: 'westeurope',
        identity: { type: 'UserAssigned', userAssignedIdentities: { [identityId]: { principalId } } },
        properties: {
          provisioningState: 'Failed',
          encryption: {
            customerManagedKeyEncryption: {
              keyEncryptionKeyUrl: `https://kv-contoso.vault.azure.net/keys/cmk/${version}`,
            },
          },
        },
      };
    },
  },
  'a storage account whose key version has expired': {
    service: 'storage',
    cause: 'key-outside-validity',
    make: (world) => {
      world.resources[accountId] = {
        id: accountId,
        location: 'northeurope',
        identity: { type: 'SystemAssigned', principalId, tenantId },
        properties: {
          provisioningState: 'Succeeded',
          encryption: {
            keySource: 'Microsoft.Keyvault',
            keyvaultproperties: {
              keyvaulturi: 'https://kv-contoso.vault.azure.net/',
              keyname: 'cmk',
              keyversion: version,
            },
          },
        },
      };
      world.resources[`${keyId}/versions/${version}`] = key({}, { exp: seconds(-day) });
    },
  },
  'a Discovery workspace whose identity has no role': {
    service: 'discovery',
    cause: 'rbac-role-missing',
    make: (world) => {
      world.roleAssignments = [];
      world.resources[identityId] = { id: identityId, properties: { principalId, tenantId } };
      world.resources[discoveryId] = {
        id: discoveryId,
        location: 'westeurope',
        properties: {
          provisioningState: 'Failed',
          customerManagedKeys: 'Enabled',
          workspaceIdentity: { id: identityId, principalId, clientId: 'ffffffff-0000-0000-0000-000000000001' },
          keyVaultProperties: {
            keyVaultUri: 'https://kv-contoso.vault.azure.net',
            keyName: 'cmk',
            keyVersion: version,
          },
        },
      };
    },
  },
};

/** The names with which a reader starts, for each service. */
export const startValues: Readonly<Record<string, Record<string, string>>> = {
  synapse: { workspaceName: 'contoso' },
  databricks: { workspaceName: 'adb-contoso' },
  'machine-learning': { workspaceName: 'hub-contoso' },
  'log-analytics': { clusterName: 'log-contoso' },
  'health-data': { workspaceName: 'hds', serviceName: 'fhir1' },
  storage: { accountName: 'stcontoso' },
  discovery: { workspaceName: 'disc-contoso' },
};
