import { answersFromCollected } from '../../collector/answers.ts';
import { type Collected, isCollected, readCollected } from '../../collector/read-collected.ts';
import { type Diagnosis, diagnose } from '../../diagnosis/diagnose.ts';
import { type Hint, readHints } from '../../diagnosis/hints.ts';
import { type ReportChoices, report } from '../../diagnosis/report.ts';
import { toFragment } from '../../troubleshooter/fragment.ts';
import type { Answers } from '../../troubleshooter/walk.ts';

/** What the page asks: to read a text, or to write a report of the one that was read last. */
export type Question =
  | { readonly kind: 'read'; readonly id: number; readonly text: string }
  | { readonly kind: 'report'; readonly id: number; readonly choices: ReportChoices };

/** The answers of a collected document, and the link that opens the questions with them. */
export interface Known {
  readonly answers: Answers;
  readonly href: string;
}

/** What it gets back, with the id of its question. */
export type Reply =
  | { readonly kind: 'read'; readonly id: number; readonly diagnosis: Diagnosis; readonly hints: readonly Hint[] }
  | { readonly kind: 'collected'; readonly id: number; readonly collected: Collected; readonly known: Known }
  | { readonly kind: 'report'; readonly id: number; readonly markdown: string };

let last = { text: '', diagnosis: diagnose('') };

// Reading a paste happens beside the page, so that typing never waits for it.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'read' && isCollected(data.text)) {
    const collected = readCollected(data.text);
    const answers = answersFromCollected(collected);
    const known = { answers, href: `/troubleshoot/${toFragment(answers)}` };
    postMessage({ kind: 'collected', id: data.id, collected, known } satisfies Reply);
    return;
  }
  if (data.kind === 'read') {
    last = { text: data.text, diagnosis: diagnose(data.text) };
    const hints = readHints(last.text, last.diagnosis);
    postMessage({ kind: 'read', id: data.id, diagnosis: last.diagnosis, hints } satisfies Reply);
    return;
  }
  const markdown = report(last.text, last.diagnosis, data.choices);
  postMessage({ kind: 'report', id: data.id, markdown } satisfies Reply);
});
