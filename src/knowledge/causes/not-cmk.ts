import { findFirstError } from '../activity-log.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Leave the key alone',
      risk: 'safe',
      who: 'anyone',
      text: 'Nothing here says that a key store refused a key. Firewalls of storage and databases, secrets, SAS, Spark and template syntax use similar words. Change no key, role or vault firewall because of it.',
      sources: ['key-vault-rest-errors'],
    },
  ],
  fix: [
    {
      ...findFirstError,
      kind: 'fix',
      title: 'Failed all the same? Find the earlier message',
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: This request is not authorized to perform this operation.
RequestId:11111111-1111-1111-1111-111111111111
ErrorCode:AuthorizationFailure`,
    },
    {
      tool: 'PowerShell',
      text: `Get-AzKeyVaultSecret : A secret with (name/id) sql-password was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command.
Code: SecretNotFound`,
    },
    {
      tool: 'Terraform',
      text: '│ Error: expected key_permissions.0 to be one of ["Get" "UnwrapKey" "WrapKey" …], got Unwrapkey',
    },
    {
      tool: 'portal',
      text: "Deployment template validation failed: 'The template resource … is not valid'. (Code: InvalidTemplate)",
    },
  ],
  why: [
    {
      text: 'AuthorizationFailure comes from a storage account: its own firewall or the rights of the caller. It names no vault.',
      sources: ['storage-403', 'storage-sas-errors'],
    },
    {
      text: 'A secret is read by a person, an app or a pipeline. A service uses keys with get, wrapKey and unwrapKey.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'InvalidTemplate and its kin come before Azure does anything: nothing reached the service.',
      sources: ['arm-find-error-code'],
    },
    {
      text: 'The one storage 403 that is about a key says so: KeyVaultEncryptionKeyNotFound, KeyVaultAccessTokenCannotBeAcquired, KeyVaultVaultNotFound.',
      sources: ['storage-error-codes'],
    },
  ],
  prevent: [
    {
      text: 'Paste the whole message, with the JSON tab of the activity log: the part that decides is often inside.',
      sources: ['arm-find-error-code'],
    },
  ],
  sources: ['key-vault-rest-errors', 'storage-403'],
};
