import { apiVersions } from '../key-stores.ts';
import { anyVersion, inTurn, keyRequest, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { deletedStores, recoverVault } from './vault-not-found.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Look among the deleted',
      risk: 'safe',
      who: 'anyone',
      needs: 'deletedVaults/read on the subscription; list on keys',
      text: 'Machine Learning workspaces stand in the portal only, under Recently deleted; Log Analytics clusters nowhere. A vault name can also be somebody else’s.',
      commands: {
        az: `az keyvault list-deleted --query "[].[type, name]" --output table
az keyvault key list-deleted --vault-name "$VAULT" --query "[].kid" --output tsv
az monitor log-analytics workspace list-deleted-workspaces --query "[].name" --output tsv`,
        PowerShell: `Get-AzKeyVault -InRemovedState
Get-AzKeyVaultManagedHsm -InRemovedState
Get-AzKeyVaultKey -VaultName $vault -InRemovedState
Get-AzOperationalInsightsDeletedWorkspace`,
        REST: inTurn(
          deletedStores,
          keyRequest('GET', 'deletedkeys'),
          managerRequest(
            'GET',
            '/subscriptions/$SUBSCRIPTION/providers/Microsoft.OperationalInsights/deletedWorkspaces',
            anyVersion,
          ),
        ),
      },
      sources: ['key-vault-soft-delete', 'log-analytics-delete'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Recover it, or take another name',
      risk: 'changes-access',
      who: 'vault-administrator',
      needs: 'Key Vault Contributor, Key Vault Crypto Officer (key) or Log Analytics Contributor',
      text: 'Run the line that fits. What was there comes back, without the role assignments of a vault: grant again. For a cluster deleted less than 14 days ago only another name helps. Never purge to free a name: what its keys encrypt is lost.',
      takes: 'minutes',
      undo: 'Delete it again.',
      commands: {
        az: `az keyvault recover --name "$VAULT"
az keyvault key recover --vault-name "$VAULT" --name "$KEY"
az keyvault recover --hsm-name "$HSM" --location "$LOCATION"
az monitor log-analytics workspace recover --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE"`,
        PowerShell: `Undo-AzKeyVaultRemoval -VaultName $vault -ResourceGroupName $vaultResourceGroup -Location $location
Undo-AzKeyVaultKeyRemoval -VaultName $vault -Name $key
Undo-AzKeyVaultManagedHsmRemoval -Name $hsm -ResourceGroupName $vaultResourceGroup -Location $location
Restore-AzOperationalInsightsWorkspace -ResourceGroupName $resourceGroup -Name $workspace -Location $location`,
        REST: inTurn(
          recoverVault,
          keyRequest('POST', 'deletedkeys/$KEY/recover'),
          managerRequest(
            'PUT',
            '/subscriptions/$SUBSCRIPTION/resourceGroups/$VAULT_RESOURCE_GROUP/providers/Microsoft.KeyVault/managedHSMs/$HSM',
            apiVersions['Microsoft.KeyVault/vaults'],
            '{"location": "$LOCATION", "sku": {"family": "B", "name": "{as it was}"}, "properties": {"createMode": "recover", "tenantId": "$TENANT"}}',
          ),
          managerRequest(
            'PUT',
            '/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.OperationalInsights/workspaces/$WORKSPACE',
            anyVersion,
            '{"location": "$LOCATION"}',
          ),
        ),
      },
      sources: ['key-vault-recovery', 'log-analytics-delete', 'log-analytics-clusters'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (BadRequest) Soft-deleted workspace exists. Please purge or recover it. https://aka.ms/wsoftdelete
Code: BadRequest`,
    },
    {
      tool: 'PowerShell',
      text: `Add-AzKeyVaultKey : Operation returned an invalid status code 'Conflict'
Code: Conflict
Message: Key cmk is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be recovered or purged.
Inner error: ObjectIsDeletedButRecoverable`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: An existing soft-deleted Key Vault exists with the Name "kv-contoso" in the location "westeurope", however automatically recovering this KeyVault has been disabled via the "features" block.`,
    },
    {
      tool: 'portal',
      text: 'The vault name kv-contoso is already in use. Vault names are globally unique so it is possible that the name is already taken, or that a vault of this name was deleted and can be recovered. (Code: VaultAlreadyExists)',
    },
  ],
  why: [
    {
      text: 'Soft delete keeps vaults, keys and HSMs for 7 to 90 days, 90 unless set otherwise, and the name with them. It cannot be turned off.',
      sources: ['key-vault-recovery', 'key-vault-soft-delete'],
    },
    { text: 'A pipeline deleted and recreated in one run.', sources: ['ml-soft-delete-message-thread'] },
  ],
  prevent: [
    {
      text: 'Recreate under a new name, or let the template recover: createMode recover, or the recover options of the Terraform provider.',
      sources: ['key-vault-recovery'],
    },
    { text: 'Put a CanNotDelete lock on vaults and workspaces.', sources: ['arm-locks'] },
  ],
  perService: {
    'machine-learning': {
      text: 'A deleted workspace holds its name for 14 days, and its managed group is billed meanwhile. Recovery is in the portal only. The choice to delete for good belongs to the first delete.',
      sources: ['ml-soft-delete', 'ml-soft-delete-message-thread'],
    },
    'log-analytics': {
      text: 'A workspace can be recovered for 14 days. A cluster cannot be recovered, and its name is blocked for 14 days all the same.',
      sources: ['log-analytics-delete', 'log-analytics-clusters'],
    },
    discovery: {
      text: 'No soft delete. After a terminal Failed state the documentation recreates under a new name.',
      sources: ['discovery-errors'],
    },
    synapse: {
      text: 'Soft delete of a workspace is not documented, nor whether the name is free at once.',
      lookAt: 'az synapse workspace check-name says whether the name is free.',
    },
    databricks: {
      text: 'A leftover managed resource group blocks a new workspace that names it: choose another name for the group.',
      sources: ['databricks-pulumi-group-thread'],
    },
    'health-data': {
      text: 'No soft delete is documented. A workspace name can be used again in the same subscription only.',
      sources: ['health-workspace'],
    },
  },
  sources: ['key-vault-soft-delete', 'key-vault-recovery'],
};
