import type { Json, JsonObject } from './evaluate-arm.ts';

/** What is published about a property of a resource type. */
export interface Fact {
  readonly type: 'any' | 'object' | 'array' | 'string' | 'boolean' | 'integer';
  readonly properties?: Readonly<Record<string, Fact>>;
  readonly additionalProperties?: Fact;
  readonly items?: Fact;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly enum?: readonly string[];
  /** Values beyond `enum` are taken as well. */
  readonly open?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  /** The property whose value says which of `variants` an object is. */
  readonly discriminator?: string;
  readonly variants?: Readonly<Record<string, Fact>>;
}

/** Everything that is known about one API version of a resource type. */
export interface TypeFacts {
  readonly resourceType: string;
  readonly apiVersion: string;
  readonly body: Fact;
}

/** A keyword that the checker does not know must not pass as a rule that was kept. */
const keywords = new Set([
  ...['type', 'properties', 'additionalProperties', 'items', 'required', 'readOnly', 'writeOnly', 'enum', 'open'],
  ...['pattern', 'minLength', 'maxLength', 'minValue', 'maxValue', 'discriminator', 'variants'],
]);

/** What belongs to the template and not to the resource. */
const templateLevel = new Set(['type', 'apiVersion', 'scope', 'dependsOn', 'condition', 'comments']);

function typeOf(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === null ? 'null' : typeof value;
}

function checkText(value: string, fact: Fact, path: string): string[] {
  const problems: string[] = [];
  if (fact.enum && !fact.open && !fact.enum.includes(value))
    problems.push(`${path}: ${value} is not one of the values`);
  if (fact.pattern && !new RegExp(fact.pattern).test(value)) problems.push(`${path}: ${value} breaks the pattern`);
  if (value.length < (fact.minLength ?? 0)) problems.push(`${path}: too short`);
  if (value.length > (fact.maxLength ?? Number.POSITIVE_INFINITY)) problems.push(`${path}: too long`);
  return problems;
}

function checkObject(value: JsonObject, fact: Fact, path: string, partial: boolean): string[] {
  const variant = fact.discriminator ? fact.variants?.[String(value[fact.discriminator])] : undefined;
  const known = { ...fact.properties, ...variant?.properties };
  const absent = Object.entries(partial ? {} : known)
    .filter(([name, { required, readOnly }]) => required && !readOnly && !Object.hasOwn(value, name))
    .map(([name]) => `${path}.${name}: required, but missing`);
  const present = Object.entries(value).flatMap(([name, item]) => {
    const rule = Object.hasOwn(known, name) ? known[name] : fact.additionalProperties;
    return rule ? checkValue(item, rule, `${path}.${name}`, partial) : [`${path}.${name}: unknown`];
  });
  return [...absent, ...present];
}

/**
 * Lists what is wrong with a value, each problem with the path to it.
 *
 * @param partial true for a change, from which required properties may be missing
 */
export function checkValue(value: Json, fact: Fact, path: string, partial = false): string[] {
  const strange = Object.keys(fact).filter((keyword) => !keywords.has(keyword));
  if (strange.length > 0) throw new TypeError(`${path}: the checker does not know ${strange.join(', ')}`);
  if (fact.readOnly) return [`${path}: read-only`];
  if (fact.type === 'any') return [];
  if (typeOf(value) !== fact.type) return [`${path}: ${typeOf(value)} instead of ${fact.type}`];
  if (typeof value === 'string') return checkText(value, fact, path);
  if (typeof value === 'number') {
    const inside = value >= (fact.minValue ?? Number.NEGATIVE_INFINITY) && value <= (fact.maxValue ?? Infinity);
    return inside ? [] : [`${path}: out of range`];
  }
  if (Array.isArray(value)) {
    const { items } = fact;
    return items ? value.flatMap((item, index) => checkValue(item, items, `${path}[${index}]`, partial)) : [];
  }
  return typeof value === 'object' && value !== null ? checkObject(value, fact, path, partial) : [];
}

/** Lists what is wrong with a resource whose expressions have been resolved. */
export function checkResource(resource: JsonObject, facts: TypeFacts): string[] {
  const problems = (['type', 'apiVersion'] as const)
    .filter((name) => resource[name] !== (name === 'type' ? facts.resourceType : facts.apiVersion))
    .map((name) => `${name}: ${resource[name]} is not that of the facts`);
  const body: JsonObject = Object.fromEntries(Object.entries(resource).filter(([name]) => !templateLevel.has(name)));
  // A child is named with its parents; the facts describe its own name.
  const { name } = body;
  const named = typeof name === 'string' ? { ...body, name: name.split('/').at(-1) ?? '' } : body;
  return [...problems, ...checkValue(named, facts.body, facts.resourceType)];
}
