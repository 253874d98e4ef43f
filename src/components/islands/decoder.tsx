import { useEffect, useRef, useState } from 'preact/hooks';
import type { Diagnosis } from '../../diagnosis/diagnose-with.ts';
import { headline } from '../../diagnosis/headline.ts';
import type { Hint } from '../../diagnosis/hints.ts';
import type { ReportChoices } from '../../diagnosis/report.ts';
import { causes } from '../../knowledge/causes.ts';
import '../../styles/decoder.css';
import '../../styles/islands.css';
import { CollectedView } from './collected-view.tsx';
import type { Question, Reply } from './diagnose.worker.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { loadPlansWhenIdle } from './plan-data.ts';

/** What the box shows of a text that would slow a browser down; the whole text is read all the same. */
const boxLimit = 100_000;

const example = `{"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource.\\r\\nCaller: appid=00000000-0000-0000-0000-00000000a001;oid=00000000-0000-0000-0000-00000000b002;iss=https://sts.windows.net/00000000-0000-0000-0000-00000000c003/\\r\\nAction: 'Microsoft.KeyVault/vaults/keys/read'\\r\\nResource: '/subscriptions/00000000-0000-0000-0000-00000000d004/resourcegroups/rg-keys/providers/microsoft.keyvault/vaults/kv-contoso/keys/cmk-synapse'\\r\\nAssignment: (not found)\\r\\nVault: kv-contoso;location=westeurope","innererror":{"code":"ForbiddenByRbac"}}}`;

interface Shown {
  readonly id: number;
  readonly text: string;
  readonly diagnosis: Diagnosis;
  readonly hints: readonly Hint[];
}

interface Props {
  /** Whether the page offers the script, so that what it prints is likely to be pasted. */
  readonly collector?: boolean;
}

/** The paste box and what was found in it. The text stays in this component and in its worker. */
export default function Decoder({ collector = false }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const worker = useRef<Worker>();
  const asked = useRef({ id: 0, text: '' });
  const reports = useRef(new Map<number, (markdown: string) => void>());
  const [shown, setShown] = useState<Shown | null>(null);
  const [collected, setCollected] = useState<Extract<Reply, { kind: 'collected' }> | null>(null);
  const [status, setStatus] = useState('');
  const [large, setLarge] = useState(0);

  const ask = (question: Question) => worker.current?.postMessage(question);

  const read = (text: string) => {
    asked.current = { id: asked.current.id + 1, text };
    if (text.trim() === '') {
      setShown(null);
      setCollected(null);
      setStatus(
        text === ''
          ? ''
          : 'There is nothing but white space in the box. Paste the error text, or answer questions instead.',
      );
      return;
    }
    ask({ kind: 'read', ...asked.current });
  };

  const typed = () => {
    const field = box.current;
    if (!field) return;
    if (field.value.length > boxLimit) put(field.value);
    else read(field.value);
  };

  const put = (text: string) => {
    const field = box.current;
    if (!field) return;
    setLarge(text.length > boxLimit ? text.length : 0);
    field.value = text.slice(0, boxLimit);
    read(text);
    field.focus();
  };

  const writeReport = (choices: ReportChoices) =>
    new Promise<string>((resolve) => {
      const id = reports.current.size + 1;
      reports.current.set(id, resolve);
      ask({ kind: 'report', id, choices });
    });

  useEffect(loadPlansWhenIdle, []);

  useEffect(() => {
    const started = new Worker(new URL('./diagnose.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'report') {
        reports.current.get(data.id)?.(data.markdown);
        return;
      }
      if (data.kind === 'failed') {
        setStatus('The decoder could not be loaded. Reload the page to try again; copy your text first.');
        return;
      }
      // An answer to an older text comes too late to matter.
      if (data.id !== asked.current.id) return;
      setCollected(data.kind === 'collected' ? data : null);
      if (data.kind === 'collected') {
        const [cause] = data.collected.enough ? data.collected.findings : [];
        setShown(null);
        setStatus(cause ? `From the script: ${causes[cause.id].title}.` : 'From the script: not enough to tell.');
        return;
      }
      setShown({ ...data, text: asked.current.text });
      setStatus(`Diagnosis: ${headline(data.diagnosis)}.`);
    };
    started.onerror = () => setStatus('The text could not be read in this browser. Answer the questions instead.');
    worker.current = started;
    if (collector) ask({ kind: 'prepare' });
    // What was typed before this code was here is not lost.
    if (box.current?.value) typed();
    return () => started.terminate();
  }, []);

  return (
    <>
      <label for="error-text" class="visually-hidden">
        Error text
      </label>
      <textarea
        id="error-text"
        class="box"
        ref={box}
        rows={7}
        spellcheck={false}
        autocomplete="off"
        readOnly={large > 0}
        placeholder="Paste the whole message here, with its JSON and its noise"
        onBeforeInput={(event: InputEvent) => {
          // Browsers need minutes to lay out megabytes in a box, so those never get into it.
          if (event.data && event.data.length > boxLimit) {
            event.preventDefault();
            put(event.data);
          }
        }}
        onInput={typed}
      />
      <div class="bar">
        <button type="button" class="link" onClick={() => put(example)}>
          Try an example
        </button>
        <a href="/troubleshoot/">No error text? Answer questions</a>
        <button type="button" class="link" onClick={() => put('')}>
          Clear
        </button>
      </div>
      {large > 0 && (
        <p class="notice">
          All {large.toLocaleString('en')} characters were read; the box shows the first {boxLimit.toLocaleString('en')}
          . Clear it to paste something else.
        </p>
      )}
      <p class="soft" role="status">
        {status}
      </p>
      <section aria-label="Diagnosis">
        {collected && <CollectedView {...collected} />}
        {shown && <DiagnosisView {...shown} writeReport={writeReport} />}
      </section>
    </>
  );
}
