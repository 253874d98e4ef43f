import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { flatten } from '../../src/diagnosis/flatten.ts';
import { quiet } from '../../src/diagnosis/quiet.ts';

describe('what stands aside of a message', () => {
  it.each([
    [
      'a frame of .NET',
      'Not found.',
      ' at Azure.KeyVault.KeyVaultNetworkRuleSetBase.Get(String name) in C:\\a.cs:line 3',
    ],
    ['a frame of Python', 'Not found.', ' File "/opt/az/lib/keyvault/network.py", line 86, in get_token'],
    [
      'the head of Terraform',
      'Not found.',
      ' (Subscription: "x" Resource Group Name: "rg" Disk Encryption Set Name: "des")',
    ],
    ['an address of documentation', 'Not found.', ' https://aka.ms/keyvaultfirewall'],
  ])('%s does not count, and moves nothing', (_, message, aside) => {
    const flat = flatten(`${message}${aside} The end.`);
    const { text } = quiet(flat);
    expect(text.replace(/ +/g, ' ')).toBe('Not found. The end.');
    expect(text).toHaveLength(flat.text.length);
  });

  it('leaves the message itself as it is', () => {
    const flat = flatten("The vault 'kv-prod' at https://kv-prod.vault.azure.net/keys/cmk was not found.");
    expect(quiet(flat).text).toBe(flat.text);
  });

  it('of a frame, what was asked of the key store still counts', () => {
    const frame = 'at Microsoft.Azure.KeyVault.KeyVaultClient.UnwrapKeyAsync(String keyName, CancellationToken token)';
    const { text } = quiet(flatten(`Forbidden ${frame}`));
    expect(text.replace(/ +/g, ' ').trim()).toBe('Forbidden UnwrapKeyAsync');
    expect(text).toHaveLength(`Forbidden ${frame}`.length);
  });

  it('a class name in a frame names no cause', () => {
    const { causes } = diagnose(
      "Cannot find vault 'kv-prod' in resource group 'rg'.\n   at Microsoft.Azure.Commands.KeyVault.KeyVaultNetworkRuleSetBase.GetCurrentVault(String vaultName)",
    );
    expect(causes.map(({ id }) => id)).not.toContain('vault-network-blocked');
  });
});
