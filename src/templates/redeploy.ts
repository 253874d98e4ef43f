import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import type { Choices } from './choices.ts';
import { grantModule, keyAddress, newIdentity, newKeyStore } from './key-store.ts';
import { type Module, type Output, param, type Resource, read, type Template } from './model.ts';
import { complete } from './parameters.ts';
import { serviceTemplates } from './services/index.ts';

/** The type of the resource that holds the key. */
export const resourceType = ({ service, variant }: Choices): string =>
  variant === 'dicom' ? 'Microsoft.HealthcareApis/workspaces/dicomservices' : serviceScenarios[service].type;

/** Everything that has to be there before the resource: store, key, identity, and grants that can be made already. */
function first(choices: Choices): (Resource | Module)[] {
  const { service, origin, identity, store } = choices;
  const { applications, newStore } = serviceTemplates[service];
  const fresh = origin === 'new';
  const vault = fresh ? ['vault'] : [];
  const made = fresh ? newKeyStore(newStore(choices)) : [];
  const own =
    fresh && identity === 'user-assigned' && serviceScenarios[service].identities.length > 0
      ? [
          newIdentity,
          grantModule(
            choices,
            'grant',
            'Gives the new identity access to the key, before anything needs it.',
            {
              principalId: read('identity', 'properties.principalId'),
            },
            vault,
          ),
        ]
      : [];
  const names = store === 'vault' ? (applications?.(choices) ?? []) : [];
  const others =
    names.length > 0
      ? [
          grantModule(
            choices,
            'grantApplication',
            "Gives Microsoft's own application access to the key, before anything needs it.",
            Object.fromEntries(names.map((name) => [name, param(name)])),
            vault,
          ),
        ]
      : [];
  return [...made, ...own, ...others];
}

/** The template that deploys a new resource with its key, in the order in which each finds what it needs. */
export function redeployTemplate(choices: Choices): Template {
  const { service, origin, store } = choices;
  const { symbol, why, parent, body, after, ownPrincipals } = serviceTemplates[service];
  const { apiVersion, names } = serviceScenarios[service];
  const key = keyAddress(choices);
  const before = first(choices);
  const holder = parent?.(choices);
  const resource: Resource = {
    symbol,
    type: resourceType(choices),
    apiVersion,
    name: param(names.at(-1) ?? ''),
    ...(holder && { parent: holder.symbol }),
    dependsOn: [
      ...(origin === 'new' ? ['key'] : []),
      ...before.flatMap((item) => ('template' in item ? [item.symbol] : [])),
    ],
    why,
    body: body(choices, key),
  };
  const own = ownPrincipals(choices);
  const grant =
    store === 'vault' && Object.keys(own).length > 0
      ? [grantModule(choices, 'grant', 'Gives the identities that come with the resource access to the key.', own)]
      : [];
  const outputs = Object.fromEntries(
    Object.entries(own).map(([name, value]): [string, Output] => [
      name,
      { type: 'string', description: 'Object id of an identity of the new resource, for grants elsewhere.', value },
    ]),
  );
  return complete(service, {
    ...(holder && { existing: [holder] }),
    resources: [...before, resource, ...grant, ...(after?.(choices, key) ?? [])],
    ...(Object.keys(own).length > 0 && { outputs }),
  });
}
