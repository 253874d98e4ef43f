import type { CauseId } from '../knowledge/causes.ts';
import type { QuestionId } from '../knowledge/questions/index.ts';
import type { Answers } from '../troubleshooter/walk.ts';
import type { Collected } from './read-collected.ts';

/** For a question of the tree: the causes that each name one of its answers, and the answer when all are ruled out. */
interface Reading {
  readonly wrong: Partial<Record<CauseId, string>>;
  readonly right?: string;
}

const readings: Partial<Record<QuestionId, Reading>> = {
  locks: { wrong: { 'resource-locked': 'lock' } },
  place: {
    wrong: {
      'vault-protection-missing': 'protection',
      'location-or-subscription-mismatch': 'elsewhere',
      'cross-tenant-misconfigured': 'tenant',
    },
    right: 'fits',
  },
  identifier: { wrong: { 'key-type-unsupported': 'type' } },
  status: {
    wrong: {
      'operation-in-progress': 'running',
      'activation-pending': 'waiting',
      'cmk-only-at-creation': 'no-key',
    },
  },
  identity: {
    wrong: {
      'identity-not-assigned': 'missing',
      'identity-token-failure': 'gone',
      'cross-tenant-misconfigured': 'tenant',
    },
    right: 'good',
  },
  network: { wrong: { 'vault-not-found': 'no-vault', 'vault-network-blocked': 'closed' }, right: 'open' },
  grant: {
    wrong: {
      'rbac-role-missing': 'no-role',
      'access-policy-missing': 'no-policy',
      'grant-not-propagated': 'fresh-role',
    },
    right: 'granted',
  },
  key: {
    wrong: {
      'key-not-found': 'missing',
      'key-disabled': 'disabled',
      'key-outside-validity': 'dates',
      'key-operation-not-allowed': 'operations',
    },
    right: 'good',
  },
};

/** From here on an answer is given in the reader's place. */
const leastToAnswer = 0.6;

/**
 * The answers to the questions of the tree that a collected document gives. What it only hints at, or could not read,
 * stays open.
 *
 * @example answersFromCollected(readCollected(text)) // { service: 'synapse', network: 'open', grant: 'no-role' }
 */
export function answersFromCollected({ service, feature, checks, findings }: Collected): Answers {
  if (service === null) return {};
  const sure = (cause: CauseId): boolean =>
    findings.some(({ id, confidence }) => id === cause && confidence >= leastToAnswer);
  const answers: Partial<Record<QuestionId, string>> = { service };
  if (feature) answers[`${service}-key` as QuestionId] = feature;
  for (const [question, { wrong, right }] of Object.entries(readings) as [QuestionId, Reading][]) {
    const asked = checks.filter(({ cause }) => wrong[cause] !== undefined);
    const bad = asked.find(({ cause, answer }) => answer === 'wrong' && sure(cause));
    // Without Azure RBAC nothing tells how old a grant is; the other answers are enough then.
    const good = asked.every(({ cause, answer }) => answer === 'right' || cause === 'grant-not-propagated');
    if (bad) answers[question] = wrong[bad.cause];
    else if (right && good) answers[question] = right;
  }
  return answers;
}
