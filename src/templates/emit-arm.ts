import { apiVersions } from '../knowledge/key-stores.ts';
import type { Existing, Expression, Keyed, Module, Parameter, Resource, Template, Value } from './model.ts';

type Json = string | number | boolean | Json[] | JsonObject;
type JsonObject = { [name: string]: Json };

const kinds: ReadonlySet<unknown> = new Set<Expression['kind']>([
  'parameter',
  'variable',
  'call',
  'property',
  'id',
  'read',
]);

function isExpression(value: Value): value is Expression {
  return typeof value === 'object' && 'kind' in value && kinds.has(value.kind);
}

function isKeyed(value: object): value is Keyed {
  return 'kind' in value && value.kind === 'keyed' && 'key' in value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

const isModule = (item: Existing | Module): item is Module => 'template' in item;

/** Resource Manager takes a text in brackets for an expression unless the first bracket is doubled. */
function literal(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

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
    return this.object(value as Readonly<Record<string, Value>>);
  }

  object(values: Readonly<Record<string, Value>>): JsonObject {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.json(value)]));
  }

  resource(item: Resource | Module): JsonObject {
    const dependsOn = item.dependsOn?.map((symbol) => this.#dependency(symbol));
    if (isModule(item)) {
      return {
        type: 'Microsoft.Resources/deployments',
        apiVersion: apiVersions['Microsoft.Resources/deployments'],
        name: this.json(item.name),
        comments: item.why,
        subscriptionId: this.json(item.subscriptionId),
        resourceGroup: this.json(item.resourceGroup),
        ...(dependsOn && { dependsOn }),
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
    return {
      type: item.type,
      apiVersion: item.apiVersion,
      name: this.#name(item.name),
      comments: item.why,
      ...(item.scope !== undefined && { scope: `[${this.#id(item.scope)}]` }),
      ...(dependsOn && { dependsOn }),
      ...this.object(item.body),
    };
  }

  #argument(value: Value): string {
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? 'true()' : 'false()';
    if (isExpression(value)) return this.#expression(value);
    throw new TypeError('A structure cannot stand inside an expression.');
  }

  #expression(expression: Expression): string {
    switch (expression.kind) {
      case 'parameter':
        return `parameters('${expression.name}')`;
      case 'variable':
        return `variables('${expression.name}')`;
      case 'call':
        return this.#call(expression.name, expression.args);
      case 'property':
        return `${this.#expression(expression.of)}.${expression.path}`;
      case 'id':
        return this.#id(expression.symbol);
      case 'read': {
        const { apiVersion } = this.#find(expression.symbol);
        return `reference(${this.#id(expression.symbol)}, '${apiVersion}', 'full').${expression.path}`;
      }
    }
  }

  #call(name: string, args: readonly Value[]): string {
    return `${name}(${args.map((value) => this.#argument(value)).join(', ')})`;
  }

  #name(segments: readonly Value[]): Json {
    const [only, ...more] = segments;
    if (only !== undefined && more.length === 0) return this.json(only);
    return `[${this.#call('format', [segments.map((_, index) => `{${index}}`).join('/'), ...segments])}]`;
  }

  #id(symbol: string): string {
    const { type, name } = this.#find(symbol);
    return this.#call('resourceId', [type, ...name]);
  }

  /** A deployment to another resource group is named, not identified: its id would hold that group's path. */
  #dependency(symbol: string): Json {
    const target = this.#template.resources.find((item) => item.symbol === symbol);
    return target && isModule(target) ? this.json(target.name) : `[${this.#id(symbol)}]`;
  }

  #find(symbol: string): Existing {
    const all = [...(this.#template.existing ?? []), ...this.#template.resources];
    const found = all.find((item) => item.symbol === symbol);
    if (!found || isModule(found)) throw new TypeError(`No resource is called ${symbol}.`);
    return found;
  }
}

const armType = ({ type, secure }: Parameter) =>
  secure ? { string: 'securestring', object: 'secureObject' }[type] : type;

/** Writes a template as the JSON document that Resource Manager takes. */
export function armTemplate(template: Template): JsonObject {
  const writer = new Writer(template);
  const { parameters, variables, resources, outputs } = template;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        {
          type: armType(parameter),
          ...(parameter.default !== undefined && { defaultValue: writer.json(parameter.default) }),
          metadata: { description: parameter.description },
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
export function armParameters(values: Readonly<Record<string, string>>): JsonObject {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  };
}
