import type { CauseId } from '../causes.ts';
import type { Refuser } from '../parties.ts';
import type { KnownError } from './error.ts';

const services = ['health-data'] as const;

/** The codes of Azure SQL, in which FHIR data lies. No page says whether the service passes them on unchanged. */
const sqlCodes: readonly (readonly [string, number, Refuser, CauseId, string, ...CauseId[]])[] = [
  [
    'AzureKeyVaultMissingPermissions',
    401,
    'key-store',
    'rbac-role-missing',
    'The identity of the service lacks its role, or get, wrap or unwrap on the key.',
    'access-policy-missing',
  ],
  [
    'AzureKeyVaultNoServerIdentity',
    401,
    'provider',
    'identity-not-assigned',
    'The identity was taken away, or set to None. Put it back, grant it, send the whole update again.',
  ],
  [
    'AzureKeyVaultConnectionFailed',
    503,
    'key-store',
    'vault-network-blocked',
    'The vault is deleted, or its firewall lets no trusted service through.',
    'vault-not-found',
  ],
  ['AzureKeyVaultKeyDisabled', 400, 'key-store', 'key-disabled', 'The version of the key in the URL is disabled.'],
  [
    'AzureKeyVaultInvalidExpirationDate',
    400,
    'provider',
    'key-outside-validity',
    'The expiry date of the key is in the past, or not valid otherwise.',
  ],
  [
    'AzureKeyVaultRsaKeyNotSupported',
    400,
    'provider',
    'key-type-unsupported',
    'The key is not RSA, or has another size than 2048 or 3072 bits.',
  ],
  [
    'SecurityInvalidAzureKeyVaultRecoveryLevel',
    400,
    'provider',
    'vault-protection-missing',
    'The vault is not accepted: switch on soft delete and purge protection, and check the URL.',
    'key-uri-invalid',
  ],
  [
    'AkvHostNotResolvingFromNode',
    400,
    'provider',
    'vault-not-found',
    'The host name of the vault does not resolve: private DNS, a wrong name, or a deleted vault.',
  ],
  ['ServerKeyNotFound', 404, 'provider', 'key-not-found', 'The key is gone from the vault. Recover it.'],
  ['ServerKeyDoesNotExists', 409, 'provider', 'key-not-found', 'The key is gone from the vault. Recover it.'],
];

export const healthDataErrors: readonly KnownError[] = [
  {
    text: 'requires the Key Vault Crypto Service Encryption User permission',
    kind: 'fragment',
    refusedBy: 'key-store',
    services,
    cause: 'rbac-role-missing',
    also: ['access-policy-missing', 'key-outside-validity', 'key-disabled', 'vault-network-blocked'],
    meaning:
      'Azure SQL says so when the role is missing, but also when the key is expired, disabled or not yet active, or the firewall is closed. Look at all of them.',
    sources: ['sql-tde-troubleshoot'],
  },
  ...sqlCodes.map(
    ([text, http, refusedBy, cause, meaning, ...also]): KnownError => ({
      text,
      kind: 'code',
      http,
      refusedBy,
      services,
      cause,
      ...(also.length > 0 && { also }),
      meaning: `${meaning} A code of Azure SQL, under FHIR; that the service passes it on is not confirmed.`,
      sources: ['sql-tde-troubleshoot', 'health-sql-server-keys'],
    }),
  ),
];
