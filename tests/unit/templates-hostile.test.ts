import { spawnSync } from 'node:child_process';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationName, combinations } from '../../src/templates/choices.ts';
import { bicepParameters, bicepValue } from '../../src/templates/emit-bicep.ts';
import { quoteHcl, snake, terraformValues } from '../../src/templates/emit-terraform.ts';
import { generate } from '../../src/templates/generate.ts';
import { hostile, hostileTexts, hostileValues } from './hostile.ts';

const table = combinations().map((choices) => [combinationName(choices), choices] as const);
/** One combination of each scenario and service: they share how values are written. */
const sample = [
  ...new Map(
    table.map(([name, choices]) => [
      `${choices.service} ${choices.scenario} ${choices.store}`,
      [name, choices] as const,
    ]),
  ).values(),
];

describe.each(sample)('hostile values in %s', (_, choices) => {
  const plain = generate(choices).files;

  it('stay in the parameters files, the body of a call and the text beside them', () => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        for (const { name, text } of generate(choices, values).files) {
          if (/parameters\.json|bicepparam|tfvars|patch\.json|README/.test(name)) continue;
          expect(text).toBe(plain.find((file) => file.name === name)?.text);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('are exactly the values in the parameters file', () => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        const { files } = generate(choices, values);
        const text = files.find(({ name }) => name === 'azuredeploy.parameters.json')?.text;
        if (!text) return;
        const written: Record<string, { value: unknown }> = JSON.parse(text).parameters;
        for (const [name, { value }] of Object.entries(written)) {
          if (typeof value === 'string') expect(value).toBe(Object.entries(values).find(([key]) => key === name)?.[1]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are exactly the values in terraform.tfvars', async () => {
    await fc.assert(
      fc.asyncProperty(hostileValues, async (values) => {
        const text = generate(choices, values).files.find(({ name }) => name === 'terraform.tfvars')?.text;
        if (!text) return;
        const written: Record<string, unknown> = await parse('terraform.tfvars', text);
        for (const [name, value] of Object.entries(values)) {
          const found = written[name === 'resourceGroup' ? 'resource_group_name' : snake(name)];
          if (typeof found === 'string') expect(unescaped(found)).toBe(composed(value));
        }
      }),
      { numRuns: 10 },
    );
  });
});

/** The parser answers in the syntax of Terraform's JSON, in which a literal dollar or percent sign is doubled. */
const unescaped = (text: string): string => text.replace(/([$%])\1\{/g, '$1{');

/** Terraform composes the characters of every text (Unicode NFC). */
const composed = (text: string): string => text.normalize('NFC');

describe('HCL', () => {
  it.each(hostileTexts)('holds %j as it is', async (text) => {
    const { value } = await parse('a.tfvars', terraformValues({ value: text }));
    expect(unescaped(value)).toBe(composed(text));
  });

  it('never starts an expression or ends a string', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = quoteHcl(text);
        expect(quoted).not.toMatch(/[$%]\{/);
        expect(quoted.slice(1, -1)).toMatch(/^(?:[^"\\\n]|\\.)*$/su);
      }),
    );
  });
});

describe('Bicep', () => {
  it('never starts an expression or ends a string', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = bicepValue(text, '');
        expect(quoted.slice(1, -1)).toMatch(/^(?:[^'\\\n\r$]|\\.|\$(?!\{))*$/su);
      }),
    );
  });

  it('keeps a parameters file to one line a value', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(bicepParameters({ a: text }, []).split('\n')).toHaveLength(4);
      }),
    );
  });
});

const printable = (value: string) => value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');

/** Runs commands in a real bash in which every program only says what it was given. */
function said(commands: string): string[][] {
  const programs = ['az', 'jq', 'terraform', 'read', 'export']
    .map((name) => `${name}() { printf '%s\\0' ${name} "$@" >&3; printf '\\n\\0' >&3; }`)
    .join('\n');
  const script = `set -f\ncd "$(mktemp -d)"\n${programs}\n${commands}\n`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', `exec 3>&1 1>/dev/null\n${script}`], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .split('\n\0')
    .map((line) => line.split('\0').slice(0, -1))
    .filter((words) => words.length > 0);
}

describe('bash', () => {
  it('gives every command as many words for hostile values as for plain ones, and each value as one of them', () => {
    let checked = 0;
    for (const [name, choices] of sample) {
      fc.assert(
        fc.property(hostileValues, (values) => {
          const commands = (given: typeof values) =>
            Object.values(generate(choices, given).stages)
              .flat()
              .flatMap(({ commands: both }) => both?.az ?? [])
              .join('\n');
          const marked = Object.fromEntries(Object.keys(values).map((key) => [key, `mark.${key}.end`]));
          const plain = said(commands(marked));
          const hostile = said(commands(values));
          expect(
            hostile.map((words) => words.length),
            name,
          ).toEqual(plain.map((words) => words.length));
          const alone = plain.flatMap((words, line) =>
            words.flatMap((word, at) => {
              const key = /^mark\.(\w+)\.end$/.exec(word)?.[1];
              return key
                ? [[hostile[line]?.[at], printable(Object.entries(values).find(([one]) => one === key)?.[1] ?? '')]]
                : [];
            }),
          );
          checked += alone.length;
          for (const [word, value] of alone) expect(word).toBe(value);
        }),
        { numRuns: 2 },
      );
    }
    expect(checked).toBeGreaterThan(100);
  }, 60_000);
});
