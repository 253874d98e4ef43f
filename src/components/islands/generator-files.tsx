import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Format, GeneratedFile } from '../../templates/generate.ts';
import { copyText } from './code-block.tsx';
import type { Engine } from './generator-engine.ts';
import { type HighlightedLine, highlight } from './highlight.ts';
import { save, saveAll } from './save-files.ts';

const formats: Readonly<Record<Format, string>> = {
  rest: 'Commands',
  arm: 'ARM JSON',
  bicep: 'Bicep',
  terraform: 'Terraform',
};

interface LineProps {
  readonly text: string;
  readonly tokens: HighlightedLine | undefined;
  readonly changed: boolean;
}

/** A line: marked if the last change touched it, else coloured once the colours are there. */
function Line({ text, tokens, changed }: LineProps) {
  // Not every colour can be read on the mark.
  if (changed) return <mark>{text}</mark>;
  if (!tokens) return <>{text}</>;
  return tokens.map(({ content, color }, index) => (
    <span key={index} style={color ? `color:${color}` : undefined}>
      {content}
    </span>
  ));
}

interface Props {
  readonly files: readonly GeneratedFile[];
  readonly missing: readonly string[];
  readonly type: string;
  readonly archive: string;
  readonly offered: readonly Format[];
  readonly format: Format | undefined;
  readonly onFormat: (format: Format) => void;
  readonly engine: Engine | null;
}

/** The files: a tab a format, with the last change marked and, on demand, an explanation beside each line. */
export function GeneratorFiles({ files: all, missing, type, archive, offered, format, onFormat, engine }: Props) {
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const [explained, setExplained] = useState(false);
  const [colours, setColours] = useState<{ text: string; lines: readonly HighlightedLine[] }>({ text: '', lines: [] });
  const pre = useRef<HTMLPreElement>(null);
  const before = useRef(new Map<string, string>());
  const files = all.filter((file) => file.format === format || file.format === 'guide');
  const file = files.find((one) => one.name === name) ?? files[0];
  const text = file?.text ?? '';

  const changed = useMemo(() => {
    const key = file?.name ?? '';
    const old = before.current.get(key);
    before.current.set(key, text);
    const marked = old === undefined || !engine ? [] : engine.changedLines(old, text);
    // A file that is another one as a whole has nothing that stands out.
    return new Set(marked.length > text.split('\n').length / 2 ? [] : marked);
  }, [file?.name, text, engine]);

  useEffect(() => setSaid(''), [text]);
  useEffect(() => {
    if (!engine || !file || text === '') return;
    return highlight(text, file.language, (lines) => setColours({ text, lines }));
  }, [engine, text, file?.language]);

  const notes = useMemo(
    () => new Map(explained && engine ? engine.explain(text, type).map((note) => [note.line, note] as const) : []),
    [explained, engine, text, type],
  );
  const lines = text.replace(/\n$/, '').split('\n');
  const tokens = colours.text === text ? colours.lines : [];
  const told = said || (missing.length > 0 ? `Still to fill in: ${missing.join(', ')}.` : 'All values are filled in.');

  return (
    <>
      <div class="tabs" role="tablist" aria-label="Format">
        {offered.map((one) => (
          <button
            type="button"
            role="tab"
            key={one}
            id={`tab-${one}`}
            aria-selected={one === format}
            aria-controls="template-panel"
            onClick={() => onFormat(one)}
          >
            {formats[one]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="template-panel" aria-labelledby={`tab-${format}`}>
        <div class="bar">
          {files.map((one) => (
            <button
              type="button"
              key={one.name}
              aria-pressed={one.name === file?.name}
              onClick={() => setName(one.name)}
            >
              {one.name}
              {one.name === file?.name && ' ✓'}
            </button>
          ))}
        </div>
        <div class="bar">
          <button type="button" onClick={async () => setSaid(await copyText(text, pre.current))}>
            Copy
          </button>
          <button type="button" onClick={() => file && setSaid(save(file))}>
            Download
          </button>
          <button type="button" onClick={async () => setSaid(await saveAll(all, archive))}>
            Save all as zip
          </button>
          <button type="button" aria-pressed={explained} onClick={() => setExplained(!explained)}>
            Explain each line{explained && ' ✓'}
          </button>
        </div>
        <p class="soft" role="status">
          {told}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
        <pre ref={pre} tabIndex={0} class={explained ? 'explained' : undefined}>
          <code>
            {lines.map((line, index) => {
              const note = notes.get(index);
              return (
                <span class="line" key={index}>
                  <span>
                    <Line text={line} tokens={tokens[index]} changed={changed.has(index)} />
                  </span>
                  {note && (
                    <span class="note">
                      {note.does} {note.change} <a href={note.source.url}>{note.source.title}</a>
                    </span>
                  )}
                </span>
              );
            })}
          </code>
        </pre>
      </div>
    </>
  );
}
