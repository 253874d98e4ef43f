import { keyRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { mayManageKeys } from './key-state.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';
import { changeVault, inManagedHsm, lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Look among the keys and the deleted keys',
      needs: mayManageKeys,
      text: `Compare name and version, letter by letter. In neither list: the name in the workspace is wrong, or the key is purged. ${inManagedHsm}`,
      commands: {
        az: `az keyvault key list --vault-name "$VAULT" --query "[].kid" --output tsv
az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" --query "[].kid" --output tsv
az keyvault key list-deleted --vault-name "$VAULT" --query "[].kid" --output tsv`,
        PowerShell: `Get-AzKeyVaultKey -VaultName $vault
Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions
Get-AzKeyVaultKey -VaultName $vault -InRemovedState`,
        REST: ['keys', 'keys/$KEY/versions', 'deletedkeys'].map((path) => keyRequest('GET', path)).join('\n\n'),
      },
      sources: ['key-vault-soft-delete', 'key-vault-recovery'],
    },
  ],
  fix: [
    {
      ...changeVault,
      title: 'Recover the deleted key',
      needs: `${mayManageKeys}; in a Managed HSM, Managed HSM Crypto Officer`,
      text: 'All versions come back. If only the name was wrong, leave the vault alone and correct the identifier. Never purge: what is encrypted under a purged key is lost for good.',
      takes: 'not documented; look again after a minute',
      undo: 'None is needed: it restores what was there.',
      commands: {
        az: 'az keyvault key recover --vault-name "$VAULT" --name "$KEY"',
        PowerShell: 'Undo-AzKeyVaultKeyRemoval -VaultName $vault -Name $key',
        REST: keyRequest('POST', 'deletedkeys/$KEY/recover'),
      },
      sources: ['key-vault-recovery'],
    },
    {
      ...changeVault,
      title: 'If the key is purged: restore its backup',
      needs: mayManageKeys,
      text: 'A backup restores only in the same subscription and geography. Restore it into the vault that the resource names, so that the identifier is the same. Without a backup, nobody can bring the key back. Ask support before you delete what it encrypted.',
      takes: 'not documented; look with the confirm step',
      undo: 'Disable the restored key.',
      commands: {
        az: 'az keyvault key restore --vault-name "$VAULT" --file key.backup',
        PowerShell: 'Restore-AzKeyVaultKey -VaultName $vault -InputFile key.backup',
        REST: keyRequest('POST', 'keys/restore', '{"value": "{what the backup answered}"}'),
      },
      lookAt: 'Whether a service takes a restored key is not confirmed: compare identifier and version.',
      sources: ['key-vault-backup'],
    },
  ],
};

const refusal = {
  status: 404,
  code: 'KeyNotFound',
  message:
    'A key with (name/id) cmk/0123456789abcdef0123456789abcdef was not found in this key vault. If you recently deleted this key you may be able to recover it.',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Update-AzMLWorkspace', refusal),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', refusal),
    activityLog(refusal),
  ],
  why: [
    {
      text: 'The key was deleted. It can be listed, recovered or purged then, and nothing else.',
      sources: ['key-vault-soft-delete'],
    },
    {
      text: 'The workspace names a version that this key does not have, or a key of another vault.',
      sources: ['key-not-found-report'],
    },
    {
      text: 'A template or script deleted the key and could not make it again, because the deleted one holds the name.',
      sources: ['key-recoverable-report'],
    },
    {
      text: 'A switch to a new key fails when the old key is gone: the old one is needed to unwrap first.',
      sources: ['storage-cmk'],
    },
  ],
  prevent: [
    {
      text: 'Keep purge protection on: a deleted key can then be recovered for 7 to 90 days, as the vault was set up.',
      sources: ['key-vault-recovery', 'key-vault-soft-delete'],
    },
    {
      text: 'Disable a key instead of deleting it, and let few people delete keys. A lock on the vault does not protect its keys.',
      sources: ['storage-cmk', 'arm-locks'],
    },
  ],
  perService: {
    synapse: {
      text: 'The previous key is needed until every SQL pool is encrypted again. With a purged one, pools are inaccessible for good and their backups cannot be restored.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'Managed disks fail about an hour after the delete, and the data of DBFS root answers 403. Recover the key, then start compute again.',
      sources: ['databricks-disk-encryption', 'storage-cmk'],
    },
    'machine-learning': {
      text: 'A key that is revoked in Cosmos DB blocks its own replacement: bring back the old key, then rotate.',
      sources: ['cosmos-cmk-troubleshoot'],
    },
    'log-analytics': {
      text: 'Within an hour new data is dropped and lost. Recover the key; ingestion and queries come back within 30 minutes.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'Every call answers 500. Recover the key, then send the same settings again.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    storage: {
      text: 'With the key gone, the account cannot be moved to another key either: recover the old one first.',
      sources: ['storage-old-key-thread', 'storage-cmk'],
    },
  },
  sources: ['key-not-found-report', 'key-vault-soft-delete', 'key-vault-recovery'],
};
