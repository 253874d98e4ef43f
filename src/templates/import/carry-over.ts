import { type Left, leftOut, renamed } from '../../knowledge/arm/carry-over.ts';
import type { TypeProperties, Writable } from '../../knowledge/arm/properties.ts';
import type { SourceId } from '../../knowledge/sources.ts';
import { isObject, isOpen, type Json, type JsonObject } from './expressions.ts';
import type { Found } from './find-resource.ts';

/** A value that is not sent again. */
export interface Dropped {
  readonly path: string;
  readonly value: Json;
  readonly why: string;
  readonly source?: SourceId;
}

/** What of a resource is sent again, and what is not. */
export interface CarriedOver {
  readonly kept: JsonObject;
  readonly dropped: readonly Dropped[];
  /** Texts that only a deployment can evaluate, by their path; with one of them nothing can be sent. */
  readonly open: readonly string[];
}

/** What every resource has around its properties, and no PUT takes. */
const envelope: Readonly<Record<string, string>> = {
  id: 'It says which resource this is; the address of the call does that.',
  name: 'It stands in the address of the call.',
  type: 'It stands in the address of the call.',
  apiVersion: 'It is chosen anew: the newest that is known here.',
  resourceGroup: 'The command adds it; it stands in the address of the call.',
  dependsOn: 'It orders a template, and is made anew.',
  comments: 'It belongs to the template that was pasted.',
  condition: 'It belongs to the template that was pasted.',
  scale: 'It belongs to the template that was pasted.',
};

class Carrier {
  readonly dropped: Dropped[] = [];
  readonly open: string[] = [];
  readonly #type: TypeProperties;
  readonly #template: boolean;

  constructor({ type, template }: Found) {
    this.#type = type;
    this.#template = template;
  }

  drop(path: string, value: Json, why: string, source?: SourceId): undefined {
    if (value !== null) this.dropped.push({ path, value, why, ...(source && { source }) });
    return undefined;
  }

  /** The rule by which something writable is left out, if there is one. */
  #left(pattern: string, value: Json): Left | undefined {
    return leftOut.find(
      ({ type, path, only }) =>
        type === this.#type.type &&
        path === pattern &&
        (!only || (isObject(value) && only.values.includes(String(value[only.name])))),
    );
  }

  value(value: Json, rule: Writable, path: string, pattern: string): Json | undefined {
    if (value === null) return undefined;
    if (rule === 0) return this.drop(path, value, 'Read-only: Azure sets it.');
    const left = this.#left(pattern, value);
    if (left) return this.drop(path, value, left.because, left.source);
    // Outside of a template, a text in brackets is a text.
    if (this.#template && typeof value === 'string' && isOpen(value)) this.open.push(path);
    if (rule === 1) return value;
    if (Array.isArray(value)) return this.#list(value, rule, path, pattern);
    return isObject(value) ? this.object(value, rule, path, pattern) : value;
  }

  #list(value: Json[], rule: Exclude<Writable, 0 | 1>, path: string, pattern: string): Json {
    const item = rule['[]'];
    if (item === undefined) return value;
    return value.flatMap((one, index) => {
      const kept = this.value(one, item, `${path}[${index}]`, `${pattern}.[]`);
      return kept === undefined ? [] : [kept];
    });
  }

  /** Writes the properties of an object by their published names; an object of which nothing is left goes too. */
  object(value: JsonObject, rule: Exclude<Writable, 0 | 1>, path: string, pattern: string): JsonObject | undefined {
    const entries = Object.entries(value).flatMap(([given, item]) => {
      const name = this.#name(given, rule, pattern);
      const inner = name === undefined ? rule['*'] : rule[name];
      const below = `${path}${path && '.'}${name ?? given}`;
      const at = `${pattern}${pattern && '.'}${name ?? '*'}`;
      if (inner === undefined) {
        this.drop(
          below,
          item,
          `Not a property of ${this.#type.type} in version ${this.#type.apiVersion}. If it is a setting of yours, paste the output of az resource show.`,
        );
        return [];
      }
      const kept = this.value(item, inner, below, at);
      return kept === undefined ? [] : [[name ?? given, kept] as const];
    });
    const empty = entries.length === 0 && Object.keys(value).length > 0 && !pattern.endsWith('*');
    return empty ? undefined : Object.fromEntries(entries);
  }

  /** The published name of a property: capitals may differ, and commands rename some. */
  #name(given: string, rule: Exclude<Writable, 0 | 1>, pattern: string): string | undefined {
    const known = (wanted: string) =>
      Object.keys(rule).find((name) => name.toLowerCase() === wanted.toLowerCase() && name !== '*' && name !== '[]');
    const inside = pattern.replace(/^properties\.?/, '');
    const other = renamed[this.#type.type]?.[`${inside}${inside && '.'}${given}`];
    return known(given) ?? (other === undefined ? undefined : known(other));
  }
}

/** What a command shows without `properties` around it. */
function nested(resource: JsonObject, { properties }: TypeProperties): JsonObject {
  if (isObject(resource.properties)) return resource;
  const top = new Set(Object.keys(properties).map((name) => name.toLowerCase()));
  const outside: [string, Json][] = [];
  const inside: [string, Json][] = [];
  for (const [name, value] of Object.entries(resource)) {
    (top.has(name.toLowerCase()) || Object.hasOwn(envelope, name) ? outside : inside).push([name, value]);
  }
  return { ...Object.fromEntries(outside), properties: Object.fromEntries(inside) };
}

/** Keeps everything that can be written, and says of the rest why it is not sent. */
export function carryOver(found: Found): CarriedOver {
  const { resource, type } = found;
  const carrier = new Carrier(found);
  const kept: [string, Json][] = [];
  for (const [given, value] of Object.entries(nested(resource, type))) {
    const name = Object.keys(type.properties).find((one) => one.toLowerCase() === given.toLowerCase());
    const why = Object.hasOwn(envelope, given) ? envelope[given] : undefined;
    const rule = name === undefined ? undefined : type.properties[name];
    if (why !== undefined) {
      carrier.drop(given, value, why);
    } else if (name === undefined || rule === undefined) {
      carrier.drop(given, value, 'Not a part of this resource: the command or the portal shows it beside it.');
    } else {
      const written = carrier.value(value, rule, name, name);
      if (written !== undefined) kept.push([name, written]);
    }
  }
  return { kept: Object.fromEntries(kept), dropped: carrier.dropped, open: carrier.open };
}
