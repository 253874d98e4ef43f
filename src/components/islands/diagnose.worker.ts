import { isCollected } from '../../collector/format.ts';
import type { CollectedReply } from '../../collector/reply.ts';
import { type Diagnosis, diagnoseWith, type Known } from '../../diagnosis/diagnose-with.ts';
import { type Hint, readHints } from '../../diagnosis/hints.ts';
import type { ReportChoices } from '../../diagnosis/report.ts';
import { unpackSignals } from '../../knowledge/signals/json.ts';

/** What the page asks: to make ready for the collector, to read a text, or to write a report of the one read last. */
export type Question =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'read'; readonly id: number; readonly text: string }
  | { readonly kind: 'report'; readonly id: number; readonly choices: ReportChoices };

/** What it gets back, with the id of its question. */
export type Reply =
  | { readonly kind: 'read'; readonly id: number; readonly diagnosis: Diagnosis; readonly hints: readonly Hint[] }
  | ({ readonly kind: 'collected'; readonly id: number } & CollectedReply)
  | { readonly kind: 'report'; readonly id: number; readonly markdown: string }
  | { readonly kind: 'failed' };

const nothing: Known = { signals: [], words: { causes: [], bias: [], usual: 0, words: {} }, refusedBy: {} };
let last = { text: '', diagnosis: diagnoseWith(nothing, '') };

// What the decoder knows is data, fetched as soon as the page starts the worker: no request follows a paste.
const asked = ['/signals.json', '/words.json'].map((path) => fetch(path).then((answer) => answer.json()));
const known: Promise<Known> = Promise.all(asked).then(([signals, { words, refusedBy }]) => ({
  signals: unpackSignals(signals),
  words,
  refusedBy,
}));

// Few readers run the collector. What reads its document is fetched ahead only where the script is offered.
const loadReader = () => import('../../collector/reply.ts');

// Reading a paste happens beside the page, so that typing never waits for it.
addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'prepare') {
    await loadReader().catch(() => null);
    return;
  }
  if (data.kind === 'read') {
    const by = await known.catch(() => null);
    if (!by) {
      postMessage({ kind: 'failed' } satisfies Reply);
      return;
    }
    if (isCollected(data.text)) {
      const reader = await loadReader().catch(() => null);
      if (reader) {
        const reply = reader.collectedReply(data.text, (message) => diagnoseWith(by, message));
        postMessage({ kind: 'collected', id: data.id, ...reply } satisfies Reply);
      } else postMessage({ kind: 'failed' } satisfies Reply);
      return;
    }
    last = { text: data.text, diagnosis: diagnoseWith(by, data.text) };
    const hints = readHints(last.text, last.diagnosis);
    postMessage({ kind: 'read', id: data.id, diagnosis: last.diagnosis, hints } satisfies Reply);
    return;
  }
  // Few readers write a report, so its code waits until one does.
  const { report } = await import('../../diagnosis/report.ts');
  const markdown = report(last.text, last.diagnosis, data.choices);
  postMessage({ kind: 'report', id: data.id, markdown } satisfies Reply);
});
