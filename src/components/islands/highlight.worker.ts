import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bicep from 'shiki/langs/bicep.mjs';
import json from 'shiki/langs/json.mjs';
import markdown from 'shiki/langs/markdown.mjs';
import terraform from 'shiki/langs/terraform.mjs';

const theme = createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--astro-code-' });
const highlighter = createHighlighterCore({
  themes: [theme],
  langs: [bicep, json, markdown, terraform],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** Colours a text away from the page, so that typing never waits for it. */
addEventListener('message', async ({ data }: MessageEvent<{ id: number; text: string; language: string }>) => {
  const { tokens } = (await highlighter).codeToTokens(data.text, { lang: data.language, theme: 'css-variables' });
  postMessage({
    id: data.id,
    lines: tokens.map((line) => line.map(({ content, color }) => ({ content, color }))),
  });
});
