import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import { serviceIds, services } from '../knowledge/services/index.ts';
import { type Source, type SourceId, sources } from '../knowledge/sources.ts';
import { type ParameterName, parameterOf, valueProblem } from '../knowledge/template-parameters.ts';
import { axesOf, axisLabels, type Choices, type Option, options, scenarios } from './choices.ts';
import { variantLabel } from './fragment.ts';
import { type Format, type GeneratedFile, generate, type Stage, type TemplateValues } from './generate.ts';
import type { Template } from './model.ts';
import { isParameterName } from './parameters.ts';
import { resourceType } from './redeploy.ts';

export { changedLines } from './changed-lines.ts';
export { defaultChoices } from './choices.ts';
export { explain } from './explain.ts';
export { choose, isOtherVersion, readFragment, writeFragment } from './fragment.ts';

/** A choice on the page. */
export interface SelectView {
  readonly name: keyof Choices;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** A field on the page. */
export interface FieldView {
  readonly name: ParameterName;
  readonly label: string;
  readonly description: string;
  readonly example: string;
  readonly allowed: readonly string[];
  readonly fallback: string;
  readonly required: boolean;
  /** Why the value does not fit, in a sentence. */
  readonly problem: string | null;
}

/** A stage with its source spelt out. */
export interface StageView extends Omit<Stage, 'source'> {
  readonly source?: Source;
}

/** What a new resource means for the old one. */
export interface Aftermath {
  readonly regrant: readonly string[];
  readonly lost: readonly string[];
  readonly survives: readonly string[];
  readonly source: Source;
}

/** Everything that the page shows for a set of choices and values. */
export interface View {
  readonly choices: Choices;
  readonly summary: string;
  readonly selects: readonly SelectView[];
  readonly fields: readonly FieldView[];
  readonly files: readonly GeneratedFile[];
  readonly missing: readonly string[];
  readonly before: readonly string[];
  /** The formats that there are, in the order of their tabs. */
  readonly formats: readonly Format[];
  readonly stages: Readonly<Partial<Record<Format, readonly StageView[]>>>;
  readonly aftermath: Aftermath | null;
  /** The type that the body of a call belongs to. */
  readonly type: string;
}

/**
 * The values that satisfy their rules: the others stay in their fields, and out of every file and command.
 *
 * @param values by name; another page may have left some that no template has
 */
export const valid = ({ service }: Choices, values: Readonly<Record<string, string | undefined>>): TemplateValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value && isParameterName(name) && valueProblem(service, name, value) === null,
    ),
  );

function selectsOf(choices: Choices): SelectView[] {
  const every = serviceIds.map((id): Option => ({ value: id, label: services[id].name, refused: null }));
  return [
    { name: 'service', label: 'Service', value: choices.service, options: every },
    { name: 'scenario', label: 'Scenario', value: choices.scenario, options: options(choices, 'scenario') },
    ...axesOf(choices).map(
      (axis): SelectView => ({
        name: axis,
        label: axis === 'variant' ? variantLabel(choices.service) : axisLabels[axis],
        value: choices[axis],
        options: options(choices, axis),
      }),
    ),
  ];
}

/** Set in the file itself, where they stay. */
const inFile: ReadonlySet<string> = new Set(['tags', 'keyGranted']);

const sourceOf = (source: SourceId | undefined): { source?: Source } => (source ? { source: sources[source] } : {});

/**
 * Makes everything that the page shows; pure, and quick enough for every key press.
 *
 * @param values what stands in the fields, checked or not
 * @param imported a pasted resource with its key
 */
export function viewOf(choices: Choices, values: TemplateValues, imported: Template | null = null): View {
  const { service, scenario } = choices;
  const made = generate(choices, valid(choices, values), imported);
  const { regrant, lost, survives, lostSource } = serviceScenarios[service];
  const asked = made.parameters.filter(({ name, secure }) => !secure && !inFile.has(name));
  return {
    choices,
    summary: scenarios[scenario].summary,
    selects: selectsOf(choices),
    fields: asked.map(({ name: given, required }): FieldView => {
      const name = given as ParameterName;
      const { label, description, example, allowed = [], default: fallback = '' } = parameterOf(service, name);
      const value = values[name] ?? '';
      const problem = value === '' ? null : valueProblem(service, name, value);
      return { name, label, description, example, allowed, fallback: String(fallback), required, problem };
    }),
    files: made.files,
    missing: made.missing,
    before: made.before,
    formats: Object.keys(made.stages) as Format[],
    stages: Object.fromEntries(
      Object.entries(made.stages).map(([format, all]) => [
        format,
        all.map(({ source, ...stage }): StageView => ({ ...stage, ...sourceOf(source) })),
      ]),
    ),
    aftermath: scenario === 'redeploy' ? { regrant, lost, survives, source: sources[lostSource] } : null,
    type: resourceType(choices),
  };
}

/** The view that the page is built with: the texts of the first format only, so that it stays small. */
export function firstView(choices: Choices): View {
  const view = viewOf(choices, {});
  const [first] = view.files;
  const shown = view.files.map((file) => (file.format === first?.format ? file : { ...file, text: '' }));
  const stages = Object.fromEntries(Object.entries(view.stages).filter(([format]) => format === first?.format));
  return { ...view, files: shown, stages };
}
