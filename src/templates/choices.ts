import type { PermissionModel } from '../knowledge/key-stores.ts';

/** What a template is for. */
export type ScenarioId = 'grant' | 'activate' | 'redeploy';

/** What a reader chooses; values such as names are kept apart. */
export interface Choices {
  readonly service: 'synapse';
  readonly scenario: ScenarioId;
  readonly permissionModel: PermissionModel;
  /** The identity with which the workspace reads the key. */
  readonly identity: 'system-assigned' | 'user-assigned';
  readonly managedVirtualNetwork: 'none' | 'managed' | 'managed-no-exfiltration';
  readonly publicNetworkAccess: 'Enabled' | 'Disabled';
}

/** The choices before anybody has chosen. */
export const defaultChoices: Choices = {
  service: 'synapse',
  scenario: 'grant',
  permissionModel: 'azure-rbac',
  identity: 'system-assigned',
  managedVirtualNetwork: 'none',
  publicNetworkAccess: 'Enabled',
};

/** The scenarios, with the words for a page. */
export const scenarios: Readonly<Record<ScenarioId, { readonly title: string; readonly summary: string }>> = {
  grant: {
    title: 'Grant access to the key',
    summary:
      'Gives the identity that the error names what it needs in the vault. Deploy it to the resource group of the vault.',
  },
  activate: {
    title: 'Activate a waiting workspace',
    summary: 'Activates the key of a workspace whose cmk.status is AwaitingUserAction. Grant access first.',
  },
  redeploy: {
    title: 'Deploy a workspace with its key',
    summary:
      'A new workspace that has its key from the start: the choice cannot be made later. The vault and the key exist.',
  },
};

/** Every combination of choices that gives a template of its own. Choices that do not matter stay at their default. */
export function combinations(): Choices[] {
  const models = ['azure-rbac', 'access-policy'] as const;
  const grant = models.map((permissionModel) => ({ ...defaultChoices, permissionModel }));
  const networks = ['none', 'managed', 'managed-no-exfiltration'] as const;
  const redeploy = networks.flatMap((managedVirtualNetwork) =>
    (['Enabled', 'Disabled'] as const).flatMap((publicNetworkAccess) => {
      const base = { ...defaultChoices, scenario: 'redeploy', managedVirtualNetwork, publicNetworkAccess } as const;
      return [
        ...models.map((permissionModel) => ({ ...base, permissionModel })),
        // A user-assigned identity is granted beforehand, so the permission model does not matter here.
        { ...base, identity: 'user-assigned' as const },
      ];
    }),
  );
  return [...grant, { ...defaultChoices, scenario: 'activate' }, ...redeploy];
}

/** A short stable name for a combination, as for its folder. */
export function combinationName(choices: Choices): string {
  const { scenario, permissionModel, identity, managedVirtualNetwork, publicNetworkAccess } = choices;
  const parts: Readonly<Record<ScenarioId, readonly string[]>> = {
    grant: [permissionModel],
    activate: [],
    redeploy: [
      identity,
      ...(identity === 'system-assigned' ? [permissionModel] : []),
      ...(managedVirtualNetwork === 'none' ? [] : [managedVirtualNetwork]),
      ...(publicNetworkAccess === 'Enabled' ? [] : ['private']),
    ],
  };
  return [choices.service, scenario, ...parts[scenario]].join('-');
}
