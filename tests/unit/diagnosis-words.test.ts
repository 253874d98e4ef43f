import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/diagnosis/diagnose.ts';
import { diagnoseWith } from '../../src/diagnosis/diagnose-with.ts';
import { fitWords } from '../../src/diagnosis/fit.ts';
import { tellingLines } from '../../src/diagnosis/stretches.ts';
import { apart, guess, wordsOf } from '../../src/diagnosis/words.ts';
import { causeIds } from '../../src/knowledge/causes.ts';
import { words } from '../../src/knowledge/words.ts';
import { transformations, unrelatedLog } from '../metamorphic.ts';

/** The decoder without a single signal. */
const byWords = (text: string) => diagnoseWith({ ...known, signals: [] }, text);

describe('where no signal says anything, words lean towards the cause', () => {
  it.each([
    ['An operator put a lock on this Azure resource group, so nothing in it can be deleted.', 'resource-locked'],
    ['Azure: more requests than are allowed were sent, throttling is on, slow down.', 'throttled'],
    ['This resource was disallowed by an Azure Policy assignment of the management group.', 'policy-denied'],
    ['The Azure subscription has no quota left for these cores in this region.', 'quota-or-capacity'],
    ['Azure Key Vault: the key was disabled by its owner.', 'key-disabled'],
    ['The firewall of the Azure key vault let nobody in from this network.', 'vault-network-blocked'],
    ['Azure vault: purge protection and soft delete were expected to be on.', 'vault-protection-missing'],
  ])('%s', (text, cause) => {
    const [first] = byWords(text).causes;
    expect(first?.id).toBe(cause);
    expect(first?.evidence.length).toBeGreaterThan(0);
  });

  it('and a text without a known word is too little to tell', () => {
    expect(byWords('qqzx wwvv kkjj')).toMatchObject({ causes: [{ id: 'not-cmk', evidence: [] }], enough: false });
  });

  it('is a guess: never called sure, and its words are those of the text', () => {
    const said = [...Object.keys(words.words), 'Azure', 'key vault'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 30 }), (some) => {
        const text = some.join(' ');
        const { causes } = byWords(text);
        for (const { confidence, evidence } of causes) {
          expect(confidence).toBeLessThan(0.8);
          for (const { text: shown, start, end } of evidence) expect(shown).toBe(text.slice(start, end));
        }
      }),
    );
  });

  it('finds in a long log the piece that speaks of Azure', () => {
    const message =
      'The firewall of the Azure key vault let nobody in: public network access is disabled, and the client address is not on the list of the vault.';
    const log = `${unrelatedLog(10_000)}\n${message}\n${unrelatedLog(10_000, 11)}`;
    const [first] = byWords(log).causes;
    expect(first?.id).toBe('vault-network-blocked');
    for (const { text, start, end } of first?.evidence ?? []) expect(text).toBe(log.slice(start, end));
  });
});

describe('the words of a text', () => {
  it.each([
    ['names are read as their words', 'KeyVaultNotFound', ['key', 'vault', 'not', 'found']],
    ['so are names with an acronym', 'BMSUserErrorObjectLocked', ['user', 'object', 'lock']],
    ['and names in capitals', 'KEY_VAULT_DENIED', ['key', 'vault', 'deni']],
    ['negations are one word', "cannot and doesn't", ['not']],
    ['a name is also known as a whole', 'KeyDisabled', ['=keydisabl']],
  ])('%s: %s', (_, text, stems) => {
    expect(wordsOf(text).map(({ stem }) => stem)).toEqual(expect.arrayContaining(stems));
  });

  it('leave out addresses and ids, which are somebody’s own', () => {
    const text = 'see https://kv-denied.vault.azure.net/keys/locked 11111111-2222-3333-4444-555555555555';
    expect(wordsOf(text).map(({ stem }) => stem)).toEqual(['see']);
  });

  it.each(['a', 'key vault ', 'KeyVault', 'Azure error https://', '1234 ', 'aB'])(
    'are read in linear time out of 100,000 characters of “%s”',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const started = performance.now();
      guess(words, text);
      // Quadratic reading would need seconds for this; the margin is for a machine that is busy with something else.
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});

describe('a name that has lost its capitals', () => {
  const known = ['key', 'vault', 'not', 'found', 'keyvault'];
  it.each([
    ['keyvaultnotfound', ['keyvault', 'not', 'found']],
    ['notfound', ['not', 'found']],
    ['notknown', []],
    ['key', []],
    ['', []],
  ])('%j is made of %j', (name, parts) => {
    expect(apart(name, (stem) => known.includes(stem))).toEqual(parts);
  });

  it.each(['KeyVaultNotFound', 'UserErrorRequestDisallowedByPolicy', 'AzureKeyVaultKeyDisabled'])(
    'leans towards what it did with them: %s',
    (name) => {
      const [first] = guess(words, name);
      expect(guess(words, name.toLowerCase())[0]?.cause).toBe(first?.cause);
    },
  );
});

describe('of a log', () => {
  it('only lines that may belong to an error are read for their words', () => {
    const log = 'started\nThe vault said no\nfinished\nerror 403';
    const read = tellingLines(log, [{ from: 0, to: log.length }]).map(({ from, to }) => log.slice(from, to));
    expect(read).toEqual(['The vault said no\n', 'error 403']);
  });

  it('all lines are read where none is of that kind', () => {
    expect(tellingLines('one\ntwo', [{ from: 0, to: 7 }])).toEqual([{ from: 0, to: 7 }]);
  });
});

describe('what words lean towards stays the same when a text is', () => {
  const text =
    'Deployment of the Azure resource did not succeed. KeyVaultFirewallEnabled: public network access of the key vault is switched off, and this client address stands in none of its network rules; allow trusted services.';
  it.each(transformations)('%s', (_, change) => {
    expect(byWords(text).causes[0]?.id).toBe('vault-network-blocked');
    expect(byWords(change(text)).causes[0]?.id).toBe('vault-network-blocked');
  });
});

describe('weighing words', () => {
  const texts = [
    { id: '1', text: 'There is a lock on it.', accept: ['resource-locked'] },
    { id: '2', text: 'It has a lock.', accept: ['resource-locked'] },
    { id: '3', text: 'There is no quota for it.', accept: ['quota-or-capacity'] },
    { id: '4', text: 'It has no quota.', accept: ['quota-or-capacity'] },
  ] as const;

  it('tells causes apart by the words that only one of them has', () => {
    const table = fitWords(texts);
    expect(guess(table, 'A lock was found')[0]?.cause).toBe('resource-locked');
    expect(guess(table, 'A quota was found')[0]?.cause).toBe('quota-or-capacity');
    expect(guess(table, 'nothing of this')).toEqual([]);
  });

  it('gives the same table each time', () => {
    expect(fitWords(texts)).toEqual(fitWords(texts));
  });

  it('gave a table whose every weight belongs to a cause', () => {
    expect([...words.causes].sort()).toEqual([...causeIds].sort());
    expect(words.bias).toHaveLength(words.causes.length);
    for (const [stem, [rarity = 0, ...pairs]] of Object.entries(words.words)) {
      expect(rarity, stem).toBeGreaterThan(0);
      expect(pairs.length % 2, stem).toBe(0);
      pairs.forEach((value, index) => {
        if (index % 2 === 0) expect(words.causes[value], stem).toBeDefined();
      });
    }
  });
});
