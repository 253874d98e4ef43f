import {
  type Existing,
  isExpression,
  isKeyed,
  isList,
  isModule,
  type Module,
  type Resource,
  type Template,
  type Value,
} from './model.ts';

/** Calls `visit` with every value inside a value, itself first. */
export function walk(value: Value, visit: (value: Value) => void): void {
  visit(value);
  if (typeof value !== 'object') return;
  if (isList(value)) {
    for (const item of value) walk(item, visit);
  } else if (isKeyed(value)) {
    walk(value.key, visit);
    walk(value.value, visit);
  } else if (!isExpression(value)) {
    for (const item of Object.values(value)) walk(item, visit);
  } else if (value.kind === 'text') {
    for (const part of value.parts) walk(part, visit);
  } else if (value.kind === 'guid') {
    for (const seed of value.seeds) walk(seed, visit);
  } else if (value.kind === 'last') {
    walk(value.of, visit);
  } else if (value.kind === 'when') {
    walk(value.condition, visit);
    walk(value.value, visit);
  }
}

/** The values that a resource or module is written with. */
export function valuesOf(item: Existing | Resource | Module): Value[] {
  if (!isModule(item)) return [item.name, ...('body' in item ? [item.body] : [])];
  const { name, subscriptionId, resourceGroup } = item;
  return [name, item.arguments, ...(subscriptionId ? [subscriptionId] : []), ...(resourceGroup ? [resourceGroup] : [])];
}

/** Symbols of the deployed resources that an item refers to by itself; no language needs to be told of them again. */
export function implied(item: Resource | Module, template: Template): Set<string> {
  const found = new Set<string>();
  const note = (symbol: string | undefined) => {
    if (symbol === undefined) return;
    const target = template.resources.find((one) => one.symbol === symbol);
    if (target) found.add(symbol);
    const known = template.existing?.find((one) => one.symbol === symbol);
    if (known?.parent) note(known.parent);
  };
  for (const value of valuesOf(item)) {
    walk(value, (inner) => {
      if (isExpression(inner) && (inner.kind === 'id' || inner.kind === 'read')) note(inner.symbol);
    });
  }
  if (!isModule(item)) {
    note(item.parent);
    note(item.scope);
  }
  return found;
}

/** Finds the resource or module with a symbol. @throws TypeError when there is none */
export function find(template: Template, symbol: string): Existing | Resource | Module {
  const all = [...(template.existing ?? []), ...template.resources];
  const found = all.find((item) => item.symbol === symbol);
  if (!found) throw new TypeError(`No resource is called ${symbol}.`);
  return found;
}

/** Finds the resource with a symbol. @throws TypeError when there is none, or a module */
export function findResource(template: Template, symbol: string): Existing | Resource {
  const found = find(template, symbol);
  if (isModule(found)) throw new TypeError(`${symbol} is a module and has no properties of its own.`);
  return found;
}

/** The names of a resource and its parents, outermost first. */
export function names(template: Template, item: Existing): Value[] {
  return item.parent === undefined ? [item.name] : [...names(template, findResource(template, item.parent)), item.name];
}
