import { useRef, useState } from 'preact/hooks';
import { type MaskKind, maskAll, maskKinds } from '../../diagnosis/mask-kinds.ts';
import type { ReportChoices } from '../../diagnosis/report.ts';
import { copyText } from './code-block.tsx';

interface Props {
  /** The reading that the report is of; a report of an older one is not shown any more. */
  readonly id: number;
  readonly writeReport: (choices: ReportChoices) => Promise<string>;
}

/** Makes a report in Markdown for a ticket, with the values masked unless a switch says otherwise. */
export function ReportPanel({ id, writeReport }: Props) {
  const [mask, setMask] = useState<readonly MaskKind[]>(maskAll);
  const [tried, setTried] = useState('');
  const [written, setWritten] = useState({ id, markdown: '' });
  const [label, setLabel] = useState('Copy report');
  const preview = useRef<HTMLPreElement>(null);

  const copy = async () => {
    const markdown = await writeReport({ mask, tried });
    setWritten({ id, markdown });
    // The preview has to be there before it can be selected, where the browser forbids copying.
    requestAnimationFrame(async () => {
      setLabel(await copyText(markdown, preview.current));
      setTimeout(() => setLabel('Copy report'), 2000);
    });
  };

  return (
    <details class="report">
      <summary>Report for a ticket</summary>
      <p>
        Markdown with the cause, its evidence and the values. Names and ids are replaced by pseudonyms such as{' '}
        <code>vault-1</code>; untick what may be shown.
      </p>
      <fieldset class="bar">
        <legend class="soft">Mask</legend>
        {maskAll.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={mask.includes(kind)}
              onChange={({ currentTarget }) =>
                setMask(maskAll.filter((one) => (one === kind ? currentTarget.checked : mask.includes(one))))
              }
            />{' '}
            {maskKinds[kind]}
          </label>
        ))}
      </fieldset>
      <label>
        What was tried already
        <textarea rows={3} value={tried} onInput={({ currentTarget }) => setTried(currentTarget.value)} />
      </label>
      <div class="bar">
        <button type="button" class="go" onClick={copy}>
          {label}
        </button>
      </div>
      {written.markdown && written.id === id && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
        <pre class="evidence" ref={preview} tabIndex={0}>
          {written.markdown}
        </pre>
      )}
    </details>
  );
}
