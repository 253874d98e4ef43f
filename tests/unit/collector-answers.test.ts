import { expect, it } from 'vitest';
import { answersFromCollected } from '../../src/collector/answers.ts';
import { readCollected as readWith } from '../../src/collector/read-collected.ts';
import { collectorScript } from '../../src/collector/script.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { type QuestionId, questions } from '../../src/knowledge/questions/index.ts';
import { walk } from '../../src/troubleshooter/walk.ts';
import { inOrder, situations } from './collector-situations.ts';
import { runCollector, runSituation } from './run-collector.ts';

const readCollected = (text: string) => readWith(text, diagnose);

const slow = 60_000;

/** Causes that a question names which the document cannot answer for the reader. */
const elsewhere = new Set(['encryption-settings-invalid', 'policy-denied']);

it.concurrent.each(Object.entries(situations))(
  'answers the questions of the tree: %s',
  async (_, situation) => {
    const { cause, service = 'synapse' } = situation;
    const answers = answersFromCollected(readCollected((await runSituation(situation)).printed));
    expect(answers.service).toBe(service);
    for (const [question, answer] of Object.entries(answers) as [QuestionId, string][])
      expect(questions[question].answers.map(({ id }) => id)).toContain(answer);
    if (cause === null || elsewhere.has(cause)) return;
    // One of the answers leads straight to the cause, or to a way that a later answer ends there.
    const leads = (Object.entries(answers) as [QuestionId, string][]).map(
      ([question, answer]) => questions[question].answers.find(({ id }) => id === answer)?.leads,
    );
    expect(leads).toContainEqual({ cause });
  },
  slow,
);

it(
  'leads by its answers to the plan, once the reader has said what the message says',
  async () => {
    const world = inOrder();
    world.roleAssignments = [];
    const script = collectorScript('synapse', { workspaceName: 'contoso' }, 'az');
    const answers = answersFromCollected(readCollected((await runCollector(script, world)).printed));
    expect(walk({ ...answers, refused: 'service' }).outcome?.cause).toBe('rbac-role-missing');
  },
  slow,
);
