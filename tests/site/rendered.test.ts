import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { causePages } from '../../src/knowledge/causes/pages.ts';
import { causePlans } from '../../src/knowledge/causes/plans.ts';
import { causeIds, causes } from '../../src/knowledge/causes.ts';
import { knownErrors } from '../../src/knowledge/errors/index.ts';
import { keyStoreComparison } from '../../src/knowledge/key-store-comparison.ts';
import { roles, roleTraps } from '../../src/knowledge/roles.ts';
import { serviceFacts } from '../../src/knowledge/services/all.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import { servicePlans } from '../../src/knowledge/services/plans.ts';
import { sources } from '../../src/knowledge/sources.ts';

/** The words of a built page, without markup, white space folded. */
function wordsOf(path: string): string {
  let words = '';
  const parser = new Parser({
    ontext: (text) => {
      words += text;
    },
  });
  parser.end(readFileSync(join(import.meta.dirname, '../../dist', path, 'index.html'), 'utf8'));
  return fold(words);
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every text that a reader should meet, anywhere inside a value. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? ['text', 'lookAt', 'lost', 'undo', 'meaning', 'what', 'workaround', 'protects', 'after', 'objectId'].includes(
          name,
        )
        ? [inner]
        : []
      : textsIn(inner),
  );
}

const missing = (page: string, texts: readonly string[]): string[] =>
  texts.filter((text) => !page.includes(fold(text)));

describe.each(serviceIds)('the page of %s', (id) => {
  it('shows every fact that is known about the service', () => {
    expect(missing(wordsOf(`services/${id}`), textsIn(serviceFacts[id]))).toEqual([]);
  });

  it('shows the way out of Failed, step by step', () => {
    const { readState, findPrincipal, retry, verify } = servicePlans[id];
    expect(missing(wordsOf(`services/${id}`), textsIn([readState, findPrincipal, retry, verify]))).toEqual([]);
  });

  it('shows the errors of the service', () => {
    const own = knownErrors.filter(({ services }) => services?.includes(id)).map(({ text }) => text);
    expect(missing(wordsOf(`services/${id}`), own)).toEqual([]);
  });
});

describe.each(causeIds)('the page of %s', (id) => {
  const page = wordsOf(`causes/${id}`);

  it('shows the plan, the reasons and the prevention', () => {
    const { why, prevent, perService } = causePages[id];
    expect(missing(page, textsIn([causePlans[id], why, prevent, perService]))).toEqual([]);
  });

  it('shows what the messages look like', () => {
    expect(
      missing(
        page,
        causePages[id].looks.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  it('shows the check that tells each look-alike apart', () => {
    expect(
      missing(
        page,
        causes[id].lookAlikes.map(({ check }) => check),
      ),
    ).toEqual([]);
  });
});

it('lists every known error', () => {
  expect(
    missing(
      wordsOf('errors'),
      knownErrors.flatMap(({ text, meaning }) => [text, meaning]),
    ),
  ).toEqual([]);
});

it('lists every role with its GUID', () => {
  expect(
    missing(
      wordsOf('reference/roles'),
      Object.values(roles).flatMap(({ name, guid }) => [name, guid]),
    ),
  ).toEqual([]);
});

it('says what people get wrong about roles', () => {
  expect(missing(wordsOf('reference/roles'), textsIn(roleTraps))).toEqual([]);
});

it('compares the key stores property by property', () => {
  const cells = keyStoreComparison.flatMap(({ property, vault, hsm }) => [
    property,
    ...[vault, hsm].flatMap((cell) => (typeof cell === 'string' ? [cell] : Object.values(cell).slice(0, 2))),
  ]);
  expect(missing(wordsOf('overview'), cells)).toEqual([]);
});

it.each(serviceIds)('draws each sourced number of what a lost key does on %s', (id) => {
  const drawn = serviceFacts[id].keyUnreachable.filter((effect) => 'minutes' in effect && 'sources' in effect);
  const html = readFileSync(join(import.meta.dirname, '../../dist/services', id, 'index.html'), 'utf8');
  expect(html.match(/<rect[^>]*class="bar"/g) ?? []).toHaveLength(drawn.length);
});

it('lists every source with the day on which it was read', () => {
  const wanted = Object.values(sources).map(({ title, verified }) => `${title} read ${verified}`);
  expect(missing(wordsOf('reference/sources'), wanted)).toEqual([]);
});
