// What the catalog costs as the library grows: whole processes, interleaved, medians, beside bare Node and rg.
// `node tests/bench/catalog.ts [sizes…] [--runs N]`; libraries of 3, 100, 10000 and 100000 without sizes.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { input } from '../../build.ts';
import { makeLibrary } from '../support/library-maker.ts';

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

const args = process.argv.slice(2);
const runsAt = args.indexOf('--runs');
const RUNS = runsAt < 0 ? 15 : Number(args[runsAt + 1]);
const given = args.filter((arg, index) => /^\d+$/.test(arg) && index !== runsAt + 1).map(Number);
const SIZES = given.length > 0 ? given : [3, 100, 10_000, 100_000];

const folder = mkdtempSync(join(tmpdir(), 'news-bench-'));
const program = await bundled();

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('catalog-entry.ts', import.meta.url));
  const dir = join(folder, 'program');
  await build({ ...input, input: { entry }, output: { dir, format: 'esm', minify: true } });
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  writeFileSync(join(dir, 'bare.mjs'), "process.stdout.write('hello\\n');");
  writeFileSync(
    join(dir, 'run.js'),
    "import { enableCompileCache } from 'node:module';\nenableCompileCache(import.meta.dirname + '/compiled');\nawait import('./entry.js');\n",
  );
  return join(dir, 'run.js');
}

function run(...words: readonly string[]): Cost {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', ...words], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(stderr);
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return last.startsWith('{')
    ? { wall, ...(JSON.parse(last) as Omit<Cost, 'wall'>) }
    : { wall, cpu: 0, rss: 0 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function best(values: readonly number[]): number {
  return Math.min(...values);
}

const library = (size: number): string => join(folder, `library-${size}`);
const cache = (size: number): string => join(folder, `cache-${size}`);

/** An article from the middle of a library, by its id. */
function someId(size: number): string {
  const series = readdirSync(library(size)).sort();
  const own = series[Math.floor(series.length / 2)] ?? '';
  const files = readdirSync(join(library(size), own))
    .filter((name) => name.endsWith('.md'))
    .sort();
  return `${own}/${(files[Math.floor(files.length / 2)] ?? '').replace(/^\d+-|\.md$/g, '')}`;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

say(
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}, ${RUNS} runs, medians (fastest)`,
);
for (const size of SIZES) {
  mkdirSync(library(size), { recursive: true });
  makeLibrary(library(size), { articles: size });
}
// Files younger than the clock's tick are looked at twice.
await new Promise((resolve) => setTimeout(resolve, 300));

for (const size of SIZES) {
  const id = someId(size);
  run(program, library(size), '-', 'read', id);
  const cold = run(program, library(size), '-', 'read', id);
  const first = run(program, library(size), cache(size), 'list');
  const rate = (size / first.wall) * 1000;
  say(
    `${size}: first indexing ${first.wall.toFixed(0)} ms (${rate.toFixed(0)} articles a second, CPU ${((size / first.cpu) * 1000).toFixed(0)}), peak ${first.rss.toFixed(0)} MB; read without any cache ${cold.wall.toFixed(0)} ms, peak ${cold.rss.toFixed(0)} MB`,
  );
}

interface Row {
  readonly name: string;
  readonly words: readonly string[];
  readonly costs: Cost[];
}

const bare: Row = { name: 'bare node', words: [join(folder, 'program', 'bare.mjs')], costs: [] };
const rows: Row[] = [bare, { name: 'hello', words: [program], costs: [] }];
for (const size of SIZES) {
  const [root, kept, id] = [library(size), cache(size), someId(size)];
  rows.push(
    { name: `read ID   ${size}`, words: [program, root, kept, 'read', id], costs: [] },
    { name: `list      ${size}`, words: [program, root, kept, 'list'], costs: [] },
    {
      name: `search 1  ${size}`,
      words: [program, root, kept, 'search', 'stellenabbau'],
      costs: [],
    },
    {
      name: `search 2  ${size}`,
      words: [program, root, kept, 'search', 'stadt prüfung'],
      costs: [],
    },
  );
}
for (const row of rows) run(...row.words);
for (let round = 0; round < RUNS; round++)
  for (const row of rows) row.costs.push(run(...row.words));

const hello = median(bare.costs.map(({ wall }) => wall));
const helloBest = best(bare.costs.map(({ wall }) => wall));
for (const { name, costs } of rows) {
  const wall = costs.map((cost) => cost.wall);
  const cpu = median(costs.map((cost) => cost.cpu));
  say(
    `${name.padEnd(18)} ${median(wall).toFixed(1).padStart(8)} ms (${best(wall).toFixed(1)})  ${(median(wall) / hello).toFixed(2)} x bare (${(best(wall) / helloBest).toFixed(2)})  CPU ${cpu.toFixed(0)} ms  ${Math.max(...costs.map(({ rss }) => rss)).toFixed(0)} MB`,
  );
}
const rg = ['/usr/bin/rg', '/usr/local/bin/rg'].find((path) => existsSync(path));
for (const size of SIZES) {
  if (rg === undefined) continue;
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    spawnSync(rg, ['-il', 'stellenabbau', library(size)], { maxBuffer: 1e9 });
    return performance.now() - started;
  });
  say(
    `${`rg -il ${size}`.padEnd(18)} ${median(times).toFixed(1).padStart(8)} ms (${best(times).toFixed(1)})`,
  );
}
if (rg === undefined) say('rg: absent');
rmSync(folder, { recursive: true, force: true });
