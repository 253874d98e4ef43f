import type { KnownError } from './error.ts';

const services = ['health-data'] as const;

// FHIR data lies in Azure SQL. The codes of its layer, which Synapse shows too, stand in arm.ts.
export const healthDataErrors: readonly KnownError[] = [
  {
    text: 'requires the Key Vault Crypto Service Encryption User permission',
    kind: 'fragment',
    refusedBy: 'key-store',
    services: ['synapse', 'health-data'],
    cause: 'rbac-role-missing',
    also: ['access-policy-missing', 'key-outside-validity', 'key-disabled', 'vault-network-blocked'],
    meaning:
      'Azure SQL says so when the role is missing, but also when the key is expired, disabled or not yet active, or the firewall is closed. Look at all of them. That the service passes the text on unchanged is not confirmed.',
    sources: ['sql-tde-troubleshoot'],
  },
  {
    text: 'ServerKeyDoesNotExists',
    kind: 'code',
    http: 409,
    refusedBy: 'provider',
    services,
    cause: 'key-not-found',
    meaning:
      'A code of Azure SQL: the key is gone from the vault. Recover it. That the service passes the code on is not confirmed.',
    sources: ['sql-server-keys-api'],
  },
];
