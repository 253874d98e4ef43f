import { bash, powershell } from '../commands/quote.ts';
import { rolePropagationMinutes } from '../knowledge/key-stores.ts';
import { roles } from '../knowledge/roles.ts';
import { serviceScenarios } from '../knowledge/scenarios/index.ts';
import type { SourceId } from '../knowledge/sources.ts';
import type { Choices } from './choices.ts';
import { secretVariable } from './emit-bicep.ts';
import { keyAddress } from './key-store.ts';
import type { Template } from './model.ts';
import type { TemplateValues } from './parameters.ts';
import { resourceType } from './redeploy.ts';
import { Resolver } from './resolve.ts';
import { serviceTemplates } from './services/index.ts';

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

interface Pen extends Plan {
  readonly resolve: Resolver;
  readonly text: (name: string) => string;
}

const files: Readonly<Record<'arm' | 'bicep', readonly [string, string]>> = {
  arm: ['azuredeploy.json', '@azuredeploy.parameters.json'],
  bicep: ['main.bicep', 'main.bicepparam'],
};

const groupOf = ({ choices, text }: Pen): string =>
  choices.scenario === 'grant' ? text('vaultResourceGroup') : text('resourceGroup');

function azDeploy(pen: Pen, verb: 'what-if' | 'validate' | 'create'): string {
  const [template, parameters] = files[pen.format === 'bicep' ? 'bicep' : 'arm'];
  return bash`az deployment group ${verb} --resource-group ${groupOf(pen)} --template-file ${template} --parameters ${parameters}`;
}

function psDeploy(pen: Pen, cmdlet: string, flag = ''): string {
  const [template, parameters] = files[pen.format === 'bicep' ? 'bicep' : 'arm'];
  return `${cmdlet} ${powershell`-ResourceGroupName ${groupOf(pen)}`} -TemplateFile ${template} -TemplateParameterFile ${parameters.replace('@', '')}${flag}`;
}

function secretsOf({ template }: Pen): string[] {
  return Object.entries(template?.parameters ?? {})
    .filter(([, { secure }]) => secure)
    .map(([name]) => name);
}

/** Brings secrets into the environment, where no file and no history holds them. */
function secretStage(pen: Pen): Stage[] {
  const secrets = secretsOf(pen);
  if (secrets.length === 0) return [];
  const terraform = pen.format === 'terraform';
  const variable = (name: string) =>
    terraform ? `TF_VAR_${secretVariable(name).toLowerCase()}` : secretVariable(name);
  if (pen.format === 'arm') {
    return [
      {
        title: 'Have the secret ready',
        risk: 'safe',
        text: `Azure asks for ${secrets.join(', ')} when you deploy. It stands in no file here.`,
      },
    ];
  }
  return [
    {
      title: 'Bring the secret into the environment',
      risk: 'safe',
      text: `${secrets.join(', ')} stands in no file. The commands read it without showing it.`,
      commands: {
        az: secrets.map((name) => `read -rs ${variable(name)} && export ${variable(name)}`).join('\n'),
        PowerShell: secrets.map((name) => `$env:${variable(name)} = Read-Host -MaskInput -Prompt '${name}'`).join('\n'),
      },
    },
  ];
}

/** Look, check, deploy. */
function deployStages(pen: Pen, title: string, check: string): Stage[] {
  if (pen.format === 'terraform') {
    return [
      {
        title: 'Look at what would change',
        risk: 'safe',
        text: 'The plan only reads. Go on when it adds what this page says, and changes and destroys nothing else.',
        commands: {
          az: 'terraform init\nterraform plan -out=main.tfplan',
          PowerShell: 'terraform init\nterraform plan -out main.tfplan',
        },
      },
      {
        title,
        risk: 'changes-workspace',
        text: 'Applies exactly the plan that you have read.',
        commands: { az: 'terraform apply main.tfplan', PowerShell: 'terraform apply main.tfplan' },
        check,
      },
    ];
  }
  return [
    {
      title: 'Look at what would change',
      risk: 'safe',
      text: 'What-if and validation only read. Go on when what-if creates what this page says, and modifies and deletes nothing else.',
      commands: {
        az: `${azDeploy(pen, 'what-if')}\n${azDeploy(pen, 'validate')}`,
        PowerShell: `${psDeploy(pen, 'New-AzResourceGroupDeployment', ' -WhatIf')}\n${psDeploy(pen, 'Test-AzResourceGroupDeployment')}`,
      },
    },
    {
      title,
      risk: pen.choices.scenario === 'grant' ? 'changes-access' : 'changes-workspace',
      text: 'Deploys the template as you have seen it.',
      commands: { az: azDeploy(pen, 'create'), PowerShell: psDeploy(pen, 'New-AzResourceGroupDeployment') },
      check,
    },
  ];
}

const hsmRole = roles['managed-hsm-crypto-service-encryption-user'].name;

/** Grants in a Managed HSM: local roles, which no template can assign. */
function hsmGrant({ choices, text }: Pen, principals: readonly string[]): Stage {
  const scope = choices.scenario === 'grant' && choices.scope === 'vault' ? '/keys' : `/keys/${text('keyName')}`;
  return {
    title: 'Grant access in the Managed HSM',
    risk: 'changes-access',
    text: 'A Managed HSM has local roles, which Resource Manager cannot assign. You need Managed HSM Administrator for it.',
    commands: {
      az: principals
        .map(
          (name) =>
            bash`az keyvault role assignment create --hsm-name ${text('hsmName')} --role ${hsmRole} --assignee-object-id ${text(name)} --assignee-principal-type ServicePrincipal --scope ${scope}`,
        )
        .join('\n'),
      PowerShell: principals
        .map(
          (name) =>
            powershell`New-AzKeyVaultRoleAssignment -HsmName ${text('hsmName')} -RoleDefinitionName ${hsmRole} -ObjectId ${text(name)} -Scope ${scope}`,
        )
        .join('\n'),
    },
    check: 'The list of role assignments of the Managed HSM shows the object id with that role.',
    source: 'managed-hsm-roles',
  };
}

function verifyStage({ choices, resolve }: Pen): Stage {
  const { apiVersion, names, verify, methodSource } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  return {
    title: 'Verify',
    risk: 'safe',
    text: verify.expect,
    commands: {
      az: bash`az resource show --ids ${id} --api-version ${apiVersion} --query ${verify.query}`,
      PowerShell: powershell`(Invoke-AzRestMethod -Method GET -Path ${`${id}?api-version=${apiVersion}`}).Content`,
    },
    source: methodSource,
  };
}

function modelCheck({ permissionModel }: Choices, { text }: Pen): Stage {
  const rbac = permissionModel === 'azure-rbac';
  return {
    title: 'Check the permission model of the vault',
    risk: 'safe',
    text: rbac
      ? 'Expect true. Otherwise access policies decide, and a role has no effect.'
      : 'Expect false or nothing. With true, roles decide, and access policies have no effect.',
    commands: {
      az: bash`az keyvault show --name ${text('vaultName')} --query properties.enableRbacAuthorization`,
      PowerShell: powershell`(Get-AzKeyVault -VaultName ${text('vaultName')}).EnableRbacAuthorization`,
    },
    source: 'key-vault-rbac-guide',
  };
}

const wait = ({ store, permissionModel }: Choices): string =>
  store === 'vault' && permissionModel === 'access-policy'
    ? 'If the next stage is still refused, wait some minutes and repeat it without granting anything again.'
    : `If the next stage is still refused, wait and repeat it without granting anything again: a role assignment can take up to ${rolePropagationMinutes} minutes.`;

function grantStages(pen: Pen): Stage[] {
  const { choices } = pen;
  const principals = serviceTemplates[choices.service].principals(choices);
  if (choices.store === 'managed-hsm') return [hsmGrant(pen, principals)];
  return [modelCheck(choices, pen), ...deployStages(pen, 'Grant access', wait(choices))];
}

/** What the reader grants before the deployment, because it exists already. */
function grantedBefore(pen: Pen): Stage[] {
  const { choices } = pen;
  const { applications } = serviceTemplates[choices.service];
  const names = choices.store === 'managed-hsm' ? [...(applications?.(choices) ?? [])] : [];
  const userAssigned =
    choices.origin === 'existing' &&
    choices.identity === 'user-assigned' &&
    serviceScenarios[choices.service].identities.length > 0;
  if (names.length > 0) return [hsmGrant(pen, names)];
  if (!userAssigned) return [];
  return choices.store === 'managed-hsm'
    ? [hsmGrant(pen, ['principalId'])]
    : [
        {
          title: 'Check that the user-assigned identity has access',
          risk: 'safe',
          text: 'It is read before the resource is there, so it must have get, wrapKey and unwrapKey on the key already. If it has not, deploy the grant scenario of this page first.',
        },
      ];
}

function redeployStages(pen: Pen): Stage[] {
  const { choices } = pen;
  const { service, store } = choices;
  const templates = serviceTemplates[service];
  const staged = templates.staged?.(choices) ?? false;
  const own = Object.keys(templates.ownPrincipals(choices));
  const hsm = store === 'managed-hsm' && own.length > 0 ? [hsmGrant(pen, own)] : [];
  const read = own.length > 0 ? `The outputs of the deployment show ${own.join(' and ')}. ` : '';
  const rest: Stage[] = staged
    ? [
        ...deployStages(
          pen,
          'Deploy without the key',
          `${read}The resource is Succeeded and its identity has access to the key.`,
        ),
        ...hsm,
        {
          title: 'Set keyGranted to true',
          risk: 'safe',
          text: `Change keyGranted to true in the parameters file, and leave it so. ${wait(choices)}`,
        },
        ...deployStages(pen, 'Deploy again, with the key', 'What-if showed the encryption, and nothing else.'),
      ]
    : [...deployStages(pen, 'Deploy', `${read}${wait(choices)}`), ...hsm];
  return [...grantedBefore(pen), ...secretStage(pen), ...rest, verifyStage(pen)];
}

/** The call of an update whose body lies in a file. */
function callStage(pen: Pen, title: string): Stage {
  const { choices, resolve } = pen;
  const { apiVersion, names, methodSource } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  if (pen.format === 'terraform')
    return {
      ...deployStages(pen, title, '')[1],
      title,
      risk: 'changes-workspace',
      text: 'Sends the update once. Run terraform init and terraform plan first.',
    } as Stage;
  return {
    title,
    risk: 'changes-workspace',
    text: 'A PATCH changes what its body names, and leaves everything else alone.',
    commands: {
      az: bash`az rest --method patch --url ${`https://management.azure.com${id}?api-version=${apiVersion}`} --body ${'@patch.json'}`,
      PowerShell: powershell`Invoke-AzRestMethod -Method PATCH -Path ${`${id}?api-version=${apiVersion}`} -Payload (Get-Content -Raw -Path patch.json)`,
    },
    source: methodSource,
  };
}

const databricksFlags: Readonly<Record<string, { az: readonly string[]; PowerShell: readonly string[] }>> = {
  'managed-services': {
    az: ['--managed-services-key-vault', '--managed-services-key-name', '--managed-services-key-version'],
    PowerShell: [
      '-ManagedServicesKeyVaultPropertiesKeyVaultUri',
      '-ManagedServicesKeyVaultPropertiesKeyName',
      '-ManagedServicesKeyVaultPropertiesKeyVersion',
    ],
  },
  'managed-disks': {
    az: ['--disk-key-vault', '--disk-key-name', '--disk-key-version'],
    PowerShell: [
      '-ManagedDiskKeyVaultPropertiesKeyVaultUri',
      '-ManagedDiskKeyVaultPropertiesKeyName',
      '-ManagedDiskKeyVaultPropertiesKeyVersion',
    ],
  },
  'dbfs-root': {
    az: ['--key-vault', '--key-name', '--key-version'],
    PowerShell: ['-EncryptionKeyVaultUri', '-EncryptionKeyName', '-EncryptionKeyVersion'],
  },
};

const sourceFlags: Readonly<Record<string, readonly [string, string]>> = {
  'managed-services': ['', ' -ManagedServiceKeySource Microsoft.Keyvault'],
  'managed-disks': ['', ' -ManagedDiskKeySource Microsoft.Keyvault'],
  'dbfs-root': [' --key-source Microsoft.Keyvault', ' -EncryptionKeySource Microsoft.Keyvault'],
};

/** Databricks: the tools read the workspace and send all of it back with the key in it. */
function databricksCall(pen: Pen, title: string): Stage[] {
  const { choices, resolve, text } = pen;
  const host = `${resolve.json(keyAddress(choices).host)}/`;
  const values = [host, text('keyName'), text('keyVersion')];
  const flags = databricksFlags[choices.variant];
  const [azSource, psSource] = sourceFlags[choices.variant] ?? ['', ''];
  const az = bash`az databricks workspace update --resource-group ${text('resourceGroup')} --name ${text('workspaceName')}`;
  const ps = powershell`Update-AzDatabricksWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')}`;
  const withValues = (names: readonly string[] | undefined, quoted: (value: string) => string) =>
    (names ?? []).map((name, index) => ` ${name} ${quoted(values[index] ?? '')}`).join('');
  const prepare: Stage[] =
    choices.variant === 'dbfs-root'
      ? [
          {
            title: 'Make sure that the storage account has an identity',
            risk: 'changes-workspace',
            text: 'Turns on the identity of the managed storage account, which reads this key. Grant it before the next stage.',
            commands: { az: `${az} --prepare-encryption`, PowerShell: `${ps} -PrepareEncryption` },
            check: 'storageAccountIdentity.principalId is there and has access to the key.',
            source: 'databricks-dbfs',
          },
        ]
      : [];
  return [
    ...(choices.variant === 'managed-disks'
      ? [
          {
            title: 'Stop classic compute',
            risk: 'changes-workspace',
            text: 'Terminate every cluster, pool and classic SQL warehouse before you change the key for managed disks.',
            source: 'databricks-managed-disks',
          } as const,
        ]
      : []),
    ...prepare,
    {
      title,
      risk: 'changes-workspace',
      text: 'The command reads the workspace and sends all of it back with this key: only tags can be sent alone. Use Az.Databricks 1.9.0 or later.',
      commands: {
        az: `${az}${azSource}${withValues(flags?.az, (value) => bash`${value}`)}${choices.variant === 'managed-disks' ? ' --disk-key-auto-rotation true' : ''}`,
        PowerShell: `${ps}${psSource}${withValues(flags?.PowerShell, (value) => powershell`${value}`)}${choices.variant === 'managed-disks' ? ' -ManagedDiskRotationToLatestKeyVersionEnabled' : ''}`,
      },
      source: 'databricks-cli',
    },
  ];
}

/** Health Data Services: nothing but a PUT can change the key, so what is there is read and sent back. */
function healthCall(pen: Pen, title: string): Stage[] {
  const { choices, resolve } = pen;
  const { apiVersion, names } = serviceScenarios[choices.service];
  const id = resolve.id(resourceType(choices), names);
  const url = `https://management.azure.com${id}?api-version=${apiVersion}`;
  const key = String(resolve.json(keyAddress(choices).versioned));
  const readOnly = ['provisioningState', 'eventState', 'privateEndpointConnections'];
  const dropped = choices.variant === 'dicom' ? [...readOnly, 'serviceUrl', 'authenticationConfiguration'] : readOnly;
  const filter = `{location, tags, kind, identity: (.identity | {type, userAssignedIdentities: (.userAssignedIdentities // {} | map_values({}))} | if .userAssignedIdentities == {} then del(.userAssignedIdentities) else . end), properties: (.properties | del(${dropped.map((name) => `.${name}`).join(', ')}) | .encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl = $key)} | with_entries(select(.value != null))`;
  return [
    {
      title: 'Save what is there, and write the new body',
      risk: 'safe',
      text: 'before.json is your way back. put.json holds all of it with the new key; what is read-only is left out. Compare the two files.',
      commands: {
        az: `${bash`az rest --method get --url ${url}`} > before.json\n${bash`jq --arg key ${key} ${filter}`} before.json > put.json`,
        PowerShell: [
          powershell`$before = (Invoke-AzRestMethod -Method GET -Path ${`${id}?api-version=${apiVersion}`}).Content`,
          'Set-Content -Path before.json -Value $before',
          '$body = $before | ConvertFrom-Json -AsHashtable',
          "foreach ($name in 'id', 'name', 'type', 'etag', 'systemData') { $body.Remove($name) }",
          `foreach ($name in ${dropped.map((name) => `'${name}'`).join(', ')}) { $body.properties.Remove($name) }`,
          "foreach ($name in 'principalId', 'tenantId') { if ($body.identity) { $body.identity.Remove($name) } }",
          'foreach ($id in @($body.identity.userAssignedIdentities.Keys)) { $body.identity.userAssignedIdentities[$id] = @{} }',
          powershell`$body.properties.encryption = @{ customerManagedKeyEncryption = @{ keyEncryptionKeyUrl = ${key} } }`,
          'Set-Content -Path put.json -Value ($body | ConvertTo-Json -Depth 20)',
        ].join('\n'),
      },
      check: 'put.json differs from before.json in the key and in what is read-only, and in nothing else.',
      source: 'health-data-sdk',
    },
    {
      title,
      risk: 'changes-workspace',
      text: 'A PUT replaces the service by its body, so send it soon after you have read it.',
      commands: {
        az: bash`az rest --method put --url ${url} --body ${'@put.json'}`,
        PowerShell: powershell`Invoke-AzRestMethod -Method PUT -Path ${`${id}?api-version=${apiVersion}`} -Payload (Get-Content -Raw -Path put.json)`,
      },
      source: 'health-data-sdk',
    },
  ];
}

function changeStages(pen: Pen, title: string): Stage[] {
  const { choices } = pen;
  if (pen.imported && pen.format !== 'rest') {
    return deployStages(pen, title, 'What-if showed the key, and nothing else that you do not know.');
  }
  if (choices.service === 'databricks') return databricksCall(pen, title);
  return choices.service === 'health-data' ? healthCall(pen, title) : [callStage(pen, title)];
}

function saveStage({ choices, resolve }: Pen): Stage {
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

function identityCheck({ choices }: Pen): Stage[] {
  const named =
    choices.identity === 'user-assigned' && ['synapse', 'online-experimentation', 'storage'].includes(choices.service);
  return named
    ? [
        {
          title: 'Check that the identity is attached',
          risk: 'safe',
          text: 'before.json must list the user-assigned identity under identity.userAssignedIdentities: an update that names another one is refused.',
        },
      ]
    : [];
}

/** The commands that make a new version; the cmdlet takes a key of a Managed HSM from the pipe only. */
function rotateCommands({ choices, text }: Pen): { az: string; PowerShell: string } {
  return choices.store === 'vault'
    ? {
        az: bash`az keyvault key rotate --vault-name ${text('vaultName')} --name ${text('keyName')}`,
        PowerShell: powershell`Invoke-AzKeyVaultKeyRotation -VaultName ${text('vaultName')} -Name ${text('keyName')}`,
      }
    : {
        az: bash`az keyvault key rotate --hsm-name ${text('hsmName')} --name ${text('keyName')}`,
        PowerShell: powershell`Get-AzKeyVaultKey -HsmName ${text('hsmName')} -Name ${text('keyName')} | Invoke-AzKeyVaultKeyRotation`,
      };
}

const newVersion = (pen: Pen): Stage => ({
  title: 'Make a new version of the key',
  risk: 'changes-access',
  text: 'The old version stays enabled: what is encrypted with it needs it until the service has moved.',
  commands: rotateCommands(pen),
  check: 'Note the new version: it is the last part of the key identifier.',
  source: 'key-vault-rotation',
});

const keepOld: Stage = {
  title: 'Keep the old version for a while',
  risk: 'safe',
  text: 'Disable the old version only when the service has used the new one for a day, and never delete it while backups or older data need it.',
};

/** Synapse re-encrypts only when it is given another key, so the way to a new version leads over a second key. */
function synapseRotation(pen: Pen): Stage[] {
  const { text, resolve } = pen;
  const workspace = bash`--workspace-name ${text('workspaceName')} --resource-group ${text('resourceGroup')}`;
  const psWorkspace = powershell`-ResourceGroupName ${text('resourceGroup')} -WorkspaceName ${text('workspaceName')}`;
  const host = String(resolve.json(keyAddress(pen.choices).host));
  const identifier = `${host}/keys/${text('temporaryKeyName')}`;
  const use = (title: string, key: string, check: string): Stage => ({
    title,
    risk: 'changes-workspace',
    text: 'This PATCH names a key that the workspace knows. With a user-assigned identity, replace the last two words of the az command by False --uami-id-in-encrypt and its resource id.',
    commands: {
      az: bash`az synapse workspace update --name ${text('workspaceName')} --resource-group ${text('resourceGroup')} --key-name ${key} --use-sami-in-encrypt True`,
      PowerShell: powershell`Update-AzSynapseWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')} -EncryptionKeyName ${key} -UseSystemAssignedIdentityInEncryption $true`,
    },
    check,
    source: 'synapse-encryption',
  });
  const consistent = 'Wait 15 to 30 minutes, and until encryption.cmk.status is Consistent.';
  return [
    {
      title: 'Bring every dedicated SQL pool online',
      risk: 'safe',
      text: 'A paused pool keeps needing the old version. Resume each one first.',
      commands: {
        az: `az synapse sql pool list ${workspace} --query "[].{name:name, status:status}"`,
        PowerShell: `Get-AzSynapseSqlPool ${psWorkspace}`,
      },
      check: 'Every pool is Online; the old version of the key is enabled and does not expire.',
      source: 'synapse-encryption',
    },
    newVersion(pen),
    {
      title: 'Tell the workspace of a temporary key',
      risk: 'changes-workspace',
      text: 'A second key in the same vault, with the same access. The workspace goes over to it and back.',
      commands: {
        az: `${bash`az synapse workspace key create --name ${text('temporaryKeyName')}`} ${workspace} ${bash`--key-identifier ${identifier}`}`,
        PowerShell: `New-AzSynapseWorkspaceKey ${psWorkspace} ${powershell`-Name ${text('temporaryKeyName')} -EncryptionKeyIdentifier ${identifier}`}`,
      },
      source: 'synapse-encryption',
    },
    use('Go over to the temporary key', text('temporaryKeyName'), consistent),
    use('Come back to the main key', text('workspaceKeyName'), consistent),
    {
      title: 'Take the temporary key off the list',
      risk: 'changes-workspace',
      text: 'The workspace forgets the temporary key; the key in the vault stays.',
      commands: {
        az: `${bash`az synapse workspace key delete --name ${text('temporaryKeyName')}`} ${workspace}`,
        PowerShell: `Remove-AzSynapseWorkspaceKey ${psWorkspace} ${powershell`-Name ${text('temporaryKeyName')}`}`,
      },
      source: 'synapse-encryption',
    },
    keepOld,
    verifyStage(pen),
  ];
}

function rotateStages(pen: Pen): Stage[] {
  const { choices } = pen;
  if (choices.service === 'synapse') return synapseRotation(pen);
  const { followsNewest } = serviceTemplates[choices.service];
  const move: Stage[] = followsNewest
    ? [
        {
          title: 'Let the service find it',
          risk: 'safe',
          text: 'The service looks for the newest version by itself if none is pinned. The update below sets it so; send it if the resource names a version.',
        },
        ...changeStages(pen, 'Follow the newest version'),
      ]
    : changeStages(pen, 'Send the new version');
  return [newVersion(pen), saveStage(pen), ...move, keepOld, verifyStage(pen)];
}

function revertStages(pen: Pen): Stage[] {
  const { choices, text } = pen;
  const send: Stage[] =
    choices.service === 'databricks'
      ? [
          {
            title: 'Go back to Microsoft-managed keys',
            risk: 'changes-workspace',
            text: 'For DBFS root only. The command reads the workspace and sends all of it back.',
            commands: {
              az: bash`az databricks workspace update --resource-group ${text('resourceGroup')} --name ${text('workspaceName')} --key-source Default`,
              PowerShell: powershell`Update-AzDatabricksWorkspace -ResourceGroupName ${text('resourceGroup')} -Name ${text('workspaceName')} -EncryptionKeySource Default`,
            },
            source: 'databricks-cli',
          },
        ]
      : [callStage(pen, 'Go back to Microsoft-managed keys')];
  return [
    saveStage(pen),
    ...send,
    verifyStage(pen),
    {
      title: 'Keep the key',
      risk: 'safe',
      text: 'Leave the old key enabled: backups and older data may still be wrapped with it.',
    },
  ];
}

/** The stages of a scenario in order, with the reader's values in their commands. */
export function stagesOf(plan: Plan): Stage[] {
  const resolve = new Resolver(plan.choices.service, plan.values);
  const pen: Pen = { ...plan, resolve, text: (name) => resolve.text(name) };
  switch (plan.choices.scenario) {
    case 'grant':
      return grantStages(pen);
    case 'activate':
      return [
        ...deployStages(pen, 'Activate', 'isActiveCMK becomes true some minutes after the call.'),
        verifyStage(pen),
      ];
    case 'redeploy':
      return redeployStages(pen);
    case 'repair':
      return [saveStage(pen), ...identityCheck(pen), ...changeStages(pen, 'Send the key again'), verifyStage(pen)];
    case 'rotate':
      return rotateStages(pen);
    case 'revert':
      return revertStages(pen);
  }
}
