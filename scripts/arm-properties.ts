import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypeProperties, Writable } from '../src/knowledge/arm/properties.ts';

/** The types that can be imported, by the file in which their properties are kept. */
export const importedTypes = {
  'synapse-workspaces': 'Microsoft.Synapse_workspaces@2021-06-01',
  'databricks-workspaces': 'Microsoft.Databricks_workspaces@2026-01-01',
  'machine-learning-workspaces': 'Microsoft.MachineLearningServices_workspaces@2026-05-01',
  'log-analytics-clusters': 'Microsoft.OperationalInsights_clusters@2025-07-01',
  'fhir-services': 'Microsoft.HealthcareApis_workspaces_fhirservices@2024-03-31',
  'dicom-services': 'Microsoft.HealthcareApis_workspaces_dicomservices@2024-03-31',
  'discovery-workspaces': 'Microsoft.Discovery_workspaces@2026-06-01',
  'online-experimentation-workspaces': 'Microsoft.OnlineExperimentation_workspaces@2025-08-01-preview',
  'storage-accounts': 'Microsoft.Storage_storageAccounts@2026-04-01',
} as const;

interface Published {
  readonly type: string;
  readonly readOnly?: boolean;
  readonly properties?: Readonly<Record<string, Published>>;
  readonly additionalProperties?: Published;
  readonly items?: Published;
  readonly variants?: Readonly<Record<string, Published>>;
}

/** A property that differs between variants is taken as it comes. */
function merge(all: Record<string, Writable>, variant: Published): Record<string, Writable> {
  const more = Object.entries(variant.properties ?? {}).map(([name, property]): [string, Writable] => {
    const written = writable(property);
    const known = all[name];
    return [name, known === undefined || JSON.stringify(known) === JSON.stringify(written) ? written : 1];
  });
  return { ...all, ...Object.fromEntries(more) };
}

/** Reduces what is published about a property to whether it can be written. */
export function writable({ readOnly, properties, additionalProperties, items, variants = {} }: Published): Writable {
  if (readOnly) return 0;
  if (items) return items.properties || items.additionalProperties ? { '[]': writable(items) } : 1;
  if (!properties && !additionalProperties) return 1;
  const own = Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, property]) => [name, writable(property)]),
  );
  return {
    ...Object.values(variants).reduce(merge, own),
    ...(additionalProperties && { '*': writable(additionalProperties) }),
  };
}

/** Reads a published type. */
export function published(folder: string, file: string): TypeProperties {
  const { resourceType, apiVersion, body } = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
  const { apiVersion: _, ...properties } = writable(body) as Record<string, Writable>;
  return { type: resourceType, apiVersion, properties };
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    console.error('node scripts/arm-properties.ts FOLDER: writes src/knowledge/arm from published types.');
    process.exit(2);
  }
  for (const [name, file] of Object.entries(importedTypes)) {
    const text = `import type { TypeProperties } from './properties.ts';\n\n/** Made from the published type by scripts/arm-properties.ts. */\nexport const type: TypeProperties = ${JSON.stringify(published(folder, file))};\n`;
    writeFileSync(join(import.meta.dirname, '..', 'src', 'knowledge', 'arm', `${name}.ts`), text);
  }
}
