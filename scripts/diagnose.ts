import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diagnose } from '../src/diagnosis/diagnose.ts';

const usage = `npm run --silent diagnose < error.txt             prints the causes of one error text as a line of JSON
npm run --silent diagnose -- --jsonl < errors.jsonl   reads {"id","text"} a line and prints a line for each`;

function options() {
  try {
    return parseArgs({ options: { jsonl: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(2);
  }
}

/** What is printed of a diagnosis: values without their places. */
function answer(text: string) {
  const { causes, refusedBy, service, entities } = diagnose(text);
  return {
    causes: causes.map(({ id, confidence, evidence }) => ({
      id,
      confidence,
      evidence: evidence.map((piece) => ({ text: piece.text })),
    })),
    refusedBy,
    service,
    entities: Object.fromEntries(Object.entries(entities).map(([name, { value }]) => [name, value])),
  };
}

/** Reads a line as `{"id","text"}`; null when it is something else. */
function parseLine(line: string): { id: unknown; text: string } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      return null;
    return { id: 'id' in value ? value.id : null, text: value.text };
  } catch {
    return null;
  }
}

const { jsonl, help } = options();
if (help) {
  console.log(usage);
} else if (process.stdin.isTTY) {
  console.error('Nothing was piped in: pass an error text on standard input, as in `npm run diagnose < error.txt`.');
  process.exitCode = 1;
} else {
  const input = readFileSync(0, 'utf8');
  if (jsonl) {
    for (const [index, line] of input.split(/\r?\n/).entries()) {
      if (line.trim() === '') continue;
      const parsed = parseLine(line);
      if (parsed) console.log(JSON.stringify({ id: parsed.id, ...answer(parsed.text) }));
      else {
        console.error(`Line ${index + 1} is not a JSON object with a "text": it was left out.`);
        process.exitCode = 1;
      }
    }
  } else {
    console.log(JSON.stringify(answer(input)));
  }
}
