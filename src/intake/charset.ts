// Bytes to text: byte order mark, header, the document's word, a guess.

import { windows1252 } from './windows-1252.ts';

/** How a document may declare its charset itself. */
export type Declares = 'html' | 'xml' | 'nothing';

export interface DecodedText {
  readonly text: string;
  /** Canonical name (WHATWG Encoding) of the charset that was used. */
  readonly charset: string;
}

/** What WHATWG's Encoding Standard decodes as windows-1252. */
const LATIN =
  /^(?:ansi.*|(?:x-)?cp-?1252|windows-?1252|iso-?8859-?1|iso_8859-1(?::1987)?|latin-?1|l1|us-ascii|ascii|iso-ir-100|csisolatin1|cp819|ibm819)$/;
/** Bytes that are looked at for a declaration (HTML asks for 1024; some pages are later). */
const HEAD = 4096;
/** Bytes of which a charset is guessed. */
const SAMPLE = 64 * 1024;

/** By mark, a declared charset that can be true, UTF-8, or frequency. Never throws; U+FFFD for no text. */
export async function decode(
  bytes: Uint8Array,
  { header, declares }: { readonly header?: string | undefined; readonly declares: Declares },
): Promise<DecodedText> {
  const mark = byteOrder(bytes);
  if (mark !== undefined) return loosely(bytes, mark);
  const said = [header, declaredIn(bytes, declares)].filter((name) => name !== undefined);
  const utf8 = strictly(bytes, 'utf-8');
  // Bytes beyond ASCII that are UTF-8 throughout are so whatever was said: by chance they hardly can be.
  if (utf8 && (said.length === 0 || hasHighBytes(bytes))) return utf8;
  for (const name of said) {
    const found = strictly(bytes, name);
    if (found) return found;
  }
  if (utf8) return utf8;
  // Cut off within a sign, or a slip among thousands of good ones.
  const loose = loosely(bytes, 'utf-8');
  const wrong = loose.text.split('\ufffd').length - 1;
  const right = (loose.text.match(/[\u0080-\ufffc]/g) ?? []).length;
  if (wrong * 4 < right) return loose;
  return guess(bytes);
}

/** Whether these bytes are text at all: no zero bytes (but UTF-16's), few control signs. */
export function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SAMPLE);
  if (byteOrder(head) !== undefined) return true;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd++;
  }
  return odd * 100 <= head.length;
}

async function guess(bytes: Uint8Array): Promise<DecodedText> {
  const { default: chardet } = await import('chardet');
  const ranked = chardet.analyse(bytes.subarray(0, SAMPLE));
  for (const { name } of ranked.slice(0, 4)) {
    // What has no trait of its own: every text of few signs is one of these by its score.
    if (/^(?:UTF-32|ISO-8859-1$|windows-1252$|ASCII)/i.test(name)) break;
    const found = strictly(bytes, name);
    if (found) return found;
  }
  return { text: windows1252(bytes), charset: 'windows-1252' };
}

function byteOrder(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark: markup that begins with two ASCII signs (XML 1.0, appendix F).
  if (a === 0x3c && b === 0 && (c ?? 0) > 0x20 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && (d ?? 0) > 0x20 ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array, declares: Declares): string | undefined {
  if (declares === 'nothing') return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  const text = head.toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,300}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(text)?.[1];
  if (xml !== undefined || declares === 'xml') return aloud(xml);
  return aloud(/<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(text)?.[1]);
}

/** A document that says so in ASCII is not UTF-16 (WHATWG, HTML, 13.2.3.2). */
const aloud = (name: string | undefined): string | undefined =>
  name !== undefined && /^utf-?16/i.test(name) ? 'utf-8' : name;

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0x80);

function strictly(bytes: Uint8Array, name: string): DecodedText | undefined {
  const label = name.trim().toLowerCase();
  if (LATIN.test(label)) {
    return { text: windows1252(bytes), charset: 'windows-1252' };
  }
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    // Not of that charset, or none that is known.
    return undefined;
  }
}

function loosely(bytes: Uint8Array, name: string): DecodedText {
  return { text: new TextDecoder(name).decode(bytes), charset: name };
}
