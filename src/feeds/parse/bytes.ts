// From a feed's bytes to its text. What the bytes are weighs more than what anybody says they are.

import { windows1252 } from '../../intake/windows-1252.ts';
import type { FeedFault } from './feed.ts';

const LATIN = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii|ansi.*)$/;

/** A feed's text: byte order mark, then UTF-8, `label`, XML declaration, windows-1252. */
export function decodeFeed(
  bytes: Uint8Array,
  label?: string,
): { readonly text: string; readonly faults: readonly FeedFault[] } {
  const mark = markOf(bytes);
  if (mark !== undefined) return { text: decoded(bytes, mark), faults: [] };
  const utf8 = decodedStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, faults: [] };
  const own = declared(bytes);
  const said = label ?? own;
  for (const name of [label, own]) {
    if (name === undefined || isUtf8(name)) continue;
    const text = decodedStrictly(bytes, name);
    if (text !== undefined) return { text, faults: [] };
  }
  // A few bytes that are none among thousands that are: cut off inside a sign, or a slip.
  const loose = decoded(bytes, 'utf-8');
  const wrong = loose.split('\ufffd').length - 1;
  const others = (loose.match(/[\u0080-\ufffc]/g) ?? []).length - wrong;
  if ((said === undefined || isUtf8(said)) && wrong * 4 < others) {
    return { text: loose, faults: ['charset'] };
  }
  return { text: windows1252(bytes), faults: said === undefined ? [] : ['charset'] };
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // XML 1.0, appendix F: the first signs of a document tell its width.
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d === 0x3f ? 'utf-16be' : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  return /^\s*<\?xml[^>]{0,300}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head)?.[1];
}

const isUtf8 = (name: string): boolean => /^utf-?8$/i.test(name.trim());

function decodedStrictly(bytes: Uint8Array, name: string): string | undefined {
  if (LATIN.test(name.trim().toLowerCase())) return windows1252(bytes);
  try {
    return new TextDecoder(name.trim(), { fatal: true }).decode(bytes);
  } catch {
    // Not that encoding, or none that is known.
    return undefined;
  }
}

const decoded = (bytes: Uint8Array, name: string): string => new TextDecoder(name).decode(bytes);
