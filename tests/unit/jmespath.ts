// As much of JMESPath as the collector's queries use: paths, [0], [], filters by equality, multiselects, && and ||,
// and three functions.
type Read = (value: unknown) => unknown;
interface Token {
  readonly kind: string;
  readonly text: string;
}

const token = /\s*(?:('(?:[^'\\]|\\.)*')|([A-Za-z_]\w*)|(\d+)|(&&|\|\||==|\[\?|[.,:(){}[\]]))/y;

function fault(text: string): never {
  throw new Error(text);
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const [, string, name, number, sign] = token.exec(text) ?? fault(`cannot read the query: ${text}`);
    if (string) found.push({ kind: 'string', text: string.slice(1, -1) });
    else if (name) found.push({ kind: 'name', text: name });
    else if (number) found.push({ kind: 'number', text: number });
    else if (sign) found.push({ kind: sign, text: sign });
  }
  return found;
}

const absent = (value: unknown): value is null | undefined => value === null || value === undefined;
const member = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[name] ?? null) : null;
const truthy = (value: unknown): boolean =>
  !(absent(value) || value === false || value === '' || (typeof value === 'object' && Object.keys(value).length === 0));

const functions: Readonly<Record<string, (...given: unknown[]) => unknown>> = {
  not_null: (...values) => values.find((value) => !absent(value)) ?? null,
  join: (glue, list) =>
    (Array.isArray(list) ? list : fault('join takes a list'))
      .map((one) => (typeof one === 'string' ? one : fault('join takes texts')))
      .join(String(glue)),
  keys: (object) => Object.keys(typeof object === 'object' && object ? object : fault('keys takes an object')),
};

/**
 * What a query makes of a document; null where nothing is there.
 *
 * @example evaluate("[?state=='Enabled'].id", [{ id: 'a', state: 'Enabled' }]) // ['a']
 */
export function evaluate(query: string, document: unknown): unknown {
  const list = tokens(query);
  let at = 0;
  const is = (kind: string, ahead = 0): boolean => list[at + ahead]?.kind === kind;
  const eat = (kind: string): string => {
    const found = list[at];
    if (found?.kind !== kind) return fault(`${kind} expected in ${query}`);
    at += 1;
    return found.text;
  };

  function either(): Read {
    let left = both();
    while (is('||')) {
      eat('||');
      const [one, other] = [left, both()];
      left = (value) => {
        const first = one(value);
        return truthy(first) ? first : other(value);
      };
    }
    return left;
  }
  function both(): Read {
    let left = equal();
    while (is('&&')) {
      eat('&&');
      const [one, other] = [left, equal()];
      left = (value) => {
        const first = one(value);
        return truthy(first) ? other(value) : first;
      };
    }
    return left;
  }
  function equal(): Read {
    const left = steps(primary());
    if (!is('==')) return left;
    eat('==');
    const right = steps(primary());
    return (value) => left(value) === right(value);
  }
  function steps(start: Read): Read {
    let read = start;
    for (;;) {
      const before = read;
      if (is('.')) {
        eat('.');
        const next = is('{') || is('[') ? multiselect() : field();
        read = (value) => {
          const own = before(value);
          return absent(own) ? null : next(own);
        };
      } else if (is('[') && is(']', 1)) {
        eat('[');
        eat(']');
        return project(before, () => true);
      } else if (is('[?')) {
        eat('[?');
        const keeps = either();
        eat(']');
        return project(before, keeps);
      } else if (is('[') && is('number', 1)) {
        eat('[');
        const index = Number(eat('number'));
        eat(']');
        read = (value) => member(before(value), index);
      } else return read;
    }
  }
  function project(before: Read, keeps: Read): Read {
    const rest = steps((value) => value);
    return (value) => {
      const own = before(value);
      if (!Array.isArray(own)) return null;
      return own
        .filter((one) => truthy(keeps(one)))
        .map(rest)
        .filter((one) => !absent(one));
    };
  }
  function field(): Read {
    const name = eat('name');
    return (value) => member(value, name);
  }
  function several<T>(end: string, one: () => T): T[] {
    const found = [one()];
    while (is(',')) {
      eat(',');
      found.push(one());
    }
    eat(end);
    return found;
  }
  function multiselect(): Read {
    if (is('{')) {
      eat('{');
      const members = several('}', () => {
        const name = eat('name');
        eat(':');
        return [name, either()] as const;
      });
      return (value) =>
        absent(value) ? null : Object.fromEntries(members.map(([name, read]) => [name, read(value) ?? null]));
    }
    eat('[');
    const members = several(']', either);
    return (value) => (absent(value) ? null : members.map((read) => read(value) ?? null));
  }
  function primary(): Read {
    if (is('string')) {
      const text = eat('string');
      return () => text;
    }
    if (is('(')) {
      eat('(');
      const inner = either();
      eat(')');
      return inner;
    }
    if (is('[?') || (is('[') && (is(']', 1) || is('number', 1)))) return (value) => value;
    if (is('{') || is('[')) return multiselect();
    if (is('(', 1)) {
      const name = eat('name');
      const call = functions[name] ?? fault(`the function ${name} is not known`);
      eat('(');
      const given = several(')', either);
      return (value) => call(...given.map((read) => read(value)));
    }
    return field();
  }

  const read = either();
  if (at < list.length) fault(`the query goes on after its end: ${query}`);
  return read(document) ?? null;
}
