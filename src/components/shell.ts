/** Lets the theme button go round: system, light, dark. The choice stays on this device. */
export function themeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('#theme');
  const label = button?.querySelector('span');
  if (!button || !label) return;
  const themes = ['system', 'light', 'dark'];
  const root = document.documentElement;
  label.textContent = root.dataset.theme ?? 'system';
  button.onclick = () => {
    const next = themes[(themes.indexOf(label.textContent ?? '') + 1) % 3] ?? 'system';
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
    label.textContent = next;
    try {
      if (next === 'system') localStorage.removeItem('theme');
      else localStorage.theme = next;
    } catch {
      // Storage can be forbidden; the theme then lasts as long as the page.
    }
  };
}

/** Opens the search by button, `/` and Ctrl or Cmd+K; its code is fetched at the first use. */
export function searchKeys(): void {
  const open = () => import('./islands/search-dialog.tsx').then((module) => module.openSearch());
  document.querySelector<HTMLButtonElement>('#search')?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
    const shortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (shortcut || (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault();
      open();
    }
  });
}

/** Puts a copy button on each block of code in prose. */
export function copyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLPreElement>('article pre')) {
    const frame = document.createElement('div');
    frame.className = 'code';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent ?? '');
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Press Ctrl+C';
        getSelection()?.selectAllChildren(pre);
      }
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 2000);
    };
    pre.replaceWith(frame);
    frame.append(pre, button);
  }
}

/** Opens the commands in the language that the reader opened last, on every page; the choice stays on this device. */
export function preferredShell(): void {
  const blocks = document.querySelectorAll<HTMLDetailsElement>('details[data-shell]');
  let wanted: string | undefined;
  try {
    wanted = localStorage.shell;
  } catch {
    // Storage can be forbidden; every block then starts closed.
  }
  for (const block of blocks) {
    block.open = block.dataset.shell === wanted;
    block.querySelector('summary')?.addEventListener('click', () => {
      try {
        if (block.open) localStorage.removeItem('shell');
        else localStorage.shell = block.dataset.shell;
      } catch {}
    });
  }
}
