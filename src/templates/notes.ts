import { rolePropagationMinutes } from '../knowledge/key-stores.ts';
import { synapse } from '../knowledge/services/synapse-constants.ts';
import type { Choices, ScenarioId } from './choices.ts';

const wait = ({ permissionModel }: Choices): string =>
  permissionModel === 'azure-rbac'
    ? `If the next step is still refused, wait and repeat it without granting anything again: a role assignment can take up to ${rolePropagationMinutes} minutes.`
    : 'If the next step is still refused, wait some minutes and repeat it without granting anything again.';

const grant = (choices: Choices): string[] => [
  'Deploy it to the resource group of the vault, and check in what-if that it creates one resource and changes none.',
  choices.permissionModel === 'azure-rbac'
    ? 'Check first that enableRbacAuthorization is true on the vault: otherwise roles have no effect.'
    : 'Check first that enableRbacAuthorization is not true on the vault: otherwise access policies are ignored.',
  wait(choices),
  'Then repeat the update of the workspace, and check that encryption.cmk.status becomes Consistent.',
];

const activate = (): string[] => [
  'Grant the identity of the workspace access to the key first, and check that purge protection is on at the vault.',
  'Check that the name of the workspace key is the one that encryption.cmk.key.name shows.',
  'isActiveCMK becomes true some minutes after the call, so check encryption.cmk.status until it is Consistent.',
];

function identityNotes(choices: Choices): string[] {
  if (choices.identity === 'user-assigned') {
    return [
      'Grant the user-assigned identity before you deploy, and check that it has get, wrapKey and unwrapKey on the key.',
      'Check that the vault has no firewall: a user-assigned identity cannot be used for the key of a vault behind one.',
    ];
  }
  return [
    'The template creates the workspace, grants its new identity access, and activates the key; check that encryption.cmk.status becomes Consistent.',
    choices.permissionModel === 'azure-rbac'
      ? `If the activation is refused, wait and deploy the same template again: the role assignment can take up to ${rolePropagationMinutes} minutes.`
      : 'If the activation is refused, wait some minutes and deploy the same template again.',
  ];
}

function networkNotes({ managedVirtualNetwork, publicNetworkAccess }: Choices): string[] {
  const notes: string[] = [];
  if (managedVirtualNetwork === 'none') {
    notes.push('A managed virtual network cannot be added later, so check that you need none.');
  } else {
    notes.push(
      'The managed virtual network and its exfiltration protection cannot be changed later, so check both choices now.',
    );
  }
  if (publicNetworkAccess === 'Disabled') {
    notes.push('The workspace is reached through private endpoints only, so check that you can create them.');
  }
  return notes;
}

const redeploy = (choices: Choices): string[] => [
  'For a workspace that exists, repeat the update (PATCH) instead: a deployment is a PUT and can reset what the template leaves out, such as the Git configuration and Purview.',
  'Check that the name is free: az synapse workspace check-name.',
  'Check that the key is RSA with 2048 or 3072 bits and that purge protection is on at the vault.',
  ...identityNotes(choices),
  ...networkNotes(choices),
  'A new workspace has a new principalId, so give it Storage Blob Data Contributor on the data lake and check every other role that the old one had.',
  'Set Entra administrators and create SQL pools only when encryption.cmk.status is Consistent.',
  `When you replace a deleted workspace, restore its dedicated SQL pools within ${synapse.restorePointDays} days, and check that every old key version still exists.`,
];

const byScenario: Readonly<Record<ScenarioId, (choices: Choices) => string[]>> = { grant, activate, redeploy };

/** What to do and to check for a set of choices, in order, a sentence each. */
export const notes = (choices: Choices): readonly string[] => byScenario[choices.scenario](choices);
