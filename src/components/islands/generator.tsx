import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { bash, powershell } from '../../commands/quote.ts';
import { type PermissionModel, permissionModels } from '../../knowledge/key-stores.ts';
import type { ValueName, Values } from '../../knowledge/naming.ts';
import { services } from '../../knowledge/services/index.ts';
import { type Choices, defaultChoices, type ScenarioId, scenarios } from '../../templates/choices.ts';
import { generate, refusal } from '../../templates/generate.ts';
import { CodeBlock, copyText } from './code-block.tsx';
import { takeValues } from './handover.ts';
import { ValueFields } from './value-fields.tsx';

const identities: Readonly<Record<Choices['identity'], string>> = {
  'system-assigned': 'System-assigned',
  'user-assigned': 'User-assigned',
};
const networks: Readonly<Record<Choices['managedVirtualNetwork'], string>> = {
  none: 'None',
  managed: 'Managed virtual network',
  'managed-no-exfiltration': 'Managed, with exfiltration protection',
};
const accesses: Readonly<Record<Choices['publicNetworkAccess'], string>> = { Enabled: 'Enabled', Disabled: 'Disabled' };
const models = Object.fromEntries(Object.entries(permissionModels).map(([id, { name }]) => [id, name])) as Record<
  PermissionModel,
  string
>;
const scenarioNames = Object.fromEntries(Object.entries(scenarios).map(([id, { title }]) => [id, title])) as Record<
  ScenarioId,
  string
>;

const fieldsOf: Readonly<Record<ScenarioId, readonly ValueName[]>> = {
  grant: ['vaultName', 'principalId'],
  activate: ['workspaceName', 'vaultName', 'keyName'],
  redeploy: ['workspaceName', 'vaultName', 'keyName'],
};

/** Takes the choices from a link, each only if it is one of those that are offered. */
function readChoices(fragment: string): Choices {
  const wanted = new URLSearchParams(fragment.replace(/^#/, ''));
  const pick = <T extends string>(name: string, options: Readonly<Record<T, unknown>>, otherwise: T): T => {
    const value = wanted.get(name);
    return value !== null && Object.hasOwn(options, value) ? (value as T) : otherwise;
  };
  return {
    service: 'synapse',
    scenario: pick('scenario', scenarios, defaultChoices.scenario),
    permissionModel: pick('permissionModel', models, defaultChoices.permissionModel),
    identity: pick('identity', identities, defaultChoices.identity),
    managedVirtualNetwork: pick('managedVirtualNetwork', networks, defaultChoices.managedVirtualNetwork),
    publicNetworkAccess: pick('publicNetworkAccess', accesses, defaultChoices.publicNetworkAccess),
  };
}

/** Writes the choices that differ from the default; values never go into an address. */
function writeChoices(choices: Choices): string {
  const changed = Object.entries(choices).filter(([name, value]) => defaultChoices[name as keyof Choices] !== value);
  return changed.length > 0 ? `#${new URLSearchParams(changed)}` : location.pathname;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {Object.entries<string>(options).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Choices on one side, the files on the other, made anew at every change. */
export default function Generator() {
  const [choices, setChoices] = useState<Choices>(defaultChoices);
  const [values, setValues] = useState<Values>({});
  const [carried, setCarried] = useState(false);
  const [fileName, setFileName] = useState('azuredeploy.json');
  const [said, setSaid] = useState('');
  const pre = useRef<HTMLPreElement>(null);

  useEffect(() => {
    const read = () => setChoices(readChoices(location.hash));
    read();
    const left = takeValues();
    setValues(left);
    setCarried(Object.keys(left).length > 0);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const refused = refusal(choices);
  const made = useMemo(() => (refused ? null : generate(choices, values)), [choices, values, refused]);
  const file = made?.files.find(({ name }) => name === fileName) ?? made?.files[0];

  const choose = (change: Partial<Choices>) => {
    const next = { ...choices, ...change };
    setChoices(next);
    history.replaceState(null, '', writeChoices(next));
  };

  const download = () => {
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.text], { type: 'application/json' }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    setSaid(`${file.name} was saved by your browser.`);
  };

  const say = async (message: Promise<string>) => setSaid(await message);
  const group =
    choices.scenario === 'grant'
      ? '<resource group of the vault>'
      : (values.resourceGroup ?? '<resource group of the workspace>');

  return (
    <div class="split">
      <div>
        <Select label="Service" value="synapse" options={{ synapse: services.synapse.name }} onChange={() => {}} />
        <Select
          label="Scenario"
          value={choices.scenario}
          options={scenarioNames}
          onChange={(scenario) => choose({ scenario, identity: defaultChoices.identity })}
        />
        <p class="soft">{scenarios[choices.scenario].summary}</p>
        {choices.scenario !== 'activate' && (
          <Select
            label="Permission model of the vault"
            value={choices.permissionModel}
            options={models}
            onChange={(permissionModel) => choose({ permissionModel })}
          />
        )}
        {choices.scenario === 'redeploy' && (
          <>
            <Select
              label="Identity that reads the key"
              value={choices.identity}
              options={identities}
              onChange={(identity) => choose({ identity })}
            />
            <Select
              label="Managed virtual network"
              value={choices.managedVirtualNetwork}
              options={networks}
              onChange={(managedVirtualNetwork) => choose({ managedVirtualNetwork })}
            />
            <Select
              label="Public network access"
              value={choices.publicNetworkAccess}
              options={accesses}
              onChange={(publicNetworkAccess) => choose({ publicNetworkAccess })}
            />
          </>
        )}
        <h2>Values</h2>
        {carried && <p class="soft">Filled in from your error. They are in this browser only.</p>}
        <ValueFields names={fieldsOf[choices.scenario]} values={values} onChange={setValues} />
      </div>
      <section aria-label="Template">
        {refused && <p class="notice">{refused}</p>}
        {made && file && (
          <>
            <div class="tabs" role="tablist" aria-label="Format">
              <button type="button" role="tab" id="tab-arm" aria-selected="true" aria-controls="template-panel">
                ARM JSON
              </button>
            </div>
            <div role="tabpanel" id="template-panel" aria-labelledby="tab-arm">
              <div class="bar">
                {made.files.map(({ name }) => (
                  <button type="button" key={name} aria-pressed={name === file.name} onClick={() => setFileName(name)}>
                    {name}
                    {name === file.name && ' ✓'}
                  </button>
                ))}
                <button type="button" onClick={() => say(copyText(file.text, pre.current))}>
                  Copy
                </button>
                <button type="button" onClick={download}>
                  Download
                </button>
              </div>
              <p class="soft" role="status">
                {said ||
                  (made.missing.length > 0
                    ? `Still to fill in, in the parameters file: ${made.missing.join(', ')}.`
                    : 'All values are filled in.')}
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
              <pre ref={pre} tabIndex={0}>
                <code>{file.text}</code>
              </pre>
            </div>
            <h2>Check, then deploy</h2>
            <p>The first command only shows what would change. Read it before you run the second.</p>
            <CodeBlock
              text={['what-if', 'create']
                .map(
                  (verb) =>
                    `${verb === 'create' ? '# changes resources' : '# reads only'}\n${bash`az deployment group ${verb} --resource-group ${group}`} \\\n  --template-file azuredeploy.json --parameters @azuredeploy.parameters.json`,
                )
                .join('\n')}
            />
            <CodeBlock
              text={[' -WhatIf', '']
                .map(
                  (flag) =>
                    `${flag ? '# reads only' : '# changes resources'}\n${powershell`New-AzResourceGroupDeployment -ResourceGroupName ${group}`} -TemplateFile azuredeploy.json -TemplateParameterFile azuredeploy.parameters.json${flag}`,
                )
                .join('\n')}
            />
            <h2>Before and after</h2>
            <ul>
              {made.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}
