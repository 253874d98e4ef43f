import { keyRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { changeVersion, mayReadKeys } from './key-state.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';
import { inManagedHsm, lookAtVault } from './shared.ts';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Read the permitted operations of the version',
      needs: mayReadKeys,
      text: `Expect a list without wrapKey or unwrapKey. An EC key can have neither: make another key. ${inManagedHsm}`,
      commands: {
        az: 'az keyvault key show --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --query "{type:key.kty, operations:key.keyOps}"',
        PowerShell: '(Get-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion).Key.KeyOps',
        REST: keyRequest('GET', 'keys/$KEY/$KEY_VERSION'),
      },
      sources: ['key-vault-keys', 'key-vault-rbac-guide'],
    },
  ],
  fix: [
    {
      ...changeVersion(
        'Permit wrap and unwrap on the version',
        'The new list replaces the old one, so the command keeps what is there and adds the two.',
        'The old list again: az keyvault key set-attributes --ops, or Update-AzKeyVaultKey -KeyOps.',
        '',
        '',
        '',
      ),
      commands: {
        az: `{
  az keyvault key show --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" \\
    --query "key.keyOps[?@!='wrapKey' && @!='unwrapKey']" --output tsv
  echo unwrapKey
} | xargs az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --ops wrapKey`,
        PowerShell: `$ops = @((Get-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion).Key.KeyOps) + 'wrapKey', 'unwrapKey' | Select-Object -Unique
Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -KeyOps $ops`,
        REST: `${keyRequest('GET', 'keys/$KEY/$KEY_VERSION')}

${keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', '{"key_ops": [{the operations of the answer}, "wrapKey", "unwrapKey"]}')}`,
      },
    },
  ],
};

const refusal = {
  status: 403,
  code: 'Forbidden',
  message: 'Operation wrapKey is not permitted on this key.',
  inner: 'KeyOperationForbidden',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Enable-AzSynapseWorkspace', refusal),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', refusal),
    activityLog(refusal),
  ],
  why: [
    {
      text: 'A template or script made the key with a list of operations that leaves out wrapKey or unwrapKey.',
      sources: ['key-vault-keys', 'key-operation-report'],
    },
    {
      text: 'The key belongs to a certificate; such keys are often made for signing.',
      sources: ['key-vault-keys'],
    },
    { text: 'Somebody narrowed the list later. It holds for one version each.', sources: ['key-vault-keys'] },
  ],
  prevent: [
    {
      text: 'Make keys with wrapKey and unwrapKey, and with what else their service asks for; nothing more.',
      sources: ['key-vault-keys'],
    },
  ],
  perService: {
    synapse: {
      text: 'A key made by a template must list both. Without them activation fails although the grant is right.',
      sources: ['synapse-encryption', 'synapse-keyops-thread'],
    },
    'machine-learning': {
      text: 'Leave encrypt and decrypt on the list as well: AI Search asks for all four.',
      sources: ['ml-search-cmk'],
    },
  },
  sources: ['key-vault-keys', 'key-operation-report'],
};
