import { activate } from '../causes/activation-pending.ts';
import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { addAccessPolicy, assignRole, toNewIdentity, toUserAssignedIdentity } from '../causes/grants.ts';
import { plan as identityTokenFailure } from '../causes/identity-token-failure.ts';
import { plan as keyTypeUnsupported } from '../causes/key-type-unsupported.ts';
import { plan as locationMismatch } from '../causes/location-or-subscription-mismatch.ts';
import { admitInPerimeter, letTrustedServicesPass } from '../causes/vault-network-blocked.ts';
import { rolePropagationMinutes } from '../key-stores.ts';
import { inTurn, managementApiVersions, managerRequest, readThenPatch } from '../rest.ts';
import type { Step } from '../step.ts';
import { attachIdentity as attach } from './attach-identity.ts';
import type { ServiceFacts, ServicePlan } from './facts.ts';
import { synapse } from './synapse-constants.ts';

const { apiVersion, defaultKeyName, keyPermissions, resourceType, restorePointDays } = synapse;
const switchTime = `${synapse.switchMinutes.join(' to ')} minutes`;
const versionlessKey = 'https://$VAULT.vault.azure.net/keys/$KEY';
const url = `https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`;
const protector = 'encryptionProtector/current';
const contributor = `${resourceType}/write, for example Contributor`;
const update = 'az synapse workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP"';
const updateWithPowerShell = 'Update-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace';
const read = `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json)`;

/** Switches to a workspace key; the identity that reads the key stays the one that reads it now. */
const switchTo = (az: string, powershell: string) => ({
  az: `UAMI=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.cmk.kekIdentity.userAssignedIdentity --output tsv)
READER=(--use-sami-in-encrypt True)
[ -z "$UAMI" ] || READER=(--use-sami-in-encrypt False --uami-id-in-encrypt "$UAMI")
${update} --key-name ${az} "\${READER[@]}"`,
  PowerShell: `$uami = ${read}.properties.encryption.cmk.kekIdentity.userAssignedIdentity
$reader = @{ UseSystemAssignedIdentityInEncryption = $true }
if ($uami) { $reader = @{ UseSystemAssignedIdentityInEncryption = $false; UserAssignedIdentityInEncryption = $uami } }
${updateWithPowerShell} -EncryptionKeyName ${powershell} @reader`,
});

/** Waits until the data is under the new key. */
const wait = {
  az: `az synapse workspace wait --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --custom "encryption.cmk.status=='Consistent'"`,
  PowerShell: `do { Start-Sleep -Seconds 60; $status = ${read}.properties.encryption.cmk.status; $status } until ($status -eq 'Consistent')`,
};

const registerKey: Step = {
  kind: 'fix',
  title: 'Register the key under one name, then name it',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text: 'Skip this if the list has the identifier already: use the name it has. Give the identifier without a version. VAULT and KEY are those that the workspace is to use; write the new name in the next step.',
  undo: 'az synapse workspace key delete with the same name. It refuses a key that is in use.',
  commands: {
    az: `WORKSPACE_KEY=second
az synapse workspace key create --name "$WORKSPACE_KEY" --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-identifier "${versionlessKey}"`,
    PowerShell: `$workspaceKey = 'second'
New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $workspaceKey -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/$key"`,
    REST: managerRequest(
      'PUT',
      '$RESOURCE_ID/keys/second',
      apiVersion,
      `{"properties": {"keyVaultUrl": "${versionlessKey}"}}`,
    ),
  },
  sources: ['synapse-cli', 'synapse-powershell-key'],
};

/** The workspace keys, and the identifier of the key in the vault that each one holds. */
const listKeys: Step = {
  kind: 'confirm',
  title: 'Confirm what the workspace has',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the workspace',
  text: 'encryption.cmk.key.name must be the name of one of these workspace keys. It is not the name of the key in the vault, and a key identifier may stand under one name only.',
  commands: {
    az: 'az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --output table',
    PowerShell: 'Get-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace',
    REST: managerRequest('GET', '$RESOURCE_ID/keys', apiVersion),
  },
  sources: ['synapse-cli', 'synapse-key-name-thread'],
};

const attachIdentity: Step = {
  kind: 'fix',
  title: 'Attach the user-assigned identity',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Contributor on the workspace, Managed Identity Contributor on the identity',
  text: 'IDENTITY_ID is the one that kekIdentity names, or is to name. Add keeps the other identities.',
  undo: 'The same update with Remove, once the key is not read by it.',
  commands: {
    az: `${update} --uami-action Add --uami-id "$IDENTITY_ID"`,
    PowerShell: `${updateWithPowerShell} -UserAssignedIdentityAction Add -UserAssignedIdentityId $identityId`,
    REST: attach(apiVersion).REST,
  },
  sources: ['synapse-encryption', 'synapse-cli', 'synapse-powershell'],
};

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
      text: 'If reads names a user-assigned identity, take the principalId beside its id. If it does not, take the system-assigned one. It must be the oid of the message.',
      commands: {
        az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" \\
  --query "{reads:properties.encryption.cmk.kekIdentity, systemAssigned:identity.principalId, userAssigned:identity.userAssignedIdentities}"`,
        PowerShell: `$answer = ${read}
$answer.properties.encryption.cmk.kekIdentity
$answer.identity | ConvertTo-Json -Depth 5`,
        REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
      },
      sources: ['synapse-identity', 'synapse-rest-spec'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the update again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Microsoft.Synapse/workspaces/write, for example Contributor',
      text: `Name the workspace key that should be in use, as the list shows it; it is not the name of the key in the vault. This is a PATCH: it changes the key and nothing else. The identity that reads the key stays; in the REST form, repeat kekIdentity as it is. Leave the old key enabled. If the workspace waits for activation, go on to the next step instead.`,
      takes: `${switchTime}, until cmk.status is Consistent`,
      undo: 'The same command with the name of the previous workspace key.',
      commands: {
        az: `az synapse workspace key list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --output table
# the name of a row of that list
WORKSPACE_KEY=${defaultKeyName}
${switchTo('"$WORKSPACE_KEY"', '').az}`,
        PowerShell: `Get-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace
# the name of one of them
$workspaceKey = '${defaultKeyName}'
${switchTo('', '$workspaceKey').PowerShell}`,
        REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}
Content-Type: application/json

{"properties": {"encryption": {"cmk": {"key": {"name": "${defaultKeyName}"}, "kekIdentity": {"useSystemAssignedIdentity": true}}}}}`,
      },
      sources: ['synapse-cli', 'synapse-powershell', 'synapse-rest-spec'],
    },
    {
      ...activate,
      title: 'Only if cmk.status is AwaitingUserAction: activate instead',
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
        az: `${wait.az}
az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, cmk:properties.encryption.cmk}"`,
        PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content`,
        REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
      },
      sources: ['synapse-cli', 'synapse-cli-recordings'],
    },
  ],
  instead: {
    'encryption-settings-invalid': { confirm: [listKeys], fix: [registerKey] },
    'key-uri-invalid': { confirm: [listKeys], fix: [registerKey] },
    'location-or-subscription-mismatch': { fix: [...locationMismatch.fix, registerKey] },
    'cross-tenant-misconfigured': { ...withinOneTenant, fix: [...withinOneTenant.fix, registerKey] },
    'key-type-unsupported': {
      fix: [
        ...keyTypeUnsupported.fix,
        {
          ...registerKey,
          text: `KEY is the new key. ${registerKey.text}`,
        },
        {
          kind: 'fix',
          title: 'If the workspace still waits for activation: build another one',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: 'Contributor on the resource group',
          text: 'A workspace with cmk.status AwaitingUserAction and an unsupported key has to be created again, with the right key from the start. Use another name, and leave the first one until the new one works.',
          undo: 'Delete the new one.',
          sources: ['synapse-encryption'],
        },
      ],
    },
    'vault-network-blocked': {
      fix: [
        letTrustedServicesPass,
        {
          ...toNewIdentity(assignRole),
          title: 'Is the key read by a user-assigned identity? Grant the system-assigned one',
          text: 'A user-assigned identity cannot be used with a vault behind a firewall. kekIdentity tells which one reads the key. On a vault with access policies, give get, wrapKey and unwrapKey to the same object id.',
        },
        {
          kind: 'fix',
          title: 'Then let the system-assigned identity read the key',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: contributor,
          text: 'Only if a user-assigned identity reads it now, and only after the grant. The key stays the one in the setting. Leave the user-assigned identity attached until cmk.status is Consistent.',
          undo: 'The same update with --use-sami-in-encrypt False and --uami-id-in-encrypt.',
          commands: {
            az: `WORKSPACE_KEY=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.cmk.key.name --output tsv)
${update} --key-name "$WORKSPACE_KEY" --use-sami-in-encrypt True`,
            PowerShell: `$workspaceKey = ${read}.properties.encryption.cmk.key.name
${updateWithPowerShell} -EncryptionKeyName $workspaceKey -UseSystemAssignedIdentityInEncryption $true`,
            REST: readThenPatch(
              apiVersion,
              '{"properties": {"encryption": {"cmk": {"key": {"name": "{the key.name of the answer}"}, "kekIdentity": {"useSystemAssignedIdentity": true}}}}}',
            ),
          },
          sources: ['synapse-encryption', 'synapse-cli', 'synapse-powershell'],
        },
        ...admitInPerimeter,
      ],
    },
    'identity-not-assigned': {
      fix: [
        toUserAssignedIdentity(assignRole),
        toUserAssignedIdentity(addAccessPolicy),
        attachIdentity,
        {
          kind: 'fix',
          title: 'If identity.type is None: the system-assigned identity is gone',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'A workspace has a system-assigned identity from the start. Without one, think of a move to another tenant, and take the plan for an identity that gets no token.',
          sources: ['synapse-identity', 'synapse-tenant-move'],
        },
      ],
    },
    'identity-token-failure': {
      confirm: [
        ...identityTokenFailure.confirm,
        {
          kind: 'confirm',
          title: 'Find out whether the subscription was moved to another tenant',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'A move drops the system-assigned identity and all role assignments. double true means that your key is in play.',
          commands: {
            az: `az account show --query tenantId --output tsv
az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{identity:identity, double:properties.encryption.doubleEncryptionEnabled}"`,
            PowerShell: `(Get-AzContext).Tenant.Id
$answer = ${read}
$answer.identity
$answer.properties.encryption.doubleEncryptionEnabled`,
            REST: inTurn(
              managerRequest('GET', '/subscriptions/$SUBSCRIPTION', managementApiVersions.subscriptions),
              managerRequest('GET', '$RESOURCE_ID', apiVersion),
            ),
          },
          sources: ['synapse-tenant-move'],
        },
      ],
      fix: [
        toUserAssignedIdentity(assignRole),
        toUserAssignedIdentity(addAccessPolicy),
        attachIdentity,
        {
          kind: 'fix',
          title: 'After a move to another tenant: ask support first',
          risk: 'safe',
          who: 'subscription-owner',
          text: 'The documented repair switches the system-assigned identity off and on. Its example has no key of yours in it. Ask whether the repair is safe on a workspace with its own key; send the resource id and the key identifier.',
          sources: ['synapse-tenant-move'],
        },
        {
          kind: 'fix',
          title: 'When support agrees: switch the system-assigned identity off and on',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: contributor,
          text: 'Only after a move, when the old identity is gone. The last call waits until the first has Succeeded. The identity has a new object id then: grant it in the vault, on the lake account and wherever the old one had a role. That this is safe on a workspace with its own key is not confirmed. If user-assigned identities are attached, ask support for the body: None drops them too.',
          takes: 'minutes for each call',
          undo: 'None: the old object id does not come back.',
          lookAt: 'The answer of support.',
          commands: {
            az: `az rest --method patch --headers Content-Type=application/json --url "${url}" --body '{"identity":{"type":"None"}}'
az resource wait --ids "$RESOURCE_ID" --api-version ${apiVersion} --custom "properties.provisioningState=='Succeeded' && identity.type=='None'"
az rest --method patch --headers Content-Type=application/json --url "${url}" --body '{"identity":{"type":"SystemAssigned"}}'`,
            PowerShell: `Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload '{"identity":{"type":"None"}}'
do { Start-Sleep -Seconds 30; $now = ${read} } until ($now.properties.provisioningState -eq 'Succeeded' -and $now.identity.type -eq 'None')
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload '{"identity":{"type":"SystemAssigned"}}'`,
            REST: inTurn(
              managerRequest('PATCH', '$RESOURCE_ID', apiVersion, '{"identity": {"type": "None"}}'),
              managerRequest('GET', '$RESOURCE_ID', apiVersion),
              managerRequest('PATCH', '$RESOURCE_ID', apiVersion, '{"identity": {"type": "SystemAssigned"}}'),
            ),
          },
          sources: ['synapse-tenant-move'],
        },
        toNewIdentity(assignRole),
        toNewIdentity(addAccessPolicy),
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
            REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
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
    {
      type: `${resourceType}/encryptionProtector`,
      apiVersion,
      preview: '2021-06-01-preview',
      part: 'What the SQL layer protects its databases with; its name is current. It can be read and revalidated. Do not write ServiceManaged to it on a workspace with its own key.',
      sources: ['synapse-protector', 'bicep-types'],
    },
  ],
  features: [
    {
      id: 'workspace',
      name: 'Workspace encryption',
      protects: {
        text: 'One key protects dedicated and serverless SQL pools, Data Explorer pools, Spark pools, integration runtimes, pipelines and datasets. The linked Data Lake Storage account is not covered: it has a key setting of its own. In dedicated SQL pools, transparent data encryption is a switch of each pool, and off by default.',
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
      text: 'Decided at creation. Build a second workspace. One that was created with a key and waits for activation can be activated, once.',
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
      text: 'Create a workspace key for it, then PATCH encryption.cmk.key.name. A workspace key that is not in use can be deleted; one in use cannot.',
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
        text: 'A title such as PatchWorkspaceError, with a 403, is expected to mean that the update reached the key store and the identity of the workspace was refused. No public page shows this title or its words.',
        lookAt:
          'The innermost code of the message, and its oid beside identity.principalId. Without an inner code: KeyGet, KeyWrap and KeyUnwrap with status 403 in the audit log of the vault.',
        sources: ['synapse-rest-spec', 'key-vault-logging'],
      },
      {
        text: 'The codes of the SQL layer, such as AzureKeyVaultMissingPermissions or ServerKeyNotFound, are documented for Azure SQL and Azure Synapse Analytics. That an update of a workspace shows them is expected and not confirmed.',
        lookAt: 'The cause that belongs to the code, and the audit log of the vault.',
        sources: ['sql-tde-troubleshoot', 'sql-server-keys-api'],
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
        text: 'Ask support when the audit log shows that KeyWrap and KeyUnwrap succeed and the PATCH still ends in Failed, when cmk.status stays Updating far beyond half an hour, when a workspace with its own key was moved to another tenant, or when activation fails with the right key, grant and purge protection. Send the resource id, the correlation id of the PATCH, the key identifier and the cmk block.',
        sources: ['synapse-encryption', 'synapse-tenant-move'],
      },
    ],
  },
  keyUnreachable: [
    {
      after: 'up to 10 minutes after the key is gone',
      minutes: 10,
      text: 'Databases of the SQL layer refuse connections and become Inaccessible. The page is about Azure SQL and dedicated SQL pools in general.',
      sources: ['sql-tde-remove', 'sql-tde-troubleshoot'],
    },
    {
      after: 'after 30 minutes without access',
      minutes: 30,
      text: 'Databases no longer heal by themselves when the access comes back, as they do before. They need a revalidation by hand, which can take long.',
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
    mend: [
      {
        kind: 'confirm',
        title: 'See which version of the key the pool asks for',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace and on its managed resource group',
        text: 'A pool that was paused while the key was switched still needs the version it had then. The protector names the key and the version that the SQL layer expects: vault_key_version in serverKeyName. In PowerShell, the SQL server is expected to have the name of the workspace.',
        commands: {
          az: `az synapse sql pool list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query "[].{name:name, status:status}" --output table
az rest --method get --url "https://management.azure.com$RESOURCE_ID/${protector}?api-version=${apiVersion}"`,
          PowerShell: `Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace | Select-Object Name, Status
$managedGroup = ${read}.properties.managedResourceGroupName
Get-AzSqlServerTransparentDataEncryptionProtector -ServerName $workspace -ResourceGroupName $managedGroup`,
        },
        lookAt: 'The managed resource group, if a server of that name is not found.',
        sources: ['synapse-encryption', 'synapse-docs-rotation', 'synapse-protector'],
      },
      {
        kind: 'fix',
        title: 'Make that version usable again',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Crypto Officer on the vault',
        text: 'KEY_VERSION is the version from the step before. Put in a date in the future that your rules allow. A deleted key must be recovered first.',
        takes: 'at once in the vault',
        undo: 'The same command with the old date, and disabled again; not before the pool is encrypted with the new key.',
        commands: {
          az: `az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --enabled true --expires 2028-01-01T00:00:00Z`,
          PowerShell: `Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -Enable $true -Expires ([DateTime]::Parse('2028-01-01T00:00:00Z').ToUniversalTime())`,
        },
        sources: ['synapse-encryption', 'key-vault-keys'],
      },
      {
        kind: 'fix',
        title: 'Resume the pool, and let it encrypt again',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        text: 'A pool that runs costs money. Leave it Online until the next step is right.',
        takes: 'not documented',
        undo: 'Pause the pool again, after it is encrypted with the new key.',
        commands: {
          az: `# the pool that stays offline
POOL=pool1
az synapse sql pool resume --name "$POOL" --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP"`,
          PowerShell: `# the pool that stays offline
$pool = 'pool1'
Resume-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $pool`,
        },
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
      {
        kind: 'fix',
        title: 'If databases stay Inaccessible: revalidate the key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        text: 'For a key that could not be reached for more than 30 minutes, after the access is back. It checks the existing key again and changes no setting. It goes on in the background. Whether it also clears a Failed workspace is not confirmed.',
        takes: 'can take long',
        undo: 'Not needed: no setting changes.',
        lookAt: 'provisioningState afterwards. If it is still Failed, send the update again.',
        commands: {
          az: `az rest --method post --url "https://management.azure.com$RESOURCE_ID/${protector}/revalidate?api-version=${apiVersion}"`,
          PowerShell: `Invoke-AzRestMethod -Method POST -Path "\${resourceId}/${protector}/revalidate?api-version=${apiVersion}"`,
          REST: `POST https://management.azure.com$RESOURCE_ID/${protector}/revalidate?api-version=${apiVersion}`,
        },
        sources: ['synapse-protector', 'sql-tde-troubleshoot'],
      },
      {
        kind: 'verify',
        title: 'Verify, and only then retire the old version',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace, and a login of the pool',
        text: 'Expect Online. Run SELECT name, is_encrypted FROM sys.databases in the pool, and expect 1. Then disable the old version; do not delete it.',
        commands: {
          az: `az synapse sql pool list --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query "[].{name:name, status:status}" --output table`,
          PowerShell: `Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace | Select-Object Name, Status`,
        },
        sources: ['synapse-encryption', 'synapse-docs-rotation'],
      },
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'Check that every dedicated SQL pool is Online',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace, and list on the keys of the vault',
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
${switchTo('temporary', '').az}
${wait.az}`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
Add-AzKeyVaultKey -VaultName $vault -Name temporary-key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey
New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name temporary -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/temporary-key"
${switchTo('', 'temporary').PowerShell}
${wait.PowerShell}`,
        },
        sources: ['synapse-encryption', 'synapse-powershell', 'synapse-cli'],
      },
      {
        kind: 'fix',
        title: 'Switch back to the main key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        text: 'Not before 15 minutes have passed and cmk.status is Consistent; the temporary key may go only after as long again. Afterwards the data is under the newest version of the main key. Disable old versions only when every pool and its backups are verified, and do not delete them.',
        takes: switchTime,
        undo: 'Switch to the temporary key again.',
        commands: {
          az: `# the workspace key that was in use before
WORKSPACE_KEY=${defaultKeyName}
${switchTo('"$WORKSPACE_KEY"', '').az}
${wait.az}
# not before ${synapse.switchMinutes[0]} minutes have passed and every pool is Online
az synapse workspace key delete --name temporary --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --yes`,
          PowerShell: `# the workspace key that was in use before
$workspaceKey = '${defaultKeyName}'
${switchTo('', '$workspaceKey').PowerShell}
${wait.PowerShell}
# not before ${synapse.switchMinutes[0]} minutes have passed and every pool is Online
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
        text: 'Set VAULT and KEY to the new ones. Grant the identity there first and wait, and check that every dedicated SQL pool is Online. Keep the old vault and key until cmk.status is Consistent and every pool was online meanwhile.',
        takes: switchTime,
        undo: 'Switch back to the previous workspace key.',
        commands: {
          az: `az synapse workspace key create --name second --workspace-name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" \\
  --key-identifier "${versionlessKey}"
${switchTo('second', '').az}
${wait.az}`,
          PowerShell: `New-AzSynapseWorkspaceKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name second -EncryptionKeyIdentifier "https://$vault.vault.azure.net/keys/$key"
${switchTo('', 'second').PowerShell}
${wait.PowerShell}`,
        },
        sources: ['synapse-cli', 'synapse-powershell'],
      },
      {
        kind: 'fix',
        title: 'Read the key with a user-assigned identity instead',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace, Managed Identity Contributor on the identity',
        text: 'Grant the identity on the vault first. Not with a vault behind a firewall. The key stays the same.',
        undo: 'The same update with --use-sami-in-encrypt True.',
        commands: {
          az: `${attachIdentity.commands?.az}
WORKSPACE_KEY=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.cmk.key.name --output tsv)
${update} --key-name "$WORKSPACE_KEY" --use-sami-in-encrypt False --uami-id-in-encrypt "$IDENTITY_ID"`,
          PowerShell: `${attachIdentity.commands?.PowerShell}
$workspaceKey = ${read}.properties.encryption.cmk.key.name
${updateWithPowerShell} -EncryptionKeyName $workspaceKey -UseSystemAssignedIdentityInEncryption $false -UserAssignedIdentityInEncryption $identityId`,
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
        text: `The pool must be online. A restore point lives ${restorePointDays} days. Keep every key and version that the pool ever used: that a restore needs it is expected and not confirmed.`,
        commands: {
          PowerShell: `Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ForEach-Object {
  New-AzSynapseSqlPoolRestorePoint -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $_.Name -RestorePointLabel before-delete
}`,
        },
        sources: ['synapse-sql-backup'],
        lookAt: 'A restore of one pool into a test workspace.',
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'Under another name, with its key from the start, in a vault with purge protection, and with the same choice of managed virtual network. With a user-assigned identity, grant it before. Else grant the new system-assigned identity on the vault, activate, and wait for Consistent.',
        undo: 'Delete the new one; the old one is untouched.',
        sources: ['synapse-encryption', 'synapse-move-region'],
      },
      {
        kind: 'fix',
        title: 'Give it its roles, its network and its content',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group; somebody who may assign roles',
        text: 'In this order. The roles of the saved list for the new identity, Storage Blob Data Contributor on the lake account among them. Administrators, which cannot be set before activation. Firewall, private endpoints, managed private endpoints and their approvals. Pools, libraries and integration runtimes. Git or the saved artifacts, linked services before pipelines, triggers last. Synapse roles. If pipelines use SQL: the command.',
        undo: 'Delete the new one; the old one is untouched.',
        commands: {
          az: `# the new workspace
NEW_WORKSPACE=contoso-synapse-2
az synapse workspace managed-identity grant-sql-access --workspace-name "$NEW_WORKSPACE" --resource-group "$RESOURCE_GROUP"`,
        },
        sources: ['synapse-move-region', 'synapse-activation-thread'],
      },
      {
        kind: 'fix',
        title: 'Restore dedicated SQL pools into it',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'From a restore point while the old workspace lives, or from the deleted workspace afterwards. Keep every old key and version: that the new workspace needs access to them is expected and not confirmed. Logins and users have to be made again.',
        commands: {
          PowerShell: `# the pool, its new home, and a restore point of it
$pool = 'pool1'
$newGroup = 'rg-new'
$newWorkspace = 'contoso-synapse-2'
$from = Get-AzSynapseSqlPool -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $pool
$point = Get-AzSynapseSqlPoolRestorePoint -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $pool | Sort-Object RestorePointCreationDate | Select-Object -Last 1
Restore-AzSynapseSqlPool -FromRestorePoint -RestorePoint $point.RestorePointCreationDate -TargetSqlPoolName $pool -ResourceGroupName $newGroup -WorkspaceName $newWorkspace -ResourceId $from.Id -PerformanceLevel DW100c`,
        },
        undo: 'Delete the new one; the old one is untouched.',
        lookAt: 'The audit log of the old vault during the restore.',
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
      text: 'For a repair, PATCH. It takes tags, identity, the SQL administrator password, managed network settings, Git and Purview settings, encryption and publicNetworkAccess. Anything else is outside of its contract.',
      sources: ['synapse-rest-spec'],
    },
    {
      tool: 'REST',
      text: 'A PUT or a template must carry over location, tags, identity with every user-assigned one, and of properties: encryption, publicNetworkAccess, trustedServiceBypassEnabled, azureADOnlyAuthentication, managedVirtualNetwork, managedVirtualNetworkSettings, workspaceRepositoryConfiguration with lastCommitId, purviewConfiguration, defaultDataLakeStorage, sqlAdministratorLogin, managedResourceGroupName, virtualNetworkProfile and cspWorkspaceAdminProperties. Without the Git block, Studio is detached from Git.',
      sources: ['synapse-rest-spec', 'synapse-template-reference'],
    },
    {
      tool: 'REST',
      text: 'A GET does not show all of that: not sqlAdministratorLoginPassword, not azureADOnlyAuthentication (read the child azureADOnlyAuthentications), not createManagedPrivateEndpoint of the lake account.',
      sources: ['synapse-rest-spec'],
    },
    {
      tool: 'REST',
      text: 'Fixed after creation: the managed virtual network. Not part of a PATCH, so treat them as fixed: lake account and file system, SQL administrator login, managed resource group, compute subnet, location and name. allowedAadTenantIdsForLinking can change, preventDataExfiltration cannot.',
      sources: ['synapse-rest-spec', 'synapse-managed-network'],
    },
    {
      tool: 'REST',
      text: 'That a PUT without publicNetworkAccess opens a closed workspace is expected, because Enabled is the declared default, and not confirmed.',
      lookAt: 'Send the value that GET shows.',
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
      what: 'isActiveCMK and cmk.status lag behind the call; activation answers at once with false. While data is still being encrypted again, another PATCH was accepted.',
      workaround: 'Poll until cmk.status is Consistent, and do not start the next switch before.',
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
      what: 'Documented: an update without the identity block fails on a workspace that has one, although nothing about the key changed. In recorded traffic a PATCH without it was accepted, so expect this of a PUT.',
      workaround: 'Send the whole identity block with a PUT, or use PATCH.',
      sources: ['synapse-identity', 'synapse-cli-recordings'],
    },
  ],
};
