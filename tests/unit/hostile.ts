import fc from 'fast-check';
import { type ParameterName, templateParameters } from '../../src/knowledge/template-parameters.ts';
import type { TemplateValues } from '../../src/templates/generate.ts';

/** Texts that mean something to one of the languages that values are written in. */
export const hostileTexts = [
  '$(touch /tmp/owned)',
  '`touch /tmp/owned`',
  `\${var.x}`,
  `$\${x} %{if true}`,
  `%%{x} \${{}}`,
  "'); az group delete --yes; ('",
  '"; rm -rf / #',
  "it's \u2018quoted\u2019",
  '[resourceGroup().id]',
  '[[x]]',
  "'), concat('",
  '"}}',
  '</script>',
  '__proto__',
  'constructor',
  '\u2028\u2029\u0085',
  'a\\',
  '\\u0041',
  'EOT\nEOT',
  '{{x}} {0}',
  '-rf --yes',
  '\u202Eabc',
  '🔑 ключ',
];

/** A text that somebody could paste or put into a link. */
export const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => text.toWellFormed()),
);

const typed: readonly string[] = ['int', 'bool', 'object'];

/** The parameters that hold text; the others are numbers and switches. */
export const textParameters = (Object.keys(templateParameters) as ParameterName[]).filter(
  (name) => !typed.includes(templateParameters[name].type),
);

/** A hostile text for every parameter that holds text. */
export const hostileValues: fc.Arbitrary<TemplateValues> = fc.record(
  Object.fromEntries(textParameters.map((name) => [name, hostile])),
);
