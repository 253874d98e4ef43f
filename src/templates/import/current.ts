import type { TypeProperties } from '../../knowledge/arm/properties.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import type { Choices } from '../choices.ts';
import type { TemplateValues } from '../parameters.ts';
import { isObject, type Json, type JsonObject } from './expressions.ts';

/** Follows a path through JSON. */
export function at(value: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((inner, name) => {
    return isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined;
  }, value);
}

/** A text at a path, or an empty one. */
export function textAt(value: Json | undefined, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

const types: Readonly<Record<string, readonly [ServiceId, string]>> = {
  'Microsoft.Synapse/workspaces': ['synapse', 'none'],
  'Microsoft.Databricks/workspaces': ['databricks', 'managed-services'],
  'Microsoft.MachineLearningServices/workspaces': ['machine-learning', 'workspace'],
  'Microsoft.OperationalInsights/clusters': ['log-analytics', ''],
  'Microsoft.HealthcareApis/workspaces/fhirservices': ['health-data', 'fhir'],
  'Microsoft.HealthcareApis/workspaces/dicomservices': ['health-data', 'dicom'],
  'Microsoft.Discovery/workspaces': ['discovery', ''],
  'Microsoft.OnlineExperimentation/workspaces': ['online-experimentation', ''],
  'Microsoft.Storage/storageAccounts': ['storage', ''],
};

/** The service that a type belongs to, and the variant that it is: for Databricks the first key that the resource has. */
export function serviceOf({ type }: TypeProperties, resource: JsonObject): readonly [ServiceId, string] {
  const [service, variant] = types[type] ?? ['synapse', 'none'];
  if (service !== 'databricks') return [service, variant];
  return [service, databricksKeys.find((one) => currentKey(service, resource, one).keyName !== undefined) ?? variant];
}

/** In the order of their places below. */
const databricksKeys: readonly string[] = ['managed-services', 'managed-disks', 'dbfs-root'];

/** Where each service keeps the address of its key: whole, or in parts. */
const places: Readonly<
  Record<
    ServiceId,
    readonly { readonly url?: string; readonly host?: string; readonly name?: string; readonly version?: string }[]
  >
> = {
  synapse: [{ url: 'properties.encryption.cmk.key.keyVaultUrl' }],
  databricks: [
    ...(['managedServices', 'managedDisk'] as const).map((entity) => ({
      host: `properties.encryption.entities.${entity}.keyVaultProperties.keyVaultUri`,
      name: `properties.encryption.entities.${entity}.keyVaultProperties.keyName`,
      version: `properties.encryption.entities.${entity}.keyVaultProperties.keyVersion`,
    })),
    {
      host: 'properties.parameters.encryption.value.keyvaulturi',
      name: 'properties.parameters.encryption.value.KeyName',
      version: 'properties.parameters.encryption.value.keyversion',
    },
  ],
  'machine-learning': [{ url: 'properties.encryption.keyVaultProperties.keyIdentifier' }],
  'log-analytics': [
    {
      host: 'properties.keyVaultProperties.keyVaultUri',
      name: 'properties.keyVaultProperties.keyName',
      version: 'properties.keyVaultProperties.keyVersion',
    },
  ],
  'health-data': [{ url: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl' }],
  discovery: [
    {
      host: 'properties.keyVaultProperties.keyVaultUri',
      name: 'properties.keyVaultProperties.keyName',
      version: 'properties.keyVaultProperties.keyVersion',
    },
  ],
  'online-experimentation': [{ url: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl' }],
  storage: [
    {
      host: 'properties.encryption.keyvaultproperties.keyvaulturi',
      name: 'properties.encryption.keyvaultproperties.keyname',
      version: 'properties.encryption.keyvaultproperties.keyversion',
    },
  ],
};

const identifier = /^https:\/\/([^/:]+)(?::443)?\/?(?:keys\/([^/]+)\/?([^/]*))?\/?$/;

/** The names in the address of a key. */
export function fromAddress(address: string): TemplateValues {
  const [, host = '', key = '', version = ''] = identifier.exec(address) ?? [];
  const [name = '', ...rest] = host.split('.');
  const store: TemplateValues =
    rest[0] === 'managedhsm'
      ? { hsmName: name, hsmSuffix: `.${rest.join('.')}` }
      : rest[0] === 'vault'
        ? { vaultName: name }
        : {};
  return { ...store, ...(key && { keyName: key }), ...(version && { keyVersion: version }) };
}

/** The key that the resource names now. */
export function currentKey(service: ServiceId, resource: JsonObject, variant: string): TemplateValues {
  const list = places[service];
  const preferred = service === 'databricks' ? list[Math.max(0, databricksKeys.indexOf(variant))] : list[0];
  if (!preferred) return {};
  if (preferred.url) return fromAddress(textAt(resource, preferred.url));
  const keyName = textAt(resource, preferred.name ?? '');
  const keyVersion = textAt(resource, preferred.version ?? '');
  return {
    ...fromAddress(textAt(resource, preferred.host ?? '')),
    ...(keyName && { keyName }),
    ...(keyVersion && { keyVersion }),
  };
}

const identities: Partial<Record<ServiceId, string>> = {
  synapse: 'properties.encryption.cmk.kekIdentity.userAssignedIdentity',
  'online-experimentation':
    'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.userAssignedIdentityResourceId',
  storage: 'properties.encryption.identity.userAssignedIdentity',
};

/** The user-assigned identity that reads the key now; empty where it is the system-assigned one. */
export const currentIdentity = (service: ServiceId, resource: JsonObject): string =>
  textAt(resource, identities[service] ?? '');

/** The choices that name the identity beside the key. */
export const namesIdentity = ({ service }: Choices): boolean => identities[service] !== undefined;
