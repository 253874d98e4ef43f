import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const read = '2026-11-23';
const docs = 'https://learn.microsoft.com/azure/microsoft-discovery';

export const discoverySources = {
  'discovery-cmk': {
    title: 'Configure customer-managed keys for Microsoft Discovery resources',
    url: `${docs}/howto-data-encryption-at-rest`,
    verified,
  },
  'discovery-encryption': {
    title: 'Data encryption at rest in Microsoft Discovery',
    url: `${docs}/concept-data-encryption-at-rest`,
    verified,
  },
  'discovery-identity': {
    title: 'Managed identities in Microsoft Discovery',
    url: `${docs}/concept-managed-identities`,
    verified,
  },
  'discovery-identity-setup': {
    title: 'Configure managed identities for Microsoft Discovery',
    url: `${docs}/how-to-configure-managed-identity`,
    verified,
  },
  'discovery-roles': {
    title: 'Role assignments in Microsoft Discovery',
    url: `${docs}/concept-role-assignments`,
    verified,
  },
  'discovery-network': {
    title: 'Network security for Microsoft Discovery',
    url: `${docs}/concept-network-security`,
    verified,
  },
  'discovery-manage': {
    title: 'Manage workspaces in Microsoft Discovery',
    url: `${docs}/how-to-manage-workspaces`,
    verified,
  },
  'discovery-errors': {
    title: 'Microsoft Discovery error codes',
    url: `${docs}/troubleshooting-error-code`,
    verified,
  },
  'discovery-delete': {
    title: 'Delete Microsoft Discovery resources',
    url: `${docs}/how-to-delete-discovery-resources`,
    verified,
  },
  'discovery-continuity': {
    title: 'Business continuity and disaster recovery for Microsoft Discovery',
    url: `${docs}/concept-discovery-business-continuity-disaster-recovery`,
    verified,
  },
  'discovery-known-issues': {
    title: 'Known issues for Microsoft Discovery',
    url: `${docs}/known-issues`,
    verified,
  },
  'discovery-quota': {
    title: 'Quota reservations for Microsoft Discovery',
    url: `${docs}/concept-quota-reservation`,
    verified,
  },
  'discovery-schema': {
    title: 'Azure/azure-resource-manager-schemas: Microsoft.Discovery, 2026-06-01',
    url: 'https://github.com/Azure/azure-resource-manager-schemas/blob/main/schemas/2026-06-01/Microsoft.Discovery.json',
    verified: read,
  },
  'discovery-specification': {
    title: 'Azure/azure-rest-api-specs: Microsoft.Discovery, which property can be changed',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/discovery/Discovery.Management.Shared/control-plane.tsp',
    verified,
  },
  'discovery-cli': {
    title: 'az discovery workspace',
    url: 'https://learn.microsoft.com/cli/azure/discovery/workspace',
    verified: read,
  },
} as const satisfies Record<string, Source>;
