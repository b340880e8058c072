// One process at a time writes a feed's folder: a file with its number, void once it is gone.

import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { makeFolder } from '../../folder.ts';

/** Older than any fetch takes. */
const STALE = 10 * 60_000;

/** This process, and whether another one of this machine is alive. */
export interface Processes {
  readonly own: number;
  readonly isAlive: (pid: number) => boolean;
}

/** Takes the lock `file`; undefined while another process has it. The result gives it back. */
export function takeLock(file: string, processes: Processes): (() => void) | undefined {
  const mine = `${processes.own} ${hostname()}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, mine);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') makeFolder(dirname(file));
      else if (code !== 'EEXIST') throw error;
      else if (isHeld(file, processes)) return undefined;
      else rmSync(file, { force: true });
    }
  }
  return undefined;
}

function isHeld(file: string, { isAlive }: Processes): boolean {
  try {
    const { mtimeMs } = statSync(file);
    const [pid = '', host] = readFileSync(file, 'utf8').split(' ');
    const age = Math.abs(Date.now() - mtimeMs);
    // Just made, its number is not yet written.
    if (pid === '') return age < 2_000;
    return age < STALE && (host !== hostname() || isAlive(Number(pid)));
  } catch {
    return false;
  }
}
