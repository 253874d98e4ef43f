import { createHash } from 'node:crypto';

/**
 * A page with its Content Security Policy: it may load and ask for nothing outside of its own site, and runs no script
 * that was not there at the build. Example: `withPolicy('<meta charset="utf-8"><script>go()</script>')`.
 */
export function withPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
  const hashes = [...new Set(inline)].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const policy = [
    "default-src 'none'",
    // The search is WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // Highlighted code carries its colours as style attributes, which the hashes of Astro's own policy would refuse.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // A policy in a page holds for what follows it, so it stands before the first script.
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/,
    `$&<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
