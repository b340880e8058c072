import { describe, expect, it } from 'vitest';
import { QUESTION } from '../../src/pictures/protocols/question.ts';
import { kittyCommands } from '../support/graphics.ts';
import { pngOfPixels } from '../support/png.ts';
import { command, scrubbed } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome } from './reader.ts';

const BLOCK = /[▀▄▌▐▖▗▘▝▚▞▛▜▙▟]/;
const COLORS = { COLORTERM: 'truecolor' };
const KITTY = ['\x1b_Gi=31;OK\x1b\\', '\x1bP>|kitty(0.32.1)\x1b\\', '\x1b[6;18;9t', '\x1b[?62;c'];
const SIXEL = ['\x1bP>|XTerm(379)\x1b\\', '\x1b[6;18;9t', '\x1b[?63;1;2;4;6c'];

function library(): ReaderHome {
  const lines = Array.from({ length: 60 }, (_, at) => `Zeile ${at}.`).join('\n\n');
  const home = readerHome({
    'reihe/01-bild.md': `---\ntitle: Mit Bild\nlang: de\n---\n\nDavor.\n\n![Scheibe](disc.png)\n\n${lines}\n`,
    'reihe/02-ohne.md': '---\ntitle: Ohne Bild\nlang: de\n---\n\nNur Text.\n',
  });
  const disc = pngOfPixels(120, 120, (x, y) =>
    (x - 60) ** 2 + (y - 60) ** 2 < 50 ** 2 ? [200, 30, 30, 255] : [240, 240, 240, 255],
  );
  home.write('reihe/disc.png', disc as unknown as string);
  return home;
}

const open = (home: ReaderHome, env: Record<string, string> = {}, args = ['bild']) =>
  home.open({ args, env: { ...COLORS, ...env }, rows: 30 });

/** The screen without what stands for a picture. */
const words = (terminal: TestTerminal) =>
  terminal
    .lines()
    .map((line) => line.replaceAll(/\u{10eeee}\p{Mn}\p{Mn}|[▀▄▌▐▖▗▘▝▚▞▛▜▙▟█]/gu, ' ').trimEnd());

const kinds = (text: string) => kittyCommands(text).map(({ keys }) => keys['a']);

describe('the reader and what its terminal can draw', { timeout: 120_000 }, () => {
  it('asks once, draws blocks meanwhile, and has nothing moved when kitty has answered', async () => {
    using home = library();
    await using terminal = open(home);
    await terminal.until(BLOCK);
    const before = words(terminal);
    terminal.type(KITTY.join(''));
    await terminal.until(/\u{10eeee}/u);
    await terminal.until(() => !BLOCK.test(terminal.text()), 'blocks gone');
    expect(words(terminal)).toEqual(before);
    expect(kinds(terminal.output())).toEqual(['q', 't', 'p']);
    expect(terminal.output().split(QUESTION)).toHaveLength(2);
    await terminal.leave();
    // Nothing is left in the terminal's memory.
    expect(kinds(terminal.output()).at(-1)).toBe('d');
  });

  it('takes an answer that comes in pieces and late for nothing that was typed', async () => {
    using home = library();
    await using terminal = open(home);
    await terminal.until(BLOCK);
    const all = KITTY.join('');
    // Each piece is longer in coming than a key's sequence may be.
    for (const piece of [all.slice(0, 2), all.slice(2, 9), all.slice(9, 30), all.slice(30)]) {
      terminal.type(piece);
      await terminal.settled();
    }
    await terminal.until(/\u{10eeee}/u);
    expect(terminal.text()).toContain('Davor.');
    terminal.type(KITTY.join(''));
    terminal.type('j');
    await terminal.settled();
    expect(terminal.text()).toContain('Zeile 0.');
  });

  it('goes on with blocks where no answer comes, and after one that offers nothing', async () => {
    using home = library();
    await using terminal = open(home);
    await terminal.until(BLOCK);
    terminal.type('\x1b[?1;2c');
    terminal.type('jj');
    await terminal.until(() => !terminal.text().includes('Mit Bild'), 'scrolled');
    expect(terminal.text()).toMatch(BLOCK);
    expect((await terminal.leave()).code).toBe(0);
  });

  it('is asked nothing without a picture on the page, in tmux, and by what only prints', async () => {
    using home = library();
    await using plain = open(home, {}, ['ohne']);
    await plain.until('Nur Text.');
    expect(plain.output()).not.toContain('\x1b[c');
    await using within = open(home, { TMUX: '/tmp/tmux-1/default,1,0' });
    await within.until(BLOCK);
    await within.settled();
    expect(within.output()).not.toContain('\x1b[c');
  });

  it('takes a picture out of the terminal when it scrolls away, and puts it there again', async () => {
    using home = library();
    await using terminal = open(home, { TERM: 'xterm-kitty' });
    await terminal.until(BLOCK);
    terminal.type(KITTY.join(''));
    await terminal.until(/\u{10eeee}/u);
    terminal.type('G');
    await terminal.until(() => kinds(terminal.output()).at(-1) === 'd', 'deleted');
    terminal.type('g');
    await terminal.until(/\u{10eeee}/u);
    await terminal.until(() => kinds(terminal.output()).at(-1) === 'p', 'placed again');
    terminal.resize(70, 30);
    await terminal.until(() => kinds(terminal.output()).slice(-3).join('') === 'dtp', 'anew');
  });

  it('leaves no picture behind when it is ended by a signal', async () => {
    using home = library();
    await using terminal = open(home, {}, ['bild', '--pictures', 'kitty']);
    await terminal.until(/\u{10eeee}/u);
    terminal.kill('SIGTERM');
    await terminal.exit;
    expect(kinds(terminal.output())).toEqual(['t', 'p', 'd']);
  });

  it('draws sixel row by row at the cell’s size, each in its place, and takes away what scrolls out', async () => {
    using home = library();
    await using terminal = open(home);
    await terminal.until(BLOCK);
    const before = words(terminal);
    terminal.type(SIXEL.join(''));
    await terminal.until(() => terminal.output().includes('\x1bP0;1;0q'), 'sixel');
    await terminal.until(() => !BLOCK.test(terminal.text()), 'blocks gone');
    expect(words(terminal)).toEqual(before);
    const slices = [
      ...terminal.output().matchAll(/\x1b\[(\d+);(\d+)H\x1bP0;1;0q"1;1;(\d+);(\d+)/g),
    ];
    const rows = slices.map(([, row]) => Number(row));
    const top = terminal.lines().findIndex((line) => line.includes('Davor.')) + 3;
    expect(rows.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, at) => top + at));
    for (const [, , , width, height] of slices) expect([width, height]).toEqual(['135', '18']);
    terminal.type('G');
    await terminal.until('Zeile 59.');
    await terminal.until(() => /\x1b\[\d+;\d+H\x1b\[15X/.test(terminal.output()), 'erased');
    expect((await terminal.leave()).code).toBe(0);
  });

  it('draws iTerm2’s pictures where the environment names it, without asking', async () => {
    using home = library();
    await using terminal = open(home, { TERM_PROGRAM: 'iTerm.app' });
    await terminal.until(() => terminal.output().includes('\x1b]1337;File=inline=1'), 'picture');
    expect(terminal.output()).not.toContain('\x1b[c');
    await terminal.leave();
  });

  it('shows a picture as large as the screen, figures as bars, and what was written for a drawing', async () => {
    using home = library();
    home.write(
      'reihe/03-mehr.md',
      '---\ntitle: Mehr\nlang: de\n---\n\n![Scheibe](disc.png)\n\n| Ort | Zahl |\n| --- | --- |\n| Ulm | 5 |\n| Bonn | 10 |\n\n$$\\frac{a}{b}$$\n',
    );
    await using terminal = open(home, {}, ['mehr']);
    await terminal.until(BLOCK);
    const count = () => terminal.lines().filter((line) => BLOCK.test(line)).length;
    const before = count();
    terminal.type('i');
    await terminal.until(() => count() > before * 2, 'large');
    terminal.type('i');
    await terminal.until('Mehr');
    terminal.type('|');
    await terminal.until(/Ulm +5 +█+/);
    expect(terminal.text()).toMatch(/Bonn +10 +█{20,}/);
    terminal.type('\u001b');
    await terminal.until(() => !terminal.text().includes('█████'), 'closed');
    terminal.type('S');
    await terminal.until('$$\\frac{a}{b}$$');
    terminal.type('S');
    await terminal.until(() => !terminal.text().includes('frac'), 'closed');
    expect((await terminal.leave()).code).toBe(0);
  });
});

describe('the reader for the ear', { timeout: 120_000 }, () => {
  it('has formulas in one line of signs, and the sources of diagrams', async () => {
    using home = library();
    home.write(
      'reihe/03-ohr.md',
      '---\ntitle: Ohr\nlang: de\n---\n\n$$x=\\frac{a+b}{2}$$\n\n```mermaid\ngraph LR\n  Eins --> Zwei\n```\n\nEnde.\n',
    );
    await using terminal = home.open({
      args: ['ohr'],
      env: { INK_SCREEN_READER: 'true' },
      rows: 40,
    });
    await terminal.until('Ende.');
    expect(terminal.text()).toContain('x = (a + b)/2');
    expect(terminal.text()).toContain('Eins --> Zwei');
    expect(terminal.text()).not.toMatch(/[─│┌]/);
  });
});

describe('news read in kitty', { timeout: 120_000 }, () => {
  it('uploads to the terminal itself, and gives a pager cells', async () => {
    using home = library();
    const short = home.write('reihe/04-kurz.md', '![Scheibe](disc.png)\n');
    const long = `${home.library}/reihe/01-bild.md`;
    const [file, before] = command();
    for (const [path, isPaged] of [
      [short, false],
      [long, true],
    ] as const) {
      await using terminal = openTerminal({
        file,
        args: [...before, 'read', path],
        env: {
          ...scrubbed(home.path),
          ...COLORS,
          TERM: 'xterm-kitty',
          KITTY_WINDOW_ID: '1',
          NEWS_PAGER: 'cat',
          ...(isPaged ? { NEWS_PAGER: 'tee paged' } : {}),
        },
        cwd: home.path,
        rows: 24,
      });
      await terminal.exit;
      await terminal.settled();
      expect(terminal.output().includes('\x1b_G')).toBe(!isPaged);
      expect(/\x1b\[48;2;/.test(terminal.output())).toBe(isPaged);
    }
  });
});
