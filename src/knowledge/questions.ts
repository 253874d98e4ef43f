import type { CauseId } from './causes.ts';
import { synapse } from './services/synapse-constants.ts';

/** Where an answer leads: to another question, or to a cause and its plan. */
export type Target = { readonly question: string } | { readonly cause: CauseId };

/** One answer to a question. */
export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly leads: Target;
}

/** A question whose answer separates causes. */
export interface Question {
  readonly text: string;
  readonly why: string;
  /** How to find out: where to look, and a command that only reads. Placeholders stand in angle brackets. */
  readonly find: string;
  readonly az?: string;
  readonly answers: readonly Answer[];
}

/** Changes when a question or an answer changes its meaning, so that an old link is recognised. */
export const treeVersion = '1';

/** The question that comes first. */
export const firstQuestion = 'refused';

const showWorkspace = `az resource show --api-version ${synapse.apiVersion} --ids "<resource id of the workspace>" --query properties.encryption`;

/**
 * The decision tree for an Azure Synapse workspace, cheapest check first. The checks are those of the causes they
 * lead to, which name their sources.
 */
export const questions: Readonly<Record<string, Question>> = {
  refused: {
    text: 'Whom does the message refuse?',
    why: 'A missing right of yours is mended by another person than a missing right of the workspace.',
    find: 'Read the action in the message. Microsoft.Synapse/… is yours. Microsoft.KeyVault/vaults/keys/…, or a key vault and an object id, is the workspace identity.',
    answers: [
      {
        id: 'me',
        text: 'Me or my pipeline, for an action on the workspace',
        leads: { cause: 'caller-not-authorized' },
      },
      { id: 'service', text: 'The workspace identity, at a key vault', leads: { question: 'status' } },
      {
        id: 'other',
        text: 'Somebody at a storage account, linked service or Synapse Studio',
        leads: { cause: 'not-cmk' },
      },
      { id: 'unknown', text: "I don't know", leads: { question: 'status' } },
    ],
  },
  status: {
    text: 'What does encryption.cmk.status of the workspace say?',
    why: 'A workspace that waits for activation is not Failed, and needs another step.',
    find: 'Portal: workspace, Overview, JSON view, properties.encryption.',
    az: showWorkspace,
    answers: [
      { id: 'waiting', text: 'AwaitingUserAction', leads: { cause: 'activation-pending' } },
      {
        id: 'no-cmk',
        text: 'There is no cmk block, or doubleEncryptionEnabled is false',
        leads: { cause: 'cmk-only-at-creation' },
      },
      { id: 'running', text: 'Updating or ActivatingWorkspace', leads: { cause: 'operation-in-progress' } },
      { id: 'other', text: 'Something else', leads: { question: 'key' } },
      { id: 'unknown', text: "I don't know", leads: { question: 'key' } },
    ],
  },
  key: {
    text: 'In what state is the key, and the version that the workspace used so far?',
    why: 'A key that is gone or switched off refuses everybody, whatever their rights.',
    find: 'Portal: key vault, Keys, the key, its versions. A vault that is not there at all is the last answer but one.',
    az: 'az keyvault key list-versions --vault-name "<vault>" --name "<key>" --output table',
    answers: [
      { id: 'good', text: 'Enabled and inside its dates', leads: { question: 'network' } },
      { id: 'disabled', text: 'Disabled', leads: { cause: 'key-disabled' } },
      { id: 'expired', text: 'Expired, or not yet valid', leads: { cause: 'key-outside-validity' } },
      { id: 'missing', text: 'The key or the version is not there', leads: { cause: 'key-not-found' } },
      { id: 'no-vault', text: 'The vault is not there', leads: { cause: 'vault-not-found' } },
      { id: 'unknown', text: "I don't know, or may not look", leads: { question: 'network' } },
    ],
  },
  network: {
    text: 'Does the network of the vault let the workspace in?',
    why: 'The network is asked before the permissions: a right grant does not help at a closed door.',
    find: 'Portal: key vault, Networking. Blocked: public access disabled or selected networks, and trusted Microsoft services not allowed. Also blocked: a user-assigned identity at any closed vault.',
    az: 'az keyvault show --name "<vault>" --query "properties.{publicNetworkAccess:publicNetworkAccess, networkAcls:networkAcls}"',
    answers: [
      { id: 'open', text: 'Open to all networks, or trusted services are allowed', leads: { question: 'model' } },
      { id: 'closed', text: 'Closed, and trusted services are not allowed', leads: { cause: 'vault-network-blocked' } },
      {
        id: 'user-assigned',
        text: 'Closed, and the key is read with a user-assigned identity',
        leads: { cause: 'vault-network-blocked' },
      },
      { id: 'unknown', text: "I don't know", leads: { question: 'model' } },
    ],
  },
  model: {
    text: 'Which permission model does the vault use?',
    why: 'Only one model counts. What was granted in the other one has no effect.',
    find: 'Portal: key vault, Access configuration.',
    az: 'az keyvault show --name "<vault>" --query properties.enableRbacAuthorization',
    answers: [
      { id: 'rbac', text: 'Azure role-based access control (true)', leads: { question: 'role' } },
      { id: 'policy', text: 'Vault access policy (false or empty)', leads: { question: 'policy' } },
      { id: 'unknown', text: "I don't know", leads: { cause: 'key-access-lost' } },
    ],
  },
  role: {
    text: 'Has the workspace identity a role with wrap and unwrap on the vault or the key?',
    why: 'A role that is there but young only needs time.',
    find: 'Portal: key vault, Access control (IAM), Check access. Compare the object id with identity.principalId of the workspace: names repeat, ids do not.',
    az: 'az role assignment list --assignee-object-id "<principalId>" --scope "<resource id of the vault>" --include-inherited --output table',
    answers: [
      { id: 'none', text: 'No', leads: { cause: 'rbac-role-missing' } },
      { id: 'fresh', text: 'Yes, for less than ten minutes', leads: { cause: 'grant-not-propagated' } },
      { id: 'old', text: 'Yes, for longer', leads: { question: 'operations' } },
      { id: 'unknown', text: "I don't know", leads: { cause: 'rbac-role-missing' } },
    ],
  },
  policy: {
    text: 'Has the workspace identity an access policy with get, wrapKey and unwrapKey on keys?',
    why: 'All three are needed, and for exactly this object id.',
    find: 'Portal: key vault, Access policies. Compare the object id with identity.principalId of the workspace.',
    az: 'az keyvault show --name "<vault>" --query "properties.accessPolicies[].{objectId:objectId, keys:permissions.keys}"',
    answers: [
      { id: 'none', text: 'No, or one of the three is missing', leads: { cause: 'access-policy-missing' } },
      { id: 'all', text: 'Yes, all three', leads: { question: 'operations' } },
      { id: 'unknown', text: "I don't know", leads: { cause: 'access-policy-missing' } },
    ],
  },
  operations: {
    text: 'Do the permitted operations of the key include wrapKey and unwrapKey?',
    why: 'A key that was made by a template can lack them, and then no grant helps.',
    find: 'Portal: key vault, Keys, the version, Permitted operations.',
    az: 'az keyvault key show --vault-name "<vault>" --name "<key>" --query key.keyOps',
    answers: [
      { id: 'missing', text: 'No', leads: { cause: 'key-operation-not-allowed' } },
      { id: 'both', text: 'Yes', leads: { cause: 'service-internal' } },
      { id: 'unknown', text: "I don't know", leads: { cause: 'key-access-lost' } },
    ],
  },
};
