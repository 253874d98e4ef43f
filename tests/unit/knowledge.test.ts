import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstPartyApplications } from '../../src/knowledge/applications.ts';
import { leftOut } from '../../src/knowledge/arm/carry-over.ts';
import { meanings } from '../../src/knowledge/arm/explanations.ts';
import { causePages } from '../../src/knowledge/causes/pages.ts';
import { causePlans } from '../../src/knowledge/causes/plans.ts';
import { causeIds, causes } from '../../src/knowledge/causes.ts';
import { knownErrors } from '../../src/knowledge/errors/index.ts';
import { glossary } from '../../src/knowledge/glossary.ts';
import { permissionModels } from '../../src/knowledge/key-stores.ts';
import { namingRules } from '../../src/knowledge/naming.ts';
import * as policies from '../../src/knowledge/policies.ts';
import * as prevention from '../../src/knowledge/prevention.ts';
import { roles, roleTraps } from '../../src/knowledge/roles.ts';
import { serviceScenarios } from '../../src/knowledge/scenarios/index.ts';
import { refusedEverywhere } from '../../src/knowledge/scenarios/scenario.ts';
import { serviceFacts } from '../../src/knowledge/services/all.ts';
import { changeIds } from '../../src/knowledge/services/facts.ts';
import { serviceIds } from '../../src/knowledge/services/index.ts';
import { servicePlans } from '../../src/knowledge/services/plans.ts';
import { signals } from '../../src/knowledge/signals/index.ts';
import { sources } from '../../src/knowledge/sources.ts';
import type { Shell, Step } from '../../src/knowledge/step.ts';
import { templateParameters } from '../../src/knowledge/template-parameters.ts';
import { variables } from '../../src/knowledge/variables.ts';

const root = join(import.meta.dirname, '../..');

describe.each(Object.entries(sources))('source %s', (_, { title, url, verified }) => {
  it('is a titled public page with the day on which it was read', () => {
    expect(title).not.toBe('');
    expect(url).toMatch(
      /^https:\/\/(learn\.microsoft\.com|azure\.microsoft\.com|portal\.azure\.com|github\.com|techcommunity\.microsoft\.com|docs\.azure\.cn)\//,
    );
    expect(url).not.toContain('/en-us/');
    expect(Number.isNaN(Date.parse(verified))).toBe(false);
  });
});

it('names each public page once', () => {
  const urls = Object.values(sources).map(({ url }) => url);
  expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
});

it('names no page that stands behind nothing', () => {
  const used = JSON.stringify([
    serviceIds.map((id) => [serviceFacts[id], servicePlans[id]]),
    causeIds.map((id) => [causes[id], causePlans[id], causePages[id]]),
    [
      knownErrors,
      { roles, roleTraps },
      glossary,
      { ...prevention },
      { ...policies },
      namingRules,
      serviceScenarios,
      refusedEverywhere,
      meanings,
      leftOut,
      templateParameters,
      permissionModels,
      signals.map(({ source }) => source),
    ],
  ]);
  const prose = ['guide', 'services'].flatMap((folder) =>
    readdirSync(join(root, 'src/content', folder)).map((file) =>
      readFileSync(join(root, 'src/content', folder, file), 'utf8'),
    ),
  );
  expect(
    Object.keys(sources).filter((id) => !used.includes(`"${id}"`) && !prose.some((text) => text.includes(`"${id}"`))),
  ).toEqual([]);
});

it('gives each role another GUID', () => {
  const guids = Object.values(roles).map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(guids.length);
});

it('gives each built-in policy another GUID', () => {
  const ids = Object.values(policies.builtInPolicies).map(({ definitionId }) => definitionId);
  expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

it('only reads before the update', () => {
  expect(prevention.preflight.filter(({ step }) => step.risk !== 'safe')).toEqual([]);
});

/** Every claim inside a value: an object with a text that is not a step. */
function claimsIn(value: unknown, path = ''): { path: string; claim: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => claimsIn(part, `${path}/${name}`));
  return 'text' in value && !('tool' in value && !('sources' in value))
    ? [{ path, claim: { ...value } }, ...inner]
    : inner;
}

describe.each([
  ...serviceIds.map((id) => [id, { facts: serviceFacts[id], plan: servicePlans[id] }] as const),
  ...causeIds.map((id) => [id, { plan: causePlans[id], page: causePages[id] }] as const),
  ['the known errors', knownErrors] as const,
  ['prevention', { ...prevention, ...policies }] as const,
  ['the roles', roleTraps] as const,
])('%s', (_, value) => {
  it('says nothing without a source, or without what to look at instead', () => {
    const bare = claimsIn(value).filter(
      ({ claim }) => !(Array.isArray(claim.sources) && claim.sources.length > 0) && !claim.lookAt,
    );
    expect(bare.map(({ path, claim }) => `${path}: ${claim.text}`)).toEqual([]);
  });
});

/** The steps of plans. */
const inPlans: (readonly [string, Step])[] = [
  ...serviceIds.flatMap((id) => {
    const { readState, findPrincipal, retry, verify, instead } = servicePlans[id];
    const others = Object.values(instead).flatMap(({ confirm = [], fix = [] }) => [...confirm, ...fix]);
    return [readState, ...findPrincipal, ...retry, ...verify, ...others].map(
      (step) => [`${id}: ${step.title}`, step] as const,
    );
  }),
  ...causeIds.flatMap((id) =>
    [...causePlans[id].confirm, ...causePlans[id].fix].map((step) => [`${id}: ${step.title}`, step] as const),
  ),
];
const steps: (readonly [string, Step])[] = [
  ...inPlans,
  ...serviceIds.flatMap((id) =>
    Object.values(serviceFacts[id].procedures)
      .flatMap((procedure) => procedure ?? [])
      .map((step) => [`${id}: ${step.title}`, step] as const),
  ),
  ...[
    ...prevention.preflight.map(({ step }) => step),
    prevention.afterwards,
    prevention.rotationPolicy,
    ...prevention.alerts,
    policies.assignAsAudit,
  ].map((step) => [`prevention: ${step.title}`, step] as const),
];
const commands = steps.flatMap(([name, step]) =>
  (Object.entries(step.commands ?? {}) as [Shell, string][]).map(([shell, text]) => ({
    name: `${name} (${shell})`,
    shell,
    text,
    step,
  })),
);

it.each(inPlans.filter(([, { commands }]) => commands?.az))(
  'a step of a plan is there as REST calls, too: %s',
  (_, step) => {
    expect(step.commands?.REST).toMatch(/^[A-Z]+ https:/);
  },
);

describe('a step', () => {
  it.each(steps.filter(([, { risk }]) => risk === 'destroys-data'))(
    'that destroys data says what is lost: %s',
    (_, step) => {
      expect(step.lost?.length).toBeGreaterThan(20);
    },
  );

  it.each(
    steps
      .filter(([, { risk }]) => risk !== 'safe' && risk !== 'destroys-data')
      .filter(([, { kind }]) => kind === 'fix'),
  )('that changes something says how to undo it: %s', (_, step) => {
    expect(step.undo?.length ?? 0).toBeGreaterThan(3);
  });

  it.each(steps)('never purges: %s', (_, step) => {
    expect(Object.values(step.commands ?? {}).join('\n')).not.toMatch(
      /\baz keyvault (?:[a-z]+ )?purge|Remove-\w+ .*-InRemovedState/,
    );
  });
});

describe.each(serviceIds)('the last resort on %s', (id) => {
  it('saves first, and deletes last', () => {
    const { backUp, recreate } = serviceFacts[id].procedures;
    expect(backUp.length).toBeGreaterThan(0);
    expect(backUp.filter(({ risk }) => risk === 'destroys-data')).toEqual([]);
    const destroys = recreate.findIndex(({ risk }) => risk === 'destroys-data');
    expect(recreate.slice(0, destroys).every(({ risk }) => risk !== 'destroys-data')).toBe(true);
  });

  it('answers every question of what can change', () => {
    const answered = new Set(serviceFacts[id].changes.map((change) => change.id));
    expect(changeIds.filter((change) => !answered.has(change))).toEqual([]);
  });
});

describe('a command', () => {
  it.each(commands.map(({ name, text }) => [name, text] as const))(
    'has no gap to fill in but variables: %s',
    (_, text) => {
      expect(text).not.toMatch(/<[a-z][a-z -]*>/i);
    },
  );

  it.each(commands.filter(({ shell }) => shell === 'az').map(({ name, text }) => [name, text] as const))(
    'is valid bash: %s',
    (_, text) => {
      expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr).toBe('');
    },
  );

  it.each(commands.filter(({ shell }) => shell === 'az').map(({ name, text }) => [name, text] as const))(
    'reads only variables that are set for the reader or in it: %s',
    (_, text) => {
      const known = new Set<string>(Object.values(variables));
      const set = new Set(
        [
          ...text.matchAll(/(?:^|[\s;(])([A-Z_][A-Z0-9_]*)=/gm),
          ...text.matchAll(/\bfor ([A-Z_]+)/g),
          ...text.matchAll(/\bread -r (?:[A-Z_]+ )*([A-Z_]+)/g),
          ...text.matchAll(/\bread -r ([A-Z_]+)/g),
        ].map(([, name]) => name),
      );
      const read = [...text.matchAll(/\$\{?([A-Z_][A-Z0-9_]*)/g)].map(([, name]) => name ?? '');
      expect(read.filter((name) => !known.has(name) && !set.has(name))).toEqual([]);
    },
  );

  it.each(commands.filter(({ shell }) => shell === 'REST').map(({ name, text }) => [name, text] as const))(
    'as REST is calls of Azure, each with its version and a body that is JSON once the gaps are filled: %s',
    (_, text) => {
      for (const call of text.split(/\n\n(?=[A-Z]+ https)/)) {
        const [head = '', ...rest] = call.split('\n');
        expect(head).toMatch(
          /^(?:GET|PUT|PATCH|POST|DELETE) https:\/\/(?:management\.azure\.com(?=[$/{])|\$VAULT\.vault\.azure\.net\/|\{[^}]+\}\.vault\.azure\.net\/|\$HSM\.managedhsm\.azure\.net\/|graph\.microsoft\.com\/v1\.0\/|login\.microsoftonline\.com\/)/,
        );
        if (!/graph\.microsoft\.com|login\.microsoftonline/.test(head)) expect(head).toContain('api-version=');
        const body = rest.join('\n').split('\n\n')[1];
        if (body?.startsWith('{"')) expect(() => JSON.parse(body.replace(/\{(?=[a-z])[^{}]*\}/gi, '0'))).not.toThrow();
      }
    },
  );

  it.each(
    commands.filter(({ step }) => step.risk === 'safe').map(({ name, text, shell }) => [name, shell, text] as const),
  )('of a safe step only reads: %s', (_, shell, text) => {
    const writes =
      shell === 'az'
        ? /\baz (?:[a-z-]+ )+(?:create|delete|update|set|set-policy|set-attributes|add|remove|recover|purge|rotate|assign|activate|register|start|stop|resume)\b|--method (?:put|patch|post|delete)\b/i
        : shell === 'PowerShell'
          ? /\b(?:New|Remove|Update|Undo|Add|Enable|Disable|Register|Start|Stop)-Az|\bSet-Az(?!Context)|-Method (?:PUT|PATCH|POST|DELETE)\b/
          : shell === 'REST'
            ? /^(?:PUT|PATCH|DELETE) /m
            : /^$/;
    const backUps = text.replace(/New-AzSynapseSqlPoolRestorePoint/g, '');
    expect(backUps).not.toMatch(writes);
  });
});

describe('the prose', () => {
  const files = ['guide', 'services'].flatMap((folder) =>
    readdirSync(join(root, 'src/content', folder)).map((file) => join(root, 'src/content', folder, file)),
  );
  const facts = [...Object.values(roles).map(({ guid }) => guid), ...Object.keys(firstPartyApplications)];

  it.each(files)('has no GUID, API version or list of permissions typed into it: %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(facts.filter((guid) => text.includes(guid))).toEqual([]);
    expect(text).not.toMatch(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i);
    expect(text).not.toMatch(/\b20\d\d-\d\d-\d\d(?:-preview)?\b/);
    expect(text).not.toMatch(/\bget,? (?:and )?wrap ?key,? (?:and )?unwrap ?key\b/i);
  });
});

it.each(causeIds)('%s has a source, and a look-alike with a check for every cause it is confused with', (id) => {
  expect(causePages[id].sources.length).toBeGreaterThan(0);
  for (const { cause: other, check } of causes[id].lookAlikes) {
    expect(other).not.toBe(id);
    expect(check.length).toBeGreaterThan(20);
  }
});
