import { healthDataScenarios } from '../../knowledge/scenarios/health-data.ts';
import type { Choices } from '../choices.ts';
import { identityBlock } from '../identity.ts';
import type { KeyAddress } from '../key-store.ts';
import { param, read, type Structure, when } from '../model.ts';
import type { ServiceTemplates } from '../service.ts';

const staged = ({ identity }: Choices): boolean => identity === 'system-assigned';

const encryption = ({ versioned }: KeyAddress): Structure => ({
  customerManagedKeyEncryption: { keyEncryptionKeyUrl: versioned },
});

const fhir: Structure = {
  authenticationConfiguration: {
    authority: param('authority'),
    audience: param('audience'),
    smartProxyEnabled: false,
  },
};

/** The templates of Health Data Services: a FHIR or DICOM service in a workspace that exists. */
export const healthDataTemplates: ServiceTemplates = {
  symbol: 'service',
  why: 'The service, in a workspace that exists. The identity attached to it reads the key.',
  parent: () => ({
    symbol: 'workspace',
    type: 'Microsoft.HealthcareApis/workspaces',
    apiVersion: healthDataScenarios.apiVersion,
    name: param('workspaceName'),
  }),
  body: (choices, key) => ({
    location: param('location'),
    tags: param('tags'),
    ...(choices.variant === 'fhir' && { kind: 'fhir-R4' }),
    identity: identityBlock(choices),
    properties: {
      ...(choices.variant === 'fhir' ? fhir : { enableDataPartitions: false }),
      publicNetworkAccess: param('publicNetworkAccess'),
      encryption: staged(choices) ? when(param('keyGranted'), encryption(key)) : encryption(key),
    },
  }),
  ownPrincipals: (choices) => (staged(choices) ? { principalId: read('service', 'identity.principalId') } : {}),
  principals: () => ['principalId'],
  staged,
  newStore: () => ({ closed: true, keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }),
  change: (_, key) => ({ properties: { encryption: encryption(key) } }),
  before: ({ variant }) => [
    'The key is RSA with 2048 or 3072 bits, and its vault has purge protection and lets trusted services pass.',
    variant === 'fhir'
      ? 'The names of vault and key have at most 94 characters together, and the vault is in the region of the service.'
      : 'The vault is in the tenant of the service. Whether data is partitioned cannot be changed later.',
    'The service keeps one identity only; it must be able to read the key before the key is sent.',
  ],
};
