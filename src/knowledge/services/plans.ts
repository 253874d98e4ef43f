import { plan as databricks } from './databricks.ts';
import { plan as discovery } from './discovery.ts';
import type { ServicePlan } from './facts.ts';
import { plan as healthData } from './health-data.ts';
import type { ServiceId } from './index.ts';
import { plan as logAnalytics } from './log-analytics.ts';
import { plan as machineLearning } from './machine-learning.ts';
import { plan as onlineExperimentation } from './online-experimentation.ts';
import { plan as storage } from './storage.ts';
import { plan as synapse } from './synapse.ts';

/** What plans need for each service. */
export const servicePlans: Readonly<Record<ServiceId, ServicePlan>> = {
  synapse,
  databricks,
  'machine-learning': machineLearning,
  'log-analytics': logAnalytics,
  'health-data': healthData,
  discovery,
  'online-experimentation': onlineExperimentation,
  storage,
};
