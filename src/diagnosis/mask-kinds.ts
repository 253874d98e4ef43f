/** What can be masked, each with a switch of its own. */
export const maskKinds = {
  vault: 'Vault and HSM names',
  key: 'Key names and versions',
  identity: 'Identities: object ids, application ids, names',
  person: 'People: e-mail addresses and user names',
  tenant: 'Tenants',
  subscription: 'Subscriptions',
  group: 'Resource groups',
  resource: 'Other resources and host names',
  address: 'IP addresses',
  id: 'Request and correlation ids, other GUIDs',
} as const;

/** A kind of value that can be masked. */
export type MaskKind = keyof typeof maskKinds;

/** Every kind: what a report masks unless the reader says otherwise. */
export const maskAll = Object.keys(maskKinds) as readonly MaskKind[];
