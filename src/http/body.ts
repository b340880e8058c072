// An answer's body: decompressed, whole, within its limit.

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

export class BodyTooLarge extends Error {
  readonly code = 'NEWS_LARGE';
}

export class UnknownEncoding extends Error {
  readonly code = 'NEWS_ENCODING';
}

/** What is asked for, best first. */
export const ACCEPTED = 'gzip, br, zstd, deflate';

/** Reads at most `limit` bytes, packed and unpacked. Throws BodyTooLarge, UnknownEncoding, zlib's errors. */
export async function readBody(body: Readable, encoding: string, limit: number): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 2) throw new UnknownEncoding(encoding);
  const chunks: Buffer[] = [];
  const gather = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let length = 0;
    for await (const chunk of source) {
      length += chunk.length;
      if (length > limit) throw new BodyTooLarge();
      chunks.push(chunk);
    }
  };
  const [outer, inner] = names.reverse();
  if (outer === undefined) await pipeline(body, gather);
  else {
    const whole = await pipelineOf(body, outer, limit);
    if (whole === undefined) return Buffer.alloc(0);
    const [stream, decoder] = whole;
    if (inner === undefined) await pipeline(stream, decoder, gather);
    else await pipeline(stream, decoder, decoderOf(inner, undefined), gather);
  }
  return Buffer.concat(chunks);
}

/** The packed body, held to the limit, and what unpacks it; undefined where the body is empty. */
async function pipelineOf(body: Readable, name: string, limit: number) {
  const source = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await source.next();
  if (first.done) return undefined;
  async function* held(): AsyncGenerator<Buffer> {
    try {
      let length = 0;
      for (let next: IteratorResult<Buffer> = first; !next.done; next = await source.next()) {
        length += next.value.length;
        if (length > limit) throw new BodyTooLarge();
        yield next.value;
      }
    } finally {
      body.destroy();
    }
  }
  return [held(), decoderOf(name, first.value[0])] as const;
}

function decoderOf(name: string, firstByte: number | undefined) {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    case 'deflate':
      // Some servers send it without zlib's two bytes ahead.
      return firstByte === undefined || (firstByte & 15) === 8
        ? createInflate()
        : createInflateRaw();
    default:
      throw new UnknownEncoding(name);
  }
}
