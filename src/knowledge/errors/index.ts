import { armErrors } from './arm.ts';
import { databricksErrors } from './databricks.ts';
import { discoveryErrors } from './discovery.ts';
import type { KnownError } from './error.ts';
import { healthDataErrors } from './health-data.ts';
import { identityErrors } from './identity.ts';
import { keyStoreErrors } from './key-store.ts';
import { logAnalyticsErrors } from './log-analytics.ts';
import { machineLearningErrors } from './machine-learning.ts';
import { onlineExperimentationErrors } from './online-experimentation.ts';
import { storageErrors } from './storage.ts';
import { synapseErrors } from './synapse.ts';

/** Every code and fragment that the product knows: the general ones first, then those of the services. */
export const knownErrors: readonly KnownError[] = [
  ...keyStoreErrors,
  ...identityErrors,
  ...armErrors,
  ...synapseErrors,
  ...databricksErrors,
  ...machineLearningErrors,
  ...logAnalyticsErrors,
  ...healthDataErrors,
  ...discoveryErrors,
  ...onlineExperimentationErrors,
  ...storageErrors,
];
