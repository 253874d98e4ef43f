import type { Step } from '../step.ts';

/** A look at the vault. */
export const lookAtVault = {
  kind: 'confirm',
  risk: 'safe',
  who: 'vault-administrator',
  needs: 'Reader on the vault',
} as const satisfies Partial<Step>;

/** A change of the key store by its administrator. */
export const changeVault = {
  kind: 'fix',
  risk: 'changes-access',
  who: 'vault-administrator',
} as const satisfies Partial<Step>;

/** How a command for a key in a vault is written for one in a Managed HSM. */
export const inManagedHsm = 'In a Managed HSM: --hsm-name instead of --vault-name (-HsmName).';
