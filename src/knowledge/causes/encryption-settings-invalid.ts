import { readKeySettings } from '../key-settings.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [readKeySettings],
  fix: [
    {
      kind: 'fix',
      title: 'Build the block from what is set',
      risk: 'safe',
      who: 'workspace-owner',
      text: 'Take what you read, change the key alone, leave out what is read-only, and retry. Copy the spelling: Databricks has keyVaultUri and keyvaulturi. The identity that the block names must stand in identity too. On Synapse the key name is the one registered on the workspace, not the one in the vault.',
      undo: 'Send the block that you kept.',
      sources: ['bicep-types', 'synapse-rest-spec'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (CannotAddWorkspaceKey) Workspace Key Vault URL https://kv-contoso.vault.azure.net/keys/cmk already exists for workspace key: default
Code: CannotAddWorkspaceKey`,
    },
    {
      tool: 'PowerShell',
      text: `Update-AzDatabricksWorkspace : The keysource is specified as keyvault but keyvault details are not correctly provided.
At line:1 char:1
+ CategoryInfo          : InvalidOperation
+ FullyQualifiedErrorId : InvalidEncryptionEntitiesKeyVaultValue`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: creating/updating Workspace (Subscription: "00000000-0000-0000-0000-000000000000" … Workspace Name: "adb-contoso"): performing CreateOrUpdate: unexpected status 400 (400 Bad Request) with error: DiskEncryptionPropertiesRequired: Existing Disk Encryption Properties must be specified in the PUT request`,
    },
    {
      tool: 'portal',
      text: "'properties.associatedWorkspaces' is a read only property and cannot be set (Code: InvalidParameter)",
    },
  ],
  why: [
    {
      text: 'A PUT left out a part that the resource already has.',
      sources: ['databricks-terraform-disk-thread'],
    },
    {
      text: 'An exported template, or an older tool, sent a read-only part back.',
      sources: ['log-analytics-associated-thread'],
    },
    {
      text: 'An old module or command-line version drops or empties part of the block.',
      sources: ['databricks-cmk-report', 'synapse-cli-activate-thread'],
    },
    {
      text: 'The API version is older than the property, which is then unknown or ignored.',
      sources: ['bicep-types'],
    },
  ],
  prevent: [
    {
      text: 'Run what-if before each deployment that touches the block, and read what it would remove.',
      sources: ['arm-what-if'],
    },
    { text: 'Change the key in a call of its own, apart from tags, network and SKU.', sources: ['bicep-types'] },
  ],
  perService: {
    synapse: {
      text: 'encryption.cmk.key.name is the name of a child under /keys. Register the key there before the update names it.',
      sources: ['synapse-cli', 'synapse-key-name-thread'],
    },
    databricks: {
      text: 'Every PUT repeats managedDisk once it is set. keySource goes with all three of keyVaultUri, keyName and keyVersion. Use Az.Databricks 1.9.0 or newer.',
      sources: ['databricks-terraform-disk-thread', 'databricks-cmk-report'],
    },
    'machine-learning': {
      text: 'The PATCH model holds encryption.keyVaultProperties.keyIdentifier and nothing else of the block. A project sends no encryption at all: change the hub. In a PUT, outbound rules marked Required or Recommended are refused.',
      sources: ['ml-patch-model', 'ml-sdk-update'],
    },
    'log-analytics': {
      text: 'Send no associatedWorkspaces, and no sku with a key update. To blank the key, send empty strings: null changes nothing.',
      sources: ['log-analytics-associated-thread', 'log-analytics-cmk'],
    },
    'health-data': {
      text: 'PATCH takes tags and identity only, so the key goes by PUT of the whole service, in an API version that has encryption.',
      sources: ['health-sdk', 'health-json-schema'],
    },
    discovery: {
      text: 'keyVersion is needed although the schema lets it be absent, and so is workspaceIdentity at creation. An update names keyName and keyVersion only.',
      sources: ['discovery-cmk', 'discovery-schema'],
    },
    'online-experimentation': {
      text: 'The identity in keyEncryptionKeyIdentity must be listed in identity as well.',
      sources: ['online-experimentation-models'],
    },
    storage: {
      text: 'encryption.identity is refused when identity lacks that user-assigned identity: send both blocks in one request.',
      sources: ['storage-identity-thread'],
    },
  },
  sources: ['synapse-rest-spec', 'bicep-types'],
};
