import { useId, useState } from 'preact/hooks';
import type { Difference, Imported, ImportedResource } from '../../templates/import/import.ts';
import { loadImporter } from './generator-engine.ts';

const kinds = ['changed', 'added', 'dropped', 'kept'] as const;

function Row({ path, kind, before, after, why, source }: Difference) {
  return (
    <tr data-kind={kind}>
      <td>
        <code>{path}</code>
      </td>
      <td>{kind}</td>
      <td>
        {before !== undefined && kind !== 'added' && <code>{before.slice(0, 200)}</code>}
        {after !== undefined && (
          <>
            {' → '}
            <code>{after.slice(0, 200)}</code>
          </>
        )}
      </td>
      <td>
        {why} {source && <a href={source.url}>{source.title}</a>}
      </td>
    </tr>
  );
}

/** What became of every property of a pasted resource, the changed ones first. */
export function GeneratorDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  const counts = kinds.map((kind) => `${differences.filter((one) => one.kind === kind).length} ${kind}`);
  return (
    <>
      <h2>What becomes of your resource</h2>
      <p>Property by property: {counts.join(', ')}.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
      <div class="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Property</th>
              <th scope="col">What happens</th>
              <th scope="col">Value</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => (
              <Row key={`${one.kind} ${one.path}`} {...one} />
            ))}
          </tbody>
        </table>
      </div>
    </>
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
