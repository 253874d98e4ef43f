import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { assignRole, grantTo } from '../causes/grants.ts';
import { enableIdentity, passesByItself } from '../causes/identity-token-failure.ts';
import { permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import {
  eventsOf,
  inTurn,
  keyRequest,
  managerRequest,
  principalRequest,
  registerProvider,
  roleAssignment,
  vaultPath,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import type { Caller, ServiceFacts, ServicePlan } from './facts.ts';

const workspaceType = 'Microsoft.HealthcareApis/workspaces';
const fhirType = `${workspaceType}/fhirservices`;
const dicomType = `${workspaceType}/dicomservices`;
const apiVersion = '2024-03-31';
const preview = '2025-04-01-preview';
const keySince = '2023-11-01';
const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const vaultRole = roles['crypto-service-encryption-user'];

/** How long Microsoft keeps back-ups of a FHIR database, in days. Source: health-continuity. */
const backUpDays = 7;

// RESOURCE_ID names a FHIR service; a DICOM service differs in the type segment alone.
const choose = `# for a DICOM service: dicomservices
TYPE=fhirservices
ID="\${RESOURCE_ID/\\/fhirservices\\///$TYPE/}"`;
const choosePowerShell = `# for a DICOM service: dicomservices
$type = 'fhirservices'
$id = $resourceId -replace '/fhirservices/', "/$type/"`;

const showAz = `az resource show --ids "$ID" --api-version ${apiVersion} \\
  --query "{state:properties.provisioningState, key:properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl, identity:identity}"`;
const getPowerShell = `$now = (Invoke-AzRestMethod -Method GET -Path "\${id}?api-version=${apiVersion}").Content | ConvertFrom-Json`;
const showPowerShell = `${getPowerShell}
$now.properties.provisioningState
$now.properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl
$now.identity | ConvertTo-Json -Depth 4`;
const namedKey = 'https://$VAULT.vault.azure.net/keys/$KEY/$KEY_VERSION';

/** The path of the service; which of the two it is, the reader puts in. */
const servicePath =
  '/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.HealthcareApis/workspaces/$WORKSPACE/{fhirservices or dicomservices}/$SERVICE';
const readService = managerRequest('GET', servicePath, apiVersion);

const readIdentity = {
  az: `${choose}
az resource show --ids "$ID" --api-version ${apiVersion} --query identity`,
  PowerShell: `${choosePowerShell}
${getPowerShell}
$now.identity | ConvertTo-Json -Depth 4`,
  REST: readService,
} as const;

const giveIdentity: Step = {
  kind: 'fix',
  title: 'Give it an identity',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Contributor on the service; Managed Identity Operator on a user-assigned identity',
  text: 'If it had a user-assigned identity that still exists, give that one back: its grants still stand. Otherwise the system-assigned one. A PATCH can do this: it takes tags and identity. The service cannot read its key until the identity is granted and the whole update is sent again. Roles for $export and $import on storage have to be granted to a new identity too.',
  undo: 'The same PATCH with the identity that was there before.',
  commands: {
    az: `${choose}
# a user-assigned identity instead:
# az rest --method patch --url "https://management.azure.com$ID?api-version=${apiVersion}" --body "{\\"identity\\": {\\"type\\": \\"UserAssigned\\", \\"userAssignedIdentities\\": {\\"$IDENTITY_ID\\": {}}}}"
az rest --method patch --url "https://management.azure.com$ID?api-version=${apiVersion}" --body '{"identity": {"type": "SystemAssigned"}}'`,
    PowerShell: `${choosePowerShell}
# a user-assigned identity instead:
# $body = @{ identity = @{ type = 'UserAssigned'; userAssignedIdentities = @{ $identityId = @{} } } } | ConvertTo-Json -Depth 5
$body = '{"identity": {"type": "SystemAssigned"}}'
Invoke-AzRestMethod -Method PATCH -Path "\${id}?api-version=${apiVersion}" -Payload $body`,
    REST: managerRequest(
      'PATCH',
      servicePath,
      apiVersion,
      '{to give a user-assigned identity back: {"identity": {"type": "UserAssigned", "userAssignedIdentities": {"$IDENTITY_ID": {}}}}; otherwise: {"identity": {"type": "SystemAssigned"}}}',
    ),
  },
  sources: ['health-sdk', 'health-fhir-cmk', 'health-fhir-cmk-practice'],
};

/** The grant to the one identity that the service has now. */
const toService: Step = /* @__PURE__ */ grantTo(
  assignRole,
  'For the one identity that the service has now. The health pages show Azure RBAC only.',
  `${choose}
PRINCIPAL_ID=$(az resource show --ids "$ID" --api-version ${apiVersion} \\
  --query "identity.principalId || values(identity.userAssignedIdentities)[0].principalId" --output tsv)`,
  `${choosePowerShell}
${getPowerShell}
$principalId = if ($now.identity.principalId) { $now.identity.principalId } else { @($now.identity.userAssignedIdentities.PSObject.Properties.Value)[0].principalId }`,
  readService,
);

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See which service is Failed',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'The workspace itself has no key, and can be Succeeded while a FHIR or DICOM service in it is Failed. This lists them all, with state, key and identity. Each of them asks for its key as itself.',
    commands: {
      az: `for TYPE in fhirservices dicomservices; do
  az rest --method get --url "https://management.azure.com/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/${workspaceType}/$WORKSPACE/$TYPE?api-version=${apiVersion}" \\
    --query "value[].{name:name, state:properties.provisioningState, key:properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl, identity:identity}"
done`,
      PowerShell: `foreach ($type in 'fhirservices', 'dicomservices') {
  $list = (Invoke-AzRestMethod -Method GET -Path "/subscriptions/$subscription/resourceGroups/$resourceGroup/providers/${workspaceType}/$workspace/\${type}?api-version=${apiVersion}").Content | ConvertFrom-Json
  $list.value | ForEach-Object { $_.name, $_.properties.provisioningState, $_.properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl, ($_.identity | ConvertTo-Json -Depth 4) }
}`,
      REST: readService,
    },
    sources: ['health-json-schema', 'health-workspace'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the identity that must be granted',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the FHIR or DICOM service',
      text: 'identity.principalId is the system-assigned identity; under userAssignedIdentities stands the principalId of a user-assigned one. The service uses the one identity that it has. Two services in a workspace are two grants.',
      commands: readIdentity,
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-api-review'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Write the whole update to a file, and read it',
      risk: 'safe',
      who: 'workspace-owner',
      needs: 'Reader on the FHIR or DICOM service',
      text: 'A key changes by PUT only, and a PUT replaces every setting. So this takes all settings over and puts the key in. VAULT, KEY and KEY_VERSION name the key that should be in use; to leave Failed behind, the one that is in use already. before.json is your way back: copy it aside, a second run overwrites it. The Azure CLI way needs jq.',
      commands: {
        az: `${choose}
az rest --method get --url "https://management.azure.com$ID?api-version=${apiVersion}" > before.json
jq --arg key "${namedKey}" '(.type | test("dicomservices"; "i")) as $dicom
  | {location, tags, kind,
     identity: (.identity | if . then {type, userAssignedIdentities: (.userAssignedIdentities // {} | map_values({}))} else null end),
     properties: (.properties
       | del(.provisioningState, .eventState, .privateEndpointConnections, .serviceUrl)
       | if $dicom then del(.authenticationConfiguration) else . end
       | .encryption = {customerManagedKeyEncryption: {keyEncryptionKeyUrl: $key}})}
  | if .identity.userAssignedIdentities == {} then del(.identity.userAssignedIdentities) else . end
  | with_entries(select(.value != null))' before.json > after.json
cat after.json`,
        PowerShell: `${choosePowerShell}
$answer = Invoke-AzRestMethod -Method GET -Path "\${id}?api-version=${apiVersion}"
Set-Content -Path before.json -Value $answer.Content
$now = $answer.Content | ConvertFrom-Json
$after = @{ location = $now.location; properties = $now.properties }
foreach ($name in 'kind', 'tags') { if ($now.$name) { $after[$name] = $now.$name } }
if ($now.identity) {
  $after.identity = @{ type = $now.identity.type }
  if ($now.identity.userAssignedIdentities) {
    $after.identity.userAssignedIdentities = @{}
    foreach ($name in $now.identity.userAssignedIdentities.PSObject.Properties.Name) { $after.identity.userAssignedIdentities[$name] = @{} }
  }
}
foreach ($name in 'provisioningState', 'eventState', 'privateEndpointConnections', 'serviceUrl') { $after.properties.PSObject.Properties.Remove($name) }
if ($now.type -like '*dicomservices') { $after.properties.PSObject.Properties.Remove('authenticationConfiguration') }
$encryption = @{ customerManagedKeyEncryption = @{ keyEncryptionKeyUrl = "https://$vault.vault.azure.net/keys/$key/$keyVersion" } }
$after.properties | Add-Member -NotePropertyName encryption -NotePropertyValue $encryption -Force
$after | ConvertTo-Json -Depth 20 | Set-Content -Path after.json
Get-Content -Path after.json`,
        REST: readService,
      },
      sources: ['health-dicom-cmk', 'health-json-schema', 'health-sdk'],
    },
    {
      kind: 'retry',
      title: 'Send the update again',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Contributor on the FHIR or DICOM service',
      text: 'Only when after.json holds every setting of before.json. Leave the old version of the key enabled: older data still needs it.',
      undo: 'The same two steps with the previous key. before.json has its URL.',
      commands: {
        az: `${choose}
az rest --method put --url "https://management.azure.com$ID?api-version=${apiVersion}" --body @after.json
az resource wait --ids "$ID" --api-version ${apiVersion} --updated`,
        PowerShell: `${choosePowerShell}
Invoke-AzRestMethod -Method PUT -Path "\${id}?api-version=${apiVersion}" -Payload (Get-Content -Path after.json -Raw)`,
        REST: managerRequest(
          'PUT',
          servicePath,
          apiVersion,
          `{of the answer of the step before: location, tags, kind, identity with its type and ids, and properties without provisioningState, eventState, privateEndpointConnections and serviceUrl, for a DICOM service without authenticationConfiguration too, and with "encryption": {"customerManagedKeyEncryption": {"keyEncryptionKeyUrl": "${namedKey}"}}}`,
        ),
      },
      sources: ['health-dicom-cmk', 'health-fhir-cmk-practice', 'health-sdk'],
      lookAt:
        'That Failed accepts a PUT is expected, and documented nowhere. The activity log shows whether it ran; if it is refused, ask support.',
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the service; FHIR Data Reader or DICOM Data Reader for the last call',
      text: 'Expect Succeeded, the URL that you meant, and 200 instead of 500 for the data. Do not use az healthcareapis show: it speaks an API version that does not know the key. The data call is for FHIR; the page of the service has the one for DICOM.',
      commands: {
        az: `${choose}
${showAz}
az rest --method get --resource "https://$WORKSPACE-$SERVICE.fhir.azurehealthcareapis.com" \\
  --url "https://$WORKSPACE-$SERVICE.fhir.azurehealthcareapis.com/Patient?_count=1"`,
        PowerShell: `${choosePowerShell}
${showPowerShell}`,
        REST: readService,
      },
      sources: ['health-cli', 'health-token', 'health-fhir-cmk'],
    },
  ],
  instead: {
    'key-access-lost': {
      confirm: [
        {
          kind: 'confirm',
          title: 'See which identity and which key it is about',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the service',
          text: 'Every call to the data answers 500 when the key is disabled or deleted, the identity is gone, or its grant is. A DICOM service says so in its Resource health view too. Then look at exactly that version in the vault.',
          commands: {
            az: `${choose}
${showAz}
az monitor activity-log list --resource-id "$ID" --status Failed --offset 2d --query "[].properties.statusMessage" --output tsv
az keyvault key show --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --query "{enabled:attributes.enabled, expires:attributes.expires}"`,
            PowerShell: `${choosePowerShell}
${showPowerShell}
Get-AzActivityLog -ResourceId $id -StartTime (Get-Date).AddDays(-2) -Status Failed -DetailedOutput
Get-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion`,
            REST: inTurn(readService, eventsOf(servicePath), keyRequest('GET', 'keys/$KEY/$KEY_VERSION')),
          },
          sources: ['health-fhir-cmk', 'health-dicom-cmk'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Give back what it lost, soon',
          risk: 'changes-access',
          who: 'vault-administrator',
          needs: roles['crypto-officer'].name,
          text: 'Recover a deleted vault or key, enable the version, grant the identity again, let trusted services through. Azure SQL, in which FHIR data lies, heals by itself if access is back within 30 minutes; later it needs a revalidation that you cannot start yourself. So send the same update again, and ask support if 500 stays. These commands enable the version; the page of each cause has the others.',
          undo: 'The same command with false disables it again.',
          commands: {
            az: 'az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --enabled true',
            PowerShell: 'Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -Enable $true',
            REST: keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', '{"attributes": {"enabled": true}}'),
          },
          sources: ['health-fhir-cmk', 'health-dicom-cmk', 'sql-tde-troubleshoot'],
          lookAt: 'That a repeated update revalidates the database is expected and not documented.',
        },
      ],
    },
    'identity-not-assigned': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm that the service has no identity',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the service',
          text: 'Empty or None means so. No property names an identity for the key: the one identity of the service is used. Do not set both kinds: the service supports one.',
          commands: readIdentity,
          sources: ['health-api-review', 'health-fhir-cmk'],
        },
      ],
      fix: [giveIdentity, toService],
    },
    'identity-token-failure': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm whether the identity of the service lives',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the service; may read the directory',
          text: `PRINCIPAL_ID is the object id of the message. It must be the principalId of the FHIR or DICOM service, be found, and be enabled. After a move to another tenant or subscription, and after a change of the identity, it is another one. ${passesByItself}`,
          commands: {
            az: `${readIdentity.az}
az ad sp show --id "$PRINCIPAL_ID" --query "{name:displayName, enabled:accountEnabled}"`,
            PowerShell: `${readIdentity.PowerShell}
Get-AzADServicePrincipal -ObjectId $principalId | Select-Object DisplayName, AccountEnabled`,
            REST: inTurn(readService, principalRequest('$PRINCIPAL_ID')),
          },
          sources: [
            'health-fhir-cmk',
            'health-dicom-cmk',
            'managed-identity-issues',
            'token-signature-report',
            'entra-error-codes',
          ],
        },
      ],
      fix: [
        enableIdentity,
        {
          ...giveIdentity,
          title: 'If it is gone: give the service a living one',
          text: `A user-assigned identity that was deleted: make it again, or take another one. ${giveIdentity.text}`,
          undo: 'None: the old object id does not come back.',
        },
        toService,
      ],
    },
    'cross-tenant-misconfigured': withinOneTenant,
    'key-uri-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare the URL with the key',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the service, get on the key',
          text: 'The URL has the version. For FHIR, the names of vault and key have 94 characters at most together.',
          commands: {
            az: `${choose}
az resource show --ids "$ID" --api-version ${apiVersion} --query properties.encryption
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
            PowerShell: `${choosePowerShell}
${getPowerShell}
$now.properties.encryption | ConvertTo-Json
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
            REST: inTurn(readService, keyRequest('GET', 'keys/$KEY')),
          },
          sources: ['health-fhir-cmk', 'health-dicom-cmk'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Send the URL with its version',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The retry builds it from VAULT, KEY and KEY_VERSION. For a key in a Managed HSM, put its host into after.json by hand.',
          sources: ['health-fhir-cmk', 'health-dicom-cmk'],
        },
      ],
    },
    'prerequisite-missing': {
      fix: [
        {
          kind: 'fix',
          title: 'Register the provider',
          risk: 'changes-workspace',
          who: 'subscription-owner',
          needs: 'Contributor on the subscription',
          text: 'If the message names another namespace, register that one.',
          takes: 'minutes',
          undo: 'az provider unregister, while nothing of it exists.',
          commands: {
            az: 'az provider register --namespace Microsoft.HealthcareApis --wait',
            PowerShell: 'Register-AzResourceProvider -ProviderNamespace Microsoft.HealthcareApis',
            REST: registerProvider('Microsoft.HealthcareApis'),
          },
          sources: ['arm-registration-error'],
        },
        {
          kind: 'fix',
          title: 'Or meet what the key asks for',
          risk: 'safe',
          who: 'workspace-owner',
          text: `API version ${keySince} or newer. A key at creation needs a user-assigned identity; a system-assigned one exists only afterwards, so create, grant, then PUT the key. A DICOM service with storage of its own takes the key afterwards too.`,
          sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-dicom-data-lake', 'health-json-schema'],
        },
      ],
    },
    'encryption-settings-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare your request with this',
          risk: 'safe',
          who: 'workspace-owner',
          text: `The API version is ${keySince} or newer: older ones do not know encryption, and say so or ignore it. The key stands under properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl of the FHIR or DICOM service, never of the workspace. It was a PUT: a PATCH takes tags and identity only.`,
          sources: ['health-json-schema', 'health-fhir-cmk', 'health-sdk'],
        },
      ],
      fix: [],
    },
  },
};

const grants: Caller['grants'] = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: 'On the vault or the key. The templates of the health pages assign Key Vault Crypto Officer on the whole resource group, which is far more than needed.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    sources: ['health-fhir-cmk', 'health-dicom-cmk'],
  },
  'access-policy': {
    keyPermissions,
    note: {
      text: 'From the Azure SQL page to which the FHIR page sends. The health pages show Azure RBAC only, so access policies are not confirmed, for DICOM least of all.',
      lookAt: "The vault's audit log after the update, or a vault with Azure RBAC.",
      sources: ['sql-tde-troubleshoot', 'health-dicom-cmk'],
    },
    sources: ['sql-tde-troubleshoot'],
  },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: 'The DICOM page speaks of Managed HSM. The FHIR page mentions it in passing only, so it is not confirmed there.',
      lookAt: 'A FHIR service that is not in production, before you plan with it.',
      sources: ['health-dicom-cmk', 'health-fhir-cmk'],
    },
    sources: ['managed-hsm-roles'],
  },
};

export const facts: ServiceFacts = {
  id: 'health-data',
  mustKnow: [
    {
      text: 'The workspace has neither key nor identity. Both are on each FHIR and DICOM service in it. “My workspace is Failed after a key change” nearly always means one of those.',
      sources: ['health-json-schema', 'health-workspace'],
    },
    {
      text: 'The key changes by PUT only, and a PUT replaces the resource. Carry every other setting over. A PATCH takes tags and identity.',
      sources: ['health-sdk', 'health-dicom-cmk'],
    },
    {
      text: 'No property says which identity reads the key. The service has one, and uses that.',
      sources: ['health-api-review', 'health-fhir-cmk'],
    },
    {
      text: 'The URL of the key carries its version. There is no rotation by itself, and old versions must stay enabled.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-fhir-cmk-practice'],
    },
    {
      text: 'When the key is out of reach, every call answers 500 and no data can be read or exported. Give access back within 30 minutes if you can.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'sql-tde-troubleshoot'],
    },
    {
      text: `There is no restore of your own. Support can restore a FHIR database of the last ${backUpDays} days. For DICOM no back-up is documented.`,
      sources: ['health-continuity'],
    },
  ],
  resources: [
    {
      type: fhirType,
      apiVersion,
      preview,
      keySince,
      part: 'A FHIR service: it has the key and the identity.',
      sources: ['health-json-schema', 'bicep-types'],
    },
    {
      type: dicomType,
      apiVersion,
      preview,
      keySince,
      part: 'A DICOM service: it has the key and the identity. Commands on this page compose the id of a FHIR service from WORKSPACE and SERVICE; set TYPE to dicomservices for this one.',
      sources: ['health-json-schema', 'bicep-types'],
    },
    {
      type: workspaceType,
      apiVersion,
      preview,
      part: 'The container. It takes no key and no identity, and its PATCH takes tags only. The MedTech child iotconnectors has no key either.',
      sources: ['health-json-schema', 'bicep-types'],
    },
  ],
  features: [
    {
      id: 'fhir',
      name: 'FHIR service',
      protects: {
        text: 'The data of one FHIR service, which lies in Azure SQL.',
        sources: ['health-fhir-cmk', 'health-continuity'],
      },
    },
    {
      id: 'dicom',
      name: 'DICOM service',
      protects: {
        text: 'The data of one DICOM service. With storageConfiguration the image files lie in a storage account of yours, which has a key setting of its own.',
        sources: ['health-dicom-cmk', 'health-dicom-data-lake'],
      },
    },
  ],
  keyProperties: [
    ...[fhirType, dicomType].flatMap(
      (type) =>
        [
          {
            type,
            path: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl',
            meaning:
              'The URL of the key, with its version. In a Managed HSM its host ends in managedhsm.azure.net: put that into after.json by hand.',
            sources: ['health-json-schema', 'health-fhir-cmk', 'health-dicom-cmk'],
          },
          {
            type,
            path: 'identity.type',
            meaning:
              'None, SystemAssigned or UserAssigned. The type has a value for both together; the service does not.',
            sources: ['health-api-review', 'bicep-types'],
          },
          {
            type,
            path: 'identity.userAssignedIdentities',
            meaning: 'The user-assigned identity, by its resource id.',
            sources: ['bicep-types'],
          },
          {
            type,
            path: 'identity.principalId',
            readOnly: true,
            meaning: 'The object id of the system-assigned identity.',
            sources: ['bicep-types'],
          },
          {
            type,
            path: 'properties.provisioningState',
            readOnly: true,
            meaning:
              'How the last update ended: Succeeded, Failed, Updating and ten more, among them Suspended, Warned and SystemMaintenance.',
            sources: ['bicep-types'],
          },
        ] as const,
    ),
    {
      type: dicomType,
      path: 'properties.storageConfiguration.storageResourceId',
      meaning: 'Your own storage account for the image files, with fileSystemName. Chosen at creation.',
      sources: ['bicep-types', 'health-terraform-dicom', 'health-dicom-data-lake'],
    },
  ],
  callers: [
    {
      name: "The FHIR or DICOM service's system-assigned identity",
      kind: 'system-assigned',
      objectId: 'identity.principalId of the service, not of the workspace',
      grantWhen: {
        text: 'After the service exists and before it gets the key: create it without a key, grant, then PUT again with the key.',
        sources: ['health-fhir-cmk', 'health-dicom-cmk'],
      },
      grants,
    },
    {
      name: 'One user-assigned identity',
      kind: 'user-assigned',
      objectId: 'principalId under identity.userAssignedIdentities of the service',
      grantWhen: {
        text: 'Before the service is created: the first PUT can then carry the key.',
        sources: ['health-fhir-cmk', 'health-dicom-cmk'],
      },
      grants,
    },
  ],
  requirements: [
    {
      id: 'tier',
      text: `API version ${keySince} or newer. The templates of the health pages use a preview version that is not among the published schemas.`,
      sources: ['health-json-schema', 'health-fhir-cmk'],
    },
    {
      id: 'key-type',
      feature: 'fhir',
      text: 'RSA of 2048 or 3072 bits. 4096 bits and RSA-HSM are not listed.',
      sources: ['health-fhir-cmk'],
    },
    {
      id: 'key-type',
      feature: 'dicom',
      text: 'RSA or RSA-HSM of 2048 or 3072 bits. 4096 bits are not listed.',
      sources: ['health-dicom-cmk'],
    },
    {
      id: 'key-identifier',
      text: 'With its version.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      id: 'key-identifier',
      feature: 'fhir',
      text: 'The names of vault and key have 94 characters at most together.',
      sources: ['health-fhir-cmk'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: 'Both are required, on a vault and on a Managed HSM.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      id: 'permission-model',
      text: 'The health pages show Azure RBAC only. Access policies are not confirmed.',
      lookAt: "The vault's audit log after the update.",
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'sql-tde-troubleshoot'],
    },
    {
      id: 'tenant',
      feature: 'dicom',
      text: 'The tenant of the service.',
      sources: ['health-dicom-cmk'],
    },
    {
      id: 'tenant',
      feature: 'fhir',
      text: 'The FHIR page allows another tenant. The request has no setting for a federated identity, so how that works is not confirmed.',
      lookAt: 'Keep to one tenant, or test before you rely on it.',
      sources: ['health-fhir-cmk', 'health-json-schema'],
    },
    {
      id: 'region',
      feature: 'fhir',
      text: 'The region of the service.',
      sources: ['health-fhir-cmk'],
    },
    {
      id: 'region',
      feature: 'dicom',
      text: 'Not stated.',
      lookAt: 'Use a vault of the same region.',
      sources: ['health-dicom-cmk'],
    },
    {
      id: 'subscription',
      feature: 'fhir',
      text: 'Another subscription is allowed.',
      sources: ['health-fhir-cmk'],
    },
    {
      id: 'subscription',
      feature: 'dicom',
      text: 'No restriction within the tenant is stated.',
      lookAt: 'A test with the other subscription before you plan with it.',
      sources: ['health-dicom-cmk'],
    },
    {
      id: 'network',
      text: 'A vault with a firewall needs “Allow trusted Microsoft services”.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-dicom-cmk-practice'],
    },
    {
      id: 'network',
      text: 'A network security perimeter in Enforced mode overrides that option, so expect the key to be out of reach there. No page says it for these services.',
      lookAt: "The vault's audit log, with the perimeter in Transition mode.",
      sources: ['key-vault-network', 'key-vault-trusted-services'],
    },
    {
      id: 'user-assigned-identity',
      text: 'One identity, of one kind. Needed for a key at creation, and for DICOM with a Managed HSM that is closed to the public behind a private endpoint.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-api-review'],
    },
    {
      id: 'auto-rotation',
      text: 'None. Rotate by hand, and keep old versions enabled: older data still needs them.',
      sources: ['health-fhir-cmk-practice', 'health-dicom-cmk-practice'],
    },
    {
      id: 'managed-hsm',
      feature: 'dicom',
      text: 'Yes. With public access disabled and a private endpoint, only with a user-assigned identity.',
      sources: ['health-dicom-cmk'],
    },
    {
      id: 'managed-hsm',
      feature: 'fhir',
      text: 'Mentioned once, with soft delete and purge protection. Not confirmed beyond that.',
      lookAt: 'A service that is not in production.',
      sources: ['health-fhir-cmk'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      possible: 'yes',
      text: 'In the portal under Encryption, or by PUT. At creation only with a user-assigned identity, and not for a DICOM service with storage of its own: there afterwards.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-dicom-data-lake'],
    },
    {
      id: 'new-version',
      possible: 'yes',
      text: 'PUT the new URL. Keep the old version enabled.',
      sources: ['health-fhir-cmk-practice', 'health-dicom-cmk'],
    },
    {
      id: 'new-key',
      possible: 'yes',
      text: 'PUT the new URL. Keep the old key enabled.',
      sources: ['health-fhir-cmk-practice', 'health-dicom-cmk'],
    },
    {
      id: 'new-key-store',
      possible: 'yes',
      text: 'Grant on the new vault first, then PUT the new URL. Keep the old vault and key.',
      sources: ['health-fhir-cmk-practice', 'health-dicom-cmk-practice'],
    },
    {
      id: 'change-identity',
      possible: 'with-limits',
      text: 'The service loses its key until it is deployed again with its key, also after a move to another tenant or subscription. Grant the new identity first. Roles for $export and $import on storage do not move with it.',
      sources: ['health-fhir-cmk', 'health-fhir-cmk-practice', 'health-dicom-cmk'],
    },
    {
      id: 'turn-off',
      possible: 'not-confirmed',
      text: 'No page describes a way back. A PUT with an empty encryption, or none, might do it; Azure SQL refuses to leave the key while it is out of reach.',
      lookAt: 'A service that is not in production, or support.',
      sources: ['sql-tde-troubleshoot'],
    },
  ],
  trusted: {
    listed: false,
    text: 'Azure Health Data Services is not on the list, although its pages ask for “Allow trusted Microsoft services”. Azure SQL Database and Azure Storage are on it: that the key is read by them, and the option lets them through, is an inference and not confirmed.',
    lookAt: 'The caller of KeyUnwrap in the audit log of the vault.',
    sources: ['key-vault-trusted-services', 'health-fhir-cmk', 'health-dicom-cmk'],
  },
  failed: {
    blocks: [
      {
        text: 'provisioningState Failed on a FHIR or DICOM service says that its last update failed. The workspace can be Succeeded meanwhile.',
        sources: ['health-json-schema'],
      },
      {
        text: 'What else a Failed service refuses is not documented.',
        lookAt: 'The activity log of the service.',
      },
    ],
    dataPlane: [
      {
        text: 'While the key that was in use before can still be read, expect that data can be read and written. It is not documented.',
        lookAt: 'One GET of a patient or a study: 200 or 500.',
      },
      {
        text: 'Once the key in use is out of reach, every call answers 500, until access is back. The health pages give no time of grace.',
        sources: ['health-fhir-cmk', 'health-dicom-cmk'],
      },
    ],
    retry: {
      text: 'That Failed accepts another PUT is expected, and no page forbids it. A PATCH cannot help: it does not carry the key.',
      lookAt: 'The activity log: the retry must appear as an operation of its own.',
      sources: ['health-sdk'],
    },
    support: [
      {
        text: 'Ask support when access is back, the same PUT went through, and calls still answer 500: the database under FHIR may need a revalidation that you cannot start.',
        lookAt:
          'Send the resource id, the correlation id of the PUT, the key URL, and the minute from which on the audit log shows KeyUnwrap with success.',
        sources: ['sql-tde-troubleshoot'],
      },
      {
        text: `Ask for a restore of a FHIR database within ${backUpDays} days: name of the service, date and time of the restore point, and whether the nearest point will do.`,
        sources: ['health-continuity'],
      },
    ],
  },
  keyUnreachable: [
    {
      after: 'not documented',
      text: 'All calls to the data answer 500, and data is inaccessible until access is back. How soon is not documented.',
      lookAt: 'Calls to the service. A DICOM service also shows it in Resource health.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      feature: 'fhir',
      after: 'within 30 minutes',
      minutes: 30,
      text: 'Azure SQL heals by itself if access comes back within 30 minutes. Later it needs a revalidation, which can take long for a large database, and refuses to go back to a key of Microsoft meanwhile.',
      sources: ['sql-tde-troubleshoot'],
    },
    {
      after: 'for good, once a key is purged',
      text: 'What was written under it cannot be read any more.',
      lookAt: 'Purge protection keeps a deleted key recoverable: recover it.',
      sources: ['key-vault-soft-delete', 'health-fhir-cmk'],
    },
  ],
  loss: {
    lost: [
      {
        text: `FHIR data: gone from your side at once. Only support can restore it, from back-ups of the last ${backUpDays} days, in hours to days, with 503 meanwhile.`,
        sources: ['health-continuity'],
      },
      {
        text: 'That support restores the database of a service that was deleted is not confirmed: the page speaks of a service that is there.',
        lookAt: 'Ask support before you delete.',
        sources: ['health-continuity'],
      },
      {
        text: 'DICOM data: no back-up and no restore is documented. With storage of your own the image files survive; index and metadata do not. How to attach the files to a new service is not documented.',
        lookAt: 'Upload the files again, with STOW-RS.',
        sources: ['health-dicom-data-lake', 'health-continuity'],
      },
      {
        text: 'No other region has a copy: recovery across regions is not built in. Export FHIR data and import it there.',
        sources: ['health-continuity'],
      },
      {
        text: 'Private endpoints, role assignments on the service, event subscriptions and diagnostic settings, and the address, if the name changes. A system-assigned identity comes back with another principalId: every grant has to be made again.',
        sources: ['health-workspace', 'managed-identity-issues'],
      },
      {
        text: 'Deleting the resource group deletes workspaces and services in it at once. The workspace alone cannot be deleted while services are in it.',
        sources: ['health-workspace'],
      },
    ],
    survives: [
      {
        text: 'The vault and its keys, the storage account of exports, your own storage account of image files, user-assigned identities, and MedTech mappings that you keep in source control.',
        sources: ['health-dicom-data-lake', 'health-fhir-export'],
      },
    ],
    softDelete: {
      text: 'No recoverable state is documented, for services and workspaces alike. There is nothing to recover, and no purge.',
      lookAt: 'Export before you delete.',
      sources: ['health-workspace', 'health-continuity'],
    },
    name: {
      text: 'The name of a FHIR or DICOM service is free again, if no address collides. The name of a workspace can be used again in the same subscription only.',
      sources: ['health-workspace'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make a key that it takes',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Contributor, and Key Vault Crypto Officer for the key',
        text: 'In a vault of the same region and tenant. Purge protection is required and cannot be switched off again. The last line prints the version that the URL needs.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
        },
        sources: ['health-fhir-cmk', 'health-dicom-cmk', 'key-vault-recovery'],
      },
      {
        kind: 'fix',
        title: 'Grant the identity of the service',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the vault`,
        text: 'A service without an identity gets one first: in the portal under Identity. The first command reads the system-assigned identity; for a user-assigned one, write its principalId into IDENTITY.',
        takes: `up to ${rolePropagationMinutes} minutes`,
        undo: 'az role assignment delete with the same assignee, role and scope.',
        commands: {
          az: `${choose}
IDENTITY=$(az resource show --ids "$ID" --api-version ${apiVersion} --query identity.principalId --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$IDENTITY" --assignee-principal-type ServicePrincipal --role ${vaultRole.guid} --scope "$VAULT_ID"`,
          PowerShell: `${choosePowerShell}
${getPowerShell}
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $now.identity.principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
        },
        sources: ['health-fhir-cmk', 'health-dicom-cmk'],
      },
      ...plan.retry.map(
        (step) =>
          ({
            ...step,
            kind: 'fix',
            title: step.risk === 'safe' ? 'Write the update with the key to a file, and read it' : 'Send it',
            ...(step.risk === 'safe'
              ? {}
              : { undo: 'Not confirmed: no page describes a way back to a key of Microsoft.' }),
          }) as const,
      ),
    ],
    rotate: [
      {
        kind: 'fix',
        title: 'Make a new version',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Crypto Officer on the vault',
        text: 'The last line prints its URL. KEY_VERSION is the part after the last slash.',
        undo: 'None needed: a version that nothing names changes nothing.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
        },
        sources: ['health-fhir-cmk-practice', 'health-dicom-cmk-practice'],
      },
      ...plan.retry,
      ...plan.verify,
      {
        kind: 'verify',
        title: 'Verify the data of a DICOM service',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'DICOM Data Reader on the service',
        text: 'Expect 200 or 204, not 500. Never disable the old version afterwards: older data still needs it.',
        commands: {
          az: `az rest --method get --resource https://dicom.healthcareapis.azure.com --headers Accept=application/dicom+json \\
  --url "https://$WORKSPACE-$SERVICE.dicom.azurehealthcareapis.com/v2/studies?limit=1"`,
        },
        sources: ['health-token', 'health-dicom-cmk'],
      },
    ],
    changeKeyStore: [
      {
        kind: 'fix',
        title: 'Another vault: grant there, then send the update with its key',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: `Owner, User Access Administrator or ${roles['data-access-administrator'].name} on the new vault`,
        text: 'VAULT is the new vault. Then the two steps of “Rotate the key”: write the update, send it. Keep the old vault, its key and its grant.',
        takes: `up to ${rolePropagationMinutes} minutes`,
        undo: 'Send the update with the previous URL, which stands in before.json.',
        commands: {
          az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal --role ${vaultRole.guid} --scope "$VAULT_ID"`,
          PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId`,
          REST: roleAssignment(vaultPath, vaultRole.guid, 'ServicePrincipal'),
        },
        sources: ['health-fhir-cmk-practice', 'health-dicom-cmk-practice'],
      },
      {
        kind: 'fix',
        title: 'Another identity: grant it first, change it in the same update',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the service, Managed Identity Operator on the identity',
        text: 'Grant a user-assigned identity on the vault, and on the storage of $export and $import. Write the update to a file as above, then put this identity into it, and send it. Data cannot be read until the update has gone through.',
        undo: 'Send before.json without its read-only properties: the previous identity and key.',
        commands: {
          az: `jq --arg id "$IDENTITY_ID" '.identity = {type: "UserAssigned", userAssignedIdentities: {($id): {}}}' after.json > after-identity.json
${choose}
az rest --method put --url "https://management.azure.com$ID?api-version=${apiVersion}" --body @after-identity.json`,
          PowerShell: `$after = Get-Content -Path after.json -Raw | ConvertFrom-Json
$identity = @{ type = 'UserAssigned'; userAssignedIdentities = @{ $identityId = @{} } }
$after | Add-Member -NotePropertyName identity -NotePropertyValue $identity -Force
${choosePowerShell}
Invoke-AzRestMethod -Method PUT -Path "\${id}?api-version=${apiVersion}" -Payload ($after | ConvertTo-Json -Depth 20)`,
        },
        sources: ['health-fhir-cmk', 'health-fhir-cmk-practice', 'health-dicom-cmk'],
        lookAt: 'That identity and key may change in one PUT follows from its contract, and is not described.',
      },
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save the settings',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace and its services',
        text: 'For every FHIR and DICOM service of the workspace. The last list holds the roles of the system-assigned identity, which a delete destroys; without that identity it is left out.',
        commands: {
          az: `${choose}
az rest --method get --url "https://management.azure.com$ID?api-version=${apiVersion}" > "$SERVICE.json"
az rest --method get --url "https://management.azure.com\${ID%/*/*}?api-version=${apiVersion}" > workspace.json
az role assignment list --scope "$ID" > "$SERVICE-roles.json"
az monitor diagnostic-settings list --resource "$ID" > "$SERVICE-diagnostics.json"
az network private-endpoint-connection list --id "\${ID%/*/*}" > private-endpoints.json
IDENTITY=$(az resource show --ids "$ID" --api-version ${apiVersion} --query identity.principalId --output tsv)
[ -z "$IDENTITY" ] || az role assignment list --all --assignee "$IDENTITY" > "$SERVICE-identity-roles.json"`,
          PowerShell: `${choosePowerShell}
(Invoke-AzRestMethod -Method GET -Path "\${id}?api-version=${apiVersion}").Content | Set-Content -Path "$service.json"
$parent = $id -replace '/[^/]+/[^/]+$', ''
(Invoke-AzRestMethod -Method GET -Path "\${parent}?api-version=${apiVersion}").Content | Set-Content -Path workspace.json
Get-AzRoleAssignment -Scope $id | ConvertTo-Json | Set-Content -Path "$service-roles.json"
Get-AzDiagnosticSetting -ResourceId $id | ConvertTo-Json -Depth 5 | Set-Content -Path "$service-diagnostics.json"
Get-AzPrivateEndpointConnection -PrivateLinkResourceId $parent | ConvertTo-Json -Depth 5 | Set-Content -Path private-endpoints.json
${getPowerShell}
# the roles of the system-assigned identity
if ($now.identity.principalId) { Get-AzRoleAssignment -ObjectId $now.identity.principalId | ConvertTo-Json | Set-Content -Path "$service-identity-roles.json" }`,
        },
        sources: ['health-json-schema', 'health-continuity'],
        lookAt: 'The files themselves: each must hold what you expect.',
      },
      {
        kind: 'back-up',
        title: 'Export a FHIR service',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'FHIR Data Exporter on the service',
        text: 'The key must be readable: give access back first. Before: exportConfiguration.storageAccountName names a Data Lake Storage Gen2 account of the same subscription, the identity of the service has Storage Blob Data Contributor on it, and the container exists. Poll the address in the Content-Location header of the answer until it is 200. Check one .ndjson file of each resource type. A plain export leaves out history and deleted resources.',
        undo: 'The export can be deleted from the container. Nothing changes in the service.',
        commands: {
          az: `FHIR="https://$WORKSPACE-$SERVICE.fhir.azurehealthcareapis.com"
CONTAINER=backup
TOKEN=$(az account get-access-token --resource "$FHIR" --query accessToken --output tsv)
curl --include --header "Authorization: Bearer $TOKEN" --header "Accept: application/fhir+json" --header "Prefer: respond-async" \\
  "$FHIR/\\$export?_container=$CONTAINER"`,
        },
        sources: ['health-fhir-export', 'health-token', 'health-export-no-history', 'health-export-history'],
        lookAt:
          'The server of Microsoft can export history and deletions too, with includeAssociatedData=_history,_deleted. The page of the FHIR service does not list it: count the versions in the files.',
      },
      {
        kind: 'back-up',
        title: 'Export a DICOM service',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'DICOM Data Owner on the service',
        text: 'The key must be readable. Before: a system-assigned identity with Storage Blob Data Contributor on the account. Changing the identity for this takes the key away, see “Change vault or identity”. The first call lists the studies, 200 at a time: raise offset until nothing comes. Each study is named in the second call. Poll the href of its answer, then read errors.log in the container.',
        undo: 'The export can be deleted from the container. Nothing changes in the service.',
        commands: {
          az: `DICOM="https://$WORKSPACE-$SERVICE.dicom.azurehealthcareapis.com"
# a container of yours
CONTAINER_URL="https://$ACCOUNT.blob.core.windows.net/backup"
az rest --method get --resource https://dicom.healthcareapis.azure.com --headers Accept=application/dicom+json \\
  --url "$DICOM/v2/studies?limit=200&offset=0" --query '[]."0020000D".Value[0]' --output json > studies.json
jq --arg url "$CONTAINER_URL" '{source: {type: "identifiers", settings: {values: .}}, destination: {type: "azureblob", settings: {blobContainerUri: $url, UseManagedIdentity: true}}}' studies.json > export.json
az rest --method post --resource https://dicom.healthcareapis.azure.com --url "$DICOM/v1/export" --body @export.json`,
        },
        sources: ['health-dicom-export', 'health-token'],
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new service beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        text: 'Another name, in the region of its workspace: kind, data partitions and storage are fixed from now on. A user-assigned identity, granted on the key and on storage, so that the first PUT can carry the key. A DICOM service with storage of its own gets the key in a second PUT. A copy of after.json is the body to start from.',
        undo: 'Delete the new service.',
        sources: ['health-fhir-cmk', 'health-dicom-cmk', 'health-dicom-data-lake', 'health-workspace'],
      },
      {
        kind: 'fix',
        title: 'Fill it, in this order',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'FHIR Data Importer or DICOM Data Owner on the new service',
        text: 'Data roles; storage for export and import; private endpoints, diagnostic settings and events; audience and address in app registrations. Then $import of the .ndjson files, or STOW-RS of the .dcm files. Compare the counts with the old service.',
        undo: 'Delete the new service and start again: the export is still there.',
        sources: ['health-continuity', 'health-fhir-export', 'health-dicom-export'],
      },
      {
        kind: 'destroy',
        title: 'Delete the old service',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the workspace',
        lost: 'All data of the service, at once, with its private endpoints, role assignments, event subscriptions, diagnostic settings and system-assigned identity.',
        text: 'Only when the new one holds everything, nothing calls the old one any more, and the export is checked. For a DICOM service, use the second command instead of the first. The workspace can stay.',
        undo: `None. For FHIR, support may be able to restore the database within ${backUpDays} days.`,
        commands: {
          az: `az healthcareapis workspace fhir-service delete --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --fhir-service-name "$SERVICE"
# a DICOM service:
# az healthcareapis workspace dicom-service delete --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --dicom-service-name "$SERVICE"`,
          PowerShell: `Remove-AzHealthcareFhirService -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $service
# a DICOM service:
# Remove-AzHealthcareDicomService -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $service`,
        },
        sources: ['health-cli', 'health-powershell', 'health-continuity'],
      },
      {
        kind: 'destroy',
        title: 'Delete the empty workspace, if nothing needs it',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: 'Contributor on the resource group',
        lost: 'The workspace with its private endpoints, role assignments and tags. Its name can be used again in this subscription only.',
        text: 'Azure refuses while a service is in it. Do not delete the resource group instead: that deletes workspaces and services in it at once.',
        undo: 'None.',
        commands: {
          az: 'az healthcareapis workspace delete --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE"',
          PowerShell: 'Remove-AzHealthcareApisWorkspace -ResourceGroupName $resourceGroup -Name $workspace',
        },
        sources: ['health-workspace', 'health-cli', 'health-powershell'],
      },
    ],
  },
  tools: [
    {
      tool: 'REST',
      text: 'PUT for the key; it answers 200, 201 or 202. PATCH for tags and identity.',
      sources: ['health-sdk'],
    },
    {
      tool: 'REST',
      text: 'To carry over in a PUT of a FHIR service: location, kind, tags, identity, acrConfiguration, authenticationConfiguration, corsConfiguration, encryption, exportConfiguration, implementationGuidesConfiguration, importConfiguration, publicNetworkAccess and resourceVersionPolicyConfiguration. Of a DICOM service: location, tags, identity, corsConfiguration, enableDataPartitions, encryption, publicNetworkAccess and storageConfiguration, to which the preview adds storageIndexingConfiguration; its authenticationConfiguration is read-only. Of the workspace: location, tags and publicNetworkAccess. Left out: provisioningState, eventState, serviceUrl, privateEndpointConnections, systemData, id and the ids inside identity. Leave etag out to force the write.',
      sources: ['health-json-schema', 'bicep-types'],
    },
    {
      tool: 'REST',
      text: 'Fixed after creation: name, workspace and region. By Terraform also kind of FHIR (fhir-R4 or fhir-Stu3), and enableDataPartitions and storageConfiguration of DICOM. With which words Azure refuses them is not confirmed.',
      lookAt: 'The answer to the PUT, on a service that is not in production.',
      sources: ['health-workspace', 'health-terraform-fhir', 'health-terraform-dicom'],
    },
    {
      tool: 'Azure CLI',
      text: `The extension healthcareapis has no flag for the key: fhir-service update and dicom-service update take --tags, --identity-type and --user-assigned-identities, and create has no such flag either. Its show does not print the key. Use az rest, az deployment group create, or az resource show and update with --api-version ${apiVersion}.`,
      sources: ['health-cli'],
    },
    {
      tool: 'PowerShell',
      text: 'The cmdlets of Az.HealthcareApis are made from API version 2021-11-01, without the key. Use Invoke-AzRestMethod or New-AzResourceGroupDeployment. That holds for the module up to 2.x; whether a newer one knows the key is not confirmed.',
      lookAt: 'Get-Command -Module Az.HealthcareApis -ParameterName *Encryption*.',
      sources: ['health-powershell', 'health-powershell-source'],
    },
    {
      tool: 'Portal',
      text: 'The FHIR or DICOM service, Encryption, Customer-managed key: vault and key or the URL, and the kind of identity that the service has.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      tool: 'Terraform',
      text: 'azurerm_healthcare_dicom_service has encryption_key_url, and speaks API version 2024-03-31. azurerm_healthcare_fhir_service has no such setting: it speaks 2022-12-01, which does not know the key.',
      sources: ['health-terraform-dicom', 'health-terraform-fhir'],
    },
    {
      tool: 'Terraform',
      text: 'Whether an apply on azurerm_healthcare_fhir_service silently drops the key is not confirmed. Treat it as a risk: ignore changes, or manage the service with azapi.',
      lookAt: 'keyEncryptionKeyUrl before and after an apply, on a service that is not in production.',
      sources: ['health-terraform-fhir'],
    },
  ],
  quirks: [
    {
      what: 'The templates of the health pages carry encryption alone in properties, use an unpublished preview version, and assign too wide a role. Deployed over a configured service they are a PUT without its other settings.',
      workaround:
        'Take every setting over, as the steps here do. Whether Azure resets what is missing is not confirmed: do not try it.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      what: 'The FHIR and the DICOM page disagree on the tenant and the region of the vault, and on RSA-HSM.',
      workaround: 'RSA, 3072 bits, same region, same tenant: it fits both.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    {
      what: 'Works after creation, 500 after a move to another subscription or tenant: the identity changed with the move.',
      workaround: 'Grant the new identity, then send the whole update again.',
      sources: ['health-fhir-cmk-practice', 'health-dicom-cmk'],
    },
    {
      what: '$export and $import fail right after the key was set: the kind of identity was changed with it, and the storage roles belong to the old one.',
      workaround: 'Grant the new identity on the storage account.',
      sources: ['health-fhir-cmk'],
    },
    {
      what: 'A DICOM service with storage of its own takes no key at creation.',
      workaround: 'Create it without a key, then PUT the key.',
      sources: ['health-dicom-data-lake'],
    },
    {
      what: 'The API has no property for the identity of the key. Its designers left it out because a service has one identity only.',
      workaround: 'Look at identity of the service.',
      sources: ['health-api-review', 'health-api-review-dicom'],
    },
    {
      what: 'The older Azure API for FHIR kept its key in cosmosDbConfiguration.keyVaultKeyUri and was retired on 30 September 2026. Its errors and pages do not apply here.',
      workaround: 'Check the type in the resource id: workspaces/fhirservices is this one, services was the older one.',
      sources: ['health-fhir-retired'],
    },
  ],
};
