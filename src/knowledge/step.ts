import type { SourceId } from './sources.ts';

/** What a step may do to what the reader has: only read, change access or settings, or destroy data. */
export type Risk = 'safe' | 'changes-access' | 'changes-workspace' | 'destroys-data';

/** How a risk is called on a page. */
export const riskLabels: Readonly<Record<Risk, string>> = {
  safe: 'safe, changes nothing',
  'changes-access': 'changes access',
  'changes-workspace': 'changes the workspace',
  'destroys-data': 'destroys data',
};

/** Who does a step, in the words of an organisation; the Azure role stands in `needs`. */
export type Person =
  | 'anyone'
  | 'workspace-owner'
  | 'vault-administrator'
  | 'network-administrator'
  | 'subscription-owner'
  | 'directory-administrator';

/** How a person is called on a page. */
export const people: Readonly<Record<Person, string>> = {
  anyone: 'Anyone who may read',
  'workspace-owner': 'Workspace owner',
  'vault-administrator': 'Vault administrator',
  'network-administrator': 'Network administrator',
  'subscription-owner': 'Subscription owner',
  'directory-administrator': 'Directory administrator',
};

/** The languages in which a step is written. REST is the method and address, then the body. */
export const shells = ['az', 'PowerShell', 'REST', 'KQL'] as const;
export type Shell = (typeof shells)[number];

/**
 * One step: what to do, who does it, what it risks, and the commands for it.
 *
 * A command is plain text with variables for what differs from reader to reader: `"$VAULT"` in bash, `$vault` in
 * PowerShell (see variables.ts). Values never stand in it, so one quoting rule, where variables are set, is enough.
 */
export interface Step {
  readonly kind: 'confirm' | 'fix' | 'retry' | 'verify' | 'back-up' | 'destroy' | 'if-it-fails-again';
  readonly title: string;
  readonly risk: Risk;
  readonly who: Person;
  /** The role or permission that the person needs, where it is known. */
  readonly needs?: string;
  /** What to expect, or what to think of, in a few short sentences. */
  readonly text: string;
  /** What is lost. Every step that destroys data has it. */
  readonly lost?: string;
  /** How long until it works. */
  readonly takes?: string;
  readonly undo?: string;
  readonly commands?: Partial<Record<Shell, string>>;
  readonly sources: readonly SourceId[];
  /** What to look at instead, where no public page confirms the step. */
  readonly lookAt?: string;
}
