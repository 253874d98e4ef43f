import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const read = '2026-11-23';
const specification = 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/onlineexperimentation';

export const onlineExperimentationSources = {
  'online-experimentation-specification': {
    title: 'Azure/azure-rest-api-specs: Microsoft.OnlineExperimentation workspaces',
    url: `${specification}/OnlineExperimentation.Management/OnlineExperimentationWorkspace.tsp`,
    verified,
  },
  'online-experimentation-models': {
    title: 'Azure/azure-rest-api-specs: the encryption settings of Microsoft.OnlineExperimentation',
    url: `${specification}/OnlineExperimentation.Management/models.tsp`,
    verified,
  },
  'online-experimentation-example': {
    title: 'Azure/azure-rest-api-specs: example of a PATCH that sets the encryption of a workspace',
    url: `${specification}/OnlineExperimentation.Management/examples/2025-08-01-preview/OnlineExperimentWorkspaces_UpdateWithEncryption.json`,
    verified,
  },
  'online-experimentation-data-plane': {
    title: 'Azure/azure-rest-api-specs: metrics of Online Experimentation (data plane)',
    url: `${specification}/Azure.Analytics.OnlineExperimentation/main.tsp`,
    verified,
  },
  'online-experimentation-schema': {
    title: 'Azure/azure-resource-manager-schemas: Microsoft.OnlineExperimentation, 2025-08-01-preview',
    url: 'https://github.com/Azure/azure-resource-manager-schemas/blob/main/schemas/2025-08-01-preview/Microsoft.OnlineExperimentation.json',
    verified: read,
  },
  'online-experimentation-template-reference': {
    title: 'Microsoft.OnlineExperimentation/workspaces template reference',
    url: 'https://learn.microsoft.com/azure/templates/microsoft.onlineexperimentation/workspaces',
    verified,
  },
  'online-experimentation-split': {
    title: 'Experimentation in Azure App Configuration (Split Experimentation Workspace)',
    url: 'https://learn.microsoft.com/azure/azure-app-configuration/concept-experimentation',
    verified: read,
  },
} as const satisfies Record<string, Source>;
