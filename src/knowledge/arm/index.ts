import { type as databricksWorkspaces } from './databricks-workspaces.ts';
import { type as dicomServices } from './dicom-services.ts';
import { type as discoveryWorkspaces } from './discovery-workspaces.ts';
import { type as fhirServices } from './fhir-services.ts';
import { type as logAnalyticsClusters } from './log-analytics-clusters.ts';
import { type as machineLearningWorkspaces } from './machine-learning-workspaces.ts';
import { type as onlineExperimentationWorkspaces } from './online-experimentation-workspaces.ts';
import type { TypeProperties } from './properties.ts';
import { type as storageAccounts } from './storage-accounts.ts';
import { type as synapseWorkspaces } from './synapse-workspaces.ts';

/** The properties of every type that can be imported. */
export const typeProperties: readonly TypeProperties[] = [
  synapseWorkspaces,
  databricksWorkspaces,
  machineLearningWorkspaces,
  logAnalyticsClusters,
  fhirServices,
  dicomServices,
  discoveryWorkspaces,
  onlineExperimentationWorkspaces,
  storageAccounts,
];
