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

const commands = ({ text }: Pen): { readonly az: string; readonly PowerShell: string } => ({
  az: bash`az databricks workspace update --resource-group ${text('resourceGroup')} --name ${text('workspaceName')}`,
  PowerShell: powershell`Update-AzDatabricksWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')}`,
});

/** What has to be done before the key is sent, whatever sends it. */
export function databricksBefore(pen: Pen): Stage[] {
  const { az, PowerShell } = commands(pen);
  if (pen.choices.variant === 'managed-disks') {
    return [
      {
        title: 'Stop classic compute',
        risk: 'changes-workspace',
        text: 'Terminate every cluster, pool and classic SQL warehouse. Not confirmed on the current page that this is needed; treat it as if it were.',
        source: 'databricks-disks-key',
      },
    ];
  }
  if (pen.choices.variant !== 'dbfs-root') return [];
  return [
    {
      title: 'Make sure that the storage account has an identity',
      risk: 'changes-workspace',
      text: 'Turns on the identity of the managed storage account, which reads this key. Grant it before the next stage.',
      commands: { az: `${az} --prepare-encryption`, PowerShell: `${PowerShell} -PrepareEncryption` },
      check: 'storageAccountIdentity.principalId is there and has access to the key.',
      source: 'databricks-dbfs-key',
    },
  ];
}

/** The tools read the workspace and send all of it back with the key in it. */
export function databricksCall(pen: Pen, title: string): Stage {
  const { choices, resolve, text } = pen;
  const values = [`${resolve.json(keyAddress(choices).host)}/`, text('keyName'), text('keyVersion')];
  const flags = databricksFlags[choices.variant];
  const [azSource, psSource] = sourceFlags[choices.variant] ?? ['', ''];
  const { az, PowerShell } = commands(pen);
  const withValues = (names: readonly string[] | undefined, quoted: (value: string) => string) =>
    (names ?? []).map((name, index) => ` ${name} ${quoted(values[index] ?? '')}`).join('');
  return {
    title,
    risk: 'changes-workspace',
    text: 'The command reads the workspace and sends all of it back with this key: only tags can be sent alone. Use Az.Databricks 1.9.0 or later.',
    commands: {
      az: `${az}${azSource}${withValues(flags?.az, (value) => bash`${value}`)}`,
      PowerShell: `${PowerShell}${psSource}${withValues(flags?.PowerShell, (value) => powershell`${value}`)}`,
    },
    source: 'databricks-cli',
  };
}

/** The way back for DBFS root. */
export function databricksRevert(pen: Pen, title: string): Stage {
  const { az, PowerShell } = commands(pen);
  return {
    title,
    risk: 'changes-workspace',
    text: 'For DBFS root only. The command reads the workspace and sends all of it back.',
    commands: { az: `${az} --key-source Default`, PowerShell: `${PowerShell} -EncryptionKeySource Default` },
    source: 'databricks-cli',
  };
}
