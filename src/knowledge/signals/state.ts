import type { Signal } from './signal.ts';

/** What is said when only time, another operation, a limit or a leftover stands in the way. */
export const stateSignals: readonly Signal[] = [
  {
    cause: 'grant-not-propagated',
    pattern:
      /(?:role assignments?|permissions?|rbac|access|grant)\b[^\n]{0,80}(?:(?:not|to) (?:yet )?(?:been )?propagat|still propagating|take effect|not yet effective|minutes to (?:be(?:come)? )?effective)|wait (?:a few|several|some|\d+) minutes[^\n]{0,60}(?:role|permission|rbac|propagat)/i,
    weight: 0.66,
    kind: 'phrase',
    layer: 'key-store',
    source: 'rbac-troubleshooting',
    sample: 'It can take several minutes for role assignments to take effect',
    nearMiss: 'please observe propagation time',
  },
  {
    cause: 'grant-not-propagated',
    pattern: /changed recently, please observe propagation time/i,
    weight: 0.3,
    kind: 'phrase',
    layer: 'key-store',
    source: 'rbac-troubleshooting',
    sample: 'If role assignments were changed recently, please observe propagation time.',
    nearMiss: 'If access was recently granted, please refresh your credentials.',
  },
  {
    cause: 'grant-not-propagated',
    also: ['identity-token-failure'],
    pattern: /\bPrincipalNotFound\b|principal \S{1,60} does not exist in the directory/i,
    weight: 0.75,
    kind: 'code',
    layer: 'arm',
    source: 'rbac-troubleshooting',
    sample: 'Code="PrincipalNotFound"',
    nearMiss: 'ResourceNotFound',
  },

  {
    cause: 'operation-in-progress',
    pattern:
      /\b(?:AnotherOperationInProgress|ConcurrentUpdateError|ConcurrentOperation\w{0,30}|ObjectIsBeingRecovered|OperationInProgress|\w{0,60}OperationIn(?:Progress|Flight)|OperationPreempted|RetryableError|InProgressOperation\w{0,20}|ConflictingOperation\w{0,30})\b/i,
    weight: 0.9,
    kind: 'code',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'ConcurrentUpdateError',
    nearMiss: 'OperationNotAllowed',
  },
  {
    cause: 'operation-in-progress',
    pattern:
      /another (?:\w+ )?operation\b[^\n]{0,60}(?:running|progress|being performed|pending|ongoing|executing)|operation\b(?! now)[^\n]{0,40}(?:is )?(?:already |currently )?in (?:progress|process)\b|updated by another process|being updated by|conflict while recovering|currently (?:being )?(?:recover|updat|delet|creat|provision|scal)(?:ed|ing)|while (?:it is|the \w{3,20} is) (?:in|being|still)|in (?:the |an? )?['"]?(?:creat|updat|delet|provision|scal|migrat|recover|deploy|start|stopp|transition)ing\w{0,12}['"]? (?:provisioning )?state|(?:in|unexpected) state ['"]?(?:accepted|creating|updating|deleting|provisioning|moving)|(?:is|are)(?: not|n't) (?:yet )?(?:fully )?provisioned|in parallel against|in the process of \w{3,20}ing|(?:when|until|once) (?:the )?(?:provisioning ?)?state is succeeded|(?:previous|existing|ongoing|pending) operation[^\n]{0,40}(?:complete|finish|progress)|concurrent (?:update|operation|request)s?[^\n]{0,40}(?:not|conflict|fail|detected)|parallel operations|changed (?:since|from the point)[^\n]{0,40}(?:operation|request|read)|one operation is performed[^\n]{0,60}at a time|precondition failed|(?:e-?tag|if-match)[^\n]{0,60}(?:match|mismatch|changed)|modified (?:by another|concurrently|since)/i,
    weight: 0.86,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'another operation on same entity is already running',
    nearMiss: 'The operation completed',
  },
  {
    cause: 'operation-in-progress',
    pattern:
      /\bConflict\b[^\n]{0,120}(?:try again|retry|later|updating|transition)|not in (?:a )?succeeded (?:provisioning )?state|provisioning ?state[^\n]{0,40}\b(?:updating|creating|accepted|deleting)\b/i,
    weight: 0.6,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'Conflict: the resource is busy, try again later',
    nearMiss: 'Merge conflict in file',
  },
  {
    cause: 'operation-in-progress',
    also: ['not-cmk'],
    pattern: /(?:does not have|not have) any associated worker environments/i,
    weight: 0.6,
    kind: 'phrase',
    layer: 'provider',
    source: 'databricks-cmk-report',
    sample: 'Current organization 1 does not have any associated worker environments',
    nearMiss: 'Current organization 1 does not have users',
    service: 'databricks',
  },

  {
    cause: 'throttled',
    pattern:
      /\b(?:Throttled|TooManyRequests|\w{0,60}RequestsThrottled|ThrottlingException|Vault(?:RequestType|Operation)LimitReached|ThrottledRequest|RequestRateTooLarge|ServerBusy|\w{0,40}TooBusy)\b|TOO_?MANY_?REQUESTS|request rate (?:is )?(?:too )?(?:large|high)|too many (?:requests|calls)|throttling|status ?(?:code)? ?[:=]? ?429|exceeded the backend storage limit|rate limit(?:ed| exceeded)/i,
    weight: 0.9,
    kind: 'phrase',
    layer: null,
    source: 'key-vault-throttling',
    sample: 'Request was not processed because too many requests were received.',
    nearMiss: 'exceeding quota limits of Core',
  },
  {
    cause: 'quota-or-capacity',
    pattern:
      /\b(?:\w{0,60}QuotaExceeded\w{0,20}|\w{0,60}OverQuota\w{0,20}|(?!Vault)\w{0,60}LimitReached|SkuNotAvailable|ZonalAllocationFailed|AllocationFailed|OutOfCapacity|Max(?!Tag)\w{3,60}Exceeded|\w{0,60}InsufficientCapacity|\w{0,60}CapacityNotAvailable|ResourceQuota\w{0,20}|RegionNotSupported|(?<!Length)LimitExceeded)\b/i,
    weight: 0.9,
    kind: 'code',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'SsemUserErrorUserAssignedLimitReached',
    nearMiss: 'ParameterReached',
  },
  {
    cause: 'quota-or-capacity',
    pattern:
      /exceed\w{0,3}[^\n]{0,60}\bquota\b|\bquota\b[^\n]{0,60}(?:exceed|reached|insufficient|increase|limit)|high demand in [^\n]{1,40}region|insufficient\w{0,12} ?quota|in quota\b|quota of 0\b|does not have enough capacity|(?:reached|exceed\w{0,3}) the (?:limit|maximum) (?:on|of|number)|maximum number of[^\n]{0,60}(?:reached|exceeded|allowed)|maximum allowed is|(?<!rate )(?<!rate-)(?<!retry )(?<!per hour )\blimits? (?:is |was |has been )?(?:exceeded|reached)|only \d{1,4} [^\n]{1,60} (?:is|are) allowed|(?:insufficient|not enough|n't enough|no|out of) capacity|\bout ?of ?quota\b|not accepting (?:creation of )?new/i,
    weight: 0.86,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'exceeding approved Total Regional Cores quota',
    nearMiss: 'too many requests were received',
  },

  {
    cause: 'name-held-by-soft-delete',
    pattern:
      /\b(?:FlagMustBeSetForRestore|ObjectIsDeletedButRecoverable|VaultAlreadyExists|\w{0,60}SoftDeleted\w{0,20}(?:Exists?|Conflict)|SoftDeletedResourceExists)\b/i,
    weight: 0.93,
    kind: 'code',
    layer: 'provider',
    source: 'key-vault-soft-delete',
    sample: 'Code="FlagMustBeSetForRestore"',
    nearMiss: 'ResourceGroupNotFound',
  },
  {
    cause: 'name-held-by-soft-delete',
    vetoes: ['vault-protection-missing', 'vault-not-found'],
    pattern:
      /(?:already )?exists in (?:a )?(?:soft[- ])?deleted state|existing soft-deleted|soft[- ]?deleted (?:\w+ ){0,3}(?:already )?exists|(?:has been|was|is) soft[- ]deleted|exists ?in ?soft-?deleted|in a soft[- ]deleted state|deleted but recoverable|(?:recover or purge|purge or recover)|name[^\n]{0,60}(?:in use|not available|reserved|already (?:taken|used|exists))[^\n]{0,120}(?:soft|delet|purg)|currently in a deleted/i,
    weight: 0.93,
    kind: 'phrase',
    layer: 'provider',
    source: 'key-vault-soft-delete',
    sample: 'A vault with the same name already exists in deleted state.',
    nearMiss: 'Soft delete must be enabled on the vault.',
  },

  {
    cause: 'service-internal',
    pattern:
      /\b(?:InternalServerError|InternalOperationError|InternalError|InternalServiceError|ServiceInternalError|ServerError|SsemServiceError\w{0,30})\b|internal (?:server |service |operation )?error|unexpected error occ?ur+ed while processing|unknown service error|an (?:(?:unknown|unexpected) )?(?:server )?error (?:has )?occ?ur+ed(?: while (?:creat|updat|delet|provision|process|sav)|\.|$)|unknown error (?:was |has been )?(?:encountered|occ?ur+ed)|unknown ?workflow ?failure|something went wrong|unable to serve this request|(?:please )?contact (?:microsoft |azure |customer )?support/i,
    weight: 0.55,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: '"code":"InternalServerError"',
    nearMiss: 'The internal network',
  },
  {
    cause: 'service-internal',
    pattern:
      /\b(?:WorkspacePatchFailed|PatchWorkspaceError|WorkspaceUpdateFailed|ApplicationUpdateFail(?:ed|ure)?|ResourceOperationFailure|ResourceDeploymentFailure)\b|unable to perform (?:patch|update) operation|terminal provisioning state '?failed|generic error\b/i,
    weight: 0.42,
    kind: 'code',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'WorkspacePatchFailed',
    nearMiss: 'WorkspaceNotFound',
  },
  {
    cause: 'service-internal',
    also: ['not-cmk'],
    pattern:
      /gateway ?time-?out|bad ?gateway|\bservice ?unavailable\b|temporarily unavailable|did not (?:receive|get) a response|(?:failed|error|status)\W{1,12}50[0234]\b/i,
    unless: /vault|login|sign-?in/i,
    weight: 0.56,
    kind: 'phrase',
    layer: 'provider',
    source: 'arm-common-errors',
    sample: 'The service is temporarily unavailable.',
    nearMiss: 'The key vault is temporarily unavailable.',
  },
];
