import { roles } from '../roles.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { changeVersion, listVersions } from './key-state.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';

export const plan: CausePlan = {
  confirm: [
    listVersions(
      'Confirm that the version is disabled',
      'Find the version that the message or the workspace names. Expect enabled False there, even if a newer one is enabled.',
    ),
  ],
  fix: [
    changeVersion(
      'Enable the version',
      'Ask first who disabled it, and why. Enable the version that the service names, and the one before while a switch is running.',
      'The same command with false, once nothing needs the version.',
      '--enabled true',
      '-Enable $true',
      '{"attributes": {"enabled": true}}',
    ),
  ],
};

const refusal = {
  status: 403,
  code: 'Forbidden',
  message: 'Operation unwrapKey is not allowed on a disabled key.',
  inner: 'KeyDisabled',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Update-AzSynapseWorkspace', refusal),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', {
      status: 400,
      code: 'AzureKeyVaultKeyDisabled',
      message: 'The operation could not be completed on the server because the Azure Key Vault key is disabled.',
    }),
    activityLog(refusal),
  ],
  why: [
    {
      text: 'An old version was disabled after a rotation, before the service had moved to the new one.',
      sources: ['key-vault-rotation'],
    },
    {
      text: 'Somebody disabled the key to take access away. That is the documented switch, and it can be undone.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
    {
      text: 'Each version has its own switch: enabling the newest does not enable the one in use.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'The documentation says that a disabled key serves no operation. A measurement found unwrap refused and wrap served: an update may pass although existing data cannot be read.',
      sources: ['key-vault-keys', 'key-disabled-report'],
    },
    {
      text: 'Whether a disabled key can still be read (get) is not documented; a public report reads one.',
      lookAt: "Look for KeyGet in the vault's audit log.",
      sources: ['disabled-key-read-report'],
    },
  ],
  prevent: [
    {
      text: 'After a rotation, keep the old version enabled until the service has taken the new one: an hour to more than a day, by service.',
      sources: ['key-vault-rotation'],
    },
    {
      text: `Give ${roles['crypto-officer'].name} to few people, and alert on KeyUpdate in the audit log.`,
      sources: ['key-vault-rbac-guide', 'key-vault-logging'],
    },
  ],
  perService: {
    synapse: {
      text: 'Disabling the previous version before all SQL pools are re-encrypted is the documented way into Failed. A paused pool still needs it.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'With managed disks, machines on the key stop and disk traffic fails after about an hour. Enable the key, then start compute again.',
      sources: ['databricks-disk-encryption'],
    },
    'machine-learning': {
      text: 'Cosmos DB goes to a revoked state, and refuses to rotate out of it: enable the old version first.',
      sources: ['cosmos-cmk-troubleshoot'],
    },
    'log-analytics': {
      text: 'With a disabled version, new data is dropped and lost. Enable it first; ingestion and queries come back within 30 minutes.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'Every call answers 500 then. Older data still needs the older versions: keep them enabled after a rotation.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    storage: {
      text: 'Disabling the old version before the daily check has found the new one cuts off the account.',
      sources: ['storage-rotation-thread', 'storage-cmk'],
    },
  },
  sources: ['key-vault-keys', 'key-disabled-report', 'sql-server-keys-api'],
};
