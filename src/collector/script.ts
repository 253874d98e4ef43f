import { collectorFacts } from '../knowledge/collector.ts';
import type { Values } from '../knowledge/naming.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import { bashScript } from './bash.ts';
import type { CollectorShell } from './format.ts';
import { powershellScript } from './powershell.ts';
import { targetsOf } from './targets.ts';

/**
 * One script that asks Azure what the open questions need and prints it as JSON. It only reads. What is not known it
 * looks up: the key in the resource, the vault in the subscriptions that the reader can see.
 *
 * @param values used where they keep their naming rule, left out where not
 * @example collectorScript('synapse', { workspaceName: 'contoso' }, 'az').includes("RESOURCE_NAME='contoso'") // true
 */
export function collectorScript(service: ServiceId, values: Values, shell: CollectorShell): string {
  const write = shell === 'az' ? bashScript : powershellScript;
  return write(service, collectorFacts[service], targetsOf(service, values));
}
