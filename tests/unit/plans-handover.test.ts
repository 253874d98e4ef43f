import { describe, expect, it } from 'vitest';
import { causeIds } from '../../src/knowledge/causes.ts';
import { namingRules, type ValueName, type Values } from '../../src/knowledge/naming.ts';
import { planData } from '../../src/knowledge/plans.ts';
import { serviceIds, services } from '../../src/knowledge/services/index.ts';
import { people, type Step } from '../../src/knowledge/step.ts';
import { variables } from '../../src/knowledge/variables.ts';
import { handoverRequest, needsSomebodyElse } from '../../src/plans/handover.ts';
import { plan } from '../../src/plans/plan.ts';

const values: Values = Object.fromEntries(Object.entries(namingRules).map(([name, { example }]) => [name, example]));

const handed = causeIds.flatMap((cause) =>
  serviceIds.flatMap((service) =>
    plan(planData, cause, service, { ...values, workspaceName: services[service].naming.example })
      .steps.filter(needsSomebodyElse)
      .map((step) => ({ cause, service, step, title: `${cause} on ${service}: ${step.title}` })),
  ),
);

describe('a request to somebody else', () => {
  it('exists for vaults, networks, subscriptions and directories', () => {
    expect(new Set(handed.map(({ step }) => step.who))).toEqual(
      new Set(['vault-administrator', 'network-administrator', 'subscription-owner', 'directory-administrator']),
    );
  });

  it.each(handed)('says who, what, why and with which command: $title', ({ step, cause, service }) => {
    const request = handoverRequest(step, cause, service, 'az');
    expect(request.startsWith(`To: ${people[step.who]}\nPlease: ${step.title}\n`)).toBe(true);
    expect(request).toContain(services[service].name);
    const command = step.commands?.az ?? step.commands?.PowerShell;
    for (const line of command?.split('\n') ?? []) expect(request).toContain(`    ${line}`);
    expect(request).not.toMatch(/undefined|null|\[object/);
  });

  it.each(handed)('holds of the values only those that the command reads: $title', ({ step, cause, service }) => {
    const request = handoverRequest(step, cause, service, 'az');
    const command = step.commands?.az ?? step.commands?.PowerShell ?? '';
    for (const [name, value] of Object.entries(values) as [ValueName, string][]) {
      if (
        command.includes(variables[name]) ||
        command.toLowerCase().includes(variables[name].replaceAll('_', '').toLowerCase())
      )
        continue;
      // A short example can also be a word of the text; an id or an address cannot.
      if (value.length > 20 && !command.includes(value)) expect(request).not.toContain(value);
    }
  });
});

const step: Step = {
  kind: 'fix',
  title: 'Assign the role',
  risk: 'changes-access',
  who: 'vault-administrator',
  needs: 'Role Based Access Control Administrator',
  text: 'Compare the object id first.',
  takes: 'up to ten minutes',
  undo: 'The same with delete.',
  commands: { az: "VAULT='<Vault name>'\naz role assignment create", PowerShell: 'New-AzRoleAssignment' },
  sources: ['key-vault-rbac-guide'],
};

it('reads like a letter that can be acted upon', () => {
  expect(handoverRequest(step, 'rbac-role-missing', 'synapse', 'az')).toMatchInlineSnapshot(`
    "To: Vault administrator
    Please: Assign the role

    Azure Synapse Analytics: an update of the customer-managed key of a workspace failed. What seems to be wrong: Role assignment missing on the key store.
    The vault works with Azure RBAC, and the identity that the service uses has no role with read, wrap and unwrap on the key.

    Compare the object id first.
    Effect: changes access.
    You need: Role Based Access Control Administrator

    Azure CLI:

        VAULT='<Vault name>'
        az role assignment create

    Still to fill in: Vault name.
    It works: up to ten minutes.
    Undo: The same with delete.
    Please tell me when it is done. Then I send the update again."
  `);
});

it('takes the command of the chosen shell, or the one there is', () => {
  expect(handoverRequest(step, 'rbac-role-missing', null, 'PowerShell')).toContain('    New-AzRoleAssignment');
  expect(handoverRequest(step, 'rbac-role-missing', null, 'REST')).toContain('    az role assignment create');
});

it.each([
  ['az', 'Still to fill in: Vault name.'],
  ['REST', 'Still to fill in: Vault name, new GUID.'],
] as const)('says what is still to be filled in: %s', (shell, expected) => {
  const REST =
    'PUT https://management.azure.com/vaults/{Vault name}/{new GUID}?api-version=1\n\n{"properties": {"tags": {}}}';
  const withCall = { ...step, commands: { ...step.commands, REST } };
  expect(handoverRequest(withCall, 'rbac-role-missing', null, shell)).toContain(expected);
});
