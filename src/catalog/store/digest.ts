// Digests of contents. Node's own load all of its cryptography, longer than reading the articles.

/** The two halves of the digest made last; handed out as numbers, so that making one allocates nothing. */
let high = 0;
let low = 0;

/** cyrb53 over words of 32 bits, its two lanes woven into each other. */
function mix(words: Uint32Array, rest: number): void {
  let h1 = 0xdeadbeef ^ rest;
  let h2 = 0x41c6ce57 ^ rest;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    h1 = Math.imul(h1 ^ word, 2654435761);
    h2 = Math.imul(h2 ^ word, 1597334677);
    h1 ^= h2 >>> 15;
    h2 ^= h1 >>> 13;
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  high = h2 >>> 0;
  low = h1 >>> 0;
}

/** A whole number from 1 to below 2^53 for some words. */
export function numberOf(words: Uint32Array): number {
  mix(words, 0);
  return 4294967296 * (2097151 & high) + low || 1;
}

/** A text of 64 bits and the length for some bytes. */
export function digestOf(bytes: Uint8Array): string {
  const { length, byteOffset, buffer } = bytes;
  const whole = length >>> 2;
  const words =
    byteOffset % 4 === 0
      ? new Uint32Array(buffer, byteOffset, whole)
      : new Uint32Array(bytes.slice(0, whole * 4).buffer);
  let rest = length;
  for (let at = whole * 4; at < length; at++) rest = Math.imul(rest ^ (bytes[at] ?? 0), 16777619);
  mix(words, rest);
  return `${length.toString(36)}-${high.toString(36)}-${low.toString(36)}`;
}
