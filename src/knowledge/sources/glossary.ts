import type { Source } from '../sources.ts';

const verified = '2026-11-25';
const learn = 'https://learn.microsoft.com';

export const glossarySources = {
  'control-and-data-plane': {
    title: 'Azure control plane and data plane',
    url: `${learn}/azure/azure-resource-manager/management/control-plane-and-data-plane`,
    verified,
  },
  'entra-service-principals': {
    title: 'Application and service principal objects in Microsoft Entra ID',
    url: `${learn}/entra/identity-platform/app-objects-and-service-principals`,
    verified,
  },
  'activity-log-events': {
    title: 'Activity log events: fields of EventData',
    url: `${learn}/python/api/azure-mgmt-monitor/azure.mgmt.monitor.models.eventdata`,
    verified,
  },
  'storage-perimeter': {
    title: 'Network security perimeter for Azure Storage',
    url: `${learn}/azure/storage/common/storage-network-security-perimeter`,
    verified,
  },
} as const satisfies Record<string, Source>;
