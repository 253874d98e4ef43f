import type { SourceId } from '../sources.ts';
import type { ParameterName } from '../template-parameters.ts';

/** What a template is for. */
export const scenarioIds = ['grant', 'repair', 'activate', 'rotate', 'redeploy', 'revert'] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** What a reader can choose within a scenario, in the order in which one choice limits the next. */
export const axes = ['variant', 'store', 'permissionModel', 'origin', 'identity', 'scope'] as const;
export type Axis = (typeof axes)[number];

/** Choices that Azure, or caution, does not allow together, and the sentence that says why. */
export interface Refused {
  readonly when: Partial<Record<Axis | 'scenario', string | readonly string[]>>;
  /** A whole sentence; one that starts with “Not confirmed” says what to look at. */
  readonly because: string;
  readonly source: SourceId;
}

/** What a template has to know about a service, beyond its properties. */
export interface ServiceScenarios {
  readonly type: string;
  readonly apiVersion: string;
  /** Parameters that name the resource and its parents, outermost first. */
  readonly names: readonly ParameterName[];
  /** How a resource that exists is changed: a PATCH of the key alone, or a PUT of all that it has. */
  readonly method: 'PATCH' | 'PUT';
  readonly methodSource: SourceId;
  /** Variants by id with their name; none where the service has one way only. */
  readonly variants: Readonly<Record<string, string>>;
  readonly variantLabel?: string;
  /** Identities that can read the key; none where the service brings its own. */
  readonly identities: readonly ('system-assigned' | 'user-assigned')[];
  readonly refused: readonly Refused[];
  /** Queried after a change, and what to expect. */
  readonly verify: { readonly query: string; readonly expect: string };
  /** What has to be granted anew because the principal ids of a new resource are new. */
  readonly regrant: readonly string[];
  /** What is lost with the old resource, if it is deleted after the new one is there. */
  readonly lost: readonly string[];
  /** What survives a delete. */
  readonly survives: readonly string[];
  readonly lostSource: SourceId;
}

/** What holds for every service. */
export const refusedEverywhere: readonly Refused[] = [
  {
    when: { permissionModel: 'access-policy', scope: 'key' },
    because: 'An access policy is always for the keys of a whole vault; only a role can be assigned on one key.',
    source: 'key-vault-rbac-guide',
  },
  {
    when: { origin: 'new', store: 'managed-hsm' },
    because:
      'A new Managed HSM must be activated before it can hold a key, which no template can do; activate it first and choose an existing store.',
    source: 'managed-hsm-overview',
  },
  {
    when: { origin: 'new', permissionModel: 'access-policy' },
    because:
      'A new vault gets Azure RBAC: a vault template with access policies replaces them all at every deployment.',
    source: 'key-vault-access-issues',
  },
];
