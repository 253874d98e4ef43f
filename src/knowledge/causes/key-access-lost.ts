import { readAuditLog } from '../audit-log.ts';
import { eventsOf, vaultPath, vaultRequest } from '../rest.ts';
import type { Step } from '../step.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { listVersions } from './key-state.ts';
import { az, portal, terraform } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

/** Lists who changed the vault or its keys before the service lost them. */
const seeWhoChangedIt: Step = {
  ...lookAtVault,
  title: 'See what was changed, and by whom',
  text: 'Look at the hours before the failure. Changes of the vault, its roles and its network stand in the activity log; changes of a key only in the audit log.',
  commands: {
    az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az monitor activity-log list --resource-id "$VAULT_ID" --offset 3d \\
  --query "[].{time:eventTimestamp, who:caller, operation:operationName.value, status:status.value}" --output table`,
    PowerShell: `Get-AzActivityLog -ResourceId (Get-AzKeyVault -VaultName $vault).ResourceId -StartTime (Get-Date).AddDays(-3) |
  Select-Object EventTimestamp, Caller, OperationName, Status`,
    REST: eventsOf(vaultPath),
    KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(3d)
| where OperationName in ("KeyUpdate", "KeyDelete", "VaultPatch", "VaultPut")
| project TimeGenerated, OperationName, CallerIPAddress, who = tostring(column_ifexists("identity_claim_oid_g", ""))

// or
AZKVAuditLogs
| where TimeGenerated > ago(3d) and OperationName in ("KeyUpdate", "KeyDelete", "VaultPatch", "VaultPut")
| project TimeGenerated, OperationName, CallerIpAddress, who = tostring(column_ifexists("Identity", ""))`,
  },
  sources: ['key-vault-logging'],
};

export const plan: CausePlan = {
  confirm: [
    readAuditLog,
    {
      ...lookAtVault,
      title: 'Read the vault: model and network',
      text: 'Not found: the vault is gone. rbac true: look for the role, otherwise for the access policy. Disabled, or Deny with bypass None: the network.',
      commands: {
        az: `az keyvault show --name "$VAULT" --query "properties.{rbac:enableRbacAuthorization, access:publicNetworkAccess, rules:networkAcls}"`,
        PowerShell:
          'Get-AzKeyVault -VaultName $vault | Select-Object EnableRbacAuthorization, PublicNetworkAccess -ExpandProperty NetworkAcls',
        REST: vaultRequest('GET'),
      },
      sources: ['key-vault-access-default', 'key-vault-network'],
    },
    seeWhoChangedIt,
    listVersions('Read the key', 'Look for a version that is disabled, outside its dates, or not there.'),
  ],
  fix: [
    {
      ...changeVault,
      title: 'Give back what was taken',
      needs: 'The role that its own page names',
      text: 'Each reason has its own page. Bring back the old key before you try a new one: most services need the old key to move on. Leave the workspace as it is.',
      takes: 'minutes to an hour, by service',
      undo: 'Take the same thing away again.',
      sources: ['key-vault-rest-errors'],
    },
  ],
};

const revoked = {
  status: 403,
  code: 'Forbidden',
  message: 'Request is blocked due to Customer Managed Key not being accessible.',
};

export const page: CausePage = {
  looks: [
    az(revoked),
    {
      tool: 'PowerShell',
      text: `Update-AzDatabricksWorkspace : Unable to perform update operation for the workspace : 'ws-contoso' failed : 'Unable to access key vault 'https://kv-contoso.vault.azure.net/keys/cmk''
At line:1 char:1
+ Update-AzDatabricksWorkspace ...`,
    },
    terraform('updating Workspace', {
      status: 400,
      code: 'BadRequest',
      message: 'No Update is allowed on Database Account with Customer Managed Key in Revoked Status',
    }),
    portal('The database is not available', {
      status: 403,
      code: 'Forbidden',
      message:
        'Database sqlpool-contoso has lost access to Azure Key Vault Key. The database is in an inaccessible state.',
    }),
  ],
  why: [
    {
      text: 'Somebody took away the role, the access policy or the network path, or disabled or deleted the key. The service notices when it unwraps next.',
      sources: ['key-vault-logging', 'sql-tde-troubleshoot'],
    },
    {
      text: 'Services keep unwrapped data keys for a while. So the damage shows some time after the change that caused it, and so may the recovery.',
      lookAt: 'Look in the activity log of the vault for the hours before, not the minutes.',
      sources: ['storage-cmk'],
    },
    {
      text: 'The service passes on that the key is out of reach, and not what the vault said.',
      sources: ['sql-tde-troubleshoot', 'cosmos-cmk-troubleshoot'],
    },
  ],
  prevent: [
    {
      text: "Send the vault's audit log to a workspace now, and alert on KeyUnwrap with status 403.",
      sources: ['key-vault-logging'],
    },
    {
      text: 'Put a delete lock on the vault and on the identity, and keep purge protection on.',
      sources: ['arm-locks', 'key-vault-recovery'],
    },
  ],
  perService: {
    synapse: {
      text: 'A dedicated SQL pool stays offline until it can read the key version that it was encrypted with.',
      sources: ['synapse-encryption', 'sql-tde-troubleshoot'],
    },
    databricks: {
      text: 'The workspace can be Succeeded while clusters do not start: KeyVaultAccessForbidden. Give access back and start the cluster; no update is needed.',
      sources: ['databricks-community-architecture'],
    },
    'machine-learning': {
      text: 'With a managed resource group, its Cosmos DB account goes to a revoked state and refuses another key. Bring back the old key, allow an hour, ask support after two; only then rotate.',
      sources: ['cosmos-cmk-troubleshoot'],
    },
    'log-analytics': {
      text: 'Within an hour new data is dropped and lost, and queries fail. Stored data stays. After access is back, all resumes by itself within 30 minutes. A pinned version that was disabled after a rotation does the same.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'All calls of the service answer 500. The database under FHIR heals by itself if access is back within 30 minutes. Then send the same settings again; still 500 after that means a support request.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'sql-tde-troubleshoot'],
    },
    discovery: {
      text: 'What it says when it cannot reach the key is not documented. Give the access back even when the workspace is Failed and takes no update: its data needs it.',
      lookAt: "Look for KeyWrap and KeyUnwrap with status 403 in the vault's audit log.",
    },
    'online-experimentation': {
      text: 'What it says when it cannot reach the key is not documented.',
      lookAt: "Look for KeyWrap and KeyUnwrap with status 403 in the vault's audit log.",
    },
    storage: {
      text: 'Most operations on data answer 403 to everybody, the owner and the account key included.',
      sources: ['storage-cmk'],
    },
  },
  sources: ['key-vault-logging', 'sql-tde-troubleshoot', 'cosmos-cmk-troubleshoot'],
};
