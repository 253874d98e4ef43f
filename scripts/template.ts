import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { namingRules } from '../src/knowledge/naming.ts';
import { combinationName, combinations } from '../src/templates/choices.ts';
import { generate } from '../src/templates/generate.ts';

const usage = `npm run --silent template -- --list       prints the combinations, a line of JSON each
npm run --silent template -- --out DIR    writes every combination into a folder of its own`;

const subscription = `/subscriptions/${namingRules.subscriptionId.example}/resourceGroups/${namingRules.resourceGroup.example}`;

/** Values that look like those of a reader, so that the files can be tried as they are. */
const examples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(namingRules).map(([name, { example }]) => [name, example])),
  dataLakeAccountUrl: 'https://contosolake.dfs.core.windows.net',
  dataLakeResourceId: `${subscription}/providers/Microsoft.Storage/storageAccounts/contosolake`,
  fileSystem: 'workspace',
  sqlAdministratorLogin: 'sqladminuser',
  vaultResourceGroup: 'rg-keys',
  userAssignedIdentityId: `${subscription}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso`,
};

function options() {
  try {
    return parseArgs({ options: { out: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } } })
      .values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(2);
  }
}

const { out, list, help } = options();
if (list) {
  for (const choices of combinations()) console.log(JSON.stringify({ name: combinationName(choices), ...choices }));
} else if (out) {
  try {
    for (const choices of combinations()) {
      const folder = join(out, combinationName(choices));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'combination.json'), `${JSON.stringify(choices, null, 2)}\n`);
      for (const { name, text } of generate(choices, examples).files) writeFileSync(join(folder, name), text);
    }
  } catch (error) {
    console.error(`The files cannot be written to ${out}: ${error instanceof Error ? error.message : error}.`);
    process.exit(1);
  }
  console.log(`${combinations().length} combinations written to ${out}`);
} else if (help) {
  console.log(usage);
} else {
  console.error(`Say what to do.\n${usage}`);
  process.exit(2);
}
