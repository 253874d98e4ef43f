import { apiVersions } from '../key-stores.ts';
import { keyRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { mayManageKeys, mayReadKeys } from './key-state.ts';
import { az, portal, powerShell, terraform } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Read type and size of the key',
      needs: `Reader on the vault for az; ${mayReadKeys} for PowerShell`,
      text: 'Compare with what the service takes. EC keys cannot wrap.',
      commands: {
        az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az resource show --ids "$VAULT_ID/keys/$KEY" --api-version ${apiVersions['Microsoft.KeyVault/vaults/keys']} --query "properties.{type:kty, size:keySize, curve:curveName}"`,
        PowerShell: 'Get-AzKeyVaultKey -VaultName $vault -Name $key | Select-Object KeyType, KeySize',
        REST: keyRequest('GET', 'keys/$KEY'),
      },
      sources: ['key-vault-keys', 'bicep-types', 'key-vault-rbac-guide'],
    },
  ],
  fix: [
    {
      ...changeVault,
      title: 'Make another key',
      needs: mayManageKeys,
      text: 'Type and size cannot be changed. Most services take RSA with 3072 bits. Name the new key in the update, and keep the old one: its data needs it. A role on the old key alone does not reach the new one: grant again. In a Managed HSM: --hsm-name, RSA-HSM.',
      takes: 'at once in the vault',
      undo: 'Disable the new key while no resource names it.',
      commands: {
        az: 'az keyvault key create --vault-name "$VAULT" --name "$KEY-rsa" --kty RSA --size 3072 --ops wrapKey unwrapKey encrypt decrypt',
        PowerShell: `Add-AzKeyVaultKey -VaultName $vault -Name "$key-rsa" -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey,encrypt,decrypt`,
        REST: keyRequest(
          'POST',
          'keys/$KEY-rsa/create',
          '{"kty": "RSA", "key_size": 3072, "key_ops": ["wrapKey", "unwrapKey", "encrypt", "decrypt"]}',
        ),
      },
      sources: ['key-vault-keys', 'key-vault-rbac-guide'],
    },
  ],
};

const refusal = {
  status: 400,
  code: 'AzureKeyVaultRsaKeyNotSupported',
  message:
    'The provided key vault uses unsupported RSA Key Size or Key Type. The supported RSA key size is 2048 or 3072 and Key Type is RSA or RSA-HSM.',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('New-AzSynapseWorkspaceKey', refusal),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', refusal),
    az({
      status: 400,
      code: 'BadParameter',
      message: 'Unsupported key operation(s): "wrapKey", "unwrapKey". Supported values are "sign", "verify".',
    }),
  ],
  why: [
    { text: 'The key is an EC key. It signs; it cannot wrap.', sources: ['key-vault-keys', 'elliptic-key-report'] },
    {
      text: 'The key is RSA with 4096 bits, which Key Vault allows and some services do not.',
      sources: ['key-vault-keys', 'sql-server-keys-api'],
    },
    {
      text: 'The key is symmetric (oct-HSM): Managed HSM has such keys, and Premium vaults have them in preview.',
      sources: ['key-vault-keys', 'managed-hsm-keys'],
    },
    {
      text: 'The service says it, mostly. What the vault answers to wrap with a key that cannot is not documented; it gives BadParameter for other mismatches.',
      lookAt: 'Look at the type of the key.',
      sources: ['key-algorithm-report', 'elliptic-key-report'],
    },
  ],
  prevent: [
    {
      text: 'Make keys for encryption as RSA or RSA-HSM with 3072 bits, unless the service asks for another size.',
      sources: ['cmk-support', 'key-vault-keys'],
    },
  ],
  perService: {
    synapse: { text: 'RSA or RSA-HSM, 2048 or 3072 bits.', sources: ['synapse-encryption'] },
    databricks: {
      text: 'Managed disks and DBFS root take RSA with 2048, 3072 or 4096 bits. For managed services only RSA is shown.',
      sources: ['databricks-disks-hsm', 'storage-cmk'],
    },
    'machine-learning': {
      text: 'RSA. The pages disagree about the size: from 3072 bits on for a workspace, 2048 bits for a hub.',
      sources: ['ml-cmk-setup', 'ml-hub-cmk'],
    },
    'log-analytics': {
      text: 'Its page lists no types; RSA is implied by the setting for the size.',
      lookAt: 'Use RSA, and look at the answer to the update of the cluster.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'FHIR takes RSA, DICOM RSA and RSA-HSM, both with 2048 or 3072 bits.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: { text: 'RSA, 2048, 3072 or 4096 bits.', sources: ['discovery-cmk'] },
    'online-experimentation': {
      text: 'The types that it takes are not documented; RSA from 2048 bits on is expected.',
      lookAt: 'Look at the answer to the update, and change nothing else at the same time.',
    },
    storage: { text: 'RSA or RSA-HSM, 2048, 3072 or 4096 bits.', sources: ['storage-cmk'] },
  },
  sources: ['key-vault-keys', 'sql-server-keys-api', 'elliptic-key-report', 'synapse-encryption'],
};
