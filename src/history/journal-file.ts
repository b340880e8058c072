// A journal's file: lines in, lines out. Appending is one write; nothing is ever changed in place.

import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../folder.ts';

/** One line of a journal: its text, and its JSON object where it is one. */
export interface JournalLine {
  readonly text: string;
  readonly value?: Readonly<Record<string, unknown>>;
}

/** The names of the journals in a folder, sorted; none where it can't be read. */
export function journalFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

/** A journal's lines, blank ones left out; none where it can't be read. */
export function readJournal(file: string): JournalLine[] {
  try {
    if (!statSync(file).isFile()) return [];
    return parseLines(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

const NOTED = '"note":';

/** A journal's lines on the notes of one article: a file without notes is not taken apart. */
export function noteLines(file: string, id: string): JournalLine[] {
  try {
    if (!statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    if (!bytes.includes(NOTED)) return [];
    const own = JSON.stringify(id);
    const lines = bytes.toString('utf8').split('\n');
    return parseLines(
      lines.filter((line) => line.includes(NOTED) && line.includes(own)).join('\n'),
    );
  } catch {
    return [];
  }
}

/** Takes a journal's text apart. A torn or foreign line has no value and keeps its text. */
export function parseLines(text: string): JournalLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return isObject(value) ? { text: line, value } : { text: line };
      } catch {
        return { text: line };
      }
    });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Appends a line with one write, to a compacted successor too; the file's bytes then, 0 for failure. */
export function appendLine(file: string, line: string): number {
  for (let attempt = 0; attempt < 5; attempt++) {
    const written = tryAppend(file, line);
    if (written !== 'replaced') return written;
  }
  return 0;
}

function tryAppend(file: string, line: string): number | 'replaced' {
  let handle: number | undefined;
  try {
    handle = openForAppend(file);
    const { size, ino } = fstatSync(handle);
    // A torn last line must not swallow this one.
    const whole = size === 0 || lastByte(handle, size) === 0x0a;
    const bytes = Buffer.from(`${whole ? '' : '\n'}${line}\n`);
    const count = writeSync(handle, bytes);
    if (count < bytes.length) return 0;
    return statSync(file, { throwIfNoEntry: false })?.ino === ino
      ? size + bytes.length
      : 'replaced';
  } catch {
    return 0;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function openForAppend(file: string): number {
  const flags =
    constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | (constants.O_NONBLOCK ?? 0);
  try {
    return openSync(file, flags, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    return openSync(file, flags, 0o600);
  }
}

function lastByte(handle: number, size: number): number | undefined {
  const byte = Buffer.alloc(1);
  return readSync(handle, byte, 0, 1, size - 1) === 1 ? byte[0] : undefined;
}

/** Removes a machine's journal and what an interrupted compaction left of it. */
export function removeJournal(file: string): void {
  const folder = dirname(file);
  const stem = file.slice(folder.length + 1, -'.jsonl'.length);
  for (const name of journalFiles(folder)) {
    if (name === `${stem}.jsonl` || (name.startsWith(`${stem}.`) && name.endsWith('.old.jsonl'))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}
