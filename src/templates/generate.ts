import { rolePropagationMinutes } from '../knowledge/key-stores.ts';
import type { Choices, ScenarioId } from './choices.ts';
import { armParameters, armTemplate } from './emit-arm.ts';
import { grantTemplate } from './grant.ts';
import type { Template } from './model.ts';
import { activateTemplate, redeployTemplate } from './synapse.ts';

/** A file that a reader takes away. */
export interface GeneratedFile {
  readonly name: string;
  readonly language: 'json';
  readonly text: string;
}

/** The files for a set of choices, and what to know about them. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** Parameters whose value the reader still has to fill in. */
  readonly missing: readonly string[];
  /** What to do and to check, in order. */
  readonly notes: readonly string[];
}

/**
 * Why Azure cannot do what was chosen, or null when it can.
 *
 * @example refusal({ ...defaultChoices, scenario: 'activate', identity: 'user-assigned' })
 */
export function refusal({ scenario, identity }: Choices): string | null {
  return scenario === 'activate' && identity === 'user-assigned'
    ? 'A workspace whose key is read with a user-assigned identity needs no activation: the identity has access before the workspace is there (see “Encryption for Azure Synapse Analytics workspaces”).'
    : null;
}

const templates: Readonly<Record<ScenarioId, (choices: Choices) => Template>> = {
  grant: ({ permissionModel }) => grantTemplate(permissionModel),
  activate: activateTemplate,
  redeploy: redeployTemplate,
};

/**
 * Makes the files for a set of choices.
 *
 * @param values parameter values by name; one that is missing gets a placeholder in angle brackets
 * @throws Error when Azure cannot do what was chosen; ask `refusal` first
 * @example generate(defaultChoices, { vaultName: 'kv-contoso' }).missing // ['principalId']
 */
export function generate(choices: Choices, values: Readonly<Record<string, string | undefined>> = {}): Generated {
  const refused = refusal(choices);
  if (refused) throw new Error(refused);
  const template = templates[choices.scenario](choices);
  // A secret never enters a file, and a default needs no value.
  const asked = Object.entries(template.parameters).filter(
    ([name, { type, default: otherwise }]) => type === 'string' && (otherwise === undefined || values[name]),
  );
  const missing = asked.map(([name]) => name).filter((name) => !values[name]);
  return {
    files: [
      { name: 'azuredeploy.json', language: 'json', text: text(armTemplate(template)) },
      {
        name: 'azuredeploy.parameters.json',
        language: 'json',
        text: text(armParameters(Object.fromEntries(asked.map(([name]) => [name, values[name] || `<${name}>`])))),
      },
    ],
    missing,
    notes: notes(choices),
  };
}

const text = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

function notes({ scenario, permissionModel, identity }: Choices): readonly string[] {
  const wait =
    permissionModel === 'azure-rbac'
      ? `A role assignment can take up to ${rolePropagationMinutes} minutes. If the next step is still refused, wait and repeat it; grant nothing again.`
      : 'An access policy works within seconds to minutes. If the next step is still refused, wait and repeat it.';
  switch (scenario) {
    case 'grant':
      return [
        'Deploy it to the resource group of the vault.',
        wait,
        'It changes no other role assignment and no other access policy. Then repeat the update of the workspace.',
      ];
    case 'activate':
      return [
        'Grant the identity of the workspace access to the key first; purge protection must be on at the vault.',
        'The name of the workspace key must be the one that encryption.cmk.key.name shows.',
        'isActiveCMK becomes true some minutes after the call. Wait until encryption.cmk.status is Consistent.',
      ];
    case 'redeploy':
      return [
        'For a workspace that exists, repeat the update instead: a deployment is a PUT, and it can reset what the template leaves out, such as the Git configuration and Purview.',
        'Check that the name is free: az synapse workspace check-name.',
        ...(identity === 'user-assigned'
          ? [
              'Grant the user-assigned identity before you deploy. It cannot be used for the key when the vault is behind a firewall.',
            ]
          : [
              'The template creates the workspace, grants its new identity access, and activates the key.',
              `${wait} Deploying the same template again is safe here.`,
            ]),
        'A new workspace has a new principalId: grant it Storage Blob Data Contributor on the data lake, and every other role the old one had.',
        'Set Entra administrators and create SQL pools only when encryption.cmk.status is Consistent.',
      ];
  }
}
