import { type SourceId, sources } from '../../knowledge/sources.ts';
import type { Choices } from '../choices.ts';
import type { TemplateValues } from '../parameters.ts';
import { at, currentKey, textAt } from './current.ts';
import type { JsonObject } from './expressions.ts';

/** A change that the service does not allow on a resource that exists. */
interface Fixed {
  readonly because: string;
  readonly source: SourceId;
}

const otherVault = (resource: JsonObject, { service, variant }: Choices, values: TemplateValues): boolean => {
  const { vaultName } = currentKey(service, resource, variant);
  return (
    vaultName !== undefined &&
    values.vaultName !== undefined &&
    values.vaultName.toLowerCase() !== vaultName.toLowerCase()
  );
};

function fixed(resource: JsonObject, choices: Choices, values: TemplateValues): Fixed | null {
  switch (choices.service) {
    case 'synapse':
      return at(resource, 'properties.encryption.cmk.key') === undefined
        ? {
            because:
              'This workspace was created without a key of its own, which cannot be switched on later. Deploy a new one.',
            source: 'synapse-encryption',
          }
        : null;
    case 'machine-learning':
      if (/^project$/i.test(textAt(resource, 'kind'))) {
        return {
          because: 'A project has no key of its own. Paste its hub: hubResourceId names it.',
          source: 'ml-hub',
        };
      }
      if (textAt(resource, 'properties.encryption.status') !== 'Enabled') {
        return {
          because:
            'This workspace was created without a key of its own, which cannot be switched on later. Deploy a new one.',
          source: 'ml-cmk',
        };
      }
      return otherVault(resource, choices, values)
        ? {
            because: 'The key can only be replaced by one of the same vault. Another vault needs a new workspace.',
            source: 'ml-cmk',
          }
        : null;
    case 'discovery':
      if (textAt(resource, 'properties.customerManagedKeys') !== 'Enabled') {
        return {
          because:
            'This workspace was created without a key of its own, which cannot be switched on later. Deploy a new one.',
          source: 'discovery-cmk',
        };
      }
      if (textAt(resource, 'properties.provisioningState') === 'Failed') {
        return {
          because:
            'A Discovery workspace that is Failed cannot be updated. Restore access to the key, ask support, and deploy a new one under another name if they say so.',
          source: 'discovery-errors',
        };
      }
      return otherVault(resource, choices, values)
        ? {
            because: 'The key can only be replaced by one of the same vault. Another vault needs a new workspace.',
            source: 'discovery-cmk',
          }
        : null;
    case 'databricks':
      if (!/^premium$/i.test(textAt(resource, 'sku.name'))) {
        return {
          because: 'A key of your own needs the premium tier. Change the tier first, in an update of its own.',
          source: 'databricks-cmk-overview',
        };
      }
      return textAt(resource, 'properties.computeMode') === 'Serverless' && choices.variant !== 'managed-services'
        ? {
            because:
              'A serverless workspace has a key for managed services only, and its compute mode cannot be changed.',
            source: 'databricks-cmk-overview',
          }
        : null;
    case 'log-analytics':
      return textAt(resource, 'identity.type') === 'None'
        ? {
            because: 'The identity of this cluster was set to None. Only support can undo that.',
            source: 'log-analytics-cmk',
          }
        : null;
    case 'health-data':
      return /^(None)?$/.test(textAt(resource, 'identity.type'))
        ? {
            because:
              'This service has no identity that could read the key. Attach one and grant it first, in an update of its own.',
            source: choices.variant === 'dicom' ? 'health-dicom-cmk' : 'health-fhir-cmk',
          }
        : null;
    default:
      return null;
  }
}

/** Why the pasted resource cannot get the key that was chosen, with its source, or null when it can. */
export function importRefusal(resource: JsonObject, choices: Choices, values: TemplateValues): string | null {
  const rule = fixed(resource, choices, values);
  return rule && `${rule.because} (Source: ${sources[rule.source].title}, ${sources[rule.source].url}.)`;
}
