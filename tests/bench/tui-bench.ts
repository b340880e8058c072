// Times the built full-screen reader in a real terminal: to the first frame, from a key to its frame,
// and its memory. Prints a table; `node tests/bench/tui-bench.ts [rounds]`.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  /** What the first frame shows. */
  readonly first: string | RegExp;
  /** Keys pressed in turn. */
  readonly keys: readonly string[];
  readonly size?: readonly [columns: number, rows: number];
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

/** Milliseconds until the next whole frame is written; undefined where a key changes nothing. */
async function timeKey(terminal: TestTerminal, key: string): Promise<number | undefined> {
  const before = terminal.output().length;
  const from = performance.now();
  terminal.type(key);
  while (!terminal.output().slice(before).includes(END)) {
    if (performance.now() - from > 5000) return undefined;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return performance.now() - from;
}

function memory(terminal: TestTerminal): number {
  return (
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${terminal.pid}/status`, 'utf8'))?.[1] ?? 0) /
    1024
  );
}

async function run(one: Case): Promise<Record<string, string>> {
  const starts: number[] = [];
  for (let round = 0; round < 4; round++) {
    const from = performance.now();
    const terminal = start(one);
    await terminal.until(one.first);
    // The first start fills the cache.
    if (round > 0) starts.push(performance.now() - from);
    terminal.type('q');
    await terminal.exit;
    await terminal[Symbol.asyncDispose]();
  }
  const terminal = start(one);
  await terminal.until(one.first);
  await terminal.settled();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const time = await timeKey(terminal, one.keys[round % one.keys.length] as string);
    if (time !== undefined) times.push(time);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  const peak = memory(terminal);
  terminal.type('q');
  await terminal.exit;
  await terminal[Symbol.asyncDispose]();
  starts.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  return {
    case: one.name,
    first: shown(quantile(starts, 0.5)),
    p50: shown(quantile(times, 0.5)),
    p95: shown(quantile(times, 0.95)),
    MB: shown(peak),
    keys: String(times.length),
  };
}

const scroll = [KEYS.down, KEYS.down, KEYS.down, ' ', KEYS.up, 'b', ' ', ' '];
const one = library('one', 1, () => markdown(1_000_000));
const ten = library('ten', 1, () => markdown(10_000_000));
const many = library(
  'many',
  10_000,
  (index) => `---\ntitle: Artikel ${index} über etwas\ndate: 2024-01-01\n---\n\nText ${index}.\n`,
);

const bare = Array.from({ length: 7 }, () => {
  const from = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - from;
}).sort((a, b) => a - b);
console.log(`bare Node: ${shown(quantile(bare, 0.5))} ms`);

const cases: readonly Case[] = [
  { name: 'shelf of 3', args: [], first: 'Klarna', keys: [KEYS.down, KEYS.up] },
  { name: 'bundled article, scrolling', args: ['klarna'], first: '2 von 3', keys: scroll },
  {
    name: 'bundled series, turning',
    args: ['klarna'],
    first: '2 von 3',
    keys: [KEYS.right, KEYS.left],
  },
  {
    name: 'bundled article, 200x60',
    args: ['klarna'],
    first: '2 von 3',
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
  { name: '10 MB, scrolling', args: ['--from', ten, 'artikel'], first: /Absatz \d/, keys: scroll },
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
    keys: ['/', '9', '9', KEYS.backspace, KEYS.backspace, KEYS.escape],
  },
];
const wanted = process.argv[3];
const results: Record<string, string>[] = [];
for (const each of cases)
  if (wanted === undefined || each.name.includes(wanted)) results.push(await run(each));
console.table(results);
rmSync(home, { recursive: true, force: true });
