import type { CauseId } from '../causes.ts';
import { page as accessPolicyMissing } from './access-policy-missing.ts';
import { page as activationPending } from './activation-pending.ts';
import { page as callerNotAuthorized } from './caller-not-authorized.ts';
import type { CausePage } from './cause.ts';
import { page as cmkOnlyAtCreation } from './cmk-only-at-creation.ts';
import { page as crossTenantMisconfigured } from './cross-tenant-misconfigured.ts';
import { page as denyAssignment } from './deny-assignment.ts';
import { page as encryptionSettingsInvalid } from './encryption-settings-invalid.ts';
import { page as grantNotPropagated } from './grant-not-propagated.ts';
import { page as identityNotAssigned } from './identity-not-assigned.ts';
import { page as identityTokenFailure } from './identity-token-failure.ts';
import { page as keyAccessLost } from './key-access-lost.ts';
import { page as keyDisabled } from './key-disabled.ts';
import { page as keyNotFound } from './key-not-found.ts';
import { page as keyOperationNotAllowed } from './key-operation-not-allowed.ts';
import { page as keyOutsideValidity } from './key-outside-validity.ts';
import { page as keyTypeUnsupported } from './key-type-unsupported.ts';
import { page as keyUriInvalid } from './key-uri-invalid.ts';
import { page as locationOrSubscriptionMismatch } from './location-or-subscription-mismatch.ts';
import { page as nameHeldBySoftDelete } from './name-held-by-soft-delete.ts';
import { page as notCmk } from './not-cmk.ts';
import { page as operationInProgress } from './operation-in-progress.ts';
import { page as policyDenied } from './policy-denied.ts';
import { page as prerequisiteMissing } from './prerequisite-missing.ts';
import { page as quotaOrCapacity } from './quota-or-capacity.ts';
import { page as rbacRoleMissing } from './rbac-role-missing.ts';
import { page as resourceLocked } from './resource-locked.ts';
import { page as serviceInternal } from './service-internal.ts';
import { page as throttled } from './throttled.ts';
import { page as vaultNetworkBlocked } from './vault-network-blocked.ts';
import { page as vaultNotFound } from './vault-not-found.ts';
import { page as vaultProtectionMissing } from './vault-protection-missing.ts';

/** What the page of each cause says beside its plan. */
export const causePages: Readonly<Record<CauseId, CausePage>> = {
  'access-policy-missing': accessPolicyMissing,
  'rbac-role-missing': rbacRoleMissing,
  'vault-network-blocked': vaultNetworkBlocked,
  'key-disabled': keyDisabled,
  'key-outside-validity': keyOutsideValidity,
  'key-not-found': keyNotFound,
  'vault-not-found': vaultNotFound,
  'key-operation-not-allowed': keyOperationNotAllowed,
  'key-type-unsupported': keyTypeUnsupported,
  'vault-protection-missing': vaultProtectionMissing,
  'grant-not-propagated': grantNotPropagated,
  'key-access-lost': keyAccessLost,
  'identity-not-assigned': identityNotAssigned,
  'identity-token-failure': identityTokenFailure,
  'cross-tenant-misconfigured': crossTenantMisconfigured,
  'key-uri-invalid': keyUriInvalid,
  'location-or-subscription-mismatch': locationOrSubscriptionMismatch,
  'encryption-settings-invalid': encryptionSettingsInvalid,
  'cmk-only-at-creation': cmkOnlyAtCreation,
  'prerequisite-missing': prerequisiteMissing,
  'activation-pending': activationPending,
  'caller-not-authorized': callerNotAuthorized,
  'policy-denied': policyDenied,
  'resource-locked': resourceLocked,
  'deny-assignment': denyAssignment,
  'operation-in-progress': operationInProgress,
  throttled,
  'quota-or-capacity': quotaOrCapacity,
  'name-held-by-soft-delete': nameHeldBySoftDelete,
  'service-internal': serviceInternal,
  'not-cmk': notCmk,
};
