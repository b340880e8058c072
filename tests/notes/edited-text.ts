// Texts whose words are known one by one, so that after any edit it is known where each has gone.

export interface Token {
  readonly id: number;
  readonly word: string;
  readonly sign: string;
}

export type Text = readonly (readonly Token[])[];

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Numbers = ReturnType<typeof numbers>;

const COMMON =
  'die der und in den von zu mit sich des auf für ist im dem nicht ein eine als auch'.split(' ');
const SYLLABLES =
  'ka ro min tel sta gen wirt schaft um satz kün stig über prü fung straß en markt löh ne'.split(
    ' ',
  );

const pick = <T>(from: Numbers, all: readonly T[]): T => all[from(all.length)] as T;

const word = (from: Numbers): string =>
  from(3) === 0
    ? pick(from, COMMON)
    : Array.from({ length: 1 + from(3) }, () => pick(from, SYLLABLES)).join('');

/** A text of some blocks; one sentence stands in several of them, each time among other words. */
export function textOf(from: Numbers): {
  readonly text: Text;
  readonly like: readonly (readonly number[])[];
} {
  let id = 0;
  const token = (given = word(from), sign = from(9) === 0 ? ',' : ''): Token => ({
    id: id++,
    word: given,
    sign,
  });
  const run = (length: number): Token[] => [
    ...Array.from({ length }, () => token()),
    token(word(from), '.'),
  ];
  const sentence = Array.from({ length: 2 + from(9) }, () => word(from));
  const like: number[][] = [];
  const text = Array.from({ length: 4 + from(8) }, (_, block) => {
    const tokens = run(8 + from(20));
    if (block % 2 === 0) {
      const again = sentence.map((one, at) => token(one, at === sentence.length - 1 ? '.' : ''));
      like.push(again.map((one) => one.id));
      tokens.push(...again);
    }
    tokens.push(...run(8 + from(20)));
    return tokens;
  });
  return { text, like };
}

let fresh = 1_000_000;

/** The text after one edit, and what was done. */
export function edited(text: Text, from: Numbers): Text {
  const at = from(text.length);
  const block = text[at] as readonly Token[];
  const changed = (tokens: readonly Token[]): Text =>
    text.map((one, index) => (index === at ? tokens : one));
  const new_ = (length: number): Token[] =>
    Array.from({ length }, () => ({
      id: fresh++,
      word: word(from),
      sign: from(6) === 0 ? '.' : '',
    }));
  const place = from(block.length + 1);
  switch (from(8)) {
    case 0:
      return changed(block.toSpliced(place, 0, ...new_(1 + from(4))));
    case 1:
      return block.length < 12 ? text : changed(block.toSpliced(place, 1 + from(3)));
    case 2:
      return text.toSpliced(at, 0, new_(5 + from(40)));
    case 3:
      return text.length < 3 ? text : text.toSpliced(at, 1);
    case 4: {
      const rest = text.toSpliced(at, 1);
      return rest.toSpliced(from(rest.length + 1), 0, block);
    }
    case 5:
      return changed(
        block.map((one) => (from(4) === 0 ? { ...one, word: recased(one.word) } : one)),
      );
    case 6:
      return changed(
        block.map((one) =>
          from(4) === 0 ? { ...one, sign: pick(from, [' –', ';', '', '!', '”', '…']) } : one,
        ),
      );
    default: {
      // A paragraph is cut in two, or joined with the next.
      const next = text[at + 1];
      if (next !== undefined && from(2) === 0) return text.toSpliced(at, 2, [...block, ...next]);
      return place === 0 || place === block.length
        ? text
        : text.toSpliced(at, 1, block.slice(0, place), block.slice(place));
    }
  }
}

const recased = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase() : text.charAt(0).toUpperCase() + text.slice(1);

export interface Written {
  readonly text: string;
  readonly first: 0;
  readonly starts: readonly number[];
  /** Where the word of each token begins and ends. */
  readonly at: ReadonlyMap<number, readonly [from: number, to: number]>;
  readonly order: readonly number[];
}

/** The text as a page has it: a blank between words, a line's end between blocks. */
export function written(text: Text, from?: Numbers): Written {
  const at = new Map<number, readonly [number, number]>();
  const order: number[] = [];
  const starts: number[] = [];
  let out = '';
  for (const block of text) {
    starts.push(out.length);
    block.forEach(({ id, word: own, sign }, index) => {
      at.set(id, [out.length, out.length + own.length]);
      order.push(id);
      const blank = from !== undefined && from(12) === 0 ? '\u00a0' : ' ';
      out += own + sign + (index === block.length - 1 ? '\n' : blank);
    });
  }
  return { text: out, first: 0, starts, at, order };
}
