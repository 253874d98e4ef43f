import { literalPowerShell } from '../commands/quote.ts';
import { type CollectorFacts, collectorVersions as versions } from '../knowledge/collector.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import { format, formatVersion } from './format.ts';
import type { Targets } from './targets.ts';

/** PowerShell for the identifier of the first key that the resource names. */
function findKey(facts: CollectorFacts): string {
  return facts.keys
    .map((place) =>
      'identifier' in place
        ? `  if (-not $found) { $found = "$($resource.${place.identifier})" }`
        : `  if (-not $found -and $resource.${place.vaultUri}) { $found = @($resource.${place.vaultUri}, 'keys', $resource.${place.keyName}, $resource.${place.keyVersion}) -join '/' }`,
    )
    .join('\n');
}

const findIdentity = ({ userAssigned }: CollectorFacts): string =>
  userAssigned === 'first'
    ? 'if ($resource.identity.userAssignedIdentities) { $identityId = "$(@($resource.identity.userAssignedIdentities.PSObject.Properties.Name)[0])" }'
    : `$identityId = ${userAssigned ? `"$($resource.${userAssigned})"` : "''"}`;

/**
 * The collector for PowerShell and the Az modules. It stands in a script block of its own, so that it can be pasted into a
 * terminal and leaves no variables behind. It prints the same document as the one for bash.
 */
export function powershellScript(service: ServiceId, facts: CollectorFacts, targets: Targets): string {
  const select = facts.properties.join(', ');
  return `& {
# Reads what the questions need, and prints it as one JSON document. It only reads:
# no command below creates, changes or deletes anything. Paste what it prints into the box of the page.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# What is known so far. What is empty is looked up.
$resourceId = ${literalPowerShell(targets.resourceId)}
$resourceName = ${literalPowerShell(targets.resourceName)}
$resourceType = ${literalPowerShell(targets.resourceType)}
$subscription = ${literalPowerShell(targets.subscriptionId)}
$vault = ${literalPowerShell(targets.vaultName)}
$vaultType = ${literalPowerShell(targets.vaultType)}
$key = ${literalPowerShell(targets.keyName)}
$keyVersion = ${literalPowerShell(targets.keyVersion)}
$principalId = ${literalPowerShell(targets.principalId)}

$document = [ordered]@{ format = '${format}'; version = ${formatVersion}; shell = 'PowerShell'; service = '${service}'; collectedAt = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ') }
$signedIn = $true

# What a command answers, or why it does not answer.
function Read-Part([scriptblock]$Ask) {
  if (-not $signedIn) { return @{ error = 'Not asked: you are not signed in.' } }
  try { & $Ask } catch { @{ error = "$_" } }
}
function Read-Arm([string]$Path) {
  $answer = Invoke-AzRestMethod -Method GET -Path $Path
  if ($answer.StatusCode -ge 400) { throw "$($answer.StatusCode) $($answer.Content)" }
  $answer.Content | ConvertFrom-Json
}
# Adds a part to the document, and says how it went.
function Add-Part([string]$Name, $Value) {
  $document[$Name] = $Value
  $why = if ($Value -is [hashtable] -and $Value.ContainsKey('error')) { "$($Value.error)" } else { '' }
  if ($why -like 'Not asked*') { Write-Host "\${Name}: not asked" }
  elseif ($why -match 'AuthorizationFailed|Forbidden') { Write-Host "\${Name}: you may not read this" }
  elseif ($why) { Write-Host "\${Name}: could not be read" }
  else { Write-Host "\${Name}: read" }
}

$context = Get-AzContext
if ($context -and $context.Subscription) {
  $account = @{ tenantId = $context.Tenant.Id; subscriptionId = $context.Subscription.Id; cloud = $context.Environment.Name }
} else {
  $account = @{ error = 'You are not signed in.' }
  $signedIn = $false
  Write-Host 'You are not signed in. Run Connect-AzAccount, then run this again.'
}
$document['examined'] = $null
Add-Part account $account

# The resource, and what it says about its key and its identity.
if (-not $subscription) { $subscription = if ($resourceId) { $resourceId.Split('/')[2] } elseif ($signedIn) { $context.Subscription.Id } else { '' } }
if (-not $resourceId -and $resourceName -and $subscription) {
  $list = Read-Part { Read-Arm "/subscriptions/$subscription/resources?api-version=${versions.resources}&\`$filter=resourceType eq '$resourceType' and name eq '$resourceName'" }
  $resourceId = "$(@($list.value)[0].id)"
}
$found = ''
$identityId = ''
$foundPrincipals = @()
if ($resourceId) {
  $resource = Read-Part { Read-Arm "\${resourceId}?api-version=${facts.apiVersion}" }
  if ($resource -is [hashtable]) { Add-Part resource $resource }
  else { Add-Part resource ([ordered]@{ id = $resource.id; type = $resource.type; kind = $resource.kind; location = $resource.location; identity = $resource.identity; properties = ($resource.properties | Select-Object ${select}) }) }
${findKey(facts)}
  ${findIdentity(facts)}
  $foundPrincipals = @(${facts.principals.map((path) => `$resource.${path}`).join(', ')}) | Where-Object { $_ }
${
  facts.namedKeys
    ? `  Add-Part namedKeys (Read-Part { , @((Read-Arm "$resourceId/${facts.namedKeys}?api-version=${facts.apiVersion}").value | ForEach-Object { @{ name = $_.name; keyVaultUrl = $_.properties.keyVaultUrl; isActiveCMK = $_.properties.isActiveCMK } }) })\n`
    : ''
}  Add-Part locks (Read-Part { , @((Read-Arm "/subscriptions/$subscription/providers/Microsoft.Authorization/locks?api-version=${versions.locks}").value | ForEach-Object { @{ id = $_.id; level = $_.properties.level } }) })
  $since = [datetime]::UtcNow.AddDays(-7).ToString('yyyy-MM-ddTHH:mm:ssZ')
  Add-Part failures (Read-Part { , @((Read-Arm "/subscriptions/$subscription/providers/Microsoft.Insights/eventtypes/management/values?api-version=${versions.activityLog}&\`$filter=eventTimestamp ge '$since' and resourceUri eq '$resourceId'").value | Where-Object { $_.status.value -eq 'Failed' } | Select-Object -First 5 | ForEach-Object { @{ eventTimestamp = $_.eventTimestamp; correlationId = $_.correlationId; operationName = $_.operationName.value; statusMessage = $_.properties.statusMessage } }) })
} else {
  Add-Part resource @{ error = 'Not asked: the resource is not known. Fill in its name, or $resourceId above.' }
}

# The key: what was given counts before what the resource names.
$foundVault = ''
$foundKey = ''
$foundVersion = ''
if ($found -match '^https://([A-Za-z0-9-]+)\\.([a-z]+)\\.[^/]+/+keys/([A-Za-z0-9-]+)/?([A-Za-z0-9]*)/?$') {
  $foundVault = $Matches[1]
  $foundKey = $Matches[3]
  $foundVersion = $Matches[4]
  if (-not $vault -and $Matches[2] -eq 'managedhsm') { $vaultType = 'Microsoft.KeyVault/managedHSMs' }
}
if (-not $vault) { $vault = $foundVault }
if (-not $key) { $key = $foundKey }
if (-not $keyVersion -and $vault -eq $foundVault -and $key -eq $foundKey) { $keyVersion = $foundVersion }

# The identities that ask for the key.
if ($identityId) {
  $identity = Read-Part { Read-Arm "\${identityId}?api-version=${versions.identity}" }
  if ($identity -is [hashtable]) { Add-Part identity $identity; $foundPrincipals = @() }
  else {
    Add-Part identity @{ id = $identity.id; principalId = $identity.properties.principalId; clientId = $identity.properties.clientId; tenantId = $identity.properties.tenantId }
    $foundPrincipals = @($identity.properties.principalId)
  }
}
${
  facts.applicationId
    ? `$application = Read-Part { Get-AzADServicePrincipal -ApplicationId ${facts.applicationId} | ForEach-Object { [pscustomobject]@{ id = $_.Id; appId = $_.AppId } } }
Add-Part application $application
if ($application.id) { $foundPrincipals = @($foundPrincipals) + $application.id }
`
    : ''
}if ($principalId) { $foundPrincipals = @($principalId) }

# The vault, in the subscription of the resource or in another one that you can see.
$vaultId = ''
if ($vault -and $signedIn) {
  $others = @(Get-AzSubscription -ErrorAction SilentlyContinue | Where-Object State -eq 'Enabled' | Select-Object -First 20 -ExpandProperty Id)
  foreach ($id in @($subscription) + $others) {
    $list = Read-Part { Read-Arm "/subscriptions/$id/resources?api-version=${versions.resources}&\`$filter=resourceType eq '$vaultType' and name eq '$vault'" }
    if ($list.value) { $vaultId = "$(@($list.value)[0].id)"; break }
  }
}
if ($vaultId) {
  $store = Read-Part { Read-Arm "\${vaultId}?api-version=${versions.keyVault}" }
  if ($store -is [hashtable]) { Add-Part vault $store }
  else {
    $policies = @($store.properties.accessPolicies | Where-Object { $_ } | ForEach-Object { @{ objectId = $_.objectId; applicationId = $_.applicationId; keys = @($_.permissions.keys) } })
    $state = $store.properties | Select-Object tenantId, provisioningState, enableRbacAuthorization, enableSoftDelete, enablePurgeProtection, publicNetworkAccess, @{ Name = 'networkAcls'; Expression = { $_.networkAcls | Select-Object bypass, defaultAction } }, @{ Name = 'accessPolicies'; Expression = { , $policies } }
    Add-Part vault ([ordered]@{ id = $store.id; type = $store.type; location = $store.location; properties = $state })
  }
} elseif ($vault -and $signedIn) {
  Add-Part vault @{ error = "NotFound: no vault $vault in the subscriptions that you can see." }
  Add-Part deletedVaults (Read-Part { , @((Read-Arm "/subscriptions/$subscription/providers/Microsoft.KeyVault/deletedVaults?api-version=${versions.keyVault}").value | ForEach-Object { @{ name = $_.name; vaultId = $_.properties.vaultId; deletionDate = $_.properties.deletionDate } }) })
} else {
  Add-Part vault @{ error = 'Not asked: the vault is not known.' }
}

# The key, its version, and the deleted keys if it is not there.
if ($vaultId -and $key) {
  $properties = @{ Name = 'properties'; Expression = { $_.properties | Select-Object attributes, kty, keySize, curveName, keyOps, keyUriWithVersion } }
  $part = Read-Part { Read-Arm "$vaultId/keys/\${key}?api-version=${versions.keyVault}" | Select-Object $properties }
  Add-Part key $part
  if ($keyVersion) { Add-Part keyVersion (Read-Part { Read-Arm "$vaultId/keys/$key/versions/\${keyVersion}?api-version=${versions.keyVault}" | Select-Object $properties }) }
  if ($part -is [hashtable] -and $vaultType -like '*/vaults') {
    Add-Part deletedKeys (Read-Part { , @(Get-AzKeyVaultKey -VaultName $vault -InRemovedState | ForEach-Object { @{ kid = $_.Id; deletedDate = "$($_.DeletedDate)" } }) })
  }
} else {
  Add-Part key @{ error = 'Not asked: the vault or the key is not known.' }
}

# What the identities may do at the vault. A Managed HSM has roles of its own, which are not read here.
$grants = @()
$roles = @()
if ($vaultId -like '*/vaults/*') {
  foreach ($id in $foundPrincipals) {
    $list = Read-Part { , @((Read-Arm "$vaultId/providers/Microsoft.Authorization/roleAssignments?api-version=${versions.authorization}&\`$filter=principalId eq '$id'").value | Where-Object { $_ } | ForEach-Object { @{ roleDefinitionId = $_.properties.roleDefinitionId; scope = $_.properties.scope; createdOn = $_.properties.createdOn; condition = $_.properties.condition } }) }
    $grants += @{ principalId = $id; roleAssignments = $list }
  }
  foreach ($id in @($grants.roleAssignments.roleDefinitionId | Where-Object { $_ } | Select-Object -Unique -First 20)) {
    $roles += Read-Part { Read-Arm "\${id}?api-version=${versions.authorization}" | ForEach-Object { @{ id = $_.id; roleName = $_.properties.roleName; permissions = @($_.properties.permissions) } } }
  }
}
Add-Part grants $grants
Add-Part roles $roles

$document['examined'] = [ordered]@{ resourceId = $resourceId; vault = $vault; vaultType = $vaultType; key = $key; keyVersion = $keyVersion; principals = @($foundPrincipals) }
$document | ConvertTo-Json -Depth 20
Write-Host 'Done. Copy the document above, from the first { to the last }, and paste it into the box of the page.'
}
`;
}
