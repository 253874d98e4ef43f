import type { CausePage, CausePlan } from './cause.ts';
import { changeVersion, listVersions } from './key-state.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';

export const plan: CausePlan = {
  confirm: [
    listVersions(
      'Confirm that the time now is outside the dates',
      'Dates are in UTC. Look at the version that the workspace names, and at the newest.',
    ),
  ],
  fix: [
    changeVersion(
      'Move the date',
      'Put in a date that your rules allow, and plan a rotation: a new version instead of the date helps only once the service uses it. For a key that is not yet valid: --not-before (-NotBefore) with a date in the past.',
      'The same command with the old date.',
      '--expires 2028-01-01T00:00:00Z',
      "-Expires ([DateTime]::Parse('2028-01-01T00:00:00Z').ToUniversalTime())",
      '{"attributes": {"exp": 1830297600}}',
    ),
  ],
};

const refusal = {
  status: 400,
  code: 'AzureKeyVaultInvalidExpirationDate',
  message: 'The operation could not be completed because the Azure Key Vault key expiration date is invalid.',
};
const storage = {
  status: 400,
  code: 'KeyVaultAuthenticationFailure',
  message: 'The operation failed because of authentication issue on the keyvault.',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Set-AzStorageAccount', storage),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', refusal),
    activityLog(refusal),
  ],
  why: [
    {
      text: 'Outside its dates a key refuses to wrap and still unwraps. So data mostly stays readable, while turning on, changing and rotating fail. Some services go further: see below.',
      sources: ['key-vault-keys', 'storage-expired-thread'],
    },
    {
      text: 'Key Vault allows a few minutes for clocks that differ. So a key can work a little longer than its date says, and start a little earlier.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'A policy asked for an expiry date, and nobody followed it.',
      sources: ['key-vault-policy'],
    },
    {
      text: 'A new version was made with an activation date in the future.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'Which inner code Key Vault gives for such a key is not documented. Azure Storage reports it as an authentication issue on the vault.',
      lookAt: "Look at the dates of the version, and for KeyWrap with status 403 in the vault's audit log.",
      sources: ['storage-expired-thread'],
    },
  ],
  prevent: [
    {
      text: 'Let a rotation policy make a new version before the date, and a near-expiry event tell you.',
      sources: ['key-vault-rotation'],
    },
    {
      text: 'After a rotation, leave the old version a date far enough ahead until the service has moved.',
      sources: ['key-vault-rotation', 'synapse-encryption'],
    },
  ],
  perService: {
    synapse: {
      text: 'An expired previous version counts like a disabled one while pools are re-encrypted: move its date first.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'Managed disks fail about an hour after their key has expired: virtual machines stop and do not start. Move the date, then start compute again.',
      sources: ['databricks-disk-encryption'],
    },
    'machine-learning': {
      text: 'Cosmos DB goes to a revoked state with an expired key, as with a disabled one: move the date first, then rotate.',
      sources: ['cosmos-cmk-troubleshoot'],
    },
    'health-data': {
      text: 'FHIR stands on Azure SQL, which refuses a key outside its dates. That its answer comes through unchanged is not confirmed.',
      lookAt: 'Look at the dates of the version that the service names.',
      sources: ['sql-tde-troubleshoot'],
    },
    'log-analytics': {
      text: 'Ingestion and queries go on with an expired key. The key of the cluster cannot be updated until the date is moved.',
      sources: ['log-analytics-cmk'],
    },
    storage: {
      text: 'Reads and writes go on; a new configuration with the key fails.',
      sources: ['storage-expired-thread', 'key-vault-keys'],
    },
  },
  sources: ['key-vault-keys', 'storage-expired-thread', 'sql-server-keys-api', 'sql-tde-troubleshoot'],
};
