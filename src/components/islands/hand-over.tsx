import { useRef, useState } from 'preact/hooks';
import type { CauseId } from '../../knowledge/causes.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';
import { people, type Shell, type Step } from '../../knowledge/step.ts';
import { copyText } from './code-block.tsx';

interface Props {
  readonly step: Step;
  readonly cause: CauseId;
  readonly service: ServiceId | null;
  readonly shell: Shell;
}

/** Writes and copies a request to whoever may do the step. What writes it is loaded when it is asked for. */
export function HandOver({ step, cause, service, shell }: Props) {
  const pre = useRef<HTMLPreElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const person = people[step.who].toLowerCase();
  const write = async () => {
    try {
      const { handoverRequest } = await import('../../plans/handover.ts');
      const request = handoverRequest(step, cause, service, shell);
      setText(request);
      // The text must stand on the page before it can be selected.
      requestAnimationFrame(async () => {
        const copied = (await copyText(request, pre.current)) === 'Copied';
        setSaid(
          copied
            ? `Copied: a request to the ${person}. Paste it into a mail or a ticket.`
            : 'The request is selected: press Ctrl+C.',
        );
      });
    } catch {
      setSaid('The request could not be loaded. Check the connection and try again.');
    }
  };
  return (
    <div class="hand-over">
      <button type="button" onClick={write}>
        Hand over
        <span class="visually-hidden">
          {' '}
          to the {person}: {step.title}
        </span>
      </button>
      <p class="meta" role="status">
        {said}
      </p>
      {text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
        <pre ref={pre} tabIndex={0} class="evidence">
          {text}
        </pre>
      )}
    </div>
  );
}
