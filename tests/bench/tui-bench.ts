// Times the built full-screen reader in a real terminal: to the first frame, from a key to its frame,
// both also in processor time, and its memory, beside bare Node in the same run. Prints a table;
// `node tests/bench/tui-bench.ts [rounds] [part of a case's name]`.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KEYS } from '../support/keys.ts';
import { command, scrubbed } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';

const rounds = Number(process.argv[2] ?? 100);
const home = mkdtempSync(join(tmpdir(), 'news-bench-'));
const END = '\u001b[?2026l';

function markdown(bytes: number): string {
  const parts: string[] = ['# Ein langer Text\n'];
  let size = 0;
  for (let index = 0; size < bytes; index++) {
    const part = `${index % 20 === 0 ? `## Abschnitt ${index}\n\n` : ''}Absatz ${index} mit **fettem** Text, [einem Link](https://example.org/${index}) und weiteren Wörtern, die eine Zeile nach der anderen füllen, wie es in Zeitungen üblich ist. ${'Noch ein Satz, der etwas länger ausfällt als der vorige. '.repeat(index % 5)}\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('\n');
}

function library(name: string, files: number, text: (index: number) => string): string {
  const root = join(home, name);
  for (let index = 0; index < files; index++) {
    const folder = join(root, `reihe-${String(Math.floor(index / 100)).padStart(3, '0')}`);
    if (index % 100 === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${String((index % 100) + 1).padStart(3, '0')}-artikel.md`),
      text(index),
    );
  }
  return root;
}

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** What the first frame shows, as it is written. */
  readonly first: RegExp;
  /** Keys pressed in turn. */
  readonly keys: readonly string[];
  readonly size?: readonly [columns: number, rows: number];
  /** Parsed anew at each start: the cache knows the library, but no document. */
  readonly unparsed?: true;
  /** Keys after which the article is left and later opened again. */
  readonly left?: string;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const shown = (value: number): string => value.toFixed(1);

function start(one: Case): TestTerminal {
  const [file, before] = command();
  const [columns, rows] = one.size ?? [80, 24];
  return openTerminal({
    file,
    args: [...before, 'tui', ...one.args],
    env: { ...scrubbed(home), LANG: 'de_DE.UTF-8', TERM: 'xterm-256color' },
    cwd: home,
    columns,
    rows,
  });
}

/** Takes all parsed articles out of the cache. */
function forgetDocuments(): void {
  const folder = join(home, '.cache/news');
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.db')) continue;
    const db = new DatabaseSync(join(folder, name));
    db.exec('DELETE FROM documents');
    db.close();
  }
}

/** Goes to the end, which comes when all is set: a key before that would take its place. */
async function toEnd(terminal: TestTerminal): Promise<void> {
  terminal.type('G');
  while (!/100.%/.test(terminal.output())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Goes to the article's end and back: it is then parsed to its end, and kept. */
async function readToEnd(terminal: TestTerminal): Promise<void> {
  await toEnd(terminal);
  terminal.type('g');
  await terminal.settled();
}

/** Quits, and waits for the end. */
async function leave(terminal: TestTerminal): Promise<void> {
  terminal.type('q');
  const late = setTimeout(() => {
    throw new Error(`still running:\n${terminal.text()}`);
  }, 20_000);
  await terminal.exit;
  clearTimeout(late);
  await terminal[Symbol.asyncDispose]();
}

/** Milliseconds until the next whole frame is written; undefined where a key changes nothing. */
async function timeKey(terminal: TestTerminal, key: string): Promise<number | undefined> {
  const before = terminal.output().length;
  const from = performance.now();
  terminal.type(key);
  while (!terminal.output().slice(before).includes(END)) {
    if (performance.now() - from > 1000) return undefined;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return performance.now() - from;
}

/** Megabytes at the most. */
function memory(terminal: TestTerminal): number {
  const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Milliseconds of processor time that the process has taken so far, all its threads together. */
function processor(terminal: TestTerminal): number {
  const tasks = `/proc/${terminal.pid}/task`;
  let nanoseconds = 0;
  for (const task of readdirSync(tasks)) {
    nanoseconds += Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
  }
  return nanoseconds / 1e6;
}

interface Start {
  readonly wall: number;
  readonly cpu: number;
}

/** Bare Node from its start to its end. */
function bareStart(): Start {
  const from = performance.now();
  const { stdout } = spawnSync(process.execPath, [
    '-e',
    'const { user, system } = process.cpuUsage(); process.stdout.write(String(user + system))',
  ]);
  return { wall: performance.now() - from, cpu: Number(stdout) / 1000 };
}

/** Waits until the first whole frame shows what it is to show; milliseconds. */
async function firstFrame(terminal: TestTerminal, first: RegExp): Promise<number> {
  const from = performance.now();
  for (;;) {
    const output = terminal.output();
    if (output.includes(END) && first.test(output)) return performance.now() - from;
    if (performance.now() - from > 60_000) throw new Error(`no frame:\n${terminal.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

async function run(one: Case): Promise<Record<string, string>> {
  const starts: Start[] = [];
  const bare: Start[] = [];
  if (one.left !== undefined) {
    const terminal = start(one);
    // It is not left there yet, and opens at its beginning.
    await firstFrame(terminal, /Absatz \d/);
    await toEnd(terminal);
    terminal.type(one.left);
    await terminal.settled();
    await leave(terminal);
  }
  // The first start fills the cache.
  for (let round = 0; round < 8; round++) {
    bare.push(bareStart());
    const from = performance.now();
    const terminal = start(one);
    await firstFrame(terminal, one.first);
    const wall = performance.now() - from;
    process.stderr.write(`${one.name}: ${shown(wall)} ms\n`);
    const isFresh = one.args.includes('artikel') && one.left === undefined;
    if (round === 0 && isFresh) await readToEnd(terminal);
    if (round > 0) starts.push({ wall, cpu: processor(terminal) });
    await leave(terminal);
    if (one.unparsed) forgetDocuments();
  }
  const terminal = start(one);
  await firstFrame(terminal, one.first);
  await terminal.settled();
  const times: number[] = [];
  const before = processor(terminal);
  // Whole turns of the keys: in the midst of one, a filter might be open and take the key that quits.
  const presses = Math.ceil(rounds / one.keys.length) * one.keys.length;
  for (let round = 0; round < presses; round++) {
    const time = await timeKey(terminal, one.keys[round % one.keys.length] as string);
    if (time !== undefined) times.push(time);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  const taken = processor(terminal) - before;
  const peak = memory(terminal);
  await leave(terminal);
  times.sort((a, b) => a - b);
  const wall = median(starts.map((each) => each.wall));
  const cpu = median(starts.map((each) => each.cpu));
  return {
    case: one.name,
    'first frame': shown(wall),
    'x bare': shown(wall / median(bare.map((each) => each.wall))),
    'first cpu': shown(cpu),
    'x bare cpu': shown(cpu / median(bare.map((each) => each.cpu))),
    'key p50': shown(quantile(times, 0.5)),
    'key p95': shown(quantile(times, 0.95)),
    'key cpu': shown(taken / presses),
    MB: shown(peak),
    keys: String(times.length),
  };
}

const scroll = [KEYS.down, KEYS.down, KEYS.down, ' ', KEYS.up, 'b', ' ', ' '];
const wanted = process.argv[3];
const one = library('one', 1, () => markdown(1_000_000));
const ten = library('ten', 1, () => markdown(10_000_000));
const many = library(
  'many',
  10_000,
  (index) => `---\ntitle: Artikel ${index} über etwas\ndate: 2024-01-01\n---\n\nText ${index}.\n`,
);

const cases: readonly Case[] = [
  { name: 'shelf of 3', args: [], first: /Klarna/, keys: [KEYS.down, KEYS.up] },
  { name: 'bundled article, scrolling', args: ['klarna'], first: /2 von 3/, keys: scroll },
  {
    name: 'bundled series, turning',
    args: ['klarna'],
    first: /2 von 3/,
    keys: [KEYS.right, KEYS.left],
  },
  {
    name: 'bundled article, 120x40',
    args: ['klarna'],
    first: /2 von 3/,
    keys: [KEYS.down, KEYS.up],
    size: [120, 40],
  },
  {
    name: 'bundled article, 200x60',
    args: ['klarna'],
    first: /2 von 3/,
    keys: [KEYS.down, KEYS.up],
    size: [200, 60],
  },
  { name: '1 MB, scrolling', args: ['--from', one, 'artikel'], first: /Absatz \d/, keys: scroll },
  {
    name: '1 MB, hits',
    args: ['--from', one, 'artikel'],
    first: /Absatz \d/,
    keys: ['/Absatz 1\r', 'n', 'n', 'N'],
  },
  {
    name: '1 MB, widths',
    args: ['--from', one, 'artikel'],
    first: /Absatz \d/,
    keys: ['-', '+', KEYS.down],
  },
  {
    name: '1 MB, not parsed yet',
    args: ['--from', one, 'artikel'],
    first: /Absatz \d/,
    keys: scroll,
    unparsed: true,
  },
  { name: '10 MB, scrolling', args: ['--from', ten, 'artikel'], first: /Absatz \d/, keys: scroll },
  {
    name: '10 MB, reopened deep inside',
    args: ['--from', ten, 'artikel'],
    first: /Absatz \d{4}/,
    keys: [...scroll, KEYS.down, KEYS.down, 'G', 'g'],
    left: 'b'.repeat(300),
  },
  {
    name: '10 MB, not parsed yet',
    args: ['--from', ten, 'artikel'],
    first: /Absatz \d/,
    keys: scroll,
    unparsed: true,
  },
  {
    name: 'shelf of 10,000',
    args: ['--from', many],
    first: /Artikel \d/,
    keys: [KEYS.down, KEYS.pageDown, KEYS.down, KEYS.up],
  },
  {
    name: 'shelf of 10,000, filter',
    args: ['--from', many],
    first: /Artikel \d/,
    // Not Escape: alone it is told from a sequence only by waiting for 30 ms.
    keys: ['/', '9', '9', KEYS.backspace, KEYS.backspace, '\r'],
  },
];
const results: Record<string, string>[] = [];
for (const each of cases)
  if (wanted === undefined || each.name.includes(wanted)) results.push(await run(each));
console.table(results);
rmSync(home, { recursive: true, force: true });
