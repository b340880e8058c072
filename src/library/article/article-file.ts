// From a file's bytes to its text: encodings, size limit, what cannot be read. Knows no Markdown.

import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** A file's text, or why there is none; `stat` is of before it was read. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Buffer; readonly stat: Stats }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Sizes in bytes. */
  | {
      readonly kind: 'too-large';
      readonly size: number;
      readonly limit: number;
      readonly stat: Stats;
    };

/** 64 MB: beyond it a file is more likely a mistake than an article. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

const CHUNK = 256 * 1024;

/** Reads a regular file up to `limit` bytes, into `room` (good until that is used again) if it fits. */
export function readArticleFile(path: string, limit: number = SIZE_LIMIT, room?: Buffer): FileText {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'not a file' };
    if (stat.size > limit) return { kind: 'too-large', size: stat.size, limit, stat };
    const bytes =
      room && stat.size <= room.length
        ? room.subarray(0, stat.size)
        : Buffer.allocUnsafeSlow(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    const read = bytes.subarray(0, length);
    return { kind: 'text', text: decodeText(read), bytes: read, stat };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads file, pipe or device (0: standard input) up to `limit` bytes. Throws what the file system throws. */
export function readStream(
  source: string | 0,
  limit: number,
): { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'too-large' } {
  const file = source === 0 ? 0 : openSync(source, 'r');
  try {
    const stat = fstatSync(file);
    if (stat.isFile() && stat.size > limit) return { kind: 'too-large' };
    const chunks: Buffer[] = [];
    let length = 0;
    // A file's bytes come in one chunk, unless it grows meanwhile.
    for (let room = Math.max(stat.isFile() ? stat.size : 0, CHUNK); ; room = CHUNK) {
      const chunk = Buffer.allocUnsafeSlow(room);
      const count = readSome(file, chunk);
      if (count === 0) {
        const [only] = chunks;
        const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks, length);
        return { kind: 'bytes', bytes };
      }
      length += count;
      if (length > limit) return { kind: 'too-large' };
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** Bytes read; 0 at the end. Waits where another process made the pipe non-blocking. */
function readSome(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says EOF where a pipe was closed.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** UTF-8, or UTF-16 by byte order mark (Unicode 16, 23.8), which is dropped; U+FFFD for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start);
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
