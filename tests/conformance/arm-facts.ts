/** What the published types say about one property. */
export interface Fact {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Fact>>;
  readonly additionalProperties?: Fact;
  readonly items?: Fact;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly enum?: readonly string[];
  readonly open?: boolean;
  readonly pattern?: string;
}

/** Lists where a value, all of whose expressions are resolved, breaks the facts of its type. */
export function faults(value: unknown, fact: Fact, path: string): string[] {
  if (fact.readOnly) return [`${path} is read-only`];
  if (fact.type === 'any') return [];
  if (fact.type === 'array') {
    if (!Array.isArray(value)) return [`${path} is no array`];
    return value.flatMap((item, index) => (fact.items ? faults(item, fact.items, `${path}[${index}]`) : []));
  }
  if (fact.type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const known = fact.properties ?? {};
    return [
      ...Object.entries(known)
        .filter(([name, { required, readOnly }]) => required && !readOnly && !(name in value))
        .map(([name]) => `${path}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, inner]) => {
        const rule = known[name] ?? fact.additionalProperties;
        return rule ? faults(inner, rule, `${path}.${name}`) : [`${path}.${name} does not exist`];
      }),
    ];
  }
  if (typeof value !== (fact.type === 'integer' ? 'number' : fact.type)) return [`${path} is no ${fact.type}`];
  if (fact.enum && !fact.open && !fact.enum.includes(String(value)))
    return [`${path} is none of ${fact.enum.join(', ')}`];
  if (fact.pattern && !new RegExp(fact.pattern).test(String(value))) return [`${path} does not match ${fact.pattern}`];
  return [];
}
