import type { Finding } from '../../diagnosis/diagnose-with.ts';
import type { CauseId } from '../../knowledge/causes.ts';

/** How much of the paste is shown around the evidence. */
const shown = 20_000;

/** A piece of the paste and the causes that it speaks for. */
interface Piece {
  readonly text: string;
  readonly causes: readonly CauseId[];
}

/** Cuts a text where evidence starts and ends, so that evidence of several causes may overlap. */
function cut(text: string, from: number, to: number, findings: readonly Finding[]): Piece[] {
  const marks = findings.flatMap(({ id, evidence }) => evidence.map(({ start, end }) => ({ id, start, end })));
  const inside = (place: number) => place > from && place < to;
  const places = [...new Set(marks.flatMap(({ start, end }) => [start, end]).filter(inside))].sort((a, b) => a - b);
  const borders = [from, ...places, to];
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? from;
    const causes = marks.filter((mark) => mark.start < end && mark.end > start).map(({ id }) => id);
    return { text: text.slice(start, end), causes: [...new Set(causes)] };
  });
}

interface Props {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The cause whose words are lit; null lights all of them the same. */
  readonly lit: CauseId | null;
}

/** The paste with the words behind the causes marked; those of one cause can be lit. */
export function EvidenceView({ text, findings, lit }: Props) {
  const first = Math.min(text.length, ...findings.flatMap(({ evidence }) => evidence.map(({ start }) => start)));
  const from = text.length <= shown ? 0 : Math.max(0, first - shown / 2);
  const to = Math.min(text.length, from + shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <pre class="evidence" tabIndex={0}>
      {from > 0 && '… '}
      {cut(text, from, to, findings).map(({ text: piece, causes }) =>
        causes.length === 0 ? (
          piece
        ) : (
          <mark class={lit === null ? undefined : causes.includes(lit) ? 'lit' : 'dim'}>{piece}</mark>
        ),
      )}
      {to < text.length && ' …'}
    </pre>
  );
}
