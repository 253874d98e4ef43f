import { bash, powershell } from '../../commands/quote.ts';
import { secretVariable } from '../emit-bicep.ts';
import type { Pen, Stage } from './stage.ts';

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
export function secretStage(pen: Pen): Stage[] {
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

/** What a look at the change has to show before it is made. */
const whatToSee = ({ imported, choices }: Pen): string =>
  imported || ['repair', 'rotate', 'revert'].includes(choices.scenario)
    ? 'changes the key and nothing that you do not know, and deletes nothing'
    : 'creates what this page says, and changes and deletes nothing else';

/** Look, check, deploy. */
export function deployStages(pen: Pen, title: string, check: string): Stage[] {
  if (pen.format === 'terraform') {
    return [
      {
        title: 'Look at what would change',
        risk: 'safe',
        text: `The plan only reads. Go on when it ${whatToSee(pen)}. If azapi does not know the API version, take a newer azapi with terraform init -upgrade.`,
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
      text: `What-if and validation only read. Go on when what-if ${whatToSee(pen)}.`,
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
