import { anyVersion, managerRequest } from './rest.ts';
import type { Step } from './step.ts';

/** Reads what a resource of any service says about its key. */
export const readKeySettings: Step = {
  kind: 'confirm',
  title: 'Read what the resource has now',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the resource',
  text: 'The first part that is not null is the key block of your service. Keep the output: it is the way back.',
  commands: {
    az: `az resource show --ids "$RESOURCE_ID" \\
  --query "{state:properties.provisioningState, identity:identity, key:properties.[encryption, keyVaultProperties, parameters.encryption]}"`,
    PowerShell: `$resource = Get-AzResource -ResourceId $resourceId -ExpandProperties
$resource.Properties | Select-Object provisioningState, encryption, keyVaultProperties, parameters | ConvertTo-Json -Depth 8`,
    REST: managerRequest('GET', '$RESOURCE_ID', anyVersion),
  },
  sources: ['bicep-types'],
};
