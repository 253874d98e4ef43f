import fc from 'fast-check';
import type { Fact, TypeFacts } from './check-properties.ts';
import { asObject, type Json, type JsonObject } from './evaluate-arm.ts';

interface Variants {
  readonly discriminator?: string;
  readonly variants?: Readonly<Record<string, Fact>>;
}

const guid = fc.uuid();
const word = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);

/** Texts that the pattern of a property takes; only patterns that are published for these types. */
function text({ enum: values, pattern, minLength = 0, maxLength }: Fact): fc.Arbitrary<string> {
  if (values) return fc.constantFrom(...values);
  if (pattern?.includes('[0-9a-fA-F]{8}')) return guid;
  if (pattern?.includes('[hH][tT][tT][pP]')) return fc.constant('https://contoso.example');
  return word.map((one) => one.padEnd(minLength, 'x').slice(0, maxLength));
}

/** Values of a property as a service would return it, what is read-only included. */
export function sample(fact: Fact & Variants): fc.Arbitrary<Json> {
  switch (fact.type) {
    case 'string':
      return text(fact);
    case 'integer':
      return fc.integer({ min: fact.minValue ?? 1, max: fact.maxValue ?? 1000 });
    case 'boolean':
    case 'any':
      return fc.boolean();
    case 'array':
      return fc.array(fact.items ? sample(fact.items) : word, { maxLength: 2 });
    case 'object': {
      const { discriminator, variants = {} } = fact;
      const own = properties(fact.properties ?? {});
      const more = fact.additionalProperties
        ? fc.dictionary(word, sample(fact.additionalProperties), { maxKeys: 2 })
        : fc.constant({});
      const variant: fc.Arbitrary<Json> = discriminator
        ? fc.oneof(...Object.values(variants).map((one) => properties({ ...one.properties })))
        : fc.constant({});
      return fc.tuple(more, own, variant).map((parts): JsonObject => Object.assign({}, ...parts));
    }
  }
}

/** Some properties are always there, the others sometimes. */
function properties(facts: Readonly<Record<string, Fact>>): fc.Arbitrary<JsonObject> {
  const all = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, sample(fact)]));
  const required = Object.keys(facts).filter((name) => facts[name]?.required);
  return fc.record(all, { requiredKeys: required }).map((value) => value as JsonObject);
}

/** A resource of a type, as a GET returns it. */
export function sampleResource({ resourceType, body }: TypeFacts, ready: JsonObject): fc.Arbitrary<JsonObject> {
  const names = resourceType
    .split('/')
    .slice(1)
    .map((segment) => `${segment.toLowerCase().slice(0, 10)}1`);
  const path = resourceType
    .split('/')
    .slice(1)
    .map((segment, index) => `/${segment}/${names[index]}`)
    .join('');
  const id = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-a/providers/${resourceType.split('/')[0]}${path}`;
  return sample(body).map((value) => {
    const { apiVersion: _, ...resource } = asObject(value);
    return merge({ ...resource, id, name: names.at(-1) ?? '', type: resourceType }, ready);
  });
}

function merge(base: JsonObject, change: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [name, value] of Object.entries(change)) {
    const old = result[name];
    result[name] =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      typeof old === 'object' &&
      old !== null &&
      !Array.isArray(old)
        ? merge(old, value)
        : value;
  }
  return result;
}
