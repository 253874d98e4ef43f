import { vaultRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { az, portal, powerShell, terraform } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Read the protection of the vault',
      text: 'Expect protected false or empty. Soft delete cannot be switched off once it is on.',
      commands: {
        az: `az keyvault show --name "$VAULT" \\
  --query "properties.{protected:enablePurgeProtection, softDelete:enableSoftDelete, days:softDeleteRetentionInDays}"`,
        PowerShell: 'Get-AzKeyVault -VaultName $vault | Select-Object Enable*, SoftDeleteRetentionInDays',
        REST: vaultRequest('GET'),
      },
      sources: ['key-vault-recovery', 'key-vault-soft-delete'],
    },
  ],
  fix: [
    {
      ...changeVault,
      title: 'Switch purge protection on',
      needs: 'Key Vault Contributor on the vault',
      text: 'For good: until the retention is over nobody can purge a key or the vault, and the name of a deleted vault stays taken. For a Managed HSM: az keyvault update-hsm --hsm-name (Update-AzKeyVaultManagedHsm); a deleted HSM is billed until then.',
      takes: 'not documented; confirm that it is on, then retry',
      undo: 'Not possible.',
      commands: {
        az: 'az keyvault update --name "$VAULT" --enable-purge-protection true',
        PowerShell: 'Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection',
        REST: vaultRequest('PATCH', '{"properties": {"enablePurgeProtection": true}}'),
      },
      sources: ['key-vault-recovery', 'managed-hsm-soft-delete'],
    },
  ],
};

const refusal = { status: 400, code: 'KeyVaultPolicyError', message: 'Keyvault policy recoverable is not set' };

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Set-AzStorageAccount', refusal),
    terraform('updating Workspace', {
      status: 400,
      code: 'BadRequest',
      message: 'CMK workspaces should have purge protection enabled on their CMK keyvault.',
    }),
    portal('Failed to update the cluster', {
      status: 400,
      code: 'BadRequest',
      message: 'Key is not recoverable. Key Vault must be set to Soft-delete and Purge-protection.',
    }),
  ],
  why: [
    {
      text: 'Purge protection is a choice, and off until somebody switches it on. Services ask for it because a purged key takes its data along.',
      sources: ['key-vault-soft-delete', 'key-vault-recovery'],
    },
    {
      text: 'The vault is older than the time when soft delete came on by itself.',
      sources: ['key-vault-soft-delete'],
    },
    {
      text: 'Azure Storage has said the same of a Managed HSM that had both on. The thread was answered with a check of identity and grant.',
      sources: ['storage-hsm-thread'],
    },
  ],
  prevent: [
    {
      text: 'Create vaults for keys with purge protection on.',
      sources: ['key-vault-recovery'],
    },
  ],
  perService: {
    synapse: { text: 'Activation fails without it.', sources: ['synapse-encryption'] },
    databricks: {
      text: 'Needed for DBFS root and for managed disks. For managed services, whether a vault without it is refused is not confirmed.',
      lookAt: 'Look at the answer to the update; switching it on is the safe choice for any key.',
      sources: ['databricks-dbfs-cli', 'databricks-services-hsm'],
    },
    'machine-learning': {
      text: 'Both are checked when the workspace is created.',
      sources: ['ml-cmk-setup', 'ml-purge-protection-thread'],
    },
    'log-analytics': {
      text: 'Both are required. The cluster says that the key is not recoverable.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': { text: 'Both are required.', sources: ['health-fhir-cmk', 'health-dicom-cmk'] },
    discovery: { text: 'Both are required.', sources: ['discovery-cmk'] },
    'online-experimentation': {
      text: 'Whether it is asked for is not documented.',
      lookAt: 'Look at the answer to the update.',
    },
    storage: { text: 'Both are checked when the key is set.', sources: ['storage-cmk'] },
  },
  sources: ['key-vault-recovery', 'key-vault-soft-delete', 'managed-hsm-soft-delete', 'synapse-encryption'],
};
