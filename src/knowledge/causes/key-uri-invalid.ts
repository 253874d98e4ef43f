import { readKeySettings } from '../key-settings.ts';
import { keyRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { mayReadKeys } from './key-state.ts';
import { inManagedHsm } from './shared.ts';

export const plan: CausePlan = {
  confirm: [readKeySettings],
  fix: [
    {
      kind: 'fix',
      title: 'Take the form that the service wants',
      risk: 'safe',
      who: 'workspace-owner',
      needs: mayReadKeys,
      text: `Compare host, name, version and slashes; send the right form in the retry. Without version: Synapse. With: Databricks services and disks, Health Data Services, Discovery, Machine Learning. Address, name and version apart, an empty version for the newest: Log Analytics, Storage. Either: Online Experimentation. ${inManagedHsm}`,
      commands: {
        az: `KEY_ID=$(az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv)
printf '%s\\n%s\\n' "$KEY_ID" "\${KEY_ID%/*}"`,
        PowerShell: `$keyId = (Get-AzKeyVaultKey -VaultName $vault -Name $key).Id -replace ':443/', '/'
$keyId
$keyId -replace '/[^/]+$'`,
        REST: keyRequest('GET', 'keys/$KEY'),
      },
      sources: ['key-vault-keys', 'synapse-encryption', 'key-vault-rbac-guide'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (BadRequest) Provided KeyVaultKeyUri https://kv-contoso.vault.azure.net/keys/cmk/ is Invalid.
Code: BadRequest
Message: Provided KeyVaultKeyUri https://kv-contoso.vault.azure.net/keys/cmk/ is Invalid.`,
    },
    {
      tool: 'PowerShell',
      text: `Update-AzOperationalInsightsCluster : Operation returned an invalid status code 'BadRequest'
Code: BadRequest
Message: KeyVaultProperties isn't empty but has a bad format.
At line:1 char:1`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: updating Workspace "ws-contoso": performing Update: unexpected status 400 (400 Bad Request) with response:
│ {"error":{"code":"BadRequest","message":"Missing Key Identifier"}}`,
    },
    {
      tool: 'portal',
      text: 'Failed to save the encryption settings. Provided KeyVaultKeyUri https://kv-contoso.vault.azure.net/keys/cmk/0123 is Invalid. (Code: BadRequest)',
    },
  ],
  why: [
    {
      text: 'The identifier carries a version where the service takes none, or lacks one where the service asks for it.',
      sources: ['synapse-encryption', 'databricks-services-key'],
    },
    {
      text: 'The whole key URL stands in a field that takes the vault address alone, or the address lacks https://.',
      sources: ['log-analytics-cmk'],
    },
    {
      text: 'The address points to /secrets/ or to a certificate. Only /keys/ can wrap and unwrap.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'The host is managedhsm.azure.net, and the service or the tool takes vault.azure.net only, or the other way round.',
      sources: ['managed-hsm-overview', 'log-analytics-hsm-thread'],
    },
  ],
  prevent: [
    {
      text: 'Copy the identifier from az keyvault key show, key.kid, and cut the version only where the service wants none. Type no part of it.',
      sources: ['key-vault-keys'],
    },
    {
      text: 'In templates, take the identifier from the key resource (keyUri or keyUriWithVersion) instead of a string.',
      sources: ['bicep-types'],
    },
  ],
  perService: {
    synapse: {
      text: 'Takes https://VAULT.vault.azure.net/keys/KEY and nothing behind it.',
      sources: ['synapse-encryption', 'synapse-cli'],
    },
    databricks: {
      text: 'keyVaultUri, keyName and keyVersion stand apart. The version is required for managed services and managed disks, and optional for the DBFS root.',
      sources: ['databricks-services-key', 'bicep-types'],
    },
    'machine-learning': {
      text: 'Whether an identifier without a version is accepted is not confirmed. Every documented example has one.',
      lookAt: 'Send the identifier with its version, and read properties.encryption back.',
      sources: ['ml-cmk-setup'],
    },
    'log-analytics': {
      text: 'The cluster takes keyVaultUri (the address alone), keyName and keyVersion. An empty keyVersion follows the newest version.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': { text: 'keyEncryptionKeyUrl has the version.', sources: ['health-fhir-cmk', 'health-dicom-cmk'] },
    discovery: {
      text: 'keyVaultUri, keyName and an explicit keyVersion stand apart.',
      sources: ['discovery-cmk'],
    },
    'online-experimentation': {
      text: 'keyEncryptionKeyUrl may have a version or not.',
      sources: ['online-experimentation-models'],
    },
    storage: {
      text: 'keyvaulturi, keyname and keyversion stand apart. No version, or an empty one, follows the newest.',
      sources: ['storage-cmk'],
    },
  },
  sources: ['synapse-encryption', 'key-vault-keys'],
};
