import { expect, it } from 'vitest';
import { causePages } from '../../src/knowledge/causes/pages.ts';
import { type Fit, fits } from '../../src/knowledge/questions/fits.ts';
import { questions } from '../../src/knowledge/questions/index.ts';
import { featureQuestions } from '../../src/knowledge/questions/service.ts';
import { serviceFacts } from '../../src/knowledge/services/all.ts';
import { type ChangeId, changeIds, type ServiceFacts } from '../../src/knowledge/services/facts.ts';
import { type ServiceId, serviceIds } from '../../src/knowledge/services/index.ts';

/** The services for which something holds, and the single features where it does not hold for all. */
function places(holds: (facts: ServiceFacts, feature: string) => boolean): string[] {
  return serviceIds.flatMap((id) => {
    const features = serviceFacts[id].features.map((feature) => feature.id);
    const some = features.filter((feature) => holds(serviceFacts[id], feature));
    return some.length === features.length ? [id] : some.map((feature) => `${id}.${feature}`);
  });
}

const fixed = (change: ChangeId) =>
  places(({ changes }, feature) =>
    changes.some(
      (one) => one.id === change && one.possible === 'no' && (one.feature === undefined || one.feature === feature),
    ),
  );

const derived: Readonly<Record<Fit, () => string[]>> = {
  'several-keys': () => places(({ features }) => features.length > 1),
  'application-only': () =>
    places(({ callers }, feature) =>
      callers
        .filter(({ features }) => features === undefined || features.includes(feature))
        .every(({ kind }) => kind === 'first-party-application'),
    ),
  activation: () => [...(causePages['activation-pending'].services ?? [])],
  'turn-on-fixed': () => fixed('turn-on'),
  'new-version-fixed': () => fixed('new-version'),
  'new-key-fixed': () => fixed('new-key'),
  'new-key-store-fixed': () => fixed('new-key-store'),
  'change-identity-fixed': () => fixed('change-identity'),
  'turn-off-fixed': () => fixed('turn-off'),
  'access-policies': () =>
    places(({ callers }) => callers.some(({ grants }) => grants['access-policy'].keyPermissions)),
  'managed-hsm': () => places(({ callers }) => callers.some(({ grants }) => grants['managed-hsm'].role)),
  untrusted: () =>
    places(
      ({ trusted, requirements }) =>
        !trusted.listed && !requirements.some(({ id, text }) => id === 'network' && text.includes('“Allow trusted')),
    ),
  'user-assigned-shut-out': () => {
    const shutOut = ({ requirements }: ServiceFacts) =>
      requirements.some(({ id, text }) => id === 'user-assigned-identity' && text.includes('but not with a vault'));
    return serviceIds.filter((id) => shutOut(serviceFacts[id]));
  },
};

it.each(Object.keys(fits) as Fit[])('%s follows from the facts of the services', (fit) => {
  expect([...fits[fit]].sort()).toEqual(derived[fit]().sort());
});

it('a first key, another key, vault or identity, and the way back end where the service fixed them', () => {
  const asked = questions.sent.answers.flatMap(({ id, branches = [] }) =>
    branches.flatMap(({ when }) => ('fits' in when ? [[`${id}-fixed`, when.fits]] : [])),
  );
  const needed = changeIds.map((id) => `${id}-fixed`).filter((fit) => fits[fit as Fit].length > 0);
  expect(asked.map(([, fit]) => fit).sort()).toEqual(needed.sort());
  expect(asked.filter(([own, fit]) => own !== fit)).toEqual([]);
});

it.each(Object.entries(featureQuestions) as [ServiceId, keyof typeof questions][])(
  'of %s, every way to use a key can be answered',
  (service, question) => {
    const answers = questions[question].answers.map(({ id }) => id);
    const features = serviceFacts[service].features.map(({ id }) => id);
    expect(features.filter((id) => !answers.includes(id))).toEqual([]);
    // A project of a hub has no key of its own, so it is no feature.
    expect(answers.filter((id) => !features.includes(id) && id !== 'project')).toEqual(['unknown']);
  },
);

it('asks for the feature where there are several, and nowhere else', () => {
  expect(Object.keys(featureQuestions).sort()).toEqual([...fits['several-keys']].sort());
});
