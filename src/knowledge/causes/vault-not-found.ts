import { apiVersions } from '../key-stores.ts';
import { inTurn, managementApiVersions, managerRequest, vaultPath, vaultRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { assignRole } from './grants.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

/** Recovers a deleted vault: the same PUT that creates one, with another mode. */
export const recoverVault: string = managerRequest(
  'PUT',
  vaultPath,
  apiVersions['Microsoft.KeyVault/vaults'],
  '{"location": "$LOCATION", "properties": {"createMode": "recover", "tenantId": "$TENANT", "sku": {"family": "A", "name": "{standard or premium, as it was}"}}}',
);

/** Lists the deleted vaults and Managed HSMs of a subscription. */
export const deletedStores: string = inTurn(
  ...['deletedVaults', 'deletedManagedHSMs'].map((list) =>
    managerRequest(
      'GET',
      `/subscriptions/$SUBSCRIPTION/providers/Microsoft.KeyVault/${list}`,
      apiVersions['Microsoft.KeyVault/vaults'],
    ),
  ),
);

const zone =
  '/subscriptions/$SUBSCRIPTION/resourceGroups/rg-network/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net';

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: 'Look for the vault, and among the deleted ones',
      needs: 'Reader on the vault, and Microsoft.KeyVault/locations/deletedVaults/read on the subscription',
      text: 'That the name resolves does not prove that the vault lives. In neither list: the name is wrong, the vault is in another subscription, or purged.',
      commands: {
        az: `az keyvault show --name "$VAULT" --query id --output tsv
az keyvault list-deleted --query "[].{name:name, type:type}" --output table
nslookup "$VAULT.vault.azure.net"`,
        PowerShell: `Get-AzKeyVault -VaultName $vault
Get-AzKeyVault -InRemovedState
[System.Net.Dns]::GetHostAddresses("$vault.vault.azure.net")`,
        REST: inTurn(vaultRequest('GET'), deletedStores),
      },
      sources: ['key-vault-recovery', 'key-vault-soft-delete'],
    },
  ],
  fix: [
    {
      ...changeVault,
      title: 'Recover the vault',
      needs: 'Key Vault Contributor on the subscription, and Microsoft.KeyVault/locations/deletedVaults/read',
      text: 'Keys and access policies come back; role assignments and Event Grid subscriptions do not: grant before you retry. A Managed HSM: --hsm-name and --location (Undo-AzKeyVaultManagedHsmRemoval).',
      takes: 'not documented; look again after a minute',
      undo: 'None is needed: it restores what was there.',
      commands: {
        az: 'az keyvault recover --name "$VAULT"',
        PowerShell:
          'Undo-AzKeyVaultRemoval -VaultName $vault -ResourceGroupName $vaultResourceGroup -Location $location',
        REST: recoverVault,
      },
      sources: ['key-vault-recovery', 'key-vault-soft-delete', 'managed-hsm-soft-delete'],
    },
    assignRole,
    {
      kind: 'fix',
      title: 'If only the name does not resolve: mend the private zone',
      risk: 'changes-access',
      who: 'network-administrator',
      needs: 'Private DNS Zone Contributor on the zone',
      text: 'The zone privatelink.vaultcore.azure.net needs an A record for the vault, and a link to the network that asks. Put in the group of the zone, and the address of the private endpoint. It helps whoever resolves names in your network; a service that Microsoft runs does not ask there.',
      takes: 'not documented; ask for the name again with nslookup',
      undo: 'az network private-dns record-set a remove-record, or Remove-AzPrivateDnsRecordSet.',
      commands: {
        az: `az network private-dns link vnet list --resource-group rg-network --zone-name privatelink.vaultcore.azure.net --query "[].virtualNetwork.id"
az network private-dns record-set a add-record --resource-group rg-network --zone-name privatelink.vaultcore.azure.net \\
  --record-set-name "$VAULT" --ipv4-address 10.0.0.4`,
        PowerShell: `Get-AzPrivateDnsVirtualNetworkLink -ResourceGroupName rg-network -ZoneName privatelink.vaultcore.azure.net | Select-Object VirtualNetworkId
New-AzPrivateDnsRecordSet -ResourceGroupName rg-network -ZoneName privatelink.vaultcore.azure.net -Name $vault -RecordType A -Ttl 3600 \`
  -PrivateDnsRecord (New-AzPrivateDnsRecordConfig -Ipv4Address 10.0.0.4)`,
        REST: inTurn(
          managerRequest('GET', `${zone}/virtualNetworkLinks`, managementApiVersions.privateDns),
          managerRequest(
            'PUT',
            `${zone}/A/$VAULT`,
            managementApiVersions.privateDns,
            '{"properties": {"ttl": 3600, "aRecords": [{"ipv4Address": "10.0.0.4"}]}}',
          ),
        ),
      },
      sources: ['key-vault-private-link', 'private-dns-record-cli'],
    },
  ],
};

/* @__NO_SIDE_EFFECTS__ */
const nameFails = (message: string, code = 'KeyVaultVaultNotFound') => ({ status: 403, code, message });

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: 'ERROR: Max retries exceeded attempting to connect to vault. The vault may not exist.',
    },
    powerShell(
      'Set-AzStorageAccount',
      nameFails("The remote name could not be resolved: 'kv-contoso.vault.azure.net'"),
    ),
    terraform('updating Workspace', {
      status: 400,
      code: 'AkvHostNotResolvingFromNode',
      message: "AKV host 'kv-contoso.vault.azure.net' is not resolvable from SQL, on server 'ws-contoso'.",
    }),
    portal('Failed to load the data', nameFails('The key vault of the encryption key could not be found.')),
    activityLog({
      status: 404,
      code: 'ParentResourceNotFound',
      message:
        "Can not perform requested operation on nested resource. Parent resource 'kv-contoso' not found. Type: Microsoft.KeyVault/vaults/accessPolicies",
    }),
    az({
      status: 404,
      code: 'ResourceNotFound',
      message: "The Resource 'Microsoft.KeyVault/vaults/kv-contoso' under resource group 'rg-keys' was not found.",
    }),
  ],
  why: [
    {
      text: 'The vault was deleted, alone or with its resource group.',
      sources: ['key-vault-soft-delete'],
    },
    {
      text: 'The address has a mistyped name or the suffix of another cloud. If the mistyped vault exists in another tenant, the answer is an invalid issuer instead.',
      sources: ['vault-name-powershell-report', 'token-issuer-cli-report'],
    },
    {
      text: 'A private DNS zone is linked to the network and has no record for this vault.',
      sources: ['key-vault-private-link'],
    },
    {
      text: 'It is back, but the grants are not: a recovered vault has lost its role assignments. The next refusal says ForbiddenByRbac then.',
      sources: ['key-vault-soft-delete'],
    },
    {
      text: 'A policy of your own can refuse the recovery, because the call carries no settings of the vault.',
      sources: ['key-vault-policy'],
    },
    {
      text: 'What a deleted vault answers while its name still resolves is not documented.',
      lookAt: 'Look among the deleted vaults.',
      sources: ['key-vault-soft-delete'],
    },
  ],
  prevent: [
    {
      text: 'Put a delete lock on the vault or its resource group, and keep the vault apart from what comes and goes.',
      sources: ['arm-locks'],
    },
    { text: 'Turn purge protection on: then nobody can purge a deleted vault early.', sources: ['key-vault-recovery'] },
  ],
  perService: {
    synapse: {
      text: 'The SQL layer says AkvHostNotResolvingFromNode when it cannot resolve the vault.',
      sources: ['sql-server-keys-api'],
    },
    'health-data': {
      text: 'The SQL layer under FHIR has AzureKeyVaultConnectionFailed (503) for it. That the code comes through unchanged is not confirmed.',
      lookAt: 'Look for the vault among the deleted ones.',
      sources: ['sql-server-keys-api'],
    },
    'machine-learning': {
      text: 'Cosmos DB says “Error contacting the Azure Key Vault resource” when the address leads nowhere.',
      sources: ['cosmos-cmk-troubleshoot'],
    },
    storage: {
      text: 'Reads and writes answer KeyVaultVaultNotFound. Another key cannot be set before the old vault is back: the old key unwraps first.',
      sources: ['storage-error-codes', 'storage-old-key-thread'],
    },
  },
  sources: ['key-vault-soft-delete', 'key-vault-recovery', 'key-vault-private-link', 'vault-name-cli-report'],
};
