import { bash, powershell } from '../../commands/quote.ts';
import { keyAddress } from '../key-store.ts';
import type { Pen, Stage } from './stage.ts';

const databricksFlags: Readonly<Record<string, { az: readonly string[]; PowerShell: readonly string[] }>> = {
  'managed-services': {
    az: ['--managed-services-key-vault', '--managed-services-key-name', '--managed-services-key-version'],
    PowerShell: [
      '-ManagedServicesKeyVaultPropertiesKeyVaultUri',
      '-ManagedServicesKeyVaultPropertiesKeyName',
      '-ManagedServicesKeyVaultPropertiesKeyVersion',
    ],
  },
  'managed-disks': {
    az: ['--disk-key-vault', '--disk-key-name', '--disk-key-version'],
    PowerShell: [
      '-ManagedDiskKeyVaultPropertiesKeyVaultUri',
      '-ManagedDiskKeyVaultPropertiesKeyName',
      '-ManagedDiskKeyVaultPropertiesKeyVersion',
    ],
  },
  'dbfs-root': {
    az: ['--key-vault', '--key-name', '--key-version'],
    PowerShell: ['-EncryptionKeyVaultUri', '-EncryptionKeyName', '-EncryptionKeyVersion'],
  },
};

const sourceFlags: Readonly<Record<string, readonly [string, string]>> = {
  'managed-services': ['', ' -ManagedServiceKeySource Microsoft.Keyvault'],
  'managed-disks': ['', ' -ManagedDiskKeySource Microsoft.Keyvault'],
  'dbfs-root': [' --key-source Microsoft.Keyvault', ' -EncryptionKeySource Microsoft.Keyvault'],
};

/** Databricks: the tools read the workspace and send all of it back with the key in it. */
export function databricksCall(pen: Pen, title: string): Stage[] {
  const { choices, resolve, text } = pen;
  const host = `${resolve.json(keyAddress(choices).host)}/`;
  const values = [host, text('keyName'), text('keyVersion')];
  const flags = databricksFlags[choices.variant];
  const [azSource, psSource] = sourceFlags[choices.variant] ?? ['', ''];
  const az = bash`az databricks workspace update --resource-group ${text('resourceGroup')} --name ${text('workspaceName')}`;
  const ps = powershell`Update-AzDatabricksWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')}`;
  const withValues = (names: readonly string[] | undefined, quoted: (value: string) => string) =>
    (names ?? []).map((name, index) => ` ${name} ${quoted(values[index] ?? '')}`).join('');
  const prepare: Stage[] =
    choices.variant === 'dbfs-root'
      ? [
          {
            title: 'Make sure that the storage account has an identity',
            risk: 'changes-workspace',
            text: 'Turns on the identity of the managed storage account, which reads this key. Grant it before the next stage.',
            commands: { az: `${az} --prepare-encryption`, PowerShell: `${ps} -PrepareEncryption` },
            check: 'storageAccountIdentity.principalId is there and has access to the key.',
            source: 'databricks-dbfs-key',
          },
        ]
      : [];
  return [
    ...(choices.variant === 'managed-disks'
      ? [
          {
            title: 'Stop classic compute',
            risk: 'changes-workspace',
            text: 'Terminate every cluster, pool and classic SQL warehouse before you change the key for managed disks.',
            source: 'databricks-disks-key',
          } as const,
        ]
      : []),
    ...prepare,
    {
      title,
      risk: 'changes-workspace',
      text: 'The command reads the workspace and sends all of it back with this key: only tags can be sent alone. Use Az.Databricks 1.9.0 or later.',
      commands: {
        az: `${az}${azSource}${withValues(flags?.az, (value) => bash`${value}`)}${choices.variant === 'managed-disks' ? ' --disk-key-auto-rotation true' : ''}`,
        PowerShell: `${ps}${psSource}${withValues(flags?.PowerShell, (value) => powershell`${value}`)}${choices.variant === 'managed-disks' ? ' -ManagedDiskRotationToLatestKeyVersionEnabled' : ''}`,
      },
      source: 'databricks-cli',
    },
  ];
}
