/** An expression that the deployment evaluates; `id` and `read` name a resource by its symbol. */
export type Expression =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Value[] }
  | { readonly kind: 'property'; readonly of: Expression; readonly path: string }
  | { readonly kind: 'id'; readonly symbol: string }
  | { readonly kind: 'read'; readonly symbol: string; readonly path: string };

/** An object with one property whose name is only known when the template is deployed, such as a resource id. */
export interface Keyed {
  readonly kind: 'keyed';
  readonly key: Expression;
  readonly value: Value;
}

/** A value in a template: a literal, an expression, or a structure of both. */
export type Value =
  | string
  | number
  | boolean
  | Expression
  | Keyed
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A parameter of a template; a secure one is never written into a file or a log. */
export interface Parameter {
  readonly type: 'string' | 'object';
  readonly description: string;
  readonly secure?: boolean;
  readonly default?: Value;
}

/** A resource that is there already, in the resource group to which the template is deployed. */
export interface Existing {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** One value for each segment of the type after the provider, such as vault and key. */
  readonly name: readonly Value[];
}

/** A resource that the template writes, under a symbol by which others can refer to it. */
export interface Resource extends Existing {
  /** Symbol of the resource that an extension resource, such as a role assignment, belongs to. */
  readonly scope?: string;
  /** Symbols of the resources that must be there first. */
  readonly dependsOn?: readonly string[];
  /** What this resource is for, in a sentence. */
  readonly why: string;
  readonly body: Readonly<Record<string, Value>>;
}

/** A template of its own that another one deploys to another resource group. */
export interface Module {
  readonly symbol: string;
  readonly name: Value;
  readonly subscriptionId: Value;
  readonly resourceGroup: Value;
  readonly dependsOn?: readonly string[];
  readonly why: string;
  readonly arguments: Readonly<Record<string, Value>>;
  readonly template: Template;
}

/** One deployment, independent of the language in which it is written down. */
export interface Template {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly variables?: Readonly<Record<string, Value>>;
  readonly existing?: readonly Existing[];
  readonly resources: readonly (Resource | Module)[];
  readonly outputs?: Readonly<Record<string, Output>>;
}

/** A value that the deployment reports when it is done. */
export interface Output {
  readonly type: 'string';
  readonly description: string;
  readonly value: Value;
}

/** Refers to a parameter. */
export const param = (name: string): Expression => ({ kind: 'parameter', name });

/** Refers to a variable. */
export const variable = (name: string): Expression => ({ kind: 'variable', name });

/** Calls a template function. */
export const call = (name: string, ...args: readonly Value[]): Expression => ({ kind: 'call', name, args });

/** Reads a property, such as `suffixes.keyvaultDns`, of what an expression gives. */
export const property = (of: Expression, path: string): Expression => ({ kind: 'property', of, path });

/** Gives the resource id of the resource with this symbol. */
export const id = (symbol: string): Expression => ({ kind: 'id', symbol });

/** Reads a property, such as `identity.principalId`, of the deployed resource with this symbol. */
export const read = (symbol: string, path: string): Expression => ({ kind: 'read', symbol, path });

/** An object with one property, named by an expression. */
export const keyed = (key: Expression, value: Value): Keyed => ({ kind: 'keyed', key, value });
