import { apiVersions, keyApiVersion } from './key-stores.ts';

// Requests on key stores as REST calls: the method and address, then the body. Braces hold what the reader looks up.

const manager = 'https://management.azure.com';

/**
 * API versions of what only REST calls name, each read on 2026-11-25 on its reference page on learn.microsoft.com,
 * rest/api/resources, rest/api/authorization and rest/api/monitor, or the version that an Azure SDK or Pulumi sends.
 */
export const managementApiVersions = {
  locks: '2020-05-01',
  denyAssignments: '2022-04-01',
  providers: '2022-09-01',
  activityLog: '2015-04-01',
  subscriptions: '2022-12-01',
  policyAssignments: '2023-04-01',
  policyExemptions: '2022-07-01-preview',
  perimeters: '2024-07-01',
  privateDns: '2020-06-01',
} as const;

/** Stands for the API version where the type of the resource is not known. */
export const anyVersion = '{an API version of its type}';

/** The resource id of the vault. */
export const vaultPath =
  '/subscriptions/$SUBSCRIPTION/resourceGroups/$VAULT_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$VAULT';

/**
 * A request on the path of a resource in Resource Manager.
 *
 * @param body the JSON to send, as text
 * @example managerRequest('GET', '$RESOURCE_ID/providers/Microsoft.Authorization/locks', '2020-05-01')
 */
/* @__NO_SIDE_EFFECTS__ */
export function managerRequest(method: string, path: string, apiVersion: string, body?: string): string {
  return withBody(`${method} ${manager}${path}?api-version=${apiVersion}`, body);
}

/**
 * A request on the vault itself.
 *
 * @example vaultRequest('PATCH', '{"properties": {"enablePurgeProtection": true}}')
 */
/* @__NO_SIDE_EFFECTS__ */
export function vaultRequest(method: 'GET' | 'PATCH', body?: string): string {
  return managerRequest(method, vaultPath, apiVersions['Microsoft.KeyVault/vaults'], body);
}

/**
 * A request on keys, to the vault and not to Resource Manager: its token is for https://vault.azure.net.
 *
 * @example keyRequest('GET', 'keys/$KEY/versions')
 */
/* @__NO_SIDE_EFFECTS__ */
export function keyRequest(method: string, path: string, body?: string): string {
  return withBody(`${method} https://$VAULT.vault.azure.net/${path}?api-version=${keyApiVersion}`, body);
}

/**
 * A request on the roles of a Managed HSM, to the HSM itself: its token is for https://managedhsm.azure.net.
 *
 * @example hsmRequest('GET', 'providers/Microsoft.Authorization/roleDefinitions')
 */
/* @__NO_SIDE_EFFECTS__ */
export function hsmRequest(method: string, path: string, body?: string): string {
  return withBody(`${method} https://$HSM.managedhsm.azure.net/${path}?api-version=${keyApiVersion}`, body);
}

/**
 * Assigns a role to the principal on a scope.
 *
 * @param scope a resource id, or the variable that holds one
 * @param guid the role
 * @param principalId to whom; left out, the reader's value
 * @example roleAssignment('$RESOURCE_ID', roles.contributor.guid)
 */
/* @__NO_SIDE_EFFECTS__ */
export function roleAssignment(
  scope: string,
  guid: string,
  principalType?: 'ServicePrincipal',
  principalId = '$PRINCIPAL_ID',
): string {
  const type = principalType ? `, "principalType": "${principalType}"` : '';
  return managerRequest(
    'PUT',
    `${scope}/providers/Microsoft.Authorization/roleAssignments/{new GUID}`,
    apiVersions['Microsoft.Authorization/roleAssignments'],
    `{"properties": {"roleDefinitionId": "/subscriptions/$SUBSCRIPTION/providers/Microsoft.Authorization/roleDefinitions/${guid}", "principalId": "${principalId}"${type}}}`,
  );
}

/**
 * Lists the role assignments of the principal that reach a scope.
 *
 * @example roleAssignmentsAt(vaultPath)
 */
/* @__NO_SIDE_EFFECTS__ */
export function roleAssignmentsAt(scope: string): string {
  const list = managerRequest(
    'GET',
    `${scope}/providers/Microsoft.Authorization/roleAssignments`,
    apiVersions['Microsoft.Authorization/roleAssignments'],
  );
  return `${list}&$filter=principalId%20eq%20'$PRINCIPAL_ID'`;
}

/**
 * Lists what the activity log has on a resource from a time on.
 *
 * @example eventsOf('$RESOURCE_ID')
 */
/* @__NO_SIDE_EFFECTS__ */
export function eventsOf(path: string): string {
  const list = managerRequest(
    'GET',
    '/subscriptions/$SUBSCRIPTION/providers/Microsoft.Insights/eventtypes/management/values',
    managementApiVersions.activityLog,
  );
  return `${list}&$filter=eventTimestamp%20ge%20'{start, as 2026-01-31T00:00:00Z}'%20and%20resourceUri%20eq%20'${path}'`;
}

/** Where Microsoft Graph answers. */
const graph = 'https://graph.microsoft.com/v1.0';

/**
 * Reads the service principal with an object id from Microsoft Graph.
 *
 * @example principalRequest('$PRINCIPAL_ID')
 */
/* @__NO_SIDE_EFFECTS__ */
export function principalRequest(objectId: string): string {
  return `GET ${graph}/servicePrincipals/${objectId}?$select=id,displayName,accountEnabled`;
}

/**
 * Reads the service principal of an application from Microsoft Graph.
 *
 * @example applicationRequest('$APPLICATION_ID')
 */
/* @__NO_SIDE_EFFECTS__ */
export function applicationRequest(applicationId: string): string {
  return `GET ${graph}/servicePrincipals(appId='${applicationId}')?$select=id,displayName,accountEnabled`;
}

/** The reader's application in Microsoft Graph. */
export const application = `${graph}/applications(appId='$APPLICATION_ID')`;

/**
 * Makes the service principal of an application in the tenant that the caller is signed in to.
 *
 * @example createPrincipal('$APPLICATION_ID')
 */
/* @__NO_SIDE_EFFECTS__ */
export function createPrincipal(applicationId: string): string {
  return withBody(`POST ${graph}/servicePrincipals`, `{"appId": "${applicationId}"}`);
}

/**
 * Gives the reader's application the federated credential of a user-assigned identity.
 *
 * @param name how the credential is called
 * @example addFederatedCredential('cmk')
 */
/* @__NO_SIDE_EFFECTS__ */
export function addFederatedCredential(name: string): string {
  return withBody(
    `POST ${application}/federatedIdentityCredentials`,
    `{"name": "${name}", "issuer": "https://login.microsoftonline.com/$TENANT/v2.0", "subject": "$PRINCIPAL_ID", "audiences": ["api://AzureADTokenExchange"]}`,
  );
}

/**
 * Lets a service principal that was disabled sign in again.
 *
 * @param path the principal under servicePrincipals: its object id, or appId='…' in parentheses
 * @example enablePrincipal('/$PRINCIPAL_ID')
 */
/* @__NO_SIDE_EFFECTS__ */
export function enablePrincipal(path: string): string {
  return withBody(`PATCH ${graph}/servicePrincipals${path}`, '{"accountEnabled": true}');
}

/** A resource provider as the subscription has it. */
const providerPath = (namespace: string): string => `/subscriptions/$SUBSCRIPTION/providers/${namespace}`;

/**
 * Reads whether resource providers are registered on the subscription, a call each.
 *
 * @example providerStates(['Microsoft.DocumentDB'])
 */
/* @__NO_SIDE_EFFECTS__ */
export function providerStates(namespaces: readonly string[]): string {
  return inTurn(
    ...namespaces.map((namespace) => managerRequest('GET', providerPath(namespace), managementApiVersions.providers)),
  );
}

/**
 * Registers a resource provider on the subscription.
 *
 * @example registerProvider('Microsoft.DocumentDB')
 */
/* @__NO_SIDE_EFFECTS__ */
export function registerProvider(namespace: string): string {
  return managerRequest('POST', `${providerPath(namespace)}/register`, managementApiVersions.providers);
}

/**
 * Calls in the order in which they are sent.
 *
 * @example inTurn(vaultRequest('GET'), keyRequest('GET', 'keys'))
 */
/* @__NO_SIDE_EFFECTS__ */
export function inTurn(...calls: readonly string[]): string {
  return calls.join('\n\n');
}

/**
 * Reads the resource and sends a part of it, for a body that holds something of the answer.
 *
 * @example readThenPatch('2021-06-01', '{"tags": {the tags of the answer}}')
 */
/* @__NO_SIDE_EFFECTS__ */
export function readThenPatch(apiVersion: string, body: string): string {
  return inTurn(
    managerRequest('GET', '$RESOURCE_ID', apiVersion),
    managerRequest('PATCH', '$RESOURCE_ID', apiVersion, body),
  );
}

function withBody(request: string, body?: string): string {
  return body ? `${request}\nContent-Type: application/json\n\n${body}` : request;
}
