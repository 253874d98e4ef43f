import { firstPartyApplications } from '../applications.ts';
import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { addAccessPolicy, assignRole, toUserAssigned } from '../causes/grants.ts';
import { enableIdentity, passesByItself } from '../causes/identity-token-failure.ts';
import { apiVersions, permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import {
  anyVersion,
  applicationRequest,
  inTurn,
  keyRequest,
  managerRequest,
  providerStates,
  readThenPatch,
  registerProvider,
  vaultRequest,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import { attachIdentity } from './attach-identity.ts';
import type { ServiceFacts, ServicePlan } from './facts.ts';

const resourceType = 'Microsoft.MachineLearningServices/workspaces';
const apiVersion = '2026-05-01';
const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const vaultRole = roles['crypto-service-encryption-user'];

/** The id under which a Microsoft application is known in every tenant. */
const applicationId = (name: string): string =>
  Object.keys(firstPartyApplications).find((id) => firstPartyApplications[id] === name) ?? '';
const cosmosDb = applicationId('Azure Cosmos DB');
const cosmosDbGovernment = applicationId('Azure Cosmos DB (Azure Government)');
const machineLearningApp = applicationId('Azure Machine Learning');

/** How long a deleted workspace can be recovered, in days. Source: ml-soft-delete. */
const softDeleteDays = 14;

/** The encryption part that a PATCH can hold: the identifier, and nothing else. Source: ml-patch-model. */
const patchBody = (keyIdentifier: string): string =>
  `"{\\"properties\\":{\\"encryption\\":{\\"keyVaultProperties\\":{\\"keyIdentifier\\":\\"${keyIdentifier}\\"}}}}"`;
const patchPowerShell = `$body = @{ properties = @{ encryption = @{ keyVaultProperties = @{ keyIdentifier = $keyIdentifier } } } } | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`;
const namedKey = 'https://$VAULT.vault.azure.net/keys/$KEY/$KEY_VERSION';

const readCosmosAz = `MANAGED_GROUP=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.serviceProvisionedResourceGroup --output tsv)
az cosmosdb list --resource-group "$MANAGED_GROUP" \\
  --query "[].{name:name, key:keyVaultKeyUri, status:customerManagedKeyStatus, identity:defaultIdentity}"`;
const readCosmosPowerShell = `$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
Get-AzResource -ResourceGroupName $workspaceNow.properties.serviceProvisionedResourceGroup -ResourceType Microsoft.DocumentDB/databaseAccounts -ExpandProperties |
  ForEach-Object { $_.Properties | Select-Object keyVaultKeyUri, customerManagedKeyStatus, defaultIdentity }`;

const readCosmosRequests = inTurn(
  managerRequest('GET', '$RESOURCE_ID', apiVersion),
  managerRequest(
    'GET',
    '/subscriptions/$SUBSCRIPTION/resourceGroups/{the serviceProvisionedResourceGroup of the answer}/providers/Microsoft.DocumentDB/databaseAccounts',
    anyVersion,
  ),
);

/** The providers that must be registered. Source: ml-cmk-setup. */
const providers = [
  'Microsoft.MachineLearningServices',
  'Microsoft.Storage',
  'Microsoft.KeyVault',
  'Microsoft.DocumentDB',
  'Microsoft.Search',
] as const;

const readIdentities: Step = {
  kind: 'confirm',
  title: 'See which identity is meant, and whether it is attached',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the workspace; may read the directory',
  text: 'Compare appid and oid of the message. Azure Cosmos DB is an application of Microsoft: it must be found and enabled, and is attached nowhere. forTheKey is the user-assigned identity for the key: it must stand under attached too, with the principalId that it has now. Empty with the type UserAssigned means that the service does not find the grants; that part is fixed at creation.',
  commands: {
    az: `az ad sp show --id ${cosmosDb} --query "{name:displayName, objectId:id, enabled:accountEnabled}"
az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" \\
  --query "{type:identity.type, system:identity.principalId, attached:identity.userAssignedIdentities, forTheKey:properties.encryption.identity.userAssignedIdentity, primary:properties.primaryUserAssignedIdentity}"`,
    PowerShell: `Get-AzADServicePrincipal -ApplicationId ${cosmosDb} | Select-Object DisplayName, Id, AccountEnabled
$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$workspaceNow.identity | ConvertTo-Json -Depth 4
$workspaceNow.properties.encryption.identity.userAssignedIdentity
$workspaceNow.properties.primaryUserAssignedIdentity`,
    REST: inTurn(applicationRequest(cosmosDb), managerRequest('GET', '$RESOURCE_ID', apiVersion)),
  },
  sources: ['ml-cmk-setup', 'ml-terraform-hub', 'ml-patch-model'],
};

const attach: Step = {
  kind: 'fix',
  title: 'Attach the identity that the key settings name',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Contributor on the workspace, and Managed Identity Operator on the identity',
  text: 'IDENTITY_ID is what forTheKey says. This adds it and keeps every identity that is there: never take the system-assigned one away. The Azure CLI way needs jq. If forTheKey is empty or another one, leave this out: encryption.identity is not part of a PATCH, so ask support, or build a second workspace.',
  undo: 'None that is documented: there is no way back to the system-assigned identity alone. An attached identity that nothing uses does no harm.',
  commands: attachIdentity(apiVersion),
  sources: ['ml-identity', 'ml-rest-spec', 'ml-patch-model'],
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'A kind of project means: go on with the hub that hub names, the project has no key of its own. keyVaultArmId is the vault of the key. It is not always the vault in properties.keyVault, which holds secrets. Keep the output: keyIdentifier is what was set last. group is empty in the service-side model.',
    commands: {
      az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" \\
  --query "{kind:kind, state:properties.provisioningState, hub:properties.hubResourceId, encryption:properties.encryption, serviceSide:properties.enableServiceSideCMKEncryption, group:properties.serviceProvisionedResourceGroup, secretsVault:properties.keyVault, identity:identity}"`,
      PowerShell: `$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$workspaceNow.kind
$workspaceNow.identity | ConvertTo-Json -Depth 4
$workspaceNow.properties | Select-Object provisioningState, hubResourceId, enableServiceSideCMKEncryption, serviceProvisionedResourceGroup, keyVault
$workspaceNow.properties.encryption | ConvertTo-Json -Depth 5`,
      REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
    },
    sources: ['ml-rest-spec', 'ml-hub'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the object id of Azure Cosmos DB',
      risk: 'safe',
      who: 'anyone',
      needs: 'May read the directory',
      text: 'With a managed resource group, the refused caller is mostly this Microsoft application: compare appid in the message. Grants need its object id in your tenant, which this prints, not the application id. Nothing found: register Microsoft.DocumentDB again. Azure Government has another application.',
      commands: {
        az: `az ad sp show --id ${cosmosDb} --query id --output tsv`,
        PowerShell: `(Get-AzADServicePrincipal -ApplicationId ${cosmosDb}).Id`,
        REST: applicationRequest(cosmosDb),
      },
      sources: ['ml-cmk-setup', 'log-analytics-cosmos'],
    },
    {
      kind: 'confirm',
      title: 'Find the identity of the workspace or hub',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'The oid of the message is one of these. Grant Azure Cosmos DB and this identity, one after the other: the service can ask for the key as either. forTheKey names the user-assigned identity that reads the key, if there is one.',
      commands: {
        az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" \\
  --query "{system:identity.principalId, user:identity.userAssignedIdentities, forTheKey:properties.encryption.identity.userAssignedIdentity}"`,
        PowerShell: `$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$workspaceNow.identity | ConvertTo-Json -Depth 4
$workspaceNow.properties.encryption.identity.userAssignedIdentity`,
        REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
      },
      sources: ['ml-hub-cmk', 'ml-identity', 'ml-avm-bicep'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Wait until Cosmos DB has the old key back',
      risk: 'safe',
      who: 'workspace-owner',
      needs: 'Reader on the managed resource group',
      text: 'Only with a managed resource group. No error in status: go on. While it speaks of an error, every change of the key is refused; it heals by itself after the key is back.',
      takes: 'up to an hour; ask support after two',
      commands: { az: readCosmosAz, PowerShell: readCosmosPowerShell, REST: readCosmosRequests },
      sources: ['ml-cosmos-cmk-errors', 'cosmos-cmk-troubleshoot'],
    },
    {
      kind: 'retry',
      title: 'Set the key identifier again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: `${resourceType}/write, for example Contributor`,
      text: 'On a workspace or hub, never on a project. First the identifier that worked last, with its version: that is expected to take the Failed flag away. Then, if you want it, the new key of the same vault. This PATCH changes the identifier and nothing else. Leave every old version enabled.',
      undo: 'The same PATCH with the previous identifier.',
      commands: {
        az: `az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body ${patchBody(namedKey)}`,
        PowerShell: `$keyIdentifier = "https://$vault.vault.azure.net/keys/$key/$keyVersion"
${patchPowerShell}`,
        REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}
Content-Type: application/json

{"properties": {"encryption": {"keyVaultProperties": {"keyIdentifier": "${namedKey}"}}}}`,
      },
      sources: ['ml-patch-model', 'ml-rest-spec', 'ml-cmk'],
      lookAt:
        'That Failed accepts this PATCH is expected, and documented nowhere. The activity log shows whether it ran; if it is refused, ask support.',
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace and its managed resource group',
      text: 'Expect Succeeded and the identifier that you set. After a change of a hub, run the first command for one of its projects too.',
      commands: {
        az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, encryption:properties.encryption}"
${readCosmosAz}`,
        PowerShell: `${readCosmosPowerShell}
$workspaceNow.properties.provisioningState
$workspaceNow.properties.encryption | ConvertTo-Json -Depth 5`,
        REST: readCosmosRequests,
      },
      sources: ['ml-rest-spec', 'cosmos-cmk-troubleshoot'],
    },
  ],
  instead: {
    'key-access-lost': {
      confirm: [
        {
          kind: 'confirm',
          title: 'See whether the stores have lost the key, or only the flag says Failed',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'Reader on the managed resource group',
          text: 'An error in status means the revoked state: data is locked until the key is back. No error means that data is readable, and that only the last update failed. In the service-side model there is nothing to list: look whether the studio shows jobs and models.',
          commands: { az: readCosmosAz, PowerShell: readCosmosPowerShell, REST: readCosmosRequests },
          sources: ['cosmos-cmk-troubleshoot'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Give back the key that is in use, not another one',
          risk: 'changes-access',
          who: 'vault-administrator',
          needs: roles['crypto-officer'].name,
          text: `In the revoked state a change of the key is refused. So: recover a deleted vault or key, enable the version that keyIdentifier names and set its expiry into the future, grant Azure Cosmos DB and the workspace identity again, let trusted services through the firewall. These commands enable the version; the page of each cause has the others.`,
          takes: 'Cosmos DB heals within about an hour',
          undo: 'The same command with false disables the version again.',
          commands: {
            az: 'az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --enabled true',
            PowerShell: 'Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -Enable $true',
            REST: keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', '{"attributes": {"enabled": true}}'),
          },
          sources: ['ml-cosmos-cmk-errors', 'cosmos-cmk-troubleshoot', 'key-vault-keys'],
        },
      ],
    },
    'cmk-only-at-creation': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm what was chosen at creation',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'No encryption, or status Disabled: created without your key. keyVaultArmId of another vault than the one you want: only keys of that vault can be set. Compare without regard to upper and lower case. An update that keeps to that vault can go through.',
          commands: {
            az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{encryption:properties.encryption, serviceSide:properties.enableServiceSideCMKEncryption}"`,
            PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption | ConvertTo-Json -Depth 5`,
            REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
          },
          sources: ['ml-cmk', 'ml-hub-cmk', 'ml-patch-model'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Take back what cannot be changed',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'Take encryption out of the update, except for keyIdentifier. Expect the key that was set to be in use still: keyIdentifier above names it. In Terraform, stop at “must be replaced”. To have a key, another vault or the other storage model, build a second workspace or hub beside this one, and keep this one until nothing needs it.',
          sources: ['ml-cmk', 'ml-patch-model', 'ml-terraform'],
        },
        {
          kind: 'retry',
          title: 'If it is Failed: send an update that is allowed',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: `${resourceType}/write, for example Contributor`,
          text: 'With a key of yours, this sets VAULT, KEY and KEY_VERSION: the last good key, in the vault of the workspace. Without one, it sends the tags as they are.',
          undo: 'None needed: it sets what was there.',
          commands: {
            az: `STATUS=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.status --output tsv)
TAGS=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query tags --output json)
if [ "$STATUS" = Enabled ]; then
  az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
    --body ${patchBody(namedKey)}
else
  az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" --body "{\\"tags\\":\${TAGS:-null}}"
fi`,
            PowerShell: `$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$body = if ($workspaceNow.properties.encryption.status -eq 'Enabled') {
  @{ properties = @{ encryption = @{ keyVaultProperties = @{ keyIdentifier = "https://$vault.vault.azure.net/keys/$key/$keyVersion" } } } }
} else { @{ tags = $workspaceNow.tags } }
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload ($body | ConvertTo-Json -Depth 6)`,
            REST: readThenPatch(
              apiVersion,
              `{if encryption.status of the answer is Enabled: {"properties": {"encryption": {"keyVaultProperties": {"keyIdentifier": "${namedKey}"}}}}; else: {"tags": the tags of the answer, or null}}`,
            ),
          },
          sources: ['ml-patch-model', 'ml-rest-spec'],
          lookAt:
            'That Failed accepts this PATCH, and goes with it, is expected and documented nowhere. The activity log shows whether it ran; if it is refused, ask support.',
        },
      ],
    },
    'identity-not-assigned': {
      confirm: [readIdentities],
      fix: [attach, toUserAssigned(assignRole), toUserAssigned(addAccessPolicy)],
    },
    'identity-token-failure': {
      confirm: [
        {
          ...readIdentities,
          text: `${readIdentities.text} ${passesByItself}`,
          sources: [...readIdentities.sources, 'token-signature-report', 'entra-error-codes'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'If Azure Cosmos DB is not found: register its provider again',
          risk: 'changes-workspace',
          who: 'subscription-owner',
          needs: 'Contributor on the subscription',
          text: 'Its service principal is then expected in your tenant, with a new object id. Grant that one on the vault of the key.',
          takes: 'minutes',
          undo: 'None needed.',
          commands: {
            az: 'az provider register --namespace Microsoft.DocumentDB --wait',
            PowerShell: 'Register-AzResourceProvider -ProviderNamespace Microsoft.DocumentDB',
            REST: registerProvider('Microsoft.DocumentDB'),
          },
          sources: ['ml-cmk-setup', 'log-analytics-cosmos'],
          lookAt: 'The first command of the check above: it must print an object id.',
        },
        { ...enableIdentity, text: 'PRINCIPAL_ID is the oid of the message. Ask first who disabled it, and why.' },
        {
          ...attach,
          title: 'If the user-assigned identity was deleted: make it again under its old name, and attach it',
          text: 'Its resource id is part of the key settings and cannot be changed, so it must be the same one: same name, same resource group. LOCATION is its region. The new identity has another principalId: grant it next. A system-assigned identity that is gone is a matter for support: do not switch it off and on.',
          undo: 'None: the old principalId does not come back.',
          commands: {
            az: `az identity create --name "\${IDENTITY_ID##*/}" --resource-group "$(printf '%s' "$IDENTITY_ID" | cut -d / -f 5)" --location "$LOCATION"
${attachIdentity(apiVersion).az}`,
            PowerShell: `New-AzUserAssignedIdentity -Name $identityId.Split('/')[8] -ResourceGroupName $identityId.Split('/')[4] -Location $location
${attachIdentity(apiVersion).PowerShell}`,
            REST: `${managerRequest(
              'PUT',
              '$IDENTITY_ID',
              apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities'],
              '{"location": "$LOCATION"}',
            )}\n\n${attachIdentity(apiVersion).REST}`,
          },
          sources: ['managed-identity-issues', 'ml-rest-spec', 'ml-patch-model'],
          lookAt:
            'That attaching it again is enough is not documented here: the principalId under identity must be the new one. If it is the old one, ask support.',
        },
        toUserAssigned(assignRole),
        toUserAssigned(addAccessPolicy),
      ],
    },
    'cross-tenant-misconfigured': withinOneTenant,
    'key-uri-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare the identifier with the key, and its vault with the one that is fixed',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace, get on the key',
          text: 'The right form has the version: https, vault.azure.net, keys, name, version, and no slash at the end. The vault must be the one in keyVaultArmId.',
          commands: {
            az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.keyVaultProperties
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
            PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption.keyVaultProperties
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
            REST: inTurn(managerRequest('GET', '$RESOURCE_ID', apiVersion), keyRequest('GET', 'keys/$KEY')),
          },
          sources: ['ml-cmk-setup', 'ml-yaml', 'ml-cosmos-cmk-errors'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Send it with its version',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The retry builds the identifier from VAULT, KEY and KEY_VERSION. That one without a version is taken is not confirmed.',
          sources: ['ml-cmk-setup', 'ml-yaml'],
        },
      ],
    },
    'location-or-subscription-mismatch': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare region and subscription, and the vault that was fixed at creation',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on workspace and vault',
          text: 'Region and subscription (in the id) must be the same. vaultOfTheKey is the only vault from which this workspace takes a key.',
          commands: {
            az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{location:location, id:id, vaultOfTheKey:properties.encryption.keyVaultProperties.keyVaultArmId}"
az keyvault show --name "$VAULT" --query "{location:location, id:id}"`,
            PowerShell: `$workspaceNow = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$workspaceNow.location, $workspaceNow.id, $workspaceNow.properties.encryption.keyVaultProperties.keyVaultArmId
Get-AzKeyVault -VaultName $vault | Format-List Location, ResourceId`,
            REST: inTurn(managerRequest('GET', '$RESOURCE_ID', apiVersion), vaultRequest('GET')),
          },
          sources: ['ml-cmk-setup', 'ml-template', 'ml-patch-model'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Go back to a key in the vault of the workspace',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'list on the keys of that vault',
          text: 'The vault of a workspace that exists cannot change. Choose the last good key in it; the retry sends it. For a workspace that is not created yet, make a vault in its region, subscription and tenant, as under “Turn CMK on” on the page of the service.',
          commands: {
            az: `VAULT_ID=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption.keyVaultProperties.keyVaultArmId --output tsv)
az keyvault key list --vault-name "\${VAULT_ID##*/}" --query "[].{id:kid, enabled:attributes.enabled}" --output table`,
            PowerShell: `$vaultId = ((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.encryption.keyVaultProperties.keyVaultArmId
Get-AzKeyVaultKey -VaultName $vaultId.Split('/')[8]`,
            REST: inTurn(
              managerRequest('GET', '$RESOURCE_ID', apiVersion),
              keyRequest('GET', 'keys').replace('$VAULT', '{the vault in keyVaultArmId of the answer}'),
            ),
          },
          sources: ['ml-cmk', 'ml-cmk-setup', 'ml-patch-model'],
        },
      ],
    },
    'prerequisite-missing': {
      confirm: [
        {
          kind: 'confirm',
          title: 'See whether the five providers are registered',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the subscription',
          text: 'Expect Registered five times.',
          commands: {
            az: `for NAMESPACE in ${providers.join(' ')}; do
  az provider show --namespace "$NAMESPACE" --query "[namespace, registrationState]" --output tsv
done`,
            PowerShell: `foreach ($namespace in ${providers.map((name) => `'${name}'`).join(', ')}) {
  Get-AzResourceProvider -ProviderNamespace $namespace | Select-Object ProviderNamespace, RegistrationState -Unique
}`,
            REST: providerStates(providers),
          },
          sources: ['ml-cmk-setup', 'arm-registration-error'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Register them',
          risk: 'changes-workspace',
          who: 'subscription-owner',
          needs: 'Contributor on the subscription',
          text: 'What is registered already is left as it is. If Azure Cosmos DB was not found in your directory, look for it again afterwards, and grant it.',
          takes: 'minutes',
          undo: 'az provider unregister, while nothing of it exists.',
          commands: {
            az: `for NAMESPACE in ${providers.join(' ')}; do
  az provider register --namespace "$NAMESPACE" --wait
done`,
            PowerShell: `foreach ($namespace in ${providers.map((name) => `'${name}'`).join(', ')}) {
  Register-AzResourceProvider -ProviderNamespace $namespace
}`,
            REST: providers.map(registerProvider).join('\n\n'),
          },
          sources: ['ml-cmk-setup', 'arm-registration-error'],
        },
      ],
    },
    'name-held-by-soft-delete': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Look for the deleted workspace',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the subscription',
          text: 'In the portal: Azure Machine Learning, Recently deleted. No command lists them.',
          sources: ['ml-soft-delete'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Recover it, or take another name',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: 'Contributor on the resource group',
          text: 'In the portal: Recently deleted, choose it, Recover. Its vault of secrets, storage account and Application Insights must be alive: recover them first. Computes and endpoints do not come back. If you need neither, take another name for the new workspace.',
          takes: 'up to 15 minutes for the roles of its identity',
          undo: `Delete it again: it can then be recovered for ${softDeleteDays} days more.`,
          sources: ['ml-soft-delete'],
        },
      ],
    },
  },
};

const grants = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: 'The Cosmos DB page takes Azure RBAC, and verified modules deploy with it. The pages of Azure Machine Learning show access policies only, and the hub text of May 2025 took nothing else.',
      sources: ['log-analytics-cosmos', 'ml-avm-bicep', 'ml-avm-terraform', 'ml-foundry-cmk'],
    },
    sources: ['log-analytics-cosmos'],
  },
  'access-policy': {
    keyPermissions,
    note: {
      text: 'On the vault of the key, by object id. It is the conservative choice.',
      sources: ['ml-cmk-setup', 'ml-cmk'],
    },
    sources: ['ml-cmk-setup', 'ml-cmk'],
  },
  'managed-hsm': {
    note: {
      text: 'Not documented for Azure Machine Learning: its pages and property names speak of Key Vault alone. Expect no support.',
      lookAt: 'The table of services that support customer-managed keys.',
      sources: ['encryption-models', 'cmk-support', 'ml-cmk-setup'],
    },
    sources: [],
  },
} as const;

export const facts: ServiceFacts = {
  id: 'machine-learning',
  mustKnow: [
    {
      text: 'CMK is decided at creation. Afterwards only keyIdentifier can change, and only to a key in the same vault. There is no switching on or off, and no move to another vault.',
      sources: ['ml-cmk', 'ml-cmk-setup', 'ml-hub-cmk'],
    },
    {
      text: 'A project has no key of its own. Repair its hub: the settings flow from the hub to its projects, and all of them share its managed resource group, where it has one. Network, vault of secrets, storage and registry come from the hub too; only Application Insights can differ.',
      sources: ['ml-hub', 'ml-sdk-update'],
    },
    {
      text: 'Two vaults play a part. properties.keyVault holds secrets: connection strings, registry passwords. encryption.keyVaultProperties.keyVaultArmId is the vault of the key. They can be the same one; separate is usual.',
      sources: ['ml-yaml', 'ml-data-encryption', 'ml-rest-spec'],
    },
    {
      text: 'There are two storage models. With a managed resource group, Cosmos DB, AI Search and Storage stand in your subscription. In the service-side model (enableServiceSideCMKEncryption) the data is on the side of Microsoft.',
      sources: ['ml-cmk', 'ml-hub-cmk'],
    },
    {
      text: "With a managed resource group, the caller that gets the 403 is mostly Azure Cosmos DB, a Microsoft application, and not the workspace's identity.",
      sources: ['ml-cmk-setup', 'log-analytics-cosmos'],
    },
    {
      text: 'If the key in use is out of reach, bring that key back before you switch. In the revoked state Cosmos DB refuses another key.',
      sources: ['ml-cosmos-cmk-errors'],
    },
    {
      text: 'Terraform destroys and recreates the workspace when anything in its encryption block changes. Rotate by PATCH, and let Terraform ignore the block.',
      sources: ['ml-terraform', 'ml-terraform-hub'],
    },
  ],
  resources: [
    {
      type: resourceType,
      apiVersion,
      preview: '2026-05-15-preview',
      keySince: '2020-01-01',
      part: 'The workspace, in four kinds: Default, Hub, Project and FeatureStore. A hub and a feature store take the key like a workspace; the store adds featureStoreSettings. A project takes hubResourceId, and neither key nor storage, vault, registry or network of its own. A workspace cannot become a hub.',
      sources: ['bicep-types', 'arm-json-schemas', 'ml-hub', 'ml-sdk-feature-store', 'ml-sdk-update'],
    },
  ],
  features: [
    {
      id: 'managed-resource-group',
      name: 'Managed resource group',
      protects: {
        text: 'Cosmos DB with job history and the metadata of computes and assets, AI Search with the indexes over it, and Storage with designer and pipeline metadata: in a resource group of your subscription that Azure makes and manages, with a virtual network when the workspace has a private endpoint. Not covered: the storage account of the workspace, which takes a key of its own; the disks of computes; AI services, search and registries that are connected to a hub.',
        sources: ['ml-cmk', 'ml-cmk-setup', 'ml-hub-cmk'],
      },
    },
    {
      id: 'service-side',
      name: 'Service-side',
      protects: {
        text: 'Job and asset metadata in a multitenant store of Microsoft, encrypted by document under your key, and an AI Search instance of your own that is billed under the workspace. Pipeline metadata lies in your own storage account, whose encryption you set yourself. Charges go on while a deleted workspace can be recovered. The Azure Machine Learning page calls the model preview, without data labelling; the hub page recommends it.',
        sources: ['ml-cmk', 'ml-hub-cmk'],
      },
    },
  ],
  keyProperties: [
    {
      type: resourceType,
      path: 'properties.encryption.status',
      meaning: 'Enabled or Disabled. Chosen at creation.',
      sources: ['bicep-types', 'ml-patch-model'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.keyVaultProperties.keyVaultArmId',
      meaning:
        'The resource id of the vault of the key. Fixed at creation. Pages spell its provider in two ways: compare without regard to case.',
      sources: ['bicep-types', 'ml-cmk-setup'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.keyVaultProperties.keyIdentifier',
      meaning: 'The identifier of the key, with its version. The only part that can change.',
      sources: ['ml-patch-model', 'ml-cmk-setup', 'ml-yaml'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.keyVaultProperties.identityClientId',
      meaning: 'Reserved for later use. Leave it out.',
      sources: ['ml-rest-spec'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.identity.userAssignedIdentity',
      meaning:
        'The resource id of the user-assigned identity that fetches the key. Needed when identity.type is UserAssigned: without it the service does not find the grants. Since API version 2021-01-01.',
      sources: ['ml-terraform-hub', 'bicep-types'],
    },
    {
      type: resourceType,
      path: 'properties.enableServiceSideCMKEncryption',
      meaning: 'true: the service-side model. Chosen at creation. In stable API versions since 2025-06-01.',
      sources: ['bicep-types', 'ml-terraform'],
    },
    {
      type: resourceType,
      path: 'properties.encryption.cosmosDbResourceId',
      meaning:
        'A Cosmos DB account of your own, beside storageAccountResourceId and searchAccountResourceId. The SDK calls it a special scenario; the pages say that you cannot create these stores up front. Leave them out. In stable API versions since 2025-12-01.',
      sources: ['bicep-types', 'ml-key-class', 'ml-cmk'],
    },
    {
      type: resourceType,
      path: 'properties.keyVault',
      meaning: 'The vault of secrets, not of the key. Fixed at creation.',
      sources: ['bicep-types'],
    },
    {
      type: resourceType,
      path: 'properties.primaryUserAssignedIdentity',
      meaning: 'Set it too when a user-assigned identity reads the key.',
      sources: ['ml-terraform-hub'],
    },
    {
      type: resourceType,
      path: 'properties.serviceProvisionedResourceGroup',
      readOnly: true,
      meaning: 'The name of the managed resource group. Read it here: pages give two different patterns for the name.',
      sources: ['bicep-types', 'ml-cmk'],
    },
    {
      type: resourceType,
      path: 'properties.hubResourceId',
      meaning: 'On a project: its hub, which has the key.',
      sources: ['bicep-types', 'ml-hub'],
    },
    {
      type: resourceType,
      path: 'properties.hbiWorkspace',
      meaning:
        'High business impact. Fixed at creation, and on by default for a hub with encryption: read it before you write a template.',
      sources: ['ml-cmk', 'ml-terraform-hub'],
    },
    {
      type: resourceType,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning: 'How the last update ended. It says nothing about whether the stores have their key.',
      sources: ['bicep-types'],
    },
    {
      type: resourceType,
      path: 'identity.principalId',
      readOnly: true,
      meaning: 'The object id of the system-assigned identity. It does not exist before the workspace does.',
      sources: ['bicep-types'],
    },
  ],
  callers: [
    {
      name: 'Azure Cosmos DB',
      kind: 'first-party-application',
      applicationId: cosmosDb,
      features: ['managed-resource-group'],
      objectId: 'the id of its service principal in your tenant; the application id is not enough',
      grantWhen: {
        text: `Before the workspace is created. In Azure Government it is another application: ${cosmosDbGovernment}. The Azure Machine Learning page calls the id a principal id; the Cosmos DB page calls it an application id.`,
        sources: ['ml-cmk-setup', 'log-analytics-cosmos'],
      },
      grants,
    },
    {
      name: "The workspace's or hub's system-assigned identity",
      kind: 'system-assigned',
      objectId: 'identity.principalId of the workspace or hub',
      grantWhen: {
        text: 'It exists only after creation. After a creation in the portal, the hub page says, it has the permissions already. Check them before a change of the key.',
        sources: ['ml-hub-cmk', 'ml-cmk'],
      },
      grants,
    },
    {
      name: 'A user-assigned identity',
      kind: 'user-assigned',
      objectId: 'principalId of the identity in encryption.identity.userAssignedIdentity',
      grantWhen: {
        text: 'Before creation. It takes the way from Storage to the vault, and does not replace Azure Cosmos DB everywhere: one Microsoft module grants both. Grant both. It also needs Microsoft.Storage/storageAccounts/write, Microsoft.Search/searchServices/write and Microsoft.DocumentDB/databaseAccounts/write, to create the managed stores. Its grants outlive the workspace.',
        sources: ['ml-identity', 'ml-avm-bicep', 'ml-avm-terraform', 'ml-roles'],
      },
      grants: {
        ...grants,
        'azure-rbac': {
          role: 'crypto-service-encryption-user',
          note: {
            text: 'Verified modules give it more: Key Vault Crypto User on the key with Contributor on the vault, or Key Vault Crypto Officer.',
            sources: ['ml-avm-bicep', 'ml-avm-terraform'],
          },
          sources: ['log-analytics-cosmos', 'key-vault-rbac-guide'],
        },
      },
    },
  ],
  requirements: [
    {
      id: 'tier',
      text: `Registered providers: ${providers.join(', ')}.`,
      sources: ['ml-cmk-setup'],
    },
    {
      id: 'tier',
      feature: 'managed-resource-group',
      text: 'Free quota for Cosmos DB, AI Search and Storage in the subscription.',
      sources: ['ml-cmk'],
    },
    {
      id: 'tier',
      feature: 'managed-resource-group',
      text: `The Azure Machine Learning application (${machineLearningApp}) needs Contributor on the subscription, to build the managed resource group. It gets nothing on the vault.`,
      sources: ['ml-roles', 'ml-template'],
    },
    {
      id: 'tier',
      feature: 'managed-resource-group',
      text: 'Azure Policy on Cosmos DB, AI Search or Storage reaches into the managed resource group. Exempt at subscription or management group scope before you create: a deny assignment keeps you from adding an exemption inside. The built-in policy “Azure Machine Learning workspaces should be encrypted with a customer-managed key”, set to Deny, blocks a deployment without the key.',
      sources: ['ml-policy-thread', 'arm-policy-error'],
    },
    {
      id: 'tier',
      text: 'Whoever creates the workspace, a person or a pipeline, needs Owner or Contributor on the vault of the key and, on a vault with access policies, an access policy: the page names create, get, delete and purge on keys.',
      sources: ['ml-cmk-setup', 'ml-roles'],
    },
    {
      id: 'key-type',
      text: 'RSA. The workspace page recommends 3072 bits or more; the hub page lists RSA and RSA-HSM of 2048 bits. Take 2048 for a hub. Other kinds, such as EC, are not offered.',
      sources: ['ml-cmk-setup', 'ml-hub-cmk', 'ml-avm-terraform'],
    },
    {
      id: 'key-type',
      text: 'Leave encrypt, decrypt, wrapKey and unwrapKey among the operations of the key: AI Search asks for all four.',
      sources: ['ml-search-cmk'],
    },
    {
      id: 'key-identifier',
      text: 'With its version: https, vault, keys, name, version.',
      sources: ['ml-cmk-setup', 'ml-yaml'],
    },
    {
      id: 'key-identifier',
      text: 'That an identifier without a version is taken is not confirmed: every page and example has one.',
      lookAt: 'Send the version. key.kid of az keyvault key show has it.',
      sources: ['ml-cmk-setup'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: 'Both are required and checked at creation.',
      sources: ['ml-cmk', 'ml-cmk-setup', 'ml-purge-protection-thread'],
    },
    {
      id: 'permission-model',
      text: 'Access policies stand on every page. Azure RBAC stands on the Cosmos DB page and works in verified modules.',
      sources: ['ml-cmk-setup', 'log-analytics-cosmos', 'ml-avm-bicep'],
    },
    {
      id: 'permission-model',
      feature: 'service-side',
      text: 'As which identity the service asks for the key is not documented. Expected: the identity of the workspace or hub, or the user-assigned one.',
      lookAt: "appid and oid in the 403, or in the vault's audit log.",
      sources: ['ml-hub-cmk'],
    },
    {
      id: 'permission-model',
      feature: 'managed-resource-group',
      text: 'As which identity the managed AI Search asks for the key is not documented.',
      lookAt: "The vault's audit log.",
      sources: ['ml-search-cmk'],
    },
    {
      id: 'tenant',
      text: 'The same tenant. Across tenants it does not work: the type has no setting for it, and Cosmos DB refuses such keys for its Microsoft application.',
      sources: ['ml-hub-cmk', 'ml-cosmos-cmk-errors'],
    },
    {
      id: 'region',
      text: 'The region of the workspace.',
      sources: ['ml-roles', 'ml-template', 'ml-hub-cmk'],
    },
    {
      id: 'subscription',
      text: 'The subscription of the workspace. The Foundry text of May 2025 allowed another one; keep to the stricter rule.',
      sources: ['ml-cmk-setup', 'ml-foundry-cmk'],
    },
    {
      id: 'network',
      feature: 'managed-resource-group',
      text: 'The vault must be public or let trusted Microsoft services through. One that is reachable through private endpoints only does not work.',
      sources: ['log-analytics-cosmos'],
    },
    {
      id: 'network',
      feature: 'service-side',
      text: 'A vault with public network access disabled is not supported, says the preview page.',
      sources: ['ml-cmk'],
    },
    {
      id: 'user-assigned-identity',
      text: 'Possible, by template or REST: the key class of SDK and CLI (v2) has no identity. Set primaryUserAssignedIdentity as well. A workspace can go from the system-assigned identity to both kinds, not back.',
      sources: ['ml-identity', 'ml-terraform-hub', 'ml-key-class'],
    },
    {
      id: 'auto-rotation',
      text: 'Not a setting of Azure Machine Learning: set each new version by PATCH.',
      sources: ['ml-hub-cmk', 'ml-patch-model'],
    },
    {
      id: 'auto-rotation',
      feature: 'managed-resource-group',
      text: 'Cosmos DB follows new versions by itself when its identifier has no version. Whether Azure Machine Learning sets it so is not confirmed.',
      lookAt: 'keyVaultKeyUri of the Cosmos DB account in the managed resource group.',
      sources: ['log-analytics-cosmos'],
    },
    {
      id: 'managed-hsm',
      text: 'Not documented: pages and property names speak of Key Vault alone.',
      lookAt: 'The table of services that support customer-managed keys. Plan with a vault.',
      sources: ['encryption-models', 'cmk-support'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      possible: 'no',
      text: 'Decided at creation. Build a second workspace or hub.',
      sources: ['ml-cmk', 'ml-hub-cmk'],
    },
    {
      id: 'new-version',
      feature: 'managed-resource-group',
      possible: 'yes',
      text: 'PATCH keyIdentifier. Old data is not encrypted again: keep the old version enabled.',
      sources: ['ml-cmk', 'ml-patch-model', 'ml-hub-cmk'],
    },
    {
      id: 'new-version',
      feature: 'service-side',
      possible: 'not-confirmed',
      text: 'The pages contradict each other: the workspace page of 2024 says that rotation is not supported in the preview, the hub page of 2025 describes it without that limit.',
      lookAt: 'Try it on a hub that is not in production.',
      sources: ['ml-cmk', 'ml-hub-cmk'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'PATCH keyIdentifier, to another key in the same vault.',
      sources: ['ml-cmk', 'ml-cmk-setup'],
    },
    {
      id: 'new-key-store',
      possible: 'no',
      text: 'Recreate. keyVaultArmId is not part of a PATCH.',
      sources: ['ml-cmk', 'ml-hub-cmk', 'ml-patch-model'],
    },
    {
      id: 'change-identity',
      possible: 'not-confirmed',
      text: 'The identity for the key is not part of a PATCH. Whether a PUT takes it is not confirmed; expect a refusal.',
      lookAt: 'A workspace that is not in production, before you plan with it.',
      sources: ['ml-rest-spec', 'ml-patch-model'],
    },
    {
      id: 'turn-off',
      possible: 'no',
      text: 'No way back to keys of Microsoft, and none from one storage model to the other. Projects keep their reference to the key.',
      sources: ['ml-hub-cmk', 'ml-foundry-cmk', 'ml-terraform'],
    },
  ],
  trusted: {
    listed: true,
    text: 'Azure Machine Learning, Azure AI Search and Azure Storage are on the list of trusted services of Key Vault. Azure Cosmos DB is not, but its own page asks for “Allow trusted Microsoft services” when the vault has a firewall.',
    sources: ['key-vault-trusted-services', 'log-analytics-cosmos'],
  },
  failed: {
    blocks: [
      {
        text: 'provisioningState reports the last update of the resource. A refused change of the key can leave Failed behind while everything is still under the old key.',
        lookAt: 'customerManagedKeyStatus of the Cosmos DB account: it tells a mere flag from locked data.',
        sources: ['cosmos-cmk-troubleshoot'],
      },
      {
        text: 'What Azure answers to a refused PATCH, for a key in another vault or another identity, is not documented, and no public thread shows it.',
        lookAt: 'The inner message of the failed operation in the activity log. Paste it into the decoder.',
      },
      {
        text: 'What else a Failed workspace refuses is not documented.',
        lookAt: 'The activity log of the workspace, and az ml workspace diagnose for its associated resources.',
        sources: ['ml-cli', 'ml-rest-spec'],
      },
    ],
    dataPlane: [
      {
        text: 'As long as the old key can be used, data stays readable: the stores hold their own reference to it. That the studio goes on during Failed is expected and not documented.',
        lookAt: 'Open a list of jobs, and read customerManagedKeyStatus.',
        sources: ['cosmos-cmk-troubleshoot'],
      },
      {
        text: 'Files in your own storage account, images in the registry and secrets in the vault are not under this key and stay readable.',
        sources: ['ml-cmk', 'ml-soft-delete'],
      },
      {
        text: 'When grant, key or vault are back, Cosmos DB heals by itself within about an hour. The flag Failed needs one more update that succeeds: the PATCH with the last good identifier.',
        sources: ['cosmos-cmk-troubleshoot', 'ml-cosmos-cmk-errors'],
      },
    ],
    retry: {
      text: 'That Failed accepts another PATCH is expected and documented nowhere.',
      lookAt: 'The activity log: the retry must appear as an operation of its own. If it is refused, ask support.',
      sources: ['ml-rest-spec'],
    },
    support: [
      {
        text: 'Ask support when the account is still revoked two hours after the key is back.',
        sources: ['cosmos-cmk-troubleshoot'],
      },
      {
        text: 'Ask support too when the key or vault was purged, when the managed resource group or a part of it was deleted, when the default identity of the managed Cosmos DB account must change (a deny assignment keeps you out), when create and permanent delete block each other, or when the PATCH is refused from Failed.',
        lookAt: 'Send the resource id, the correlation id of the PATCH and the encryption block.',
        sources: ['ml-policy-thread', 'ml-soft-delete-deadlock-thread', 'ml-cmk'],
      },
    ],
  },
  keyUnreachable: [
    {
      feature: 'managed-resource-group',
      after: 'within 60 minutes',
      minutes: 60,
      text: 'AI Search keeps the key for up to 60 minutes. Then indexes cannot be used, and the service cannot be scaled.',
      sources: ['ml-search-cmk'],
    },
    {
      feature: 'managed-resource-group',
      after: 'within about an hour',
      minutes: 60,
      text: 'The managed storage account no longer gives out its data.',
      sources: ['ml-data-encryption'],
    },
    {
      feature: 'managed-resource-group',
      after: 'not documented',
      text: 'Cosmos DB enters the revoked state: documents can be neither read nor written, and only its default identity can be changed or the account deleted. How soon is not documented.',
      lookAt: 'customerManagedKeyStatus of the account.',
      sources: ['ml-cosmos-cmk-errors', 'cosmos-cmk-troubleshoot'],
    },
    {
      after: 'not documented',
      text: 'On a hub, new fine-tuning and downloads stop. Deployments that run go on until they are deleted.',
      lookAt: "How soon is not documented: the vault's audit log shows when the key was last asked for.",
      sources: ['ml-hub-cmk'],
    },
    {
      after: 'not documented',
      text: 'No time is published after which Azure Machine Learning deletes the data of a lost key.',
      lookAt: 'Plan as if there were none left: bring the key back first.',
    },
    {
      after: 'for good, once a key is purged',
      text: 'The metadata cannot be read any more, and no export of it is possible.',
      sources: ['log-analytics-cosmos', 'key-vault-soft-delete'],
    },
  ],
  loss: {
    lost: [
      {
        text: `Run history, registrations of models, data, environments and components, pipelines, datastores and labelling projects: recoverable for ${softDeleteDays} days, then gone.`,
        sources: ['ml-soft-delete'],
      },
      {
        text: 'Compute instances and clusters, online and batch endpoints, queued and running jobs and role assignments on the workspace: gone at once, also when the workspace is recovered.',
        sources: ['ml-soft-delete'],
      },
      {
        text: 'The managed resource group with Cosmos DB, AI Search and Storage: kept and billed while the workspace is soft-deleted, removed with the permanent delete. Never delete it, or anything in it, yourself.',
        sources: ['ml-soft-delete', 'ml-cmk'],
      },
      {
        text: 'The system-assigned identity, the workspace id, the discovery and MLflow addresses, the name of the managed resource group, and with data isolation the containers that carry the workspace id. Grants, roles on other storage, databases and registries, private endpoints and roles of users have to be made again.',
        sources: ['ml-soft-delete', 'ml-hub'],
      },
    ],
    survives: [
      {
        text: 'The storage account of the workspace with outputs and the file share of the notebooks, its vault, registry and Application Insights; Git repositories, Azure Machine Learning registries and data stores elsewhere; the vault of the key, and the key. A user-assigned identity keeps its grants.',
        sources: ['ml-soft-delete', 'ml-failover'],
      },
    ],
    softDelete: {
      text: `${softDeleteDays} days. Recover in the portal only: Azure Machine Learning, Recently deleted, Recover. The vault of secrets, the storage account and Application Insights must be alive. Roles of the workspace identity come back within 15 minutes, other roles do not.`,
      sources: ['ml-soft-delete'],
    },
    name: {
      text: `Held until the ${softDeleteDays} days are over or the workspace is deleted for good.`,
      sources: ['ml-soft-delete'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make the vault and a key that it takes',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Contributor, and Key Vault Crypto Officer for the key',
        text: 'A vault in the subscription, region and tenant of the workspace. 3072 bits for a workspace; take 2048 for a hub. Purge protection is required, and cannot be switched off again.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072`,
        },
        sources: ['ml-cmk-setup', 'ml-hub-cmk', 'key-vault-recovery'],
      },
      {
        kind: 'fix',
        title: 'Grant Azure Cosmos DB before anything is created',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs:
          'Owner or User Access Administrator on the vault; for a vault with access policies, Key Vault Contributor',
        text: 'The first command is for a vault with Azure RBAC, the second for one with access policies: run the one that fits. Grant a user-assigned identity in the same way. A UserAssigned workspace needs both. In the service-side model, Azure Cosmos DB of your subscription plays no part; which identity reads the key there is not documented, so grant the user-assigned one.',
        takes: `up to ${rolePropagationMinutes} minutes for a role`,
        undo: 'az role assignment delete or az keyvault delete-policy with the same object id.',
        commands: {
          az: `COSMOS=$(az ad sp show --id ${cosmosDb} --query id --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$COSMOS" --assignee-principal-type ServicePrincipal --role ${vaultRole.guid} --scope "$VAULT_ID"
az keyvault set-policy --name "$VAULT" --object-id "$COSMOS" --key-permissions ${keyPermissions.join(' ')}`,
          PowerShell: `$cosmos = (Get-AzADServicePrincipal -ApplicationId ${cosmosDb}).Id
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $cosmos -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId
Set-AzKeyVaultAccessPolicy -VaultName $vault -ObjectId $cosmos -PermissionsToKeys ${keyPermissions.join(',')}`,
        },
        sources: ['ml-cmk-setup', 'log-analytics-cosmos'],
      },
      {
        kind: 'fix',
        title: 'Let Azure Machine Learning build the managed resource group',
        risk: 'changes-access',
        who: 'subscription-owner',
        needs: 'Owner or User Access Administrator on the subscription',
        text: 'Only for the model with a managed resource group. Policies that would refuse its stores are exempted now, at this scope or above.',
        undo: 'az role assignment delete with the same assignee, role and scope, once the workspace exists; a later change may need it again.',
        commands: {
          az: `APP=$(az ad sp show --id ${machineLearningApp} --query id --output tsv)
az role assignment create --assignee-object-id "$APP" --assignee-principal-type ServicePrincipal --role Contributor --scope "/subscriptions/$SUBSCRIPTION"`,
          PowerShell: `$app = (Get-AzADServicePrincipal -ApplicationId ${machineLearningApp}).Id
New-AzRoleAssignment -ObjectId $app -ObjectType ServicePrincipal -RoleDefinitionName Contributor -Scope "/subscriptions/$subscription"`,
        },
        sources: ['ml-roles', 'ml-template', 'ml-policy-thread'],
      },
      {
        kind: 'fix',
        title: 'Create the workspace with the key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs:
          'Contributor on the resource group and on the vault of the key; on a vault with access policies also create, get, delete and purge on keys',
        text: 'This makes a workspace with a managed resource group and a system-assigned identity. Make a hub in the portal (Encryption) or with a template. The service-side model and a user-assigned identity for the key need a template: enableServiceSideCMKEncryption and encryption.identity. Choose now, it cannot be changed. Take a name that is free: on an existing one this command silently becomes an update.',
        undo: `Delete it: it can be recovered for ${softDeleteDays} days, and holds its name meanwhile.`,
        commands: {
          az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
KEY_ID=$(az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv)
cat > workspace.yml <<END
name: $WORKSPACE
location: $LOCATION
customer_managed_key:
  key_vault: $VAULT_ID
  key_uri: $KEY_ID
END
az ml workspace create --resource-group "$RESOURCE_GROUP" --file workspace.yml`,
        },
        sources: [
          'ml-yaml',
          'ml-cli',
          'ml-sdk-update',
          'ml-quickstart',
          'ml-quickstart-service-side',
          'ml-quickstart-hub',
          'ml-hub-cmk',
        ],
      },
      {
        kind: 'verify',
        title: 'Check the grants of the new identity',
        risk: 'safe',
        who: 'vault-administrator',
        needs: 'Reader on the workspace and the vault',
        text: 'The workspace identity needs the same rights on the vault of the key. Grant them now if neither list shows it.',
        commands: {
          az: `IDENTITY=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query identity.principalId --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment list --assignee-object-id "$IDENTITY" --scope "$VAULT_ID" --include-inherited --output table
az keyvault show --name "$VAULT" --query "properties.accessPolicies[?objectId=='$IDENTITY'].permissions.keys"`,
        },
        sources: ['ml-hub-cmk', 'ml-cmk'],
      },
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'Check that the key in use is reachable',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace and its managed resource group',
        text: 'An error in status means the revoked state: bring the old key back first. Note the present identifier: it is your way back.',
        commands: {
          az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.encryption
${readCosmosAz}`,
          PowerShell: `${readCosmosPowerShell}
$workspaceNow.properties.encryption | ConvertTo-Json -Depth 5`,
        },
        sources: ['ml-cosmos-cmk-errors', 'ml-patch-model'],
      },
      {
        kind: 'fix',
        title: 'Make a new version, and set its identifier',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace or hub, Key Vault Crypto Officer on the vault',
        text: 'On the hub, not on its projects. For another key of the same vault, leave the first command out and set KEY to it. Old data is not encrypted again.',
        undo: 'The same PATCH with the identifier that you noted.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
KEY_ID=$(az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv)
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
  --body ${patchBody('$KEY_ID')}`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
$keyIdentifier = (Get-AzKeyVaultKey -VaultName $vault -Name $key).Id
${patchPowerShell}`,
        },
        sources: ['ml-patch-model', 'ml-rest-spec', 'ml-hub-cmk'],
      },
      {
        kind: 'verify',
        title: 'Check the hub, a project and the stores, and keep the old version',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace and its managed resource group',
        text: 'The Cosmos DB page asks for 24 hours before an old version is disabled. Keep it enabled even then: only new data is under the new key.',
        takes: '24 hours in Cosmos DB',
        commands: {
          az: `az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, encryption:properties.encryption}"
${readCosmosAz}`,
          PowerShell: `${readCosmosPowerShell}
$workspaceNow.properties.provisioningState`,
        },
        sources: ['log-analytics-cosmos', 'ml-hub-cmk'],
        lookAt:
          'Whether a project takes over the change of its hub at once is not documented: read encryption on the hub and on a project.',
      },
    ],
    changeKeyStore: [],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save the settings',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        text: 'Give the key back first if you can: without it there is nothing to export. There is no back-up of workspace metadata as a whole, so save asset by asset. Check that no file is empty. For a hub, do it for every project too.',
        commands: {
          az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} > workspace.json
az role assignment list --scope "$RESOURCE_ID" > roles.json
for KIND in compute datastore connection online-endpoint batch-endpoint schedule; do
  az ml "$KIND" list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > "$KIND.json"
done
az ml workspace outbound-rule list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > outbound-rules.json
IDENTITY=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query identity.principalId --output tsv)
az role assignment list --all --assignee "$IDENTITY" > identity-roles.json`,
        },
        sources: ['ml-cli', 'ml-failover'],
        lookAt: 'The files themselves: each must hold what you expect.',
      },
      {
        kind: 'back-up',
        title: 'Download models, job outputs and components',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'AzureML Data Scientist on the workspace',
        text: 'It can take hours and much disk space. Run history cannot be saved: only what jobs wrote.',
        commands: {
          az: `IN=(--resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE")
az ml model list "\${IN[@]}" --query "[].name" --output tsv | while read -r NAME; do
  az ml model list --name "$NAME" "\${IN[@]}" --query "[].version" --output tsv | while read -r VERSION; do
    az ml model download --name "$NAME" --version "$VERSION" "\${IN[@]}" --download-path "models/$NAME/$VERSION"
  done
done
az ml component list "\${IN[@]}" --query "[].name" --output tsv | while read -r NAME; do
  az ml component list --name "$NAME" "\${IN[@]}" --query "[].version" --output tsv | while read -r VERSION; do
    az ml component show --name "$NAME" --version "$VERSION" "\${IN[@]}" --output yaml > "component-$NAME-$VERSION.yml"
  done
done
az ml job list "\${IN[@]}" --all-results true --query "[].name" --output tsv | while read -r NAME; do
  az ml job download --name "$NAME" --all "\${IN[@]}" --download-path jobs
done`,
        },
        sources: ['ml-cli-model', 'ml-failover'],
      },
      {
        kind: 'back-up',
        title: 'Copy environments and data into a registry',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'AzureML Registry User on a registry of yours',
        text: 'Write the name of a registry of yours into the first line. Copies stand in the registry; nothing changes in the workspace.',
        undo: 'az ml environment archive and az ml data archive on the registry.',
        commands: {
          az: `REGISTRY=registry-contoso
IN=(--resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE")
for KIND in environment data; do
  az ml "$KIND" list "\${IN[@]}" --query "[].name" --output tsv | while read -r NAME; do
    az ml "$KIND" list --name "$NAME" "\${IN[@]}" --query "[].version" --output tsv | while read -r VERSION; do
      az ml "$KIND" share --name "$NAME" --version "$VERSION" "\${IN[@]}" \\
        --share-with-name "$NAME" --share-with-version "$VERSION" --registry-name "$REGISTRY"
    done
  done
done`,
        },
        sources: ['ml-failover', 'ml-cli'],
      },
      {
        kind: 'back-up',
        title: 'Copy the notebooks out of the file share',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Access to the storage account of the workspace',
        text: 'The share survives a delete of the workspace, unless somebody deletes the associated resources too.',
        commands: {
          az: `STORAGE=$(az resource show --api-version ${apiVersion} --ids "$RESOURCE_ID" --query properties.storageAccount --output tsv)
SHARE=$(az ml datastore show --name workspaceworkingdirectory --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --query file_share_name --output tsv)
az storage file download-batch --account-name "\${STORAGE##*/}" --source "$SHARE" --destination notebooks`,
        },
        sources: ['ml-failover', 'ml-cli-datastore'],
        lookAt: 'If the datastore has another name, az ml datastore list shows the file share.',
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group',
        text: 'Under another name, as in “Turn CMK on”: providers, quota and policy exemptions; the vault; the grants; then the workspace or hub, with the storage model that you want to keep. Prefer a user-assigned identity: its grants survive the next time. A move of the old workspace is no way out: workspaces with CMK cannot be moved.',
        undo: 'Delete the new workspace.',
        sources: ['ml-move', 'ml-cmk-setup', 'ml-soft-delete'],
      },
      {
        kind: 'fix',
        title: 'Fill it, in this order',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        text: 'Private endpoints, DNS and outbound rules, without the rules that Azure marks Required or Recommended: sending them back is refused. Then projects with the new hubResourceId; computes, datastores, assets, endpoints and schedules; role assignments last. The new identity needs its grants on the vault of the key and on other storage, databases and registries.',
        undo: 'Delete what you made.',
        sources: ['ml-sdk-update', 'ml-hub', 'ml-soft-delete'],
      },
      {
        kind: 'destroy',
        title: 'Delete the old workspace, recoverable',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: 'Computes, endpoints, running jobs and role assignments at once. Everything else of the workspace after 14 days.',
        text: `Only when the new one works and the saved files are checked. Delete projects before their hub; whether Azure asks for it is not confirmed. Never add --all-resources: it deletes the storage account, the vault, the registry and Application Insights too. The managed resource group is billed, and the name is held, for ${softDeleteDays} days.`,
        undo: `In the portal within ${softDeleteDays} days: Azure Machine Learning, Recently deleted, Recover.`,
        commands: {
          az: 'az ml workspace delete --resource-group "$RESOURCE_GROUP" --name "$WORKSPACE"',
          PowerShell: 'Remove-AzMLWorkspace -ResourceGroupName $resourceGroup -Name $workspace',
        },
        sources: ['ml-soft-delete', 'ml-cli', 'ml-powershell-remove'],
        lookAt:
          'Whether a workspace can be deleted while its key is out of reach is not documented; Cosmos DB itself allows it.',
      },
      {
        kind: 'destroy',
        title: 'Or delete it for good, when the name must be free at once',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: 'Everything in the list of what is lost, at once and for good, the managed resource group included. There is no recovery.',
        text: 'Decide before the first delete: this command does not find a workspace that is already soft-deleted. For that one, Recently deleted in the portal has a permanent delete. The SDK calls it permanently_delete, REST forceToPurge.',
        undo: 'None.',
        commands: {
          az: 'az ml workspace delete --resource-group "$RESOURCE_GROUP" --name "$WORKSPACE" --permanently-delete --yes',
          PowerShell: 'Remove-AzMLWorkspace -ResourceGroupName $resourceGroup -Name $workspace -ForceToPurge',
        },
        sources: ['ml-soft-delete', 'ml-cli', 'ml-powershell-remove', 'ml-soft-delete-deadlock-thread'],
      },
    ],
  },
  tools: [
    {
      tool: 'REST',
      text: 'PATCH is the way: of the encryption it holds keyIdentifier alone, so it cannot reset anything. A PUT replaces the resource: carry every writable property over, with kind, location, identity, sku and tags.',
      sources: ['ml-rest-spec', 'ml-patch-model'],
    },
    {
      tool: 'REST',
      text: 'A PATCH also takes tags, sku and identity, and of the properties description, friendlyName, imageBuildCompute, serviceManagedResourcesSettings, primaryUserAssignedIdentity, serverlessComputeSettings, publicNetworkAccess, applicationInsights, containerRegistry, featureStoreSettings, managedNetwork, enableDataIsolation, systemDatastoresAuthMode and v1LegacyMode. Fixed after creation: name, location, kind, keyVault, storageAccount, hbiWorkspace, and by its page enableDataIsolation. managedNetworkKind goes from V1 to V2 only.',
      sources: ['ml-rest-spec', 'bicep-types', 'ml-identity'],
    },
    {
      tool: 'REST',
      text: `To carry over in a PUT (${apiVersion}): allowPublicAccessWhenBehindVnet, applicationInsights, associatedWorkspaces, containerRegistry, description, discoveryUrl, enableDataIsolation, enableServiceSideCMKEncryption, encryption, featureStoreSettings, friendlyName, hbiWorkspace, hubResourceId, imageBuildCompute, keyVault, managedNetwork, primaryUserAssignedIdentity, provisionNetworkNow, publicNetworkAccess, serverlessComputeSettings, serviceManagedResourcesSettings, sharedPrivateLinkResources, storageAccount, systemDatastoresAuthMode, v1LegacyMode and workspaceHubConfig. The preview adds allowRoleAssignmentOnRG, containerRegistries, keyVaults, storageAccounts, existingWorkspaces, ipAllowlist, networkAcls, softDeleteRetentionInDays, enableSimplifiedCmk and enableSoftwareBillOfMaterials. Leave out outbound rules of the categories Required and Recommended: sent back, they make a bad request.`,
      sources: ['bicep-types', 'ml-sdk-update'],
    },
    {
      tool: 'Azure CLI',
      text: 'az ml (v2) has no flag for the key. az ml workspace update --file takes YAML with customer_managed_key, key_vault and key_uri, sends key_uri alone, and ignores another key_vault without a word. az ml workspace create on an existing name becomes an update. The CLI cannot name an identity for the key. az ml workspace sync-keys is about access keys of storage and registry, not about this one.',
      sources: ['ml-sdk-update', 'ml-cli', 'ml-cli-notes', 'ml-key-class'],
    },
    {
      tool: 'Azure CLI',
      text: 'That az ml workspace update --set customer_managed_key.key_uri works is not confirmed.',
      lookAt: 'Use az rest with the PATCH, and read encryption afterwards.',
      sources: ['ml-cli'],
    },
    {
      tool: 'Azure CLI',
      text: 'az ml workspace diagnose checks the associated resources: storage, vault of secrets, registry, DNS, locks. Whether it looks at the vault of the key is not documented, so an empty answer clears nothing.',
      lookAt: "The audit log of the key's vault.",
      sources: ['ml-rest-spec', 'ml-cli'],
    },
    {
      tool: 'Azure CLI',
      text: 'The retired v1 of az ml had flags for creation: --cmk-keyvault, --resource-cmk-uri and --user-assigned-identity-for-cmk-encryption.',
      sources: ['ml-cli-notes'],
    },
    {
      tool: 'PowerShell',
      text: 'Update-AzMLWorkspace has -KeyVaultKeyIdentifier in newer versions of Az.MachineLearningServices only; older ones have no parameter for the key. Newer help also lists -EncryptionStatus, -KeyVaultArmId and -EncryptionUserAssignedIdentity: they do not lift the limits of the service. Invoke-AzRestMethod works with every version.',
      sources: ['ml-powershell'],
    },
    {
      tool: 'Portal',
      text: 'CMK is chosen on the Encryption tab at creation. Whether the portal changes the key of an existing workspace is not documented.',
      lookAt: 'The Encryption page of the workspace; use the PATCH if it is read-only.',
      sources: ['ml-hub-cmk', 'ml-cmk'],
    },
    {
      tool: 'Terraform',
      text: 'Any change in encryption of azurerm_machine_learning_workspace or azurerm_ai_foundry destroys and recreates it. Rotate by PATCH and set lifecycle ignore_changes = [encryption]. Read the plan for “must be replaced” before every apply.',
      sources: ['ml-terraform', 'ml-terraform-hub'],
    },
  ],
  quirks: [
    {
      what: 'Pages contradict each other: the template page says that encryption, vault and key can never change; the CMK pages allow another key in the same vault.',
      workaround: 'PATCH keyIdentifier within the vault.',
      sources: ['ml-template', 'ml-cmk', 'ml-cmk-setup'],
    },
    {
      what: 'A redeployed vault template with an empty list of access policies takes every grant away. What worked answers 403, or is revoked.',
      workaround: 'Add the policies again, and use accessPolicies children or Azure RBAC from then on.',
      sources: ['ml-policies-wiped-thread', 'key-vault-access-issues'],
    },
    {
      what: 'Switching the vault to Azure RBAC voids every access policy, and Cosmos DB is refused at once.',
      workaround: 'Assign the roles, or switch back until they are there.',
      sources: ['key-vault-rbac-guide'],
    },
    {
      what: 'The vault or the key does not appear in the picker of the portal: another region or subscription, or you may not list keys.',
      workaround: 'Meet the requirements, and use REST.',
      sources: ['ml-purge-protection-thread', 'ml-cmk-setup'],
    },
    {
      what: 'Building the managed resource group fails with an authorization or quota error.',
      workaround:
        'Give the Azure Machine Learning application Contributor on the subscription, by object id, or raise the quota.',
      sources: ['ml-roles', 'ml-cmk'],
    },
    {
      what: 'RequestDisallowedByPolicy names Cosmos DB, Search or Storage in the managed resource group. Its deny assignment lets you add no exemption there, and the stores show as not compliant. One report puts them at about 700 euros a month.',
      workaround: 'Exempt at subscription or management group scope before creation, or use the service-side model.',
      sources: ['ml-policy-thread'],
    },
    {
      what: 'Create is blocked by a soft-deleted workspace, and the permanent delete does not find it.',
      workaround: 'Recently deleted in the portal; if it is not there, ask support. Take another name meanwhile.',
      sources: ['ml-soft-delete-deadlock-thread', 'ml-soft-delete-message-thread'],
    },
    {
      what: 'Pipelines that delete and create under one name break on soft delete.',
      workaround: 'A new name for each run, or a permanent delete where nothing is worth keeping.',
      sources: ['ml-soft-delete-pipeline-thread', 'ml-soft-delete-landing-zone-thread', 'ml-terraform-soft-delete'],
    },
    {
      what: 'The verified Terraform module ignored the identity for the key before December 2024.',
      workaround: 'Use a newer version of the module.',
      sources: ['ml-avm-terraform-fix'],
    },
    {
      what: 'One published Terraform example grants the application id of Cosmos DB as if it were its object id. Nobody has shown that such a grant works.',
      workaround: 'Grant the object id of the service principal in your tenant.',
      sources: ['ml-avm-terraform', 'log-analytics-cosmos'],
    },
    {
      what: 'Some pages print the id of the Azure Machine Learning application without one of its groups, which is no GUID.',
      workaround: 'Take the id from this page.',
      sources: ['ml-docs-application-id'],
    },
    {
      what: 'A hub with encryption has high business impact on by default; a template without hbiWorkspace then differs.',
      workaround: 'Read hbiWorkspace back before you write a template.',
      sources: ['ml-terraform-hub'],
    },
    {
      what: 'A strict check against the published JSON schema refuses template expressions in keyIdentifier and keyVaultArmId, which fit two branches at once.',
      workaround: 'Check with literal values.',
      sources: ['arm-json-schemas'],
    },
    {
      what: 'Another registry or Application Insights breaks the lineage of earlier jobs, so the CLI asks for --update-dependent-resources.',
      workaround: 'Leave both out of a repair of the key.',
      sources: ['ml-sdk-update', 'ml-cli'],
    },
  ],
};
