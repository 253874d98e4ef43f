import type { ServiceScenarios } from './scenario.ts';

/** Databricks: three keys, each with identities of its own, and every change is a PUT of the whole workspace. */
export const databricksScenarios: ServiceScenarios = {
  type: 'Microsoft.Databricks/workspaces',
  apiVersion: '2026-01-01',
  names: ['workspaceName'],
  method: 'PUT',
  methodSource: 'databricks-rest-spec',
  variantLabel: 'What the key protects',
  variants: {
    'managed-services': 'Managed services',
    'managed-disks': 'Managed disks',
    'dbfs-root': 'DBFS root',
    all: 'All three',
    serverless: 'Managed services of a serverless workspace',
  },
  identities: [],
  refused: [
    {
      when: { scenario: 'activate' },
      because:
        'Only a Synapse workspace waits for activation; a Databricks workspace has its key when the update succeeds.',
      source: 'databricks-cmk-overview',
    },
    {
      when: { scenario: 'revert', variant: ['managed-services', 'serverless'] },
      because: 'The key for managed services can be replaced, but not removed.',
      source: 'databricks-services-key',
    },
    {
      when: { scenario: 'revert', variant: ['managed-disks', 'all'] },
      because:
        'The key for managed disks can be replaced, but not removed: an update without it is refused with DiskEncryptionPropertiesRequired.',
      source: 'databricks-terraform-disk-thread',
    },
    {
      when: { scenario: ['grant', 'repair', 'rotate'], variant: 'serverless' },
      because: 'In a workspace that exists, a serverless workspace is treated like any other: choose managed services.',
      source: 'databricks-services-key',
    },
    {
      when: { scenario: ['repair', 'rotate'], variant: 'all' },
      because: 'Change one key at a time, so that a refusal tells which one it is about.',
      source: 'databricks-cmk-overview',
    },
  ],
  verify: {
    query:
      '{state:properties.provisioningState, entities:properties.encryption.entities, dbfs:properties.parameters.encryption.value, storage:properties.storageAccountIdentity.principalId, disks:properties.managedDiskIdentity.principalId}',
    expect:
      'Expect state Succeeded, the key that you meant with a version of that key, and keySource Microsoft.Keyvault.',
  },
  regrant: [
    'Access to the key for the new storageAccountIdentity and managedDiskIdentity; the old ones are of no use.',
    'The enterprise application AzureDatabricks keeps its grant.',
    'Metastore assignment, network connectivity configuration, permissions, secrets and tokens in the new workspace.',
  ],
  lost: [
    'The workspace id and its address, notebooks, jobs, clusters, pools, warehouses, secret scopes, tokens, permissions.',
    'MLflow experiments, the Hive metastore of the workspace and everything in DBFS root.',
    'Default Unity Catalog storage in the managed resource group, if the delete is forced.',
  ],
  survives: [
    'The Unity Catalog metastore, external tables, your network, access connectors, Git repositories, the vault and its keys.',
  ],
  lostSource: 'databricks-rest-spec',
};
