import { permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import type { ServiceFacts, ServicePlan } from './facts.ts';

const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];

/** Facts about customer-managed keys of Azure Synapse Analytics workspaces. Source unless noted: synapse-encryption. */
export const synapse = {
  apiVersion: '2021-06-01',
  resourceType: 'Microsoft.Synapse/workspaces',
  keyResourceType: 'Microsoft.Synapse/workspaces/keys',
  /** The `/keys` child that the Azure CLI creates when no name is given. Source: synapse-cli. */
  defaultKeyName: 'default',
  /** Permissions that the identity needs on the key. */
  keyPermissions,
  /** Values of `properties.encryption.cmk.status` seen in recorded responses. Source: synapse-cli-recordings. */
  cmkStatus: {
    AwaitingUserAction: 'waits for the grant and for activation',
    ActivatingWorkspace: 'activation is running',
    Updating: 'data is being re-encrypted',
    Consistent: 'the key is in use',
  },
  /** How long a switch to another key takes before the next one may start, in minutes. */
  switchMinutes: [15, 30],
  /** A user-assigned identity cannot be used for the key when the vault is behind a firewall. */
  userAssignedBehindFirewall: false,
  /** Dedicated SQL pool restore points after a delete, in days. Source: synapse-sql-backup. */
  restorePointDays: 7,
} as const;

const { apiVersion, defaultKeyName, resourceType, restorePointDays } = synapse;
const switchTime = `${synapse.switchMinutes.join(' to ')} minutes`;
const versionlessKey = 'https://$VAULT.vault.azure.net/keys/$KEY';

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'Note state, cmk and identity. doubleEncryptionEnabled false means that the workspace was created without your key. cmk.status tells more about the key than provisioningState does. Keep the output: it is your record of what was set.',
    commands: {
      az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" \\
  --query "{state:properties.provisioningState, double:properties.encryption.doubleEncryptionEnabled, cmk:properties.encryption.cmk, identity:identity}"
az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --output table`,
      PowerShell: `$answer = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$answer.properties.provisioningState
$answer.properties.encryption | ConvertTo-Json -Depth 5
$answer.identity
Get-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace`,
      REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
    },
    sources: ['synapse-cli', 'synapse-cli-recordings'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the identity that must be granted',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'This prints the object id of the system-assigned identity. It must be the oid of the message. If the workspace reads its key with a user-assigned identity (kekIdentity), take the principalId of that one: az identity show prints it.',
      commands: {
        az: 'az synapse workspace show --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query identity.principalId --output tsv',
        PowerShell: '(Get-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace).Identity.PrincipalId',
      },
      sources: ['synapse-identity'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the update again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Microsoft.Synapse/workspaces/write, for example Contributor',
      text: `Name the workspace key that should be in use, as the list shows it; it is not the name of the key in the vault. This is a PATCH: it changes the key and nothing else. With a user-assigned identity, write False --uami-id-in-encrypt and its resource id instead of True. Leave the old key enabled.`,
      takes: `${switchTime}, until cmk.status is Consistent`,
      undo: 'The same command with the name of the previous workspace key.',
      commands: {
        az: `az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --output table
# the name of a row of that list
WORKSPACE_KEY=${defaultKeyName}
az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-name "$WORKSPACE_KEY" --use-sami-in-encrypt True`,
        PowerShell: `Get-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace
# the name of one of them
$workspaceKey = '${defaultKeyName}'
Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -EncryptionKeyName $workspaceKey -UseSystemAssignedIdentityInEncryption $true`,
        REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}
Content-Type: application/json

{"properties": {"encryption": {"cmk": {"key": {"name": "${defaultKeyName}"}, "kekIdentity": {"useSystemAssignedIdentity": true}}}}}`,
      },
      sources: ['synapse-cli', 'synapse-powershell', 'synapse-rest-spec'],
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'Expect state Succeeded and cmk.status Consistent. Succeeded alone is not the end: while cmk.status says Updating, data is still being re-encrypted.',
      commands: {
        az: `az synapse workspace wait --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --custom "encryption.cmk.status=='Consistent'"
az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, cmk:properties.encryption.cmk}"`,
        PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content`,
        REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
      },
      sources: ['synapse-cli', 'synapse-cli-recordings'],
    },
  ],
  instead: {
    'encryption-settings-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm what the workspace has',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'encryption.cmk.key.name must be the name of one of these workspace keys. It is not the name of the key in the vault, and a key identifier may stand under one name only.',
          commands: {
            az: 'az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --output table',
            PowerShell: 'Get-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace',
          },
          sources: ['synapse-cli', 'synapse-key-name-thread'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Register the key under one name, then name it',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          text: 'Skip this if the list has the identifier already: use the name it has. Give the identifier without a version.',
          undo: 'az synapse workspace key delete with the same name. It refuses a key that is in use.',
          commands: {
            az: `WORKSPACE_KEY=second
az synapse workspace key create --name "$WORKSPACE_KEY" --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-identifier "${versionlessKey}"`,
            PowerShell: `$workspaceKey = 'second'
New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $workspaceKey -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/$key"`,
          },
          sources: ['synapse-cli', 'synapse-powershell-key'],
        },
      ],
    },
    'cmk-only-at-creation': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm that the workspace was created without your key',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'false or empty means so. That choice cannot be changed. true means another cause: the key, the vault and the identity can be changed.',
          commands: {
            az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.doubleEncryptionEnabled`,
            PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption.doubleEncryptionEnabled`,
          },
          sources: ['synapse-encryption'],
        },
      ],
    },
  },
};

const grants = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: "Microsoft's own Bicep module assigns the wider role Key Vault Crypto User.",
      sources: ['synapse-avm-rbac'],
    },
    sources: ['key-vault-rbac-guide'],
  },
  'access-policy': {
    keyPermissions,
    note: {
      text: 'Enter the object id alone, not as an authorized application.',
      sources: ['synapse-encryption'],
    },
    sources: ['synapse-encryption'],
  },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: "Microsoft's pages contradict each other on Managed HSM for Synapse workspaces, so support is not confirmed.",
      lookAt: 'The table of services that support customer-managed keys, and a test workspace.',
      sources: ['cmk-support', 'synapse-hsm-correction', 'synapse-encryption'],
    },
    sources: ['managed-hsm-roles'],
  },
} as const;

export const facts: ServiceFacts = {
  id: 'synapse',
  mustKnow: [
    {
      text: 'CMK is decided when the workspace is created. It cannot be switched on or off later. The key, the vault and the identity can change.',
      sources: ['synapse-encryption'],
    },
    {
      text: 'The workspace points to a workspace key by name. That is a child resource which holds the identifier of the key in the vault. A change of the key is a PATCH that names another one.',
      sources: ['synapse-cli', 'synapse-rest-spec'],
    },
    {
      text: 'A new workspace with a system-assigned identity waits for activation: provisioningState Succeeded with cmk.status AwaitingUserAction. That is not Failed.',
      sources: ['synapse-encryption', 'synapse-cli-recordings'],
    },
    {
      text: 'cmk.status is the truth about the key. The operation can report Succeeded while cmk.status is still Updating.',
      sources: ['synapse-cli-recordings'],
    },
    {
      text: 'Keep the previous key and its versions enabled and unexpired until every SQL pool has been re-encrypted. Taking them away is the documented way into Failed and to SQL pools that do not start.',
      sources: ['synapse-encryption', 'synapse-docs-rotation'],
    },
  ],
  resources: [
    {
      type: resourceType,
      apiVersion,
      preview: '2021-06-01-preview',
      keySince: '2019-06-01-preview',
      part: 'The workspace. The identity for the key can be chosen from 2021-05-01 on; before, only the key.',
      sources: ['synapse-rest-spec', 'bicep-types'],
    },
    {
      type: synapse.keyResourceType,
      apiVersion,
      preview: '2021-06-01-preview',
      part: 'A workspace key: a name on the workspace for a key in the vault.',
      sources: ['synapse-rest-spec', 'bicep-types'],
    },
  ],
  features: [
    {
      id: 'workspace',
      name: 'Workspace encryption',
      protects: {
        text: 'One key protects dedicated and serverless SQL pools, Data Explorer pools, Spark pools, integration runtimes, pipelines and datasets. The linked Data Lake Storage account is not covered: it has a key setting of its own.',
        sources: ['synapse-encryption'],
      },
    },
  ],
  keyProperties: [
    {
      type: resourceType,
      path: 'properties.encryption.cmk.key.name',
      meaning: `The name of the workspace key in use, not of the key in the vault. The Azure CLI calls the first one ${defaultKeyName}.`,
      sources: ['synapse-cli', 'synapse-rest-spec'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.cmk.key.keyVaultUrl',
      meaning: 'The whole identifier of the key without a version, although the name sounds like a vault.',
      sources: ['synapse-rest-spec', 'synapse-versionless-thread'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.cmk.kekIdentity.useSystemAssignedIdentity',
      meaning: 'true: the system-assigned identity reads the key.',
      sources: ['synapse-rest-spec'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.cmk.kekIdentity.userAssignedIdentity',
      meaning:
        'The resource id of the user-assigned identity that reads the key. It must also be among the identities of the workspace.',
      sources: ['synapse-rest-spec'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.cmk.status',
      readOnly: true,
      meaning: `Seen: ${Object.entries(synapse.cmkStatus)
        .map(([status, meaning]) => `${status} (${meaning})`)
        .join(', ')}. The value after a failure is not confirmed.`,
      sources: ['synapse-cli-recordings'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.doubleEncryptionEnabled',
      readOnly: true,
      meaning: 'true: created with your key. Read this first.',
      sources: ['synapse-encryption', 'synapse-rest-spec'],
    },
    {
      type: synapse.keyResourceType,
      path: 'properties.keyVaultUrl',
      meaning: 'The identifier of the key in the vault, without a version.',
      sources: ['synapse-rest-spec'],
    },
    {
      type: synapse.keyResourceType,
      path: 'properties.isActiveCMK',
      meaning:
        'Write true to activate. Reading it tells which workspace key is in use; it follows about two minutes after the call.',
      sources: ['synapse-cli-recordings', 'synapse-rest-spec'],
    },
  ],
  callers: [
    {
      name: "The workspace's system-assigned identity",
      kind: 'system-assigned',
      objectId: 'identity.principalId of the workspace',
      grantWhen: {
        text: 'After the workspace was created and before it is activated. Before an update that points to another vault.',
        sources: ['synapse-encryption', 'synapse-identity'],
      },
      grants,
    },
    {
      name: 'One user-assigned identity',
      kind: 'user-assigned',
      objectId: 'principalId of the identity in kekIdentity.userAssignedIdentity',
      grantWhen: {
        text: 'Before the workspace is created: it then needs no activation. Whoever assigns the identity needs Managed Identity Contributor.',
        sources: ['synapse-encryption'],
      },
      grants,
    },
  ],
  requirements: [
    {
      id: 'key-type',
      text: 'RSA or RSA-HSM of 2048 or 3072 bits. EC, EC-HSM and oct-HSM are refused.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'key-type',
      text: 'RSA of 4096 bits is not listed, and whether it is refused is not confirmed.',
      lookAt: 'Use 3072 bits.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'key-type',
      text: 'The permitted operations of the key must include wrapKey and unwrapKey. A key made by a template can lack them.',
      sources: ['synapse-encryption', 'synapse-keyops-thread'],
    },
    {
      id: 'key-identifier',
      text: 'Without a version. Strip the version segment.',
      sources: ['synapse-cli', 'synapse-versionless-thread'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: 'Purge protection is required; activation fails without it.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'permission-model',
      text: 'Azure RBAC or access policies.',
      sources: ['synapse-encryption', 'synapse-avm-rbac'],
    },
    {
      id: 'tenant',
      text: 'The same tenant as the workspace: the resource type has no setting for a key in another one.',
      sources: ['synapse-rest-spec'],
    },
    {
      id: 'region',
      text: "The portal offers only vaults of the workspace's region. Whether an identifier from another region is refused is not confirmed.",
      lookAt: 'Use a vault of the same region.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'subscription',
      text: 'No restriction within the tenant is documented.',
      lookAt: 'A test with the other subscription before you plan with it.',
    },
    {
      id: 'network',
      text: 'A closed vault works with “Allow trusted Microsoft services”, also with public access disabled. It does not work inside a network security perimeter in Enforced mode without an inbound rule.',
      sources: ['key-vault-trusted-services', 'key-vault-network', 'synapse-firewall-thread'],
    },
    {
      id: 'network',
      text: 'A managed private endpoint to the vault serves linked services and Spark. That the key takes the trusted-services way even then is expected and not confirmed.',
      lookAt: "The vault's audit log: the address and the caller of KeyUnwrap.",
    },
    {
      id: 'user-assigned-identity',
      text: 'Possible, but not with a vault behind a firewall: use the system-assigned identity there.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'auto-rotation',
      text: 'Key Vault may create versions by itself. Synapse does not re-encrypt by itself: switch to a second key and back.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'managed-hsm',
      text: "Not confirmed: Microsoft's table of services says yes, a later correction of the documentation names only the standalone dedicated SQL pool, and the Synapse page speaks of Key Vault alone.",
      lookAt: 'The table, and a test workspace.',
      sources: ['cmk-support', 'synapse-hsm-correction', 'synapse-encryption'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      possible: 'no',
      text: 'Decided at creation. Build a second workspace.',
      sources: ['synapse-encryption'],
    },
    {
      id: 'new-version',
      possible: 'with-limits',
      text: 'By a detour: switch to a temporary key, wait, switch back to the main key. The data is then under its newest version.',
      sources: ['synapse-encryption', 'synapse-docs-rotation'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'Create a workspace key for it, then PATCH encryption.cmk.key.name.',
      sources: ['synapse-cli', 'synapse-rest-spec'],
    },
    {
      id: 'new-key-store',
      possible: 'yes',
      text: 'Grant on the new vault first, then the same two calls.',
      sources: ['synapse-cli', 'synapse-rest-spec'],
    },
    {
      id: 'change-identity',
      possible: 'yes',
      text: 'PATCH encryption.cmk.kekIdentity. The identity must be attached to the workspace first, and granted.',
      sources: ['synapse-rest-spec'],
    },
    { id: 'turn-off', possible: 'no', text: 'Decided at creation.', sources: ['synapse-encryption'] },
  ],
  trusted: {
    listed: true,
    text: 'Azure Synapse Analytics is on the list of trusted services of Key Vault, for exactly this use.',
    sources: ['key-vault-trusted-services'],
  },
  failed: {
    blocks: [
      {
        text: 'A workspace can become FAILED when a key version that re-encryption still needs is disabled or expires.',
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
      {
        text: 'A workspace that waits for activation is not Failed: dedicated SQL pools cannot be created, and some calls answer WorkspaceActivationRequired.',
        sources: ['synapse-encryption', 'synapse-activation-thread'],
      },
    ],
    dataPlane: [
      {
        text: 'Whether pools, Spark and pipelines go on while the workspace is Failed is not documented. Online pools are expected to run while the old key stays usable.',
        lookAt: 'The status of the pools themselves, with az synapse sql pool list.',
        sources: ['synapse-encryption'],
      },
      {
        text: 'A dedicated SQL pool that was paused during a switch can need the old version of the key to start again.',
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
    ],
    retry: {
      text: 'Nothing says that a Failed workspace refuses another PATCH; that it accepts one is expected and not confirmed. If a retry with the same workspace key changes nothing, switch to a temporary key and back.',
      lookAt: 'The activity log: the retry must appear there as an operation of its own.',
      sources: ['synapse-rest-spec'],
    },
    support: [
      {
        text: 'Ask support when the audit log shows that KeyWrap and KeyUnwrap succeed and the PATCH still ends in Failed, when cmk.status stays Updating far beyond half an hour, when a workspace with its own key was moved to another tenant, or when activation fails with the right key, grant and purge protection.',
        lookAt: 'Send the resource id, the correlation id of the PATCH, the key identifier and the cmk block.',
        sources: ['synapse-encryption', 'synapse-tenant-move'],
      },
    ],
  },
  keyUnreachable: [
    {
      after: 'within 30 minutes',
      minutes: 30,
      text: 'Databases of the SQL layer refuse connections and become Inaccessible. If the access comes back within 30 minutes, they heal by themselves; later they need a revalidation by hand.',
      sources: ['sql-tde-troubleshoot'],
    },
    {
      after: 'not documented',
      text: 'How long Spark, pipelines and the store of the workspace go on is not documented.',
      lookAt: "The vault's audit log shows when the workspace last asked for its key.",
    },
    {
      after: 'for good, once a key is purged',
      text: 'Pools are inaccessible for good, and their backups cannot be restored.',
      sources: ['synapse-encryption'],
    },
  ],
  loss: {
    lost: [
      {
        text: 'Spark pools, Data Explorer pools, packages and libraries; serverless SQL databases with their views, external tables and credentials; the metadata of Lake and Spark databases.',
        sources: ['synapse-move-region'],
      },
      {
        text: 'Pipelines, notebooks, SQL scripts, datasets, linked services, triggers and integration runtimes that are not in Git.',
        sources: ['synapse-move-region'],
      },
      {
        text: 'The registration of self-hosted integration runtimes, the managed virtual network with its managed private endpoints, private endpoint connections, firewall rules, Microsoft Entra administrators, Synapse role assignments and the managed resource group.',
        sources: ['synapse-move-region'],
      },
      {
        text: 'The system-assigned identity. A new workspace has another principalId, even under the same name: every grant has to be made again.',
        sources: ['synapse-identity'],
      },
    ],
    survives: [
      {
        text: 'Files in Data Lake Storage, also those behind external tables; the Git repository; the vault and its keys; user-assigned identities; Purview and Log Analytics.',
        sources: ['synapse-move-region'],
      },
      {
        text: `Snapshots of dedicated SQL pools for ${restorePointDays} days: a pool that was online when it was dropped gets a last snapshot, a paused one does not.`,
        sources: ['synapse-sql-backup', 'synapse-restore-deleted'],
      },
    ],
    softDelete: {
      text: 'None: the API has no deleted workspace to recover. Only dedicated SQL pools can be restored from a deleted workspace, and not when it lived less than about an hour.',
      sources: ['synapse-rest-spec', 'synapse-restore-deleted'],
    },
    name: {
      text: 'That the name is free at once is expected and not confirmed.',
      lookAt: 'az synapse workspace check-name.',
      sources: ['synapse-cli'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make a key that Synapse takes',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Contributor, and Key Vault Crypto Officer for the key',
        text: 'Purge protection cannot be switched off again. It is required.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072 --ops wrapKey unwrapKey`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`,
        },
        sources: ['synapse-encryption', 'key-vault-recovery'],
      },
      {
        kind: 'fix',
        title: 'Create the workspace with the key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group',
        text: 'The template of the generator does this together with the grant and the activation. The workspace waits for activation afterwards, unless a user-assigned identity with the grant was named.',
        undo: 'Delete the new workspace before anything is in it.',
        sources: ['synapse-encryption', 'synapse-template-reference'],
      },
      {
        kind: 'fix',
        title: 'Grant the workspace identity, then activate',
        risk: 'changes-access',
        who: 'vault-administrator',
        text: `Assign the role on the vault, wait up to ${rolePropagationMinutes} minutes, activate. The plan for a workspace that waits for activation has the commands.`,
        takes: `up to ${rolePropagationMinutes} minutes for the role`,
        undo: 'None after activation: CMK stays on.',
        sources: ['synapse-encryption', 'rbac-troubleshooting'],
      },
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'Check that every dedicated SQL pool is Online',
        risk: 'safe',
        who: 'workspace-owner',
        text: 'Resume the ones that are paused: a paused pool is not re-encrypted, and can later need a version that is gone. Check too that the previous key and version are enabled and do not expire soon.',
        commands: {
          az: `az synapse sql pool list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query "[].{name:name, status:status}" --output table
az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" \\
  --query "[].{id:kid, enabled:attributes.enabled, expires:attributes.expires}" --output table`,
          PowerShell: `Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace | Select-Object Name, Status
Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions`,
        },
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
      {
        kind: 'fix',
        title: 'Make a new version, and switch to a temporary key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace, Key Vault Crypto Officer on the vault',
        text: 'The temporary key stands in the same vault, so the same grant covers it. With a grant on the key alone, grant on the temporary key first.',
        takes: `${switchTime}, until cmk.status is Consistent`,
        undo: 'Switch back to the previous workspace key, which is still there.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
az keyvault key create --vault-name "$VAULT" --name temporary-key --kty RSA --size 3072 --ops wrapKey unwrapKey
az synapse workspace key create --name temporary --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-identifier "https://$VAULT.vault.azure.net/keys/temporary-key"
az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --key-name temporary --use-sami-in-encrypt True
az synapse workspace wait --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --custom "encryption.cmk.status=='Consistent'"`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
Add-AzKeyVaultKey -VaultName $vault -Name temporary-key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey
New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name temporary -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/temporary-key"
Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -EncryptionKeyName temporary -UseSystemAssignedIdentityInEncryption $true`,
        },
        sources: ['synapse-encryption', 'synapse-powershell', 'synapse-cli'],
      },
      {
        kind: 'fix',
        title: 'Switch back to the main key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'Not before cmk.status is Consistent. Afterwards the data is under the newest version of the main key. Disable old versions only when every pool and its backups are verified, and do not delete them.',
        takes: switchTime,
        undo: 'Switch to the temporary key again.',
        commands: {
          az: `# the workspace key that was in use before
WORKSPACE_KEY=${defaultKeyName}
az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --key-name "$WORKSPACE_KEY" --use-sami-in-encrypt True
az synapse workspace wait --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --custom "encryption.cmk.status=='Consistent'"
az synapse workspace key delete --name temporary --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --yes`,
          PowerShell: `# the workspace key that was in use before
$workspaceKey = '${defaultKeyName}'
Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -EncryptionKeyName $workspaceKey -UseSystemAssignedIdentityInEncryption $true
Remove-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name temporary`,
        },
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
    ],
    changeKeyStore: [
      {
        kind: 'fix',
        title: 'Grant on the new vault, then switch',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace; somebody who grants on the new vault',
        text: 'Set VAULT and KEY to the new ones. Keep the old vault and key until cmk.status is Consistent and every pool was online meanwhile.',
        takes: switchTime,
        undo: 'Switch back to the previous workspace key.',
        commands: {
          az: `az synapse workspace key create --name second --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-identifier "${versionlessKey}"
az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --key-name second --use-sami-in-encrypt True`,
          PowerShell: `New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name second -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/$key"
Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -EncryptionKeyName second -UseSystemAssignedIdentityInEncryption $true`,
        },
        sources: ['synapse-cli', 'synapse-powershell'],
      },
      {
        kind: 'fix',
        title: 'Read the key with a user-assigned identity instead',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace, Managed Identity Contributor on the identity',
        text: 'Grant the identity on the vault first. Not with a vault behind a firewall.',
        undo: 'The same update with --use-sami-in-encrypt True.',
        commands: {
          az: `az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --uami-action Add --uami-id "$IDENTITY_ID"
az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-name ${defaultKeyName} --use-sami-in-encrypt False --uami-id-in-encrypt "$IDENTITY_ID"`,
          PowerShell: `Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -UserAssignedIdentityAction Add -UserAssignedIdentityId $identityId
Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace -EncryptionKeyName ${defaultKeyName} -UseSystemAssignedIdentityInEncryption $false -UserAssignedIdentityInEncryption $identityId`,
        },
        sources: ['synapse-encryption', 'synapse-cli', 'synapse-powershell'],
      },
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save the settings',
        risk: 'safe',
        who: 'workspace-owner',
        text: 'The last list holds the roles of the identity that a delete destroys. Whether the workspace endpoint answers while the workspace is Failed is not confirmed: check that no file is empty.',
        commands: {
          az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} > workspace.json
az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" > keys.json
az synapse sql pool list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" > sql-pools.json
az synapse spark pool list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" > spark-pools.json
az synapse workspace firewall-rule list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" > firewall-rules.json
az synapse role assignment list --workspace-name "$WORKSPACE" > synapse-roles.json
az synapse managed-private-endpoints list --workspace-name "$WORKSPACE" > managed-private-endpoints.json
az synapse integration-runtime list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" > integration-runtimes.json
IDENTITY=$(az synapse workspace show --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query identity.principalId --output tsv)
az role assignment list --all --assignee "$IDENTITY" > identity-roles.json`,
        },
        sources: ['synapse-cli', 'synapse-move-region'],
        lookAt: 'The files themselves: each must hold what you expect.',
      },
      {
        kind: 'back-up',
        title: 'Save the content',
        risk: 'safe',
        who: 'workspace-owner',
        text: 'Better than exports: connect Git and publish. Script serverless databases out by hand.',
        commands: {
          az: `az synapse notebook export --workspace-name "$WORKSPACE" --output-folder notebooks
az synapse sql-script export --workspace-name "$WORKSPACE" --output-folder sql-scripts
for KIND in pipeline dataset linked-service trigger data-flow spark-job-definition; do
  az synapse "$KIND" list --workspace-name "$WORKSPACE" > "$KIND.json"
done`,
          PowerShell: `Export-AzSynapseNotebook -WorkspaceName $workspace -OutputFolder notebooks
Export-AzSynapseSqlScript -WorkspaceName $workspace -OutputFolder sql-scripts`,
        },
        sources: ['synapse-cli-notebook', 'synapse-cli-sql-script'],
      },
      {
        kind: 'back-up',
        title: 'Set a restore point for each dedicated SQL pool',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: `The pool must be online. A restore point lives ${restorePointDays} days. Keep every key and version that the pool ever used: expect the restore to need it.`,
        commands: {
          PowerShell: `Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ForEach-Object {
  New-AzSynapseSqlPoolRestorePoint -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $_.Name -RestorePointLabel before-delete
}`,
        },
        sources: ['synapse-sql-backup'],
        lookAt: 'That a restore needs the old key is expected and not confirmed.',
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'Under another name, with its key from the start. Grant its new identity on the vault, activate, give it the roles of the saved list again (Storage Blob Data Contributor on the lake account among them), then administrators, firewall, private endpoints, pools, artifacts, triggers last, Synapse roles. Administrators cannot be set before activation.',
        undo: 'Delete the new one; the old one is untouched.',
        sources: ['synapse-move-region', 'synapse-activation-thread'],
      },
      {
        kind: 'fix',
        title: 'Restore dedicated SQL pools into it',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'From a restore point while the old workspace lives, or from the deleted workspace afterwards. Logins and users have to be made again.',
        commands: {
          PowerShell: `# the pool, its new home, and a restore point of it
$pool = 'pool1'
$newGroup = 'rg-new'
$newWorkspace = 'contoso-synapse-2'
$from = Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $pool
$point = Get-AzSynapseSqlPoolRestorePoint -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $pool | Select-Object -Last 1
Restore-AzSynapseSqlPool -FromRestorePoint -RestorePoint $point.RestorePointCreationDate -TargetSqlPoolName $pool -ResourceGroupName $newGroup -WorkspaceName $newWorkspace -ResourceId $from.Id -PerformanceLevel DW100c`,
        },
        undo: 'Delete the new one; the old one is untouched.',
        sources: ['synapse-sql-backup', 'synapse-restore-deleted'],
      },
      {
        kind: 'destroy',
        title: 'Delete the old workspace',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: `Everything in the list of what is lost. There is no way back, except for dedicated SQL pools within ${restorePointDays} days.`,
        text: 'Only when the new one works, nothing reads the old one any more, and the saved files are checked.',
        undo: 'None.',
        commands: {
          az: 'az synapse workspace delete --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP"',
          PowerShell: 'Remove-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace',
        },
        sources: ['synapse-cli', 'synapse-restore-deleted'],
      },
      {
        kind: 'fix',
        title: 'Restore a pool of the deleted workspace, if one was forgotten',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: `Within ${restorePointDays} days. The time of the delete must be exact, in UTC. An unexpected error here means that the workspace lived too short to have recovery points.`,
        undo: 'Delete the restored pool.',
        commands: {
          PowerShell: `$pool = 'pool1'
$deleted = '2026-01-31T12:00:00Z'
$newGroup = 'rg-new'
$newWorkspace = 'contoso-synapse-2'
$from = "/subscriptions/$subscription/resourceGroups/$resourceGroup/providers/Microsoft.Sql/servers/$workspace/databases/$pool"
Restore-AzSynapseSqlPool -FromDroppedSqlPool -DeletionDate $deleted -TargetSqlPoolName $pool -ResourceGroupName $newGroup -WorkspaceName $newWorkspace -ResourceId $from`,
        },
        sources: ['synapse-restore-deleted'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'az synapse workspace create, activate, update, wait, and az synapse workspace key create, list, show, delete. update takes no key identifier: register the key first. The help of --use-sami-in-encrypt is reversed: True means the system-assigned identity. key update is gone since 2021; key activate never existed.',
      sources: ['synapse-cli', 'synapse-cli-activate-change', 'synapse-cli-notes'],
    },
    {
      tool: 'PowerShell',
      text: 'Enable-AzSynapseWorkspace activates; New-, Get- and Remove-AzSynapseWorkspaceKey; Update-AzSynapseWorkspace with -EncryptionKeyName.',
      sources: ['synapse-powershell', 'synapse-powershell-enable', 'synapse-powershell-key'],
    },
    {
      tool: 'REST',
      text: 'PATCH of the workspace takes tags, identity, the SQL administrator password, managed network settings, Git and Purview settings, encryption and publicNetworkAccess. Anything else is outside of its contract.',
      sources: ['synapse-rest-spec'],
    },
    {
      tool: 'Portal',
      text: 'The workspace, Encryption; activation from the banner on Overview.',
      sources: ['synapse-encryption'],
    },
    {
      tool: 'Terraform',
      text: 'Create, grant, activate, and only then the administrators: before, they fail with WorkspaceActivationRequired.',
      sources: ['synapse-activation-thread', 'synapse-terraform-key'],
    },
  ],
  quirks: [
    {
      what: 'Microsoft Entra and SQL administrators cannot be set before activation (WorkspaceActivationRequired).',
      workaround: 'Create, grant, activate, then the administrator.',
      sources: ['synapse-activation-thread', 'synapse-admin-thread'],
    },
    {
      what: 'isActiveCMK and cmk.status lag behind the call; activation answers at once with false.',
      workaround: 'Poll until cmk.status is Consistent.',
      sources: ['synapse-terraform-polling', 'synapse-cli-recordings'],
    },
    {
      what: 'With SystemAssigned,UserAssigned and no kekIdentity, both identities needed access to the vault.',
      workaround: 'Name the identity in kekIdentity, in Terraform with user_assigned_identity_id.',
      sources: ['synapse-both-identities-thread'],
    },
    {
      what: 'A template that activates under another name than the workspace key has fails with CannotAddWorkspaceKey.',
      workaround: 'Name the child exactly like encryption.cmk.key.name.',
      sources: ['synapse-key-name-thread'],
    },
    {
      what: 'An old Azure CLI dropped isActiveCMK in key update, so activation failed.',
      workaround: 'Use az synapse workspace activate of a current CLI.',
      sources: ['synapse-cli-activate-thread', 'synapse-cli-activate-change'],
    },
    {
      what: 'A key made by a template without wrapKey and unwrapKey blocks activation although the grant is right.',
      workaround: 'Set the operations of the key.',
      sources: ['synapse-keyops-thread'],
    },
    {
      what: 'With a managed virtual network, keys “cannot be found”; the thread was closed without a published answer.',
      workaround: 'Look at the network of the vault, and ask support with the correlation id.',
      sources: ['synapse-managed-vnet-thread'],
    },
    {
      what: 'After a move to another tenant the system-assigned identity is gone and Studio answers 403. The documented repair switches the identity off and on, with an example that has no key of its own.',
      workaround:
        'On a workspace with its own key, ask support first: whether the repair is safe there is not confirmed.',
      sources: ['synapse-tenant-move'],
    },
    {
      what: 'A PUT without the identity block fails on a workspace that has one.',
      workaround: 'Send the identity again, or use PATCH.',
      sources: ['synapse-identity'],
    },
  ],
};
