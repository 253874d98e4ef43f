import {
  addFederatedCredential,
  application,
  createPrincipal,
  inTurn,
  managementApiVersions,
  managerRequest,
  vaultRequest,
} from '../rest.ts';
import type { Step } from '../step.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { assignRole, toAnswered } from './grants.ts';
import { activityLog, az, portal, powerShell, terraform } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

const inDirectory = {
  kind: 'fix',
  risk: 'changes-access',
  who: 'directory-administrator',
} as const satisfies Partial<Step>;

const compareTenants: Step = {
  ...lookAtVault,
  title: 'Compare the tenants',
  text: 'First the tenant of the vault, then that of your subscription. Expect another tenant than the one behind “found” or “iss” in the message. A vault that you cannot find may be a namesake in another tenant.',
  commands: {
    az: `az keyvault show --name "$VAULT" --query properties.tenantId --output tsv
az account show --query tenantId --output tsv`,
    PowerShell: `(Get-AzKeyVault -VaultName $vault).TenantId
(Get-AzContext).Tenant.Id`,
    REST: inTurn(
      vaultRequest('GET'),
      managerRequest('GET', '/subscriptions/$SUBSCRIPTION', managementApiVersions.subscriptions),
    ),
  },
  sources: ['key-vault-move-tenant', 'token-issuer-cli-report'],
};

const sameTenant: Step = {
  ...changeVault,
  title: 'Use a key in the same tenant',
  needs: 'Owner of a vault there',
  text: 'The only way where the service has no setting for it. Grant on a vault in the tenant of the identity, and name that key.',
  takes: assignRole.takes,
  undo: 'Name the old key again, if it can still be read.',
  sources: ['key-vault-move-tenant'],
};

const afterMove: Step = {
  kind: 'fix',
  title: 'After a move of the subscription: tell the vault its tenant',
  risk: 'changes-access',
  who: 'subscription-owner',
  needs: 'Contributor on the vault',
  text: 'Only if the vault moved along. TENANT is the new one. This drops all access policies, which mean nothing there: save the first output, then grant anew.',
  takes: 'at once in the vault; each grant takes its own time',
  undo: 'Set the old tenant and entries again; it helps only after a move back.',
  commands: {
    az: `az keyvault show --name "$VAULT" --query "properties.{tenant:tenantId, policies:accessPolicies}"
az keyvault update --name "$VAULT" --remove properties.accessPolicies
az keyvault update --name "$VAULT" --set properties.tenantId="$TENANT"`,
    PowerShell: `$resource = Get-AzResource -ResourceId (Get-AzKeyVault -VaultName $vault).ResourceId -ExpandProperties
$resource.Properties | ConvertTo-Json -Depth 5
$resource.Properties.TenantId = $tenant
$resource.Properties.AccessPolicies = @()
Set-AzResource -ResourceId $resource.ResourceId -Properties $resource.Properties`,
    REST: inTurn(
      vaultRequest('GET'),
      vaultRequest('PATCH', '{"properties": {"tenantId": "$TENANT", "accessPolicies": []}}'),
    ),
  },
  sources: ['key-vault-move-tenant', 'transfer-subscription'],
};

/** What is left for a service that has no setting for a vault in another tenant. */
export const withinOneTenant: CausePlan = {
  confirm: [compareTenants],
  fix: [
    {
      ...sameTenant,
      text: 'This service has no setting for a vault in another tenant. Grant on a vault in the tenant of the identity, and name that key. Machine Learning and Discovery keep the vault of their creation: there, only a second workspace can use another one.',
    },
    afterMove,
  ],
};

export const plan: CausePlan = {
  confirm: [
    compareTenants,
    {
      kind: 'confirm',
      title: 'If it is meant to cross tenants: read the credentials',
      risk: 'safe',
      who: 'directory-administrator',
      needs: 'Right to read applications in the tenant of the identity',
      text: 'Must be right to the letter: issuer, the tenant of the identity; subject, the object id of the user-assigned identity; audience, api://AzureADTokenExchange.',
      commands: {
        az: 'az ad app federated-credential list --id "$APPLICATION_ID"',
        PowerShell: `Get-AzADAppFederatedCredential -ApplicationObjectId (Get-AzADApplication -ApplicationId $applicationId).Id`,
        REST: `GET ${application}/federatedIdentityCredentials`,
      },
      sources: ['storage-cmk-cross-tenant'],
    },
  ],
  fix: [
    sameTenant,
    {
      ...inDirectory,
      title: 'Add the federated credential',
      needs: 'Cloud Application Administrator in the tenant of the identity',
      text: 'TENANT and PRINCIPAL_ID are those of the user-assigned identity. The application is multi-tenant and holds at most 20 credentials.',
      takes: 'not documented; try again after a few minutes',
      undo: 'az ad app federated-credential delete, or Remove-AzADAppFederatedCredential.',
      commands: {
        az: `az ad app federated-credential create --id "$APPLICATION_ID" \\
  --parameters "{\\"name\\": \\"cmk\\", \\"issuer\\": \\"https://login.microsoftonline.com/$TENANT/v2.0\\", \\"subject\\": \\"$PRINCIPAL_ID\\", \\"audiences\\": [\\"api://AzureADTokenExchange\\"]}"`,
        PowerShell: `New-AzADAppFederatedCredential -ApplicationObjectId (Get-AzADApplication -ApplicationId $applicationId).Id -Name cmk \`
  -Issuer "https://login.microsoftonline.com/$tenant/v2.0" -Subject $principalId -Audience 'api://AzureADTokenExchange'`,
        REST: addFederatedCredential('cmk'),
      },
      sources: ['storage-cmk-cross-tenant'],
    },
    {
      ...inDirectory,
      title: "Install the application in the vault's tenant, and grant it",
      needs: "Cloud Application Administrator in the vault's tenant, and Owner of the vault",
      text: "Sign in to the vault's tenant first. Leave out the first command if the application is there.",
      takes: assignRole.takes,
      undo: 'az role assignment delete, then az ad sp delete.',
      commands: {
        az: `az ad sp create --id "$APPLICATION_ID"
PRINCIPAL_ID=$(az ad sp show --id "$APPLICATION_ID" --query id --output tsv)
${assignRole.commands?.az}`,
        PowerShell: `New-AzADServicePrincipal -ApplicationId $applicationId
$principalId = (Get-AzADServicePrincipal -ApplicationId $applicationId).Id
${assignRole.commands?.PowerShell}`,
        REST: inTurn(createPrincipal('$APPLICATION_ID'), toAnswered(assignRole)),
      },
      sources: ['storage-cmk-cross-tenant'],
    },
    afterMove,
  ],
};

const refusal = {
  status: 401,
  code: 'Unauthorized',
  message:
    'AKV10032: Invalid issuer. Expected one of https://sts.windows.net/44444444-4444-4444-4444-444444444444/, found https://sts.windows.net/33333333-3333-3333-3333-333333333333/.',
};
const federated = {
  status: 400,
  code: 'AADSTS700213',
  message: 'No matching federated identity record found for presented assertion subject.',
};

export const page: CausePage = {
  looks: [
    az(refusal),
    powerShell('Set-AzStorageAccount', federated),
    terraform('updating Workspace', refusal),
    portal('Failed to update the workspace', federated),
    activityLog(refusal),
  ],
  why: [
    {
      text: 'The vault trusts one tenant, and the token comes from another: a vault of a partner, or a wrong name that exists elsewhere.',
      sources: ['token-issuer-cli-report', 'token-issuer-sdk-report'],
    },
    {
      text: 'The subscription moved. The vault still names the old tenant, and all role assignments are gone.',
      sources: ['key-vault-move-tenant', 'transfer-subscription'],
    },
    {
      text: 'The federated credential has another issuer, subject or audience than the identity presents.',
      sources: ['storage-cmk-cross-tenant'],
    },
    {
      text: "The multi-tenant application is not installed in the vault's tenant, or the role went to another object.",
      sources: ['storage-cmk-cross-tenant'],
    },
  ],
  prevent: [
    {
      text: 'Before a move to another tenant, switch customer-managed keys off where the service can. A vault that stays behind can make data unrecoverable.',
      sources: ['transfer-subscription'],
    },
    {
      text: 'Use across tenants only services that document it.',
      sources: ['cmk-support', 'storage-cmk-cross-tenant'],
    },
  ],
  perService: {
    synapse: {
      text: 'There is no setting for a key in another tenant.',
      sources: ['synapse-rest-spec'],
    },
    databricks: {
      text: 'Vault and workspace must be in the same tenant.',
      sources: ['databricks-services-key', 'databricks-disk-encryption', 'databricks-dbfs-key'],
    },
    'machine-learning': {
      text: 'Vault and workspace must be in the same tenant: the settings have no place for an application, and Cosmos DB refuses such keys.',
      sources: ['ml-hub-cmk', 'ml-cosmos-cmk-errors'],
    },
    'log-analytics': {
      text: 'Vault, cluster and workspaces must be in the same tenant.',
      sources: ['log-analytics-cmk'],
    },
    'health-data': {
      text: 'The pages disagree: FHIR allows another tenant, DICOM wants the same.',
      lookAt: 'Use a vault of the same tenant.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: {
      text: 'A vault in another tenant is not described.',
      lookAt: 'Use a vault of the same tenant.',
      sources: ['discovery-cmk'],
    },
    'online-experimentation': {
      text: 'The settings have a federatedClientId for a vault in another tenant. How to set it up is not documented.',
      lookAt: 'Look at keyEncryptionKeyIdentity of the workspace.',
      sources: ['online-experimentation-models'],
    },
    storage: {
      text: 'Supported, with a user-assigned identity and a multi-tenant application.',
      sources: ['storage-cmk-cross-tenant'],
    },
  },
  sources: [
    'storage-cmk-cross-tenant',
    'key-vault-move-tenant',
    'token-issuer-cli-report',
    'token-issuer-terraform-report',
    'federated-credential-powershell',
    'entra-error-codes',
  ],
};
