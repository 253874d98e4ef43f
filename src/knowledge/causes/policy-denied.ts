import { eventsOf, inTurn, managementApiVersions, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';

const id = '/[^" \\\\]+/policyAssignments/[^" \\\\]+';
/** Reads the id of the policy assignment from the refusal in the activity log. */
const find = {
  az: `ASSIGNMENT_ID=$(az monitor activity-log list --resource-group "$RESOURCE_GROUP" --offset 1d --status Failed \\
  --query "[].properties.statusMessage" --output tsv | grep -ioE '${id}' | head -n 1)`,
  PowerShell: `$assignmentId = Get-AzActivityLog -ResourceGroupName $resourceGroup -StartTime (Get-Date).AddDays(-1) -Status Failed -DetailedOutput |
  ConvertTo-Json -Depth 6 | Select-String -Pattern '${id}' | ForEach-Object { $_.Matches[0].Value } | Select-Object -First 1`,
};

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Read what the policy wants',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the scope of the assignment',
      text: 'The message names assignment and definition. The rule says which property it wants, and of what: the workspace, the key, the vault, or something in a managed resource group.',
      commands: {
        az: `${find.az}
az policy assignment show --name "\${ASSIGNMENT_ID##*/}" --scope "\${ASSIGNMENT_ID%/providers/Microsoft.Authorization/*}"`,
        PowerShell: `${find.PowerShell}
Get-AzPolicyAssignment -Id $assignmentId`,
        REST: inTurn(
          eventsOf('$RESOURCE_ID'),
          managerRequest('GET', '{id of the assignment}', managementApiVersions.policyAssignments),
        ),
      },
      sources: ['arm-policy-error'],
    },
  ],
  fix: [
    {
      kind: 'fix',
      title: 'Make the request comply',
      risk: 'safe',
      who: 'workspace-owner',
      text: 'Add what it asks for, if the service takes it: a key, purge protection, a key type, an expiry date. A vault firewall that it wants closed must still let the service pass.',
      sources: ['arm-policy-error'],
    },
    {
      kind: 'fix',
      title: 'Or exempt this one resource for a week',
      risk: 'changes-access',
      who: 'subscription-owner',
      needs: 'Resource Policy Contributor on the resource; exempt/action on the assignment',
      text: 'Ask the owner of the policy, and check that ASSIGNMENT_ID is the one in the message. If something else was denied, or does not exist yet, take its id or group as the scope.',
      takes: 'not documented; try again after ten minutes',
      undo: 'az policy exemption delete with the same name and scope.',
      commands: {
        az: `${find.az}
az policy exemption create --name cmk-update --policy-assignment "$ASSIGNMENT_ID" --exemption-category Waiver \\
  --scope "$RESOURCE_ID" --expires-on "$(date --utc --date '+7 days' +%FT%TZ)"`,
        PowerShell: `${find.PowerShell}
New-AzPolicyExemption -Name cmk-update -PolicyAssignment (Get-AzPolicyAssignment -Id $assignmentId) -ExemptionCategory Waiver -Scope $resourceId -ExpiresOn (Get-Date).AddDays(7)`,
        REST: inTurn(
          eventsOf('$RESOURCE_ID'),
          managerRequest(
            'PUT',
            '$RESOURCE_ID/providers/Microsoft.Authorization/policyExemptions/cmk-update',
            managementApiVersions.policyExemptions,
            '{"properties": {"policyAssignmentId": "{id of the assignment}", "exemptionCategory": "Waiver", "expiresOn": "{in a week, as 2026-01-31T00:00:00Z}"}}',
          ),
        ),
      },
      sources: ['policy-exemption'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (RequestDisallowedByPolicy) Resource 'ws-contoso' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Workspaces need a customer-managed key","id":"/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/policyAssignments/cmk-required"},"policyDefinition":{"name":"Workspaces need a customer-managed key","id":"/providers/Microsoft.Authorization/policyDefinitions/11111111-1111-1111-1111-111111111111"}}]'.
Code: RequestDisallowedByPolicy`,
    },
    {
      tool: 'PowerShell',
      text: `New-AzResourceGroupDeployment: 12:00:00 - Error: Code=RequestDisallowedByPolicy; Message=Resource 'kv-contoso' was disallowed by policy. Reasons: 'Purge protection must be on'. See error details for policy resource IDs.`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: creating Key Vault (Key Vault Name: "kv-contoso"): performing CreateOrUpdate: Failure sending request: StatusCode=403 -- Original Error: Code="RequestDisallowedByPolicy" Message="Resource 'kv-contoso' was disallowed by policy. Policy identifiers: …"`,
    },
    {
      tool: 'portal',
      text: "Validation failed. Resource 'ws-contoso' was disallowed by policy. (Code: RequestDisallowedByPolicy)",
    },
    {
      tool: 'activity log',
      text: `"statusMessage": "{\\"error\\":{\\"code\\":\\"RequestDisallowedByPolicy\\",\\"target\\":\\"ws-contoso\\",\\"message\\":\\"Resource 'ws-contoso' was disallowed by policy. …\\"}}"`,
    },
  ],
  why: [
    {
      text: 'A policy with the effect deny stands over the resource group, the subscription or a management group.',
      sources: ['arm-policy-error'],
    },
    {
      text: 'It asks for something that this service cannot give, or that a resource in a managed group does not have.',
      sources: ['ml-policy-thread'],
    },
    {
      text: 'A policy on keys (Microsoft.KeyVault.Data) refuses to create the key. Such a policy can still hold for up to 24 hours after its assignment is deleted: set its effect to Disabled instead.',
      sources: ['key-vault-policy'],
    },
  ],
  prevent: [
    {
      text: 'Deploy first with the policy set to Audit, and read what would have been refused.',
      sources: ['arm-policy-error'],
    },
    { text: 'Run what-if in the target subscription before the change.', sources: ['arm-what-if'] },
  ],
  perService: {
    'machine-learning': {
      text: 'Policies hit the Cosmos DB account, search service and storage account of the managed group. Its deny assignment stops an exemption there: exempt at the subscription or management group before you create the workspace.',
      sources: ['ml-policy-thread'],
    },
    storage: {
      text: 'Built-in policies ask for a key on the account, on queues and tables, or for infrastructure encryption; the last two can only be met at creation.',
      sources: ['storage-policy', 'storage-infrastructure-encryption'],
    },
    discovery: {
      text: 'Discovery gives itself a role on your user-assigned identity. A policy that blocks that assignment makes provisioning fail.',
      sources: ['discovery-identity'],
    },
  },
  sources: ['arm-policy-error', 'policy-exemption'],
};
