import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { admitInPerimeter, letTrustedServicesPass } from '../causes/vault-network-blocked.ts';
import { permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import {
  applicationRequest,
  createPrincipal,
  enablePrincipal,
  inTurn,
  keyRequest,
  roleAssignment,
  vaultPath,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import type { Caller, ServiceFacts, ServicePlan } from './facts.ts';

/** The newest API version. Tools that speak an older one do not know computeMode. */
const apiVersion = '2026-01-01';
/** The application AzureDatabricks. Its object id differs in every tenant. */
const applicationId = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d';
const type = 'Microsoft.Databricks/workspaces';
const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const vaultRole = roles['crypto-service-encryption-user'];
const vaultUri = 'https://$VAULT.vault.azure.net/';
const powershellVaultUri = 'https://$vault.vault.azure.net/';
const url = `https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`;
const path = `\${resourceId}?api-version=${apiVersion}`;

/** What a GET returns and a PUT does not take. Checked against the published type. */
export const readOnly = {
  resource: ['id', 'name', 'type', 'systemData'],
  properties: [
    'createdBy',
    'createdDateTime',
    'diskEncryptionSetId',
    'isUcEnabled',
    'managedDiskIdentity',
    'privateEndpointConnections',
    'provisioningState',
    'storageAccountIdentity',
    'updatedBy',
    'workspaceId',
    'workspaceUrl',
  ],
  parameters: ['resourceTags'],
} as const;

const state =
  '{state:properties.provisioningState, computeMode:properties.computeMode, entities:properties.encryption.entities, prepareEncryption:properties.parameters.prepareEncryption.value, dbfsRoot:properties.parameters.encryption.value, storageIdentity:properties.storageAccountIdentity.principalId, diskIdentity:properties.managedDiskIdentity.principalId}';
const listedState =
  'Format-List ProvisioningState, ManagedServices*, ManagedDisk*, PrepareEncryption*, Encryption*, StorageAccountIdentity*';
const show = `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion}`;
const updateWorkspace = 'az databricks workspace update --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP"';
const updateWithPowerShell = 'Update-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace';

/** The update of one key with the Azure CLI and with PowerShell. */
const update = {
  'managed-services': {
    az: `${updateWorkspace} \\
  --managed-services-key-vault "${vaultUri}" --managed-services-key-name "$KEY" --managed-services-key-version "$KEY_VERSION"`,
    PowerShell: `${updateWithPowerShell} -ManagedServiceKeySource Microsoft.Keyvault -ManagedServicesKeyVaultPropertiesKeyVaultUri "${powershellVaultUri}" -ManagedServicesKeyVaultPropertiesKeyName $key -ManagedServicesKeyVaultPropertiesKeyVersion $keyVersion`,
  },
  'managed-disks': {
    az: `${updateWorkspace} \\
  --disk-key-vault "${vaultUri}" --disk-key-name "$KEY" --disk-key-version "$KEY_VERSION"`,
    PowerShell: `${updateWithPowerShell} -ManagedDiskKeySource Microsoft.Keyvault -ManagedDiskKeyVaultPropertiesKeyVaultUri "${powershellVaultUri}" -ManagedDiskKeyVaultPropertiesKeyName $key -ManagedDiskKeyVaultPropertiesKeyVersion $keyVersion`,
  },
  'dbfs-root': {
    az: `${updateWorkspace} \\
  --key-source Microsoft.Keyvault --key-vault "${vaultUri}" --key-name "$KEY" --key-version "$KEY_VERSION"`,
    PowerShell: `${updateWithPowerShell} -EncryptionKeySource Microsoft.Keyvault -EncryptionKeyVaultUri "${powershellVaultUri}" -EncryptionKeyName $key -EncryptionKeyVersion $keyVersion`,
  },
} as const;

/** Sends the workspace that a GET answered back whole, with one change. */
const putBack = (change: string, answer = 'the answer') => `PUT ${url}
Content-Type: application/json

{the body of ${answer}, without ${readOnly.resource.join(', ')} at the top, without ${readOnly.properties.join(', ')} in properties, without ${readOnly.parameters.join(', ')} in properties.parameters and the type beside every value there, with "computeMode": "Hybrid" in properties if it has none, and with ${change}}`;

const entity = `{"keySource": "Microsoft.Keyvault", "keyVaultProperties": {"keyVaultUri": "${vaultUri}", "keyName": "$KEY", "keyVersion": "$KEY_VERSION"}}`;

/** What changes in the body of the workspace for the key that was refused. */
const keyChange = `the key that was refused:
for managed services, in properties.encryption.entities.managedServices: ${entity};
for managed disks, in properties.encryption.entities.managedDisk: ${entity}, beside what else it has;
for DBFS root, in properties.parameters.encryption.value: {"keySource": "Microsoft.Keyvault", "keyvaulturi": "${vaultUri}", "KeyName": "$KEY", "keyversion": "$KEY_VERSION"}`;

const contributor = `${type}/write, for example Contributor`;
const granting = `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`;

/** Grants a role on the vault to the object id that a bash command prints, a PowerShell expression returns and a GET has. */
const assignRole = (az: string, powershell: string, read: string, objectId: string) => ({
  az: `OBJECT_ID=$(${az})
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$OBJECT_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"`,
  PowerShell: `$objectId = ${powershell}
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $objectId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
  REST: `${read}

${roleAssignment(vaultPath, vaultRole.guid, 'ServicePrincipal', `{${objectId} of the answer}`)}`,
});

const grantText =
  'On a vault with access policies, give get, wrapKey and unwrapKey on keys to the same object id instead: a grant in the model that the vault does not use has no effect.';
const grantUndo = 'az role assignment delete with the same object id, role and scope.';
const grantTime = `up to ${rolePropagationMinutes} minutes`;

const grantStorageIdentity: Step = {
  kind: 'fix',
  title: 'Grant the storage identity',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: granting,
  text: `For DBFS root, before the key is set. ${grantText}`,
  takes: grantTime,
  undo: grantUndo,
  commands: assignRole(
    `${show} --query properties.storageAccountIdentity.principalId --output tsv`,
    '(Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace).StorageAccountIdentityPrincipalId',
    `GET ${url}`,
    'properties.storageAccountIdentity.principalId',
  ),
  sources: ['databricks-dbfs-cli', 'databricks-powershell'],
};

const grantApplication: Step = {
  kind: 'fix',
  title: 'Grant the application AzureDatabricks',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: granting,
  text: `For managed services and managed disks, before the update. ${grantText}`,
  takes: grantTime,
  undo: grantUndo,
  commands: assignRole(
    `az ad sp show --id ${applicationId} --query id --output tsv`,
    `(Get-AzADServicePrincipal -ApplicationId ${applicationId}).Id`,
    applicationRequest(applicationId),
    'the id',
  ),
  sources: ['databricks-quickstart', 'databricks-terraform-example', 'key-vault-rbac-guide'],
};

const grantDiskIdentity: Step = {
  kind: 'fix',
  title: 'Grant the disk identity, then start compute',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: granting,
  text: `The update creates this identity, so it can be granted only afterwards. Until then the workspace shows Succeeded and clusters fail with KeyVaultAccessForbidden. ${grantText}`,
  takes: grantTime,
  undo: grantUndo,
  commands: assignRole(
    `${show} --query properties.managedDiskIdentity.principalId --output tsv`,
    '(Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace).ManagedDiskIdentityPrincipalId',
    `GET ${url}`,
    'properties.managedDiskIdentity.principalId',
  ),
  sources: ['databricks-pulumi-order-thread', 'databricks-disk-set-thread', 'databricks-terraform'],
};

const writeBody: Step = {
  kind: 'retry',
  title: 'Or write the whole body yourself',
  risk: 'safe',
  who: 'workspace-owner',
  needs: 'Reader on the workspace; jq for the bash form',
  text: 'For a tool that fails or sends a wrong body, and for a Managed HSM. before.json is the workspace as it is: keep it. body.json carries over everything in it except read-only properties, and holds your key. Read the difference: read-only properties are gone, and apart from them only your key may differ. For a key in a Managed HSM, write the address of the HSM instead of that of the vault.',
  commands: {
    az: `az rest --method get --url "${url}" > before.json
jq --arg feature "$FEATURE" --arg uri "${vaultUri}" --arg name "$KEY" --arg version "$KEY_VERSION" '
  del(${readOnly.resource.map((name) => `.${name}`).join(', ')})
  | del(.properties[${readOnly.properties.map((name) => `"${name}"`).join(', ')}])
  | .properties.computeMode //= "Hybrid"
  | if .properties.parameters
    then .properties.parameters |= (del(${readOnly.parameters.map((name) => `.${name}`).join(', ')}) | map_values(del(.type)))
    else . end
  | {"managed-services": "managedServices", "managed-disks": "managedDisk"} as $entities
  | if $feature == "dbfs-root"
    then .properties.parameters.encryption.value = {keySource: "Microsoft.Keyvault", keyvaulturi: $uri, KeyName: $name, keyversion: $version}
    elif $entities[$feature]
    then .properties.encryption.entities[$entities[$feature]] += {keySource: "Microsoft.Keyvault", keyVaultProperties: {keyVaultUri: $uri, keyName: $name, keyVersion: $version}}
    else error("FEATURE is managed-services, managed-disks or dbfs-root") end' before.json > body.json
diff <(jq --sort-keys . before.json) <(jq --sort-keys . body.json)`,
    PowerShell: `$entityName = @{ 'managed-services' = 'managedServices'; 'managed-disks' = 'managedDisk' }[$feature]
if (-not $entityName -and $feature -ne 'dbfs-root') { throw 'feature is managed-services, managed-disks or dbfs-root' }
$uri = "${powershellVaultUri}"
$answer = Invoke-AzRestMethod -Method GET -Path "${path}"
Set-Content -Path before.json -Value $answer.Content
$body = $answer.Content | ConvertFrom-Json
foreach ($name in ${readOnly.resource.map((name) => `'${name}'`).join(', ')}) { $body.PSObject.Properties.Remove($name) }
foreach ($name in ${readOnly.properties.map((name) => `'${name}'`).join(', ')}) { $body.properties.PSObject.Properties.Remove($name) }
if (-not $body.properties.computeMode) { $body.properties | Add-Member -NotePropertyName computeMode -NotePropertyValue Hybrid }
if ($body.properties.parameters) {
${readOnly.parameters.map((name) => `  $body.properties.parameters.PSObject.Properties.Remove('${name}')`).join('\n')}
  foreach ($parameter in $body.properties.parameters.PSObject.Properties) { $parameter.Value.PSObject.Properties.Remove('type') }
}
if ($feature -eq 'dbfs-root') {
  $body.properties.parameters | Add-Member -Force -NotePropertyName encryption -NotePropertyValue @{ value = @{ keySource = 'Microsoft.Keyvault'; keyvaulturi = $uri; KeyName = $key; keyversion = $keyVersion } }
} else {
  if (-not $body.properties.encryption) { $body.properties | Add-Member -NotePropertyName encryption -NotePropertyValue ([pscustomobject]@{ entities = [pscustomobject]@{} }) }
  $entity = $body.properties.encryption.entities.$entityName
  if (-not $entity) { $entity = [pscustomobject]@{} }
  $entity | Add-Member -Force -NotePropertyName keySource -NotePropertyValue Microsoft.Keyvault
  $entity | Add-Member -Force -NotePropertyName keyVaultProperties -NotePropertyValue @{ keyVaultUri = $uri; keyName = $key; keyVersion = $keyVersion }
  $body.properties.encryption.entities | Add-Member -Force -NotePropertyName $entityName -NotePropertyValue $entity
}
$body | ConvertTo-Json -Depth 20 | Set-Content -Path body.json
Compare-Object (($answer.Content | ConvertFrom-Json | ConvertTo-Json -Depth 20) -split [Environment]::NewLine) (Get-Content -Path body.json)`,
    REST: `GET ${url}`,
  },
  sources: ['databricks-rest-put', 'databricks-types', 'databricks-rest-spec'],
};

const sendBody: Step = {
  kind: 'retry',
  title: 'Send that body',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text: 'A PUT replaces the whole workspace resource. Send it only when the difference is right. Then look with the next step until it is no longer Updating.',
  takes: 'minutes; the Terraform provider waits up to 30',
  undo: 'Write a body from before.json in the same way with the previous key, and send that.',
  commands: {
    az: `az rest --method put --url "${url}" --body @body.json
az resource wait --ids "$RESOURCE_ID" --api-version ${apiVersion} --updated`,
    PowerShell: `Invoke-AzRestMethod -Method PUT -Path "${path}" -Payload (Get-Content -Path body.json -Raw)`,
    REST: `${putBack(keyChange, 'the answer of the step before')}

GET ${url}`,
  },
  sources: ['databricks-rest-put', 'databricks-terraform'],
};

const prepareEncryption: Step = {
  kind: 'fix',
  title: 'Give the storage account its identity',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text: 'prepareEncryption creates the identity that reads the key for DBFS root, and changes no key yet. The last command or call prints its object id, the one to grant.',
  undo: 'Not needed. A way back is not documented.',
  commands: {
    az: `${updateWorkspace} --prepare-encryption
az databricks workspace show --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP" --query storageAccountIdentity.principalId --output tsv`,
    PowerShell: `${updateWithPowerShell} -PrepareEncryption
(Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace).StorageAccountIdentityPrincipalId`,
    REST: `GET ${url}

${putBack('"prepareEncryption": {"value": true} in properties.parameters')}

GET ${url}`,
  },
  sources: ['databricks-cli', 'databricks-powershell'],
};

const confirmPrepared: Step = {
  kind: 'confirm',
  title: 'Confirm that the storage account has no identity',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the workspace',
  text: 'Empty means that prepareEncryption never ran. Check the tier too: all three keys need premium. If both are right and the message stays, look whether the vault has purge protection, which DBFS root requires. That a vault without it gives this message is not confirmed, and purge protection cannot be switched off again.',
  lookAt: 'properties.enablePurgeProtection of az keyvault show.',
  commands: {
    az: `${show} --query "{identity:properties.storageAccountIdentity.principalId, tier:sku.name}"`,
    PowerShell: `Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace | Format-List SkuName, StorageAccountIdentityPrincipalId`,
    REST: `GET ${url}`,
  },
  sources: ['databricks-dbfs-cli', 'databricks-powershell-dbfs-thread'],
};

/** The three principals that can call the key store, and whether the application is there and enabled. */
const confirmPrincipals: Step = {
  kind: 'confirm',
  title: 'Confirm which principal is missing',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the workspace',
  text: 'The workspace has no identity of its own. Compare the object id of the message with these three: the application for managed services and for updates of managed disks, the disk identity for clusters, the storage identity for DBFS root. An error instead of the first, or enabled false: the application is missing or disabled in your tenant.',
  commands: {
    az: `az ad sp show --id ${applicationId} --query "{application:id, enabled:accountEnabled}"
${show} --query "{storageIdentity:properties.storageAccountIdentity.principalId, diskIdentity:properties.managedDiskIdentity.principalId}"`,
    PowerShell: `Get-AzADServicePrincipal -ApplicationId ${applicationId} | Select-Object Id, AccountEnabled
Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace | Format-List StorageAccountIdentityPrincipalId, ManagedDiskIdentityPrincipalId`,
    REST: `${applicationRequest(applicationId)}

GET ${url}`,
  },
  sources: ['databricks-types', 'databricks-quickstart', 'databricks-bicep-thread'],
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'Note the state, the keys of the three features and the two object ids. entities holds the keys for managed services and managed disks; dbfsRoot holds the one for the storage account. Keep the output: it is your record of what was set.',
    commands: {
      az: `${show} \\
  --query "${state}"`,
      PowerShell: `Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace | ${listedState}`,
      REST: `GET ${url}`,
    },
    sources: ['databricks-types', 'databricks-powershell'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the principal that must be granted',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'Compare the object id of the message. Managed services: the application. Managed disks: the application for the update, the disk identity when a cluster starts. DBFS root: the storage identity. An empty one does not exist yet.',
      commands: {
        az: `az ad sp show --id ${applicationId} --query "{application:id}"
${show} --query "{storageIdentity:properties.storageAccountIdentity.principalId, diskIdentity:properties.managedDiskIdentity.principalId}"`,
        PowerShell: `(Get-AzADServicePrincipal -ApplicationId ${applicationId}).Id
Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace | Format-List StorageAccountIdentityPrincipalId, ManagedDiskIdentityPrincipalId`,
        REST: `${applicationRequest(applicationId)}

GET ${url}`,
      },
      sources: ['databricks-quickstart', 'databricks-pulumi-order-thread', 'databricks-types'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the update again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: contributor,
      text: 'FEATURE is the key of the workspace that was refused; VAULT, KEY and KEY_VERSION name the key that it is to have. The tool reads the workspace, changes the key and sends everything back. For managed disks, terminate classic clusters, pools and SQL warehouses first. A cluster that did not start (KeyVaultAccessForbidden) needs no update: start it again.',
      takes: 'minutes; the Terraform provider waits up to 30',
      undo: 'The same command with the previous key and version.',
      commands: {
        az: `if [ "$FEATURE" = managed-services ]; then
${update['managed-services'].az}
elif [ "$FEATURE" = managed-disks ]; then
${update['managed-disks'].az}
elif [ "$FEATURE" = dbfs-root ]; then
${update['dbfs-root'].az}
else
echo 'FEATURE is managed-services, managed-disks or dbfs-root: the key that was refused' >&2
fi`,
        PowerShell: `# Az.Databricks 1.9.0 or later
if ($feature -eq 'managed-services') {
${update['managed-services'].PowerShell}
} elseif ($feature -eq 'managed-disks') {
${update['managed-disks'].PowerShell}
} elseif ($feature -eq 'dbfs-root') {
${update['dbfs-root'].PowerShell}
} else {
Write-Error 'feature is managed-services, managed-disks or dbfs-root: the key that was refused'
}`,
        REST: `GET ${url}

${putBack(keyChange)}`,
      },
      sources: ['databricks-cli', 'databricks-powershell', 'databricks-powershell-changes'],
    },
    writeBody,
    sendBody,
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'Expect Succeeded, keySource Microsoft.Keyvault, and a version that belongs to the key named beside it. Then test: start a cluster (disks), write a file under dbfs:/tmp (DBFS root), save a notebook and open it again (managed services).',
      commands: {
        az: `${show} \\
  --query "${state}"`,
        PowerShell: `Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace | ${listedState}`,
        REST: `GET ${url}`,
      },
      sources: ['databricks-types', 'databricks-module-thread', 'databricks-powershell'],
    },
  ],
  instead: {
    'prerequisite-missing': {
      confirm: [confirmPrepared],
      fix: [
        {
          kind: 'fix',
          title: 'If the tier is not premium: raise it',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: contributor,
          text: 'All three keys need premium, which costs more. Skip this if the tier is premium.',
          undo: 'The same command with the old tier, but not to trial.',
          commands: {
            az: `${updateWorkspace} --sku premium`,
            REST: `GET ${url}

${putBack('"name": "premium" in sku')}`,
          },
          sources: ['databricks-cmk-overview', 'databricks-cli', 'databricks-terraform'],
        },
        prepareEncryption,
        grantStorageIdentity,
      ],
    },
    'vault-network-blocked': { fix: [letTrustedServicesPass, ...admitInPerimeter] },
    // None of the three keys may stand in another tenant.
    'cross-tenant-misconfigured': withinOneTenant,
    'identity-token-failure': {
      confirm: [confirmPrincipals],
      fix: [
        {
          kind: 'fix',
          title: 'If the application is disabled or missing: bring it back',
          risk: 'changes-access',
          who: 'directory-administrator',
          needs: 'Cloud Application Administrator in the directory',
          text: 'Ask first who disabled it, and why. The first half enables it, the second adds it to the directory if it is not there. Its object id is a new one then: grant that. That a missing application comes back this way is not confirmed.',
          undo: 'az ad sp update with accountEnabled=false.',
          lookAt: 'The list of enterprise applications in your directory. Ask support if it is refused.',
          commands: {
            az: `APPLICATION=${applicationId}
az ad sp update --id "$APPLICATION" --set accountEnabled=true || az ad sp create --id "$APPLICATION"`,
            PowerShell: `$application = Get-AzADServicePrincipal -ApplicationId ${applicationId}
if ($application) { Update-AzADServicePrincipal -ObjectId $application.Id -AccountEnabled } else { New-AzADServicePrincipal -ApplicationId ${applicationId} }`,
            REST: inTurn(enablePrincipal(`(appId='${applicationId}')`), createPrincipal(applicationId)),
          },
          sources: ['databricks-services-key', 'entra-error-codes'],
        },
        grantApplication,
        prepareEncryption,
        grantStorageIdentity,
        grantDiskIdentity,
        {
          kind: 'fix',
          title: 'If the storage account or the disk encryption set is gone: ask support',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'Both stand in the managed resource group, which you cannot repair yourself. That asking for the feature again makes a lost identity anew is not confirmed.',
          lookAt: 'storageAccountIdentity and managedDiskIdentity after the step that asks for them.',
          sources: ['databricks-deny-thread', 'databricks-disk-set-thread'],
        },
      ],
    },
    'identity-not-assigned': { confirm: [confirmPrepared], fix: [prepareEncryption, grantStorageIdentity] },
    'encryption-settings-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm which block is missing or incomplete',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'Each block that is set needs keySource with uri, name and version. A workspace that has managedDisk must get it in every PUT. Old Az.Databricks modules leave parts out: use 1.9.0 or later.',
          commands: {
            az: `${show} --query properties.encryption.entities`,
            PowerShell: `(Invoke-AzRestMethod -Method GET -Path "${path}").Content
Get-Module -ListAvailable -Name Az.Databricks | Select-Object Version`,
            REST: `GET ${url}`,
          },
          sources: ['databricks-terraform-disk-thread', 'databricks-powershell-changes'],
        },
      ],
      fix: [writeBody, sendBody],
    },
    'key-uri-invalid': {
      fix: [
        {
          kind: 'fix',
          title: 'Take the identifier apart',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'Key Vault Reader on the vault',
          text: 'Databricks takes the address of the vault, the name and the version as three values. Managed services and managed disks refuse a key without a version. Send the update with these three.',
          commands: {
            az: 'az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv',
            PowerShell: '(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id',
            REST: keyRequest('GET', 'keys/$KEY'),
          },
          sources: ['databricks-types', 'databricks-self-help'],
        },
      ],
    },
    'operation-in-progress': {
      fix: [
        {
          kind: 'fix',
          title: 'Wait until the other operation is over',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'Reader on the workspace',
          text: 'While the workspace is Updating, a second update or a new private endpoint fails. Send them one after the other.',
          commands: {
            az: `${show} --query properties.provisioningState --output tsv`,
            PowerShell:
              '(Get-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace).ProvisioningState',
            REST: `GET ${url}`,
          },
          sources: ['databricks-concurrent-thread', 'databricks-reference-architecture'],
        },
      ],
    },
    'deny-assignment': {
      fix: [
        {
          kind: 'fix',
          title: 'Change it through the workspace',
          risk: 'safe',
          who: 'workspace-owner',
          needs: contributor,
          text: 'The managed resource group is locked by design. Do not edit its storage account or disk encryption set. Grants on your vault and updates of the workspace reach both.',
          sources: ['databricks-deny-thread'],
        },
      ],
    },
  },
};

const grants: Caller['grants'] = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: 'Public samples assign Key Vault Crypto User, which is wider than needed.',
      sources: ['databricks-pulumi-order-thread'],
    },
    sources: ['key-vault-rbac-guide', 'databricks-quickstart'],
  },
  'access-policy': { keyPermissions, sources: ['databricks-quickstart', 'databricks-powershell'] },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: 'In the local RBAC of the HSM, at / or at the key alone (/keys/ and its name).',
      sources: ['databricks-services-hsm', 'managed-hsm-roles'],
    },
    sources: ['managed-hsm-roles', 'databricks-services-hsm'],
  },
};

const drain: Step = {
  kind: 'fix',
  title: 'Terminate classic compute before you touch the disk key',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Workspace admin in Databricks',
  text: 'Pause the jobs that would start clusters again. Then terminate every classic cluster, empty every pool and stop every classic SQL warehouse. These lists must show nothing that runs. Managed services and DBFS root need no such break.',
  undo: 'Start the compute again.',
  commands: {
    az: `databricks clusters list
databricks instance-pools list
databricks warehouses list`,
  },
  sources: ['databricks-disks-key', 'databricks-own-cli'],
  lookAt:
    "Microsoft's page on keys for managed disks: several guides quote this rule from it, and it is not confirmed here on the page itself. Treat it as required.",
};

const changeKey = (feature: keyof typeof update, title: string, text: string, undo: string): Step => ({
  kind: 'fix',
  title,
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text,
  undo,
  commands: update[feature],
  sources: ['databricks-cli', 'databricks-powershell'],
});

const previousKey = 'The same command with the previous key and version.';

export const facts: ServiceFacts = {
  id: 'databricks',
  mustKnow: [
    {
      text: 'There are three keys, each with its own principal and its own way to fail: managed services, managed disks and DBFS root. They may be different keys in different vaults. Find out first which one was refused.',
      sources: ['databricks-cmk-overview', 'databricks-cli-keys-thread'],
    },
    {
      text: 'Every change of a key is a PUT of the whole workspace: read it, change the key, send everything back. PATCH carries tags alone.',
      sources: ['databricks-rest-spec', 'databricks-rest-put'],
    },
    {
      text: 'Once the disk key is on, its block must be in every later PUT, or the call fails with DiskEncryptionPropertiesRequired. What a PUT without managedServices or without parameters.encryption does is not confirmed.',
      lookAt: 'Your own body: repeat all three blocks in every PUT.',
      sources: ['databricks-terraform-disk-thread'],
    },
    {
      text: 'The disk key needs two principals. The update fails if the application AzureDatabricks has no access; clusters fail later if the disk identity has none.',
      sources: ['databricks-terraform', 'databricks-pulumi-order-thread'],
    },
    {
      text: 'DBFS root takes two steps. prepareEncryption creates an identity, you grant it, and only then a second update sets the key.',
      sources: ['databricks-dbfs-cli', 'databricks-powershell', 'databricks-bicep-thread'],
    },
    {
      text: 'The keys for managed services and managed disks can be replaced, not removed. The key for DBFS root can be removed.',
      sources: ['databricks-terraform', 'databricks-terraform-disk-thread', 'databricks-powershell'],
    },
    {
      text: 'The property names of DBFS root are cased in their own way: KeyName, keyvaulturi, keyversion. A wrong case is reported to be ignored while the update says that it succeeded. Read keySource back.',
      sources: ['databricks-types', 'databricks-community-architecture'],
    },
    {
      text: `API version ${apiVersion} requires computeMode in the body: Hybrid for a classic workspace. It cannot change after creation.`,
      sources: ['databricks-rest-put', 'databricks-types'],
    },
  ],
  resources: [
    {
      type,
      apiVersion,
      preview: '2025-10-01-preview',
      keySince: '2018-04-01',
      part: 'The workspace. DBFS root has a key since 2018-04-01, managed services since 2021-04-01-preview, managed disks since 2022-04-01-preview (general since 2023-02-01). computeMode came with 2025-10-01-preview. Other stable versions with the workspace: 2024-05-01, 2023-02-01 and 2018-04-01; 2023-05-01 and 2022-10-01-preview do not have it. In 2024-05-01 and older, the type beside each value of parameters is read-only, and a serverless workspace cannot be written.',
      sources: ['databricks-types', 'databricks-rest-put'],
    },
  ],
  features: [
    {
      id: 'managed-services',
      name: 'Managed services',
      protects: {
        text: 'Data in the control plane: notebook source and metadata, some notebook results, secrets, SQL queries and their history, Git credentials, AI/BI dashboards, Vector Search indexes. Classic and serverless workspaces.',
        sources: ['databricks-cmk-overview'],
      },
    },
    {
      id: 'managed-disks',
      name: 'Managed disks',
      protects: {
        text: 'The data disks of classic compute, not the disks of the operating system. Serverless compute is not covered, and a serverless workspace refuses the block.',
        sources: ['databricks-disks-key', 'databricks-types'],
      },
    },
    {
      id: 'dbfs-root',
      name: 'DBFS root (workspace storage account)',
      protects: {
        text: 'The storage account in the managed resource group: DBFS root with FileStore, job results, SQL results, MLflow models, notebook revisions and other system data. Not mounts of other accounts. A serverless workspace has none.',
        sources: ['databricks-cmk-overview', 'databricks-dbfs-key'],
      },
    },
  ],
  keyProperties: [
    {
      type,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning:
        'Accepted, Running, Ready, Creating, Created, Updating, Succeeded, Failed, Canceled, Deleting or Deleted: the last operation.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.computeMode',
      meaning:
        'Hybrid or Serverless; required. A serverless workspace takes managedServices alone, and refuses managedDisk, managedResourceGroupId, all parameters, accessConnector, defaultCatalog, defaultStorageFirewall and requiredNsgRules.',
      sources: ['databricks-types', 'databricks-rest-put'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedServices.keySource',
      meaning: 'Microsoft.Keyvault, with a small v. Nothing else is taken.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedServices.keyVaultProperties.keyVaultUri',
      meaning: 'Address of the vault or HSM. keyVaultUri, keyName and keyVersion are all required.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedServices.keyVaultProperties.keyName',
      meaning: 'Name of the key.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedServices.keyVaultProperties.keyVersion',
      meaning: 'Version of that key; required.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedDisk.keySource',
      meaning: 'Microsoft.Keyvault.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedDisk.keyVaultProperties.keyVaultUri',
      meaning: 'As for managed services. Once set, the whole managedDisk block belongs in every PUT.',
      sources: ['databricks-types', 'databricks-terraform-disk-thread'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedDisk.keyVaultProperties.keyName',
      meaning: 'Name of the key.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedDisk.keyVaultProperties.keyVersion',
      meaning:
        'Version of that key; required even with automatic rotation. Check that it belongs to this key: the version of another one was once taken without an error.',
      sources: ['databricks-types', 'databricks-module-thread'],
    },
    {
      type,
      path: 'properties.encryption.entities.managedDisk.rotationToLatestKeyVersionEnabled',
      meaning: 'true: disks follow new versions by themselves. It exists for disks alone.',
      sources: ['databricks-types', 'databricks-disk-encryption'],
    },
    {
      type,
      path: 'properties.parameters.prepareEncryption.value',
      meaning: 'true: the storage account in the managed resource group gets an identity. First step for DBFS root.',
      sources: ['databricks-types', 'databricks-dbfs-cli'],
    },
    {
      type,
      path: 'properties.parameters.encryption.value.keySource',
      meaning: 'Microsoft.Keyvault, or Default for the way back to Microsoft-managed keys.',
      sources: ['databricks-types', 'databricks-powershell'],
    },
    {
      type,
      path: 'properties.parameters.encryption.value.keyvaulturi',
      meaning: 'Address of the vault or HSM. All lower case here.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.parameters.encryption.value.KeyName',
      meaning: 'Name of the key. Capital K and N here.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.parameters.encryption.value.keyversion',
      meaning: 'Version of the key; optional. All lower case here.',
      sources: ['databricks-types', 'databricks-cli-history'],
    },
    {
      type,
      path: 'properties.parameters.requireInfrastructureEncryption.value',
      meaning: 'A second layer of encryption with a key of Microsoft. Chosen at creation; not your key.',
      sources: ['databricks-types', 'databricks-terraform'],
    },
    {
      type,
      path: 'properties.storageAccountIdentity.principalId',
      readOnly: true,
      meaning: 'Object id to grant for DBFS root. Present once prepareEncryption has run.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.managedDiskIdentity.principalId',
      readOnly: true,
      meaning:
        'Object id to grant for disks at cluster start. Present once a disk key has been asked for, even when that failed.',
      sources: ['databricks-types', 'databricks-disk-set-thread'],
    },
    {
      type,
      path: 'properties.diskEncryptionSetId',
      readOnly: true,
      meaning: 'The disk encryption set in the managed resource group.',
      sources: ['databricks-types'],
    },
    {
      type,
      path: 'properties.managedResourceGroupId',
      meaning:
        'Send the value that GET returns. It cannot change, and a group that the workspace does not manage is refused.',
      sources: ['databricks-types', 'databricks-pulumi-managed-by-thread'],
    },
  ],
  callers: [
    {
      name: 'Enterprise application AzureDatabricks',
      kind: 'first-party-application',
      applicationId,
      features: ['managed-services', 'managed-disks'],
      objectId:
        'Object id of its service principal in your tenant; the application id is the same in every tenant, also in Azure operated by 21Vianet',
      grantWhen: {
        text: 'Before the update that sets a key for managed services or managed disks. It uses the services key all the time, and checks the disk key during the update.',
        sources: ['databricks-quickstart', 'databricks-terraform-example', 'databricks-services-hsm'],
      },
      grants,
    },
    {
      name: 'Disk identity (of the disk encryption set)',
      kind: 'system-assigned',
      features: ['managed-disks'],
      objectId: 'properties.managedDiskIdentity.principalId of the workspace',
      grantWhen: {
        text: 'After the update that sets the disk key, which creates it, and before compute starts. It is not created with the workspace, as the documentation once said.',
        sources: ['databricks-disk-set-thread', 'databricks-pulumi-order-thread'],
      },
      grants,
    },
    {
      name: 'Storage identity (of the managed storage account)',
      kind: 'system-assigned',
      features: ['dbfs-root'],
      objectId: 'properties.storageAccountIdentity.principalId of the workspace',
      grantWhen: {
        text: 'After prepareEncryption, which creates it, and before the update that sets the key.',
        sources: ['databricks-dbfs-cli', 'databricks-powershell'],
      },
      grants,
    },
  ],
  requirements: [
    {
      id: 'tier',
      text: 'Premium, for all three keys.',
      sources: ['databricks-cmk-overview', 'databricks-terraform'],
    },
    {
      id: 'key-type',
      feature: 'managed-services',
      text: 'RSA in every sample. Whether other types are taken is not confirmed.',
      lookAt: 'Use RSA.',
      sources: ['databricks-services-key'],
    },
    {
      id: 'key-type',
      feature: 'managed-disks',
      text: 'RSA of 2048, 3072 or 4096 bits, software or HSM. Automatic rotation in a Managed HSM needs RSA-HSM of these sizes.',
      sources: ['databricks-disks-hsm', 'databricks-disk-encryption'],
    },
    {
      id: 'key-type',
      feature: 'dbfs-root',
      text: 'RSA or RSA-HSM of 2048, 3072 or 4096 bits.',
      sources: ['storage-cmk'],
    },
    {
      id: 'key-type',
      text: 'Enabled, inside its validity dates, with wrapKey and unwrapKey among its permitted operations.',
      sources: ['key-vault-keys', 'databricks-disk-encryption'],
    },
    {
      id: 'key-identifier',
      text: 'Vault address, name and version apart, never one identifier. The address ends in vault.azure.net, or managedhsm.azure.net for an HSM.',
      sources: ['databricks-types', 'databricks-self-help'],
    },
    {
      id: 'key-identifier',
      feature: 'managed-services',
      text: 'With a version.',
      sources: ['databricks-types'],
    },
    {
      id: 'key-identifier',
      feature: 'managed-disks',
      text: 'With a version, even when disks follow new versions by themselves.',
      sources: ['databricks-types'],
    },
    {
      id: 'key-identifier',
      feature: 'dbfs-root',
      text: 'The version is optional.',
      sources: ['databricks-cli-history', 'databricks-terraform-root-change'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      feature: 'managed-services',
      text: 'Purge protection is required for a Managed HSM. Whether a vault without it is refused is not confirmed.',
      lookAt: 'Switch it on. It cannot be switched off again.',
      sources: ['databricks-services-hsm'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      feature: 'managed-disks',
      text: 'Every documented procedure has purge protection on.',
      sources: ['databricks-disks-key'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      feature: 'dbfs-root',
      text: 'Both are required.',
      sources: ['databricks-dbfs-cli', 'databricks-powershell'],
    },
    {
      id: 'permission-model',
      text: 'Azure RBAC or access policies. A grant in the model that the vault does not use has no effect.',
      sources: ['databricks-quickstart', 'databricks-powershell', 'key-vault-access-default'],
    },
    {
      id: 'tenant',
      text: 'The same tenant as the workspace, for all three keys.',
      sources: ['databricks-services-key', 'databricks-disk-encryption', 'databricks-dbfs-key'],
    },
    {
      id: 'region',
      feature: 'managed-disks',
      text: 'The same region as the workspace.',
      sources: ['databricks-disk-encryption', 'databricks-disks-key'],
    },
    {
      id: 'region',
      feature: 'managed-services',
      text: 'The pages on this key name only the tenant. A community template warns that Azure rejects a vault of another region; that is not confirmed.',
      lookAt: 'Use the region of the workspace.',
      sources: ['databricks-services-key', 'databricks-community-architecture'],
    },
    {
      id: 'region',
      feature: 'dbfs-root',
      text: 'The pages on this key name only the tenant. Whether another region works is not confirmed.',
      lookAt: 'Use the region of the workspace.',
      sources: ['databricks-dbfs-key'],
    },
    {
      id: 'subscription',
      text: 'The vault may be in another subscription.',
      sources: ['databricks-terraform'],
    },
    {
      id: 'network',
      text: 'Azure Databricks, Azure Disk Storage with a disk encryption set and Azure Storage are trusted services. Keep “Allow trusted Microsoft services” on, also when public access is disabled.',
      sources: ['key-vault-trusted-services', 'key-vault-network'],
    },
    {
      id: 'network',
      text: 'A private endpoint is neither needed nor of use: the callers are outside of your virtual network. A rule for serverless egress does not help either.',
      sources: ['databricks-community-architecture', 'key-vault-private-link'],
    },
    {
      id: 'network',
      text: 'A network security perimeter in Enforced mode blocks trusted services too, unless an access rule admits them.',
      sources: ['key-vault-network'],
    },
    {
      id: 'user-assigned-identity',
      text: 'Not possible: the workspace has no identity block, and none of the three keys can name an identity. The access connector is for the storage firewall and Unity Catalog, never for a key.',
      sources: ['databricks-types', 'databricks-bicep-thread', 'databricks-terraform'],
    },
    {
      id: 'auto-rotation',
      feature: 'managed-services',
      text: 'None. Send an update for every new version.',
      sources: ['databricks-types'],
    },
    {
      id: 'auto-rotation',
      feature: 'managed-disks',
      text: 'With rotationToLatestKeyVersionEnabled, disks move to a new version within one hour, and virtual machines are not rebooted.',
      sources: ['databricks-disk-encryption', 'databricks-types'],
    },
    {
      id: 'auto-rotation',
      feature: 'dbfs-root',
      text: 'Azure Storage checks daily for a new version when none is named. Whether that holds through Databricks is not confirmed.',
      lookAt: "The storage account's currentVersionedKeyIdentifier; it can be read, not changed.",
      sources: ['storage-cmk', 'databricks-cli-history'],
    },
    {
      id: 'managed-hsm',
      feature: 'managed-services',
      text: 'Yes.',
      sources: ['databricks-services-key', 'databricks-services-hsm'],
    },
    {
      id: 'managed-hsm',
      feature: 'managed-disks',
      text: 'Yes, but not for workspaces that comply with FedRAMP.',
      sources: ['databricks-disks-hsm'],
    },
    { id: 'managed-hsm', feature: 'dbfs-root', text: 'Yes.', sources: ['databricks-dbfs-hsm'] },
  ],
  changes: [
    {
      id: 'turn-on',
      feature: 'managed-services',
      possible: 'yes',
      text: 'PUT with managedServices. Existing data is not encrypted again; the key protects what is written from then on.',
      sources: ['databricks-services-key'],
    },
    {
      id: 'turn-on',
      feature: 'managed-disks',
      possible: 'yes',
      text: 'Terminate classic compute, then PUT with managedDisk. New compute uses the key. That compute must be terminated is quoted by several guides and treated here as required.',
      lookAt: "Microsoft's page on keys for managed disks.",
      sources: ['databricks-disks-key', 'databricks-terraform-disk-change'],
    },
    {
      id: 'turn-on',
      feature: 'dbfs-root',
      possible: 'yes',
      text: 'prepareEncryption, grant, then PUT with parameters.encryption. The key wraps anew; data is not encrypted again. Guides that call this key fixed at creation are wrong.',
      sources: ['databricks-cli', 'databricks-powershell', 'storage-cmk'],
    },
    {
      id: 'new-version',
      feature: 'managed-services',
      possible: 'yes',
      text: 'PUT with the new version. Keep the old version enabled for 24 hours.',
      sources: ['databricks-services-key'],
    },
    {
      id: 'new-version',
      feature: 'managed-disks',
      possible: 'yes',
      text: 'By itself with automatic rotation, else PUT after classic compute is terminated.',
      sources: ['databricks-disk-encryption', 'databricks-terraform-disk-change'],
    },
    {
      id: 'new-version',
      feature: 'dbfs-root',
      possible: 'yes',
      text: 'PUT with the new version.',
      sources: ['databricks-cli', 'databricks-powershell'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'PUT with the other key; for managed disks after classic compute is terminated.',
      sources: ['databricks-cli', 'databricks-powershell', 'databricks-terraform-disk-change'],
    },
    {
      id: 'new-key-store',
      possible: 'yes',
      text: 'Grant on the new vault first, then PUT; for managed disks after classic compute is terminated.',
      sources: ['databricks-cli', 'databricks-powershell', 'databricks-terraform-disk-change'],
    },
    {
      id: 'change-identity',
      possible: 'no',
      text: 'None of the keys can name an identity.',
      sources: ['databricks-types', 'databricks-bicep-thread'],
    },
    {
      id: 'turn-off',
      feature: 'managed-services',
      possible: 'no',
      text: 'The Terraform provider replaces the workspace instead. What the service answers to a removal is not confirmed.',
      lookAt: 'A second workspace without the key.',
      sources: ['databricks-terraform', 'databricks-terraform-removal-change'],
    },
    {
      id: 'turn-off',
      feature: 'managed-disks',
      possible: 'no',
      text: 'A PUT without the block is refused with DiskEncryptionPropertiesRequired. The Terraform provider replaces the workspace instead.',
      sources: ['databricks-terraform-disk-thread', 'databricks-terraform-removal-change'],
    },
    {
      id: 'turn-off',
      feature: 'dbfs-root',
      possible: 'yes',
      text: 'PUT with keySource Default.',
      sources: ['databricks-cli', 'databricks-powershell'],
    },
  ],
  trusted: {
    listed: true,
    text: 'Azure Databricks is on the list of trusted services of Key Vault, and so are the two that act for it: Azure Disk Storage with a disk encryption set, and Azure Storage.',
    sources: ['key-vault-trusted-services'],
  },
  failed: {
    blocks: [
      {
        text: 'provisioningState reports the last operation on the workspace. While it is Updating, other operations are refused with ConcurrentUpdateError, private endpoints among them.',
        sources: ['databricks-types', 'databricks-concurrent-thread', 'databricks-reference-architecture'],
      },
      {
        text: 'A first attempt at the disk key that failed may still have created the disk encryption set. Then managedDiskIdentity is there, and you can grant it before the retry.',
        sources: ['databricks-disk-set-thread'],
      },
    ],
    dataPlane: [
      {
        text: 'The workspace, running clusters and jobs are expected to go on while the key that was in force still works, because a refused update leaves it in place. That is not confirmed.',
        lookAt: 'Open a notebook, start a cluster and read a file under dbfs:/.',
      },
      {
        text: 'Succeeded does not mean that disks work: the disk identity is checked only when a cluster starts.',
        sources: ['databricks-pulumi-order-thread', 'databricks-community-architecture'],
      },
    ],
    retry: {
      text: 'Templates in use send the same update again after WorkspaceUpdateFailed until the grant works, so a PUT is taken after a failed one. No page promises it.',
      lookAt: 'Send the same target key again. If the target itself is bad, send the last good body.',
      sources: ['databricks-community-architecture', 'databricks-rest-put'],
    },
    support: [
      {
        text: 'Ask support when the workspace is Updating for hours, when Failed stays after a complete and correct PUT, when the managed storage account or the disk encryption set is gone or damaged, when a key was purged, or when a deny assignment is left on a managed resource group whose workspace no longer exists. Send the workspace id, the correlation id of the update, and the key identifiers.',
        sources: ['databricks-deny-thread', 'databricks-terraform-delete-thread'],
      },
    ],
  },
  keyUnreachable: [
    {
      feature: 'managed-services',
      after: 'when the cached data key is dropped; the interval is not published',
      text: 'Notebooks, secrets and queries can no longer be read or written. That they come back by themselves with the key is expected and not confirmed.',
      sources: ['databricks-services-key'],
    },
    {
      feature: 'managed-disks',
      after: 'about one hour after the key is disabled, deleted or expired',
      minutes: 60,
      text: 'Disks fail and virtual machines with disks on that key shut down. They do not start until the key is enabled again. New clusters fail with KeyVaultAccessForbidden. Afterwards, start compute again.',
      sources: ['databricks-disk-encryption', 'databricks-community-architecture'],
    },
    {
      feature: 'dbfs-root',
      after: 'time not documented',
      text: 'Reading and writing blobs and their metadata answers 403 for everyone. Calls work again once the key can be reached; no update is needed.',
      sources: ['storage-cmk'],
    },
    {
      after: 'for good, once a key is purged',
      text: 'What it protects cannot be recovered.',
      sources: ['key-vault-recovery', 'encryption-models'],
    },
  ],
  loss: {
    lost: [
      {
        text: 'The workspace id and address, notebooks, jobs, clusters, pools, warehouses, secret scopes, tokens, permissions, MLflow experiments and the workspace Hive metastore. Microsoft calls the deletion of a workspace irreversible.',
        sources: ['databricks-delete', 'databricks-rest-delete'],
      },
      {
        text: 'Access to DBFS root through the workspace, the managed tables of the workspace Hive metastore among it: DBFS root is their default place. The delete page says that its storage account stays in the managed resource group unless the deletion is forced; treat what is in it as lost, because no other workspace mounts it.',
        sources: ['databricks-delete', 'databricks-dbfs-root'],
      },
      {
        text: 'The storage identity and the disk identity, with every grant they had.',
        sources: ['databricks-types', 'databricks-disk-set-thread'],
      },
      {
        text: 'With forced deletion: the default Unity Catalog data in the managed resource group too.',
        sources: ['databricks-rest-delete', 'databricks-delete'],
      },
    ],
    survives: [
      {
        text: 'The Unity Catalog metastore of the account, external tables and Data Lake Storage, your virtual network, your own access connectors, Git repositories, the vault and its keys.',
        sources: ['databricks-delete', 'databricks-rest-delete'],
      },
      {
        text: 'Without forced deletion: the default Unity Catalog data, and with it the managed resource group, which then holds its name.',
        sources: ['databricks-rest-delete', 'databricks-terraform-delete-thread'],
      },
    ],
    softDelete: {
      text: "A deleted workspace is kept for 7 days, not in the US Gov regions. You cannot restore it yourself. Two revisions of Microsoft's page contradict each other: one says that Databricks may restore a part of it on a best-effort basis, one that nothing can be restored.",
      lookAt: 'Treat the deletion as final. If it happened, open a support request the same day.',
      sources: ['databricks-delete'],
    },
    name: {
      text: 'That the name of the workspace is free at once is expected and not confirmed. The managed resource group can stay behind and hold its own name.',
      lookAt: 'Give a new managed resource group another name.',
      sources: ['databricks-pulumi-group-thread'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make the keys',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `Key Vault Contributor, and ${roles['crypto-officer'].name} for the keys`,
        text: 'One key or one for each feature, in the region and tenant of the workspace. Purge protection cannot be switched off again.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072 --ops wrapKey unwrapKey`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`,
        },
        sources: ['databricks-dbfs-cli', 'databricks-disks-key', 'key-vault-recovery'],
      },
      grantApplication,
      changeKey(
        'managed-services',
        'Set the key for managed services',
        'Set KEY and KEY_VERSION to the key for this feature. This cannot be switched off later.',
        'None: this key can be replaced, not removed.',
      ),
      drain,
      {
        ...changeKey(
          'managed-disks',
          'Set the key for managed disks',
          'Set KEY and KEY_VERSION to the key for this feature. The option for automatic rotation is optional. This cannot be switched off later.',
          'None: this key can be replaced, not removed.',
        ),
        commands: {
          az: `${update['managed-disks'].az} \\
  --disk-key-auto-rotation true`,
          PowerShell: `${update['managed-disks'].PowerShell} -ManagedDiskRotationToLatestKeyVersionEnabled`,
        },
      },
      grantDiskIdentity,
      prepareEncryption,
      grantStorageIdentity,
      changeKey(
        'dbfs-root',
        'Set the key for DBFS root',
        'Wait for the grant first. Then read keySource back.',
        'The same command with --key-source Default alone, or -EncryptionKeySource Default.',
      ),
    ],
    rotate: [
      {
        kind: 'fix',
        title: 'Make a new version of the key',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `${roles['crypto-officer'].name} on the vault`,
        text: 'A grant on the vault or on the key covers all its versions. A template cannot do this: the ARM type for keys creates a key, not a new version. Disks with automatic rotation follow within one hour, and need nothing more.',
        takes: 'at once',
        undo: 'Leave the old version enabled, and set it again.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" \\
  --query "[].{id:kid, enabled:attributes.enabled, expires:attributes.expires}" --output table`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions`,
        },
        sources: ['key-vault-rotation', 'databricks-community-architecture', 'databricks-disk-encryption'],
      },
      changeKey(
        'managed-services',
        'Set the new version for managed services',
        'KEY_VERSION is the new version. Keep the old one enabled for at least 24 hours.',
        previousKey,
      ),
      changeKey('dbfs-root', 'Set the new version for DBFS root', 'KEY_VERSION is the new version.', previousKey),
      drain,
      changeKey(
        'managed-disks',
        'Set the new version for managed disks',
        'Not needed with automatic rotation. KEY_VERSION is the new version.',
        previousKey,
      ),
      {
        kind: 'verify',
        title: 'Check, and leave the old version alone for a while',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace',
        text: 'Disable the old version only when all three features name the new one, 24 hours have passed, and a notebook, a cluster and a file under dbfs:/ work. Do not delete it.',
        takes: '24 hours',
        commands: { az: `${show} \\\n  --query "${state}"` },
        sources: ['databricks-services-key', 'databricks-module-thread'],
      },
    ],
    changeKeyStore: [
      {
        ...grantApplication,
        title: 'Grant on the new vault',
        text: `VAULT is the new vault. The application for managed services and managed disks; then the storage identity and the disk identity in the same way, for the features that you move. ${grantText}`,
      },
      changeKey(
        'managed-services',
        'Move managed services',
        'VAULT, KEY and KEY_VERSION are the new ones. Keep the old vault and key as they are.',
        previousKey,
      ),
      changeKey(
        'dbfs-root',
        'Move DBFS root',
        'The same values. The storage identity must have its grant first.',
        previousKey,
      ),
      drain,
      changeKey(
        'managed-disks',
        'Move managed disks',
        'The same values. Both the application and the disk identity must have their grants first.',
        previousKey,
      ),
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Bring the keys back first',
        risk: 'safe',
        who: 'vault-administrator',
        needs: `Key Vault Contributor and ${roles['crypto-officer'].name}`,
        text: 'Without its key nothing protected can be exported. In this order: recover the vault, recover the key, enable it, make the grants again (a recovered vault has lost its role assignments), open the network for trusted services. This shows what is deleted; recover what is yours with az keyvault recover and az keyvault key recover.',
        commands: {
          az: `az keyvault list-deleted --output table
az keyvault key list-deleted --vault-name "$VAULT" --output table`,
          PowerShell: `Get-AzKeyVault -InRemovedState
Get-AzKeyVaultKey -VaultName $vault -InRemovedState`,
        },
        sources: ['key-vault-recovery', 'key-vault-soft-delete'],
      },
      {
        kind: 'back-up',
        title: 'Save the settings',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace',
        text: 'The workspace as it is, the roles on it, and its diagnostic settings. Check that no file is empty.',
        commands: {
          az: `${show} > workspace.json
az role assignment list --scope "$RESOURCE_ID" > roles.json
az monitor diagnostic-settings list --resource "$RESOURCE_ID" > diagnostic-settings.json`,
          PowerShell: `(Invoke-AzRestMethod -Method GET -Path "${path}").Content | Set-Content -Path workspace.json
Get-AzRoleAssignment -Scope $resourceId | ConvertTo-Json -Depth 5 | Set-Content -Path roles.json
Get-AzDiagnosticSetting -ResourceId $resourceId | ConvertTo-Json -Depth 10 | Set-Content -Path diagnostic-settings.json`,
        },
        sources: ['databricks-types'],
      },
      {
        kind: 'back-up',
        title: 'Save notebooks, files and jobs',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Workspace admin in Databricks',
        text: 'With the Databricks CLI, logged in to the workspace. fs ls shows the folders of DBFS root: copy every one that holds data of yours, such as /user/hive/warehouse with the managed tables of the Hive metastore, as FileStore here. export-dir skips libraries, legacy dashboards, Git folders, MLflow experiments and notebooks that are too large: read what it prints. databricks bundle generate writes jobs, pipelines and dashboards as code.',
        commands: {
          az: `databricks workspace export-dir / ./workspace-backup
databricks fs ls dbfs:/
databricks fs cp --recursive dbfs:/FileStore ./filestore-backup
databricks jobs list --output json > jobs.json
databricks clusters list --output json > clusters.json
databricks warehouses list --output json > warehouses.json
databricks secrets list-scopes --output json > secret-scopes.json`,
        },
        sources: ['databricks-own-cli', 'databricks-dbfs-root'],
      },
      {
        kind: 'back-up',
        title: 'Save the configuration as code, and what needs its own tool',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Workspace admin in Databricks',
        text: 'The exporter writes users, groups, permissions, policies, jobs and more as Terraform. Values of secrets can be read one by one with databricks secrets get-secret by somebody with permission; the exporter writes them only with -export-secrets, in clear text. MLflow objects move with the MLflow Export-Import project.',
        commands: { az: 'terraform-provider-databricks exporter -skip-interactive' },
        sources: ['databricks-exporter', 'databricks-own-cli', 'databricks-mlflow'],
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group',
        text: 'With another name for the managed resource group, from workspace.json. Grant the application first. One deployment can set the keys for managed services and managed disks together with prepareEncryption. Then grant the new storage identity and the new disk identity: the old grants are of no use. A second update adds the key for DBFS root and repeats the other two.',
        undo: 'Delete the new workspace while nothing uses it.',
        sources: ['databricks-quickstart', 'databricks-pulumi-order-thread', 'databricks-pulumi-group-thread'],
      },
      {
        kind: 'fix',
        title: 'Connect it and bring the content back',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs:
          'Workspace admin in Databricks; account admin for the metastore and the network connectivity configuration',
        text: 'Private endpoints (not while the workspace is Updating), metastore assignment, network connectivity configuration, diagnostic settings. Then notebooks, permissions, secrets and tokens.',
        undo: 'Delete what was imported. The backup stays.',
        commands: { az: 'databricks workspace import-dir ./workspace-backup /' },
        sources: ['databricks-reference-architecture', 'databricks-own-cli'],
      },
      {
        kind: 'destroy',
        title: 'Delete the old workspace',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: 'Everything in the list of what is lost. You cannot take it back yourself. This form keeps the default Unity Catalog data; a forced deletion destroys that too.',
        text: 'Only when the new workspace works, nothing uses the old address, and the saved files are checked. Keep the grants on the vault until the workspace is gone. With Terraform, removing the DBFS key is an update of its own that needs the vault.',
        undo: 'None.',
        commands: {
          az: 'az databricks workspace delete --name "$WORKSPACE" --resource-group "$RESOURCE_GROUP"',
          PowerShell: 'Remove-AzDatabricksWorkspace -ResourceGroupName $resourceGroup -Name $workspace',
        },
        sources: [
          'databricks-delete',
          'databricks-powershell-remove',
          'databricks-terraform-destroy-thread',
          'databricks-community-architecture',
        ],
      },
      {
        kind: 'fix',
        title: 'Take the old grants away',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: granting,
        text: 'PRINCIPAL_ID is the old storage identity or the old disk identity. Only once no data depends on the old keys. Do not delete the keys.',
        undo: 'Assign the role again.',
        commands: {
          az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment delete --assignee "$PRINCIPAL_ID" --role ${vaultRole.guid} --scope "$VAULT_ID"`,
          PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
Remove-AzRoleAssignment -ObjectId $principalId -RoleDefinitionName '${vaultRole.name}' -Scope $keyVault.ResourceId`,
        },
        sources: ['key-vault-rbac-guide'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'az databricks workspace update, of the databricks extension, reads the workspace and sends it back whole. --prepare-encryption; --key-source, --key-vault, --key-name, --key-version for DBFS root; --managed-services-key-vault, -name, -version; --disk-key-vault, -name, -version and --disk-key-auto-rotation. It fills in keySource for the last two by itself. Its output has no properties level, so --query starts below it.',
      sources: ['databricks-cli', 'databricks-cli-update-source'],
    },
    {
      tool: 'Azure CLI',
      text: '--enable-acu, --enable-esm or --compliance-standards without --enable-csp write Disabled for the compliance security profile. --compute-mode is accepted by update and not written. Change security settings apart from keys.',
      sources: ['databricks-cli-update-source'],
    },
    {
      tool: 'Azure CLI',
      text: 'az databricks workspace delete keeps default Unity Catalog data; --force-deletion true destroys it. With a resource group, az group delete does the same to its workspaces when it gets --force-deletion-types Microsoft.Databricks/workspaces (2.61.0 or later).',
      sources: ['databricks-cli', 'databricks-cli-force-delete'],
    },
    {
      tool: 'PowerShell',
      text: 'Update-AzDatabricksWorkspace of Az.Databricks 1.9.0 or later; older ones send wrong bodies. Mind the spelling: -ManagedServiceKeySource without s, but -ManagedServicesKeyVaultProperties… with it. -KeyVaultKeyName, -KeyVaultKeyVersion and -KeyVaultUri are older doubles of the DBFS parameters.',
      sources: ['databricks-powershell', 'databricks-powershell-source', 'databricks-powershell-changes'],
    },
    {
      tool: 'PowerShell',
      text: 'Remove-AzDatabricksWorkspace has -ForceDeletion, which destroys default Unity Catalog data.',
      sources: ['databricks-powershell-remove'],
    },
    {
      tool: 'REST',
      text: `PUT of the whole workspace. Carry over location, sku, tags, computeMode, managedResourceGroupId, every parameter, encryption, enhancedSecurityCompliance, publicNetworkAccess, requiredNsgRules, defaultCatalog, accessConnector, defaultStorageFirewall, authorizations and uiDefinitionUri. Leave out ${[...readOnly.properties, ...readOnly.parameters].join(', ')} and systemData.`,
      sources: ['databricks-rest-put', 'databricks-types'],
    },
    {
      tool: 'REST',
      text: 'DELETE keeps default Unity Catalog data; with forceDeletion=true in the address it destroys it.',
      sources: ['databricks-rest-delete'],
    },
    {
      tool: 'REST',
      text: 'Whoever sends the update needs write on the workspace. That a workspace in your own network also asks for the right to join its subnets is expected and not confirmed.',
      lookAt: 'LinkedAuthorizationFailed in the answer names the right that is missing, and the network.',
    },
    {
      tool: 'REST',
      text: 'Fixed or one-way, as the Terraform provider treats them: name, resource group, location, managed resource group, load balancer pool, NAT gateway, public IP, subnets, virtual network and its prefix, storage account name, infrastructure encryption, linked Machine Learning workspace. enableNoPublicIp goes only from false to true, in a workspace with your own network. The tier does not go back to trial. The compliance profile cannot be turned off, nor a standard removed.',
      sources: ['databricks-terraform', 'databricks-rest-put'],
    },
    {
      tool: 'Portal',
      text: 'The workspace, Encryption. prepareEncryption has no switch there: Automation, Export template, Deploy, Edit template, set it to true, deploy; then JSON View shows the principalId. Set managedResourceGroupId to the existing id, or the deployment fails.',
      sources: ['databricks-dbfs-hsm', 'databricks-powershell-failed-thread'],
    },
    {
      tool: 'Terraform',
      text: 'managed_services_cmk_key_vault_key_id, managed_disk_cmk_key_vault_key_id, managed_disk_cmk_rotation_to_latest_version_enabled, customer_managed_key_enabled (prepareEncryption), and the resource azurerm_databricks_workspace_root_dbfs_customer_managed_key, in a second apply. Removing the id of the services or disk key replaces the workspace. force_delete in the features block destroys default Unity Catalog data on a delete.',
      sources: ['databricks-terraform', 'databricks-terraform-removal-change'],
    },
  ],
  quirks: [
    {
      what: 'A DBFS update fails with InvalidEncryptionEntitiesKeyVaultValue when another key is on: the cmdlet sent managedDisk without its key.',
      workaround: 'Az.Databricks 1.7.1 or later; better 1.9.0.',
      sources: ['databricks-cmk-report', 'databricks-powershell-dbfs-thread', 'databricks-powershell-changes'],
    },
    {
      what: 'A disk update with a vault key fails where one with an HSM key works.',
      workaround: 'Az.Databricks 1.7.1 or later.',
      sources: ['databricks-powershell-disk-thread', 'databricks-powershell-changes'],
    },
    {
      what: 'Enabling DBFS encryption left the workspace Failed, and the recovery in the portal met a managed resource group of another name.',
      workaround: 'Az.Databricks 1.5.1 or later; in the portal, set managedResourceGroupId to the existing id.',
      sources: ['databricks-powershell-failed-thread', 'databricks-powershell-changes'],
    },
    {
      what: 'In Az.Databricks 1.8.0 even an update of tags asks for key vault details.',
      workaround: 'Az.Databricks 1.9.0 or later.',
      sources: ['databricks-powershell-tags-thread', 'databricks-powershell-changes'],
    },
    {
      what: 'An apply without the disk block is refused (DiskEncryptionPropertiesRequired), and enabling DBFS root and disks together on a live workspace ended in ApplicationUpdateFail.',
      workaround: 'Repeat the block; use the separate resource for DBFS root.',
      sources: ['databricks-terraform-disk-thread'],
    },
    {
      what: 'An old Terraform provider replaced the workspace when the services key changed.',
      workaround: 'A provider since 3.x updates it in place. Read the plan before you apply.',
      sources: ['databricks-terraform-replace-thread', 'databricks-terraform-disk-change'],
    },
    {
      what: 'The DBFS key resource of Terraform cannot be destroyed together with the workspace.',
      workaround: 'Keep the grants until the workspace is gone.',
      sources: ['databricks-terraform-destroy-thread'],
    },
    {
      what: 'The DBFS key resource crashed when the key had been removed outside of Terraform, and took neither HSM keys nor keys without a version.',
      workaround: 'A provider of the 4.x line or later.',
      sources: ['databricks-terraform-root-change'],
    },
    {
      what: 'Removing the id of the disk or services key gave a difference that never ended.',
      workaround: 'Since provider 5.2.0 it is a replacement of the workspace. Do not remove it.',
      sources: ['databricks-terraform-removal-change'],
    },
    {
      what: 'A Bicep module put the version of the services key on the disk key, and the service took it without an error.',
      workaround: 'Module 0.11.5 or later. Check that each version belongs to the key beside it.',
      sources: ['databricks-module-thread'],
    },
    {
      what: 'Keys at creation needed two deployments.',
      workaround: 'A retest of August 2026 set services and disks in one. DBFS root still takes two.',
      sources: ['databricks-pulumi-order-thread'],
    },
    {
      what: 'A single Bicep deployment fails with missing key vault permissions for DBFS root, and no user-assigned identity can be named.',
      workaround: 'Two deployments: prepareEncryption, grant, then the key.',
      sources: ['databricks-bicep-thread'],
    },
    {
      what: 'storage_account_identity or managed_disk_identity is empty in the output of Terraform.',
      workaround:
        'Its feature was not asked for yet: run prepareEncryption, or set a disk key, and read again. In 2023 the service once left them empty by mistake.',
      sources: ['databricks-terraform-identity-thread'],
    },
    {
      what: 'A private endpoint and a key created at the same time: one of them fails, because the workspace locks itself.',
      workaround: 'One after the other.',
      sources: ['databricks-reference-architecture', 'databricks-concurrent-thread'],
    },
    {
      what: 'A community template says that the storage identity is also checked for the services key. The quickstart of Microsoft grants the application alone.',
      workaround: 'Where the storage identity exists, grant it on that key too. It does no harm.',
      sources: ['databricks-community-architecture', 'databricks-quickstart'],
    },
    {
      what: 'An update sent right after the grant fails with a message that looks like a wrong grant.',
      workaround: `Wait up to ${rolePropagationMinutes} minutes and send the same update again.`,
      sources: ['databricks-community-architecture', 'rbac-troubleshooting'],
    },
    {
      what: 'The error title PatchWorkspaceError is not expected here: a PATCH of Databricks carries tags alone, and no public Databricks thread shows that title. That it never appears is not confirmed.',
      workaround: 'Look whether the message is about another service, such as Synapse.',
      sources: ['databricks-rest-spec'],
    },
  ],
};
