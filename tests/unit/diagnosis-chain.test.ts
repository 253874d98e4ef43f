import { describe, expect, it } from 'vitest';
import { readCaller, whoSaidNo } from '../../src/diagnosis/chain.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { readHints } from '../../src/diagnosis/hints.ts';

const policy =
  'PERMISSION_DENIED: Invalid permissions on the specified KeyVault. Wrapped Message: Status code 403, {"error":{"code":"Forbidden","message":"The user, group or application \'appid=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d;oid=11111111-2222-3333-4444-555555555555;iss=https://sts.windows.net/66666666-7777-8888-9999-000000000000/\' does not have keys get permission on key vault \'kv-prod-weu;location=westeurope\'","innererror":{"code":"AccessDenied"}}} /subscriptions/aaaaaaaa-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Databricks/workspaces/dbw';

describe('who said no', () => {
  it('is the key store for a missing key permission, with everyone before it marked as passed', () => {
    const links = whoSaidNo(diagnose(policy));
    expect(links.map(({ party, did }) => `${party} ${did}`)).toEqual([
      'you sent',
      'arm let-through',
      'provider let-through',
      'key-store refused',
    ]);
    expect(links.at(-1)).toMatchObject({ name: 'kv-prod-weu', note: 'refused keys get' });
    expect(links[2]).toMatchObject({ name: 'Azure Databricks', note: 'asked for the key as AzureDatabricks' });
  });

  it('is Resource Manager for the caller, and nobody behind it was reached', () => {
    const links = whoSaidNo(
      diagnose(
        "(AuthorizationFailed) The client 'a' does not have authorization to perform action 'Microsoft.Synapse/workspaces/write'",
      ),
    );
    expect(links.map(({ party, did }) => `${party} ${did}`)).toEqual([
      'you sent',
      'arm refused',
      'provider not-reached',
      'key-store not-reached',
    ]);
    expect(links[1]?.note).toBe('refused Microsoft.Synapse/workspaces/write');
  });

  it('shows only you and the vault when a person reads from the vault directly', () => {
    const links = whoSaidNo(
      diagnose(
        "The user, group or application 'appid=04b07795-8ddb-461a-bbee-02f9e1bf7b46;oid=1' does not have secrets get permission on key vault 'kv-x1;location=westus'",
      ),
    );
    expect(links.map(({ party }) => party)).toEqual(['you', 'key-store']);
    expect(links[0]?.note).toBe('called with Azure CLI');
  });

  it('is nobody when the text is about something else', () => {
    expect(whoSaidNo(diagnose('Key based authentication is not permitted on this storage account.'))).toEqual([]);
  });

  it.each([
    ['2FF814A6-3304-4AB8-85CB-CD0E6F879C1D', 'AzureDatabricks', 'service'],
    ['a232010e-820c-4083-83bb-3ace5fc29d0b', 'Azure Cosmos DB', 'service'],
    ['1950a258-227b-4e31-a9cf-717495945fc2', 'Azure PowerShell', 'person'],
    ['99999999-0000-0000-0000-000000000000', null, 'unknown'],
  ])('knows the application %s', (id, name, kind) => {
    expect(readCaller(diagnose(`Caller: appid=${id};oid=x`))).toEqual({ name, kind });
  });
});

describe('a grant that is newer than the failure', () => {
  const failure = '"eventTimestamp": "2026-08-13T11:33:42.27Z", "status": "Failed", "message": "ForbiddenByRbac"';
  const grant = (time: string) =>
    `"createdOn": "${time}", "roleDefinitionName": "Key Vault Crypto Service Encryption User"`;

  it.each([
    ['after the failure', '2026-08-13T11:40:00Z', 'grant-is-newer'],
    ['four minutes before it', '2026-08-13T11:29:42Z', 'grant-was-fresh'],
  ])('is recognised when it came %s', (_name, time, id) => {
    const text = `${failure}\n${grant(time)}`;
    const [hint] = readHints(text, diagnose(text));
    expect(hint?.id).toBe(id);
    expect(hint?.title).toContain('do not grant again');
  });

  it('is not claimed for a grant of last week, nor when one of the times is missing', () => {
    for (const text of [`${failure}\n${grant('2026-08-06T11:00:00Z')}`, failure, grant('2026-08-13T11:40:00Z')]) {
      expect(readHints(text, diagnose(text)).filter(({ id }) => id.startsWith('grant'))).toEqual([]);
    }
  });
});

describe('a message that only tells the state', () => {
  it('sends the reader to the first failure, by its correlation id', () => {
    const text =
      "Conflict: The workspace 'ws' is in Failed state and cannot be updated. CorrelationId: aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    const [hint] = readHints(text, diagnose(text));
    expect(hint?.id).toBe('earlier-refusal');
    expect(hint?.commands?.az).toContain('--correlation-id aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee');
    expect(hint?.commands?.PowerShell).toContain('-CorrelationId aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee');
  });

  it('sends the reader to the deployment operations when only the deployment speaks', () => {
    const text =
      'Code="DeploymentFailed" Message="At least one resource deployment operation failed. Please list deployment operations for details."';
    const [hint] = readHints(text, diagnose(text));
    expect(hint?.commands?.az).toContain('az deployment operation group list');
  });

  it('says nothing where the message names the cause itself', () => {
    expect(readHints(policy, diagnose(policy))).toEqual([]);
  });
});
