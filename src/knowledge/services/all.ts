import { facts as databricks } from './databricks.ts';
import { facts as discovery } from './discovery.ts';
import type { ServiceFacts } from './facts.ts';
import { facts as healthData } from './health-data.ts';
import type { ServiceId } from './index.ts';
import { facts as logAnalytics } from './log-analytics.ts';
import { facts as machineLearning } from './machine-learning.ts';
import { facts as onlineExperimentation } from './online-experimentation.ts';
import { facts as storage } from './storage.ts';
import { facts as synapse } from './synapse.ts';

/** All that is known about each service. Pages read it; engines in the browser read plans.ts, which is smaller. */
export const serviceFacts: Readonly<Record<ServiceId, ServiceFacts>> = {
  synapse,
  databricks,
  'machine-learning': machineLearning,
  'log-analytics': logAnalytics,
  'health-data': healthData,
  discovery,
  'online-experimentation': onlineExperimentation,
  storage,
};
