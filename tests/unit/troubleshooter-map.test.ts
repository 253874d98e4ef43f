import { expect, it } from 'vitest';
import { layOut } from '../../src/components/pictures/tree-layout.ts';
import { causes } from '../../src/knowledge/causes.ts';
import { questionIds, questions } from '../../src/knowledge/questions/index.ts';
import { targetsOf } from '../../src/troubleshooter/links.ts';
import { type Outline, outline } from '../../src/troubleshooter/outline.ts';

const { boxes, edges, width, height, boxWidth } = layOut();

it('draws every question once, inside of the picture, and no two over each other', () => {
  expect(boxes.map(({ question }) => question).sort()).toEqual([...questionIds].sort());
  for (const box of boxes) {
    expect(box.left + boxWidth).toBeLessThanOrEqual(width);
    expect(box.top + box.height).toBeLessThanOrEqual(height);
    const others = boxes.filter((other) => other !== box && other.left === box.left);
    expect(others.filter(({ top, height: high }) => top < box.top + box.height && box.top < top + high)).toEqual([]);
  }
});

it('puts each question to the right of every question that leads to it, in at most seven columns', () => {
  const left = new Map(boxes.map((box) => [box.question, box.left]));
  expect(edges.filter(({ from, to }) => (left.get(from) ?? 0) >= (left.get(to) ?? 0))).toEqual([]);
  expect(new Set(left.values()).size).toBeLessThanOrEqual(7);
});

it('draws a line for every answer that goes on, and names the cause of every one that ends', () => {
  for (const id of questionIds) {
    for (const answer of questions[id].answers) {
      const row = boxes.find(({ question }) => question === id)?.rows.find((one) => one.answer.id === answer.id);
      const drawn = edges.filter(({ from, answer: of }) => from === id && of === answer.id).map(({ to }) => to);
      const targets = targetsOf(answer);
      expect(new Set(drawn)).toEqual(new Set(targets.flatMap((one) => ('question' in one ? [one.question] : []))));
      const ends = targets.flatMap((one) => ('cause' in one ? [causes[one.cause].title] : []));
      const written = row?.causes.map((lines) => lines.join(' ')).join('; ') ?? '';
      expect(ends.filter((title) => !written.includes(title))).toEqual([]);
    }
  }
});

it('outlines every question and answer once', () => {
  const all = (part: Outline): readonly Outline[] => [
    part,
    ...part.answers.flatMap(({ ends }) => ends.flatMap(({ below }) => (below ? all(below) : []))),
  ];
  const parts = all(outline());
  expect(parts.map(({ question }) => question).sort()).toEqual([...questionIds].sort());
  expect(parts.flatMap(({ answers }) => answers).length).toBe(
    questionIds.flatMap((id) => questions[id].answers).length,
  );
});
