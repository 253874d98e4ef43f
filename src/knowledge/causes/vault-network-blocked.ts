import { readAuditLog } from '../audit-log.ts';
import { apiVersions } from '../key-stores.ts';
import { inTurn, managementApiVersions, managerRequest, vaultPath, vaultRequest } from '../rest.ts';
import type { Step } from '../step.ts';
import type { CausePage, CausePlan } from './cause.ts';
import { activityLog, az, caller, portal, powerShell, terraform, vault } from './looks.ts';
import { changeVault, lookAtVault } from './shared.ts';

const onVault = {
  ...changeVault,
  who: 'network-administrator',
  needs: 'Key Vault Contributor on the vault',
  takes: 'not documented; try again after five minutes',
} as const satisfies Partial<Step>;

const onPerimeter = { ...onVault, needs: 'Network Contributor on the perimeter' } as const;

/** Opens the vault for services on the list of trusted services, and for nobody else. */
export const letTrustedServicesPass: Step = {
  ...onVault,
  title: 'Let trusted services pass',
  text: 'For a service on the list of trusted services. The vault stays closed to everybody else, and public access may stay disabled. It does nothing while a perimeter is enforced. A Managed HSM: az keyvault update-hsm --hsm-name (Update-AzKeyVaultManagedHsmNetworkRuleSet).',
  undo: 'The same command with None.',
  commands: {
    az: 'az keyvault update --name "$VAULT" --bypass AzureServices',
    PowerShell: 'Update-AzKeyVaultNetworkRuleSet -VaultName $vault -Bypass AzureServices',
    REST: inTurn(
      vaultRequest('GET'),
      vaultRequest(
        'PATCH',
        '{"properties": {"networkAcls": {all networkAcls of the answer, with "bypass": "AzureServices"}}}',
      ),
    ),
  },
  sources: ['key-vault-trusted-services', 'managed-hsm-network'],
};

const perimeters = '/providers/Microsoft.Network/networkSecurityPerimeters';
const perimeter = `/subscriptions/$SUBSCRIPTION/resourceGroups/rg-network${perimeters}/nsp-contoso`;
const association = `${perimeter}/resourceAssociations/kv-contoso`;

/** Finds out whether a perimeter refuses, and lets the subscription of the service in. */
export const admitInPerimeter: readonly Step[] = [
  {
    ...onPerimeter,
    title: 'With a perimeter: test without enforcing',
    text: "Put in the names from the list. The vault's own firewall and bypass count again. If the update succeeds now, it was the perimeter: write a rule, and enforce again.",
    undo: 'The same command with Enforced.',
    commands: {
      az: 'az network perimeter association update --perimeter-name nsp-contoso --resource-group rg-network --name kv-contoso --access-mode Learning',
      PowerShell:
        'Update-AzNetworkSecurityPerimeterAssociation -SecurityPerimeterName nsp-contoso -ResourceGroupName rg-network -Name kv-contoso -AccessMode Learning',
      REST: inTurn(
        managerRequest('GET', association, managementApiVersions.perimeters),
        managerRequest(
          'PUT',
          association,
          managementApiVersions.perimeters,
          '{the body of the answer, with "accessMode": "Learning"}',
        ),
      ),
    },
    sources: ['key-vault-network', 'perimeter-association-cli'],
  },
  {
    ...onPerimeter,
    title: 'With a perimeter: let the subscription in',
    text: 'Put in the names from the list. Whether the rule covers the call for a key is not documented.',
    lookAt: "The perimeter's access log, while the mode is Learning.",
    undo: 'az network perimeter profile access-rule delete.',
    commands: {
      az: `az network perimeter profile access-rule create --perimeter-name nsp-contoso --resource-group rg-network --profile-name defaultProfile \\
  --name cmk --direction Inbound --subscriptions "[0].id=/subscriptions/$SUBSCRIPTION"`,
      PowerShell: `New-AzNetworkSecurityPerimeterAccessRule -SecurityPerimeterName nsp-contoso -ResourceGroupName rg-network -ProfileName defaultProfile \`
  -Name cmk -Direction Inbound -Subscription @{ Id = "/subscriptions/$subscription" }`,
      REST: managerRequest(
        'PUT',
        `${perimeter}/profiles/defaultProfile/accessRules/cmk`,
        managementApiVersions.perimeters,
        '{"properties": {"direction": "Inbound", "subscriptions": [{"id": "/subscriptions/$SUBSCRIPTION"}]}}',
      ),
    },
    sources: ['perimeter-rule-cli', 'perimeter-cli-tests'],
  },
];

export const plan: CausePlan = {
  confirm: [
    {
      ...lookAtVault,
      title: "Read the vault's network",
      text: 'Disabled, or Enabled with Deny, closes the vault; bypass None shuts out trusted services too. SecuredByPerimeter: a perimeter decides, whatever the bypass says. An empty bypass counts as AzureServices. A Managed HSM: az keyvault show --hsm-name (Get-AzKeyVaultManagedHsm).',
      commands: {
        az: `az keyvault show --name "$VAULT" \\
  --query "properties.{access:publicNetworkAccess, rules:networkAcls, endpoints:privateEndpointConnections[].privateLinkServiceConnectionState.status}"`,
        PowerShell: `$keyVault = Get-AzKeyVault -VaultName $vault
$keyVault | Select-Object PublicNetworkAccess -ExpandProperty NetworkAcls
(Get-AzPrivateEndpointConnection -PrivateLinkResourceId $keyVault.ResourceId).PrivateLinkServiceConnectionState`,
        REST: vaultRequest('GET'),
      },
      sources: ['key-vault-network', 'bicep-types'],
    },
    readAuditLog,
    {
      ...lookAtVault,
      title: 'With a perimeter: find it and its mode',
      who: 'network-administrator',
      needs: 'Reader on the perimeter',
      text: 'Enforced blocks trusted services too, unless a rule lets them in. Learning (now Transition) only logs.',
      commands: {
        az: `for ID in $(az network perimeter list --query "[].id" --output tsv); do
  GROUP=$(cut -d/ -f5 <<< "$ID")
  az network perimeter association list --perimeter-name "\${ID##*/}" --resource-group "$GROUP" \\
    --query "[?ends_with(privateLinkResource.id, '/$VAULT')].{mode:accessMode, id:id}"
done`,
        PowerShell: `Get-AzNetworkSecurityPerimeter | ForEach-Object {
  Get-AzNetworkSecurityPerimeterAssociation -SecurityPerimeterName $_.Name -ResourceGroupName $_.ResourceGroupName |
    Where-Object PrivateLinkResourceId -like "*/$vault" | Select-Object AccessMode, Id
}`,
        REST: inTurn(
          managerRequest('GET', `/subscriptions/$SUBSCRIPTION${perimeters}`, managementApiVersions.perimeters),
          managerRequest('GET', '{id of the perimeter}/resourceAssociations', managementApiVersions.perimeters),
        ),
      },
      sources: ['key-vault-network', 'perimeter-association-cli'],
    },
  ],
  fix: [
    letTrustedServicesPass,
    {
      ...onVault,
      title: 'For a service that is not trusted: allow its address',
      text: 'Take the client address from the message. It counts only while access is Enabled with Deny: if it is Disabled, az keyvault update with --default-action Deny --public-network-access Enabled first.',
      undo: 'az keyvault network-rule remove, and Disabled again if it was.',
      commands: {
        az: `ADDRESS=203.0.113.10
az keyvault network-rule add --name "$VAULT" --ip-address "$ADDRESS"`,
        PowerShell: `$address = '203.0.113.10'
Add-AzKeyVaultNetworkRule -VaultName $vault -IpAddressRange $address`,
        REST: inTurn(
          vaultRequest('GET'),
          vaultRequest(
            'PATCH',
            '{"properties": {"networkAcls": {all networkAcls of the answer, with 203.0.113.10 as one more value of ipRules}}}',
          ),
        ),
      },
      sources: ['key-vault-network'],
    },
    {
      ...onVault,
      title: "Approve the service's private endpoint",
      text: "Only one that is Pending, and that comes from a subscription that you know. An endpoint in your own network does not help a service that calls from Microsoft's.",
      undo: 'az keyvault private-endpoint-connection reject, or Deny-AzPrivateEndpointConnection.',
      commands: {
        az: `VAULT_ID=$(az keyvault show --name "$VAULT" --query id --output tsv)
az network private-endpoint-connection list --id "$VAULT_ID" \\
  --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].{name:name, from:properties.privateEndpoint.id}"
CONNECTION=kv-contoso-connection # put in the name from the list
az keyvault private-endpoint-connection approve --vault-name "$VAULT" --name "$CONNECTION"`,
        PowerShell: `$vaultId = (Get-AzKeyVault -VaultName $vault).ResourceId
Get-AzPrivateEndpointConnection -PrivateLinkResourceId $vaultId | Where-Object { $_.PrivateLinkServiceConnectionState.Status -eq 'Pending' } |
  Format-List Name, @{ Name = 'From'; Expression = { $_.PrivateEndpoint.Id } }
$connection = 'kv-contoso-connection' # put in the name from the list
Approve-AzPrivateEndpointConnection -ResourceId "$vaultId/privateEndpointConnections/$connection"`,
        REST: inTurn(
          vaultRequest('GET'),
          managerRequest(
            'PUT',
            `${vaultPath}/privateEndpointConnections/{name of the pending one}`,
            apiVersions['Microsoft.KeyVault/vaults'],
            '{"properties": {"privateLinkServiceConnectionState": {"status": "Approved"}}}',
          ),
        ),
      },
      sources: ['key-vault-private-link', 'private-endpoint-connection-cli'],
    },
    ...admitInPerimeter,
  ],
};

/* @__NO_SIDE_EFFECTS__ */
const forbidden = (message: string, inner: string) => ({
  status: 403,
  code: 'Forbidden',
  message: `${message}
Client address: 203.0.113.10
Caller: ${caller}
Vault: ${vault}`,
  inner,
});
const firewall = forbidden(
  'Client address is not authorized and caller is not a trusted service.',
  'ForbiddenByFirewall',
);
const bypassNone = forbidden(
  'Request was not allowed by NSP rules and the client address is not authorized and caller was ignored because bypass is set to None.',
  'ForbiddenByFirewall',
);
const disabled = forbidden(
  'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
  'ForbiddenByConnection',
);

export const page: CausePage = {
  looks: [
    az(firewall),
    powerShell('Set-AzStorageAccount', disabled),
    terraform('updating Workspace', bypassNone),
    portal('Failed to update the workspace', disabled),
    portal('Failed to update the workspace', {
      status: 403,
      code: 'ForbiddenByNsp',
      message: 'The request was forbidden by NSP policy.',
    }),
    activityLog(firewall),
  ],
  why: [
    {
      text: 'The firewall was closed with the bypass set to None. Unset, the bypass lets trusted services in.',
      sources: ['key-vault-network', 'bicep-types'],
    },
    {
      text: 'The message can speak of NSP rules where no perimeter is used. ForbiddenByFirewall beside it means the firewall and its bypass; ForbiddenByNsp means a perimeter.',
      sources: ['vault-network-wordings'],
    },
    {
      text: 'The service is not on the list of trusted services, so the bypass does nothing for it.',
      sources: ['key-vault-trusted-services'],
    },
    {
      text: 'Public access was disabled. Address rules are overridden then; private endpoints and trusted services remain.',
      sources: ['key-vault-network', 'bicep-types'],
    },
    {
      text: 'The vault has a private endpoint, and the call came over the public address: the firewall counts for it all the same.',
      sources: ['key-vault-private-link'],
    },
    {
      text: 'The vault joined a network security perimeter in Enforced mode: trusted services are blocked unless a rule admits them.',
      sources: ['key-vault-network', 'key-vault-trusted-services'],
    },
    {
      text: 'That you can open the vault in the portal proves nothing: the firewall covers the use of keys, not the management of the vault.',
      sources: ['key-vault-network'],
    },
    {
      text: 'What a Managed HSM puts as inner code beside the same words is not documented.',
      lookAt:
        'Look for “Client address” and “trusted service” in the message, and for the firewall in the log of the HSM.',
      sources: ['managed-hsm-firewall-report', 'managed-hsm-logging'],
    },
  ],
  prevent: [
    {
      text: 'Set the bypass before you close the firewall, and read the audit log for a day before you close it.',
      sources: ['key-vault-network', 'key-vault-logging'],
    },
    {
      text: 'Bring a vault into a perimeter in Transition mode first, and read what would have been denied.',
      sources: ['key-vault-network'],
    },
  ],
  perService: {
    synapse: {
      text: 'Trusted. A user-assigned identity cannot be used for the key of a vault behind a firewall: use the system-assigned one.',
      sources: ['key-vault-trusted-services', 'synapse-encryption'],
    },
    databricks: {
      text: 'Trusted, and so are Disk Storage and Storage. A private endpoint is no help: the callers are outside of your network.',
      sources: ['key-vault-trusted-services', 'databricks-community-architecture'],
    },
    'machine-learning': {
      text: 'Trusted, with a vault that is public or lets trusted services through; one that is reachable through private endpoints only does not work. With service-side encryption, public access must not be disabled.',
      sources: ['key-vault-trusted-services', 'log-analytics-cosmos', 'ml-cmk'],
    },
    'log-analytics': {
      text: 'The dedicated cluster is trusted. A user-assigned identity does not work with a vault that is reachable only through Private Link.',
      sources: ['key-vault-trusted-services', 'log-analytics-cmk'],
    },
    'health-data': {
      text: 'Not on the list, though its pages ask for the bypass; Azure SQL and Storage below it are on the list. That they make the call is an inference.',
      lookAt: "Look at the caller in the vault's audit log.",
      sources: ['health-fhir-cmk', 'health-dicom-cmk', 'key-vault-trusted-services'],
    },
    discovery: {
      text: 'Not on the list. Which way its call takes is not documented.',
      lookAt: "Look at the client address in the vault's audit log.",
      sources: ['discovery-cmk', 'key-vault-trusted-services'],
    },
    'online-experimentation': {
      text: 'Not on the list. Which way its call takes is not documented.',
      lookAt: "Look at the client address in the vault's audit log.",
      sources: ['key-vault-trusted-services'],
    },
    storage: {
      text: 'Trusted, also for a vault in another tenant. An account inside a network security perimeter needs a vault that can be reached from that perimeter.',
      sources: ['key-vault-trusted-services', 'storage-perimeter'],
    },
  },
  sources: [
    'key-vault-network',
    'key-vault-trusted-services',
    'vault-network-wordings',
    'vault-firewall-report',
    'vault-public-access-report',
    'vault-private-link-report',
    'perimeter-association-cli',
    'perimeter-association-powershell',
    'perimeter-rule-powershell',
    'managed-hsm-network-powershell',
  ],
};
