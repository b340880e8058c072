// Runs the built program in a scrubbed environment: its own HOME, no variables of the machine's.

import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What to run: `NEWS_BIN` (an executable, such as the standalone program) or the built program under
 * `NEWS_NODE` (a Node to try), else under the Node that runs the tests.
 */
export function command(): readonly [string, readonly string[]] {
  const bin = process.env['NEWS_BIN'];
  if (bin) return [bin, []];
  return [process.env['NEWS_NODE'] ?? process.execPath, [join(ROOT, 'bin', 'news.js')]];
}

export interface Result {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Standard output to a file descriptor instead of a pipe. */
  readonly stdout?: number;
}

/** A HOME of its own, gone with `dispose`. */
export interface Home extends Disposable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: RunOptions): Promise<Result>;
}

/** The variables of a scrubbed environment: a home, a path, a UTF-8 English locale. */
export function scrubbed(home: string): Record<string, string> {
  return {
    HOME: home,
    USERPROFILE: home,
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
  };
}

/** Makes an empty home to run the program in. */
export function makeHome(): Home {
  const path = mkdtempSync(join(tmpdir(), 'news-test-'));
  const env = scrubbed(path);
  return {
    path,
    env,
    run: (args, options = {}) =>
      run(args, { cwd: path, ...options, env: { ...env, ...options.env } }),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Runs the program once and waits for it. */
export function run(args: readonly string[], options: RunOptions): Promise<Result> {
  const [file, before] = command();
  const env = Object.fromEntries(
    Object.entries(options.env ?? {}).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  const spawnOptions: SpawnOptions = {
    env,
    cwd: options.cwd,
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
  };
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...before, ...args], spawnOptions);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve({
        status,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
  });
}

/** Runs a shell line in which `news` is the program. */
export function shell(line: string, options: RunOptions): Promise<Result> {
  const [file, before] = command();
  const quoted = [file, ...before].map((word) => `'${word}'`).join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `set -o pipefail; news() { ${quoted} "$@"; }; ${line}`], {
      env: options.env as Record<string, string>,
      cwd: options.cwd,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}
