import type { ServiceId } from '../../knowledge/services/index.ts';
import type { ServiceTemplates } from '../service.ts';
import { databricksTemplates } from './databricks.ts';
import { discoveryTemplates } from './discovery.ts';
import { healthDataTemplates } from './health-data.ts';
import { logAnalyticsTemplates } from './log-analytics.ts';
import { machineLearningTemplates } from './machine-learning.ts';
import { onlineExperimentationTemplates } from './online-experimentation.ts';
import { storageTemplates } from './storage.ts';
import { synapseTemplates } from './synapse.ts';

/** The templates of each service. */
export const serviceTemplates: Readonly<Record<ServiceId, ServiceTemplates>> = {
  synapse: synapseTemplates,
  databricks: databricksTemplates,
  'machine-learning': machineLearningTemplates,
  'log-analytics': logAnalyticsTemplates,
  'health-data': healthDataTemplates,
  discovery: discoveryTemplates,
  'online-experimentation': onlineExperimentationTemplates,
  storage: storageTemplates,
};
