import type { Step } from './step.ts';

/** Reads the state and the identity of whatever resource is Failed. The pages of the services read more. */
export const seeState: Step = {
  kind: 'confirm',
  title: 'See where things stand',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the resource',
  text: 'Take the resource id from the JSON view of the resource in the portal. Read state, identity and the encryption settings. For a type that exists in preview versions only, or that asks for it, add the API version that the page of the service names.',
  commands: {
    az: 'az resource show --ids "$RESOURCE_ID" --query "{state:properties.provisioningState, identity:identity, encryption:properties.encryption}"',
    PowerShell: `$resource = Get-AzResource -ResourceId $resourceId -ExpandProperties
$resource.Properties.provisioningState
$resource.Identity
$resource.Properties.encryption | ConvertTo-Json -Depth 6`,
  },
  sources: ['arm-common-types'],
};
