import { useRef, useState } from 'preact/hooks';

/** Copies text, and says whether it worked; where the browser forbids it, the text is selected instead. */
export async function copyText(text: string, element: Element | null): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    if (element) getSelection()?.selectAllChildren(element);
    return 'Selected: press Ctrl+C';
  }
}

/** A command with a copy button; `wrap` is for calls, whose long addresses would stand out of sight. */
export function CodeBlock({ text, wrap = false }: { text: string; wrap?: boolean }) {
  const pre = useRef<HTMLPreElement>(null);
  const [label, setLabel] = useState('Copy');
  return (
    <div class={wrap ? 'code wraps' : 'code'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
      <pre ref={pre} tabIndex={0}>
        <code>{text}</code>
      </pre>
      <button
        type="button"
        class="copy"
        onClick={async () => {
          setLabel(await copyText(text, pre.current));
          setTimeout(() => setLabel('Copy'), 2000);
        }}
      >
        {label}
      </button>
    </div>
  );
}
