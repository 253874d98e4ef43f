import { laterLabels, meanings } from '../knowledge/arm/explanations.ts';
import { type Source, sources } from '../knowledge/sources.ts';

/** What stands beside a line of a template. */
export interface Explanation {
  /** Counted from 0. */
  readonly line: number;
  readonly path: string;
  readonly does: string;
  /** Whether it can be changed later, and with which permission. */
  readonly change: string;
  readonly source: Source;
}

interface Level {
  readonly indent: number;
  readonly name: string;
}

const property = /^(\s*)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\$?([\w-]+))\s*[:=]\s*(.*)$/;
const resourceLine = /^\s*resource (?:\w+ '([^'@]+)@|"azapi_\w+")/;
/** An action of Terraform that writes a child of the type above it. */
const actionLine = /^\s*action\s*=\s*"(\w+)\/add"/;
const typeLine = /^\s*"?type"?\s*[:=]\s*"([\w.]+\/[\w/]+)(?:@[^"]*)?"/;

/** The level at which the properties of a resource stand, in each language. */
const outside = new Set(['body', 'sensitive_body', 'resources', 'template', 'resource']);

/** Words of the languages and of templates around a resource. */
const around = new Set([
  'type',
  'apiVersion',
  'name',
  'comments',
  'dependsOn',
  'scope',
  'parent',
  'parent_id',
  'resource_id',
]);

/**
 * Explains the lines of a template: what each property does, whether it can be changed later, who may, and the source.
 *
 * @param text a template as ARM JSON, Bicep or Terraform, or the body of a call, as this generator writes it
 * @param bodyOf the type that the body of a call belongs to
 */
export function explain(text: string, bodyOf = ''): Explanation[] {
  let type = bodyOf;
  let stack: Level[] = [];
  const found: Explanation[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    const named = resourceLine.exec(content)?.[1] ?? typeLine.exec(content)?.[1];
    if (named) {
      type = named === 'Microsoft.Resources/deployments' ? '' : named;
      // In JSON and Terraform the type stands inside of the resource, beside its properties.
      if (!typeLine.test(content)) stack = [];
    }
    const child = actionLine.exec(content)?.[1];
    if (child) type = `${type}/${child}`;
    const match = property.exec(content);
    if (!match) continue;
    const [, space = '', json, bicep, bare] = match;
    const name = json ?? bicep ?? bare ?? '';
    const indent = space.length;
    stack = [...stack.filter((level) => level.indent < indent), { indent, name }];
    const inside = stack.map((level) => level.name);
    const start = inside.reduce((at, level, index) => (outside.has(level) ? index + 1 : at), 0);
    const path = inside.slice(start).join('.');
    const known = meanings[type];
    const meaning =
      known && Object.hasOwn(known.properties, path) && !around.has(path) ? known.properties[path] : undefined;
    if (!known || !meaning) continue;
    const [does, later, source] = meaning;
    found.push({
      line,
      path,
      does,
      change: `${laterLabels[later]} Needs ${type}/write.`,
      source: sources[source ?? known.source],
    });
  }
  return found;
}
