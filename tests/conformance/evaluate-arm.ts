import { createHash } from 'node:crypto';

/** A JSON value as it stands in a template or comes out of one. */
export type Json = null | string | number | boolean | Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { [name: string]: Json };

/** A resource as Resource Manager would receive it. */
export interface Deployed {
  /** The resource with every expression replaced by its value; properties that are null are left out. */
  readonly resource: JsonObject;
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly dependsOn: readonly Json[];
  readonly properties: JsonObject;
}

interface Place {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

interface Scope extends Place {
  readonly parameters: JsonObject;
  readonly variables: JsonObject;
}

const tenantId = '22222222-2222-2222-2222-222222222222';
const home: Place = { subscriptionId: '33333333-3333-3333-3333-333333333333', resourceGroup: 'rg-home' };

function guid(...seeds: readonly Json[]): string {
  const hex = createHash('sha256').update(JSON.stringify(seeds)).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** Narrows a value to an object, or says what was in its place. */
export function asObject(value: Json | undefined, what = 'value'): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${what} is no object`);
  return value;
}

function asText(value: Json | undefined, what = 'value'): string {
  if (typeof value !== 'string') throw new TypeError(`${what} is no text: ${JSON.stringify(value)}`);
  return value;
}

function own(value: Json | undefined, name: string): Json {
  const found = Object.hasOwn(asObject(value), name) ? asObject(value)[name] : undefined;
  if (found === undefined) throw new TypeError(`${name} is not there`);
  return found;
}

const groupId = ({ subscriptionId, resourceGroup }: Place) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

/** The part of a resource id after the scope, from a type and one name for each of its segments. */
function providerPath(type: string, names: readonly string[]): string {
  const [provider, ...types] = type.split('/');
  if (types.length !== names.length) throw new TypeError(`${type} needs ${types.length} names, not ${names.length}`);
  return `/providers/${provider}${types.map((segment, index) => `/${segment}/${names[index]}`).join('')}`;
}

function resourceId(scope: Place, args: readonly Json[]): string {
  const texts = args.map((arg) => asText(arg));
  const at = texts.findIndex((arg) => /^Microsoft\.\w+\//.test(arg));
  if (at < 0 || at > 2) throw new TypeError('resourceId needs a type');
  const place = {
    subscriptionId: at === 2 ? (texts[0] ?? '') : scope.subscriptionId,
    resourceGroup: at > 0 ? (texts[at - 1] ?? '') : scope.resourceGroup,
  };
  return groupId(place) + providerPath(texts[at] ?? '', texts.slice(at + 1));
}

/** What a deployed resource tells about itself: the same answer for the same question. */
function described(subject: Json, name: string): JsonObject {
  const principalId = guid('principal', subject);
  return {
    identity: { principalId, tenantId },
    properties: {
      principalId,
      keyUriWithVersion: `https://kv-contoso.vault.azure.net/keys/${name}/0123456789abcdef0123456789abcdef`,
      managedDiskIdentity: { principalId: guid('disk', subject) },
      storageAccountIdentity: { principalId: guid('storage', subject) },
    },
  };
}

function createObject(args: readonly Json[]): JsonObject {
  const pairs = Array.from({ length: args.length / 2 }, (_, index) => args.slice(2 * index, 2 * index + 2));
  return Object.fromEntries(pairs.map(([name, value]) => [asText(name), value ?? null]));
}

function apply(name: string, args: readonly Json[], scope: Scope): Json {
  const [first, second, third] = args;
  switch (name) {
    case 'parameters':
      return own(scope.parameters, asText(first));
    case 'variables':
      return own(scope.variables, asText(first));
    case 'format':
      return asText(first).replace(/\{\{|\}\}|\{(\d+)\}/g, (found, index) =>
        index === undefined ? found.charAt(0) : asText(args[Number(index) + 1]),
      );
    case 'resourceId':
      return resourceId(scope, args);
    case 'extensionResourceId': {
      const [base, type, ...names] = args.map((arg) => asText(arg));
      return (base ?? '') + providerPath(type ?? '', names);
    }
    case 'subscriptionResourceId':
      return `/subscriptions/${scope.subscriptionId}${providerPath(
        asText(first),
        args.slice(1).map((arg) => asText(arg)),
      )}`;
    case 'guid':
      return guid(...args);
    case 'subscription':
      return { subscriptionId: scope.subscriptionId, tenantId };
    case 'resourceGroup':
      return { name: scope.resourceGroup, location: 'westeurope' };
    case 'environment':
      return { suffixes: { keyvaultDns: '.vault.azure.net' } };
    case 'null':
      return null;
    case 'true':
    case 'false':
      return name === 'true';
    case 'if':
      return (first === true ? second : third) ?? null;
    case 'createObject':
      return createObject(args);
    case 'createArray':
      return [...args];
    case 'split':
      return asText(first).split(asText(second));
    case 'last':
      return (Array.isArray(first) ? first.at(-1) : undefined) ?? null;
    case 'reference': {
      const name = asText(first).split('/').at(-1) ?? '';
      const all = described(first ?? null, name);
      return third === 'full' ? all : asObject(all.properties);
    }
    default:
      throw new TypeError(`${name} is no function that this evaluator knows`);
  }
}

/** Gives the value of a template expression, without its brackets. */
export function evaluate(expression: string, scope: Scope): Json {
  const tokens = [...expression.matchAll(/\s*('(?:[^']|'')*'|[A-Za-z_]\w*|-?\d+|[(),.]|\S)/g)].map(
    (match) => match[1] ?? '',
  );
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) {
      throw new SyntaxError(`${wanted ?? 'a token'} expected, not ${token}, in ${expression}`);
    }
    return token;
  };
  const value = (): Json => {
    const token = take();
    if (token.startsWith("'")) {
      if (token.length < 2) throw new SyntaxError(`A text does not end in ${expression}`);
      return token.slice(1, -1).replaceAll("''", "'");
    }
    if (/^-?\d+$/.test(token)) return Number(token);
    if (!/^[A-Za-z]/.test(token)) throw new SyntaxError(`${token} is not understood in ${expression}`);
    take('(');
    const args: Json[] = [];
    while (tokens[at] !== ')') {
      if (args.length > 0) take(',');
      args.push(value());
    }
    take(')');
    let result = apply(token, args, scope);
    while (tokens[at] === '.') {
      take('.');
      result = own(result, take());
    }
    return result;
  };
  const result = value();
  if (at < tokens.length) throw new SyntaxError(`${tokens.slice(at).join('')} is left over in ${expression}`);
  return result;
}

function resolveText(text: string, scope: Scope): Json {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  return text.startsWith('[[') ? text.slice(1) : evaluate(text.slice(1, -1), scope);
}

/** Replaces every expression in a value; properties that turn out to be null are left out. */
export function resolve(value: Json, scope: Scope): Json {
  if (typeof value === 'string') return resolveText(value, scope);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [asText(resolveText(name, scope)), resolve(item, scope)] as const)
      .filter(([, item]) => item !== null),
  );
}

function parameterValues({ parameters = {} }: JsonObject, given: JsonObject, scope: Scope): JsonObject {
  const declared = asObject(parameters);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new TypeError(`${unknown.join(', ')} given, but not declared`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, declaration]) => {
      const { type, defaultValue } = asObject(declaration);
      if (Object.hasOwn(given, name)) return [name, own(given[name], 'value')];
      if (defaultValue !== undefined) return [name, resolve(defaultValue, scope)];
      if (asText(type).toLowerCase() === 'securestring') return [name, 'asked for by the deployment'];
      throw new TypeError(`The parameter ${name} has no value`);
    }),
  );
}

/**
 * Gives the resources that a template deploys, nested deployments and what they deploy included.
 *
 * @param given the `parameters` of a parameters file
 * @throws TypeError when a parameter has no value, or something depends on what the template does not hold
 */
export function deploy(template: JsonObject, given: JsonObject, place: Place = home): Deployed[] {
  const bare: Scope = { ...place, parameters: {}, variables: {} };
  const parameters = parameterValues(template, given, bare);
  const { variables: written = {}, resources, outputs = {} } = template;
  const variables = asObject(resolve(written, { ...bare, parameters }));
  const scope: Scope = { ...place, parameters, variables };
  const deployed = (resources as Json[]).map((item) => one(asObject(item), scope));
  const own = deployed.map(([first]) => first).filter((item) => item !== undefined);
  const known = new Set(own.flatMap(({ id, name }): Json[] => [id, name]));
  for (const { name, dependsOn } of own) {
    for (const needed of dependsOn) {
      if (!known.has(needed)) throw new TypeError(`${name} depends on ${needed}, which is not there`);
    }
  }
  resolve(outputs, scope);
  return deployed.flat();
}

function deployedAs(resource: JsonObject, scopeId: string): Deployed {
  const { type, apiVersion, name, dependsOn = [], properties = {} } = resource;
  const path = providerPath(asText(type), asText(name).split('/'));
  return {
    resource,
    id: scopeId + path,
    type: asText(type),
    apiVersion: String(apiVersion),
    name: asText(name),
    dependsOn: dependsOn as Json[],
    properties: asObject(properties),
  };
}

/** A resource, followed by what it deploys in turn. */
function one(item: JsonObject, scope: Scope): Deployed[] {
  const { type, properties: all } = item;
  if (type !== 'Microsoft.Resources/deployments') {
    const resource = asObject(resolve(item, scope));
    const { scope: extended = groupId(scope) } = resource;
    return [deployedAs(resource, asText(extended))];
  }
  const { template, expressionEvaluationOptions, ...properties } = asObject(all);
  if (own(expressionEvaluationOptions, 'scope') !== 'inner') throw new TypeError('inner scope only');
  // What is inside is evaluated in its own scope, so it is taken out first.
  const resource = asObject(resolve({ ...item, properties }, scope));
  const { subscriptionId = scope.subscriptionId, resourceGroup = scope.resourceGroup } = resource;
  const place = { subscriptionId: asText(subscriptionId), resourceGroup: asText(resourceGroup) };
  const outer = deployedAs(resource, groupId(place));
  const { parameters = {} } = outer.properties;
  return [outer, ...deploy(asObject(template), asObject(parameters), place)];
}
