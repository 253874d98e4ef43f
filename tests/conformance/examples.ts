import { type ParameterName, parameterOf, templateParameters } from '../../src/knowledge/template-parameters.ts';
import type { Choices } from '../../src/templates/choices.ts';
import type { TemplateValues } from '../../src/templates/generate.ts';

/** Another subscription than the one that templates are deployed to. */
export const other = '44444444-4444-4444-4444-444444444444';

/** A value that Azure takes for every parameter that has no default. */
export function exampleValues({ service }: Choices): TemplateValues {
  const names = Object.keys(templateParameters) as ParameterName[];
  const values = names
    .map((name) => [name, parameterOf(service, name)] as const)
    .filter(([name, { secure, default: fixed }]) => !secure && fixed === undefined && name !== 'keyGranted')
    .map(([name, { example }]) => [name, example] as const);
  return { ...Object.fromEntries(values), vaultSubscriptionId: other };
}
