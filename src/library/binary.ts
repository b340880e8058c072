// Whether a file's bytes are text at all. Pure.

/** Bytes at the beginning that are looked at. */
const LOOKED_AT = 8192;
/** Share of control characters from which on it is no text. */
const TOO_MANY = 0.1;

/** What files begin with that may hold few bytes that no text has: PDF, ZIP (EPUB, DOCX), gzip, PostScript. */
const BEGINNINGS: readonly string[] = ['%PDF-', 'PK\u0003\u0004', '\u001f\u008b', '%!PS'];

/** Whether bytes are no text: NUL and no UTF-8, or a tenth controls. UTF-16 with its mark is text. */
export function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT));
  const head = start.toString('latin1', 0, 8);
  if (BEGINNINGS.some((beginning) => head.startsWith(beginning))) return true;
  let nul = 0;
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) nul += 1;
    // Tab, line feed, form feed, carriage return and escape stand in texts.
    if (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) controls += 1;
  }
  if (controls > start.length * TOO_MANY) return true;
  // The last sign may be cut in two where the look ends.
  return nul > 0 && start.toString('utf8').slice(0, -1).includes('\ufffd');
}
