import { keyRequest } from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import { changeVault, inManagedHsm, lookAtVault } from './shared.ts';

/** What a person needs to list, change, make or recover keys. */
export const mayManageKeys = `${roles['crypto-officer'].name}, or the matching key permission in the access policies`;

/** What a person needs to look at keys and their versions, and no more. */
export const mayReadKeys = `${roles['key-vault-reader'].name}, or the key permissions get and list`;

/**
 * Lists the versions of a key with what decides about their use.
 *
 * @example listVersions('Confirm that the version is disabled', 'Expect enabled False.')
 */
/* @__NO_SIDE_EFFECTS__ */
export function listVersions(title: string, text: string): Step {
  return {
    ...lookAtVault,
    title,
    needs: mayReadKeys,
    text: `${text} ${inManagedHsm}`,
    commands: {
      az: `az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" \\
  --query "[].{id:kid, enabled:attributes.enabled, notBefore:attributes.notBefore, expires:attributes.expires}" --output table`,
      PowerShell:
        'Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions | Select-Object Version, Enabled, NotBefore, Expires',
      REST: keyRequest('GET', 'keys/$KEY/versions'),
    },
    sources: ['key-vault-keys', 'key-vault-rbac-guide'],
  };
}

/**
 * Changes an attribute of one version of a key.
 *
 * @example changeVersion('Enable the version', 'Ask first.', 'The same with false.', '--enabled true', '-Enable $true', '{…}')
 */
/* @__NO_SIDE_EFFECTS__ */
export function changeVersion(
  title: string,
  text: string,
  undo: string,
  az: string,
  powerShell: string,
  body: string,
): Step {
  return {
    ...changeVault,
    title,
    needs: mayManageKeys,
    text,
    takes: 'at once in the vault, then when the service asks next',
    undo,
    commands: {
      az: `az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" ${az}`,
      PowerShell: `Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion ${powerShell}`,
      REST: keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', body),
    },
    sources: ['key-vault-keys', 'key-vault-keys-rest'],
  };
}
