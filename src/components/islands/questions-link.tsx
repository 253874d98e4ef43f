import type { Values } from '../../knowledge/naming.ts';
import type { Diagnosed } from '../../troubleshooter/answers-from.ts';
import { leaveAnswers, leaveValues } from './handover.ts';

interface Props {
  readonly diagnosis: Diagnosed;
  readonly found: Values;
}

/** The door from an error text to the questions, with those answered that the text answers. */
export function QuestionsLink({ diagnosis, found }: Props) {
  const carry = async (event: MouseEvent) => {
    // Another tab has a storage of its own, so only a plain click carries answers.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Few readers go this way after a diagnosis, so the tree waits until one does.
    const { answersFrom } = await import('../../troubleshooter/answers-from.ts');
    const { toFragment } = await import('../../troubleshooter/fragment.ts');
    const answers = answersFrom(diagnosis);
    leaveAnswers(answers, 'error');
    leaveValues(found);
    location.assign(`/troubleshoot/${toFragment(answers)}`);
  };
  return (
    <a href="/troubleshoot/" onClick={carry}>
      Answer questions instead
    </a>
  );
}
