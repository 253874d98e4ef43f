import type { ServiceId } from '../services/index.ts';

/** A service, or one of its ways to use a key, as in `databricks.managed-disks`. */
export type Place = ServiceId | `${ServiceId}.${string}`;

/**
 * The services, or their features, to which a part of the tree applies. Each list follows from the facts of the
 * services, which are too large for a browser; a test derives it from them again.
 */
export const fits = {
  /** More than one way to use a key, so that it has to be asked. */
  'several-keys': ['databricks', 'machine-learning', 'log-analytics', 'health-data', 'discovery', 'storage'],
  /** Only an application of Microsoft asks for the key, so there is no identity to look at. */
  'application-only': ['databricks.managed-services'],
  /** A workspace is created first and activated afterwards. */
  activation: ['synapse'],
  'turn-on-fixed': ['synapse', 'machine-learning', 'log-analytics.sentinel', 'discovery'],
  'new-version-fixed': [],
  'new-key-fixed': ['log-analytics.sentinel'],
  'new-key-store-fixed': ['machine-learning', 'log-analytics.sentinel', 'discovery'],
  'change-identity-fixed': ['databricks', 'log-analytics.sentinel', 'discovery'],
  'turn-off-fixed': [
    'synapse',
    'databricks.managed-services',
    'databricks.managed-disks',
    'machine-learning',
    'log-analytics.sentinel',
    'discovery',
  ],
  'access-policies': [
    'synapse',
    'databricks',
    'machine-learning',
    'log-analytics',
    'health-data',
    'online-experimentation',
    'storage',
  ],
  'managed-hsm': ['synapse', 'databricks', 'log-analytics', 'health-data', 'online-experimentation', 'storage'],
  /** Not on Key Vault's list of trusted services, and no page of the service asks for their bypass. */
  untrusted: ['discovery', 'online-experimentation'],
  /** A user-assigned identity does not get through a closed vault. */
  'user-assigned-shut-out': ['synapse', 'log-analytics'],
} as const satisfies Readonly<Record<string, readonly Place[]>>;

/** The name of a list of services or features. */
export type Fit = keyof typeof fits;
