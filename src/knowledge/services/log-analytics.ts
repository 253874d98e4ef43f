import { withinOneTenant } from '../causes/cross-tenant-misconfigured.ts';
import { addAccessPolicy, assignRole, grantTo, toUserAssigned } from '../causes/grants.ts';
import { enableIdentity, passesByItself } from '../causes/identity-token-failure.ts';
import { permissionModels, rolePropagationMinutes } from '../key-stores.ts';
import {
  applicationRequest,
  inTurn,
  keyRequest,
  managerRequest,
  principalRequest,
  providerStates,
  registerProvider,
} from '../rest.ts';
import { roles } from '../roles.ts';
import type { Step } from '../step.ts';
import type { Caller, Grant, KeyStore, ServiceFacts, ServicePlan } from './facts.ts';

const keyPermissions = permissionModels['access-policy'].keyPermissions ?? [];
const permissionsForAz = /* @__PURE__ */ keyPermissions.join(' ');
const permissionsForPowerShell = /* @__PURE__ */ keyPermissions.join(',');
const vaultRole = roles['crypto-service-encryption-user'];

const cluster = { type: 'Microsoft.OperationalInsights/clusters', apiVersion: '2026-03-01' } as const;
const workspace = { type: 'Microsoft.OperationalInsights/workspaces', apiVersion: '2026-03-01' } as const;
const linkedService = {
  type: 'Microsoft.OperationalInsights/workspaces/linkedServices',
  apiVersion: '2026-03-01',
} as const;
const linkedStorage = {
  type: 'Microsoft.OperationalInsights/workspaces/linkedStorageAccounts',
  apiVersion: '2025-07-01',
} as const;
const onboarding = { type: 'Microsoft.SecurityInsights/onboardingStates', apiVersion: '2025-09-01' } as const;
/** Export jobs answer on the data plane. Source: log-analytics-export-job. */
const exportJob = { apiVersion: '2025-06-01-preview' } as const;
const cosmosDb = { applicationId: 'a232010e-820c-4083-83bb-3ace5fc29d0b' } as const;
const cosmosDbGovernment = { applicationId: '57506a73-e302-42a9-b869-6f12d9ec29e9' } as const;

const contributor = 'Log Analytics Contributor on the cluster';
const workspacePath =
  '/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.OperationalInsights/workspaces/$WORKSPACE';

const listDeletedWorkspaces = managerRequest(
  'GET',
  '/subscriptions/$SUBSCRIPTION/providers/Microsoft.OperationalInsights/deletedWorkspaces',
  workspace.apiVersion,
);

/** The call that changes the key and nothing else: tier, identity and tags stay as they are. */
const setKey = {
  az: `# an empty version follows the newest one
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}" \\
  --body "{\\"properties\\":{\\"keyVaultProperties\\":{\\"keyVaultUri\\":\\"https://$VAULT.vault.azure.net\\",\\"keyName\\":\\"$KEY\\",\\"keyVersion\\":\\"\\"}}}"
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated --timeout 10800`,
  PowerShell: `# an empty version follows the newest one
$body = @{ properties = @{ keyVaultProperties = @{ keyVaultUri = "https://$vault.vault.azure.net"; keyName = $key; keyVersion = '' } } } | ConvertTo-Json -Depth 5
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${cluster.apiVersion}" -Payload $body`,
  REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}
Content-Type: application/json

{"properties": {"keyVaultProperties": {"keyVaultUri": "https://$VAULT.vault.azure.net", "keyName": "$KEY", "keyVersion": ""}}}`,
} as const;

const readCluster = {
  az: `az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" \\
  --query "{state:provisioningState, key:keyVaultProperties, identity:identity, sku:sku, workspaces:associatedWorkspaces[].workspaceName}"`,
  PowerShell: `(Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content`,
  REST: `GET https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}`,
} as const;

const readIdentity: Step = {
  kind: 'confirm',
  title: "Read the cluster's identity, and look for it in the directory",
  risk: 'safe',
  who: 'anyone',
  needs: 'Log Analytics Reader on the cluster; may read the directory',
  text: `PRINCIPAL_ID is the oid of the message. It must be a principalId of the cluster, be found, and be enabled. With Sentinel it can also be Azure Cosmos DB. ${passesByItself}`,
  commands: {
    az: `az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query identity
az ad sp show --id "$PRINCIPAL_ID" --query "{name:displayName, enabled:accountEnabled}"`,
    PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content | ConvertFrom-Json).identity | ConvertTo-Json -Depth 4
Get-AzADServicePrincipal -ObjectId $principalId | Select-Object DisplayName, AccountEnabled`,
    REST: inTurn(readCluster.REST, principalRequest('$PRINCIPAL_ID')),
  },
  sources: ['log-analytics-cmk', 'managed-identity-issues', 'token-signature-report', 'entra-error-codes'],
};

const setUserAssigned = {
  az: `az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}" \\
  --body "{\\"identity\\":{\\"type\\":\\"UserAssigned\\",\\"userAssignedIdentities\\":{\\"$IDENTITY_ID\\":{}}}}"
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated`,
  PowerShell: `$body = @{ identity = @{ type = 'UserAssigned'; userAssignedIdentities = @{ $identityId = @{} } } } | ConvertTo-Json -Depth 5
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${cluster.apiVersion}" -Payload $body`,
  REST: managerRequest(
    'PATCH',
    '$RESOURCE_ID',
    cluster.apiVersion,
    '{"identity": {"type": "UserAssigned", "userAssignedIdentities": {"$IDENTITY_ID": {}}}}',
  ),
} as const;

/** A grant to the identity that the cluster has now. */
/* @__NO_SIDE_EFFECTS__ */
function toCluster(grant: Step): Step {
  return grantTo(
    grant,
    "For the cluster's identity as it is now.",
    `PRINCIPAL_ID=$(az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" \\
  --query "identity.principalId || values(identity.userAssignedIdentities)[0].principalId" --output tsv)`,
    `$identity = ((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content | ConvertFrom-Json).identity
$principalId = if ($identity.principalId) { $identity.principalId } else { @($identity.userAssignedIdentities.PSObject.Properties.Value)[0].principalId }`,
    readCluster.REST,
  );
}

const compareParts: Step = {
  kind: 'confirm',
  title: 'Compare the three parts with the key',
  risk: 'safe',
  who: 'anyone',
  needs: 'Log Analytics Reader on the cluster, Key Vault Reader on the vault',
  text: 'keyVaultUri is the address of the vault with https://, without /keys/. keyName and keyVersion stand beside it; an empty version follows the newest one. If the message names associatedWorkspaces or sku, the request sent more than the key.',
  commands: {
    az: `az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query keyVaultProperties
az keyvault key show --vault-name "$VAULT" --name "$KEY" --query key.kid --output tsv`,
    PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content | ConvertFrom-Json).properties.keyVaultProperties
(Get-AzKeyVaultKey -VaultName $vault -Name $key).Id`,
    REST: inTurn(readCluster.REST, keyRequest('GET', 'keys/$KEY')),
  },
  sources: ['log-analytics-cmk', 'log-analytics-associated-thread'],
};

export const plan: ServicePlan = {
  readState: {
    kind: 'confirm',
    title: 'See where the cluster stands',
    risk: 'safe',
    who: 'anyone',
    needs: 'Log Analytics Reader on the cluster',
    text: 'The key sits on the dedicated cluster, never on the workspace. Note state, key, identity and the linked workspaces. An empty keyVersion follows the newest version. Keep the output.',
    commands: readCluster,
    sources: ['log-analytics-cmk', 'log-analytics-cli'],
  },
  findPrincipal: [
    {
      kind: 'confirm',
      title: "Find the cluster's identity",
      risk: 'safe',
      who: 'anyone',
      needs: 'Log Analytics Reader on the cluster',
      text: "Grant the cluster's identity, not the one of a workspace. For a user-assigned identity, take the principalId under userAssignedIdentities.",
      commands: {
        az: 'az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query identity',
        PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content | ConvertFrom-Json).identity | ConvertTo-Json -Depth 4`,
        REST: readCluster.REST,
      },
      sources: ['log-analytics-cmk'],
    },
    {
      kind: 'confirm',
      title: 'With Microsoft Sentinel: find Azure Cosmos DB as well',
      risk: 'safe',
      who: 'directory-administrator',
      text: 'Only if a linked workspace was onboarded to Sentinel with CMK. Cosmos DB then needs the same access to the same key. In Azure Government the application is another one.',
      commands: {
        az: `az ad sp show --id ${cosmosDb.applicationId} --query "{name:displayName, objectId:id}"`,
        PowerShell: `Get-AzADServicePrincipal -ApplicationId ${cosmosDb.applicationId} | Select-Object DisplayName, Id`,
        REST: applicationRequest(cosmosDb.applicationId),
      },
      sources: ['log-analytics-sentinel', 'log-analytics-cosmos'],
    },
  ],
  retry: [
    {
      kind: 'retry',
      title: 'Send the key again, and nothing else',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: contributor,
      text: 'PATCH the key alone. The Azure CLI sends the whole cluster back, and its commitment tier can be refused. Keep sku and identity out. If you pin a version, write it instead of the empty text. 200 and 202 mean accepted, not done.',
      takes: 'not documented; the wait stops at Succeeded',
      undo: 'The same call with the previous vault, key and version.',
      commands: setKey,
      sources: ['log-analytics-cmk', 'log-analytics-update-api', 'log-analytics-capacity-thread'],
    },
  ],
  verify: [
    {
      kind: 'verify',
      title: 'Verify',
      risk: 'safe',
      who: 'anyone',
      needs: 'Log Analytics Reader on the cluster',
      text: 'Expect Succeeded and the key that you meant. Then see in the log of the vault that the cluster uses it: it calls every 6 to 60 seconds. The query reads AzureDiagnostics; the columns of AZKVAuditLogs have other names. After a lost key, ingestion and queries come back within 30 minutes.',
      takes: 'up to 30 minutes after a lost key',
      commands: {
        ...readCluster,
        KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(30m)
| where OperationName in ("KeyGet", "KeyWrap", "KeyUnwrap")
| extend oid = tostring(column_ifexists("identity_claim_oid_g", ""))
| summarize count() by OperationName, ResultSignature, oid`,
      },
      sources: ['log-analytics-cmk', 'key-vault-logging'],
    },
  ],
  instead: {
    'encryption-settings-invalid': {
      confirm: [compareParts],
      fix: [
        {
          kind: 'fix',
          title: 'Take identity, tier and links out of the request',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'A new identity and the key go in two calls, the identity first. The list of linked workspaces is read-only. The next step sends the key alone.',
          sources: ['log-analytics-cmk', 'log-analytics-update-api'],
        },
      ],
    },
    'key-access-lost': {
      fix: [
        {
          kind: 'fix',
          title: 'Make the key usable again, now',
          risk: 'changes-access',
          who: 'vault-administrator',
          needs: roles['crypto-officer'].name,
          text: 'What arrives meanwhile is dropped and lost. A pinned version that was disabled after a rotation is a common slip: enable the version that the cluster names. Otherwise recover the deleted key or vault, put the role or access policy back, or let trusted services through; the page of each cause has the commands. Unlink and delete nothing.',
          takes: 'ingestion and queries come back within 30 minutes',
          undo: 'The same command with false disables the version again.',
          commands: {
            az: 'az keyvault key set-attributes --vault-name "$VAULT" --name "$KEY" --version "$KEY_VERSION" --enabled true',
            PowerShell: 'Update-AzKeyVaultKey -VaultName $vault -Name $key -Version $keyVersion -Enable $true',
            REST: keyRequest('PATCH', 'keys/$KEY/$KEY_VERSION', '{"attributes": {"enabled": true}}'),
          },
          sources: ['log-analytics-cmk', 'key-vault-keys'],
        },
        {
          kind: 'retry',
          title: 'Send the key only if the cluster is Failed, or its pinned version cannot come back',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: contributor,
          text: 'The storage retries by itself: after the fix there is nothing to send. If the pinned version is gone, this points the cluster to the newest version of the key.',
          undo: 'The same call with the previous vault, key and version.',
          commands: setKey,
          sources: ['log-analytics-cmk'],
        },
      ],
    },
    'identity-token-failure': {
      confirm: [readIdentity],
      fix: [
        enableIdentity,
        {
          kind: 'fix',
          title: 'If it is the system-assigned identity, or Sentinel is linked: ask support',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'Do not switch the identity off and on. None revokes the key, and only support can undo it. The steps below are for a user-assigned identity that was deleted.',
          sources: ['log-analytics-cmk', 'log-analytics-sentinel'],
        },
        toUserAssigned(assignRole),
        toUserAssigned(addAccessPolicy),
        {
          kind: 'fix',
          title: 'Then give the cluster that identity, in a call of its own',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: `${contributor}, Managed Identity Operator on the identity`,
          text: 'Make the identity again first if it was deleted, and grant it before. Not with a vault that is reachable through Private Link only.',
          undo: 'None: the deleted identity does not come back.',
          commands: setUserAssigned,
          sources: ['log-analytics-clusters', 'log-analytics-update-api', 'managed-identity-issues'],
        },
      ],
    },
    'cross-tenant-misconfigured': withinOneTenant,
    'key-uri-invalid': {
      confirm: [compareParts],
      fix: [
        {
          kind: 'fix',
          title: 'Send the three parts apart',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'The retry builds keyVaultUri from the name of the vault, with https://, and puts the name of the key beside it. For a key in a Managed HSM, write the address of the HSM into it, and keyRsaSize beside it.',
          sources: ['log-analytics-cmk', 'log-analytics-hsm-thread'],
        },
      ],
    },
    'identity-not-assigned': {
      fix: [
        {
          kind: 'fix',
          title: 'Give the cluster an identity, in a call of its own',
          risk: 'changes-access',
          who: 'workspace-owner',
          needs: contributor,
          text: 'Then grant it, and only then send the key. If it had a user-assigned identity before, give that one back instead. Never set the identity to None: that revokes the key, and only support can undo it.',
          undo: 'None that is safe. Leave the identity in place.',
          commands: {
            az: `az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}" --body '{"identity":{"type":"SystemAssigned"}}'
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated`,
            PowerShell: `Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${cluster.apiVersion}" -Payload '{"identity":{"type":"SystemAssigned"}}'`,
            REST: `PATCH https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}
Content-Type: application/json

{"identity": {"type": "SystemAssigned"}}`,
          },
          sources: ['log-analytics-cmk', 'log-analytics-clusters'],
        },
        toCluster(assignRole),
        toCluster(addAccessPolicy),
      ],
    },
    'operation-in-progress': {
      fix: [
        {
          kind: 'fix',
          title: 'Wait for the running operation',
          risk: 'safe',
          who: 'anyone',
          needs: 'Log Analytics Reader on the cluster',
          text: 'Creating a cluster takes about two hours, a link up to two. If nothing runs and the cluster still refuses one retry, open a support request.',
          takes: 'up to about two hours',
          commands: {
            az: `az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query provisioningState
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated --timeout 10800`,
            PowerShell:
              '(Get-AzOperationalInsightsCluster -ResourceGroupName $resourceGroup -ClusterName $cluster).ProvisioningState',
            REST: readCluster.REST,
          },
          sources: ['log-analytics-clusters', 'log-analytics-cli'],
        },
      ],
    },
    'name-held-by-soft-delete': {
      confirm: [
        {
          kind: 'confirm',
          title: 'See what still holds the name',
          risk: 'safe',
          who: 'workspace-owner',
          needs: 'Log Analytics Contributor on the resource group',
          text: 'A deleted workspace is listed for 14 days and can be recovered. A deleted cluster cannot, and holds its name for 14 days.',
          commands: {
            az: 'az monitor log-analytics workspace list-deleted-workspaces --query "[].{name:name, group:resourceGroup}" --output table',
            PowerShell: 'Get-AzOperationalInsightsDeletedWorkspace',
            REST: listDeletedWorkspaces,
          },
          sources: ['log-analytics-delete', 'log-analytics-clusters'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Recover the workspace, or name the cluster differently',
          risk: 'changes-workspace',
          who: 'workspace-owner',
          needs: 'Log Analytics Contributor on the resource group',
          text: 'Recovering brings data, agents and the link to the cluster back. If the resource group is gone, make it again first, or the answer is 404. A cluster needs another name, or 14 days.',
          undo: 'Delete the workspace again: it is kept for 14 days.',
          commands: {
            az: 'az monitor log-analytics workspace recover --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE"',
            PowerShell:
              'Restore-AzOperationalInsightsWorkspace -ResourceGroupName $resourceGroup -Name $workspace -Location $location',
            REST: inTurn(
              listDeletedWorkspaces,
              managerRequest(
                'PUT',
                workspacePath,
                workspace.apiVersion,
                '{"location": "{the location of the answer}"}',
              ),
            ),
          },
          sources: ['log-analytics-delete', 'log-analytics-clusters'],
        },
      ],
    },
    'prerequisite-missing': {
      confirm: [
        {
          kind: 'confirm',
          title: 'Confirm that the workspace has a cluster',
          risk: 'safe',
          who: 'anyone',
          needs: 'Log Analytics Reader on the workspace',
          text: 'Empty means that the workspace is not linked, so it cannot have your key. Create a dedicated cluster, give it the key, then link.',
          commands: {
            az: `az resource show --ids "${workspacePath}" --api-version ${workspace.apiVersion} --query properties.features.clusterResourceId`,
            PowerShell:
              '(Get-AzOperationalInsightsLinkedService -ResourceGroupName $resourceGroup -WorkspaceName $workspace -LinkedServiceName cluster).WriteAccessResourceId',
            REST: managerRequest('GET', workspacePath, workspace.apiVersion),
          },
          sources: ['log-analytics-clusters', 'log-analytics-cmk'],
        },
        {
          kind: 'confirm',
          title: 'See whether the providers are registered',
          risk: 'safe',
          who: 'anyone',
          needs: 'Reader on the subscription',
          text: 'Microsoft.DocumentDB is needed with Sentinel only.',
          commands: {
            az: `az provider show --namespace Microsoft.OperationalInsights --query registrationState --output tsv
az provider show --namespace Microsoft.DocumentDB --query registrationState --output tsv`,
            PowerShell:
              "'Microsoft.OperationalInsights', 'Microsoft.DocumentDB' | ForEach-Object { Get-AzResourceProvider -ProviderNamespace $_ | Select-Object ProviderNamespace, RegistrationState -Unique }",
            REST: providerStates(['Microsoft.OperationalInsights', 'Microsoft.DocumentDB']),
          },
          sources: ['arm-registration-error', 'log-analytics-sentinel'],
        },
      ],
      fix: [
        {
          kind: 'fix',
          title: 'Register what is missing',
          risk: 'changes-workspace',
          who: 'subscription-owner',
          needs: 'Contributor on the subscription',
          text: 'The second one with Sentinel only.',
          takes: 'minutes',
          undo: 'az provider unregister, while nothing of it exists.',
          commands: {
            az: `az provider register --namespace Microsoft.OperationalInsights --wait
az provider register --namespace Microsoft.DocumentDB --wait`,
            PowerShell: `Register-AzResourceProvider -ProviderNamespace Microsoft.OperationalInsights
Register-AzResourceProvider -ProviderNamespace Microsoft.DocumentDB`,
            REST: [registerProvider('Microsoft.OperationalInsights'), registerProvider('Microsoft.DocumentDB')].join(
              '\n\n',
            ),
          },
          sources: ['arm-registration-error', 'log-analytics-sentinel'],
        },
        {
          kind: 'fix',
          title: 'Or make what is asked for',
          risk: 'safe',
          who: 'workspace-owner',
          text: 'No cluster: “Turn CMK on” on the page of the service creates it, gives it the key, and links the workspace. It is billed from the start, for at least 100 GB a day. If the region has no double encryption, create it with isDoubleEncryptionEnabled false.',
          sources: ['log-analytics-clusters', 'log-analytics-cmk'],
        },
      ],
    },
  },
};

const grants: Readonly<Record<KeyStore, Grant>> = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: { text: 'On the vault or on the key.', sources: ['log-analytics-cmk', 'key-vault-rbac-guide'] },
    sources: ['log-analytics-cmk', 'key-vault-rbac-guide'],
  },
  'access-policy': {
    keyPermissions,
    note: {
      text: 'Get is what lets the cluster check that the vault is recoverable: without it the update fails.',
      sources: ['log-analytics-cmk'],
    },
    sources: ['log-analytics-cmk'],
  },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: 'Azure Monitor names Managed HSM as supported but not the role. That this local role, on /keys or on the one key, is enough is expected and not confirmed.',
      lookAt: 'KeyGet, KeyWrap and KeyUnwrap of the cluster in the log of the HSM.',
      sources: ['log-analytics-cmk', 'managed-hsm-roles'],
    },
    sources: ['managed-hsm-roles'],
  },
};

const sentinelGrants: Readonly<Record<KeyStore, Grant>> = {
  'azure-rbac': {
    role: 'crypto-service-encryption-user',
    note: {
      text: 'The Sentinel page describes an access policy. The role is the one that Azure Cosmos DB documents.',
      sources: ['log-analytics-sentinel', 'log-analytics-cosmos'],
    },
    sources: ['log-analytics-cosmos'],
  },
  'access-policy': { keyPermissions, sources: ['log-analytics-sentinel', 'log-analytics-cosmos'] },
  'managed-hsm': {
    role: 'managed-hsm-crypto-service-encryption-user',
    note: {
      text: 'Whether Sentinel works with a key in a Managed HSM is not documented.',
      lookAt: 'Ask the Sentinel product group before you plan with it.',
    },
    sources: ['managed-hsm-roles'],
  },
};

const sentinelCaller = (name: string, application: { readonly applicationId: string }): Caller => ({
  name,
  kind: 'first-party-application',
  applicationId: application.applicationId,
  features: ['sentinel'],
  objectId: 'the object id of its enterprise application in your tenant',
  grantWhen: {
    text: 'Before the workspace is onboarded to Sentinel, after Microsoft.DocumentDB was registered.',
    sources: ['log-analytics-sentinel', 'log-analytics-cosmos'],
  },
  grants: sentinelGrants,
});

/** A step with other words. The marks at its calls let the browser's bundle, which takes only the plan, drop them. */
const variant = (step: Step, changes: Partial<Step>): Step => ({ ...step, ...changes });

const grantStep: Step = {
  kind: 'fix',
  title: "Grant the cluster's identity",
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: 'Owner or User Access Administrator on the vault',
  text: `${vaultRole.name} on the vault, for the object id of the cluster's identity. On a vault with access policies, use the second command.`,
  takes: `up to ${rolePropagationMinutes} minutes`,
  undo: 'Delete the role assignment or the access policy. Not while the cluster holds data under the key.',
  commands: {
    az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"
# on a vault with access policies, instead
# az keyvault set-policy --name "$VAULT" --object-id "$PRINCIPAL_ID" --key-permissions ${permissionsForAz}`,
    PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $principalId -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId
# on a vault with access policies, instead
# Set-AzKeyVaultAccessPolicy -VaultName $vault -ObjectId $principalId -PermissionsToKeys ${permissionsForPowerShell} -BypassObjectIdValidation`,
  },
  sources: ['log-analytics-cmk', 'rbac-troubleshooting'],
};

const setKeyStep: Step = {
  kind: 'fix',
  title: 'Set the key',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: contributor,
  text: 'Without a version, so that new versions are followed. Not in the same call as a new identity. Wait for Succeeded before you link: what is ingested earlier is dropped for good.',
  undo: 'PATCH the three parts with empty text. Not supported with Sentinel.',
  commands: setKey,
  sources: ['log-analytics-cmk', 'log-analytics-terraform'],
};

const linkCommands = {
  az: `az monitor log-analytics workspace linked-service create --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" \\
  --name cluster --write-access-resource-id "$RESOURCE_ID"
az resource show --ids "${workspacePath}" --api-version ${workspace.apiVersion} --query properties.features.clusterResourceId`,
  PowerShell: `Set-AzOperationalInsightsLinkedService -ResourceGroupName $resourceGroup -WorkspaceName $workspace -LinkedServiceName cluster -WriteAccessResourceId $resourceId`,
  REST: `PUT https://management.azure.com${workspacePath}/linkedServices/cluster?api-version=${linkedService.apiVersion}
Content-Type: application/json

{"properties": {"writeAccessResourceId": "$RESOURCE_ID"}}`,
} as const;

const linkStep: Step = {
  kind: 'fix',
  title: 'Link the workspaces',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Log Analytics Contributor on the cluster and on the workspace',
  text: 'Only when the cluster says Succeeded. A workspace allows two link operations in 30 days, so plan them. Data from before the link stays on Microsoft keys. The role must hold clusters/write, workspaces/write and workspaces/linkedservices/write. For a workspace in another resource group, write that group into its commands and leave RESOURCE_ID as it is.',
  takes: 'up to 90 to 120 minutes a workspace',
  undo: 'az monitor log-analytics workspace linked-service delete. What was ingested meanwhile stays in the cluster, under your key.',
  commands: linkCommands,
  sources: ['log-analytics-clusters', 'log-analytics-cmk'],
};

const sentinelStep: Step = {
  kind: 'fix',
  title: 'With Sentinel: register, grant Cosmos DB, onboard by REST',
  risk: 'changes-access',
  who: 'subscription-owner',
  needs: 'Contributor on the subscription, and the right to grant on the vault',
  text: 'Only for a workspace that was never onboarded. Neither portal nor templates can do it. The cluster needs the system-assigned identity. Contact the Sentinel product group before any change, and to confirm the onboarding.',
  takes: `up to ${rolePropagationMinutes} minutes for the role`,
  undo: 'None that is supported: turning CMK off or unlinking afterwards may break Sentinel.',
  commands: {
    az: `az provider register --namespace Microsoft.DocumentDB --wait
COSMOS_DB=$(az ad sp show --id ${cosmosDb.applicationId} --query id --output tsv)
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az role assignment create --assignee-object-id "$COSMOS_DB" --assignee-principal-type ServicePrincipal \\
  --role ${vaultRole.guid} --scope "$VAULT_ID"
az rest --method put --body '{"properties":{"customerManagedKey":true}}' \\
  --url "https://management.azure.com${workspacePath}/providers/${onboarding.type}/default?api-version=${onboarding.apiVersion}"`,
    PowerShell: `Register-AzResourceProvider -ProviderNamespace Microsoft.DocumentDB
$cosmosDb = (Get-AzADServicePrincipal -ApplicationId ${cosmosDb.applicationId}).Id
$keyVault = Get-AzKeyVault -VaultName $vault
New-AzRoleAssignment -ObjectId $cosmosDb -ObjectType ServicePrincipal -RoleDefinitionId ${vaultRole.guid} -Scope $keyVault.ResourceId
$path = "/subscriptions/$subscription/resourceGroups/$resourceGroup/providers/Microsoft.OperationalInsights/workspaces/$workspace"
Invoke-AzRestMethod -Method PUT -Path "$path/providers/${onboarding.type}/default?api-version=${onboarding.apiVersion}" -Payload '{"properties":{"customerManagedKey":true}}'`,
  },
  sources: ['log-analytics-sentinel', 'log-analytics-cosmos'],
};

const linkStorageStep: Step = {
  kind: 'fix',
  title: 'Put saved queries and alert queries into your storage',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Log Analytics Contributor on the workspace; Owner or User Access Administrator on the storage account',
  text: 'Save the saved queries first: linking for Query moves them and the functions out of the workspace. The list of accounts is replaced as a whole, so name every one that you keep. The account must be StorageV2 in the region of the workspace, with a key of its own.',
  takes: `up to ${rolePropagationMinutes} minutes for the role`,
  undo: 'az monitor log-analytics workspace linked-storage delete. Saved queries move back.',
  commands: {
    az: `az monitor log-analytics workspace identity assign --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --system-assigned
WORKSPACE_IDENTITY=$(az resource show --ids "${workspacePath}" --api-version ${workspace.apiVersion} --query identity.principalId --output tsv)
STORAGE_ID=$(az storage account show --resource-group "$RESOURCE_GROUP" --name "$ACCOUNT" --query id --output tsv)
az role assignment create --assignee-object-id "$WORKSPACE_IDENTITY" --assignee-principal-type ServicePrincipal \\
  --role "Storage Table Data Contributor" --scope "$STORAGE_ID"
az monitor log-analytics workspace linked-storage create --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --type Query --storage-accounts "$STORAGE_ID"
az monitor log-analytics workspace linked-storage create --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --type Alerts --storage-accounts "$STORAGE_ID"
# optional: makes your storage compulsory for queries
# az rest --method patch --url "https://management.azure.com${workspacePath}?api-version=${workspace.apiVersion}" --body '{"properties":{"forceCmkForQuery":true}}'`,
    PowerShell: `$path = "/subscriptions/$subscription/resourceGroups/$resourceGroup/providers/Microsoft.OperationalInsights/workspaces/$workspace"
Invoke-AzRestMethod -Method PATCH -Path "\${path}?api-version=${workspace.apiVersion}" -Payload '{"identity":{"type":"SystemAssigned"}}'
$workspaceIdentity = ((Invoke-AzRestMethod -Method GET -Path "\${path}?api-version=${workspace.apiVersion}").Content | ConvertFrom-Json).identity.principalId
$storageId = (Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account).Id
New-AzRoleAssignment -ObjectId $workspaceIdentity -ObjectType ServicePrincipal -RoleDefinitionName 'Storage Table Data Contributor' -Scope $storageId
New-AzOperationalInsightsLinkedStorageAccount -ResourceGroupName $resourceGroup -WorkspaceName $workspace -DataSourceType Query -StorageAccountId $storageId
New-AzOperationalInsightsLinkedStorageAccount -ResourceGroupName $resourceGroup -WorkspaceName $workspace -DataSourceType Alerts -StorageAccountId $storageId
# optional: makes your storage compulsory for queries
# Set-AzOperationalInsightsWorkspace -ResourceGroupName $resourceGroup -Name $workspace -ForceCmkForQuery $true`,
  },
  sources: ['log-analytics-linked-storage', 'log-analytics-cmk', 'log-analytics-cli-identity'],
};

const createClusterStep: Step = {
  kind: 'fix',
  title: 'Create the cluster',
  risk: 'changes-workspace',
  who: 'workspace-owner',
  needs: 'Log Analytics Contributor on the resource group',
  text: 'Billing starts at once, whether data comes or not, for at least 100 GB a day, which is what these commands take. Older tools refuse a tier below 500: create it with REST then. Double encryption and availability zones cannot be changed later.',
  takes: 'about two hours',
  undo: 'az monitor log-analytics cluster delete, while no workspace is linked. The name stays reserved for 14 days; billing stops.',
  commands: {
    az: `az monitor log-analytics cluster create --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --location "$LOCATION" \\
  --sku-capacity 100 --identity-type SystemAssigned
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --created --timeout 10800`,
    PowerShell:
      'New-AzOperationalInsightsCluster -ResourceGroupName $resourceGroup -ClusterName $cluster -Location $location -SkuCapacity 100 -IdentityType SystemAssigned',
    REST: `PUT https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}
Content-Type: application/json

{"location": "$LOCATION", "identity": {"type": "SystemAssigned"}, "sku": {"name": "CapacityReservation", "capacity": 100}, "properties": {"billingType": "Cluster"}}`,
  },
  sources: ['log-analytics-clusters', 'log-analytics-cli'],
};

export const facts: ServiceFacts = {
  id: 'log-analytics',
  mustKnow: [
    {
      text: 'The key never sits on the workspace. It sits on a dedicated cluster, and a workspace gets it by being linked. Microsoft Sentinel comes on top of such a workspace.',
      sources: ['log-analytics-cmk', 'log-analytics-sentinel'],
    },
    {
      text: 'To repair the key, PATCH the key alone. The Azure CLI reads the cluster and PUTs all of it back, so its commitment tier can be refused.',
      sources: ['log-analytics-cmk', 'log-analytics-capacity-thread', 'log-analytics-update-api'],
    },
    {
      text: 'A revoked key costs data: within an hour, what arrives is dropped and cannot be recovered. Make the key usable again before anything else.',
      sources: ['log-analytics-cmk'],
    },
    {
      text: 'Unlinking moves no data. What was ingested while linked stays in the cluster under your key until its retention ends: keep the key and the grants alive.',
      sources: ['log-analytics-clusters'],
    },
    {
      text: 'A workspace allows two link operations in 30 days, and the name of a deleted cluster is reserved for 14 days.',
      sources: ['log-analytics-clusters', 'log-analytics-cmk'],
    },
    {
      text: 'Never set the identity of the cluster to None: it revokes the key, and only support can undo it.',
      sources: ['log-analytics-cmk'],
    },
    {
      text: 'PatchWorkspaceError is not documented for this provider. Expect a 400 that names the cluster.',
      lookAt: 'The activity log of the cluster, not of the workspace.',
    },
  ],
  resources: [
    {
      ...cluster,
      part: 'The dedicated cluster. It holds the key, the identity and the commitment tier. No preview is newer; the template schema ends at 2025-07-01, with the same shape.',
      sources: ['bicep-types', 'log-analytics-schema'],
    },
    {
      ...workspace,
      part: 'The workspace. It has no key; properties.forceCmkForQuery makes your storage compulsory for queries.',
      sources: ['bicep-types', 'log-analytics-schema'],
    },
    {
      ...linkedService,
      part: 'The link from the workspace to the cluster. Its name must be cluster.',
      sources: ['bicep-types', 'log-analytics-clusters'],
    },
    {
      ...linkedStorage,
      part: 'The link to your storage account, named Query or Alerts. 2026-03-01 is newer; the shape here was compared with this version.',
      sources: ['bicep-types', 'log-analytics-linked-storage'],
    },
    {
      ...onboarding,
      part: 'Sentinel on the workspace. properties.customerManagedKey is set when it is onboarded, by REST only.',
      sources: ['log-analytics-sentinel'],
    },
  ],
  features: [
    {
      id: 'cluster',
      name: 'Dedicated cluster',
      protects: {
        text: 'What is ingested into linked workspaces after the key was set. Older data stays on Microsoft keys. The hot cache, the last 14 days and what was queried recently, is always under Microsoft keys but obeys a revocation.',
        sources: ['log-analytics-cmk'],
      },
    },
    {
      id: 'sentinel',
      name: 'Microsoft Sentinel',
      protects: {
        text: 'What Sentinel stores outside of Log Analytics, in Azure Cosmos DB among others, under the same key as the cluster. Preview features that do not support CMK stay off, and search jobs are not available.',
        sources: ['log-analytics-sentinel'],
      },
    },
    {
      id: 'linked-storage',
      name: 'Saved queries and log search alerts',
      protects: {
        text: 'Saved queries and functions go to a table, alert queries to blobs, of a storage account of yours, under the key of that account. Query packs, dashboards, Logic Apps, notebooks and runbooks are not covered. Workbooks can be saved to your storage one by one. With the account linked, the history of queries and pinning to a dashboard stop, and fired alerts carry neither query nor results.',
        sources: ['log-analytics-cmk', 'log-analytics-linked-storage'],
      },
    },
  ],
  keyProperties: [
    {
      type: cluster.type,
      path: 'properties.keyVaultProperties.keyVaultUri',
      meaning:
        'The address of the vault, as https://, name, .vault.azure.net. An older sample of the documentation left https:// out: do not copy it.',
      sources: ['log-analytics-cmk', 'log-analytics-clusters'],
    },
    {
      type: cluster.type,
      path: 'properties.keyVaultProperties.keyName',
      meaning: 'The name of the key in the vault.',
      sources: ['log-analytics-cmk'],
    },
    {
      type: cluster.type,
      path: 'properties.keyVaultProperties.keyVersion',
      meaning:
        'Empty or left out: the newest version, followed by itself. A version here is pinned, and must be updated by hand.',
      sources: ['log-analytics-cmk'],
    },
    {
      type: cluster.type,
      path: 'properties.keyVaultProperties.keyRsaSize',
      meaning: 'The smallest size that the key must have. A Managed HSM key was not applied until it was given.',
      sources: ['log-analytics-cli', 'log-analytics-hsm-thread'],
    },
    {
      type: cluster.type,
      path: 'identity.type',
      meaning:
        'SystemAssigned or UserAssigned; one kind is the documented use, although the type has a value for both. None revokes the key, and only support can undo it.',
      sources: ['log-analytics-cmk', 'bicep-types'],
    },
    {
      type: cluster.type,
      path: 'identity.userAssignedIdentities',
      meaning: 'The user-assigned identity, by its resource id, with an empty object as its value.',
      sources: ['bicep-types', 'log-analytics-schema'],
    },
    {
      type: cluster.type,
      path: 'properties.provisioningState',
      readOnly: true,
      meaning: 'Creating, Succeeded, Failed, Canceled, Deleting, ProvisioningAccount or Updating.',
      sources: ['bicep-types'],
    },
    {
      type: cluster.type,
      path: 'properties.associatedWorkspaces',
      meaning:
        'The linked workspaces. Writable in the schema, refused by the service: never send it. The same goes for capacityReservationProperties, clusterId and the dates.',
      sources: ['log-analytics-associated-thread', 'log-analytics-associated-schema'],
    },
    {
      type: cluster.type,
      path: 'sku.capacity',
      meaning:
        'The commitment tier: 100, 200, 300, 400, 500, 1000, 2000, 5000, 10000, 25000 or 50000 GB a day. Name CapacityReservation. Raise it any time, which restarts 31 days; lower it only after them.',
      sources: ['log-analytics-clusters'],
    },
    {
      type: cluster.type,
      path: 'properties.billingType',
      meaning:
        'Cluster (the default) or Workspaces. A PUT resets what it does not name: send location, tags, identity, sku, billingType, keyVaultProperties, replication, isAvailabilityZonesEnabled and isDoubleEncryptionEnabled again.',
      sources: ['log-analytics-schema', 'log-analytics-clusters'],
    },
    {
      type: cluster.type,
      path: 'properties.isDoubleEncryptionEnabled',
      meaning:
        'Fixed at creation, as are isAvailabilityZonesEnabled, the region, the resource group and the subscription.',
      sources: ['log-analytics-schema', 'log-analytics-clusters'],
    },
    {
      type: workspace.type,
      path: 'properties.forceCmkForQuery',
      meaning: 'true: your storage is compulsory for managing queries. It does not stand under features.',
      sources: ['log-analytics-schema', 'log-analytics-powershell-workspace'],
    },
    {
      type: workspace.type,
      path: 'properties.retentionInDays',
      meaning:
        'A PUT of a workspace resets what it does not name. Send again: retentionInDays, forceCmkForQuery, publicNetworkAccessForIngestion and publicNetworkAccessForQuery, workspaceCapping, defaultDataCollectionRuleResourceId, replication, identity and tags; under features enableLogAccessUsingOnlyResourcePermissions, disableLocalAuth, enableDataExport, immediatePurgeDataOn30Days and, from 2026-03-01 on, dataAuthorizationMode.',
      sources: ['log-analytics-schema', 'bicep-types'],
    },
    {
      type: workspace.type,
      path: 'properties.features.clusterResourceId',
      meaning:
        'The linked cluster. Read it; the service refuses to have it written. Link through linkedServices, and leave properties.sku out: it becomes LACluster by itself.',
      sources: ['log-analytics-link-thread', 'log-analytics-clusters'],
    },
    {
      type: linkedService.type,
      path: 'properties.writeAccessResourceId',
      meaning: 'The resource id of the cluster.',
      sources: ['log-analytics-clusters'],
    },
    {
      type: linkedStorage.type,
      path: 'properties.storageAccountIds',
      meaning: 'The storage accounts of the link. The list is replaced as a whole.',
      sources: ['log-analytics-cmk'],
    },
  ],
  callers: [
    {
      name: "The cluster's system-assigned identity",
      kind: 'system-assigned',
      features: ['cluster', 'sentinel'],
      objectId: 'identity.principalId of the cluster',
      grantWhen: {
        text: 'After the cluster was created without a key, and before the key is set. A new identity and the key in one request fail; an unchanged identity beside the key is allowed.',
        sources: ['log-analytics-cmk'],
      },
      grants,
    },
    {
      name: 'One user-assigned identity of the cluster',
      kind: 'user-assigned',
      features: ['cluster'],
      objectId: 'principalId of the identity',
      grantWhen: {
        text: 'Before the cluster is created: identity and key can then go together. Not with Sentinel, and not with a vault that is reachable through Private Link only.',
        sources: ['log-analytics-cmk', 'log-analytics-sentinel'],
      },
      grants,
    },
    sentinelCaller('Azure Cosmos DB', cosmosDb),
    sentinelCaller('Azure Cosmos DB in Azure Government', cosmosDbGovernment),
    {
      name: 'The identity of the linked storage account',
      kind: 'system-assigned',
      features: ['linked-storage'],
      objectId: 'identity.principalId of the storage account',
      grantWhen: {
        text: 'As for any storage account with a key of yours. The identity of the workspace does not touch the key: it needs Storage Table Data Contributor on the account.',
        sources: ['storage-cmk', 'log-analytics-linked-storage'],
      },
      grants: {
        'azure-rbac': { role: 'crypto-service-encryption-user', sources: ['storage-cmk'] },
        'access-policy': { keyPermissions, sources: ['storage-cmk'] },
        'managed-hsm': {
          role: 'managed-hsm-crypto-service-encryption-user',
          sources: ['storage-cmk', 'managed-hsm-roles'],
        },
      },
    },
  ],
  requirements: [
    {
      id: 'tier',
      feature: 'cluster',
      text: 'A dedicated cluster with a commitment tier of at least 100 GB a day. Five active clusters a region and subscription, seven with those deleted in the last 14 days; 1,000 workspaces a cluster; two link operations a workspace in 30 days.',
      sources: ['log-analytics-clusters', 'log-analytics-cmk'],
    },
    {
      id: 'tier',
      feature: 'sentinel',
      text: 'Microsoft.DocumentDB must be registered, and the workspace must never have been onboarded to Sentinel before.',
      sources: ['log-analytics-sentinel', 'log-analytics-cosmos'],
    },
    {
      id: 'tier',
      feature: 'linked-storage',
      text: 'A StorageV2 account in the region of the workspace. New and changed links need a managed identity on the workspace with Storage Table Data Contributor on the account; announced as enforced not earlier than 31 August 2025.',
      sources: ['log-analytics-linked-storage', 'log-analytics-cmk'],
    },
    {
      id: 'key-type',
      text: 'Key types and sizes are not listed. The setting keyRsaSize and the page, which says that encryption works as in Azure Storage, let expect RSA or RSA-HSM of 2048, 3072 or 4096 bits; not confirmed.',
      lookAt: 'Use RSA of 2048 or 3072 bits.',
      sources: ['log-analytics-cmk', 'storage-cmk', 'log-analytics-cli'],
    },
    {
      id: 'key-identifier',
      text: 'Three fields: keyVaultUri with https://, keyName, keyVersion. An empty version follows the newest one.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'soft-delete-and-purge-protection',
      text: "Both are required. Without them the update answers “Key isn't recoverable”.",
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'permission-model',
      text: 'Azure RBAC (recommended) or access policies.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'tenant',
      text: 'Vault, cluster and workspaces in the same Microsoft Entra tenant.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'region',
      text: 'Vault, cluster and workspaces in the same region.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'subscription',
      text: 'Vault, cluster and workspaces may be in different subscriptions.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'network',
      text: 'A closed vault works with “Allow trusted Microsoft services”, also with public access disabled. Not inside a network security perimeter in Enforced mode without an access rule.',
      sources: ['key-vault-trusted-services', 'key-vault-network'],
    },
    {
      id: 'user-assigned-identity',
      feature: 'cluster',
      text: 'Possible, but not with a vault that is reachable only through Private Link: use the system-assigned identity there.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'user-assigned-identity',
      feature: 'sentinel',
      text: 'Not supported: the cluster must have its system-assigned identity.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'auto-rotation',
      feature: 'cluster',
      text: 'Followed by itself when keyVersion is empty. An expired key goes on for ingestion and queries, but the key of the cluster cannot be updated until the expiry is extended.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'auto-rotation',
      feature: 'sentinel',
      text: 'The new version is supported within an hour. The Sentinel page asks for an explicit update of the cluster after each rotation, the Azure Monitor page does not when keyVersion is empty; which holds with Sentinel is not confirmed.',
      lookAt: 'The version in KeyUnwrap, in the audit log of the vault, before the old version is disabled.',
      sources: ['log-analytics-sentinel', 'log-analytics-cmk'],
    },
    {
      id: 'managed-hsm',
      feature: 'cluster',
      text: 'Supported. Give keyRsaSize with it.',
      sources: ['log-analytics-cmk', 'log-analytics-hsm-thread'],
    },
  ],
  changes: [
    {
      id: 'turn-on',
      feature: 'cluster',
      possible: 'yes',
      text: 'PATCH keyVaultProperties on a cluster that exists. Data from before stays on Microsoft keys.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'turn-on',
      feature: 'sentinel',
      possible: 'no',
      text: 'Not on a workspace that is onboarded already, nor by linking it to a cluster with a key: it is silently without effect.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'turn-on',
      feature: 'linked-storage',
      possible: 'yes',
      text: 'Link a storage account for Query, for Alerts, or both.',
      sources: ['log-analytics-cmk', 'log-analytics-linked-storage'],
    },
    {
      id: 'new-version',
      feature: 'cluster',
      possible: 'yes',
      text: 'By itself with an empty keyVersion. A pinned version: PATCH the new one before the old one is disabled.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'new-key',
      feature: 'cluster',
      possible: 'yes',
      text: 'PATCH all three parts.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'new-key',
      feature: 'sentinel',
      possible: 'no',
      text: 'Only new versions of the same key.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'new-key-store',
      feature: 'cluster',
      possible: 'yes',
      text: 'Grant on the new vault, then PATCH all three parts.',
      sources: ['log-analytics-cmk'],
    },
    {
      id: 'new-key-store',
      feature: 'sentinel',
      possible: 'no',
      text: 'The key cannot be replaced by one with another address.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'change-identity',
      feature: 'cluster',
      possible: 'with-limits',
      text: 'System to user: grant, change the identity, send the key in a later call. User to system: empty the key, change the identity, grant, set the key again.',
      sources: ['log-analytics-clusters', 'log-analytics-cmk'],
    },
    {
      id: 'change-identity',
      feature: 'sentinel',
      possible: 'no',
      text: 'Only the system-assigned identity is supported.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'turn-off',
      feature: 'cluster',
      possible: 'yes',
      text: 'Send the three parts with empty text. null or an empty object does nothing.',
      sources: ['log-analytics-terraform', 'log-analytics-clusters'],
    },
    {
      id: 'turn-off',
      feature: 'sentinel',
      possible: 'no',
      text: 'Not supported: it may break Sentinel, as may unlinking.',
      sources: ['log-analytics-sentinel'],
    },
    {
      id: 'turn-off',
      feature: 'linked-storage',
      possible: 'yes',
      text: 'Unlink the account: saved queries and functions move back to the workspace.',
      sources: ['log-analytics-linked-storage', 'log-analytics-cmk'],
    },
  ],
  trusted: {
    listed: true,
    text: 'Azure Monitor dedicated clusters are on the list of trusted services of Key Vault. Azure Cosmos DB, which Sentinel brings in, is not, although its own guide asks for “Allow trusted Microsoft services” on a closed vault.',
    sources: ['key-vault-trusted-services', 'cosmos-cmk-troubleshoot'],
  },
  failed: {
    blocks: [
      {
        text: 'A refused key update answers 400, or the cluster ends in provisioningState Failed. Updates are refused while the last operation is not finished.',
        sources: ['log-analytics-cmk', 'log-analytics-clusters'],
      },
      {
        text: 'A link is refused when the workspace is linked to another cluster, is in another region, or was linked twice in 30 days. Unlink it first, or wait. With which code is not documented.',
        lookAt:
          'features.clusterResourceId of the workspace, its region, and the activity log. Only support raises the limit.',
        sources: ['log-analytics-clusters'],
      },
      {
        text: 'A link to your storage is refused when the workspace has no identity, or the identity no Storage Table Data Contributor on the account.',
        sources: ['log-analytics-linked-storage'],
      },
      {
        text: 'Creating refuses when the last operation is “in a state other than succeeded”. So a cluster that stays in Failed or Updating may refuse a new PATCH although the cause is gone; not confirmed.',
        lookAt: 'One retry after the fix.',
        sources: ['log-analytics-clusters'],
      },
    ],
    dataPlane: [
      {
        text: 'Expect the key that was accepted before to stay in force, and ingestion and queries to go on while that key can be used; no page states it.',
        lookAt:
          'KeyUnwrap of the cluster in the audit log of the vault, and a query over the last minutes of a linked workspace.',
      },
      {
        text: 'A revoked key stops data without any error of Resource Manager: queries fail and ingestion is dropped while provisioningState says Succeeded.',
        sources: ['log-analytics-cmk'],
      },
    ],
    retry: {
      text: 'Fix the cause, then PATCH the key once. Whether a cluster in Failed takes it is not confirmed.',
      lookAt: 'The activity log of the cluster. If it is refused with nothing running, open a support request.',
      sources: ['log-analytics-clusters'],
    },
    support: [
      {
        text: 'Only support can undo an identity that was set to None, and raise the limit of link operations.',
        sources: ['log-analytics-cmk', 'log-analytics-clusters'],
      },
      {
        text: 'Ask support when the cause is fixed, nothing runs, and the cluster still refuses the key.',
        lookAt: 'Send the resource id of the cluster, the correlation id of the PATCH and the identity.',
      },
      {
        text: 'With Sentinel, contact its product group before any change of the key.',
        sources: ['log-analytics-sentinel'],
      },
    ],
  },
  keyUnreachable: [
    {
      feature: 'cluster',
      after: 'while the vault does not answer (timeouts, DNS)',
      text: 'A cached key bridges short outages. For how long is not published.',
      lookAt: 'The log of the vault: the cluster calls every 6 to 60 seconds.',
      sources: ['log-analytics-cmk'],
    },
    {
      feature: 'cluster',
      after: 'within an hour',
      minutes: 60,
      text: 'The storage honours a disabled key or a removed grant. New data is dropped and lost, queries fail, the hot cache is deleted. Stored data stays as long as cluster and workspaces exist.',
      sources: ['log-analytics-cmk'],
    },
    {
      feature: 'sentinel',
      after: 'within an hour',
      minutes: 60,
      text: 'Sentinel behaves as if the data were gone: no ingestion, no changes of configuration, no incidents. Deleting the account is the only possible operation. Access comes back within an hour.',
      sources: ['log-analytics-sentinel'],
    },
    {
      feature: 'cluster',
      after: 'within 30 minutes of the key being usable again',
      text: 'The storage retries by itself; ingestion and queries resume. There is nothing to redeploy.',
      sources: ['log-analytics-cmk'],
    },
    {
      feature: 'cluster',
      after: 'when its retention ends',
      text: 'Data that cannot be read is purged as if it could.',
      sources: ['log-analytics-cmk'],
    },
  ],
  loss: {
    lost: [
      {
        text: 'With the cluster: every record that was ingested while workspaces were linked, for all of them, for good.',
        sources: ['log-analytics-clusters'],
      },
      {
        text: 'With the workspace: installed solutions, linked services such as Automation, and permissions of users, even if it is recovered.',
        sources: ['log-analytics-delete'],
      },
      {
        text: 'With a workspace that is deleted with force: everything.',
        sources: ['log-analytics-delete'],
      },
      {
        text: 'The system-assigned identity of the cluster. A new cluster has another principalId: grant everything again.',
        sources: ['log-analytics-cmk'],
      },
    ],
    survives: [
      {
        text: 'Data from before the link and after the unlink. Deleting a cluster unlinks its workspaces and moves them to pay-as-you-go.',
        sources: ['log-analytics-clusters'],
      },
      {
        text: 'The vault and its keys, the linked storage account with saved queries and alert queries, data that was exported, query packs.',
        sources: ['log-analytics-clusters', 'log-analytics-linked-storage'],
      },
    ],
    softDelete: {
      text: 'None for a cluster. A workspace can be recovered for 14 days, with data, agents and the link; a resource group that is gone must be made again first.',
      sources: ['log-analytics-clusters', 'log-analytics-delete'],
    },
    name: {
      text: 'The name of a cluster stays reserved for 14 days, and the deleted cluster counts toward seven. The name of a workspace is free after 14 days, or at once if it was deleted with force; a soft-deleted one must be recovered before.',
      sources: ['log-analytics-clusters', 'log-analytics-delete'],
    },
  },
  procedures: {
    turnOn: [
      {
        kind: 'fix',
        title: 'Make key and vault ready',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Contributor on the vault, and Key Vault Crypto Officer for the key',
        text: 'In the region and tenant of the cluster. Purge protection cannot be switched off again; it is required.',
        undo: 'The key can be deleted and recovered. Purge protection stays on.',
        commands: {
          az: `az keyvault update --name "$VAULT" --enable-purge-protection true
az keyvault key create --vault-name "$VAULT" --name "$KEY" --kty RSA --size 3072 --ops wrapKey unwrapKey`,
          PowerShell: `Update-AzKeyVault -VaultName $vault -ResourceGroupName $vaultResourceGroup -EnablePurgeProtection
Add-AzKeyVaultKey -VaultName $vault -Name $key -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`,
        },
        sources: ['log-analytics-cmk', 'key-vault-recovery'],
      },
      createClusterStep,
      grantStep,
      setKeyStep,
      linkStep,
      sentinelStep,
      linkStorageStep,
    ],
    rotate: [
      {
        kind: 'confirm',
        title: 'See whether the cluster follows new versions',
        risk: 'safe',
        who: 'anyone',
        needs: 'Log Analytics Reader on the cluster',
        text: 'An empty keyVersion follows the newest version by itself. Anything else is pinned.',
        commands: {
          az: 'az monitor log-analytics cluster show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --query keyVaultProperties.keyVersion',
          PowerShell: `((Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${cluster.apiVersion}").Content | ConvertFrom-Json).properties.keyVaultProperties.keyVersion`,
        },
        sources: ['log-analytics-cmk'],
      },
      {
        kind: 'fix',
        title: 'Make a new version',
        risk: 'changes-access',
        who: 'vault-administrator',
        needs: 'Key Vault Crypto Officer on the vault',
        text: 'Leave the old version enabled. All data stays readable: only the key above it changes.',
        takes: 'with Sentinel within an hour; without, not documented',
        undo: 'Disable the new version. The cluster takes the one before it.',
        commands: {
          az: 'az keyvault key rotate --vault-name "$VAULT" --name "$KEY"',
          PowerShell: 'Invoke-AzKeyVaultKeyRotation -VaultName $vault -Name $key',
        },
        sources: ['log-analytics-cmk', 'log-analytics-sentinel', 'key-vault-rotation'],
        lookAt:
          'That a cluster without a version falls back to the older one is expected and not confirmed: look at KeyUnwrap in the log.',
      },
      /* @__PURE__ */ variant(setKeyStep, {
        title: 'If the version is pinned: send the key without it',
        text: 'From then on the cluster follows new versions. Do it before the old version is disabled, or the data goes dark.',
        undo: 'The same call with the version that was pinned.',
      }),
      {
        kind: 'verify',
        title: 'See which version is in use',
        risk: 'safe',
        who: 'vault-administrator',
        needs: 'Log Analytics Reader on the workspace that holds the log',
        text: 'Each row ends in the version. Disable the old one when it no longer shows, and not before 24 hours have passed: that is the time that Sentinel gives. Disable, do not delete.',
        takes: '24 hours',
        commands: {
          KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(24h)
| where OperationName in ("KeyWrap", "KeyUnwrap")
| extend address = tostring(column_ifexists("requestUri_s", ""))
| extend version = extract("/keys/[^/]+/([0-9a-f]{32})", 1, address)
| summarize last = max(TimeGenerated), calls = count() by version, OperationName`,
        },
        sources: ['log-analytics-sentinel', 'key-vault-logging'],
      },
    ],
    changeKeyStore: [
      /* @__PURE__ */ variant(grantStep, {
        title: "Grant the cluster's identity on the new vault",
        text: 'Set VAULT to the new vault: soft delete, purge protection, the same region and tenant. Not with Sentinel, which only supports new versions of the same key.',
      }),
      /* @__PURE__ */ variant(setKeyStep, {
        title: 'Point the cluster to the new vault',
        text: 'All three parts in one PATCH. Keep the old vault, its key and its grants until the log shows that only the new one is called.',
        undo: 'The same call with the old vault and key.',
      }),
      {
        kind: 'fix',
        title: 'From the system-assigned to a user-assigned identity',
        risk: 'changes-access',
        who: 'workspace-owner',
        needs: `${contributor}, Managed Identity Operator on the identity`,
        text: 'Grant the identity on the vault first. The key, if it changes too, goes in a later call. Not with Sentinel or a vault behind Private Link only.',
        undo: 'The four steps back: empty the key, set SystemAssigned, grant, set the key.',
        commands: setUserAssigned,
        sources: ['log-analytics-clusters', 'log-analytics-update-api'],
      },
      {
        kind: 'fix',
        title: 'From a user-assigned to the system-assigned identity',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: contributor,
        text: 'The system-assigned identity exists only afterwards, so the key must be taken away first. Then grant the new principalId and set the key again. Not supported with Sentinel.',
        takes: 'four operations, each until Succeeded',
        undo: 'Set the user-assigned identity again, then the key.',
        commands: {
          az: `az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}" \\
  --body '{"properties":{"keyVaultProperties":{"keyVaultUri":"","keyName":"","keyVersion":""}}}'
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${cluster.apiVersion}" --body '{"identity":{"type":"SystemAssigned"}}'
az monitor log-analytics cluster wait --resource-group "$RESOURCE_GROUP" --name "$CLUSTER" --updated`,
          PowerShell: `Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${cluster.apiVersion}" -Payload '{"properties":{"keyVaultProperties":{"keyVaultUri":"","keyName":"","keyVersion":""}}}'
# when provisioningState is Succeeded again
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${cluster.apiVersion}" -Payload '{"identity":{"type":"SystemAssigned"}}'`,
        },
        sources: ['log-analytics-clusters'],
      },
    ],
    backUp: [
      {
        kind: 'back-up',
        title: 'Save the configuration',
        risk: 'safe',
        who: 'workspace-owner',
        needs: 'Log Analytics Reader on the cluster and on each workspace',
        text: 'Once for each linked workspace. Note too which diagnostic settings and data collection rules send to it: they are settings of other resources.',
        commands: {
          az: `WORKSPACE_ID="${workspacePath}"
az group export --name "$RESOURCE_GROUP" --resource-ids "$RESOURCE_ID" "$WORKSPACE_ID" > cluster-and-workspace.json
az monitor log-analytics workspace table list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > tables.json
az monitor log-analytics workspace saved-search list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > saved-searches.json
az monitor log-analytics workspace data-export list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > data-exports.json
az monitor log-analytics workspace linked-service list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > linked-services.json
az monitor log-analytics workspace linked-storage list --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" > linked-storage.json
az role assignment list --scope "$WORKSPACE_ID" --include-inherited > workspace-roles.json`,
          PowerShell: `$workspaceId = "/subscriptions/$subscription/resourceGroups/$resourceGroup/providers/Microsoft.OperationalInsights/workspaces/$workspace"
Export-AzResourceGroup -ResourceGroupName $resourceGroup -Resource $resourceId, $workspaceId
Get-AzOperationalInsightsTable -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ConvertTo-Json -Depth 8 > tables.json
Get-AzOperationalInsightsSavedSearch -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ConvertTo-Json -Depth 8 > saved-searches.json
Get-AzOperationalInsightsDataExport -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ConvertTo-Json -Depth 8 > data-exports.json
Get-AzOperationalInsightsLinkedService -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ConvertTo-Json -Depth 8 > linked-services.json
Get-AzOperationalInsightsLinkedStorageAccount -ResourceGroupName $resourceGroup -WorkspaceName $workspace | ConvertTo-Json -Depth 8 > linked-storage.json
Get-AzRoleAssignment -Scope $workspaceId | ConvertTo-Json > workspace-roles.json`,
        },
        sources: ['log-analytics-cli-workspace', 'log-analytics-linked-storage'],
      },
      {
        kind: 'back-up',
        title: 'Export what is stored, table by table',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs:
          'Log Analytics Reader on the workspace; its system-assigned identity needs Storage Blob Data Contributor and Log Analytics Reader on the account',
        text: 'An export job is a preview. One table and at most a year a job, five jobs at once, seven days each; Analytics and Basic plans only; Parquet files. It needs a key that can be used. Private Link is not supported. Set table and times.',
        takes: 'up to seven days a job',
        undo: 'Cancel the job. What was exported stays in the storage account.',
        commands: {
          az: `# the table and the time range of one job
TABLE=AzureActivity
START=2026-01-01T00:00:00
END=2026-07-01T00:00:00
STORAGE_ID=$(az storage account show --resource-group "$RESOURCE_GROUP" --name "$ACCOUNT" --query id --output tsv)
az rest --method post --resource https://api.loganalytics.io \\
  --url "https://api.loganalytics.io/v2${workspacePath}/jobs/export?api-version=${exportJob.apiVersion}" \\
  --body "{\\"startTime\\":\\"$START\\",\\"endTime\\":\\"$END\\",\\"query\\":\\"$TABLE\\",\\"destinationStorageAccounts\\":[\\"$STORAGE_ID\\"],\\"containerName\\":\\"log-export\\",\\"outputDataFormat\\":\\"Parquet\\"}"`,
        },
        sources: ['log-analytics-export-job'],
      },
      {
        kind: 'back-up',
        title: 'Stream what still arrives',
        risk: 'changes-workspace',
        who: 'workspace-owner',
        needs: 'Log Analytics Contributor on the workspace',
        text: 'A data export rule copies new records only. It keeps you from losing what comes in while you rebuild.',
        undo: 'az monitor log-analytics workspace data-export delete with the same name.',
        commands: {
          az: `STORAGE_ID=$(az storage account show --resource-group "$RESOURCE_GROUP" --name "$ACCOUNT" --query id --output tsv)
az monitor log-analytics workspace data-export create --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" \\
  --name before-rebuild --destination "$STORAGE_ID" --tables AzureActivity --enable true`,
          PowerShell: `$storageId = (Get-AzStorageAccount -ResourceGroupName $resourceGroup -Name $account).Id
New-AzOperationalInsightsDataExport -ResourceGroupName $resourceGroup -WorkspaceName $workspace -DataExportName before-rebuild -TableName AzureActivity -ResourceId $storageId -Enable $true`,
        },
        sources: ['log-analytics-data-export'],
      },
    ],
    recreate: [
      /* @__PURE__ */ variant(createClusterStep, {
        title: 'Create a second cluster under another name',
        text: 'Set CLUSTER to the new name, and leave the old cluster alone: its data lives only there. A second cluster is billed from the start, and counts toward five.',
        undo: 'Delete the new cluster while no workspace is linked.',
      }),
      /* @__PURE__ */ variant(grantStep, {
        text: `The new cluster has a new principalId: ${vaultRole.name} for it, and every other grant that the old one had.`,
      }),
      setKeyStep,
      /* @__PURE__ */ variant(linkStep, {
        title: 'Move the workspaces over',
        text: 'Set CLUSTER to the new name. Unlink from the old cluster first; the link counts, and two are allowed in 30 days. What was stored stays in the old cluster and can be queried as long as that cluster, its key and its grants live. Not supported with Sentinel.',
        commands: {
          az: `az monitor log-analytics workspace linked-service delete --resource-group "$RESOURCE_GROUP" --workspace-name "$WORKSPACE" --name cluster --yes
${linkCommands.az}`,
          PowerShell: `Remove-AzOperationalInsightsLinkedService -ResourceGroupName $resourceGroup -WorkspaceName $workspace -LinkedServiceName cluster
${linkCommands.PowerShell}`,
        },
      }),
      /* @__PURE__ */ variant(sentinelStep, {
        title: 'With Sentinel: a new workspace, onboarded by REST',
        text: 'A workspace that is onboarded already cannot move with its key. Make a new one, link it to the new cluster, and onboard it last. The cluster needs the system-assigned identity. Contact the Sentinel product group first.',
      }),
      /* @__PURE__ */ variant(linkStorageStep, {
        title: 'Link your storage to a new workspace',
        text: 'Only for a workspace that is new: one that moved keeps its links. Save its saved queries first, as linking for Query moves them out. Name every account that you keep: the list is replaced as a whole.',
      }),
      {
        kind: 'destroy',
        title: 'Delete the old cluster',
        risk: 'destroys-data',
        who: 'workspace-owner',
        needs: contributor,
        lost: 'Every record that was ingested while workspaces were linked to this cluster, for all of them, for good. There is no soft delete.',
        text: 'Only after the retention of that data has ended, or after the exports are checked. Set CLUSTER to the old name again. Billing stops even inside the 31 days. Keep the key: nothing else needs the delete.',
        undo: 'None. The name stays reserved for 14 days.',
        commands: {
          az: 'az monitor log-analytics cluster delete --resource-group "$RESOURCE_GROUP" --name "$CLUSTER"',
          PowerShell: 'Remove-AzOperationalInsightsCluster -ResourceGroupName $resourceGroup -ClusterName $cluster',
        },
        sources: ['log-analytics-clusters'],
      },
    ],
  },
  tools: [
    {
      tool: 'Azure CLI',
      text: 'az monitor log-analytics cluster create, show, list, update, wait, delete, and cluster identity assign, remove. update takes --key-vault-uri, --key-name, --key-version and --key-rsa-size, --identity-type, --user-assigned, --sku-capacity, --billing-type, --tags and --no-wait. It reads and PUTs the whole cluster: for the key use az rest. For an empty version in PowerShell write --key-version \'""\'; that this quoting reaches the CLI there is not confirmed.',
      lookAt: 'keyVaultProperties after the call. az rest with PATCH avoids the question.',
      sources: ['log-analytics-cli', 'log-analytics-empty-version-thread', 'log-analytics-capacity-thread'],
    },
    {
      tool: 'PowerShell',
      text: 'New-, Get-, Update- and Remove-AzOperationalInsightsCluster; Update takes -KeyVaultUri, -KeyName, -KeyVersion, -IdentityType, -SkuCapacity, -AsJob. Set- and Remove-AzOperationalInsightsLinkedService for links, New-AzOperationalInsightsLinkedStorageAccount for storage, Set-AzOperationalInsightsWorkspace with -ForceCmkForQuery.',
      sources: ['log-analytics-powershell', 'log-analytics-powershell-workspace', 'log-analytics-cmk'],
    },
    {
      tool: 'REST',
      text: 'PATCH of the cluster takes identity, sku, tags, keyVaultProperties and billingType. It is the safest way to change the key alone.',
      sources: ['log-analytics-update-api'],
    },
    {
      tool: 'Portal',
      text: 'Create, tier, link, unlink and delete only. The key cannot be set or changed there.',
      sources: ['log-analytics-clusters', 'log-analytics-cmk'],
    },
    {
      tool: 'Terraform',
      text: 'A resource of its own sets the key of the cluster. Older versions misread the asynchronous answer and did not remove the key. Ids of managedhsm.azure.net were refused.',
      sources: [
        'log-analytics-terraform',
        'log-analytics-terraform-async',
        'log-analytics-terraform-removal',
        'log-analytics-terraform-fix',
        'log-analytics-terraform-hsm',
      ],
    },
  ],
  quirks: [
    {
      what: 'The schema marks associatedWorkspaces as writable; the service refuses it. Exported templates send it back.',
      workaround: 'Take it out of the template, or PATCH.',
      sources: ['log-analytics-associated-thread', 'log-analytics-associated-schema'],
    },
    {
      what: 'The key update of the Azure CLI failed at the commitment tier. In 2025 the documentation said that tiers below 500 GB work through REST only; the page of April 2026 no longer says so.',
      workaround: 'REST PATCH without sku.',
      sources: ['log-analytics-capacity-thread', 'log-analytics-clusters'],
    },
    {
      what: 'From PowerShell, the Azure CLI could not be given an empty key version.',
      workaround: 'REST PATCH, or the PowerShell cmdlet.',
      sources: ['log-analytics-empty-version-thread'],
    },
    {
      what: 'A key in a Managed HSM was not applied until keyRsaSize was given.',
      workaround: 'Send keyRsaSize, or --key-rsa-size.',
      sources: ['log-analytics-hsm-thread'],
    },
    {
      what: 'Terraform refused ids of managedhsm.azure.net for the key of a cluster.',
      workaround: 'Set the key with REST.',
      sources: ['log-analytics-terraform-hsm'],
    },
    {
      what: 'The Terraform resource for the key had faults with asynchronous answers and with removal.',
      workaround: 'Upgrade the provider; look at the cluster before you apply again.',
      sources: ['log-analytics-terraform-async', 'log-analytics-terraform-removal', 'log-analytics-terraform-fix'],
    },
    {
      what: 'A template cannot link through features.clusterResourceId, although the schema lets you write it.',
      workaround: 'Use the child linkedServices, named cluster.',
      sources: ['log-analytics-link-thread'],
    },
    {
      what: 'Sentinel ignores a key that comes later, without a word: on an onboarded workspace, on a cluster with onboarded workspaces, and on a link of an onboarded one.',
      workaround: 'Give the cluster its key first, link, and onboard last, by REST.',
      sources: ['log-analytics-sentinel'],
    },
    {
      what: 'An earlier edition of the page on the Auxiliary plan says that its tables stay on Microsoft keys. The edition of March 2026 does not say.',
      workaround: 'Look at the plan of each table, and do not count on your key for tables of that plan.',
      sources: ['log-analytics-auxiliary'],
    },
    {
      what: 'An older edition of the page on replication excludes workspaces that are linked to a cluster. The later one enables it on the cluster first, then on the workspace; CMK goes on with the same key.',
      workaround: 'Enable replication on the cluster before its workspaces, and send replication again in every PUT.',
      sources: ['log-analytics-replication'],
    },
  ],
};
