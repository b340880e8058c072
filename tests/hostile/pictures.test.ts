import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrawer } from '../../src/pictures/work/drawer.ts';
import { pngOf, pngOfPixels } from '../support/png.ts';
import { type Home, makeHome } from '../support/program.ts';

const svg = (body: string, attributes = 'width="300" height="200"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

const HANGING = svg(
  '<filter id="f" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.5" numOctaves="10000"/></filter><rect width="900" height="900" filter="url(#f)"/>',
  'width="900" height="900"',
);

/** `<a><a>…</a></a>`, each element using the one before it ten times. */
const bomb = Array.from(
  { length: 12 },
  (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
).join('');
const entities = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
).join('');

/** A JPEG's header (SOI, SOF0) that promises so many pixels, and nothing after it. */
const jpegHead = (width: number, height: number) => {
  const bytes = Buffer.from('ffd8ffc0001108000000000301220002110103110100', 'hex');
  bytes.writeUInt16BE(height, 7);
  bytes.writeUInt16BE(width, 9);
  return bytes;
};
const gifHead = (width: number, height: number) => {
  const bytes = Buffer.from('47494638396100000000f00000ff0000000000', 'hex');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};
const webp = (kind: string, body: string) => {
  const bytes = Buffer.from(body, 'hex');
  const head = Buffer.alloc(20);
  head.write('RIFF', 0);
  head.writeUInt32LE(12 + bytes.length, 4);
  head.write(`WEBP${kind}`, 8);
  head.writeUInt32LE(bytes.length, 16);
  return Buffer.concat([head, bytes]);
};

const good = pngOfPixels(64, 64, (x) => [x * 4, 90, 200, 255]);
const FILES: Readonly<Record<string, () => Buffer>> = {
  'a PNG of 65,535 by 65,535 pixels.png': () =>
    pngOf({ width: 65_535, height: 65_535, raw: new Uint8Array(9) }),
  'a PNG of 16,000 by 16,000 zeros.png': () =>
    pngOf({ width: 16_000, height: 16_000, raw: new Uint8Array(1 << 22) }),
  'a PNG of 10 by 10 pixels with 80 MB in it.png': () =>
    pngOf({ width: 10, height: 10, raw: new Uint8Array(80_000_000) }),
  'a PNG without pixels.png': () => pngOf({ width: 0, height: 0, raw: new Uint8Array(9) }),
  'a PNG that is cut off.png': () => good.subarray(0, good.length - 40),
  'a PNG whose chunks are longer than it.png': () => {
    const bytes = Buffer.from(good);
    bytes.writeUInt32BE(0xff_ff_ff_f0, 33);
    return bytes;
  },
  'a PNG whose data are none.png': () =>
    Buffer.concat([good.subarray(0, 41), deflateSync('no').subarray(1), good.subarray(60)]),
  'a JPEG of 65,535 by 65,535 pixels.jpg': () => jpegHead(65_535, 65_535),
  'a JPEG that ends behind its header.jpg': () => jpegHead(400, 300),
  'a GIF of 65,535 by 65,535 pixels.gif': () => gifHead(65_535, 65_535),
  'a GIF without a frame.gif': () => Buffer.concat([gifHead(60, 60), Buffer.from(';')]),
  'a GIF of broken codes.gif': () =>
    Buffer.concat([
      gifHead(60, 60),
      Buffer.from('2c000000003c003c000002', 'hex'),
      Buffer.from(`ff${'9c'.repeat(255)}003b`, 'hex'),
    ]),
  'a WebP that is cut off.webp': () =>
    webp('VP8 ', `30010000009d012a400140010034${'25'.repeat(30)}`),
  'a WebP that lies about its size.webp': () =>
    webp('VP8X', `0000000027000027000000${'00'.repeat(20)}`),
  'an SVG of entities in entities.svg': () =>
    Buffer.concat([
      Buffer.from(`<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]>`),
      svg('<text>&e12;</text>'),
    ]),
  'an SVG that uses itself.svg': () => svg('<g id="a"><use href="#a"/></g>'),
  'an SVG of elements that use elements.svg': () =>
    svg(`<rect id="g0" width="1" height="1"/>${bomb}`),
  'an SVG 50,000 levels deep.svg': () => svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000)),
  'an SVG as long as a book.svg': () => svg('<rect width="9" height="9"/>'.repeat(100_000)),
  'an SVG of no size.svg': () => svg('', 'width="0" height="0" viewBox="0 0 0 0"'),
  'an SVG that never ends.svg': () => HANGING,
  'an empty file.png': () => Buffer.alloc(0),
};

describe('a hostile picture', { timeout: 120_000 }, () => {
  let home: Home;
  let folder: string;
  const read = async (names: readonly string[]) => {
    const file = join(folder, 'a.md');
    const pictures = names.map((name) => `![Bild ${name}](<${name}>)\n`).join('\n');
    writeFileSync(file, `Davor\n\n${pictures}\nDanach\n\n![Gut](good.png "Gutes Bild")\n`);
    return home.run(['read', file, '--format', 'ansi', '--color', 'always'], {
      env: { COLORTERM: 'truecolor' },
    });
  };
  /** Whether a picture is drawn. */
  const isDrawn = (page: string) => /\x1b\[48;2;/.test(page);

  beforeAll(() => {
    home = makeHome();
    folder = join(home.path, 'notes');
    mkdirSync(folder);
    writeFileSync(join(folder, 'good.png'), good);
    for (const [name, make] of Object.entries(FILES)) writeFileSync(join(folder, name), make());
  });
  afterAll(() => home[Symbol.dispose]());

  it.each(Object.keys(FILES))('that is %s is its text, and what follows is shown', async (name) => {
    const { status, stdout, stderr } = await read([name]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const text of ['Davor', `Bild ${name}`, 'Danach', 'Gutes Bild'])
      expect(stdout.replaceAll(/\x1b\[[\d;]*m/g, '').replaceAll(/\s+/g, ' ')).toContain(text);
    // The thread was thrown away where it failed, and another draws the next.
    expect(isDrawn(stdout)).toBe(true);
  });

  it('that is no regular file, too large, or outside is its text', async () => {
    symlinkSync('/dev/zero', join(folder, 'endless.png'));
    mkdirSync(join(folder, 'folder.png'));
    writeFileSync(join(folder, 'large.png'), good);
    truncateSync(join(folder, 'large.png'), 40_000_000);
    const names = ['endless.png', 'folder.png', 'large.png'];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(folder, 'pipe.png')]);
      names.push('pipe.png');
    }
    const { status, stdout } = await read(names);
    expect(status).toBe(0);
    for (const name of names) expect(stdout).toContain(name);
    expect(isDrawn(stdout)).toBe(true);
  });

  it('reads no file and no address that it names', async () => {
    const secret = join(home.path, 'secret.png');
    writeFileSync(
      secret,
      pngOfPixels(64, 64, () => [255, 0, 0, 255]),
    );
    const { drawn: cells } = await drawnOf(
      svg(
        `<rect width="64" height="64" fill="#00f"/><image href="file://${secret}" width="64" height="64"/><image href="http://127.0.0.1:9/x.png" width="64" height="64"/>`,
        'width="64" height="64"',
      ),
    );
    const colors = new Set(cells?.as === 'cells' ? cells.rows.flatMap(({ back }) => back) : []);
    expect([...colors]).toEqual([0x00_00_ff]);
  });

  it('is tried no more once such pictures have taken too long in all', async () => {
    const drawer = openDrawer(400, 300);
    const order = {
      format: 'svg',
      columns: 80,
      rows: 40,
      shape: { as: 'cells', depth: 'truecolor' },
    } as const;
    expect(await drawer.draw({ ...order, bytes: HANGING })).toBeUndefined();
    expect(
      await drawer.draw({ ...order, bytes: svg('<rect width="9" height="9"/>') }),
    ).toBeUndefined();
    drawer.close();
  });

  async function drawnOf(bytes: Buffer) {
    const drawer = openDrawer(60_000);
    const drawn = await drawer.draw({
      format: 'svg',
      bytes,
      columns: 4,
      rows: 2,
      shape: { as: 'cells', depth: 'truecolor' },
    });
    drawer.close();
    return { drawn };
  }
});
