import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ParameterName, valueProblem } from '../../knowledge/template-parameters.ts';
import { defaultChoices, scenarios } from '../../templates/choices.ts';
import { choose, readFragment, writeFragment } from '../../templates/fragment.ts';
import { type Choices, type Format, generate, type TemplateValues } from '../../templates/generate.ts';
import { copyText } from './code-block.tsx';
import { GeneratorChoices } from './generator-choices.tsx';
import { GeneratorFields } from './generator-fields.tsx';
import { GeneratorStages } from './generator-stages.tsx';
import { takeValues } from './handover.ts';

const formats: Readonly<Record<Format, string>> = {
  arm: 'ARM JSON',
  bicep: 'Bicep',
  terraform: 'Terraform',
  rest: 'Update',
};

/** The values that satisfy their rules: the others stay in their fields, and out of every file. */
const valid = (choices: Choices, values: TemplateValues): TemplateValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== '' && valueProblem(choices.service, name as ParameterName, value) === null,
    ),
  );

/** Choices on one side, the files on the other, made anew at every change. */
export default function Generator() {
  const [choices, setChoices] = useState<Choices>(defaultChoices);
  const [values, setValues] = useState<TemplateValues>({});
  const [carried, setCarried] = useState(false);
  const [format, setFormat] = useState<Format>('arm');
  const [fileName, setFileName] = useState('');
  const [said, setSaid] = useState('');
  const pre = useRef<HTMLPreElement>(null);

  useEffect(() => {
    const read = () => setChoices(readFragment(location.hash));
    read();
    const left = takeValues();
    setValues(left);
    setCarried(Object.keys(left).length > 0);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const made = useMemo(() => generate(choices, valid(choices, values)), [choices, values]);
  const offered = (Object.keys(formats) as Format[]).filter((one) => made.files.some((file) => file.format === one));
  const shown = offered.includes(format) ? format : offered[0];
  const files = made.files.filter((file) => file.format === shown || file.format === 'guide');
  const file = files.find(({ name }) => name === fileName) ?? files[0];
  const stages = (shown && made.stages[shown]) ?? made.stages.rest ?? made.stages.arm ?? [];

  const change = (wanted: Partial<Choices>) => {
    const next = choose(choices, wanted);
    setChoices(next);
    setSaid('');
    const fragment = writeFragment(next);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname);
  };

  const download = () => {
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.text], { type: 'text/plain' }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    setSaid(`${file.name} was saved by your browser.`);
  };

  const say = async (message: Promise<string>) => setSaid(await message);

  return (
    <div class="split">
      <div>
        <GeneratorChoices choices={choices} onChange={change} />
        <p class="soft">{scenarios[choices.scenario].summary}</p>
        <h2>Values</h2>
        {carried && <p class="soft">Filled in from your error. They are in this browser only.</p>}
        <GeneratorFields
          service={choices.service}
          asked={made.parameters}
          values={values}
          onChange={(name, value) => setValues({ ...values, [name]: value })}
        />
      </div>
      <section aria-label="Template">
        <div class="tabs" role="tablist" aria-label="Format">
          {offered.map((one) => (
            <button
              type="button"
              role="tab"
              key={one}
              id={`tab-${one}`}
              aria-selected={one === shown}
              aria-controls="template-panel"
              onClick={() => setFormat(one)}
            >
              {formats[one]}
            </button>
          ))}
        </div>
        <div role="tabpanel" id="template-panel" aria-labelledby={`tab-${shown}`}>
          <div class="bar">
            {files.map(({ name }) => (
              <button type="button" key={name} aria-pressed={name === file?.name} onClick={() => setFileName(name)}>
                {name}
                {name === file?.name && ' ✓'}
              </button>
            ))}
            <button type="button" onClick={() => say(copyText(file?.text ?? '', pre.current))}>
              Copy
            </button>
            <button type="button" onClick={download}>
              Download
            </button>
          </div>
          <p class="soft" role="status">
            {said ||
              (made.missing.length > 0 ? `Still to fill in: ${made.missing.join(', ')}.` : 'All values are filled in.')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
          <pre ref={pre} tabIndex={0}>
            <code>{file?.text}</code>
          </pre>
        </div>
        {made.before.length > 0 && (
          <>
            <h2>Before</h2>
            <ul>
              {made.before.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        <h2>Stages</h2>
        <GeneratorStages stages={stages} />
      </section>
    </div>
  );
}
