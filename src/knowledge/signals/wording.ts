import type { Signal } from './signal.ts';

/*
 * Providers word the same refusal in many ways, so these signals do not look for sentences that are known, but for
 * what a sentence is about and what it says of it. They weigh less than any code.
 */

const key =
  /(?:customer[-_ ]?managed|encrypt\w{0,4}|key ?vault|cmk|kek|byok|tde|wrapping|kms|correspond\w{0,3}|the|this|that|a|given|specified|provided|associated|current|vault)[ -]?'?key\b(?! ?(?:vault|based|ur[il]|identifier|management))|\bkey (?:version|state|status|'|"|\{|<|\*)|keyname\b|\bkey(?= ?(?:enabled|disabled|state))|\bkeys\/[\w-]{1,60}|\bkey ?(?=does|is\b|was|has|can|could|not\b)|encryptionkey|managedkey|vaultkey|keydetails/i;
const vault = /key ?vault|(?:the|this|your|a) vault|managed ?hsm|\bakv\b|vault\.azure|\bvault\b/i;
const keyOrVault =
  /key ?vault|managed ?hsm|\bakv\b|vault\.azure|encrypt\w{0,4} ?key|customer[-_ ]?managed ?key|\bcmk\b/i;
const encryption =
  /encrypt|\bcmk|cmk\b|cmk(?=not|cannot|invalid)|customer[-_ ]?managed|\bbyok\b|keyvault(?:key|propert)/i;
const identity =
  /managed (?:service )?identit|assigned ?(?:managed )?identit|\bidentit(?:y|ies)\b|default ?identity|\bmsi\b|identity(?=absent|missing|not|is)|identity_id/i;
const notFound =
  /(?<!\()not ?found|does ?n[o']t ?exist|doesnotexist|(?:could|can) ?(?:not|n't) be (?:found|located)|no longer exists?|(?:was|been|being|is|were) (?:deleted|purged|removed)|no such|cannot find|could ?n[o']t find|\babsent\b|absent\b/i;
const mustBe =
  /must (?:also )?(?:be|have|include|contain)|(?:is|are) (?:required|mandatory|missing|null|empty|undefined)|should be|need(?:s|ed)? to|null or empty|undefined|not (?:set|specified|provided|assigned|configured|associated|attached)|(?:is|has)n't (?:been )?(?:set|assigned|associated|attached|configured)|\bnone\b|needs? an? (?:\w+[- ]){0,2}identity|\babsent\b|absent\b|missing|^no\b|\bno (?:managed )?identit/i;

/** What the sentences of errors are about, and what they say. */
export const wordingSignals: readonly Signal[] = [
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing'],
    pattern: /\b(?:get|wrap ?key|unwrap ?key|wrap|unwrap)\b/i,
    near: [/permission|access polic|\brights?\b/i, /key|vault/i],
    unless: /secrets? (?:get|list)|certificate/i,
    weight: 0.72,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-access-issues',
    sample: "Check that the principal has the permissions 'Get, Wrap Key, Unwrap Key' on the key.",
    nearMiss: 'Check that you get the permission to read the file.',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing'],
    pattern: keyOrVault,
    near: [
      /permission|privilege|\baccess\b/i,
      /\bno longer\b|\bnot\b|n't\b|missing|lack|denied|revoked|insufficient|forbidden|unauthori[sz]ed|\bverify\b|\bensure\b/i,
    ],
    unless:
      /\bsecrets?\b|certificate|firewall|network|unable to access|cannot access|can't access|could not access|not ?found|lost access|not (?:be )?accessible|disabled|expired|does ?n[o']t exist|register|subscription/i,
    weight: 0.66,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-access-issues',
    sample: 'A permission on the Key Vault is missing for the account',
    nearMiss: 'The user has no permission to read the secret in the key vault',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing', 'key-access-lost'],
    pattern: /key encryption key|encryption key|customer[-_ ]?managed key/i,
    near: [/forbidden|denied|unauthori[sz]ed|not authori[sz]ed|not granted|hasn't been granted/i],
    weight: 0.7,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-access-issues',
    sample: 'Reading the key encryption key is forbidden.',
    nearMiss: 'Reading the folder is forbidden.',
  },
  {
    cause: 'vault-network-blocked',
    pattern: vault,
    near: [
      /firewall|network|private (?:link|endpoint)|public access|outbound|access rules|ip (?:address|rule)|trusted (?:microsoft |azure )?services|\bvnet\b|service endpoint/i,
      /block|den(?:y|ied|ies)|disabl|not allow|restrict|not authori[sz]ed|unable|could ?n[o']t|could not|can ?not|can't|prevent|turned on|rejected|must (?:allow|be)|unreachable/i,
    ],
    unless: /if applicable|storage account (?:firewall|network)/i,
    weight: 0.74,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-network',
    sample: 'The private endpoint of the Key Vault rejected the call',
    nearMiss: 'Outbound requests to the database are blocked by the access rules',
  },
  {
    cause: 'key-disabled',
    pattern: key,
    near: [
      /(?<!not )(?<!not be )disabled\b|(?:not|n't|not in|n't in|must be|has to be|needs to be|should be)(?: an| the)? enabled|notenabled|enabled["']?[:= ]{1,3}"?false|deactivated|\binactive\b/i,
    ],
    unless:
      /shared ?key|api ?key|key[- ]based|account key|local auth|public (?:network )?access|network access|purge|soft|enabled for|\bsecrets?\b(?!\/)|enable\w{0,20}protection/i,
    weight: 0.74,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-keys',
    sample: 'Access is revoked because the encryption key is now disabled.',
    nearMiss: 'Access is revoked because the shared key is disabled.',
  },
  {
    cause: 'key-outside-validity',
    pattern: key,
    near: [
      /\bexpire[ds]?\b|expir(?:y|ation)|not[- ]yet[- ](?:valid|active)|activation date|not been activated|not[- ]before|\bnbf\b|in the future|validity|expired\b/i,
    ],
    unless: /\bsecrets?\b|certificate|token|password|licen[sc]e|api ?key|ssh|workspace/i,
    weight: 0.73,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-keys',
    sample: 'Wrapping was refused: the key version is past its expiry date',
    nearMiss: 'The client secret key is expired',
  },
  {
    cause: 'key-not-found',
    pattern: key,
    near: [notFound],
    unless:
      /(?:server|secret|certificate|api|account|ssh|private|public|primary|registry) ?key|required property|\bsecret with|vault (?:was |is |could |does |can )|identity .{0,40}(?:not found|exist)|principal .{0,40}exist/i,
    weight: 0.72,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-soft-delete',
    sample: 'There is no such encryption key in the vault',
    nearMiss: 'The corresponding file is not found in the vault',
  },
  {
    cause: 'key-not-found',
    pattern:
      /keydetailsnotfound|keydoesnotexist|encryptionkey\w{0,10}(?:notfound|missing|deleted)|request url .{1,200}\/keys\//i,
    near: [notFound],
    weight: 0.84,
    kind: 'code',
    layer: 'key-store',
    source: 'key-vault-soft-delete',
    sample: 'UserErrorKeyDetailsNotFound',
    nearMiss: 'UserErrorKeyVaultDetailsNotFound',
  },
  {
    cause: 'vault-not-found',
    pattern:
      /key ?vault\b(?! ?(?:key|secret|certificate|ur[il]|propert))|managed hsm|\bvault '|\b(?:the|cannot find|find) vault\b/i,
    near: [notFound],
    unless:
      /no module|keyname|\bkeys?\b(?! ?vault).{0,80}(?:not found|exist|could not|can't|cannot)|\bsecret|certificate|principal|identity|access polic|\btenant|application gateway/i,
    weight: 0.7,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-soft-delete',
    sample: 'There is no such Key Vault any more.',
    nearMiss: 'A secret in the Azure Key Vault was not found.',
  },
  {
    cause: 'vault-not-found',
    pattern: vault,
    near: [/\bdns\b|host ?name|\bresolv/i, /(?:not|n't|fail|unable)\b/i],
    unless: /reference/i,
    weight: 0.78,
    kind: 'phrase',
    layer: null,
    source: 'key-vault-private-link',
    sample: 'The host name of the Key Vault does not resolve',
    nearMiss: 'The DNS name of the storage account could not be resolved',
  },
  {
    cause: 'key-operation-not-allowed',
    pattern: /\b(?:un)?wrap ?(?:key)?\b|\bkey_?ops\b|permitted operations/i,
    near: [
      /not (?:permitted|allowed|supported|in)|\bnot in\b|exclude|disallow|must (?:have|include|contain|allow)|missing|lack|require/i,
      /on this key|key_?ops|(?:permitted|allowed) operations|key operations|operations of the key/i,
    ],
    unless: /disabled|expired/i,
    weight: 0.8,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-keys',
    sample: 'The permitted operations of the key exclude wrapKey',
    nearMiss: 'The operation wrapKey is not allowed on a disabled key',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern: /keyvaultpropert|encryption/i,
    near: [/required property|missing property|property '?[\w.]{1,60}'? (?:is )?(?:required|missing|not found)/i],
    weight: 0.78,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: "Required property 'keyVaultProperties.keyName' was left out",
    nearMiss: "Required property 'location' was left out",
  },
  {
    cause: 'key-outside-validity',
    vetoes: ['key-disabled', 'key-operation-not-allowed'],
    pattern: /not allowed on an? (?:expired|not[- ]yet[- ]valid|key that (?:has|is) (?:expired|not))/i,
    weight: 0.9,
    kind: 'phrase',
    layer: 'key-store',
    source: 'key-vault-keys',
    sample: 'Operation wrapKey is not allowed on an expired key.',
    nearMiss: 'Operation wrapKey is not allowed on a disabled key.',
  },
  {
    cause: 'key-type-unsupported',
    pattern: /\bkeys?\b|\brsa\b|algorithm|elliptic|encryptionkeytype/i,
    near: [
      /\btype|\bsizes?\b|curve|length|algorithm|\bkty\b|bits?\b|keytype|\brsa\b/i,
      /unsupported|not ?supported|n't supported|only (?:rsa|supports)|cannot be used|must use|use an rsa|not (?:a )?valid|is invalid|must be (?:an? )?(?:rsa|2048|3072|4096)|not allowed|can't be used|too (?:small|short)|\b(?:is|are) (?:needed|accepted)/i,
    ],
    unless:
      /certificate|\bssh\b|api ?key|primary key|partition|media type|content type|resource type|identity type|location|server key type|encoding|feature|expir/i,
    weight: 0.76,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'The algorithm RSA-OAEP-256 is not supported for a key of type EC.',
    nearMiss: 'The SSH key type is not supported.',
  },
  {
    cause: 'vault-protection-missing',
    vetoes: ['encryption-settings-invalid', 'key-uri-invalid', 'prerequisite-missing'],
    pattern: /purge[ _-]?protect(?:ion|ed)|soft[ _-]?delet(?:e(?!d)|ion)|\bnot recoverable/i,
    near: [
      /\bnot\b|n't\b|must|required?|\benable\b|\bneed|should|disabled|notenabled|missing|\bwithout\b|\bfalse\b|\boff\b/i,
    ],
    unless:
      /already exists|deleted state|existing soft|been soft[- ]deleted|soft[- ]deleted (?:key|vault|resource|workspace|secret|account)|recover(?:ing|ed)|(?:cannot|can't|not) be (?:disabled|undone|purged|set to)|irreversible|because[^\n]{0,30}protection[^\n]{0,20}enabled|in the name|blobs?\b|endpoint|blobstorage|disallowed by/i,
    weight: 0.78,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-recovery',
    sample: 'This vault is without soft delete.',
    nearMiss: 'This endpoint does not support soft delete.',
  },
  {
    cause: 'location-or-subscription-mismatch',
    pattern: /key ?vault|managed ?hsm|disk ?encryption ?set|\bcmk\b|customer[-_ ]?managed key/i,
    near: [
      /\bregions?\b|locat(?:ion|ed)|(?<!\/)subscription(?!s\/)/i,
      /mismatch|\bsame\b|different|another|(?:not|n't) match|unexpected|must (?:be|reside) in|\binvalid keyvault location|(?:but|while|whereas|and) (?:the |its )?(?:workspace|account|server|cluster|service|resource|disk|vault) /i,
    ],
    unless:
      /;location=|tenant|available regions|not available for resource type|name .{0,40}already|registered|requests|quota/i,
    weight: 0.76,
    kind: 'phrase',
    layer: 'provider',
    source: 'synapse-encryption',
    sample: 'The vault lives in another place: the Key Vault must be located in region westeurope.',
    nearMiss: 'The Key Vault lives in the tenant',
  },
  {
    cause: 'key-uri-invalid',
    also: ['encryption-settings-invalid'],
    pattern:
      /(?:key|vault)\w{0,10}[ -]?(?:ur[il]|identifier|host)\b|(?:key|vault)ur[il](?=null|with|invalid|is)|(?:malformed|invalid)\w{0,12}(?:vault|key)\w{0,4}ur[il]/i,
    near: [
      /invalid|not ?valid|(?:not|n't) (?:an? )?valid|malformed|(?:not|n't) (?:an? )?(?:allowed|supported|recogni[sz]ed|follow)|null|empty|improper|\bwrong\b|only https|bad format|\bexpected|scheme|missing|parse/i,
    ],
    unless: /not supported$|updating|not found|does ?n[o']t exist|could not be resolved/i,
    weight: 0.76,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'Its key URI is improper and points nowhere',
    nearMiss: 'The key URI could not be resolved',
  },
  {
    cause: 'key-uri-invalid',
    pattern:
      /expected a (?:key ?vault|managed hsm)|versione?d?(?:less)? id\b|missing key identifier|no version information/i,
    near: [/expected|missing|\bgot\b|found/i],
    weight: 0.84,
    kind: 'phrase',
    layer: null,
    source: 'key-vault-keys',
    sample: 'expected a key vault key with a version, got one without',
    nearMiss: 'expected a storage account ID',
  },
  {
    cause: 'identity-not-assigned',
    pattern: identity,
    near: [mustBe],
    unless:
      /permission|\brole\b|wrap|access to the key|authori[sz]ed|not found in|was not found|token|in the (?:directory|tenant)|credential|active directory/i,
    weight: 0.72,
    kind: 'phrase',
    layer: 'provider',
    source: 'managed-identity-issues',
    sample: 'first, a managed identity must be attached or assigned to the registry; it needs to be there',
    nearMiss: 'the managed identity must have a role on the key',
  },
  {
    cause: 'identity-token-failure',
    also: ['identity-not-assigned'],
    pattern: identity,
    near: [
      /inactive|does ?n[o']t exists?|no longer exists?|(?:was|is|were) not found|not found|could not be found|(?:was|been|is) (?:deleted|removed)|removed or deleted|removal of the identity|disabled/i,
    ],
    unless: /federated|\bkey\b.{0,60}not found|\bcmk requires/i,
    weight: 0.7,
    kind: 'phrase',
    layer: 'identity-platform',
    source: 'managed-identity-issues',
    sample: 'The identity that the registry uses is inactive.',
    nearMiss: 'The identity that the registry uses is well.',
  },
  {
    cause: 'identity-token-failure',
    pattern:
      /\b(?:aad|adal|azure active directory|azure ad|entra id|service principal|adal\w{1,40}|securityadal\w{1,40})\b|\btoken\b|tokenexpired/i,
    near: [
      /error was encountered|not ?found error|expired|validating token|(?:unable|failed|failure|not able|could not|cannot|can't)[^\n]{0,30}(?:get|obtain|acquir|fetch|retriev)\w{0,4}|no response|unavailable|adalgeneric|principalnotfound/i,
    ],
    unless: /sas token|unexpected token|parse|syntax|refresh token|json|arm token|secret|utc time/i,
    weight: 0.66,
    kind: 'phrase',
    layer: 'identity-platform',
    source: 'managed-identity-issues',
    sample: 'Azure AD: no response when a token was asked for',
    nearMiss: 'Unexpected token < in JSON could not be parsed',
  },
  {
    cause: 'cross-tenant-misconfigured',
    pattern: /key ?vault|customer[-_ ]?managed key|managed ?hsm/i,
    near: [
      /\btenants?\b|\bdirector(?:y|ies)\b/i,
      /\bsame\b|different|another|(?:not|n't) match|mismatch|cross|belongs? to[^\n]{1,80}\bwhile\b/i,
    ],
    unless: /not found in the (?:directory|tenant)/i,
    weight: 0.8,
    kind: 'phrase',
    layer: 'provider',
    source: 'storage-cmk-cross-tenant',
    sample: "The Key Vault's tenant id does not match the account's",
    nearMiss: 'The Key Vault was not found in the tenant',
  },
  {
    cause: 'cmk-only-at-creation',
    pattern: encryption,
    near: [
      /\bcreat(?:e|ed|ion|ing)\b|\bexisting\b|provision(?:ed|ing)\b|once\b|after\b|immutable|microsoft-managed|back to/i,
      /cannot|can ?not be|can only|can't|(?:not|n't) (?:allowed|supported|permitted|possible)|must be (?:set|configured|enabled|specified)|only be|immutable|only (?:when|at|during|while)|not possible|impossible/i,
      /chang|updat|modif|enabl|disabl|remov|configur|\bset\b|switch|\badd\b|revert|turn|immutable/i,
    ],
    unless: /role assignment|\bregion\b|in a single operation|geo-?redundant|during cluster creation|already exists/i,
    weight: 0.78,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'Data encryption cannot be enabled on an existing server.',
    nearMiss: 'Data encryption is on.',
  },
  {
    cause: 'cmk-only-at-creation',
    pattern: /(?:changing|updating|modifying)(?: the)?(?: property)? '?\w{0,20}(?:encrypt|keyvault|cmk)/i,
    near: [/not (?:allowed|supported|permitted)/i],
    weight: 0.8,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: "Changing property 'encryptionType' is not allowed.",
    nearMiss: "Changing property 'location' is not allowed.",
  },
  {
    cause: 'prerequisite-missing',
    pattern: new RegExp(`${encryption.source}|hsm[- ](?:protected|backed)|hardware key|\\bhsm keys?\\b`, 'i'),
    near: [
      /\bsku\b|\btiers?\b|premium|dedicated|\bstandard\b|\bbasic\b|enterprise|feature|geo-?redundant|pricing|\bplan\b|preview|double encryption|general[- ]purpose|\bversion\b|capacity/i,
      /not (?:supported|enabled|available|registered)|n't (?:supported|support)|only (?:be used|supported|available|for)|n't available|(?:supported|available) only|requires?|must|notsupported|upgrad|(?:available|supported) (?:on|in|for|with)[^\n]{1,40}\bonly\b|(?:not|n't) (?:be )?(?:allowed|available|included|offered|created|possible)|cannot/i,
    ],
    unless:
      /identity|soft ?delete|purge|permission|(?:with|without|no|key) version|version (?:of the|less|segment)|preview feature of/i,
    weight: 0.7,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'Encryption with a customer-managed key is only supported for Premium registries.',
    nearMiss: 'Encryption with a customer-managed key is supported.',
  },
  {
    cause: 'prerequisite-missing',
    pattern: /\bfeature\b|featurenotregistered|notregisteredforfeature/i,
    near: [/not (?:enabled|registered|available)|notregistered/i, /subscription|microsoft\.|tenant|register/i],
    weight: 0.8,
    kind: 'phrase',
    layer: 'arm',
    source: 'arm-registration-error',
    sample: 'In this subscription the feature is not registered.',
    nearMiss: 'The feature is great.',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern: encryption,
    near: [
      /invalid|not valid|\bnull\b|\bempty\b|\bmissing\b|must (?:be|have|include)|required|in a single operation|cannot be|not supported|no properties|specified/i,
      /propert|parameter|setting|configuration|block|value|\bkey\b|request|details|field|argument/i,
    ],
    unless:
      /permission|role|not found|disabled|expired|soft ?delete|purge|region|subscription|tenant|tier|sku|premium/i,
    weight: 0.58,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'The encryption block has a property that is not valid',
    nearMiss: 'Encryption is described on the next page',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern:
      /\b(?:server|workspace|tde) ?key\b|serverkey|invalidkey(?:type|name|upsert)|keyupsertrequest|invalidkeyname/i,
    near: [/invalid|not exist|not supported|no properties|already exists|not found|upsert/i],
    unless: /api ?key|ssh/i,
    weight: 0.72,
    kind: 'phrase',
    layer: 'provider',
    source: 'sql-tde-troubleshoot',
    sample: 'the name of the server key is invalid',
    nearMiss: 'the server key was created',
  },
  {
    cause: 'operation-in-progress',
    pattern:
      /\boperation\b|\bresource\b|cluster|workspace|\bsecret\b|\bkey\b|\bvault\b|\bserver\b|\baccount\b|\brequest\b|deployment|registry|database/i,
    near: [
      /in progress|currently (?:being|in|updating|performing|processing|running|\w{2,12}ing another)|exclusive access|\bbusy\b|(?:another|an|existing) \w{2,12} is (?:already |still )?(?:running|ongoing|underway)|in (?:a )?(?:deleting|provisioning|updating|creating|transition\w{0,6}) state|is being (?:updated|deleted|created|recovered|provisioned)|status is in ?progress|state other than succeeded|interrupted by another|while in provisioning|another operation|conflict error|genericconflict/i,
    ],
    unless: /deleted but recoverable|merge|data encryption in progress is fine/i,
    weight: 0.72,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'The workspace is in updating state.',
    nearMiss: 'The cluster is in Berlin.',
  },
  {
    cause: 'key-access-lost',
    pattern:
      /(?:currently|is|been|access) revoked|in revoked (?:status|state)|lost access|not being accessible|(?:is|are) (?:not|no longer) accessible|inaccessible|(?:not|n't) (?:be )?(?:available|reach(?:ed|able))|(?:state|status)\W{1,4}revoked|no longer reach/i,
    near: [
      /encryption ?(?:key|scope|state|status)|customer[-_ ]?managed ?key|\bkey\b(?! ?vault)|\btde\b|\bcmk\b|\bencrypt|account is|key (?:is|state)/i,
    ],
    unless:
      /revoked because|external table|directory|folder|file|\btier|\bsku|premium|\bplan\b|version|region|\bfeature|address|network|permission|public|polic|configured|feature/i,
    weight: 0.76,
    kind: 'phrase',
    layer: 'key-store',
    source: 'cosmos-cmk-troubleshoot',
    sample: 'The account is in revoked state, look at its key',
    nearMiss: 'External table is not accessible because the content of the directory cannot be listed',
  },
  {
    cause: 'key-access-lost',
    also: ['access-policy-missing', 'rbac-role-missing', 'key-operation-not-allowed'],
    pattern: /\b(?:un)?wrap(?:ping|ped|s)?\b|\b(?:un)?wrapkey\b|(?:fetch|retrieve|read) the passkey/i,
    near: [/unable|fail|could ?n[o']t|could not|cannot/i],
    weight: 0.5,
    kind: 'phrase',
    layer: 'key-store',
    source: 'cosmos-cmk-troubleshoot',
    sample: 'It was unable to wrap with this key',
    nearMiss: 'the service wraps the key',
  },
];
