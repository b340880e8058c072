// What the process knows of its surroundings, read once and handed down as values.

import { fstatSync, statSync } from 'node:fs';
import { devNull, homedir, hostname } from 'node:os';

/** A tty's size in columns and lines; undefined where the stream is no tty or does not say. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Working folder, absolute. */
  readonly cwd: string;
  readonly home: string;
  /** This machine's name, for the journal's file. */
  readonly machine: string;
  /** Folder of the articles that ship with the program. */
  readonly bundled: string;
  readonly tty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Whether something was given on standard input: a pipe, a file, a connection; it may be empty. */
  readonly piped: boolean;
  /** Asked only when needed: opening the stream costs more than reading a file. */
  readonly screen: () => ScreenSize | undefined;
  readonly now: () => Date;
  /** Milliseconds since the process began. */
  readonly clock: () => number;
  /** Notes when something was reached; shown with `NEWS_DEBUG=1`. */
  readonly mark: (what: string) => void;
  /** What was noted, with milliseconds since the process began. */
  readonly marks: () => readonly (readonly [what: string, milliseconds: number])[];
}

/** The surroundings of this process; `bundled` is the folder of the articles it ships with. */
export function processEnvironment(bundled: string): Environment {
  const debug = process.env['NEWS_DEBUG'] === '1';
  const marks: (readonly [string, number])[] = [];
  return {
    variables: process.env,
    platform: process.platform,
    get cwd() {
      try {
        return process.cwd();
      } catch {
        // The folder was deleted: absolute paths can still be read, and relative ones are not there.
        return process.env['PWD'] ?? homedir();
      }
    },
    get home() {
      return process.env['HOME'] || homedir();
    },
    get machine() {
      return hostname();
    },
    bundled,
    tty: {
      get stdin() {
        return isTerminal(0);
      },
      get stdout() {
        return isTerminal(1);
      },
      get stderr() {
        return isTerminal(2);
      },
    },
    get piped() {
      return isPiped();
    },
    screen: () => {
      for (const stream of [process.stdout, process.stderr]) {
        if (stream.isTTY && stream.columns > 0) {
          return { columns: stream.columns, rows: stream.rows };
        }
      }
      return undefined;
    },
    now: () => new Date(),
    clock: () => performance.now(),
    mark: (what) => {
      if (debug) marks.push([what, performance.now()]);
    },
    marks: () => marks,
  };
}

/** Whether standard input is a pipe, a file or a socket, and no device. */
function isPiped(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

/** Whether a descriptor is a terminal; fstat first, for Node's tty loads the network (8 ms). */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice()) return false;
    // Windows numbers no devices.
    if (stat.rdev !== 0 && stat.rdev === statSync(devNull).rdev) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}
