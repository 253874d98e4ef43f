import { apiVersions, type PermissionModel, permissionModels } from '../knowledge/key-stores.ts';
import { roles } from '../knowledge/roles.ts';
import { call, param, property, type Resource, type Template } from './model.ts';

const parameters = {
  vaultName: { type: 'string', description: 'Name of the key vault that holds the key.' },
  principalId: {
    type: 'string',
    description:
      'Object id of the identity that the service uses: oid in the error, identity.principalId of the workspace.',
  },
} as const;

const vaultId = call('resourceId', 'Microsoft.KeyVault/vaults', param('vaultName'));
const roleDefinitionId = call(
  'subscriptionResourceId',
  'Microsoft.Authorization/roleDefinitions',
  roles['crypto-service-encryption-user'].guid,
);

const byRole: Resource = {
  symbol: 'roleAssignment',
  type: 'Microsoft.Authorization/roleAssignments',
  apiVersion: apiVersions['Microsoft.Authorization/roleAssignments'],
  name: call('guid', vaultId, param('principalId'), roleDefinitionId),
  scope: vaultId,
  why: `${roles['crypto-service-encryption-user'].name}: read the key, wrap and unwrap, and no more.`,
  body: { properties: { roleDefinitionId, principalId: param('principalId'), principalType: 'ServicePrincipal' } },
};

const byPolicy: Resource = {
  symbol: 'accessPolicy',
  type: 'Microsoft.KeyVault/vaults/accessPolicies',
  apiVersion: apiVersions['Microsoft.KeyVault/vaults/accessPolicies'],
  name: call('format', '{0}/{1}', param('vaultName'), 'add'),
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
  return { parameters, resources: [model === 'azure-rbac' ? byRole : byPolicy] };
}
