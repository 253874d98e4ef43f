import type { Sources } from './claim.ts';

/** A term of the field, as this site uses it. */
export interface Term {
  /** Its anchor on the glossary page. */
  readonly id: string;
  readonly term: string;
  /** One or two sentences. */
  readonly definition: string;
  readonly sources: Sources;
}

/**
 * The terms in the order of the alphabet.
 *
 * @example glossary.find(({ id }) => id === 'wrapkey')?.definition
 */
export const glossary: readonly Term[] = [
  {
    id: 'access-policy',
    term: 'Access policy',
    definition:
      'An entry on a vault that gives one object id permissions on keys, secrets or certificates. It counts only while the vault does not use Azure RBAC. It has nothing to do with Azure Policy.',
    sources: ['key-vault-access-issues', 'key-vault-access-default'],
  },
  {
    id: 'activity-log',
    term: 'Activity log',
    definition:
      'The record of what was asked of Resource Manager in a subscription: who, what, when, and with which result. It shows a failed update, not what happened in the vault.',
    sources: ['activity-log-events', 'control-and-data-plane'],
  },
  {
    id: 'application-id',
    term: 'Application id (appid, client id)',
    definition:
      'The id of an application, the same in every tenant. Roles and access policies take the object id of its service principal instead.',
    sources: ['entra-service-principals'],
  },
  {
    id: 'audit-log',
    term: 'Audit log of the vault',
    definition:
      'The log category AuditEvent of a vault: each call with caller, operation, result and address. It must be switched on by a diagnostic setting before the call.',
    sources: ['key-vault-logging'],
  },
  {
    id: 'azure-policy',
    term: 'Azure Policy',
    definition:
      'Rules over subscriptions and groups. With the effect deny, Resource Manager refuses what breaks them: RequestDisallowedByPolicy.',
    sources: ['arm-policy-error'],
  },
  {
    id: 'azure-rbac',
    term: 'Azure RBAC',
    definition:
      'Access by role assignments. A vault in this model ignores its access policies, and asks for a role with actions on keys.',
    sources: ['key-vault-rbac-guide'],
  },
  {
    id: 'bypass',
    term: 'Bypass',
    definition:
      'The setting networkAcls.bypass of a vault. AzureServices lets trusted services through the firewall, None does not.',
    sources: ['key-vault-network', 'key-vault-trusted-services'],
  },
  {
    id: 'cmk',
    term: 'CMK, customer-managed key',
    definition:
      "Your key in a vault or HSM, which wraps the key that a service encrypts with. It takes the place of Microsoft's outermost key, and of nothing else.",
    sources: ['encryption-models', 'storage-cmk'],
  },
  {
    id: 'control-plane',
    term: 'Control plane',
    definition:
      'Where resources are created and changed: calls to Resource Manager. provisioningState, policies, locks and the activity log belong to it.',
    sources: ['control-and-data-plane'],
  },
  {
    id: 'correlation-id',
    term: 'Correlation id',
    definition: 'A GUID that all events of one operation share in the activity log. Support asks for it.',
    sources: ['activity-log-events'],
  },
  {
    id: 'data-action',
    term: 'Data action',
    definition:
      'A permission on the data plane, such as Microsoft.KeyVault/vaults/keys/wrap/action. Owner and Contributor hold none on keys.',
    sources: ['key-vault-rbac-guide'],
  },
  {
    id: 'data-plane',
    term: 'Data plane',
    definition:
      'Where a resource does its work: queries, files, keys, at an address of its own. It can go on while the control plane says Failed.',
    sources: ['control-and-data-plane'],
  },
  {
    id: 'dedicated-cluster',
    term: 'Dedicated cluster',
    definition:
      'The resource of Azure Monitor Logs that holds the key. A Log Analytics workspace gets the key by being linked to one.',
    sources: ['log-analytics-clusters', 'log-analytics-cmk'],
  },
  {
    id: 'dek',
    term: 'DEK, data encryption key (also account encryption key, root key)',
    definition:
      'The symmetric key that a service encrypts data with. It is stored only wrapped by the key encryption key.',
    sources: ['encryption-models'],
  },
  {
    id: 'deny-assignment',
    term: 'Deny assignment',
    definition:
      'Forbids actions on a scope whatever roles somebody has. Azure sets it, for example on managed resource groups.',
    sources: ['deny-assignments'],
  },
  {
    id: 'disk-encryption-set',
    term: 'Disk encryption set',
    definition: 'The resource that connects managed disks with a key. Its identity is the one that asks the vault.',
    sources: ['databricks-disk-encryption'],
  },
  {
    id: 'double-encryption',
    term: 'Double encryption',
    definition:
      'A second layer of encryption with another key. In Storage it is infrastructure encryption; in Synapse the term means that the workspace was created with your key.',
    sources: ['storage-infrastructure-encryption', 'synapse-encryption'],
  },
  {
    id: 'envelope-encryption',
    term: 'Envelope encryption',
    definition:
      'Data is encrypted with a DEK, and the DEK with a KEK. A change of the KEK wraps a small key anew and leaves the data as it is.',
    sources: ['encryption-models', 'key-vault-rotation'],
  },
  {
    id: 'federated-credential',
    term: 'Federated identity credential',
    definition:
      'Lets an application of one tenant act with the token of a managed identity of another. Cross-tenant keys need it.',
    sources: ['storage-cmk-cross-tenant'],
  },
  {
    id: 'first-party-application',
    term: 'First-party application',
    definition:
      'An application that Microsoft owns, such as AzureDatabricks or Azure Cosmos DB. Some services read the key as it, and you grant its service principal in your tenant.',
    sources: ['databricks-cmk-report', 'ml-cmk-setup'],
  },
  {
    id: 'get',
    term: 'get',
    definition:
      'The key permission to read a key: its public half, dates and operations. Services need it beside wrapKey and unwrapKey.',
    sources: ['key-vault-keys', 'key-vault-rbac-guide'],
  },
  {
    id: 'infrastructure-encryption',
    term: 'Infrastructure encryption',
    definition:
      'The second layer of Azure Storage, always with a Microsoft key. It is chosen at creation and cannot be changed.',
    sources: ['storage-infrastructure-encryption'],
  },
  {
    id: 'kek',
    term: 'KEK, key encryption key',
    definition: 'The key that wraps the data encryption key. With customer-managed keys it is yours.',
    sources: ['encryption-models'],
  },
  {
    id: 'key-identifier',
    term: 'Key identifier (keyIdentifier, kid)',
    definition: 'The address of a key: https://VAULT.vault.azure.net/keys/KEY, with or without the version at the end.',
    sources: ['key-vault-keys'],
  },
  {
    id: 'key-operations',
    term: 'Key operations (keyOps)',
    definition:
      'What a key itself may be used for, whoever asks. A key for a service needs wrapKey and unwrapKey among them.',
    sources: ['key-vault-keys'],
  },
  {
    id: 'key-store',
    term: 'Key store',
    definition: 'What holds the key: an Azure Key Vault or an Azure Managed HSM.',
    sources: ['key-vault-overview', 'managed-hsm-overview'],
  },
  {
    id: 'local-rbac',
    term: 'Local RBAC',
    definition:
      'The role assignments inside a Managed HSM, the only way to its keys. Owner of the subscription has none by itself.',
    sources: ['managed-hsm-access-control'],
  },
  {
    id: 'lock',
    term: 'Lock',
    definition:
      'Keeps a resource from being deleted (CanNotDelete) or changed (ReadOnly) on the control plane, for everybody, and is inherited.',
    sources: ['arm-locks'],
  },
  {
    id: 'managed-hsm',
    term: 'Managed HSM',
    definition:
      'A pool of hardware security modules for one customer, with addresses that end in managedhsm.azure.net and local RBAC.',
    sources: ['managed-hsm-overview', 'managed-hsm-access-control'],
  },
  {
    id: 'managed-identity',
    term: 'Managed identity',
    definition:
      'An identity that Azure keeps for a resource. A system-assigned one lives and dies with it; a user-assigned one is a resource of its own, and can be granted before the workspace exists.',
    sources: ['managed-identity-issues', 'synapse-identity'],
  },
  {
    id: 'managed-resource-group',
    term: 'Managed resource group',
    definition:
      'A group in your subscription in which a service keeps what it needs. It is changed through the service, never directly.',
    sources: ['arm-locks', 'ml-cmk'],
  },
  {
    id: 'microsoft-managed-key',
    term: 'Microsoft-managed key (MMK, platform- or service-managed key)',
    definition: 'The default: Microsoft keeps the outermost key. Data is encrypted in either case.',
    sources: ['encryption-models'],
  },
  {
    id: 'network-security-perimeter',
    term: 'Network security perimeter',
    definition:
      'A boundary around services outside of virtual networks. In Enforced mode its rules replace the firewall of a vault and the bypass for trusted services.',
    sources: ['key-vault-network', 'storage-perimeter'],
  },
  {
    id: 'object-id',
    term: 'Object id (oid)',
    definition:
      'The id of one object in one tenant: a person, a group, a service principal. Errors of a vault name it, and grants take it.',
    sources: ['entra-service-principals', 'key-vault-rest-errors'],
  },
  {
    id: 'permission-model',
    term: 'Permission model',
    definition:
      'How a vault decides about access: Azure RBAC or access policies, never both. enableRbacAuthorization says which.',
    sources: ['key-vault-access-default', 'key-vault-rbac-guide'],
  },
  {
    id: 'principal-id',
    term: 'principalId',
    definition:
      'The object id of a managed identity, as a resource shows it. It changes when the identity is switched off and on, or made again.',
    sources: ['synapse-identity', 'managed-identity-issues'],
  },
  {
    id: 'private-endpoint',
    term: 'Private endpoint',
    definition:
      'An address in your virtual network that leads to a service. One to the vault serves your own callers; a service outside of your network does not use it.',
    sources: ['key-vault-private-link'],
  },
  {
    id: 'provisioning-state',
    term: 'provisioningState',
    definition:
      'The end of the last operation on a resource: Succeeded, Failed or Canceled. Any other value means that it still runs.',
    sources: ['arm-async-operations'],
  },
  {
    id: 'purge',
    term: 'Purge',
    definition:
      'Destroys a deleted key or vault for good, before its retention time is over. What was encrypted under it is lost, unless a backup of the key can be restored.',
    sources: ['key-vault-recovery', 'key-vault-soft-delete', 'key-vault-backup'],
  },
  {
    id: 'purge-protection',
    term: 'Purge protection',
    definition:
      'Nobody can purge before the retention time is over, Microsoft included. Once on, it cannot be turned off.',
    sources: ['key-vault-recovery'],
  },
  {
    id: 'resource-manager',
    term: 'Resource Manager (ARM)',
    definition:
      'The front door of the control plane: it checks role, policy and lock of the caller, and passes the request to the provider.',
    sources: ['control-and-data-plane'],
  },
  {
    id: 'resource-provider',
    term: 'Resource provider',
    definition:
      "The service's own part behind Resource Manager, such as Microsoft.Synapse. It must be registered in the subscription.",
    sources: ['arm-resource-providers'],
  },
  {
    id: 'revocation',
    term: 'Revocation',
    definition:
      'Taking the key away: disabling or deleting it, removing the grant, or closing the network. Services notice it after a while.',
    sources: ['storage-cmk', 'log-analytics-cmk'],
  },
  {
    id: 'role-assignment',
    term: 'Role assignment',
    definition: 'Gives a role to an object id on a scope. A new one can take ten minutes to work.',
    sources: ['rbac-troubleshooting'],
  },
  {
    id: 'rotation',
    term: 'Rotation',
    definition:
      'A new version of the key takes over. Old versions stay enabled until the service has wrapped everything anew.',
    sources: ['key-vault-rotation'],
  },
  {
    id: 'scope',
    term: 'Scope',
    definition:
      'Where a role, policy, lock or deny assignment holds: management group, subscription, resource group, resource, or key. It reaches everything below.',
    sources: ['arm-locks', 'key-vault-rbac-guide'],
  },
  {
    id: 'service-principal',
    term: 'Service principal',
    definition: 'What an application or managed identity is in one tenant. Its object id is granted.',
    sources: ['entra-service-principals'],
  },
  {
    id: 'soft-delete',
    term: 'Soft delete',
    definition:
      'A deleted key or vault is kept for 7 to 90 days, 90 unless set otherwise, and can be recovered. Its name is taken until then.',
    sources: ['key-vault-soft-delete', 'key-vault-recovery'],
  },
  {
    id: 'tenant',
    term: 'Tenant',
    definition: 'A directory of Microsoft Entra ID. A vault trusts tokens of the tenant in its tenantId.',
    sources: ['key-vault-move-tenant'],
  },
  {
    id: 'trusted-services',
    term: 'Trusted services',
    definition:
      'The list of Microsoft services that may pass the firewall of a vault while the bypass is on. It replaces no permission.',
    sources: ['key-vault-trusted-services'],
  },
  {
    id: 'unwrapkey',
    term: 'unwrapKey',
    definition: 'The key operation that decrypts a wrapped DEK. Without it a service cannot read its data.',
    sources: ['key-vault-keys', 'encryption-models'],
  },
  {
    id: 'versioned-identifier',
    term: 'Versioned identifier',
    definition:
      'Ends in 32 hexadecimal digits and pins one version of the key. A new version is used only after an update.',
    sources: ['key-vault-keys', 'storage-cmk'],
  },
  {
    id: 'versionless-identifier',
    term: 'Versionless identifier',
    definition:
      'Ends with the name of the key. Where a service takes it, it can follow the newest version by itself; not every service does.',
    sources: ['storage-cmk', 'synapse-encryption'],
  },
  {
    id: 'what-if',
    term: 'What-if',
    definition: 'Shows what a template would change, and changes nothing. It needs the same rights as the deployment.',
    sources: ['arm-what-if'],
  },
  {
    id: 'wrapkey',
    term: 'wrapKey',
    definition: 'The key operation that encrypts a DEK. Turning a key on, changing it and rotating it need it.',
    sources: ['key-vault-keys', 'encryption-models'],
  },
];
