import type { CauseId } from './causes.ts';
import type { Refuser } from './parties.ts';
import type { SourceId } from './sources.ts';

/** Words in an error that speak for a cause. */
export interface Signal {
  readonly cause: CauseId;
  /** Matched without regard to case, in linear time: no nested repeats, gaps are bounded. */
  readonly pattern: RegExp;
  /** How sure these words alone make the cause, from 0 to 1. */
  readonly weight: number;
  /** Who said it, where it differs from who refuses in this cause. */
  readonly by?: Refuser;
  readonly source: SourceId;
  /** A text in which the words stand. */
  readonly sample: string;
}

/** The identity's grant is missing, and the text does not show the vault's model. */
function grantMissing(pattern: RegExp, weight: number, source: SourceId, sample: string): readonly Signal[] {
  return [
    { cause: 'access-policy-missing', pattern, weight, source, sample },
    { cause: 'rbac-role-missing', pattern, weight: weight - 0.05, source, sample },
  ];
}

/**
 * What error texts say, and what it means. Codes are documented or were seen in public reports; phrases are the
 * shortest part of a message that tells.
 */
export const signals: readonly Signal[] = [
  // Key Vault's own words: network
  {
    cause: 'vault-network-blocked',
    pattern: /ForbiddenBy(?:Firewall|Connection|Nsp)\b/i,
    weight: 0.97,
    source: 'key-vault-error-codes',
    sample: '"innererror":{"code":"ForbiddenByFirewall"}',
  },
  {
    cause: 'vault-network-blocked',
    pattern: /client address is not authorized and caller/i,
    weight: 0.96,
    source: 'key-vault-network',
    sample: 'Client address is not authorized and caller is not a trusted service.',
  },
  {
    cause: 'vault-network-blocked',
    pattern:
      /not from a trusted service nor via an approved private link|not an approved private link and caller|forbidden by NSP policy/i,
    weight: 0.96,
    source: 'key-vault-network',
    sample:
      'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
  },
  {
    cause: 'vault-network-blocked',
    pattern:
      /key ?vault.{0,120}(?:firewall|virtual network|public network access).{0,60}(?:denied|block|not allow|disabled|restrict)/i,
    weight: 0.7,
    source: 'key-vault-network',
    sample: 'The key vault kv-a has a firewall that blocks the service.',
  },
  // Key Vault's own words: permission
  {
    cause: 'access-policy-missing',
    pattern: /does not have keys \w{1,20} permission/i,
    weight: 0.95,
    source: 'databricks-cmk-report',
    sample:
      "The user, group or application 'appid=x;oid=y' does not have keys get permission on key vault 'kv-a;location=westeurope'",
  },
  {
    cause: 'caller-not-authorized',
    pattern: /does not have (?:secrets|certificates|storage) \w{1,20} permission/i,
    weight: 0.96,
    by: 'key-store',
    source: 'key-vault-rest-errors',
    sample: "does not have secrets get permission on key vault 'kv-a;location=westus'",
  },
  {
    cause: 'rbac-role-missing',
    pattern: /ForbiddenByRbac\b/i,
    weight: 0.93,
    source: 'key-vault-rbac-guide',
    sample: '"innererror":{"code":"ForbiddenByRbac"}',
  },
  {
    cause: 'rbac-role-missing',
    pattern: /caller is not authorized to perform action on resource/i,
    weight: 0.92,
    source: 'key-vault-rbac-guide',
    sample: 'Caller is not authorized to perform action on resource. If role assignments were changed recently',
  },
  {
    cause: 'caller-not-authorized',
    pattern: /action: ?'microsoft\.keyvault\/vaults\/(?:secrets|certificates)\//i,
    weight: 0.97,
    by: 'key-store',
    source: 'key-vault-rbac-guide',
    sample: "Action: 'Microsoft.KeyVault/vaults/secrets/setSecret/action'",
  },
  {
    cause: 'rbac-role-missing',
    pattern: /not authorized to access microsoft\.keyvault\/managedhsm/i,
    weight: 0.94,
    source: 'managed-hsm-access-control',
    sample: '(AccessDenied) Not authorized to access Microsoft.KeyVault/managedHsm/keys/wrap/action on /keys/k',
  },
  {
    cause: 'rbac-role-missing',
    pattern: /cannot set policies to a vault with '--enable-rbac-authorization/i,
    weight: 0.85,
    source: 'key-vault-rbac-guide',
    sample: "Cannot set policies to a vault with '--enable-rbac-authorization' specified",
  },
  ...grantMissing(
    /(?:grant|requires?|must have|needs?|missing|does not have|doesn't have|lacks?|sufficient|without).{0,120}(?:unwrap|wrap)\s?-?(?:key)?.{0,60}permission/i,
    0.75,
    'synapse-encryption',
    'Please grant get, wrap and unwrap key permissions to user-assigned identity',
  ),
  ...grantMissing(
    /permissions?.{0,60}(?:get|wrap)\W.{0,30}unwrap/i,
    0.72,
    'synapse-encryption',
    'requires the following Azure Key Vault permissions: Get, WrapKey, UnwrapKey',
  ),
  ...grantMissing(
    /(?:unwrap|wrap)\w{0,4}\W{1,4}permissions? on the/i,
    0.74,
    'synapse-encryption',
    'must have get, wrapKey and “unwrapKey” permissions on the managed key',
  ),
  ...grantMissing(
    /(?:KeyVault|Vault|CMK|Identity)\w{0,40}(?:AccessForbidden|AccessDenied|MissingPermissions?|PermissionsNotConfigured|PermissionsCustomerError|AuthFailure|AuthenticationFailure|WrapUnwrapFailure)\b|MissingMan\w{0,10}IdentityPermission/i,
    0.78,
    'key-vault-error-codes',
    'AzureKeyVaultMissingPermissions',
  ),
  ...grantMissing(
    /(?:missing|insufficient|sufficient|required|necessary).{0,40}permissions?.{0,40}(?:azure )?key ?vault|key ?vault permissions? was denied/i,
    0.72,
    'key-vault-rest-errors',
    'The server is missing required permissions on the Azure Key Vault.',
  ),
  ...grantMissing(
    /(?:identity|encryption ?set|service|server|account|cluster).{0,60}(?:access denied|does not have|not authorized|forbidden|no access).{0,60}key ?vault/i,
    0.72,
    'key-vault-rest-errors',
    'DiskEncryptionSet access denied to Key Vault key.',
  ),
  ...grantMissing(
    /invalid permissions on the specified key ?vault/i,
    0.76,
    'databricks-cmk-report',
    'PERMISSION_DENIED: Invalid permissions on the specified KeyVault',
  ),
  // Key Vault's own words: state of the key
  {
    cause: 'key-disabled',
    pattern: /\bKeyDisabled\b|(?:EncryptionKey|KeyVaultKey)Disabled\b/i,
    weight: 0.96,
    source: 'key-disabled-report',
    sample: '{"code":"KeyDisabled"}',
  },
  {
    cause: 'key-disabled',
    pattern:
      /not allowed on a disabled key|(?:customer.managed |encryption )?key (?:\S{1,120} )?(?:is|has been|was) (?:currently )?disabled/i,
    weight: 0.9,
    source: 'key-disabled-report',
    sample: 'Operation wrapKey is not allowed on a disabled key',
  },
  {
    cause: 'key-outside-validity',
    pattern: /InvalidExpirationDate|\bKey(?:Is)?Expired\b|\bKeyNotYetValid\b/i,
    weight: 0.92,
    source: 'key-vault-keys',
    sample: 'AzureKeyVaultInvalidExpirationDate',
  },
  {
    cause: 'key-outside-validity',
    pattern:
      /\bkey (?:\S{1,120} )?(?:is|has|was) (?:already )?(?:expired|not yet valid|not been activated|not active yet|past its expir)|key.{0,40}expir(?:y|ation) date.{0,30}(?:past|passed|reached)/i,
    weight: 0.88,
    source: 'key-vault-keys',
    sample: 'Azure Key Vault key has not been activated',
  },
  {
    cause: 'key-not-found',
    pattern: /\b(?:KeyVault)?KeyNotFound\b/i,
    weight: 0.94,
    source: 'key-vault-soft-delete',
    sample: 'ErrorCode: KeyNotFound',
  },
  {
    cause: 'key-not-found',
    pattern:
      /a key with \(name\/id\)|\b(?:encryption|managed|vault|protector) key (?:\S{1,120} )?(?:is|was|could not be|couldn't be|cannot be|can't be) ?(?:not )?(?:found|located)|key.{0,60}(?:was|is) not found in (?:this|the) (?:azure )?key ?vault/i,
    weight: 0.9,
    source: 'key-vault-soft-delete',
    sample: 'The customer-managed key is not found.',
  },
  {
    cause: 'key-not-found',
    pattern: /keyvault\.\w{1,20}#(?:encrypt|decrypt|wrapkey|unwrapkey|getkey).{0,120}statuscode=404/i,
    weight: 0.75,
    source: 'key-vault-rest-errors',
    sample: 'keyvault.BaseClient#Encrypt: Failure responding to request: StatusCode=404',
  },
  {
    cause: 'key-not-found',
    pattern: /request url https:\/\/[\w.-]{1,80}\/keys\/.{0,160}is not found/i,
    weight: 0.85,
    source: 'key-vault-soft-delete',
    sample: 'The request url https://kv.vault.azure.net/keys/k/1?api-version=7.0 is not found',
  },
  {
    cause: 'key-operation-not-allowed',
    pattern: /\bKeyOperationForbidden\b|operation \w{1,20} is not permitted on this key/i,
    weight: 0.95,
    source: 'key-vault-keys',
    sample: 'Operation unwrapKey is not permitted on this key',
  },
  {
    cause: 'vault-not-found',
    pattern: /KeyVault(?:Details)?NotFound\b|KeyVaultDnsNotResolved|AkvHostNotResolving|\bVaultNotFound\b/i,
    weight: 0.92,
    source: 'key-vault-private-link',
    sample: 'SsemUserErrorKeyVaultDetailsNotFound',
  },
  {
    cause: 'vault-not-found',
    pattern:
      /(?:no such host|ENOTFOUND|name or service not known|could not be resolved|nodename nor servname|failed to resolve)[^\n]{0,120}vault|vault\.azure\.net[^\n]{0,120}(?:no such host|ENOTFOUND|could not be resolved|not known)/i,
    weight: 0.92,
    source: 'key-vault-private-link',
    sample: "The remote name could not be resolved: 'kv.vault.azure.net'",
  },
  {
    cause: 'vault-not-found',
    pattern:
      /resolve the DNS of the key vault|attempting to connect to vault\. the vault may not exist|key ?vault (?:\S{1,120} )?(?:for \S{1,60} \S{1,20} )?(?:couldn't|could not|cannot|can't) be found|key ?vault (?:\S{1,120} )?(?:was |is )?(?:not found|does not exist|doesn't exist)/i,
    weight: 0.9,
    source: 'key-vault-private-link',
    sample: 'The Vault may not exist: Max retries exceeded attempting to connect to Vault. The Vault may not exist',
  },
  {
    cause: 'vault-not-found',
    pattern:
      /ParentResourceNotFound.{0,400}Microsoft\.KeyVault\/vaults|Resource 'Microsoft\.KeyVault\/vaults\/[^']{1,40}'.{0,80}was not found/i,
    weight: 0.88,
    by: 'arm',
    source: 'arm-common-errors',
    sample: "The Resource 'Microsoft.KeyVault/vaults/kv-a' under resource group 'rg' was not found.",
  },
  {
    cause: 'throttled',
    pattern:
      /\bThrottled\b|too many requests|throttling limit|TooManyRequests|too many calls within|requests for subscription .{0,200}exceeded/i,
    weight: 0.88,
    source: 'key-vault-throttling',
    sample: 'Request was not processed because too many requests were received.',
  },
  // Soft delete
  {
    cause: 'name-held-by-soft-delete',
    pattern:
      /ObjectIsDeletedButRecoverable|deleted but recoverable|in (?:a )?deleted state|FlagMustBeSetForRestore|has been soft.deleted|existing soft.deleted|soft.deleted (?:vault|workspace|cluster|resource).{0,40}(?:same name|exist)/i,
    weight: 0.93,
    source: 'key-vault-soft-delete',
    sample: 'A vault with the same name already exists in deleted state.',
  },
  {
    cause: 'name-held-by-soft-delete',
    pattern: /\bVaultAlreadyExists\b/i,
    weight: 0.7,
    source: 'key-vault-error-codes',
    sample: 'Code: VaultAlreadyExists',
  },
  {
    cause: 'operation-in-progress',
    pattern: /ObjectIsBeingRecovered|currently being recovered|conflict while recovering/i,
    weight: 0.92,
    source: 'key-vault-soft-delete',
    sample: 'There was a conflict while recovering the soft-deleted key',
  },
  {
    cause: 'operation-in-progress',
    pattern:
      /another operation (?:is|on)|AnotherOperationInProgress|ConcurrentUpdate|ConcurrentOperation|operation (?:is )?(?:already |still )?in (?:progress|process)|updated by another process|conflict of operation/i,
    weight: 0.88,
    source: 'arm-common-errors',
    sample: 'Another operation is being performed on the parent resource',
  },
  // Protection, type, form, place
  {
    cause: 'vault-protection-missing',
    pattern:
      /(?:purge.protection|soft.delete).{0,60}(?:must|should|is not|isn't|not enabled|required|needs?|enable)|(?:must|should|enable).{0,60}purge.protection|policy recoverable is not set|InvalidAzureKeyVaultRecoveryLevel|key is not recoverable/i,
    weight: 0.9,
    source: 'key-vault-recovery',
    sample: 'CMK workspaces should have purge protection enabled on their CMK keyvault.',
  },
  {
    cause: 'key-type-unsupported',
    pattern:
      /RsaKeyNotSupported|not a valid RSA key|unsupported key (?:type|size)|key (?:type|size|kind|curve).{0,60}(?:not supported|unsupported|not valid|invalid|must be)|only RSA.{0,30}keys?/i,
    weight: 0.85,
    source: 'key-vault-keys',
    sample: 'Azure Key Vault key is not a valid RSA key',
  },
  {
    cause: 'key-uri-invalid',
    pattern:
      /InvalidKeyVaultKeyUri|key (?:vault )?(?:key )?(?:uri|url|identifier|id) (?:\S{1,160} )?(?:is|was|has) (?:invalid|not valid|malformed|an invalid|incorrect)|invalid key (?:vault )?(?:uri|url|identifier)/i,
    weight: 0.9,
    source: 'synapse-encryption',
    sample: 'The customer-managed key URI is invalid.',
  },
  {
    cause: 'key-uri-invalid',
    pattern: /resource principal named https:\/\/(?:privatelink\.)?vaultcore\.azure\.net/i,
    weight: 0.85,
    source: 'key-vault-private-link',
    sample: 'AADSTS500011: The resource principal named https://privatelink.vaultcore.azure.net/ was not found',
  },
  {
    cause: 'location-or-subscription-mismatch',
    pattern: /(?:key ?vault|key store|vault).{0,80}(?:same|different) (?:region|location|subscription)/i,
    weight: 0.85,
    source: 'synapse-encryption',
    sample: 'The key vault must be in the same region as the workspace.',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern:
      /CannotAddWorkspaceKey|workspace key request validation|InvalidEncryption\w{0,40}|CMKInvalidEncryption\w{0,40}|CannotProvideKeyVaultProperties\w{0,30}|keyvault details are not correctly provided|\bServerKeyNotFound\b|DiskEncryptionPropertiesRequired/i,
    weight: 0.87,
    source: 'synapse-rest-spec',
    sample: '"code":"CannotAddWorkspaceKey"',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern:
      /encryption\.keyvaultproperties|KeyVaultProperties.{0,40}(?:bad format|invalid|empty|missing|required)|(?:default identity|encryption (?:settings|parameters|block|properties)).{0,60}(?:not valid|invalid|incomplete)|key ?vault resource id is (?:empty|missing|required)/i,
    weight: 0.84,
    source: 'synapse-rest-spec',
    sample: 'KeyVaultProperties is not empty but has a bad format.',
  },
  {
    cause: 'cmk-only-at-creation',
    pattern:
      /(?:customer.managed|CMK|encryption|key ?vault).{0,120}(?:only be (?:set|enabled|configured|specified).{0,30}(?:creat|provision)|after (?:creation|it is created|the \w{1,20} (?:is|has been) created)|for (?:an )?(?:existing|factories))/i,
    weight: 0.86,
    source: 'synapse-encryption',
    sample: 'Encryption with a CMK can only be set at creation.',
  },
  {
    cause: 'prerequisite-missing',
    pattern:
      /MissingSubscriptionRegistration|not registered to use namespace|SubscriptionNotRegistered|FeatureSwitchNotEnabled|feature (?:is )?not (?:enabled|registered)|CMK is not enabled for your subscription|should be enabled when key ?vault|missing pre-?requisites/i,
    weight: 0.87,
    source: 'arm-registration-error',
    sample: "The subscription is not registered to use namespace 'Microsoft.KeyVault'",
  },
  {
    cause: 'activation-pending',
    pattern:
      /WorkspaceActivationRequired|AwaitingUserAction|workspace activation failed|needs to be activated, by adding/i,
    weight: 0.94,
    source: 'synapse-activation-thread',
    sample: '"code":"WorkspaceActivationRequired"',
  },
  // Identity
  {
    cause: 'cross-tenant-misconfigured',
    pattern:
      /AKV10032|invalid issuer|CrossTenant\w{0,40}(?:Forbidden|NotFound|Failed)|AADSTS700213?\b|no matching federated identity/i,
    weight: 0.9,
    source: 'storage-cmk-cross-tenant',
    sample: 'AKV10032: Invalid issuer. Expected one of',
  },
  {
    cause: 'identity-token-failure',
    pattern:
      /AAD client credentials grant|AadClientCredentialsGrantFailure|AccessTokenCannotBeAcquired|AAD failure getting a token|wrong issuer|AKV1\d{4}|AADSTS\d{5,7}|UserIdentityNotFound/i,
    weight: 0.84,
    source: 'entra-error-codes',
    sample: 'Failure in AAD Client Credentials Grant Flow',
  },
  {
    cause: 'identity-not-assigned',
    pattern:
      /MissingMsiHeaders|MSI headers are missing|NoServerIdentity|no managed service identit|identity is null or empty|(?:does not|doesn't) have (?:a )?(?:managed identity|access to identity)|managed (?:service )?identity (?:\(MI\) )?(?:is|was) (?:not set|not assigned|missing|null)|cmkIdentity parameter is invalid/i,
    weight: 0.88,
    source: 'managed-identity-issues',
    sample: 'No managed service identities are associated with resource',
  },
  {
    cause: 'key-access-lost',
    pattern:
      /lost access to (?:the )?(?:azure )?key ?vault|unable to access (?:the )?key ?vault|(?:database|cluster|account|workspace).{0,60}inaccessible|KeyVaultAccess\w{0,12}Revoked|key (?:is|was|has been) revoked/i,
    weight: 0.76,
    source: 'sql-tde-troubleshoot',
    sample: 'has lost access to Azure Key Vault Key',
  },
  // Resource Manager
  {
    cause: 'deny-assignment',
    pattern: /DenyAssignmentAuthorizationFailed|because of the deny assignment/i,
    weight: 0.97,
    source: 'rbac-troubleshooting',
    sample: '"code":"DenyAssignmentAuthorizationFailed"',
  },
  {
    cause: 'caller-not-authorized',
    pattern:
      /(?:\b|Linked)AuthorizationFailed\b|does not have (?:authorization|permission) to perform action|LinkedAuthorizationFailed/i,
    weight: 0.95,
    source: 'rbac-troubleshooting',
    sample: "The client 'a' with object id 'b' does not have authorization to perform action",
  },
  {
    cause: 'caller-not-authorized',
    pattern:
      /required Synapse RBAC permission|Authorization_RequestDenied|insufficient privileges to complete|due to no access, error code 403|AccessDeniedByCallerNotAuthorized/i,
    weight: 0.9,
    source: 'rbac-troubleshooting',
    sample: 'does not have the required Synapse RBAC permission',
  },
  {
    cause: 'policy-denied',
    pattern: /RequestDisallowedByPolicy|was disallowed by policy/i,
    weight: 0.97,
    source: 'arm-policy-error',
    sample: "Resource 'kv' was disallowed by policy.",
  },
  {
    cause: 'resource-locked',
    pattern: /\bScopeLocked\b|following scope\(s\) are locked/i,
    weight: 0.97,
    source: 'arm-common-errors',
    sample: 'cannot perform write operation because following scope(s) are locked',
  },
  {
    cause: 'quota-or-capacity',
    pattern:
      /QuotaExceeded|exceeding (?:approved )?.{0,40}quota|quota limits?|exceeded.{0,30}quota|high demand in this region|SkuNotAvailable|reached the limit on the total number|insufficient capacity/i,
    weight: 0.88,
    source: 'arm-common-errors',
    sample: 'Operation results in exceeding quota limits of Core.',
  },
  // General fallbacks
  {
    cause: 'service-internal',
    pattern: /Internal ?Server ?Error|InternalOperationError|unexpected error occur+ed while processing/i,
    weight: 0.55,
    source: 'arm-common-errors',
    sample: 'Code="InternalServerError"',
  },
  // About something else
  {
    cause: 'not-cmk',
    pattern:
      /not authorized to perform this operation using this permission|KeyBasedAuthenticationNotPermitted|server failed to authenticate the request|account firewall settings|SecretAccessDenied|KeyVault ?Secret ?\w{0,20}(?:Exception|AccessDenied)|AadOnlyAuthenticationIsEnabled|LocationNotAvailableForResourceType|LSRServiceException|through Azure Cosmos DB endpoint|expected key_permissions/i,
    weight: 0.9,
    source: 'key-vault-rest-errors',
    sample: 'This request is not authorized to perform this operation using this permission.',
  },
];
