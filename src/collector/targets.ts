import { ruleOf } from '../commands/fill.ts';
import type { ValueName, Values } from '../knowledge/naming.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';

/** What a script is told to look at; an empty text means: find it out. Every value keeps its naming rule. */
export interface Targets {
  readonly resourceId: string;
  readonly resourceName: string;
  readonly resourceType: string;
  readonly subscriptionId: string;
  readonly vaultName: string;
  readonly vaultType: 'Microsoft.KeyVault/vaults' | 'Microsoft.KeyVault/managedHSMs';
  readonly keyName: string;
  readonly keyVersion: string;
  readonly principalId: string;
}

/** The names and ids that the collector can start from, beside those that name the resource. */
const plain = ['vaultName', 'keyName', 'keyVersion', 'principalId', 'subscriptionId'] as const;

/** The fields that a reader can fill in before the script is written, the most useful first. */
export function collectorAsks(service: ServiceId): readonly ValueName[] {
  return [
    ...services[service].resourceId.names,
    'subscriptionId',
    'resourceGroup',
    'vaultName',
    'keyName',
    'principalId',
  ];
}

/**
 * Takes the values that keep their rule, and makes of the names a resource id where they are enough for one.
 *
 * @example targetsOf('storage', { accountName: 'stcontoso' }).resourceName // 'stcontoso'
 */
export function targetsOf(service: ServiceId, values: Values): Targets {
  const valid = (name: ValueName): string => {
    const value = values[name] ?? '';
    return ruleOf(name, service).pattern.test(value) ? value : '';
  };
  const { type, names } = services[service].resourceId;
  const own = names.map(valid);
  const known = own.every((name) => name !== '');
  const group = valid('resourceGroup');
  const subscription = valid('subscriptionId');
  const [provider = '', ...types] = type.split('/');
  const given = valid('resourceId');
  const fits = services[service].resourceTypes.some((one) => given.toLowerCase().includes(`/${one.toLowerCase()}/`));
  const composed =
    known && group && subscription
      ? `/subscriptions/${subscription}/resourceGroups/${group}/providers/${provider}/${types.map((part, index) => `${part}/${own[index]}`).join('/')}`
      : '';
  const hsm = valid('hsmName');
  const [vaultName, keyName, keyVersion, principalId, subscriptionId] = plain.map(valid);
  return {
    resourceId: given && fits ? given : composed,
    resourceName: known ? own.join('/') : '',
    resourceType: type,
    subscriptionId: subscriptionId ?? '',
    vaultName: hsm || (vaultName ?? ''),
    vaultType: hsm ? 'Microsoft.KeyVault/managedHSMs' : 'Microsoft.KeyVault/vaults',
    keyName: keyName ?? '',
    keyVersion: keyVersion ?? '',
    principalId: principalId ?? '',
  };
}
