import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { bicepFolder, bicepPackage, findBicep } from './find-bicep.ts';

/** Without the compiler everything else still works, so nothing here fails. */
function say(sentence: string): never {
  console.log(sentence);
  return process.exit(0);
}

const known = findBicep();
if (known) say(`Bicep is at ${known}.`);
if (process.platform !== 'linux' || process.arch !== 'x64') {
  say('Bicep is fetched on Linux for x64 only: install it from its own page and set BICEP_PATH.');
}
const { name, version } = bicepPackage;
const { status, error } = spawnSync('dotnet', ['package', 'download', `${name}@${version}`, '--output', bicepFolder], {
  stdio: ['ignore', 'ignore', 'ignore'],
  timeout: 300_000,
});
const fetched = findBicep();
if (status !== 0 || !fetched) {
  say(
    `Bicep ${version} was not fetched (${error?.message ?? `dotnet ended with ${status}`}): the Bicep files are not compiled.`,
  );
}
chmodSync(fetched, 0o755);
say(`Bicep ${version} is at ${fetched}.`);
