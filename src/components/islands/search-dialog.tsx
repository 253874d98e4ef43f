import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Result {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
}
interface Pagefind {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

let dialog: HTMLDialogElement | undefined;
// The index is made after the build, so the bundler must not look for it. What is typed at once waits for it.
const address = '/pagefind/pagefind.js';
const pagefind: Promise<Pagefind> = import(/* @vite-ignore */ address);

/** Opens the search dialog; the first call makes it. */
export function openSearch(): void {
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', 'Search');
    dialog.addEventListener('keydown', moveFocus);
    document.body.append(dialog);
    render(<Search />, dialog);
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.focus();
}

/** Moves the focus along the search box and its results. */
function moveFocus(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...(dialog?.querySelectorAll<HTMLElement>('input, li a') ?? [])];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Search() {
  const latest = useRef('');
  const [results, setResults] = useState<readonly Result[]>([]);
  const [status, setStatus] = useState('Type a code, a cause or a word.');

  useEffect(() => {
    pagefind.catch(() => setStatus('The search index is not here. It is made by the build: npm start has it.'));
  }, []);

  const search = async (query: string) => {
    latest.current = query;
    if (query.trim() === '') {
      setResults([]);
      setStatus('Type a code, a cause or a word.');
      return;
    }
    const index = await pagefind.catch(() => null);
    const found = await index?.debouncedSearch(query);
    if (!found || latest.current !== query) return;
    const pages = await Promise.all(found.results.slice(0, 8).map((result) => result.data()));
    if (latest.current !== query) return;
    setResults(pages);
    setStatus(pages.length === 0 ? `Nothing found for “${query}”.` : `${found.results.length} pages found.`);
  };

  return (
    <>
      <label for="search-box">Search the guide</label>
      <input
        id="search-box"
        type="search"
        autocomplete="off"
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A search box would take the first Escape for clearing itself.
          if (event.key === 'Escape') dialog?.close();
          if (event.key === 'Enter') dialog?.querySelector<HTMLAnchorElement>('li a')?.click();
        }}
      />
      <p class="soft" role="status">
        {status}
      </p>
      <ul>
        {results.map((page) => (
          <li key={page.url}>
            <a href={page.url}>{page.meta.title}</a>
            {/* Pagefind escapes the text of its excerpts and adds only mark elements. */}
            <div class="soft" dangerouslySetInnerHTML={{ __html: page.excerpt }} />
          </li>
        ))}
      </ul>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </>
  );
}
