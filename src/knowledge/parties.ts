/**
 * Who can refuse an update of a customer-managed key.
 * `arm` is Azure Resource Manager, in front of every provider; `provider` is the service's own
 * resource provider; `key-store` is Key Vault or Managed HSM; `identity-platform` is Microsoft Entra ID.
 */
export type Refuser = 'arm' | 'provider' | 'key-store' | 'identity-platform';

/** What each refuser is called on a page, and whom it refuses. */
export const refusers: Readonly<Record<Refuser, { name: string; refuses: string }>> = {
  arm: { name: 'Resource Manager', refuses: 'you, or the pipeline that sent the update' },
  provider: { name: 'The service', refuses: 'what the request asks for' },
  'key-store': { name: 'The key store', refuses: "the service's identity" },
  'identity-platform': { name: 'Microsoft Entra ID', refuses: "a token for the service's identity" },
};

/** The way of an update, in order: each party lets it through or says no. */
export const chain = ['arm', 'provider', 'identity-platform', 'key-store'] as const satisfies readonly Refuser[];
