import { afterEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { longArticle, type ReaderHome, readerHome, shortSeries } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

describe('for a screen reader', () => {
  it('is a list of lines with labels, no boxes, and the same keys', async () => {
    home = readerHome({ ...shortSeries(3), 'reihe/04-lang.md': longArticle(12) });
    terminal = home.open({ env: { INK_SCREEN_READER: 'true' }, rows: 40 });
    await terminal.until('ausgewählt: 1. Artikel 1');
    expect(terminal.isAlternate()).toBe(false);
    terminal.type(KEYS.down);
    await terminal.until('ausgewählt: 2. Artikel 2');
    terminal.type(KEYS.enter);
    await terminal.until('Artikel: Artikel 2');
    terminal.type(KEYS.right + KEYS.right);
    await terminal.until('Überschrift: Abschnitt 0');
    terminal.type('t');
    await terminal.until('ausgewählt: Abschnitt 0');
    terminal.type(KEYS.escape);
    await terminal.until('Absatz 0.');
    expect(terminal.text()).not.toMatch(/[│╭╮╰╯─]/);
    terminal.type('q');
    expect((await terminal.exit).code).toBe(0);
  });
});

describe('without much of a terminal', () => {
  it('uses ASCII signs where the locale has no others', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open({ env: { LANG: 'C' } });
    await terminal.until('Artikel 1 ');
    expect(terminal.lines().find((line) => line.includes('Artikel 1 '))).toMatch(/^ >/);
    terminal.type(KEYS.enter);
    expect(terminal.text()).not.toMatch(/[‹›←→↑↓…·]/);
    await terminal.until(() => /Text von 1\.[\s\S]*Left Right article/.test(terminal.text()));
    expect(terminal.text()).not.toMatch(/[‹›←→↑↓…·]/);
  });

  it('sends no colour with NO_COLOR, and the row under the cursor is still seen', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open({ env: { NO_COLOR: '1' } });
    await terminal.until('Artikel 1 ');
    await terminal.settled();
    expect(terminal.output()).not.toMatch(/\u001b\[(?:[34]\d|9\d|38;|48;)/);
    const row = terminal.cells().find((cells) =>
      cells
        .map(({ text }) => text)
        .join('')
        .includes('Artikel 1 '),
    );
    expect(row?.every((cell) => cell.inverse)).toBe(true);
  });

  it('works with CI set', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open({ env: { CI: 'true' } });
    await terminal.until('Artikel 1 ');
    expect(terminal.isAlternate()).toBe(true);
  });

  for (const [columns, rows] of [
    [20, 6],
    [300, 100],
  ] as const) {
    it(`works at ${columns} x ${rows}`, async () => {
      home = readerHome(shortSeries(3));
      terminal = home.open({ columns, rows, args: ['reihe/2'] });
      await terminal.until('Text von 2.');
      terminal.type(KEYS.right);
      await terminal.until('Text von 3.');
    });
  }
});
