import { applicationServices } from '../knowledge/applications.ts';
import { type ServiceId, serviceIds, services } from '../knowledge/services/index.ts';
import type { Flat } from './flatten.ts';

/** Names of clients, cmdlets and hosts that give a service away. */
const names: Readonly<Record<ServiceId, RegExp>> = {
  synapse:
    /microsoft\.synapse\b|az ?synapse|synapse\.\w{1,30}client|synapse (?:workspace|rbac|studio|sql)|azurerm_synapse|azuresynapse\.net|synapseworkspace|workspace key (?:vault|request|:)|LSRServiceException/i,
  databricks: /microsoft\.databricks\b|azdatabricks|azurerm_databricks|databricks\.\w{1,30}client|\bdatabricks\b/i,
  'machine-learning':
    /microsoft\.machinelearningservices\b|azurerm_machine_learning|azureml|machine learning workspace|\bml ?workspace\b|az ml\b/i,
  'log-analytics':
    /microsoft\.operationalinsights\b|operationalinsights\.|azurerm_log_analytics|log analytics|azoperationalinsights/i,
  'health-data': /microsoft\.healthcareapis\b|azurerm_healthcare|healthcareapis|\bfhir\b|\bdicom\b/i,
  discovery: /microsoft\.discovery\b/i,
  'online-experimentation': /microsoft\.onlineexperimentation\b/i,
  storage:
    /microsoft\.storage\/storageaccounts|storage\.accountsclient|az(?:urerm)?storageaccount|azurerm_storage|\.(?:blob|dfs)\.core\.|\bstorage account\b/i,
};

const types = serviceIds.map((id) => ({
  id,
  pattern: new RegExp(services[id].resourceTypes.map((type) => type.replace('.', '\\.')).join('|'), 'i'),
}));

/** The service whose resource the text is about; a resource type says more than a name, and a workspace more than its storage account. */
export function readService(flat: Flat): ServiceId | null {
  const byType = types.find(({ pattern }) => pattern.test(flat.text));
  if (byType && byType.id !== 'storage') return byType.id;
  const caller = Object.keys(applicationServices).find((application) => flat.text.includes(application));
  if (caller) return applicationServices[caller] ?? null;
  return serviceIds.find((id) => names[id].test(flat.text)) ?? null;
}
