import type { Step } from './step.ts';

/** Asks the vault's audit log who was refused and why. Two tables exist; which one depends on the diagnostic setting. */
export const readAuditLog: Step = {
  kind: 'confirm',
  title: "Ask the vault's audit log",
  risk: 'safe',
  who: 'vault-administrator',
  needs: 'Log Analytics Reader on the workspace that holds the log',
  text: 'The row names the caller, the operation and the reason. No row for that minute means that the call never reached this vault. The log must have been switched on before; a new row can take ten minutes. A Managed HSM logs to AZKVAuditLogs as well.',
  commands: {
    KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and TimeGenerated > ago(2h)
| where OperationName in ("KeyGet", "KeyWrap", "KeyUnwrap") and httpStatusCode_d >= 400
| extend oid = tostring(column_ifexists("identity_claim_oid_g", "")), appid = tostring(column_ifexists("identity_claim_appid_g", "")),
         why = tostring(column_ifexists("ResultDescription", "")), uri = tostring(column_ifexists("requestUri_s", ""))
| project TimeGenerated, Resource, OperationName, httpStatusCode_d, ResultSignature, why, oid, appid, CallerIPAddress, uri

// The same, where the log goes to the resource-specific table.
AZKVAuditLogs
| where TimeGenerated > ago(2h) and HttpStatusCode >= 400
| where not(OperationName == "Authentication" and HttpStatusCode == 401)
| extend why = tostring(column_ifexists("ResultDescription", "")),
         who = tostring(column_ifexists("Identity", ""))
| project TimeGenerated, OperationName, HttpStatusCode, ResultSignature, why, who, CallerIpAddress, RequestUri`,
  },
  sources: ['key-vault-logging', 'managed-hsm-log-table'],
};
