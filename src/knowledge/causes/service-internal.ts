import { findFirstError } from '../activity-log.ts';
import { readAuditLog } from '../audit-log.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [findFirstError, readAuditLog],
  fix: [
    {
      kind: 'fix',
      title: 'A narrower reason, one retry, then support',
      risk: 'safe',
      who: 'workspace-owner',
      needs: 'Support Request Contributor, for a request',
      text: 'Paste any reason that the lists name. If there is none, wait some minutes and retry once. Still internal: open a support request with resource id, correlation id, time, key identifier and encryption block. Change no key and delete nothing meanwhile.',
      sources: ['arm-common-errors', 'rbac-troubleshooting'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (InternalServerError) An unexpected error occurred while processing the request. Tracking ID: '11111111-1111-1111-1111-111111111111'
Code: InternalServerError`,
    },
    {
      tool: 'PowerShell',
      text: `New-AzResourceGroupDeployment: Code=ResourceDeploymentFailure; Message=The resource operation completed with terminal provisioning state 'Failed'.`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: waiting for update of Workspace "ws-contoso": Code="InternalServerError" Message="Internal server error"`,
    },
    {
      tool: 'activity log',
      text: `"status": {"value":"Failed"}, "subStatus": {"value":"InternalServerError"}, "properties": {"statusMessage":"{\\"error\\":{\\"code\\":\\"DeploymentFailed\\",\\"message\\":\\"At least one resource deployment operation failed. Please list deployment operations for details.\\"}}"}`,
    },
    { tool: 'portal', text: 'Your deployment failed. (Code: DeploymentFailed) Click here for details.' },
  ],
  why: [
    {
      text: 'A wrapper such as DeploymentFailed hides the real code, which stands in the details of a deployment operation.',
      sources: ['arm-common-errors', 'arm-find-error-code'],
    },
    {
      text: 'The provider turned a refusal of the key store into an internal error. ForbiddenByRbac was seen so in an activity log.',
      sources: ['key-vault-rbac-activity-log'],
    },
    {
      text: 'A passing fault: Microsoft describes InternalServerError as a temporary problem, to be retried.',
      sources: ['arm-common-errors'],
    },
  ],
  prevent: [
    {
      text: "Switch the vault's audit log on before the update: it names the reason when the message does not.",
      sources: ['key-vault-logging'],
    },
  ],
  perService: {
    'health-data': {
      text: 'HTTP 500 on every FHIR or DICOM call is how these services show that the key is out of reach.',
      sources: ['health-fhir-cmk', 'health-dicom-cmk'],
    },
    discovery: {
      text: 'InternalServerError: retry, then a support request with the correlation id. A workspace that ends Failed cannot be updated any more.',
      sources: ['discovery-errors'],
    },
    databricks: {
      text: 'ApplicationUpdateFail and WorkspacePatchFailed are wrappers too: the inner details name the reason.',
      sources: ['databricks-provider-tags-thread'],
    },
  },
  sources: ['arm-common-errors', 'key-vault-logging'],
};
