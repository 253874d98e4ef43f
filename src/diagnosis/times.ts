import type { Stretch } from './flatten.ts';

/** A point in time that the paste names, and where it stands. */
export interface Moment {
  readonly at: number;
  readonly text: string;
  readonly place: Stretch;
}

/** The times of a failure and of a grant, where a paste holds both. */
export interface Times {
  readonly failed: Moment | null;
  readonly granted: Moment | null;
}

const stamp = String.raw`(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)`;
/** A role assignment or an access policy that was written: as the CLI shows it, and as the activity log tells it. */
const grants: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:roleassignments\/write|accesspolicies\/write|create role assignment|role assignment created|granted)[^\n]{0,400}?${stamp}`,
    'i',
  ),
  new RegExp(
    String.raw`"?(?:createdon|updatedon)"? ?[:=] ?"?${stamp}[^\n]{0,600}?role ?(?:definition|assignment)`,
    'i',
  ),
  new RegExp(
    String.raw`role ?(?:definition|assignment)[^\n]{0,600}?"?(?:createdon|updatedon)"? ?[:=] ?"?${stamp}`,
    'i',
  ),
  new RegExp(
    String.raw`${stamp}[^\n]{0,120}(?:roleassignments\/write|accesspolicies\/write|create role assignment|role assignment created|granted)`,
    'i',
  ),
];
const failures: readonly RegExp[] = [
  new RegExp(
    String.raw`"?(?:endtime|eventtimestamp|submissiontimestamp|failed ?at|timestamp|date|time)"? ?[:=] ?"?${stamp}[^\n]{0,900}?(?:"?status"?[^\n]{0,30}failed|forbidden|\b403\b|denied|refused)`,
    'i',
  ),
  new RegExp(String.raw`${stamp}[^\n]{0,300}(?:forbidden|\b403\b|failed|denied|refused|error)`, 'i'),
  new RegExp(String.raw`(?:forbidden|\b403\b|failed|denied|refused)[^\n]{0,300}?${stamp}`, 'i'),
];

function first(
  lines: readonly { text: string; from: number }[],
  patterns: readonly RegExp[],
  except: Moment | null,
): Moment | null {
  for (const pattern of patterns) {
    for (const { text, from } of lines) {
      const match = pattern.exec(text);
      const said = match?.[1];
      if (!match || !said) continue;
      const start = from + match.index + match[0].indexOf(said);
      if (except && start === except.place.from) continue;
      // A time without a zone is UTC in every Azure message.
      const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(said) ? said : `${said}Z`;
      const at = Date.parse(zoned.replace(' ', 'T'));
      if (!Number.isNaN(at)) return { at, text: said, place: { from: start, to: start + said.length } };
    }
  }
  return null;
}

/** Past this a paste is a log, and the nearest two times in it mean nothing. */
const longest = 200_000;

/** The times of the grant and of the failure that a paste names. */
export function readTimes(paste: string): Times {
  if (paste.length > longest) return { failed: null, granted: null };
  // JSON spreads one record over lines, so blocks between empty lines are read as lines too.
  const blocks: { text: string; from: number }[] = [];
  let from = 0;
  for (const block of paste.split(/(\r?\n\s*\r?\n)/)) {
    if (block.trim() !== '') blocks.push({ text: block.replace(/[\r\n]/g, ' '), from });
    from += block.length;
  }
  const lines: { text: string; from: number }[] = [];
  from = 0;
  for (const line of paste.split('\n')) {
    lines.push({ text: line, from });
    from += line.length + 1;
  }
  const granted = first(lines, grants, null) ?? first(blocks, grants, null);
  const failed = granted && (first(lines, failures, granted) ?? first(blocks, failures, granted));
  return { failed, granted };
}
