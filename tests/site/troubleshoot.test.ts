import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { howToFind } from '../../src/knowledge/questions/how-to-find.ts';
import { questionIds, questions } from '../../src/knowledge/questions/index.ts';
import { targetHref, targetsOf } from '../../src/troubleshooter/links.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a built page, and the addresses to which it links. */
function read(path: string): { words: string; links: Set<string> } {
  let words = '';
  const links = new Set<string>();
  const parser = new Parser({
    ontext: (text) => {
      words += text;
    },
    onopentag: (name, { href }) => {
      if (name === 'a' && href) links.add(href);
    },
  });
  parser.end(readFileSync(join(import.meta.dirname, '../../dist', path, 'index.html'), 'utf8'));
  return { words: fold(words), links };
}

describe.each(questionIds)('the page of the question %s', (id) => {
  const { words, links } = read(`troubleshoot/${id}`);
  const { text, why, answers } = questions[id];

  it('asks, says why and how to find out, and offers every answer', () => {
    const wanted = [text, why, howToFind[id].portal, ...answers.map((answer) => answer.text)];
    expect(wanted.filter((one) => !words.includes(fold(one)))).toEqual([]);
    expect(words).toContain('# reads only');
  });

  it('links to everything that an answer can lead to', () => {
    expect(
      answers
        .flatMap(targetsOf)
        .map(targetHref)
        .filter((href) => !links.has(href)),
    ).toEqual([]);
  });
});

it('the list under the map has every answer of every question', () => {
  const { words } = read('troubleshoot/map');
  const answers = questionIds.flatMap((id) => questions[id].answers.map(({ text }) => text));
  expect(answers.filter((text) => !words.includes(fold(text)))).toEqual([]);
});
