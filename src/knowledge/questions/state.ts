import { type Question, type QuestionId, unknown } from './question.ts';

/** What is still running, what state things are in, and what was tried. */
export const state = {
  later: {
    text: 'What is in the way?',
    why: 'Nothing is wrong with the key. Each of these ends in another way: by waiting, by asking, or by another name.',
    answeredBy: 'message',
    answers: [
      {
        id: 'running',
        text: 'Another operation that is still running',
        leads: { cause: 'operation-in-progress' },
      },
      { id: 'throttled', text: 'Too many requests: 429', leads: { cause: 'throttled' } },
      { id: 'quota', text: 'A quota, or the capacity of the region', leads: { cause: 'quota-or-capacity' } },
      {
        id: 'name',
        text: 'A name that is taken, or something deleted that still holds it',
        leads: { cause: 'name-held-by-soft-delete' },
      },
      { id: 'internal', text: 'An internal error, or nothing that I understand', leads: { question: 'tried' } },
      unknown({ question: 'tried' }),
    ],
  },
  tried: {
    text: 'What was done since it was refused first?',
    why: 'A fresh grant only needs time, and a second update can meet the first one. A later message can hide the first.',
    answeredBy: 'reader',
    answers: [
      {
        id: 'granted',
        text: 'A role was granted, and the update sent again less than ten minutes later',
        leads: { cause: 'grant-not-propagated' },
      },
      {
        id: 'repeated',
        text: 'The update was sent again before the first one had ended',
        leads: { cause: 'operation-in-progress' },
      },
      { id: 'nothing', text: 'Nothing, or nothing that helped', leads: { cause: 'service-internal' } },
      unknown({ cause: 'service-internal' }),
    ],
  },
  status: {
    text: 'In what state is the resource?',
    why: 'Something that still runs or waits has not failed. A lost key is looked for at the version in use.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'running',
        text: 'Updating, or anything but Succeeded, Failed and Canceled',
        leads: { cause: 'operation-in-progress' },
      },
      {
        id: 'waiting',
        text: 'It waits for activation: encryption.cmk.status is AwaitingUserAction',
        only: 'activation',
        leads: { cause: 'activation-pending' },
      },
      {
        id: 'no-key',
        text: 'It was created without a key of yours, and should get one now',
        only: 'turn-on-fixed',
        leads: { cause: 'cmk-only-at-creation' },
      },
      {
        id: 'failed',
        text: 'Failed or Canceled, and the data can be used',
        leads: { question: 'network' },
      },
      { id: 'lost', text: 'Any, and the data cannot be used any more', leads: { question: 'network' } },
      { id: 'succeeded', text: 'Succeeded, and the data can be used', leads: { question: 'network' } },
      unknown({ question: 'network' }),
    ],
  },
} as const satisfies Partial<Record<QuestionId, Question>>;
