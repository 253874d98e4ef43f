import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const sheet = '2026-11-23';
const learn = 'https://learn.microsoft.com';
const github = 'https://github.com';

export const causesSources = {
  // identity and key store
  'key-vault-rbac-report': {
    title: 'pulumi/pulumi-azure-nextgen issue 195: ForbiddenByRbac through Resource Manager',
    url: `${github}/pulumi/pulumi-azure-nextgen/issues/195`,
    verified: sheet,
  },
  'key-vault-rbac-activity-log': {
    title: 'MicrosoftDocs/azure-docs issue 65704: ForbiddenByRbac in the activity log',
    url: `${github}/MicrosoftDocs/azure-docs/issues/65704`,
    verified: sheet,
  },
  'key-vault-rbac-portal': {
    title: 'Azure/azure-cli issue 15528: how the portal words a missing role',
    url: `${github}/Azure/azure-cli/issues/15528`,
    verified: sheet,
  },
  'recovery-services-rbac-report': {
    title: 'hashicorp/terraform-provider-azurerm issue 27817: a refused key of Recovery Services',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/27817`,
    verified: sheet,
  },
  'key-get-missing-report': {
    title: 'dotnet/AspNetCore.Docs pull request 23035: wrap and unwrap without get',
    url: `${github}/dotnet/AspNetCore.Docs/pull/23035`,
    verified: sheet,
  },
  'vault-firewall-report': {
    title: 'microsoft/AzureTRE issue 3789: a refusal by the vault firewall',
    url: `${github}/microsoft/AzureTRE/issues/3789`,
    verified: sheet,
  },
  'vault-public-access-report': {
    title: 'microsoft/multimodal-ai issue 171: public access of a vault is disabled',
    url: `${github}/microsoft/multimodal-ai/issues/171`,
    verified: sheet,
  },
  'vault-private-link-report': {
    title: 'Azure/azure-cli issue 31406: connection is not an approved private link',
    url: `${github}/Azure/azure-cli/issues/31406`,
    verified: sheet,
  },
  'vault-network-wordings': {
    title: 'Access a private key vault from your pipeline',
    url: `${learn}/azure/devops/pipelines/release/key-vault-access`,
    verified: sheet,
  },
  'managed-hsm-firewall-report': {
    title: 'MicrosoftDocs/azure-docs issue 106616: a refusal by the firewall of a Managed HSM',
    url: `${github}/MicrosoftDocs/azure-docs/issues/106616`,
    verified,
  },
  'managed-hsm-refusal-report': {
    title: 'Azure/azure-cli issue 32719: AccessDenied from a Managed HSM',
    url: `${github}/Azure/azure-cli/issues/32719`,
    verified: sheet,
  },
  'managed-hsm-role-management': {
    title: 'Managed HSM role management',
    url: `${learn}/azure/key-vault/managed-hsm/role-management`,
    verified: sheet,
  },
  'managed-hsm-keys': {
    title: 'Key types of Managed HSM',
    url: `${learn}/azure/key-vault/managed-hsm/about-keys-details`,
    verified: sheet,
  },
  'managed-hsm-logging': {
    title: 'Managed HSM logging',
    url: `${learn}/azure/key-vault/managed-hsm/logging`,
    verified: sheet,
  },
  'managed-hsm-external-keys': {
    title: 'Troubleshoot external key management of Managed HSM',
    url: `${learn}/azure/key-vault/managed-hsm/external-key-management-troubleshooting`,
    verified: sheet,
  },
  'perimeter-association-cli': {
    title: 'az network perimeter association',
    url: `${learn}/cli/azure/network/perimeter/association`,
    verified,
  },
  'perimeter-rule-cli': {
    title: 'az network perimeter profile access-rule',
    url: `${learn}/cli/azure/network/perimeter/profile/access-rule`,
    verified,
  },
  'perimeter-cli-tests': {
    title: "Tests of the Azure CLI's nsp extension: how a subscription is written in a rule",
    url: `${github}/Azure/azure-cli-extensions/blob/main/src/nsp/azext_nsp/tests/latest/test_nsp.py`,
    verified,
  },
  'perimeter-association-powershell': {
    title: 'Update-AzNetworkSecurityPerimeterAssociation',
    url: `${learn}/powershell/module/az.network/update-aznetworksecurityperimeterassociation`,
    verified,
  },
  'perimeter-rule-powershell': {
    title: 'New-AzNetworkSecurityPerimeterAccessRule',
    url: `${learn}/powershell/module/az.network/new-aznetworksecurityperimeteraccessrule`,
    verified,
  },
  'rbac-list-rest': {
    title: 'List Azure role assignments using the REST API',
    url: `${learn}/azure/role-based-access-control/role-assignments-list-rest`,
    verified,
  },
  'managed-hsm-log-table': {
    title: 'Supported logs for Microsoft.KeyVault/managedHSMs',
    url: `${learn}/azure/azure-monitor/reference/supported-logs/microsoft-keyvault-managedhsms-logs`,
    verified,
  },
  'private-endpoint-connection-cli': {
    title: 'az keyvault private-endpoint-connection',
    url: `${learn}/cli/azure/keyvault/private-endpoint-connection`,
    verified,
  },
  'private-dns-record-cli': {
    title: 'az network private-dns record-set a',
    url: `${learn}/cli/azure/network/private-dns/record-set/a`,
    verified,
  },
  'managed-hsm-network-powershell': {
    title: 'Update-AzKeyVaultManagedHsmNetworkRuleSet',
    url: `${learn}/powershell/module/az.keyvault/update-azkeyvaultmanagedhsmnetworkruleset`,
    verified,
  },
  'disabled-key-read-report': {
    title: 'notaryproject/ratify pull request 1474: a disabled key that was read',
    url: `${github}/notaryproject/ratify/pull/1474`,
    verified,
  },
  'secret-disabled-report': {
    title: 'Azure/azure-sdk-for-js issue 24756: SecretDisabled',
    url: `${github}/Azure/azure-sdk-for-js/issues/24756`,
    verified: sheet,
  },
  'secret-expired-report': {
    title: 'Azure/AzureKeyVault issue 19: reading an expired secret',
    url: `${github}/Azure/AzureKeyVault/issues/19`,
    verified,
  },
  'key-operation-report': {
    title: 'Azure/azure-sdk-for-net issue 11518: KeyOperationForbidden',
    url: `${github}/Azure/azure-sdk-for-net/issues/11518`,
    verified: sheet,
  },
  'key-not-found-report': {
    title: 'Azure/azure-sdk-for-net issue 22002: KeyNotFound',
    url: `${github}/Azure/azure-sdk-for-net/issues/22002`,
    verified: sheet,
  },
  'elliptic-key-report': {
    title: 'Azure/AzureKeyVault issue 22: EC keys have no wrap and unwrap',
    url: `${github}/Azure/AzureKeyVault/issues/22`,
    verified,
  },
  'key-algorithm-report': {
    title: 'Azure/azure-sdk-for-java issue 6262: BadParameter for an algorithm that does not fit the key',
    url: `${github}/Azure/azure-sdk-for-java/issues/6262`,
    verified,
  },
  'vault-name-powershell-report': {
    title: 'Azure/azure-powershell issue 1524: the name of a vault does not resolve',
    url: `${github}/Azure/azure-powershell/issues/1524`,
    verified: sheet,
  },
  'vault-name-cli-report': {
    title: 'Azure/azure-cli issue 10363: the CLI cannot connect to a vault',
    url: `${github}/Azure/azure-cli/issues/10363`,
    verified: sheet,
  },
  'key-recoverable-report': {
    title: 'external-secrets/external-secrets issue 3519: ObjectIsDeletedButRecoverable',
    url: `${github}/external-secrets/external-secrets/issues/3519`,
    verified: sheet,
  },
  'key-recovering-report': {
    title: 'hashicorp/terraform-provider-azurerm issue 12285: ObjectIsBeingRecovered',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/12285`,
    verified: sheet,
  },
  'key-recovery-conflict-report': {
    title: 'Azure/azure-sdk-for-net issue 38464: a conflict while recovering a key',
    url: `${github}/Azure/azure-sdk-for-net/issues/38464`,
    verified: sheet,
  },
  'vault-throttled-report': {
    title: 'dotnet/sign issue 403: VaultRequestTypeLimitReached',
    url: `${github}/dotnet/sign/issues/403`,
    verified: sheet,
  },
  'vault-operation-limit-report': {
    title: 'Azure/azure-sdk-for-java issue 14879: VaultOperationLimitReached',
    url: `${github}/Azure/azure-sdk-for-java/issues/14879`,
    verified: sheet,
  },
  'key-vault-policy': {
    title: 'Troubleshoot issues with implementing Azure Policy on Key Vault',
    url: `${learn}/azure/key-vault/general/troubleshoot-azure-policy-for-key-vault`,
    verified: sheet,
  },
  'fhir-server-key-errors': {
    title: 'microsoft/fhir-server: how it reads the key errors of Cosmos DB',
    url: `${github}/microsoft/fhir-server`,
    verified: sheet,
  },
  'managed-identity-best-practice': {
    title: 'Managed identity best practice recommendations',
    url: `${learn}/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations`,
    verified: sheet,
  },
  'entra-application-disabled': {
    title: 'Error AADSTS7000112: application is disabled',
    url: `${learn}/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000112-application-is-disabled`,
    verified,
  },
  'federated-credential-powershell': {
    title: 'New-AzADAppFederatedCredential',
    url: `${learn}/powershell/module/az.resources/new-azadappfederatedcredential`,
    verified,
  },
  'token-missing-report': {
    title: 'Azure/azure-sdk-for-python issue 24557: AKV10000',
    url: `${github}/Azure/azure-sdk-for-python/issues/24557`,
    verified: sheet,
  },
  'token-audience-report': {
    title: 'MicrosoftDocs/azure-docs issue 109562: AKV10022, invalid audience',
    url: `${github}/MicrosoftDocs/azure-docs/issues/109562`,
    verified: sheet,
  },
  'token-audience-second-report': {
    title: 'crossplane-contrib/provider-azure issue 346: AKV10022, invalid audience',
    url: `${github}/crossplane-contrib/provider-azure/issues/346`,
    verified: sheet,
  },
  'token-issuer-cli-report': {
    title: 'Azure/azure-cli issue 11871: AKV10032, invalid issuer',
    url: `${github}/Azure/azure-cli/issues/11871`,
    verified: sheet,
  },
  'token-issuer-sdk-report': {
    title: 'Azure/azure-sdk-for-js issue 6221: AKV10032, invalid issuer',
    url: `${github}/Azure/azure-sdk-for-js/issues/6221`,
    verified: sheet,
  },
  'token-issuer-terraform-report': {
    title: 'hashicorp/terraform-provider-azurerm issue 28904: AKV10032, invalid issuer',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/28904`,
    verified: sheet,
  },
  'token-signature-report': {
    title: 'Azure-Samples/azuresandbox issue 362: AKV10046',
    url: `${github}/Azure-Samples/azuresandbox/issues/362`,
    verified: sheet,
  },
  'identity-headers-report': {
    title: 'Azure/azure-sdk-for-go issue 1772: MissingMsiHeaders',
    url: `${github}/Azure/azure-sdk-for-go/issues/1772`,
    verified: sheet,
  },
  'ai-services-encryption': {
    title: 'Azure AI services encryption of data at rest: customer-managed keys',
    url: `${learn}/azure/ai-services/encryption/cognitive-services-encryption-keys-portal`,
    verified: sheet,
  },
  // request, Resource Manager and state
  'arm-locks': {
    title: 'Lock your resources to protect your infrastructure',
    url: `${learn}/azure/azure-resource-manager/management/lock-resources`,
    verified,
  },
  'arm-throttling': {
    title: 'How Azure Resource Manager throttles requests',
    url: `${learn}/azure/azure-resource-manager/management/request-limits-and-throttling`,
    verified,
  },
  'arm-quota-error': {
    title: 'Resolve errors for resource quotas',
    url: `${learn}/azure/azure-resource-manager/troubleshooting/error-resource-quota`,
    verified,
  },
  'arm-async-operations': {
    title: 'Track asynchronous Azure operations',
    url: `${learn}/azure/azure-resource-manager/management/async-operations`,
    verified,
  },
  'arm-find-error-code': {
    title: 'Find error codes of Azure deployments',
    url: `${learn}/azure/azure-resource-manager/troubleshooting/find-error-code`,
    verified,
  },
  'arm-resource-providers': {
    title: 'Azure resource providers and types',
    url: `${learn}/azure/azure-resource-manager/management/resource-providers-and-types`,
    verified,
  },
  'deny-assignments': {
    title: 'List Azure deny assignments',
    url: `${learn}/azure/role-based-access-control/deny-assignments`,
    verified,
  },
  'federated-record-guide': {
    title: 'Azure/azure-workload-identity, troubleshooting: no matching federated identity record',
    url: `${github}/Azure/azure-workload-identity/blob/main/docs/book/src/troubleshooting.md`,
    verified,
  },
  'federated-subject-report': {
    title: 'microsoft/duroxide-pg pull request 17: no federated credential fits the subject',
    url: `${github}/microsoft/duroxide-pg/pull/17`,
    verified,
  },
  'deny-assignment-commands': {
    title: 'azure-cli pull request 33109: deny assignments of your own (preview)',
    url: `${github}/Azure/azure-cli/pull/33109`,
    verified,
  },
  'deny-assignment-report': {
    title: "Azure/migAz issue 266: Databricks' deny assignment refuses a call",
    url: `${github}/Azure/migAz/issues/266`,
    verified,
  },
  'lock-report': {
    title: 'microsoft/azserialconsole issue 12: a lock answers 409 ScopeLocked',
    url: `${github}/microsoft/azserialconsole/issues/12`,
    verified,
  },
  'policy-exemption': {
    title: 'Azure Policy exemption structure',
    url: `${learn}/azure/governance/policy/concepts/exemption-structure`,
    verified,
  },
  'built-in-identity-roles': {
    title: 'Azure built-in roles for identity',
    url: `${learn}/azure/role-based-access-control/built-in-roles/identity`,
    verified,
  },
  'arm-what-if': {
    title: 'Preview changes before deployment with what-if',
    url: `${learn}/azure/azure-resource-manager/templates/deploy-what-if`,
    verified,
  },
  'disk-encryption-errors': {
    title: 'Troubleshoot common bring-your-own-key issues of disks',
    url: `${learn}/troubleshoot/azure/azure-kubernetes/storage/troubleshoot-common-bring-your-own-key-issues`,
    verified,
  },
  'subscription-throttled': {
    title: 'Troubleshoot the SubscriptionRequestsThrottled error code (429)',
    url: `${learn}/troubleshoot/azure/azure-kubernetes/error-codes/subscriptionrequeststhrottled-error`,
    verified,
  },
  'linked-authorization-report': {
    title: 'Azure/aad-pod-identity issue 613: LinkedAuthorizationFailed',
    url: `${github}/Azure/aad-pod-identity/issues/613`,
    verified: sheet,
  },
  'name-held-report': {
    title: 'azure-cli issue 18146: FlagMustBeSetForRestore',
    url: `${github}/Azure/azure-cli/issues/18146`,
    verified: sheet,
  },
  'terraform-soft-delete-report': {
    title: 'azure-data-services-go-fast-codebase issue 222: soft-deleted vault and Terraform',
    url: `${github}/microsoft/azure-data-services-go-fast-codebase/issues/222`,
    verified: sheet,
  },
  'backend-limit-report': {
    title: 'MicrosoftDocs/azure-docs issue 105248: exceeded the backend storage limit',
    url: `${github}/MicrosoftDocs/azure-docs/issues/105248`,
    verified: sheet,
  },
  'capacity-report': {
    title: 'Azure/data-product-batch issue 98: high demand in this region',
    url: `${github}/Azure/data-product-batch/issues/98`,
    verified: sheet,
  },
  'parallel-operation-report': {
    title: 'Azure-Samples/tutor issue 117: another operation on the parent resource',
    url: `${github}/Azure-Samples/tutor/issues/117`,
    verified: sheet,
  },
  'cmk-not-enabled-report': {
    title: 'MicrosoftDocs/azure-docs issue 57997: CMK is not enabled for your subscription',
    url: `${github}/MicrosoftDocs/azure-docs/issues/57997`,
    verified: sheet,
  },
  'feature-switch-report': {
    title: 'terraform-provider-azurerm issue 8985: FeatureSwitchNotEnabled',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/8985`,
    verified: sheet,
  },
  'factory-cmk-report': {
    title: 'Azure-DataFactory issue 251: AddCMKToExistingFactoriesWithEntities',
    url: `${github}/Azure/Azure-DataFactory/issues/251`,
    verified: sheet,
  },
  'secret-get-report': {
    title: 'Azure/AnalyticsinaBox issue 17: a pipeline lacks get on secrets',
    url: `${github}/Azure/AnalyticsinaBox/issues/17`,
    verified: sheet,
  },
  'secret-set-report': {
    title: 'azure-libraries-for-net issue 1067: a person lacks set on secrets',
    url: `${github}/Azure/azure-libraries-for-net/issues/1067`,
    verified,
  },
  'storage-403': {
    title: 'Troubleshoot 403 errors in Azure Blob Storage',
    url: `${learn}/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors`,
    verified,
  },
  'storage-sas-errors': {
    title: 'Shared access signature error codes',
    url: `${learn}/rest/api/storageservices/sas-error-codes`,
    verified,
  },
  'policy-wording-report': {
    title: 'terraform-provider-azurerm issue 26265: a vault refused by policy',
    url: `${github}/hashicorp/terraform-provider-azurerm/issues/26265`,
    verified: sheet,
  },
  'sql-server-keys-api': {
    title: 'Server Keys, Azure SQL REST API: error codes',
    url: `${learn}/rest/api/sql/serverkeys/delete`,
    verified: sheet,
  },
  'cosmos-status-codes': {
    title: 'HTTP status codes for Azure Cosmos DB',
    url: `${learn}/rest/api/cosmos-db/http-status-codes-for-cosmosdb`,
    verified: sheet,
  },
  'arm-json-schemas': {
    title: 'Azure Resource Manager JSON schemas',
    url: 'https://github.com/Azure/azure-resource-manager-schemas',
    verified: '2026-11-23',
  },
} as const satisfies Record<string, Source>;
