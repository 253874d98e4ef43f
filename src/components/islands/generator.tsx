import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Choices } from '../../templates/choices.ts';
import type { Format, TemplateValues } from '../../templates/generate.ts';
import type { ImportedResource } from '../../templates/import/import.ts';
import type { View } from '../../templates/view.ts';
import '../../styles/islands.css';
import { GeneratorChoices } from './generator-choices.tsx';
import { type Engine, type Importer, loadEngine, loadImporter } from './generator-engine.ts';
import { GeneratorFields } from './generator-fields.tsx';
import { GeneratorFiles } from './generator-files.tsx';
import { GeneratorDifferences, GeneratorImport } from './generator-import.tsx';
import { GeneratorAftermath, GeneratorStages } from './generator-stages.tsx';
import { takeValues } from './handover.ts';

/** Whether what was pasted is what is being changed. */
const fits = (resource: ImportedResource, { service, scenario }: Choices): boolean =>
  resource.choices.service === service && (scenario === 'repair' || scenario === 'rotate');

/** Choices on one side, the files on the other, made anew at every change. */
export default function Generator({ first }: { readonly first: View }) {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [importer, setImporter] = useState<Importer | null>(null);
  const [choices, setChoices] = useState<Choices>(first.choices);
  const [values, setValues] = useState<TemplateValues>({});
  const [carried, setCarried] = useState(false);
  const [otherVersion, setOtherVersion] = useState(false);
  const [resource, setResource] = useState<ImportedResource | null>(null);
  const [wanted, setWanted] = useState<Format>('rest');
  // Two choices can be made before the first is shown, so the second starts from what is chosen, not from what is shown.
  const chosen = useRef(first.choices);

  const load = async (): Promise<Engine> => {
    const loaded = await loadEngine();
    setEngine(() => loaded);
    return loaded;
  };

  useEffect(() => {
    const read = async () => {
      const { readFragment, isOtherVersion } = await load();
      chosen.current = readFragment(location.hash);
      setOtherVersion(isOtherVersion(location.hash));
      setChoices(chosen.current);
    };
    if (location.hash.length > 1) read();
    const left = takeValues();
    if (Object.keys(left).length > 0) {
      setValues(left);
      setCarried(true);
      load();
    }
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const imported = useMemo(
    () =>
      engine && importer && resource && fits(resource, choices)
        ? importer.importTemplate(resource, choices, engine.valid(choices, values))
        : null,
    [engine, importer, resource, choices, values],
  );
  const view = useMemo(
    () => (engine ? engine.viewOf(choices, values, imported?.template ?? null) : first),
    [engine, choices, values, imported, first],
  );
  const format = view.formats.includes(wanted) ? wanted : view.formats[0];
  const stages = (format && view.stages[format]) ?? view.stages.rest ?? [];

  const turn = ({ writeFragment }: Engine, next: Choices) => {
    chosen.current = next;
    setChoices(next);
    setOtherVersion(false);
    const fragment = writeFragment(next);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname);
  };
  const change = async (change: Partial<Choices>) => {
    const loaded = await load();
    const next = loaded.choose(chosen.current, change);
    if (importer && resource && fits(resource, next) && next.variant !== chosen.current.variant) {
      setValues((typed) => ({ ...typed, ...importer.keyOf(resource, next) }));
    }
    turn(loaded, next);
  };
  const take = async (found: ImportedResource | null) => {
    const [loaded, reader] = await Promise.all([load(), loadImporter()]);
    setImporter(() => reader);
    setResource(found);
    if (!found) return;
    setValues((typed) => ({ ...typed, ...found.values }));
    turn(loaded, found.choices);
  };

  return (
    <div class="split" onPointerOver={() => load()} onFocusIn={() => load()} onTouchStart={() => load()}>
      <div>
        <GeneratorImport imported={imported} onResource={take} />
        {otherVersion && (
          <p class="notice">This link was made with an earlier version of this page. Look the choices over.</p>
        )}
        <GeneratorChoices selects={view.selects} onChange={change} />
        <p class="soft">{view.summary}</p>
        <h2>Values</h2>
        {carried && <p class="soft">Filled in from your error. They are in this browser only.</p>}
        <GeneratorFields
          fields={view.fields}
          values={values}
          onChange={(name, value) => setValues((typed) => ({ ...typed, [name]: value }))}
        />
      </div>
      <section aria-label="Template">
        {imported && imported.differences.length > 0 && (
          <GeneratorDifferences differences={imported.differences} notes={imported.notes} />
        )}
        <GeneratorFiles
          files={view.files}
          missing={view.missing}
          type={view.type}
          archive={`${choices.service}-${choices.scenario}`}
          offered={view.formats}
          format={format}
          onFormat={setWanted}
          engine={engine}
        />
        {view.before.length > 0 && (
          <>
            <h2>Before</h2>
            <ul>
              {view.before.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        <h2>Stages</h2>
        <GeneratorStages stages={stages} />
        {view.aftermath && <GeneratorAftermath {...view.aftermath} />}
      </section>
    </div>
  );
}
