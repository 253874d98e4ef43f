import type { ServiceId } from './services/index.ts';

/**
 * Applications of Microsoft that turn up as the caller of a key store, by application id (`appid` in an error).
 * Their object id differs in every tenant. Sources: the service documentation named by each service.
 */
export const firstPartyApplications: Readonly<Record<string, string>> = {
  '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d': 'AzureDatabricks',
  'a232010e-820c-4083-83bb-3ace5fc29d0b': 'Azure Cosmos DB',
  '57506a73-e302-42a9-b869-6f12d9ec29e9': 'Azure Cosmos DB (Azure Government)',
  '0736f41a-0425-4b46-bdb5-1563eff02385': 'Azure Machine Learning',
};

/** The service for which an application asks, where it asks for one only. */
export const applicationServices: Readonly<Record<string, ServiceId>> = {
  '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d': 'databricks',
  '0736f41a-0425-4b46-bdb5-1563eff02385': 'machine-learning',
};

/** Clients that people and pipelines use: who calls with one of these is not a service's identity. */
export const clientApplications: Readonly<Record<string, string>> = {
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Azure CLI',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Azure PowerShell',
  'c44b4083-3bb0-49c1-b47d-974e53cbdf3c': 'Azure portal',
};
