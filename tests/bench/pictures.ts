// Cells of pictures beside chafa's with the same signs, in likeness to the picture and in time:
// `node tests/bench/pictures.ts [PICTURE…]`; without any, of a scene and of a chart made here.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quadrants } from '../../src/pictures/cells/quadrants.ts';
import { decode } from '../../src/pictures/decode/decode.ts';
import { formatOf } from '../../src/pictures/format.ts';
import { grounded, type Pixels, scaled } from '../../src/pictures/pixels.ts';
import { pngFile } from '../../src/pictures/protocols/png-file.ts';
import { BLOCKS, CELL, chart, painted, scene, ssim } from '../support/ssim.ts';

const SIZES = [
  [60, 20],
  [40, 12],
  [100, 34],
] as const;

/** What chafa prints, as rows of cells. */
function readCells(text: string, is256: boolean) {
  let [fore, back] = [0xff_ff_ff, 0];
  if (is256) [fore, back] = [231, 16];
  const start = { fore, back };
  let isTurned = false;
  return text
    .replaceAll(/\x1b\[\?\d+[hl]/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = { signs: '', fore: [] as number[], back: [] as number[] };
      for (const [token, codes] of line.matchAll(/\x1b\[([\d;]*)m|./gu)) {
        if (codes === undefined) {
          row.signs += BLOCKS.includes(token) ? token : ' ';
          row.fore.push(isTurned ? back : fore);
          row.back.push(isTurned ? fore : back);
          continue;
        }
        const parts = codes.split(';').map(Number);
        for (let at = 0; at < parts.length; at++) {
          const code = parts[at];
          if (code === 0) [fore, back, isTurned] = [start.fore, start.back, false];
          else if (code === 7) isTurned = true;
          else if (code === 38 || code === 48) {
            const color =
              parts[at + 1] === 2
                ? (parts[at + 2]! << 16) | (parts[at + 3]! << 8) | parts[at + 4]!
                : parts[at + 2]!;
            at += parts[at + 1] === 2 ? 4 : 2;
            if (code === 38) fore = color;
            else back = color;
          }
        }
      }
      return row;
    });
}

async function decoded(path: string): Promise<Pixels> {
  const bytes = readFileSync(path);
  return grounded(await decode(formatOf(bytes)!, bytes, 1000));
}

const folder = mkdtempSync(join(tmpdir(), 'news-bench-'));
const made: readonly (readonly [string, Pixels])[] = [
  ['scene 1', scene(960, 640, 1)],
  ['scene 2', scene(960, 640, 2)],
  ['chart', chart(960, 640)],
];
const given = process.argv.slice(2);
const all =
  given.length === 0
    ? made
    : await Promise.all(given.map(async (path) => [path, await decoded(path)] as const));
console.log('picture        cells     depth      news   chafa');
for (const [name, pixels] of all) {
  const file = join(folder, 'picture.png');
  writeFileSync(file, Buffer.from(pngFile(pixels, 0, pixels.height), 'base64'));
  for (const [columns, rows] of SIZES) {
    const wanted = scaled(pixels, columns * CELL.width, rows * CELL.height);
    for (const depth of ['truecolor', '256'] as const) {
      const own = quadrants(scaled(pixels, columns * 2, rows * 2), depth);
      const mode = depth === '256' ? '240' : 'full';
      const text = execFileSync(
        'chafa',
        [
          '-f',
          'symbols',
          '-c',
          mode,
          '--symbols',
          'space,solid,half,quad',
          '-w',
          '9',
          '--stretch',
          '-s',
          `${columns}x${rows}`,
          '--polite',
          'on',
          file,
        ],
        { encoding: 'utf8' },
      );
      const is256 = depth === '256';
      const [ours, theirs] = [own, readCells(text, is256)].map((cells) =>
        ssim(painted(cells, is256), wanted).toFixed(3),
      );
      console.log(
        `${name.slice(-14).padEnd(14)} ${`${columns}x${rows}`.padEnd(9)} ${depth.padEnd(10)} ${ours}  ${theirs}`,
      );
    }
  }
}
rmSync(folder, { recursive: true });
