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
  /** True once commands, plans and templates for the service are here. */
  readonly covered: boolean;
}

/** The services by id. */
export const services: Readonly<Record<ServiceId, Service>> = {
  synapse: {
    name: 'Azure Synapse Analytics',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Synapse/workspaces'],
    covered: true,
  },
  databricks: {
    name: 'Azure Databricks',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Databricks/workspaces'],
    covered: false,
  },
  'machine-learning': {
    name: 'Azure Machine Learning',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.MachineLearningServices/workspaces'],
    covered: false,
  },
  'log-analytics': {
    name: 'Log Analytics',
    resourceNoun: 'cluster',
    resourceTypes: ['Microsoft.OperationalInsights/clusters', 'Microsoft.OperationalInsights/workspaces'],
    covered: false,
  },
  'health-data': {
    name: 'Azure Health Data Services',
    resourceNoun: 'service',
    resourceTypes: [
      'Microsoft.HealthcareApis/workspaces/fhirservices',
      'Microsoft.HealthcareApis/workspaces/dicomservices',
      'Microsoft.HealthcareApis/workspaces',
    ],
    covered: false,
  },
  discovery: {
    name: 'Microsoft Discovery',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.Discovery/workspaces'],
    covered: false,
  },
  'online-experimentation': {
    name: 'Online Experimentation',
    resourceNoun: 'workspace',
    resourceTypes: ['Microsoft.OnlineExperimentation/workspaces'],
    covered: false,
  },
  storage: {
    name: 'Azure Storage',
    resourceNoun: 'storage account',
    resourceTypes: ['Microsoft.Storage/storageAccounts'],
    covered: false,
  },
};
