import { useState } from 'preact/hooks';
import type { Aftermath, StageView } from '../../templates/view.ts';
import { CodeBlock } from './code-block.tsx';

const risks: Readonly<Record<StageView['risk'], string>> = {
  safe: 'safe, changes nothing',
  'changes-access': 'changes access',
  'changes-workspace': 'changes the resource',
};
const shells = ['az', 'PowerShell'] as const;

/** The stages on the way, each with its command and what to check before the next. */
export function GeneratorStages({ stages }: { readonly stages: readonly StageView[] }) {
  const [shell, setShell] = useState<(typeof shells)[number]>('az');
  return (
    <>
      <fieldset class="bar" style="border:0;padding:0">
        <legend class="visually-hidden">Commands for</legend>
        {shells.map((name) => (
          <button type="button" key={name} aria-pressed={shell === name} onClick={() => setShell(name)}>
            {name}
            {shell === name && ' ✓'}
          </button>
        ))}
      </fieldset>
      <ol class="steps">
        {stages.map(({ title, risk, text, commands, check, source }, index) => (
          <li key={`${index} ${title}`}>
            <h3>
              {title} <span class={`tag ${risk}`}>{risks[risk]}</span>
            </h3>
            <p>{text}</p>
            {commands && <CodeBlock text={commands[shell]} />}
            {check && <p class="meta">Go on when: {check}</p>}
            {source && (
              <p class="meta">
                Source: <a href={source.url}>{source.title}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** What to grant again, and what would be lost with the old resource. */
export function GeneratorAftermath({ regrant, lost, survives, source }: Aftermath) {
  return (
    <>
      <h2>Grant again</h2>
      <p>The principal ids of a new resource are new.</p>
      <List items={regrant} />
      <h2>If you delete the old one</h2>
      <p>This template deletes nothing. With the old resource you would lose:</p>
      <List items={lost} />
      <p>What stays:</p>
      <List items={survives} />
      <p class="meta">
        Source: <a href={source.url}>{source.title}</a>
      </p>
    </>
  );
}
