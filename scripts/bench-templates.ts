import { performance } from 'node:perf_hooks';
import { type ParameterName, parameterOf, templateParameters } from '../src/knowledge/template-parameters.ts';
import { type Choices, combinationName, combinations } from '../src/templates/choices.ts';
import { explain } from '../src/templates/explain.ts';
import { generate, type TemplateValues } from '../src/templates/generate.ts';
import { importTemplate, readResource } from '../src/templates/import/import.ts';
import { viewOf } from '../src/templates/view.ts';
import { sampleResources } from './sample-resources.ts';

/** What a page may take for a key press, in milliseconds. */
const goal = 5;
const rounds = 20;

const examples = ({ service }: Choices): TemplateValues =>
  Object.fromEntries(
    (Object.keys(templateParameters) as ParameterName[])
      .filter((name) => name !== 'keyGranted' && !parameterOf(service, name).secure)
      .map((name) => [name, parameterOf(service, name).example]),
  );

/** The median time of a call in milliseconds, after it has run warm. */
function median(run: () => void): number {
  for (let round = 0; round < 3; round++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

function report(what: string, times: readonly (readonly [string, number])[]): void {
  const sorted = [...times].sort(([, a], [, b]) => a - b);
  const [slowest, worst = 0] = sorted.at(-1) ?? [];
  const middle = sorted[Math.floor(sorted.length / 2)]?.[1] ?? 0;
  const over = sorted.filter(([, time]) => time > goal).length;
  console.log(
    `${what}: median ${middle.toFixed(2)} ms, slowest ${worst.toFixed(2)} ms (${slowest}), ${over} of ${sorted.length} over ${goal} ms`,
  );
}

const all = combinations();
const first = all[0];
if (first) {
  const start = performance.now();
  generate(first, examples(first));
  console.log(`first files, cold: ${(performance.now() - start).toFixed(2)} ms`);
}
report(
  'all files of a combination in all formats',
  all.map((choices) => [combinationName(choices), median(() => generate(choices, examples(choices)))] as const),
);
report(
  'the whole view of the page',
  all.map((choices) => [combinationName(choices), median(() => viewOf(choices, examples(choices)))] as const),
);
report(
  'explaining every line of every file',
  all.map((choices) => {
    const { files } = generate(choices, examples(choices));
    return [combinationName(choices), median(() => files.map(({ text }) => explain(text)))] as const;
  }),
);
report(
  'reading a pasted resource and writing it with its key',
  Object.entries(sampleResources).map(([name, resource]) => {
    const text = JSON.stringify(resource, null, 2);
    return [
      name,
      median(() => {
        const read = readResource(text);
        if ('problem' in read) throw new Error(read.problem);
        generate(read.choices, read.values, importTemplate(read, read.choices, read.values).template);
      }),
    ] as const;
  }),
);
