import { findFirstError } from '../activity-log.ts';
import { plan as accessPolicyMissing } from '../causes/access-policy-missing.ts';
import { plan as crossTenant } from '../causes/cross-tenant-misconfigured.ts';
import { plan as denyAssignment } from '../causes/deny-assignment.ts';
import { plan as grantNotPropagated } from '../causes/grant-not-propagated.ts';
import { plan as identityTokenFailure } from '../causes/identity-token-failure.ts';
import { plan as keyOperationNotAllowed } from '../causes/key-operation-not-allowed.ts';
import { listVersions } from '../causes/key-state.ts';
import { plan as keyTypeUnsupported } from '../causes/key-type-unsupported.ts';
import { plan as locationMismatch } from '../causes/location-or-subscription-mismatch.ts';
import { plan as rbacRoleMissing } from '../causes/rbac-role-missing.ts';
import { plan as resourceLocked } from '../causes/resource-locked.ts';
import { plan as vaultNetworkBlocked } from '../causes/vault-network-blocked.ts';
import { plan as vaultProtectionMissing } from '../causes/vault-protection-missing.ts';
import { seeState } from '../first-look.ts';
import { readKeySettings } from '../key-settings.ts';
import type { Step } from '../step.ts';
import type { QuestionId } from './question.ts';

/** How to find the answer to a question: where to look in the portal, and commands that only read. */
export interface HowToFind {
  readonly portal: string;
  /** The steps of the reader's service that come first. */
  readonly ofService: readonly ('readState' | 'findPrincipal')[];
  /** What comes first instead, while the service is not known. */
  readonly anyService: readonly Step[];
  readonly steps: readonly Step[];
}

/**
 * A step of a plan as it reads beside a question, where nothing is expected yet.
 *
 * @example asked(plan.confirm[0], 'Read the network', 'What Deny means.')
 */
function asked(step: Step | undefined, title: string, text: string): Step[] {
  return step ? [{ ...step, title, text }] : [];
}

const inMessage = (portal: string): HowToFind => ({ portal, ofService: [], anyService: [], steps: [findFirstError] });
const inState = (portal: string): HowToFind => ({
  portal,
  ofService: ['readState'],
  anyService: [seeState],
  steps: [],
});
const inAzure = (portal: string, ...steps: Step[][]): HowToFind => ({
  portal,
  ofService: [],
  anyService: [],
  steps: steps.flat(),
});

const activityLog =
  'The resource, Activity log, the failed operation, JSON: the innermost code of statusMessage counts.';

/** How to find the answer to each question. It travels with the plans, apart from the script. */
export const howToFind: Readonly<Record<QuestionId, HowToFind>> = {
  service: inAzure('The resource, Overview, JSON View: type.', [
    {
      kind: 'confirm',
      title: 'Read the type of the resource',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the resource',
      text: 'The part before the slash names the service, as in Microsoft.Synapse.',
      commands: {
        az: 'az resource show --ids "$RESOURCE_ID" --query type --output tsv',
        PowerShell: '(Get-AzResource -ResourceId $resourceId).ResourceType',
      },
      sources: ['arm-common-types'],
    },
  ]),
  'databricks-key': inState(
    'The workspace, Encryption: the key whose save was refused. A cluster that does not start is about managed disks.',
  ),
  'machine-learning-key': inState(
    'The workspace or hub, Overview, JSON View: kind, hubResourceId, enableServiceSideCMKEncryption, serviceProvisionedResourceGroup.',
  ),
  'log-analytics-key': inState('The cluster, Overview, JSON View: keyVaultProperties and associatedWorkspaces.'),
  'health-data-key': inState('The workspace, FHIR service or DICOM service, then the service, Overview, JSON View.'),
  'discovery-key': inState('The resource that is Failed, Overview: its type.'),
  'storage-key': inState('The storage account, Encryption; and its tab Encryption scopes.'),
  refused: inMessage(`${activityLog} An action Microsoft.KeyVault/vaults/keys/… is refused to the service.`),
  arm: inMessage(activityLog),
  locks: inAzure(
    'The resource, Locks; Access control (IAM), Deny assignments; and Policy, Assignments, for its scope.',
    asked(
      resourceLocked.confirm[0],
      'List the locks',
      'ReadOnly stops an update. CanNotDelete does not. One on the resource group or subscription reaches the resource, too.',
    ),
    asked(
      denyAssignment.confirm[0],
      'List the deny assignments',
      'Managed resource groups have one. The list of locks does not show it.',
    ),
    [findFirstError],
  ),
  sent: inMessage(
    'The resource, Activity log, the failed operation: its time, and who sent it. If a template was sent, it stands in the deployment of that time.',
  ),
  request: inMessage(`${activityLog} The property that it names is the one to look at.`),
  place: inAzure(
    'The vault, Properties: soft delete and purge protection. Overview of both: region and subscription.',
    asked(
      vaultProtectionMissing.confirm[0],
      'Read the protection of the vault',
      'purge false or empty means that purge protection is off.',
    ),
    asked(locationMismatch.confirm[0], 'Compare region and subscription', locationMismatch.confirm[0]?.text ?? ''),
    asked(
      crossTenant.confirm[0],
      'Read the tenant of the vault',
      'Compare it with the tenant of the identity: tenantId in the identity block of the resource.',
    ),
  ),
  identifier: inAzure(
    'The vault, Keys, the key, the version: Key Identifier, key type and size.',
    [readKeySettings],
    asked(
      keyTypeUnsupported.confirm[0],
      'Read type and size of the key',
      'Compare with what the page of the service says.',
    ),
  ),
  later: inMessage(activityLog),
  tried: inMessage(`${activityLog} Look at the times: what came before, and what between.`),
  status: inState('The resource, Overview, JSON View: provisioningState. Then try to read data.'),
  identity: {
    portal: 'The resource, Identity; and the vault, Overview, JSON View: tenantId.',
    ofService: ['readState', 'findPrincipal'],
    anyService: [seeState],
    steps: [
      asked(
        identityTokenFailure.confirm[0],
        'Look the identity up in the directory',
        'PRINCIPAL_ID is the object id from the message, or else that of the resource. It must be found, and be the same in both. A Microsoft application has no identity block: find it in the directory.',
      ),
      asked(
        crossTenant.confirm[0],
        'Read the tenant of the vault',
        'Compare it with tenantId in the identity block of the resource.',
      ),
    ].flat(),
  },
  network: inAzure(
    'The vault, Networking: public access, exceptions, private endpoints. SecuredByPerimeter as publicNetworkAccess in the JSON View means a perimeter.',
    vaultNetworkBlocked.confirm.filter(({ commands }) => commands?.az),
  ),
  grant: {
    portal:
      'The vault, Access configuration; then Access control (IAM), Check access, or Access policies. Compare object ids: names repeat, ids do not.',
    ofService: ['findPrincipal'],
    anyService: [seeState],
    steps: [
      asked(
        rbacRoleMissing.confirm[0],
        'Read the model, and the roles of the identity',
        'true is Azure RBAC. Look for a role with wrap and unwrap on the key; Owner and Contributor have neither.',
      ),
      asked(
        grantNotPropagated.confirm[0],
        'With Azure RBAC: how old is the role?',
        'created is in UTC; it stands in the output of the Azure CLI.',
      ),
      asked(
        accessPolicyMissing.confirm[0],
        'With access policies: read the entry of the identity',
        'rbac false or empty means access policies. All three are needed, for exactly this object id.',
      ),
      asked(
        rbacRoleMissing.confirm[1],
        'For a key in a Managed HSM: read the local roles',
        'The list for / does not show what is assigned on one key, so ask for both.',
      ),
    ].flat(),
  },
  key: inAzure(
    'The vault, Keys, the key, the version: enabled, dates, permitted operations. A deleted one: Manage deleted keys.',
    [
      listVersions(
        'List the versions',
        'Look at the version that the resource names, or at the newest one if it names none.',
      ),
    ],
    asked(
      keyOperationNotAllowed.confirm[0],
      'Read the permitted operations of the version',
      'Both wrapKey and unwrapKey must be there.',
    ),
  ),
};
