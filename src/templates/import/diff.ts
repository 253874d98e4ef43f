import { type Source, sources } from '../../knowledge/sources.ts';
import { isExpression, isKeyed, isList, type Structure, type Value } from '../model.ts';
import type { Resolver } from '../resolve.ts';
import type { Dropped } from './carry-over.ts';
import { isObject, type Json } from './expressions.ts';

/** What happened to one property on the way from the resource to the template. */
export interface Difference {
  readonly path: string;
  readonly kind: 'kept' | 'dropped' | 'changed' | 'added';
  readonly before?: string;
  readonly after?: string;
  readonly why: string;
  readonly source?: Source;
}

const told = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The leaves of a JSON value by their path. */
export function leaves(value: Json, path = ''): [string, Json][] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, item]) => leaves(item, path ? `${path}.${name}` : name));
  }
  return [[path, value]];
}

/** The leaves of what is sent, with values where parameters stand. */
function written(value: Value, resolve: Resolver): [string, Json][] {
  const plain = (inner: Value): Json => {
    if (typeof inner !== 'object') return inner;
    if (isList(inner)) return inner.map(plain);
    if (isExpression(inner) || isKeyed(inner)) return resolve.json(inner);
    return Object.fromEntries(Object.entries(inner as Structure).map(([name, item]) => [name, plain(item)]));
  };
  return leaves(plain(value));
}

const encryption = /encryption|keyvault|customerManagedKey|prepareEncryption/i;

/** Why a property is another one now. */
function reason(path: string): string {
  if (/^identity\b/.test(path)) return 'The identity that reads the key is attached.';
  if (path === 'location') return 'The paste leaves it to the deployment: give the region of the resource.';
  if (encryption.test(path)) return 'The key that you chose.';
  return 'This version of the API asks for it.';
}

/** Compares what was carried over with what is sent, property by property. */
export function difference(kept: Json, dropped: readonly Dropped[], sent: Structure, resolve: Resolver): Difference[] {
  const before = new Map(leaves(kept));
  const after = new Map(written(sent, resolve));
  const same = (path: string) => JSON.stringify(before.get(path)) === JSON.stringify(after.get(path));
  const changed = [...after].flatMap(([path, value]): Difference[] => {
    const old = before.get(path);
    if (old === undefined) return [{ path, kind: 'added', after: told(value), why: reason(path) }];
    return same(path) ? [] : [{ path, kind: 'changed', before: told(old), after: told(value), why: reason(path) }];
  });
  const replaced = [...before].flatMap(([path, value]): Difference[] =>
    after.has(path)
      ? []
      : [
          {
            path,
            kind: 'dropped',
            before: told(value),
            why: /^identity\b/.test(path)
              ? 'Another identity takes its place: the service takes one only.'
              : reason(path),
          },
        ],
  );
  const left = dropped.flatMap(({ path, value, why, source }) =>
    leaves(value, path).map(
      ([leaf, item]): Difference => ({
        path: leaf,
        kind: 'dropped',
        before: told(item),
        why,
        ...(source && { source: sources[source] }),
      }),
    ),
  );
  const stays = [...after].flatMap(([path, value]): Difference[] =>
    before.has(path) && same(path)
      ? [{ path, kind: 'kept', before: told(value), why: 'Sent again as it was, so that nothing resets it.' }]
      : [],
  );
  return [...changed, ...replaced, ...left, ...stays];
}
