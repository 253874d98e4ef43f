import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import { parameterOf } from '../knowledge/template-parameters.ts';
import { type Choices, refusal } from './choices.ts';
import { armParameters, armTemplate } from './emit-arm.ts';
import { bicepFiles, bicepParameters } from './emit-bicep.ts';
import { terraform, terraformUpdates, terraformValues } from './emit-terraform.ts';
import { grantTemplate } from './key-store.ts';
import type { Parameter, Template, Value } from './model.ts';
import { complete, declarations, isParameterName, type TemplateValues, used } from './parameters.ts';
import { readme } from './readme.ts';
import { redeployTemplate } from './redeploy.ts';
import { Resolver } from './resolve.ts';
import { serviceTemplates } from './services/index.ts';
import { activateTemplate } from './services/synapse.ts';
import type { Format, Stage } from './stages/stage.ts';
import { stagesOf } from './stages.ts';
import { updateOf } from './updates.ts';

export { type Choices, combinations, defaultChoices, type ScenarioId, scenarios } from './choices.ts';
export type { TemplateValues } from './parameters.ts';
export type { Format, Stage } from './stages/stage.ts';
export { refusal };

/** A file that a reader takes away. */
export interface GeneratedFile {
  readonly name: string;
  readonly format: Format | 'guide';
  readonly language: 'json' | 'bicep' | 'terraform' | 'markdown';
  readonly text: string;
}

/** A value that the reader is asked for. */
export interface Asked {
  readonly name: string;
  readonly description: string;
  readonly secure: boolean;
  readonly required: boolean;
}

/** The files for a set of choices, and what to know about them. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** Parameters whose value the reader still has to fill in. */
  readonly missing: readonly string[];
  /** Every value that the files or commands use; a secure one is in no file. */
  readonly parameters: readonly Asked[];
  /** What to know and to check first. */
  readonly before: readonly string[];
  /** The stages in order, for the commands of each format. */
  readonly stages: Readonly<Partial<Record<Format, readonly Stage[]>>>;
}

/** The template of a scenario, where Resource Manager can do it. */
export function templateOf(choices: Choices): Template | null {
  const { service, scenario, store } = choices;
  switch (scenario) {
    case 'grant':
      return store === 'vault' ? grantTemplate(service, choices, serviceTemplates[service].principals(choices)) : null;
    case 'activate':
      return complete(service, activateTemplate(choices));
    case 'redeploy':
      return redeployTemplate(choices);
    default:
      return null;
  }
}

const json = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** The values that go into a parameters file: all that have no default, and those that were given. */
function filled(service: Choices['service'], parameters: Readonly<Record<string, Parameter>>, values: TemplateValues) {
  const resolve = new Resolver(service, values);
  const result: Record<string, Value> = {};
  for (const [name, { secure, default: otherwise }] of Object.entries(parameters)) {
    const given = isParameterName(name) && values[name];
    if (!secure && (otherwise === undefined || given)) result[name] = resolve.typed(name);
  }
  return result;
}

/** Terraform has no defaults that a deployment knows by itself, so it asks for more. */
function terraformFilled(
  service: Choices['service'],
  parameters: Readonly<Record<string, Parameter>>,
  values: TemplateValues,
) {
  const resolve = new Resolver(service, values);
  const known = filled(service, parameters, values);
  const asked = Object.entries(parameters).filter(
    ([name, { default: otherwise }]) => name in known || isContext(otherwise),
  );
  return {
    subscriptionId: resolve.text('subscriptionId'),
    resourceGroupName: resolve.text('resourceGroup'),
    ...Object.fromEntries(asked.map(([name]) => [name, known[name] ?? resolve.typed(name)])),
  };
}

const isContext = (value: Value | undefined): boolean =>
  typeof value === 'object' && 'kind' in value && value.kind === 'context';

function templateFiles(
  { service }: Choices,
  template: Template,
  values: TemplateValues,
  existing = false,
): GeneratedFile[] {
  const { parameters } = template;
  const given = filled(service, parameters, values);
  const secrets = Object.keys(parameters).filter((name) => parameters[name]?.secure);
  return [
    { name: 'azuredeploy.json', format: 'arm', language: 'json', text: json(armTemplate(template)) },
    { name: 'azuredeploy.parameters.json', format: 'arm', language: 'json', text: json(armParameters(given)) },
    ...bicepFiles(template).map(
      ({ name, text }): GeneratedFile => ({ name, format: 'bicep', language: 'bicep', text }),
    ),
    { name: 'main.bicepparam', format: 'bicep', language: 'bicep', text: bicepParameters(given, secrets) },
    { name: 'main.tf', format: 'terraform', language: 'terraform', text: terraform(template, existing) },
    {
      name: 'terraform.tfvars',
      format: 'terraform',
      language: 'terraform',
      text: terraformValues(terraformFilled(service, parameters, values)),
    },
  ];
}

/** The files of an update: the body of the call, and the same for Terraform. */
function updateFiles(choices: Choices, values: TemplateValues): GeneratedFile[] {
  const update = updateOf(choices);
  if (!update) return [];
  const parameters = declarations(choices.service, used([...update.names, update.body]));
  const resolve = new Resolver(choices.service, values);
  const body: GeneratedFile = {
    name: 'patch.json',
    format: 'rest',
    language: 'json',
    text: json(resolve.json(update.body)),
  };
  return [
    ...(update.method === 'PATCH' ? [body] : []),
    { name: 'main.tf', format: 'terraform', language: 'terraform', text: terraformUpdates([update], parameters) },
    {
      name: 'terraform.tfvars',
      format: 'terraform',
      language: 'terraform',
      text: terraformValues(terraformFilled(choices.service, parameters, values)),
    },
  ];
}

/** The files of a resource that was pasted: those of its update, and all of it as a template. */
function importedFiles(choices: Choices, template: Template, values: TemplateValues): GeneratedFile[] {
  const all = templateFiles(choices, template, values, true);
  const patched = updateFiles(choices, values);
  if (serviceScenarios[choices.service].method === 'PUT') return all;
  return [...patched, ...all.filter(({ format }) => format !== 'terraform')];
}

/** Values that commands use beside the template. */
function commandNames(choices: Choices): string[] {
  const { scenario, store, service } = choices;
  const group = ['subscriptionId', 'resourceGroup'];
  if (scenario === 'grant') {
    return store === 'vault'
      ? ['vaultResourceGroup']
      : ['hsmName', 'keyName', ...serviceTemplates[service].principals(choices)];
  }
  if (scenario === 'redeploy' && store === 'managed-hsm') {
    const { applications } = serviceTemplates[service];
    const beforehand = choices.identity === 'user-assigned' && serviceScenarios[service].identities.length > 0;
    return [...group, ...(applications?.(choices) ?? []), ...(beforehand ? ['principalId'] : [])];
  }
  if (scenario !== 'rotate') return group;
  const rotated = [...group, store === 'vault' ? 'vaultName' : 'hsmName', 'keyName'];
  return service === 'synapse' ? [...rotated, 'workspaceName', 'temporaryKeyName', 'workspaceKeyName'] : rotated;
}

function asked(choices: Choices, template: Template | null): Asked[] {
  const update = updateOf(choices);
  const inTemplate = Object.keys(template?.parameters ?? {});
  const inUpdate = update ? used([...update.names, update.body]) : [];
  const databricks =
    choices.service === 'databricks' && choices.scenario !== 'redeploy' && choices.scenario !== 'grant';
  const names = new Set([
    ...inTemplate,
    ...inUpdate,
    ...(databricks ? ['workspaceName'] : []),
    ...commandNames(choices),
  ]);
  return [...names].filter(isParameterName).map((name) => {
    const { description, secure = false, default: fixed, otherwise } = parameterOf(choices.service, name);
    return { name, description, secure, required: !secure && fixed === undefined && otherwise === undefined };
  });
}

const formatNames: Readonly<Record<Format, string>> = {
  arm: 'With the ARM template',
  bicep: 'With Bicep',
  terraform: 'With Terraform',
  rest: 'Stages',
};

/**
 * Makes the files for a set of choices; values go into the parameters files, the commands and the bodies of calls.
 *
 * @param values parameter values by name; one that is missing gets a placeholder in angle brackets
 * @param imported a pasted resource with its key, from `importTemplate`; for a repair or a rotation
 * @throws Error when Azure cannot do what was chosen; ask `refusal` first
 * @example generate(defaultChoices, { vaultName: 'kv-contoso' }).missing // ['principalId', 'vaultResourceGroup']
 */
export function generate(choices: Choices, values: TemplateValues = {}, imported: Template | null = null): Generated {
  const refused = refusal(choices);
  if (refused) throw new Error(refused);
  const template = imported ?? templateOf(choices);
  const files = imported
    ? importedFiles(choices, imported, values)
    : template
      ? templateFiles(choices, template, values)
      : updateFiles(choices, values);
  const parameters = asked(choices, template);
  const missing = parameters
    .filter(({ name, required }) => required && name !== 'keyGranted' && !(isParameterName(name) && values[name]))
    .map(({ name }) => name);
  const formats = (['rest', 'arm', 'bicep', 'terraform'] as const).filter(
    (format) => files.some((file) => file.format === format) || (format === 'rest' && !template),
  );
  const stages = Object.fromEntries(
    formats.map(
      (format) => [format, stagesOf({ choices, values, template, imported: imported !== null, format })] as const,
    ),
  );
  const before = choices.scenario === 'redeploy' ? (serviceTemplates[choices.service].before?.(choices) ?? []) : [];
  const told = Object.fromEntries(Object.entries(stages).map(([format, all]) => [formatNames[format as Format], all]));
  return {
    files: [
      ...files,
      { name: 'README.md', format: 'guide', language: 'markdown', text: readme(choices, told, before, missing) },
    ],
    missing,
    parameters,
    before,
    stages,
  };
}
