import type { KnownError } from './error.ts';

const services = ['machine-learning'] as const;

export const machineLearningErrors: readonly KnownError[] = [
  {
    text: 'CMK workspaces should have purge protection enabled on their CMK keyvault.',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'vault-protection-missing',
    meaning:
      'Purge protection is off on the vault of the key. It stands as BadRequest inside ResourceDeploymentFailure. Switch it on and send the deployment again.',
    sources: ['ml-purge-protection-thread'],
  },
  {
    text: 'Request is blocked due to Customer Managed Key not being accessible.',
    kind: 'fragment',
    http: 403,
    refusedBy: 'key-store',
    services,
    cause: 'key-access-lost',
    also: ['key-disabled', 'key-outside-validity', 'key-not-found', 'rbac-role-missing', 'access-policy-missing'],
    meaning:
      'The managed Cosmos DB account has lost the key and is in the revoked state: lists, jobs and assets fail in the studio. Give the key back and allow an hour; ask support after two.',
    sources: ['ml-cosmos-cmk-errors', 'cosmos-cmk-troubleshoot'],
  },
  {
    text: 'No Update is allowed on Database Account with Customer Managed Key in Revoked Status',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'key-access-lost',
    meaning:
      'You tried to switch to another key while the one in use is out of reach. Bring the old key back first, wait until the revoked state is over, then switch.',
    sources: ['ml-cosmos-cmk-errors'],
  },
  {
    text: 'Error contacting the Azure Key Vault resource. Please try again.',
    kind: 'fragment',
    http: 503,
    refusedBy: 'provider',
    services,
    cause: 'vault-not-found',
    also: ['key-not-found', 'key-uri-invalid', 'cross-tenant-misconfigured'],
    meaning:
      'The managed Cosmos DB account finds no such key in this tenant. Correct the identifier, or recover the vault or key.',
    sources: ['ml-cosmos-cmk-errors'],
  },
  {
    text: 'Provided KeyVaultKeyUri … is Invalid.',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'key-uri-invalid',
    meaning: 'The key identifier is malformed. Take key.kid from az keyvault key show.',
    sources: ['ml-cosmos-cmk-errors'],
  },
  {
    text: 'Updating KeyVaultKeyUri is not supported',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'cmk-only-at-creation',
    meaning:
      'The request takes the key away, or speaks a Cosmos DB API version that is too old. A key cannot be removed: put the original one back.',
    sources: ['ml-cosmos-cmk-errors'],
  },
  {
    text: 'Cross-tenant CMK is not supported with First Party identities as Default identities',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'cross-tenant-misconfigured',
    meaning:
      'The key is in another tenant. Azure Machine Learning lets Cosmos DB read it as a Microsoft application, which works within one tenant only.',
    sources: ['ml-cosmos-cmk-errors'],
  },
  {
    text: 'Soft-deleted workspace exists. Please purge or recover it. https://aka.ms/wsoftdelete',
    kind: 'fragment',
    http: 400,
    refusedBy: 'provider',
    services,
    cause: 'name-held-by-soft-delete',
    meaning:
      'A deleted workspace holds the name for up to 14 days. Recover it in the portal, or take another name; nothing has to be deleted for good.',
    sources: ['ml-soft-delete-message-thread', 'ml-soft-delete'],
  },
  {
    text: '(UserError) Unable to find workspace',
    kind: 'fragment',
    refusedBy: 'provider',
    services,
    cause: 'name-held-by-soft-delete',
    meaning:
      'The answer to --permanently-delete for a workspace that is already soft-deleted: the CLI looks for a live one. Use Recently deleted in the portal, or ask support.',
    sources: ['ml-soft-delete-deadlock-thread'],
  },
  {
    text: 'To create a project workspace with a workspace hub, please only specify name, description',
    kind: 'fragment',
    refusedBy: null,
    services,
    cause: 'encryption-settings-invalid',
    meaning:
      'The SDK says so before it sends anything: a project takes no key, storage account, vault, registry or network settings. They come from the hub.',
    sources: ['ml-sdk-update'],
  },
];
