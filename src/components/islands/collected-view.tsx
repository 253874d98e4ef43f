import type { Check, CollectedFinding } from '../../collector/read-collected.ts';
import type { CollectedReply } from '../../collector/reply.ts';
import { causes } from '../../knowledge/causes.ts';
import { services } from '../../knowledge/services/index.ts';
import { leaveAnswers, leaveValues } from './handover.ts';
import { PlanView } from './plan-view.tsx';

const why = {
  'not-asked': 'was not asked for',
  'not-found': 'was not found',
  refused: 'may not be read by you',
  failed: 'could not be read',
} as const;

function Proofs({ of }: { readonly of: Pick<CollectedFinding | Check, 'proof'> }) {
  return (
    <ul class="proof">
      {of.proof.map(({ path, value }) => (
        <li key={path}>
          <code>{path}</code> <mark>{value}</mark>
        </li>
      ))}
    </ul>
  );
}

/** What a collected document tells: the cause with its places, what else is wrong, what is in order, what is open. */
export function CollectedView({ collected, answers, href }: CollectedReply) {
  const { problem, service, values, findings, enough, checks, unread, signedIn } = collected;
  if (problem !== null || service === null)
    return (
      <div class="notice">
        <h2>This document cannot be read</h2>
        <p>{problem}</p>
      </div>
    );
  const carry = () => {
    leaveValues(values);
    leaveAnswers(answers, 'script');
  };
  const first = enough ? findings[0] : undefined;
  const others = enough ? findings.slice(1) : findings;
  const inOrder = checks.filter(({ answer }) => answer === 'right');
  const open = checks.filter(({ answer }) => answer === 'open');
  return (
    <>
      <div data-cause={first?.id}>
        <h2>{first ? causes[first.id].title : 'Not enough to tell'}</h2>
        {first ? (
          <>
            <p>
              {causes[first.id].meaning} <a href={`/causes/${first.id}/`}>More about this cause</a>
            </p>
            <p class="soft">
              Read from what the script printed{first.confirmed && ', and the last failed operation says the same'}:
            </p>
            <Proofs of={first} />
          </>
        ) : (
          <p>
            {!signedIn
              ? 'The script ran without a sign-in, so nothing could be read. Sign in, run it again, and paste what it prints.'
              : open.length === 0
                ? 'All that was read is in order. Send the update again; if it is refused, paste the new message.'
                : 'Nothing that was read is surely wrong. What is open stands below.'}
          </p>
        )}
      </div>
      {others.length > 0 && (
        <div class="alt">
          <b>{first ? 'Also wrong, or possible' : 'Possible'}</b>
          <ul>
            {others.map((other) => (
              <li key={other.id} data-cause={other.id}>
                <a href={`/causes/${other.id}/`}>{causes[other.id].title}</a>
                {other.confidence < 0.6 && ' (a hint only)'}
                <Proofs of={other} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {inOrder.length > 0 && (
        <details>
          <summary>In order: {inOrder.length} questions</summary>
          <ul>
            {inOrder.map(({ cause, asks }) => (
              <li key={cause}>{asks}</li>
            ))}
          </ul>
        </details>
      )}
      {(open.length > 0 || unread.length > 0) && (
        <details open={!first}>
          <summary>Still open: {open.length} questions</summary>
          <ul>
            {open.map(({ cause, asks }) => (
              <li key={cause}>{asks}</li>
            ))}
          </ul>
          {unread.length > 0 && (
            <>
              <p>Not read:</p>
              <ul>
                {unread.map((one) => (
                  <li key={one.part}>
                    <b>{one.part}</b> {why[one.why]}. <span class="soft">{one.says}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
      <p>
        <a href={href} onClick={carry}>
          See the questions with these answers
        </a>
      </p>
      <p class="meta">{services[service].name}. Nothing of this document leaves this browser.</p>
      {first && (
        <>
          <h3>What to do</h3>
          <PlanView key={first.id} cause={first.id} service={service} found={values} />
        </>
      )}
    </>
  );
}
