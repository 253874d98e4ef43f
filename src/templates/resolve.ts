import type { ServiceId } from '../knowledge/services/index.ts';
import { parameterOf } from '../knowledge/template-parameters.ts';
import { type Expression, isExpression, isKeyed, isList, type Structure, type Value } from './model.ts';
import { isParameterName, placeholder, type TemplateValues } from './parameters.ts';

type Json = string | number | boolean | Json[] | { [name: string]: Json };

/** Puts values where parameters stand, for a body that is sent as it is; what is not known stays a placeholder. */
export class Resolver {
  readonly #service: ServiceId;
  readonly #values: TemplateValues;

  constructor(service: ServiceId, values: TemplateValues) {
    this.#service = service;
    this.#values = values;
  }

  /** The value of a parameter, its default, or a placeholder. */
  text(name: string): string {
    const given: string | undefined = isParameterName(name) ? this.#values[name] : undefined;
    if (given) return given;
    const fixed = isParameterName(name) ? parameterOf(this.#service, name).default : undefined;
    return fixed === undefined || typeof fixed === 'object' ? placeholder(name) : String(fixed);
  }

  /** A parameter as JSON, where a number is a number. */
  typed(name: string): Json {
    const text = this.text(name);
    const type = isParameterName(name) ? parameterOf(this.#service, name).type : 'string';
    if (type === 'int' && /^\d+$/.test(text)) return Number(text);
    if (type === 'bool') return text === 'true';
    return type === 'object' ? {} : text;
  }

  json(value: Value): Json {
    if (typeof value !== 'object') return value;
    if (isList(value)) return value.map((item) => this.json(item));
    if (isExpression(value)) return value.kind === 'parameter' ? this.typed(value.name) : this.#expression(value);
    if (isKeyed(value)) return { [this.#expression(value.key)]: this.json(value.value) };
    return Object.fromEntries(Object.entries(value as Structure).map(([name, item]) => [name, this.json(item)]));
  }

  #expression(expression: Expression): string {
    switch (expression.kind) {
      case 'parameter':
        return this.text(expression.name);
      case 'text':
        return expression.parts.map((part) => (typeof part === 'string' ? part : this.#expression(part))).join('');
      case 'context':
        return expression.name === 'keyVaultSuffix' ? '.vault.azure.net' : this.text(expression.name);
      default:
        throw new TypeError(`${expression.kind} has no value before a deployment.`);
    }
  }

  /** The resource id of a resource, from its type and the parameters that name it and its parents. */
  id(type: string, names: readonly string[]): string {
    const [provider, ...types] = type.split('/');
    const path = types.map((segment, index) => `/${segment}/${segmentOf(this.text(names[index] ?? ''))}`).join('');
    const group = `/subscriptions/${segmentOf(this.text('subscriptionId'))}/resourceGroups/${segmentOf(this.text('resourceGroup'))}`;
    return `${group}/providers/${provider}${path}`;
  }
}

/** A name as a part of a path; a placeholder stays readable. */
const segmentOf = (name: string): string => (/^<[a-z ]+>$/.test(name) ? name : encodeURIComponent(name.toWellFormed()));
