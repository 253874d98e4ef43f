import {
  type Answer,
  firstQuestion,
  type QuestionId,
  questionIds,
  questions,
} from '../../knowledge/questions/index.ts';
import { targetsOf, targetTitle } from '../../troubleshooter/links.ts';
import { wrap } from './wrap.ts';

const size = { width: 250, gap: 76, line: 17, pad: 9, between: 30 };
/** Characters that fit into a line. */
const columns = 33;

/** A row of a box: an answer, its lines, and the causes in which it ends. Places are in the units of the picture. */
export interface Row {
  readonly answer: Answer;
  readonly top: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly causes: readonly (readonly string[])[];
}

/** A question as a box with a row for each answer. */
export interface Box {
  readonly question: QuestionId;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly rows: readonly Row[];
}

/** A line from an answer to the question to which it leads. */
export interface Edge {
  readonly from: QuestionId;
  readonly answer: string;
  readonly to: QuestionId;
  readonly path: string;
}

/** The whole map. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly line: number;
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
}

const nextOf = (answer: Answer): readonly QuestionId[] => [
  ...new Set(targetsOf(answer).flatMap((target) => ('question' in target ? [target.question] : []))),
];

/** The column of each question: the number of questions that can come before it, at most. */
function columnsOf(): ReadonlyMap<QuestionId, number> {
  const found = new Map<QuestionId, number>();
  const put = (question: QuestionId, column: number): void => {
    if ((found.get(question) ?? -1) >= column) return;
    found.set(question, column);
    for (const next of questions[question].answers.flatMap(nextOf)) put(next, column + 1);
  };
  put(firstQuestion, 0);
  return found;
}

/** A box at the origin, as high as its words need. */
function boxOf(question: QuestionId): Omit<Box, 'left' | 'top'> {
  const title = wrap(questions[question].text, columns - 3);
  let y = title.length * size.line + size.pad * 2;
  const rows = questions[question].answers.map((answer) => {
    const lines = wrap(answer.text, columns);
    const causes = targetsOf(answer).flatMap((target) => {
      const forSome = target === answer.leads ? '' : 'for some: ';
      return 'cause' in target ? [wrap(`→ ${forSome}${targetTitle(target)}`, columns)] : [];
    });
    const height = (lines.length + causes.flat().length) * size.line + size.pad;
    const row = { answer, top: y, height, lines, causes };
    y += height;
    return row;
  });
  return { question, height: y + size.pad / 2, title, rows };
}

/**
 * Lays the tree out from left to right: a column for each number of questions asked, a box for each question, and a
 * line from each answer that goes on. Boxes stand as near to their answers as the boxes above them allow.
 */
export function layOut(): Layout {
  const column = columnsOf();
  const boxes: Box[] = [];
  const ports = new Map<QuestionId, number[]>();
  const last = Math.max(...column.values());
  for (let at = 0; at <= last; at++) {
    let free = 0;
    const here = questionIds.filter((id) => column.get(id) === at).map(boxOf);
    const wanted = (id: QuestionId) => {
      const from = ports.get(id) ?? [0];
      return from.reduce((sum, y) => sum + y, 0) / from.length;
    };
    for (const box of here) {
      const top = Math.max(free, wanted(box.question) - box.height / 2, 0);
      free = top + box.height + size.between;
      boxes.push({ ...box, top, left: at * (size.width + size.gap) });
      for (const row of box.rows) {
        for (const next of nextOf(row.answer))
          ports.set(next, [...(ports.get(next) ?? []), top + row.top + row.height / 2]);
      }
    }
  }
  const place = new Map(boxes.map((box) => [box.question, box]));
  const edges = boxes.flatMap((box) =>
    box.rows.flatMap((row) =>
      nextOf(row.answer).flatMap((to) => {
        const target = place.get(to);
        if (!target) return [];
        const x = box.left + size.width;
        const y = box.top + row.top + row.height / 2;
        const end = target.top + (target.title.length * size.line) / 2 + size.pad;
        const bend = Math.max(size.gap, (target.left - x) / 2);
        const path = `M${x} ${y}C${x + bend} ${y} ${target.left - bend} ${end} ${target.left - 4} ${end}`;
        return [{ from: box.question, answer: row.answer.id, to, path }];
      }),
    ),
  );
  return {
    width: (last + 1) * size.width + last * size.gap,
    height: Math.max(...boxes.map(({ top, height }) => top + height)),
    boxWidth: size.width,
    line: size.line,
    boxes,
    edges,
  };
}
