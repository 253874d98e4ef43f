/** An expression that Resource Manager evaluates when it deploys. */
export type Expression =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Value[] }
  | { readonly kind: 'property'; readonly of: Expression; readonly path: string };

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

/** A parameter of a template. */
export interface Parameter {
  readonly type: 'string' | 'securestring' | 'object';
  readonly description: string;
  readonly default?: Value;
}

/** A resource, under a name by which others can refer to it. */
export interface Resource {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly name: Value;
  /** The resource that an extension resource, such as a role assignment, belongs to. */
  readonly scope?: Value;
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
  readonly resources: readonly (Resource | Module)[];
  readonly outputs?: Readonly<Record<string, { readonly type: 'string'; readonly value: Value }>>;
}

/** Refers to a parameter. */
export const param = (name: string): Expression => ({ kind: 'parameter', name });

/** Refers to a variable. */
export const variable = (name: string): Expression => ({ kind: 'variable', name });

/** Calls a template function. */
export const call = (name: string, ...args: readonly Value[]): Expression => ({ kind: 'call', name, args });

/** Reads a property, such as `identity.principalId`, of what an expression gives. */
export const property = (of: Expression, path: string): Expression => ({ kind: 'property', of, path });

/** An object with one property, named by an expression. */
export const keyed = (key: Expression, value: Value): Keyed => ({ kind: 'keyed', key, value });
