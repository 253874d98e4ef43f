import { anyVersion, managerRequest } from '../rest.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { addAccessPolicy, assignIdentity, assignRole, toNewIdentity } from './grants.ts';
import { portal, powerShell, terraform } from './looks.ts';

export const plan: CausePlan = {
  confirm: [
    {
      kind: 'confirm',
      title: 'Read the identities of the resource',
      risk: 'safe',
      who: 'anyone',
      needs: 'Reader on the resource',
      text: 'Expect none, or a list without the identity that the encryption settings name.',
      commands: {
        az: 'az resource show --ids "$RESOURCE_ID" --query identity',
        PowerShell: '(Get-AzResource -ResourceId $resourceId).Identity | ConvertTo-Json',
        REST: managerRequest('GET', '$RESOURCE_ID', anyVersion),
      },
      sources: ['managed-identity-issues'],
    },
  ],
  fix: [
    {
      ...assignIdentity,
      title: 'Assign the identity to the resource',
      text: "Use the service's own update, and repeat every identity that is listed now: a full update can remove what it leaves out. A user-assigned identity keeps its grants; a system-assigned one that was switched off has a new object id.",
      takes: 'until the update has ended; a new identity can be unknown to its directory for some minutes',
      undo: 'The same update without the identity, once nothing uses it.',
    },
    toNewIdentity(assignRole),
    toNewIdentity(addAccessPolicy),
  ],
};

export const page: CausePage = {
  looks: [
    { tool: 'az', text: 'ERROR: No managed service identities are associated with resource ws-contoso.' },
    powerShell('Set-AzStorageAccount', {
      status: 500,
      code: 'MissingMsiHeaders',
      message: 'MSI headers are missing from the request.',
    }),
    terraform('updating Workspace', {
      status: 401,
      code: 'AzureKeyVaultNoServerIdentity',
      message: 'The server identity is not correctly configured on server.',
    }),
    portal('Failed to update the cluster', {
      status: 400,
      code: 'BadRequest',
      message: 'Identity is null or empty. Set Identity with systemAssigned type.',
    }),
  ],
  why: [
    {
      text: 'A full update can take away the identities that it leaves out. The DICOM page, for one, asks to repeat all properties and identities.',
      sources: ['health-dicom-cmk'],
    },
    {
      text: 'The encryption settings name a user-assigned identity that is not in the identity list of the resource.',
      sources: ['managed-identity-issues'],
    },
    {
      text: 'The link between the resource and the identity is broken on the side of Azure. Assigning it again mends it.',
      sources: ['managed-identity-issues'],
    },
  ],
  prevent: [
    {
      text: 'Send the whole identity block with every full update.',
      sources: ['health-dicom-cmk', 'synapse-identity'],
    },
  ],
  perService: {
    synapse: {
      text: 'A system-assigned identity always exists. A user-assigned one must be in the identity list before the key may name it.',
      sources: ['synapse-identity', 'synapse-encryption'],
    },
    databricks: {
      text: 'The workspace itself takes no identity. DBFS root needs the identity of its storage account, which is made when encryption is prepared.',
      sources: ['databricks-types', 'databricks-dbfs-cli'],
    },
    'machine-learning': {
      text: 'Not every caller is assigned: with a managed resource group the key is mostly read by the application Azure Cosmos DB, which needs a grant and no assignment. A user-assigned identity stands in three places: identity, primaryUserAssignedIdentity, and encryption.identity, which is fixed at creation.',
      sources: ['ml-cmk-setup', 'ml-terraform-hub', 'ml-patch-model'],
    },
    'log-analytics': {
      text: 'Assign the identity first and set the key in a second request: a new identity and the key in one request are refused. Sentinel needs the system-assigned one.',
      sources: ['log-analytics-cmk', 'log-analytics-sentinel'],
    },
    'health-data': {
      text: 'The service takes one identity only, and reads the key with it. Changing its kind can break export and import, whose roles the old one held.',
      sources: ['health-fhir-cmk', 'health-api-review'],
    },
    discovery: {
      text: 'The identity is chosen at creation and cannot be changed later.',
      sources: ['discovery-identity'],
    },
    'online-experimentation': {
      text: 'The identity that the key settings name must be in the identity list as well.',
      sources: ['online-experimentation-models'],
    },
    storage: {
      text: 'With a key at creation, the identity must be user-assigned: a system-assigned one does not exist yet.',
      sources: ['storage-cmk'],
    },
  },
  sources: ['managed-identity-issues', 'identity-headers-report', 'sql-tde-troubleshoot', 'synapse-identity'],
};
