import { useState } from 'preact/hooks';
import { sources } from '../../knowledge/sources.ts';
import type { Stage } from '../../templates/generate.ts';
import { CodeBlock } from './code-block.tsx';

const risks: Readonly<Record<Stage['risk'], string>> = {
  safe: 'safe, changes nothing',
  'changes-access': 'changes access',
  'changes-workspace': 'changes the resource',
};
const shells = ['az', 'PowerShell'] as const;

/** The stages on the way, each with its command and what to check before the next. */
export function GeneratorStages({ stages }: { readonly stages: readonly Stage[] }) {
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
          <li key={`${title}${index}`}>
            <h3>
              {title} <span class={`tag ${risk}`}>{risks[risk]}</span>
            </h3>
            <p>{text}</p>
            {commands && <CodeBlock text={commands[shell]} />}
            {check && <p class="meta">Go on when: {check}</p>}
            {source && (
              <p class="meta">
                Source: <a href={sources[source].url}>{sources[source].title}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
