import { findFirstError } from '../activity-log.ts';
import type { CausePage, CausePlan } from './cause.ts';

export const plan: CausePlan = {
  confirm: [findFirstError],
  fix: [
    {
      kind: 'fix',
      title: 'Free some, ask for more, or wait',
      risk: 'safe',
      who: 'subscription-owner',
      needs: 'Support Request Contributor, for an increase',
      text: 'The message names quota and region; the key is not at fault. Delete what nobody needs, or ask in the portal: Subscriptions, Usage + quotas, Request increase. Capacity: try later, or another region, with the key store there if the service wants it so.',
      takes: 'not documented',
      sources: ['arm-quota-error', 'rbac-troubleshooting'],
    },
  ],
};

export const page: CausePage = {
  looks: [
    {
      tool: 'az',
      text: `ERROR: (ResourceQuotaExceeded) Creating the resource of type Microsoft.Search/searchServices would exceed the quota of 16 resources of type Microsoft.Search/searchServices per resource group.
Code: ResourceQuotaExceeded`,
    },
    {
      tool: 'PowerShell',
      text: `New-AzResourceGroupDeployment: Code=OperationNotAllowed; Message=Operation results in exceeding quota limits of Core. Maximum allowed: 4, Current in use: 4, Additional requested: 2.`,
    },
    {
      tool: 'Terraform',
      text: `│ Error: creating Search Service: Code="SkuNotAvailable" Message="The requested size is currently not available in location 'westeurope'."`,
    },
    {
      tool: 'portal',
      text: 'Sorry, we are currently experiencing high demand in this region, and cannot fulfill your request at this time.',
    },
  ],
  why: [
    {
      text: 'The service builds supporting resources for the key: a database, a search service, a cluster. They count against your quotas.',
      sources: ['ml-cmk'],
    },
    { text: 'The region has no room for new resources of this kind at the moment.', sources: ['arm-common-errors'] },
  ],
  prevent: [
    {
      text: 'Read the quotas of the region and the subscription before you create a workspace with its own key.',
      sources: ['arm-quota-error'],
    },
  ],
  perService: {
    'machine-learning': {
      text: 'The managed resource group needs free quota for Azure Cosmos DB, Azure AI Search and Storage in your subscription.',
      sources: ['ml-cmk'],
    },
    'log-analytics': {
      text: 'Five active clusters for each region and subscription, seven with those deleted in the last 14 days; 1,000 workspaces for a cluster; two link operations for a workspace in 30 days.',
      sources: ['log-analytics-clusters'],
    },
    discovery: {
      text: 'QuotaExceeded points to the cores of the container environment.',
      sources: ['discovery-errors'],
    },
  },
  sources: ['arm-quota-error', 'arm-common-errors'],
};
