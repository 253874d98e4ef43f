import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answers, crossValidated, type Figures, figures, isotonic, type Labelled } from '../src/diagnosis/measure.ts';
import { signals } from '../src/knowledge/signals/index.ts';

const usage = `npm run accuracy                     how right the decoder is on the set that its rules were built on
npm run accuracy -- other.jsonl      the same for another set: lines with "id", "text", "accept"
npm run accuracy -- --write          also writes src/knowledge/accuracy.json for the page /about/accuracy/`;
const ownSet = fileURLToPath(new URL('../../shared/errors/real-errors.jsonl', import.meta.url));
const page = fileURLToPath(new URL('../src/knowledge/accuracy.json', import.meta.url));

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' }, help: { type: 'boolean' } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(2);
  }
}

function percent(part: number | null): string {
  return part === null ? '–' : `${(part * 100).toFixed(1)} %`;
}

function print(title: string, { texts, right, confident, confidentRight, notEnough, causes, confusions }: Figures) {
  console.log(`\n${title}`);
  console.log(`  first cause right        ${right} of ${texts} (${percent(right / texts)})`);
  console.log(`  right at 0.8 and above   ${confidentRight} of ${confident} (${percent(confidentRight / confident)})`);
  console.log(`  confidently wrong        ${confident - confidentRight} of ${texts}`);
  console.log(`  not enough to tell       ${notEnough} of ${texts}`);
  console.log(`\n  ${'cause'.padEnd(36)}answered  precision  wanted  recall     not enough`);
  for (const one of causes) {
    console.log(
      `  ${one.cause.padEnd(36)}${String(one.answered).padEnd(10)}${percent(one.precision).padEnd(11)}${String(one.wanted).padEnd(8)}${percent(one.recall).padEnd(11)}${one.notEnough}`,
    );
  }
  console.log(`\n  confused pairs${confusions.length === 0 ? ': none' : ''}`);
  for (const { answered, wanted, ids } of confusions) {
    console.log(`  ${answered} for ${wanted.join(' or ')}: ${ids.length} (${ids.join(', ')})`);
  }
}

const { values, positionals } = options();
const path = positionals[0] ?? ownSet;
if (values.help) {
  console.log(usage);
} else if (!existsSync(path)) {
  console.error(`There is no ${path}. Name a file whose lines hold "id", "text" and "accept".\n${usage}`);
  process.exitCode = 1;
} else {
  const set = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Labelled);
  const all = figures(answers(set));
  const cross = crossValidated(set);
  const folded = figures(cross);
  print(`${set.length} texts, all ${signals.length} signals`, all);
  print(`${set.length} texts, without the signals that only texts of the same fold speak for (5 folds)`, folded);
  console.log('\nScores of the second kind of answers, pooled until the share of right ones rises');
  for (const { from, answers: count, right } of isotonic(cross)) {
    console.log(`  from ${from.toFixed(3)}   ${right} of ${count} right (${percent(right / count)})`);
  }
  if (values.write) {
    const written = { measured: new Date().toISOString().slice(0, 10), signals: signals.length, all, folded };
    writeFileSync(page, `${JSON.stringify(written, null, 2)}\n`);
    console.log(`\nWritten to ${page}. Let npm run format lay it out.`);
  }
}
