import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import type { ParameterName } from '../../knowledge/template-parameters.ts';
import { type Choices, defaultsOf, settle } from '../choices.ts';
import { keyAddress } from '../key-store.ts';
import { isStructure, param, type Resource, type Structure, type Template, type Value } from '../model.ts';
import { complete, placeholder, type TemplateValues } from '../parameters.ts';
import { Resolver } from '../resolve.ts';
import { serviceTemplates } from '../services/index.ts';
import { type CarriedOver, carryOver } from './carry-over.ts';
import { currentIdentity, currentKey, fromAddress, namesIdentity, serviceOf, textAt } from './current.ts';
import { type Difference, difference } from './diff.ts';
import { isObject, type JsonObject } from './expressions.ts';
import { type Found, findResource } from './find-resource.ts';
import { notes, partial } from './notes.ts';
import { importRefusal } from './refusals.ts';

export type { Difference } from './diff.ts';

/** A resource that was pasted, and what could be read off it. */
export interface ImportedResource {
  readonly found: Found;
  readonly carried: CarriedOver;
  /** The choices that fit it. */
  readonly choices: Choices;
  /** Its names, and the key that it names now. */
  readonly values: TemplateValues;
}

/** The resource with the chosen key in it, and what differs. */
export interface Imported {
  /** Null when it cannot be sent, with the reason in `refused`. */
  readonly template: Template | null;
  readonly refused: string | null;
  readonly differences: readonly Difference[];
  /** What to know before all of it is deployed. */
  readonly notes: readonly string[];
}

/**
 * Reads a pasted resource.
 *
 * @returns what was found, or a sentence that says what was wrong and what to do next
 * @example readResource('{"type":"Microsoft.Synapse/workspaces", …}')
 */
export function readResource(text: string): ImportedResource | { readonly problem: string } {
  const found = findResource(text);
  if ('problem' in found) return found;
  const carried = carryOver(found);
  const { kept } = carried;
  const [service, variant] = serviceOf(found.type, kept);
  const base = defaultsOf(service, 'repair');
  const identity = currentIdentity(service, kept);
  const names = serviceScenarios[service].names;
  const values: TemplateValues = {
    ...Object.fromEntries(names.map((name, index) => [name, found.names[index] ?? ''])),
    ...(found.subscriptionId && { subscriptionId: found.subscriptionId }),
    ...(found.resourceGroup && { resourceGroup: found.resourceGroup }),
    ...currentKey(service, kept, variant),
    ...fromAddress(textAt(found.resource, 'customer_managed_key.key_uri')),
    ...(identity && { identityId: identity }),
    ...(service === 'synapse' && workspaceKey(kept)),
  };
  const choices = settle({
    ...base,
    variant: variant || base.variant,
    store: values.hsmName ? 'managed-hsm' : 'vault',
    identity: identity && namesIdentity(base) ? 'user-assigned' : base.identity,
  });
  return { found, carried, choices, values };
}

/**
 * The key that a pasted resource names for what was chosen: a Databricks workspace has up to three.
 *
 * @example keyOf(read, { ...read.choices, variant: 'managed-disks' }).keyName
 */
export const keyOf = ({ carried }: ImportedResource, { service, variant }: Choices): TemplateValues =>
  currentKey(service, carried.kept, variant);

/** Synapse points to its key by the name of a child. */
function workspaceKey(kept: JsonObject): TemplateValues {
  const workspaceKeyName = textAt(kept, 'properties.encryption.cmk.key.name');
  return workspaceKeyName ? { workspaceKeyName } : {};
}

function merge(base: Value | undefined, change: Value): Value {
  if (base === undefined || !isStructure(base) || !isStructure(change)) return change;
  const [from, to]: [Structure, Structure] = [base, change];
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...names].map((name): [string, Value] => {
      const inner = Object.hasOwn(to, name) ? to[name] : undefined;
      const old = Object.hasOwn(from, name) ? from[name] : undefined;
      return [name, inner === undefined ? (old ?? {}) : merge(old, inner)];
    }),
  );
}

/** Attaches the user-assigned identity that is named beside the key, if it is not attached yet. */
function attach(kept: JsonObject, choices: Choices, values: TemplateValues): Structure {
  const wanted = values.identityId ?? placeholder('identityId');
  const { identity } = kept;
  const known = isObject(identity) && isObject(identity.userAssignedIdentities) ? identity.userAssignedIdentities : {};
  const there = Object.keys(known).some((id) => id.toLowerCase() === wanted.toLowerCase());
  if (choices.identity !== 'user-assigned' || !namesIdentity(choices) || there) return {};
  const type = isObject(identity) ? String(identity.type ?? 'None') : 'None';
  const system = choices.service === 'synapse' || type.startsWith('SystemAssigned');
  return {
    identity: {
      type: system ? 'SystemAssigned,UserAssigned' : 'UserAssigned',
      userAssignedIdentities: Object.fromEntries([[wanted, {}]]),
    },
  };
}

/** A storage account takes one user-assigned identity only, so the one that reads the key replaces any other. */
function single({ service, identity }: Choices, body: Structure, values: TemplateValues): Structure {
  const block = body.identity;
  if (service !== 'storage' || identity !== 'user-assigned' || block === undefined || !isStructure(block)) return body;
  const wanted = values.identityId ?? placeholder('identityId');
  const { userAssignedIdentities: known }: Structure = block;
  const name =
    known !== undefined && isStructure(known)
      ? Object.keys(known).find((id) => id.toLowerCase() === wanted.toLowerCase())
      : undefined;
  return { ...body, identity: { ...block, userAssignedIdentities: Object.fromEntries([[name ?? wanted, {}]]) } };
}

/** What a version of the API asks for, although an older one does not show it. */
function required({ service }: Choices, kept: JsonObject): Structure {
  const { properties } = kept;
  return service === 'databricks' && isObject(properties) && properties.computeMode === undefined
    ? { properties: { computeMode: 'Hybrid' } }
    : {};
}

const order = ['location', 'tags', 'sku', 'kind', 'zones', 'identity'];

function inOrder(body: Structure): Structure {
  const known = order.filter((name) => Object.hasOwn(body, name));
  const rest = Object.keys(body).filter((name) => !order.includes(name));
  return Object.fromEntries([...known, ...rest].map((name) => [name, body[name] ?? {}]));
}

const sentence = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ' and more' : '');

/** Why nothing can be sent, whatever was chosen. */
function unsendable({ found, carried, values, choices }: ImportedResource): string | null {
  const open = carried.open.filter((path) => path !== 'location');
  if (open.length > 0) {
    return `These values are expressions that only a deployment can resolve: ${sentence(open)}. Paste the resource itself: az resource show --ids <resource id>.`;
  }
  const nameless = serviceScenarios[choices.service].names.some((name: ParameterName) => !values[name]);
  return nameless && found.names.length === 0 && !found.template
    ? 'The paste does not tell the name of the resource. Paste the output of az resource show --ids <resource id>, where id and name stand.'
    : null;
}

/**
 * Writes a pasted resource with the chosen key: everything that can be written is carried over, and only identity and
 * encryption change.
 *
 * @param values what the reader typed, over what the resource says
 */
export function importTemplate(imported: ImportedResource, choices: Choices, values: TemplateValues): Imported {
  const { carried, found } = imported;
  const { kept, dropped } = carried;
  const { service } = choices;
  const less = partial(found);
  if (less) return { template: null, refused: less, differences: [], notes: [] };
  const { symbol, why, parent, change } = serviceTemplates[service];
  const { names } = serviceScenarios[service];
  const key = keyAddress(choices);
  const changes = [
    required(choices, kept),
    attach(kept, choices, values),
    change(choices, key),
    // The region of the resource group is what the parameter falls back to.
    ...(carried.open.includes('location') ? [{ location: param('location') }] : []),
  ];
  const body = inOrder(single(choices, changes.reduce<Value>(merge, kept as Structure) as Structure, values));
  const differences = difference(kept, dropped, body, new Resolver(service, values));
  const refused =
    unsendable(imported) ??
    importRefusal(
      {
        ...found.resource,
        ...kept,
        properties: { ...asObject(found.resource.properties), ...asObject(kept.properties) },
      },
      choices,
      values,
    );
  if (refused) return { template: null, refused, differences, notes: [] };
  const holder = parent?.(choices);
  const resource: Resource = {
    symbol,
    type: found.type.type,
    apiVersion: found.type.apiVersion,
    name: param(names.at(-1) ?? ''),
    ...(holder && { parent: holder.symbol }),
    why: `${why.split(/[,:;.]/)[0]}, as it is, with its key.`,
    body,
  };
  return {
    template: complete(service, { ...(holder && { existing: [holder] }), resources: [resource] }),
    refused: null,
    differences,
    notes: notes(found, keyOf(imported, choices).keyVersion !== undefined, choices, keyOf(imported, choices)),
  };
}

const asObject = (value: JsonObject[string] | undefined): JsonObject => (isObject(value) ? value : {});
