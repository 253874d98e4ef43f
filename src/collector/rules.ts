import type { CauseId } from '../knowledge/causes.ts';
import { runningStates } from '../knowledge/collector.ts';
import type { SourceId } from '../knowledge/sources.ts';
import { isFresh, permissionModel, readGrants } from './grants.ts';
import { isObject, type Look, same } from './look.ts';

/** `wrong`: this is a cause. `right`: it is in order. `open`: the document does not tell. */
export type Answer = 'wrong' | 'right' | 'open';

/** A question that the document can answer, and the cause it names when the answer is bad. */
export interface Rule {
  readonly cause: CauseId;
  readonly asks: string;
  /** How sure a bad answer makes, from 0 to 1; below 0.6 it is only a hint. */
  readonly confidence: number;
  /** The parts of the document without which there is no answer. */
  readonly needs: readonly string[];
  /** Notes what it looks at as proof. */
  readonly answer: (look: Look) => Answer | { readonly wrong: number };
  readonly sources: readonly SourceId[];
}

const judge = (bad: boolean): Answer => (bad ? 'wrong' : 'right');

const principalOf = (look: Look) => (look.facts.userAssigned ? look.text(identityPath(look)) : '');

/** Where the resource names the user-assigned identity for its key; empty when there is no such place. */
const identityPath = ({ facts }: Look): string =>
  facts.userAssigned && facts.userAssigned !== 'first' ? `resource.${facts.userAssigned}` : '';

/** Whether the key is read by a user-assigned identity. */
const byUserAssigned = (look: Look): boolean =>
  principalOf(look) !== '' || (look.facts.userAssigned === 'first' && look.get('identity') !== undefined);

const assigned = (look: Look): readonly [string, unknown][] => {
  const identities = look.get('resource.identity.userAssignedIdentities');
  return isObject(identities) ? Object.entries(identities) : [];
};

const closed = (look: Look): boolean => {
  const access = look.text('vault.properties.publicNetworkAccess');
  return same(access, 'Disabled') || same(look.get('vault.properties.networkAcls.defaultAction'), 'Deny');
};

const network = [
  'vault.properties.publicNetworkAccess',
  'vault.properties.networkAcls.defaultAction',
  'vault.properties.networkAcls.bypass',
];

function answerNetwork(look: Look): Answer | { readonly wrong: number } {
  look.note(...network);
  if (same(look.get('vault.properties.publicNetworkAccess'), 'SecuredByPerimeter')) return { wrong: 0.5 };
  if (!closed(look)) return 'right';
  if (same(look.get('vault.properties.networkAcls.bypass'), 'None')) return 'wrong';
  if (!look.facts.trusted) return { wrong: 0.5 };
  if (byUserAssigned(look) && look.facts.userAssignedBehindFirewall !== 'yes') {
    look.note(identityPath(look) || 'identity.id');
    return look.facts.userAssignedBehindFirewall === 'no' ? 'wrong' : { wrong: 0.5 };
  }
  return 'right';
}

/** What the grants say, for the permission model that counts: all identities lack it, or only some of them. */
function answerGrant(look: Look, model: 'azure-rbac' | 'access-policy'): Answer | { readonly wrong: number } {
  const counts = permissionModel(look);
  if (counts === null) return 'open';
  look.note('vault.properties.enableRbacAuthorization');
  if (counts !== model) return 'right';
  const grants = readGrants(look);
  const lacking = grants.filter(({ state }) => state === 'none');
  for (const { path } of lacking) look.note(path);
  if (lacking.length > 0) return lacking.length === grants.length ? 'wrong' : { wrong: 0.55 };
  if (grants.length === 0 || grants.some(({ state }) => state === 'unknown')) return 'open';
  for (const { path } of grants) look.note(path);
  return 'right';
}

const vaultTenant = 'vault.properties.tenantId';

function answerTenant(look: Look): Answer | { readonly wrong: number } {
  const own = look.text('resource.identity.tenantId') ? 'resource.identity.tenantId' : 'account.tenantId';
  if (look.text(own) === '' || look.text(vaultTenant) === '') return 'open';
  look.note(own, vaultTenant);
  if (same(look.get(own), look.get(vaultTenant))) return 'right';
  const { sameTenant, federatedClient } = look.facts;
  if (federatedClient) {
    look.note(`resource.${federatedClient}`);
    return look.text(`resource.${federatedClient}`) ? { wrong: 0.4 } : 'wrong';
  }
  return sameTenant === 'yes' ? 'wrong' : { wrong: 0.5 };
}

const region = (look: Look, path: string): string => look.text(path).toLowerCase().replaceAll(' ', '');
const subscription = (id: string): string => id.split('/')[2] ?? '';

function answerPlace(look: Look): Answer | { readonly wrong: number } {
  const { sameRegion, sameSubscription } = look.facts;
  look.note('resource.location', 'vault.location');
  const apart = region(look, 'resource.location') !== region(look, 'vault.location');
  if (apart && sameRegion !== 'no') return sameRegion === 'yes' ? 'wrong' : { wrong: 0.4 };
  if (sameSubscription !== 'yes') return 'right';
  look.note('resource.id', 'vault.id');
  return judge(!same(subscription(look.text('resource.id')), subscription(look.text('vault.id'))));
}

const dates = (look: Look) => `${look.keyPart}.properties.attributes`;

function answerDates(look: Look): Answer {
  const seconds = look.now / 1000;
  const [from, until] = [look.get(`${dates(look)}.nbf`), look.get(`${dates(look)}.exp`)];
  look.note(`${dates(look)}.nbf`, `${dates(look)}.exp`, 'collectedAt');
  return judge((typeof from === 'number' && from > seconds) || (typeof until === 'number' && until < seconds));
}

/**
 * The rules, in the order in which Azure would say no: what still runs, what was decided at creation, a lock, then the
 * vault as a whole, the identity, the network, the permission, and the key itself. The order inside of a vault is
 * expected and not documented, so every bad answer is shown, not only the first.
 */
export const rules: readonly Rule[] = [
  {
    cause: 'operation-in-progress',
    asks: 'Has every operation on the resource ended?',
    confidence: 0.9,
    needs: ['resource'],
    answer: (look) => {
      const status = 'resource.properties.encryption.cmk.status';
      look.note('resource.properties.provisioningState');
      if (runningStates.includes(look.text('resource.properties.provisioningState'))) return 'wrong';
      if (look.text(status) === '') return 'right';
      look.note(status);
      return judge(['Updating', 'ActivatingWorkspace'].includes(look.text(status)));
    },
    sources: ['arm-common-errors', 'synapse-cli-recordings'],
  },
  {
    cause: 'activation-pending',
    asks: 'Does the workspace not wait for activation?',
    confidence: 0.95,
    needs: ['resource'],
    answer: (look) => {
      const status = 'resource.properties.encryption.cmk.status';
      if (look.text(status) !== '') look.note(status);
      return judge(look.text(status) === 'AwaitingUserAction');
    },
    sources: ['synapse-encryption', 'synapse-cli-recordings'],
  },
  {
    cause: 'cmk-only-at-creation',
    asks: 'Was the resource created with a key of yours, where that is final?',
    confidence: 0.9,
    needs: ['resource'],
    answer: (look) => {
      const { createdWithKey } = look.facts;
      if (!createdWithKey) return 'right';
      const path = `resource.${createdWithKey.path}`;
      look.note(path);
      const value = look.get(path);
      return judge(value !== createdWithKey.value && !same(value, createdWithKey.value));
    },
    sources: ['synapse-encryption', 'ml-rest-spec', 'discovery-cmk'],
  },
  {
    cause: 'resource-locked',
    asks: 'Is the resource free of read-only locks?',
    confidence: 0.9,
    needs: ['resource', 'locks'],
    answer: (look) => {
      const id = look.text('resource.id').toLowerCase();
      const holding = look.list('locks').findIndex((lock) => {
        if (!isObject(lock) || !same(lock.level, 'ReadOnly')) return false;
        const scope = String(lock.id)
          .toLowerCase()
          .replace(/\/providers\/microsoft\.authorization\/locks\/[^/]*$/, '');
        return scope !== '' && (id === scope || id.startsWith(`${scope}/`));
      });
      if (holding >= 0) look.note(`locks[${holding}]`);
      return judge(holding >= 0);
    },
    sources: ['arm-common-errors'],
  },
  {
    cause: 'vault-not-found',
    asks: 'Is the vault there?',
    confidence: 0.95,
    needs: [],
    answer: (look) => {
      if (look.has('vault')) return 'right';
      if (look.unread('vault') !== 'not-found') return 'open';
      look.note('vault.error');
      const name = look.get('examined.vault');
      const deleted = look.list('deletedVaults').findIndex((one) => isObject(one) && same(one.name, name));
      if (deleted >= 0) look.note(`deletedVaults[${deleted}]`);
      // It can also be in a subscription that the reader cannot see.
      return deleted >= 0 ? 'wrong' : { wrong: 0.5 };
    },
    sources: ['key-vault-soft-delete'],
  },
  {
    cause: 'cross-tenant-misconfigured',
    asks: 'Are vault and resource in the same tenant, or joined by a federated credential?',
    confidence: 0.9,
    needs: ['resource', 'vault'],
    answer: answerTenant,
    sources: ['key-vault-move-tenant', 'storage-cmk-cross-tenant'],
  },
  {
    cause: 'vault-protection-missing',
    asks: 'Is purge protection on?',
    confidence: 0.9,
    needs: ['vault'],
    answer: (look) => {
      look.note('vault.properties.enablePurgeProtection');
      if (look.get('vault.properties.enablePurgeProtection') === true) return 'right';
      return look.facts.purgeProtection === 'yes' ? 'wrong' : { wrong: 0.5 };
    },
    sources: ['key-vault-recovery'],
  },
  {
    cause: 'location-or-subscription-mismatch',
    asks: 'Is the vault where the service wants it?',
    confidence: 0.85,
    needs: ['resource', 'vault'],
    answer: answerPlace,
    sources: ['synapse-encryption', 'ml-cmk', 'log-analytics-cmk', 'discovery-cmk'],
  },
  {
    cause: 'identity-not-assigned',
    asks: 'Does the resource have the identity that reads the key?',
    confidence: 0.9,
    needs: ['resource'],
    answer: (look) => {
      if (look.facts.principals[0] !== 'identity.principalId') return 'right';
      const named = principalOf(look);
      if (named) {
        look.note(identityPath(look), 'resource.identity.userAssignedIdentities');
        return judge(!assigned(look).some(([id]) => same(id, named)));
      }
      if (look.facts.userAssigned === 'first' && assigned(look).length > 0) return 'right';
      look.note('resource.identity.type', 'resource.identity.principalId');
      return judge(look.text('resource.identity.principalId') === '');
    },
    sources: ['managed-identity-issues'],
  },
  {
    cause: 'identity-token-failure',
    asks: 'Does the user-assigned identity still exist, under the same object id?',
    confidence: 0.9,
    needs: ['resource'],
    answer: (look) => {
      if (look.get('identity') === undefined) return 'right';
      if (look.unread('identity') === 'not-found') {
        look.note('identity.error');
        return 'wrong';
      }
      if (!look.has('identity')) return 'open';
      const id = look.get('identity.id');
      const [, shown] = assigned(look).find(([own]) => same(own, id)) ?? [];
      const before = isObject(shown) ? shown.principalId : undefined;
      if (typeof before !== 'string') return 'right';
      look.note('resource.identity.userAssignedIdentities', 'identity.principalId');
      return judge(!same(before, look.get('identity.principalId')));
    },
    sources: ['managed-identity-issues'],
  },
  {
    cause: 'encryption-settings-invalid',
    asks: 'Is the key that the workspace names registered on it?',
    confidence: 0.85,
    needs: ['resource', 'namedKeys'],
    answer: (look) => {
      const name = look.get('resource.properties.encryption.cmk.key.name');
      if (typeof name !== 'string') return 'right';
      look.note('resource.properties.encryption.cmk.key.name', 'namedKeys');
      return judge(!look.list('namedKeys').some((one) => isObject(one) && same(one.name, name)));
    },
    sources: ['synapse-cli', 'synapse-key-name-thread'],
  },
  {
    cause: 'vault-network-blocked',
    asks: 'Does the network of the vault let the service in?',
    confidence: 0.9,
    needs: ['vault'],
    answer: answerNetwork,
    sources: ['key-vault-network', 'key-vault-trusted-services'],
  },
  {
    cause: 'rbac-role-missing',
    asks: 'Has the identity a role with read, wrap and unwrap, if the vault works with Azure RBAC?',
    confidence: 0.9,
    needs: ['vault'],
    answer: (look) => answerGrant(look, 'azure-rbac'),
    sources: ['key-vault-rbac-guide'],
  },
  {
    cause: 'access-policy-missing',
    asks: 'Has the identity get, wrapKey and unwrapKey, if the vault works with access policies?',
    confidence: 0.9,
    needs: ['vault'],
    answer: (look) => answerGrant(look, 'access-policy'),
    sources: ['key-vault-error-codes', 'key-vault-access-issues'],
  },
  {
    cause: 'grant-not-propagated',
    asks: 'Was the role there, and ten minutes old, when the update failed?',
    confidence: 0.8,
    needs: ['vault'],
    answer: (look) => {
      if (permissionModel(look) !== 'azure-rbac') return 'open';
      const grants = readGrants(look);
      if (grants.length === 0 || grants.some(({ state }) => state !== 'full')) return 'open';
      const fresh = grants.filter((grant) => isFresh(look, grant));
      for (const { path } of fresh) look.note(path);
      if (look.list('failures').length > 0) look.note('failures[0].eventTimestamp');
      return judge(fresh.length > 0);
    },
    sources: ['rbac-troubleshooting'],
  },
  {
    cause: 'key-not-found',
    asks: 'Is the key there, and the version that the resource uses?',
    confidence: 0.9,
    needs: ['vault'],
    answer: (look) => {
      for (const part of ['key', 'keyVersion']) {
        if (look.unread(part) !== 'not-found') continue;
        const name = `/${look.text('examined.key').toLowerCase()}`;
        const deleted = look
          .list('deletedKeys')
          .findIndex((one) => isObject(one) && `${String(one.kid).toLowerCase()}/`.includes(`${name}/`));
        look.note(`${part}.error`);
        if (deleted >= 0) look.note(`deletedKeys[${deleted}]`);
        return 'wrong';
      }
      return look.has('key') ? 'right' : 'open';
    },
    sources: ['key-vault-soft-delete', 'key-vault-recovery'],
  },
  {
    cause: 'key-disabled',
    asks: 'Is the key enabled?',
    confidence: 0.95,
    needs: ['key'],
    answer: (look) => {
      look.note(`${dates(look)}.enabled`);
      const enabled = look.get(`${dates(look)}.enabled`);
      return enabled === undefined ? 'open' : judge(enabled === false);
    },
    sources: ['key-vault-keys'],
  },
  {
    cause: 'key-outside-validity',
    asks: 'Does the time now lie within the dates of the key?',
    confidence: 0.9,
    needs: ['key'],
    answer: answerDates,
    sources: ['key-vault-keys'],
  },
  {
    cause: 'key-type-unsupported',
    asks: 'Is it an RSA key?',
    confidence: 0.9,
    needs: ['key'],
    answer: (look) => {
      const path = `${look.keyPart}.properties.kty`;
      look.note(path);
      const type = look.text(path);
      return type === '' ? 'open' : judge(!type.toUpperCase().startsWith('RSA'));
    },
    sources: ['key-vault-keys', 'synapse-encryption'],
  },
  {
    cause: 'key-operation-not-allowed',
    asks: 'Do the permitted operations of the key include wrapKey and unwrapKey?',
    confidence: 0.9,
    needs: ['key'],
    answer: (look) => {
      const path = `${look.keyPart}.properties.keyOps`;
      const operations = look.list(path).map((one) => String(one).toLowerCase());
      look.note(path);
      if (operations.length === 0) return 'open';
      return judge(['wrapkey', 'unwrapkey'].some((one) => !operations.includes(one)));
    },
    sources: ['key-vault-keys'],
  },
];
