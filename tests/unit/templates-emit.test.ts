import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { bicepFiles, bicepValue } from '../../src/templates/emit-bicep.ts';
import { terraform } from '../../src/templates/emit-terraform.ts';
import { grantTemplate } from '../../src/templates/key-store.ts';
import { context, id, keyed, param, type Template, text, type Value, when } from '../../src/templates/model.ts';

describe('the Bicep emitter', () => {
  it.each<[Value, string]>([
    ['plain', "'plain'"],
    [`it's \${x} \\ \n`, `'it\\'s \\\${x} \\\\ \\n'`],
    ['\u2028\u0000', "'\\u{2028}\\u{0}'"],
    [1.5, "json('1.5')"],
    [
      text`https://${param('vaultName')}${context('keyVaultSuffix')}/keys`,
      `'https://\${vaultName}\${environment().suffixes.keyvaultDns}/keys'`,
    ],
    [keyed(param('identityId'), {}), `{\n  '\${identityId}': {}\n}`],
    [when(param('on'), { a: 1 }), 'on ? {\n  a: 1\n} : null'],
    [{ null: 1, 'a-b': 2, $schema: 3 }, "{\n  'null': 1\n  'a-b': 2\n  '$schema': 3\n}"],
    [[], '[]'],
    [{}, '{}'],
  ])('writes %j', (value, written) => {
    expect(bicepValue(value, '')).toBe(written);
  });

  it('lays a module beside the file that uses it, and names no needless dependency', () => {
    const template: Template = {
      parameters: {},
      resources: [
        { symbol: 'a', type: 'Contoso/as', apiVersion: '1', name: 'a', why: 'A.', body: {} },
        {
          symbol: 'grant',
          name: 'grant',
          why: 'Grants.',
          dependsOn: ['a'],
          arguments: { vaultName: 'kv', principalId: id('a') },
          template: grantTemplate('synapse', { permissionModel: 'azure-rbac', scope: 'vault' }, ['principalId']),
        },
      ],
    };
    const [main, module] = bicepFiles(template);
    expect(main?.text).toContain("module grant './grant.bicep'");
    expect(main?.text).not.toContain('dependsOn');
    expect(module?.name).toBe('grant.bicep');
    expect(module?.text).toContain('scope: vault');
  });
});

describe('the Terraform emitter', () => {
  const grant = (permissionModel: 'azure-rbac' | 'access-policy') =>
    parse('main.tf', terraform(grantTemplate('synapse', { permissionModel, scope: 'vault' }, ['principalId'])));

  it('writes a role assignment under the vault, with a name that stays the same', async () => {
    const { resource } = await grant('azure-rbac');
    const [assignment] = resource.azapi_resource.role_assignment;
    expect(assignment.type).toBe('Microsoft.Authorization/roleAssignments@2022-04-01');
    expect(assignment.parent_id).toMatch(/\/providers\/Microsoft\.KeyVault\/vaults\/\$\{var\.vault_name\}$/);
    expect(assignment.name).toMatch(/^\$\{uuidv5\("url", /);
  });

  it('sends an access policy, which has no address of its own', async () => {
    const { resource } = await grant('access-policy');
    const [policy] = resource.azapi_resource_action.access_policy;
    expect(policy).toMatchObject({
      type: 'Microsoft.KeyVault/vaults@2026-02-01',
      action: 'accessPolicies/add',
      method: 'PUT',
    });
    expect(policy.body.properties.accessPolicies[0].objectId).toMatch(/^\$\{var\.principal_id\}$/);
  });
});
