import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { combinationName, combinations } from '../../src/templates/choices.ts';
import { generate } from '../../src/templates/generate.ts';
import { asObject, type Deployed, deploy, type Json, type JsonObject } from './evaluate-arm.ts';
import { exampleValues } from './examples.ts';

const table = combinations()
  .map((choices) => [combinationName(choices), generate(choices, exampleValues(choices)).files] as const)
  .filter(([, files]) => files.some(({ name }) => name === 'azuredeploy.json'));

type Files = (typeof table)[number][1];
const textOf = (files: Files, wanted: string): string => files.find(({ name }) => name === wanted)?.text ?? '';

/** A text with an expression in it, of which only Terraform knows the value. */
const isOpen = (value: Json | undefined): boolean => typeof value === 'string' && value.includes('${');

/** Where Terraform and Resource Manager differ, as paths with both values. */
function differences(hcl: Json | undefined, arm: Json | undefined, path: string): string[] {
  if (isOpen(hcl)) return arm === undefined ? [`${path}: not in the ARM template`] : [];
  if (Array.isArray(hcl) && Array.isArray(arm) && hcl.length === arm.length) {
    return hcl.flatMap((item, index) => differences(item, arm[index], `${path}[${index}]`));
  }
  if (
    typeof hcl === 'object' &&
    hcl !== null &&
    !Array.isArray(hcl) &&
    typeof arm === 'object' &&
    arm !== null &&
    !Array.isArray(arm)
  ) {
    // A name in parentheses is an expression, such as a resource id.
    const names = new Set([
      ...Object.keys(hcl).filter((name) => !name.startsWith('${')),
      ...(Object.keys(hcl).some((name) => name.startsWith('${')) ? [] : Object.keys(arm)),
    ]);
    return [...names].flatMap((name) => differences(hcl[name], arm[name], `${path}.${name}`));
  }
  return JSON.stringify(hcl) === JSON.stringify(arm)
    ? []
    : [`${path}: ${JSON.stringify(hcl)} instead of ${JSON.stringify(arm)}`];
}

interface Block {
  readonly type: string;
  readonly location?: Json;
  readonly tags?: Json;
  readonly identity?: readonly { readonly type: string; readonly identity_ids?: readonly string[] }[];
  readonly body?: JsonObject;
  readonly sensitive_body?: JsonObject;
  readonly action?: string;
}

function merge(base: JsonObject, more: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [name, value] of Object.entries(more)) {
    const old = result[name];
    const both = typeof old === 'object' && old !== null && typeof value === 'object' && value !== null;
    result[name] = both ? merge(old as JsonObject, value as JsonObject) : value;
  }
  return result;
}

/** What a block sends, in the shape of the ARM resource. */
function sent({ location, tags, identity, body = {}, sensitive_body = {} }: Block): JsonObject {
  const [block] = identity ?? [];
  return {
    ...(location !== undefined && { location }),
    ...(tags !== undefined && { tags }),
    ...(block && { identity: { type: block.type.replace(', ', ',') } }),
    ...merge(body, sensitive_body),
  };
}

function expected({ resource }: Deployed): JsonObject {
  const {
    type: _,
    apiVersion: __,
    name: ___,
    comments: ____,
    dependsOn: _____,
    scope: ______,
    identity,
    ...rest
  } = resource;
  return { ...rest, ...(identity !== undefined && { identity: { type: asObject(identity).type ?? null } }) };
}

const typeOf = ({ type, action }: Block): string => (action ? type.replace('@', `/${action.split('/')[0]}@`) : type);

describe.each(table)('the Terraform of %s', (_, files) => {
  it('sends what the ARM template sends', async () => {
    const { resource } = await parse('main.tf', textOf(files, 'main.tf'));
    const blocks: Block[] = Object.values<Record<string, Block[]>>(resource).flatMap((byName) =>
      Object.values(byName).flat(),
    );
    const given = asObject(asObject(JSON.parse(textOf(files, 'azuredeploy.parameters.json'))).parameters);
    const granted = 'keyGranted' in given ? { ...given, keyGranted: { value: true } } : given;
    const deployed = deploy(asObject(JSON.parse(textOf(files, 'azuredeploy.json'))), granted).filter(
      ({ type }) => type !== 'Microsoft.Resources/deployments',
    );
    const key = (type: string, version: string) => `${type}@${version}`;
    expect(blocks.map(typeOf).sort()).toEqual(deployed.map(({ type, apiVersion }) => key(type, apiVersion)).sort());
    for (const block of blocks) {
      const same = deployed.filter(({ type, apiVersion }) => key(type, apiVersion) === typeOf(block));
      const found = same.map((item) => differences(sent(block), expected(item), typeOf(block)));
      expect(
        found.some((list) => list.length === 0),
        JSON.stringify(found),
      ).toBe(true);
    }
  });
});
