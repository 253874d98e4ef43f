import { bash, powershell } from '../../commands/quote.ts';
import { roles } from '../../knowledge/roles.ts';
import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import type { Choices } from '../choices.ts';
import { serviceTemplates } from '../services/index.ts';
import { deployStages } from './deploy.ts';
import { type Pen, type Stage, wait } from './stage.ts';

const hsmRole = roles['managed-hsm-crypto-service-encryption-user'].name;

/** Grants in a Managed HSM: local roles, which no template can assign. */
export function hsmGrant({ choices, text }: Pen, principals: readonly string[]): Stage {
  const scope = choices.scenario === 'grant' && choices.scope === 'vault' ? '/keys' : `/keys/${text('keyName')}`;
  return {
    title: 'Grant access in the Managed HSM',
    risk: 'changes-access',
    text: 'A Managed HSM has local roles, which Resource Manager cannot assign. You need Managed HSM Administrator for it.',
    commands: {
      az: principals
        .map(
          (name) =>
            bash`az keyvault role assignment create --hsm-name ${text('hsmName')} --role ${hsmRole} --assignee-object-id ${text(name)} --assignee-principal-type ServicePrincipal --scope ${scope}`,
        )
        .join('\n'),
      PowerShell: principals
        .map(
          (name) =>
            powershell`New-AzKeyVaultRoleAssignment -HsmName ${text('hsmName')} -RoleDefinitionName ${hsmRole} -ObjectId ${text(name)} -Scope ${scope}`,
        )
        .join('\n'),
    },
    check: 'The list of role assignments of the Managed HSM shows the object id with that role.',
    source: 'managed-hsm-roles',
  };
}

function modelCheck({ permissionModel }: Choices, { text }: Pen): Stage {
  const rbac = permissionModel === 'azure-rbac';
  return {
    title: 'Check the permission model of the vault',
    risk: 'safe',
    text: rbac
      ? 'Expect true. Otherwise access policies decide, and a role has no effect.'
      : 'Expect false or nothing. With true, roles decide, and access policies have no effect.',
    commands: {
      az: bash`az keyvault show --name ${text('vaultName')} --query properties.enableRbacAuthorization`,
      PowerShell: powershell`(Get-AzKeyVault -VaultName ${text('vaultName')}).EnableRbacAuthorization`,
    },
    source: 'key-vault-rbac-guide',
  };
}

/** Grants on a resource that exists: by template in a vault, by command in a Managed HSM. */
export function grantStages(pen: Pen): Stage[] {
  const { choices } = pen;
  const principals = serviceTemplates[choices.service].principals(choices);
  if (choices.store === 'managed-hsm') return [hsmGrant(pen, principals)];
  return [
    modelCheck(choices, pen),
    ...deployStages(pen, 'Grant access', `The deployment has succeeded. ${wait(choices)}`),
  ];
}

/** What the reader grants before the deployment, because it exists already. */
export function grantedBefore(pen: Pen): Stage[] {
  const { choices } = pen;
  const { applications } = serviceTemplates[choices.service];
  const names = choices.store === 'managed-hsm' ? [...(applications?.(choices) ?? [])] : [];
  const userAssigned =
    choices.origin === 'existing' &&
    choices.identity === 'user-assigned' &&
    serviceScenarios[choices.service].identities.length > 0;
  if (names.length > 0) return [hsmGrant(pen, names)];
  if (!userAssigned) return [];
  return choices.store === 'managed-hsm'
    ? [hsmGrant(pen, ['principalId'])]
    : [
        {
          title: 'Check that the user-assigned identity has access',
          risk: 'safe',
          text: 'It is read before the resource is there, so it must have get, wrapKey and unwrapKey on the key already. If it has not, deploy the grant scenario of this page first.',
        },
      ];
}
