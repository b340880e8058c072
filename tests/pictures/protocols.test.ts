import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../../src/pictures/decode/png.ts';
import { indexed } from '../../src/pictures/palette.ts';
import { type Pixels, scaled } from '../../src/pictures/pixels.ts';
import { iterm2Picture } from '../../src/pictures/protocols/iterm2.ts';
import {
  kittyDelete,
  kittyUpload,
  MARKS,
  placeholders,
} from '../../src/pictures/protocols/kitty.ts';
import { pngFile } from '../../src/pictures/protocols/png-file.ts';
import { heard, isLastAnswer, QUESTION } from '../../src/pictures/protocols/question.ts';
import { sixel } from '../../src/pictures/protocols/sixel.ts';
import { kittyCommands, placedCells, readSixel, uploaded } from '../support/graphics.ts';

/** A picture without transparency; of few colours, or of as many as it has pixels. */
const picture = (colors?: number): fc.Arbitrary<Pixels> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 1, max: 30 }),
      seed: fc.infiniteStream(fc.nat(0xff_ff_ff)),
      palette: fc.array(fc.nat(0xff_ff_ff), { minLength: 1, maxLength: colors ?? 1 }),
    })
    .map(({ width, height, seed, palette }) => {
      const data = new Uint8Array(width * height * 4);
      for (let at = 0; at < width * height; at++) {
        const value = seed.next().value as number;
        const color = colors === undefined ? value : palette[value % palette.length]!;
        data.set([color >> 16, (color >> 8) & 255, color & 255, 255], at * 4);
      }
      return { width, height, data };
    });

const rgb = (data: Pixels['data'], at: number) => [
  data[at * 4]!,
  data[at * 4 + 1]!,
  data[at * 4 + 2]!,
];
const parts = (packed: number) => [packed >> 16, (packed >> 8) & 255, packed & 255];

describe('sixel', () => {
  it('decoded again is the scaled picture, whole and row by row, where its colours are enough', () => {
    fc.assert(
      fc.property(picture(40), fc.integer({ min: 1, max: 9 }), (source, cell) => {
        const pixels = scaled(source, source.width * 2, source.height * cell);
        const few = indexed(pixels, 256);
        const whole = readSixel(sixel(few, 0, pixels.height));
        const slices = Array.from({ length: source.height }, (_, row) =>
          readSixel(sixel(few, row * cell, (row + 1) * cell)),
        );
        expect([whole.width, whole.height]).toEqual([pixels.width, pixels.height]);
        expect(slices.flatMap((slice) => [...slice.pixels])).toEqual([...whole.pixels]);
        for (const [at, packed] of whole.pixels.entries()) {
          // Colours are told in hundredths.
          const wanted = rgb(pixels.data, at);
          for (const [part, value] of parts(packed).entries())
            expect(Math.abs(value - wanted[part]!)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws every pixel of a picture of many colours, in colours near its own', () => {
    const [width, height] = [64, 48];
    const data = new Uint8Array(width * height * 4);
    for (let at = 0; at < width * height; at++) {
      const [x, y] = [at % width, Math.floor(at / width)];
      data.set([x * 4, y * 5, (x * y) % 256, 255], at * 4);
    }
    const { pixels } = readSixel(sixel(indexed({ width, height, data }, 128), 0, height));
    expect(pixels.every((packed) => packed >= 0)).toBe(true);
    const error = pixels.reduce(
      (sum, packed, at) =>
        sum +
        parts(packed).reduce((own, value, part) => own + Math.abs(value - data[at * 4 + part]!), 0),
      0,
    );
    expect(error / pixels.length / 3).toBeLessThan(24);
  });
});

describe('the files of pictures', () => {
  it('decoded again are the picture, whole and in slices', () => {
    fc.assert(
      fc.property(picture(), (source) => {
        const back = (from: number, to: number) =>
          decodePng(Buffer.from(pngFile(source, from, to), 'base64'));
        expect([...back(0, source.height).data]).toEqual([...source.data]);
        const lines = Array.from({ length: source.height }, (_, row) => [
          ...back(row, row + 1).data,
        ]);
        expect(lines.flat()).toEqual([...source.data]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('kitty', () => {
  it('numbers 297 rows and columns by marks that take no room', () => {
    expect(new Set(MARKS).size).toBe(297);
    expect(MARKS.every((mark) => /^\p{Mn}$/u.test(mark))).toBe(true);
    expect(MARKS.slice(0, 3)).toEqual(['\u0305', '\u030d', '\u030e']);
    expect(MARKS.at(-1)).toBe('\u{1d244}');
  });

  it('is sent the scaled picture in chunks, and placed once for its cells', () => {
    fc.assert(
      fc.property(picture(), fc.integer({ min: 1, max: 0xffffff }), (source, id) => {
        const png = pngFile(source, 0, source.height);
        // Repeated, to be longer than a chunk; only its first part is the picture.
        const long = png + 'A'.repeat(9000 - (png.length % 4));
        const upload = kittyUpload(long, id, { columns: 7, rows: 3 }, false);
        const commands = kittyCommands(upload);
        expect(commands.map(({ payload }) => payload).join('')).toBe(long);
        expect(commands.every(({ payload }) => payload.length <= 4096)).toBe(true);
        expect(commands.every(({ keys }) => keys['q'] === '2')).toBe(true);
        const sent = commands.slice(0, -1);
        expect(sent.map(({ keys }) => keys['m'])).toEqual([...sent.slice(1).map(() => '1'), '0']);
        expect(commands.at(-1)?.keys).toEqual({
          a: 'p',
          U: '1',
          q: '2',
          i: `${id}`,
          c: '7',
          r: '3',
        });
        const data = uploaded(kittyUpload(png, id, { columns: 7, rows: 3 }, false), `${id}`);
        expect([...decodePng(Buffer.from(data, 'base64')).data]).toEqual([...source.data]);
      }),
      { numRuns: 60 },
    );
  });

  it('has a placeholder for each cell, with its row and its column', () => {
    for (const row of [0, 1, 296]) {
      const cells = placedCells(`\x1b[38;5;77m${placeholders(row, 297)}`, MARKS);
      expect(cells).toEqual(Array.from({ length: 297 }, (_, column) => ({ row, column, id: 77 })));
    }
  });

  it('is reached through tmux by what tmux passes on', () => {
    const text = kittyDelete(9, true);
    expect(text).toBe('\x1bPtmux;\x1b\x1b_Ga=d,d=I,q=2,i=9\x1b\x1b\\\x1b\\');
  });
});

describe('iTerm2', () => {
  it('is told the size of a file, and the cells that it takes', () => {
    const file = Buffer.from('some bytes').toString('base64');
    const text = iterm2Picture(file, { columns: 12, rows: 1 });
    expect(text).toMatch(/^\x1b\]1337;File=inline=1;size=10;width=12;height=1;/);
    expect(text.endsWith(`:${file}\x07`)).toBe(true);
  });
});

describe('the answers of a terminal', () => {
  it('end with what it is, which is asked last', () => {
    expect(QUESTION.endsWith('\x1b[c')).toBe(true);
    expect(isLastAnswer('[?62;4;22c')).toBe(true);
    for (const other of ['_Gi=31;OK', '[6;18;9t', 'P>|XTerm(379)'])
      expect(isLastAnswer(other)).toBe(false);
  });

  it.each([
    ['kitty', ['_Gi=31;OK', 'P>|kitty(0.32.1)', '[6;18;9t', '[?62;c'], true, false],
    ['an old kitty', ['_Gi=31;OK', 'P>|kitty(0.26.5)', '[?62;c'], false, false],
    ['Ghostty', ['_Gi=31;OK', 'P>|ghostty 1.1.0', '[?62;22c'], true, false],
    [
      'WezTerm, which lacks placeholders',
      ['_Gi=31;OK', 'P>|WezTerm 2024', '[?65;4;6c'],
      false,
      true,
    ],
    ['xterm with sixel', ['P>|XTerm(379)', '[6;19;9t', '[?63;1;2;4;6c'], false, true],
    ['a terminal of class 4 without it', ['[?4;6c'], false, false],
    ['VTE', ['P>|VTE(7200)', '[?65;1;9c'], false, false],
    ['one that has 42 but not 4', ['[?62;42c'], false, false],
  ])('tell what %s shows', (_, answers, placeholders, hasSixel) => {
    expect(heard(answers)).toMatchObject({ placeholders, sixel: hasSixel });
  });

  it('tell a cell’s size, where it can be one', () => {
    expect(heard(['[6;19;9t', '[?62;4c']).cell).toEqual({ width: 9, height: 19 });
    for (const odd of ['[6;0;0t', '[6;9999;9t', '[6;19t', '[4;480;640t'])
      expect(heard([odd, '[?62;4c']).cell).toBeUndefined();
  });
});
