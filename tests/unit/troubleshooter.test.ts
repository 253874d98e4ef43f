import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CauseId, causes } from '../../src/knowledge/causes.ts';
import { firstQuestion, questions, treeVersion } from '../../src/knowledge/questions.ts';
import { fromFragment, type Given, toFragment, walk } from '../../src/troubleshooter/walk.ts';

/** Every way through the tree. */
function paths(question = firstQuestion, given: readonly Given[] = []): { given: readonly Given[]; cause: CauseId }[] {
  return (questions[question]?.answers ?? []).flatMap((answer) => {
    const longer = [...given, { question, answer: answer.id }];
    return 'cause' in answer.leads
      ? [{ given: longer, cause: answer.leads.cause }]
      : paths(answer.leads.question, longer);
  });
}
const all = paths();

describe('the tree', () => {
  it('ends every way in at most seven questions', () => {
    expect(Math.max(...all.map(({ given }) => given.length))).toBeLessThanOrEqual(7);
  });

  it.each([
    'access-policy-missing',
    'rbac-role-missing',
    'vault-network-blocked',
    'key-disabled',
    'key-not-found',
    'activation-pending',
    'caller-not-authorized',
    'not-cmk',
  ] as const)('reaches %s', (cause) => {
    expect(all.map((path) => path.cause)).toContain(cause);
  });

  it('reaches every question', () => {
    const asked = new Set(all.flatMap(({ given }) => given.map(({ question }) => question)));
    expect([...asked].sort()).toEqual(Object.keys(questions).sort());
  });

  it.each(Object.entries(questions))('offers a way on to who does not know: %s', (_, { answers }) => {
    expect(answers.some(({ id }) => id === 'unknown')).toBe(true);
  });
});

describe('a link', () => {
  it.each(all.map((path) => [toFragment(path.given), path] as const))(
    '%s leads back to its outcome',
    (fragment, path) => {
      const place = fromFragment(fragment);
      expect(place).toMatchObject({ cause: path.cause, given: path.given, repaired: false });
    },
  );

  it('of another version of the tree says so', () => {
    expect(fromFragment('#v=0&refused=me')).toMatchObject({ cause: 'caller-not-authorized', repaired: true });
  });

  it.each([
    '#v=1&refused=nobody',
    '#v=1&refused=service&key=disabled',
    '#__proto__=x',
    '#v=1&constructor=1',
    '#%E0%A4%A',
  ])('that was tampered with opens a question and says so: %s', (fragment) => {
    const place = fromFragment(fragment);
    expect(place.question && questions[place.question]).toBeTruthy();
    expect(place.repaired).toBe(true);
  });

  it('never throws and always ends somewhere that exists', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { question, cause } = fromFragment(`#v=${treeVersion}&${text}`);
        return question !== null ? Object.hasOwn(questions, question) : cause !== null && Object.hasOwn(causes, cause);
      }),
    );
  });
});

it('keeps answers that hold when a later one is taken back', () => {
  expect(walk({ refused: 'service', status: 'other' })).toMatchObject({ question: 'key', repaired: false });
});
