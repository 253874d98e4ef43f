import type { ServiceId } from '../knowledge/services/index.ts';
import { type ParameterName, parameterOf, templateParameters } from '../knowledge/template-parameters.ts';
import { context, isExpression, isModule, type Parameter, type Template, type Value } from './model.ts';
import { valuesOf, walk } from './references.ts';

/** What is known for the parameters of a template, by their names; a secret has no place here. */
export type TemplateValues = Partial<Record<ParameterName, string>>;

/** Stands where the reader still has to put a value, such as `<vault name>` for vaultName. */
export const placeholder = (parameter: string): string =>
  `<${parameter.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`;

/** True for a name that the table of parameters holds. */
export const isParameterName = (name: string): name is ParameterName => Object.hasOwn(templateParameters, name);

function declare(service: ServiceId, name: string): Parameter {
  if (!isParameterName(name)) throw new TypeError(`No parameter is called ${name}.`);
  const { type, description, secure, allowed, default: fixed, otherwise } = parameterOf(service, name);
  const given: Value | undefined = otherwise ? context(otherwise) : fixed;
  return {
    type,
    description,
    ...(secure && { secure }),
    ...(allowed && { allowed }),
    ...(given !== undefined && { default: given }),
  };
}

/** Names of the parameters that values use, in the order of their first use. */
export function used(values: readonly Value[]): string[] {
  const found = new Set<string>();
  for (const value of values) {
    walk(value, (inner) => {
      if (isExpression(inner) && inner.kind === 'parameter') found.add(inner.name);
    });
  }
  return [...found];
}

/** The declarations of parameters, as a service knows them. */
export const declarations = (service: ServiceId, names: readonly string[]): Readonly<Record<string, Parameter>> =>
  Object.fromEntries(names.map((name) => [name, declare(service, name)]));

/** Completes a template with the parameters that it uses: none is missing, and none is left over. */
export function complete(service: ServiceId, template: Omit<Template, 'parameters'>): Template {
  const { variables = {}, existing = [], resources, outputs = {} } = template;
  const values = [
    ...existing.flatMap(valuesOf),
    ...resources.filter((item) => !isModule(item)).flatMap(valuesOf),
    ...Object.values(variables),
    ...resources.filter(isModule).flatMap(valuesOf),
    ...Object.values(outputs).map(({ value }) => value),
  ];
  return { parameters: declarations(service, used(values)), ...template };
}
