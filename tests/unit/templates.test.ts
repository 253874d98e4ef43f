import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationName, combinations, defaultChoices } from '../../src/templates/choices.ts';
import { generate, refusal } from '../../src/templates/generate.ts';

const file = (made: ReturnType<typeof generate>, name: string) =>
  made.files.find((one) => one.name === name)?.text ?? '';

it('names every combination differently', () => {
  const names = combinations().map(combinationName);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(combinations().map((choices) => [combinationName(choices), choices] as const))('%s', (_, choices) => {
  it('says what is still to fill in, and stops saying so', () => {
    const { missing } = generate(choices);
    expect(missing.length).toBeGreaterThan(0);
    expect(generate(choices, Object.fromEntries(missing.map((name) => [name, 'x']))).missing).toEqual([]);
  });

  it('puts a hostile value into the parameters file and nowhere else, exactly as it is', () => {
    const plain = file(generate(choices), 'azuredeploy.json');
    const name = generate(choices).missing[0] ?? '';
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const made = generate(choices, { [name]: value });
        expect(file(made, 'azuredeploy.json')).toBe(plain);
        expect(JSON.parse(file(made, 'azuredeploy.parameters.json')).parameters[name].value).toBe(value);
      }),
    );
  });
});

it('refuses to activate what needs no activation, and says why', () => {
  const choices = { ...defaultChoices, scenario: 'activate', identity: 'user-assigned' } as const;
  expect(refusal(choices)).toMatch(/needs no activation/);
  expect(() => generate(choices)).toThrow(/needs no activation/);
});
