import { describe, expect, it } from 'vitest';
import { armTemplate } from '../../src/templates/emit-arm.ts';
import { call, id, keyed, param, property, read, type Template, type Value } from '../../src/templates/model.ts';

const thing = { symbol: 'thing', type: 'Contoso.Things/things', apiVersion: '2026-01-01', name: [param('name')] };
const child = { ...thing, symbol: 'child', type: 'Contoso.Things/things/parts', name: [param('name'), "it's"] };

function emitted(value: Value): unknown {
  const template: Template = {
    parameters: {},
    variables: { value },
    existing: [thing],
    resources: [{ ...child, why: 'A part.', body: {} }],
  };
  return JSON.parse(JSON.stringify(armTemplate(template))).variables.value;
}

describe('the ARM emitter', () => {
  it.each<[Value, unknown]>([
    ['plain', 'plain'],
    ['[resourceGroup().id]', '[[resourceGroup().id]'],
    // The Bicep compiler leaves this one alone too: without its end it is no expression.
    ['[open', '[open'],
    [call('toLower', "it's"), "[toLower('it''s')]"],
    [call('f', 1, true, call('g')), '[f(1, true(), g())]'],
    [property(call('resourceGroup'), 'location'), '[resourceGroup().location]'],
    [id('thing'), "[resourceId('Contoso.Things/things', parameters('name'))]"],
    [id('child'), "[resourceId('Contoso.Things/things/parts', parameters('name'), 'it''s')]"],
    [
      read('thing', 'identity.principalId'),
      "[reference(resourceId('Contoso.Things/things', parameters('name')), '2026-01-01', 'full').identity.principalId]",
    ],
    [keyed(id('thing'), {}), { "[resourceId('Contoso.Things/things', parameters('name'))]": {} }],
    [
      ['[a]', { kind: 'StorageV2', on: false }],
      ['[[a]', { kind: 'StorageV2', on: false }],
    ],
  ])('writes %j', (value, text) => {
    expect(emitted(value)).toEqual(text);
  });

  it('writes the name of a child with its parents', () => {
    const { resources } = JSON.parse(
      JSON.stringify(armTemplate({ parameters: {}, resources: [{ ...child, why: '', body: {} }] })),
    );
    expect(resources[0].name).toBe("[format('{0}/{1}', parameters('name'), 'it''s')]");
  });

  it('refuses a symbol that stands for nothing, and a structure inside an expression', () => {
    expect(() => emitted(id('nothing'))).toThrow('nothing');
    expect(() => emitted(call('f', { a: 1 }))).toThrow(TypeError);
  });
});
