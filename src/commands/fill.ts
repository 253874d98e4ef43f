import { type NamingRule, namingRules, type ValueName, type Values } from '../knowledge/naming.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';
import type { Shell, Step } from '../knowledge/step.ts';
import { powershellName, variables } from '../knowledge/variables.ts';
import { literalBash, literalPowerShell } from './quote.ts';

const names = Object.keys(variables) as ValueName[];

/** The rule for a value; the name of a workspace has another one with each service. */
export function ruleOf(name: ValueName, service: ServiceId | null): NamingRule {
  return service && name === 'workspaceName' ? services[service].naming : namingRules[name];
}

/** The value if it keeps its rule, or the placeholder that stands for it until the reader fills it in. */
export function valueOr(values: Values, name: ValueName, service: ServiceId | null = null): string {
  const value = values[name];
  const { pattern, label } = ruleOf(name, service);
  return value !== undefined && pattern.test(value) ? value : `<${label}>`;
}

/** How a variable is written in a language, without braces. */
const written = (shell: Shell, name: ValueName): string =>
  `$${shell === 'PowerShell' ? powershellName(name) : variables[name]}`;

/** Whether a command reads a variable that it does not set itself. */
function reads(command: string, shell: Shell, name: ValueName): boolean {
  const word = written(shell, name).slice(1);
  const sets = new RegExp(shell === 'PowerShell' ? `^\\s*\\$${word}\\s*=` : `^\\s*${word}=`, 'm');
  return new RegExp(`\\$\\{?${word}\\b`).test(command) && !sets.test(command);
}

/** The values that a command reads. */
export function valuesIn(command: string, shell: Shell): readonly ValueName[] {
  return names.filter((name) => reads(command, shell, name));
}

/** The values that a command needs from the reader. A resource id is asked for by the names that it is made of. */
function needs(command: string, shell: Shell, service: ServiceId | null, values: Values): ReadonlySet<ValueName> {
  const used = new Set(valuesIn(command, shell));
  if (used.has('resourceId') && service !== null && valueOr(values, 'resourceId').startsWith('<'))
    for (const name of ['subscriptionId', 'resourceGroup', ...services[service].resourceId.names] as const)
      used.add(name);
  return used;
}

/**
 * The language in which a step is shown to a reader who chose one: that one, or another where the step lacks it.
 *
 * @example shownIn({ az: 'az account show' }, 'REST') // 'az'
 */
export const shownIn = (commands: Step['commands'] = {}, chosen: Shell): Shell | undefined =>
  ([chosen, 'az', 'PowerShell'] as const).find((shell) => commands[shell] !== undefined);

/**
 * The values that steps ask of the reader, in the order of the variables. REST calls name more of them than commands.
 *
 * @param chosen the language in which the reader sees the steps
 * @example valuesAsked([step], 'synapse') // ['vaultName', 'principalId']
 */
export function valuesAsked(
  steps: readonly Step[],
  service: ServiceId | null,
  chosen: Shell = 'az',
): readonly ValueName[] {
  const shows = (commands: Step['commands'], shell: Shell): boolean =>
    chosen === 'REST' ? shell === shownIn(commands, chosen) : shell !== 'REST';
  const asked = new Set(
    steps.flatMap(({ commands = {} }) =>
      (Object.entries(commands) as [Shell, string][])
        .filter(([shell]) => shows(commands, shell))
        .flatMap(([shell, command]) => [...needs(command, shell, service, {})]),
    ),
  );
  if (service !== null) asked.delete('resourceId');
  return names.filter((name) => asked.has(name));
}

/** The path of a resource id, from the variables that name the resource. */
function resourcePath(service: ServiceId, variable: (name: ValueName) => string): string {
  const { type, names: nameValues } = services[service].resourceId;
  const [provider = '', ...types] = type.split('/');
  const pairs = types.map((part, index) => `${part}/${variable(nameValues[index] ?? 'workspaceName')}`);
  return `/subscriptions/${variable('subscriptionId')}/resourceGroups/${variable('resourceGroup')}/providers/${provider}/${pairs.join('/')}`;
}

/**
 * A command that runs as it stands: first the variables that it reads, each set to the reader's value or to a
 * placeholder, then the command. Values that break their rule are left out. Commands that only read say so.
 *
 * @param service builds the resource id of the reader's resource from its names; null when it is not known
 * @example fill('az', 'az keyvault show --name "$VAULT"', { vaultName: 'kv-prod' }, 'synapse', true)
 * // "# reads only\nVAULT=kv-prod\naz keyvault show --name \"$VAULT\""
 */
export function fill(
  shell: Shell,
  command: string,
  values: Values,
  service: ServiceId | null,
  readsOnly: boolean,
): string {
  if (shell === 'KQL') return command;
  const used = new Set(needs(command, shell, service, values));
  const compose = used.has('resourceId') && service !== null && valueOr(values, 'resourceId').startsWith('<');
  if (shell === 'REST') {
    const value = (name: ValueName): string => valueOr(values, name, service).replace(/^<(.*)>$/, '{$1}');
    const path = service !== null && compose ? resourcePath(service, value) : value('resourceId');
    return names.reduce(
      (text, name) =>
        text.replaceAll(new RegExp(`\\$${variables[name]}\\b`, 'g'), () =>
          name === 'resourceId' ? path : value(name),
        ),
      command,
    );
  }
  if (compose) used.delete('resourceId');
  const assign = (name: ValueName, quoted: string): string =>
    shell === 'PowerShell' ? `${written(shell, name)} = ${quoted}` : `${variables[name]}=${quoted}`;
  const quote = shell === 'PowerShell' ? literalPowerShell : literalBash;
  const lines = names
    .filter((name) => used.has(name))
    .map((name) => assign(name, quote(valueOr(values, name, service))));
  if (compose) lines.push(assign('resourceId', `"${resourcePath(service, (name) => written(shell, name))}"`));
  return [...(readsOnly ? ['# reads only'] : []), ...lines, command].join('\n');
}
