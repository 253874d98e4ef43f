import { readKeySettings } from '../key-settings.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [readKeySettings],
  fix: [
    {
      kind: 'fix',
      title: 'Take back what cannot be changed',
      risk: 'safe',
      who: 'workspace-owner',
      text: 'No key of yours since creation: nothing is broken; leave encryption out of the update. Your key: only the key can change, on Machine Learning and Discovery within its vault. Send the last good one.',
      sources: ['synapse-encryption', 'ml-cmk-setup', 'discovery-cmk'],
    },
    {
      kind: 'fix',
      title: 'Only if you must: a second one beside it',
      risk: 'changes-workspace',
      who: 'workspace-owner',
      needs: 'Contributor on the resource group',
      text: 'Create one under another name, move over, and keep the old one and its key until nothing needs them. The page of the service says what can be saved.',
      undo: 'Delete the new one.',
      sources: ['synapse-encryption'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (BadRequest) Updating KeyVaultKeyUri is not supported
Code: BadRequest
Message: Updating KeyVaultKeyUri is not supported`,
    },
    {
      tool: 'PowerShell',
      text: `Invoke-AzRestMethod: StatusCode 400
{"error":{"code":"BadRequest","message":"Updating KeyVaultKeyUri is not supported"}}`,
    },
    {
      tool: 'Terraform',
      text: `# azurerm_machine_learning_workspace.this must be replaced
-/+ resource "azurerm_machine_learning_workspace" "this" {
      ~ encryption { # forces replacement`,
    },
    {
      tool: 'portal',
      text: 'The page Encryption of the workspace shows no choice between Microsoft-managed and customer-managed keys.',
    },
  ],
  why: [
    {
      text: 'The workspace was created without the key, and a policy or an audit asks for it later.',
      sources: ['synapse-encryption'],
    },
    {
      text: 'The key is to move to another vault, which this service does not allow.',
      sources: ['ml-cmk-setup', 'discovery-cmk'],
    },
    {
      text: 'Terraform plans to destroy and recreate the resource for a change that Azure does not offer. Stop there: nothing has been lost yet.',
      sources: ['ml-terraform'],
    },
    {
      text: 'The words of this refusal are not documented for Synapse, Machine Learning and Discovery.',
      lookAt: 'Read the key block of the resource: it says what was chosen at creation.',
    },
  ],
  prevent: [
    {
      text: 'Decide about the key, its vault and its region before you create the workspace.',
      sources: ['cmk-support'],
    },
    {
      text: 'In Terraform, set prevent_destroy on the workspace, and ignore_changes on the key where you rotate by another way.',
      sources: ['ml-terraform'],
    },
  ],
  services: ['synapse', 'machine-learning', 'discovery', 'databricks', 'log-analytics', 'storage'],
  perService: {
    synapse: {
      text: 'Double encryption is chosen at creation and never switched on or off. Key, vault and identity can change.',
      sources: ['synapse-encryption'],
    },
    'machine-learning': {
      text: 'CMK on or off, the vault, the identity and the storage model are fixed. Another key or version in the same vault is possible.',
      sources: ['ml-cmk', 'ml-cmk-setup'],
    },
    discovery: {
      text: 'customerManagedKeys and keyVaultUri are create-only. keyName and keyVersion can change.',
      sources: ['discovery-cmk'],
    },
    databricks: {
      text: 'All three keys can be added later. The managed-services key and the managed-disk key can be replaced, not removed.',
      sources: ['databricks-services-key', 'databricks-terraform-disk-thread'],
    },
    'log-analytics': {
      text: 'A cluster takes a key at any time. With Microsoft Sentinel on the workspace, turning it on later, another vault, and turning it off are not supported.',
      sources: ['log-analytics-cmk', 'log-analytics-sentinel'],
    },
    storage: {
      text: 'The key can be turned on and off at any time. Infrastructure encryption and account-scoped keys for queues and tables are fixed at creation.',
      sources: ['storage-cmk', 'storage-infrastructure-encryption'],
    },
  },
  sources: ['synapse-encryption', 'ml-cmk-setup', 'discovery-cmk'],
};
