import { useEffect, useState } from 'preact/hooks';
import type { CauseId } from '../../knowledge/causes.ts';
import type { ServiceId } from '../../knowledge/services/index.ts';

/** Which steps of a plan are done; `Start over` forgets them. */
export interface Progress {
  readonly done: ReadonlySet<string>;
  readonly mark: (step: string, done: boolean) => void;
  readonly forget: () => void;
}

function load(key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((step) => typeof step === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Remembers on this device which steps of a plan are done: cause, service, feature and titles of steps, never a value. */
export function useProgress(cause: CauseId, service: ServiceId | null, feature?: string): Progress {
  const key = ['cmk-recovery-done', cause, service ?? 'any', ...(feature ? [feature] : [])].join(':');
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setDone(load(key)), [key]);
  const keep = (next: ReadonlySet<string>) => {
    setDone(next);
    try {
      if (next.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // Storage can be forbidden; the boxes then last as long as the page.
    }
  };
  return {
    done,
    mark: (step, isDone) => keep(new Set(isDone ? [...done, step] : [...done].filter((one) => one !== step))),
    forget: () => keep(new Set()),
  };
}
