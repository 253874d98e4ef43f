import { serviceTemplates } from '../services/index.ts';
import { deployStages, secretStage } from './deploy.ts';
import { grantedBefore, hsmGrant } from './grant.ts';
import { type Pen, type Stage, verifyStage, wait } from './stage.ts';

/** A new resource: in one deployment, or in two where its identity has to be granted in between. */
export function redeployStages(pen: Pen): Stage[] {
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
        ...deployStages(
          pen,
          'Deploy again, with the key',
          `${pen.format === 'terraform' ? 'The plan' : 'What-if'} showed the encryption, and nothing else.`,
        ),
      ]
    : [...deployStages(pen, 'Deploy', `The resource is Succeeded. ${read}${wait(choices, 'the deployment')}`), ...hsm];
  return [...grantedBefore(pen), ...secretStage(pen), ...rest, verifyStage(pen)];
}
