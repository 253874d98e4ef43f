import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The package that brings the Bicep compiler for Linux, and the version that templates are checked with. */
export const bicepPackage = { name: 'Azure.Bicep.CommandLine.linux-x64', version: '0.49.2' } as const;

/** The folder that `npm run get:bicep` fills; Git does not see it. */
export const bicepFolder = join(import.meta.dirname, '..', '.bicep');

/**
 * Finds a Bicep compiler: `BICEP_PATH`, the one that `npm run get:bicep` fetched, or one on the PATH.
 *
 * @returns its path, or undefined where there is none
 */
export function findBicep(): string | undefined {
  const { name, version } = bicepPackage;
  const fetched = join(bicepFolder, name.toLowerCase(), version, 'tools', 'bicep');
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'bicep'));
  return [process.env.BICEP_PATH ?? '', fetched, ...onPath].find((path) => path !== '' && existsSync(path));
}
