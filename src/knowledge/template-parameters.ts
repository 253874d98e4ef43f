import { namingRules } from './naming.ts';
import { type ServiceId, services } from './services/index.ts';
import type { SourceId } from './sources.ts';

/** A value that a template asks for: how it is called and described, and what Azure takes for it. */
export interface TemplateParameter {
  /** The field as a reader knows it. */
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'object' | 'bool' | 'int';
  readonly example: string;
  readonly pattern?: RegExp;
  /** Ends the sentence “<label> …”. */
  readonly rule?: string;
  readonly source?: SourceId;
  /** The only values that Azure takes. */
  readonly allowed?: readonly string[];
  readonly default?: string | number | boolean | { readonly [name: string]: never };
  /** What the deployment knows by itself, if nothing is given. */
  readonly otherwise?: 'location' | 'subscriptionId';
  /** Never written into a file, never asked for on a page. */
  readonly secure?: boolean;
}

/** A resource id of a type, as a pattern and as the words of a rule. */
function resourceId(type: string): Pick<TemplateParameter, 'type' | 'pattern' | 'rule' | 'source'> {
  const segments = type
    .split('/')
    .slice(1)
    .map((segment) => `/${segment}/[^/]{1,260}`);
  const provider = type.split('/')[0]?.replace('.', '\\.');
  return {
    type: 'string',
    pattern: new RegExp(
      `^/subscriptions/[0-9a-f-]{36}/resourceGroups/[\\p{L}\\p{Nd}_().-]{1,90}/providers/${provider}${segments.join('')}$`,
      'iu',
    ),
    rule: `is a resource id that ends in /providers/${type}/<name>`,
    source: 'resource-naming',
  };
}

const subscription = `/subscriptions/${namingRules.subscriptionId.example}`;
const exampleId = (type: string, name: string): string =>
  `${subscription}/resourceGroups/${namingRules.resourceGroup.example}/providers/${type}/${name}`;

const text = { type: 'string', source: 'resource-naming' } as const;

/** The values by the name of their parameter; the name of a workspace has a rule of its own in each service. */
export const templateParameters = {
  subscriptionId: {
    ...namingRules.subscriptionId,
    type: 'string',
    description: 'Subscription to deploy to.',
  },
  resourceGroup: {
    ...namingRules.resourceGroup,
    type: 'string',
    description: 'Resource group to deploy to; it exists.',
  },
  workspaceName: { ...namingRules.workspaceName, type: 'string', description: 'Name of the workspace.' },
  serviceName: {
    ...namingRules.serviceName,
    type: 'string',
    description: 'Name of the FHIR or DICOM service in its workspace.',
  },
  clusterName: {
    ...namingRules.clusterName,
    type: 'string',
    description: 'Name of the dedicated cluster.',
  },
  accountName: {
    ...namingRules.accountName,
    type: 'string',
    description: 'Name of the storage account.',
  },
  location: {
    ...namingRules.location,
    type: 'string',
    description: 'Region of what is deployed.',
    otherwise: 'location',
  },
  tags: {
    label: 'Tags',
    description: 'Tags of the resource.',
    type: 'object',
    example: '{}',
    default: {},
  },
  publicNetworkAccess: {
    label: 'Public network access',
    description: 'Enabled, or Disabled for private endpoints only.',
    type: 'string',
    example: 'Enabled',
    allowed: ['Enabled', 'Disabled'],
    default: 'Enabled',
  },
  keyGranted: {
    label: 'Key granted',
    description:
      'false for the first deployment; true from the second on, when the identity has access to the key. A later deployment with false would send the resource without its key.',
    type: 'bool',
    example: 'false',
  },
  vaultName: { ...namingRules.vaultName, type: 'string', description: 'Name of the key vault that holds the key.' },
  vaultResourceGroup: {
    ...namingRules.vaultResourceGroup,
    type: 'string',
    description: 'Resource group of the key vault.',
  },
  vaultSubscriptionId: {
    ...namingRules.subscriptionId,
    type: 'string',
    label: 'Subscription of the vault',
    description: 'Subscription of the key vault.',
    otherwise: 'subscriptionId',
  },
  hsmName: {
    ...namingRules.hsmName,
    type: 'string',
    description: 'Name of the Managed HSM that holds the key.',
  },
  hsmSuffix: {
    ...text,
    label: 'Host suffix of Managed HSM',
    description: 'What follows the name of a Managed HSM in its address; another one in national clouds.',
    pattern: /^\.managedhsm\.[a-z.]{3,60}$/,
    rule: 'starts with .managedhsm.',
    example: '.managedhsm.azure.net',
    default: '.managedhsm.azure.net',
  },
  keyName: {
    ...namingRules.keyName,
    type: 'string',
    description: 'Name of the key in its store.',
  },
  keyVersion: {
    ...namingRules.keyVersion,
    type: 'string',
    description: 'Version of that key, 32 hexadecimal digits; this service does not look for the newest one.',
  },
  keyRsaSize: {
    label: 'Size of the RSA key',
    description: 'Size of the key in bits; needed for a key in a Managed HSM.',
    type: 'int',
    example: '3072',
    default: 3072,
  },
  principalId: {
    ...namingRules.principalId,
    type: 'string',
    description:
      'Object id of the identity that the service uses: oid in the error, identity.principalId of the resource or of the user-assigned identity.',
  },
  applicationPrincipalId: {
    ...namingRules.principalId,
    type: 'string',
    label: 'Object id of AzureDatabricks',
    description:
      'Object id of the enterprise application AzureDatabricks in your tenant: az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id.',
    source: 'databricks-services-key',
  },
  storagePrincipalId: {
    ...namingRules.principalId,
    type: 'string',
    label: 'Object id of storageAccountIdentity',
    description:
      'Object id of the managed storage account: properties.storageAccountIdentity.principalId of the workspace, there once prepareEncryption has run.',
    source: 'databricks-dbfs-key',
  },
  diskPrincipalId: {
    ...namingRules.principalId,
    type: 'string',
    label: 'Object id of managedDiskIdentity',
    description:
      'Object id of the disk encryption set: properties.managedDiskIdentity.principalId of the workspace, there once a key for managed disks was asked for.',
    source: 'databricks-disks-key',
  },
  cosmosDbPrincipalId: {
    ...namingRules.principalId,
    type: 'string',
    label: 'Object id of Azure Cosmos DB',
    description:
      'Object id of the first-party application Azure Cosmos DB in your tenant: az ad sp show --id a232010e-820c-4083-83bb-3ace5fc29d0b --query id.',
    source: 'log-analytics-cosmos',
  },
  identityId: {
    ...namingRules.identityId,
    type: 'string',
    description: 'Resource id of the user-assigned identity; it has access to the key already.',
  },
  identityName: {
    ...text,
    label: 'Name of the new user-assigned identity',
    description: 'Name of the user-assigned identity that is made for the key.',
    pattern: /^[a-z0-9][\w-]{2,127}$/i,
    rule: 'has 3 to 128 letters, digits, underscores and hyphens, and starts with a letter or digit',
    example: 'id-contoso-cmk',
  },
  workspaceKeyName: {
    ...text,
    label: 'Name of the workspace key',
    description:
      'Name of the key as the workspace knows it (encryption.cmk.key.name); not the name of the key in the vault.',
    pattern: /^[\w-]{1,127}$/,
    rule: 'has letters, digits, underscores and hyphens',
    example: 'default',
    default: 'default',
    source: 'synapse-cli',
  },
  temporaryKeyName: {
    ...namingRules.keyName,
    type: 'string',
    label: 'Name of the temporary key',
    description: 'Name of a second key in the vault that the workspace uses while the first one is renewed.',
    example: 'cmk-temporary',
    source: 'synapse-encryption',
  },
  dataLakeAccountUrl: {
    label: 'Address of the data lake',
    description: 'Address of the default Data Lake Storage account, with dfs in it.',
    type: 'string',
    pattern: /^https:\/\/[a-z0-9]{3,24}\.dfs\.[a-z0-9.-]+\/?$/,
    rule: 'has the form https://<account>.dfs.core.windows.net',
    example: 'https://contosolake.dfs.core.windows.net',
    source: 'synapse-template-reference',
  },
  dataLakeResourceId: {
    ...resourceId('Microsoft.Storage/storageAccounts'),
    label: 'Resource id of the data lake',
    description: 'Resource id of the default Data Lake Storage account.',
    example: exampleId('Microsoft.Storage/storageAccounts', 'contosolake'),
  },
  fileSystem: {
    ...text,
    label: 'File system',
    description: 'File system (container) in the default Data Lake Storage account.',
    pattern: /^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
    rule: 'has 3 to 63 lower-case letters, digits and single hyphens',
    example: 'synapse',
  },
  sqlAdministratorLogin: {
    label: 'Login of the SQL administrator',
    description: 'Login name of the SQL administrator; it cannot be changed later.',
    type: 'string',
    example: 'sqladminuser',
  },
  sqlAdministratorLoginPassword: {
    label: 'Password of the SQL administrator',
    description: 'Password of the SQL administrator. In no file: the deployment asks for it.',
    type: 'string',
    example: '',
    secure: true,
  },
  managedResourceGroupName: {
    ...namingRules.resourceGroup,
    type: 'string',
    label: 'Name of the managed resource group',
    description: 'Name of the resource group that Databricks creates and manages; it must not exist yet.',
    example: 'rg-contoso-databricks-managed',
    source: 'databricks-rest-spec',
  },
  associatedStorageId: {
    ...resourceId('Microsoft.Storage/storageAccounts'),
    label: 'Resource id of the associated storage account',
    description: 'Resource id of the storage account of the workspace; it cannot be changed later.',
    example: exampleId('Microsoft.Storage/storageAccounts', 'stmlcontoso'),
  },
  associatedVaultId: {
    ...resourceId('Microsoft.KeyVault/vaults'),
    label: 'Resource id of the associated vault',
    description: 'Resource id of the vault for secrets of the workspace; not the vault of the key, and fixed later.',
    example: exampleId('Microsoft.KeyVault/vaults', 'kv-ml-secrets'),
  },
  applicationInsightsId: {
    ...resourceId('Microsoft.Insights/components'),
    label: 'Resource id of Application Insights',
    description: 'Resource id of the Application Insights component of the workspace.',
    example: exampleId('Microsoft.Insights/components', 'appi-contoso'),
  },
  commitmentTier: {
    label: 'Commitment tier in GB a day',
    description: 'Commitment tier in GB a day; billing starts when the cluster is created.',
    type: 'int',
    example: '100',
    default: 100,
    source: 'log-analytics-clusters',
  },
  authority: {
    label: 'Authority of the FHIR service',
    description: 'Address of the Entra tenant that signs tokens for the FHIR service.',
    type: 'string',
    pattern: /^https:\/\/[\w.-]+\/[\w.-]+\/?$/,
    rule: 'has the form https://login.microsoftonline.com/<tenant id>',
    example: 'https://login.microsoftonline.com/33333333-3333-3333-3333-333333333333',
  },
  audience: {
    label: 'Audience of the FHIR service',
    description: 'Address for which tokens are issued: https://<workspace>-<service>.fhir.azurehealthcareapis.com.',
    type: 'string',
    pattern: /^https:\/\/[\w.-]+\/?$/,
    rule: 'is an address that starts with https://',
    example: 'https://hdscontoso-fhir-contoso.fhir.azurehealthcareapis.com',
  },
  logAnalyticsClusterId: {
    ...resourceId('Microsoft.OperationalInsights/clusters'),
    label: 'Resource id of the Log Analytics cluster',
    description: 'Resource id of a Log Analytics dedicated cluster that has a customer-managed key already.',
    example: exampleId('Microsoft.OperationalInsights/clusters', 'log-cluster-contoso'),
    source: 'discovery-cmk',
  },
  agentSubnetId: {
    ...resourceId('Microsoft.Network/virtualNetworks/subnets'),
    label: 'Resource id of the agent subnet',
    description: 'Resource id of the subnet for agents.',
    example: exampleId('Microsoft.Network/virtualNetworks', 'vnet-contoso/subnets/agents'),
  },
  privateEndpointSubnetId: {
    ...resourceId('Microsoft.Network/virtualNetworks/subnets'),
    label: 'Resource id of the private endpoint subnet',
    description: 'Resource id of the subnet for private endpoints.',
    example: exampleId('Microsoft.Network/virtualNetworks', 'vnet-contoso/subnets/endpoints'),
  },
  workspaceSubnetId: {
    ...resourceId('Microsoft.Network/virtualNetworks/subnets'),
    label: 'Resource id of the workspace subnet',
    description: 'Resource id of the subnet for the workspace.',
    example: exampleId('Microsoft.Network/virtualNetworks', 'vnet-contoso/subnets/workspace'),
  },
  appConfigurationId: {
    ...resourceId('Microsoft.AppConfiguration/configurationStores'),
    label: 'Resource id of App Configuration',
    description: 'Resource id of the App Configuration store; it cannot be changed later.',
    example: exampleId('Microsoft.AppConfiguration/configurationStores', 'appcs-contoso'),
    source: 'online-experimentation-specification',
  },
  logAnalyticsWorkspaceId: {
    ...resourceId('Microsoft.OperationalInsights/workspaces'),
    label: 'Resource id of the Log Analytics workspace',
    description: 'Resource id of the Log Analytics workspace that the experiments write to.',
    example: exampleId('Microsoft.OperationalInsights/workspaces', 'log-contoso'),
  },
  exportStorageId: {
    ...resourceId('Microsoft.Storage/storageAccounts'),
    label: 'Resource id of the export storage account',
    description: 'Resource id of the storage account that logs are exported to.',
    example: exampleId('Microsoft.Storage/storageAccounts', 'stexpcontoso'),
  },
  experimentationSku: {
    label: 'Tier',
    description: 'Tier of the workspace.',
    type: 'string',
    example: 'F0',
    allowed: ['F0', 'D0', 'S0', 'P0'],
    default: 'F0',
  },
  storageSku: {
    label: 'Redundancy of the storage account',
    description: 'How often the data is stored, and where.',
    type: 'string',
    example: 'Standard_ZRS',
    allowed: ['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_RAGRS', 'Standard_GZRS', 'Standard_RAGZRS'],
    default: 'Standard_ZRS',
  },
} as const satisfies Record<string, TemplateParameter>;

/** The name of a parameter. */
export type ParameterName = keyof typeof templateParameters;

/**
 * A parameter as a service knows it.
 *
 * @example parameterOf('databricks', 'workspaceName').rule // 'has 3 to 64 letters, …'
 */
export function parameterOf(service: ServiceId, name: ParameterName): TemplateParameter {
  const base: TemplateParameter = templateParameters[name];
  const own = name === 'workspaceName' && service !== 'log-analytics' && service !== 'storage';
  return own ? { ...base, ...services[service].naming } : base;
}

/**
 * The sentence that says why a value does not fit, or null when it does.
 *
 * @example valueProblem('synapse', 'vaultName', 'a') // 'Vault name has 3 to 24 …'
 */
export function valueProblem(service: ServiceId, name: ParameterName, value: string): string | null {
  const { label, pattern, rule, allowed } = parameterOf(service, name);
  if (allowed && !allowed.includes(value)) return `${label} is one of ${allowed.join(', ')}.`;
  return pattern && !pattern.test(value) ? `${label} ${rule}.` : null;
}
