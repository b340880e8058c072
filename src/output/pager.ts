// Whether to page, with which command (data, decided before a spawn), and the paging.

import { OutputClosed } from './stdout.ts';

export type Paging =
  | { readonly kind: 'none' }
  | { readonly kind: 'less' }
  /** The user's own words, for a shell, as git does. */
  | { readonly kind: 'command'; readonly command: string };

export interface PagingFacts {
  readonly tty: boolean;
  /** Lines of the page, and of the screen. */
  readonly lines: number;
  readonly rows: number;
  /** From flag, environment or config: a command, false for never, undefined for whatever is usual. */
  readonly pager: string | false | undefined;
  readonly variable: string | undefined;
}

/** Pages only what is taller than the screen, and only on a terminal. */
export function decidePaging({ tty, lines, rows, pager, variable }: PagingFacts): Paging {
  if (!tty || pager === false || lines < rows) return { kind: 'none' };
  const command = pager ?? variable;
  if (command === undefined || command.trim() === '' || command.trim() === 'less') {
    return { kind: 'less' };
  }
  return command.trim() === 'cat' ? { kind: 'none' } : { kind: 'command', command };
}

/** Flags of less and more under which its first screen is the text's beginning, as high as the terminal. */
const HARMLESS = /^-[aAcCdeEfFgGiIJKLmMnNqQrRsSuUwWX]+$|^--(?!window|pattern|tag|header)[a-z-]+$/i;

/** Lines shown before a pager can be left: a screenful of less and more; of others nobody knows. */
export function firstScreen(
  paging: Exclude<Paging, { kind: 'none' }>,
  rows: number,
  variables: Readonly<Record<string, string | undefined>>,
): number {
  const [program = '', ...flags] =
    paging.kind === 'less' ? ['less'] : paging.command.trim().split(/\s+/);
  const own = (variables['LESS'] ?? '').split(/\s+/).filter((word) => word !== '');
  const all = [...flags, ...own.map((word) => (word.startsWith('-') ? word : `-${word}`))];
  return /^(?:[\w./-]*\/)?(?:less|more)$/.test(program) && all.every((flag) => HARMLESS.test(flag))
    ? Math.max(0, rows - 1)
    : 0;
}

export interface Pager {
  /** Hands on some text, waiting while the pager has enough. Throws OutputClosed when it was left. */
  write(text: string): Promise<void>;
  /** Settles when the reader has left the pager. */
  end(): Promise<void>;
  /** Whether it was left, and nothing was wrong with it. */
  wasShown(): boolean;
}

/** Signals that end the program. */
const ENDING = ['SIGTERM', 'SIGHUP'] as const;

/** Milliseconds in which a shell says that the pager is not there. */
const STARTING = 60;

/** Starts the pager; undefined where it could not be started, and the caller prints instead. */
export async function openPager(
  paging: Exclude<Paging, { kind: 'none' }>,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Pager | undefined> {
  const { spawn } = await import('node:child_process');
  const env = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...variables };
  const stdio: ['pipe', 'inherit', 'inherit'] = ['pipe', 'inherit', 'inherit'];
  // Ctrl-C belongs to the pager while it runs. Killed, we end the pager first: it has the terminal, and
  // has to give it back; less does so on SIGTERM alone. All of this stands before the pager does.
  const ignore = (): void => undefined;
  const end = (signal: NodeJS.Signals): void => {
    child.kill('SIGTERM');
    void closed.then(() => process.kill(process.pid, signal));
  };
  process.on('SIGINT', ignore);
  for (const signal of ENDING) process.once(signal, end);
  const child =
    paging.kind === 'less'
      ? spawn('less', [], { stdio, env })
      : spawn(paging.command, { stdio, env, shell: true });
  let left = false;
  let status: number | null = null;
  const closed = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      status = code;
      resolve(code);
    });
  }).finally(() => {
    left = true;
    process.off('SIGINT', ignore);
    for (const signal of ENDING) process.off(signal, end);
  });
  child.stdin.on('error', ignore);
  const started =
    paging.kind === 'less'
      ? await new Promise<boolean>((resolve) => {
          child.on('spawn', () => resolve(true));
          child.on('error', () => resolve(false));
        })
      : await Promise.race([
          // A shell says 127 for a command that is not there, 126 for one that can't be run.
          closed.then((status) => status !== 127 && status !== 126),
          new Promise<boolean>((resolve) => setTimeout(resolve, STARTING, true)),
        ]);
  if (!started) return undefined;
  return {
    async write(text) {
      if (left) throw new OutputClosed('the pager was left');
      if (child.stdin.write(text)) return;
      await Promise.race([closed, new Promise((resolve) => child.stdin.once('drain', resolve))]);
    },
    async end() {
      child.stdin.end();
      await closed;
    },
    wasShown: () => left && status === 0,
  };
}
