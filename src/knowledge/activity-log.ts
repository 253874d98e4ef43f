import { apiVersions } from './key-stores.ts';
import { eventsOf, inTurn, managerRequest } from './rest.ts';
import type { Step } from './step.ts';

const deployments =
  '/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.Resources/deployments';

/** Finds the first error of a failed update: in the activity log, and in the operations of the last failed deployment. */
export const findFirstError: Step = {
  kind: 'confirm',
  title: 'Find the first error',
  risk: 'safe',
  who: 'anyone',
  needs: 'Reader on the resource group',
  text: 'The oldest row of the failed update names the reason; later ones repeat it. In message, JSON within JSON, the innermost code counts. The second list answers if a template sent the update.',
  commands: {
    az: `az monitor activity-log list --resource-id "$RESOURCE_ID" --offset 1d --status Failed \\
  --query "sort_by(@, &eventTimestamp)[].{time:eventTimestamp, correlationId:correlationId, operation:operationName.value, message:properties.statusMessage}"
DEPLOYMENT=$(az deployment group list --resource-group "$RESOURCE_GROUP" \\
  --query "sort_by([?properties.provisioningState=='Failed'], &properties.timestamp)[-1].name" --output tsv)
az deployment operation group list --resource-group "$RESOURCE_GROUP" --name "$DEPLOYMENT" \\
  --query "[?properties.provisioningState=='Failed'].properties.{resource:targetResource.id, message:statusMessage}"`,
    PowerShell: `Get-AzActivityLog -ResourceId $resourceId -StartTime (Get-Date).AddDays(-1) -Status Failed -DetailedOutput |
  Sort-Object EventTimestamp | Format-List EventTimestamp, CorrelationId, OperationName, Properties
$deployment = Get-AzResourceGroupDeployment -ResourceGroupName $resourceGroup |
  Where-Object ProvisioningState -eq 'Failed' | Sort-Object Timestamp | Select-Object -Last 1
Get-AzResourceGroupDeploymentOperation -ResourceGroupName $resourceGroup -DeploymentName $deployment.DeploymentName |
  Where-Object ProvisioningState -eq 'Failed' | Format-List TargetResource, StatusMessage`,
    REST: inTurn(
      eventsOf('$RESOURCE_ID'),
      managerRequest('GET', `${deployments}/`, apiVersions['Microsoft.Resources/deployments']),
      managerRequest(
        'GET',
        `${deployments}/{name of the failed one}/operations`,
        apiVersions['Microsoft.Resources/deployments'],
      ),
    ),
  },
  sources: ['arm-find-error-code', 'arm-common-types'],
};
