import type { Signal } from './signal.ts';

/** What a service's own provider says about the content of the request. */
export const requestSignals: readonly Signal[] = [
  {
    cause: 'vault-protection-missing',
    pattern:
      /\bKeyVaultPolicyError\b|key ?vault policy recoverable is not set|\bSecurityInvalidAzureKeyVaultRecoveryLevel\b|\b\w{0,60}(?:PurgeProtection|SoftDelete(?!d)|RecoveryLevel)\w{0,10}(?:Not|Disabled|Missing|Required|Invalid)\w{0,20}\b/i,
    weight: 0.93,
    kind: 'code',
    layer: 'provider',
    source: 'key-vault-recovery',
    sample: '(KeyVaultPolicyError) Keyvault policy recoverable is not set',
    nearMiss: 'KeyVaultAuthenticationFailure',
  },
  {
    cause: 'vault-protection-missing',
    pattern:
      /(?:purge[-_ ]?protection|soft[-_ ]?delete)\b[^\n.]{0,120}(?:not (?:been )?(?:enabled|set|on)|disabled|must|required|should|needs?|enabled on|isn't)/i,
    weight: 0.8,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-recovery',
    sample: 'Purge protection must be enabled on the key vault',
    nearMiss: 'Purge protection cannot be undone',
  },
  {
    cause: 'vault-protection-missing',
    pattern:
      /(?:must|should|need|require)[^\n]{0,100}(?:purge[-_ ]?protection|soft[-_ ]?delete)|key (?:vault )?(?:is not|isn't) recoverable|["']?do not purge\b/i,
    weight: 0.85,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-recovery',
    sample: 'CMK workspaces should have purge protection enabled',
    nearMiss: 'The vault has purge protection',
  },

  {
    cause: 'key-type-unsupported',
    pattern:
      /\bAzureKeyVaultRsaKeyNotSupported\b|\b\w{0,60}Key(?:Type|Size|Curve|Length)(?:Is)?(?:NotSupported|Unsupported|Invalid|Mismatch)\b|\b(?:Unsupported|Invalid)Key(?:Type|Size|Curve|Length)\b/i,
    weight: 0.93,
    kind: 'code',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'UnsupportedKeyType',
    nearMiss: 'UnsupportedMediaType',
  },
  {
    cause: 'key-type-unsupported',
    pattern:
      /(?:unsupported|invalid|not supported) (?:rsa |ec )?key (?:size|type|length|curve|algorithm)|key (?:size|type|length|curve)[^\n]{0,60}(?:not supported|unsupported|not allowed|invalid|must be)|not a valid rsa key|(?:only|must be)[^\n]{0,30}\brsa(?:-hsm)?\b[^\n]{0,30}key|key must be[^\n]{0,40}\brsa/i,
    weight: 0.85,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'Azure Key Vault key is not a valid RSA key',
    nearMiss: 'The RSA key was created',
  },

  {
    cause: 'key-uri-invalid',
    pattern:
      /\b(?:InvalidKeyVaultKeyUri|Invalid\w{0,20}Key(?:Vault)?(?:Ur[il]|Identifier)|\w{0,60}Key(?:Vault)?(?:Key)?(?:Ur[il]|Identifier)(?:Is)?(?:Invalid|NotValid|Malformed))\b/i,
    weight: 0.93,
    kind: 'code',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'InvalidKeyVaultKeyUri',
    nearMiss: 'InvalidTemplate',
  },
  {
    cause: 'key-uri-invalid',
    pattern:
      /key(?: ?vault)?(?: ?key)? ?(?:ur[il]|identifier)\b[^\n]{0,160}(?:is (?:not )?(?:in)?valid|is malformed|bad format|wrong format|must (?:have|contain|not|be (?:of|in|a|an|like|https?))|should (?:be|not|contain|have)|not supported|incorrect|cannot be parsed)/i,
    weight: 0.84,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'The customer-managed key URI is invalid.',
    nearMiss: 'The key URI was read',
  },
  {
    cause: 'key-uri-invalid',
    pattern:
      /(?:invalid|malformed|bad|not a valid) (?:\w+ ){0,3}key(?: ?vault)? ?(?:ur[il]|identifier|id|version)\b|key version[^\n]{0,60}(?:required|must|not allowed|missing|empty|not be|not valid|invalid)|versionless key|version-less key|managed ?hsm[^\n]{0,60}not supported/i,
    weight: 0.8,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-keys',
    sample: 'invalid key vault key identifier',
    nearMiss: 'invalid tenant identifier',
  },

  {
    cause: 'location-or-subscription-mismatch',
    pattern:
      /(?:key ?vault|\bkey\b|\bcmk\b|managed ?hsm|disk encryption set)[^\n]{0,120}(?:same|different|another) (?:azure )?(?:region|location|subscription)|(?:region|location|subscription)[^\n]{0,60}(?:does not|doesn't|must) match[^\n]{0,60}key ?vault|\b\w{0,60}KeyVault\w{0,20}(?:Region|Location|Subscription)(?:Mismatch|NotMatch|Invalid|NotSupported)\w{0,10}\b/i,
    weight: 0.85,
    kind: 'phrase',
    layer: 'provider',
    source: 'synapse-encryption',
    sample: 'The key vault must be in the same region as the workspace',
    nearMiss: 'The storage account is in the same region',
  },

  {
    cause: 'encryption-settings-invalid',
    pattern:
      /\b(?:InvalidEncryptionEntities\w{0,30}|DiskEncryptionPropertiesRequired|CMKInvalidEncryptionParameters|CannotAddWorkspaceKey|CannotProvideKeyVaultPropertiesDuringCreation|ServerKeyNotFound|ServerKeyDoesNotExists?|\w{0,60}Invalid\w{0,10}Encryption\w{0,30}|\w{0,60}Encryption\w{0,20}(?:Invalid|Required|NotSpecified|Missing)|InvalidKeyVaultProperties)\b/i,
    weight: 0.9,
    kind: 'code',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'CMKInvalidEncryptionParameters',
    nearMiss: 'InvalidAuthenticationToken',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern:
      /keysource is specified as|encryption parameters are invalid|existing disk encryption properties must|workspace key request validation|already exists for workspace key|key vault url[^\n]{0,160}already exists|server key was not found/i,
    weight: 0.87,
    kind: 'phrase',
    layer: 'provider',
    source: 'synapse-rest-spec',
    sample: 'Workspace key request validation has failed',
    nearMiss: 'Workspace request validation failed',
  },
  {
    cause: 'encryption-settings-invalid',
    also: ['key-uri-invalid'],
    pattern:
      /key ?vault ?(?:properties|details|resource id|configuration|parameters?)\b[^\n]{0,80}(?:invalid|empty|null|missing|bad format|not (?:correctly )?(?:provided|specified|set|valid)|required|must|cannot|incorrect)|request parameters are invalid: (?:properties\.)?encryption\./i,
    weight: 0.82,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'KeyVaultProperties is not empty but has a bad format.',
    nearMiss: 'KeyVaultProperties were read',
  },
  {
    cause: 'encryption-settings-invalid',
    pattern:
      /(?:encryption|customer[-_ ]?managed key|\bcmk\b)\b[^\n]{0,25}(?:settings?|properties|block|configuration|parameters?|section|details)\b[^\n]{0,60}(?:invalid|missing|incomplete|malformed|not valid|must be|required|cannot be (?:null|empty|omitted)|read[- ]only)|(?:invalid|missing|incomplete) (?:encryption|customer[-_ ]?managed key|cmk) (?:settings?|properties|configuration|parameters?)|is a read only property and cannot be set/i,
    weight: 0.78,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'The encryption settings are incomplete',
    nearMiss: 'The network settings are incomplete',
  },

  {
    cause: 'cmk-only-at-creation',
    pattern:
      /\bAddCMKToExisting\w{0,40}|(?:cmk|customer[-_ ]?managed|encryption|double encryption|key[_ ]?vault[_ ]?(?:key[_ ]?)?(?:ur[il]|id))\b[^\n]{0,100}(?:(?:cannot|can't|can not|can only|not|must|only)[^\n]{0,40}(?:changed|modified|updated|enabled|disabled|removed|set|added|configured|switched)[^\n]{0,40}(?:after|once|during|at|when|existing)[^\n]{0,40}(?:creat|provision|set))/i,
    weight: 0.88,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'Customer-managed keys cannot be enabled after the workspace is created',
    nearMiss: 'The encryption is enabled',
  },
  {
    cause: 'cmk-only-at-creation',
    pattern:
      /cannot (?:add|enable|remove|disable|change|update|modify) (?:the )?(?:cmk|customer[-_ ]?managed|encryption)[^\n]{0,80}(?:existing|after|once)|updating keyvaultkeyuri is not supported|(?:cmk|customer[-_ ]?managed key|encryption)\b[^\n]{0,60}(?:cannot|can't|can not|not) be (?:changed|disabled|removed|reverted|modified|updated|turned off)(?! in a single)|(?:changing|updating|disabling|removing|enabling) (?:the )?(?:cmk|customer[-_ ]?managed keys?|encryption)\b[^\n]{0,60}(?:is|are) not (?:supported|allowed|permitted)|only be (?:set|enabled|configured|specified) (?:at|during|when)[^\n]{0,30}creat/i,
    weight: 0.84,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'You cannot add CMK settings for factories with existing entities',
    nearMiss: 'You cannot add users',
  },

  {
    cause: 'prerequisite-missing',
    pattern:
      /\b(?:MissingSubscriptionRegistration|MissingRegistrationForType|NoRegisteredProviderFound|FeatureSwitchNotEnabled|FeatureNotEnabled|SubscriptionNotRegistered\w{0,30}|FeatureNotSupportedFor\w{0,30}|SkuNotSupported)\b/i,
    weight: 0.9,
    kind: 'code',
    layer: 'arm',
    source: 'arm-registration-error',
    sample: 'Code="MissingSubscriptionRegistration"',
    nearMiss: 'MissingMsiHeaders',
  },
  {
    cause: 'prerequisite-missing',
    pattern:
      /subscription[^\n]{0,40}(?:is |has )?(?:not|n't) (?:been )?registered (?:to use|for|with)|requested feature is not enabled|(?:cmk|customer[-_ ]?managed keys?|feature) (?:is|are) not (?:enabled|registered|supported|available) (?:for|in|on|with) (?:your |this |the )?(?:subscription|sku|tier|pricing|plan)/i,
    weight: 0.88,
    kind: 'phrase',
    layer: null,
    source: 'arm-registration-error',
    sample: 'CMK is not enabled for your subscription.',
    nearMiss: 'CMK is enabled for your subscription.',
  },
  {
    cause: 'prerequisite-missing',
    pattern:
      /vnet integration should be enabled|missing pre-?requisites? to enable|prepareencryption|prepare encryption|`?customer_managed_key_enabled`? must be set|(?:requires?|only (?:supported|available)|must be|needs?)[^\n]{0,60}\b(?:premium|dedicated cluster|enterprise|commitment tier|pricing tier)\b|(?:infrastructure|double) encryption[^\n]{0,40}must be enabled|should be enabled when/i,
    weight: 0.82,
    kind: 'phrase',
    layer: 'provider',
    source: 'cmk-support',
    sample: 'Missing pre-requisites to enable EncryptionAtRest',
    nearMiss: 'Encryption at rest is on',
  },

  {
    cause: 'activation-pending',
    pattern:
      /\bWorkspaceActivationRequired\b|needs to be activated|workspace activation failed|awaitinguseraction|workspace is not (?:yet )?activated|activate (?:the|your) workspace|(?:pending|waiting for|awaiting) (?:key )?activation/i,
    weight: 0.9,
    kind: 'phrase',
    layer: 'provider',
    source: 'synapse-activation-thread',
    sample: 'Code="WorkspaceActivationRequired"',
    nearMiss: 'The key has not been activated',
    service: 'synapse',
  },
];
