import { call, type Parameter, param, property } from './model.ts';

/** The parameter for the vault. */
export const vaultName: Parameter = { type: 'string', description: 'Name of the key vault that holds the key.' };

/** The parameter for the key in the vault. */
export const keyName: Parameter = {
  type: 'string',
  description: 'Name of the key in the vault: RSA or RSA-HSM, 2048 or 3072 bits.',
};

/** The URL of the key without a version, as Synapse takes it; the suffix of the cloud brings its own leading dot. */
export const keyUrl = call(
  'format',
  'https://{0}{1}/keys/{2}',
  param('vaultName'),
  property(call('environment'), 'suffixes.keyvaultDns'),
  param('keyName'),
);
