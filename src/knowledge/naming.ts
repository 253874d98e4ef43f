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
} as const satisfies Record<string, NamingRule>;

/** The name of a value that commands and templates take. */
export type ValueName = keyof typeof namingRules;

/** What is known of the reader's own resources. Every value is checked against its rule before it is used. */
export type Values = Partial<Record<ValueName, string>>;
