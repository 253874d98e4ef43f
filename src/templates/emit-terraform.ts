import { isModule, type Parameter, type Resource, type Structure, type Template, type Value } from './model.ts';
import { names } from './references.ts';
import { document, home } from './terraform/document.ts';
import { interpolate, quoteHcl, snake } from './terraform/hcl.ts';
import { dependsOn, type Root, Writer } from './terraform/writer.ts';

export { quoteHcl, snake };

/** Takes resources that exist into the state, so that Terraform updates them instead of making them. */
function importBlocks(template: Template, writer: Writer): string[] {
  return template.resources
    .filter((item): item is Resource => !isModule(item))
    .map((item) => {
      const [provider, ...types] = item.type.split('/');
      const segments = names(template, item).map((name) => interpolate(writer.value(name, '')));
      const path = types.map((type, index) => `/${type}/${segments[index]}`).join('');
      const id = `/subscriptions/\${var.subscription_id}/resourceGroups/\${var.resource_group_name}/providers/${provider}${path}?api-version=${item.apiVersion}`;
      return `# From now on Terraform holds this resource, and would delete it if its block went. To let go of it:\n# terraform state rm azapi_resource.${snake(item.symbol)}\nimport {\n  to = azapi_resource.${snake(item.symbol)}\n  id = "${id}"\n}\n`;
    });
}

/**
 * Writes a template for Terraform's azapi provider; what a module holds stands among the other resources.
 *
 * @param existing true when the resources exist already and are to be taken into the state
 */
export function terraform(template: Template, existing = false): string {
  const root: Root = { client: false, suffix: false };
  const writer = new Writer({ template, ...home }, root);
  const locals = Object.entries(template.variables ?? {}).map(
    ([name, value]) => `  ${snake(name)} = ${writer.value(value, '  ')}\n`,
  );
  const blocks = [
    ...(existing ? importBlocks(template, writer) : []),
    ...template.resources
      .flatMap((item) => writer.block(item))
      .map((block) =>
        existing ? block.replace(/\}\n$/, '\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n') : block,
      ),
  ];
  const outputs = Object.entries(template.outputs ?? {}).map(
    ([name, { description, value }]) =>
      `output "${snake(name)}" {\n  description = ${quoteHcl(description)}\n  value       = ${writer.value(value, '  ')}\n}\n`,
  );
  const variables = locals.length > 0 ? [`locals {\n${locals.join('')}}\n`] : [];
  return document(template.parameters, [...variables, ...blocks], outputs, root, existing);
}

/** A change of a resource that exists: a PATCH, or a PUT of all that it has with the change in it. */
export interface Update {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Its name and those of its parents, outermost first. */
  readonly names: readonly Value[];
  readonly method: 'PATCH' | 'PUT';
  readonly why: string;
  readonly body: Structure;
}

/** Writes changes of resources that exist for Terraform: a PATCH as an action, a PUT as an update that reads first. */
export function terraformUpdates(updates: readonly Update[], parameters: Readonly<Record<string, Parameter>>): string {
  const root: Root = { client: false, suffix: false };
  const writer = new Writer({ template: { parameters, resources: [] }, ...home }, root);
  const blocks = updates.map(({ symbol, type, apiVersion, names: segments, method, why, body }, index) => {
    const [provider, ...types] = type.split('/');
    const path = types.map((name, at) => `/${name}/${interpolate(writer.value(segments[at] ?? '', ''))}`).join('');
    const kind = method === 'PATCH' ? 'azapi_resource_action' : 'azapi_update_resource';
    const before = updates[index - 1];
    const after = before
      ? dependsOn([
          `${before.method === 'PATCH' ? 'azapi_resource_action' : 'azapi_update_resource'}.${snake(before.symbol)}`,
        ])
      : '';
    return [
      `# ${why}\nresource "${kind}" "${snake(symbol)}" {\n`,
      `  type        = "${type}@${apiVersion}"\n`,
      `  resource_id = "/subscriptions/\${var.subscription_id}/resourceGroups/\${var.resource_group_name}/providers/${provider}${path}"\n`,
      method === 'PATCH' ? '  method      = "PATCH"\n' : '',
      `\n  body = ${writer.value(body, '  ')}\n`,
      after,
      '}\n',
    ].join('');
  });
  return document(parameters, blocks, [], root);
}

/** Writes values as `terraform.tfvars`; secrets come from the environment. */
export function terraformValues(values: Readonly<Record<string, Value>>): string {
  const writer = new Writer({ template: { parameters: {}, resources: [] }, ...home }, { client: false, suffix: false });
  const width = Math.max(...Object.keys(values).map((name) => snake(name).length));
  return Object.entries(values)
    .map(([name, value]) => `${snake(name).padEnd(width)} = ${writer.value(value, '')}\n`)
    .join('');
}
