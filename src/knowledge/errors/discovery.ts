import type { KnownError } from './error.ts';

const services = ['discovery'] as const;

export const discoveryErrors: readonly KnownError[] = [
  {
    text: "The resource is in a 'Failed' state and can't be updated",
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'service-internal',
    also: ['key-access-lost'],
    meaning:
      'Code Conflict. Failed is terminal here: no update leaves it. Find the first failure in the activity log; if support has no other way, rebuild this resource under another name.',
    sources: ['discovery-errors'],
  },
  {
    text: "Workspace is in a terminal 'Failed' state",
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'service-internal',
    also: ['key-access-lost'],
    meaning:
      'Code Conflict, the same for a workspace. Leave resource group, storage and supercomputer in place; detach the supercomputer from inside the workspace.',
    sources: ['discovery-errors', 'discovery-manage'],
  },
  {
    text: "The resource provision operation didn't complete successfully",
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'service-internal',
    also: ['caller-not-authorized', 'quota-or-capacity', 'key-access-lost'],
    meaning:
      'Code ResourceDeploymentFailure, or DeploymentFailed around it. A resource behind it failed: find the first failing one by the correlation id, fix its role, network or quota.',
    sources: ['discovery-errors'],
  },
  {
    text: "doesn't have authorization to perform action 'Microsoft.Discovery/…'",
    kind: 'fragment',
    http: 403,
    refusedBy: 'arm',
    services,
    cause: 'caller-not-authorized',
    meaning:
      'Code AuthorizationFailed. You lack Microsoft Discovery Platform Administrator; Owner of the subscription is not enough. Assign it, sign out and in again.',
    sources: ['discovery-errors', 'rbac-troubleshooting'],
  },
  {
    text: 'ManagedIdentityNotFound',
    kind: 'code',
    refusedBy: 'provider',
    services,
    cause: 'identity-not-assigned',
    meaning:
      'The identity is in another region, or its resource id is wrong. Create the workspace again with the right one.',
    sources: ['discovery-identity-setup'],
  },
  {
    text: 'InvalidResourceType',
    kind: 'code',
    refusedBy: 'arm',
    services,
    cause: 'prerequisite-missing',
    meaning:
      'Wrong API version or region, or Microsoft.Discovery is not fully registered. Regions: East US, Sweden Central, UK South.',
    sources: ['discovery-errors', 'discovery-known-issues'],
  },
  {
    text: 'Workspace creation failed because the container environment quota is insufficient',
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'quota-or-capacity',
    meaning: 'Code QuotaExceeded. The Enterprise SKU needs 80 cores of Azure Container Apps in the region.',
    sources: ['discovery-errors', 'discovery-quota'],
  },
  {
    text: 'ResourceHasDependentResources',
    kind: 'code',
    refusedBy: 'provider',
    services,
    cause: 'not-cmk',
    meaning: 'A delete is refused while agents are in the project. Delete them in Discovery Studio first.',
    sources: ['discovery-delete'],
  },
  {
    text: 'is linked to … agent(s)',
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'not-cmk',
    meaning: 'Code ValidationError. A knowledge base is still used by agents. Delete the agents first.',
    sources: ['discovery-delete'],
  },
];
