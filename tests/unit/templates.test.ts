import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationName, combinations } from '../../src/templates/choices.ts';
import { defaultChoices, generate, refusal, scenarios, type TemplateValues } from '../../src/templates/generate.ts';

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
interface ArmParameters {
  readonly parameters: Record<string, { readonly value: string }>;
}

const table = combinations().map((choices) => [combinationName(choices), choices] as const);
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('[resourceGroup().id]', "'), concat('", '"}}', '</script>', '[[', '__proto__', '\u2028', '{{x}}'),
);
const names = [
  ...['workspaceName', 'location', 'vaultName', 'vaultResourceGroup', 'vaultSubscriptionId', 'keyName'],
  ...['workspaceKeyName', 'principalId', 'userAssignedIdentityId', 'dataLakeAccountUrl', 'dataLakeResourceId'],
  ...['fileSystem', 'sqlAdministratorLogin'],
];

function parse(...args: Parameters<typeof generate>): [ArmTemplate, ArmParameters] {
  const [template, parameters] = generate(...args).files.map(({ text }) => JSON.parse(text));
  return [template, parameters];
}

/** A template with the templates inside it, each without what is nested in it. */
function levels(template: ArmTemplate): ArmTemplate[] {
  const inside = template.resources.flatMap(({ properties }) => (properties.template ? [properties.template] : []));
  const bare = JSON.parse(JSON.stringify(template, (key, value) => (key === 'template' ? undefined : value)));
  return [bare, ...inside.flatMap(levels)];
}

const uses = (level: ArmTemplate, fn: string) =>
  new Set([...JSON.stringify(level).matchAll(new RegExp(`\\b${fn}\\('([^']+)'\\)`, 'g'))].map(([, name]) => name));

describe('combinations', () => {
  it('are all different, in name and in choices and in template', () => {
    const texts = combinations().map((choices) => generate(choices).files[0]?.text);
    for (const list of [combinations().map((choices) => JSON.stringify(choices)), table.map(([name]) => name), texts]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('cover every scenario, and none that Azure refuses', () => {
    expect(new Set(combinations().map(({ scenario }) => scenario))).toEqual(new Set(Object.keys(scenarios)));
    expect(combinations().filter((choices) => refusal(choices))).toEqual([]);
  });

  it('refuse to activate for a user-assigned identity, with a source', () => {
    const choices = { ...defaultChoices, scenario: 'activate', identity: 'user-assigned' } as const;
    expect(refusal(choices)).toContain('https://learn.microsoft.com/');
    expect(() => generate(choices)).toThrow('never activated');
  });
});

describe.each(table)('%s', (_, choices) => {
  const [template, { parameters }] = parse(choices);

  it('declares what it uses and uses what it declares', () => {
    for (const level of levels(template)) {
      expect(uses(level, 'parameters')).toEqual(new Set(Object.keys(level.parameters)));
      expect(uses(level, 'variables')).toEqual(new Set(Object.keys(level.variables ?? {})));
    }
  });

  it('describes every parameter', () => {
    for (const level of levels(template)) {
      for (const { metadata } of Object.values(level.parameters)) expect(metadata.description).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('keeps secrets out of the parameters file', () => {
    const secret = Object.keys(template.parameters).filter((name) => /password|secret|token/i.test(name));
    expect(secret.filter((name) => template.parameters[name]?.type !== 'securestring')).toEqual([]);
    expect(secret.filter((name) => name in parameters)).toEqual([]);
    const told = generate(choices).parameters;
    expect(told.filter(({ secure }) => secure).map(({ name }) => name)).toEqual(secret);
    const given = { sqlAdministratorLoginPassword: 'hunter2' } as TemplateValues;
    expect(JSON.stringify(generate(choices, given))).not.toContain('hunter2');
  });

  it('asks for what has no default, and holds the place of it', () => {
    const { missing, notes } = generate(choices);
    const open = Object.entries(template.parameters)
      .filter(([, { type, defaultValue }]) => type === 'string' && defaultValue === undefined)
      .map(([name]) => name);
    expect(missing).toEqual(open);
    expect(Object.keys(parameters)).toEqual(open);
    for (const { value } of Object.values(parameters)) expect(value).toMatch(/^<[a-z ]+>$/);
    expect(notes.length).toBeGreaterThan(2);
  });

  it('carries hostile values exactly, in the parameters file alone', () => {
    const plain = generate(choices).files[0]?.text;
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, hostile]))), (values) => {
        const { files, missing } = generate(choices, values);
        expect(files[0]?.text).toBe(plain);
        expect(missing).toEqual([]);
        const written: ArmParameters = JSON.parse(files[1]?.text ?? '');
        for (const [name, { value }] of Object.entries(written.parameters)) expect(value).toBe(values[name]);
      }),
      { numRuns: 50 },
    );
  });
});
