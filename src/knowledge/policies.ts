import type { Claim, Sources } from './claim.ts';
import type { Step } from './step.ts';

/** An effect that a definition can have. Every definition here can also be Disabled. */
type Effect = 'Audit' | 'Deny' | 'AuditIfNotExists' | 'DeployIfNotExists' | 'Modify';

/** A built-in definition of Azure Policy: the same id in every tenant. */
export interface BuiltInPolicy {
  /** Its display name, verbatim. */
  readonly name: string;
  readonly definitionId: string;
  /** What the rule looks at. Rules about keys are enforced by the vault, all others by Azure Resource Manager. */
  readonly about: 'keys' | 'key-stores' | 'resources';
  /** The default effect first. */
  readonly effects: readonly Effect[];
  /** How it helps; absent where it only gets in the way. */
  readonly helps?: string;
  readonly sources: Sources;
}

const auditOrDeny = ['Audit', 'Deny'] as const;
const keyVault = ['prevention-policies-key-vault'] as const;

/** The built-in definitions that matter for customer-managed keys, by a short id. */
export const builtInPolicies = {
  'keys-expire': {
    name: 'Key Vault keys should have an expiration date',
    definitionId: '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0',
    about: 'keys',
    effects: auditOrDeny,
    helps: 'Finds keys without an expiry date: no event announces their end, and nothing makes anyone rotate them.',
    sources: keyVault,
  },
  'keys-days-left': {
    name: 'Keys should have more than the specified number of days before expiration',
    definitionId: '5ff38825-c5d8-47c5-b70e-069a21955146',
    about: 'keys',
    effects: auditOrDeny,
    helps: 'Lists the keys that expire soon, across all vaults.',
    sources: keyVault,
  },
  'keys-rotation-policy': {
    name: 'Keys should have a rotation policy ensuring that their rotation is scheduled within the specified number of days after creation.',
    definitionId: 'd8cf8476-a2ec-4916-896e-992351803c44',
    about: 'keys',
    effects: ['Audit'],
    helps: 'Lists the keys that nobody rotates by a policy.',
    sources: keyVault,
  },
  'keys-rsa-size': {
    name: 'Keys using RSA cryptography should have a specified minimum key size',
    definitionId: '82067dbb-e53b-4e06-b631-546d197452d9',
    about: 'keys',
    effects: auditOrDeny,
    helps: 'Keeps out RSA keys that are too small. Compare the size with what your service takes.',
    sources: keyVault,
  },
  'vault-purge-protection': {
    name: 'Key vaults should have deletion protection enabled',
    definitionId: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53',
    about: 'key-stores',
    effects: auditOrDeny,
    helps: 'Purge protection, without which most services refuse the key, and a purged key is gone for good.',
    sources: keyVault,
  },
  'vault-soft-delete': {
    name: 'Key vaults should have soft delete enabled',
    definitionId: '1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d',
    about: 'key-stores',
    effects: auditOrDeny,
    helps: 'Finds old vaults that were made without soft delete.',
    sources: keyVault,
  },
  'hsm-purge-protection': {
    name: 'Azure Key Vault Managed HSM should have purge protection enabled',
    definitionId: 'c39ba22d-4428-4149-b981-70acb31fc383',
    about: 'key-stores',
    effects: auditOrDeny,
    helps: 'The same for a Managed HSM.',
    sources: keyVault,
  },
  'vault-rbac': {
    name: 'Azure Key Vault should use RBAC permission model',
    definitionId: '12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5',
    about: 'key-stores',
    effects: auditOrDeny,
    helps:
      'Audit only: a vault that is switched over to Azure RBAC loses the access of every service that has an access policy and no role.',
    sources: [...keyVault, 'key-vault-rbac-migration'],
  },
  'vault-logs': {
    name: 'Resource logs in Key Vault should be enabled',
    definitionId: 'cf820ca0-f99e-4f3e-84fb-66e913812d21',
    about: 'key-stores',
    effects: ['AuditIfNotExists'],
    helps: 'Finds vaults without a log. Without it nobody can tell which call was refused.',
    sources: keyVault,
  },
  'vault-logs-deploy': {
    name: 'Deploy - Configure diagnostic settings for Azure Key Vault to Log Analytics workspace',
    definitionId: '951af2fa-529b-416e-ab6e-066fd85ac459',
    about: 'key-stores',
    effects: ['DeployIfNotExists'],
    helps: 'Switches the log on in new vaults; vaults that exist need a remediation task.',
    sources: keyVault,
  },
  synapse: {
    name: 'Azure Synapse workspaces should use customer-managed keys to encrypt data at rest',
    definitionId: 'f7d52b2d-e161-4dfa-a82b-55e564167385',
    about: 'resources',
    effects: auditOrDeny,
    helps:
      'CMK can only be chosen when a Synapse workspace is created: better to be refused then than to find out later.',
    sources: ['prevention-policies-synapse', 'synapse-encryption'],
  },
  'machine-learning': {
    name: 'Azure Machine Learning workspaces should be encrypted with a customer-managed key',
    definitionId: 'ba769a63-b8cc-4b2d-abf6-ac33c7204be8',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'The same for Machine Learning.',
    sources: ['prevention-policies-machine-learning'],
  },
  'log-cluster': {
    name: 'Azure Monitor Logs clusters should be encrypted with customer-managed key',
    definitionId: '1f68a601-6e6d-4e42-babf-3f643a047ea2',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'Finds clusters without a key.',
    sources: ['prevention-policies-monitoring'],
  },
  'log-saved-queries': {
    name: 'Saved-queries in Azure Monitor should be saved in customer storage account for logs encryption',
    definitionId: 'fa298e57-9444-42ba-bf04-86e8470e32c7',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'Finds workspaces whose saved queries do not stand in a storage account of yours.',
    sources: ['prevention-policies-monitoring'],
  },
  'log-alerts': {
    name: 'Azure Log Search Alerts over Log Analytics workspaces should use customer-managed keys',
    definitionId: '94c1f94d-33b0-4062-bd04-1cdc3e7eece2',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'Finds alert rules whose query does not stand in a storage account of yours.',
    sources: ['prevention-policies-monitoring'],
  },
  'storage-account': {
    name: 'Storage accounts should use customer-managed key for encryption',
    definitionId: '6fac406b-40ca-413b-bf8e-0bf964659c25',
    about: 'resources',
    effects: ['Audit'],
    helps: 'Finds storage accounts without a key of yours.',
    sources: ['prevention-policies-storage'],
  },
  'storage-queue': {
    name: 'Queue Storage should use customer-managed key for encryption',
    definitionId: 'f0e5abd0-2554-4736-b7c0-4ffef23475ef',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'Queues take the key of the account only when that was chosen at creation.',
    sources: ['prevention-policies-storage', 'storage-cmk'],
  },
  'storage-table': {
    name: 'Table Storage should use customer-managed key for encryption',
    definitionId: '7c322315-e26d-4174-a99e-f49d351b4688',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'The same for tables.',
    sources: ['prevention-policies-storage'],
  },
  'storage-scope': {
    name: 'Storage account encryption scopes should use customer-managed keys to encrypt data at rest',
    definitionId: 'b5ec538c-daa0-4006-8596-35468b9148e8',
    about: 'resources',
    effects: auditOrDeny,
    helps: 'Finds encryption scopes with a Microsoft-managed key.',
    sources: ['prevention-policies-storage'],
  },
  fhir: {
    name: 'FHIR Service should use a customer-managed key to encrypt data at rest',
    definitionId: 'c42dee8c-0202-4a12-bd8e-3e171cbf64dd',
    about: 'resources',
    effects: ['Audit'],
    helps: 'Finds FHIR services without a key of yours.',
    sources: ['prevention-policies-healthcare'],
  },
  dicom: {
    name: 'DICOM Service should use a customer-managed key to encrypt data at rest',
    definitionId: '14961b63-a1eb-4378-8725-7e84ca8db0e6',
    about: 'resources',
    effects: ['Audit'],
    helps: 'The same for DICOM services.',
    sources: ['prevention-policies-healthcare'],
  },
  'keys-validity': {
    name: 'Keys should have the specified maximum validity period',
    definitionId: '49a22571-d204-4c91-a7b6-09b1a586fbc9',
    about: 'keys',
    effects: auditOrDeny,
    sources: keyVault,
  },
  'keys-age': {
    name: 'Keys should not be active for longer than the specified number of days',
    definitionId: 'c26e4b24-cf98-4c67-b48b-5a25c4c69eb9',
    about: 'keys',
    effects: auditOrDeny,
    sources: keyVault,
  },
  'keys-type': {
    name: 'Keys should be the specified cryptographic type RSA or EC',
    definitionId: '75c4f823-d65c-4f29-a733-01d0077fdbcb',
    about: 'keys',
    effects: auditOrDeny,
    sources: keyVault,
  },
  'keys-hsm': {
    name: 'Keys should be backed by a hardware security module (HSM)',
    definitionId: '587c79fe-dd04-4a5e-9d0b-f89598c7261b',
    about: 'keys',
    effects: auditOrDeny,
    sources: keyVault,
  },
  'vault-firewall': {
    name: 'Configure key vaults to enable firewall',
    definitionId: 'ac673a9a-f77d-4846-b2d8-a57f8e1c01dc',
    about: 'key-stores',
    effects: ['Modify'],
    sources: keyVault,
  },
  'vault-private': {
    name: 'Azure Key Vault should disable public network access',
    definitionId: '405c5871-3e91-4644-8a63-58e19d68ff5b',
    about: 'key-stores',
    effects: auditOrDeny,
    sources: keyVault,
  },
} as const satisfies Record<string, BuiltInPolicy>;

/** The short id of a built-in definition. */
export type PolicyId = keyof typeof builtInPolicies;

/** The definitions that help, in the order in which they are listed. */
export const policiesThatHelp: readonly BuiltInPolicy[] = Object.values<BuiltInPolicy>(builtInPolicies).filter(
  ({ helps }) => helps !== undefined,
);

/** What the list of built-in definitions leaves open. */
export const policyGaps: readonly Claim[] = [
  {
    text: 'The definitions published in April 2026 have none that asks for a customer-managed key on Databricks, Discovery or Online Experimentation. Write one of your own, on the properties that the page of the service names.',
    sources: ['storage-policy'],
  },
  {
    text: 'Keys in a Managed HSM have definitions of their own about expiry, type and size. Most are in preview, and the HSM has to be prepared for them.',
    sources: ['prevention-policies-key-vault'],
  },
];

/** A way in which a policy gets between you and your key. */
export interface PolicyTrap {
  readonly id: string;
  readonly title: string;
  /** What stops working. */
  readonly hurts: Claim;
  /** What to do so that it does not. */
  readonly instead: Claim;
  /** The built-in definitions that do it with their strictest effect; none where only policies of your own do. */
  readonly policies: readonly PolicyId[];
}

/** What policies break, worst first. */
export const policyTraps: readonly PolicyTrap[] = [
  {
    id: 'recover-vault',
    title: 'A Deny of your own stops the recovery of a deleted vault',
    hurts: {
      text: 'A recovery is a create request that says createMode recover and little more. A policy that asks for settings on every vault refuses it, and the key stays out of reach.',
      sources: ['prevention-policies-key-vault'],
    },
    instead: {
      text: 'Leave out requests whose Microsoft.KeyVault/vaults/createMode is recover, as the current built-in definitions about purge protection do. Old copies of them do not.',
      sources: ['prevention-policies-key-vault'],
    },
    policies: [],
  },
  {
    id: 'new-version',
    title: 'A Deny on keys stops the rotation',
    hurts: {
      text: 'It judges every new version: one without an expiry date, with too short or too long a life, or of another type is refused.',
      sources: ['prevention-key-vault-policy', 'key-vault-policy'],
    },
    instead: {
      text: 'Set an expiry time in the rotation policy that fits, and try one rotation on a spare key in the same vault. An effect that you set starts after 30 minutes on average, after an hour at worst.',
      sources: ['prevention-key-vault-policy', 'key-vault-rotation'],
    },
    policies: ['keys-expire', 'keys-days-left', 'keys-validity', 'keys-age', 'keys-type', 'keys-hsm', 'keys-rsa-size'],
  },
  {
    id: 'still-enforced',
    title: 'A deleted assignment on keys goes on refusing',
    hurts: {
      text: 'A policy on keys can still hold for up to 24 hours after its assignment is deleted.',
      sources: ['key-vault-policy'],
    },
    instead: {
      text: 'Set its effect to Disabled instead of deleting it. The log category AzurePolicyEvaluationDetails shows which assignment decided.',
      sources: ['key-vault-policy'],
    },
    policies: [],
  },
  {
    id: 'vault-closes',
    title: 'A Modify closes the firewall of a vault at its next change',
    hurts: {
      text: 'With every write to a vault, the default action of its firewall becomes Deny. Services that are not trusted, and come neither from an allowed network nor over a private endpoint, get 403 at their next call.',
      sources: ['prevention-policies-key-vault', 'key-vault-network'],
    },
    instead: {
      text: 'Before you assign it, give each caller a way in: the bypass for trusted services, a private endpoint, or an allowed network.',
      sources: ['key-vault-network', 'key-vault-trusted-services'],
    },
    policies: ['vault-firewall'],
  },
  {
    id: 'vault-reopens',
    title: 'A Deny on public access stops the way out',
    hurts: {
      text: 'When a service cannot reach the vault, opening the vault for a while is refused too.',
      sources: ['prevention-policies-key-vault'],
    },
    instead: {
      text: 'Have the private path of the service ready, and write down now who can exempt one vault, so that nobody looks for them in an outage.',
      sources: ['policy-exemption'],
    },
    policies: ['vault-private'],
  },
  {
    id: 'key-first',
    title: 'A Deny without a key stops services that get theirs last',
    hurts: {
      text: 'A cluster of Azure Monitor Logs with a system-assigned identity is created without a key, then granted, then given the key. The policy refuses the first call. It also refuses to take the key off for a change of identity.',
      sources: ['prevention-policies-monitoring', 'log-analytics-cmk'],
    },
    instead: {
      text: 'Use Audit, or a user-assigned identity with the key in the first call, or an exemption with an end.',
      sources: ['policy-exemption', 'log-analytics-cmk'],
    },
    policies: ['log-cluster'],
  },
  {
    id: 'alert-refused',
    title: 'A Deny on log alerts refuses the alert rules of this page',
    hurts: {
      text: 'With it, a rule has to keep its query in the storage account that is linked to the workspace.',
      sources: ['prevention-policies-monitoring'],
    },
    instead: {
      text: 'Link the storage account, then create the rule with --check-ws-alerts-storage, or -CheckWorkspaceAlertsStorageConfigured.',
      sources: ['prevention-log-alert', 'prevention-log-alert-powershell'],
    },
    policies: ['log-alerts'],
  },
  {
    id: 'identity-role',
    title: 'A policy on role assignments stops services that grant themselves a role',
    hurts: {
      text: 'Discovery gives itself a role on your user-assigned identity. A policy that blocks that assignment makes provisioning fail.',
      sources: ['discovery-identity'],
    },
    instead: {
      text: 'Exempt the resource group of the workspace before you create it.',
      sources: ['discovery-identity', 'policy-exemption'],
    },
    policies: [],
  },
];

/** Assigns a definition in a way that shows what it would refuse, and refuses nothing. */
export const assignAsAudit: Step = {
  kind: 'fix',
  title: 'Assign it with Audit first',
  risk: 'changes-access',
  who: 'subscription-owner',
  needs: 'Resource Policy Contributor on the scope',
  text: 'Audit reports and refuses nothing. Read the report before you assign anything with Deny. The example asks for an expiry date on keys; another definition may want parameters of its own.',
  takes:
    'A compliance result for keys takes one to two hours after the assignment, and up to 24 hours for keys that exist',
  undo: 'Set the effect to Disabled; then delete the assignment.',
  commands: {
    az: `SCOPE="/subscriptions/$SUBSCRIPTION/resourceGroups/$VAULT_RESOURCE_GROUP"
az policy assignment create --name keys-expire --scope "$SCOPE" \\
  --policy ${builtInPolicies['keys-expire'].definitionId} --params '{"effect": {"value": "Audit"}}'`,
    PowerShell: `$scope = "/subscriptions/$subscription/resourceGroups/$vaultResourceGroup"
$definition = Get-AzPolicyDefinition -Name '${builtInPolicies['keys-expire'].definitionId}'
New-AzPolicyAssignment -Name keys-expire -Scope $scope -PolicyDefinition $definition -PolicyParameterObject @{ effect = 'Audit' }`,
  },
  sources: ['prevention-key-vault-policy', 'prevention-policies-key-vault'],
};
