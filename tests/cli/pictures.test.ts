import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngOfPixels } from '../support/png.ts';
import { type Home, makeHome } from '../support/program.ts';

const COLORS = { COLORTERM: 'truecolor', TERM: 'xterm-256color' };
const BLOCK = /[▀▄▌▐▖▗▘▝▚▞█]/;

let home: Home;
let folder: string;
beforeAll(() => {
  home = makeHome();
  folder = join(home.path, 'notes');
  mkdirSync(folder);
  const disc = pngOfPixels(160, 160, (x, y) =>
    (x - 80) ** 2 + (y - 80) ** 2 < 60 ** 2 ? [200, 30, 30, 255] : [240, 240, 240, 255],
  );
  writeFileSync(join(folder, 'disc.png'), disc);
  writeFileSync(join(home.path, 'outside.png'), disc);
  writeFileSync(join(folder, 'broken.png'), disc.subarray(0, 90));
  symlinkSync('../outside.png', join(folder, 'link.png'));
});
afterAll(() => home[Symbol.dispose]());

async function read(markdown: string, ...args: string[]): Promise<string> {
  const file = join(folder, 'a.md');
  writeFileSync(file, markdown);
  const { stdout } = await home.run(['read', file, ...args], { env: COLORS });
  return stdout;
}

const ansi = ['--format', 'ansi', '--color', 'always'];

describe('a picture that stands alone', () => {
  it('is drawn as cells of colour, with its title or its alternative text under it', async () => {
    const page = await read('![Eine Scheibe](disc.png "Rot auf Grau")', ...ansi);
    expect(page).toMatch(BLOCK);
    expect(page).toMatch(/\x1b\[(?:38|48);2;\d+;\d+;\d+m/);
    expect(page).toContain('Rot auf Grau');
    expect(page).not.toContain('Eine Scheibe');
    expect(await read('![Eine Scheibe](disc.png)', ...ansi)).toContain('Eine Scheibe');
  });

  it('is its text in a pipe, without colours, in 16 colours, and where that is asked for', async () => {
    for (const args of [
      ['--plain'],
      ['--format', 'ansi', '--color', 'never'],
      [...ansi, '--pictures', 'never'],
    ]) {
      const page = await read('![Eine Scheibe](disc.png "Rot auf Grau")', ...args);
      expect(page).not.toMatch(BLOCK);
      expect(page).toContain('Eine Scheibe');
    }
  });

  it.each([
    ['lies outside', '../outside.png'],
    ['is reached by a link that leads outside', 'link.png'],
    ['is broken', 'broken.png'],
    ['is not there', 'nothing.png'],
    ['is somewhere in the network', 'https://example.org/x.png'],
    ['is no picture', 'a.md'],
  ])('is its text where the file %s', async (_, href) => {
    const page = await read(`Davor\n\n![Eine Scheibe](${href})\n\nDanach`, ...ansi);
    expect(page).not.toMatch(BLOCK);
    expect(page).toContain('Eine Scheibe');
    expect(page).toContain('Danach');
  });

  it('keeps every line within the width', async () => {
    const page = await read('- ![a](disc.png)\n\n  > ![b](disc.png)', ...ansi, '--width', '30');
    const widths = page
      .replaceAll(/\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\/g, '')
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(30);
  });
});
