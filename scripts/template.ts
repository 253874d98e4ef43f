import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ParameterName, parameterOf, templateParameters } from '../src/knowledge/template-parameters.ts';
import { type Choices, combinationName, combinations } from '../src/templates/choices.ts';
import { generate, type TemplateValues } from '../src/templates/generate.ts';
import { importTemplate, readResource } from '../src/templates/import/import.ts';
import { sampleResources } from './sample-resources.ts';

const usage = `npm run --silent template -- --list       prints the combinations, a line of JSON each
npm run --silent template -- --out DIR    writes every combination into a folder of its own`;

/** Values that look like those of a reader, so that the files can be tried as they are. */
function examples({ service }: Choices): TemplateValues {
  const names = Object.keys(templateParameters) as ParameterName[];
  const asked = names.filter((name) => parameterOf(service, name).default === undefined && name !== 'keyGranted');
  return Object.fromEntries(
    asked
      .map((name) => [name, parameterOf(service, name)] as const)
      .filter(([, { secure }]) => !secure)
      .map(([name, { example }]) => [name, example]),
  );
}

/** The resource that a repair starts from, where the service takes nothing but all of it. */
function sampleFor({ service, scenario, variant }: Choices): object | undefined {
  return scenario === 'repair' || scenario === 'rotate'
    ? (sampleResources[service] ?? sampleResources[variant])
    : undefined;
}

function filesOf(choices: Choices, sample: object | undefined) {
  const values = examples(choices);
  const read = sample && readResource(JSON.stringify(sample));
  const imported = read && !('problem' in read) ? importTemplate(read, choices, values).template : null;
  return generate(choices, values, imported).files;
}

function fail(sentence: string, code: number): never {
  console.error(sentence);
  return process.exit(code);
}

function options() {
  try {
    return parseArgs({ options: { out: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } } })
      .values;
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    return fail(`${first?.replace(/\.$/, '')}; --help shows what there is.`, 2);
  }
}

function writeAll(out: string): void {
  for (const choices of combinations()) {
    const folder = join(out, combinationName(choices));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'combination.json'), `${JSON.stringify(choices, null, 2)}\n`);
    const sample = sampleFor(choices);
    if (sample) writeFileSync(join(folder, 'resource.json'), `${JSON.stringify(sample, null, 2)}\n`);
    for (const { name, text } of filesOf(choices, sample)) writeFileSync(join(folder, name), text);
  }
}

const { out, list, help } = options();
if (help) {
  console.log(usage);
} else if (list && out !== undefined) {
  fail('Choose one of --list and --out DIR.', 2);
} else if (list) {
  for (const choices of combinations()) console.log(JSON.stringify({ name: combinationName(choices), ...choices }));
} else if (out) {
  try {
    writeAll(out);
  } catch (error) {
    fail(`The files cannot be written to ${out}: ${error instanceof Error ? error.message : error}.`, 1);
  }
  console.log(`${combinations().length} combinations written to ${out}`);
} else {
  fail('Give --list or --out DIR; --help says what they do.', 2);
}
