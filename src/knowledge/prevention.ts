import { whoWantsItNear } from './causes/location-or-subscription-mismatch.ts';
import { causePlans } from './causes/plans.ts';
import type { CauseId } from './causes.ts';
import type { Claim, Sources } from './claim.ts';
import { seeState } from './first-look.ts';
import { rolePropagationMinutes } from './key-stores.ts';
import { roles } from './roles.ts';
import type { Step } from './step.ts';

/** How to set CMK up so that most refusals cannot happen, in order. */
export const setUpOrder: readonly Claim[] = [
  {
    text: 'Make the vault with Azure RBAC, and switch purge protection on: services ask for it, and nobody can switch it off again.',
    sources: ['key-vault-soft-delete', 'key-vault-rbac-migration'],
  },
  {
    text: 'Put a delete lock on the vault. It does not keep its keys from being deleted; purge protection keeps those recoverable.',
    sources: ['arm-locks', 'key-vault-recovery'],
  },
  {
    text: 'Switch the audit log of the vault on before anything uses it. It is the one place that names each refusal.',
    sources: ['key-vault-logging', 'prevention-enable-logging'],
  },
  {
    text: 'Make an RSA key of a size that the service takes, with wrapKey and unwrapKey among its operations: 3072 bits where it takes that. It is enabled, its end is far, and it has no activation date.',
    sources: ['key-vault-keys'],
  },
  {
    text: 'Use a user-assigned identity where the service allows it. It exists before the resource, so it can be granted first.',
    sources: ['storage-cmk', 'log-analytics-cmk'],
  },
  {
    text: `Grant it ${roles['crypto-service-encryption-user'].name} on the vault or the key, by its object id. Not through a group: that can take a day to work.`,
    sources: ['key-vault-rbac-guide', 'managed-identity-best-practice'],
  },
  {
    text: `Wait ${rolePropagationMinutes} minutes. A grant does not work at once.`,
    sources: ['rbac-troubleshooting'],
  },
  {
    text: 'Let the service into the vault: the bypass for trusted services if it is one, else its address, its network or a private endpoint. Leave public access open only until you have one of these.',
    sources: ['key-vault-trusted-services', 'key-vault-network'],
  },
  {
    text: 'Set the key on the service, by an identifier without a version where it takes one. Look at the audit log: KeyGet, KeyWrap or KeyUnwrap from this identity, with 200.',
    sources: ['key-vault-logging', 'key-vault-rotation'],
  },
  {
    text: 'Only then close the network of the vault, and look at the log again.',
    sources: ['key-vault-network'],
  },
];

/** A check before the update, and the cause that it rules out. */
export interface Check {
  readonly step: Step;
  readonly cause?: CauseId;
}

/** The first check of a cause, with what to expect when that cause is not there. */
function ruleOut(cause: CauseId, title: string, text: string): Check {
  const [first] = causePlans[cause].confirm;
  if (!first) throw new Error(`${cause} has nothing to confirm`);
  return { cause, step: { ...first, title, text } };
}

const atVault = {
  kind: 'confirm',
  risk: 'safe',
  who: 'vault-administrator',
  needs: 'Reader on the vault',
} as const satisfies Partial<Step>;

const success = `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(2h)
| where OperationName in ("KeyGet", "KeyWrap", "KeyUnwrap")
| extend oid = tostring(column_ifexists("identity_claim_oid_g", "")), uri = tostring(column_ifexists("id_s", ""))
| summarize calls = count(), last = max(TimeGenerated) by OperationName, httpStatusCode_d, oid, uri

// The same, where the log goes to the resource-specific table.
AZKVAuditLogs
| where TimeGenerated > ago(2h) and OperationName in ("KeyGet", "KeyWrap", "KeyUnwrap")
| extend who = tostring(column_ifexists("Identity", ""))
| summarize calls = count(), last = max(TimeGenerated) by OperationName, HttpStatusCode, who, RequestUri`;

/** What to look at before the update, in order. Every step only reads. */
export const preflight: readonly Check[] = [
  {
    step: {
      ...seeState,
      title: 'The resource has Succeeded, and you know which identity calls',
      text: `Expect Succeeded: some services refuse an update from any other state. Note the object id of the identity that is meant to use the key; the checks below take it as PRINCIPAL_ID. The resource id stands in the JSON view of the portal. A type that exists in preview only needs --api-version too.`,
    },
  },
  {
    step: {
      kind: 'confirm',
      title: 'The settings are saved',
      risk: 'safe',
      who: 'workspace-owner',
      needs: 'Reader on the resource',
      text: 'The old key, its version and the identity stand in this file. You need them if the update fails half-way.',
      commands: {
        az: 'az resource show --ids "$RESOURCE_ID" > before.json',
        PowerShell:
          'Get-AzResource -ResourceId $resourceId -ExpandProperties | ConvertTo-Json -Depth 20 | Set-Content -Path before.json',
      },
      sources: ['arm-common-types'],
    },
  },
  ruleOut(
    'grant-not-propagated',
    'The grant is there, and old enough',
    `In a vault with Azure RBAC: expect a role that can use the key, created more than ${rolePropagationMinutes} minutes ago; created is in UTC.`,
  ),
  ruleOut(
    'access-policy-missing',
    'Or the access policy is there',
    'Expect rbac true, and the role from above. If it is false or empty: an entry for the object id with the permissions get, wrapKey and unwrapKey, the tenant of the vault and no applicationId.',
  ),
  ruleOut(
    'vault-network-blocked',
    'The vault lets the service in',
    'Expect a way in for this service: access Enabled with the default action Allow, bypass AzureServices or empty if the service is trusted, or a private endpoint of its own that is Approved. With SecuredByPerimeter the bypass does not count: the perimeter has to let it in.',
  ),
  ruleOut(
    'vault-protection-missing',
    'The vault is protected',
    'Expect protected and softDelete true. Days is how long a deleted key can be recovered.',
  ),
  {
    cause: 'key-operation-not-allowed',
    step: {
      ...atVault,
      title: 'The new key can be used',
      needs: `${roles['key-vault-reader'].name}, or the key permission get`,
      text: 'Expect enabled true, wrapKey and unwrapKey, a start that has passed and an end that is far. Recovery says Recoverable, without Purgeable, when purge protection holds.',
      commands: {
        az: `az keyvault key show --vault-name "$VAULT" --name "$KEY" \\
  --query "{id:key.kid, type:key.kty, operations:key.keyOps, enabled:attributes.enabled, from:attributes.notBefore, until:attributes.expires, recovery:attributes.recoveryLevel}"`,
        PowerShell: `$newKey = Get-AzKeyVaultKey -VaultName $vault -Name $key
$newKey | Select-Object Id, KeyType, KeySize, Enabled, NotBefore, Expires, RecoveryLevel
$newKey.Key.KeyOps`,
      },
      sources: ['key-vault-keys', 'key-vault-soft-delete'],
    },
  },
  ruleOut(
    'key-type-unsupported',
    'The service takes such a key',
    'Expect a type and a size that the page of the service lists.',
  ),
  ruleOut(
    'location-or-subscription-mismatch',
    'Region and subscription fit',
    `Expect what your service asks for; the subscription stands in the id. ${whoWantsItNear}`,
  ),
  ruleOut(
    'cross-tenant-misconfigured',
    'Vault and resource are in one tenant',
    'Expect the same id twice, with the subscription of the resource selected. Two tenants work only where the service documents it.',
  ),
  ruleOut(
    'key-disabled',
    'The old key still works',
    'Run it with the name of the key that is in use now. Expect enabled True and no passed end for the version that the resource names: the service reads what it has with the old key before it uses the new one.',
  ),
  ruleOut('resource-locked', 'No lock stands in the way', 'Expect no ReadOnly. CanNotDelete does not stop an update.'),
  {
    cause: 'policy-denied',
    step: {
      kind: 'confirm',
      title: 'You know the policies over it',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the resource',
      text: 'Look for a name that speaks of keys, encryption, networks or identities, and read its rule. Ask the same for the vault.',
      commands: {
        az: `az policy assignment list --scope "$RESOURCE_ID" --disable-scope-strict-match \\
  --query "[].{name:displayName, enforced:enforcementMode, policy:policyDefinitionId}" --output table`,
        PowerShell:
          'Get-AzPolicyAssignment -Scope $resourceId | Select-Object DisplayName, EnforcementMode, PolicyDefinitionId',
      },
      sources: ['arm-policy-error'],
    },
  },
  {
    step: {
      ...atVault,
      title: 'The audit log of the vault is on',
      text: 'Expect a setting with AuditEvent, audit or allLogs enabled, and where it goes. Without it you only see that a call was refused, not which and why.',
      commands: {
        az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az monitor diagnostic-settings list --resource "$VAULT_ID"`,
        PowerShell: `$vaultId = (Get-AzKeyVault -VaultName $vault).ResourceId
Get-AzDiagnosticSetting -ResourceId $vaultId | ConvertTo-Json -Depth 6`,
      },
      sources: ['prevention-enable-logging', 'key-vault-logging'],
    },
  },
  {
    step: {
      kind: 'confirm',
      title: 'With a template: what-if shows what you mean',
      risk: 'safe',
      who: 'workspace-owner',
      needs: 'the permissions of the deployment itself',
      text: 'Look for an identity or an encryption block that would be removed: a template that leaves it out can take it away. What-if changes nothing, so it does not try the key, and a refusal by the vault cannot show.',
      commands: {
        az: 'az deployment group what-if --resource-group "$RESOURCE_GROUP" --template-file main.json',
        PowerShell:
          'Get-AzResourceGroupDeploymentWhatIfResult -ResourceGroupName $resourceGroup -TemplateFile main.json',
      },
      sources: ['arm-what-if'],
    },
  },
];

/** What to look at after the update, before the old key is touched. */
export const afterwards: Step = {
  kind: 'verify',
  title: 'Afterwards: the key is in use',
  risk: 'safe',
  who: 'vault-administrator',
  needs: 'Log Analytics Reader on the workspace that holds the log',
  text: 'Expect calls with 200 that name the new key. The old one stays enabled as long as the log shows it, and with some services longer: see the rotation of each below.',
  takes: 'A call shows in the log within ten minutes',
  commands: { KQL: success },
  sources: ['key-vault-logging'],
};

/** What holds for the rotation of every key, whatever service uses it. */
export const rotationRules: readonly Claim[] = [
  {
    text: 'Rotate at least every two years, unless your own rules ask for more.',
    sources: ['key-vault-rotation'],
  },
  {
    text: 'A rotation policy makes the new version. It does not tell the service: only a service that takes an identifier without a version follows it, up to 24 hours later or more. For the others, a new version changes nothing until you send the update.',
    sources: ['key-vault-rotation'],
  },
  {
    text: 'The shortest interval in a vault is 7 days. In a Managed HSM it is 28 days, and a key has at most 100 versions, which count even when disabled.',
    sources: ['key-vault-rotation', 'managed-hsm-rotation'],
  },
  {
    text: 'How long the old version has to stay differs: some services read older data with it for ever. Where it may go, wait until the log no longer shows it, then disable it. Do not delete: a disabled version can be enabled again, a deleted key is gone when its retention has passed.',
    sources: ['key-vault-soft-delete', 'key-vault-keys'],
  },
];

/** The rotation policy: a new version after 18 months, each valid for two years, and word 30 days before the end. */
export const rotationPolicy: Step = {
  kind: 'fix',
  title: 'Let the vault make new versions',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: `${roles['crypto-officer'].name}, or the key permissions rotate, setrotationpolicy and getrotationpolicy`,
  text: 'A new version after 18 months, valid for two years, and a near-expiry event 30 days before its end. Versions that exist keep their dates. A service that pins a version must get the new one before the pinned one ends.',
  takes: 'With the next version',
  undo: 'Set the policy again without the rotate action. Versions that it made stay.',
  commands: {
    az: `cat > rotation-policy.json <<'JSON'
{
  "lifetimeActions": [
    { "trigger": { "timeAfterCreate": "P18M" }, "action": { "type": "Rotate" } },
    { "trigger": { "timeBeforeExpiry": "P30D" }, "action": { "type": "Notify" } }
  ],
  "attributes": { "expiryTime": "P2Y" }
}
JSON
az keyvault key rotation-policy update --vault-name "$VAULT" --name "$KEY" --value rotation-policy.json`,
    PowerShell: `Set-Content -Path rotation-policy.json -Value '{
  "lifetimeActions": [
    { "trigger": { "timeAfterCreate": "P18M" }, "action": { "type": "Rotate" } },
    { "trigger": { "timeBeforeExpiry": "P30D" }, "action": { "type": "Notify" } }
  ],
  "attributes": { "expiryTime": "P2Y" }
}'
Set-AzKeyVaultKeyRotationPolicy -VaultName $vault -Name $key -PolicyPath rotation-policy.json`,
  },
  sources: ['key-vault-rotation'],
};

/** An event that Key Vault sends to Event Grid. */
export interface KeyVaultEvent {
  readonly type: string;
  readonly text: string;
  readonly sources: Sources;
}

/** The events of a vault that matter for customer-managed keys. */
export const keyVaultEvents: readonly KeyVaultEvent[] = [
  {
    type: 'Microsoft.KeyVault.KeyNearExpiry',
    text: '30 days before the current version of a key expires. Another time can be set in the rotation policy, which then has to set the expiry too.',
    sources: ['prevention-key-vault-events', 'key-vault-rotation'],
  },
  {
    type: 'Microsoft.KeyVault.KeyExpired',
    text: 'When a key expires.',
    sources: ['prevention-key-vault-events'],
  },
  {
    type: 'Microsoft.KeyVault.KeyNewVersionCreated',
    text: 'When a key or a new version is made: the moment from which a service that pins a version is behind.',
    sources: ['prevention-key-vault-events'],
  },
  {
    type: 'Microsoft.KeyVault.VaultAccessPolicyChanged',
    text: 'When an access policy changes, and when the vault changes between access policies and Azure RBAC: the two changes that take access from every service at once.',
    sources: ['prevention-key-vault-events'],
  },
];

/** What to know of the events before you rely on them. */
export const eventLimits: readonly Claim[] = [
  {
    text: 'Only a version that was made after you subscribed, and that has an expiry date, is announced. For an older one, look the date up.',
    sources: ['prevention-event-grid'],
  },
  {
    text: 'The audit log has a row for each event, with or without a subscription. So the log alert works alone; Event Grid is for whoever wants to start something.',
    sources: ['prevention-enable-logging', 'key-vault-logging'],
  },
];

/** The API version in which an Event Grid subscription is written. */
export const eventSubscription = {
  type: 'Microsoft.EventGrid/eventSubscriptions',
  apiVersion: '2025-02-15',
} as const;

const watcher = {
  kind: 'fix',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: 'Monitoring Contributor on the resource group',
} as const satisfies Partial<Step>;

const actionGroup = {
  az: 'ACTION_GROUP=$(az monitor action-group show --resource-group "$VAULT_RESOURCE_GROUP" --name key-watch --query id --output tsv)',
  PowerShell: '$actionGroup = (Get-AzActionGroup -ResourceGroupName $vaultResourceGroup -Name key-watch).Id',
};
const logWorkspace = {
  az: `LOG_WORKSPACE=log-contoso # the Log Analytics workspace for the log: put in the name of yours
LOG_WORKSPACE_ID=$(az monitor log-analytics workspace list --query "[?name=='$LOG_WORKSPACE'].id | [0]" --output tsv)`,
  PowerShell: `$logWorkspaceName = 'log-contoso' # the Log Analytics workspace for the log: put in the name of yours
$logWorkspace = Get-AzOperationalInsightsWorkspace | Where-Object Name -eq $logWorkspaceName`,
};

const refused = `AZKVAuditLogs
| where OperationName in ('KeyGet', 'KeyWrap', 'KeyUnwrap') and HttpStatusCode >= 400`;
const ending = `AZKVAuditLogs
| where OperationName in ('KeyNearExpiryEventGridNotification', 'KeyExpiredEventGridNotification', 'VaultAccessPolicyChangedEventGridNotification')`;

/** The same question for the table that all resources share. */
const inSharedTable = (query: string): string =>
  query
    .replace('AZKVAuditLogs', "AzureDiagnostics\n| where ResourceProvider == 'MICROSOFT.KEYVAULT'")
    .replace('HttpStatusCode', 'httpStatusCode_d');

/** An alert on a question to the audit log, in all languages. */
function logAlert(name: string, query: string, every: { minutes: number; severity: number }, text: string): Step {
  const { minutes, severity } = every;
  return {
    ...watcher,
    title: name === 'key-refused' ? 'Be told when a key call is refused' : 'Be told before a key ends',
    text,
    takes: 'New alert rules can take ten minutes to work; a row shows in the log within ten minutes',
    undo: `az monitor scheduled-query delete, or Remove-AzScheduledQueryRule, with the name ${name}.`,
    commands: {
      az: `${logWorkspace.az}
LOG_LOCATION=$(az resource show --ids "$LOG_WORKSPACE_ID" --query location --output tsv)
${actionGroup.az}
QUERY="${query}"
az monitor scheduled-query create --name ${name} --resource-group "$VAULT_RESOURCE_GROUP" --location "$LOG_LOCATION" \\
  --scopes "$LOG_WORKSPACE_ID" --condition "count 'Rows' > 0 at least 1 violations out of 1 aggregated points" \\
  --condition-query Rows="$QUERY" --evaluation-frequency ${minutes}m --window-size ${2 * minutes}m \\
  --severity ${severity} --action-groups "$ACTION_GROUP"`,
      PowerShell: `${logWorkspace.PowerShell}
${actionGroup.PowerShell}
$query = "${query}"
$condition = New-AzScheduledQueryRuleConditionObject -Query $query -TimeAggregation Count -Operator GreaterThan -Threshold 0
New-AzScheduledQueryRule -Name ${name} -DisplayName ${name} -ResourceGroupName $vaultResourceGroup -Location $logWorkspace.Location \`
  -Scope $logWorkspace.ResourceId -CriterionAllOf $condition -EvaluationFrequency (New-TimeSpan -Minutes ${minutes}) \`
  -WindowSize (New-TimeSpan -Minutes ${2 * minutes}) -Severity ${severity} -ActionGroupResourceId $actionGroup -Enabled`,
      KQL: inSharedTable(query),
    },
    sources: ['prevention-log-alert', 'prevention-log-alert-powershell', 'key-vault-logging'],
  };
}

/** What to switch on so that somebody knows before the readers do, in order. */
export const alerts: readonly Step[] = [
  {
    ...watcher,
    title: 'Send the audit log to a Log Analytics workspace',
    needs: 'Monitoring Contributor on the vault and on the Log Analytics workspace',
    text: 'The log goes to the table AZKVAuditLogs. Use a workspace that does not itself hang on this key, or you lose the log with the key.',
    takes: 'A call shows in the log within ten minutes',
    undo: 'az monitor diagnostic-settings delete, or Remove-AzDiagnosticSetting, with the same name and resource.',
    commands: {
      az: `${logWorkspace.az}
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az monitor diagnostic-settings create --name key-watch --resource "$VAULT_ID" --workspace "$LOG_WORKSPACE_ID" \\
  --export-to-resource-specific true --logs '[{"category": "AuditEvent", "enabled": true}]'`,
      PowerShell: `${logWorkspace.PowerShell}
$vaultId = (Get-AzKeyVault -VaultName $vault).ResourceId
$log = New-AzDiagnosticSettingLogSettingsObject -Category AuditEvent -Enabled $true
New-AzDiagnosticSetting -Name key-watch -ResourceId $vaultId -WorkspaceId $logWorkspace.ResourceId -LogAnalyticsDestinationType Dedicated -Log $log`,
    },
    sources: ['prevention-enable-logging', 'key-vault-logging'],
  },
  {
    ...watcher,
    title: 'Say who is told',
    text: 'All alerts below go to this action group. Use the address of a team that is read at night.',
    takes: 'at once; the address gets a mail that it was added',
    undo: 'az monitor action-group delete, or Remove-AzActionGroup. The alerts that name it stay, and tell nobody.',
    commands: {
      az: `MAIL=keys@contoso.com # put in yours
az monitor action-group create --name key-watch --short-name key-watch --resource-group "$VAULT_RESOURCE_GROUP" --action email team "$MAIL"`,
      PowerShell: `$mail = 'keys@contoso.com' # put in yours
$team = New-AzActionGroupEmailReceiverObject -Name team -EmailAddress $mail
New-AzActionGroup -Name key-watch -ShortName key-watch -ResourceGroupName $vaultResourceGroup -Location Global -EmailReceiver $team -Enabled`,
    },
    sources: ['prevention-key-vault-alerts'],
  },
  logAlert(
    'key-refused',
    refused,
    { minutes: 15, severity: 1 },
    'It looks every 15 minutes at the last 30, because rows come late. This is the earliest sign: services keep using a data key for a while after the vault has refused them. If your log goes to AzureDiagnostics, use the query under KQL instead.',
  ),
  logAlert(
    'key-ends',
    ending,
    { minutes: 60, severity: 2 },
    'A key that nears its end, one that has passed it, and a changed access policy or permission model. If your log goes to AzureDiagnostics, use the query under KQL instead.',
  ),
  {
    ...watcher,
    title: 'Be told when an operation on the workspace fails',
    who: 'workspace-owner',
    needs: 'Monitoring Contributor on the resource group of the workspace',
    text: 'It watches this resource and everything under it. The activity log often has the innermost message of the refusal.',
    takes: 'New alert rules can take ten minutes to work',
    undo: 'az monitor activity-log alert delete, or Remove-AzActivityLogAlert.',
    commands: {
      az: `${actionGroup.az}
az monitor activity-log alert create --name workspace-failed --resource-group "$RESOURCE_GROUP" --scope "$RESOURCE_ID" \\
  --condition category=Administrative and status=Failed --action-group "$ACTION_GROUP"`,
      PowerShell: `${actionGroup.PowerShell}
$failed = @(
  New-AzActivityLogAlertAlertRuleAnyOfOrLeafConditionObject -Field category -Equal Administrative
  New-AzActivityLogAlertAlertRuleAnyOfOrLeafConditionObject -Field status -Equal Failed
)
New-AzActivityLogAlert -Name workspace-failed -ResourceGroupName $resourceGroup -Location Global -Scope $resourceId \`
  -Condition $failed -Action (New-AzActivityLogAlertActionGroupObject -Id $actionGroup)`,
    },
    sources: ['prevention-activity-log-alert', 'prevention-activity-log-alert-powershell'],
  },
  {
    ...watcher,
    title: 'Or take the events from Event Grid',
    needs:
      'Microsoft.EventGrid/eventSubscriptions/write on the vault; the provider Microsoft.EventGrid registered in the subscription',
    text: 'The event becomes an alert of Azure Monitor by itself. The az command for subscriptions does not know this destination, so the request is sent as it is. It works with the CloudEvents schema only.',
    takes: 'not documented; send a test by making a version of a spare key, with KeyNewVersionCreated added',
    undo: 'DELETE on the same address.',
    commands: {
      az: `${actionGroup.az}
VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
BODY=$(cat <<JSON
{
  "properties": {
    "destination": {
      "endpointType": "MonitorAlert",
      "properties": { "severity": "Sev2", "description": "A key in $VAULT nears its end", "actionGroups": ["$ACTION_GROUP"] }
    },
    "filter": { "includedEventTypes": ["Microsoft.KeyVault.KeyNearExpiry", "Microsoft.KeyVault.KeyExpired"] },
    "eventDeliverySchema": "CloudEventSchemaV1_0"
  }
}
JSON
)
az rest --method put --body "$BODY" \\
  --url "https://management.azure.com$VAULT_ID/providers/${eventSubscription.type}/key-ends?api-version=${eventSubscription.apiVersion}"`,
      PowerShell: `${actionGroup.PowerShell}
$vaultId = (Get-AzKeyVault -VaultName $vault).ResourceId
$body = @{
  properties = @{
    destination = @{
      endpointType = 'MonitorAlert'
      properties = @{ severity = 'Sev2'; description = "A key in $vault nears its end"; actionGroups = @($actionGroup) }
    }
    filter = @{ includedEventTypes = @('Microsoft.KeyVault.KeyNearExpiry', 'Microsoft.KeyVault.KeyExpired') }
    eventDeliverySchema = 'CloudEventSchemaV1_0'
  }
} | ConvertTo-Json -Depth 6
Invoke-AzRestMethod -Method PUT -Payload $body -Path "$vaultId/providers/${eventSubscription.type}/key-ends?api-version=${eventSubscription.apiVersion}"`,
    },
    sources: ['prevention-event-alerts', 'prevention-event-subscription'],
  },
];
