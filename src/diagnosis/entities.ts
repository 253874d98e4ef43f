import { firstPartyApplications } from '../knowledge/applications.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';
import type { Flat } from './flatten.ts';

/** What can be found in an error beside its cause. */
export type EntityName =
  | 'vaultName'
  | 'vaultRegion'
  | 'keyName'
  | 'keyVersion'
  | 'keyIdentifier'
  | 'principalId'
  | 'applicationId'
  | 'applicationName'
  | 'tenantId'
  | 'identityResourceId'
  | 'subscriptionId'
  | 'resourceGroup'
  | 'resourceId'
  | 'workspaceName'
  | 'missingPermission'
  | 'action'
  | 'clientAddress'
  | 'correlationId';

/** A value and its place in the paste. */
export interface Entity {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The values found, by name. */
export type Entities = Partial<Record<EntityName, Entity>>;

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const workspaceTypes = Object.values(services)
  .flatMap(({ resourceTypes }) => resourceTypes)
  .join('|');

/** Patterns with one group, the value; the first that matches counts. */
const patterns: readonly (readonly [EntityName, RegExp])[] = [
  ['principalId', new RegExp(`\\boid=(${guid})`, 'i')],
  ['principalId', new RegExp(`object id '(${guid})'`, 'i')],
  ['principalId', new RegExp(`service principal with id (${guid})`, 'i')],
  ['applicationId', new RegExp(`\\bappid=(${guid})`, 'i')],
  ['tenantId', new RegExp(`sts\\.windows\\.net/(${guid})`, 'i')],
  ['vaultName', /vault:? '?([a-z][a-z0-9-]{1,22}[a-z0-9]);location=/i],
  ['vaultName', /https:\/\/([a-z][a-z0-9-]{1,22}[a-z0-9])\.vault\.(?:azure|usgovcloudapi|microsoftazure)\./i],
  ['vaultName', /microsoft\.keyvault\/vaults\/([a-z][a-z0-9-]{1,22}[a-z0-9])/i],
  ['vaultRegion', /;location=([a-z0-9]{3,30})/i],
  [
    'keyIdentifier',
    /(https:\/\/[a-z0-9-]{3,24}\.(?:vault|managedhsm)\.[a-z.]{3,40}(?::443)?\/keys\/[a-z0-9-]{1,127}(?:\/[0-9a-f]{32})?)/i,
  ],
  ['keyName', /\.(?:vault|managedhsm)\.[a-z.]{3,40}(?::443)?\/keys\/([a-z0-9-]{1,127})/i],
  ['keyName', /microsoft\.keyvault\/vaults\/[a-z0-9-]{3,24}\/keys\/(?!read\b|wrap\b|unwrap\b)([a-z0-9-]{1,127})/i],
  ['keyName', /workspace key: ([a-z0-9-]{1,127})/i],
  ['keyVersion', /\/keys\/[a-z0-9-]{1,127}\/([0-9a-f]{32})/i],
  ['missingPermission', /does not have ((?:keys|secrets|certificates) \w{1,20}) permission/i],
  ['action', /action: ?'([\w./]{3,120})'/i],
  ['action', /perform action(?:\(s\))? '([\w./]{3,120})'/i],
  ['action', /required permission: action: ([\w./]{3,120})/i],
  ['clientAddress', /client address: ?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})/i],
  ['correlationId', new RegExp(`correlation ?id\\W{1,6}(${guid})`, 'i')],
  ['identityResourceId', /(\/subscriptions\/[^\s'"<>]{1,200}\/userAssignedIdentities\/[\w-]{3,128})/i],
  [
    'resourceId',
    new RegExp(
      `(/subscriptions/[^\\s'"<>/]{1,60}/resourceGroups/[^\\s'"<>/]{1,90}/providers/(?:${workspaceTypes})/[\\w.-]{1,90})`,
      'i',
    ),
  ],
];

/** Finds names, ids and addresses in a text. What was blacked out with stars or x is no value. */
export function findEntities(flat: Flat): Entities {
  const found: Entities = {};
  const put = (name: EntityName, value: string, at: number) => {
    found[name] ??= { value, start: flat.offsets[at] ?? 0, end: (flat.offsets[at + value.length - 1] ?? 0) + 1 };
  };
  for (const [name, pattern] of patterns) {
    if (found[name]) continue;
    const match = pattern.exec(flat.text);
    const value = match?.[1];
    if (match && value && !/^x+$|\*/i.test(value)) put(name, value, match.index + match[0].indexOf(value));
  }
  const id = found.resourceId?.value ?? /\/subscriptions\/[^\s'"<>]{1,300}/i.exec(flat.text)?.[0] ?? '';
  const idAt = flat.text.indexOf(id);
  for (const [name, pattern] of [
    ['subscriptionId', new RegExp(`/subscriptions/(${guid})`, 'i')],
    ['resourceGroup', /\/resourceGroups\/([\w().-]{1,90})/i],
  ] as const) {
    const match = pattern.exec(id);
    const value = match?.[1];
    if (match && value && !/^x+$|^\*/i.test(value)) put(name, value, idAt + match.index + match[0].indexOf(value));
  }
  const last = found.resourceId?.value.split('/').at(-1);
  if (found.resourceId && last && !/^x+$/i.test(last)) {
    found.workspaceName = { value: last, start: found.resourceId.end - last.length, end: found.resourceId.end };
  }
  const application = firstPartyApplications[found.applicationId?.value.toLowerCase() ?? ''];
  if (application && found.applicationId) found.applicationName = { ...found.applicationId, value: application };
  return found;
}

const names: readonly (readonly [ServiceId, RegExp])[] = [
  ['synapse', /microsoft\.synapse\/|synapse\.\w{1,30}client|az synapse|azsynapse|azurerm_synapse|\bsynapse\b/i],
  [
    'databricks',
    /microsoft\.databricks\/|azdatabricks|az databricks|azurerm_databricks|\bdatabricks\b|dbstorage|2ff814a6-3304/i,
  ],
  [
    'machine-learning',
    /microsoft\.machinelearningservices\/|az ml |azureml|azmlworkspace|azurerm_machine_learning|machine ?learning/i,
  ],
  ['health-data', /microsoft\.healthcareapis\/|azurerm_healthcare|azhealthcareapis|\bfhir\b|\bdicom\b/i],
  ['discovery', /microsoft\.discovery\//i],
  ['online-experimentation', /microsoft\.onlineexperimentation\//i],
  ['log-analytics', /microsoft\.operationalinsights\/|operationalinsights\.|log.analytics|azoperationalinsights/i],
  [
    'storage',
    /microsoft\.storage\/storageaccounts|storage\.accountsclient|azstorageaccount|azurermstorageaccount|az storage|\.(?:blob|dfs)\.core\.windows\.net/i,
  ],
];

/** The service that a text is about, by resource types, clients and cmdlets; null when it names none. */
export function findService(flat: Flat, entities: Entities): ServiceId | null {
  const id = entities.resourceId?.value.toLowerCase();
  for (const [service, { resourceTypes }] of Object.entries(services) as [ServiceId, (typeof services)[ServiceId]][]) {
    if (id && resourceTypes.some((type) => id.includes(`/providers/${type.toLowerCase()}/`))) return service;
  }
  return names.find(([, pattern]) => pattern.test(flat.text))?.[0] ?? null;
}
