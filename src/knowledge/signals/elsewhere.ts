import type { CauseId } from '../causes.ts';
import type { Signal } from './signal.ts';

/** Words about a key store's answer mean nothing in a text where another party's firewall or sign-in speaks. */
const vaultWords: readonly CauseId[] = ['access-policy-missing', 'rbac-role-missing', 'vault-network-blocked'];

/** What texts say that look alike and are about something else than a customer-managed key. */
export const elsewhereSignals: readonly Signal[] = [
  {
    cause: 'not-cmk',
    vetoes: [...vaultWords, 'key-disabled'],
    pattern:
      /\bKeyBasedAuthenticationNotPermitted\b|key[- ]based authentication|shared key (?:access|authorization)|StorageAccountKeyAccess\w{0,20}|allowsharedkeyaccess/i,
    weight: 0.9,
    kind: 'phrase',
    layer: null,
    source: 'storage-cmk',
    sample: 'Key based authentication is not permitted on this storage account.',
    nearMiss: 'Operation unwrapKey is not permitted on this key.',
  },
  {
    cause: 'not-cmk',
    also: ['caller-not-authorized'],
    vetoes: vaultWords,
    pattern:
      /this request is not authorized to perform this operation|\bAuthorizationPermissionMismatch\b|\bAuthorizationFailure\b/i,
    weight: 0.85,
    kind: 'phrase',
    layer: null,
    source: 'storage-cmk',
    sample: 'This request is not authorized to perform this operation using this permission.',
    nearMiss: 'Caller is not authorized to perform action on resource.',
  },
  {
    cause: 'not-cmk',
    vetoes: vaultWords,
    pattern:
      /server failed to authenticate the request|signature (?:did not match|is not valid|fields? not well formed)|\bsas token\b|shared access signature|\bAuthenticationFailed\b/i,
    weight: 0.82,
    kind: 'phrase',
    layer: null,
    source: 'storage-cmk',
    sample: 'Server failed to authenticate the request.',
    nearMiss: 'The server refused the key',
  },
  {
    cause: 'not-cmk',
    vetoes: vaultWords,
    pattern:
      /(?:cosmos db|storage|sql|database|registry|acr)\b[^\n]{0,30}\b(?:account|server|registry)?\b ?(?:firewall|virtual network rules?)|blocked by your [^\n]{0,30}firewall|ip address '?[\d.*x]{3,15}'? is not allowed to access the server|cannot open server/i,
    weight: 0.87,
    kind: 'phrase',
    layer: null,
    source: 'storage-cmk',
    sample: 'This is blocked by your Cosmos DB account firewall settings',
    nearMiss: 'The key vault firewall blocks the call',
  },
  {
    cause: 'not-cmk',
    pattern:
      /not allowed through azure cosmos db endpoint|cannot be performed at this region|AadOnlyAuthenticationIsEnabled|azure active directory only authentication|azure ad only authentication/i,
    weight: 0.86,
    kind: 'phrase',
    layer: null,
    source: 'cmk-support',
    sample: 'Azure Active Directory Only Authentication is enabled.',
    nearMiss: 'AAD failure getting a token',
  },
  {
    cause: 'not-cmk',
    vetoes: vaultWords,
    pattern:
      /ApplicationGatewayKeyVaultSecret\w{0,30}|GetPermissionOnKeyVault\b|KeyVaultHasRestrictedAccess|application gateway\b|(?:tls|ssl|listener|custom domain|app service|front ?door|api management)[^\n]{0,60}certificate[^\n]{0,80}key ?vault|key ?vault (?:secret|certificate)[^\n]{0,80}(?:application gateway|front ?door|app service|api management)/i,
    weight: 0.9,
    kind: 'phrase',
    layer: null,
    source: 'key-vault-overview',
    sample: 'ApplicationGatewayKeyVaultSecretAccessDenied',
    nearMiss: 'KeyVaultAccessForbidden',
  },
  {
    cause: 'not-cmk',
    also: ['encryption-settings-invalid'],
    pattern:
      /expected \S{1,60} to be one of|unsupported (?:argument|block type|attribute)|inappropriate value for attribute|missing required argument|could not find member|could not be deserialized|invalid (?:template(?! ?deployment)|bicep|expression|function)|\bInvalidTemplate\b|template validation failed|is not expected here|argument named|no value for required variable|unrecognized arguments?|the following arguments are required|a parameter cannot be found that matches|could not find a module|\bBCP\d{3}\b|argument --[\w-]{1,40}: (?:expected|invalid)|is not recognized as (?:a|the) name|cannot bind (?:argument|parameter)/i,
    weight: 0.82,
    kind: 'phrase',
    layer: null,
    source: 'arm-templates',
    sample: 'expected key_permissions.6 to be one of [Get]',
    nearMiss: 'Encryption parameters are invalid',
  },
  {
    cause: 'not-cmk',
    also: ['service-internal'],
    pattern:
      /attributeerror:|object has no attribute|nullreferenceexception|object reference not set|keyerror:|typeerror:|modulenotfounderror|importerror:|panic: runtime error|error response cannot be parsed[^\n]{0,80}eof/i,
    weight: 0.6,
    kind: 'phrase',
    layer: null,
    source: 'cmk-support',
    sample: "'NoneType' object has no attribute 'key_identifier'",
    nearMiss: 'The object was not found',
  },
  {
    cause: 'not-cmk',
    also: ['prerequisite-missing'],
    pattern:
      /\bLocationNotAvailableForResourceType\b|\bResourceGroupNotFound\b|\bSubscriptionNotFound\b|\bInvalidResourceType\b|\bInvalidApiVersion\w{0,20}\b|\bInvalidArmToken\b|\bExpiredAuthenticationToken\b|\bInvalidAuthenticationToken\b|managed by property referring|the managed resource group \S{1,200} already exists|link cannot be updated or deleted/i,
    weight: 0.85,
    kind: 'phrase',
    layer: 'arm',
    source: 'arm-common-errors',
    sample: 'Code=LocationNotAvailableForResourceType',
    nearMiss: 'KeyVaultNotFound',
  },
  {
    cause: 'not-cmk',
    pattern: /resource '?microsoft\.(?!keyvault)\w{1,40}\/[^\n]{1,160} under resource group[^\n]{0,120} was not found/i,
    weight: 0.8,
    kind: 'phrase',
    layer: 'arm',
    source: 'arm-common-errors',
    sample: "The Resource 'Microsoft.Synapse/workspaces/ws' under resource group 'rg' was not found.",
    nearMiss: "The Resource 'Microsoft.KeyVault/vaults/kv' under resource group 'rg' was not found.",
  },
  {
    cause: 'not-cmk',
    pattern:
      /LSRServiceException|linked service \S{1,80}|LIVY_JOB\w{0,30}|py4jjavaerror|sparkexception|org\.apache\.(?:spark|hadoop)|self-bootstrap failure|node daemon ping|BOOTSTRAP_TIMEOUT|delta(?:table|lake)|java\.lang\.\w{1,60}(?:exception|error)/i,
    weight: 0.68,
    kind: 'phrase',
    layer: null,
    source: 'synapse-encryption',
    sample: 'LSRServiceException: Could not find Linked Service lake',
    nearMiss: 'Workspace key request validation has failed',
  },
  {
    cause: 'not-cmk',
    also: ['key-uri-invalid', 'vault-network-blocked'],
    pattern:
      /AzureDiskEncryption(?:ForLinux)?\b|enabled for volume encryption|configure bitlocker|VMExtensionProvisioningError|always encrypted|column (?:encryption|master) key/i,
    weight: 0.66,
    kind: 'phrase',
    layer: null,
    source: 'encryption-models',
    sample: "VM has reported a failure when processing extension 'AzureDiskEncryption'.",
    nearMiss: 'DiskEncryptionSet access denied',
  },
  {
    cause: 'not-cmk',
    pattern:
      /login failed for user|account ?key is invalid|invalid access token|wrong key is being used|invalid object name|syntax error (?:at|near)|connection (?:refused|timed out|reset)|certificate (?:verify failed|is not trusted)|(?<!principal )certificate has expired|secret with \(name\/id\)|\bSecret(?:NotFound|Disabled)\b|host key verification|ssh key|\bdocker\b[^\n]{0,60}(?:daemon|denied|unauthorized)|pull access denied|unauthorized: authentication required|client with ip[^\n]{1,40}is not allowed access|api key|private key|primary key/i,
    weight: 0.7,
    kind: 'phrase',
    layer: null,
    source: 'encryption-models',
    sample: "Login failed for user 'sa'.",
    nearMiss: 'The encryption key failed',
  },
  {
    cause: 'not-cmk',
    pattern:
      /\b(?:database account|container|blob|deployment|directory|subnet|virtual network|file share|app registration|dataset|table) '?[\w./-]{2,80}'? (?:does ?n[o']t exist|(?:was )?not found|could not be found)|specified (?:container|blob|share|queue) does not exist/i,
    weight: 0.62,
    kind: 'phrase',
    layer: null,
    source: 'arm-common-errors',
    sample: "The deployment 'main' could not be found.",
    nearMiss: "The key 'main' could not be found.",
  },
  {
    cause: 'not-cmk',
    also: ['caller-not-authorized'],
    pattern:
      /\.(?:blob|dfs|queue|table|file)\.core\.|documents\.azure\.|database\.windows\.net|azurecr\.io|search\.windows\.net|servicebus\.windows\.net|\bspark\b|hadoop|cosmos ?db account|container registry/i,
    near: [/\b40[13]\b|forbidden|unauthorized|access denied|permission denied/i],
    unless: /vault|customer[-_ ]?managed|encrypt|\bcmk\b|wrap/i,
    weight: 0.42,
    kind: 'phrase',
    layer: null,
    source: 'storage-cmk',
    sample: 'GET https://acct.blob.core.windows.net/data returned 403',
    nearMiss: 'GET https://kv.vault.azure.net/keys/cmk returned 403',
  },
  {
    cause: 'not-cmk',
    pattern:
      /inconsistent final plan|produced an? (?:invalid|unexpected|inconsistent)[^\n]{0,40}(?:value|result)|undeclared (?:resource|variable|input variable|local value)|error: cycle:|unable to build authorizer|could not configure \w{1,40} authorizer|executable file not found|could not (?:parse|find|determine) azure ?cli|registry\.terraform\.io[^\n]{0,80}(?:not available|could not)|state lock|error acquiring the state/i,
    weight: 0.8,
    kind: 'phrase',
    layer: null,
    source: 'arm-templates',
    sample: 'Error: Reference to undeclared resource',
    nearMiss: 'Error: Reference to a key that is disabled',
  },
  {
    cause: 'not-cmk',
    also: ['operation-in-progress'],
    pattern:
      /\bis (?:still )?(?:in use|being used|referenced) by\b|cannot be deleted (?:because|as|while)|inusecannotbedeleted/i,
    weight: 0.5,
    kind: 'phrase',
    layer: null,
    source: 'arm-common-errors',
    sample: "The set 'des' is in use by disks.",
    nearMiss: "The set 'des' is ready.",
  },
  {
    cause: 'not-cmk',
    vetoes: ['operation-in-progress', 'key-not-found'],
    pattern:
      /\bdelta (?:table|lake)\b|com\.databricks\.sql|Concurrent(?:Append|DeleteRead|Transaction)Exception|MetadataChangedException|error in sql statement/i,
    weight: 0.7,
    kind: 'phrase',
    layer: null,
    source: 'synapse-encryption',
    sample: 'A Delta table was written by two jobs at once',
    nearMiss: 'The workspace has been changed by a concurrent update.',
  },
  {
    cause: 'not-cmk',
    also: ['caller-not-authorized'],
    pattern:
      /npm err|\bgit@|\bpublickey\b|\bkubernetes\b|\bkubectl\b|\bpods?\b|system:serviceaccount|\bapt-get\b|\bpip install\b|could not find a version/i,
    near: [/denied|forbidden|fail|error|\b40[13]\b|\bnot\b|\bcannot\b/i],
    unless: /vault|encrypt|\bcmk\b|managed identit|microsoft\./i,
    weight: 0.5,
    kind: 'phrase',
    layer: null,
    source: 'encryption-models',
    sample: 'git@example.com: Permission denied (publickey).',
    nearMiss: 'The key vault said: Permission denied.',
  },
  {
    cause: 'not-cmk',
    vetoes: ['name-held-by-soft-delete', 'vault-not-found'],
    pattern:
      /needs to be imported into the state|already exists - to be managed via terraform|import (?:it|this resource) into/i,
    weight: 0.88,
    kind: 'phrase',
    layer: null,
    source: 'arm-templates',
    sample:
      'A resource with this ID already exists - to be managed via Terraform this resource needs to be imported into the State.',
    nearMiss: 'A resource with this ID already exists in a deleted state.',
  },
];
