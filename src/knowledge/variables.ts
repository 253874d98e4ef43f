import type { ValueName } from './naming.ts';

/** The variable that stands for a value in a command: the bash name; PowerShell writes it in camel case. */
export const variables = {
  subscriptionId: 'SUBSCRIPTION',
  resourceGroup: 'RESOURCE_GROUP',
  workspaceName: 'WORKSPACE',
  serviceName: 'SERVICE',
  clusterName: 'CLUSTER',
  accountName: 'ACCOUNT',
  vaultName: 'VAULT',
  vaultResourceGroup: 'VAULT_RESOURCE_GROUP',
  hsmName: 'HSM',
  keyName: 'KEY',
  keyVersion: 'KEY_VERSION',
  principalId: 'PRINCIPAL_ID',
  applicationId: 'APPLICATION_ID',
  identityId: 'IDENTITY_ID',
  tenantId: 'TENANT',
  resourceId: 'RESOURCE_ID',
  featureName: 'FEATURE',
  location: 'LOCATION',
} as const satisfies Record<ValueName, string>;

/** The PowerShell name of a variable, without the dollar sign. */
export function powershellName(name: ValueName): string {
  return variables[name].toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
