import {
  type Existing,
  type Expression,
  isExpression,
  isKeyed,
  isList,
  isModule,
  type Module,
  type Resource,
  type Structure,
  type Template,
  type Value,
} from '../model.ts';
import { find, findResource, implied, names, valuesOf, walk } from '../references.ts';
import { align, attributeName, inside, interpolate, quoteHcl, snake } from './hcl.ts';

/** Where a template is deployed to, and what its parameters stand for. */
export interface Frame {
  readonly template: Template;
  readonly prefix: string;
  readonly subscription: string;
  readonly group: string;
  readonly arguments: Readonly<Record<string, string>> | null;
}

/** What the whole document has to declare, found while it is written. */
export interface Root {
  /** Whether the tenant of the signed-in caller is asked for. */
  client: boolean;
  /** Whether the host suffix of key vaults is used. */
  suffix: boolean;
}

const isAction = (item: Existing): boolean => item.type.endsWith('/accessPolicies');

/** The line that names what has to be there first. */
export const dependsOn = (addresses: readonly string[]): string =>
  addresses.length > 0 ? `\n  depends_on = [${addresses.join(', ')}]\n` : '';

function hasWhen(value: Value): boolean {
  let found = false;
  walk(value, (inner) => {
    if (isExpression(inner) && inner.kind === 'when') found = true;
  });
  return found;
}

/** Writes the values and resources of one template, in which symbols have their meaning. */
export class Writer {
  readonly #frame: Frame;
  readonly #root: Root;

  constructor(frame: Frame, root: Root) {
    this.#frame = frame;
    this.#root = root;
  }

  expression(expression: Expression): string {
    switch (expression.kind) {
      case 'parameter': {
        const { arguments: given } = this.#frame;
        return given ? (given[expression.name] ?? 'null') : `var.${snake(expression.name)}`;
      }
      case 'variable':
        return `local.${this.#frame.prefix}${snake(expression.name)}`;
      case 'context':
        return this.#context(expression.name);
      case 'text':
        return `"${expression.parts.map((part) => (typeof part === 'string' ? inside(part) : interpolate(this.expression(part)))).join('')}"`;
      case 'guid':
        return `uuidv5("url", "${expression.seeds.map((seed) => interpolate(this.expression(seed))).join('/')}")`;
      case 'role':
        return `"/subscriptions/${interpolate(this.#frame.subscription)}/providers/Microsoft.Authorization/roleDefinitions/${expression.guid}"`;
      case 'last':
        return `reverse(split("/", ${this.expression(expression.of)}))[0]`;
      case 'when':
        return `${this.expression(expression.condition)} ? ${this.value(expression.value, '')} : null`;
      case 'id':
        return this.id(expression.symbol);
      case 'read':
        return this.#read(expression.symbol, expression.path);
    }
  }

  #context(name: string): string {
    switch (name) {
      case 'tenantId':
        this.#root.client = true;
        return 'data.azapi_client_config.current.tenant_id';
      case 'subscriptionId':
        return this.#frame.subscription;
      case 'resourceGroupName':
        return this.#frame.group;
      case 'keyVaultSuffix':
        this.#root.suffix = true;
        return 'var.key_vault_suffix';
      default:
        throw new TypeError(`Terraform does not know ${name}.`);
    }
  }

  value(value: Value, indent: string): string {
    if (typeof value === 'string') return quoteHcl(value);
    if (typeof value !== 'object') return String(value);
    const inner = `${indent}  `;
    if (isList(value)) {
      const items = value.map((item) => `${inner}${this.value(item, inner)},\n`);
      return items.length > 0 ? `[\n${items.join('')}${indent}]` : '[]';
    }
    if (isExpression(value)) {
      return value.kind === 'when'
        ? `${this.expression(value.condition)} ? ${this.value(value.value, indent)} : null`
        : this.expression(value);
    }
    if (isKeyed(value)) {
      return `{\n${inner}(${this.expression(value.key)}) = ${this.value(value.value, inner)}\n${indent}}`;
    }
    return this.object(Object.entries(value), indent);
  }

  object(entries: readonly (readonly [string, Value])[], indent: string): string {
    const inner = `${indent}  `;
    const lines = align(
      entries.map(([name, value]) => [attributeName(name), this.value(value, inner)] as const),
      inner,
    );
    return lines.length > 0 ? `{\n${lines.join('')}${indent}}` : '{}';
  }

  label(symbol: string): string {
    return `${this.#frame.prefix}${snake(symbol)}`;
  }

  id(symbol: string): string {
    const item = findResource(this.#frame.template, symbol);
    if ('body' in item) return `azapi_resource.${this.label(symbol)}.id`;
    const [provider, ...types] = item.type.split('/');
    const segments = names(this.#frame.template, item).map((name) => this.value(name, ''));
    const path = types.map((type, index) => `/${type}/${interpolate(segments[index] ?? '')}`).join('');
    return `"${this.#groupPath()}/providers/${provider}${path}"`;
  }

  #groupPath(): string {
    const { subscription, group } = this.#frame;
    return `/subscriptions/${interpolate(subscription)}/resourceGroups/${interpolate(group)}`;
  }

  #read(symbol: string, path: string): string {
    const address = `azapi_resource.${this.label(symbol)}`;
    return path === 'identity.principalId' ? `${address}.identity[0].principal_id` : `${address}.output.${path}`;
  }

  /** The resource id of what a resource is written under. */
  #parent(item: Resource): string {
    const holder = item.scope ?? item.parent;
    return holder === undefined ? `"${this.#groupPath()}"` : this.id(holder);
  }

  /** Addresses of the resources that a symbol stands for, those of a module one by one. */
  addresses(symbol: string): string[] {
    const item = find(this.#frame.template, symbol);
    if (!isModule(item))
      return [`${isAction(item) ? 'azapi_resource_action' : 'azapi_resource'}.${this.label(symbol)}`];
    const inside = new Writer(
      { ...this.#frame, template: item.template, prefix: `${this.label(symbol)}_` },
      this.#root,
    );
    return item.template.resources.flatMap((one) => inside.addresses(one.symbol));
  }

  #dependsOn(item: Resource | Module): string[] {
    const known = implied(item, this.#frame.template);
    return (item.dependsOn ?? []).filter((symbol) => !known.has(symbol)).flatMap((symbol) => this.addresses(symbol));
  }

  block(item: Resource | Module, more: readonly string[] = []): string[] {
    const needed = [...this.#dependsOn(item), ...more];
    if (isModule(item)) return this.#inline(item, needed);
    return [isAction(item) ? this.#action(item, needed) : this.#resource(item, needed)];
  }

  #inline(item: Module, needed: readonly string[]): string[] {
    const { subscription, group } = this.#frame;
    const frame: Frame = {
      template: item.template,
      prefix: `${this.label(item.symbol)}_`,
      subscription: item.subscriptionId ? this.expression(item.subscriptionId) : subscription,
      group: item.resourceGroup ? this.expression(item.resourceGroup) : group,
      arguments: Object.fromEntries(
        Object.entries(item.arguments).map(([name, value]) => [name, this.value(value, '')]),
      ),
    };
    const inside = new Writer(frame, this.#root);
    return item.template.resources.flatMap((one) => inside.block(one, needed));
  }

  #resource(item: Resource, needed: readonly string[]): string {
    const { location, tags, identity, ...rest } = item.body;
    const [body, secrets] = this.#split(rest);
    const reads = this.#readsOf(item.symbol);
    const optional = hasWhen(item.body);
    const attributes: [string, string][] = [
      ['type', `"${item.type}@${item.apiVersion}"`],
      ['name', this.value(item.name, '  ')],
      ['parent_id', this.#parent(item)],
      ...(location === undefined ? [] : [['location', this.value(location, '  ')] as [string, string]]),
      ...(tags === undefined ? [] : [['tags', this.value(tags, '  ')] as [string, string]]),
    ];
    return [
      `# ${item.why}\nresource "azapi_resource" "${this.label(item.symbol)}" {\n`,
      ...align(attributes, '  '),
      identity === undefined ? '' : this.#identity(identity as Structure),
      Object.keys(body).length > 0 ? `\n  body = ${this.value(body, '  ')}\n` : '',
      secrets ? `\n  sensitive_body = ${this.value(secrets, '  ')}\n` : '',
      optional ? '\n  ignore_null_property = true\n' : '',
      reads.length > 0 ? `\n  response_export_values = ${this.value(reads, '  ')}\n` : '',
      dependsOn(needed),
      '}\n',
    ].join('');
  }

  /** An access policy has no address of its own, so Terraform can only send it. */
  #action(item: Resource, needed: readonly string[]): string {
    const type = item.type.replace(/\/[^/]+$/, '');
    return [
      `# ${item.why}\nresource "azapi_resource_action" "${this.label(item.symbol)}" {\n`,
      `  type        = "${type}@${item.apiVersion}"\n`,
      `  resource_id = ${this.#parent(item)}\n`,
      '  action      = "accessPolicies/add"\n  method      = "PUT"\n',
      `\n  body = ${this.value(item.body, '  ')}\n`,
      dependsOn(needed),
      '}\n',
    ].join('');
  }

  #identity(identity: Structure): string {
    const { type, userAssignedIdentities } = identity;
    const ids =
      userAssignedIdentities === undefined
        ? []
        : isKeyed(userAssignedIdentities)
          ? [this.expression(userAssignedIdentities.key)]
          : Object.keys(userAssignedIdentities).map(quoteHcl);
    const list = ids.length > 0 ? `\n    identity_ids = [${ids.join(', ')}]` : '';
    return `\n  identity {\n    type${list ? '        ' : ''} = ${quoteHcl(String(type).replace(/,\s*/, ', '))}${list}\n  }\n`;
  }

  /** What of a body may be kept in the state, and what must not be because it is a secret. */
  #split(body: Structure): [Structure, Structure | null] {
    const secret = (value: Value): boolean =>
      isExpression(value) && value.kind === 'parameter' && this.#frame.template.parameters[value.name]?.secure === true;
    const open: Record<string, Value> = {};
    const closed: Record<string, Value> = {};
    for (const [name, value] of Object.entries(body)) {
      if (secret(value)) {
        closed[name] = value;
      } else if (typeof value === 'object' && !isList(value) && !isExpression(value) && !isKeyed(value)) {
        const [inner, inside] = this.#split(value);
        Object.defineProperty(open, name, { value: inner, enumerable: true });
        if (inside) closed[name] = inside;
      } else {
        Object.defineProperty(open, name, { value, enumerable: true });
      }
    }
    return [open, Object.keys(closed).length > 0 ? closed : null];
  }

  #readsOf(symbol: string): string[] {
    const { template } = this.#frame;
    const found = new Set<string>();
    const values = [
      ...template.resources.flatMap(valuesOf),
      ...Object.values(template.outputs ?? {}).map(({ value }) => value),
    ];
    for (const value of values) {
      walk(value, (inner) => {
        if (
          isExpression(inner) &&
          inner.kind === 'read' &&
          inner.symbol === symbol &&
          !inner.path.startsWith('identity')
        ) {
          found.add(inner.path);
        }
      });
    }
    return [...found];
  }
}
