import type { Claim, Sources } from '../claim.ts';
import type { ServiceId } from '../services/index.ts';
import type { Step } from '../step.ts';

/** How to confirm a cause and how to put it right. It travels to the reader's browser, so it is short. */
export interface CausePlan {
  readonly confirm: readonly Step[];
  readonly fix: readonly Step[];
}

/** How a refusal for this cause looks in one tool; ids and names are made up. */
export interface Look {
  readonly tool: 'az' | 'PowerShell' | 'Terraform' | 'portal' | 'activity log';
  readonly text: string;
}

/** What the page of a cause says beside its plan. */
export interface CausePage {
  /** The tools have other wrappers around the same message; the words that count stand in each. */
  readonly looks: readonly Look[];
  /** How it comes to this. */
  readonly why: readonly Claim[];
  /** What keeps it from happening again. */
  readonly prevent: readonly Claim[];
  /** The services that can show it, each with what is special there; all where `services` is absent. */
  readonly services?: readonly ServiceId[];
  readonly perService?: Partial<Record<ServiceId, Claim>>;
  readonly sources: Sources;
}
