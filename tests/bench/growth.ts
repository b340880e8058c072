// How the cost of `news read` grows with the size of a text, for ordinary and for awkward Markdown:
// `node tests/bench/growth.ts [SHAPE…]`, after a build. Prints processor time at each size and the
// exponents between them; 1 is linear.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownOf } from './material.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/news.js', import.meta.url));
/** Bytes. */
const SIZES = [100_000, 1_000_000, 10_000_000];
/** Runs of one size; the quickest counts. */
const ROUNDS = 2;

/** Repeats what `part` gives for 0, 1, 2 … up to `bytes`. */
function repeated(part: (index: number) => string): (bytes: number) => string {
  return (bytes) => {
    const parts: string[] = [];
    let size = 0;
    for (let index = 0; size < bytes; index++) {
      const one = part(index);
      parts.push(one);
      size += one.length;
    }
    return parts.join('');
  };
}

const SHAPES: Readonly<Record<string, (bytes: number) => string>> = {
  ordinary: markdownOf,
  'one line': repeated((i) => `word${i} and more, `),
  'one word': repeated(() => 'abcdefghij'),
  'one paragraph': repeated((i) => `Line ${i} of a *paragraph* that goes on.\n`),
  'deep quotes': repeated(() => `${'> '.repeat(200)}text\n\n`),
  'one deep quote': (bytes) => `${'>'.repeat(bytes)}text\n`,
  'deep lists': repeated((i) => `${'  '.repeat(i % 100)}- item\n`),
  'one list': repeated((i) => `- item ${i}\n`),
  'one table': (bytes) => `| a | b |\n| - | - |\n${repeated((i) => `| ${i} | text |\n`)(bytes)}`,
  references: (bytes) =>
    `${repeated((i) => `See [this][r${i}] text.\n\n`)(bytes / 2)}${repeated((i) => `[r${i}]: https://example.com/${i}\n`)(bytes / 2)}`,
  footnotes: repeated((i) => `Text.[^n${i}]\n\n[^n${i}]: A note.\n\n`),
  brackets: repeated(() => '['),
  delimiters: repeated(() => '*a **a '),
  backticks: repeated((i) => `${'`'.repeat(i % 50)}a `),
  'unclosed links': repeated(() => '[a](b '),
  'unclosed tags': repeated(() => '<a b="'),
  'unclosed fence': (bytes) => `\`\`\`\n${repeated((i) => `line ${i}\n`)(bytes)}`,
  addresses: repeated((i) => `https://example.com/${i} and mail@example.com\n\n`),
};

/** Seconds of processor time, or undefined where the program fails or takes over two minutes. */
function cost(file: string): number | undefined {
  const times = Array.from({ length: ROUNDS }, () => {
    const { status, stderr } = spawnSync(
      '/usr/bin/time',
      ['-f', 'took %U %S', process.execPath, PROGRAM, 'read', file, '--color', 'always'],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: 120_000 },
    );
    const [, user, system] = /took ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
    return status === 0 ? Number(user) + Number(system) : Number.NaN;
  });
  const best = Math.min(...times);
  return Number.isNaN(best) ? undefined : best;
}

const folder = mkdtempSync(join(tmpdir(), 'news-growth-'));
try {
  const file = join(folder, 'text.md');
  writeFileSync(file, 'text\n');
  const start = cost(file) ?? 0;
  const wanted = process.argv.slice(2);
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(9))).join('');
  console.log(`Seconds of processor time above the ${start.toFixed(2)} of a start.\n`);
  console.log(row(['shape', '100 KB', '1 MB', '10 MB', 'to 1 MB', 'to 10 MB', 'all']));
  for (const [name, make] of Object.entries(SHAPES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const costs = SIZES.map((size) => {
      writeFileSync(file, make(size));
      const taken = cost(file);
      return taken === undefined ? undefined : Math.max(0.01, taken - start);
    });
    const [small, middle, large] = costs;
    const exponent = (a: number | undefined, b: number | undefined, decades: number) =>
      a === undefined || b === undefined ? '-' : (Math.log10(b / a) / decades).toFixed(2);
    console.log(
      row([
        name,
        ...costs.map((one) => one?.toFixed(2) ?? 'failed'),
        exponent(small, middle, 1),
        exponent(middle, large, 1),
        exponent(small, large, 2),
      ]),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
