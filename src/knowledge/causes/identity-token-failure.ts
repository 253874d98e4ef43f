import { apiVersions } from '../key-stores.ts';
import { anyVersion, enablePrincipal, inTurn, managerRequest, principalRequest } from '../rest.ts';
import type { Step } from '../step.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { addAccessPolicy, assignIdentity, assignRole, toNewIdentity } from './grants.ts';
import { az, portal, powerShell, terraform } from './looks.ts';

/** What to try before anything else: some of these refusals are gone a moment later. */
export const passesByItself = 'AKV10046 and AADSTS90033 pass by themselves: repeat once.';

/** Lets an identity that was disabled in the directory sign in again; it is the same for every service. */
export const enableIdentity: Step = {
  kind: 'fix',
  title: 'If it is disabled: enable it',
  risk: 'changes-access',
  who: 'directory-administrator',
  needs: 'Cloud Application Administrator in the directory',
  text: 'Ask first who disabled it, and why.',
  takes: 'not documented; try again after a few minutes',
  undo: 'The same command with false (-AccountEnabled:$false).',
  commands: {
    az: 'az ad sp update --id "$PRINCIPAL_ID" --set accountEnabled=true',
    PowerShell: 'Update-AzADServicePrincipal -ObjectId $principalId -AccountEnabled',
    REST: enablePrincipal('/$PRINCIPAL_ID'),
  },
  sources: ['entra-application-disabled'],
};

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Confirm whether the identity lives',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the resource and its identities',
      text: `The object id from the message must be a principalId of the resource, and be found in the directory. An identity that was made again has the same resource id and another principalId: the last list shows what each has now. ${passesByItself}`,
      commands: {
        az: `az resource show --ids "$RESOURCE_ID" --query identity
az ad sp show --id "$PRINCIPAL_ID" --query "{name:displayName, enabled:accountEnabled}"
az resource show --ids "$RESOURCE_ID" --query "identity.userAssignedIdentities && keys(identity.userAssignedIdentities)" --output tsv | grep ^/ |
  while read -r ID; do az identity show --ids "$ID" --query "{name:name, principalId:principalId}"; done`,
        PowerShell: `(Get-AzResource -ResourceId $resourceId).Identity | ConvertTo-Json
Get-AzADServicePrincipal -ObjectId $principalId | Select-Object DisplayName, AccountEnabled
foreach ($id in (Get-AzResource -ResourceId $resourceId).Identity.UserAssignedIdentities.Keys) {
  Get-AzResource -ResourceId $id -ExpandProperties | Format-List Name, @{ Name = 'PrincipalId'; Expression = { $_.Properties.principalId } }
}`,
        REST: inTurn(
          managerRequest('GET', '$RESOURCE_ID', anyVersion),
          principalRequest('$PRINCIPAL_ID'),
          managerRequest(
            'GET',
            '{id of each user-assigned identity of the first answer}',
            apiVersions['Microsoft.ManagedIdentity/userAssignedIdentities'],
          ),
        ),
      },
      sources: ['managed-identity-issues', 'token-signature-report', 'entra-error-codes'],
    },
  ],
  fix: [
    enableIdentity,
    {
      ...assignIdentity,
      title: 'If it is gone: assign a living identity',
      text: 'User-assigned: make it again, grant it, assign it. System-assigned: switching it off and on makes a new object id, and its other grants are lost; note them, and remove the old assignments once the new ones work. Where data is encrypted already, ask support before you switch it off.',
      takes: 'until the update has ended; then the grant takes its own time',
      undo: 'None: the old object id does not come back.',
    },
    toNewIdentity(assignRole),
    toNewIdentity(addAccessPolicy),
  ],
};

const refusal = {
  status: 403,
  code: 'KeyVaultAccessTokenCannotBeAcquired',
  message: 'The access token for the identity of the account cannot be acquired.',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Set-AzStorageAccount', {
      status: 400,
      code: 'BadRequest',
      message: 'Failure in AAD Client Credentials Grant Flow',
    }),
    terraform('updating Workspace', {
      status: 400,
      code: 'AADSTS700016',
      message: "Application with identifier '11111111-1111-1111-1111-111111111111' was not found in the directory.",
    }),
    portal('Failed to update the workspace', {
      status: 401,
      code: 'Unauthorized',
      message: 'AKV10046: Unable to resolve the key used for signature validation.',
    }),
  ],
  why: [
    {
      text: 'A user-assigned identity was deleted and made again under the same name: same resource id, new principalId.',
      sources: ['managed-identity-issues'],
    },
    {
      text: 'A system-assigned identity was switched off and on, or its resource was made again.',
      sources: ['managed-identity-issues', 'rbac-troubleshooting'],
    },
    {
      text: 'The subscription moved to another tenant. Identities do not move along.',
      sources: ['transfer-subscription', 'managed-identity-issues'],
    },
    {
      text: 'The service principal is disabled in the tenant (AADSTS7000112).',
      sources: ['entra-application-disabled'],
    },
    {
      text: 'Key Vault turned the token down (codes that begin with AKV1). No public list of these codes exists.',
      lookAt: 'Look at the words beside the code, and for Authentication with status 401 in the audit log.',
      sources: ['key-vault-rest-errors'],
    },
  ],
  prevent: [
    {
      text: 'Put a delete lock on the user-assigned identity, and keep it apart from what comes and goes.',
      sources: ['arm-locks', 'managed-identity-best-practice'],
    },
    {
      text: 'Before a subscription moves to another tenant, switch customer-managed keys off where the service can, and plan new identities where it cannot.',
      sources: ['transfer-subscription'],
    },
  ],
  perService: {
    synapse: {
      text: 'After a move to another tenant the documented way is to switch the identity off and on. That page has no key of yours in it: open a support request first.',
      lookAt: 'Look at doubleEncryptionEnabled: true means that your key is in play.',
      sources: ['synapse-tenant-move'],
    },
    databricks: {
      text: 'Managed services calls as the application AzureDatabricks. If that is missing or disabled in the tenant, no identity of yours helps.',
      sources: ['databricks-cmk-report', 'entra-application-disabled'],
    },
    'machine-learning': {
      text: 'With a managed resource group the key is mostly read by the application Azure Cosmos DB. If that is missing in the tenant, register Microsoft.DocumentDB; no identity of yours helps. The identity for the key cannot be exchanged by a PATCH.',
      sources: ['ml-cmk-setup', 'ml-patch-model'],
    },
    'log-analytics': {
      text: 'Never switch the identity of a cluster off and on: None revokes the key, and only support can undo it. A cluster that is made again has a new identity: grant it before you set the key.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'After a move or a change of the identity, the key is lost until you grant the new one and deploy the service again.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: {
      text: 'The identity is fixed at creation. One that was deleted cannot be exchanged on a workspace that exists: ask support.',
      sources: ['discovery-identity'],
    },
    'online-experimentation': {
      text: 'Which identity asks for the key stands in keyEncryptionKeyIdentity. In the model, another one can be set by PATCH.',
      sources: ['online-experimentation-models', 'online-experimentation-specification'],
    },
    storage: {
      text: 'The code KeyVaultAccessTokenCannotBeAcquired stands for all of these.',
      sources: ['storage-error-codes'],
    },
  },
  sources: ['managed-identity-issues', 'entra-error-codes', 'entra-application-disabled', 'storage-token-thread'],
};
