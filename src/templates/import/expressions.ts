/** JSON as it is pasted. */
export type Json = null | string | number | boolean | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json };

/** True for a JSON object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the expressions of a template can refer to. */
export interface Scope {
  readonly parameters: JsonObject;
  readonly variables: JsonObject;
}

const own = (values: JsonObject, name: Json | undefined): Json | undefined =>
  typeof name === 'string' && Object.hasOwn(values, name) ? values[name] : undefined;

function call(name: string, args: readonly Json[], scope: Scope): Json | undefined {
  const texts = args.map(String);
  switch (name.toLowerCase()) {
    case 'parameters': {
      const declared = own(scope.parameters, args[0]);
      return isObject(declared) ? own(declared, 'defaultValue') : undefined;
    }
    case 'variables': {
      const value = own(scope.variables, args[0]);
      return value === undefined ? undefined : resolve(value, scope);
    }
    case 'concat':
      return args.every((arg) => typeof arg === 'string') ? texts.join('') : undefined;
    case 'format':
      return texts[0]?.replace(/\{(\d+)\}/g, (_, index) => texts[Number(index) + 1] ?? '');
    case 'tolower':
      return texts[0]?.toLowerCase();
    case 'true':
    case 'false':
      return name.toLowerCase() === 'true';
    default:
      return undefined;
  }
}

/** The value of an expression without its brackets; undefined when only a deployment can tell it. */
function evaluate(expression: string, scope: Scope): Json | undefined {
  const tokens = [...expression.matchAll(/\s*('(?:[^']|'')*'|[A-Za-z_]\w*|-?\d+|\S)/g)].map((match) => match[1] ?? '');
  let at = 0;
  const value = (depth: number): Json | undefined => {
    const token = tokens[at++];
    if (token === undefined || depth > 20) return undefined;
    if (token.startsWith("'")) return token.length > 1 ? token.slice(1, -1).replaceAll("''", "'") : undefined;
    if (/^-?\d+$/.test(token)) return Number(token);
    if (!/^[A-Za-z_]/.test(token) || tokens[at++] !== '(') return undefined;
    const args: Json[] = [];
    while (tokens[at] !== ')') {
      if (args.length > 0 && tokens[at++] !== ',') return undefined;
      const arg = value(depth + 1);
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    at++;
    return call(token, args, scope);
  };
  const result = value(0);
  return at === tokens.length ? result : undefined;
}

/** Replaces the expressions that a template tells itself; the others stay as they are. */
export function resolve(value: Json, scope: Scope): Json {
  if (typeof value === 'string') {
    if (!value.startsWith('[') || !value.endsWith(']')) return value;
    if (value.startsWith('[[')) return value.slice(1);
    return evaluate(value.slice(1, -1), scope) ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const named = resolve(name, scope);
      return [typeof named === 'string' ? named : name, resolve(item, scope)];
    }),
  );
}

/** True for a text that only a deployment can evaluate. */
export const isOpen = (text: string): boolean =>
  text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') && text.includes('(');
