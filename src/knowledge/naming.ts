import type { SourceId } from './sources.ts';

/** What a value may look like, and the sentence that says so. */
export interface NamingRule {
  /** The field as a reader knows it. */
  readonly label: string;
  readonly pattern: RegExp;
  /** Ends the sentence “<label> …”. */
  readonly rule: string;
  /** A value that satisfies the rule. */
  readonly example: string;
  readonly source: SourceId;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A resource id whose type (and the names of its parents) satisfies `type`. */
function armId(type: string): RegExp {
  return new RegExp(
    `^/subscriptions/[0-9a-f-]{36}/resourceGroups/[\\p{L}\\p{Nd}_().-]{1,90}/providers/${type}/[\\w.-]{1,260}$`,
    'iu',
  );
}

/** The values that commands and templates take, with the rule that Azure sets for each. */
export const namingRules = {
  subscriptionId: {
    label: 'Subscription id',
    pattern: guid,
    rule: 'is a GUID, 32 hexadecimal digits in groups of 8-4-4-4-12',
    example: '00000000-0000-0000-0000-000000000000',
    source: 'resource-naming',
  },
  resourceGroup: {
    label: 'Resource group',
    pattern: /^[\p{L}\p{Nd}_().-]{0,89}[\p{L}\p{Nd}_()-]$/u,
    rule: 'has 1 to 90 letters, digits, underscores, hyphens, full stops and parentheses, and does not end with a full stop',
    example: 'rg-analytics',
    source: 'resource-naming',
  },
  workspaceName: {
    label: 'Workspace name',
    pattern: /^(?!.*-ondemand)[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/,
    rule: 'has 1 to 50 lower-case letters, digits and hyphens, starts and ends with a letter or digit, and does not contain “-ondemand”',
    example: 'contoso-synapse',
    source: 'resource-naming',
  },
  vaultName: {
    label: 'Vault name',
    pattern: /^(?!.*--)[a-z](?:[a-z0-9-]{1,22}[a-z0-9])$/i,
    rule: 'has 3 to 24 letters, digits and hyphens, starts with a letter, ends with a letter or digit, and has no two hyphens in a row',
    example: 'kv-contoso',
    source: 'resource-naming',
  },
  keyName: {
    label: 'Key name',
    pattern: /^[a-z0-9-]{1,127}$/i,
    rule: 'has 1 to 127 letters, digits and hyphens',
    example: 'cmk-synapse',
    source: 'resource-naming',
  },
  keyVersion: {
    label: 'Key version',
    pattern: /^[0-9a-f]{32}$/i,
    rule: 'is 32 hexadecimal digits',
    example: '0123456789abcdef0123456789abcdef',
    source: 'key-vault-keys',
  },
  principalId: {
    label: 'Object id of the identity (principalId)',
    pattern: guid,
    rule: 'is a GUID, 32 hexadecimal digits in groups of 8-4-4-4-12',
    example: '11111111-1111-1111-1111-111111111111',
    source: 'synapse-identity',
  },
  vaultResourceGroup: {
    label: 'Resource group of the vault',
    pattern: /^[\p{L}\p{Nd}_().-]{0,89}[\p{L}\p{Nd}_()-]$/u,
    rule: 'has 1 to 90 letters, digits, underscores, hyphens, full stops and parentheses, and does not end with a full stop',
    example: 'rg-keys',
    source: 'resource-naming',
  },
  serviceName: {
    label: 'FHIR or DICOM service name',
    pattern: /^[a-z0-9][a-z0-9-]{1,22}[a-z0-9]$/i,
    rule: 'has 3 to 24 letters, digits and hyphens, and starts and ends with a letter or digit',
    example: 'fhir-contoso',
    source: 'resource-naming',
  },
  clusterName: {
    label: 'Cluster name',
    pattern: /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/i,
    rule: 'has 4 to 63 letters, digits and hyphens, and starts and ends with a letter or digit',
    example: 'log-cluster-contoso',
    source: 'resource-naming',
  },
  accountName: {
    label: 'Storage account name',
    pattern: /^[a-z0-9]{3,24}$/,
    rule: 'has 3 to 24 lower-case letters and digits',
    example: 'stcontoso',
    source: 'resource-naming',
  },
  hsmName: {
    label: 'Managed HSM name',
    pattern: /^[a-z](?:[a-z0-9-]{1,22}[a-z0-9])$/i,
    rule: 'has 3 to 24 letters, digits and hyphens, starts with a letter, and ends with a letter or digit',
    example: 'hsm-contoso',
    source: 'resource-naming',
  },
  applicationId: {
    label: 'Application id',
    pattern: guid,
    rule: 'is a GUID, 32 hexadecimal digits in groups of 8-4-4-4-12',
    example: '22222222-2222-2222-2222-222222222222',
    source: 'managed-identity-issues',
  },
  tenantId: {
    label: 'Tenant id',
    pattern: guid,
    rule: 'is a GUID, 32 hexadecimal digits in groups of 8-4-4-4-12',
    example: '33333333-3333-3333-3333-333333333333',
    source: 'key-vault-move-tenant',
  },
  identityId: {
    label: 'Resource id of the user-assigned identity',
    pattern: armId('Microsoft\\.ManagedIdentity/userAssignedIdentities'),
    rule: 'is a resource id of the form /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…',
    example:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-analytics/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso',
    source: 'resource-naming',
  },
  resourceId: {
    label: 'Resource id',
    pattern: armId('[\\w.]+(?:/[\\w-]+/[\\w.-]+)*/[\\w-]+'),
    rule: 'is a resource id of the form /subscriptions/…/resourceGroups/…/providers/…',
    example:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-analytics/providers/Microsoft.Synapse/workspaces/contoso-synapse',
    source: 'resource-naming',
  },
  featureName: {
    label: 'Which key: managed-services, managed-disks or dbfs-root',
    pattern: /^(?:managed-services|managed-disks|dbfs-root)$/,
    rule: 'is one of these three words',
    example: 'managed-disks',
    source: 'databricks-cli',
  },
  location: {
    label: 'Region',
    pattern: /^[a-z][a-z0-9]{2,39}$/,
    rule: 'is the short name of a region, such as westeurope',
    example: 'westeurope',
    source: 'resource-naming',
  },
} as const satisfies Record<string, NamingRule>;

/** The name of a value that commands and templates take. */
export type ValueName = keyof typeof namingRules;

/** What is known of the reader's own resources. Every value is checked against its rule before it is used. */
export type Values = Partial<Record<ValueName, string>>;
