import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'See who asks so often',
      risk: 'safe',
      who: 'vault-administrator',
      needs: 'Log Analytics Reader',
      text: 'Only where the vault itself answered 429, and its log was on.',
      commands: {
        KQL: `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and httpStatusCode_d == 429
| summarize count() by bin(TimeGenerated, 1m), Resource, OperationName, CallerIPAddress

// or
AZKVAuditLogs
| where HttpStatusCode == 429
| summarize count() by bin(TimeGenerated, 1m), _ResourceId, OperationName, CallerIpAddress`,
      },
      sources: ['key-vault-throttling', 'key-vault-logging'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Wait, then repeat with growing pauses',
      risk: 'safe',
      who: 'workspace-owner',
      text: 'As many seconds as Retry-After or the message says, otherwise 1, 2, 4, 8, 16. Let a deployment send fewer calls at a time. If it comes back, spread the keys over more vaults.',
      takes: 'seconds to minutes',
      sources: ['key-vault-throttling', 'arm-throttling'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (Throttled) Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached
Code: Throttled`,
    },
    {
      tool: 'PowerShell',
      text: `Get-AzKeyVaultKey : Operation returned an invalid status code 'TooManyRequests'
Code: Throttled
Message: Request was not processed because too many requests were received. Reason: VaultOperationLimitReached`,
    },
    {
      tool: 'Terraform',
      text: `│ RESPONSE 429: 429 Too Many Requests
│ ERROR CODE: SubscriptionRequestsThrottled`,
    },
    {
      tool: 'activity log',
      text: `"statusMessage": "{\\"error\\":{\\"code\\":\\"TooManyRequests\\",\\"message\\":\\"Number of requests for subscription '…' and operation '…' exceeded the backend storage limit. Please try again after '6' seconds.\\"}}"`,
    },
    {
      tool: 'portal',
      text: 'Too many requests were received. (Code: TooManyRequests)',
    },
  ],
  why: [
    {
      text: 'Many services or many versions share one vault: its limits are counted per vault, region and kind of operation.',
      sources: ['key-vault-throttling'],
    },
    {
      text: 'All vaults of a subscription together may take five times as many calls as one vault.',
      sources: ['key-vault-throttling'],
    },
    {
      text: 'A script or a monitoring tool asks Resource Manager in a loop; subscription limits are shared by all callers.',
      sources: ['arm-throttling'],
    },
  ],
  prevent: [
    {
      text: 'Give each large service a vault of its own, and let clients wait 1, 2, 4, 8 and 16 seconds between tries.',
      sources: ['key-vault-throttling'],
    },
    {
      text: 'Lower the parallelism of Terraform or of the pipeline for the step that changes keys.',
      sources: ['arm-throttling'],
    },
  ],
  sources: ['key-vault-throttling', 'arm-throttling'],
};
