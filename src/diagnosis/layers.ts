import { codesBySpeaker, keyStoreSpeaks, type Speaker } from '../knowledge/parties.ts';
import { place } from './find.ts';
import type { Flat } from './flatten.ts';

/** One code and message of an error that wraps others, who said it, and where it stands in the paste. */
export interface Layer {
  readonly code: string | null;
  readonly message: string | null;
  readonly speaker: Speaker;
  /** How many braces stand open before it. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

const mostLayers = 24;
/** A code, however the client writes it, with the message right behind it where there is one. */
const coded =
  /(?<client>fullyqualifiederrorid ?: ?)?"?\b(?:(?:x-ms-)?error[ _-]?)?code"? ?[:=] ?["']?(?<code>[a-z][\w.]{2,80})["']?,?(?: ?"?message"? ?[:=] ?"?(?<message>[^"\n]{1,600}))?|fullyqualifiederrorid ?: ?(?<id>[a-z]\w{3,80})|\((?<short>[A-Z][a-zA-Z]{3,70})\) (?<said>[^\n"]{4,400}?)(?= Code: |$|\n)|(?<=^|[ :])(?<plain>[A-Z]\w{2,30}[a-z]\w{2,40}): (?<told>[A-Z][^\n"]{8,300}?)(?=$|\n|\. )/gi;

/** Whose words a code and a message are. */
function speakerOf(code: string | null, message: string | null, client: boolean): Speaker {
  if (client) return 'client';
  const known = code === null ? undefined : codesBySpeaker.find(([, pattern]) => pattern.test(code));
  if (known) return known[0];
  if (message && /\bAADSTS\d/.test(message)) return 'identity-platform';
  return message && keyStoreSpeaks.test(message) ? 'key-store' : 'provider';
}

/**
 * The codes and messages of an error, outermost first.
 *
 * @example readLayers(paste, flatten(paste)).map(({ code }) => code) // ['DeploymentFailed', 'Forbidden', 'ForbiddenByRbac']
 */
export function readLayers(paste: string, flat: Flat): readonly Layer[] {
  const layers: Layer[] = [];
  let depth = 0;
  let counted = 0;
  for (const match of flat.text.matchAll(coded)) {
    for (; counted < match.index; counted++) {
      const char = flat.text[counted];
      if (char === '{') depth += 1;
      else if (char === '}') depth = Math.max(0, depth - 1);
    }
    const said = match.groups ?? {};
    const code = said.code ?? said.id ?? said.short ?? said.plain ?? null;
    const message = (said.message ?? said.said ?? said.told ?? '').trim() || null;
    // A word before a colon is a code only if it is written as one: “Status: ok” is not.
    if (said.plain && !/^[A-Z][a-z]+[A-Z]/.test(said.plain)) continue;
    const { start, end } = place(paste, flat, match.index, match.index + match[0].length);
    const own = speakerOf(code, message, said.id !== undefined);
    // An inner code without a mark of its own is said by whoever says what is around it.
    const around = layers.findLast((layer) => layer.depth < depth)?.speaker;
    const speaker = own === 'provider' && around === 'key-store' ? around : own;
    layers.push({ code, message, speaker, depth, start, end });
    if (layers.length >= mostLayers) break;
  }
  return layers;
}
