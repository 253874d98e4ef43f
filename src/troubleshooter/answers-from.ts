import type { CauseId } from '../knowledge/causes.ts';
import type { Refuser } from '../knowledge/parties.ts';
import { questions } from '../knowledge/questions/index.ts';
import type { ServiceId } from '../knowledge/services/index.ts';
import { paths } from './paths.ts';
import type { Answers, Given } from './walk.ts';

/** What the tree needs to know of a diagnosis. */
export interface Diagnosed {
  readonly service: ServiceId | null;
  readonly refusedBy: Refuser | null;
  readonly causes: readonly { readonly id: CauseId; readonly confidence: number }[];
  readonly enough: boolean;
}

/** Below this, a cause is too weak to answer for the reader. */
const leastToAnswer = 0.5;

const saidBy: Partial<Record<Refuser, string>> = { arm: 'me', 'key-store': 'service', 'identity-platform': 'token' };

/**
 * The answers that an error text gives: the service, what the message says, and the answer that names its cause. What
 * only the reader or Azure can say on the way there stays open.
 *
 * @example answersFrom(diagnose('… ScopeLocked …')) // { refused: 'me', arm: 'lock' }
 */
export function answersFrom({ service, refusedBy, causes, enough }: Diagnosed): Answers {
  const known: Answers = service ? { service } : {};
  const says = refusedBy ? saidBy[refusedBy] : undefined;
  const first = causes[0];
  if (!enough || !first || first.confidence < leastToAnswer) return says ? { ...known, refused: says } : known;
  const way = wayTo(first.id, service, says);
  const said = way.filter(({ question }, index) => {
    const { answeredBy } = questions[question];
    return answeredBy === 'message' || (answeredBy === 'azure' && index === way.length - 1);
  });
  return { ...known, ...Object.fromEntries(said.map(({ question, answer }) => [question, answer])) };
}

/** The shortest way to a cause without “I don't know”, through what the message says where there is one. */
function wayTo(cause: CauseId, service: ServiceId | null, says: string | undefined): readonly Given[] {
  const ways = [...paths({ service: service ?? 'unknown', sure: true })].filter(
    // Somebody has a message, so that it is not only the data that is lost.
    ({ given, outcome }) => outcome.cause === cause && !given.some(({ answer }) => answer === 'data'),
  );
  const at = (given: readonly Given[]) => given.find(({ question }) => question === 'refused')?.answer;
  const fits = (given: readonly Given[]) =>
    says ? at(given) === says : given.at(-1)?.question === 'identity' && at(given) === 'token';
  const [best] = ways.sort((a, b) => Number(fits(b.given)) - Number(fits(a.given)) || a.given.length - b.given.length);
  return best?.given ?? [];
}
