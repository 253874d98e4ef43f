import type { CauseId } from '../knowledge/causes.ts';
import { signals } from '../knowledge/signals/index.ts';
import { diagnose, known } from './diagnose.ts';
import type { Known } from './diagnose-with.ts';
import { locate } from './find.ts';
import { flatten } from './flatten.ts';

/** A text with the causes that count as a right first answer to it. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly accept: readonly CauseId[];
}

/** The first answer to a labelled text. */
export interface Answer {
  readonly id: string;
  readonly accept: readonly CauseId[];
  readonly cause: CauseId;
  readonly confidence: number;
  readonly score: number;
  readonly enough: boolean;
  readonly right: boolean;
}

/** How one cause fares: of the answers that name it how many are right, and of the texts that want it how many get it. */
export interface CauseFigures {
  readonly cause: CauseId;
  readonly answered: number;
  readonly precision: number | null;
  readonly wanted: number;
  readonly recall: number | null;
  readonly notEnough: number;
}

/** An answer that was not accepted, with what was wanted. */
export interface Confusion {
  readonly answered: CauseId;
  readonly wanted: readonly CauseId[];
  readonly ids: readonly string[];
}

/** All figures of a set. */
export interface Figures {
  readonly texts: number;
  readonly right: number;
  readonly confident: number;
  readonly confidentRight: number;
  readonly notEnough: number;
  readonly causes: readonly CauseFigures[];
  readonly confusions: readonly Confusion[];
}

/** From here on an answer counts as confident. */
export const confidentFrom = 0.8;

function answer({ id, text, accept }: Labelled, by: Known): Answer {
  const { causes, enough, score } = diagnose(text, by);
  const first = causes[0] ?? { id: 'not-cmk' as const, confidence: 0 };
  const { confidence } = first;
  return { id, accept, cause: first.id, confidence, score, enough, right: accept.includes(first.id) };
}

/** The first answers to all texts, by all that is known. */
export function answers(set: readonly Labelled[]): Answer[] {
  return set.map((labelled) => answer(labelled, known));
}

/**
 * The first answers when the signals that a text may have inspired take no part in its answer: the texts are dealt
 * into folds, and a fold is answered without the signals that are found in no text of the other folds but in one of
 * its own. What is found in no text at all came from documentation and stays; so do the words, which were counted in
 * other texts.
 */
export function crossValidated(set: readonly Labelled[], folds = 5): Answer[] {
  const flat = set.map(({ text }) => flatten(text).text);
  const foundIn = new Map(
    signals.map((signal) => [signal, flat.flatMap((text, index) => (locate(signal, text) ? [index] : []))]),
  );
  return set.map((labelled, index) => {
    const fold = index % folds;
    const without = signals.filter((signal) => {
      const places = foundIn.get(signal) ?? [];
      return places.length === 0 || places.some((place) => place % folds !== fold);
    });
    return answer(labelled, { ...known, signals: without });
  });
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Counts what answers are worth, cause by cause, with the pairs that were confused. */
export function figures(given: readonly Answer[]): Figures {
  const causes = [...new Set(given.flatMap(({ cause, accept }) => [cause, accept[0] ?? cause]))].sort();
  const confident = given.filter(({ confidence }) => confidence >= confidentFrom);
  const pairs = new Map<string, { answered: CauseId; wanted: readonly CauseId[]; ids: string[] }>();
  for (const { id, cause, accept, right } of given) {
    if (right) continue;
    const pair = pairs.get(`${cause} ${accept}`) ?? { answered: cause, wanted: accept, ids: [] };
    pair.ids.push(id);
    pairs.set(`${cause} ${accept}`, pair);
  }
  return {
    texts: given.length,
    right: given.filter(({ right }) => right).length,
    confident: confident.length,
    confidentRight: confident.filter(({ right }) => right).length,
    notEnough: given.filter(({ enough }) => !enough).length,
    causes: causes.map((cause) => {
      const answered = given.filter((one) => one.cause === cause);
      const wanted = given.filter(({ accept }) => accept[0] === cause);
      return {
        cause,
        answered: answered.length,
        precision: share(answered.filter(({ right }) => right).length, answered.length),
        wanted: wanted.length,
        recall: share(wanted.filter(({ right }) => right).length, wanted.length),
        notEnough: wanted.filter(({ enough }) => !enough).length,
      };
    }),
    confusions: [...pairs.values()].sort((a, b) => b.ids.length - a.ids.length),
  };
}

/** A step of a calibration: the least score, how many answers had it, and how many of them were right. */
export interface Step {
  readonly from: number;
  readonly answers: number;
  readonly right: number;
}

/** Isotonic regression: neighbours are pooled until the share of right answers rises with the score. */
export function isotonic(given: readonly Pick<Answer, 'score' | 'right'>[]): Step[] {
  const steps: Step[] = [];
  for (const { score, right } of [...given].sort((a, b) => a.score - b.score)) {
    let last: Step = { from: score, answers: 1, right: right ? 1 : 0 };
    for (let before = steps.at(-1); before; before = steps.at(-1)) {
      if (before.right / before.answers < last.right / last.answers && before.from < last.from) break;
      last = { from: before.from, answers: before.answers + last.answers, right: before.right + last.right };
      steps.pop();
    }
    steps.push(last);
  }
  return steps;
}
