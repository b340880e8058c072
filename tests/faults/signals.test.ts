// Signals at random moments, in every command: the terminal is given back as it was, the journal
// stays whole, the articles stay as they are. `NEWS_SIGNAL_ROUNDS` sets the rounds, `NEWS_SIGNAL_SEED`
// repeats a run.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UNTOUCHED, watched } from '../hostile/watch.ts';
import { command, makeHome, ROOT } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';

const ROUNDS = Number(process.env['NEWS_SIGNAL_ROUNDS'] ?? 300);
const SEED = Number(process.env['NEWS_SIGNAL_SEED'] ?? Date.now() % 1_000_000);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGPIPE', 'SIGTSTP'] as const;
type Signal = (typeof SIGNALS)[number];

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const [file, before] = command();
const root = join(home.path, 'library');
mkdirSync(root);
cpSync(join(ROOT, 'articles', 'ki-wirtschaft'), join(root, 'ki'), { recursive: true });
writeFileSync(
  join(root, 'ki', '09-long.md'),
  `# Long\n\n${'Some *words* of a [text](https://example.org). '.repeat(20_000)}\n`,
);
const env = { ...home.env, TERM: 'xterm-256color' };

/** A generator of numbers from 0 to 1 (mulberry32): the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(SEED);
const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const hash = (): string => {
  const sum = createHash('sha256');
  for (const name of readdirSync(join(root, 'ki')).sort())
    sum.update(name).update(readFileSync(join(root, 'ki', name)));
  return sum.digest('hex');
};
const articles = hash();

/** Whole lines of the journal that are no JSON. */
function tornLines(): string[] {
  const folder = join(home.path, '.local', 'state', 'news', 'history');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1))
    .filter((line) => {
      try {
        return typeof JSON.parse(line) !== 'object';
      } catch {
        return true;
      }
    });
}

const COMMANDS = [
  ['read', 'klarna'],
  ['read', 'long'],
  ['read', 'long', '--color', 'always'],
  ['read', 'dell', 'klarna', '--json'],
  ['next'],
  ['prev'],
  ['list'],
  ['list', '--json'],
  ['search', 'Klarna'],
  ['history'],
  ['check'],
  ['config'],
  ['--help'],
  ['completion', 'bash'],
];

interface Round {
  readonly args: readonly string[];
  readonly signal: Signal;
  readonly delay: number;
}

const round = (commands: readonly (readonly string[])[], longest: number): Round => ({
  args: pick(commands),
  signal: pick(SIGNALS),
  delay: Math.floor(next() * longest),
});

/** One run in a pipe that gets a signal; what is wrong with how it ended. */
async function inPipe({ args, signal, delay }: Round): Promise<string | undefined> {
  const from =
    args[0] === '--help' ||
    args[0] === 'completion' ||
    args[0] === 'config' ||
    args[0] === 'history'
      ? []
      : ['--from', root];
  const child = spawn(file, [...before, ...args, ...(args[0] === 'check' ? [] : from)], {
    env,
    cwd: home.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  let stdout = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const closed = new Promise<{ code: number | null; by: string | null }>((resolve) =>
    child.on('close', (code, by) => resolve({ code, by })),
  );
  await pause(delay);
  child.kill(signal);
  if (signal === 'SIGTSTP') {
    await pause(20);
    child.kill('SIGCONT');
  }
  const { code, by } = await closed;
  const fine =
    by === signal ||
    code === 0 ||
    (args[0] === 'check' && code === 1) ||
    (signal === 'SIGINT' && code === 130) ||
    (['next', 'prev'].includes(args[0] ?? '') && code === 1);
  if (!fine) return `ended with ${code ?? by}: ${stderr}`;
  if (/\n\s+at /.test(stderr)) return stderr;
  if (
    (signal === 'SIGTSTP' || signal === 'SIGPIPE') &&
    code === 0 &&
    stdout === '' &&
    args[0] !== 'check' &&
    args[0] !== 'history'
  )
    return 'printed nothing';
  return undefined;
}

/** The process below a terminal's shell, once it is there; undefined where both have ended. */
async function childOf(pid: number): Promise<number | undefined> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    try {
      const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
      if (child) return Number(child);
    } catch {
      return undefined;
    }
    await pause(2);
  }
  return undefined;
}

/** One run in a terminal, in the full-screen reader or a pager, that gets a signal. */
async function inTerminal({ args, signal, delay }: Round): Promise<string | undefined> {
  const line = [file, ...before, ...args, '--from', root].map((word) => `'${word}'`).join(' ');
  await using terminal: TestTerminal = openTerminal({
    file: 'bash',
    args: ['-c', `trap '' TSTP; ${line}; echo "ended:$?"; stty -a; echo the-end`],
    env,
    cwd: home.path,
  });
  const pid = await childOf(terminal.pid);
  await pause(delay);
  const send = (name: NodeJS.Signals): void => {
    try {
      if (pid !== undefined) process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  };
  send(signal);
  if (signal === 'SIGTSTP') {
    await pause(100);
    send('SIGCONT');
  }
  if (signal === 'SIGTSTP' || signal === 'SIGPIPE' || args[0] !== 'tui') {
    // These are survived, and a pager has the terminal for itself: leave as a reader does.
    for (let presses = 0; presses < 100 && !terminal.output().includes('the-end'); presses++) {
      await pause(100);
      terminal.type('q');
    }
  }
  await terminal.until(() => terminal.output().includes('the-end'), `the end after ${signal}`);
  await terminal.settled();
  const output = terminal.output();
  if (/\n\s+at |NEWS_DEBUG/.test(output)) return output.slice(-2000);
  const { lines, ...done } = await watched(output.slice(0, output.lastIndexOf('ended:')));
  // less asks for keypad mode and gives it back; it is no part of the account.
  if (JSON.stringify({ ...done, modes: [] }) !== JSON.stringify(UNTOUCHED) || done.modes.length > 0)
    return JSON.stringify(done);
  const modes = output.slice(output.lastIndexOf('ended:'));
  if (!/(?<!-)\bicanon\b/.test(modes) || !/(?<!-)\becho\b/.test(modes))
    return `terminal left raw: ${modes}`;
  if (output.lastIndexOf('\x1b[?25l') > output.lastIndexOf('\x1b[?25h'))
    return 'cursor left hidden';
  return undefined;
}

async function rounds(
  count: number,
  atOnce: number,
  make: () => Round,
  run: (one: Round) => Promise<string | undefined>,
): Promise<string[]> {
  const faults: string[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const one = make();
      const fault = await run(one);
      if (fault !== undefined)
        faults.push(
          `seed ${SEED}, ${one.args.join(' ')}, ${one.signal} after ${one.delay} ms: ${fault}`,
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults;
}

describe.skipIf(process.platform !== 'linux')('a signal at a random moment', () => {
  it(`ends or passes every command, and loses nothing (${Math.ceil(ROUNDS * 0.8)} rounds)`, async () => {
    const faults = await rounds(Math.ceil(ROUNDS * 0.8), 3, () => round(COMMANDS, 250), inPipe);
    expect(faults).toEqual([]);
    expect(tornLines()).toEqual([]);
    expect(hash()).toBe(articles);
  }, 600_000);

  it(`gives the terminal back as it was (${Math.floor(ROUNDS * 0.2)} rounds)`, async () => {
    const commands = [
      ['tui'],
      ['tui', 'klarna'],
      ['tui', 'long'],
      ['read', 'long'],
      ['read', 'long', '--no-pager'],
    ];
    const faults = await rounds(
      Math.floor(ROUNDS * 0.2),
      3,
      () => round(commands, 900),
      inTerminal,
    );
    expect(faults).toEqual([]);
    expect(tornLines()).toEqual([]);
    expect(hash()).toBe(articles);
  }, 600_000);

  it('leaves a library, a cache and a journal that answer as before', async () => {
    const listed = await home.run(['list', '--from', root]);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    const fresh = await home.run(['list', '--from', root], {
      env: { XDG_CACHE_HOME: join(home.path, 'fresh') },
    });
    expect(listed.stdout).toBe(fresh.stdout);
    expect(await home.run(['read', 'klarna', '--from', root])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect((await home.run(['history', '--json'])).status).toBe(0);
  });

  it('Ctrl-C ends with 130 as a shell sees it', async () => {
    await using terminal = openTerminal({
      file: 'bash',
      args: [
        '-c',
        `'${file}' ${before.map((word) => `'${word}'`).join(' ')} read - < <(sleep 5); echo "ended:$?"`,
      ],
      env,
      cwd: home.path,
    });
    await pause(700);
    const pid = await childOf(terminal.pid);
    if (pid !== undefined) process.kill(pid, 'SIGINT');
    await terminal.until('ended:130');
  });
});
