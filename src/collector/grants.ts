import { permissionModels, rolePropagationMinutes } from '../knowledge/key-stores.ts';
import { isObject, type Look, listOf, same } from './look.ts';

/** What an identity may do with the key, as far as the document tells. */
export interface Grant {
  readonly principalId: string;
  readonly state: 'none' | 'full' | 'unknown';
  /** Where it stands in the document. */
  readonly path: string;
  /** When the last role that it needs was assigned, in milliseconds. */
  readonly since?: number;
}

/** The data actions that a service needs on its key. Source: key-vault-rbac-guide. */
const neededActions = ['read', 'wrap/action', 'unwrap/action'].map((end) => `Microsoft.KeyVault/vaults/keys/${end}`);

const matches = (patterns: unknown, action: string): boolean =>
  listOf(patterns).some((pattern) => {
    const parts = String(pattern).toLowerCase().split('*');
    const text = action.toLowerCase();
    let from = 0;
    for (const [index, part] of parts.entries()) {
      const found = index === parts.length - 1 && index > 0 ? text.lastIndexOf(part) : text.indexOf(part, from);
      if (found < from || (index === 0 && found !== 0)) return false;
      from = found + part.length;
    }
    return parts.at(-1) === '' || from === text.length;
  });

/** Whether a role definition allows an action on data: allowed, and not taken out again. */
function allows(definition: unknown, action: string): boolean {
  return (
    isObject(definition) &&
    listOf(definition.permissions).some(
      (one) => isObject(one) && matches(one.dataActions, action) && !matches(one.notDataActions, action),
    )
  );
}

/** Whether a scope holds the key: the key itself, its vault, or something above them. */
function holds(scope: string, keyId: string): boolean {
  const [own, key] = [scope.toLowerCase().replace(/\/$/, ''), keyId.toLowerCase()];
  return key === own || key.startsWith(`${own}/`);
}

function byRole(look: Look, index: number): Grant {
  const path = `grants[${index}].roleAssignments`;
  const principalId = look.text(`grants[${index}].principalId`);
  if (!look.has(path)) return { principalId, state: 'unknown', path };
  const keyId = `${look.text('vault.id')}/keys/${look.text('examined.key')}`;
  const definitions = look.list('roles').filter(isObject);
  const since: number[] = [];
  let unclear = false;
  for (const action of neededActions) {
    const times: number[] = [];
    for (const one of look.list(path)) {
      if (!isObject(one) || !holds(String(one.scope), keyId)) continue;
      const definition = definitions.find(({ id }) => same(id, one.roleDefinitionId));
      // A role that could not be read, or one with a condition, may or may not help.
      if (!definition || one.condition) unclear = true;
      else if (allows(definition, action)) times.push(Date.parse(String(one.createdOn)));
    }
    if (times.length === 0) return { principalId, state: unclear ? 'unknown' : 'none', path };
    since.push(Math.min(...times));
  }
  return { principalId, state: 'full', path, since: Math.max(...since) };
}

function byPolicy(look: Look, principalId: string): Grant {
  const path = 'vault.properties.accessPolicies';
  const needed = permissionModels['access-policy'].keyPermissions ?? [];
  const keys = look
    .list(path)
    .filter(isObject)
    // An entry with an application as well counts only when that application acts for the identity.
    .filter((one) => same(one.objectId, principalId) && !one.applicationId)
    .flatMap((one) => listOf(one.keys).map((key) => String(key).toLowerCase()));
  const full = keys.includes('all') || needed.every((one) => keys.includes(one.toLowerCase()));
  return { principalId, state: full ? 'full' : 'none', path };
}

/** Which permission model counts at the vault; null when the vault was not read or is a Managed HSM. */
export function permissionModel(look: Look): 'azure-rbac' | 'access-policy' | null {
  if (!look.has('vault') || /managedhsms$/i.test(look.text('examined.vaultType'))) return null;
  return look.get('vault.properties.enableRbacAuthorization') === true ? 'azure-rbac' : 'access-policy';
}

/** What each identity that asks for the key may do, in the model that counts. */
export function readGrants(look: Look): readonly Grant[] {
  const model = permissionModel(look);
  if (model === 'azure-rbac') return look.list('grants').map((_, index) => byRole(look, index));
  if (model === 'access-policy')
    return look.list('examined.principals').map((principal) => byPolicy(look, String(principal)));
  return [];
}

/** When the update failed last, in milliseconds; undefined when the activity log does not tell. */
export function lastFailure(look: Look): number | undefined {
  const times = look
    .list('failures')
    .map((one) => (isObject(one) ? Date.parse(String(one.eventTimestamp)) : Number.NaN))
    .filter((time) => !Number.isNaN(time));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Whether a grant is too young to have counted at the last failure, or to count for sure now. */
export function isFresh(look: Look, { since }: Grant): boolean {
  if (since === undefined || Number.isNaN(since)) return false;
  const works = since + rolePropagationMinutes * 60_000;
  const failed = lastFailure(look);
  return failed === undefined ? look.now < works : failed < works;
}
