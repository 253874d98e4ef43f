import type { Source } from '../sources.ts';

const read = '2026-11-23';
const verified = '2026-11-25';
const health = 'https://learn.microsoft.com/azure/healthcare-apis';
const azurerm = 'https://github.com/hashicorp/terraform-provider-azurerm';
const specs = 'https://github.com/Azure/azure-rest-api-specs';
const fhirServer = 'https://github.com/microsoft/fhir-server';

export const healthDataSources = {
  'health-fhir-cmk': {
    title: 'Configure customer-managed keys for the FHIR service',
    url: `${health}/fhir/configure-customer-managed-keys`,
    verified,
  },
  'health-fhir-cmk-practice': {
    title: 'Best practices for customer-managed keys for the FHIR service',
    url: `${health}/fhir/customer-managed-keys`,
    verified,
  },
  'health-dicom-cmk': {
    title: 'Configure customer-managed keys for the DICOM service',
    url: `${health}/dicom/configure-customer-managed-keys`,
    verified,
  },
  'health-dicom-cmk-practice': {
    title: 'Best practices for customer-managed keys for the DICOM service',
    url: `${health}/dicom/customer-managed-keys`,
    verified: read,
  },
  'health-dicom-data-lake': {
    title: 'Deploy the DICOM service with Azure Data Lake Storage',
    url: `${health}/dicom/deploy-dicom-services-in-azure-data-lake`,
    verified,
  },
  'health-dicom-export': {
    title: 'Export DICOM files',
    url: `${health}/dicom/export-dicom-files`,
    verified,
  },
  'health-workspace': {
    title: 'What is an Azure Health Data Services workspace?',
    url: `${health}/workspace-overview`,
    verified,
  },
  'health-continuity': {
    title: 'Business continuity and disaster recovery of Azure Health Data Services',
    url: `${health}/business-continuity-disaster-recovery`,
    verified,
  },
  'health-fhir-export': {
    title: 'Export your FHIR data',
    url: `${health}/fhir/export-data`,
    verified,
  },
  'health-fhir-retired': {
    title: 'Customer-managed keys of Azure API for FHIR, retired on 30 September 2026',
    url: `${health}/azure-api-for-fhir/customer-managed-key`,
    verified,
  },
  'health-token': {
    title: 'Get an access token for Azure Health Data Services',
    url: `${health}/get-access-token`,
    verified,
  },
  'health-json-schema': {
    title: 'Microsoft.HealthcareApis, API version 2024-03-31 (JSON schema)',
    url: 'https://github.com/Azure/azure-resource-manager-schemas/blob/main/schemas/2024-03-31/Microsoft.HealthcareApis.json',
    verified: read,
  },
  'health-sdk': {
    title: '@azure/arm-healthcareapis: what PUT and PATCH take and answer',
    url: 'https://learn.microsoft.com/javascript/api/@azure/arm-healthcareapis/',
    verified: read,
  },
  'health-cli': {
    title: 'azure-cli-extensions: healthcareapis',
    url: 'https://github.com/Azure/azure-cli-extensions/tree/main/src/healthcareapis',
    verified: read,
  },
  'health-powershell': {
    title: 'Az.HealthcareApis',
    url: 'https://learn.microsoft.com/powershell/module/az.healthcareapis/',
    verified: read,
  },
  'health-powershell-source': {
    title: 'azure-powershell: the API version from which Az.HealthcareApis is made',
    url: 'https://github.com/Azure/azure-powershell/blob/main/src/HealthcareApis/HealthcareApis.Autorest/README.md',
    verified,
  },
  'health-terraform-dicom': {
    title: 'terraform-provider-azurerm: azurerm_healthcare_dicom_service',
    url: `${azurerm}/blob/main/website/docs/r/healthcare_dicom_service.html.markdown`,
    verified: read,
  },
  'health-terraform-fhir': {
    title: 'terraform-provider-azurerm: azurerm_healthcare_fhir_service',
    url: `${azurerm}/blob/main/website/docs/r/healthcare_fhir_service.html.markdown`,
    verified: read,
  },
  'health-api-review': {
    title: 'azure-rest-api-specs pull request 26628: the API version that brought the key; the identity is implied',
    url: `${specs}/pull/26628`,
    verified,
  },
  'health-api-review-dicom': {
    title: 'azure-rest-api-specs pull request 27812: examples of the key for DICOM',
    url: `${specs}/pull/27812`,
    verified: read,
  },
  'health-export-history': {
    title: 'microsoft/fhir-server pull request 3519: export with history and soft deletes',
    url: `${fhirServer}/pull/3519`,
    verified,
  },
  'health-export-no-history': {
    title: 'microsoft/fhir-server pull request 3098: a plain $export leaves out historical records',
    url: `${fhirServer}/pull/3098`,
    verified,
  },
} as const satisfies Record<string, Source>;
