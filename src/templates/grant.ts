import { apiVersions, type PermissionModel, permissionModels } from '../knowledge/key-stores.ts';
import { roles } from '../knowledge/roles.ts';
import { vaultName } from './key.ts';
import { call, type Existing, id, param, property, type Resource, type Template } from './model.ts';

const parameters = {
  vaultName,
  principalId: {
    type: 'string',
    description:
      'Object id of the identity that the service uses: oid in the error, identity.principalId of the workspace.',
  },
} as const;

const vault: Existing = {
  symbol: 'vault',
  type: 'Microsoft.KeyVault/vaults',
  apiVersion: apiVersions['Microsoft.KeyVault/vaults'],
  name: [param('vaultName')],
};
const roleDefinitionId = call(
  'subscriptionResourceId',
  'Microsoft.Authorization/roleDefinitions',
  roles['crypto-service-encryption-user'].guid,
);

const byRole: Resource = {
  symbol: 'roleAssignment',
  type: 'Microsoft.Authorization/roleAssignments',
  apiVersion: apiVersions['Microsoft.Authorization/roleAssignments'],
  // The same three always give the same name, so that a second deployment changes nothing.
  name: [call('guid', id('vault'), param('principalId'), roleDefinitionId)],
  scope: 'vault',
  why: `${roles['crypto-service-encryption-user'].name}: read the key, wrap and unwrap, and no more.`,
  body: { properties: { roleDefinitionId, principalId: param('principalId'), principalType: 'ServicePrincipal' } },
};

const byPolicy: Resource = {
  symbol: 'accessPolicy',
  type: 'Microsoft.KeyVault/vaults/accessPolicies',
  apiVersion: apiVersions['Microsoft.KeyVault/vaults/accessPolicies'],
  name: [param('vaultName'), 'add'],
  why: 'Adds one entry and leaves the other access policies of the vault alone.',
  body: {
    properties: {
      accessPolicies: [
        {
          tenantId: property(call('subscription'), 'tenantId'),
          objectId: param('principalId'),
          permissions: { keys: permissionModels['access-policy'].keyPermissions ?? [] },
        },
      ],
    },
  },
};

/** A template for the vault's resource group that gives an identity what it needs on the keys of a vault. */
export function grantTemplate(model: PermissionModel): Template {
  return model === 'azure-rbac'
    ? { parameters, existing: [vault], resources: [byRole] }
    : { parameters, resources: [byPolicy] };
}
