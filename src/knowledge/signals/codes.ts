import type { CauseId } from '../causes.ts';
import type { Refuser } from '../parties.ts';
import type { ServiceId } from '../services/index.ts';
import type { SourceId } from '../sources.ts';
import type { Signal } from './signal.ts';

/** What a page says of some codes or sentences: the cause that all of them name. */
interface Row {
  readonly cause: CauseId;
  readonly also?: readonly CauseId[];
  readonly vetoes?: readonly CauseId[];
  /** How sure they make; 0.9 unless they allow other causes. */
  readonly weight?: number;
  readonly layer: Refuser | null;
  readonly source: SourceId;
  readonly service?: ServiceId;
}

/** Documented error codes that name a cause by themselves. */
export interface CodeRow extends Row {
  /** What all codes of the row begin with. */
  readonly prefix?: string;
  /** The codes, or what follows the prefix, with spaces between. */
  readonly codes: string;
}

/** Documented sentences that stand without a code; `…` is what the service fills in. */
export interface PhraseRow extends Row {
  readonly phrases: readonly string[];
}

const grants: readonly CauseId[] = ['access-policy-missing', 'rbac-role-missing'];

/**
 * Codes from public pages and type definitions that no other signal names. A code that any failure wears, such as
 * BadRequest, is none of them.
 */
export const codeRows: readonly CodeRow[] = [
  // the key store refused the service's identity
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing', 'vault-network-blocked', 'key-access-lost'],
    layer: 'key-store',
    source: 'data-box-cmk',
    codes: 'SsemUserErrorKeyVaultBadRequestException',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing'],
    weight: 0.86,
    layer: 'key-store',
    source: 'sql-protector-spec',
    codes: 'UmiMissingAkvPermissions',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing'],
    weight: 0.86,
    layer: 'key-store',
    source: 'aks-kms-report',
    codes: 'AzureKeyVaultKmsValidateIdentityPermissionCustomerError',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing', 'key-access-lost'],
    layer: 'key-store',
    source: 'databricks-termination-codes',
    service: 'databricks',
    codes: 'AZURE_BYOK_KEY_PERMISSION_FAILURE',
  },
  {
    cause: 'access-policy-missing',
    also: ['rbac-role-missing', 'key-access-lost'],
    layer: 'key-store',
    source: 'backup-encrypted-vm',
    codes: 'BCMProtGetSaSUriAsyncError',
  },
  {
    cause: 'rbac-role-missing',
    also: ['access-policy-missing', 'key-not-found'],
    layer: 'provider',
    source: 'sql-protector-spec',
    codes: 'SameKeyUriNotFoundOnRemoteServer SameKeyMaterialNotFoundOnRemoteServer',
  },
  {
    cause: 'vault-network-blocked',
    also: ['vault-not-found', 'service-internal'],
    layer: 'key-store',
    source: 'sql-protector-spec',
    codes: 'AkvEndpointNotReachableFromNode AzureKeyVaultGenericConnectionError',
  },
  {
    cause: 'vault-protection-missing',
    layer: 'provider',
    source: 'data-explorer-cmk',
    codes: 'KeyVaultNotPurgeProtected',
  },

  // the identity
  {
    cause: 'identity-not-assigned',
    also: ['encryption-settings-invalid'],
    layer: 'provider',
    source: 'data-explorer-cmk',
    codes: 'KeyVaultPropertiesOnlyForSystemAssignedResources',
  },
  {
    cause: 'cross-tenant-misconfigured',
    also: ['identity-token-failure', 'not-cmk'],
    layer: 'identity-platform',
    source: 'entra-error-codes',
    prefix: 'AADSTS',
    codes: '700229 90099 90038 900382 900432 50194',
  },

  // the request
  {
    cause: 'encryption-settings-invalid',
    layer: 'provider',
    source: 'sql-protector-spec',
    codes:
      'InvalidUpsertKeyType DatabaseLevelEncryptionProtectorDoesNotExist RevertDatabaseLevelKeyOnlySupportedWithSMK',
  },
  {
    cause: 'prerequisite-missing',
    layer: 'provider',
    source: 'sql-protector-spec',
    codes:
      'PerDatabaseCMKHSNotSupported PerDatabaseCMKDWNotSupported PerDatabaseCMKRestoreNotSupported SecurityAzureKeyVaultGeoChainError',
  },
  {
    cause: 'encryption-settings-invalid',
    layer: 'provider',
    source: 'storage-provider-create-codes',
    codes: 'MissingEncryptionService',
  },

  // Azure Resource Manager refused the caller
  { cause: 'caller-not-authorized', layer: 'arm', source: 'arm-common-errors', codes: 'DeploymentFailedCleanUp' },
  {
    cause: 'resource-locked',
    also: ['not-cmk'],
    layer: 'provider',
    source: 'storage-provider-codes',
    codes: 'SubscriptionDisabled SubscriptionStateForbidden',
  },

  // time and state
  {
    cause: 'operation-in-progress',
    layer: 'provider',
    source: 'sql-protector-spec',
    codes: 'EncryptionProtectorChangeInProgress OperationInterrupted',
  },
  {
    cause: 'operation-in-progress',
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes: 'MoveResourcesHavePendingOperations ResourceUpdateBlockedOnPlatformUpdate AttachDiskWhileBeingDetached',
  },
  {
    cause: 'operation-in-progress',
    layer: 'provider',
    source: 'storage-provider-codes',
    codes: 'StorageAccountBeingCreated StorageAccountIsNotProvisioned',
  },
  {
    cause: 'operation-in-progress',
    layer: 'provider',
    source: 'aks-error-codes',
    codes: 'AKSOperationPreempted AKSOperationPreemptedByDelete',
  },
  { cause: 'operation-in-progress', layer: null, source: 'storage-error-codes', codes: 'AccountBeingCreated' },
  {
    cause: 'throttled',
    layer: 'provider',
    source: 'sql-protector-spec',
    codes: 'SubscriptionTooManyCreateUpdateRequests',
  },
  {
    cause: 'throttled',
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes: 'TooManyVMRedeploymentRequests',
  },
  {
    cause: 'throttled',
    also: ['identity-token-failure'],
    layer: 'identity-platform',
    source: 'entra-error-codes',
    prefix: 'AADSTS',
    codes: '90055 50196',
  },
  {
    cause: 'throttled',
    layer: 'provider',
    source: 'databricks-termination-codes',
    service: 'databricks',
    codes: 'CLUSTER_OPERATION_THROTTLED REQUEST_THROTTLED SPARK_IMAGE_DOWNLOAD_THROTTLED',
  },
  {
    cause: 'quota-or-capacity',
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes: 'OverConstrainedAllocationRequest',
  },
  {
    cause: 'quota-or-capacity',
    layer: 'provider',
    source: 'databricks-termination-codes',
    service: 'databricks',
    codes:
      'AZURE_QUOTA_EXCEEDED_EXCEPTION CLOUD_PROVIDER_RESOURCE_STOCKOUT INSTANCE_POOL_MAX_CAPACITY_REACHED SUBNET_EXHAUSTED_FAILURE IP_EXHAUSTION_FAILURE',
  },
  { cause: 'quota-or-capacity', layer: 'provider', source: 'aks-error-codes', codes: 'AksCapacityHeavyUsage' },
  {
    cause: 'quota-or-capacity',
    layer: 'provider',
    source: 'batch-resize-codes',
    codes: 'CommunicationEnabledPoolReachedMaxVMCount',
  },

  // none of these
  {
    cause: 'not-cmk',
    layer: 'arm',
    source: 'arm-common-errors',
    codes:
      'AccountNameInvalid DeploymentNameInvalidCharacters DnsRecordInUse InaccessibleImage InUseSubnetCannotBeDeleted InvalidContentLink InvalidDeploymentLocation InvalidResourceLocation InvalidResourceNamespace TemplateResourceCircularDependency JobSizeExceeded DeploymentJobSizeExceeded LocationRequired MismatchingResourceSegments OperationNotAllowedOnVMImageAsVMsBeingProvisioned PasswordTooLong PrivateIPAddressInReservedRange PrivateIPAddressNotInSubnet ReservedResourceName StorageAccountAlreadyTaken StorageAccountAlreadyExists StorageAccountInAnotherResourceGroup SubnetsNotInSameVnet SubnetIsFull TooManyTargetResourceGroups',
  },
  {
    cause: 'not-cmk',
    also: ['vault-not-found'],
    weight: 0.7,
    layer: 'arm',
    source: 'arm-common-errors',
    codes: 'ParentResourceNotFound',
  },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes:
      'AcquireDiskLeaseFailed ArtifactNotFound ArtifactVersionNotFound CertificateImproperlyFormatted ContainerAlreadyOnLease DiskBlobAlreadyInUseByAnotherDisk DiskBlobNotFound DiskImageNotReady ImageBlobNotFound IncorrectDiskBlobType IncorrectImageBlobType MissingMoveDependentResources MoveResourcesHaveInvalidState MoveResourcesNotFound OSProvisioningClientError OSProvisioningInternalError OSProvisioningTimedOut StorageAccountLocationMismatch StorageAccountNotFound StorageAccountNotRecognized StorageAccountSubscriptionMismatch StorageAccountTypeNotSupported SubscriptionNotAuthorizedForImage TargetDiskBlobAlreadyExists VHDSizeInvalid VMAgentStatusCommunicationError VMExtensionHandlerNonTransientError VMExtensionManagementInternalError VMExtensionProvisioningTimeout VMMarketplaceInvalidInput VMNotFound VMRedeploymentFailed VMRedeploymentTimedOut VMStartTimedOut',
  },
  { cause: 'not-cmk', layer: null, source: 'storage-error-codes', codes: 'AccountProtectedFromDeletion' },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'storage-provider-create-codes',
    codes:
      'AccountTypeNotSupportedInLocation InvalidAccessTier InvalidAccountType StorageAccountNameNotValid StorageAccountTypeConversionNotAllowed StorageCustomDomainNameNotSupportedForAccountType StorageCustomDomainNameNotValid',
  },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'aks-error-codes',
    codes:
      'CreateOrUpdateVirtualNetworkLinkFailed CustomPrivateDNSZoneMissingPermissions DnsServiceIpOutOfServiceCidr InUseRouteTableCannotBeDeleted NetworkSecurityGroupInUseByVirtualMachineScaleSet NodePoolMcVersionIncompatible ServiceCidrOverlapExistingSubnetsCidr ServicePrincipalValidationClientError SubnetIsDelegated UnsatisfiablePDB',
  },
  {
    cause: 'not-cmk',
    also: ['key-not-found'],
    layer: 'provider',
    source: 'backup-encrypted-vm',
    codes: 'DiskEncryptionInternalError',
  },
  {
    cause: 'not-cmk',
    also: ['location-or-subscription-mismatch'],
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes: 'CrossSubscriptionMoveWithKeyVaultResources',
  },
  {
    cause: 'not-cmk',
    also: ['key-access-lost'],
    vetoes: grants,
    weight: 0.84,
    layer: 'provider',
    source: 'virtual-machine-errors',
    codes: 'DiskEncryptionKeySecretUnwrapFailed',
  },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'backup-encrypted-vm',
    codes: 'UserErrorEncryptedVmNotSupportedWithDiskEx',
  },
  {
    cause: 'not-cmk',
    layer: null,
    source: 'storage-sas-errors',
    prefix: 'Authorization',
    codes: 'SourceIPMismatch ProtocolMismatch ServiceMismatch ResourceTypeMismatch',
  },
  {
    cause: 'not-cmk',
    layer: null,
    source: 'storage-blob-error-codes',
    codes:
      'BlobAlreadyExists BlobArchived BlobBeingRehydrated BlobImmutableDueToPolicy BlobNotFound ContainerAlreadyExists ContainerBeingDeleted ContainerDisabled ContainerNotFound InsufficientAccountPermissions InvalidAuthenticationInfo LeaseAlreadyPresent LeaseIdMissing NoAuthenticationInformation PendingCopyOperation UnauthorizedBlobOverwrite',
  },
  {
    cause: 'not-cmk',
    vetoes: [...grants, 'vault-network-blocked', 'vault-not-found'],
    layer: 'key-store',
    source: 'application-gateway-vault-errors',
    codes: 'SecretDeletedFromKeyVault CustomerKeyVaultSubscriptionDisabled',
  },
  {
    cause: 'not-cmk',
    layer: 'key-store',
    source: 'app-service-vault-references',
    codes: 'SecretVersionNotFound',
  },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'sql-protector-spec',
    codes: 'SubscriptionDoesNotHaveServer ServerNotInSubscriptionResourceGroup',
  },
  {
    cause: 'not-cmk',
    layer: 'arm',
    source: 'role-assignment-exists-report',
    codes: 'RoleAssignmentExists',
  },
  { cause: 'not-cmk', layer: 'arm', source: 'rbac-troubleshooting', codes: 'RoleDefinitionHasAssignments' },
  {
    cause: 'not-cmk',
    layer: 'provider',
    source: 'databricks-termination-codes',
    service: 'databricks',
    codes:
      'AZURE_EPHEMERAL_DISK_FAILURE AZURE_VM_EXTENSION_FAILURE AZURE_VNET_CONFIGURATION_FAILURE CONTROL_PLANE_CONNECTION_FAILURE DOCKER_IMAGE_PULL_FAILURE GLOBAL_INIT_SCRIPT_FAILURE IMAGE_PULL_PERMISSION_DENIED INIT_SCRIPT_FAILURE NETWORK_CONFIGURATION_FAILURE NPIP_TUNNEL_SETUP_FAILURE NPIP_TUNNEL_TOKEN_FAILURE SECRET_CREATION_FAILURE SECRET_PERMISSION_DENIED SECRET_RESOLUTION_ERROR SPOT_INSTANCE_TERMINATION',
  },
  {
    cause: 'not-cmk',
    layer: null,
    source: 'connector-sql-errors',
    prefix: 'Sql',
    codes:
      'UnauthorizedAccess OpenConnectionTimeout AutoCreateTableTypeMapFailed DataTypeNotSupported InvalidDbStoredProcedure InvalidDbQueryString InvalidColumnName BatchWriteTimeout BatchWriteTransactionFailed BulkCopyInvalidColumnLength ConnectionIsClosed',
  },
  {
    cause: 'not-cmk',
    layer: null,
    source: 'connector-blob-errors',
    prefix: 'Azure',
    codes:
      'BlobInvalidBlockSize BlobFailedToCreateContainer StorageOperationFailedConcurrentWrite AppendBlobConcurrentWriteConflict',
  },
  {
    cause: 'not-cmk',
    also: ['caller-not-authorized'],
    layer: null,
    source: 'connector-data-lake-errors',
    codes: 'ADLSGen2ForbiddenError',
  },
  // A person or a pipeline signs in; the identity of a service meets none of these.
  {
    cause: 'not-cmk',
    also: ['identity-token-failure'],
    weight: 0.82,
    layer: 'identity-platform',
    source: 'entra-error-codes',
    prefix: 'AADSTS',
    codes:
      '16000 16001 16002 160021 16003 17003 50005 50011 50014 50015 500208 50053 50055 50056 50057 50061 50064 50068 50070 50071 50072 50074 50078 50085 50088 50089 50097 50125 50127 50129 50132 50133 50135 50136 50139 50140 50143 50144 50155 50161 50168 50177 50178 50180 50187 50192 50197 50199 51001 51004 51006 530032 530034 530035 53010 53011 54000 54005 70000 70008 700084 70016 70018 70019 80001 80002 80005 80007 80010 80012 80013 80014 81004 81005 81006 81007 81009 81010 81011 81012 90008 90072 90084 90094 90095 120000 120002 120003 120004 120005 120008 130004 130005 130006 130007 130008 135011',
  },
];

/** Sentences from public pages that stand without a code. */
export const phraseRows: readonly PhraseRow[] = [
  {
    cause: 'caller-not-authorized',
    vetoes: grants,
    weight: 0.92,
    layer: 'arm',
    source: 'rbac-troubleshooting',
    phrases: ['does not have authorization or an ABAC condition not fulfilled to perform action'],
  },
  {
    cause: 'caller-not-authorized',
    also: ['rbac-role-missing', 'grant-not-propagated'],
    weight: 0.84,
    layer: 'key-store',
    source: 'key-vault-rbac-portal',
    phrases: ['The operation is not allowed by RBAC'],
  },
  {
    cause: 'quota-or-capacity',
    layer: 'arm',
    source: 'role-limits',
    phrases: ['No more role assignments can be created'],
  },
  {
    cause: 'not-cmk',
    layer: 'arm',
    source: 'rbac-troubleshooting',
    phrases: [
      'The provided information does not map to a role assignment',
      'Cannot delete the last RBAC admin assignment',
      'There are existing role assignments referencing role',
      'You cannot add data action permissions when you have a management group as an assignable scope',
    ],
  },
  {
    cause: 'not-cmk',
    layer: 'arm',
    source: 'role-assignment-exists-report',
    phrases: ['The role assignment already exists'],
  },
  {
    cause: 'identity-not-assigned',
    layer: 'identity-platform',
    source: 'azure-identity-troubleshoot',
    phrases: ['requested identity … been assigned to this resource'],
  },
  {
    cause: 'identity-token-failure',
    also: ['identity-not-assigned'],
    layer: 'identity-platform',
    source: 'azure-identity-troubleshoot',
    phrases: ['No response received from the managed identity endpoint'],
  },
  {
    cause: 'identity-token-failure',
    also: ['not-cmk'],
    layer: 'identity-platform',
    source: 'managed-identity-token',
    phrases: ['Required metadata header not specified'],
  },
  {
    cause: 'not-cmk',
    also: ['identity-token-failure'],
    weight: 0.86,
    layer: null,
    source: 'azure-identity-troubleshoot',
    phrases: ["Please run 'az login'", "Please run 'Connect-AzAccount'"],
  },
  {
    cause: 'prerequisite-missing',
    also: ['encryption-settings-invalid'],
    weight: 0.86,
    layer: 'provider',
    source: 'netapp-cmk',
    phrases: ['NetAppAccount has not been configured with KeyVault encryption'],
  },
  {
    cause: 'prerequisite-missing',
    also: ['identity-not-assigned'],
    weight: 0.88,
    layer: 'provider',
    source: 'aks-kms-identity-report',
    phrases: ['AzureKeyVaultKms feature does not support cluster identity type'],
  },
  {
    cause: 'cmk-only-at-creation',
    layer: 'provider',
    source: 'netapp-cmk',
    phrases: ['EncryptionKeySource cannot be changed'],
  },
  {
    cause: 'key-access-lost',
    also: ['access-policy-missing', 'rbac-role-missing', 'vault-network-blocked'],
    layer: 'provider',
    source: 'netapp-cmk',
    phrases: ['Unable to use the configured encryption key, please check if key is active'],
  },
  {
    cause: 'key-access-lost',
    also: ['not-cmk'],
    layer: 'provider',
    source: 'ml-search-cmk',
    phrases: ['The query key used might have been revoked'],
  },
];

function signalOf(row: Row, kind: Signal['kind'], pattern: RegExp, first: string): Signal {
  const { cause, also, vetoes, weight = also ? 0.8 : 0.9, layer, source, service } = row;
  return {
    cause,
    ...(also && { also }),
    ...(vetoes && { vetoes }),
    pattern,
    weight,
    kind,
    layer,
    source,
    sample: kind === 'code' ? `Code="${first}"` : `${first}.`,
    // A code inside of a longer one is another code, and a sentence that breaks off is none.
    nearMiss: kind === 'code' ? `Code="${first}s"` : first.slice(0, -1),
    ...(service && { service }),
  };
}

function codesOf({ prefix = '', codes }: CodeRow): string[] {
  return codes.split(' ').map((code) => prefix + code);
}

function codeSignal(row: CodeRow): Signal {
  const pattern = new RegExp(
    `\\b(?:(?:BMS|Ssem)?UserError)?${row.prefix ?? ''}(?:${row.codes.replaceAll(' ', '|')})\\b`,
    'i',
  );
  return signalOf(row, 'code', pattern, codesOf(row)[0] ?? '');
}

function phraseSignal(row: PhraseRow): Signal {
  const sources = row.phrases.map((text) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^\\n]{1,80}?'),
  );
  return signalOf(row, 'phrase', new RegExp(sources.join('|'), 'i'), (row.phrases[0] ?? '').replaceAll('…', 'contoso'));
}

/**
 * Every documented code with the cause that it names.
 *
 * @example documentedCodes.find(({ code }) => code === 'KeyVaultNotPurgeProtected')?.cause // 'vault-protection-missing'
 */
export const documentedCodes: readonly { readonly code: string; readonly cause: CauseId }[] = codeRows.flatMap((row) =>
  codesOf(row).map((code) => ({ code, cause: row.cause })),
);

/** Documented codes and sentences: one signal for each row. */
export const codeSignals: readonly Signal[] = [...codeRows.map(codeSignal), ...phraseRows.map(phraseSignal)];
