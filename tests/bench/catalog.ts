// What the program costs as the library grows: whole processes, interleaved, medians, beside bare Node and rg.
// `node tests/bench/catalog.ts [sizes…] [--runs N]` after a build; libraries of 21, 100, 10000 and 100000
// without sizes. Each lies where a user's own articles do, beside the 21 that come with the program.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, scrubbed } from '../support/program.ts';
import { type LargeLibrary, writeLibrary } from './library.ts';
import { type Case, type Figure, measure } from './measure.ts';

const args = process.argv.slice(2);
const runsAt = args.indexOf('--runs');
const RUNS = runsAt < 0 ? 15 : Number(args[runsAt + 1]);
const given = args.filter((arg, index) => /^\d+$/.test(arg) && index !== runsAt + 1).map(Number);
const SIZES = given.length > 0 ? given : [21, 100, 10_000, 100_000];
/** From this size on, a third of the runs. */
const SLOW = 50_000;

const folder = mkdtempSync(join(tmpdir(), 'news-bench-'));
const program = join(ROOT, 'bin', 'news.js');
const hello = join(folder, 'hello.mjs');
writeFileSync(hello, "console.log('hello');\n");

interface Sized extends LargeLibrary {
  readonly env: Readonly<Record<string, string>>;
  readonly cache: string;
}

function sized(count: number): Sized {
  const home = join(folder, `home-${count}`);
  const articles = join(home, '.local', 'share', 'news', 'articles');
  mkdirSync(articles, { recursive: true });
  const cache = join(home, '.cache', 'news');
  return { ...writeLibrary(articles, count), env: scrubbed(home), cache };
}

const news = (name: string, words: readonly string[], { env }: Sized): Case => ({
  name,
  command: process.execPath,
  args: [program, ...words],
  env,
});

/** A command with no catalog yet: milliseconds and peak megabytes, the best of a few. */
function first(words: readonly string[], library: Sized): { wall: number; peak: number } {
  const empty = (): void => rmSync(library.cache, { recursive: true, force: true });
  const [figure] = measure(
    [{ ...news(words.join(' '), words, library), before: empty }],
    library.count >= SLOW ? 1 : 3,
  );
  return { wall: figure?.min ?? 0, peak: figure?.memory ?? 0 };
}

function casesOf(library: Sized): Case[] {
  const { count, id, word, cache, env } = library;
  const away = join(folder, 'away');
  return [
    news(`news read ID, ${count}`, ['read', id], library),
    news(`news list, ${count}`, ['list'], library),
    news(`news search WORD, ${count}`, ['search', word], library),
    news(`news search TWO WORDS, ${count}`, ['search', 'stadt', 'prüfung'], library),
    {
      ...news(`news read ID, no catalog, ${count}`, ['read', id], library),
      env: { ...env, XDG_CACHE_HOME: away, NODE_COMPILE_CACHE: `${cache}-compiled` },
      before: () => rmSync(away, { recursive: true, force: true }),
    },
    ...(spawnSync('rg', ['--version']).status === 0
      ? [{ name: `rg -il WORD, ${count}`, command: 'rg', args: ['-il', word, library.folder], env }]
      : []),
  ];
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

say(
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}, ${RUNS} runs`,
);
const libraries = SIZES.map(sized);
// Files younger than the clock's tick are looked at twice.
await new Promise((resolve) => setTimeout(resolve, 300));

say('\nfirst search (all is read and indexed) and first list (all is read), as whole processes:');
const firsts = libraries.map((library) => {
  const listed = first(['list'], library);
  const searched = first(['search', library.word], library);
  const rate = Math.round((library.count / searched.wall) * 1000);
  say(
    `${String(library.count).padStart(7)}  search ${searched.wall.toFixed(0)} ms, ${rate} articles a second, ${searched.peak.toFixed(0)} MB; list ${listed.wall.toFixed(0)} ms, ${listed.peak.toFixed(0)} MB`,
  );
  return { size: library.count, searched, listed };
});

const bareCase: Case = {
  name: 'node hello.mjs',
  command: process.execPath,
  args: [hello],
  env: {},
};
const small = libraries.filter(({ count }) => count < SLOW);
const large = libraries.filter(({ count }) => count >= SLOW);
const figures = measure([bareCase, ...small.flatMap(casesOf)], RUNS);
const slow =
  large.length > 0 ? measure([bareCase, ...large.flatMap(casesOf)], Math.ceil(RUNS / 3)) : [];

say(
  `\n${''.padEnd(36)}${'median ms'.padStart(10)}${'min'.padStart(9)}${'x bare'.padStart(8)}    MB`,
);
for (const list of [figures, slow]) {
  const bare = list[0]?.median ?? 1;
  for (const { name, median, min, memory } of list) {
    say(
      `${name.padEnd(36)}${median.toFixed(1).padStart(10)}${min.toFixed(1).padStart(9)}${(median / bare).toFixed(2).padStart(8)}${(memory?.toFixed(0) ?? '').padStart(6)}`,
    );
  }
}

/** By which power of the size a cost grows, over what a bare start costs. */
const exponent = (from: number, to: number, factor: number): string =>
  (Math.log(Math.max(1, to) / Math.max(1, from)) / Math.log(factor)).toFixed(2);

const all: readonly Figure[] = [...figures, ...slow];
const of = (name: string): Figure | undefined => all.find((figure) => figure.name === name);
for (const [index, { size }] of firsts.entries()) {
  const [before, now] = [firsts[index - 1], firsts[index]];
  if (!before || !now || before.size < 1000) continue;
  const factor = size / before.size;
  const above = (figure: Figure | undefined): number =>
    (figure?.median ?? 0) - (figures[0]?.median ?? 0);
  const grown = ['read ID', 'list', 'search WORD', 'read ID, no catalog'].map((what) => {
    const [a, b] = [before.size, size].map((count) => of(`news ${what}, ${count}`));
    const memory = exponent(a?.memory ?? 0, b?.memory ?? 0, factor);
    return `${what} ${exponent(above(a), above(b), factor)} (memory ${memory})`;
  });
  say(
    `\nexponents from ${before.size} to ${size}: first search ${exponent(before.searched.wall, now.searched.wall, factor)} (memory ${exponent(before.searched.peak, now.searched.peak, factor)}), ${grown.join(', ')}`,
  );
}
rmSync(folder, { recursive: true, force: true });
