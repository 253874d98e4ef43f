import { readThenPatch } from '../rest.ts';

/**
 * The commands that attach the user-assigned identity IDENTITY_ID to a resource, and keep every identity that it has.
 * They leave what was there in before.json.
 *
 * @param apiVersion a version in which the PATCH of the resource takes identity
 * @example attachIdentity('2026-05-01').az
 */
/* @__NO_SIDE_EFFECTS__ */
export function attachIdentity(apiVersion: string): {
  readonly az: string;
  readonly PowerShell: string;
  readonly REST: string;
} {
  return {
    az: `az rest --method get --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" > before.json
jq --arg id "$IDENTITY_ID" '{identity: {
  type: (if (.identity.type // "" | test("SystemAssigned")) then "SystemAssigned,UserAssigned" else "UserAssigned" end),
  userAssignedIdentities: ((.identity.userAssignedIdentities // {} | map_values({})) + {($id): {}})}}' before.json > identity.json
cat identity.json
az rest --method patch --url "https://management.azure.com$RESOURCE_ID?api-version=${apiVersion}" --body @identity.json`,
    PowerShell: `$answer = Invoke-AzRestMethod -Method GET -Path "\${resourceId}?api-version=${apiVersion}"
Set-Content -Path before.json -Value $answer.Content
$now = ($answer.Content | ConvertFrom-Json).identity
$type = if ($now.type -like '*SystemAssigned*') { 'SystemAssigned,UserAssigned' } else { 'UserAssigned' }
$attached = @{ $identityId = @{} }
if ($now.userAssignedIdentities) { foreach ($name in $now.userAssignedIdentities.PSObject.Properties.Name) { $attached[$name] = @{} } }
$body = @{ identity = @{ type = $type; userAssignedIdentities = $attached } } | ConvertTo-Json -Depth 5
Invoke-AzRestMethod -Method PATCH -Path "\${resourceId}?api-version=${apiVersion}" -Payload $body`,
    REST: readThenPatch(
      apiVersion,
      '{"identity": {"type": "{SystemAssigned,UserAssigned if the answer has SystemAssigned, else UserAssigned}", "userAssignedIdentities": {"{every id of the answer}": {}, "$IDENTITY_ID": {}}}}',
    ),
  };
}
