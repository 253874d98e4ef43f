import type { ServiceId } from '../services/index.ts';
import { databricksScenarios } from './databricks.ts';
import { discoveryScenarios } from './discovery.ts';
import { healthDataScenarios } from './health-data.ts';
import { logAnalyticsScenarios } from './log-analytics.ts';
import { machineLearningScenarios } from './machine-learning.ts';
import { onlineExperimentationScenarios } from './online-experimentation.ts';
import type { ServiceScenarios } from './scenario.ts';
import { storageScenarios } from './storage.ts';
import { synapseScenarios } from './synapse.ts';

/** What templates have to know about each service. */
export const serviceScenarios: Readonly<Record<ServiceId, ServiceScenarios>> = {
  synapse: synapseScenarios,
  databricks: databricksScenarios,
  'machine-learning': machineLearningScenarios,
  'log-analytics': logAnalyticsScenarios,
  'health-data': healthDataScenarios,
  discovery: discoveryScenarios,
  'online-experimentation': onlineExperimentationScenarios,
  storage: storageScenarios,
};
