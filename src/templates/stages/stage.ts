import { bash, powershell } from '../../commands/quote.ts';
import { rolePropagationMinutes } from '../../knowledge/key-stores.ts';
import { serviceScenarios } from '../../knowledge/scenarios/index.ts';
import type { SourceId } from '../../knowledge/sources.ts';
import type { Choices } from '../choices.ts';
import type { Template } from '../model.ts';
import type { TemplateValues } from '../parameters.ts';
import { resourceType } from '../redeploy.ts';
import type { Resolver } from '../resolve.ts';

/** The languages of files, and the tabs of the page. */
export type Format = 'arm' | 'bicep' | 'terraform' | 'rest';

/** What a stage does to what the reader has. */
export type StageRisk = 'safe' | 'changes-access' | 'changes-workspace';

/** One stage on the way, with its commands and what to check before the next one. */
export interface Stage {
  readonly title: string;
  readonly risk: StageRisk;
  readonly text: string;
  readonly commands?: { readonly az: string; readonly PowerShell: string };
  /** What to check before the next stage. */
  readonly check?: string;
  readonly source?: SourceId;
}

/** Everything that stages are written with. */
export interface Plan {
  readonly choices: Choices;
  readonly values: TemplateValues;
  readonly template: Template | null;
  /** True when the template holds a resource that exists, with everything that it has. */
  readonly imported: boolean;
  readonly format: Format;
}

/** A plan with what resolves its values, as every stage needs it. */
export interface Pen extends Plan {
  readonly resolve: Resolver;
  readonly text: (name: string) => string;
}

/** The last look at the resource, and what to expect of it. */
export function verifyStage({ choices, resolve }: Pen): Stage {
  const { apiVersion, names, verify, methodSource } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  return {
    title: 'Verify',
    risk: 'safe',
    text:
      choices.scenario === 'revert'
        ? 'Expect state Succeeded, and no key of yours where it was before.'
        : verify.expect,
    commands: {
      az: bash`az resource show --ids ${id} --api-version ${apiVersion} --query ${verify.query}`,
      PowerShell: powershell`(Invoke-AzRestMethod -Method GET -Path ${`${id}?api-version=${apiVersion}`}).Content`,
    },
    source: methodSource,
  };
}

/** How long to wait when a grant is fresh. */
export const wait = ({ store, permissionModel }: Choices, what = 'the next stage'): string =>
  store === 'vault' && permissionModel === 'access-policy'
    ? `If ${what} is still refused, wait some minutes and repeat it without granting anything again.`
    : `If ${what} is still refused, wait and repeat it without granting anything again: a role assignment can take up to ${rolePropagationMinutes} minutes.`;

/** Keeps what is there, before anything changes it. */
export function saveStage({ choices, resolve }: Pen): Stage {
  const { apiVersion, names } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  return {
    title: 'Save what is there',
    risk: 'safe',
    text: 'Keep the file: it tells which key worked last, and every other setting.',
    commands: {
      az: `${bash`az resource show --ids ${id} --api-version ${apiVersion}`} > before.json`,
      PowerShell: `${powershell`(Invoke-AzRestMethod -Method GET -Path ${`${id}?api-version=${apiVersion}`}).Content`} | Set-Content -Path before.json`,
    },
  };
}
