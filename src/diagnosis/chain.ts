import { clientApplications, firstPartyApplications } from '../knowledge/applications.ts';
import { chain as parties, type Refuser, refusers } from '../knowledge/parties.ts';
import { services } from '../knowledge/services/index.ts';
import type { Diagnosis } from './diagnose-with.ts';

/** A party on the way of an update, and what it did. */
export interface Link {
  readonly party: 'you' | Refuser;
  readonly name: string;
  readonly did: 'sent' | 'let-through' | 'refused' | 'not-reached';
  /** One short sentence. */
  readonly note: string;
}

/** Whom a refusal names: an application of Microsoft, a client that a person uses, or an identity by its object id. */
export interface Caller {
  readonly name: string | null;
  /** `service` for a first-party application, `person` for a client that people use, otherwise unknown. */
  readonly kind: 'service' | 'person' | 'unknown';
}

/**
 * Who was refused, by the application id or the name that the error gives.
 *
 * @example readCaller(diagnose("appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=…")) // { name: 'AzureDatabricks', kind: 'service' }
 */
export function readCaller({ entities }: Pick<Diagnosis, 'entities'>): Caller {
  const id = entities.applicationId?.value.toLowerCase() ?? '';
  const service = firstPartyApplications[id];
  if (service) return { name: service, kind: 'service' };
  const client = clientApplications[id];
  if (client) return { name: client, kind: 'person' };
  return { name: entities.applicationName?.value ?? null, kind: entities.applicationName ? 'service' : 'unknown' };
}

/** What was refused, in the words of the error. */
function refused({ entities }: Diagnosis): string | null {
  return entities.missingPermission?.value ?? entities.action?.value ?? null;
}

/**
 * The way of the update with the party that refused it; empty when nobody in the chain refused.
 *
 * @example whoSaidNo(diagnose(text)).find(({ did }) => did === 'refused')?.party // 'key-store'
 */
export function whoSaidNo(diagnosis: Diagnosis): readonly Link[] {
  const { refusedBy, service, entities } = diagnosis;
  if (!refusedBy) return [];
  const at = parties.indexOf(refusedBy);
  const { name: callerName, kind } = readCaller(diagnosis);
  const operation = refused(diagnosis);
  const links = parties
    .filter((party) => party !== 'identity-platform' || refusedBy === party)
    .map((party): Link => {
      const name =
        party === 'provider' && service
          ? services[service].name
          : party === 'key-store' && entities.vaultName
            ? entities.vaultName.value
            : refusers[party].name;
      if (party === refusedBy) {
        return {
          party,
          name,
          did: 'refused',
          note: operation ? `refused ${operation}` : `refused ${refusers[party].refuses}`,
        };
      }
      if (parties.indexOf(party) > at) return { party, name, did: 'not-reached', note: 'was not reached' };
      const asked = party === 'provider' && refusedBy === 'key-store' && kind !== 'person';
      return {
        party,
        name,
        did: 'let-through',
        note: asked ? `asked for the key as ${callerName ?? 'its identity'}` : 'let it through',
      };
    });
  const direct = refusedBy === 'key-store' && kind === 'person';
  return [
    { party: 'you', name: 'You', did: 'sent', note: direct ? `called with ${callerName}` : 'sent the update' },
    ...(direct ? links.filter(({ party }) => party === 'key-store') : links),
  ];
}
