import type { CollectorFacts } from '../knowledge/collector.ts';

/** A place in the document and what stands there, shortened: the words behind a finding. */
export interface Proof {
  readonly path: string;
  readonly value: string;
}

/** Why a part is not there: nobody asked, it does not exist, or the reader may not read it. */
export type Unread = 'not-asked' | 'not-found' | 'refused' | 'failed';

/** One object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists come as lists; Windows PowerShell makes of one element the element, and of some lists an object with `value`. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value) && Array.isArray(value.value) && 'Count' in value) return value.value;
  return value === null || value === undefined ? [] : [value];
}

/** Two names or ids of Azure, which do not differ by case. */
export const same = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();

function at(document: unknown, path: string): unknown {
  let value = document;
  for (const name of path.match(/[^.[\]]+/g) ?? []) {
    if (Array.isArray(value)) value = value[Number(name)];
    else if (isObject(value)) {
      // PowerShell keeps the case that Azure answers with; both ways lead to the same value.
      const key = Object.hasOwn(value, name) ? name : Object.keys(value).find((own) => same(own, name));
      value = key === undefined ? undefined : value[key];
    } else return undefined;
  }
  return value ?? undefined;
}

/** Reads a collected document, and keeps what was looked at as proof. */
export class Look {
  readonly facts: CollectorFacts;
  /** When the document was made, in milliseconds; the clock of the browser plays no part. */
  readonly now: number;
  readonly proof: Proof[] = [];
  readonly #document: unknown;

  constructor(document: unknown, facts: CollectorFacts) {
    this.#document = document;
    this.facts = facts;
    this.now = Date.parse(String(at(document, 'collectedAt')));
  }

  /** The value at a path, such as `vault.properties.tenantId`. */
  get(path: string): unknown {
    return at(this.#document, path);
  }

  /** The same, as text; empty when it is not there. */
  text(path: string): string {
    const value = this.get(path);
    return typeof value === 'string' ? value : '';
  }

  list(path: string): readonly unknown[] {
    return listOf(this.get(path));
  }

  /** Keeps a place as proof, with what stands there. */
  note(...paths: readonly string[]): true {
    for (const path of paths) {
      if (this.proof.some((one) => one.path === path)) continue;
      const value = this.get(path);
      this.proof.push({ path, value: value === undefined ? 'not set' : (JSON.stringify(value) ?? '').slice(0, 300) });
    }
    return true;
  }

  /** Why a part could not be read; null when it was read. */
  unread(part: string): Unread | null {
    const value = this.get(part);
    if (value === undefined) return 'not-asked';
    const error = this.text(`${part}.error`);
    if (error === '') return null;
    const start = error.slice(0, 400);
    if (/^not asked/i.test(start)) return 'not-asked';
    if (/AuthorizationFailed|forbidden|unauthorized|does not have authorization|\b40[13]\b/i.test(start))
      return 'refused';
    return /not ?found|\b404\b|was not found|could not be found/i.test(start) ? 'not-found' : 'failed';
  }

  /** Whether a part was read. */
  has(part: string): boolean {
    return this.unread(part) === null;
  }

  /** The part that holds the state of the key: the version in use where it was read, else the newest one. */
  get keyPart(): 'keyVersion' | 'key' {
    return this.has('keyVersion') ? 'keyVersion' : 'key';
  }
}
