import { bash, powershell } from '../commands/quote.ts';
import type { CauseId } from '../knowledge/causes.ts';
import { permissionModels, rolePropagationMinutes } from '../knowledge/key-stores.ts';
import { namingRules, type ValueName, type Values } from '../knowledge/naming.ts';
import { roles } from '../knowledge/roles.ts';
import { synapse } from '../knowledge/services/synapse.ts';
import type { Step } from './plan.ts';
import { workspaceId } from './services.ts';

type ValueOf = (name: ValueName) => string;
type Steps = (value: ValueOf, values: Values) => readonly Step[];

const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const cmkRole = roles['crypto-service-encryption-user'];

/** The Azure resource id of a vault cannot be read off an error, so bash asks for it. */
const vaultIdBash = (value: ValueOf): string =>
  bash`VAULT_ID=$(az keyvault show --name ${value('vaultName')} --query id --output tsv)`;
const vaultIdPowerShell = (value: ValueOf): string =>
  powershell`$vault = Get-AzKeyVault -VaultName ${value('vaultName')}`;

const auditLog: Step = {
  kind: 'confirm',
  title: "Confirm in the vault's audit log",
  risk: 'safe',
  who: 'Vault reader',
  text: 'Look for KeyGet, KeyWrap or KeyUnwrap with status 403 in that minute: the row names the caller and the reason. No row at all means that the call never reached this vault. The log must have been switched on before.',
  source: 'key-vault-logging',
};

const showModel = (value: ValueOf): Step => ({
  kind: 'confirm',
  title: 'Confirm which permission model the vault uses',
  risk: 'safe',
  who: 'Vault reader',
  text: 'true means Azure RBAC: only role assignments count. false or empty means access policies: only they count.',
  commands: {
    az: bash`az keyvault show --name ${value('vaultName')} --query properties.enableRbacAuthorization`,
    PowerShell: powershell`(Get-AzKeyVault -VaultName ${value('vaultName')}).EnableRbacAuthorization`,
  },
  source: 'key-vault-access-default',
});

const showKey = (value: ValueOf, text: string): Step => ({
  kind: 'confirm',
  title: 'Confirm the state of the key',
  risk: 'safe',
  who: 'Somebody who may read keys in the vault',
  text,
  commands: {
    az: bash`az keyvault key list-versions --vault-name ${value('vaultName')} --name ${value('keyName')} \\
  --query "[].{id:kid, enabled:attributes.enabled, notBefore:attributes.notBefore, expires:attributes.expires}" --output table`,
    PowerShell: powershell`Get-AzKeyVaultKey -VaultName ${value('vaultName')} -Name ${value('keyName')} -IncludeVersions`,
  },
  source: 'key-vault-keys',
});

const waitAndRetry: Step = {
  kind: 'fix',
  title: 'Wait, then repeat the same call',
  risk: 'safe',
  text: `Change nothing and grant nothing again. Direct role assignments can take up to ${rolePropagationMinutes} minutes.`,
  takes: `up to ${rolePropagationMinutes} minutes`,
  source: 'rbac-troubleshooting',
};

/** A step without a command: what to look at, or whom to ask. */
const look = (kind: 'confirm' | 'fix', title: string, text: string, risk: Step['risk'] = 'safe'): Step => ({
  kind,
  title,
  text,
  risk,
});

const activityLog = (value: ValueOf): Step => ({
  kind: 'confirm',
  title: 'Find the first refusal',
  risk: 'safe',
  text: 'The loudest message is often not the first one. The activity log keeps the earlier ones; paste what statusMessage says.',
  commands: {
    az: bash`az monitor activity-log list --resource-id ${workspaceId(value)} --offset 1d --status Failed \\
  --query "[].properties.statusMessage" --output tsv`,
    PowerShell: powershell`Get-AzActivityLog -ResourceId ${workspaceId(value)} -StartTime (Get-Date).AddDays(-1) -Status Failed -DetailedOutput`,
  },
});

const table: Record<CauseId, Steps> = {
  'access-policy-missing': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      who: 'Vault reader',
      text: `Expect enableRbac false or empty, and no entry for the object id with ${keyPermissions.join(', ')}. If enableRbac is true, the cause is a missing role instead.`,
      commands: {
        az: `${bash`az keyvault show --name ${value('vaultName')}`} \\
  --query "{enableRbac:properties.enableRbacAuthorization, keys:properties.accessPolicies[?objectId=='${value('principalId')}'].permissions.keys}"`,
        PowerShell: powershell`(Get-AzKeyVault -VaultName ${value('vaultName')}).AccessPolicies | Where-Object ObjectId -eq ${value('principalId')}`,
      },
      source: 'key-vault-access-issues',
    },
    {
      kind: 'fix',
      title: 'Fix: add the access policy',
      risk: 'changes-access',
      who: 'Vault administrator',
      text: 'This adds one entry and leaves the others alone. Do not redeploy the vault from a template for it: that replaces all entries.',
      takes: 'seconds to minutes',
      undo: 'az keyvault delete-policy with the same object id removes everything that this identity has, so note first what it had.',
      commands: {
        az: bash`az keyvault set-policy --name ${value('vaultName')} --object-id ${value('principalId')} \\
  --key-permissions ${keyPermissions}`,
        PowerShell: powershell`Set-AzKeyVaultAccessPolicy -VaultName ${value('vaultName')} -ObjectId ${value('principalId')} -PermissionsToKeys ${keyPermissions} -BypassObjectIdValidation`,
      },
      source: 'key-vault-access-issues',
    },
  ],
  'rbac-role-missing': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      who: 'Vault reader',
      text: `Expect no row with ${cmkRole.name}. A row that is there and older than ${rolePropagationMinutes} minutes means another cause.`,
      commands: {
        az: `${vaultIdBash(value)}\n${bash`az role assignment list --assignee-object-id ${value('principalId')} --scope "$VAULT_ID" --include-inherited --output table`}`,
        PowerShell: `${vaultIdPowerShell(value)}\n${powershell`Get-AzRoleAssignment -ObjectId ${value('principalId')} -Scope $vault.ResourceId`}`,
      },
      source: 'rbac-troubleshooting',
    },
    {
      kind: 'fix',
      title: 'Fix: assign the role',
      risk: 'changes-access',
      who: `Owner of the vault, User Access Administrator, or ${roles['data-access-administrator'].name}`,
      text: `${cmkRole.name} allows to read the key, wrap and unwrap, and no more. Grant the object id from the message, not the application id.`,
      takes: `up to ${rolePropagationMinutes} minutes`,
      undo: 'az role assignment delete with the same assignee, role and scope.',
      commands: {
        az: `${vaultIdBash(value)}\n${bash`az role assignment create --assignee-object-id ${value('principalId')} --assignee-principal-type ServicePrincipal \\
  --role ${cmkRole.guid} --scope "$VAULT_ID"`}`,
        PowerShell: `${vaultIdPowerShell(value)}\n${powershell`New-AzRoleAssignment -ObjectId ${value('principalId')} -RoleDefinitionId ${cmkRole.guid} -Scope $vault.ResourceId`}`,
      },
      source: 'key-vault-rbac-guide',
    },
  ],
  'vault-network-blocked': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      who: 'Vault reader',
      text: 'Look for publicNetworkAccess Disabled or defaultAction Deny together with bypass None. A perimeter (SecuredByPerimeter) overrides the bypass.',
      commands: {
        az: bash`az keyvault show --name ${value('vaultName')} \\
  --query "properties.{publicNetworkAccess:publicNetworkAccess, networkAcls:networkAcls}"`,
        PowerShell: powershell`Get-AzKeyVault -VaultName ${value('vaultName')} | Select-Object PublicNetworkAccess, NetworkAcls`,
      },
      source: 'key-vault-network',
    },
    {
      kind: 'fix',
      title: 'Fix: let trusted services pass',
      risk: 'changes-access',
      who: 'Vault or network administrator',
      text: 'The firewall stays closed for everybody else. Azure Synapse Analytics is on the list of trusted services. The bypass replaces no permission, and a user-assigned identity cannot be used for a Synapse key behind a vault firewall: use the system-assigned identity there.',
      takes: 'not documented; try again after five minutes',
      undo: 'The same command with --bypass None.',
      commands: {
        az: bash`az keyvault update --name ${value('vaultName')} --bypass AzureServices`,
        PowerShell: powershell`Update-AzKeyVaultNetworkRuleSet -VaultName ${value('vaultName')} -Bypass AzureServices`,
      },
      source: 'key-vault-trusted-services',
    },
  ],
  'key-disabled': (value, values) => [
    showKey(value, 'Find the version that the message or the workspace names. Expect enabled False there.'),
    {
      kind: 'fix',
      title: 'Fix: enable the version',
      risk: 'changes-access',
      who: `${roles['crypto-officer'].name}, or an access policy with update on keys`,
      text: 'Enable the version that the service names, and the previous one too while a switch is running. Ask first why it was disabled: it may have been on purpose.',
      takes: 'at once in the vault; the service follows when it asks next',
      undo: 'The same command with --enabled false. Never before nothing needs the version any more.',
      commands: {
        az: `${bash`az keyvault key set-attributes --vault-name ${value('vaultName')} --name ${value('keyName')}`}${versionFlag('--version', values)} --enabled true`,
        PowerShell: `${powershell`Update-AzKeyVaultKey -VaultName ${value('vaultName')} -Name ${value('keyName')}`}${versionFlag('-Version', values)} -Enable $true`,
      },
      source: 'key-vault-keys',
    },
  ],
  'key-outside-validity': (value, values) => [
    showKey(value, 'Compare notBefore and expires with the time now.'),
    {
      kind: 'fix',
      title: 'Fix: move the expiry date',
      risk: 'changes-access',
      who: `${roles['crypto-officer'].name}, or an access policy with update on keys`,
      text: 'Set a date in the future that your rules allow, then plan a rotation. Use --not-before in the same way for a key that is not yet valid.',
      takes: 'at once in the vault',
      undo: 'Set the old date again.',
      commands: {
        az: `# set a date in the future\nEXPIRES='2028-01-01T00:00:00Z'\n${bash`az keyvault key set-attributes --vault-name ${value('vaultName')} --name ${value('keyName')}`}${versionFlag('--version', values)} --expires "$EXPIRES"`,
        PowerShell: `# set a date in the future\n$expires = Get-Date '2028-01-01T00:00:00Z'\n${powershell`Update-AzKeyVaultKey -VaultName ${value('vaultName')} -Name ${value('keyName')}`}${versionFlag('-Version', values)} -Expires $expires`,
      },
      source: 'key-vault-keys',
    },
  ],
  'key-not-found': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      who: 'Somebody who may list keys in the vault',
      text: 'A deleted key looks the same as one that never existed: compare the name with both lists.',
      commands: {
        az: bash`az keyvault key list --vault-name ${value('vaultName')} --query "[].name" --output tsv
az keyvault key list-deleted --vault-name ${value('vaultName')} --query "[].kid" --output tsv`,
        PowerShell: powershell`Get-AzKeyVaultKey -VaultName ${value('vaultName')}
Get-AzKeyVaultKey -VaultName ${value('vaultName')} -InRemovedState`,
      },
      source: 'key-vault-soft-delete',
    },
    {
      kind: 'fix',
      title: 'Fix: recover the deleted key',
      risk: 'changes-access',
      who: `${roles['crypto-officer'].name}, or an access policy with recover on keys`,
      text: 'All its versions come back. If the name was only typed wrongly, correct the identifier instead. Never purge: what is encrypted under a purged key is lost for good.',
      takes: 'usually within a minute (not confirmed); then repeat',
      undo: 'None is needed: recovering restores what was there.',
      commands: {
        az: bash`az keyvault key recover --vault-name ${value('vaultName')} --name ${value('keyName')}`,
        PowerShell: powershell`Undo-AzKeyVaultKeyRemoval -VaultName ${value('vaultName')} -Name ${value('keyName')}`,
      },
      source: 'key-vault-recovery',
    },
  ],
  'vault-not-found': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Look whether the vault is there, or in the list of deleted vaults. A name that resolves does not prove that the vault lives.',
      commands: {
        az: bash`az keyvault show --name ${value('vaultName')} --query id --output tsv
az keyvault list-deleted --resource-type vault --query "[].name" --output tsv`,
        PowerShell: powershell`Get-AzKeyVault -VaultName ${value('vaultName')}
Get-AzKeyVault -InRemovedState`,
      },
      source: 'key-vault-recovery',
    },
    {
      kind: 'fix',
      title: 'Fix: recover the vault',
      risk: 'changes-access',
      who: 'Key Vault Contributor',
      text: 'Role assignments of a recovered vault are gone: assign them again before you retry. If the name is wrong or does not resolve from a private network, correct that instead.',
      undo: 'None is needed: recovering restores what was there.',
      commands: {
        az: bash`az keyvault recover --name ${value('vaultName')}`,
      },
      source: 'key-vault-soft-delete',
    },
  ],
  'key-operation-not-allowed': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Expect a list without wrapKey or unwrapKey.',
      commands: {
        az: bash`az keyvault key show --vault-name ${value('vaultName')} --name ${value('keyName')} --query key.keyOps`,
        PowerShell: powershell`(Get-AzKeyVaultKey -VaultName ${value('vaultName')} -Name ${value('keyName')}).Key.KeyOps`,
      },
      source: 'key-vault-keys',
    },
    {
      kind: 'fix',
      title: 'Fix: permit wrap and unwrap on the key',
      risk: 'changes-access',
      who: `${roles['crypto-officer'].name}, or an access policy with update on keys`,
      text: 'The list replaces the old one: add the operations that were there before to the command.',
      takes: 'at once in the vault',
      undo: 'Set the old list again.',
      commands: {
        az: bash`az keyvault key set-attributes --vault-name ${value('vaultName')} --name ${value('keyName')} --ops wrapKey unwrapKey`,
        PowerShell: powershell`Update-AzKeyVaultKey -VaultName ${value('vaultName')} -Name ${value('keyName')} -KeyOps wrapKey,unwrapKey`,
      },
      source: 'key-vault-keys',
    },
  ],
  'key-type-unsupported': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Azure Synapse takes RSA and RSA-HSM keys of 2048 or 3072 bits. Other services differ.',
      commands: {
        az: bash`az keyvault key show --vault-name ${value('vaultName')} --name ${value('keyName')} --query key.kty`,
      },
      source: 'synapse-encryption',
    },
    look(
      'fix',
      'Fix: make another key',
      'Type and size of a key cannot be changed. Create a key that the service takes, grant it, and name that one. Keep the old key.',
      'changes-access',
    ),
  ],
  'vault-protection-missing': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Expect an empty answer or false.',
      commands: {
        az: bash`az keyvault show --name ${value('vaultName')} --query properties.enablePurgeProtection`,
        PowerShell: powershell`(Get-AzKeyVault -VaultName ${value('vaultName')}).EnablePurgeProtection`,
      },
      source: 'key-vault-recovery',
    },
    {
      kind: 'fix',
      title: 'Fix: switch purge protection on',
      risk: 'changes-access',
      who: 'Vault administrator',
      text: 'This cannot be undone: from then on nobody can purge a key or the vault before its retention time is over.',
      undo: 'Not possible.',
      commands: {
        az: bash`az keyvault update --name ${value('vaultName')} --enable-purge-protection true`,
        PowerShell: powershell`Update-AzKeyVault -VaultName ${value('vaultName')} -ResourceGroupName ${value('resourceGroup')} -EnablePurgeProtection`,
      },
      source: 'key-vault-recovery',
    },
  ],
  'grant-not-propagated': () => [waitAndRetry],
  'key-access-lost': (value) => [
    auditLog,
    showModel(value),
    look(
      'fix',
      'Fix what the log names',
      'Each reason has its own page: a missing role or access policy, the network, or the state of the key. Restore the access; leave the key and the workspace as they are.',
    ),
  ],
  'identity-not-assigned': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Look whether the identity in the message is among those that the resource has.',
      commands: {
        az: bash`az resource show --ids ${workspaceId(value)} --query identity`,
        PowerShell: powershell`(Get-AzResource -ResourceId ${workspaceId(value)}).Identity`,
      },
      source: 'synapse-identity',
    },
    look(
      'fix',
      'Fix: assign the identity, then grant it',
      'Assign the identity to the resource and give it access to the key before the next try. A system-assigned identity that was switched off and on has a new object id, so old grants do not count.',
      'changes-access',
    ),
  ],
  'identity-token-failure': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'An error here means that the identity is gone. Compare the id with identity.principalId of the workspace.',
      commands: {
        az: bash`az ad sp show --id ${value('principalId')} --query "{name:displayName, id:id}"`,
        PowerShell: powershell`Get-AzADServicePrincipal -ObjectId ${value('principalId')}`,
      },
      source: 'managed-identity-issues',
    },
    look(
      'fix',
      'Fix: attach a living identity',
      'Attach the identity that exists now to the resource, grant it on the key, then repeat. An identity that was recreated under the same name has another principalId.',
      'changes-access',
    ),
  ],
  'cross-tenant-misconfigured': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: "Compare the vault's tenant with the tenant of the identity in the message.",
      commands: {
        az: bash`az keyvault show --name ${value('vaultName')} --query properties.tenantId --output tsv`,
        PowerShell: powershell`(Get-AzKeyVault -VaultName ${value('vaultName')}).TenantId`,
      },
      source: 'key-vault-move-tenant',
    },
    look(
      'fix',
      'Fix: use a vault of the same tenant',
      'Azure Synapse has no setting for a key in another tenant: use a vault of the tenant in which the workspace identity lives. After a move between tenants, open a support request before you change the identity of a workspace with its own key.',
      'changes-access',
    ),
  ],
  'key-uri-invalid': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Azure Synapse takes the key identifier without a version. Compare host, name and slashes.',
      commands: {
        az: bash`az keyvault key show --vault-name ${value('vaultName')} --name ${value('keyName')} --query key.kid --output tsv`,
      },
      source: 'synapse-encryption',
    },
    look(
      'fix',
      'Fix: send the identifier in the right form',
      'Use the host of the vault, /keys/ and the name, and nothing behind it.',
      'changes-workspace',
    ),
  ],
  'location-or-subscription-mismatch': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Compare region and subscription of the vault with those of the workspace.',
      commands: { az: bash`az keyvault show --name ${value('vaultName')} --query "{location:location, id:id}"` },
      source: 'synapse-encryption',
    },
    look(
      'fix',
      'Fix: use a key store in the right place',
      'Create or choose a vault where the service wants it, grant access, and name a key there.',
      'changes-access',
    ),
  ],
  'encryption-settings-invalid': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm what the workspace has',
      risk: 'safe',
      text: 'The key name in encryption.cmk.key.name must be one of the workspace keys; it is not the name of the key in the vault.',
      commands: {
        az: bash`az synapse workspace key list --workspace-name ${value('workspaceName')} --resource-group ${value('resourceGroup')} --output table`,
        PowerShell: powershell`Get-AzSynapseWorkspaceKey -ResourceGroupName ${value('resourceGroup')} -WorkspaceName ${value('workspaceName')}`,
      },
      source: 'synapse-cli',
    },
    look(
      'fix',
      'Fix: send only what changes',
      'Repeat the update with the encryption block that the provider expects, and name a key that is registered on the workspace.',
      'changes-workspace',
    ),
  ],
  'cmk-only-at-creation': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'false or empty means that the workspace was created without your key. That choice cannot be changed.',
      commands: {
        az: bash`az resource show --api-version ${synapse.apiVersion} --ids ${workspaceId(value)} --query properties.encryption.doubleEncryptionEnabled`,
      },
      source: 'synapse-encryption',
    },
    look(
      'fix',
      'Decide: stay, or build a second workspace',
      'Nothing is broken while the workspace keeps the key it has. If you need your own key, create a second workspace with it, move over, and delete the first one only when nothing needs it any more.',
    ),
  ],
  'prerequisite-missing': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'For a missing registration, expect NotRegistered. Otherwise read in the message what must be on first.',
      commands: {
        az: bash`az provider show --namespace Microsoft.Synapse --subscription ${value('subscriptionId')} --query registrationState --output tsv`,
      },
      source: 'arm-registration-error',
    },
    look(
      'fix',
      'Fix: switch it on',
      'Switch on what the message asks for: the provider, feature, tier or setting. Then repeat.',
      'changes-access',
    ),
  ],
  'activation-pending': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Expect status AwaitingUserAction. Note key.name, key.keyVaultUrl and principalId: the next steps need them.',
      commands: {
        az: bash`az resource show --api-version ${synapse.apiVersion} --ids ${workspaceId(value)} \\
  --query "{cmk:properties.encryption.cmk, principalId:identity.principalId}"`,
        PowerShell: powershell`(Invoke-AzRestMethod -Method GET -Path ${`${workspaceId(value)}?api-version=${synapse.apiVersion}`}).Content`,
      },
      source: 'synapse-cli-recordings',
    },
    {
      kind: 'fix',
      title: 'Fix: grant the workspace identity',
      risk: 'changes-access',
      who: 'Owner of the vault',
      text: `On a vault with Azure RBAC as below; with access policies, add ${keyPermissions.join(', ')} for the same object id. Purge protection must be on.`,
      takes: `up to ${rolePropagationMinutes} minutes`,
      undo: 'az role assignment delete with the same assignee, role and scope.',
      commands: {
        az: `${vaultIdBash(value)}\n${bash`az role assignment create --assignee-object-id ${value('principalId')} --assignee-principal-type ServicePrincipal \\
  --role ${cmkRole.guid} --scope "$VAULT_ID"`}`,
        PowerShell: `${vaultIdPowerShell(value)}\n${powershell`New-AzRoleAssignment -ObjectId ${value('principalId')} -RoleDefinitionId ${cmkRole.guid} -Scope $vault.ResourceId`}`,
      },
      source: 'synapse-encryption',
    },
    {
      kind: 'retry',
      title: 'Activate the workspace',
      risk: 'changes-workspace',
      who: 'Workspace owner',
      text: 'Use the key name and the key identifier that the workspace already has. The flag follows about two minutes after the call, so a first answer of false is no failure.',
      commands: {
        az: bash`az synapse workspace activate --name ${synapse.defaultKeyName} --workspace-name ${value('workspaceName')} --resource-group ${value('resourceGroup')} \\
  --key-identifier ${`https://${value('vaultName')}.vault.azure.net/keys/${value('keyName')}`}`,
        PowerShell: powershell`Enable-AzSynapseWorkspace -ResourceGroupName ${value('resourceGroup')} -WorkspaceName ${value('workspaceName')} -Name ${synapse.defaultKeyName} -EncryptionKeyIdentifier ${`https://${value('vaultName')}.vault.azure.net/keys/${value('keyName')}`}`,
      },
      source: 'synapse-cli',
    },
  ],
  'caller-not-authorized': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm who was refused, and what for',
      risk: 'safe',
      text: 'The message names the action and the object id. Expect a person or a pipeline, not the workspace identity, and no role with that action in the list.',
      commands: {
        az: bash`az ad signed-in-user show --query id --output tsv
az role assignment list --assignee ${value('principalId')} --scope ${workspaceId(value)} --include-inherited --output table`,
        PowerShell: powershell`Get-AzRoleAssignment -ObjectId ${value('principalId')} -Scope ${workspaceId(value)}`,
      },
      source: 'rbac-troubleshooting',
    },
    {
      kind: 'fix',
      title: 'Fix: ask for the one role that holds the action',
      risk: 'changes-access',
      who: 'Owner or User Access Administrator of the scope in the message',
      text: 'For an action of the workspace, a role on the workspace. For userAssignedIdentities/assign/action, a role on that identity. For a secret or key that you read yourself, a role or access policy in the vault. Then sign in again.',
      takes: `up to ${rolePropagationMinutes} minutes`,
      undo: 'az role assignment delete with the same assignee, role and scope.',
      source: 'rbac-troubleshooting',
    },
  ],
  'policy-denied': () => [
    look(
      'confirm',
      'Confirm',
      'The message names the policy assignment and the definition. Read the definition: it says which property it wants.',
    ),
    look(
      'fix',
      'Fix: satisfy the policy, or ask for an exemption',
      'Change the request so that it satisfies the policy. The owner of the assignment can grant an exemption for the scope.',
      'changes-access',
    ),
  ],
  'resource-locked': (value) => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Expect a lock on the resource, its group or the subscription.',
      commands: {
        az: bash`az lock list --resource-group ${value('resourceGroup')} --output table`,
        PowerShell: powershell`Get-AzResourceLock -ResourceGroupName ${value('resourceGroup')}`,
      },
      source: 'arm-common-errors',
    },
    {
      ...look(
        'fix',
        'Fix: lift the lock for the length of the update',
        'Note name, scope and level first, ask whoever set it, remove it, retry, and set it again.',
        'changes-access',
      ),
      who: 'Owner or User Access Administrator',
      undo: 'Set the lock again with the same name, scope and level.',
    },
  ],
  'deny-assignment': () => [
    look(
      'confirm',
      'Confirm',
      'The message names the deny assignment and its scope, often a managed resource group. No role lifts it.',
    ),
    look(
      'fix',
      'Fix: change through the owning service',
      'Send the change to the workspace or managed application that owns the group instead of the resource inside it.',
      'changes-workspace',
    ),
  ],
  'operation-in-progress': (value) => [
    activityLog(value),
    look(
      'fix',
      'Wait until the operation has ended',
      'Send nothing meanwhile. A switch of the key takes 15 to 30 minutes on Azure Synapse. Then repeat once.',
    ),
  ],
  throttled: () => [
    look(
      'fix',
      'Wait, then repeat with pauses',
      'Double the pause after each refusal, from one second on. If a deployment sends many calls, let it send fewer at a time.',
    ),
  ],
  'quota-or-capacity': () => [
    look('confirm', 'Confirm', 'The message names the quota or the region. The key has nothing to do with it.'),
    look(
      'fix',
      'Fix: free some, ask for more, or use another region',
      'A quota is raised by a request in the portal. For missing capacity, try later or in another region.',
    ),
  ],
  'name-held-by-soft-delete': () => [
    {
      kind: 'confirm',
      title: 'Confirm',
      risk: 'safe',
      text: 'Look for the name among the deleted vaults.',
      commands: {
        az: 'az keyvault list-deleted --resource-type vault --output table',
        PowerShell: 'Get-AzKeyVault -InRemovedState',
      },
      source: 'key-vault-soft-delete',
    },
    look(
      'fix',
      'Fix: recover it, or take another name',
      'Recovering brings back what was there and is the safe way. Purging destroys it for good, and every piece of data encrypted under its keys with it.',
      'changes-access',
    ),
  ],
  'service-internal': (value) => [
    activityLog(value),
    auditLog,
    look(
      'fix',
      'Retry once, then ask support',
      'Send the resource id, the correlation id of the failed operation, the key identifier and the encryption block.',
    ),
  ],
  'not-cmk': () => [
    look(
      'confirm',
      'What to look at instead',
      'Nothing in this text says that a key store refused a key. Do not change keys, roles or firewalls of a vault because of it.',
    ),
    look(
      'fix',
      'If a workspace is Failed after a key update',
      'There is an earlier message. Open the activity log of the workspace, find the first failed operation, and paste what stands in its JSON tab; or answer the questions of the troubleshooter.',
    ),
  ],
};

/** The flag for the version of the key, where a version is known; without it the newest version is meant. */
function versionFlag(flag: string, { keyVersion }: Values): string {
  return keyVersion && namingRules.keyVersion.pattern.test(keyVersion) ? ` ${flag} ${keyVersion}` : '';
}

/** The steps that belong to a cause alone: how to confirm it, and how to fix it. */
export function stepsFor(cause: CauseId, value: ValueOf, values: Values): readonly Step[] {
  return table[cause](value, values);
}
