import type { ServiceId } from './services/index.ts';

/** Where a resource names its key: one identifier, or the address of the vault, the name and the version apart. */
export type KeyPlace = { readonly feature?: string } & (
  | { readonly identifier: string }
  | { readonly vaultUri: string; readonly keyName: string; readonly keyVersion: string }
);

/** Whether a service insists on something; `unclear` where no page says so. */
export type Insists = 'yes' | 'no' | 'unclear';

/**
 * What the collector has to know of a service: how to read its resource, where key and identity stand in it, and on what
 * the service insists. Each line repeats a fact of `services/`, small enough to travel; a test holds it against them.
 */
export interface CollectorFacts {
  readonly apiVersion: string;
  /** The parts of `properties` that are collected; the rest of the resource stays where it is. */
  readonly properties: readonly string[];
  readonly keys: readonly KeyPlace[];
  /** Paths of the object ids that ask for the key. */
  readonly principals: readonly string[];
  /** Path of the resource id of the user-assigned identity; `first` takes the one that the resource has. */
  readonly userAssigned?: string;
  /** The first-party application that asks for the key as well. */
  readonly applicationId?: string;
  /** The collection of named keys below the resource. */
  readonly namedKeys?: string;
  /** The setting that says whether the resource was created with a key of the reader's, where that is final. */
  readonly createdWithKey?: { readonly path: string; readonly value: string | boolean };
  /** Whether the service is on the list of trusted services of Key Vault. */
  readonly trusted: boolean;
  /** Whether a user-assigned identity gets through the firewall of a vault that lets trusted services in. */
  readonly userAssignedBehindFirewall: Insists;
  readonly purgeProtection: Insists;
  readonly sameTenant: Insists;
  /** Where the application stands through which a vault in another tenant is reached. */
  readonly federatedClient?: string;
  readonly sameRegion: Insists;
  readonly sameSubscription: Insists;
}

const entity = (name: string): KeyPlace => ({
  feature: name === 'managedDisk' ? 'managed-disks' : 'managed-services',
  vaultUri: `properties.encryption.entities.${name}.keyVaultProperties.keyVaultUri`,
  keyName: `properties.encryption.entities.${name}.keyVaultProperties.keyName`,
  keyVersion: `properties.encryption.entities.${name}.keyVaultProperties.keyVersion`,
});

const usual = {
  trusted: true,
  userAssignedBehindFirewall: 'yes',
  purgeProtection: 'yes',
  sameTenant: 'yes',
  sameRegion: 'yes',
  sameSubscription: 'no',
} as const;

export const collectorFacts: Readonly<Record<ServiceId, CollectorFacts>> = {
  synapse: {
    ...usual,
    apiVersion: '2021-06-01',
    properties: ['provisioningState', 'encryption'],
    keys: [{ identifier: 'properties.encryption.cmk.key.keyVaultUrl' }],
    principals: ['identity.principalId'],
    userAssigned: 'properties.encryption.cmk.kekIdentity.userAssignedIdentity',
    namedKeys: 'keys',
    createdWithKey: { path: 'properties.encryption.doubleEncryptionEnabled', value: true },
    userAssignedBehindFirewall: 'no',
    sameRegion: 'unclear',
  },
  databricks: {
    ...usual,
    apiVersion: '2026-01-01',
    properties: [
      'provisioningState',
      'encryption',
      'parameters',
      'storageAccountIdentity',
      'managedDiskIdentity',
      'diskEncryptionSetId',
    ],
    keys: [
      entity('managedDisk'),
      entity('managedServices'),
      {
        feature: 'dbfs-root',
        vaultUri: 'properties.parameters.encryption.value.keyvaulturi',
        keyName: 'properties.parameters.encryption.value.KeyName',
        keyVersion: 'properties.parameters.encryption.value.keyversion',
      },
    ],
    principals: ['properties.managedDiskIdentity.principalId', 'properties.storageAccountIdentity.principalId'],
    applicationId: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
    purgeProtection: 'unclear',
    sameRegion: 'unclear',
  },
  'machine-learning': {
    ...usual,
    apiVersion: '2026-05-01',
    properties: [
      'provisioningState',
      'encryption',
      'enableServiceSideCMKEncryption',
      'serviceProvisionedResourceGroup',
      'hubResourceId',
    ],
    keys: [{ identifier: 'properties.encryption.keyVaultProperties.keyIdentifier' }],
    principals: ['identity.principalId'],
    userAssigned: 'properties.encryption.identity.userAssignedIdentity',
    applicationId: 'a232010e-820c-4083-83bb-3ace5fc29d0b',
    createdWithKey: { path: 'properties.encryption.status', value: 'Enabled' },
    sameSubscription: 'yes',
  },
  'log-analytics': {
    ...usual,
    apiVersion: '2026-03-01',
    properties: ['provisioningState', 'keyVaultProperties'],
    keys: [
      {
        vaultUri: 'properties.keyVaultProperties.keyVaultUri',
        keyName: 'properties.keyVaultProperties.keyName',
        keyVersion: 'properties.keyVaultProperties.keyVersion',
      },
    ],
    principals: ['identity.principalId'],
    userAssigned: 'first',
    userAssignedBehindFirewall: 'unclear',
  },
  'health-data': {
    ...usual,
    apiVersion: '2024-03-31',
    properties: ['provisioningState', 'encryption'],
    keys: [{ identifier: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl' }],
    principals: ['identity.principalId'],
    userAssigned: 'first',
    trusted: false,
    sameTenant: 'unclear',
    sameRegion: 'unclear',
  },
  discovery: {
    ...usual,
    apiVersion: '2026-06-01',
    properties: ['provisioningState', 'customerManagedKeys', 'keyVaultProperties', 'workspaceIdentity'],
    keys: [
      {
        vaultUri: 'properties.keyVaultProperties.keyVaultUri',
        keyName: 'properties.keyVaultProperties.keyName',
        keyVersion: 'properties.keyVaultProperties.keyVersion',
      },
    ],
    principals: ['properties.workspaceIdentity.principalId'],
    userAssigned: 'properties.workspaceIdentity.id',
    createdWithKey: { path: 'properties.customerManagedKeys', value: 'Enabled' },
    trusted: false,
    sameTenant: 'unclear',
  },
  'online-experimentation': {
    ...usual,
    apiVersion: '2025-08-01-preview',
    properties: ['provisioningState', 'encryption'],
    keys: [{ identifier: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl' }],
    principals: ['identity.principalId'],
    userAssigned:
      'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.userAssignedIdentityResourceId',
    trusted: false,
    purgeProtection: 'unclear',
    sameTenant: 'no',
    federatedClient: 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.federatedClientId',
    sameRegion: 'unclear',
  },
  storage: {
    ...usual,
    apiVersion: '2026-04-01',
    properties: ['provisioningState', 'encryption'],
    keys: [
      {
        vaultUri: 'properties.encryption.keyvaultproperties.keyvaulturi',
        keyName: 'properties.encryption.keyvaultproperties.keyname',
        keyVersion: 'properties.encryption.keyvaultproperties.keyversion',
      },
    ],
    principals: ['identity.principalId'],
    userAssigned: 'properties.encryption.identity.userAssignedIdentity',
    sameTenant: 'no',
    federatedClient: 'properties.encryption.identity.federatedIdentityClientId',
    sameRegion: 'no',
  },
};

/** API versions of the calls that are the same for every service. */
export const collectorVersions = {
  keyVault: '2026-02-01',
  identity: '2024-11-30',
  authorization: '2022-04-01',
  locks: '2020-05-01',
  activityLog: '2015-04-01',
  resources: '2021-04-01',
} as const;

/** Values of provisioningState that mean that something is still running. */
export const runningStates: readonly string[] = [
  'Accepted',
  'Running',
  'Creating',
  'Provisioning',
  'ProvisioningAccount',
  'Updating',
  'Deleting',
  'ResolvingDNS',
];
