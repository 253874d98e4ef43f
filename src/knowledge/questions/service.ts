import { type ServiceId, serviceIds, services } from '../services/index.ts';
import { type Answer, type Question, type QuestionId, unknown } from './question.ts';

const next = { question: 'refused' } as const;

/** The question that asks for the feature, where a service has several ways to use a key. */
export const featureQuestions = {
  databricks: 'databricks-key',
  'machine-learning': 'machine-learning-key',
  'log-analytics': 'log-analytics-key',
  'health-data': 'health-data-key',
  discovery: 'discovery-key',
  storage: 'storage-key',
} as const satisfies Partial<Record<ServiceId, QuestionId>>;

/** What can be Failed, where it is more than the one thing that its service is named by. */
const things: Partial<Record<ServiceId, string>> = {
  'machine-learning': 'workspace, hub or project',
  'log-analytics': 'cluster, Microsoft Sentinel or linked storage',
  'health-data': 'FHIR or DICOM service',
  discovery: 'workspace, bookshelf or supercomputer',
};

/* @__NO_SIDE_EFFECTS__ */
function toService(id: ServiceId): Answer {
  const { name, resourceNoun } = services[id];
  const feature: Partial<Record<ServiceId, QuestionId>> = featureQuestions;
  return { id, text: `${name} (${things[id] ?? resourceNoun})`, leads: { question: feature[id] ?? next.question } };
}

export const service: Question = {
  text: 'Which service is it?',
  why: 'Each service asks for its key in another way, and has its own call to send the update again.',
  answeredBy: 'reader',
  answers: [...serviceIds.map(toService), unknown(next, "Another one, or I don't know")],
};

export const features = {
  'databricks-key': {
    text: 'Which key of the workspace is it about?',
    why: 'Databricks has three keys. Other identities ask for each of them.',
    answeredBy: 'reader',
    answers: [
      {
        id: 'managed-services',
        text: 'Managed services: notebooks, secrets, queries',
        leads: next,
        note: 'The application AzureDatabricks asks for this key.',
        values: { featureName: 'managed-services' },
      },
      {
        id: 'managed-disks',
        text: 'Managed disks of the compute',
        leads: next,
        note: 'The application AzureDatabricks asks for this key during the update, the disk identity when a cluster starts. Terminate classic compute before the update.',
        values: { featureName: 'managed-disks' },
      },
      {
        id: 'dbfs-root',
        text: 'DBFS root: the workspace storage account',
        leads: next,
        note: 'The storage identity asks for this key. It exists after encryption was prepared.',
        values: { featureName: 'dbfs-root' },
      },
      unknown(next),
    ],
  },
  'machine-learning-key': {
    text: 'Where does the workspace or hub keep its own data?',
    why: 'With a managed resource group, Azure Cosmos DB asks for the key, too. A project has no key.',
    answeredBy: 'azure',
    answers: [
      {
        id: 'managed-resource-group',
        text: 'In a managed resource group, with Cosmos DB, AI Search and Storage',
        leads: next,
        note: 'Azure Cosmos DB and the identity of the workspace or hub ask for the key: grant both.',
      },
      {
        id: 'service-side',
        text: 'On the side of the service (enableServiceSideCMKEncryption is true)',
        leads: next,
      },
      {
        id: 'project',
        text: 'It is a project of a hub',
        leads: next,
        note: 'A project has no key of its own. Follow the plan with the name of its hub.',
      },
      unknown(next),
    ],
  },
  'log-analytics-key': {
    text: 'What is the key meant to protect?',
    why: 'The key sits on a dedicated cluster, and for saved queries on a storage account. Microsoft Sentinel has rules of its own.',
    answeredBy: 'reader',
    answers: [
      { id: 'cluster', text: 'Logs in workspaces that are linked to a dedicated cluster', leads: next },
      {
        id: 'sentinel',
        text: 'Microsoft Sentinel',
        leads: next,
        note: 'Sentinel also needs the grant for Azure Cosmos DB, and the system-assigned identity of the cluster.',
      },
      {
        id: 'linked-storage',
        text: 'Saved queries or log search alerts, in a linked storage account',
        leads: next,
        planOf: 'storage',
        note: 'This key is set on the linked storage account, so this is the plan for that account.',
      },
      unknown(next),
    ],
  },
  'health-data-key': {
    text: 'Which service in the workspace is Failed?',
    why: 'The workspace has no key. Each FHIR or DICOM service asks for its key as itself.',
    answeredBy: 'azure',
    answers: [
      { id: 'fhir', text: 'A FHIR service', leads: next },
      {
        id: 'dicom',
        text: 'A DICOM service',
        leads: next,
        note: 'In commands, TYPE is dicomservices.',
      },
      unknown(next),
    ],
  },
  'discovery-key': {
    text: 'Which resource is it about?',
    why: 'Another identity asks for the key of each, and a new version is set in another place.',
    answeredBy: 'reader',
    answers: [
      { id: 'workspace', text: 'The workspace', leads: next },
      {
        id: 'bookshelf',
        text: 'A bookshelf',
        leads: next,
        note: 'A workload identity of the bookshelf asks for the key, not that of the workspace. Put the bookshelf into the commands.',
      },
      {
        id: 'supercomputer',
        text: 'A supercomputer',
        leads: next,
        note: 'The key of a supercomputer is set on its disk encryption set, whose identity asks for it.',
      },
      unknown(next),
    ],
  },
  'storage-key': {
    text: 'Is the key set on the account, or on an encryption scope?',
    why: 'A scope has a key of its own and is updated by its own call.',
    answeredBy: 'reader',
    answers: [
      { id: 'account', text: 'On the account', leads: next },
      {
        id: 'encryption-scope',
        text: 'On an encryption scope',
        leads: next,
        note: 'Send the update to the scope: az storage account encryption-scope update. The identity is that of the account.',
      },
      unknown(next),
    ],
  },
} as const satisfies Partial<Record<QuestionId, Question>>;
