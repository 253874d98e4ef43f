import { isExpression, type Parameter } from '../model.ts';
import { quoteHcl, snake } from './hcl.ts';
import { type Root, Writer } from './writer.ts';

const types: Readonly<Record<Parameter['type'], string>> = {
  string: 'string',
  object: 'map(string)',
  bool: 'bool',
  int: 'number',
  array: 'list(string)',
};

function variableBlock(name: string, { type, description, secure, allowed, default: otherwise }: Parameter): string {
  const literal = otherwise === undefined || isExpression(otherwise) ? null : otherwise;
  const writer = new Writer(
    { template: { parameters: {}, resources: [] }, prefix: '', subscription: '', group: '', arguments: null },
    { client: false, suffix: false },
  );
  return [
    `variable "${snake(name)}" {\n  description = ${quoteHcl(description)}\n  type        = ${types[type]}\n`,
    literal === null ? '' : `  default     = ${writer.value(literal, '  ')}\n`,
    secure ? '  sensitive   = true\n  ephemeral   = true\n' : '',
    allowed
      ? `  validation {\n    condition     = contains([${allowed.map(quoteHcl).join(', ')}], var.${snake(name)})\n    error_message = ${quoteHcl(`${snake(name)} is one of ${allowed.join(', ')}.`)}\n  }\n`
      : '',
    '}\n',
  ].join('');
}

/** Parameters that Terraform needs and a deployment knows by itself. */
const place: Readonly<Record<string, Parameter>> = {
  subscriptionId: { type: 'string', description: 'Subscription to deploy to.' },
  resourceGroupName: { type: 'string', description: 'Resource group to deploy to; it exists.' },
};
const suffix: Parameter = {
  type: 'string',
  description: 'What follows the name of a vault in its address: .vault.azure.net except in national clouds.',
  default: '.vault.azure.net',
};

/** A whole document: provider, variables, and what uses them. */
export function document(
  parameters: Readonly<Record<string, Parameter>>,
  blocks: readonly string[],
  outputs: readonly string[],
  root: Root,
  existing = false,
): string {
  const secret = Object.values(parameters).some(({ secure }) => secure);
  const all = { ...place, ...parameters, ...(root.suffix && { keyVaultSuffix: suffix }) };
  return [
    `terraform {\n  required_version = ">= ${secret ? '1.11' : existing ? '1.6' : '1.3'}"\n  required_providers {\n    azapi = {\n      source  = "Azure/azapi"\n      version = "~> 2.5"\n    }\n  }\n}\n`,
    'provider "azapi" {\n  subscription_id = var.subscription_id\n}\n',
    ...Object.entries(all).map(([name, parameter]) => variableBlock(name, parameter)),
    ...(root.client ? ['data "azapi_client_config" "current" {}\n'] : []),
    ...blocks,
    ...outputs,
  ].join('\n');
}

/** Where a document deploys to, if nothing else is said. */
export const home = {
  prefix: '',
  subscription: 'var.subscription_id',
  group: 'var.resource_group_name',
  arguments: null,
};
