import { rolePropagationMinutes } from '../key-stores.ts';
import { roleAssignment, roleAssignmentsAt } from '../rest.ts';
import { roles } from '../roles.ts';
import type { CausePage, CausePlan } from './cause.ts';

const operator = roles['managed-identity-operator'];
const grant = {
  kind: 'fix',
  risk: 'changes-access',
  who: 'subscription-owner',
  needs: 'Owner or User Access Administrator of that scope',
  takes: `up to ${rolePropagationMinutes} minutes; sign out and in`,
  undo: 'az role assignment delete with the same assignee, role and scope.',
} as const;

/** The role Contributor, as REST names it. Source: learn.microsoft.com/azure/role-based-access-control/built-in-roles/general. */
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Who was refused, for what, where',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader',
      text: 'The message names all three. Expect your own object id or that of the pipeline, and no role that holds the action. The identity of the workspace means another cause.',
      commands: {
        az: `az ad signed-in-user show --query id
az role assignment list --assignee "$PRINCIPAL_ID" --scope "$RESOURCE_ID" --include-inherited --include-groups --output table`,
        PowerShell: `(Get-AzADUser -SignedIn).Id
Get-AzRoleAssignment -ObjectId $principalId -Scope $resourceId`,
        REST: roleAssignmentsAt('$RESOURCE_ID'),
      },
      sources: ['rbac-troubleshooting'],
    },
  ],
  fix: [
    {
      ...grant,
      title: 'AuthorizationFailed: a role on that scope',
      text: 'The smallest that holds the action: Log Analytics Contributor, Storage Account Contributor; otherwise Contributor on this one resource.',
      commands: {
        az: 'az role assignment create --assignee "$PRINCIPAL_ID" --role Contributor --scope "$RESOURCE_ID"',
        PowerShell: 'New-AzRoleAssignment -ObjectId $principalId -RoleDefinitionName Contributor -Scope $resourceId',
        REST: roleAssignment('$RESOURCE_ID', contributor),
      },
      sources: ['rbac-troubleshooting'],
    },
    {
      ...grant,
      title: 'LinkedAuthorizationFailed: a role on what is linked',
      text: `assign/action on an identity: ${operator.name} there. A subnet: a role with the action named. A secret or key that you use yourself: a data role in the vault (to manage keys, ${roles['crypto-officer'].name}), or your own access policy there.`,
      commands: {
        az: `az role assignment create --assignee "$PRINCIPAL_ID" --role ${operator.guid} --scope "$IDENTITY_ID"`,
        PowerShell: `New-AzRoleAssignment -ObjectId $principalId -RoleDefinitionId ${operator.guid} -Scope $identityId`,
        REST: roleAssignment('$IDENTITY_ID', operator.guid),
      },
      sources: ['built-in-identity-roles', 'rbac-troubleshooting', 'key-vault-rbac-guide'],
    },
    {
      kind: 'fix',
      title: 'InvalidAuthenticationTokenTenant: sign in to the right tenant',
      risk: 'safe',
      who: 'anyone',
      text: 'The message names the tenant of the subscription. No role is missing. LinkedAuthorizationFailed can mean the same.',
      commands: {
        az: 'az login --tenant "$TENANT"',
        PowerShell: 'Connect-AzAccount -Tenant $tenant',
        REST: 'POST https://login.microsoftonline.com/$TENANT/oauth2/v2.0/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id={application id}&client_secret={its secret}&scope=https://management.azure.com/.default',
      },
      sources: ['arm-common-errors'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (AuthorizationFailed) The client 'dev@contoso.example' with object id '11111111-1111-1111-1111-111111111111' does not have authorization to perform action 'Microsoft.Synapse/workspaces/write' over scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso/providers/Microsoft.Synapse/workspaces/ws-contoso' or the scope is invalid. If access was recently granted, please refresh your credentials.
Code: AuthorizationFailed`,
    },
    {
      tool: 'PowerShell',
      text: `Get-AzKeyVaultSecret : Operation returned an invalid status code 'Forbidden'
Code: Forbidden
Message: The user, group or application 'appid=22222222-2222-2222-2222-222222222222;oid=11111111-1111-1111-1111-111111111111;iss=https://sts.windows.net/33333333-3333-3333-3333-333333333333/' does not have secrets get permission on key vault 'kv-contoso;location=westeurope'.`,
    },
    {
      tool: 'Terraform',
      text: `│ RESPONSE 403: 403 Forbidden
│ ERROR CODE: LinkedAuthorizationFailed
│ --------------------------------------------------------------------------------
│ The client '11111111-1111-1111-1111-111111111111' with object id '11111111-1111-1111-1111-111111111111' has permission to perform action 'Microsoft.Synapse/workspaces/write' on scope '…/workspaces/ws-contoso'; however, it does not have permission to perform action(s) 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action' on the linked scope(s) '…/userAssignedIdentities/id-contoso'`,
    },
    {
      tool: 'portal',
      text: 'The Add role assignment button is disabled, or: Failed to save. The client does not have authorization to perform action over scope (Code: AuthorizationFailed)',
    },
  ],
  why: [
    {
      text: 'Your role is on another scope, or holds no write on this resource.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'You may write the workspace, but not use the identity, subnet or vault that the request links to.',
      sources: ['rbac-troubleshooting'],
    },
    {
      text: 'The token comes from another tenant than the resource (LinkedAuthorizationFailed, InvalidAuthenticationTokenTenant).',
      sources: ['arm-common-errors'],
    },
    {
      text: 'A role on the vault in Azure, such as Owner or Contributor, gives no right to read or use its keys.',
      sources: ['key-vault-rbac-guide'],
    },
  ],
  prevent: [
    {
      text: 'Give the pipeline its roles on the workspace, the identity and the vault before the first run, and list them beside the template.',
      sources: ['rbac-troubleshooting'],
    },
  ],
  perService: {
    synapse: {
      text: 'The documentation asks for Managed Identity Contributor on a user-assigned identity that you assign. In the Studio, a missing Synapse role gives a 403 of its own.',
      sources: ['synapse-encryption'],
    },
    'machine-learning': {
      text: 'Whoever creates the workspace needs Owner or Contributor on the vault, and key permissions in it. The Azure Machine Learning application needs Contributor on the subscription when it builds the managed resource group.',
      sources: ['ml-roles', 'ml-template'],
    },
    'log-analytics': {
      text: 'Microsoft.OperationalInsights/clusters/write, for example Log Analytics Contributor; linking also needs write on the workspace.',
      sources: ['log-analytics-cmk'],
    },
    discovery: {
      text: 'Microsoft Discovery Platform Administrator, then sign in again.',
      sources: ['discovery-errors'],
    },
  },
  sources: ['rbac-troubleshooting', 'arm-common-errors'],
};
