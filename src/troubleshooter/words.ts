import { type Fit, fits, type Place } from '../knowledge/questions/fits.ts';
import { type Condition, type QuestionId, questions } from '../knowledge/questions/index.ts';
import { featureQuestions } from '../knowledge/questions/service.ts';
import { type ServiceId, services } from '../knowledge/services/index.ts';

/**
 * The services and features of a list, for a reader.
 *
 * @example fitInWords('activation') // 'Azure Synapse Analytics'
 */
export function fitInWords(fit: Fit): string {
  const list: readonly Place[] = fits[fit];
  return list
    .map((place) => {
      const [service = '', feature] = place.split('.');
      const { name } = services[service as ServiceId];
      const asked: Partial<Record<string, QuestionId>> = featureQuestions;
      const answer = questions[asked[service] ?? 'service'].answers.find(({ id }) => id === feature);
      return answer ? `${name} (${answer.text})` : name;
    })
    .join(', ');
}

/**
 * When a branch is taken, for a reader who sees all branches.
 *
 * @example conditionInWords({ fits: 'activation' }) // 'On Azure Synapse Analytics'
 */
export function conditionInWords(condition: Condition): string {
  if ('fits' in condition) return `On ${fitInWords(condition.fits)}`;
  const { text, answers } = questions[condition.question];
  const chosen = answers.filter(({ id }) => condition.answers.includes(id));
  return `If you answered “${text}” with ${chosen.map((answer) => `“${answer.text}”`).join(' or ')}`;
}
