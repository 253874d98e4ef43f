import type { CauseId } from '../causes.ts';
import { plan as accessPolicyMissing } from './access-policy-missing.ts';
import { plan as activationPending } from './activation-pending.ts';
import { plan as callerNotAuthorized } from './caller-not-authorized.ts';
import type { CausePlan } from './cause.ts';
import { plan as cmkOnlyAtCreation } from './cmk-only-at-creation.ts';
import { plan as crossTenantMisconfigured } from './cross-tenant-misconfigured.ts';
import { plan as denyAssignment } from './deny-assignment.ts';
import { plan as encryptionSettingsInvalid } from './encryption-settings-invalid.ts';
import { plan as grantNotPropagated } from './grant-not-propagated.ts';
import { plan as identityNotAssigned } from './identity-not-assigned.ts';
import { plan as identityTokenFailure } from './identity-token-failure.ts';
import { plan as keyAccessLost } from './key-access-lost.ts';
import { plan as keyDisabled } from './key-disabled.ts';
import { plan as keyNotFound } from './key-not-found.ts';
import { plan as keyOperationNotAllowed } from './key-operation-not-allowed.ts';
import { plan as keyOutsideValidity } from './key-outside-validity.ts';
import { plan as keyTypeUnsupported } from './key-type-unsupported.ts';
import { plan as keyUriInvalid } from './key-uri-invalid.ts';
import { plan as locationOrSubscriptionMismatch } from './location-or-subscription-mismatch.ts';
import { plan as nameHeldBySoftDelete } from './name-held-by-soft-delete.ts';
import { plan as notCmk } from './not-cmk.ts';
import { plan as operationInProgress } from './operation-in-progress.ts';
import { plan as policyDenied } from './policy-denied.ts';
import { plan as prerequisiteMissing } from './prerequisite-missing.ts';
import { plan as quotaOrCapacity } from './quota-or-capacity.ts';
import { plan as rbacRoleMissing } from './rbac-role-missing.ts';
import { plan as resourceLocked } from './resource-locked.ts';
import { plan as serviceInternal } from './service-internal.ts';
import { plan as throttled } from './throttled.ts';
import { plan as vaultNetworkBlocked } from './vault-network-blocked.ts';
import { plan as vaultNotFound } from './vault-not-found.ts';
import { plan as vaultProtectionMissing } from './vault-protection-missing.ts';

/** How each cause is confirmed and put right. */
export const causePlans: Readonly<Record<CauseId, CausePlan>> = {
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
