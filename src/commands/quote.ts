/** Words that a shell reads as they stand. Everything else is quoted. */
const plain = /^[A-Za-z0-9_./:@%+=,-]+$/;

/**
 * Drops what no Azure name, id or address holds and no terminal shows: control characters and line breaks.
 * Without them a quoted value stays on its line in every shell.
 */
function printable(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}

/**
 * Writes a value as a bash string, always in quotes: for the right side of an assignment.
 *
 * @example literalBash("it's") // "'it'\\''s'"
 */
export function literalBash(value: string): string {
  return `'${printable(value).replaceAll("'", "'\\''")}'`;
}

/**
 * Writes a value as a PowerShell string, always in quotes: a bare word there would be a command. PowerShell also takes
 * the typographic apostrophes for quotes, so they are doubled like the plain one.
 *
 * @example literalPowerShell("it's") // "'it''s'"
 */
export function literalPowerShell(value: string): string {
  return `'${printable(value).replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/**
 * Quotes a value as one word of bash.
 *
 * @example quoteBash("it's") // "'it'\\''s'"
 */
export function quoteBash(value: string): string {
  const text = printable(value);
  return plain.test(text) ? text : literalBash(text);
}

/**
 * Quotes a value as one PowerShell string.
 *
 * @example quotePowerShell("it's") // "'it''s'"
 */
export function quotePowerShell(value: string): string {
  const text = printable(value);
  // A leading @, a comma, % or a colon has a meaning of its own in PowerShell, so only the safest words stay bare.
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) ? text : literalPowerShell(text);
}

type Part = string | readonly string[];

function fill(quote: (value: string) => string, separator: string) {
  return (strings: TemplateStringsArray, ...parts: Part[]): string =>
    strings.reduce((text, string, index) => {
      const part = parts[index - 1] ?? '';
      return text + (typeof part === 'string' ? quote(part) : part.map(quote).join(separator)) + string;
    });
}

/**
 * Writes a bash command; every inserted value becomes one quoted word, a list becomes several.
 *
 * @example bash`az keyvault show --name ${'kv prod'}` // "az keyvault show --name 'kv prod'"
 */
export const bash = fill(quoteBash, ' ');

/**
 * Writes a PowerShell command; every inserted value becomes one quoted string, a list is joined with commas.
 *
 * @example powershell`Get-AzKeyVault -VaultName ${'kv-prod'}`
 */
export const powershell = fill(quotePowerShell, ',');
