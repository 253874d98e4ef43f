import { useEffect, useId, useState } from 'preact/hooks';
import type { CollectorShell } from '../../collector/format.ts';
import { collectorScript } from '../../collector/script.ts';
import { collectorAsks, targetsOf } from '../../collector/targets.ts';
import type { Values } from '../../knowledge/naming.ts';
import { type ServiceId, serviceIds, services } from '../../knowledge/services/index.ts';
import { CodeBlock } from './code-block.tsx';
import { takeAnswers, takeValues } from './handover.ts';
import { ValueFields } from './value-fields.tsx';

const shells: Readonly<Record<CollectorShell, { readonly file: string; readonly run: string }>> = {
  az: { file: 'collect.sh', run: 'bash collect.sh' },
  PowerShell: { file: 'collect.ps1', run: './collect.ps1' },
};

/** The service that the reader has answered already: in the address, or found elsewhere on this site. */
function serviceSoFar(): ServiceId {
  const given = new URLSearchParams(location.hash.replace(/^#/, '')).get('service') ?? takeAnswers().answers.service;
  return serviceIds.find((id) => id === given) ?? 'synapse';
}

/** Service, values and shell on one side; the script that reads, made anew at every change, below. */
export function CollectorForm() {
  const base = useId();
  const [service, setService] = useState<ServiceId>('synapse');
  const [values, setValues] = useState<Values>({});
  const [shell, setShell] = useState<CollectorShell>('az');
  const [said, setSaid] = useState('');
  useEffect(() => {
    setService(serviceSoFar());
    setValues(takeValues());
  }, []);
  const script = collectorScript(service, values, shell);
  const { file, run } = shells[shell];
  const { resourceId, resourceName, vaultName } = targetsOf(service, values);
  const idle = resourceId === '' && resourceName === '' && vaultName === '';
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([script], { type: 'text/plain' }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    setSaid(`${file} was saved by your browser. Run it with: ${run}`);
  };
  return (
    <>
      <p>
        <label for={`${base}service`}>Service</label>
        <select
          id={`${base}service`}
          value={service}
          onChange={(event) => setService(event.currentTarget.value as ServiceId)}
        >
          {serviceIds.map((id) => (
            <option key={id} value={id}>
              {services[id].name}
            </option>
          ))}
        </select>
      </p>
      <p class="soft">
        The name of the {services[service].resourceNoun} is enough. What you leave empty, the script looks up. Name the
        key that was refused, if it is another one than the {services[service].resourceNoun} has now.
      </p>
      <ValueFields names={collectorAsks(service)} values={values} service={service} onChange={setValues} />
      {idle && <p class="notice">Fill in a name. Without one the script has nothing to look for.</p>}
      <fieldset class="bar" style="border:0;padding:0">
        <legend class="visually-hidden">Script for</legend>
        {(Object.keys(shells) as CollectorShell[]).map((name) => (
          <button type="button" key={name} aria-pressed={shell === name} onClick={() => setShell(name)}>
            {name}
            {shell === name && ' ✓'}
          </button>
        ))}
        <button type="button" onClick={save}>
          Download {file}
        </button>
      </fieldset>
      <p class="soft" role="status">
        {said}
      </p>
      <div class="script">
        <CodeBlock text={script} />
      </div>
      <p>
        Then paste what it prints into <a href="#error-text">the box</a>, whole, from the first brace to the last. It is
        read in this browser.
      </p>
    </>
  );
}
