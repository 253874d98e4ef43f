const guid = '00000000-0000-0000-0000-000000000000';

interface Scope {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

const functions: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  format: (text, ...args) => String(text).replace(/\{(\d)\}/g, (_, index) => String(args[index])),
  resourceId: (...args) => `/subscriptions/${guid}/resourceGroups/rg/providers/${args.join('/')}`,
  subscriptionResourceId: (...args) => `/subscriptions/${guid}/providers/${args.join('/')}`,
  guid: () => guid,
  subscription: () => ({ subscriptionId: guid, tenantId: guid }),
  resourceGroup: () => ({ location: 'westeurope' }),
  environment: () => ({ suffixes: { keyvaultDns: '.vault.azure.net' } }),
  reference: () => ({ identity: { principalId: guid } }),
};

/** Works out the expressions of a template, as far as the templates of this project use them. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('[[')) return value.slice(1);
    return value.startsWith('[') ? expression(value.slice(1, -1), scope) : value;
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [String(resolve(name, scope)), resolve(inner, scope)]),
  );
}

function expression(text: string, scope: Scope): unknown {
  let at = 0;
  const read = (): unknown => {
    if (text[at] === "'") {
      const end = /'(?:[^']|'')*'/y;
      end.lastIndex = at;
      const [found] = end.exec(text) ?? [''];
      at += found.length;
      return found.slice(1, -1).replaceAll("''", "'");
    }
    const [name] = /^\w+/.exec(text.slice(at)) ?? [''];
    if (name === '') throw new Error(`${text} cannot be read at ${at}`);
    at += name.length + 1;
    const args: unknown[] = [];
    while (text[at] !== ')') {
      args.push(read());
      if (text[at] === ',') at += 2;
    }
    at += 1;
    let result = call(name, args);
    for (let part = /^\.(\w+)/.exec(text.slice(at)); part; part = /^\.(\w+)/.exec(text.slice(at))) {
      at += part[0].length;
      result = (result as Record<string, unknown>)[part[1] ?? ''];
    }
    return result;
  };
  const call = (name: string, args: unknown[]): unknown => {
    if (name === 'parameters') return known(scope.parameters, String(args[0]));
    if (name === 'variables') return known(scope.variables, String(args[0]));
    const made = functions[name];
    if (!made) throw new Error(`The function ${name} is not known here`);
    return made(...args);
  };
  return read();
}

function known(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(values, name)) throw new Error(`${name} is used and not declared`);
  return values[name];
}
