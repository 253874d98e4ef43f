import { apiVersions } from '../key-stores.ts';
import { anyVersion, inTurn, keyRequest, managerRequest, vaultPath, vaultRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

/** Which services want their key store beside them; the sources stand with each service. */
export const whoWantsItNear =
  'Same region: Synapse, Databricks disks, Machine Learning, Log Analytics, FHIR, Discovery. Same subscription: Machine Learning. Neither: Storage. DICOM and Online Experimentation say nothing.';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Compare region and subscription',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader',
      text: `The subscription stands in the id. ${whoWantsItNear}`,
      commands: {
        az: `az keyvault show --name "$VAULT" --query "[location, id]"
az resource show --ids "$RESOURCE_ID" --query "[location, id]"`,
        PowerShell: `Get-AzKeyVault -VaultName $vault | Format-List Location, ResourceId
Get-AzResource -ResourceId $resourceId | Format-List Location, ResourceId`,
        REST: `${vaultRequest('GET')}

${managerRequest('GET', '$RESOURCE_ID', anyVersion)}`,
      },
      sources: ['synapse-encryption', 'ml-cmk-setup'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Name a key in the right place',
      risk: 'changes-access',
      who: 'vault-administrator',
      needs: 'Contributor on the resource group of the vault; Key Vault Crypto Officer on the new vault',
      text: 'If the resource has a key that works, send that one again. Otherwise create a vault there, with a free name and a key size that the service takes. Give yourself the role between the two commands. Grant the identity before you go on. In the retry, VAULT is the new vault.',
      takes: 'minutes; each role up to ten',
      undo: 'Delete the new vault; purge protection keeps its name.',
      commands: {
        az: `NEW_VAULT=kv-cmk-new
az keyvault create --name "$NEW_VAULT" --resource-group "$VAULT_RESOURCE_GROUP" --location "$LOCATION" \\
  --enable-purge-protection true --enable-rbac-authorization true
az keyvault key create --vault-name "$NEW_VAULT" --name "$KEY" --kty RSA --size 3072`,
        PowerShell: `$newVault = 'kv-cmk-new'
New-AzKeyVault -Name $newVault -ResourceGroupName $vaultResourceGroup -Location $location -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $newVault -Name $key -Destination Software -KeyType RSA -Size 3072`,
        REST: inTurn(
          managerRequest(
            'PUT',
            vaultPath.replace('vaults/$VAULT', 'vaults/{new name}'),
            apiVersions['Microsoft.KeyVault/vaults'],
            '{"location": "$LOCATION", "properties": {"tenantId": "$TENANT", "sku": {"family": "A", "name": "standard"}, "enableRbacAuthorization": true, "enablePurgeProtection": true}}',
          ),
          keyRequest('POST', 'keys/$KEY/create', '{"kty": "RSA", "key_size": 3072}').replace('$VAULT', '{new name}'),
        ),
      },
      sources: ['key-vault-recovery', 'key-vault-keys'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (KeyVaultAndDiskInDifferentRegions) The key vault and the disk encryption set are located in different regions.
Code: KeyVaultAndDiskInDifferentRegions`,
    },
    {
      tool: 'PowerShell',
      text: `New-AzDiskEncryptionSet : The key vault and the disk encryption set are located in different regions.
ErrorCode: KeyVaultAndDiskInDifferentRegions
At line:1 char:1`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: creating/updating Disk Encryption Set: performing CreateOrUpdate: unexpected status 400 (400 Bad Request) with error: KeyVaultAndDiskInDifferentRegions: The key vault and the disk encryption set are located in different regions.`,
    },
    {
      tool: 'portal',
      text: 'The vault is missing from the list in which you choose a key: the list shows vaults of the same region only.',
    },
  ],
  why: [
    {
      text: 'The vault belongs to a central team, in another subscription or region than the workspace.',
      sources: ['ml-cmk-setup'],
    },
    {
      text: 'A template took its location from the resource group, and the group of the vault lies elsewhere.',
      sources: ['arm-common-errors'],
    },
    {
      text: 'The wording that most services use for this refusal is not documented. A disk encryption set says KeyVaultAndDiskInDifferentRegions.',
      sources: ['disk-encryption-errors'],
    },
  ],
  prevent: [
    {
      text: 'Keep one vault for keys in each region, and for Machine Learning in each subscription.',
      sources: ['ml-cmk-setup'],
    },
    {
      text: 'Deploy the vault with the location of the workspace as its parameter.',
      sources: ['arm-templates'],
    },
  ],
  perService: {
    synapse: {
      text: 'The portal offers vaults of the region of the workspace. Whether a typed identifier from another region is refused is not confirmed.',
      lookAt:
        'Plan for the same region. Another subscription of the same tenant is not ruled out by the documentation.',
      sources: ['synapse-encryption'],
    },
    databricks: {
      text: 'Managed disks want the same region as the workspace; another subscription is allowed. For managed services and the DBFS root the documentation names only the tenant.',
      sources: ['databricks-disks-key', 'databricks-disk-encryption'],
    },
    'machine-learning': {
      text: 'The vault is in the region and in the subscription of the workspace. For hubs, a text of May 2025 allowed another subscription: keep to the stricter rule.',
      sources: ['ml-cmk-setup', 'ml-template', 'ml-foundry-cmk'],
    },
    'log-analytics': {
      text: 'Vault, cluster and workspaces are in one region and one tenant. Subscriptions may differ.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'FHIR: the vault is in the region of the service; subscription and tenant may differ. DICOM: same tenant; nothing is said of the region.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: { text: 'The vault is in the region of the workspace.', sources: ['discovery-cmk'] },
    'online-experimentation': {
      text: 'Not documented.',
      lookAt: 'Take a vault in the same region, and look for the refusal in the activity log.',
    },
    storage: {
      text: 'The vault may be in another region, subscription or tenant. Pages from before 2022 say otherwise and are out of date.',
      sources: ['storage-cmk'],
    },
  },
  sources: ['synapse-encryption', 'ml-cmk-setup'],
};
