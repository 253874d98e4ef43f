import { anyVersion, inTurn, keyRequest, managerRequest, vaultRequest } from '../rest.ts';
import { synapse } from '../services/synapse-constants.ts';
import type { Step } from '../step.ts';
import { plan as accessPolicyMissing } from './access-policy-missing.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { mayReadKeys } from './key-state.ts';
import { plan as rbacRoleMissing } from './rbac-role-missing.ts';

/** Activates a workspace that waits, with the name and identifier that it holds. */
export const activate: Step = {
  kind: 'retry',
  title: 'Activate the workspace',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Contributor',
  text: 'With the name and identifier that it already holds. A first isActiveCMK of false is no failure: it turns true some two minutes later.',
  takes: 'until cmk.status is Consistent',
  undo: 'None. The key can be changed afterwards.',
  commands: {
    az: `CMK=$(az resource show --ids "$RESOURCE_ID" --query properties.encryption.cmk.key.name --output tsv)
KEY_URL=$(az resource show --ids "$RESOURCE_ID" --query properties.encryption.cmk.key.keyVaultUrl --output tsv)
az synapse workspace activate --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --name "$CMK" --key-identifier "$KEY_URL"`,
    PowerShell: `$cmk = (Get-AzResource -ResourceId $resourceId -ExpandProperties).Properties.encryption.cmk.key
Enable-AzSynapseWorkspace -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $cmk.name -EncryptionKeyIdentifier $cmk.keyVaultUrl`,
    REST: inTurn(
      managerRequest('GET', '$RESOURCE_ID', synapse.apiVersion),
      managerRequest(
        'PUT',
        '$RESOURCE_ID/keys/{cmk.key.name of the answer}',
        synapse.apiVersion,
        '{"properties": {"isActiveCMK": true, "keyVaultUrl": "{cmk.key.keyVaultUrl of the answer}"}}',
      ),
    ),
  },
  sources: ['synapse-cli', 'synapse-powershell-enable', 'synapse-cli-recordings'],
};

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'See that the workspace waits',
      risk: 'safe',
      who: 'anyone',
      needs: `Reader on workspace and vault; for the key, ${mayReadKeys}`,
      text: 'Expect status AwaitingUserAction, purge protection, and wrapKey and unwrapKey among the operations of the key. Grant the role if rbac is true, the access policy otherwise.',
      commands: {
        az: `az resource show --ids "$RESOURCE_ID" --query properties.encryption.cmk
az keyvault show --name "$VAULT" --query "properties.{purgeProtection:enablePurgeProtection, rbac:enableRbacAuthorization}"
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.keyOps`,
        PowerShell: `(Get-AzResource -ResourceId $resourceId -ExpandProperties).Properties.encryption.cmk
Get-AzKeyVault -VaultName $vault | Format-List EnablePurgeProtection, EnableRbacAuthorization
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Key.KeyOps`,
        REST: inTurn(
          managerRequest('GET', '$RESOURCE_ID', anyVersion),
          vaultRequest('GET'),
          keyRequest('GET', 'keys/$KEY'),
        ),
      },
      sources: ['synapse-encryption', 'synapse-cli-recordings'],
    },
  ],
  fix: [...rbacRoleMissing.fix, ...accessPolicyMissing.fix, activate],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (WorkspaceActivationRequired) Workspace 'ws-contoso' needs to be activated, by adding the managed identity in the KeyVault.
Code: WorkspaceActivationRequired`,
    },
    {
      tool: 'PowerShell',
      text: `New-AzSynapseSqlPool : Operation returned an invalid status code 'BadRequest'
Code: WorkspaceActivationRequired
Message: Workspace 'ws-contoso' needs to be activated, by adding the managed identity in the KeyVault.`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: updating Synapse Workspace "ws-contoso" Sql Admin (Resource Group "rg-contoso"): synapse.WorkspaceAadAdminsClient#CreateOrUpdate: Failure sending request: StatusCode=400 -- Original Error: Code="WorkspaceActivationRequired" Message="Workspace needs to be activated, by adding the managed identity in the KeyVault."`,
    },
    { tool: 'portal', text: 'Workspace activation failed. Click here to retry activation or contact support' },
  ],
  why: [
    {
      text: 'The workspace reads its key with the system-assigned identity, which exists only after creation. It is born unactivated and waits for the grant.',
      sources: ['synapse-encryption'],
    },
    {
      text: 'Administrators, SQL pools or role assignments were deployed in the same run, before activation.',
      sources: ['synapse-activation-thread', 'synapse-admin-thread'],
    },
  ],
  prevent: [
    {
      text: 'Use a user-assigned identity that is granted before creation: then no activation is needed. It cannot be used when the vault is behind a firewall.',
      sources: ['synapse-encryption'],
    },
    {
      text: 'In templates keep the order: workspace, grant, /keys child with isActiveCMK, then administrators and pools.',
      sources: ['synapse-activation-thread'],
    },
  ],
  services: ['synapse'],
  sources: ['synapse-encryption', 'synapse-activation-thread', 'synapse-cli-recordings'],
};
