import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/knowledge/causes.ts';
import { questionIds, questions, treeVersion } from '../../src/knowledge/questions/index.ts';
import { fromFragment, toFragment } from '../../src/troubleshooter/fragment.ts';
import { paths } from '../../src/troubleshooter/paths.ts';
import { type Answers, walk } from '../../src/troubleshooter/walk.ts';

const answered = (given: readonly { question: string; answer: string }[]): Answers =>
  Object.fromEntries(given.map(({ question, answer }) => [question, answer]));

/** Any answers of the tree, on the way or off it. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...questionIds.map((id) => fc.option(fc.constantFrom(...questions[id].answers.map((one) => one.id)))))
  .map((picks) => Object.fromEntries(questionIds.flatMap((id, index) => (picks[index] ? [[id, picks[index]]] : []))));

describe('a link', () => {
  it('leads back to where it was made, from the end of every way', { timeout: 60_000 }, () => {
    for (const { given, outcome } of paths()) {
      const { answers, problem, at } = fromFragment(toFragment(answered(given)));
      const place = walk(answers);
      if (problem !== null || at !== null || place.outcome?.cause !== outcome.cause)
        throw new Error(JSON.stringify(given));
      expect(place.given.length).toBe(given.length);
    }
  });

  it('leads back from the middle of a way, to the question that was shown again', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(), (answers, pick) => {
        const { given } = walk(answers);
        const at = given.length > 0 && pick % 2 ? (given[pick % given.length]?.question ?? null) : null;
        const link = fromFragment(toFragment(answers, at));
        expect(walk(link.answers)).toEqual(walk(answers));
        expect(link.at).toBe(at);
      }),
    );
  });

  it('holds ids of the tree and its version, and nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ids = new Set([...questionIds, 'v', treeVersion, ...Object.values(answers)]);
        const words = toFragment(answers).split(/[#&=]/).filter(Boolean);
        expect(words.filter((word) => !ids.has(word))).toEqual([]);
      }),
    );
  });

  it('of an earlier version of the tree says so, and keeps the answers that are still there', () => {
    const link = fromFragment('#v=1&refused=me&status=waiting');
    expect(link.problem).toBe('outdated');
    expect(walk({ ...link.answers, service: 'synapse' })).toMatchObject({ question: 'arm' });
  });

  it.each([
    `#v=${treeVersion}&service=nobody`,
    `#v=${treeVersion}&service=synapse&refused=%3Cimg%20src=x%3E`,
    `#v=${treeVersion}&service=discovery&discovery-key=workspace&refused=service&identity=good&network=open&grant=no-policy`,
    `#v=${treeVersion}&service=synapse&service=databricks`,
    `#v=${treeVersion}&constructor=1`,
    `#v=${treeVersion}&at=nowhere`,
    '#__proto__=x',
    '#%E0%A4%A',
    '#v=1&v=2',
  ])('that was tampered with opens a question and says so: %s', (fragment) => {
    const { answers, problem } = fromFragment(fragment);
    expect(problem).not.toBeNull();
    expect(questionIds).toContain(walk(answers).question);
  });

  it('without a fragment is no problem', () => {
    expect(fromFragment('')).toEqual({ answers: {}, at: null, problem: null });
    expect(fromFragment('#')).toEqual({ answers: {}, at: null, problem: null });
  });

  it('never throws, whatever it holds, and always opens a question or an outcome', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...questionIds, 'v', 'at', '__proto__', 'unknown', '%', '=', '&'),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('&', '=', ''), (pieces, glue) => {
        const { answers } = fromFragment(`#v=${treeVersion}&${pieces.join(glue)}`);
        const { question, outcome } = walk(answers);
        return question !== null
          ? questionIds.includes(question)
          : outcome !== null && Object.hasOwn(causes, outcome.cause);
      }),
    );
  });
});
