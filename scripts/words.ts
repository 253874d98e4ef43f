import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitWords } from '../src/diagnosis/fit.ts';
import type { Labelled } from '../src/diagnosis/measure.ts';
import { knownErrors } from '../src/knowledge/errors/index.ts';
import { documentedCodes } from '../src/knowledge/signals/codes.ts';
import { signals } from '../src/knowledge/signals/index.ts';

const usage = `npm run words -- errors.jsonl …   weighs the words of errors with known causes (lines with "text" and "accept"),
                                  and of the errors that the site knows, into src/knowledge/words.json
Leave out the set that npm run accuracy measures with: its figures would say nothing.`;
const table = fileURLToPath(new URL('../src/knowledge/words.json', import.meta.url));

const paths = process.argv.slice(2);
const absent = paths.filter((path) => !existsSync(path));
if (paths.length === 0 || absent.length > 0) {
  console.error(absent.length > 0 ? `There is no ${absent.join(', ')}.\n${usage}` : usage);
  process.exitCode = 2;
} else {
  const given = paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Labelled),
  );
  const own: Labelled[] = [
    ...knownErrors.map(({ text, cause, also = [] }) => ({ id: text, text, accept: [cause, ...also] })),
    ...signals.map(({ sample, cause, also = [] }) => ({ id: sample, text: sample, accept: [cause, ...also] })),
    ...documentedCodes.map(({ code, cause }) => ({ id: code, text: code, accept: [cause] })),
  ];
  const { causes, bias, usual, words } = fitWords([...given, ...own]);
  const lines = Object.entries(words).map(([stem, weights]) => `${JSON.stringify(stem)}:${JSON.stringify(weights)}`);
  const counted = JSON.stringify({ on: new Date().toISOString().slice(0, 10), errors: given.length });
  writeFileSync(
    table,
    `{"counted":${counted},\n"causes":${JSON.stringify(causes)},\n"bias":${JSON.stringify(bias)},\n"usual":${usual},\n"words":{\n${lines.join(',\n')}\n}}\n`,
  );
  console.log(`${lines.length} words of ${given.length} errors and ${own.length} known codes and sentences.`);
}
