import { addAccessPolicy, assignRole, toNewIdentity, toUserAssignedIdentity } from '../causes/grants.ts';
import { plan as keyDisabled } from '../causes/key-disabled.ts';
import { plan as keyNotFound } from '../causes/key-not-found.ts';
import { admitInPerimeter, letTrustedServicesPass } from '../causes/vault-network-blocked.ts';
import { plan as vaultNotFound } from '../causes/vault-not-found.ts';
import { apiVersions, permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import {
  addFederatedCredential,
  application,
  applicationRequest,
  createPrincipal,
  inTurn,
  managerRequest,
  roleAssignment,
  vaultPath,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import type { Caller, ServiceFacts, ServicePlan } from './facts.ts';

const apiVersion = '2026-04-01';
const type = 'Microsoft.Storage/storageAccounts';
const scopeType = 'Microsoft.Storage/storageAccounts/encryptionScopes';
const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const vaultRole = roles['crypto-service-encryption-user'];
const vaultUri = 'https://$VAULT.vault.azure.net';
const powershellVaultUri = 'https://$vault.vault.azure.net';
const url = `https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`;
/** How long the old version stays in use at most after a new one was made, in hours. Source: storage-cmk-existing. */
const detectionHours = 24;
/** How long a deleted account can be recovered, in days. Source: storage-recover. */
const recoveryDays = 14;

/** What a PUT or a template must carry over so that nothing resets: every property that can be written. */
const writable = [
  ...['accessTier', 'allowBlobPublicAccess', 'allowCrossTenantReplication', 'allowSharedKeyAccess'],
  ...['allowSharedKeyAccessForServices', 'allowedCopyScope', 'azureFilesIdentityBasedAuthentication', 'customDomain'],
  ...['dataCollaborationPolicyProperties', 'defaultToOAuthAuthentication', 'dnsEndpointType'],
  ...['dualStackEndpointPreference', 'enableExtendedGroups', 'encryption', 'geoPriorityReplicationStatus'],
  ...['immutableStorageWithVersioning', 'isHnsEnabled', 'isLocalUserEnabled', 'isNfsV3Enabled', 'isSftpEnabled'],
  ...['keyPolicy', 'largeFileSharesState', 'minimumTlsVersion', 'networkAcls', 'publicNetworkAccess'],
  ...['routingPreference', 'sasPolicy', 'supportsHttpsTrafficOnly'],
] as const;

const show = `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion}`;
const update = 'az storage account update --name "$ACCOUNT" --resource-group "$RESOURCE_GROUP"';
const setAccount = 'Set-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account';
const getAccount = '$storage = Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account';
const contributor = 'Microsoft.Storage/storageAccounts/write, for example Storage Account Contributor';
const useIdentity = 'Managed Identity Operator on the identity';

const showState = {
  az: `${show} \\
  --query "{state:properties.provisioningState, identity:identity, encryption:properties.encryption}"`,
  PowerShell: `${getAccount}
$storage.ProvisioningState
$storage.Encryption.KeySource
$storage.Encryption.KeyVaultProperties
$storage.Encryption.EncryptionIdentity
$storage.Identity | Format-List`,
  REST: `GET ${url}`,
};

/** Sets the key and follows new versions; the identity stays as it is. */
const setKey = {
  az: `${update} \\
  --encryption-key-source Microsoft.Keyvault --encryption-key-vault "${vaultUri}" \\
  --encryption-key-name "$KEY" --encryption-key-version ""`,
  PowerShell: `${setAccount} -KeyvaultEncryption -KeyVaultUri "${powershellVaultUri}" -KeyName $key -KeyVersion ''`,
  REST: `PATCH ${url}
Content-Type: application/json

{"properties": {"encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {"keyvaulturi": "${vaultUri}", "keyname": "$KEY", "keyversion": ""}}}}`,
};

/** Sets the key together with the user-assigned identity that reads it. */
const setKeyAndIdentity = {
  az: `${update} \\
  --identity-type UserAssigned --user-identity-id "$IDENTITY_ID" --key-vault-user-identity-id "$IDENTITY_ID" \\
  --encryption-key-source Microsoft.Keyvault --encryption-key-vault "${vaultUri}" \\
  --encryption-key-name "$KEY" --encryption-key-version ""`,
  PowerShell: `${setAccount} -IdentityType UserAssigned -UserAssignedIdentityId $identityId -KeyVaultUserAssignedIdentityId $identityId -KeyvaultEncryption -KeyVaultUri "${powershellVaultUri}" -KeyName $key -KeyVersion ''`,
  REST: `PATCH ${url}
Content-Type: application/json

{"identity": {"type": "UserAssigned", "userAssignedIdentities": {"$IDENTITY_ID": {}}}, "properties": {"encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {"keyvaulturi": "${vaultUri}", "keyname": "$KEY", "keyversion": ""}, "identity": {"userAssignedIdentity": "$IDENTITY_ID"}}}}`,
};

/** The same for a vault in another tenant, through a multi-tenant application. */
const setKeyAcrossTenants = {
  az: `${setKeyAndIdentity.az} \\
  --key-vault-federated-client-id "$APPLICATION_ID"`,
  PowerShell: `${setKeyAndIdentity.PowerShell} -KeyVaultFederatedClientId $applicationId`,
  REST: `PATCH ${url}
Content-Type: application/json

{"identity": {"type": "UserAssigned", "userAssignedIdentities": {"$IDENTITY_ID": {}}}, "properties": {"encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {"keyvaulturi": "${vaultUri}", "keyname": "$KEY", "keyversion": ""}, "identity": {"userAssignedIdentity": "$IDENTITY_ID", "federatedIdentityClientId": "$APPLICATION_ID"}}}}`,
};

const bothIdentities =
  'If something else uses the system-assigned identity, write SystemAssigned,UserAssigned (PowerShell: SystemAssignedUserAssigned) so that it stays.';

const showKeyInForce: Step = {
  kind: 'confirm',
  title: 'See which key is in force',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the storage account',
  text: 'currentVersionedKeyIdentifier is the key, and the version, that the account needs now. To change the key it must unwrap with this one first. Recover or enable this one, not only the new one.',
  commands: {
    az: `${show} --query properties.encryption.keyvaultproperties`,
    PowerShell:
      '(Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account).Encryption.KeyVaultProperties | Format-List',
    REST: `GET ${url}`,
  },
  sources: ['storage-old-key-thread', 'storage-cmk', 'storage-powershell'],
};

const confirmIdentity: Step = {
  kind: 'confirm',
  title: 'Confirm which identity is to read the key',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the storage account',
  text: 'reads is the user-assigned identity for the key; empty means the system-assigned one. It must be among the identities of the account.',
  commands: {
    az: `${show} \\
  --query "{reads:properties.encryption.identity, identity:identity}"`,
    PowerShell: `${getAccount}
$storage.Encryption.EncryptionIdentity
$storage.Identity | Format-List`,
    REST: `GET ${url}`,
  },
  sources: ['storage-identity-thread', 'storage-powershell'],
};

const sendBoth: Step = {
  kind: 'retry',
  title: 'Name identity and key in one update',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: `${contributor}; ${useIdentity}`,
  text: `The identity must have its grant on the vault first. ${bothIdentities}`,
  takes: 'seconds to minutes',
  undo: 'The same update with the previous identity and key.',
  commands: setKeyAndIdentity,
  sources: ['storage-cli', 'storage-powershell', 'storage-identity-thread'],
};

/** The way with the system-assigned identity: enable it, grant it, and only then set the key. */
const useSystemAssigned: readonly Step[] = [
  {
    kind: 'fix',
    title: 'Or with the system-assigned identity: enable it first',
    risk: 'changes-workspace',
    who: 'workspace-owner',
    needs: contributor,
    text: 'Only if no user-assigned identity is to read the key. If the account has one, write SystemAssigned,UserAssigned (PowerShell: SystemAssignedUserAssigned) and its id, so that it stays. An identity that was switched off comes back with a new object id.',
    undo: 'The same update with --identity-type None, while no key is read by it.',
    commands: {
      az: `${update} --identity-type SystemAssigned`,
      PowerShell: `${setAccount} -AssignIdentity`,
      REST: managerRequest('PATCH', '$RESOURCE_ID', apiVersion, '{"identity": {"type": "SystemAssigned"}}'),
    },
    sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
  },
  {
    ...toNewIdentity(assignRole),
    title: 'Then grant it',
    text: 'The object id is read from the account. On a vault with access policies, give get, wrapKey and unwrapKey on keys to it instead. Wait before the next step.',
  },
  {
    kind: 'retry',
    title: 'Then set the key',
    risk: 'changes-workspace',
    who: 'workspace-owner',
    needs: contributor,
    text: 'The empty version means: follow the newest.',
    takes: 'seconds to minutes',
    undo: 'The same update with the previous key, while both keys can be reached.',
    commands: setKey,
    sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
  },
];

const grantUserAssigned: readonly Step[] = [
  toUserAssignedIdentity(assignRole),
  toUserAssignedIdentity(addAccessPolicy),
];

/** The application through which an identity reads a key in another tenant. */
const makeApplication: Step = {
  kind: 'fix',
  title: 'For another tenant: make a multi-tenant application',
  risk: 'changes-access',
  who: 'directory-administrator',
  needs: 'The right to register applications there, for example Application Developer',
  text: 'In the tenant of the storage account. It prints the application id: write it as APPLICATION_ID from here on. Skip this if you have such an application.',
  undo: 'az ad app delete with the same application id, while no account uses it.',
  commands: {
    az: 'az ad app create --display-name storage-cmk --sign-in-audience AzureADMultipleOrgs --query appId --output tsv',
    PowerShell: '(New-AzADApplication -DisplayName storage-cmk -SignInAudience AzureADMultipleOrgs).AppId',
  },
  sources: ['storage-cmk-cross-tenant'],
};

const addCredential: Step = {
  kind: 'fix',
  title: 'Add the credential that is missing',
  risk: 'changes-access',
  who: 'directory-administrator',
  needs: 'Owner of the application, or Application Administrator',
  text: 'TENANT is the tenant of the identity, PRINCIPAL_ID its object id. An application takes at most 20 credentials.',
  undo: 'az ad app federated-credential delete with the same name.',
  commands: {
    az: `az ad app federated-credential create --id "$APPLICATION_ID" \\
  --parameters "{\\"name\\": \\"storage-cmk\\", \\"issuer\\": \\"https://login.microsoftonline.com/$TENANT/v2.0\\", \\"subject\\": \\"$PRINCIPAL_ID\\", \\"audiences\\": [\\"api://AzureADTokenExchange\\"]}"`,
    PowerShell: `$application = Get-AzADApplication -ApplicationId $applicationId
New-AzADAppFederatedCredential -ApplicationObjectId $application.Id -Name storage-cmk -Issuer "https://login.microsoftonline.com/$tenant/v2.0" -Subject $principalId -Audience api://AzureADTokenExchange`,
    REST: addFederatedCredential('storage-cmk'),
  },
  sources: ['storage-cmk-cross-tenant'],
};

const installApplication: Step = {
  kind: 'fix',
  title: 'Install the application in the tenant of the vault, and grant it there',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: `Application Administrator in that tenant; Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`,
  text: 'Log in to the tenant of the vault. The first command is not needed if the application is installed. Its service principal has an object id of its own there: that one gets the role.',
  takes: `up to ${rolePropagationMinutes} minutes`,
  undo: 'az role assignment delete with the same object id, role and scope.',
  commands: {
    az: `az ad sp create --id "$APPLICATION_ID"
OBJECT_ID=$(az ad sp show --id "$APPLICATION_ID" --query id --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$OBJECT_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"`,
    PowerShell: `New-AzADServicePrincipal -ApplicationId $applicationId
$principal = Get-AzADServicePrincipal -ApplicationId $applicationId
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principal.Id -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
    REST: inTurn(
      createPrincipal('$APPLICATION_ID'),
      applicationRequest('$APPLICATION_ID'),
      managerRequest(
        'PUT',
        `/subscriptions/{subscription of the vault}/resourceGroups/$VAULT_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$VAULT/providers/Microsoft.Authorization/roleAssignments/{new GUID}`,
        apiVersions['Microsoft.Authorization/roleAssignments'],
        `{"properties": {"roleDefinitionId": "/subscriptions/{subscription of the vault}/providers/Microsoft.Authorization/roleDefinitions/${vaultRole.guid}", "principalId": "{the id of the answer}", "principalType": "ServicePrincipal"}}`,
      ),
    ),
  },
  sources: ['storage-cmk-cross-tenant'],
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the storage account',
    text: 'A refused update does not make a storage account Failed. keySource tells whether your key is in force, currentVersionedKeyIdentifier which version, encryption.identity who reads it. Keep the output.',
    commands: showState,
    sources: ['bicep-types', 'storage-powershell'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the principal that must be granted',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the storage account',
      text: 'If reads names a user-assigned identity, take the principalId beside its id. If reads is empty, take the system-assigned one. With federatedIdentityClientId set, it is the service principal of that application in the tenant of the vault.',
      commands: {
        az: `${show} \\
  --query "{reads:properties.encryption.identity, systemAssigned:identity.principalId, userAssigned:identity.userAssignedIdentities}"`,
        PowerShell: `${getAccount}
$storage.Encryption.EncryptionIdentity
$storage.Identity.PrincipalId
$storage.Identity.UserAssignedIdentities`,
        REST: `GET ${url}`,
      },
      sources: ['storage-cmk-existing', 'storage-cmk-cross-tenant', 'storage-powershell'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the update again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: contributor,
      text: 'Was the key never changed, and only the data answered 403? Then skip this: no update is needed. It changes the key and nothing else; the identity stays. The empty version means: follow the newest. To pin a version, write it there. If the account has no key yet and a user-assigned identity is to read it, name both in one update, as under “Turn CMK on” on the page of Azure Storage.',
      takes: 'seconds to minutes',
      undo: 'The same update with the previous key, while both keys can be reached.',
      commands: setKey,
      sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs:
        'Reader on the storage account, and Storage Blob Data Reader for the blob; with PowerShell the right to list its keys',
      text: 'Expect keySource Microsoft.Keyvault and the version that you meant in currentVersionedKeyIdentifier. A read of a blob, the last command, must not answer 403 with a code that begins with KeyVault.',
      commands: {
        az: `${show} --query properties.encryption
CONTAINER=$(az storage container list --account-name "$ACCOUNT" --auth-mode login --query "[0].name" --output tsv)
az storage blob list --account-name "$ACCOUNT" --container-name "$CONTAINER" --auth-mode login --include m --num-results 1`,
        PowerShell: `${getAccount}
$storage.Encryption.KeyVaultProperties | Format-List
$container = Get-AzStorageContainer -Context $storage.Context | Select-Object -First 1
Get-AzStorageBlob -Container $container.Name -Context $storage.Context -MaxCount 1`,
        REST: `GET ${url}`,
      },
      sources: ['storage-cmk', 'storage-error-codes'],
    },
  ],
  instead: {
    'key-not-found': { confirm: [showKeyInForce, ...keyNotFound.confirm] },
    'key-disabled': { confirm: [showKeyInForce, ...keyDisabled.confirm] },
    'vault-not-found': { confirm: [showKeyInForce, ...vaultNotFound.confirm] },
    'vault-network-blocked': { fix: [letTrustedServicesPass, ...admitInPerimeter] },
    'location-or-subscription-mismatch': {
      fix: [
        {
          kind: 'fix',
          title: 'Look for another cause',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'A storage account takes a vault in any region and any subscription. Another tenant needs the cross-tenant set-up. If the message is about a workspace that keeps its data in this account, say so: its own rules count then.',
          sources: ['storage-cmk', 'storage-cmk-cross-tenant'],
        },
      ],
    },
    'identity-not-assigned': {
      confirm: [confirmIdentity],
      fix: [...grantUserAssigned, sendBoth, ...useSystemAssigned],
    },
    'prerequisite-missing': {
      confirm: [confirmIdentity],
      fix: [...grantUserAssigned, sendBoth, ...useSystemAssigned],
    },
    'encryption-settings-invalid': { confirm: [confirmIdentity], fix: [...grantUserAssigned, sendBoth] },
    'identity-token-failure': {
      confirm: [confirmIdentity],
      fix: [
        ...grantUserAssigned,
        {
          kind: 'fix',
          title: 'Attach the identity again, or name another one',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: `${contributor}; ${useIdentity}`,
          text: `A detached identity: attach it again. A deleted one: make a new identity, grant it on the key in force as above, and name it here. That data then comes back is expected and not confirmed; ask support if it is refused. ${bothIdentities}`,
          undo: 'The same update with the previous identity.',
          lookAt: 'The last command of Verify.',
          commands: {
            az: `${update} \\
  --identity-type UserAssigned --user-identity-id "$IDENTITY_ID" --key-vault-user-identity-id "$IDENTITY_ID"`,
            PowerShell: `${setAccount} -IdentityType UserAssigned -UserAssignedIdentityId $identityId -KeyVaultUserAssignedIdentityId $identityId`,
            REST: `GET ${url}

PATCH ${url}
Content-Type: application/json

{"identity": {"type": "UserAssigned", "userAssignedIdentities": {"$IDENTITY_ID": {}}}, "properties": {"encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {keyvaulturi, keyname and keyversion of the answer}, "identity": {all encryption.identity of the answer, with "userAssignedIdentity": "$IDENTITY_ID"}}}}`,
          },
          sources: ['storage-powershell', 'storage-cli', 'managed-identity-issues'],
        },
        ...useSystemAssigned,
      ],
    },
    'cross-tenant-misconfigured': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm the federated credential',
          risk: 'safe',
          who: 'directory-administrator',
          needs: 'Reader of applications in the tenant of the storage account',
          text: 'Log in to the tenant of the storage account. The subject must be the object id of the user-assigned identity, the issuer the address of its tenant, the audience api://AzureADTokenExchange. The application must be multi-tenant.',
          commands: {
            az: `az ad app federated-credential list --id "$APPLICATION_ID"
az ad app show --id "$APPLICATION_ID" --query signInAudience`,
            PowerShell: `$application = Get-AzADApplication -ApplicationId $applicationId
Get-AzADAppFederatedCredential -ApplicationObjectId $application.Id | Format-List Issuer, Subject, Audience
$application.SignInAudience`,
            REST: `GET ${application}/federatedIdentityCredentials

GET ${application}?$select=signInAudience`,
          },
          sources: ['storage-cmk-cross-tenant'],
        },
      ],
      fix: [
        addCredential,
        installApplication,
        {
          kind: 'retry',
          title: 'Name identity, application and key in one update',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: `${contributor}; ${useIdentity}`,
          text: `Log in to the tenant of the storage account again. VAULT and KEY are those of the other tenant. Azure CLI 2.42.0 or Az.Storage 5.1.0, or later. ${bothIdentities}`,
          takes: 'seconds to minutes',
          undo: 'The update with the previous vault and key.',
          commands: setKeyAcrossTenants,
          sources: ['storage-cmk-cross-tenant', 'storage-powershell'],
        },
      ],
    },
  },
};

const grants: Caller['grants'] = {
  'azure-rbac': { role: 'crypto-service-encryption-user', sources: ['storage-cmk', 'storage-cmk-existing'] },
  'access-policy': { keyPermissions, sources: ['storage-cmk', 'storage-powershell'] },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: "In the local RBAC of the HSM, preferably at the key (/keys/ and its name). Microsoft's guide still uses the older name without “User”.",
      sources: ['storage-cmk-hsm', 'managed-hsm-roles'],
    },
    sources: ['storage-cmk-hsm', 'managed-hsm-roles'],
  },
};

const grantIdentity: Step = {
  kind: 'fix',
  title: 'Grant the identity on the vault',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`,
  text: 'Before the key is set, always. PRINCIPAL_ID is the object id of the identity that will read the key. On a vault with access policies, give get, wrapKey and unwrapKey on keys to it instead.',
  takes: `up to ${rolePropagationMinutes} minutes`,
  undo: 'az role assignment delete with the same object id, role and scope.',
  commands: {
    az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"`,
    PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
    REST: roleAssignment(vaultPath, vaultRole.guid, 'ServicePrincipal'),
  },
  sources: ['storage-cmk-existing', 'key-vault-rbac-guide', 'rbac-troubleshooting'],
};

export const facts: ServiceFacts = {
  id: 'storage',
  mustKnow: [
    {
      text: 'A storage account does not become Failed: its provisioningState knows only Creating, ResolvingDNS and Succeeded. A refused update shows as an error of the call alone.',
      sources: ['bicep-types'],
    },
    {
      text: 'That the old encryption settings stay in force after a refused update is expected and not confirmed.',
      lookAt: 'keyvaultproperties.currentVersionedKeyIdentifier before and after.',
      sources: ['bicep-types'],
    },
    {
      text: 'To change the key, the account must unwrap with the old key first. Keep the old key, its version and its vault until the change is verified. Without them neither the data nor the key setting can be changed.',
      sources: ['storage-old-key-thread'],
    },
    {
      text: 'Change only encryption and identity, with a PATCH or with az storage account update. A smaller change cannot reset the other settings.',
      sources: ['arm-json-schemas', 'storage-cli-source'],
    },
    {
      text: `Without a version in the setting, the account follows the newest one, with one check a day. Wait ${detectionHours} hours before you disable the old version. With a version, it stays there until you update the account.`,
      sources: ['storage-cmk-existing', 'storage-cmk'],
    },
    {
      text: 'A new account takes a user-assigned identity only. An existing one takes either kind, and at most one user-assigned identity for the key.',
      sources: ['storage-cmk-existing', 'storage-cmk-new', 'storage-cmk'],
    },
    {
      text: 'A workspace that keeps its data in this account (Databricks DBFS root, Machine Learning, a Synapse lake) shows the 403 of this account as a failure of its own.',
      sources: ['storage-cmk', 'storage-error-codes'],
    },
  ],
  resources: [
    {
      type,
      apiVersion,
      part: 'The storage account. No preview is needed for keys.',
      sources: ['arm-json-schemas', 'bicep-types'],
    },
    {
      type: scopeType,
      apiVersion,
      part: 'An encryption scope: a part of the blobs, with a key of its own.',
      sources: ['arm-json-schemas', 'bicep-types'],
    },
  ],
  features: [
    {
      id: 'account',
      name: 'Account encryption',
      protects: {
        text: 'Blobs and files always. Queues and tables only if the account was created with account-scoped keys for them (keyType Account); that cannot be changed later.',
        sources: ['storage-cmk', 'storage-queues-tables'],
      },
    },
    {
      id: 'encryption-scope',
      name: 'Encryption scope',
      protects: {
        text: 'The blobs and containers that name the scope, with its own key instead of that of the account.',
        sources: ['storage-cmk', 'arm-json-schemas'],
      },
    },
  ],
  keyProperties: [
    {
      type,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning: 'Creating, ResolvingDNS or Succeeded. There is no Failed.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'identity.type',
      meaning: 'None, SystemAssigned, UserAssigned or SystemAssigned,UserAssigned; required inside identity.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'identity.userAssignedIdentities',
      meaning: 'Map of resource ids to empty objects. Storage permits one entry.',
      sources: ['bicep-types', 'storage-cmk'],
    },
    {
      type,
      path: 'properties.encryption.keySource',
      meaning: 'Microsoft.Storage or Microsoft.Keyvault, with a small v; matched without regard to case.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.keyvaulturi',
      meaning: 'Address of the vault or HSM alone. All these names are lower case in ARM; the tools rename them.',
      sources: ['bicep-types', 'storage-cmk-hsm'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.keyname',
      meaning: 'Name of the key.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.keyversion',
      meaning:
        'Absent or empty: follow the newest version. To go from a pinned version to automatic, send an empty string; leaving it out keeps the pin.',
      sources: ['bicep-types', 'storage-cmk-existing'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier',
      readOnly: true,
      meaning: 'The version that is in use. The best evidence of all.',
      sources: ['bicep-types', 'storage-powershell'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.lastKeyRotationTimestamp',
      readOnly: true,
      meaning: 'When the account last moved to another version.',
      sources: ['bicep-types', 'storage-cmk'],
    },
    {
      type,
      path: 'properties.encryption.keyvaultproperties.currentVersionedKeyExpirationTimestamp',
      readOnly: true,
      meaning: 'When that version expires.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'properties.encryption.identity.userAssignedIdentity',
      meaning: 'Resource id of the identity that reads the key. Absent or empty: the system-assigned one does.',
      sources: ['bicep-types', 'storage-powershell'],
    },
    {
      type,
      path: 'properties.encryption.identity.federatedIdentityClientId',
      meaning: 'Application id of the multi-tenant application, for a vault in another tenant only.',
      sources: ['bicep-types', 'storage-cmk-cross-tenant'],
    },
    {
      type,
      path: 'properties.encryption.requireInfrastructureEncryption',
      meaning:
        'A second layer with a key of Microsoft, on general-purpose v2 and premium block blob accounts. At creation of the account or of a scope only. Microsoft advises it only where a rule demands it.',
      sources: ['bicep-types', 'storage-infrastructure-encryption'],
    },
    {
      type,
      path: 'properties.encryption.services.blob.enabled',
      meaning: 'In fact always on, as for file.',
      sources: ['bicep-types'],
    },
    {
      type,
      path: 'properties.encryption.services.queue.keyType',
      meaning: 'Service or Account, as for table. Only Account is covered by your key. At creation only.',
      sources: ['bicep-types', 'storage-queues-tables'],
    },
    {
      type: scopeType,
      path: 'properties.source',
      meaning: 'Microsoft.KeyVault, with a capital V here.',
      sources: ['arm-json-schemas'],
    },
    {
      type: scopeType,
      path: 'properties.keyVaultProperties.keyUri',
      meaning: 'The whole identifier of the key, with or without a version.',
      sources: ['arm-json-schemas', 'storage-cli'],
    },
    {
      type: scopeType,
      path: 'properties.state',
      meaning: 'Enabled or Disabled.',
      sources: ['arm-json-schemas', 'storage-cli'],
    },
  ],
  callers: [
    {
      name: 'One user-assigned identity',
      kind: 'user-assigned',
      objectId: 'principalId of the identity in properties.encryption.identity.userAssignedIdentity',
      grantWhen: {
        text: 'Before the account is created with a key, or before the key is set.',
        sources: ['storage-cmk-new', 'storage-cmk-existing'],
      },
      grants,
    },
    {
      name: "The account's system-assigned identity",
      kind: 'system-assigned',
      objectId: 'identity.principalId of the storage account',
      grantWhen: {
        text: 'Enable it in an earlier step of its own, grant it, then set the key. It cannot exist before the account, so a new account cannot use it.',
        sources: ['storage-cmk-existing'],
      },
      grants,
    },
    {
      name: 'A multi-tenant application, for a vault in another tenant',
      kind: 'user-assigned',
      objectId: "Object id of the application's service principal in the tenant of the vault",
      grantWhen: {
        text: 'Before the key is set. The user-assigned identity is a federated credential of the application; the service principal in the other tenant gets the role.',
        sources: ['storage-cmk-cross-tenant', 'storage-cmk-cross-tenant-new'],
      },
      grants,
    },
  ],
  requirements: [
    { id: 'tier', text: 'None for blobs and files.', sources: ['storage-cmk'] },
    {
      id: 'tier',
      text: 'For queues and tables, a general-purpose v2 account, created for it. Table storage is then billed at another rate.',
      sources: ['storage-queues-tables'],
    },
    { id: 'key-type', text: 'RSA or RSA-HSM of 2048, 3072 or 4096 bits.', sources: ['storage-cmk'] },
    {
      id: 'key-identifier',
      feature: 'account',
      text: 'Address of the vault, name and version apart. Without a version the account follows the newest one.',
      sources: ['storage-cmk-existing', 'bicep-types'],
    },
    {
      id: 'key-identifier',
      feature: 'encryption-scope',
      text: 'One identifier, keyUri.',
      sources: ['arm-json-schemas', 'storage-cli'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: 'Both, checked when the key is set.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
    { id: 'permission-model', text: 'Azure RBAC or access policies.', sources: ['storage-cmk', 'storage-powershell'] },
    {
      id: 'tenant',
      text: 'Any, with a multi-tenant application and a federated credential for another one.',
      sources: ['storage-cmk', 'storage-cmk-cross-tenant'],
    },
    {
      id: 'region',
      text: 'Any. Pages from before 2022 that ask for the same region are out of date.',
      sources: ['storage-cmk'],
    },
    { id: 'subscription', text: 'Any.', sources: ['storage-cmk'] },
    {
      id: 'network',
      text: 'Azure Storage is a trusted service: keep “Allow trusted Microsoft services” on, also when public access is disabled.',
      sources: ['key-vault-trusted-services', 'key-vault-network'],
    },
    {
      id: 'network',
      text: 'A vault in a network security perimeter in Enforced mode blocks trusted services too, unless an access rule admits them.',
      sources: ['key-vault-network'],
    },
    {
      id: 'network',
      text: 'An account inside a network security perimeter needs a vault that can be reached from that perimeter.',
      sources: ['storage-perimeter'],
    },
    {
      id: 'user-assigned-identity',
      text: 'Yes, one. It is the only kind for a new account, and the kind with which Microsoft documents a vault in another tenant.',
      sources: ['storage-cmk', 'storage-cmk-existing', 'storage-cmk-cross-tenant'],
    },
    {
      id: 'auto-rotation',
      text: 'Storage never makes versions; Key Vault can. Without a pinned version, the account finds a new one within a day.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
    {
      id: 'managed-hsm',
      text: 'Yes: RSA-HSM keys, with the address of the HSM as the vault address.',
      sources: ['storage-cmk-hsm'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      feature: 'account',
      possible: 'yes',
      text: 'At any time, without downtime. For queues and tables only if the account was created for it.',
      sources: ['storage-cmk', 'storage-queues-tables'],
    },
    {
      id: 'turn-on',
      feature: 'encryption-scope',
      possible: 'yes',
      text: 'az storage account encryption-scope update with --key-source Microsoft.KeyVault and --key-uri.',
      sources: ['storage-cli'],
    },
    {
      id: 'new-version',
      possible: 'yes',
      text: 'By itself within a day when no version is pinned, else by an update. Data is not encrypted again.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'An update with the new name, while the old key can still be reached.',
      sources: ['storage-cmk-existing', 'storage-old-key-thread'],
    },
    {
      id: 'new-key-store',
      possible: 'yes',
      text: 'An update with the new address and name, while the old key can still be reached. If the identity changes too: two updates.',
      sources: ['storage-cmk-existing', 'storage-old-key-thread', 'storage-powershell'],
    },
    {
      id: 'change-identity',
      possible: 'yes',
      text: 'The new identity needs access to the current key first.',
      sources: ['storage-powershell'],
    },
    {
      id: 'turn-off',
      possible: 'yes',
      text: 'keySource Microsoft.Storage, at any time.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
  ],
  trusted: {
    listed: true,
    text: 'Azure Storage is on the list of trusted services of Key Vault.',
    sources: ['key-vault-trusted-services'],
  },
  failed: {
    blocks: [
      {
        text: 'Nothing is Failed. provisioningState stays Succeeded, also while the key cannot be reached; look at the data instead.',
        sources: ['bicep-types'],
      },
    ],
    dataPlane: [
      {
        text: 'When the key cannot be reached, reading, writing and metadata of blobs and files answer 403 for every caller, the owner and the account key included.',
        sources: ['storage-cmk'],
      },
      {
        text: 'Blobs, 403: Get Blob, its properties and metadata, Set Blob Metadata and Tier, List Blobs with include=metadata, Snapshot Blob with metadata, Copy Blob (also From URL, also incremental), Put Blob, Put Block and Append Block (also From URL), Put Page (also From URL).',
        sources: ['storage-cmk'],
      },
      {
        text: 'Files, 403: create and read permissions, files and their properties and metadata, directories and theirs, list directories and files, Put Range (also From URL), copy and rename.',
        sources: ['storage-cmk'],
      },
      {
        text: 'Operations that are not on that list may go on, such as managing the account and listing containers. Which ones work in practice, deleting among them, is not confirmed.',
        lookAt: 'A test on data that you do not need.',
        sources: ['storage-cmk'],
      },
      {
        text: 'What brings the data back: enable the version named by currentVersionedKeyIdentifier; recover the key; recover the vault and make its role assignments again (access policies come back with it); grant again after a tidy-up or a switch of the permission model; open the network for trusted services.',
        sources: ['storage-cmk', 'key-vault-recovery', 'key-vault-soft-delete'],
      },
      {
        text: 'A system-assigned identity that was removed: enable it again. It has a new object id, so grant that one, then set the key again. That the data then comes back is expected and not confirmed.',
        lookAt: 'The last command of Verify.',
        sources: ['managed-identity-issues', 'storage-cmk-existing'],
      },
      {
        text: 'A user-assigned identity that was deleted: make a new one, grant it on the current key and name it in one update. That this works is expected and not confirmed.',
        lookAt: 'A support request if the update is refused.',
        sources: ['managed-identity-issues'],
      },
      {
        text: 'A subscription that moved to another tenant: set the tenant of the vault, then new identities and new grants. If the vault stayed behind, use the cross-tenant set-up or move back. It can be beyond recovery.',
        sources: ['transfer-subscription', 'key-vault-move-tenant'],
      },
      {
        text: 'A key or vault that was purged: a backup of the key can be restored into a vault of the same subscription and geography. Name and version must be the same, so the vault needs the same name. That the account accepts it is not confirmed; without a backup the data is gone.',
        lookAt: 'Whether somebody has a key backup, before anything else is done with that vault name.',
        sources: ['key-vault-backup'],
      },
      {
        text: 'How long it takes until a revoked or a restored key shows is not documented.',
        lookAt: "Successful KeyUnwrap calls of the account's identity in the vault's audit log.",
      },
    ],
    retry: {
      text: 'Yes. The same update can be sent again and again.',
      sources: ['storage-cmk-existing', 'bicep-types'],
    },
    support: [
      {
        text: 'Ask support when the audit log shows successful KeyWrap and KeyUnwrap and the update is still refused, when an update with a new identity is refused because the old one was deleted, or when the account itself was deleted and is not on the list of accounts to restore. Send the account id, the time in UTC, and x-ms-request-id.',
        sources: ['storage-recover'],
      },
    ],
  },
  keyUnreachable: [
    {
      after: 'time not documented',
      text: 'The listed operations answer 403. Disabling the key is also the documented way to cut access on purpose, and enabling it gives the access back. Do not delete a key for a test.',
      sources: ['storage-cmk', 'storage-cmk-existing'],
    },
    {
      after: 'when the key expires',
      text: 'Reading and writing go on, because unwrap is still allowed. Setting this key on another account fails.',
      sources: ['storage-expired-thread', 'key-vault-keys'],
    },
    {
      after: 'when the old version is disabled before the daily check',
      text: `Access breaks. Enable the old version, name the new one in an update, then go back to the empty version. Wait ${detectionHours} hours next time.`,
      sources: ['storage-rotation-thread', 'storage-cmk-existing'],
    },
    {
      after: 'for good, once a key is purged',
      text: 'The data is gone unless a key backup can be restored.',
      sources: ['key-vault-recovery', 'key-vault-backup'],
    },
  ],
  loss: {
    lost: [
      {
        text: 'Every blob, file, queue and table of the account, its snapshots and versions, and its access keys and signatures.',
        sources: ['storage-recover'],
      },
      {
        text: 'The system-assigned identity. A new account has another principalId.',
        sources: ['managed-identity-issues'],
      },
      {
        text: 'Settings that exist at creation only: account-scoped keys for queues and tables, infrastructure encryption, version-level immutability, NFS 3.0.',
        sources: ['storage-queues-tables', 'storage-infrastructure-encryption', 'storage-nfs-limits', 'bicep-types'],
      },
    ],
    survives: [
      {
        text: 'The vault and its keys, user-assigned identities, and copies in other accounts.',
        sources: ['storage-recover'],
      },
    ],
    softDelete: {
      text: `A deleted account can sometimes be recovered within ${recoveryDays} days: in the portal, if no other account took the name, if the resource group exists (make it again if it was deleted), and if a deleted vault was recovered first. It is best effort and not guaranteed.`,
      sources: ['storage-recover'],
    },
    name: {
      text: 'A new account of the same name makes recovery impossible. Do not reuse the name while you may want the old account back.',
      sources: ['storage-recover'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make a vault and a key that Storage takes',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `Key Vault Contributor, and ${roles['crypto-officer'].name} for the key`,
        text: 'For a vault that exists. Purge protection cannot be switched off again. For a Managed HSM: az keyvault update-hsm with the same option.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --resource-group "$VAULT_RESOURCE_GROUP" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072 --ops wrapKey unwrapKey`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`,
        },
        sources: ['storage-cmk-existing', 'key-vault-recovery'],
      },
      {
        kind: 'fix',
        title: 'Choose the identity, and read its object id',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the identity',
        text: 'A user-assigned identity is the better choice: it outlives the account, and it can be granted before. For the system-assigned one, enable it with --assign-identity (PowerShell: -AssignIdentity) in an update of its own, and grant it before you set the key.',
        commands: {
          az: 'az identity show --ids "$IDENTITY_ID" --query principalId --output tsv',
          PowerShell: `(Get-AzResource -ResourceId $identityId -ExpandProperties).Properties.principalId`,
          REST: managerRequest('GET', '$IDENTITY_ID', apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities']),
        },
        sources: ['storage-cmk-existing', 'storage-cli'],
      },
      grantIdentity,
      {
        ...sendBoth,
        kind: 'fix',
        title: 'Set the key with the user-assigned identity',
        undo: '“Back to Microsoft-managed keys”, under “Change vault or identity”.',
      },
      {
        kind: 'fix',
        title: 'Or: set the key with the system-assigned identity',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'The account must have the identity, and the identity its grant.',
        undo: '“Back to Microsoft-managed keys”, under “Change vault or identity”.',
        commands: setKey,
        sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
      },
      {
        kind: 'fix',
        title: 'Or: create an account with the key, queues and tables included',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `Contributor on the resource group; ${useIdentity}`,
        text: 'Only with a user-assigned identity. Add --require-infrastructure-encryption true for a second layer with a key of Microsoft, if a rule asks for it. Neither of these can be changed later.',
        undo: 'Delete the new account while it is empty.',
        commands: {
          az: `az storage account create --name "$ACCOUNT" --resource-group "$RESOURCE_GROUP" --location "$LOCATION" \\
  --kind StorageV2 --sku Standard_ZRS --min-tls-version TLS1_2 --allow-blob-public-access false \\
  --identity-type UserAssigned --user-identity-id "$IDENTITY_ID" --key-vault-user-identity-id "$IDENTITY_ID" \\
  --encryption-key-source Microsoft.Keyvault --encryption-key-vault "${vaultUri}" --encryption-key-name "$KEY" \\
  --encryption-key-type-for-queue Account --encryption-key-type-for-table Account`,
          PowerShell: `New-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account -Location $location -Kind StorageV2 -SkuName Standard_ZRS -MinimumTlsVersion TLS1_2 -AllowBlobPublicAccess $false -IdentityType UserAssigned -UserAssignedIdentityId $identityId -KeyVaultUserAssignedIdentityId $identityId -KeyVaultUri "${powershellVaultUri}" -KeyName $key -EncryptionKeyTypeForQueue Account -EncryptionKeyTypeForTable Account`,
        },
        sources: ['storage-cmk-new', 'storage-queues-tables', 'storage-infrastructure-encryption', 'storage-cli'],
      },
      {
        kind: 'fix',
        title: 'Give an encryption scope its own key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'Only if you use scopes. The identity that reads the key of the account reads this one too.',
        undo: 'The same command with the previous key, or with --key-source Microsoft.Storage.',
        lookAt: 'Grant the identity on this key as well: that it is the same identity is expected and not confirmed.',
        commands: {
          az: `# the scope to change
SCOPE=scope1
az storage account encryption-scope update --account-name "$ACCOUNT" --resource-group "$RESOURCE_GROUP" --name "$SCOPE" \\
  --key-source Microsoft.KeyVault --key-uri "${vaultUri}/keys/$KEY"`,
          PowerShell: `# the scope to change
$scope = 'scope1'
Update-AzStorageEncryptionScope -ResourceGroupName $resourceGroup -StorageAccountName $account -EncryptionScopeName $scope -KeyvaultEncryption -KeyUri "${powershellVaultUri}/keys/$key"`,
        },
        sources: ['storage-cli', 'arm-json-schemas'],
      },
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'See whether a version is pinned',
        risk: 'safe',
        who: 'anyone',
        needs: 'Reader on the storage account',
        text: 'keyversion empty: the account follows new versions. Set: you have to update it each time.',
        commands: {
          az: `${show} --query properties.encryption.keyvaultproperties`,
          PowerShell:
            '(Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account).Encryption.KeyVaultProperties | Format-List',
        },
        sources: ['storage-cmk', 'bicep-types'],
      },
      {
        kind: 'fix',
        title: 'Make a new version of the key',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `${roles['crypto-officer'].name} on the vault`,
        text: 'By hand as here, or by a rotation policy of the vault (az keyvault key rotation-policy update, Set-AzKeyVaultKeyRotationPolicy). At least every two years is the advice. There is no downtime.',
        takes: `up to ${detectionHours} hours until the account uses it, when no version is pinned`,
        undo: 'Leave the old version enabled, and pin it.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" \\
  --query "[].{id:kid, enabled:attributes.enabled, expires:attributes.expires}" --output table`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions`,
        },
        sources: ['storage-cmk', 'storage-cmk-existing', 'key-vault-rotation'],
      },
      {
        kind: 'fix',
        title: 'Only if a version is pinned: name the new one, or follow the newest',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'KEY_VERSION is the new version. To follow new versions from now on, write an empty version instead of it: leaving the option out keeps the pin.',
        undo: 'The same update with the old version.',
        commands: {
          az: `${update} \\
  --encryption-key-source Microsoft.Keyvault --encryption-key-vault "${vaultUri}" \\
  --encryption-key-name "$KEY" --encryption-key-version "$KEY_VERSION"`,
          PowerShell: `${setAccount} -KeyvaultEncryption -KeyVaultUri "${powershellVaultUri}" -KeyName $key -KeyVersion $keyVersion`,
        },
        sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
      },
      {
        kind: 'verify',
        title: 'Check, then retire the old version',
        risk: 'safe',
        who: 'anyone',
        needs: 'Reader on the storage account',
        text: `Not before currentVersionedKeyIdentifier shows the new version, and ${detectionHours} hours have passed. The change does not show in the monitor logs of the account; lastKeyRotationTimestamp tells when it happened. Disable the old version, do not delete it.`,
        takes: `${detectionHours} hours`,
        commands: {
          az: `${show} \\
  --query "properties.encryption.keyvaultproperties.{inUse:currentVersionedKeyIdentifier, since:lastKeyRotationTimestamp}"`,
          PowerShell:
            '(Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account).Encryption.KeyVaultProperties | Format-List',
        },
        sources: ['storage-cmk', 'storage-cmk-existing', 'storage-rotation-thread'],
      },
    ],
    changeKeyStore: [
      showKeyInForce,
      {
        kind: 'fix',
        title: 'Another key or vault, same identity',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'VAULT and KEY are the new ones. Grant the identity on the new vault first. The old key must be enabled and reachable during the change; keep it until the new one is verified.',
        takes: 'seconds to minutes',
        undo: 'The same update with the old vault and key.',
        commands: setKey,
        sources: ['storage-cmk-existing', 'storage-old-key-thread'],
      },
      {
        kind: 'fix',
        title: 'Another user-assigned identity, same key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `${contributor}; ${useIdentity}`,
        text: `IDENTITY_ID is the new one. Grant it on the current key first. ${bothIdentities} To change vault and identity both, send this first, and the new vault and key in a second update.`,
        undo: 'The same update with the previous identity.',
        commands: {
          az: `${update} \\
  --identity-type UserAssigned --user-identity-id "$IDENTITY_ID" --key-vault-user-identity-id "$IDENTITY_ID"`,
          PowerShell: `${setAccount} -IdentityType UserAssigned -UserAssignedIdentityId $identityId -KeyVaultUserAssignedIdentityId $identityId`,
        },
        sources: ['storage-powershell', 'storage-cli'],
      },
      {
        kind: 'fix',
        title: 'From the user-assigned to the system-assigned identity',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'First enable the system-assigned identity beside the other one, grant it on the key, wait. Then send this: the empty identity makes the account use the system-assigned one. The Azure CLI keeps the old identity when the option is empty, so use PowerShell or REST.',
        undo: 'The update that names the user-assigned identity.',
        commands: {
          PowerShell: `${setAccount} -IdentityType SystemAssignedUserAssigned -KeyName $key -KeyVaultUri "${powershellVaultUri}" -KeyVaultUserAssignedIdentityId ''`,
          REST: `PATCH ${url}
Content-Type: application/json

{"properties": {"encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {"keyvaulturi": "${vaultUri}", "keyname": "$KEY"}, "identity": {"userAssignedIdentity": ""}}}}`,
        },
        sources: ['storage-powershell', 'storage-cli-source', 'bicep-types'],
      },
      makeApplication,
      { ...addCredential, title: 'For another tenant: make the identity its federated credential' },
      installApplication,
      {
        kind: 'fix',
        title: 'A vault in another tenant',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `${contributor}; ${useIdentity}`,
        text: `After the three steps before this one. Log in to the tenant of the storage account again. VAULT and KEY are those of the other tenant, IDENTITY_ID is the identity of the credential. Azure CLI 2.42.0 or Az.Storage 5.1.0, or later. ${bothIdentities}`,
        undo: 'The update with the previous vault and key, without the application.',
        commands: setKeyAcrossTenants,
        sources: ['storage-cmk-cross-tenant', 'storage-powershell'],
      },
      {
        kind: 'fix',
        title: 'Back to Microsoft-managed keys',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'The current key must be reachable for this too: that is expected, because the account key has to be unwrapped first.',
        lookAt: 'Do it before a vault or a subscription moves, not afterwards.',
        undo: 'Set the key again.',
        commands: {
          az: `${update} --encryption-key-source Microsoft.Storage`,
          PowerShell: `${setAccount} -StorageEncryption`,
        },
        sources: ['storage-cmk-existing', 'storage-cli', 'storage-powershell'],
      },
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Back up the key itself',
        risk: 'safe',
        who: 'vault-administrator',
        needs: `${roles['crypto-officer'].name} on the vault`,
        text: 'The file holds the key with all its versions, encrypted. It can be restored only into a vault of the same subscription and geography.',
        commands: {
          az: 'az keyvault key backup --vault-name "$VAULT" --name "$KEY" --file key.backup',
          PowerShell: 'Backup-AzKeyVaultKey -VaultName $vault -Name $key -OutputFile key.backup',
        },
        sources: ['key-vault-backup'],
      },
      {
        kind: 'back-up',
        title: 'Save the settings',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the storage account',
        text: 'The account, its blob service, lifecycle rules, encryption scopes, the roles on it and its diagnostic settings. Look into each file: one may be empty only if the account has none of it.',
        commands: {
          az: `${show} > account.json
az storage account blob-service-properties show --account-name "$ACCOUNT" --resource-group "$RESOURCE_GROUP" > blob-service.json
az storage account management-policy show --account-name "$ACCOUNT" --resource-group "$RESOURCE_GROUP" > lifecycle.json
az storage account encryption-scope list --account-name "$ACCOUNT" --resource-group "$RESOURCE_GROUP" > scopes.json
az role assignment list --scope "$RESOURCE_ID" > roles.json
az monitor diagnostic-settings list --resource "$RESOURCE_ID" > diagnostic-settings.json`,
          PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | Set-Content -Path account.json
Get-AzStorageBlobServiceProperty -ResourceGroupName $resourceGroup -StorageAccountName $account | ConvertTo-Json -Depth 10 | Set-Content -Path blob-service.json
Get-AzStorageAccountManagementPolicy -ResourceGroupName $resourceGroup -StorageAccountName $account | ConvertTo-Json -Depth 10 | Set-Content -Path lifecycle.json
Get-AzStorageEncryptionScope -ResourceGroupName $resourceGroup -StorageAccountName $account | ConvertTo-Json -Depth 10 | Set-Content -Path scopes.json
Get-AzRoleAssignment -Scope $resourceId | ConvertTo-Json -Depth 5 | Set-Content -Path roles.json
Get-AzDiagnosticSetting -ResourceId $resourceId | ConvertTo-Json -Depth 10 | Set-Content -Path diagnostic-settings.json`,
        },
        sources: ['storage-cli'],
      },
      {
        kind: 'back-up',
        title: 'Copy the data to another account',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Storage Blob Data Reader here, Storage Blob Data Contributor on the other account',
        text: 'The key must be reachable: without it nothing can be read. Blobs of all containers, from account to account, with AzCopy. Copy file shares, queues and tables on their own; snapshots, versions and deleted blobs do not come along. Compare counts afterwards.',
        undo: 'Delete the copy.',
        commands: {
          az: `# the account that takes the copy
OTHER=stcontosocopy
azcopy login
azcopy copy "https://$ACCOUNT.blob.core.windows.net/" "https://$OTHER.blob.core.windows.net/" --recursive`,
        },
        sources: ['storage-azcopy'],
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Create the new account',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: `Contributor on the resource group; ${useIdentity}`,
        text: 'Under another name, with the command of “Turn CMK on” that creates one. A delete repairs no grant and no key: it is of use only for settings that exist at creation alone, such as account-scoped keys for queues and tables.',
        undo: 'Delete the new account while it is empty.',
        sources: ['storage-cmk-new', 'storage-queues-tables'],
      },
      {
        kind: 'fix',
        title: 'Bring the data and the settings over',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Storage Blob Data Contributor on the new account',
        text: 'Copy the data, compare counts, then network rules, roles, lifecycle rules, private endpoints and diagnostic settings. Point every client and every workspace to the new address.',
        undo: 'Point them back. The old account is still there.',
        sources: ['storage-azcopy'],
      },
      {
        kind: 'destroy',
        title: 'Delete the old account',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: contributor.replace('/write', '/delete'),
        lost: `All data of the account. Recovery within ${recoveryDays} days is best effort only.`,
        text: 'Only when the new account works, nothing reads the old one, and counts agree. Never while a workspace uses it. Leave the vault and the key.',
        undo: `In the portal, Storage accounts, Restore, within ${recoveryDays} days, if nobody took the name. Not guaranteed.`,
        commands: {
          az: 'az storage account delete --name "$ACCOUNT" --resource-group "$RESOURCE_GROUP"',
          PowerShell: 'Remove-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account',
        },
        sources: ['storage-cli', 'storage-recover'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'az storage account update with --encryption-key-source, -vault, -name, -version, --key-vault-user-identity-id and, for another tenant, --key-vault-federated-client-id. It sends a PATCH and keeps what it does not name. It cannot empty the user-assigned identity.',
      sources: ['storage-cli', 'storage-cli-source'],
    },
    {
      tool: 'PowerShell',
      text: 'Set-AzStorageAccount with -KeyvaultEncryption, -KeyVaultUri, -KeyName, -KeyVersion, -KeyVaultUserAssignedIdentityId, -KeyVaultFederatedClientId; -StorageEncryption for the way back. Vault and identity together take two calls. An address that it prints with :443 is normal.',
      sources: ['storage-powershell'],
    },
    {
      tool: 'PowerShell',
      text: 'New-AzKeyVault makes vaults with Azure RBAC unless you say -DisableRbacAuthorization. Guides that print -EnableRbacAuthorization are older than the cmdlet.',
      sources: ['storage-powershell-vault'],
    },
    {
      tool: 'REST',
      text: `PATCH with identity and properties.encryption alone. A PUT or a template must carry over sku, kind, tags, zones, placement, extendedLocation, identity, and of properties: ${writable.join(', ')}.`,
      sources: ['arm-json-schemas', 'bicep-types'],
    },
    {
      tool: 'REST',
      text: 'Fixed at creation or one-way: location, infrastructure encryption, keyType of queues and tables and version-level immutability (all at creation); large file shares cannot be disabled; NFS 3.0 cannot be enabled later; a hierarchical namespace comes only by its own upgrade, which has no way back.',
      sources: ['arm-json-schemas', 'bicep-types', 'storage-hns-upgrade', 'storage-nfs-limits'],
    },
    {
      tool: 'REST',
      text: 'Whether dnsEndpointType can change after creation is not confirmed.',
      lookAt: 'Send PATCH, and leave it out.',
      sources: ['bicep-types'],
    },
    {
      tool: 'Portal',
      text: 'The account, Security + networking, Encryption, Customer-managed keys. Select a key, or enter a URI: without a version it follows the newest. Advanced has the multi-tenant application. Choosing system-assigned creates the identity, but the role must be there first, so a new account needs two passes.',
      sources: ['storage-cmk-existing', 'storage-cmk-cross-tenant'],
    },
    {
      tool: 'Terraform',
      text: 'In the block customer_managed_key of the account or in azurerm_storage_account_customer_managed_key, not both. Make it depend on the role assignment, with a retry.',
      sources: ['storage-terraform', 'storage-module-thread'],
    },
  ],
  quirks: [
    {
      what: 'Microsoft.Keyvault on the account, Microsoft.KeyVault on an encryption scope; keyvaultproperties on the account, keyVaultProperties on a scope.',
      workaround: 'Values are matched without regard to case. Write property names as the type has them.',
      sources: ['bicep-types', 'arm-json-schemas'],
    },
    {
      what: 'The Azure CLI and PowerShell rename properties: keyVaultProperties, encryptionIdentity.encryptionUserAssignedIdentity.',
      workaround:
        'Read with az resource show to see the names of ARM: keyvaultproperties, identity.userAssignedIdentity.',
      sources: ['storage-powershell', 'bicep-types'],
    },
    {
      what: 'Terraform sends the key before the role on the vault works, and the apply fails with 403.',
      workaround: 'A dependency on the role assignment, and a retry.',
      sources: ['storage-module-thread'],
    },
    {
      what: 'The key cannot be changed because the old vault is gone: HttpResourceNotFound with the address of the old key.',
      workaround: 'Recover the old vault and key, then change.',
      sources: ['storage-old-key-thread'],
    },
    {
      what: 'A Managed HSM with soft delete and purge protection was still answered with KeyVaultPolicyError.',
      workaround: 'Check the identity of the account and its role in the HSM.',
      sources: ['storage-hsm-thread'],
    },
    {
      what: 'An expired key: accounts that use it go on, and setting it on another account fails with a message about authentication.',
      workaround: 'Extend the expiry date or make a new version.',
      sources: ['storage-expired-thread'],
    },
    {
      what: 'Set-AzStorageAccount answers “Missing pre-requisites” for a user-assigned identity.',
      workaround: 'Pass -IdentityType, -UserAssignedIdentityId and -KeyVaultUserAssignedIdentityId, all three.',
      sources: ['storage-powershell', 'databricks-cmk-report'],
    },
    {
      what: 'Built-in policies can demand a key for storage, for queues and tables (keyType Account), or infrastructure encryption. Two of these exist at creation only.',
      workaround: 'Read the assignment first. An existing account may need an exemption.',
      sources: ['storage-policy', 'storage-queues-tables', 'storage-infrastructure-encryption'],
    },
    {
      what: 'Old pages say: Managed HSM in preview, same region only, keys on existing accounts only; their addresses begin with storage-encryption-keys.',
      workaround: 'They are out of date.',
      sources: ['storage-cmk', 'storage-cmk-new'],
    },
  ],
};
