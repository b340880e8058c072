import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import encodeWebp, { init as initWebp } from '@jsquash/webp/encode.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nearest, PALETTE } from '../../src/pictures/cells/colors.ts';
import { quadrants } from '../../src/pictures/cells/quadrants.ts';
import { decodePng } from '../../src/pictures/decode/png.ts';
import { fitPicture } from '../../src/pictures/fit.ts';
import { formatOf } from '../../src/pictures/format.ts';
import { grounded, scaled } from '../../src/pictures/pixels.ts';
import { sizeOf } from '../../src/pictures/size.ts';
import { openDrawer, type PictureDrawer } from '../../src/pictures/work/drawer.ts';
import type { Drawn } from '../../src/pictures/work/order.ts';
import { pngOf, pngOfPixels } from '../support/png.ts';

const RED = [200, 30, 30, 255];
const BLUE = [20, 40, 180, 255];
const halves = (width: number, height: number) =>
  pngOfPixels(width, height, (x) => (x < width / 2 ? RED : BLUE));

const SVG = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#c81e1e"/><rect x="20" width="20" height="20" fill="#1428b4"/></svg>',
);
/** Two pixels, red and blue (GIF89a, written by hand). */
const GIF = Buffer.from(
  '47494638396102000100800000c81e1e1428b42c000000000200010000020244 0a003b'.replaceAll(' ', ''),
  'hex',
);

/** Eight by eight pixels of red in cyan, magenta, yellow and black. */
const CMYK = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBEHNKpVN//2Q==',
  'base64',
);

const wasm = (path: string) =>
  new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve(path)));

async function encoded(format: 'jpeg' | 'webp'): Promise<Uint8Array> {
  const { width, height, data } = decodePng(halves(64, 32));
  const image = {
    width,
    height,
    data: new Uint8ClampedArray(data),
    colorSpace: 'srgb',
  } as ImageData;
  const quiet = { print() {}, printErr() {} };
  if (format === 'jpeg') {
    const start = initJpeg as unknown as (
      module: WebAssembly.Module,
      options: object,
    ) => Promise<void>;
    await start(wasm('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'), quiet);
    return new Uint8Array(await encodeJpeg(image));
  }
  const start = initWebp as unknown as (
    module: WebAssembly.Module,
    options: object,
  ) => Promise<void>;
  await start(wasm('@jsquash/webp/codec/enc/webp_enc.wasm'), quiet);
  return new Uint8Array(await encodeWebp(image));
}

describe('the format and the size of a picture', () => {
  it('are told by its first bytes', async () => {
    expect(sizeOf(halves(70, 30))).toEqual({ format: 'png', width: 70, height: 30 });
    expect(sizeOf(SVG)).toEqual({ format: 'svg', width: 40, height: 20 });
    expect(sizeOf(GIF)).toEqual({ format: 'gif', width: 2, height: 1 });
    expect(sizeOf(await encoded('jpeg'))).toEqual({ format: 'jpeg', width: 64, height: 32 });
    expect(sizeOf(await encoded('webp'))).toEqual({ format: 'webp', width: 64, height: 32 });
  });

  it('obey the orientation that a camera noted', async () => {
    const jpeg = await encoded('jpeg');
    const exif = Buffer.from(
      'ffe1002245786966000049492a00080000000100120103000100000006000000000000000000'.slice(0, 72),
      'hex',
    );
    const turned = Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
    expect(sizeOf(turned)).toEqual({ format: 'jpeg', width: 32, height: 64 });
  });

  it('are none for text, for what is cut off, and for what is too large', () => {
    expect(formatOf(Buffer.from('<p>kein Bild</p>'))).toBeUndefined();
    expect(sizeOf(halves(70, 30).subarray(0, 12))).toBeUndefined();
    const vast = pngOf({ width: 65_535, height: 65_535, raw: new Uint8Array(8) });
    expect(sizeOf(vast)).toBeUndefined();
  });

  it('can be asked of any bytes', () => {
    const heads = [
      '89504e470d0a1a0a',
      'ffd8ffe1',
      '474946383961',
      '524946460000000057454250',
      '3c737667',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 80 }), (head, rest) => {
        sizeOf(Buffer.concat([Buffer.from(head, 'hex'), rest]));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a PNG', () => {
  it('is read in every colour type and depth', () => {
    const bit = (depth: number, type: number, raw: number[], more = {}) => [
      ...decodePng(
        pngOf({ width: 2, height: 1, depth, type, raw: Uint8Array.from([0, ...raw]), ...more }),
      ).data,
    ];
    expect(bit(1, 0, [0b01000000])).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(bit(2, 0, [0b00110000])).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(bit(4, 0, [0x0f])).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(bit(16, 0, [0, 0, 255, 255])).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(bit(8, 2, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
    expect(bit(16, 2, [1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9])).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
    expect(bit(8, 4, [7, 100, 8, 200])).toEqual([7, 7, 7, 100, 8, 8, 8, 200]);
    const palette = {
      palette: Uint8Array.from([9, 8, 7, 6, 5, 4]),
      transparent: Uint8Array.from([0]),
    };
    expect(bit(8, 3, [1, 0], palette)).toEqual([6, 5, 4, 255, 9, 8, 7, 0]);
  });

  it('is the same picture whatever its rows are filtered by, and interlaced', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(4), { minLength: 9, maxLength: 9 }),
        fc.infiniteStream(fc.nat(255)),
        (width, height, filters, stream) => {
          const bytes = [...stream.take(width * height * 4)];
          const plain = pngOfPixels(width, height, (x, y) =>
            bytes.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
          );
          const wanted = decodePng(plain).data;
          expect([...wanted]).toEqual(bytes);
          const raw = filtered(bytes, width, height, filters);
          expect([...decodePng(pngOf({ width, height, raw })).data]).toEqual(bytes);
          const woven = interlaced(bytes, width, height);
          expect([...decodePng(pngOf({ width, height, raw: woven, interlace: 1 })).data]).toEqual(
            bytes,
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused where its data is more than its header says, or less', () => {
    const bomb = pngOf({ width: 4, height: 4, raw: new Uint8Array(5_000_000) });
    expect(() => decodePng(bomb)).toThrow();
    expect(() => decodePng(pngOf({ width: 400, height: 400, raw: new Uint8Array(90) }))).toThrow();
  });
});

describe('the cells of a picture', () => {
  it('fit the width and the height there is, in the shape of the picture', () => {
    expect(fitPicture({ width: 800, height: 400 }, 60, 20)).toEqual({ columns: 60, rows: 15 });
    expect(fitPicture({ width: 64, height: 64 }, 60, 20)).toEqual({ columns: 8, rows: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (width, height, columns, rows) => {
          const fit = fitPicture({ width, height }, columns, rows);
          expect(fit.columns).toBeGreaterThan(0);
          expect(fit.rows).toBeGreaterThan(0);
          expect(fit.columns).toBeLessThanOrEqual(columns);
          expect(fit.rows).toBeLessThanOrEqual(rows);
        },
      ),
    );
  });

  it('show a plain ground as blanks, and an edge where it is', () => {
    const flat = scaled(decodePng(pngOfPixels(16, 16, () => RED)), 8, 4);
    expect(quadrants(flat, 'truecolor').map(({ signs }) => signs)).toEqual(['    ', '    ']);
    const half = scaled(decodePng(halves(16, 16)), 6, 2);
    const [row] = quadrants(half, 'truecolor');
    expect(row?.signs).toHaveLength(3);
    expect(row?.back[0]).toBe(0xc81e1e);
    expect(row?.back[2]).toBe(0x1428b4);
  });

  it('paint the very pixels where a cell has two colours', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(RED, BLUE), { minLength: 4, maxLength: 4 }), (four) => {
        const data = Uint8Array.from(four.flat());
        const [cell] = quadrants({ width: 2, height: 2, data }, 'truecolor');
        const mask = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█'.indexOf(cell!.signs);
        const painted = [0, 1, 2, 3].map((at) =>
          mask & (1 << at) ? cell!.fore[0]! : cell!.back[0]!,
        );
        expect(painted).toEqual(four.map(([r, g, b]) => (r! << 16) | (g! << 8) | b!));
      }),
    );
  });

  it('have the nearest of 256 colours, and those colours themselves exactly', () => {
    for (const [index, color] of PALETTE.entries()) {
      expect(PALETTE[nearest(...color) - 16]).toEqual(PALETTE[index]);
    }
  });

  it('stand on a ground that what is transparent can be seen on', () => {
    const drawing = decodePng(pngOfPixels(4, 4, (x) => (x === 0 ? [0, 0, 0, 255] : [0, 0, 0, 0])));
    expect([...grounded(drawing).data.subarray(4, 8)]).toEqual([255, 255, 255, 255]);
  });
});

const TRUE = { as: 'cells', depth: 'truecolor' } as const;

const rowsOf = (drawn: Drawn | undefined) => (drawn?.as === 'cells' ? drawn.rows : undefined);

describe('a thread that draws', () => {
  let drawer: PictureDrawer;
  beforeAll(() => {
    drawer = openDrawer(60_000);
  });
  afterAll(() => drawer.close());

  it('decodes each format to the same cells', async () => {
    const all = [
      ['png', halves(64, 32)],
      ['jpeg', await encoded('jpeg')],
      ['webp', await encoded('webp')],
      ['svg', SVG],
    ] as const;
    for (const [format, bytes] of all) {
      const cells = rowsOf(
        await drawer.draw({
          format,
          bytes,
          columns: 4,
          rows: 2,
          shape: { as: 'cells', depth: '256' },
        }),
      );
      expect(
        cells?.map(({ back }) => back.length),
        format,
      ).toEqual([4, 4]);
      expect(cells?.[0]?.back[0], format).not.toBe(cells?.[0]?.back[3]);
    }
  });

  it.each(['jpeg', 'webp', 'svg'] as const)('draws one %s after another alike', async (format) => {
    const bytes = format === 'svg' ? SVG : await encoded(format);
    const own = openDrawer(60_000);
    const order = { format, bytes, columns: 4, rows: 2, shape: TRUE } as const;
    const first = await own.draw(order);
    expect(rowsOf(first)).toHaveLength(2);
    for (const _ of ['second', 'third']) expect(await own.draw(order)).toEqual(first);
    own.close();
  });

  it('decodes a JPEG of four colours, as they are printed', async () => {
    const drawn = await drawer.draw({
      format: 'jpeg',
      bytes: CMYK,
      columns: 1,
      rows: 1,
      shape: TRUE,
    });
    const color = rowsOf(drawn)?.[0]?.back[0] ?? 0;
    expect(color >> 16).toBeGreaterThan(200);
    expect(color & 0xffff).toBeLessThan(0x5050);
  });

  it('says of what can’t be decoded that it can’t, and goes on', async () => {
    const broken = halves(64, 32).subarray(0, 60);
    for (const format of ['png', 'jpeg', 'webp', 'gif', 'svg'] as const) {
      const order = { format, bytes: broken, columns: 4, rows: 2, shape: TRUE } as const;
      expect(await drawer.draw(order), format).toBeUndefined();
    }
    const good = await drawer.draw({
      format: 'png',
      bytes: halves(8, 8),
      columns: 2,
      rows: 1,
      shape: TRUE,
    });
    expect(rowsOf(good)).toHaveLength(1);
  });

  it('is given up when it takes too long', async () => {
    const slow = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><filter id="f" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.5" numOctaves="10000"/></filter><rect width="900" height="900" filter="url(#f)"/></svg>',
    );
    const hasty = openDrawer(400);
    expect(
      await hasty.draw({ format: 'svg', bytes: slow, columns: 80, rows: 40, shape: TRUE }),
    ).toBeUndefined();
    hasty.close();
  });
});

/** Rows filtered forwards (ISO 15948, clause 9). */
function filtered(
  bytes: readonly number[],
  width: number,
  height: number,
  filters: readonly number[],
): Uint8Array {
  const line = width * 4;
  const at = (y: number, x: number) => (y < 0 || x < 0 ? 0 : bytes[y * line + x]!);
  const out: number[] = [];
  for (let y = 0; y < height; y++) {
    const filter = filters[y]!;
    out.push(filter);
    for (let x = 0; x < line; x++) {
      const [a, b, c] = [at(y, x - 4), at(y - 1, x), x < 4 ? 0 : at(y - 1, x - 4)];
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      out.push((at(y, x) - [0, a, b, (a + b) >> 1, paeth][filter]!) & 255);
    }
  }
  return Uint8Array.from(out);
}

function interlaced(bytes: readonly number[], width: number, height: number): Uint8Array {
  const out: number[] = [];
  for (const [x0, y0, dx, dy] of [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const) {
    for (let y = y0; y < height; y += dy) {
      if (x0 >= width) continue;
      out.push(0);
      for (let x = x0; x < width; x += dx)
        out.push(...bytes.slice((y * width + x) * 4, (y * width + x) * 4 + 4));
    }
  }
  return Uint8Array.from(out);
}
