import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import {
  type Choices,
  combinationName,
  combinations,
  defaultsOf,
  options,
  refusal,
  scenarios,
  settle,
} from '../../src/templates/choices.ts';
import { generate, type TemplateValues } from '../../src/templates/generate.ts';

interface ArmParameter {
  readonly type: string;
  readonly defaultValue?: unknown;
  readonly metadata: { readonly description: string };
}
interface ArmTemplate {
  readonly parameters: Record<string, ArmParameter>;
  readonly variables?: Record<string, string>;
  readonly resources: { readonly properties: { readonly template?: ArmTemplate } }[];
}

const all = combinations();
const table = all.map((choices) => [combinationName(choices), choices] as const);
const textOf = (choices: Choices, name: string, values: TemplateValues = {}) =>
  generate(choices, values).files.find((file) => file.name === name)?.text;
const withTemplate = table.filter(([, choices]) => textOf(choices, 'azuredeploy.json') !== undefined);

/** A template with the templates inside it, each without what is nested in it. */
function levels(template: ArmTemplate): ArmTemplate[] {
  const inside = template.resources.flatMap(({ properties }) => (properties?.template ? [properties.template] : []));
  const bare = JSON.parse(JSON.stringify(template, (key, value) => (key === 'template' ? undefined : value)));
  return [bare, ...inside.flatMap(levels)];
}

const uses = (level: ArmTemplate, fn: string) =>
  new Set([...JSON.stringify(level).matchAll(new RegExp(`\\b${fn}\\('([^']+)'\\)`, 'g'))].map(([, name]) => name));

describe('combinations', () => {
  it('are all different, in name, in choices and in files', () => {
    const files = all.map((choices) =>
      generate(choices)
        .files.map(({ text }) => text)
        .join(),
    );
    for (const list of [all.map((choices) => JSON.stringify(choices)), table.map(([name]) => name), files]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('have templates that are all different within a service', () => {
    const texts = withTemplate.map(([, choices]) => {
      const arm = generate(choices).files.filter(({ format }) => format === 'arm');
      return choices.service + arm.map(({ text }) => text).join();
    });
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('cover every scenario, and none that Azure refuses', () => {
    expect(new Set(all.map(({ scenario }) => scenario))).toEqual(new Set(Object.keys(scenarios)));
    expect(all.filter((choices) => refusal(choices))).toEqual([]);
  });

  it('are what the choices of the page settle on', () => {
    for (const choices of all) expect(settle(choices)).toEqual(choices);
  });
});

describe('what Azure cannot do', () => {
  it.each<[string, Partial<Choices>, Partial<Choices>, string]>([
    ['turn off the key of Synapse', { service: 'synapse', scenario: 'revert' }, {}, 'for ever'],
    ['activate Databricks', { service: 'databricks', scenario: 'activate' }, {}, 'Only a Synapse workspace'],
    [
      'take the disk key off',
      { service: 'databricks', scenario: 'revert' },
      { variant: 'managed-disks' },
      'DiskEncryption',
    ],
    ['give a project a key', { service: 'machine-learning', scenario: 'redeploy' }, { variant: 'project' }, 'its hub'],
    [
      'use access policies with Discovery',
      { service: 'discovery', scenario: 'grant' },
      { permissionModel: 'access-policy' },
      'requires',
    ],
    [
      'make a Managed HSM',
      { service: 'storage', scenario: 'redeploy' },
      { store: 'managed-hsm', origin: 'new' },
      'activated',
    ],
  ])('is to %s, said with a source', (_, { service = 'synapse', scenario = 'grant' }, change, said) => {
    const choices = { ...defaultsOf(service, scenario), ...change };
    expect(refusal(choices)).toContain(said);
    expect(refusal(choices)).toMatch(/\(Source: .+, https:\/\/\S+\)$/);
    expect(() => generate(choices)).toThrow(said);
  });

  it('is left out of the options, with the reason, and a choice that became impossible is changed', () => {
    const hsm = options(defaultsOf('machine-learning', 'grant'), 'store').find(({ value }) => value === 'managed-hsm');
    expect(hsm?.refused).toContain('Not confirmed');
    const settled = settle({ ...defaultsOf('machine-learning', 'grant'), store: 'managed-hsm' });
    expect(settled.store).toBe('vault');
  });
});

describe.each(withTemplate)('%s', (_, choices) => {
  const template: ArmTemplate = JSON.parse(textOf(choices, 'azuredeploy.json') ?? '');
  const { parameters } = JSON.parse(textOf(choices, 'azuredeploy.parameters.json') ?? '');

  it('declares what it uses and uses what it declares', () => {
    for (const level of levels(template)) {
      expect(uses(level, 'parameters')).toEqual(new Set(Object.keys(level.parameters)));
      expect(uses(level, 'variables')).toEqual(new Set(Object.keys(level.variables ?? {})));
    }
  });

  it('describes every parameter', () => {
    for (const level of levels(template)) {
      for (const { metadata } of Object.values(level.parameters)) expect(metadata.description).toMatch(/^\S.+\.$/);
    }
  });

  it('keeps secrets out of every file', () => {
    const secret = Object.keys(template.parameters).filter((name) => /password|secret|token/i.test(name));
    expect(secret.filter((name) => template.parameters[name]?.type !== 'securestring')).toEqual([]);
    expect(secret.filter((name) => name in parameters)).toEqual([]);
    const told = generate(choices).parameters.filter(({ secure }) => secure);
    expect(told.map(({ name }) => name)).toEqual(secret);
    const given = { sqlAdministratorLoginPassword: 'hunter2' } as TemplateValues;
    expect(JSON.stringify(generate(choices, given))).not.toContain('hunter2');
  });

  it('asks for what has no default, and holds the place of it', () => {
    const { missing } = generate(choices);
    const open = Object.entries(template.parameters)
      .filter(([, { type, defaultValue }]) => type !== 'securestring' && defaultValue === undefined)
      .map(([name]) => name);
    expect(Object.keys(parameters)).toEqual(open);
    expect(missing).toEqual(expect.arrayContaining(open.filter((name) => name !== 'keyGranted')));
    for (const [name, { value }] of Object.entries<{ value: unknown }>(parameters)) {
      expect(value).toEqual(name === 'keyGranted' ? false : expect.stringMatching(/^<[a-z ]+>$/));
    }
  });
});

describe.each(table)('the files of %s', (_, choices) => {
  const { files, stages } = generate(choices);

  it('have different names, end with a line break, and end with what to do', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    for (const { text } of files) expect(text.endsWith('\n')).toBe(true);
    expect(files.at(-1)?.name).toBe('README.md');
  });

  it('are Terraform that a parser understands, with every variable declared and used', async () => {
    const main = files.find(({ name }) => name === 'main.tf')?.text;
    const values = files.find(({ name }) => name === 'terraform.tfvars')?.text;
    if (main === undefined) return;
    const { variable, provider, resource, data, locals, output } = await parse('main.tf', main);
    const used = JSON.stringify([provider, resource, data, locals, output]);
    for (const name of Object.keys(variable)) expect(used).toContain(`var.${name}`);
    for (const [, name = ''] of used.matchAll(/\bvar\.(\w+)/g)) expect(Object.keys(variable)).toContain(name);
    const given = await parse('terraform.tfvars', values ?? '');
    const required = Object.entries<{ default?: unknown; ephemeral?: boolean }[]>(variable)
      .filter(([, [declared]]) => declared?.default === undefined && !declared?.ephemeral)
      .map(([name]) => name);
    expect(Object.keys(given).sort()).toEqual(required.sort());
  });

  it('come with stages that end in a check, in az and PowerShell', () => {
    for (const list of Object.values(stages)) {
      expect(list.length).toBeGreaterThan(0);
      for (const { text, title, commands } of list) {
        expect(title).not.toBe('');
        expect(text).toMatch(/\.$/);
        if (commands) expect(commands.az && commands.PowerShell).toBeTruthy();
      }
      expect(list.some(({ title, check }) => title === 'Verify' || check)).toBe(true);
    }
  });
});
