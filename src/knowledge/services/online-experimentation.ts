import { addAccessPolicy, assignRole, toUserAssigned } from '../causes/grants.ts';
import { enableIdentity, passesByItself } from '../causes/identity-token-failure.ts';
import { permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import { inTurn, managerRequest, principalRequest, readThenPatch } from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import { attachIdentity } from './attach-identity.ts';
import type { Grant, KeyStore, ServiceFacts, ServicePlan } from './facts.ts';

const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const vaultRole = roles['crypto-service-encryption-user'];
const workspace = {
  type: 'Microsoft.OnlineExperimentation/workspaces',
  apiVersion: '2025-08-01-preview',
  preview: '2025-08-01-preview',
  keySince: '2025-05-31-preview',
} as const;
const { apiVersion } = workspace;
/** Metrics answer on the endpoint of the workspace. Source: online-experimentation-data-plane. */
const metrics = { apiVersion: '2025-05-31-preview' } as const;
const contributor = 'Microsoft.OnlineExperimentation/workspaces/write, for example Contributor on the workspace';

const read = {
  az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} \\
  --query "{state:properties.provisioningState, key:properties.encryption.customerManagedKeyEncryption, identity:identity}"`,
  PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content`,
  REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
} as const;

/** The PATCH of the published example, with the key alone. */
const setKey = {
  az: `az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body "{\\"properties\\":{\\"encryption\\":{\\"customerManagedKeyEncryption\\":{\\"keyEncryptionKeyUrl\\":\\"https://$VAULT.vault.azure.net/keys/$KEY\\",\\"keyEncryptionKeyIdentity\\":{\\"identityType\\":\\"SystemAssignedIdentity\\"}}}}}"`,
  PowerShell: `$encryption = @{ customerManagedKeyEncryption = @{ keyEncryptionKeyUrl = "https://$vault.vault.azure.net/keys/$key"; keyEncryptionKeyIdentity = @{ identityType = 'SystemAssignedIdentity' } } }
$body = @{ properties = @{ encryption = $encryption } } | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`,
  REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}
Content-Type: application/json

{"properties": {"encryption": {"customerManagedKeyEncryption": {"keyEncryptionKeyUrl": "https://$VAULT.vault.azure.net/keys/$KEY", "keyEncryptionKeyIdentity": {"identityType": "SystemAssignedIdentity"}}}}}`,
} as const;

const readKey = `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.encryption.customerManagedKeyEncryption`;
const inVault = {
  az: 'KEY_URL="https://$VAULT.vault.azure.net/keys/$KEY"',
  PowerShell: '$keyUrl = "https://$vault.vault.azure.net/keys/$key"',
  REST: 'https://$VAULT.vault.azure.net/keys/$KEY',
} as const;
/** The address that is set now, with its version if it has one. */
const asItIs = {
  az: `KEY_URL=$(${readKey}.keyEncryptionKeyUrl --output tsv)
# if that address is wrong, with a version behind it or without:
# ${inVault.az}`,
  PowerShell: `$keyUrl = $encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl
# if that address is wrong, with a version behind it or without:
# ${inVault.PowerShell}`,
  REST: '{the keyEncryptionKeyUrl of the answer, or the right one}',
} as const;

/** Sends an address with the identity that the workspace names now. */
const sendKey = (address: Readonly<Record<'az' | 'PowerShell' | 'REST', string>>) => ({
  az: `IDENTITY=$(${readKey}.keyEncryptionKeyIdentity --output json)
${address.az}
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body "{\\"properties\\":{\\"encryption\\":{\\"customerManagedKeyEncryption\\":{\\"keyEncryptionKeyUrl\\":\\"$KEY_URL\\",\\"keyEncryptionKeyIdentity\\":$IDENTITY}}}}"`,
  PowerShell: `$encryption = ((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption
${address.PowerShell}
$encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl = $keyUrl
$body = @{ properties = @{ encryption = $encryption } } | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`,
  REST: readThenPatch(
    apiVersion,
    `{"properties": {"encryption": {"customerManagedKeyEncryption": {"keyEncryptionKeyUrl": "${address.REST}", "keyEncryptionKeyIdentity": {the keyEncryptionKeyIdentity of the answer}}}}}`,
  ),
});

const attach: Step = {
  kind: 'fix',
  title: 'Attach the user-assigned identity, and keep the others',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: `${contributor}, Managed Identity Operator on the identity`,
  text: 'This adds IDENTITY_ID and leaves every identity in place: the workspace may need them for its storage, logs and App Configuration. Never take the system-assigned one away: it comes back with another principalId. The Azure CLI way needs jq.',
  undo: 'None needed: an attached identity that nothing uses does no harm.',
  commands: attachIdentity(apiVersion),
  sources: ['online-experimentation-specification', 'online-experimentation-models', 'managed-identity-issues'],
};

const nameForKey: Step = {
  kind: 'fix',
  title: 'Name it for the key',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text: 'After it was attached and granted. SystemAssignedIdentity and userAssignedIdentityResourceId exclude each other. For a vault in another tenant, send federatedClientId too.',
  undo: 'The same call with the previous keyEncryptionKeyIdentity.',
  commands: {
    az: `${asItIs.az}
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body "{\\"properties\\":{\\"encryption\\":{\\"customerManagedKeyEncryption\\":{\\"keyEncryptionKeyUrl\\":\\"$KEY_URL\\",\\"keyEncryptionKeyIdentity\\":{\\"identityType\\":\\"UserAssignedIdentity\\",\\"userAssignedIdentityResourceId\\":\\"$IDENTITY_ID\\"}}}}}"`,
    PowerShell: `$encryption = ((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption
${asItIs.PowerShell}
$keyIdentity = @{ identityType = 'UserAssignedIdentity'; userAssignedIdentityResourceId = $identityId }
$body = @{ properties = @{ encryption = @{ customerManagedKeyEncryption = @{ keyEncryptionKeyUrl = $keyUrl; keyEncryptionKeyIdentity = $keyIdentity } } } } | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`,
    REST: readThenPatch(
      apiVersion,
      `{"properties": {"encryption": {"customerManagedKeyEncryption": {"keyEncryptionKeyUrl": "${asItIs.REST}", "keyEncryptionKeyIdentity": {"identityType": "UserAssignedIdentity", "userAssignedIdentityResourceId": "$IDENTITY_ID"}}}}}`,
    ),
  },
  sources: ['online-experimentation-example', 'online-experimentation-models'],
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'Note the state, the address of the key and the identity for it. That identity must stand under identity as well. Keep the output.',
    commands: read,
    sources: ['online-experimentation-models', 'online-experimentation-template-reference'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the identity that must be granted',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'keyEncryptionKeyIdentity says which one: SystemAssignedIdentity means principalId under identity; otherwise take the principalId of the user-assigned one.',
      commands: {
        az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query "{use:properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity, identity:identity}"`,
        PowerShell: `$now = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$now.properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity
$now.identity | ConvertTo-Json -Depth 4`,
        REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
      },
      sources: ['online-experimentation-models'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the encryption settings again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: contributor,
      text: 'A PATCH of the encryption alone, with the address and the identity that the workspace names now. If it names none, take the command of “Turn CMK on”. The address of the key may end in a version or not. Expect 200, or 202 with an operation to follow. That Failed takes an update is not documented.',
      undo: 'The same call with the previous address and identity.',
      commands: sendKey(asItIs),
      sources: ['online-experimentation-example', 'online-experimentation-specification'],
      lookAt:
        'The activity log of the workspace: the PATCH must appear as an operation of its own. If it stays Failed, open a support request.',
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'Expect Succeeded and the address that you sent. Then see in the audit log of the vault that the identity calls the key, and open the metrics.',
      commands: read,
      sources: ['online-experimentation-models', 'key-vault-logging'],
    },
  ],
  instead: {
    'identity-not-assigned': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare the identity for the key with the attached ones',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'keyEncryptionKeyIdentity says which one reads the key. It must stand under identity too. With SystemAssignedIdentity, identity.type must contain SystemAssigned.',
          commands: read,
          sources: ['online-experimentation-models'],
        },
      ],
      fix: [attach, toUserAssigned(assignRole), toUserAssigned(addAccessPolicy), nameForKey],
    },
    'identity-token-failure': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm whether the identity for the key lives',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace; may read the directory',
          text: `PRINCIPAL_ID is the object id of the message. It must be the principalId of the identity in keyEncryptionKeyIdentity, be found, and be enabled. ${passesByItself}`,
          commands: {
            az: `${read.az}
az ad sp show --id "$PRINCIPAL_ID" --query "{name:displayName, enabled:accountEnabled}"`,
            PowerShell: `${read.PowerShell}
Get-AzADServicePrincipal -ObjectId $principalId | Select-Object DisplayName, AccountEnabled`,
            REST: inTurn(read.REST, principalRequest('$PRINCIPAL_ID')),
          },
          sources: [
            'online-experimentation-models',
            'managed-identity-issues',
            'token-signature-report',
            'entra-error-codes',
          ],
        },
      ],
      fix: [
        enableIdentity,
        {
          ...attach,
          title: 'If it is gone: attach a user-assigned identity that lives',
          text: `Make it again if it was deleted, or take another one. ${attach.text}`,
        },
        toUserAssigned(assignRole),
        toUserAssigned(addAccessPolicy),
        nameForKey,
      ],
    },
    'key-uri-invalid': {
      fix: [
        {
          kind: 'fix',
          title: 'Send the whole address',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'keyEncryptionKeyUrl is https, the host of the vault, keys, the name, and a version or none. In the retry, take the line that builds it from VAULT and KEY, and put the version behind it if you want to decide yourself when it changes.',
          sources: ['online-experimentation-models'],
        },
      ],
    },
  },
};

const expected = 'What this service needs on the key is not documented.';
const grants: Readonly<Record<KeyStore, Grant>> = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: `${expected} This role is expected, as for other services.`,
      lookAt: 'Refused KeyGet, KeyWrap and KeyUnwrap in the audit log of the vault.',
    },
    sources: ['key-vault-rbac-guide'],
  },
  'access-policy': {
    keyPermissions,
    note: {
      text: `${expected} These permissions are expected.`,
      lookAt: 'The word after “keys” in a refusal names the permission that is missing.',
    },
    sources: ['key-vault-error-codes'],
  },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: { text: 'Whether a key in a Managed HSM is taken is not documented.', lookAt: 'Use a vault.' },
    sources: ['managed-hsm-roles'],
  },
};

export const facts: ServiceFacts = {
  id: 'online-experimentation',
  mustKnow: [
    {
      text: 'There is no general availability: only preview versions of the API, and almost no documentation. What is known comes from the published specification.',
      sources: ['online-experimentation-specification', 'online-experimentation-template-reference'],
    },
    {
      text: 'In the model, key, vault and identity can all be changed by a PATCH on a workspace that exists. The published example does it.',
      sources: ['online-experimentation-specification', 'online-experimentation-example'],
    },
    {
      text: 'Nothing is published about errors, about what Failed means, or about a lost key: PatchWorkspaceError is not documented here either. Where this page goes on, it goes by other services and says so.',
      lookAt: 'The activity log of the workspace and the audit log of the vault.',
    },
    {
      text: 'This is not the Split Experimentation Workspace of Azure App Configuration. That one is a partner service with another resource type.',
      sources: ['online-experimentation-split'],
    },
  ],
  resources: [
    {
      ...workspace,
      part: 'The workspace. 2025-05-31-preview lacks publicNetworkAccess and private endpoints. No version that is not a preview was found.',
      sources: ['online-experimentation-specification', 'online-experimentation-schema', 'bicep-types'],
    },
  ],
  features: [
    {
      id: 'workspace',
      name: 'Workspace encryption',
      protects: {
        text: 'What exactly is under the key is not documented.',
        lookAt:
          'The keys of the App Configuration store, the Log Analytics workspace and the storage account are settings of their own.',
        sources: ['online-experimentation-models'],
      },
    },
  ],
  keyProperties: [
    {
      type: workspace.type,
      path: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl',
      meaning: 'The identifier of the key, with a version or without.',
      sources: ['online-experimentation-models'],
    },
    {
      type: workspace.type,
      path: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.identityType',
      meaning: 'SystemAssignedIdentity or UserAssignedIdentity.',
      sources: ['online-experimentation-models'],
    },
    {
      type: workspace.type,
      path: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.userAssignedIdentityResourceId',
      meaning: 'The resource id of the user-assigned identity. Not together with SystemAssignedIdentity.',
      sources: ['online-experimentation-models'],
    },
    {
      type: workspace.type,
      path: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.federatedClientId',
      meaning: 'The application through which a vault in another tenant is reached.',
      sources: ['online-experimentation-models'],
    },
    {
      type: workspace.type,
      path: 'identity.type',
      meaning: 'None, SystemAssigned, UserAssigned or both. The identity for the key must be among them.',
      sources: ['bicep-types', 'online-experimentation-example'],
    },
    {
      type: workspace.type,
      path: 'properties.appConfigurationResourceId',
      meaning:
        'Required, fixed at creation, as are name and location. logAnalyticsWorkspaceResourceId and logsExporterStorageAccountResourceId are required too, and can be changed. A PUT repeats all three, encryption, publicNetworkAccess, identity, sku and tags.',
      sources: ['online-experimentation-models', 'online-experimentation-specification'],
    },
    {
      type: workspace.type,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning: 'Succeeded, Failed or Canceled.',
      sources: ['bicep-types'],
    },
    {
      type: workspace.type,
      path: 'properties.endpoint',
      readOnly: true,
      meaning: 'Where the metrics of the workspace answer. A new workspace has another one.',
      sources: ['online-experimentation-models'],
    },
    {
      type: workspace.type,
      path: 'sku.name',
      meaning: 'F0, D0, S0 or P0. Which of them take a key of yours is not documented.',
      sources: ['online-experimentation-models'],
    },
  ],
  callers: [
    {
      name: "The workspace's system-assigned identity",
      kind: 'system-assigned',
      objectId: 'identity.principalId of the workspace',
      grantWhen: {
        text: 'It exists only once the workspace exists: create without a key, grant, then PATCH the key. Expected from the model, not documented.',
        lookAt: 'The published example, which uses a user-assigned identity.',
        sources: ['online-experimentation-models'],
      },
      grants,
    },
    {
      name: 'One user-assigned identity',
      kind: 'user-assigned',
      objectId: 'principalId of the identity in keyEncryptionKeyIdentity',
      grantWhen: {
        text: 'Before the key is set. It must be attached to the workspace as well.',
        sources: ['online-experimentation-models', 'online-experimentation-example'],
      },
      grants,
    },
  ],
  requirements: [
    {
      id: 'tier',
      text: 'Preview only. A workspace needs an App Configuration store, a Log Analytics workspace and a storage account. Which SKU takes CMK is not documented.',
      lookAt: 'The answer to a create with encryption.',
      sources: ['online-experimentation-models'],
    },
    {
      id: 'key-type',
      text: 'Not documented. Expect RSA of 2048 bits or more.',
      lookAt: 'Use RSA of 2048 or 3072 bits.',
    },
    {
      id: 'key-identifier',
      text: 'The whole identifier, with a version or without.',
      sources: ['online-experimentation-models'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: 'Not documented. Expect both to be needed.',
      lookAt: 'Switch both on: it is right for every key that encrypts data.',
    },
    {
      id: 'permission-model',
      text: 'Not documented.',
      lookAt: 'Use Azure RBAC.',
    },
    {
      id: 'tenant',
      text: 'The model has federatedClientId for a vault in another tenant. No page describes how to set that up.',
      lookAt: 'Use a vault of the same tenant.',
      sources: ['online-experimentation-models'],
    },
    { id: 'region', text: 'Not documented.', lookAt: 'Use a vault of the same region.' },
    { id: 'subscription', text: 'Not documented.', lookAt: 'Use a vault of the same subscription, or test before.' },
    {
      id: 'network',
      text: 'Not documented. The service is not on the list of trusted services, so expect trouble with a closed vault.',
      lookAt: 'The address of the caller in the audit log of the vault.',
      sources: ['key-vault-trusted-services'],
    },
    {
      id: 'user-assigned-identity',
      text: 'Possible.',
      sources: ['online-experimentation-models', 'online-experimentation-example'],
    },
    {
      id: 'auto-rotation',
      text: 'An address without a version is allowed. Whether new versions are followed, and after how long, is not documented.',
      lookAt: 'The version in KeyUnwrap, in the audit log of the vault.',
      sources: ['online-experimentation-models'],
    },
    { id: 'managed-hsm', text: 'Not documented.', lookAt: 'Use a vault.' },
  ],
  changes: [
    {
      id: 'turn-on',
      possible: 'yes',
      text: 'The published example sets encryption on a workspace that exists, by PATCH.',
      sources: ['online-experimentation-example'],
    },
    {
      id: 'new-version',
      possible: 'yes',
      text: 'PATCH the address with the new version. Without a version, see “New versions of the key”.',
      sources: ['online-experimentation-specification', 'online-experimentation-models'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'PATCH the address. In the model; no report of it was found.',
      sources: ['online-experimentation-specification'],
    },
    {
      id: 'new-key-store',
      possible: 'yes',
      text: 'PATCH the address, after the grant on the new vault. In the model; no report of it was found.',
      sources: ['online-experimentation-specification'],
    },
    {
      id: 'change-identity',
      possible: 'yes',
      text: 'PATCH identity and keyEncryptionKeyIdentity. In the model; the published example sends both in one call.',
      sources: ['online-experimentation-specification', 'online-experimentation-example'],
    },
    {
      id: 'turn-off',
      possible: 'not-confirmed',
      text: 'Whether encryption can be taken away again, for instance with null, is not confirmed.',
      lookAt: 'A test workspace.',
      sources: ['online-experimentation-specification'],
    },
  ],
  trusted: {
    listed: false,
    text: 'Online Experimentation is not on the list of trusted services of Key Vault.',
    sources: ['key-vault-trusted-services'],
  },
  failed: {
    blocks: [
      {
        text: 'Not documented.',
        lookAt: 'The activity log of the workspace.',
      },
    ],
    dataPlane: [
      {
        text: 'Not documented.',
        lookAt: 'List the metrics: an answer means that the data plane works.',
        sources: ['online-experimentation-data-plane'],
      },
    ],
    retry: {
      text: 'That a workspace in Failed takes another PATCH is expected and not documented. Check identity, role, key and vault network, and send the encryption again.',
      lookAt: 'The activity log of the workspace.',
      sources: ['online-experimentation-specification'],
    },
    support: [
      {
        text: 'When it is still Failed after the cause is fixed and one retry.',
        lookAt: 'Send the resource id, the correlation id of the PATCH and the address of the key.',
      },
    ],
  },
  keyUnreachable: [
    {
      after: 'not documented',
      text: 'What stops, and after how long, is not documented.',
      lookAt: 'The audit log of the vault shows when the workspace last asked for its key.',
    },
  ],
  loss: {
    lost: [
      {
        text: 'Definitions of metrics and the state of analyses, which live in the data plane. Expected; no page says what a delete takes.',
        lookAt: 'Read the metrics out first.',
        sources: ['online-experimentation-data-plane'],
      },
      {
        text: 'The endpoint of the workspace, and a system-assigned identity: a new workspace has another principalId. It needs its grants on key, storage, Log Analytics and App Configuration again; which roles those are is not documented.',
        lookAt: 'The role assignments of the old identity, saved before the delete.',
        sources: ['online-experimentation-models'],
      },
    ],
    survives: [
      {
        text: 'The App Configuration store, the Log Analytics workspace, the storage account, the vault and its keys: they are resources of their own.',
        sources: ['online-experimentation-models'],
      },
    ],
    softDelete: {
      text: 'The specification has none.',
      sources: ['online-experimentation-specification'],
    },
    name: {
      text: 'Whether the name is free after a delete is not documented.',
      lookAt: 'Choose another name.',
    },
  },
  procedures: {
    turnOn: [
      {
        ...assignRole,
        title: 'Grant the identity on the key',
        text: `Create the workspace without a key if it has a system-assigned identity. ${vaultRole.name} is expected to be enough; what this service needs is not documented.`,
        sources: ['key-vault-rbac-guide', 'online-experimentation-models'],
        lookAt: 'Refused KeyGet, KeyWrap and KeyUnwrap in the audit log of the vault.',
      },
      {
        kind: 'fix',
        title: 'Set the key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: `When the role has had its time: up to ${rolePropagationMinutes} minutes. For a user-assigned identity, take the steps under “Change vault or identity” instead.`,
        undo: 'Not confirmed: whether the encryption can be taken away again is not documented.',
        commands: setKey,
        sources: ['online-experimentation-example', 'online-experimentation-models'],
        lookAt: 'Try it on a workspace that you can lose.',
      },
    ],
    rotate: [
      {
        kind: 'fix',
        title: 'Make a new version, and send the address with it',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `${contributor}, Key Vault Crypto Officer on the vault`,
        text: 'With a version in the address, you decide when the workspace changes. Leave the old version enabled until the log no longer shows it; how long that takes is not documented. Name the identity type that the workspace uses.',
        undo: 'The same call with the old version.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
KEY_ID=$(az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv)
IDENTITY=$(az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity --output json)
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body "{\\"properties\\":{\\"encryption\\":{\\"customerManagedKeyEncryption\\":{\\"keyEncryptionKeyUrl\\":\\"$KEY_ID\\",\\"keyEncryptionKeyIdentity\\":$IDENTITY}}}}"`,
          PowerShell: `$newKey = Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
$now = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$now.properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl = $newKey.Id
$body = @{ properties = @{ encryption = $now.properties.encryption } } | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`,
        },
        sources: ['online-experimentation-specification', 'online-experimentation-models'],
        lookAt: 'The version in KeyUnwrap, in the audit log of the vault.',
      },
    ],
    changeKeyStore: [
      {
        kind: 'fix',
        title: 'Another vault',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `${contributor}; somebody who grants on the new vault`,
        text: 'Grant on the new vault first. Set VAULT and KEY to the new ones; put a version behind the address if you want to decide yourself when it changes. Keep the old vault and key.',
        undo: 'The same call with the old vault and key.',
        commands: sendKey(inVault),
        sources: ['online-experimentation-specification'],
        lookAt: 'The audit logs of both vaults.',
      },
      { ...attach, title: 'Another identity: attach it, and keep the others' },
      toUserAssigned(assignRole),
      nameForKey,
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save the settings, the metrics and the roles',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace, and Online Experimentation Data Reader for the metrics',
        text: 'Whether the metrics answer while the workspace is Failed is not documented: look into the file.',
        commands: {
          az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} > workspace.json
ENDPOINT=$(az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.endpoint --output tsv)
az rest --method get --resource https://exp.azure.net --url "$ENDPOINT/experiment-metrics?api-version=${metrics.apiVersion}" > metrics.json
IDENTITY=$(az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query identity.principalId --output tsv)
[ -z "$IDENTITY" ] || az role assignment list --all --assignee "$IDENTITY" > identity-roles.json`,
        },
        sources: ['online-experimentation-data-plane', 'online-experimentation-models'],
        lookAt: 'The files themselves: each must hold what you expect.',
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group',
        text: 'From the saved settings, under another name, with the same App Configuration store, Log Analytics workspace and storage account. Give the new identity the roles of the saved list, then the key, then the metrics. Whether two workspaces may share a store is not documented.',
        undo: 'Delete the new workspace.',
        sources: ['online-experimentation-models', 'online-experimentation-template-reference'],
        lookAt: 'The answer to the create.',
      },
      {
        kind: 'destroy',
        title: 'Delete the old workspace',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: 'The workspace with its endpoint, its metrics and its analyses. The specification has no soft delete.',
        text: 'After a support request, and after the saved files are checked.',
        undo: 'None.',
        commands: {
          az: `az rest --method delete --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}"`,
          PowerShell: `Invoke-AzRestMethod -Method DELETE -Path "\${resourceId}?api-version=${apiVersion}"`,
          REST: `DELETE https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
        },
        sources: ['online-experimentation-specification'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'No commands of its own were found: az resource show and az rest.',
      lookAt: 'az extension list-available.',
      sources: ['online-experimentation-specification'],
    },
    {
      tool: 'PowerShell',
      text: 'No cmdlets of its own were found: Invoke-AzRestMethod.',
      lookAt: 'Find-Module with the name Az.OnlineExperimentation.',
      sources: ['online-experimentation-specification'],
    },
    {
      tool: 'REST',
      text: 'PATCH takes identity, sku, tags, and under properties encryption, logAnalyticsWorkspaceResourceId, logsExporterStorageAccountResourceId and publicNetworkAccess. It answers 200, or 202 with Azure-AsyncOperation.',
      sources: ['online-experimentation-specification', 'online-experimentation-example'],
    },
    { tool: 'Portal', text: 'Not documented.', lookAt: 'Use REST.' },
    { tool: 'Terraform', text: 'Not documented.', lookAt: 'The azapi provider, which sends what REST takes.' },
  ],
  quirks: [
    {
      what: 'It is easily mistaken for the Split Experimentation Workspace of App Configuration, which has another resource type and another provider.',
      workaround: 'Look at the type in the resource id.',
      sources: ['online-experimentation-split'],
    },
  ],
};
