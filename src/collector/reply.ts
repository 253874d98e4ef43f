import type { Diagnosis } from '../diagnosis/diagnose-with.ts';
import { toFragment } from '../troubleshooter/fragment.ts';
import type { Answers } from '../troubleshooter/walk.ts';
import { answersFromCollected } from './answers.ts';
import { type Collected, readCollected } from './read-collected.ts';

/** What the page shows of a collected document: what it tells, and the questions with its answers filled in. */
export interface CollectedReply {
  readonly collected: Collected;
  readonly answers: Answers;
  readonly href: string;
}

/**
 * Reads a collected document for the page.
 *
 * @example collectedReply(text, diagnose).href // '/troubleshoot/#v=2&service=synapse&grant=no-role'
 */
export function collectedReply(text: string, diagnose: (message: string) => Diagnosis): CollectedReply {
  const collected = readCollected(text, diagnose);
  const answers = answersFromCollected(collected);
  return { collected, answers, href: `/troubleshoot/${toFragment(answers)}` };
}
