import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Difference, Imported, ImportedResource } from '../../templates/import/import.ts';
import { loadImporter } from './generator-engine.ts';

/** A path that may break after each dot. */
const Path = ({ path }: { readonly path: string }) => (
  <code>
    {path.split(/(?<=\.)/).map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </code>
);

function Row({ path, kind, before, after, why, source }: Difference) {
  return (
    <tr data-kind={kind}>
      <td>
        {(kind === 'changed' || kind === 'added') && <b>{kind} </b>}
        <Path path={path} />
      </td>
      <td>
        {before !== undefined && kind !== 'added' && <code>{before.slice(0, 200)}</code>}
        {kind === 'changed' && ' → '}
        {after !== undefined && kind !== 'kept' && <code>{after.slice(0, 200) || '(empty)'}</code>}
        {kind === 'kept' && <code>{after?.slice(0, 200)}</code>}
      </td>
      <td>
        {why} {source && <a href={source.url}>{source.title}</a>}
      </td>
    </tr>
  );
}

function Table({ rows }: { readonly rows: readonly Difference[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <div class="scroll stack" tabIndex={0}>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={`${one.kind} ${one.path}`} {...one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What became of every property of a pasted resource: what changes in sight, what does not folded away. */
export function GeneratorDifferences({ differences, notes }: Pick<Imported, 'differences' | 'notes'>) {
  const of = (...kinds: Difference['kind'][]) => differences.filter(({ kind }) => kinds.includes(kind));
  const changes = of('changed', 'added');
  const folded = [
    ['dropped', of('dropped')],
    ['kept', of('kept')],
  ] as const;
  return (
    <div class="became">
      <h2>What becomes of your resource</h2>
      {notes.map((note) => (
        <p class="notice" key={note}>
          {note}
        </p>
      ))}
      {changes.length > 0 ? <Table rows={changes} /> : <p>Nothing changes: the same key is sent again.</p>}
      {folded.map(
        ([kind, rows]) =>
          rows.length > 0 && (
            <details key={kind}>
              <summary>
                {rows.length} {kind}
              </summary>
              <Table rows={rows} />
            </details>
          ),
      )}
    </div>
  );
}

interface Props {
  readonly imported: Imported | null;
  readonly onResource: (resource: ImportedResource | null) => void;
}

/** A box for the JSON of a resource that exists: all of it is carried over, and only the key changes. */
export function GeneratorImport({ imported, onResource }: Props) {
  const id = useId();
  const [problem, setProblem] = useState('');
  const read = async (text: string) => {
    const { readResource } = await loadImporter();
    const found = text.trim() === '' ? null : readResource(text);
    setProblem(found && 'problem' in found ? found.problem : '');
    onResource(found && !('problem' in found) ? found : null);
  };
  return (
    <details onToggle={() => loadImporter()}>
      <summary>Start from your resource</summary>
      <label for={id}>JSON of the resource</label>
      <textarea
        id={id}
        class="box"
        spellcheck={false}
        aria-describedby={`${id}-about`}
        onInput={(event) => read(event.currentTarget.value)}
      />
      <p class="meta" id={`${id}-about`}>
        Paste the output of az resource show, az &lt;service&gt; show or a REST call, the JSON view of the portal, or a
        template that holds it. It stays in this browser, and never goes into an address.
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {imported?.refused && (
        <p class="notice" role="alert">
          {imported.refused}
        </p>
      )}
    </details>
  );
}
