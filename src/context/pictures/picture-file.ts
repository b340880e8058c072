// Pictures of an article: files of its folder and the library, and data of its own. No network.

import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { embeddedFile } from '../../library/query/embedded-file.ts';
import { HEAD_BYTES, type PictureSize, sizeOf } from '../../pictures/size.ts';

/** A larger file is not drawn. Bytes. */
const LARGEST = 32_000_000;

/** A picture: a file, or its bytes where the article holds them itself. */
export interface PictureFile {
  readonly from: { readonly path: string } | { readonly bytes: Uint8Array };
  readonly size: PictureSize;
}

/** The file that an address in the article at `path` means, and its size: a regular file below its folder or a root. */
export function pictureFile(
  roots: readonly string[],
  path: string,
  href: string,
): PictureFile | undefined {
  if (/^data:/i.test(href)) return pictureData(href);
  const [name = ''] = href.split(/[?#]/);
  if (/^[a-z][a-z\d+.-]*:/i.test(name) || name === '') return undefined;
  try {
    const folder = dirname(path);
    const wanted = decodeURIComponent(name);
    // Notebooks embed pictures by their names alone.
    const file = embeddedFile(wanted, path, existsSync) ?? resolve(folder, wanted);
    const real = realpathSync(file);
    const isInside = [folder, ...roots].some((root) => isBelow(real, root));
    const stat = statSync(real);
    if (!isInside || !stat.isFile() || stat.size > LARGEST) return undefined;
    const size = sizeOf(headOf(real, Math.min(stat.size, HEAD_BYTES)));
    return size === undefined ? undefined : { from: { path: real }, size };
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  } catch {
    return false;
  }
}

function headOf(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(length);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

/** A picture that stands in its address (RFC 2397). */
function pictureData(href: string): PictureFile | undefined {
  const comma = href.indexOf(',');
  const data = href.slice(comma + 1);
  try {
    const isBase64 = /;base64$/i.test(href.slice(0, comma));
    const bytes = Buffer.from(
      isBase64 ? data : decodeURIComponent(data),
      isBase64 ? 'base64' : 'utf8',
    );
    const size = sizeOf(bytes.subarray(0, HEAD_BYTES));
    return size === undefined ? undefined : { from: { bytes }, size };
  } catch {
    return undefined;
  }
}

export function bytesOf({ from }: PictureFile): Uint8Array | undefined {
  if ('bytes' in from) return from.bytes;
  try {
    return readFileSync(from.path);
  } catch {
    return undefined;
  }
}
