// Makes a grown journal small again without changing what it says. Atomic, and safe while others append.

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { eventOf, READ_SHARE } from './fold-events.ts';
import { appendLine, type JournalLine, parseLines } from './journal-file.ts';

/** Milliseconds after which a lock was left behind by a process that died. */
const STALE_LOCK = 60_000;

/**
 * Compacts a journal if half of `above` bytes can go and no other process is at it. Never throws. The old
 * file keeps a second name until the new one stands; lines appended meanwhile are carried over.
 */
export function compactJournal(file: string, above: number): void {
  rewriteJournal(file, above / 2, compactLines);
}

/** Takes readings out of a journal, not stars and notes. False where another process has it. */
export function forgetReadings(file: string): boolean {
  return rewriteJournal(file, 0, (lines) =>
    compactLines(
      lines.filter(({ value }) => value?.['kind'] !== 'read' && value?.['kind'] !== 'mark'),
    ),
  );
}

/** Writes a journal's lines anew as `made` of them, if `least` bytes can go; says whether it was tried to the end. */
function rewriteJournal(
  file: string,
  least: number,
  made: (lines: readonly JournalLine[]) => string[],
): boolean {
  const stem = file.slice(0, -'.jsonl'.length);
  const lock = `${stem}.lock`;
  const handle = takeLock(lock);
  if (handle === undefined) return false;
  const fresh = `${stem}.new`;
  const old = `${stem}.${Date.now()}.old.jsonl`;
  let source: number | undefined;
  try {
    source = openSync(file, constants.O_RDONLY);
    const before = readFrom(source, 0);
    const text = made(parseLines(before.toString('utf8'))).join('');
    if (before.length - Buffer.byteLength(text) < least) return true;
    linkSync(file, old);
    writeWhole(fresh, text);
    renameSync(fresh, file);
    for (const line of parseLines(readFrom(source, before.length).toString('utf8')))
      appendLine(file, line.text);
    rmSync(old, { force: true });
    return true;
  } catch {
    rmSync(fresh, { force: true });
    return false;
  } finally {
    if (source !== undefined) closeSync(source);
    closeSync(handle);
    rmSync(lock, { force: true });
  }
}

/** Lines that say the same: last reading, place, share and read share of articles, last of notes, all others. */
export function compactLines(lines: readonly JournalLine[]): string[] {
  const needed = new Set<number>();
  const seen = new Set<string>();
  const once = (key: string, index: number): void => {
    if (seen.has(key)) return;
    seen.add(key);
    needed.add(index);
  };
  // Where the clock went back, later lines count from the latest time above them: that line stays too.
  let latest = { index: -1, time: Number.NEGATIVE_INFINITY };
  lines.forEach(({ value }, index) => {
    const event = value && eventOf(value);
    if (!event) return;
    const time = Date.parse(event.at);
    if (time >= latest.time) latest = { index, time };
    else needed.add(latest.index);
  });
  for (let index = lines.length - 1; index >= 0; index--) {
    const value = lines[index]?.value;
    const event = value && eventOf(value);
    if (!event || event.kind === 'clear') {
      needed.add(index);
      continue;
    }
    if (event.kind === 'mark' || event.kind === 'star') {
      once(`${event.kind} ${event.id}`, index);
      continue;
    }
    if (event.kind === 'note' || event.kind === 'unnote') {
      once(`note ${event.id} ${event.note}`, index);
      continue;
    }
    once('last', index);
    once(`read ${event.id}`, index);
    if (event.place) once(`place ${event.id}`, index);
    if (event.share !== undefined) once(`share ${event.id}`, index);
    if ((event.share ?? 0) >= READ_SHARE) once(`done ${event.id}`, index);
  }
  return lines.flatMap(({ text }, index) => (needed.has(index) ? [`${text}\n`] : []));
}

function takeLock(lock: string): number | undefined {
  try {
    return openSync(lock, 'wx', 0o600);
  } catch {
    try {
      if (Date.now() - statSync(lock).mtimeMs > STALE_LOCK) rmSync(lock, { force: true });
    } catch {
      // The other one has just finished.
    }
    return undefined;
  }
}

function readFrom(file: number, start: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(file, bytes, length, bytes.length - length, start + length);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
