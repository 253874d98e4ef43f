import { causes } from '../knowledge/causes.ts';
import { services } from '../knowledge/services/index.ts';
import { whoSaidNo } from './chain.ts';
import type { Diagnosis } from './diagnose-with.ts';
import { headline } from './headline.ts';
import { readHints } from './hints.ts';
import { maskFor } from './mask.ts';
import type { MaskKind } from './mask-kinds.ts';

/** What goes into a report beside the diagnosis. */
export interface ReportChoices {
  /** The kinds of values that are replaced by pseudonyms. */
  readonly mask: readonly MaskKind[];
  /** What the reader has tried, in their own words. */
  readonly tried: string;
}

/** How much of one piece of evidence, and of how many layers, a ticket can take. */
const most = { evidence: 600, layers: 12, message: 300 };
/** Messages of layers are cut at 300 characters at the earliest. */
const cutFrom = 290;

const labels: readonly (readonly [keyof Diagnosis['entities'], string])[] = [
  ['vaultName', 'Vault'],
  ['vaultRegion', 'Region of the vault'],
  ['keyName', 'Key'],
  ['keyVersion', 'Key version'],
  ['principalId', 'Object id'],
  ['applicationId', 'Application id'],
  ['applicationName', 'Application'],
  ['tenantId', 'Tenant'],
  ['missingPermission', 'Missing permission'],
  ['action', 'Refused action'],
  ['workspaceName', 'Workspace'],
  ['resourceGroup', 'Resource group'],
  ['subscriptionId', 'Subscription'],
  ['resourceId', 'Resource id'],
  ['identityResourceId', 'Identity'],
  ['clientAddress', 'Client address'],
  ['resourceRegion', 'Region of the resource'],
  ['occurredAt', 'Time'],
  ['correlationId', 'Correlation id'],
  ['requestId', 'Request id'],
];

/** A block of code whose fence is longer than any run of backticks inside of it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A message that was cut, without the word that the cut went through: half of a value would not be masked. */
function whole(message: string): string {
  return message.length < cutFrom ? message : `${message.slice(0, message.search(/\S*$/))}…`;
}

/** A value as code in a line. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/**
 * A report in Markdown for a ticket: the cause with its evidence, who said no, the values, what was tried.
 *
 * @param text the paste that the diagnosis was made of
 * @example report(text, diagnose(text), { mask: maskAll, tried: '' }).startsWith('# ') // true
 */
export function report(text: string, diagnosis: Diagnosis, { mask, tried }: ReportChoices): string {
  // The words behind the causes and the values are what is shown; the whole paste never goes into a report.
  const pieces = [
    ...diagnosis.causes.flatMap(({ evidence }) => evidence.map((piece) => piece.text)),
    ...diagnosis.layers.map(({ message }) => message ?? ''),
    ...Object.values(diagnosis.entities).map(({ value }) => value),
  ];
  const masked = maskFor([text.slice(0, 200_000), ...pieces, tried], mask);
  const safe = (value: string, length = most.evidence) => masked.apply(value).slice(0, length);
  const [first] = diagnosis.causes;
  if (!first) return '';
  const others = diagnosis.enough ? diagnosis.causes.slice(1) : diagnosis.causes;
  const chain = whoSaidNo(diagnosis);
  const parts: string[] = [
    `# ${headline(diagnosis)}`,
    ...(diagnosis.enough
      ? [causes[first.id].meaning, `- Cause: ${code(first.id)}, confidence ${first.confidence}`]
      : ['The text names no cause that is known.']),
  ];
  if (diagnosis.service) parts.push(`- Service: ${services[diagnosis.service].name}`);
  if (chain.length > 0) {
    const way = chain.map(
      ({ name, note, did }) =>
        `${did === 'refused' ? '**' : ''}${safe(name)} ${safe(note)}${did === 'refused' ? '**' : ''}`,
    );
    parts.push(`- Who said no: ${way.join(' → ')}`);
  }
  for (const other of others.slice(0, 3)) {
    const check = diagnosis.enough && causes[first.id].lookAlikes.find(({ cause }) => cause === other.id)?.check;
    parts.push(
      `- Could ${diagnosis.enough ? 'also ' : ''}be ${code(other.id)} (confidence ${other.confidence})${check ? `. One check: ${check}` : ''}`,
    );
  }
  for (const hint of readHints(text, diagnosis)) parts.push(`- ${hint.title}. ${safe(hint.text)}`);
  if (first.evidence.length > 0) {
    parts.push(
      '\n## Evidence',
      fenced(first.evidence.map((piece) => safe(piece.text.replace(/\s+/g, ' '))).join('\n')),
    );
  }
  const layers = diagnosis.layers.slice(0, most.layers);
  if (layers.length > 0) {
    parts.push(
      '\n## Layers of the error, outermost first',
      fenced(
        layers
          .map(({ code: said, message, depth, speaker }) =>
            safe(
              `${'  '.repeat(depth)}${speaker}: ${said ?? '–'}${message ? ` — ${whole(message)}` : ''}`,
              most.message,
            ),
          )
          .join('\n'),
      ),
    );
  }
  const values = labels.flatMap(([name, label]) => {
    const entity = diagnosis.entities[name];
    return entity ? [`- ${label}: ${code(safe(entity.value))}`] : [];
  });
  if (values.length > 0) parts.push('\n## Values', ...values);
  parts.push('\n## What was tried', tried.trim() === '' ? 'Nothing yet.' : fenced(safe(tried, 4000)));
  if (masked.known.length > 0) {
    parts.push(
      `\nNames such as ${masked.known[0]?.pseudonym} stand for values of the original; the same name is always the same value.`,
    );
  }
  return `${parts.join('\n')}\n`;
}
