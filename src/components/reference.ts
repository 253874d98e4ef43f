import type { Claim } from '../knowledge/claim.ts';
import { serviceFacts } from '../knowledge/services/all.ts';
import type { Change, ServiceFacts } from '../knowledge/services/facts.ts';
import { type ServiceId, serviceIds } from '../knowledge/services/index.ts';

/** The pages of the reference, in the order in which they are listed. */
export const referencePages = [
  { href: '/reference/roles/', title: 'Roles and permissions' },
  { href: '/reference/requirements/', title: 'What each service asks of the key' },
  { href: '/reference/changes/', title: 'What can change after creation' },
  { href: '/reference/callers/', title: 'Who calls the key store' },
  { href: '/reference/failed/', title: 'What Failed blocks, and what a lost key does' },
  { href: '/reference/delete/', title: 'What a delete loses, and soft delete' },
  { href: '/reference/api-versions/', title: 'API versions and properties' },
  { href: '/reference/glossary/', title: 'Glossary' },
  { href: '/reference/sources/', title: 'Sources' },
] as const;

/** The facts of all services, in their usual order. */
export const allFacts: readonly ServiceFacts[] = serviceIds.map((id) => serviceFacts[id]);

/** What to call the feature of a claim where the service has more than one. */
export function featureName({ features }: ServiceFacts, id: string | undefined): string | undefined {
  return features.length > 1 ? features.find((feature) => feature.id === id)?.name : undefined;
}

/** A claim as a table shows it: with the feature that it is about, and whether a change is possible. */
export type ShownClaim = Claim & { featureName?: string | undefined; possible?: Change['possible'] };

/** One row a service: the claims that `pick` finds among its facts. Services without any are left out. */
export function rowsOf(
  pick: (facts: ServiceFacts) => readonly (Claim & { feature?: string; possible?: Change['possible'] })[],
): readonly { service: ServiceId; claims: readonly ShownClaim[] }[] {
  return allFacts
    .map((facts) => ({
      service: facts.id,
      claims: pick(facts).map((claim) => ({ ...claim, featureName: featureName(facts, claim.feature) })),
    }))
    .filter(({ claims }) => claims.length > 0);
}
