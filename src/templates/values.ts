/** What is known for the parameters of a template; a secret has no place here. */
export interface TemplateValues {
  readonly workspaceName?: string;
  readonly location?: string;
  readonly vaultName?: string;
  readonly vaultResourceGroup?: string;
  readonly vaultSubscriptionId?: string;
  readonly keyName?: string;
  /** The `/keys` child of the workspace, not the key in the vault. */
  readonly workspaceKeyName?: string;
  readonly principalId?: string;
  readonly userAssignedIdentityId?: string;
  readonly dataLakeAccountUrl?: string;
  readonly dataLakeResourceId?: string;
  readonly fileSystem?: string;
  readonly sqlAdministratorLogin?: string;
}

/** Stands where the reader still has to put a value, such as `<vault name>` for vaultName. */
export const placeholder = (parameter: string): string =>
  `<${parameter.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`;
