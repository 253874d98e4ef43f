import type { Refuser } from './parties.ts';

/** A cause that is easily mistaken for another one, and the one check that tells them apart. */
export interface LookAlike {
  readonly cause: CauseId;
  readonly check: string;
}

/** One reason why an update of a customer-managed key was refused. */
export interface Cause {
  /** A heading: what is wrong, in a few words. */
  readonly title: string;
  /** One or two sentences: what it means. */
  readonly meaning: string;
  /** Who says no; null when nobody in the chain refused a key operation. */
  readonly refusedBy: Refuser | null;
  readonly lookAlikes: readonly LookAlike[];
}

const causeTable = {
  'access-policy-missing': {
    title: 'Access policy missing',
    meaning:
      'The vault works with access policies, and the identity that the service uses lacks get, wrapKey or unwrapKey on keys.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'rbac-role-missing',
        check: 'Is enableRbacAuthorization true on the vault? Then access policies are ignored and a role is needed.',
      },
      {
        cause: 'caller-not-authorized',
        check: 'Is the refused object id the workspace identity, or a person or pipeline that reads secrets?',
      },
      {
        cause: 'key-outside-validity',
        check:
          'Is the entry there, and Azure Storage speaks of an “authentication issue”? Then look at the dates of the key.',
      },
      {
        cause: 'key-operation-not-allowed',
        check: 'Does the message say “not permitted on this key”? Then the key itself leaves the operation out.',
      },
    ],
  },
  'rbac-role-missing': {
    title: 'Role assignment missing on the key store',
    meaning:
      'The vault works with Azure RBAC, and the identity that the service uses has no role with read, wrap and unwrap on the key.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'grant-not-propagated',
        check:
          'Was the role assigned less than ten minutes before the failure? Then wait and repeat; grant nothing again.',
      },
      {
        cause: 'access-policy-missing',
        check:
          'Is enableRbacAuthorization false or empty on the vault? Then roles have no effect and an access policy is needed.',
      },
      {
        cause: 'caller-not-authorized',
        check:
          'Does the refused action start with Microsoft.KeyVault/vaults/keys? If it names the workspace, the caller was refused.',
      },
      {
        cause: 'deny-assignment',
        check: 'Does DenyAssignmentId in the message hold an id instead of null? Then no role helps.',
      },
      {
        cause: 'identity-token-failure',
        check:
          'Is the refused object id still the principalId of the resource? If not, the identity is a new one and needs its own grant.',
      },
    ],
  },
  'vault-network-blocked': {
    title: "The vault's network blocked the service",
    meaning:
      "The key store's firewall, its private-only access or a network security perimeter refused the call. Whether the permission is right, too, is not known yet.",
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'not-cmk',
        check:
          'Does the message name a key vault? A firewall on a storage account or a database says the same kind of words.',
      },
      {
        cause: 'vault-not-found',
        check: 'Did the vault answer at all? A 403 is an answer; a name that does not resolve is not.',
      },
      {
        cause: 'rbac-role-missing',
        check:
          'Does the message name an action and an assignment, or a client address? An action means that the network let the call through.',
      },
    ],
  },
  'key-disabled': {
    title: 'The key, or this version of it, is disabled',
    meaning: 'The key store knows the key, and refuses to use it because the version is disabled.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'key-outside-validity',
        check: 'Is attributes.enabled true? Then look at the activation date and the expiry date.',
      },
      {
        cause: 'key-not-found',
        check: 'Does az keyvault key list-deleted show the key? Then it is deleted, not disabled.',
      },
    ],
  },
  'key-outside-validity': {
    title: 'The key is expired or not yet valid',
    meaning:
      "The time now lies outside the key version's activation and expiry dates. Unwrapping still works; enabling, changing and rotating do not.",
    refusedBy: 'key-store',
    lookAlikes: [
      { cause: 'key-disabled', check: 'Is attributes.enabled false? Then enable the version first.' },
      {
        cause: 'access-policy-missing',
        check:
          'Azure Storage says “authentication issue on the keyvault” for both. Is the version within its dates? Then look at the grant.',
      },
      { cause: 'key-not-found', check: 'Does az keyvault key list-versions show the version? Then look at its dates.' },
    ],
  },
  'key-not-found': {
    title: 'The key, or this version of it, was not found',
    meaning: 'The vault answered, and has no such key or version: deleted, never created, or named wrongly.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'vault-not-found',
        check: 'Does the vault itself answer? If its name does not resolve, look for the vault first.',
      },
      {
        cause: 'key-uri-invalid',
        check: 'Compare the identifier in the workspace with az keyvault key list, letter by letter.',
      },
      {
        cause: 'key-disabled',
        check: 'Does az keyvault key list-versions show the version? Then it is there: look at enabled.',
      },
    ],
  },
  'vault-not-found': {
    title: 'The vault was not found',
    meaning: 'The vault is deleted or named wrongly, or its host name does not resolve from where the service looks.',
    refusedBy: 'key-store',
    lookAlikes: [
      { cause: 'key-not-found', check: 'Does az keyvault show find the vault? Then only the key is missing.' },
      { cause: 'vault-network-blocked', check: 'Is there an HTTP answer at all? A 403 proves that the vault lives.' },
      {
        cause: 'cross-tenant-misconfigured',
        check: 'Is the answer an invalid issuer (AKV10032)? Then a vault of that name lives in another tenant.',
      },
    ],
  },
  'key-operation-not-allowed': {
    title: "The key's permitted operations exclude wrap or unwrap",
    meaning: 'The key version carries a list of allowed operations, and wrapKey or unwrapKey is not on it.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'access-policy-missing',
        check:
          'Does the message say “not permitted on this key”? That is the key itself; a missing permission names the vault and the caller.',
      },
      {
        cause: 'key-type-unsupported',
        check: 'Is key.kty EC? Then the key can have neither operation, and another key is needed.',
      },
      {
        cause: 'key-disabled',
        check: 'Does the message say “not allowed on a disabled key”? Then enable the version.',
      },
      {
        cause: 'key-outside-validity',
        check: 'Are notBefore and expires of the version around today, or empty? Then look at keyOps.',
      },
      { cause: 'key-not-found', check: 'Does az keyvault key show find the version? Then look at keyOps.' },
    ],
  },
  'key-type-unsupported': {
    title: 'The service does not take this key type or size',
    meaning: 'The key exists and may be used, but its type, curve or size is not one that the service accepts.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'key-uri-invalid',
        check: 'Compare key.kty and the size with what the service accepts, then the form of the identifier.',
      },
      {
        cause: 'key-operation-not-allowed',
        check: 'Is the key RSA of a size that the service takes? Then look whether keyOps has wrapKey and unwrapKey.',
      },
      {
        cause: 'encryption-settings-invalid',
        check: 'Do kty and size of the key fit what the service takes? Then it is another part of the request.',
      },
    ],
  },
  'vault-protection-missing': {
    title: 'Purge protection or soft delete is off on the vault',
    meaning:
      'The service wants proof that the key cannot be lost at once: purge protection must be on before the key is taken.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'policy-denied',
        check: 'Does the message name a policy assignment? Then Azure Policy said it, not the service.',
      },
      {
        cause: 'identity-not-assigned',
        check:
          'Is purge protection on already? Azure Storage has said this of such a Managed HSM; the advice was to check identity and grant.',
      },
      {
        cause: 'location-or-subscription-mismatch',
        check: 'Is enablePurgeProtection true on the vault? Then compare region and subscription.',
      },
      {
        cause: 'cross-tenant-misconfigured',
        check: 'Is enablePurgeProtection true on the vault? Then compare its tenantId with the tenant of the resource.',
      },
    ],
  },
  'grant-not-propagated': {
    title: 'The grant is right, but too fresh',
    meaning:
      'The role or policy is there and has not reached every part of Azure yet. The same call succeeds some minutes later.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'rbac-role-missing',
        check: 'Does the role assignment list show the identity at the vault or above? If not, nothing is on its way.',
      },
      {
        cause: 'access-policy-missing',
        check:
          'Is enableRbacAuthorization false or empty on the vault? Then a role never counts there, however long you wait.',
      },
      {
        cause: 'operation-in-progress',
        check: 'Is provisioningState anything but Succeeded, Failed and Canceled? Then the earlier update still runs.',
      },
      {
        cause: 'service-internal',
        check:
          'Does the role assignment list show a row for the identity, created less than ten minutes before the failure?',
      },
    ],
  },
  'key-access-lost': {
    title: 'The service can no longer reach its key',
    meaning: 'The service reports that its key is out of reach and gives no narrower reason.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'rbac-role-missing',
        check: "The vault's audit log names the reason: look for KeyGet, KeyWrap or KeyUnwrap with status 403.",
      },
      {
        cause: 'access-policy-missing',
        check: 'Is enableRbacAuthorization false or empty, and no entry there for the identity? Then it is that.',
      },
      {
        cause: 'vault-not-found',
        check: 'Does az keyvault show find the vault? If not, it is that.',
      },
      {
        cause: 'vault-network-blocked',
        check: "The vault's audit log names the reason: a network refusal is logged as one.",
      },
      {
        cause: 'key-disabled',
        check: 'Does az keyvault key list-versions show False, or a date that has passed, for the version in use?',
      },
      {
        cause: 'key-outside-validity',
        check: 'Does az keyvault key list-versions show the version in use outside its dates? Then it is that.',
      },
      {
        cause: 'key-not-found',
        check: 'Does az keyvault key list-versions show the version in use at all? If not, it is that.',
      },
      {
        cause: 'key-operation-not-allowed',
        check: 'Are wrapKey and unwrapKey in keyOps of the version in use? If not, it is that.',
      },
    ],
  },
  'identity-not-assigned': {
    title: 'The resource does not have that identity',
    meaning:
      'The resource has no managed identity, has lost it, or the request names an identity that is not assigned to it.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'identity-token-failure',
        check: 'Does the resource list the identity? Then look whether the identity itself still exists.',
      },
      {
        cause: 'encryption-settings-invalid',
        check: 'Is the identity in the list of the resource? Then look how the encryption block names it.',
      },
      {
        cause: 'cross-tenant-misconfigured',
        check: 'Does the resource list the identity? Then compare its tenantId with that of the vault.',
      },
    ],
  },
  'identity-token-failure': {
    title: 'No token can be had for the identity',
    meaning:
      'The identity is named, but Microsoft Entra ID gives no token for it: deleted and recreated, moved, or a directory error.',
    refusedBy: 'identity-platform',
    lookAlikes: [
      {
        cause: 'identity-not-assigned',
        check: 'Does the identity still exist under the same principalId that the resource shows?',
      },
      { cause: 'cross-tenant-misconfigured', check: "Compare the vault's tenantId with the tenant in the message." },
      {
        cause: 'rbac-role-missing',
        check: 'Is the answer a 403 with an object id? Then a token was had, and that object id needs a grant.',
      },
    ],
  },
  'cross-tenant-misconfigured': {
    title: 'Key store and resource are in different tenants',
    meaning:
      'The token comes from another tenant than the vault trusts, and no working federated credential joins the two.',
    refusedBy: 'key-store',
    lookAlikes: [
      {
        cause: 'identity-token-failure',
        check: 'Is the vault in the same tenant as the identity? Then the token itself is the problem.',
      },
      {
        cause: 'caller-not-authorized',
        check:
          'Does the message say InvalidAuthenticationTokenTenant? Then you are signed in to the wrong tenant, and no key was asked for.',
      },
      {
        cause: 'vault-not-found',
        check: "Does the vault of that name belong to you at all? A mistyped name can be somebody else's vault.",
      },
    ],
  },
  'key-uri-invalid': {
    title: 'The key identifier has the wrong form',
    meaning:
      'The address of the key cannot be used: version missing or not allowed, wrong host, stray slash, or the wrong kind of key store.',
    refusedBy: 'provider',
    lookAlikes: [
      { cause: 'key-not-found', check: 'Is the form right, and only the name unknown to the vault?' },
      {
        cause: 'encryption-settings-invalid',
        check: 'Does the message name another part of the encryption block than the identifier?',
      },
    ],
  },
  'location-or-subscription-mismatch': {
    title: 'Key store in another region or subscription',
    meaning: 'The service wants its key store in the same region or subscription, and it is not.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'cross-tenant-misconfigured',
        check: "Does the vault's tenantId differ from the tenant of the subscription? Then the tenant is the problem.",
      },
      {
        cause: 'cmk-only-at-creation',
        check: 'Does the resource already use a key in another vault? Then the vault may be fixed, wherever it is.',
      },
    ],
  },
  'encryption-settings-invalid': {
    title: 'The encryption block of the request is wrong',
    meaning:
      'The encryption part is malformed or incomplete, contradicts what is set, or names a key that is not registered on the resource.',
    refusedBy: 'provider',
    lookAlikes: [
      { cause: 'key-uri-invalid', check: 'Is only the key identifier at fault, or another part of the block?' },
      { cause: 'prerequisite-missing', check: 'Does the message ask for something that must be on first?' },
      {
        cause: 'cmk-only-at-creation',
        check:
          'Is the block right, and the change one that the page of the service calls fixed at creation? Then it is that.',
      },
      {
        cause: 'not-cmk',
        check: 'Did the tool refuse the template or the command itself (InvalidTemplate, Terraform’s own check)?',
      },
    ],
  },
  'cmk-only-at-creation': {
    title: 'This choice was fixed when the resource was created',
    meaning:
      'The service decides about customer-managed keys at creation, and does not switch them on, off or elsewhere later.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'encryption-settings-invalid',
        check:
          'Read the key block of the resource. Empty, or on Synapse doubleEncryptionEnabled false, means that it was created without your key.',
      },
      {
        cause: 'operation-in-progress',
        check:
          'Is provisioningState anything but Succeeded, Failed and Canceled? Then something runs; wait before you look at the choice.',
      },
    ],
  },
  'prerequisite-missing': {
    title: 'Something must be switched on first',
    meaning:
      'A tier, a feature registration, a resource provider or another setting has to be in place before the key.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'encryption-settings-invalid',
        check: 'Does the message ask for a setting outside of the encryption block?',
      },
      {
        cause: 'identity-not-assigned',
        check: 'Does the resource lack only its identity? Then everything else is in place.',
      },
    ],
  },
  'activation-pending': {
    title: 'The workspace waits for activation',
    meaning:
      'The workspace was created with your key and waits: its own identity must be granted access, then the key must be activated. It is not Failed.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'access-policy-missing',
        check:
          'Is encryption.cmk.status AwaitingUserAction? Then activate after the grant; otherwise it is the grant alone.',
      },
      {
        cause: 'operation-in-progress',
        check: 'Is encryption.cmk.status ActivatingWorkspace? Then activation is running: wait.',
      },
      {
        cause: 'encryption-settings-invalid',
        check: 'Is encryption.cmk.status AwaitingUserAction? Then nothing in the request is wrong: activate.',
      },
      {
        cause: 'prerequisite-missing',
        check:
          'Is encryption.cmk.status AwaitingUserAction? Then only the activation is missing, no tier and no registration.',
      },
      {
        cause: 'cmk-only-at-creation',
        check:
          'Is there a cmk block in the encryption settings of the workspace? Without one, it was created without your key.',
      },
    ],
  },
  'caller-not-authorized': {
    title: 'You, or the pipeline, lack a permission',
    meaning:
      'Not the workspace identity but whoever sent the request was refused: a role is missing on the workspace or a linked resource, or the caller has no rights of its own in the vault.',
    refusedBy: 'arm',
    lookAlikes: [
      {
        cause: 'access-policy-missing',
        check: 'Does the message say “does not have keys … permission” of the workspace identity, not of you?',
      },
      {
        cause: 'rbac-role-missing',
        check:
          'Does the refused action start with Microsoft.KeyVault/vaults/keys, and is the object id the workspace identity? Then the key store refused.',
      },
      {
        cause: 'deny-assignment',
        check: 'Does it say that you have permission, and are denied all the same? Then no role helps.',
      },
      {
        cause: 'prerequisite-missing',
        check: 'Is the provider in the action NotRegistered in the subscription? Then register it first.',
      },
    ],
  },
  'policy-denied': {
    title: 'Azure Policy denied the request',
    meaning: 'A policy assignment with the effect deny stands over the scope, and the request does not satisfy it.',
    refusedBy: 'arm',
    lookAlikes: [
      {
        cause: 'caller-not-authorized',
        check: 'Does the message name a policy assignment? A missing role names an action instead.',
      },
      {
        cause: 'access-policy-missing',
        check: 'Is the code ForbiddenByPolicy? That is the access policy of the vault, not Azure Policy.',
      },
    ],
  },
  'resource-locked': {
    title: 'A lock holds the resource',
    meaning: 'A management lock on the resource or on something above it forbids the change.',
    refusedBy: 'arm',
    lookAlikes: [
      { cause: 'deny-assignment', check: 'Does az lock list show a lock? A deny assignment is not in that list.' },
      { cause: 'operation-in-progress', check: 'Both answer 409. Does the message name a lock, or an operation?' },
      {
        cause: 'caller-not-authorized',
        check: 'Does az lock list show a ReadOnly lock that reaches the resource? If none does, it is your role.',
      },
      {
        cause: 'policy-denied',
        check: 'Does the message name a lock (ScopeLocked), or a policy assignment (RequestDisallowedByPolicy)?',
      },
    ],
  },
  'deny-assignment': {
    title: 'A deny assignment blocks the change',
    meaning:
      'Azure, or a managed application, forbids the action on this scope whatever role you have, as on a managed resource group.',
    refusedBy: 'arm',
    lookAlikes: [
      {
        cause: 'caller-not-authorized',
        check: 'Does the message say deny assignment? Then another role does not help.',
      },
      { cause: 'resource-locked', check: 'Does az lock list show a lock on that scope? Then it is the lock.' },
      {
        cause: 'policy-denied',
        check: 'Does az role deny-assignment list show one on the scope? A policy assignment is not in that list.',
      },
    ],
  },
  'operation-in-progress': {
    title: 'Another operation is still running',
    meaning: 'The provider works on the resource and takes no second change until it has ended.',
    refusedBy: 'provider',
    lookAlikes: [
      { cause: 'service-internal', check: 'Does it go away by itself when nothing runs any more?' },
      {
        cause: 'name-held-by-soft-delete',
        check: 'Does the conflict speak of a name or of something deleted, and not of an operation?',
      },
      { cause: 'throttled', check: 'Is the status 409, or 429? 429 counts requests and names no operation.' },
      {
        cause: 'resource-locked',
        check: 'Does the message say “scope(s) are locked”? Then it is a lock; waiting does not help.',
      },
      {
        cause: 'quota-or-capacity',
        check: 'Does the message speak of an operation, or of a number of resources or cores?',
      },
    ],
  },
  throttled: {
    title: 'Too many requests',
    meaning: 'A rate limit was reached. Nothing is wrong with the key; the same call works later.',
    refusedBy: null,
    lookAlikes: [
      {
        cause: 'quota-or-capacity',
        check: 'Does the message speak of requests in a time, or of a number of resources?',
      },
    ],
  },
  'quota-or-capacity': {
    title: 'A quota or the region is exhausted',
    meaning: 'The subscription has used up a quota, or the region has no capacity left.',
    refusedBy: 'provider',
    lookAlikes: [
      { cause: 'throttled', check: 'Does the message speak of a number of resources, or of requests in a time?' },
    ],
  },
  'name-held-by-soft-delete': {
    title: 'A deleted resource still holds the name',
    meaning: 'Something of that name is deleted but kept for recovery, so the name cannot be used again yet.',
    refusedBy: 'provider',
    lookAlikes: [
      { cause: 'operation-in-progress', check: 'Is a recovery running at this moment? Then wait for it.' },
      {
        cause: 'key-not-found',
        check: 'Was a key looked for, and not created? Then recover it; no name is in the way.',
      },
      { cause: 'throttled', check: 'Is the status 409, or 429? 429 counts requests; a name in use is a conflict.' },
      { cause: 'quota-or-capacity', check: 'Does the message name one deleted resource, or a number that is used up?' },
    ],
  },
  'service-internal': {
    title: 'An internal error without a cause',
    meaning: 'The service failed and does not say why. The reason may stand in an earlier or a more detailed message.',
    refusedBy: 'provider',
    lookAlikes: [
      {
        cause: 'key-access-lost',
        check: "Does the vault's audit log show a refused KeyGet, KeyWrap or KeyUnwrap at that minute?",
      },
      { cause: 'operation-in-progress', check: 'Is provisioningState still Updating? Then it has not failed yet.' },
      {
        cause: 'key-disabled',
        check:
          'Does az keyvault key list-versions show the version in use as disabled? Then it is that, whatever the message says.',
      },
      {
        cause: 'key-outside-validity',
        check:
          'Does az keyvault key list-versions show the new version outside its dates? Then it is that, whatever the message says.',
      },
      {
        cause: 'key-not-found',
        check: 'Does az keyvault key show find exactly the version that the resource names? If not, it is that.',
      },
      {
        cause: 'key-operation-not-allowed',
        check: 'Are wrapKey and unwrapKey in keyOps of the version? If not, it is that.',
      },
    ],
  },
  'not-cmk': {
    title: 'Not about a customer-managed key',
    meaning:
      'The text is about something else, such as a storage firewall, a secret that a person reads, Spark, or template syntax.',
    refusedBy: null,
    lookAlikes: [
      {
        cause: 'vault-network-blocked',
        check: 'Does the message name a key vault beside the client address? Then it is the firewall of the vault.',
      },
      {
        cause: 'key-access-lost',
        check: 'Is there an earlier message that names a key vault and a key? Paste that one.',
      },
      {
        cause: 'caller-not-authorized',
        check: 'Is it a secret or a role of your own that is missing? Then it is you who was refused, not the service.',
      },
    ],
  },
} as const satisfies Record<
  string,
  Omit<Cause, 'lookAlikes'> & { lookAlikes: readonly { cause: string; check: string }[] }
>;

/** The id of a cause: one vocabulary for pages, signals, questions and tests. */
export type CauseId = keyof typeof causeTable;

/**
 * Every cause this product knows, by id.
 *
 * @example causes['key-disabled'].title // 'The key, or this version of it, is disabled'
 */
export const causes: Readonly<Record<CauseId, Cause>> = causeTable;

/** All cause ids, in the order in which pages list them. */
export const causeIds = Object.keys(causes) as CauseId[];

/** Who refuses where a cause is met; null when nobody does. */
export const refusedBy = Object.fromEntries(causeIds.map((id) => [id, causes[id].refusedBy])) as Readonly<
  Record<CauseId, Cause['refusedBy']>
>;
