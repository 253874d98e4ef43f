import type { ServiceScenarios } from './scenario.ts';

/** Health Data Services: the key sits on each FHIR or DICOM service, and only a PUT can change it. */
export const healthDataScenarios: ServiceScenarios = {
  type: 'Microsoft.HealthcareApis/workspaces/fhirservices',
  apiVersion: '2024-03-31',
  names: ['workspaceName', 'serviceName'],
  method: 'PUT',
  methodSource: 'health-sdk',
  variantLabel: 'FHIR or DICOM',
  variants: { fhir: 'FHIR', dicom: 'DICOM' },
  identities: ['system-assigned', 'user-assigned'],
  refused: [
    {
      when: { scenario: 'activate' },
      because:
        'Only a Synapse workspace waits for activation; a FHIR or DICOM service has its key when the update succeeds.',
      source: 'health-fhir-cmk',
    },
    {
      when: { scenario: 'revert' },
      because:
        'Not confirmed: no page describes the way back to Microsoft-managed keys. Ask support before you send an update without the key.',
      source: 'health-fhir-cmk',
    },
    {
      when: { store: 'managed-hsm', variant: 'fhir' },
      because:
        'Not confirmed: the page about FHIR mentions a Managed HSM only in passing. Look there before you plan with one.',
      source: 'health-fhir-cmk',
    },
    {
      when: { scenario: 'repair', identity: 'user-assigned' },
      because:
        'The attached identity reads the key and is not named beside it, so the update is the same for both kinds.',
      source: 'health-sdk',
    },
  ],
  verify: {
    query:
      '{state:properties.provisioningState, key:properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl, identity:identity}',
    expect: 'Expect state Succeeded, the key URL that you meant with its version, and the identity that has access.',
  },
  regrant: [
    'Access to the key for the new identity of the service.',
    'Storage Blob Data Contributor for export and import, for the new identity.',
    'Data roles of people and applications on the service (FHIR Data Contributor, DICOM Data Owner and the like).',
  ],
  lost: [
    'All data of the service; FHIR data can be restored for 7 days by a support request, for DICOM no restore is offered.',
    'Private endpoints, role assignments, event subscriptions and diagnostic settings of the service.',
  ],
  survives: ['The vault and its keys, export storage, your own Data Lake account with DICOM files.'],
  lostSource: 'health-workspace',
};
