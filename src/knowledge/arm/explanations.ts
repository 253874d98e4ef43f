import type { SourceId } from '../sources.ts';

/** Whether a property can be changed on a resource that exists. */
export type Later = 'update' | 'put' | 'fixed' | 'one-way' | 'unconfirmed';

/** What a property does, and whether it can be changed later. */
export type Meaning = readonly [does: string, later: Later, source?: SourceId];

/** The properties of a type, by their path from the resource down. */
export interface TypeMeanings {
  /** The page behind those that name no other. */
  readonly source: SourceId;
  readonly properties: Readonly<Record<string, Meaning>>;
}

const identity = {
  identity: ['The managed identities of the resource.', 'update'],
  'identity.type': ['Which kinds of identity are attached.', 'update'],
  'identity.userAssignedIdentities': [
    'The user-assigned identities, by their resource id; the value stays empty.',
    'update',
  ],
} as const satisfies Record<string, Meaning>;

const common = {
  location: ['Region of the resource.', 'fixed'],
  tags: ['Tags of the resource.', 'update'],
} as const satisfies Record<string, Meaning>;

const access = 'Whether the resource can be reached from the internet, or through private endpoints only.';

/** What the properties in templates do, by type. */
export const meanings: Readonly<Record<string, TypeMeanings>> = {
  'Microsoft.Authorization/roleAssignments': {
    source: 'key-vault-rbac-guide',
    properties: {
      'properties.roleDefinitionId': [
        'The role: Key Vault Crypto Service Encryption User may read the key, wrap and unwrap.',
        'fixed',
      ],
      'properties.principalId': ['Object id of the identity that gets the role.', 'fixed'],
      'properties.principalType': [
        'What kind of identity it is; with it, a new identity is found although the directory is not up to date yet.',
        'fixed',
      ],
    },
  },
  'Microsoft.KeyVault/vaults/accessPolicies': {
    source: 'key-vault-access-issues',
    properties: {
      'properties.accessPolicies': ['Entries that are added; the name add leaves the others alone.', 'update'],
      'properties.accessPolicies.tenantId': ['Tenant of the identity.', 'update'],
      'properties.accessPolicies.objectId': ['Object id of the identity.', 'update'],
      'properties.accessPolicies.permissions': ['What the identity may do.', 'update'],
      'properties.accessPolicies.permissions.keys': ['Permissions on all keys of the vault.', 'update'],
    },
  },
  'Microsoft.KeyVault/vaults': {
    source: 'key-vault-overview',
    properties: {
      ...common,
      'properties.tenantId': ['Tenant whose identities the vault trusts.', 'update', 'key-vault-move-tenant'],
      'properties.sku': ['Tier of the vault.', 'update'],
      'properties.sku.family': ['Always A.', 'fixed'],
      'properties.sku.name': ['standard for software keys, premium for keys in an HSM.', 'update'],
      'properties.enableRbacAuthorization': [
        'true: role assignments decide, and access policies have no effect.',
        'update',
        'key-vault-rbac-guide',
      ],
      'properties.enableSoftDelete': ['A deleted vault or key can be recovered.', 'one-way', 'key-vault-soft-delete'],
      'properties.softDeleteRetentionInDays': ['For how many days.', 'fixed', 'key-vault-soft-delete'],
      'properties.enablePurgeProtection': [
        'Nobody can delete for good before that time is over.',
        'one-way',
        'key-vault-soft-delete',
      ],
      'properties.publicNetworkAccess': [
        'Whether the firewall is asked at all, or private endpoints only.',
        'update',
        'key-vault-network',
      ],
      'properties.networkAcls': ['The firewall of the vault.', 'update', 'key-vault-network'],
      'properties.networkAcls.bypass': [
        'AzureServices lets trusted services pass the firewall.',
        'update',
        'key-vault-trusted-services',
      ],
      'properties.networkAcls.defaultAction': ['What happens to everybody else.', 'update', 'key-vault-network'],
    },
  },
  'Microsoft.KeyVault/vaults/keys': {
    source: 'key-vault-keys',
    properties: {
      'properties.kty': ['Type of the key.', 'fixed'],
      'properties.keySize': ['Size of the key in bits.', 'fixed'],
      'properties.keyOps': [
        'What the key may be used for; without wrapKey and unwrapKey no service can use it.',
        'update',
      ],
    },
  },
  'Microsoft.ManagedIdentity/userAssignedIdentities': { source: 'managed-identity-issues', properties: common },
  'Microsoft.Synapse/workspaces': {
    source: 'synapse-rest-spec',
    properties: {
      ...common,
      ...identity,
      'properties.defaultDataLakeStorage': ['The primary data lake.', 'fixed'],
      'properties.defaultDataLakeStorage.accountUrl': ['Its address.', 'fixed'],
      'properties.defaultDataLakeStorage.filesystem': ['Its container.', 'fixed'],
      'properties.defaultDataLakeStorage.resourceId': ['Its resource id.', 'fixed'],
      'properties.sqlAdministratorLogin': ['Login name of the SQL administrator.', 'fixed'],
      'properties.sqlAdministratorLoginPassword': ['Password of the SQL administrator; never returned.', 'update'],
      'properties.managedVirtualNetwork': [
        'default puts the workspace into a managed virtual network.',
        'fixed',
        'synapse-managed-network',
      ],
      'properties.managedVirtualNetworkSettings': ['Settings of that network.', 'update', 'synapse-managed-network'],
      'properties.managedVirtualNetworkSettings.preventDataExfiltration': [
        'Whether data may only go to approved tenants.',
        'fixed',
        'synapse-managed-network',
      ],
      'properties.publicNetworkAccess': [access, 'update'],
      'properties.encryption': ['Double encryption: with it from creation, or never.', 'fixed', 'synapse-encryption'],
      'properties.encryption.cmk': ['The key of your own.', 'update', 'synapse-encryption'],
      'properties.encryption.cmk.kekIdentity': ['Who reads the key.', 'update', 'synapse-encryption'],
      'properties.encryption.cmk.kekIdentity.useSystemAssignedIdentity': [
        'true: the identity of the workspace reads the key.',
        'update',
        'synapse-encryption',
      ],
      'properties.encryption.cmk.kekIdentity.userAssignedIdentity': [
        'The attached identity that reads the key.',
        'update',
        'synapse-encryption',
      ],
      'properties.encryption.cmk.key': ['Which key is in use.', 'update', 'synapse-encryption'],
      'properties.encryption.cmk.key.name': [
        'Name of the key in the workspace, not in the vault. A PATCH that names another one rotates.',
        'update',
        'synapse-encryption',
      ],
      'properties.encryption.cmk.key.keyVaultUrl': [
        'The key in the vault, without a version.',
        'update',
        'synapse-encryption',
      ],
    },
  },
  'Microsoft.Synapse/workspaces/keys': {
    source: 'synapse-encryption',
    properties: {
      'properties.isActiveCMK': [
        'true activates the key; it shows true some minutes later.',
        'update',
        'synapse-cli-recordings',
      ],
      'properties.keyVaultUrl': ['The key in the vault, without a version.', 'update'],
    },
  },
  'Microsoft.Databricks/workspaces': {
    source: 'databricks-rest-spec',
    properties: {
      ...common,
      location: ['Region of the workspace.', 'fixed'],
      sku: ['Tier of the workspace.', 'put'],
      'sku.name': ['premium: every key of your own needs it.', 'put', 'databricks-cmk-overview'],
      'properties.computeMode': ['Hybrid for classic compute, Serverless for serverless only.', 'fixed'],
      'properties.managedResourceGroupId': ['The resource group that Databricks creates and manages.', 'fixed'],
      'properties.publicNetworkAccess': [access, 'put'],
      'properties.requiredNsgRules': ['Which network rules Databricks adds.', 'put'],
      'properties.parameters': ['Settings of classic workspaces.', 'put'],
      'properties.parameters.enableNoPublicIp': ['Nodes without public addresses.', 'one-way'],
      'properties.parameters.enableNoPublicIp.value': ['true: no public addresses.', 'one-way'],
      'properties.parameters.prepareEncryption': [
        'Gives the managed storage account an identity that can read a key.',
        'put',
        'databricks-dbfs-key',
      ],
      'properties.parameters.prepareEncryption.value': ['true: the identity is there.', 'put', 'databricks-dbfs-key'],
      'properties.parameters.encryption': ['The key for DBFS root.', 'put', 'databricks-dbfs-key'],
      'properties.parameters.encryption.value': [
        'Its parts; their capitals differ from those of the other keys.',
        'put',
        'databricks-dbfs-key',
      ],
      'properties.parameters.encryption.value.keySource': [
        'Microsoft.Keyvault for your key, Default for the way back.',
        'put',
        'databricks-dbfs-key',
      ],
      'properties.parameters.encryption.value.keyvaulturi': ['Address of the key store.', 'put', 'databricks-dbfs-key'],
      'properties.parameters.encryption.value.KeyName': ['Name of the key.', 'put', 'databricks-dbfs-key'],
      'properties.parameters.encryption.value.keyversion': ['Version of the key.', 'put', 'databricks-dbfs-key'],
      'properties.encryption': [
        'The keys for managed services and disks. Every later update must repeat them.',
        'put',
        'databricks-terraform-disk-thread',
      ],
      'properties.encryption.entities': ['One entity a key.', 'put'],
      'properties.encryption.entities.managedServices': [
        'The key for notebooks, secrets and queries in the control plane; it can be replaced, not removed.',
        'put',
        'databricks-services-key',
      ],
      'properties.encryption.entities.managedServices.keySource': ['Always Microsoft.Keyvault.', 'put'],
      'properties.encryption.entities.managedServices.keyVaultProperties': ['The key in parts.', 'put'],
      'properties.encryption.entities.managedServices.keyVaultProperties.keyVaultUri': [
        'Address of the key store.',
        'put',
      ],
      'properties.encryption.entities.managedServices.keyVaultProperties.keyName': ['Name of the key.', 'put'],
      'properties.encryption.entities.managedServices.keyVaultProperties.keyVersion': [
        'Version of that key; needed.',
        'put',
      ],
      'properties.encryption.entities.managedDisk': [
        'The key for data disks of classic compute; it can be replaced, not removed.',
        'put',
        'databricks-disks-key',
      ],
      'properties.encryption.entities.managedDisk.keySource': ['Always Microsoft.Keyvault.', 'put'],
      'properties.encryption.entities.managedDisk.keyVaultProperties': ['The key in parts.', 'put'],
      'properties.encryption.entities.managedDisk.keyVaultProperties.keyVaultUri': ['Address of the key store.', 'put'],
      'properties.encryption.entities.managedDisk.keyVaultProperties.keyName': ['Name of the key.', 'put'],
      'properties.encryption.entities.managedDisk.keyVaultProperties.keyVersion': [
        'Version of that key; needed even with rotation.',
        'put',
      ],
      'properties.encryption.entities.managedDisk.rotationToLatestKeyVersionEnabled': [
        'Disks follow new versions of the key by themselves.',
        'put',
        'databricks-disks-key',
      ],
    },
  },
  'Microsoft.MachineLearningServices/workspaces': {
    source: 'ml-rest-spec',
    properties: {
      ...common,
      ...identity,
      kind: ['Default for a workspace, Hub for a hub.', 'fixed', 'ml-hub'],
      sku: ['Tier of the workspace.', 'update'],
      'sku.name': ['Always Basic here.', 'update'],
      'sku.tier': ['Always Basic here.', 'update'],
      'properties.friendlyName': ['Name that people see.', 'update'],
      'properties.storageAccount': ['The associated storage account.', 'fixed'],
      'properties.keyVault': ['The associated vault for secrets, not the vault of the key.', 'fixed'],
      'properties.applicationInsights': ['The associated Application Insights component.', 'update'],
      'properties.publicNetworkAccess': [access, 'update'],
      'properties.primaryUserAssignedIdentity': ['The user-assigned identity that the workspace acts with.', 'update'],
      'properties.enableServiceSideCMKEncryption': [
        'true: the metadata lies on the side of Microsoft, under your key.',
        'fixed',
        'ml-hub-cmk',
      ],
      'properties.encryption': ['The key of your own, from creation or never.', 'fixed', 'ml-cmk'],
      'properties.encryption.status': ['Enabled: your key is used.', 'fixed', 'ml-cmk'],
      'properties.encryption.identity': ['Who fetches the key.', 'fixed'],
      'properties.encryption.identity.userAssignedIdentity': ['The identity that fetches the key.', 'fixed'],
      'properties.encryption.keyVaultProperties': ['The key and its vault.', 'update', 'ml-cmk'],
      'properties.encryption.keyVaultProperties.keyVaultArmId': [
        'Resource id of the vault of the key.',
        'fixed',
        'ml-cmk',
      ],
      'properties.encryption.keyVaultProperties.keyIdentifier': [
        'The key with its version; another one of the same vault can take its place.',
        'update',
        'ml-cmk',
      ],
    },
  },
  'Microsoft.OperationalInsights/clusters': {
    source: 'log-analytics-cmk',
    properties: {
      ...common,
      ...identity,
      sku: ['The commitment tier.', 'update', 'log-analytics-clusters'],
      'sku.name': ['Always CapacityReservation.', 'fixed', 'log-analytics-clusters'],
      'sku.capacity': [
        'GB a day that you commit to; it can be lowered after 31 days only.',
        'update',
        'log-analytics-clusters',
      ],
      'properties.billingType': [
        'Whether the cluster or its workspaces are billed.',
        'update',
        'log-analytics-clusters',
      ],
      'properties.keyVaultProperties': ['The key in parts; three empty texts take it off.', 'update'],
      'properties.keyVaultProperties.keyVaultUri': ['Address of the key store, with https in front.', 'update'],
      'properties.keyVaultProperties.keyName': ['Name of the key.', 'update'],
      'properties.keyVaultProperties.keyVersion': ['Empty: the newest version is followed.', 'update'],
      'properties.keyVaultProperties.keyRsaSize': ['Size of the key, for a key in a Managed HSM.', 'update'],
    },
  },
  ...Object.fromEntries(
    (['fhir', 'dicom'] as const).map((kind): [string, TypeMeanings] => [
      `Microsoft.HealthcareApis/workspaces/${kind}services`,
      {
        source: `health-${kind}-cmk`,
        properties: {
          ...common,
          ...identity,
          kind: ['Version of FHIR.', 'fixed'],
          'properties.authenticationConfiguration': ['Who signs tokens, and for whom.', 'put'],
          'properties.authenticationConfiguration.authority': ['The tenant that signs tokens.', 'put'],
          'properties.authenticationConfiguration.audience': ['The address that tokens are for.', 'put'],
          'properties.authenticationConfiguration.smartProxyEnabled': ['Whether the SMART proxy is on.', 'put'],
          'properties.enableDataPartitions': ['Whether data is kept in partitions.', 'fixed', 'health-terraform-dicom'],
          'properties.publicNetworkAccess': [access, 'put'],
          'properties.encryption': ['The key of your own.', 'put'],
          'properties.encryption.customerManagedKeyEncryption': ['The key; the attached identity reads it.', 'put'],
          'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl': [
            'The key with its version; old versions stay enabled.',
            'put',
          ],
        },
      },
    ]),
  ),
  'Microsoft.Discovery/workspaces': {
    source: 'discovery-cmk',
    properties: {
      ...common,
      'properties.customerManagedKeys': ['Enabled: your key is used.', 'fixed'],
      'properties.keyVaultProperties': ['The key in parts.', 'update'],
      'properties.keyVaultProperties.keyVaultUri': ['Address of the vault.', 'fixed'],
      'properties.keyVaultProperties.keyName': ['Name of the key.', 'update'],
      'properties.keyVaultProperties.keyVersion': ['Version of the key; the service needs it.', 'update'],
      'properties.logAnalyticsClusterId': ['The Log Analytics cluster with a key of its own.', 'fixed'],
      'properties.workspaceIdentity': ['The identity of the workspace.', 'fixed'],
      'properties.workspaceIdentity.id': ['Its resource id.', 'fixed'],
      'properties.publicNetworkAccess': [access, 'update'],
      'properties.agentSubnetId': ['Subnet for agents.', 'unconfirmed'],
      'properties.privateEndpointSubnetId': ['Subnet for private endpoints.', 'unconfirmed'],
      'properties.workspaceSubnetId': ['Subnet for the workspace.', 'unconfirmed'],
    },
  },
  'Microsoft.OnlineExperimentation/workspaces': {
    source: 'online-experimentation-specification',
    properties: {
      ...common,
      ...identity,
      sku: ['Tier of the workspace.', 'update'],
      'sku.name': ['Name of the tier.', 'update'],
      'properties.appConfigurationResourceId': ['The App Configuration store.', 'fixed'],
      'properties.logAnalyticsWorkspaceResourceId': ['The Log Analytics workspace.', 'update'],
      'properties.logsExporterStorageAccountResourceId': ['The storage account that logs are exported to.', 'update'],
      'properties.publicNetworkAccess': [access, 'update'],
      'properties.encryption': ['The key of your own.', 'update'],
      'properties.encryption.customerManagedKeyEncryption': ['The key and who reads it.', 'update'],
      'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl': [
        'The key, with or without a version.',
        'update',
      ],
      'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity': [
        'Who reads the key; it must be attached too.',
        'update',
      ],
      'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.identityType': [
        'Which kind of identity it is.',
        'update',
      ],
      'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyIdentity.userAssignedIdentityResourceId': [
        'The attached identity that reads the key.',
        'update',
      ],
    },
  },
  'Microsoft.Storage/storageAccounts': {
    source: 'storage-cmk',
    properties: {
      ...common,
      ...identity,
      kind: ['Kind of the account.', 'unconfirmed', 'arm-json-schemas'],
      sku: ['Redundancy of the account.', 'update', 'arm-json-schemas'],
      'sku.name': ['How often the data is stored, and where.', 'update', 'arm-json-schemas'],
      'properties.minimumTlsVersion': ['Oldest version of TLS that is answered.', 'update', 'arm-json-schemas'],
      'properties.supportsHttpsTrafficOnly': ['Only https is answered.', 'update', 'arm-json-schemas'],
      'properties.allowBlobPublicAccess': [
        'Whether containers can be opened to everybody.',
        'update',
        'arm-json-schemas',
      ],
      'properties.publicNetworkAccess': [access, 'update', 'arm-json-schemas'],
      'properties.encryption': ['How the account is encrypted.', 'update'],
      'properties.encryption.keySource': [
        'Microsoft.Keyvault for your key, Microsoft.Storage for Microsoft-managed ones.',
        'update',
      ],
      'properties.encryption.keyvaultproperties': ['The key in parts.', 'update'],
      'properties.encryption.keyvaultproperties.keyvaulturi': ['Address of the key store.', 'update'],
      'properties.encryption.keyvaultproperties.keyname': ['Name of the key.', 'update'],
      'properties.encryption.keyvaultproperties.keyversion': ['Empty: the newest version is followed.', 'update'],
      'properties.encryption.identity': ['Who reads the key; empty: the identity of the account.', 'update'],
      'properties.encryption.identity.userAssignedIdentity': ['The attached identity that reads the key.', 'update'],
      'properties.encryption.services': ['Which services the key of the account covers.', 'fixed', 'storage-cmk-new'],
      ...Object.fromEntries(
        (['blob', 'file', 'queue', 'table'] as const).flatMap((service): [string, Meaning][] => [
          [`properties.encryption.services.${service}`, [`Encryption of the ${service} service.`, 'fixed']],
          [`properties.encryption.services.${service}.enabled`, ['Always on in fact.', 'fixed']],
          [
            `properties.encryption.services.${service}.keyType`,
            [
              'Account: covered by the key of the account.',
              service === 'queue' || service === 'table' ? 'fixed' : 'update',
            ],
          ],
        ]),
      ),
    },
  },
};

/** What `Later` is called on a page. */
export const laterLabels: Readonly<Record<Later, string>> = {
  update: 'Can be changed later, by an update of its own.',
  put: 'Can be changed later; the update sends the whole resource.',
  fixed: 'Cannot be changed later.',
  'one-way': 'Can be switched on later, but not off again.',
  unconfirmed: 'Not confirmed whether it can be changed later: compare the template reference.',
};
