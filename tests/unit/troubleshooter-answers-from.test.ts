import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { type CauseId, causeIds, causes } from '../../src/knowledge/causes.ts';
import { questions } from '../../src/knowledge/questions/index.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import { answersFrom, type Diagnosed } from '../../src/troubleshooter/answers-from.ts';
import { paths } from '../../src/troubleshooter/paths.ts';
import { type Answers, walk } from '../../src/troubleshooter/walk.ts';

const sure = (id: CauseId, service: Diagnosed['service'] = null): Diagnosed => ({
  service,
  refusedBy: causes[id].refusedBy,
  causes: [{ id, confidence: 0.9 }],
  enough: true,
});
const bySynapse = [...paths({ service: 'synapse', sure: true })];
const along = (answers: Answers) =>
  bySynapse.filter(({ given }) =>
    given.every(({ question, answer }) => answers[question] === undefined || answers[question] === answer),
  );

describe.each(causeIds)('a text that speaks for %s', (id) => {
  const answers = answersFrom(sure(id, 'synapse'));

  it('answers the service and what the message says', () => {
    expect(answers.service).toBe('synapse');
    expect(questions.refused.answers.map((answer) => answer.id)).toContain(answers.refused);
  });

  it('leaves a way to its cause', () => {
    expect(along(answers).some(({ outcome }) => outcome.cause === id)).toBe(true);
  });

  it('answers nothing that only the reader knows', () => {
    const asked = Object.keys(answers).filter((question) => question !== 'service') as (keyof typeof questions)[];
    expect(asked.filter((question) => questions[question].answeredBy === 'reader')).toEqual([]);
  });
});

it.each(serviceIds)('leads to the cause on %s with the open questions answered well', (service) => {
  const answers = answersFrom(sure('rbac-role-missing', service));
  const ways = [...paths({ service, sure: true })].filter(({ given }) =>
    given.every(({ question, answer }) => answers[question] === undefined || answers[question] === answer),
  );
  expect(ways.some(({ outcome }) => outcome.cause === 'rbac-role-missing')).toBe(true);
});

it('answers all questions when the message says it all', () => {
  const answers = answersFrom(sure('resource-locked', 'synapse'));
  expect(walk(answers).outcome?.cause).toBe('resource-locked');
});

it('does not claim that the network is open because a role is missing', () => {
  const answers = answersFrom(sure('rbac-role-missing', 'synapse'));
  expect(answers).toEqual({ service: 'synapse', refused: 'service', grant: 'no-role' });
  expect(walk(answers).question).toBe('identity');
});

it('answers only who refused, when the cause is a guess', () => {
  const weak = { ...sure('key-disabled', 'databricks'), causes: [{ id: 'key-disabled' as const, confidence: 0.4 }] };
  expect(answersFrom(weak)).toEqual({ service: 'databricks', refused: 'service' });
  expect(answersFrom({ ...weak, enough: false, refusedBy: null })).toEqual({ service: 'databricks' });
  expect(answersFrom({ ...weak, service: null, refusedBy: null })).toEqual({});
});

it('takes what the decoder says', () => {
  const text = `{"error":{"code":"ScopeLocked","message":"The scope '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/ws' cannot perform write operation because following scope(s) are locked: 'rg'."}}`;
  expect(answersFrom(diagnose(text))).toEqual({ service: 'synapse', refused: 'me', arm: 'lock' });
  expect(answersFrom(diagnose('good morning'))).toEqual({});
});
