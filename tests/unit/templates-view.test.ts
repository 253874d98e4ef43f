import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanings } from '../../src/knowledge/arm/explanations.ts';
import { changedLines } from '../../src/templates/changed-lines.ts';
import {
  type Choices,
  combinationName,
  combinations,
  defaultChoices,
  defaultsOf,
} from '../../src/templates/choices.ts';
import { explain } from '../../src/templates/explain.ts';
import { choose, fragmentVersion, isOtherVersion, readFragment, writeFragment } from '../../src/templates/fragment.ts';
import { templateOf } from '../../src/templates/generate.ts';
import { isExpression, isKeyed, isList, isModule, type Template, type Value } from '../../src/templates/model.ts';
import { updateOf } from '../../src/templates/updates.ts';
import { firstView, viewOf } from '../../src/templates/view.ts';
import { hostile } from './hostile.ts';

const table = combinations().map((choices) => [combinationName(choices), choices] as const);

describe('the fragment of a link', () => {
  it.each(table)('brings %s back', (_, choices) => {
    expect(readFragment(writeFragment(choices))).toEqual(choices);
  });

  it('is empty for what the page opens with, and else holds the version and what differs', () => {
    expect(writeFragment(defaultChoices)).toBe('');
    expect(writeFragment(defaultsOf('storage', 'grant'))).toBe(`v=${fragmentVersion}&service=storage`);
  });

  it('takes only what is offered together', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'service',
            'scenario',
            'variant',
            'store',
            'permissionModel',
            'origin',
            'identity',
            'scope',
            'x',
          ),
          hostile,
        ),
        (wanted) => {
          const choices = readFragment(`#${new URLSearchParams(wanted)}`);
          expect(combinations()).toContainEqual(choices);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('starts another service or scenario from its defaults', () => {
    const hsm: Choices = { ...defaultsOf('storage', 'grant'), store: 'managed-hsm' };
    expect(choose(hsm, { service: 'synapse' })).toEqual(defaultsOf('synapse', 'grant'));
    expect(choose(defaultsOf('storage', 'revert'), { service: 'synapse' }).scenario).toBe('grant');
    expect(choose(hsm, { scope: 'key' })).toEqual({ ...hsm, scope: 'key' });
  });
});

describe('the version in a link', () => {
  it.each([
    ['', false],
    ['#service=storage', false],
    [`#${writeFragment(defaultsOf('storage', 'grant'))}`, false],
    ['#v=0&service=storage', true],
    ['#v=&service=storage', true],
  ])('of %j is another one: %s', (fragment, other) => {
    expect(isOtherVersion(fragment)).toBe(other);
  });
});

describe('the last change', () => {
  it.each([
    ['a\nb\nc', 'a\nx\nc', [1]],
    ['a\nc', 'a\nb\nc', [1]],
    ['a\nb\nc', 'a\nc', []],
    ['', 'a', []],
    ['a\nb', 'b\na', []],
    ['a', 'a', []],
  ])('from %j to %j is in lines %j', (before, after, lines) => {
    expect(changedLines(before, after)).toEqual(lines);
  });

  it('leaves a text of which the marked lines are new', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (old, now) => {
        const marked = changedLines(old.join('\n'), now.join('\n'));
        const fresh = now.filter(
          (line) => now.filter((one) => one === line).length > old.filter((one) => one === line).length,
        );
        if (old.join('\n') !== '') expect(marked.length).toBeGreaterThanOrEqual(new Set(fresh).size > 0 ? 1 : 0);
        expect(marked.every((line) => line < now.length)).toBe(true);
      }),
    );
  });
});

/** Paths of everything that a template or an update sends, by type. */
function paths(value: Value, path = ''): string[] {
  const below = path === '' ? [] : [path];
  if (typeof value !== 'object' || isKeyed(value)) return below;
  if (isList(value)) return [...below, ...value.flatMap((item) => (typeof item === 'object' ? paths(item, path) : []))];
  if (isExpression(value)) return value.kind === 'when' ? paths(value.value, path) : below;
  return [
    ...below,
    ...Object.entries(value).flatMap(([name, item]) => paths(item as Value, path ? `${path}.${name}` : name)),
  ];
}

function sent(template: Template): [string, string][] {
  return template.resources.flatMap((item) =>
    isModule(item) ? sent(item.template) : paths(item.body).map((path): [string, string] => [item.type, path]),
  );
}

describe('the explanations', () => {
  it.each(table)('know everything that %s sends', (_, choices) => {
    const template = templateOf(choices);
    const update = updateOf(choices);
    const all = [
      ...(template ? sent(template) : []),
      ...(update ? paths(update.body).map((path): [string, string] => [update.type, path]) : []),
    ];
    const unknown = all.filter(
      ([type, path]) => path !== 'properties' && !Object.hasOwn(meanings[type]?.properties ?? {}, path),
    );
    expect(unknown).toEqual([]);
  });

  it.each(table)('stand beside lines of %s in each language', (_, choices) => {
    const { files, type } = viewOf(choices, {});
    for (const { name, text } of files) {
      if (!/^(azuredeploy|patch)\.json$|\.bicep$|\.tf$/.test(name)) continue;
      const found = explain(text, type);
      expect(found.length, name).toBeGreaterThan(0);
      const lines = text.split('\n');
      for (const { line, path, does, change } of found) {
        expect(lines[line]).toContain(path.split('.').at(-1));
        expect(`${does} ${change}`).toMatch(/\. .+\.$/);
      }
    }
  });
});

describe('the page', () => {
  it('says of every choice that is not possible why', () => {
    const { selects } = viewOf(defaultChoices, {});
    const scenario = selects.find(({ name }) => name === 'scenario');
    expect(scenario?.options.find(({ value }) => value === 'revert')?.refused).toContain('for ever');
    expect(scenario?.options.find(({ value }) => value === 'grant')?.refused).toBeNull();
  });

  it('keeps a value that breaks its rule out of every file, and says the rule', () => {
    const { fields, files } = viewOf(defaultChoices, { vaultName: 'a b' });
    expect(fields.find(({ name }) => name === 'vaultName')?.problem).toMatch(/^Vault name has 3 to 24/);
    expect(JSON.stringify(files)).not.toContain('a b"');
  });

  it('passes over values that no template has, as another page may leave them', () => {
    const left = { vaultName: 'kv-sample', applicationId: '1', resourceId: 'x', __proto__: 'y' };
    expect(viewOf(defaultChoices, left).missing).not.toContain('vaultName');
  });

  it('opens with a view that is small and can be sent as JSON', () => {
    const view = firstView(defaultChoices);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(JSON.stringify(view).length).toBeLessThan(25_000);
  });

  it.each(table)('asks for every value that %s needs', (_, choices) => {
    const { fields, missing } = viewOf(choices, {});
    for (const name of missing) expect(fields.map((field) => field.name)).toContain(name);
  });
});
