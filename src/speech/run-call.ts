// One call of a speech program: given a text, waited for, and ended at once where it is no longer wanted.

import { spawn } from 'node:child_process';
import type { Call } from './engines.ts';

export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Ends a process and all that it has started, at once; of what is gone already it says nothing. */
  readonly endGroup: (pid: number) => void;
}

/** How a call ended; `failed` with what the program said of it, or the code of the system's error. */
export type Ended =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Characters of a program's complaint that are kept. */
const COMPLAINT = 2000;

/** Runs `call` with `text` on its standard input. Never throws; leaves nothing running behind. */
export async function runCall(
  { command, args, variables }: Call,
  text: string,
  { variables: all, endGroup }: Surroundings,
  signal: AbortSignal,
): Promise<Ended> {
  if (signal.aborted) return { kind: 'stopped' };
  return new Promise((resolve) => {
    // A group of its own, so that what a shell has started ends with it.
    const child = spawn(command, args, {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...all, ...variables },
      detached: true,
    });
    let complaint = '';
    const stop = (): void => {
      if (child.pid !== undefined) endGroup(child.pid);
    };
    const end = (ended: Ended): void => {
      signal.removeEventListener('abort', stop);
      resolve(signal.aborted ? { kind: 'stopped' } : ended);
    };
    signal.addEventListener('abort', stop);
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      if (complaint.length < COMPLAINT) complaint += more.slice(0, COMPLAINT);
    });
    // It may end without having read all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${text}\n`);
    child.on('error', (error: NodeJS.ErrnoException) =>
      end({ kind: 'failed', reason: error.code ?? error.message }),
    );
    // `exit`, for a grandchild may hold the pipes open; the group goes with its leader.
    child.on('exit', (status, killed) => {
      stop();
      if (status === 0) end({ kind: 'done' });
      else
        end({ kind: 'failed', reason: complaint.trim().split('\n')[0] || `${killed ?? status}` });
    });
  });
}
