import { apiVersions } from '../knowledge/key-stores.ts';
import { call, type Expression, type Keyed, type Module, type Resource, type Template, type Value } from './model.ts';

type Json = string | number | boolean | Json[] | { [name: string]: Json };

const kinds = ['parameter', 'variable', 'call', 'property'];

function isExpression(value: Value): value is Expression {
  return typeof value === 'object' && 'kind' in value && kinds.includes(String(value.kind));
}

function isKeyed(value: object): value is Keyed {
  return 'kind' in value && value.kind === 'keyed' && 'key' in value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function write(value: Value): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'true()' : 'false()';
  if (isExpression(value)) return inner(value);
  throw new TypeError('A structure cannot stand inside an expression.');
}

function inner(expression: Expression): string {
  switch (expression.kind) {
    case 'parameter':
      return `parameters('${expression.name}')`;
    case 'variable':
      return `variables('${expression.name}')`;
    case 'call':
      return `${expression.name}(${expression.args.map(write).join(', ')})`;
    case 'property':
      return `${inner(expression.of)}.${expression.path}`;
  }
}

function json(value: Value): Json {
  // Resource Manager takes a text that starts with a bracket for an expression unless the bracket is doubled.
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value;
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(json);
  if (isExpression(value)) return `[${inner(value)}]`;
  if (isKeyed(value)) return { [`[${inner(value.key)}]`]: json(value.value) };
  return object(value as Readonly<Record<string, Value>>);
}

function object(values: Readonly<Record<string, Value>>): { [name: string]: Json } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, json(value)]));
}

const isModule = (item: Resource | Module): item is Module => 'template' in item;

/** The resource id of what a symbol stands for. */
function idOf(template: Template, symbol: string): Json {
  const item = template.resources.find((one) => one.symbol === symbol);
  if (!item) throw new TypeError(`No resource is called ${symbol}.`);
  const args = isModule(item)
    ? [item.subscriptionId, item.resourceGroup, 'Microsoft.Resources/deployments', item.name]
    : [item.type, item.name];
  return json(call('resourceId', ...args));
}

function resource(template: Template, item: Resource | Module): Json {
  const dependsOn = item.dependsOn?.map((symbol) => idOf(template, symbol));
  const depends: { [name: string]: Json } = dependsOn ? { dependsOn } : {};
  if (isModule(item)) {
    return {
      type: 'Microsoft.Resources/deployments',
      apiVersion: apiVersions['Microsoft.Resources/deployments'],
      name: json(item.name),
      comments: item.why,
      subscriptionId: json(item.subscriptionId),
      resourceGroup: json(item.resourceGroup),
      ...depends,
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: Object.fromEntries(
          Object.entries(item.arguments).map(([name, value]) => [name, { value: json(value) }]),
        ),
        template: armTemplate(item.template),
      },
    };
  }
  return {
    type: item.type,
    apiVersion: item.apiVersion,
    name: json(item.name),
    comments: item.why,
    ...(item.scope !== undefined && { scope: json(item.scope) }),
    ...depends,
    ...object(item.body),
  };
}

/** Writes a template as the JSON document that Resource Manager takes. */
export function armTemplate(template: Template): { [name: string]: Json } {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(
      Object.entries(template.parameters).map(([name, { type, description, default: otherwise }]) => [
        name,
        { type, ...(otherwise !== undefined && { defaultValue: json(otherwise) }), metadata: { description } },
      ]),
    ),
    ...(template.variables && { variables: object(template.variables) }),
    resources: template.resources.map((item) => resource(template, item)),
    ...(template.outputs && {
      outputs: Object.fromEntries(
        Object.entries(template.outputs).map(([name, { type, value }]) => [name, { type, value: json(value) }]),
      ),
    }),
  };
}

/** Writes parameter values as the file that goes beside the template. */
export function armParameters(values: Readonly<Record<string, string>>): { [name: string]: Json } {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  };
}
