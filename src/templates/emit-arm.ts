import { apiVersions } from '../knowledge/key-stores.ts';
import {
  type Context,
  type Existing,
  type Expression,
  isExpression,
  isKeyed,
  isList,
  isModule,
  type Module,
  type Parameter,
  type Resource,
  type Structure,
  type Template,
  type Value,
} from './model.ts';
import { find, findResource, implied, names } from './references.ts';

type Json = string | number | boolean | Json[] | JsonObject;
type JsonObject = { [name: string]: Json };

const contexts: Readonly<Record<Context, string>> = {
  location: 'resourceGroup().location',
  tenantId: 'subscription().tenantId',
  subscriptionId: 'subscription().subscriptionId',
  resourceGroupName: 'resourceGroup().name',
  keyVaultSuffix: 'environment().suffixes.keyvaultDns',
};

/** Resource Manager takes a text in brackets for an expression unless the first bracket is doubled. */
function literal(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const call = (name: string, args: readonly string[]): string => `${name}(${args.join(', ')})`;

/** Writes the values of one template, in which symbols have their meaning. */
class Writer {
  readonly #template: Template;

  constructor(template: Template) {
    this.#template = template;
  }

  json(value: Value): Json {
    if (typeof value === 'string') return literal(value);
    if (typeof value !== 'object') return value;
    if (isList(value)) return value.map((item) => this.json(item));
    if (isExpression(value)) return `[${this.#expression(value)}]`;
    if (isKeyed(value)) return { [`[${this.#expression(value.key)}]`]: this.json(value.value) };
    return this.object(value as Structure);
  }

  object(values: Readonly<Record<string, Value>>): JsonObject {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [literal(name), this.json(value)]));
  }

  resource(item: Resource | Module): JsonObject {
    const needed = new Set([...implied(item, this.#template), ...(item.dependsOn ?? [])]);
    const dependsOn = [...needed].map((symbol) => this.#dependency(symbol));
    if (isModule(item)) return this.#module(item, dependsOn);
    return {
      type: item.type,
      apiVersion: item.apiVersion,
      name: this.#name(item),
      comments: item.why,
      ...(item.scope !== undefined && { scope: `[${this.#id(item.scope)}]` }),
      ...(dependsOn.length > 0 && { dependsOn }),
      ...this.object(item.body),
    };
  }

  #module(item: Module, dependsOn: Json[]): JsonObject {
    return {
      type: 'Microsoft.Resources/deployments',
      apiVersion: apiVersions['Microsoft.Resources/deployments'],
      name: this.json(item.name),
      comments: item.why,
      ...(item.subscriptionId && { subscriptionId: this.json(item.subscriptionId) }),
      ...(item.resourceGroup && { resourceGroup: this.json(item.resourceGroup) }),
      ...(dependsOn.length > 0 && { dependsOn }),
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: Object.fromEntries(
          Object.entries(item.arguments).map(([name, value]) => [name, { value: this.json(value) }]),
        ),
        template: armTemplate(item.template),
      },
    };
  }

  /** A value inside an expression, where structures are made by functions. */
  #argument(value: Value): string {
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? 'true()' : 'false()';
    if (isExpression(value)) return this.#expression(value);
    if (isList(value)) {
      return call(
        'createArray',
        value.map((item) => this.#argument(item)),
      );
    }
    if (isKeyed(value)) return call('createObject', [this.#expression(value.key), this.#argument(value.value)]);
    const pairs = Object.entries(value as Structure).flatMap(([name, item]) => [quote(name), this.#argument(item)]);
    return call('createObject', pairs);
  }

  #expression(expression: Expression): string {
    switch (expression.kind) {
      case 'parameter':
        return call('parameters', [quote(expression.name)]);
      case 'variable':
        return call('variables', [quote(expression.name)]);
      case 'context':
        return contexts[expression.name];
      case 'text':
        return this.#format(expression.parts);
      case 'guid':
        return call(
          'guid',
          expression.seeds.map((seed) => this.#expression(seed)),
        );
      case 'role':
        return call('subscriptionResourceId', [
          quote('Microsoft.Authorization/roleDefinitions'),
          quote(expression.guid),
        ]);
      case 'last':
        return `last(split(${this.#expression(expression.of)}, '/'))`;
      case 'when':
        return call('if', [this.#expression(expression.condition), this.#argument(expression.value), 'null()']);
      case 'id':
        return this.#id(expression.symbol);
      case 'read': {
        const { apiVersion } = findResource(this.#template, expression.symbol);
        return `reference(${this.#id(expression.symbol)}, '${apiVersion}', 'full').${expression.path}`;
      }
    }
  }

  #format(parts: readonly (string | Expression)[]): string {
    const expressions = parts.filter((part) => typeof part !== 'string');
    let index = 0;
    const pattern = parts
      .map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : `{${index++}}`))
      .join('');
    return call('format', [quote(pattern), ...expressions.map((part) => this.#expression(part))]);
  }

  #name(item: Existing): Json {
    const segments = names(this.#template, item);
    const [only, ...more] = segments;
    if (only !== undefined && more.length === 0) return this.json(only);
    const pattern = segments.map((_, index) => `{${index}}`).join('/');
    return `[${call('format', [quote(pattern), ...segments.map((segment) => this.#argument(segment))])}]`;
  }

  #id(symbol: string): string {
    const item = findResource(this.#template, symbol);
    const segments = names(this.#template, item).map((segment) => this.#argument(segment));
    return call('resourceId', [quote(item.type), ...segments]);
  }

  /** A deployment to another resource group is named, not identified: its id would hold that group's path. */
  #dependency(symbol: string): Json {
    const target = find(this.#template, symbol);
    return isModule(target) ? this.json(target.name) : `[${this.#id(symbol)}]`;
  }
}

const armTypes: Readonly<Record<Parameter['type'], string>> = {
  string: 'string',
  object: 'object',
  bool: 'bool',
  int: 'int',
  array: 'array',
};
const secureTypes: Readonly<Partial<Record<Parameter['type'], string>>> = {
  string: 'securestring',
  object: 'secureObject',
};

/** Writes a template as the JSON document that Resource Manager takes. */
export function armTemplate(template: Template): JsonObject {
  const writer = new Writer(template);
  const { parameters, variables, resources, outputs } = template;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, { type, secure, default: otherwise, allowed, description }]) => [
        name,
        {
          type: (secure && secureTypes[type]) || armTypes[type],
          ...(otherwise !== undefined && { defaultValue: writer.json(otherwise) }),
          ...(allowed && { allowedValues: [...allowed] }),
          metadata: { description },
        },
      ]),
    ),
    ...(variables && { variables: writer.object(variables) }),
    resources: resources.map((item) => writer.resource(item)),
    ...(outputs && {
      outputs: Object.fromEntries(
        Object.entries(outputs).map(([name, { type, description, value }]) => [
          name,
          { type, metadata: { description }, value: writer.json(value) },
        ]),
      ),
    }),
  };
}

/** Writes parameter values as the file that goes beside the template, where every text stands for itself. */
export function armParameters(values: Readonly<Record<string, Value>>): JsonObject {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: value as Json }])),
  };
}
