import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePng } from '../../src/pictures/decode/png.ts';
import { MARKS } from '../../src/pictures/protocols/kitty.ts';
import { kittyCommands, placedCells, readSixel, uploaded } from '../support/graphics.ts';
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

  it('may stand in the article itself, within limits, and is no address in the text', async () => {
    // Longer than what is lexed at once.
    const noise = pngOfPixels(60, 60, (x, y) => [
      (x * y * 97) % 256,
      (x * 31 + y * y * 7) % 256,
      x * 4,
      255,
    ]);
    const data = noise.toString('base64');
    expect(data.length).toBeGreaterThan(6000);
    const svg = encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle r="40" cx="45" cy="45" fill="red"/></svg>',
    );
    for (const href of [`data:image/png;base64,${data}`, `data:image/svg+xml,${svg}`]) {
      const page = await read(
        `Davor\n\n![Eine Scheibe](${href})`,
        ...ansi,
        '--links',
        'references',
      );
      expect(page).toMatch(BLOCK);
      expect(page).toContain('Eine Scheibe');
      expect(page).not.toContain(href.slice(-40));
      const plain = await read(`Davor\n\n![](${href})`, '--plain');
      expect(plain).not.toContain(href.slice(-40));
    }
    for (const href of [
      'data:image/png;base64,AAAA',
      'data:text/html,<b>x</b>',
      `data:image/png;base64,${'A'.repeat(500_000)}`,
      `data:image/png;base64,${data.slice(0, 120)}`,
    ]) {
      const page = await read(`Davor\n\n![Eine Scheibe](${href})\n\nDanach`, ...ansi);
      expect(page).not.toMatch(BLOCK);
      expect(page).toContain('Eine Scheibe');
      expect(page).toContain('Danach');
    }
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

describe('a picture that the terminal draws itself', () => {
  const page = 'Davor\n\n> ![Eine Scheibe](disc.png)\n\nDanach';

  it('is uploaded for kitty, and stands in the page as placeholders of its id, rows and columns', async () => {
    const text = await read(page, ...ansi, '--pictures', 'kitty');
    const placed = kittyCommands(text).at(-1)?.keys ?? {};
    const { i: id = '', c: columns = '', r: rows = '' } = placed;
    const cells = Array.from({ length: Number(rows) }, (_, row) =>
      Array.from({ length: Number(columns) }, (_, column) => ({ row, column, id: Number(id) })),
    );
    expect(cells.length).toBeGreaterThan(3);
    expect(placedCells(text, MARKS)).toEqual(cells.flat());
    const sent = decodePng(Buffer.from(uploaded(text, id), 'base64'));
    expect([sent.width, sent.height]).toEqual([160, 160]);
    expect([...sent.data.subarray(0, 4)]).toEqual([240, 240, 240, 255]);
    expect(text.indexOf('\x1b_G')).toBeLessThan(text.indexOf('\u{10eeee}'));
  });

  it.each(['kitty', 'iterm2', 'sixel'])('moves no line and no word, as %s', async (pictures) => {
    const words = (text: string) =>
      text
        .replaceAll(/\x1b7.*?\x1b8|\x1b_G[^\x1b]*\x1b\\|\x1b\[[\d;]*m/gs, '')
        .replaceAll(/\u{10eeee}\p{Mn}\p{Mn}|[▀▄▌▐▖▗▘▝▚▞▛▜▙▟█]/gu, ' ')
        .replaceAll(/ +$/gm, '');
    const blocks = await read(page, ...ansi, '--pictures', 'blocks');
    expect(words(await read(page, ...ansi, '--pictures', pictures))).toBe(words(blocks));
  });

  it('is drawn over the room it has by iTerm2 and as sixel, once and from its corner', async () => {
    const iterm2 = await read(page, ...ansi, '--pictures', 'iterm2');
    const drawn =
      /\x1b7\x1b\[(\d+)A\x1b\[(\d+)G\x1b\]1337;File=[^:]*;width=(\d+);height=(\d+)[^:]*:[\w+/=]+\x07\x1b8/;
    const [, up, column, , rows] = drawn.exec(iterm2) ?? [];
    expect(Number(up)).toBe(Number(rows) - 1);
    // Behind margin and bar of the quote.
    expect(Number(column)).toBe(5);
    const sixels = await read(page, ...ansi, '--pictures', 'sixel');
    const [, body = ''] = /\x1b7\x1b\[\d+A\x1b\[5G(\x1bP.*?\x1b\\)\x1b8/s.exec(sixels) ?? [];
    expect(readSixel(body).pixels.every((pixel) => pixel >= 0)).toBe(true);
  });

  it('is none of those where nothing names the terminal, far away, and in tmux or screen', async () => {
    const graphic = /\x1b_G|\x1b\]1337|\x1bP|\u{10eeee}/u;
    const name = { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' };
    const surroundings: readonly Record<string, string>[] = [
      {},
      { ...name, SSH_CONNECTION: 'x' },
      { ...name, TMUX: '/tmp/tmux' },
      { ...name, STY: '1.pts' },
      { TERM_PROGRAM: 'Apple_Terminal' },
      { TERM_PROGRAM: 'iTerm.app', TMUX: 'x' },
    ];
    for (const env of surroundings) {
      const { stdout } = await home.run(['read', join(folder, 'a.md'), ...ansi], {
        env: { ...COLORS, ...env },
      });
      expect(stdout).not.toMatch(graphic);
      expect(stdout).toMatch(BLOCK);
    }
  });

  it('is written by no article: what could draw or stand for a picture is taken out', async () => {
    const text = await read(
      '\x1b_Ga=T,f=24,s=1,v=1;AAAA\x1b\\ \x1bPq#0!9~\x1b\\ \x1b]1337;File=inline=1:AAAA\x07 a\u{10eeee}\u0305\u0305b &#x10eeee;',
      ...ansi,
      '--pictures',
      'kitty',
    );
    expect(text).not.toMatch(/\x1b_|\x1bP|\x1b\]1337|\u{10eeee}/u);
    expect(text).toContain('b');
  });
});
