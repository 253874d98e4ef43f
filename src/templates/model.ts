/** What a deployment knows without being told. */
export type Context = 'location' | 'tenantId' | 'subscriptionId' | 'resourceGroupName' | 'keyVaultSuffix';

/** Tells an expression from a pasted object that looks like one: JSON holds no symbols. */
const mark = Symbol('expression');

/** An expression that the deployment evaluates; `id` and `read` name a resource by its symbol. */
export type Expression = { readonly [mark]: true } & Node;

type Node =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'context'; readonly name: Context }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'guid'; readonly seeds: readonly Expression[] }
  | { readonly kind: 'role'; readonly guid: string }
  | { readonly kind: 'last'; readonly of: Expression }
  | { readonly kind: 'when'; readonly condition: Expression; readonly value: Value }
  | { readonly kind: 'id'; readonly symbol: string }
  | { readonly kind: 'read'; readonly symbol: string; readonly path: string };

/** An object with one property whose name is only known when the template is deployed, such as a resource id. */
export interface Keyed {
  readonly [mark]: true;
  readonly kind: 'keyed';
  readonly key: Expression;
  readonly value: Value;
}

/** An object of plain values. */
export interface Structure {
  readonly [name: string]: Value;
}

/** A value in a template: a literal, an expression, or a structure of both. */
export type Value = string | number | boolean | Expression | Keyed | readonly Value[] | Structure;

/** A parameter of a template; a secure one is never written into a file or a log. */
export interface Parameter {
  readonly type: 'string' | 'object' | 'bool' | 'int' | 'array';
  readonly description: string;
  readonly secure?: boolean;
  readonly default?: Value;
  readonly allowed?: readonly string[];
}

/** A resource that is there already, in the resource group to which the template is deployed. */
export interface Existing {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Its own name, without those of its parents. */
  readonly name: Value;
  /** Symbol of the resource that it is a child of. */
  readonly parent?: string;
}

/** A resource that the template writes, under a symbol by which others can refer to it. */
export interface Resource extends Existing {
  /** Symbol of the resource that an extension resource, such as a role assignment, belongs to. */
  readonly scope?: string;
  /** Symbols of the resources that must be there first, beyond those that it refers to. */
  readonly dependsOn?: readonly string[];
  /** What this resource is for, in a sentence. */
  readonly why: string;
  readonly body: Structure;
}

/** A template of its own that another one deploys, to another resource group if one is named. */
export interface Module {
  readonly symbol: string;
  readonly name: Value;
  readonly subscriptionId?: Expression;
  readonly resourceGroup?: Expression;
  readonly dependsOn?: readonly string[];
  readonly why: string;
  readonly arguments: Structure;
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

function expression(node: Node): Expression {
  return { [mark]: true, ...node };
}

/** True for what the deployment has to evaluate. */
export const isExpression = (value: Value): value is Expression =>
  typeof value === 'object' && mark in value && (value as Expression | Keyed).kind !== 'keyed';

/** True for an object whose only property is named by an expression. */
export const isKeyed = (value: Value): value is Keyed =>
  typeof value === 'object' && mark in value && (value as Expression | Keyed).kind === 'keyed';

/** True for a list of values. */
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** True for an object of plain values. */
export const isStructure = (value: Value): value is Structure =>
  typeof value === 'object' && !isList(value) && !(mark in value);

/** True for a template inside a template. */
export const isModule = (item: Existing | Module): item is Module => 'template' in item;

/** Refers to a parameter. */
export const param = (name: string): Expression => expression({ kind: 'parameter', name });

/** Refers to a variable. */
export const variable = (name: string): Expression => expression({ kind: 'variable', name });

/** What the deployment knows by itself, such as the region of its resource group. */
export const context = (name: Context): Expression => expression({ kind: 'context', name });

/**
 * A text with expressions in it.
 *
 * @example text`https://${param('vaultName')}${context('keyVaultSuffix')}`
 */
export function text(strings: TemplateStringsArray, ...inserted: readonly (string | Expression)[]): Expression {
  const parts = strings
    .flatMap((part, index) => [part, inserted[index] ?? ''])
    .flatMap((part) => (typeof part !== 'string' && part.kind === 'text' ? part.parts : [part]));
  return expression({ kind: 'text', parts: parts.filter((part) => part !== '') });
}

/** A GUID that is the same for the same seeds. */
export const guid = (...seeds: readonly Expression[]): Expression => expression({ kind: 'guid', seeds });

/** The id of a built-in role in the subscription of the deployment. */
export const role = (roleGuid: string): Expression => expression({ kind: 'role', guid: roleGuid });

/** The part of a text after its last slash, such as the version at the end of a key identifier. */
export const last = (of: Expression): Expression => expression({ kind: 'last', of });

/** A value that is only there when the condition holds. */
export const when = (condition: Expression, value: Value): Expression => expression({ kind: 'when', condition, value });

/** Gives the resource id of the resource with this symbol. */
export const id = (symbol: string): Expression => expression({ kind: 'id', symbol });

/** Reads a property, such as `identity.principalId`, of the deployed resource with this symbol. */
export const read = (symbol: string, path: string): Expression => expression({ kind: 'read', symbol, path });

/** An object with one property, named by an expression. */
export const keyed = (key: Expression, value: Value): Keyed => ({ [mark]: true, kind: 'keyed', key, value });
