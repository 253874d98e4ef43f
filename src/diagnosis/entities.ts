import { serviceIds, services } from '../knowledge/services/index.ts';
import { place } from './find.ts';
import type { Flat } from './flatten.ts';

/** What a message may name and a fix needs. */
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
  | 'correlationId'
  | 'requestId'
  | 'occurredAt'
  | 'resourceRegion';

/** A value and where in the paste it stands. */
export interface Entity {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const guid = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';
const host = String.raw`https?:\/\/([\w-]{3,63})\.(?:vault|managedhsm)\.[\w.]{3,40}(?::443)?`;
const knownTypes = serviceIds
  .flatMap((id) => services[id].resourceTypes)
  .filter((type) => type.split('/').length === 2)
  .map((type) => type.replace('.', '\\.').replace('/', '\\/'))
  .join('|');
const scope = String.raw`\/subscriptions\/([\w*<>-]{1,60})\/resourcegroups\/([\w.()*<>-]{1,90})`;
const knownResource = String.raw`${scope}\/providers\/(?:${knownTypes})\/([\w.*<>-]{1,64})`;

/** For every entity the patterns that find it, the most reliable first; the first group is the value. */
const patterns: Readonly<Record<EntityName, readonly RegExp[]>> = {
  vaultName: [
    /vault: ?([\w-]{3,24}) ?; ?location/gi,
    /key ?vault '([\w-]{3,24});location/gi,
    new RegExp(host, 'gi'),
    /microsoft\.keyvault\/(?:vaults|managedhsms)\/([\w-]{3,24})/gi,
    /key ?vault(?: name)?:? ?["']([\w-]{3,24})["']/gi,
  ],
  vaultRegion: [/(?:vault: ?|key ?vault ')[\w-]{3,24} ?; ?location=([\w-]{3,40})/gi],
  keyName: [
    new RegExp(`${host}\\/keys\\/([\\w-]{1,127})`.replace('([\\w-]{3,63})', '[\\w-]{3,63}'), 'gi'),
    /microsoft\.keyvault\/(?:vaults|managedhsms)\/[\w-]{3,24}\/keys\/([\w-]{1,127})/gi,
    /a key with \(name\/id\) ([\w-]{1,127})/gi,
  ],
  keyVersion: [/\/keys\/[\w-]{1,127}\/([0-9a-f]{32})\b/gi],
  keyIdentifier: [
    /(https?:\/\/[\w-]{3,63}\.(?:vault|managedhsm)\.[\w.]{3,40}(?::443)?\/keys\/[\w-]{1,127}(?:\/[0-9a-f]{32})?)/gi,
  ],
  principalId: [
    new RegExp(`\\boid=${guid}`, 'gi'),
    new RegExp(`with object id:? '?${guid}`, 'gi'),
    new RegExp(`service principal with id:? '?${guid}`, 'gi'),
    new RegExp(`principal ?id"? ?[:=] ?["']?${guid}`, 'gi'),
  ],
  applicationId: [new RegExp(`\\bapp(?:lication)? ?id"? ?[:=] ?["']?${guid}`, 'gi')],
  applicationName: [/(?:caller: ?|application ')name=([\w./ -]{2,80})(?=[;'])/gi],
  tenantId: [
    new RegExp(`sts\\.windows\\.net\\/${guid}`, 'gi'),
    new RegExp(`tenant ?(?:id)?"? ?[:=]? ?["']?${guid}`, 'gi'),
  ],
  identityResourceId: [
    /(\/subscriptions\/[\w-]{1,60}\/resourcegroups\/[\w.()-]{1,90}\/providers\/microsoft\.managedidentity\/userassignedidentities\/[\w-]{1,128})/gi,
  ],
  subscriptionId: [
    new RegExp(knownResource.replace('([\\w*<>-]{1,60})', guid), 'gi'),
    new RegExp(`\\/subscriptions\\/${guid}`, 'gi'),
    new RegExp(`subscription(?: ?id)?"?:? ?["']?${guid}`, 'gi'),
  ],
  resourceGroup: [
    new RegExp(knownResource.replace('([\\w*<>-]{1,60})', '[\\w*<>-]{1,60}'), 'gi'),
    /\/resourcegroups\/([\w.()-]{1,90})/gi,
    /resource group(?: name)?:? ?["']([\w.()-]{1,90})["']/gi,
  ],
  resourceId: [
    new RegExp(`(${knownResource})`, 'gi'),
    // The vault, an identity and a policy stand in messages too, and are not what failed.
    new RegExp(
      `(${scope}\\/providers\\/(?!microsoft\\.(?:authorization|keyvault|managedidentity)\\/)[\\w.]{3,80}\\/[\\w./()-]{3,200})`,
      'gi',
    ),
  ],
  workspaceName: [
    new RegExp(
      knownResource
        .replace('([\\w*<>-]{1,60})', '[\\w*<>-]{1,60}')
        .replace('([\\w.()*<>-]{1,90})', '[\\w.()*<>-]{1,90}'),
      'gi',
    ),
    new RegExp(`(?:${knownTypes})\\/([\\w-]{2,64})`, 'gi'),
    /\bhttps:\/\/([\w-]{2,50})\.(?:dev|sql)\.azuresynapse\.net/gi,
    /--workspace-name[ =]["']?([\w-]{2,64})/gi,
    /synapse workspace:? ?["']([\w-]{2,50})["']/gi,
    /\(workspace(?: name)?:? "([\w-]{2,64})"/gi,
  ],
  missingPermission: [/does ?n[o']t have ((?:keys|secrets|certificates|storage) [\w/]{1,30}) permission/gi],
  action: [/\baction(?:\(s\))?:? ?'(microsoft\.[\w./]{3,160})'/gi],
  clientAddress: [
    /client address:? ?(\d{1,3}(?:\.\d{1,3}){3})/gi,
    /client (?:with )?ip(?: address)? '?(\d{1,3}(?:\.\d{1,3}){3})/gi,
  ],
  correlationId: [new RegExp(`correlation[ _-]?(?:request[ _-]?)?id"? ?[:=] ?["']?${guid}`, 'gi')],
  requestId: [
    new RegExp(`(?<!client-|correlation-)\\b(?:x-ms-|service ?)?request[ _-]?id"? ?[:=] ?["']?${guid}`, 'gi'),
    new RegExp(`\\b(?:tracking|activity) ?id"? ?(?:is|:|=)? ?["']?${guid}`, 'gi'),
  ],
  occurredAt: [
    /"?(?:endtime|eventtimestamp|submissiontimestamp|timestamp|date|time)"? ?[:=] ?"?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)/gi,
    /\b(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)/g,
  ],
  resourceRegion: [/(?<!; ?)"?\blocation"? ?[:=] ?"?([a-z]{4,24}\d?)\b"/gi],
};

const redacted = /[*<>{}[\]]|x{3,}|^(?:redacted|your|sample-?id)/i;

/** The first unredacted value that one of the patterns finds in one of the views. */
function first(paste: string, views: readonly Flat[], candidates: readonly RegExp[]): Entity | null {
  for (const pattern of candidates) {
    for (const view of views) {
      let tries = 0;
      for (const match of view.text.matchAll(pattern)) {
        const value = match[1] ?? '';
        if (value !== '' && !redacted.test(value)) {
          const from = match.index + match[0].indexOf(value);
          const { start, end } = place(paste, view, from, from + value.length);
          return { value, start, end };
        }
        tries += 1;
        if (tries >= 20) break;
      }
    }
  }
  return null;
}

/** Reads the names and ids out of a message that a reader would otherwise copy by hand. */
export function readEntities(paste: string, views: readonly Flat[]): Partial<Record<EntityName, Entity>> {
  const found: Partial<Record<EntityName, Entity>> = {};
  for (const [name, candidates] of Object.entries(patterns) as [EntityName, readonly RegExp[]][]) {
    const entity = first(paste, views, candidates);
    if (entity) found[name] = entity;
  }
  return found;
}
