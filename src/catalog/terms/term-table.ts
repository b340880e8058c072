// Terms of the words of a text. A word is looked up by its letters as they stand there, and its terms lie
// beside it in one stretch of memory: cutting each word out and going from object to object took twice as long.

/** What a word is found by; each term with a blank behind it. */
export interface WordTerms {
  readonly terms: string;
  /** Terms of the word in another spelling, or nothing. */
  readonly also: string;
}

export interface TermTable {
  /** The terms of all words of a text in their order, and of their other spellings. */
  termsIn(text: string): WordTerms;
  readonly size: number;
}

/** UTF-16 units of one word that are looked at. */
export const LONGEST_WORD = 200;

/** Sorts of UTF-16 units: a word begins with a letter or digit, and marks go on with it. */
const NONE = 0;
const LETTER = 1;
const MARK = 2;
const UNMET = 255;
const SORTS = new Uint8Array(0x10000).fill(UNMET);

/** In an entry of the pool, the lengths of word, terms and other terms come before them. */
const LENGTHS = 3;
const FNV_PRIME = 0x01000193;

/** A table that asks `termsOf` once for each word. */
export function createTermTable(termsOf: (word: string) => WordTerms): TermTable {
  let size = 0;
  // Open addressing: places in the pool, at most half of the slots taken. Place 0 stands for none.
  let slots = new Int32Array(1 << 12);
  const pool = createUnits();
  pool.push(0);
  const terms = createUnits();
  const others = createUnits();
  // Not the same twice, so that no text can be made of words that all come to the same slot.
  const seed = Math.floor(Math.random() * 2 ** 32);

  /** Where to look first for a word whose units were hashed (FNV-1a; finished as in MurmurHash3). */
  const firstSlot = (hash: number): number => {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) & (slots.length - 1);
  };

  const grow = (): void => {
    const entries = slots;
    slots = new Int32Array(entries.length * 2);
    for (const entry of entries) {
      if (entry === 0) continue;
      let hash = seed;
      const from = entry + LENGTHS;
      for (let at = from; at < from + pool.units[entry]!; at++) {
        hash = Math.imul(hash ^ pool.units[at]!, FNV_PRIME);
      }
      let slot = firstSlot(hash);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry;
    }
  };

  const add = (word: string, slot: number): number => {
    const entry = pool.length;
    const parts = termsOf(word);
    const texts = [word, parts.terms, parts.also];
    for (const { length } of texts) pool.push(length);
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) pool.push(text.charCodeAt(at));
    }
    slots[slot] = entry;
    size++;
    if (size * 2 > slots.length) grow();
    return entry;
  };

  /** The place of a word in the pool. */
  const entryOf = (text: string, from: number, length: number, hash: number): number => {
    for (let slot = firstSlot(hash); ; slot = (slot + 1) & (slots.length - 1)) {
      const entry = slots[slot]!;
      if (entry === 0) return add(text.slice(from, from + length), slot);
      const { units } = pool;
      if (units[entry] !== length) continue;
      const word = entry + LENGTHS;
      let at = 0;
      while (at < length && units[word + at] === text.charCodeAt(from + at)) at++;
      if (at === length) return entry;
    }
  };

  const write = (entry: number): void => {
    const { units } = pool;
    const from = entry + LENGTHS + units[entry]!;
    const middle = from + units[entry + 1]!;
    terms.copy(units, from, middle);
    if (units[entry + 2] !== 0) others.copy(units, middle, middle + units[entry + 2]!);
  };

  return {
    termsIn: (text) => {
      let start = -1;
      let hash = seed;
      for (let at = 0; at <= text.length; at++) {
        // Behind the text, a blank ends its last word.
        const code = at < text.length ? text.charCodeAt(at) : 0x20;
        const isPair = (code & 0xfc00) === 0xd800 && isLow(text, at + 1);
        const sort = isPair ? sortOf(text.slice(at, at + 2)) : sortOfUnit(code);
        if (start >= 0 ? sort !== NONE : sort === LETTER) {
          if (start < 0) {
            start = at;
            hash = seed;
          }
          if (at - start < LONGEST_WORD) hash = Math.imul(hash ^ code, FNV_PRIME);
          if (isPair && ++at - start < LONGEST_WORD) {
            hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
          }
        } else {
          if (start >= 0) write(entryOf(text, start, Math.min(at - start, LONGEST_WORD), hash));
          start = -1;
          if (isPair) at++;
        }
      }
      return { terms: terms.take(), also: others.take() };
    },
    get size() {
      return size;
    },
  };
}

function isLow(text: string, at: number): boolean {
  return at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function sortOfUnit(code: number): number {
  const known = SORTS[code]!;
  if (known !== UNMET) return known;
  const sort = sortOf(String.fromCharCode(code));
  SORTS[code] = sort;
  return sort;
}

function sortOf(sign: string): number {
  if (/[\p{L}\p{N}]/u.test(sign)) return LETTER;
  return /\p{M}/u.test(sign) ? MARK : NONE;
}

interface Units {
  readonly units: Uint16Array;
  readonly length: number;
  push(unit: number): void;
  copy(from: Uint16Array, start: number, end: number): void;
  /** All units as a text; none are left. */
  take(): string;
}

function createUnits(): Units {
  let units = new Uint16Array(1 << 10);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= units.length) return;
    const larger = new Uint16Array((length + count) * 2);
    larger.set(units);
    units = larger;
  };
  return {
    get units() {
      return units;
    },
    get length() {
      return length;
    },
    push: (unit) => {
      reserve(1);
      units[length++] = unit;
    },
    copy: (from, start, end) => {
      reserve(end - start);
      for (let at = start; at < end; at++) units[length++] = from[at]!;
    },
    take: () => {
      const text = textOf(units.subarray(0, length));
      length = 0;
      return text;
    },
  };
}

/** Terms have few signs beyond Latin-1, and as bytes they are a text in a tenth of the time. */
function textOf(units: Uint16Array): string {
  const bytes = Buffer.allocUnsafe(units.length);
  let all = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    bytes[at] = unit;
    all |= unit;
  }
  if (all < 0x100) return bytes.toString('latin1');
  return Buffer.from(units.buffer, 0, units.byteLength).toString('utf16le');
}
