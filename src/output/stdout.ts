// Writing to standard output and standard error, to the last byte or to a clear failure.

import { writeSync } from 'node:fs';
import { REMOVED, sanitize } from '../typeset/text/sanitize.ts';

/** Thrown when nobody reads any more (`| head -1`): the end of the work, not an error. */
export class OutputClosed extends Error {}

/** Thrown when standard output can't be written; `cause` has the system's reason. */
export class OutputFailed extends Error {}

const CHUNK = 1 << 16;

/** Bytes of the place where text is encoded, enough for what a sink gathers: new memory costs time. */
const ROOM = 144 * 1024;
let room: Buffer | undefined;
const waiting = new Int32Array(new SharedArrayBuffer(4));

/** Writes to descriptor 1 (Node's stream costs more than a page). Throws OutputClosed or OutputFailed. */
export function writeOut(text: string): void {
  if (text.length * 3 > ROOM) {
    writeAll(1, Buffer.from(text, 'utf8'));
    return;
  }
  room ??= Buffer.allocUnsafeSlow(ROOM);
  writeAll(1, room, room.write(text, 'utf8'));
}

/** Writes harmless lines to standard error; that it is closed is nobody's business. */
export function writeError(...lines: readonly string[]): void {
  const text = lines.map((line) => `${sanitize(line).replaceAll('\n', REMOVED)}\n`).join('');
  try {
    writeAll(2, Buffer.from(text, 'utf8'));
  } catch {
    // There is nowhere left to say so.
  }
}

/** Draws on standard error, our own escapes included; for progress on a terminal. */
export function drawOnError(text: string): void {
  try {
    writeAll(2, Buffer.from(text, 'utf8'));
  } catch {
    // Nobody sees it.
  }
}

function writeAll(descriptor: 1 | 2, bytes: Buffer, length = bytes.length): void {
  let done = 0;
  while (done < length) {
    try {
      done += writeSync(descriptor, bytes, done, Math.min(CHUNK, length - done));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        // A pipe or terminal that another process has made non-blocking: try again in 2 ms.
        Atomics.wait(waiting, 0, 0, 2);
      } else if (code === 'EPIPE') {
        throw new OutputClosed('closed');
      } else {
        throw new OutputFailed('failed', { cause: error });
      }
    }
  }
}
