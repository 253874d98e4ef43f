import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { diagnose } from '../src/diagnosis/diagnose.ts';

const usage = `npm run --silent diagnose < error.txt                 reads a paste, prints the causes as JSON
npm run --silent diagnose -- --jsonl < errors.jsonl   reads lines {"id","text"}, prints a line each`;

function options() {
  try {
    return parseArgs({ options: { jsonl: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(2);
  }
}

function answer(paste: string) {
  const { causes, refusedBy, service, entities } = diagnose(paste);
  return {
    causes: causes.map(({ id, confidence, evidence }) => ({
      id,
      confidence,
      evidence: evidence.map(({ text: words }) => ({ text: words })),
    })),
    refusedBy,
    service,
    entities: Object.fromEntries(Object.entries(entities).map(([name, { value }]) => [name, value])),
  };
}

const { jsonl, help } = options();
if (help) {
  console.log(usage);
} else if (process.stdin.isTTY) {
  console.error(`Give the error text on standard input.\n${usage}`);
  process.exit(2);
} else if (jsonl) {
  (await text(process.stdin)).split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      const { id, text: paste } = JSON.parse(line);
      if (typeof paste !== 'string') throw new TypeError('"text" is not a string');
      console.log(JSON.stringify({ id, ...answer(paste) }));
    } catch (error) {
      console.error(`Line ${index + 1} is not {"id","text"}: ${error instanceof Error ? error.message : error}.`);
      process.exitCode = 1;
    }
  });
} else {
  console.log(JSON.stringify(answer(await text(process.stdin))));
}
