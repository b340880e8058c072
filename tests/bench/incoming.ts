// How long saved pages take to come in, and how much memory: `node tests/bench/incoming.ts [PAGES]`
// (1,000). Builds pages of a usual size, adds them all in one call of the built program, and prints
// processor time a page after the first, and the most memory, at a tenth and at all of them.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, makeHome } from '../support/program.ts';

const PAGES = Number(process.argv[2] ?? 1000);
const SENTENCE =
  'Der Zahlungsdienst aus Stockholm schrumpft, ohne zu kündigen, und will die Verbleibenden besser bezahlen. ';

/** A page of some 40 KB: navigation, an article with a table, a list and code, and what stands around it. */
function page(number: number): string {
  const nav = Array.from({ length: 80 }, (_, i) => `<li><a href="/r/${i}">Rubrik ${i}</a></li>`);
  const related = Array.from(
    { length: 60 },
    (_, i) =>
      `<div class="teaser"><a href="/a/${i}"><h3>Lesen Sie auch ${i}</h3></a><p>${SENTENCE}</p></div>`,
  );
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) =>
      `${i % 4 === 3 ? `<h2>Abschnitt ${i}</h2>` : ''}<p>${SENTENCE.repeat(4)} <a href="/x/${i}">Link ${i}</a> und <em>Betonung</em>.</p>`,
  );
  const rows = Array.from(
    { length: 12 },
    (_, i) => `<tr><td>${2010 + i}</td><td>${i * 17}</td></tr>`,
  );
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Artikel ${number} | Zeitung</title>
<meta name="author" content="Anna Beispiel"><meta property="article:published_time" content="2024-08-28T10:00:00Z">
<link rel="canonical" href="https://zeitung.example/artikel/${number}"><style>${'.a{color:red}'.repeat(200)}</style></head>
<body><header><nav><ul>${nav.join('')}</ul></nav></header><main><article><h1>Artikel ${number}</h1>
${paragraphs.join('\n')}<table><tr><th>Jahr</th><th>Zahl</th></tr>${rows.join('')}</table>
<pre><code class="language-js">const x = ${number};</code></pre></article></main>
<aside>${related.join('')}</aside><footer>Impressum</footer><script>${'var a=1;'.repeat(500)}</script></body></html>`;
}

function measured(count: number): { readonly milliseconds: number; readonly megabytes: number } {
  using home = makeHome();
  const folder = join(home.path, 'pages');
  mkdirSync(folder);
  const paths = Array.from({ length: count }, (_, number) => {
    const path = join(folder, `${number}.html`);
    writeFileSync(path, page(number));
    return path;
  });
  const [program, before] = command();
  const report = join(home.path, 'usage.json');
  const watch = `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())))`;
  const hook = join(home.path, 'usage.cjs');
  writeFileSync(hook, watch);
  const { status, stderr } = spawnSync(program, ['--require', hook, ...before, 'add', ...paths], {
    env: home.env,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(String(stderr).slice(0, 500));
  const { userCPUTime, systemCPUTime, maxRSS } = require(report) as NodeJS.ResourceUsage;
  return { milliseconds: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 };
}

const { createRequire } = await import('node:module');
const require = createRequire(import.meta.url);
const one = measured(1);
const tenth = measured(Math.max(2, Math.round(PAGES / 10)));
const all = measured(PAGES);
const each = (all.milliseconds - one.milliseconds) / (PAGES - 1);
console.log(`one page:      ${one.milliseconds.toFixed(0)} ms, ${one.megabytes.toFixed(0)} MB`);
console.log(`a tenth:       ${tenth.milliseconds.toFixed(0)} ms, ${tenth.megabytes.toFixed(0)} MB`);
console.log(`${PAGES} pages:    ${all.milliseconds.toFixed(0)} ms, ${all.megabytes.toFixed(0)} MB`);
console.log(`a page more:   ${each.toFixed(1)} ms of processor time`);
