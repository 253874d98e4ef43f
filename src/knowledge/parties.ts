/**
 * Who can refuse an update of a customer-managed key.
 * `arm` is Azure Resource Manager, in front of every provider; `provider` is the service's own
 * resource provider; `key-store` is Key Vault or Managed HSM; `identity-platform` is Microsoft Entra ID.
 */
export type Refuser = 'arm' | 'provider' | 'key-store' | 'identity-platform';

/** Who can speak in an error: one who refuses, or the client that only hands on what it was told. */
export type Speaker = Refuser | 'client';

/** What each refuser is called on a page, and whom it refuses. */
export const refusers: Readonly<Record<Refuser, { name: string; refuses: string }>> = {
  arm: { name: 'Resource Manager', refuses: 'you, or the pipeline that sent the update' },
  provider: { name: 'The service', refuses: 'what the request asks for' },
  'key-store': { name: 'The key store', refuses: "the service's identity" },
  'identity-platform': { name: 'Microsoft Entra ID', refuses: "a token for the service's identity" },
};

/** The way of an update, in order: each party lets it through or says no. */
export const chain = ['arm', 'provider', 'identity-platform', 'key-store'] as const satisfies readonly Refuser[];

/**
 * The codes by which a party gives itself away, the most telling first; what none of them fits, a provider said.
 * Sources: the pages on common deployment errors, on Key Vault's REST errors and on Entra error codes.
 */
export const codesBySpeaker: readonly (readonly [Speaker, RegExp])[] = [
  ['identity-platform', /^(?:AADSTS\d|invalid_(?:client|resource|request|grant)|unauthorized_client)/i],
  [
    'key-store',
    /^(?:ForbiddenBy(?:Rbac|Policy|Firewall|Connection|Nsp)|KeyDisabled|KeyNotFound|KeyOperationForbidden|SecretNotFound|SecretDisabled|Throttled|AKV1\d|ObjectIs(?:DeletedButRecoverable|BeingRecovered|BeingDeleted)|BadParameter)/i,
  ],
  [
    'arm',
    /^(?:(?:Linked|DenyAssignment)?AuthorizationFailed|RequestDisallowedBy\w+|ScopeLocked|DeploymentFailed|InvalidTemplate\w*|ResourceDeploymentFailure|MissingSubscriptionRegistration|NoRegisteredProviderFound|ReadOnlyDisabledSubscription|Resource(?:Group)?NotFound|ParentResourceNotFound|SubscriptionNotFound|InvalidAuthenticationToken\w*|PrincipalNotFound|RoleAssignment\w+|InvalidResourceType|LocationNotAvailable\w*)$/i,
  ],
];

/** Words of a message by which the key store gives itself away where its code is only “Forbidden”. */
export const keyStoreSpeaks =
  /on key vault '|caller: ?(?:name=|appid=)|caller is not authorized to perform action on resource|client address is not authorized|on a disabled key|permitted on this key|in this key vault|not authorized to access microsoft\.keyvault/i;
