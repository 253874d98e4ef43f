import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { assignRole } from '../causes/grants.ts';
import { enableIdentity, passesByItself } from '../causes/identity-token-failure.ts';
import { apiVersions, rolePropagationMinutes } from '../key-stores.ts';
import {
  anyVersion,
  eventsOf,
  inTurn,
  keyRequest,
  managerRequest,
  principalRequest,
  providerStates,
  registerProvider,
  vaultRequest,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import type { Grant, KeyStore, ServiceFacts, ServicePlan } from './facts.ts';

const vaultRole = roles['crypto-service-encryption-user'];
const platformRole = roles['discovery-platform-contributor'];
const workspace = {
  type: 'Microsoft.Discovery/workspaces',
  apiVersion: '2026-06-01',
  preview: '2026-02-01-preview',
} as const;
const bookshelf = { ...workspace, type: 'Microsoft.Discovery/bookshelves' } as const;
const supercomputer = { ...workspace, type: 'Microsoft.Discovery/supercomputers' } as const;
const { apiVersion } = workspace;
const administrator = 'Microsoft Discovery Platform Administrator; Owner alone is not enough';

const read = {
  az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} \\
  --query "{state:properties.provisioningState, cmk:properties.customerManagedKeys, key:properties.keyVaultProperties, identity:properties.workspaceIdentity, cluster:properties.logAnalyticsClusterId}"`,
  PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content`,
  REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}`,
} as const;

const patchKey = {
  az: `STATE=$(az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.provisioningState --output tsv)
CMK=$(az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.customerManagedKeys --output tsv)
if [ "$STATE" = Failed ]; then
  echo "Failed is terminal: no update is accepted"
elif [ "$CMK" != Enabled ]; then
  echo "Created without a key of yours: there is no key to send"
else
  az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" \\
    --body "{\\"properties\\":{\\"keyVaultProperties\\":{\\"keyName\\":\\"$KEY\\",\\"keyVersion\\":\\"$KEY_VERSION\\"}}}"
fi`,
  PowerShell: `$now = ((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties
$body = @{ properties = @{ keyVaultProperties = @{ keyName = $key; keyVersion = $keyVersion } } } | ConvertTo-Json -Depth 5
if ($now.provisioningState -eq 'Failed') { 'Failed is terminal: no update is accepted' }
elseif ($now.customerManagedKeys -ne 'Enabled') { 'Created without a key of yours: there is no key to send' }
else { Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body }`,
  REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}

PATCH https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}
Content-Type: application/json

{only if provisioningState of the answer is not Failed, and its customerManagedKeys is Enabled: {"properties": {"keyVaultProperties": {"keyName": "$KEY", "keyVersion": "$KEY_VERSION"}}}}`,
} as const;

const readIdentity: Step = {
  kind: 'confirm',
  title: 'See which identity the workspace has, and whether it lives',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the workspace; may read the directory',
  text: 'It is user-assigned, stands in properties.workspaceIdentity, and is fixed at creation. PRINCIPAL_ID is the object id of the message: expect the principalId of that identity, found and enabled. That the workspace reads the key with it is not confirmed: another object id can be one of the service.',
  commands: {
    az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query "{location:location, identity:properties.workspaceIdentity}"
az ad sp show --id "$PRINCIPAL_ID" --query "{name:displayName, enabled:accountEnabled}"`,
    PowerShell: `$now = (Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json
$now.location
$now.properties.workspaceIdentity
Get-AzADServicePrincipal -ObjectId $principalId | Select-Object DisplayName, AccountEnabled`,
    REST: inTurn(managerRequest('GET', '$RESOURCE_ID', apiVersion), principalRequest('$PRINCIPAL_ID')),
  },
  sources: ['discovery-identity', 'discovery-cmk', 'managed-identity-issues'],
  lookAt: 'The oid of KeyWrap and KeyUnwrap in the audit log of the vault.',
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where things stand',
    risk: 'safe',
    who: 'anyone',
    needs: 'Reader on the workspace',
    text: 'Failed is terminal here: the service takes no update any more. Updating, Accepted or Provisioning mean that it still works. Keep the output.',
    commands: read,
    sources: ['discovery-errors', 'discovery-delete'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: 'Find the workspace identity',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'That the workspace reads the key with this identity is expected and not confirmed. If the audit log of the vault names another object id, grant that one.',
      commands: {
        az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.workspaceIdentity`,
        PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.workspaceIdentity`,
        REST: managerRequest('GET', '$RESOURCE_ID', apiVersion),
      },
      sources: ['discovery-identity', 'discovery-cmk'],
      lookAt: 'The oid in the refused KeyWrap or KeyUnwrap.',
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the key again, unless the workspace is Failed',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: administrator,
      text: 'Once. Only the name of the key and its version can change, in the same vault; the version must be given. If the workspace is Failed, an update answers Conflict: give the key its access back all the same, look whether the data answers, and open a support request before you think of a rebuild.',
      undo: 'The same call with the previous key and version.',
      commands: patchKey,
      sources: ['discovery-cmk', 'discovery-errors'],
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the workspace',
      text: 'Expect Succeeded and the version that you sent. Then see in the audit log that the new version is called, before you disable the old one.',
      commands: read,
      sources: ['discovery-cmk', 'discovery-delete'],
    },
  ],
  instead: {
    'access-policy-missing': {
      fix: [
        {
          ...assignRole,
          title: 'Assign the role: Discovery takes no access policies',
          text: `A vault for Discovery must use Azure RBAC; with access policies it is not described. The role counts once the vault is switched. ${assignRole.text}`,
          sources: [...assignRole.sources, 'discovery-cmk'],
        },
        {
          kind: 'fix',
          title: 'Then switch the vault to Azure RBAC',
          risk: 'changes-access',
          who: 'vault-administrator',
          needs: 'Owner, or Key Vault Contributor with User Access Administrator, on the vault',
          text: 'This invalidates every access policy of the vault at once. The first command lists them: give each of those identities its role before you switch.',
          undo: 'az keyvault update with --enable-rbac-authorization false.',
          commands: {
            az: `az keyvault show --name "$VAULT" --query properties.accessPolicies
az keyvault update --name "$VAULT" --enable-rbac-authorization true`,
            PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
$keyVault.AccessPolicies
Update-AzKeyVault -VaultName $vault -ResourceGroupName $keyVault.ResourceGroupName -DisableRbacAuthorization $false`,
            REST: inTurn(
              vaultRequest('GET'),
              vaultRequest('PATCH', '{"properties": {"enableRbacAuthorization": true}}'),
            ),
          },
          sources: ['key-vault-rbac-guide', 'key-vault-rbac-migration', 'discovery-cmk'],
        },
      ],
    },
    'service-internal': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Find the first operation that failed',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the resource group',
          text: 'A Conflict that speaks of Failed is only the echo. The cause stands in the operation that put it there: take its correlation id.',
          commands: {
            az: `az monitor activity-log list --resource-id "$RESOURCE_ID" --offset 7d --status Failed \\
  --query "[].{time:eventTimestamp, what:operationName.value, correlation:correlationId, why:properties.statusMessage}"`,
            PowerShell:
              'Get-AzActivityLog -ResourceId $resourceId -StartTime (Get-Date).AddDays(-7) -Status Failed -DetailedOutput',
            REST: eventsOf('$RESOURCE_ID'),
          },
          sources: ['discovery-errors'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Fix that cause, then ask support',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'Role, network, quota or key. InternalServerError alone may pass with one retry. A workspace in Failed takes no update: send support the correlation id. The documented way out is to rebuild this one workspace under another name.',
          sources: ['discovery-errors', 'discovery-manage'],
        },
      ],
    },
    'cmk-only-at-creation': {
      confirm: [
        {
          kind: 'confirm',
          title: 'See how the workspace was created',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace',
          text: 'Enabled or Disabled is fixed, as are the vault, the cluster for logs and the identity. Only key name and version can change. Everything else needs a second workspace.',
          commands: read,
          sources: ['discovery-cmk', 'discovery-specification'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Take out of the update what is fixed',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'Leave customerManagedKeys, keyVaultUri, logAnalyticsClusterId and workspaceIdentity as they are. Created without a key: there is none to send, so leave the key out too. For anything else, build a second workspace beside this one.',
          sources: ['discovery-cmk', 'discovery-specification'],
        },
      ],
    },
    'key-access-lost': {
      fix: [
        {
          kind: 'fix',
          title: 'Give the key its access back, also when the workspace is Failed',
          risk: 'changes-access',
          who: 'vault-administrator',
          needs: roles['crypto-officer'].name,
          text: 'Failed takes no update, but the data needs the key. Enable the version that the workspace names, recover the deleted key or vault, put the role back, or open the vault; the page of each cause has the commands. These enable the version. Then look whether Discovery Studio answers, before you send anything.',
          undo: 'The same command with false disables the version again.',
          commands: {
            az: 'az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --enabled true',
            PowerShell: 'Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -Enable $true',
            REST: keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', '{"attributes": {"enabled": true}}'),
          },
          sources: ['discovery-cmk', 'discovery-errors', 'key-vault-keys'],
          lookAt: 'KeyUnwrap with success in the audit log of the vault. How the service comes back is not documented.',
        },
      ],
    },
    'cross-tenant-misconfigured': withinOneTenant,
    'key-uri-invalid': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Compare the three parts with the key',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the workspace, get on the key',
          text: 'keyVaultUri is the address of the vault, keyName and keyVersion stand beside it. The version must be given, although the schema lets it be absent.',
          commands: {
            az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} --query properties.keyVaultProperties
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
            PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content | ConvertFrom-Json).properties.keyVaultProperties
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
            REST: inTurn(managerRequest('GET', '$RESOURCE_ID', apiVersion), keyRequest('GET', 'keys/$KEY')),
          },
          sources: ['discovery-cmk', 'discovery-schema'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Send keyName and an explicit keyVersion',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'In the same vault. keyVaultUri is fixed at creation, so leave it out of an update.',
          sources: ['discovery-cmk', 'discovery-specification'],
        },
      ],
    },
    'location-or-subscription-mismatch': {
      fix: [
        {
          kind: 'fix',
          title: 'Keep to the vault of the workspace',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The vault of a workspace that exists cannot change: send the last good key in it. For a new workspace, vault, cluster, identity and workspace must be in one region: East US, Sweden Central or UK South.',
          sources: ['discovery-cmk', 'discovery-identity', 'discovery-known-issues'],
        },
      ],
    },
    'identity-token-failure': {
      confirm: [
        {
          ...readIdentity,
          text: `${readIdentity.text} ${passesByItself}`,
          sources: [...readIdentity.sources, 'token-signature-report', 'entra-error-codes'],
        },
      ],
      fix: [
        enableIdentity,
        {
          kind: 'fix',
          title: 'If it was deleted: ask support',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The identity of a workspace that exists cannot be exchanged. An identity that you make again under the same name has another principalId. Ask support before you do that; otherwise it is a second workspace.',
          sources: ['discovery-identity', 'managed-identity-issues'],
          lookAt: 'Whether a workspace takes an identity of the same name again is not documented.',
        },
      ],
    },
    'prerequisite-missing': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Check what must be there first',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the subscription',
          text: 'Microsoft.Discovery must be registered. CMK needs a Log Analytics dedicated cluster with a key of its own, in the same region: East US, Sweden Central or UK South.',
          commands: {
            az: `az provider show --namespace Microsoft.Discovery --query registrationState --output tsv
az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query "{state:provisioningState, location:location, key:keyVaultProperties}"`,
            PowerShell: `Get-AzResourceProvider -ProviderNamespace Microsoft.Discovery | Select-Object RegistrationState
Get-AzOperationalInsightsCluster -ResourceGroupName $resourceGroup -ClusterName $cluster`,
            REST: inTurn(
              providerStates(['Microsoft.Discovery']),
              managerRequest(
                'GET',
                '/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.OperationalInsights/clusters/$CLUSTER',
                anyVersion,
              ),
            ),
          },
          sources: ['discovery-cmk', 'discovery-known-issues'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Register the provider',
          risk: 'changes-workspace',
          who: 'subscription-owner',
          needs: 'Contributor on the subscription',
          text: 'If the message names another namespace, register that one too.',
          takes: 'minutes',
          undo: 'az provider unregister, while nothing of it exists.',
          commands: {
            az: 'az provider register --namespace Microsoft.Discovery --wait',
            PowerShell: 'Register-AzResourceProvider -ProviderNamespace Microsoft.Discovery',
            REST: registerProvider('Microsoft.Discovery'),
          },
          sources: ['arm-registration-error', 'discovery-errors'],
        },
        {
          kind: 'fix',
          title: 'Or make what is asked for',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The Log Analytics cluster with its own key, and the identity with its roles: “Turn CMK on” on the page of the service has the steps. The cluster is billed from the start, for at least 100 GB a day.',
          sources: ['discovery-cmk', 'discovery-identity', 'log-analytics-clusters'],
        },
      ],
    },
    'identity-not-assigned': {
      confirm: [readIdentity],
      fix: [
        {
          kind: 'fix',
          title: 'Choose the right identity, and create the workspace with it',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'Reader on the identity',
          text: 'The identity cannot be changed on a workspace that exists. It must be user-assigned, in the region of the workspace, and you must be able to read it.',
          commands: {
            az: 'az identity show --ids "$IDENTITY_ID" --query "{location:location, principalId:principalId}"',
            PowerShell:
              '(Get-AzResource -ResourceId $identityId -ExpandProperties) | Select-Object Location, Name, @{ n = "PrincipalId"; e = { $_.Properties.principalId } }',
            REST: managerRequest(
              'GET',
              '$IDENTITY_ID',
              apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities'],
            ),
          },
          sources: ['discovery-identity', 'discovery-identity-setup'],
        },
      ],
    },
  },
};

const grants: Readonly<Record<KeyStore, Grant>> = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: { text: 'On the vault.', sources: ['discovery-cmk'] },
    sources: ['discovery-cmk', 'key-vault-rbac-guide'],
  },
  'access-policy': {
    note: { text: 'Not possible: the vault must use Azure RBAC.', sources: ['discovery-cmk'] },
    sources: ['discovery-cmk'],
  },
  'managed-hsm': {
    note: {
      text: 'Not documented: the page speaks of Azure Key Vault alone.',
      lookAt: 'Use a vault, or ask support first.',
      sources: ['discovery-cmk'],
    },
    sources: [],
  },
};

export const facts: ServiceFacts = {
  id: 'discovery',
  mustKnow: [
    {
      text: 'Failed is terminal: a workspace in Failed takes no update, so no PATCH leads out of it. Check role, vault and version before you rotate, not after.',
      sources: ['discovery-errors'],
    },
    {
      text: 'CMK, the vault, the cluster for logs and the identity are fixed when the workspace is created. Only the name and the version of the key can change.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      text: 'The version of the key must be given. There is no automatic rotation: after a new version in the vault, update the workspace, and only then disable the old one.',
      sources: ['discovery-cmk'],
    },
    {
      text: 'A delete is permanent, there is no soft delete, and no built-in backup.',
      sources: ['discovery-manage', 'discovery-continuity'],
    },
    {
      text: 'PatchWorkspaceError is not documented for this provider, and neither is the text of a refused key.',
      lookAt: 'Refused KeyWrap and KeyUnwrap in the audit log of the vault.',
    },
  ],
  resources: [
    {
      ...workspace,
      keySince: '2026-02-01-preview',
      part: 'The workspace, with its key and its identity. Calls through az resource need the API version.',
      sources: ['bicep-types', 'discovery-schema', 'discovery-specification'],
    },
    {
      ...bookshelf,
      part: 'A bookshelf with knowledge bases. It has a key of its own, and names the identity for it.',
      sources: ['discovery-schema', 'discovery-cmk'],
    },
    {
      ...supercomputer,
      part: 'A supercomputer. Its disks take the key of a disk encryption set.',
      sources: ['discovery-schema', 'discovery-cmk'],
    },
  ],
  features: [
    {
      id: 'workspace',
      name: 'Workspace',
      protects: {
        text: 'What Discovery stores for the workspace, and its diagnostic logs through a Log Analytics cluster with a key of its own.',
        sources: ['discovery-encryption', 'discovery-cmk'],
      },
    },
    {
      id: 'bookshelf',
      name: 'Bookshelf',
      protects: { text: 'What Discovery stores for a bookshelf.', sources: ['discovery-encryption', 'discovery-cmk'] },
    },
    {
      id: 'supercomputer',
      name: 'Supercomputer',
      protects: { text: 'The disks of its nodes, through a disk encryption set.', sources: ['discovery-cmk'] },
    },
  ],
  keyProperties: [
    {
      type: workspace.type,
      path: 'properties.customerManagedKeys',
      meaning: 'Enabled or Disabled. Fixed at creation.',
      sources: ['discovery-cmk'],
    },
    {
      type: workspace.type,
      path: 'properties.keyVaultProperties.keyVaultUri',
      meaning:
        'The address of the vault. Needed with keyVaultProperties, and fixed at creation: there is no other vault later.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      type: workspace.type,
      path: 'properties.keyVaultProperties.keyName',
      meaning: 'The name of the key. Needed with keyVaultProperties. Can be changed.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      type: workspace.type,
      path: 'properties.keyVaultProperties.keyVersion',
      meaning: 'The version of the key. Optional in the schema; the service needs it. Can be changed.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    {
      type: workspace.type,
      path: 'properties.logAnalyticsClusterId',
      meaning: 'The dedicated cluster for diagnostic logs. Needed with CMK, fixed at creation.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    {
      type: workspace.type,
      path: 'properties.workspaceIdentity.id',
      meaning:
        'The user-assigned identity. Required by the schema although the sample of the CMK page leaves it out; it cannot be changed. The workspace has no top-level identity.',
      sources: ['discovery-identity', 'discovery-schema'],
    },
    {
      type: workspace.type,
      path: 'properties.workspaceIdentity.principalId',
      readOnly: true,
      meaning: 'Its object id, for the grant.',
      sources: ['bicep-types'],
    },
    {
      type: workspace.type,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning: 'Accepted, Provisioning, Updating, Succeeded, Failed, Canceled or Deleting.',
      sources: ['bicep-types'],
    },
    {
      type: workspace.type,
      path: 'properties.publicNetworkAccess',
      meaning:
        'Can be changed, as can supercomputerIds and tags. The three subnet ids are not among the settings of the update command: expect them to be fixed.',
      sources: ['discovery-manage', 'discovery-cli'],
    },
    {
      type: bookshelf.type,
      path: 'properties.keyVaultProperties.identityClientId',
      meaning:
        'The client id of the identity that reads the key: one of the workload identities of the bookshelf. Fixed at creation.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    {
      type: supercomputer.type,
      path: 'properties.diskEncryptionSetId',
      meaning: 'The disk encryption set, in the same region. Fixed at creation: change the key on the set.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
  ],
  callers: [
    {
      name: 'The workspace identity (expected)',
      kind: 'user-assigned',
      features: ['workspace'],
      objectId: 'properties.workspaceIdentity.principalId of the workspace',
      grantWhen: {
        text: 'Before the workspace is created. No field names the identity that reads the key; that it is this one is expected and not confirmed, as another page says that the managed resource group runs on principals of the service. No application id of such a principal is documented.',
        lookAt: 'The oid of KeyWrap and KeyUnwrap in the audit log of the vault.',
        sources: ['discovery-cmk', 'discovery-identity'],
      },
      grants,
    },
    {
      name: 'A workload identity of the bookshelf',
      kind: 'user-assigned',
      features: ['bookshelf'],
      objectId: 'principalId of the identity whose client id stands in keyVaultProperties.identityClientId',
      grantWhen: { text: 'Before the bookshelf is created.', sources: ['discovery-cmk'] },
      grants,
    },
    {
      name: 'The identity of the disk encryption set',
      kind: 'system-assigned',
      features: ['supercomputer'],
      objectId: 'identity.principalId of the disk encryption set',
      grantWhen: {
        text: 'After the disk encryption set and before the supercomputer is created.',
        sources: ['discovery-cmk'],
      },
      grants,
    },
  ],
  requirements: [
    {
      id: 'tier',
      text: 'Microsoft.Discovery registered, a supported region (East US, Sweden Central, UK South), and a Log Analytics dedicated cluster with CMK, which is billed for at least 100 GB a day.',
      sources: ['discovery-cmk', 'discovery-known-issues', 'log-analytics-clusters'],
    },
    {
      id: 'tier',
      text: 'The Discovery control-plane service App needs the custom role Discovery NSP Perimeter Joiner and Reader on the subscription, or creation fails.',
      sources: ['discovery-network', 'discovery-roles'],
    },
    { id: 'key-type', text: 'RSA of 2048, 3072 or 4096 bits.', sources: ['discovery-cmk'] },
    {
      id: 'key-identifier',
      text: 'Address of the vault, name of the key, and its version: three fields, all needed.',
      sources: ['discovery-cmk'],
    },
    { id: 'soft-delete-and-purge-protection', text: 'Both are required.', sources: ['discovery-cmk'] },
    { id: 'permission-model', text: 'Azure RBAC. Access policies are not described.', sources: ['discovery-cmk'] },
    {
      id: 'tenant',
      text: 'A vault in another tenant is not described.',
      lookAt: 'Use a vault of the same tenant.',
      sources: ['discovery-cmk'],
    },
    {
      id: 'region',
      text: 'Vault, cluster, identity and Discovery resources in the same region.',
      sources: ['discovery-cmk', 'discovery-identity'],
    },
    {
      id: 'subscription',
      text: 'Not documented.',
      lookAt: 'Use a vault of the same subscription, or test before.',
      sources: ['discovery-cmk'],
    },
    {
      id: 'network',
      text: 'Not documented: private endpoints, firewall and the way to the vault are not described, and Discovery is not on the list of trusted services. Expect trouble when public access is off.',
      lookAt: 'The address of the caller in the audit log of the vault.',
      sources: ['discovery-cmk', 'key-vault-trusted-services'],
    },
    {
      id: 'user-assigned-identity',
      text: `Required; system-assigned is not supported. It also needs ${platformRole.name}, Storage Blob Data Contributor and AcrPull on the resource group. Discovery makes itself Managed Identity Operator on it, and creation fails where policy forbids that.`,
      sources: ['discovery-identity', 'discovery-identity-setup'],
    },
    {
      id: 'auto-rotation',
      text: 'Not supported: a new version in the vault changes nothing until the workspace is updated.',
      sources: ['discovery-cmk'],
    },
    {
      id: 'managed-hsm',
      text: 'Not documented.',
      lookAt: 'Use a vault.',
      sources: ['discovery-cmk'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      possible: 'no',
      text: 'Fixed at creation, for workspaces, bookshelves and supercomputers.',
      sources: ['discovery-cmk', 'discovery-encryption'],
    },
    {
      id: 'new-version',
      feature: 'workspace',
      possible: 'yes',
      text: 'PATCH keyVersion, before the old version is disabled. Not from Failed.',
      sources: ['discovery-cmk', 'discovery-errors'],
    },
    { id: 'new-version', feature: 'bookshelf', possible: 'yes', text: 'The same PATCH.', sources: ['discovery-cmk'] },
    {
      id: 'new-version',
      feature: 'supercomputer',
      possible: 'yes',
      text: 'On the disk encryption set, not on the supercomputer.',
      sources: ['discovery-cmk'],
    },
    {
      id: 'new-key',
      feature: 'workspace',
      possible: 'yes',
      text: 'PATCH keyName and keyVersion, in the same vault.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      id: 'new-key-store',
      possible: 'no',
      text: 'keyVaultUri is fixed at creation.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      id: 'change-identity',
      possible: 'no',
      text: 'The identity of a workspace is fixed at creation.',
      sources: ['discovery-identity'],
    },
    { id: 'turn-off', possible: 'no', text: 'Fixed at creation.', sources: ['discovery-cmk'] },
  ],
  trusted: {
    listed: false,
    text: 'Microsoft Discovery is not on the list of trusted services of Key Vault. Which way it takes to the vault is not documented.',
    sources: ['key-vault-trusted-services'],
  },
  failed: {
    blocks: [
      {
        text: 'Every update: it answers Conflict. The resource has to be deleted and created again under another name.',
        sources: ['discovery-errors'],
      },
      {
        text: 'Whether a refused rotation of a running workspace ends in Failed at all is not documented.',
        lookAt: 'provisioningState after the PATCH, and the activity log.',
      },
    ],
    dataPlane: [
      {
        text: 'How a workspace behaves while it is Failed, or while its key is out of reach, is not documented. Expect data to be unavailable until the access returns.',
        lookAt: 'Discovery Studio, and KeyUnwrap in the audit log of the vault.',
      },
    ],
    retry: {
      text: 'Not from Failed. From any other state: restore the access to the key, then one retry.',
      sources: ['discovery-errors'],
    },
    support: [
      {
        text: 'InternalServerError that stays after a retry; a workspace that is Failed although the key works again.',
        sources: ['discovery-errors'],
      },
      {
        text: 'A role that Discovery assigns by itself in the managed resource group and that is missing.',
        sources: ['discovery-identity-setup'],
      },
    ],
  },
  keyUnreachable: [
    {
      feature: 'workspace',
      after: 'not documented',
      text: 'What stops, and after how long, is not documented.',
      lookAt: 'The audit log of the vault shows when the workspace last asked for its key.',
    },
    {
      feature: 'workspace',
      after: 'within an hour, for its logs, if the key of the cluster is out of reach',
      minutes: 60,
      text: 'The Log Analytics cluster for diagnostic logs has a key of its own. When that one is out of reach, new logs are dropped and lost.',
      sources: ['log-analytics-cmk'],
    },
  ],
  loss: {
    lost: [
      {
        text: 'Configuration, projects and chat model deployments of the workspace.',
        sources: ['discovery-manage', 'discovery-delete'],
      },
      {
        text: 'Investigation history, chat history and definitions of agents are not named on the page about deleting; expect them to be lost.',
        lookAt: 'Your own copies: definitions in source control, results exported.',
        sources: ['discovery-continuity', 'discovery-delete'],
      },
    ],
    survives: [
      {
        text: 'Supercomputer, storage accounts, container registry, vault, keys and the user-assigned identity. Its principalId and its grants stay.',
        sources: ['discovery-manage', 'discovery-delete'],
      },
    ],
    softDelete: {
      text: 'None: a delete is permanent.',
      sources: ['discovery-manage'],
    },
    name: {
      text: 'Names are unique across Azure and in lower case. After a terminal failure the documentation asks for another name; whether the old one comes free is not confirmed.',
      lookAt: 'Choose another name.',
      sources: ['discovery-errors', 'discovery-manage'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make vault, key and identity ready',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs:
          'Key Vault Contributor and Key Vault Crypto Officer on the vault, Owner or User Access Administrator on vault and resource group',
        text: 'All in the region of the workspace, and the vault with Azure RBAC. Purge protection cannot be switched off again. The identity also needs the three roles for its work.',
        takes: `up to ${rolePropagationMinutes} minutes for the roles`,
        undo: 'Delete the role assignments. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072
PRINCIPAL=$(az identity show --ids "$IDENTITY_ID" --query principalId --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
GROUP_ID=$(az group show --name "$RESOURCE_GROUP" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL" --assignee-principal-type ServicePrincipal --role ${vaultRole.guid} --scope "$VAULT_ID"
az role assignment create --assignee-object-id "$PRINCIPAL" --assignee-principal-type ServicePrincipal --role ${platformRole.guid} --scope "$GROUP_ID"
az role assignment create --assignee-object-id "$PRINCIPAL" --assignee-principal-type ServicePrincipal --role "Storage Blob Data Contributor" --scope "$GROUP_ID"
az role assignment create --assignee-object-id "$PRINCIPAL" --assignee-principal-type ServicePrincipal --role AcrPull --scope "$GROUP_ID"`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId
$groupId = (Get-AzResourceGroup -Name $resourceGroup).ResourceId
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${platformRole.guid} -Scope $groupId
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionName 'Storage Blob Data Contributor' -Scope $groupId
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionName AcrPull -Scope $groupId`,
        },
        sources: ['discovery-cmk', 'discovery-identity-setup'],
      },
      {
        kind: 'fix',
        title: 'Create a Log Analytics cluster with a key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Log Analytics Contributor on the resource group',
        text: 'It is billed from the start, for 100 GB a day with these commands; older tools refuse less than 500. The page of Log Analytics has the whole way: create, grant its identity, set the key, wait.',
        takes: 'about two hours',
        undo: 'Delete the cluster while nothing is linked.',
        commands: {
          az: `az monitor log-analytics cluster create --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --location "$LOCATION" \\
  --sku-capacity 100 --identity-type SystemAssigned`,
          PowerShell:
            'New-AzOperationalInsightsCluster -ResourceGroupName $resourceGroup -ClusterName $cluster -Location $location -SkuCapacity 100 -IdentityType SystemAssigned',
        },
        sources: ['discovery-cmk', 'log-analytics-clusters'],
      },
      {
        kind: 'fix',
        title: 'Create the workspace with the key',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: administrator,
        text: 'What you write here about key, vault, cluster and identity stays. Each workspace needs three subnets of its own. Needs the extension discovery of the Azure CLI.',
        takes: 'several minutes',
        undo: 'Delete it: permanent.',
        commands: {
          az: `# the network that was made for this workspace
VNET_ID=$(az network vnet show --resource-group "$RESOURCE_GROUP" --name vnet-discovery --query id --output tsv)
CLUSTER_ID=$(az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query id --output tsv)
az discovery workspace create --resource-group "$RESOURCE_GROUP" --name "$WORKSPACE" --location "$LOCATION" \\
  --customer-managed-keys Enabled --log-analytics-cluster-id "$CLUSTER_ID" --workspace-identity id="$IDENTITY_ID" \\
  --key-vault-properties key-vault-uri="https://$VAULT.vault.azure.net" key-name="$KEY" key-version="$KEY_VERSION" \\
  --agent-subnet-id "$VNET_ID/subnets/agents" --private-endpoint-subnet-id "$VNET_ID/subnets/private-endpoints" \\
  --workspace-subnet-id "$VNET_ID/subnets/workspace" --public-network-access Disabled`,
        },
        sources: ['discovery-cmk', 'discovery-cli', 'discovery-manage'],
      },
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'Check before you touch the key',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace and on the vault',
        text: 'A refused update may end where no update is possible. So look first: state Succeeded, the role on the vault, the vault open to the service, the old version enabled.',
        commands: {
          az: `${read.az}
az keyvault key list-versions --vault-name "$VAULT" --name "$KEY" --query "[].{id:kid, enabled:attributes.enabled, expires:attributes.expires}" --output table
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment list --assignee "$PRINCIPAL_ID" --scope "$VAULT_ID" --include-inherited --output table`,
          PowerShell: `${read.PowerShell}
Get-AzKeyVaultKey -VaultName $vault -Name $key -IncludeVersions
Get-AzRoleAssignment -ObjectId $principalId -Scope (Get-AzKeyVault -VaultName $vault).ResourceId`,
        },
        sources: ['discovery-cmk', 'discovery-errors'],
      },
      {
        kind: 'fix',
        title: 'Make a new version',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Crypto Officer on the vault',
        text: 'Note the last part of the identifier: it is the version for the next step. Leave the old version enabled.',
        undo: 'Disable the new version.',
        commands: {
          az: `az keyvault key rotate --vault-name "$VAULT" --name "$KEY"
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
          PowerShell: `Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Version`,
        },
        sources: ['discovery-cmk', 'key-vault-rotation'],
      },
      {
        kind: 'fix',
        title: 'Give the workspace the new version',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: administrator,
        text: 'The same PATCH is for a bookshelf. For a supercomputer, change the key of its disk encryption set.',
        undo: 'The same call with the old version.',
        commands: patchKey,
        sources: ['discovery-cmk'],
      },
      {
        kind: 'verify',
        title: 'See that the old version is not called any more',
        risk: 'safe',
        who: 'vault-administrator',
        needs: 'Log Analytics Reader on the workspace that holds the log',
        text: 'How long to watch is not documented. When only the new version shows, disable the old one, and do not delete it.',
        lookAt: 'A period that covers what your researchers do in a normal week.',
        commands: {
          KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(7d)
| where OperationName in ("KeyWrap", "KeyUnwrap", "KeyEncrypt", "KeyDecrypt")
| extend address = tostring(column_ifexists("requestUri_s", ""))
| extend version = extract("/keys/[^/]+/([0-9a-f]{32})", 1, address)
| summarize last = max(TimeGenerated), calls = count() by version, OperationName`,
        },
        sources: ['discovery-cmk', 'key-vault-logging'],
      },
    ],
    changeKeyStore: [],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save settings, projects and models',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Reader on the workspace',
        text: 'There is no built-in backup. Look into each file before you go on.',
        commands: {
          az: `az resource show --ids "$RESOURCE_ID" --api-version ${apiVersion} > workspace.json
az rest --method get --url "https://management.azure.com$RESOURCE_ID/projects?api-version=${apiVersion}" > projects.json
az rest --method get --url "https://management.azure.com$RESOURCE_ID/chatModelDeployments?api-version=${apiVersion}" > chat-models.json
az role assignment list --scope "$RESOURCE_ID" --include-inherited > workspace-roles.json`,
          PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}").Content > workspace.json
(Invoke-AzRestMethod -Method GET -Path "$resourceId/projects?api-version=${apiVersion}").Content > projects.json
(Invoke-AzRestMethod -Method GET -Path "$resourceId/chatModelDeployments?api-version=${apiVersion}").Content > chat-models.json`,
        },
        sources: ['discovery-delete', 'discovery-manage'],
      },
      {
        kind: 'back-up',
        title: 'Save what lives in Discovery Studio',
        risk: 'safe',
        who: 'workspace-owner',
        text: 'Copy definitions of agents, workflow agents and tools into source control, and results that you need out of investigations. None of them is an Azure resource, so no export has them. Replicate the blobs of the storage account.',
        sources: ['discovery-continuity', 'discovery-delete'],
        lookAt: 'Whether Studio opens while the workspace is Failed is not documented: try it.',
      },
    ],
    recreate: [
      {
        kind: 'fix',
        title: 'Build the new workspace beside the old one',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: administrator,
        text: 'Under another name, as in “Turn CMK on”, with subnets of its own. The identity keeps its grants; a new Log Analytics cluster would need new ones. Then chat models, projects, agents. Detach the supercomputer from inside the old workspace, in Settings, Supercomputers, and attach it to the new one.',
        undo: 'Delete the new workspace.',
        sources: ['discovery-errors', 'discovery-manage', 'discovery-network'],
      },
      {
        kind: 'destroy',
        title: 'Empty the old workspace from the inside',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: administrator,
        lost: 'Agents, workflow agents, chat models and projects of this workspace. Storage containers and bookshelves that other workspaces use stay: do not delete them.',
        text: 'In this order, or the delete answers ResourceHasDependentResources or ValidationError: agents and workflow agents in Studio; its chat models; its projects. Save them first. Shared knowledge bases, storage assets, node pools, bookshelves and tools go only when the whole deployment goes.',
        undo: 'None.',
        commands: {
          az: `az rest --method get --url "https://management.azure.com$RESOURCE_ID/chatModelDeployments?api-version=${apiVersion}" --query "value[].id" --output tsv | while read -r ID; do
  az resource delete --ids "$ID" --api-version ${apiVersion}
done
az rest --method get --url "https://management.azure.com$RESOURCE_ID/projects?api-version=${apiVersion}" --query "value[].id" --output tsv | while read -r ID; do
  az resource delete --ids "$ID" --api-version ${apiVersion}
done`,
        },
        sources: ['discovery-delete'],
      },
      {
        kind: 'destroy',
        title: 'Delete this workspace, and nothing else',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: administrator,
        lost: 'The workspace with its configuration and everything in the list of what is lost. There is no soft delete.',
        text: 'Leave resource group, storage and supercomputer in place. If you take the whole deployment down, the supercomputer comes after the workspace, then network, identity, registry and storage.',
        takes: '30 minutes or more',
        undo: 'None.',
        commands: {
          az: `az resource delete --ids "$RESOURCE_ID" --api-version ${apiVersion}`,
          PowerShell: `Remove-AzResource -ResourceId $resourceId -ApiVersion ${apiVersion}`,
        },
        sources: ['discovery-delete', 'discovery-errors'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'az resource and az rest, always with the API version. The extension discovery has az discovery workspace create, show, update, delete, wait; update takes --key-vault-properties key-name=… key-version=…, and reads and PUTs the whole workspace.',
      sources: ['discovery-cli', 'discovery-delete'],
    },
    {
      tool: 'PowerShell',
      text: 'No cmdlet was found. Invoke-AzRestMethod does it.',
      lookAt: 'Get-Command with the noun AzDiscovery in a current module list.',
      sources: ['discovery-cmk'],
    },
    {
      tool: 'REST',
      text: 'PATCH of keyName and keyVersion. A PUT has to repeat everything, the fixed parts too.',
      sources: ['discovery-cmk', 'discovery-specification'],
    },
    {
      tool: 'Portal',
      text: 'Chooses the key when the workspace is created, on Encryption. How to rotate there is not described.',
      lookAt: 'Use REST.',
      sources: ['discovery-manage'],
    },
    {
      tool: 'Terraform',
      text: 'Not documented.',
      lookAt: 'The azapi provider, which sends what REST takes.',
    },
  ],
  quirks: [
    {
      what: 'The sample of the CMK page leaves workspaceIdentity out, which the schema requires.',
      workaround: 'Send workspaceIdentity.id.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    {
      what: 'The schema lets keyVersion be absent; the service needs it.',
      workaround: 'Send the version, at creation and at each rotation.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    {
      what: 'Regions that are not supported can show as a choice in portal, templates and older tools.',
      workaround: 'East US, Sweden Central or UK South, with all parts in one region.',
      sources: ['discovery-known-issues'],
    },
    {
      what: 'A deleted child can still be listed for some minutes.',
      workaround: 'Ask with az resource show: ResourceNotFound means that it is gone.',
      sources: ['discovery-delete'],
    },
  ],
};
