import { type NamingRule, namingRules, type ValueName } from '../naming.ts';

/** The services whose workspaces this product knows. */
export const serviceIds = [
  'synapse',
  'databricks',
  'machine-learning',
  'log-analytics',
  'health-data',
  'discovery',
  'online-experimentation',
  'storage',
] as const;

/** The id of a service, as in the address of its page. */
export type ServiceId = (typeof serviceIds)[number];

/** How a service is called and by which names an error text gives it away. */
export interface Service {
  readonly name: string;
  /** What people call the thing that is Failed. */
  readonly resourceNoun: string;
  /** Resource types, as they stand in resource ids. */
  readonly resourceTypes: readonly string[];
  /** The resource that holds the key: its type, and the values that name it and its parents, outermost first. */
  readonly resourceId: { readonly type: string; readonly names: readonly ValueName[] };
  /** The rule for the name that commands call `WORKSPACE`. */
  readonly naming: NamingRule;
  /** True once the generator has templates for the service. */
  readonly templates: boolean;
}

const workspace = { names: ['workspaceName'] } as const;

/** The services by id. */
export const services: Readonly<Record<ServiceId, Service>> = {
  synapse: {
    name: 'Azure Synapse Analytics',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Synapse/workspaces'],
    resourceId: { type: 'Microsoft.Synapse/workspaces', ...workspace },
    naming: namingRules.workspaceName,
    templates: true,
  },
  databricks: {
    name: 'Azure Databricks',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Databricks/workspaces'],
    resourceId: { type: 'Microsoft.Databricks/workspaces', ...workspace },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9_-]{3,64}$/i,
      rule: 'has 3 to 64 letters, digits, underscores and hyphens',
      example: 'adb-contoso',
    },
    templates: true,
  },
  'machine-learning': {
    name: 'Azure Machine Learning',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.MachineLearningServices/workspaces'],
    resourceId: { type: 'Microsoft.MachineLearningServices/workspaces', ...workspace },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9][\w-]{2,32}$/i,
      rule: 'has 3 to 33 letters, digits, underscores and hyphens, and starts with a letter or digit',
      example: 'mlw-contoso',
    },
    templates: true,
  },
  'log-analytics': {
    name: 'Log Analytics',
    resourceNoun: 'cluster',
    resourceTypes: ['Microsoft.OperationalInsights/clusters', 'Microsoft.OperationalInsights/workspaces'],
    resourceId: { type: 'Microsoft.OperationalInsights/clusters', names: ['clusterName'] },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/i,
      rule: 'has 4 to 63 letters, digits and hyphens, and starts and ends with a letter or digit',
      example: 'log-contoso',
    },
    templates: true,
  },
  'health-data': {
    name: 'Azure Health Data Services',
    resourceNoun: 'service',
    resourceTypes: [
      'Microsoft.HealthcareApis/workspaces/fhirservices',
      'Microsoft.HealthcareApis/workspaces/dicomservices',
      'Microsoft.HealthcareApis/workspaces',
    ],
    resourceId: {
      type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
      names: ['workspaceName', 'serviceName'],
    },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9]{3,24}$/i,
      rule: 'has 3 to 24 letters and digits',
      example: 'hdscontoso',
    },
    templates: true,
  },
  discovery: {
    name: 'Microsoft Discovery',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Discovery/workspaces'],
    resourceId: { type: 'Microsoft.Discovery/workspaces', ...workspace },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9-]{3,24}$/i,
      rule: 'has 3 to 24 letters, digits and hyphens',
      example: 'disc-contoso',
    },
    templates: true,
  },
  'online-experimentation': {
    name: 'Online Experimentation',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.OnlineExperimentation/workspaces'],
    resourceId: { type: 'Microsoft.OnlineExperimentation/workspaces', ...workspace },
    naming: {
      ...namingRules.workspaceName,
      pattern: /^[a-z0-9](?!.*---)[a-z0-9-]{1,53}[a-z0-9]$/,
      rule: 'has 3 to 55 lower-case letters, digits and hyphens, starts and ends with a letter or digit, and has no three hyphens in a row',
      example: 'exp-contoso',
    },
    templates: true,
  },
  storage: {
    name: 'Azure Storage',
    resourceNoun: 'storage account',
    resourceTypes: ['Microsoft.Storage/storageAccounts'],
    resourceId: { type: 'Microsoft.Storage/storageAccounts', names: ['accountName'] },
    naming: { ...namingRules.accountName, label: 'Storage account name' },
    templates: true,
  },
};
