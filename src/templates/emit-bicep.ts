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
import { implied } from './references.ts';

/** A Bicep file; modules lie beside the file that uses them. */
export interface BicepFile {
  readonly name: string;
  readonly text: string;
}

const contexts: Readonly<Record<Context, string>> = {
  location: 'resourceGroup().location',
  tenantId: 'subscription().tenantId',
  subscriptionId: 'subscription().subscriptionId',
  resourceGroupName: 'resourceGroup().name',
  keyVaultSuffix: 'environment().suffixes.keyvaultDns',
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The inside of a Bicep string. */
function inside(text: string): string {
  return text
    .replace(/[\\'\n\r\t]/g, (character) => escapes[character] ?? character)
    .replaceAll('${', '\\${')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * Quotes a text as a Bicep string.
 *
 * @example quoteBicep("it's ${x}") // "'it\\'s \\${x}'"
 */
export const quoteBicep = (text: string): string => `'${inside(text)}'`;

/** Words that Bicep reads as values, so that a property of that name is quoted. */
const words = new Set(['true', 'false', 'null']);

const propertyName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !words.has(name) ? name : quoteBicep(name);

const bicepExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'parameter':
    case 'variable':
      return expression.name;
    case 'context':
      return contexts[expression.name];
    case 'text':
      return `'${expression.parts.map((part) => (typeof part === 'string' ? inside(part) : `\${${bicepExpression(part)}}`)).join('')}'`;
    case 'guid':
      return `guid(${expression.seeds.map(bicepExpression).join(', ')})`;
    case 'role':
      return `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${quoteBicep(expression.guid)})`;
    case 'last':
      return `last(split(${bicepExpression(expression.of)}, '/'))`;
    case 'when':
      return `${bicepExpression(expression.condition)} ? ${bicepValue(expression.value, '')} : null`;
    case 'id':
      return `${expression.symbol}.id`;
    case 'read':
      return `${expression.symbol}.${expression.path}`;
  }
};

/** Hosts of Azure, which the linter wants to come from the environment; what was carried over stays as it is. */
const hosts =
  /(\.|\/\/)(azure\.(com|net)|windows\.net|microsoftonline\.com|loganalytics\.io|azuredatalake\w+\.net|trafficmanager\.net)/i;

/** Goes before a line whose value names a host of Azure. */
const hush = (value: Value, indent: string): string =>
  typeof value === 'string' && hosts.test(value) ? `${indent}#disable-next-line no-hardcoded-env-urls\n` : '';

/** Writes a value; `indent` is that of the line it starts on. */
export function bicepValue(value: Value, indent: string): string {
  if (typeof value === 'string') return quoteBicep(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : `json('${value}')`;
  if (typeof value === 'boolean') return String(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => `${hush(item, inner)}${inner}${bicepValue(item, inner)}\n`);
    return items.length > 0 ? `[\n${items.join('')}${indent}]` : '[]';
  }
  if (isExpression(value)) {
    return value.kind === 'when'
      ? `${bicepExpression(value.condition)} ? ${bicepValue(value.value, indent)} : null`
      : bicepExpression(value);
  }
  if (isKeyed(value)) {
    const key = value.key.kind === 'text' ? bicepExpression(value.key) : `'\${${bicepExpression(value.key)}}'`;
    return `{\n${inner}${key}: ${bicepValue(value.value, inner)}\n${indent}}`;
  }
  return bicepObject(Object.entries(value as Structure), indent);
}

function bicepObject(entries: readonly (readonly [string, Value])[], indent: string): string {
  const inner = `${indent}  `;
  const lines = entries.map(
    ([name, value]) => `${hush(value, inner)}${inner}${propertyName(name)}: ${bicepValue(value, inner)}\n`,
  );
  return lines.length > 0 ? `{\n${lines.join('')}${indent}}` : '{}';
}

const line = (name: string, value: string): string => `  ${name}: ${value}\n`;

function head({ symbol, type, apiVersion }: Existing): string {
  return `resource ${symbol} '${type}@${apiVersion}'`;
}

function existing(item: Existing): string {
  const parent = item.parent === undefined ? '' : line('parent', item.parent);
  return `${head(item)} existing = {\n${parent}${line('name', bicepValue(item.name, '  '))}}\n`;
}

function dependsOn(item: Resource | Module, template: Template): string {
  const known = implied(item, template);
  const needed = (item.dependsOn ?? []).filter((symbol) => !known.has(symbol));
  return needed.length > 0 ? line('dependsOn', `[\n${needed.map((symbol) => `    ${symbol}\n`).join('')}  ]`) : '';
}

function resource(item: Resource, template: Template): string {
  const body = Object.entries(item.body).map(([name, value]) => line(propertyName(name), bicepValue(value, '  ')));
  return [
    `// ${item.why}\n${head(item)} = {\n`,
    item.parent === undefined ? '' : line('parent', item.parent),
    item.scope === undefined ? '' : line('scope', item.scope),
    line('name', bicepValue(item.name, '  ')),
    ...body,
    dependsOn(item, template),
    '}\n',
  ].join('');
}

function module(item: Module, template: Template): string {
  const group = [item.subscriptionId, item.resourceGroup].filter((part) => part !== undefined);
  return [
    `// ${item.why}\nmodule ${item.symbol} './${item.symbol}.bicep' = {\n`,
    group.length > 0 ? line('scope', `resourceGroup(${group.map(bicepExpression).join(', ')})`) : '',
    line('name', bicepValue(item.name, '  ')),
    line('params', bicepValue(item.arguments, '  ')),
    dependsOn(item, template),
    '}\n',
  ].join('');
}

function parameter([name, { type, secure, allowed, description, default: otherwise }]: readonly [
  string,
  Parameter,
]): string {
  return [
    `@description(${quoteBicep(description)})\n`,
    secure ? '@secure()\n' : '',
    allowed ? `@allowed(${bicepValue(allowed, '')})\n` : '',
    `param ${name} ${type}`,
    otherwise === undefined ? '' : ` = ${bicepValue(otherwise, '')}`,
    '\n',
  ].join('');
}

/** Writes a template as Bicep: `main.bicep`, and a file for each module. */
export function bicepFiles(template: Template, name = 'main.bicep'): BicepFile[] {
  const { parameters, variables = {}, resources, outputs = {} } = template;
  const parts = [
    ...Object.entries(parameters).map(parameter),
    ...Object.entries(variables).map(([variable, value]) => `var ${variable} = ${bicepValue(value, '')}\n`),
    ...(template.existing ?? []).map(existing),
    ...resources.map((item) => (isModule(item) ? module(item, template) : resource(item, template))),
    ...Object.entries(outputs).map(
      ([output, { type, description, value }]) =>
        `@description(${quoteBicep(description)})\noutput ${output} ${type} = ${bicepValue(value, '')}\n`,
    ),
  ];
  const inside = resources.filter(isModule).flatMap((item) => bicepFiles(item.template, `${item.symbol}.bicep`));
  return [{ name, text: parts.join('\n') }, ...inside];
}

/** The environment variable that brings a secret, so that it stands in no file: `SQL_ADMINISTRATOR_LOGIN_PASSWORD`. */
export const secretVariable = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

/** Writes parameter values as the file that goes beside `main.bicep`; secrets come from the environment. */
export function bicepParameters(values: Readonly<Record<string, Value>>, secrets: readonly string[]): string {
  const lines = [
    ...Object.entries(values).map(([name, value]) => `param ${name} = ${bicepValue(value, '')}\n`),
    ...secrets.map((name) => `param ${name} = readEnvironmentVariable('${secretVariable(name)}')\n`),
  ];
  return `using './main.bicep'\n\n${lines.join('')}`;
}
