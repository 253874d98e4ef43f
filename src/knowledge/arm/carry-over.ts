import type { SourceId } from '../sources.ts';

/** A property that is published as writable, and yet is not sent. */
export interface Left {
  readonly type: string;
  /** From the resource down; `*` stands for any name, `[]` for any item. */
  readonly path: string;
  /** Left out only when the value has one of these texts at this name below it. */
  readonly only?: { readonly name: string; readonly values: readonly string[] };
  readonly because: string;
  readonly source: SourceId;
}

/** What is left out of an import although it could be written, and why. */
export const leftOut: readonly Left[] = [
  {
    type: 'Microsoft.Synapse/workspaces',
    path: 'properties.privateEndpointConnections',
    because: 'A private endpoint connection is a resource of its own; what says which one it is can only be read.',
    source: 'synapse-rest-spec',
  },
  {
    type: 'Microsoft.Synapse/workspaces',
    path: 'properties.sqlAdministratorLoginPassword',
    because:
      'A secret: it is in no file. Azure never returns it, and a PUT without it leaves it as it is (not confirmed: check the login afterwards).',
    source: 'synapse-rest-spec',
  },
  {
    type: 'Microsoft.OperationalInsights/clusters',
    path: 'properties.associatedWorkspaces',
    because: 'Published as writable, but refused by the service: workspaces are linked on their own side.',
    source: 'log-analytics-associated-thread',
  },
  {
    type: 'Microsoft.MachineLearningServices/workspaces',
    path: 'properties.managedNetwork.outboundRules.*',
    only: { name: 'category', values: ['Required', 'Recommended'] },
    because: 'A rule of the service itself: it refuses to be sent its own rules.',
    source: 'ml-rest-spec',
  },
  {
    type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
    path: 'etag',
    because: 'A mark of the version that was read; without it the update is sent in any case.',
    source: 'health-sdk',
  },
  {
    type: 'Microsoft.HealthcareApis/workspaces/dicomservices',
    path: 'etag',
    because: 'A mark of the version that was read; without it the update is sent in any case.',
    source: 'health-sdk',
  },
];

/** Names by which the commands of a service show a property that REST calls otherwise. */
export const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Microsoft.Storage/storageAccounts': {
    enableHttpsTrafficOnly: 'supportsHttpsTrafficOnly',
    enableNfsV3: 'isNfsV3Enabled',
    networkRuleSet: 'networkAcls',
    'networkAcls.ipRules.[].ipAddressOrRange': 'value',
    'networkAcls.virtualNetworkRules.[].virtualNetworkResourceId': 'id',
    'encryption.keyVaultProperties': 'keyvaultproperties',
    'encryption.encryptionIdentity': 'identity',
    'encryption.identity.encryptionUserAssignedIdentity': 'userAssignedIdentity',
    'encryption.identity.encryptionFederatedIdentityClientId': 'federatedIdentityClientId',
  },
};
