import { typeProperties } from '../../knowledge/arm/index.ts';
import type { TypeProperties } from '../../knowledge/arm/properties.ts';
import { isObject, isOpen, type Json, type JsonObject, resolve } from './expressions.ts';

/** A resource that was found in what somebody pasted. */
export interface Found {
  readonly type: TypeProperties;
  /** The resource, with the expressions of its template resolved where that is possible. */
  readonly resource: JsonObject;
  /** Its names, outermost first; empty where the paste does not tell them. */
  readonly names: readonly string[];
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** The version in which it was written down, if the paste tells it. */
  readonly apiVersion: string;
  /** True when it comes from a template, where everything stands as it is sent. */
  readonly template: boolean;
  /** How many resources that could have been meant the paste holds. */
  readonly of: number;
}

/** Nothing that can be used was found, and what to do about it. */
export interface NotFound {
  readonly problem: string;
}

const askFor = 'Paste the output of az resource show --ids <resource id>, or the JSON view of the portal.';
const largest = 2_000_000;

/** Colours of a terminal, and the blanks with which web pages indent. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence starts with one
const dressing = /\u001B\[[\d;]*m|^\uFEFF|^\u00A0+/gm;

/** Reads JSON with noise around it, such as a prompt before and after. */
function read(text: string): Json | undefined {
  const trimmed = text.replace(dressing, '').trim();
  const starts = [...trimmed.matchAll(/^[^\S\n]*[[{]|[[{]/gm)].map(({ index }) => index).slice(0, 50);
  const end = Math.max(trimmed.lastIndexOf('}'), trimmed.lastIndexOf(']'));
  for (const start of [0, ...starts]) {
    for (const part of [trimmed.slice(start), trimmed.slice(start, end + 1)]) {
      try {
        const value: Json = JSON.parse(part);
        if (typeof value === 'object' && value !== null) return value;
      } catch {
        // The next place where JSON could start is tried.
      }
    }
  }
  return undefined;
}

const field = (value: JsonObject, name: string): string => {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
};

const typeOfId = (id: string): string => {
  const [provider = '', ...rest] = id.split('/providers/').at(-1)?.split('/') ?? [];
  return [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/');
};

const byName = (name: string): TypeProperties | undefined =>
  typeProperties.find(({ type }) => type.toLowerCase() === name.toLowerCase());

function typeOf(value: JsonObject): TypeProperties | undefined {
  return byName(field(value, 'type')) ?? byName(typeOfId(field(value, 'id')));
}

/** Everything in a paste that could be a resource: itself, the items of a list, the resources of a template. */
function candidates(value: Json, depth = 0): { item: JsonObject; template: boolean }[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((item) => candidates(item, depth + 1));
  if (!isObject(value)) return [];
  const { resources, parameters, variables } = value;
  if (resources !== undefined && (value.$schema !== undefined || parameters !== undefined)) {
    const scope = {
      parameters: isObject(parameters) ? parameters : {},
      variables: isObject(variables) ? variables : {},
    };
    const all = Array.isArray(resources) ? resources : isObject(resources) ? Object.values(resources) : [];
    return all.filter(isObject).flatMap((item) => {
      const { properties } = item;
      const inner =
        isObject(properties) && isObject(properties.template) ? candidates(properties.template, depth + 1) : [];
      const resolved = resolve(item, scope);
      return [...(isObject(resolved) ? [{ item: resolved, template: true }] : []), ...inner];
    });
  }
  // A list of REST, an answer of Resource Graph, and a response of Invoke-AzRestMethod.
  if (Array.isArray(value.value)) return candidates(value.value, depth + 1);
  if (Array.isArray(value.data)) return candidates(value.data, depth + 1);
  if (typeof value.Content === 'string') return candidates(read(value.Content) ?? null, depth + 1);
  return [{ item: value, template: false }];
}

const near: Readonly<Record<string, string>> = {
  'microsoft.operationalinsights/workspaces':
    'This is a Log Analytics workspace. The key sits on the dedicated cluster that it is linked to: paste the cluster.',
  'microsoft.healthcareapis/workspaces':
    'This is the workspace around FHIR and DICOM services. It takes no key: paste the service.',
};

/** True for JSON of which the end is missing. */
const isCut = (text: string): boolean => {
  const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return outside.split(/[[{]/).length > outside.split(/[\]}]/).length;
};

function nothing(all: readonly { item: JsonObject }[], text: string): NotFound {
  if (isCut(text))
    return { problem: `The end of the JSON is missing. Copy all of it, up to the last bracket. ${askFor}` };
  const named = all.map(({ item }) => field(item, 'type') || typeOfId(field(item, 'id'))).filter((name) => name !== '');
  const close = named.map((name) => near[name.toLowerCase()]).find((sentence) => sentence !== undefined);
  if (close) return { problem: close };
  const [first] = named;
  return {
    problem: first
      ? `${first} is no type that can be imported. ${askFor}`
      : `There is JSON, but no resource in it: type or id is missing. ${askFor}`,
  };
}

const failed = (item: JsonObject): boolean =>
  /"provisioningState":"Failed"/i.test(JSON.stringify(item.properties ?? item));

/** The part after a place in a resource id. */
const idPart = (id: string, name: string): string => new RegExp(`/${name}/([^/]+)`, 'i').exec(id)?.[1] ?? '';

function namesOf(item: JsonObject, type: TypeProperties, template: boolean): string[] {
  const segments = type.type.split('/').length - 1;
  const id = field(item, 'id');
  const path = id.split('/providers/').at(-1)?.split('/') ?? [];
  const fromId = path.filter((_, index) => index > 0 && index % 2 === 0);
  if (fromId.length === segments) return fromId;
  const given = field(item, 'name');
  // The name in a template may be one that only a deployment can tell.
  const name = template && isOpen(given) ? [] : given.split('/');
  return template || segments === 1 ? (name.length === segments ? name : []) : [];
}

/**
 * Finds the resource in what `az resource show`, `az <service> show`, the portal, a REST call or a template gives.
 *
 * @returns the resource, or a sentence that says what was wrong and what to do next
 * @example findResource('{"type":"Microsoft.Synapse/workspaces","name":"w","properties":{}}')
 */
export function findResource(text: string): Found | NotFound {
  if (text.trim() === '') return { problem: `Nothing is there yet. ${askFor}` };
  if (text.length > largest)
    return { problem: `This is longer than two million characters. Paste one resource only. ${askFor}` };
  const value = read(text);
  if (value === undefined)
    return isCut(text) && text.includes('"') ? nothing([], text) : { problem: `This is not JSON. ${askFor}` };
  const all = candidates(value);
  const known = all.flatMap(({ item, template }) => {
    const type = typeOf(item);
    return type ? [{ item, template, type }] : [];
  });
  const chosen = known.find(({ item }) => failed(item)) ?? known[0];
  if (!chosen) return nothing(all, text);
  const { item, template, type } = chosen;
  const id = field(item, 'id');
  return {
    type,
    resource: item,
    names: namesOf(item, type, template),
    subscriptionId: idPart(id, 'subscriptions'),
    resourceGroup: idPart(id, 'resourceGroups') || field(item, 'resourceGroup'),
    apiVersion: field(item, 'apiVersion'),
    template,
    of: known.length,
  };
}
