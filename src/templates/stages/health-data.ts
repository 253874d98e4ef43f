import { bash, powershell } from '../../commands/quote.ts';
import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import { keyAddress } from '../key-store.ts';
import { resourceType } from '../redeploy.ts';
import type { Pen, Stage } from './stage.ts';

/** Health Data Services: nothing but a PUT can change the key, so what is there is read and sent back. */
export function healthCall(pen: Pen, title: string): Stage[] {
  const { choices, resolve } = pen;
  const { apiVersion, names } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  const url = `https://management.azure.com${id}?api-version=${apiVersion}`;
  const key = String(resolve.json(keyAddress(choices).versioned));
  const readOnly = ['provisioningState', 'eventState', 'privateEndpointConnections'];
  const dropped = choices.variant === 'dicom' ? [...readOnly, 'serviceUrl', 'authenticationConfiguration'] : readOnly;
  const filter = `{location, tags, kind, identity: (.identity | {type, userAssignedIdentities: (.userAssignedIdentities // {} | map_values({}))} | if .userAssignedIdentities == {} then del(.userAssignedIdentities) else . end), properties: (.properties | del(${dropped.map((name) => `.${name}`).join(', ')}) | .encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl = $key)} | with_entries(select(.value != null))`;
  return [
    {
      title: 'Save what is there, and write the new body',
      risk: 'safe',
      text: 'before.json is your way back. put.json holds all of it with the new key; what is read-only is left out. Compare the two files.',
      commands: {
        az: `${bash`az rest --method get --url ${url}`} > before.json\n${bash`jq --arg key ${key} ${filter}`} before.json > put.json`,
        PowerShell: [
          powershell`$before = (Invoke-AzRestMethod -Method GET -Path ${`${id}?api-version=${apiVersion}`}).Content`,
          'Set-Content -Path before.json -Value $before',
          '$body = $before | ConvertFrom-Json -AsHashtable',
          "foreach ($name in 'id', 'name', 'type', 'etag', 'systemData') { $body.Remove($name) }",
          `foreach ($name in ${dropped.map((name) => `'${name}'`).join(', ')}) { $body.properties.Remove($name) }`,
          "foreach ($name in 'principalId', 'tenantId') { if ($body.identity) { $body.identity.Remove($name) } }",
          'foreach ($id in @($body.identity.userAssignedIdentities.Keys)) { $body.identity.userAssignedIdentities[$id] = @{} }',
          powershell`$body.properties.encryption = @{ customerManagedKeyEncryption = @{ keyEncryptionKeyUrl = ${key} } }`,
          'Set-Content -Path put.json -Value ($body | ConvertTo-Json -Depth 20)',
        ].join('\n'),
      },
      check: 'put.json differs from before.json in the key and in what is read-only, and in nothing else.',
      source: 'health-sdk',
    },
    {
      title,
      risk: 'changes-workspace',
      text: 'A PUT replaces the service by its body, so send it soon after you have read it.',
      commands: {
        az: bash`az rest --method put --url ${url} --body ${'@put.json'}`,
        PowerShell: powershell`Invoke-AzRestMethod -Method PUT -Path ${`${id}?api-version=${apiVersion}`} -Payload (Get-Content -Raw -Path put.json)`,
      },
      source: 'health-sdk',
    },
  ];
}
