import type { CauseId } from '../causes.ts';
import type { SourceId } from '../sources.ts';
import type { Signal } from './signal.ts';

/** Below every other signal, and below what counts as enough to tell. */
const weight = 0.2;
/** What Resource Manager says has no word on keys: above the guess that such a text is about something else. */
const armWeight = 0.31;
const ofArm: readonly CauseId[] = [
  'policy-denied',
  'resource-locked',
  'operation-in-progress',
  'throttled',
  'quota-or-capacity',
  'prerequisite-missing',
];

/** A cause, words that are said of it more than of others, the source of the field's terms, and two texts to try them on. */
type Leaning = readonly [
  cause: CauseId,
  pattern: RegExp,
  source: SourceId,
  sample: string,
  nearMiss: string,
  more?: Pick<Signal, 'also' | 'near' | 'unless'>,
];

const vaultish = /vault|\bhsm\b|\bakv\b|\bkv-/i;
const keyish = /(?:\b|_)keys?\b(?! ?vault)|encrypt|\bcmk\b|customer[-_ ]?managed|\bkek\b|\bbyok\b/i;
const negation =
  /\bno\b|\bnot\b|n't\b|\bfail|invalid|error|unable|cannot|missing|denied|reject|refus|unsupported|only\b/i;

/*
 * When no code and no sentence is known, single words still lean towards a cause. They never make an answer that is
 * sure: they put the likeliest guess first, and the reader is told that it is one.
 */
const leanings: readonly Leaning[] = [
  [
    'vault-protection-missing',
    /purge[- ]?protect|recoverable|soft[- ]?delet(?:e|ion)\b/i,
    'key-vault-recovery',
    'purge protection: no',
    'purge the queue',
  ],
  [
    'name-held-by-soft-delete',
    /\bname\b|already/i,
    'key-vault-soft-delete',
    'The name is taken.',
    'The name is long.',
    {
      near: [
        /already (?:exists|in use|taken|used)|not unique|in use\b|\btaken\b|reserved|not available|unavailable|deleted state/i,
      ],
    },
  ],
  [
    'key-disabled',
    keyish,
    'key-vault-keys',
    'The CMK: disabled.',
    'The CMK: active.',
    { near: [/disabled|inactive|not enabled|not active/i], also: ['key-outside-validity'] },
  ],
  [
    'key-outside-validity',
    keyish,
    'key-vault-keys',
    'The CMK: expiry passed.',
    'The CMK: all well.',
    { near: [/expir|activation|not before|not yet|validity/i] },
  ],
  [
    'key-not-found',
    keyish,
    'key-vault-soft-delete',
    'No trace of the CMK: not found.',
    'The CMK was read.',
    { near: [/not ?found|exist|deleted|purged|404|missing/i] },
  ],
  [
    'vault-not-found',
    vaultish,
    'key-vault-soft-delete',
    'The HSM: not found.',
    'The HSM: ready.',
    { near: [/not ?found|exist|deleted|purged|404|resolv|cannot find|could not find/i] },
  ],
  [
    'key-uri-invalid',
    keyish,
    'key-vault-keys',
    'The key id is an error.',
    'The key id was read.',
    {
      near: [/\bur[il]\b|identifier|\bid\b|version|https/i, negation],
      unless: /client|object|tenant|correlation|request/i,
    },
  ],
  [
    'key-type-unsupported',
    keyish,
    'key-vault-keys',
    'The CMK has another curve than is supported; not RSA.',
    'The CMK was read.',
    { near: [/\brsa\b|\bbits?\b|curve|\bec\b|algorithm|\boct\b|key ?(?:type|size|length)/i] },
  ],
  [
    'encryption-settings-invalid',
    /encrypt|\bcmk\b|customer[-_ ]?managed|keyvaultpropert|key ?source/i,
    'cmk-support',
    'encryption: a required value is missing',
    'encryption: on',
    {
      near: [
        /invalid|required|\bnull\b|empty|missing|\bmust\b|expected|malformed|unknown/i,
        /propert|param|value|field|setting|configur|argument|attribute|body|schema/i,
      ],
    },
  ],
  [
    'cmk-only-at-creation',
    /encrypt|\bcmk\b|customer[-_ ]?managed/i,
    'cmk-support',
    'encryption cannot be changed',
    'encryption was changed',
    {
      near: [
        /\bcan(?:not|'t| not)|immutable|not (?:be )?(?:allowed|possible|permitted)/i,
        /chang|updat|modif|remov|existing|after/i,
      ],
    },
  ],
  [
    'identity-not-assigned',
    /identit|\bmsi\b/i,
    'managed-identity-issues',
    'The MSI is not valid.',
    'The MSI is well.',
    {
      near: [/not valid|invalid|missing|required|\bmust\b|\bno\b|without|assign|\bonly\b|null|empty/i],
      also: ['identity-token-failure'],
      unless: /not support/i,
    },
  ],
  [
    'identity-token-failure',
    /\btokens?\b|credentials?\b|entra|\baad\b|active directory|\bmsal\b/i,
    'managed-identity-issues',
    'A token was not issued.',
    'A ticket was not issued.',
    {
      near: [/fail|unable|cannot|could ?n[o']t|unavailable|expired|invalid|not (?:issued|acquired|found)/i],
      unless: /unexpected token|\bsas\b/i,
      also: ['not-cmk', 'caller-not-authorized'],
    },
  ],
  [
    'cross-tenant-misconfigured',
    /\btenants?\b|\bissuer\b/i,
    'storage-cmk-cross-tenant',
    'Two tenants, which does not work.',
    'Two regions, which does not work.',
    { near: [/cross|different|another|\bsame\b|mismatch|match|wrong|two\b|other/i] },
  ],
  [
    'location-or-subscription-mismatch',
    /\bregions?\b|\blocations?\b|\bsubscriptions?\b/i,
    'synapse-encryption',
    'Keep both in the same region.',
    'Keep both in the same tone.',
    { near: [/different|another|\bsame\b|mismatch|match|wrong|other/i] },
  ],
  [
    'vault-network-blocked',
    vaultish,
    'key-vault-network',
    'HSM: a private endpoint is in the way.',
    'HSM: a key is in the way.',
    { near: [/firewall|network|private|endpoint|\bip\b|\bvnet\b|connect|public|bypass|unreachable|time(?:d)? ?out/i] },
  ],
  [
    'access-policy-missing',
    new RegExp(`${vaultish.source}|${keyish.source}`, 'i'),
    'key-vault-access-issues',
    'HSM said: 403.',
    'HSM said: 500.',
    {
      near: [/\b40[13]\b|permission|\baccess\b|denied|forbidden|unauthori[sz]ed|\bgrant|\brights?\b|privilege/i],
      also: ['rbac-role-missing', 'key-access-lost'],
      unless: /\bsecrets?\b|certificate/i,
    },
  ],
  [
    'caller-not-authorized',
    /forbidden|unauthori[sz]ed|not authori[sz]ed|permission|access (?:is |was )?denied|privileges?\b|\b40[13]\b/i,
    'rbac-troubleshooting',
    'You lack a permission.',
    'You lack a file.',
  ],
  [
    'prerequisite-missing',
    /\bsku\b|\btiers?\b|pricing|\bfeature\b|preview|premium|\bplan\b/i,
    'cmk-support',
    'That SKU is not available.',
    'That SKU is small.',
    { near: [/\bnot\b|n't\b|only|requires?|upgrade/i] },
  ],
  [
    'policy-denied',
    /\bpolic(?:y|ies)\b/i,
    'arm-policy-error',
    'A policy denies it.',
    'A policy is read.',
    { near: [/den(?:y|ies|ied)|disallow|violat|complian|effect\b/i], unless: /access polic|key polic/i },
  ],
  [
    'resource-locked',
    /\block(?:s|ed)?\b/i,
    'arm-common-errors',
    'The resource has a lock.',
    'The resource has a clock.',
    {
      near: [/resource|workspace|account|scope|group|vault|delete|read-?only/i],
      unless: /state|file|table|row|locked out/i,
    },
  ],
  [
    'operation-in-progress',
    /in progress|\bpending\b|\bbusy\b|still running|conflict|concurren|parallel|\bwait (?:for|until)|another (?:\w+ )?(?:operation|update|request)|in transition|updating state/i,
    'arm-common-errors',
    'There was a conflict.',
    'There was a contract.',
  ],
  [
    'throttled',
    /\b429\b|thrott|too many|rate limit|slow down|retry[- ]after/i,
    'key-vault-throttling',
    'Please slow down.',
    'Please sit down.',
  ],
  [
    'quota-or-capacity',
    /\bquotas?\b|capacity|\blimits?\b|exceed|maximum/i,
    'arm-common-errors',
    'The maximum is two.',
    'The answer is two.',
  ],
  [
    'service-internal',
    /unexpected|internal|unknown error|try again|contact support|\berror (?:has |have )?occ?ur+ed|\b50[0234]\b|something went wrong/i,
    'arm-common-errors',
    'Please contact support.',
    'Please contact us.',
  ],
];

/** The weakest signals: a guess is better than silence when it says that it is one. */
export const leaningSignals: readonly Signal[] = leanings.map(
  ([cause, pattern, source, sample, nearMiss, more = {}]) => ({
    cause,
    pattern,
    ...more,
    weight: ofArm.includes(cause) ? armWeight : weight,
    kind: 'phrase',
    layer: null,
    source,
    sample,
    nearMiss,
  }),
);
