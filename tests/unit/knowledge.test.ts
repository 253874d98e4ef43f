import { describe, expect, it } from 'vitest';
import { causeIds, causes } from '../../src/knowledge/causes.ts';
import { roles } from '../../src/knowledge/roles.ts';
import { sources } from '../../src/knowledge/sources.ts';

describe.each(Object.entries(sources))('source %s', (_, { title, url, verified }) => {
  it('is a titled public page with the day on which it was read', () => {
    expect(title).not.toBe('');
    expect(url).toMatch(
      /^https:\/\/(learn\.microsoft\.com|azure\.microsoft\.com|portal\.azure\.com|github\.com|techcommunity\.microsoft\.com)\//,
    );
    expect(Number.isNaN(Date.parse(verified))).toBe(false);
  });
});

it.each(causeIds)('%s has a source', (id) => {
  expect(causes[id].sources.length).toBeGreaterThan(0);
});

it('gives each role another GUID', () => {
  const guids = Object.values(roles).map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(guids.length);
});
