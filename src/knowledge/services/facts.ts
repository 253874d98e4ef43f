import type { CauseId } from '../causes.ts';
import type { Claim, Sources } from '../claim.ts';
import type { RoleId } from '../roles.ts';
import type { SourceId } from '../sources.ts';
import type { Step } from '../step.ts';
import type { ServiceId } from './index.ts';

/** An ARM resource type that plays a part, and the API versions in which to talk to it. */
export interface ResourceType {
  readonly type: string;
  /** The newest version that is not a preview; the newest preview where there is no other. */
  readonly apiVersion: string;
  readonly preview?: string;
  /** The first version that has the key's properties. */
  readonly keySince?: string;
  /** What it is here. */
  readonly part: string;
  readonly sources: Sources;
}

/** A property that matters for the key. Its path, and whether it is read-only, are checked against the published types. */
export interface KeyProperty {
  readonly type: string;
  /** From the resource down, as in `properties.encryption.cmk.key.name`. */
  readonly path: string;
  readonly meaning: string;
  readonly readOnly?: boolean;
  readonly sources: Sources;
}

/** One way in which the service uses a key of yours; a service with one way has one feature. */
export interface Feature {
  readonly id: string;
  readonly name: string;
  /** What it protects. */
  readonly protects: Claim;
}

/** The stores in which a key can be, by who decides about access to it. */
export type KeyStore = 'azure-rbac' | 'access-policy' | 'managed-hsm';

/** How a store is called on a page. */
export const keyStoreLabels: Readonly<Record<KeyStore, string>> = {
  'azure-rbac': 'Vault with Azure RBAC',
  'access-policy': 'Vault with access policies',
  'managed-hsm': 'Managed HSM',
};

/** What an identity needs in a store: a role, key permissions, or neither where the store cannot be used. */
export interface Grant {
  readonly role?: RoleId;
  readonly keyPermissions?: readonly string[];
  /** What to say beside it, or instead of it. */
  readonly note?: Claim;
  readonly sources: readonly SourceId[];
}

/** An identity that calls the key store for the service. */
export interface Caller {
  readonly name: string;
  readonly kind: 'system-assigned' | 'user-assigned' | 'first-party-application';
  /** The application id of a first-party application, the same in every tenant. */
  readonly applicationId?: string;
  /** The features that it serves; all where none is named. */
  readonly features?: readonly string[];
  /** Where its object id stands. */
  readonly objectId: string;
  /** When it has to be granted. */
  readonly grantWhen: Claim;
  readonly grants: Readonly<Record<KeyStore, Grant>>;
}

/** What a service may ask of a key and its store, in the order in which tables show it. */
export const requirementIds = [
  'tier',
  'key-type',
  'key-identifier',
  'soft-delete-and-purge-protection',
  'permission-model',
  'tenant',
  'region',
  'subscription',
  'network',
  'user-assigned-identity',
  'auto-rotation',
  'managed-hsm',
] as const;
export type RequirementId = (typeof requirementIds)[number];

/** What a requirement is called on a page. */
export const requirementLabels: Readonly<Record<RequirementId, string>> = {
  tier: 'Tier and registration',
  'key-type': 'Key type and size',
  'key-identifier': 'Key identifier',
  'soft-delete-and-purge-protection': 'Soft delete and purge protection',
  'permission-model': 'Permission model of the vault',
  tenant: 'Tenant',
  region: 'Region',
  subscription: 'Subscription',
  network: 'Network of the key store',
  'user-assigned-identity': 'User-assigned identity',
  'auto-rotation': 'New versions of the key',
  'managed-hsm': 'Managed HSM',
};

/** One requirement, for one feature or for all of them. */
export type Requirement = Claim & { readonly id: RequirementId; readonly feature?: string };

/** What can be changed on a resource that exists. */
export const changeIds = ['turn-on', 'new-version', 'new-key', 'new-key-store', 'change-identity', 'turn-off'] as const;
export type ChangeId = (typeof changeIds)[number];

/** What a change is called on a page. */
export const changeLabels: Readonly<Record<ChangeId, string>> = {
  'turn-on': 'Turn CMK on later',
  'new-version': 'New version of the key',
  'new-key': 'Another key in the same vault',
  'new-key-store': 'Another vault',
  'change-identity': 'Another identity for the key',
  'turn-off': 'Back to Microsoft-managed keys',
};

/** Whether a change is possible, and by which call. */
export type Change = Claim & {
  readonly id: ChangeId;
  readonly feature?: string;
  readonly possible: 'yes' | 'no' | 'with-limits' | 'not-confirmed';
};

/** The answer to “is it possible?”, in words. */
export const possibleLabels: Readonly<Record<Change['possible'], string>> = {
  yes: 'Yes',
  no: 'No',
  'with-limits': 'With limits',
  'not-confirmed': 'Not confirmed',
};

/** What happens some time after the service can no longer reach its key. */
export type Effect = Claim & {
  readonly feature?: string;
  /** When, in words: `at once`, `within an hour`. */
  readonly after: string;
  /** The same in minutes, latest moment, only where a source gives the number: it places the effect on the timeline. */
  readonly minutes?: number;
};

/** A fault or trap that people met in the product itself, with the public thread. */
export interface Quirk {
  readonly what: string;
  readonly workaround: string;
  readonly sources: Sources;
}

/** What people do with the key, each as steps in order. */
export interface Procedures {
  readonly turnOn: readonly Step[];
  readonly rotate: readonly Step[];
  /** Brings back the parts that stay down although the resource itself is well; only where there are such. */
  readonly mend?: readonly Step[];
  /** Another vault or identity; empty where Azure does not allow it (see changes). */
  readonly changeKeyStore: readonly Step[];
  /** Before a delete: what can be saved, and how. */
  readonly backUp: readonly Step[];
  /** Delete and recreate, in order; the step that deletes says what is lost. */
  readonly recreate: readonly Step[];
}

/** What plans need for a service: small, because it travels to the reader's browser with the decoder. */
export interface ServicePlan {
  /** Reads the state, the key and the identity of the resource. Changes nothing. */
  readonly readState: Step;
  /** Finds the object id that must be granted. */
  readonly findPrincipal: readonly Step[];
  /** Sends the update again. */
  readonly retry: readonly Step[];
  /** Shows that Failed is gone and the right key is in use. */
  readonly verify: readonly Step[];
  /** Steps that replace the general ones of a cause, where this service needs other ones. */
  readonly instead: Partial<Record<CauseId, { readonly confirm?: readonly Step[]; readonly fix?: readonly Step[] }>>;
}

/** All that is known about customer-managed keys of one service. */
export interface ServiceFacts {
  readonly id: ServiceId;
  /** What to know before anything else, most important first. */
  readonly mustKnow: readonly Claim[];
  readonly resources: readonly ResourceType[];
  readonly features: readonly Feature[];
  readonly keyProperties: readonly KeyProperty[];
  readonly callers: readonly Caller[];
  readonly requirements: readonly Requirement[];
  readonly changes: readonly Change[];
  /** Whether the service is on the list of trusted services of Key Vault. */
  readonly trusted: Claim & { readonly listed: boolean };
  readonly failed: {
    /** What provisioningState Failed means and blocks here. */
    readonly blocks: readonly Claim[];
    /** Whether data can still be read meanwhile. */
    readonly dataPlane: readonly Claim[];
    /** Whether the update can be sent again from Failed. */
    readonly retry: Claim;
    /** When to ask Microsoft support. */
    readonly support: readonly Claim[];
  };
  readonly keyUnreachable: readonly Effect[];
  readonly loss: {
    readonly lost: readonly Claim[];
    readonly survives: readonly Claim[];
    /** How long a deleted resource can be recovered, and how. */
    readonly softDelete: Claim;
    /** Whether the name is free after a delete. */
    readonly name: Claim;
  };
  readonly procedures: Procedures;
  /** The verbs with which each tool reads and changes the key, and what a tool cannot do. */
  readonly tools: readonly (Claim & { readonly tool: 'Azure CLI' | 'PowerShell' | 'REST' | 'Portal' | 'Terraform' })[];
  readonly quirks: readonly Quirk[];
}
