import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import { sources } from '../../knowledge/sources.ts';
import type { Choices } from '../choices.ts';
import type { TemplateValues } from '../parameters.ts';
import { isObject } from './expressions.ts';
import type { Found } from './find-resource.ts';

/** True for what a command shows without `properties` around it. */
function isFlat({ resource, template, type }: Found): boolean {
  const { properties: rule } = type.properties;
  if (template || isObject(resource.properties) || typeof rule !== 'object') return false;
  const inside = new Set(Object.keys(rule).map((name) => name.toLowerCase()));
  return Object.keys(resource).some((name) => inside.has(name.toLowerCase()));
}

/**
 * Why a paste is less than the resource: the command shows it in words of its own, or in a version without the key.
 *
 * @example partial(found) // 'az ml shows a workspace in words of its own …', or null
 */
export function partial(found: Found): string | null {
  const { type, resource } = found;
  const whole = `The names were read. For the whole template, paste az resource show --ids <resource id> --api-version ${type.apiVersion}.`;
  if (type.type === 'Microsoft.MachineLearningServices/workspaces' && 'storage_account' in resource) {
    const { title, url } = sources['ml-cli'];
    return `az ml shows a workspace in words of its own, and not all of it. ${whole} The update of the key alone needs no more. (Source: ${title}, ${url}.)`;
  }
  if (type.type.startsWith('Microsoft.HealthcareApis/') && isFlat(found)) {
    const { title, url } = sources['health-cli'];
    return `az healthcareapis uses a version of the API that is older than the key and leaves settings out; sent back, they would be reset. ${whole} (Source: ${title}, ${url}.)`;
  }
  return null;
}

/** What to know about a paste before the whole of it is deployed. */
export function notes(found: Found, pinned: boolean, { service }: Choices, values: TemplateValues): string[] {
  const { type, apiVersion, names, of } = found;
  const older = apiVersion !== '' && apiVersion < type.apiVersion;
  const version = older ? `version ${apiVersion}` : 'the version that this command uses';
  const unpinned = pinned && ['log-analytics', 'storage', 'online-experimentation'].includes(service);
  return [
    ...(of > 1
      ? [`The paste holds ${of} resources that could be meant; this is ${names.join('/')}. Paste another one alone.`]
      : []),
    ...(unpinned
      ? [
          `The resource names version ${values.keyVersion} of the key. The update takes the version off, so that the service follows the newest one.`,
        ]
      : []),
    ...(older || isFlat(found)
      ? [
          `Settings that came after ${version} may be missing here, and ${serviceScenarios[service].method === 'PUT' ? 'the template' : 'the whole template, other than the update,'} would reset them. Compare with az resource show --ids <resource id> --api-version ${type.apiVersion} before you deploy it.`,
        ]
      : []),
  ];
}
