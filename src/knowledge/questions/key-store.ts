import { rolePropagationMinutes } from '../key-stores.ts';
import { type Branch, type Question, type QuestionId, unknown } from './question.ts';

/** No message names the key, and the data can be used: then the first error has to be found. */
const whenNothingIsLost: Branch = {
  when: { question: 'status', answers: ['failed', 'succeeded', 'unknown'] },
  leads: { cause: 'service-internal' },
};

/** The identity that asks for the key, and the store that answers: the network first, then the grant, then the key. */
export const keyStore = {
  identity: {
    text: 'Does the identity that asks for the key exist, in the tenant of the vault?',
    why: 'A grant is for one object id. An identity that was made again has another one.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'missing',
        text: 'The resource has no identity, or not the one that the key settings name',
        leads: { cause: 'identity-not-assigned' },
      },
      {
        id: 'gone',
        text: 'It is listed, but no longer in the directory, or under another object id than in the message',
        leads: { cause: 'identity-token-failure' },
      },
      {
        id: 'tenant',
        text: 'It exists, and the vault is in another tenant',
        leads: { cause: 'cross-tenant-misconfigured' },
      },
      { id: 'good', text: 'It exists, in the tenant of the vault', leads: { question: 'network' } },
      unknown({ question: 'network' }),
    ],
  },
  network: {
    text: 'Does the network of the vault let the service in?',
    why: 'The network is asked before the permissions: a right grant does not help at a closed door.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'open',
        text: 'Yes: public access from all networks, or trusted services may pass',
        leads: { question: 'grant' },
      },
      {
        id: 'closed',
        text: 'No: public access is disabled or limited, and trusted services may not pass',
        leads: { cause: 'vault-network-blocked' },
      },
      {
        id: 'perimeter',
        text: 'No: it is in a network security perimeter in Enforced mode',
        leads: { cause: 'vault-network-blocked' },
      },
      {
        id: 'untrusted',
        text: 'No: only trusted services may pass, and this service is not one',
        only: 'untrusted',
        leads: { cause: 'vault-network-blocked' },
      },
      {
        id: 'user-assigned',
        text: 'No: it is closed but for trusted services, and the key is read with a user-assigned identity',
        only: 'user-assigned-shut-out',
        leads: { cause: 'vault-network-blocked' },
      },
      { id: 'no-vault', text: 'There is no such vault', leads: { cause: 'vault-not-found' } },
      unknown({ question: 'grant' }),
    ],
  },
  grant: {
    text: 'Which permission model does the vault use, and what does it grant to that identity?',
    why: 'Only one model counts. What was granted in the other one has no effect.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'no-role',
        text: 'Azure RBAC, and no role with wrap and unwrap',
        leads: { cause: 'rbac-role-missing' },
      },
      {
        id: 'fresh-role',
        text: `Azure RBAC, and the role is there for less than ${rolePropagationMinutes} minutes`,
        leads: { cause: 'grant-not-propagated' },
      },
      {
        id: 'no-policy',
        text: 'Access policies, and none with get, wrapKey and unwrapKey',
        only: 'access-policies',
        leads: { cause: 'access-policy-missing' },
      },
      {
        id: 'no-local-role',
        text: 'A Managed HSM, and no local role with wrap and unwrap',
        only: 'managed-hsm',
        leads: { cause: 'rbac-role-missing' },
      },
      { id: 'granted', text: 'It grants the three, and has for a while', leads: { question: 'key' } },
      unknown({ question: 'key' }),
    ],
  },
  key: {
    text: 'In what state is the key version that is or was in use?',
    why: 'A key that is gone or switched off refuses everybody, whatever their rights.',
    answeredBy: 'azure',
    answers: [
      { id: 'disabled', text: 'Disabled', leads: { cause: 'key-disabled' } },
      { id: 'dates', text: 'Expired, or not yet valid', leads: { cause: 'key-outside-validity' } },
      { id: 'missing', text: 'The key, or that version, is not there', leads: { cause: 'key-not-found' } },
      {
        id: 'operations',
        text: 'wrapKey or unwrapKey is not among its permitted operations',
        leads: { cause: 'key-operation-not-allowed' },
      },
      {
        id: 'good',
        text: 'Enabled, inside its dates, with both operations',
        branches: [whenNothingIsLost],
        leads: { cause: 'key-access-lost' },
      },
      {
        ...unknown({ cause: 'key-access-lost' }, "I don't know, or may not look"),
        branches: [whenNothingIsLost],
      },
    ],
  },
} as const satisfies Partial<Record<QuestionId, Question>>;
