import { describe, expect, it } from 'vitest';
import { armTemplate } from '../../src/templates/emit-arm.ts';
import {
  context,
  guid,
  id,
  keyed,
  last,
  param,
  read,
  role,
  type Template,
  text,
  type Value,
  when,
} from '../../src/templates/model.ts';

const thing = { symbol: 'thing', type: 'Contoso.Things/things', apiVersion: '2026-01-01', name: param('name') };
const child = { ...thing, symbol: 'child', type: 'Contoso.Things/things/parts', parent: 'thing', name: "it's" };

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
    [text`https://${param('a')}/{x}`, "[format('https://{0}/{{x}}', parameters('a'))]"],
    [text`it's ${"'"}`, "[format('it''s ''')]"],
    [context('location'), '[resourceGroup().location]'],
    [guid(id('thing'), param('a')), "[guid(resourceId('Contoso.Things/things', parameters('name')), parameters('a'))]"],
    [role('r'), "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')]"],
    [last(param('a')), "[last(split(parameters('a'), '/'))]"],
    [when(param('on'), 'x'), "[if(parameters('on'), 'x', null())]"],
    [
      when(param('on'), { a: ["it's", 1, true, { b: param('c') }] }),
      "[if(parameters('on'), createObject('a', createArray('it''s', 1, true(), createObject('b', parameters('c')))), null())]",
    ],
    [id('thing'), "[resourceId('Contoso.Things/things', parameters('name'))]"],
    [id('child'), "[resourceId('Contoso.Things/things/parts', parameters('name'), 'it''s')]"],
    [
      read('thing', 'identity.principalId'),
      "[reference(resourceId('Contoso.Things/things', parameters('name')), '2026-01-01', 'full').identity.principalId]",
    ],
    [keyed(id('thing'), {}), { "[resourceId('Contoso.Things/things', parameters('name'))]": {} }],
    [
      ['[a]', { kind: 'parameter', name: 'x', '[b]': false }],
      ['[[a]', { kind: 'parameter', name: 'x', '[[b]': false }],
    ],
  ])('writes %j', (value, written) => {
    expect(emitted(value)).toEqual(written);
  });

  it('writes the name of a child with its parents, and waits for what it refers to', () => {
    const template: Template = {
      parameters: {},
      resources: [
        { ...thing, why: 'A thing.', body: {} },
        { ...child, why: 'A part.', body: {} },
        {
          ...thing,
          symbol: 'reader',
          name: 'reader',
          why: 'Reads.',
          body: { state: read('child', 'properties.state') },
        },
      ],
    };
    const { resources } = JSON.parse(JSON.stringify(armTemplate(template)));
    expect(resources[1].name).toBe("[format('{0}/{1}', parameters('name'), 'it''s')]");
    expect(resources[0].dependsOn).toBeUndefined();
    expect(resources[1].dependsOn).toEqual(["[resourceId('Contoso.Things/things', parameters('name'))]"]);
    expect(resources[2].dependsOn).toEqual([
      "[resourceId('Contoso.Things/things/parts', parameters('name'), 'it''s')]",
    ]);
  });

  it('refuses a symbol that stands for nothing', () => {
    expect(() => emitted(id('nothing'))).toThrow('nothing');
  });
});
