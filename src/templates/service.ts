import type { ParameterName } from '../knowledge/template-parameters.ts';
import type { Choices } from './choices.ts';
import type { KeyAddress, NewStore } from './key-store.ts';
import type { Existing, Expression, Resource, Structure } from './model.ts';

/** What a service adds to the scenarios: its resource, who reads the key, and the body of an update. */
export interface ServiceTemplates {
  /** What the resource is called in a template. */
  readonly symbol: string;
  readonly why: string;
  /** The resource that it is a child of. */
  readonly parent?: (choices: Choices) => Existing;
  /** The whole resource, from location to properties. */
  readonly body: (choices: Choices, key: KeyAddress) => Structure;
  /** Resources that only make sense once the identity has access. */
  readonly after?: (choices: Choices, key: KeyAddress) => readonly Resource[];
  /** Microsoft's own applications that read the key; they exist, so they are granted before the resource is deployed. */
  readonly applications?: (choices: Choices) => readonly ParameterName[];
  /** Identities that come with the resource, and where it tells their object id. */
  readonly ownPrincipals: (choices: Choices) => Readonly<Partial<Record<ParameterName, Expression>>>;
  /** Whom to grant on a resource that exists, by the parameter that holds the object id. */
  readonly principals: (choices: Choices) => readonly ParameterName[];
  /** True where the key can only be sent once an identity that comes with the resource has access. */
  readonly staged?: (choices: Choices) => boolean;
  readonly newStore: (choices: Choices) => NewStore;
  /** What an update sends to give the resource its key, again or for the first time. */
  readonly change: (choices: Choices, key: KeyAddress) => Structure;
  /** What an update sends to go back to Microsoft-managed keys. */
  readonly revert?: (choices: Choices) => Structure;
  /** True where the service looks for the newest version of the key by itself. */
  readonly followsNewest?: boolean;
  /** What to know and to check before a new resource is deployed. */
  readonly before?: (choices: Choices) => readonly string[];
}
