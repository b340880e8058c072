// Keeps what V8 compiles of the build's scripts, so that the program need not compile them at every
// start: the usual tasks are done once, and the code of each script is written as it is then, with the
// functions that were called and no others. Only the same version of Node can use it; the program
// passes it over under any other.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'news-code-'));
const env = {
  HOME: home,
  USERPROFILE: home,
  PATH: process.env['PATH'] ?? '',
  LANG: 'en_US.UTF-8',
  TERM: 'xterm-256color',
  ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
};
const program = ['--import', join(root, 'build', 'code-keeper.ts'), join(root, 'bin', 'news.js')];

/** What is done at the prompt; the first knows nothing yet, and reads and keeps the whole library. */
const COMMANDS: readonly (readonly string[])[] = [
  ['read', 'klarna'],
  ['read', 'klarna'],
  ['read', 'dell', '--color', 'always'],
  ['read', join(root, 'README.md'), '--color', 'always'],
  ['list'],
  ['search', 'umsatz'],
  ['complete', '1', '--', 'read', 'k'],
  ['--version'],
  ['read', 'klarna'],
];

/**
 * Keys pressed in the full-screen reader, each once what the one before brought has been shown. On a busy
 * machine an Escape and the key after it can arrive as one key; so the last is pressed until the
 * reader ends.
 */
const KEYS = ['\u001b[B', ' ', '\u001b[C', 't', '\u001b', '/', 'x', '\u001b', '?', '\u001b'];
const QUIT = 'q';

/** Milliseconds without output after which a key has been shown, or had nothing to show. */
const SHOWN = 150;
const NOTHING_SHOWN = 1000;
/** Milliseconds after which a reader that does not end is given up. */
const PATIENCE = 60_000;

for (const args of COMMANDS) {
  const { status, stderr } = spawnSync(process.execPath, [...program, ...args], {
    cwd: home,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`news ${args.join(' ')}: ${stderr}`);
}
await readOnScreen();
rmSync(home, { recursive: true, force: true });

/** The full-screen reader in a terminal; where none can be had, its code is not kept. */
async function readOnScreen(): Promise<void> {
  const pty = await import('@lydell/node-pty').catch(() => undefined);
  if (!pty) return;
  const reader = pty.spawn(process.execPath, [...program, 'tui', 'klarna'], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: home,
    env,
  });
  const keys = [...KEYS];
  let next: NodeJS.Timeout | undefined;
  const press = (): void => {
    reader.write(keys.shift() ?? QUIT);
    next = setTimeout(press, NOTHING_SHOWN);
  };
  reader.onData(() => {
    clearTimeout(next);
    next = setTimeout(press, SHOWN);
  });
  const patience = setTimeout(() => reader.kill(), PATIENCE);
  const ended = await new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) => {
    reader.onExit(resolve);
  });
  clearTimeout(next);
  clearTimeout(patience);
  const { exitCode, signal } = ended;
  // Killed, it has kept nothing: the build is whole without, and starts the reader more slowly.
  if (signal) process.stderr.write('news tui did not end: its code is not kept\n');
  else if (exitCode !== 0) throw new Error(`news tui klarna ended with ${exitCode}`);
}
