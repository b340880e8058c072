// npm run bench [-- ROUNDS]: whole-process times beside bare Node and beside other readers, all in one
// run. Prints a table, writes bench-results.json. NEWS_BENCH_STANDALONE names a standalone program,
// NEWS_BENCH_GLOW and so on a peer that is not on PATH.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../build/bun.ts';
import { ROOT, scrubbed } from '../support/program.ts';
import { measureFrames } from './first-frame.ts';
import { writeLibrary } from './library.ts';
import { writeMaterial } from './material.ts';
import { type Case, type Figure, measure } from './measure.ts';
import { findPeers } from './peers.ts';

const rounds = Number(process.argv[2] ?? 20);
const work = mkdtempSync(join(tmpdir(), 'news-bench-'));
const material = writeMaterial(work);
const hello = join(work, 'hello.mjs');
writeFileSync(hello, "console.log('hello');\n");
const three = join(ROOT, 'articles', 'ki-wirtschaft');
const large = writeLibrary(join(work, 'library'), 10_000);

const bare: Case = {
  name: 'node hello.mjs',
  command: process.execPath,
  args: [hello],
  env: scrubbed(work),
};

interface Program {
  readonly name: string;
  readonly command: string;
  readonly before: readonly string[];
}

const programs: Program[] = [
  { name: 'news', command: process.execPath, before: [join(ROOT, 'bin', 'news.js')] },
];
const standalone = process.env['NEWS_BENCH_STANDALONE'];
if (standalone) programs.push({ name: 'standalone', command: standalone, before: [] });
/** The least that a program of its own kind takes. */
const least: Case[] = standalone
  ? [{ ...bare, name: "Bun's compiled hello", ...compiledHello() }]
  : [];
const peers = findPeers();

function compiledHello(): Pick<Case, 'command' | 'args'> {
  const file = join(work, 'hello');
  compile(hello, file, {});
  return { command: file, args: [] };
}

function casesOf({ name, command, before }: Program): Case[] {
  const home = join(work, `home-${name}`);
  const env = scrubbed(home);
  const one = (label: string, args: readonly string[], more: Partial<Case> = {}): Case => ({
    name: `${name} ${label}`,
    command,
    args: [...before, ...args],
    env,
    ...more,
  });
  // The large library lies where a user's own articles do, so that no flag need be parsed.
  const reader = join(work, `reader-${name}`);
  mkdirSync(join(reader, '.local', 'share', 'news'), { recursive: true });
  symlinkSync(large.folder, join(reader, '.local', 'share', 'news', 'articles'));
  const own = { env: scrubbed(reader) };
  const cold = {
    ...own,
    before: () => rmSync(join(reader, '.cache'), { recursive: true, force: true }),
  };
  const away = join(home, 'cold');
  return [
    one('--version', ['--version']),
    one('read klarna', ['read', 'klarna']),
    one('read klarna, no cache', ['read', 'klarna'], {
      env: { ...env, XDG_CACHE_HOME: away, NODE_COMPILE_CACHE: join(away, 'compiled') },
      before: () => rmSync(away, { recursive: true, force: true }),
    }),
    one('list, bundled', ['list']),
    one('search, bundled', ['search', 'stellenabbau']),
    one('list, 3', ['list', '--from', three]),
    one('search, 3', ['search', 'stellenabbau', '--from', three]),
    one(`read ID, ${large.count}`, ['read', large.id], own),
    one(`list, ${large.count}`, ['list'], own),
    one(`search, ${large.count}`, ['search', large.word], own),
    ...(rounds >= 5 ? [] : [one('first search', ['search', large.word], cold)]),
  ];
}

function largeCasesOf({ name, command, before }: Program): Case[] {
  const one = (label: string, ...args: readonly string[]): Case => ({
    name: `${name} ${label}`,
    command,
    args: [...before, 'read', ...args],
    env: scrubbed(join(work, `home-${name}`)),
  });
  return [
    one('1 MB', material.mb),
    one('10 MB', material.mb10),
    one('10 MB, coloured', material.mb10, '--color', 'always'),
  ];
}

const peerCases = (
  file: string,
  label: string,
  names: readonly string[],
  way: 'args' | 'styled' = 'args',
): Case[] =>
  peers
    .filter(({ name, path }) => path !== undefined && names.includes(name))
    .map(({ name, path = '', ...args }) => ({
      name: `${name} ${label}`,
      command: path,
      args: args[way](file),
      env: { ...scrubbed(work), TERM: 'xterm-256color' },
    }));

const rg: readonly Case[] =
  spawnSync('rg', ['--version']).status === 0
    ? [
        {
          name: `rg -il, ${large.count}`,
          command: 'rg',
          args: ['-il', large.word, large.folder],
          env: scrubbed(work),
        },
      ]
    : [];

const everyone = ['glow', 'bat', 'lowdown', 'w3m', 'pandoc'];
const small = measure(
  [
    bare,
    ...least,
    ...programs.flatMap(casesOf),
    ...rg,
    ...peerCases(material.small, 'klarna.md', everyone),
  ],
  rounds,
);
const big = measure(
  [
    ...programs.flatMap(largeCasesOf),
    ...peerCases(material.mb, '1 MB', ['glow', 'lowdown']),
    ...peerCases(material.mb10, '10 MB', ['glow', 'lowdown']),
    ...peerCases(material.mb10, '10 MB, coloured', ['glow'], 'styled'),
  ],
  Math.max(3, Math.floor(rounds / 6)),
);
const frames = await measureFrames(
  programs.map(({ name, command, before }) => ({
    name: `${name} tui, first frame`,
    command,
    args: [...before, 'tui', 'klarna'],
    env: scrubbed(join(work, `home-${name}`)),
    cwd: work,
  })),
  /Klarna/,
  rounds,
);
rmSync(work, { recursive: true, force: true });

const base = small[0]?.median ?? 1;
const line = ({ name, median, quartiles, min, max, memory }: Figure): string =>
  [
    name.padEnd(34),
    ...[median, ...quartiles, min, max].map((value) => value.toFixed(1).padStart(9)),
    (median / base).toFixed(2).padStart(8),
    (memory === undefined ? '' : memory.toFixed(0)).padStart(8),
  ].join('');
const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
console.log(machine);
if (rg.length === 0) console.log('rg: absent');
for (const { name, path, version } of peers) {
  console.log(path === undefined ? `${name}: absent` : `${name} ${version}`);
}
console.log(
  `\n${rounds} rounds, interleaved; milliseconds of wall time; ratio to bare Node; peak MB\n`,
);
const HEADS = ['median', '25 %', '75 %', 'min', 'max'];
console.log(
  `${''.padEnd(34)}${HEADS.map((head) => head.padStart(9)).join('')}${'ratio'.padStart(8)}${'MB'.padStart(8)}`,
);
for (const figure of [...small, ...frames, ...big]) console.log(line(figure));
writeFileSync(
  join(ROOT, 'bench-results.json'),
  `${JSON.stringify({ machine, rounds, peers, figures: [...small, ...frames, ...big] }, null, 2)}\n`,
);
