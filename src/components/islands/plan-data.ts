import { useEffect, useState } from 'preact/hooks';
import type { PlanData } from '../../knowledge/plans.ts';

let loading: Promise<PlanData | null> | undefined;

function load(): Promise<PlanData | null> {
  loading ??= fetch('/plans.json')
    .then((answer) => (answer.ok ? (answer.json() as Promise<PlanData>) : null))
    .catch(() => null);
  return loading;
}

/** Fetches what plans are made of when the browser has nothing else to do, so that no request follows a paste. */
export function loadPlansWhenIdle(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => load(), { timeout: 3000 });
  else setTimeout(load, 500);
}

/** What plans are made of: undefined while it is on its way, null when it could not be had. */
export function usePlanData(): PlanData | null | undefined {
  const [data, setData] = useState<PlanData | null>();
  useEffect(() => {
    load().then(setData);
  }, []);
  return data;
}
