import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './content-policy.ts';

const headerScript = /<script type="module" src="(\/_astro\/Header[^"]+\.js)"><\/script>/;

/** Asks for the script of the header once the page was painted, and gives it what was pressed before. */
const afterPaint = `{
const early=[],keep=(event)=>early.push(event),kinds=["click","keydown"];
for(const kind of kinds)addEventListener(kind,keep);
requestAnimationFrame(()=>setTimeout(()=>import("$1").then(()=>{
for(const kind of kinds)removeEventListener(kind,keep);
for(const event of early)if(event.target.closest(event.type==="click"?".tools":"body:not(:focus-within)"))event.target.dispatchEvent(new event.constructor(event.type,event));
}),100))}`;

/**
 * A page whose buttons and keys come to life after its first paint, so that their script does not compete with the
 * text. Throws when the page has no such script. Example: `withLateScript('<script type="module" src="/_astro/Header.js"></script>')`.
 */
export function withLateScript(html: string): string {
  if (!headerScript.test(html)) throw new Error('A page has no script for its header: look at what the build emits.');
  return html.replace(headerScript, `<script>${afterPaint.replaceAll('\n', '')}</script>`);
}

/** Changes each page after the build: when its script is asked for, and what it may load. */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const site = fileURLToPath(dir);
        for (const { pathname } of pages) {
          const file = join(site, pathname === '404/' ? '404.html' : `${pathname}index.html`);
          // The policy names the scripts that stand in the page, so it comes last.
          await writeFile(file, withPolicy(withLateScript(await readFile(file, 'utf8'))));
        }
      },
    },
  };
}
