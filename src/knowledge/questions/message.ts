import { type Question, type QuestionId, unknown } from './question.ts';

/** What the message says, and what was sent. */
export const message = {
  refused: {
    text: 'What does the message say?',
    why: 'A missing right of yours is mended by somebody else than a missing right of the service, or a wrong value.',
    answeredBy: 'message',
    answers: [
      {
        id: 'me',
        text: 'I, or my pipeline, may not do it: a role, a policy, a lock or a deny assignment',
        leads: { question: 'arm' },
      },
      {
        id: 'service',
        text: 'The service or its identity was refused at a key vault, or by the key',
        branches: [{ when: { fits: 'application-only' }, leads: { question: 'network' } }],
        leads: { question: 'identity' },
      },
      {
        id: 'token',
        text: 'An identity is missing, gets no token (AADSTS…), or comes from another tenant',
        leads: { question: 'identity' },
      },
      {
        id: 'request',
        text: 'Something in the request is wrong: a value, a place, a tier, an order',
        leads: { question: 'sent' },
      },
      {
        id: 'later',
        text: 'Conflict, busy, too many, a quota, a name that is taken, or an internal error',
        leads: { question: 'later' },
      },
      {
        id: 'data',
        text: 'No update was refused, but the data cannot be used any more, or a cluster does not start',
        branches: [{ when: { fits: 'application-only' }, leads: { question: 'network' } }],
        leads: { question: 'identity' },
      },
      {
        id: 'other',
        text: 'Something without a key: a storage firewall, a secret, Spark, template syntax',
        leads: { cause: 'not-cmk' },
      },
      unknown({ question: 'status' }, 'It says only Failed, or I have no message'),
    ],
  },
  arm: {
    text: 'What keeps you or your pipeline from it?',
    why: 'Each of them is lifted by another person. None is mended by a grant on the vault.',
    answeredBy: 'message',
    answers: [
      {
        id: 'role',
        text: 'A missing role or permission: AuthorizationFailed, LinkedAuthorizationFailed',
        leads: { cause: 'caller-not-authorized' },
      },
      { id: 'policy', text: 'Azure Policy: RequestDisallowedByPolicy', leads: { cause: 'policy-denied' } },
      { id: 'lock', text: 'A lock: ScopeLocked', leads: { cause: 'resource-locked' } },
      {
        id: 'deny',
        text: 'A deny assignment: DenyAssignmentAuthorizationFailed',
        leads: { cause: 'deny-assignment' },
      },
      unknown({ question: 'locks' }),
    ],
  },
  locks: {
    text: 'What stands over the resource?',
    why: 'A lock, a deny assignment or a policy holds whatever role you have. If there is none, a role is missing.',
    answeredBy: 'azure',
    answers: [
      { id: 'lock', text: 'A ReadOnly lock', leads: { cause: 'resource-locked' } },
      { id: 'deny', text: 'A deny assignment', leads: { cause: 'deny-assignment' } },
      {
        id: 'policy',
        text: 'A policy assignment that is named in a failed operation',
        leads: { cause: 'policy-denied' },
      },
      { id: 'none', text: 'None of these', leads: { cause: 'caller-not-authorized' } },
      unknown({ cause: 'caller-not-authorized' }),
    ],
  },
  sent: {
    text: 'What did you send?',
    why: 'Some services fix parts of this when the resource is created. Then no other value helps.',
    answeredBy: 'reader',
    answers: [
      {
        id: 'create',
        text: 'A new resource with a key, or one that I create or deploy again',
        leads: { question: 'request' },
      },
      {
        id: 'turn-on',
        text: 'A first key, for a resource that exists',
        branches: [{ when: { fits: 'turn-on-fixed' }, leads: { cause: 'cmk-only-at-creation' } }],
        leads: { question: 'request' },
      },
      { id: 'new-version', text: 'A new version of the same key', leads: { question: 'request' } },
      {
        id: 'new-key',
        text: 'Another key in the same vault',
        branches: [{ when: { fits: 'new-key-fixed' }, leads: { cause: 'cmk-only-at-creation' } }],
        leads: { question: 'request' },
      },
      {
        id: 'new-key-store',
        text: 'A key in another vault',
        branches: [{ when: { fits: 'new-key-store-fixed' }, leads: { cause: 'cmk-only-at-creation' } }],
        leads: { question: 'request' },
      },
      {
        id: 'change-identity',
        text: 'Another identity for the key',
        branches: [{ when: { fits: 'change-identity-fixed' }, leads: { cause: 'cmk-only-at-creation' } }],
        leads: { question: 'request' },
      },
      {
        id: 'turn-off',
        text: 'The way back to Microsoft-managed keys',
        branches: [{ when: { fits: 'turn-off-fixed' }, leads: { cause: 'cmk-only-at-creation' } }],
        leads: { question: 'request' },
      },
      unknown({ question: 'request' }),
    ],
  },
  request: {
    text: 'What does it find fault with?',
    why: 'The rest of the request is fine. Only this part has to change.',
    answeredBy: 'message',
    answers: [
      { id: 'key', text: 'The key: its identifier, version, type or size', leads: { question: 'identifier' } },
      {
        id: 'vault',
        text: 'The vault: its protection, region, subscription or tenant',
        leads: { question: 'place' },
      },
      {
        id: 'settings',
        text: 'Another part of the encryption settings: missing, read-only, or in contradiction',
        leads: { cause: 'encryption-settings-invalid' },
      },
      {
        id: 'first',
        text: 'Something that must be on first: a tier, a registration, a cluster, a preparation',
        leads: { cause: 'prerequisite-missing' },
      },
      {
        id: 'activation',
        text: 'The workspace waits for activation',
        only: 'activation',
        leads: { cause: 'activation-pending' },
      },
      unknown({ question: 'place' }),
    ],
  },
  place: {
    text: 'Is the vault protected, and where the service wants it?',
    why: 'A service takes a key only from a vault that cannot lose it at once, and some only from one nearby.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'protection',
        text: 'Purge protection or soft delete is off',
        leads: { cause: 'vault-protection-missing' },
      },
      {
        id: 'elsewhere',
        text: 'Protected, but in a region or subscription that the service does not take',
        leads: { cause: 'location-or-subscription-mismatch' },
      },
      { id: 'tenant', text: 'Protected, but in another tenant', leads: { cause: 'cross-tenant-misconfigured' } },
      { id: 'fits', text: 'Protected, and in the right place', leads: { question: 'identifier' } },
      unknown({ question: 'identifier' }),
    ],
  },
  identifier: {
    text: 'Do the identifier and the kind of key fit the service?',
    why: 'Some services want a version in the identifier, others refuse one. Each takes certain key types and sizes.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'form',
        text: 'The identifier has the wrong form, host or version',
        leads: { cause: 'key-uri-invalid' },
      },
      {
        id: 'type',
        text: 'The identifier is right, the type or size of the key is not',
        leads: { cause: 'key-type-unsupported' },
      },
      { id: 'fits', text: 'Both fit', leads: { cause: 'encryption-settings-invalid' } },
      unknown({ cause: 'encryption-settings-invalid' }),
    ],
  },
} as const satisfies Partial<Record<QuestionId, Question>>;
