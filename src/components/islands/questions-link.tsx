import { useMemo } from 'preact/hooks';
import type { Values } from '../../knowledge/naming.ts';
import { answersFrom, type Diagnosed } from '../../troubleshooter/answers-from.ts';
import { toFragment } from '../../troubleshooter/fragment.ts';
import { leaveAnswers, leaveValues } from './handover.ts';

interface Props {
  readonly diagnosis: Diagnosed;
  readonly found: Values;
}

/** The door from an error text to the questions, with those answered that the text answers. */
export function QuestionsLink({ diagnosis, found }: Props) {
  const answers = useMemo(() => answersFrom(diagnosis), [diagnosis]);
  return (
    <a
      href={`/troubleshoot/${toFragment(answers)}`}
      onClick={() => {
        leaveAnswers(answers, 'error');
        leaveValues(found);
      }}
    >
      Answer questions instead
    </a>
  );
}
