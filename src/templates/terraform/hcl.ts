const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unicode = (character: string): string => {
  const hex = character.codePointAt(0)?.toString(16) ?? '';
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
};

/** The inside of a string in HCL. A dollar or percent sign before a brace would start an expression. */
export function inside(text: string): string {
  return text
    .replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)
    .replace(/[$%](?=\{)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, unicode);
}

/**
 * Quotes a text as a string of Terraform.
 *
 * @example quoteHcl('say "${x}"') // '"say \\"\\u0024{x}\\""'
 */
export const quoteHcl = (text: string): string => `"${inside(text)}"`;

/** The name of a parameter or symbol as Terraform writes names. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name of an attribute, quoted where it has to be. */
export const attributeName = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : quoteHcl(name));

/** An expression as a part of a text; a text becomes a part of it as it is. */
export const interpolate = (expression: string): string => {
  const inner = /^"((?:[^"\\$%]|\\.|[$%](?!\{)|\$\{[^{}"]*\})*)"$/.exec(expression);
  return inner?.[1] ?? `\${${expression}}`;
};

/** Writes attributes with their equals signs below each other, as far as no value has several lines. */
export function align(attributes: readonly (readonly [string, string])[], indent: string): string[] {
  const lines: string[] = [];
  let run: (readonly [string, string])[] = [];
  const flush = () => {
    const width = Math.max(0, ...run.map(([name]) => name.length));
    lines.push(...run.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}\n`));
    run = [];
  };
  for (const attribute of attributes) {
    const [name, value] = attribute;
    if (value.includes('\n')) {
      flush();
      lines.push(`${indent}${name} = ${value}\n`);
    } else {
      run.push(attribute);
    }
  }
  flush();
  return lines;
}
