import { bash, powershell } from '../../commands/quote.ts';
import { keyAddress } from '../key-store.ts';
import { serviceTemplates } from '../services/index.ts';
import { changeStages, letGo } from './change.ts';
import { type Pen, type Stage, saveStage, verifyStage } from './stage.ts';

/** The commands that make a new version; the cmdlet takes a key of a Managed HSM from the pipe only. */
function rotateCommands({ choices, text }: Pen): { az: string; PowerShell: string } {
  return choices.store === 'vault'
    ? {
        az: bash`az keyvault key rotate --vault-name ${text('vaultName')} --name ${text('keyName')}`,
        PowerShell: powershell`Invoke-AzKeyVaultKeyRotation -VaultName ${text('vaultName')} -Name ${text('keyName')}`,
      }
    : {
        az: bash`az keyvault key rotate --hsm-name ${text('hsmName')} --name ${text('keyName')}`,
        PowerShell: powershell`Get-AzKeyVaultKey -HsmName ${text('hsmName')} -Name ${text('keyName')} | Invoke-AzKeyVaultKeyRotation`,
      };
}

const newVersion = (pen: Pen): Stage => ({
  title: 'Make a new version of the key',
  risk: 'changes-access',
  text: 'The old version stays enabled: what is encrypted with it needs it until the service has moved.',
  commands: rotateCommands(pen),
  check: 'Note the new version: it is the last part of the key identifier.',
  source: 'key-vault-rotation',
});

const keepOld: Stage = {
  title: 'Keep the old version for a while',
  risk: 'safe',
  text: 'Disable the old version only when the service has used the new one for a day, and never delete it while backups or older data need it.',
};

/** Synapse re-encrypts only when it is given another key, so the way to a new version leads over a second key. */
function synapseRotation(pen: Pen): Stage[] {
  const { text, resolve } = pen;
  const workspace = bash`--workspace-name ${text('workspaceName')} --resource-group ${text('resourceGroup')}`;
  const psWorkspace = powershell`-ResourceGroupName ${text('resourceGroup')} -WorkspaceName ${text('workspaceName')}`;
  const host = String(resolve.json(keyAddress(pen.choices).host));
  const identifier = `${host}/keys/${text('temporaryKeyName')}`;
  const use = (title: string, key: string, check: string): Stage => ({
    title,
    risk: 'changes-workspace',
    text: 'This PATCH names a key that the workspace knows. With a user-assigned identity, replace the last two words of the az command by False --uami-id-in-encrypt and its resource id.',
    commands: {
      az: bash`az synapse workspace update --name ${text('workspaceName')} --resource-group ${text('resourceGroup')} --key-name ${key} --use-sami-in-encrypt True`,
      PowerShell: powershell`Update-AzSynapseWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')} -EncryptionKeyName ${key} -UseSystemAssignedIdentityInEncryption $true`,
    },
    check,
    source: 'synapse-encryption',
  });
  const consistent = 'Wait 15 to 30 minutes, and until encryption.cmk.status is Consistent.';
  return [
    {
      title: 'Bring every dedicated SQL pool online',
      risk: 'safe',
      text: 'A paused pool keeps needing the old version. Resume each one first.',
      commands: {
        az: `az synapse sql pool list ${workspace} --query "[].{name:name, status:status}"`,
        PowerShell: `Get-AzSynapseSqlPool ${psWorkspace}`,
      },
      check: 'Every pool is Online; the old version of the key is enabled and does not expire.',
      source: 'synapse-encryption',
    },
    newVersion(pen),
    {
      title: 'Tell the workspace of a temporary key',
      risk: 'changes-workspace',
      text: 'A second key in the same vault, with the same access. The workspace goes over to it and back.',
      commands: {
        az: `${bash`az synapse workspace key create --name ${text('temporaryKeyName')}`} ${workspace} ${bash`--key-identifier ${identifier}`}`,
        PowerShell: `New-AzSynapseWorkspaceKey ${psWorkspace} ${powershell`-Name ${text('temporaryKeyName')} -EncryptionKeyIdentifier ${identifier}`}`,
      },
      source: 'synapse-encryption',
    },
    use('Go over to the temporary key', text('temporaryKeyName'), consistent),
    use('Come back to the main key', text('workspaceKeyName'), consistent),
    {
      title: 'Take the temporary key off the list',
      risk: 'changes-workspace',
      text: 'The workspace forgets the temporary key; the key in the vault stays.',
      commands: {
        az: `${bash`az synapse workspace key delete --name ${text('temporaryKeyName')}`} ${workspace}`,
        PowerShell: `Remove-AzSynapseWorkspaceKey ${psWorkspace} ${powershell`-Name ${text('temporaryKeyName')}`}`,
      },
      source: 'synapse-encryption',
    },
    keepOld,
    verifyStage(pen),
  ];
}

/** A new version of the key, and how the service comes to use it. */
export function rotateStages(pen: Pen): Stage[] {
  const { choices } = pen;
  if (choices.service === 'synapse') return synapseRotation(pen);
  const { followsNewest } = serviceTemplates[choices.service];
  const move: Stage[] = followsNewest
    ? [
        {
          title: 'Let the service find it',
          risk: 'safe',
          text: 'The service looks for the newest version by itself if none is pinned. The update below sets it so; send it if the resource names a version.',
        },
        ...changeStages(pen, 'Follow the newest version'),
      ]
    : changeStages(pen, 'Send the new version');
  return [newVersion(pen), saveStage(pen), ...move, keepOld, verifyStage(pen), ...letGo(pen)];
}
