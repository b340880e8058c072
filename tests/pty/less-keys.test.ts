// Keys that hands know from less and vi, a number behind a colon, and what a long shelf says of itself.

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

async function press(keys: string, wanted: string | RegExp | (() => boolean)): Promise<void> {
  terminal.type(keys);
  await terminal.until(wanted, `${JSON.stringify(keys)} -> ${String(wanted)}`);
}

const ctrl = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0x60);
const current = (): string => terminal.lines().find((line) => line.startsWith(' ›')) ?? '';

describe('an article', () => {
  it('pages with Ctrl-F and B, halves with D and U, lines with E and Y, and goes to a percentage', async () => {
    home = readerHome({
      'reihe/01-lang.md': longArticle(),
      'reihe/02-zwei.md': '# Zwei\n\nText.\n',
    });
    terminal = home.open({ args: ['lang'] });
    await terminal.until('Absatz 0.');
    const top = (): string => terminal.lines()[2]?.trim() ?? '';
    const first = top();
    for (const [down, up] of [
      ['f', 'b'],
      ['d', 'u'],
      ['e', 'y'],
    ] as const) {
      await press(ctrl(down), () => top() !== first);
      await press(ctrl(up), () => top() === first);
    }
    await press('%50', 'Prozent: 50');
    await press(KEYS.enter, /\b50 %/);
    await press(':2', 'Artikel: 2');
    await press(KEYS.enter, '2 von 2');
    await press(`:7${KEYS.enter}`, 'Die Reihe hat keinen Artikel 7.');
  });
});

describe('the shelf', () => {
  it('goes to a number, opens what was filtered with one Enter, says what is hidden, keeps the series on top', async () => {
    home = readerHome(shortSeries(40));
    terminal = home.open();
    await terminal.until(/↓ \d+ darunter/);
    await press(`:30${KEYS.enter}`, () => /Artikel 30/.test(current()));
    expect(terminal.text()).toMatch(/↑ \d+ darüber/);
    expect(terminal.lines()[2]).toMatch(/^ {2}reihe/);
    await press(
      '?',
      () => (terminal.lines().find((line) => /Regal|Artikel$/.test(line)) ?? '') !== '',
    );
    const help = terminal.lines().findIndex((line) => line.includes('Tasten'));
    expect(terminal.lines()[help + 1]).toContain('Regal');
    await press(KEYS.escape, () => !terminal.text().includes('Tasten'));
    await press(`/artikel 17${KEYS.enter}`, 'Text von 17.');
    expect((await terminal.leave()).code).toBe(0);
  });
});

describe('the help', () => {
  it('opens at the keys of where one is, several commands to a row on a wide screen, and says that there is more', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open({ args: ['reihe/2'], columns: 120, rows: 30 });
    await terminal.until('Text von 2.');
    await press('?', 'Tasten');
    const rows = (): string[] =>
      terminal.lines().map((line) => line.replace(/^\W*│ | *│\W*$/g, ''));
    const title = terminal.lines().findIndex((line) => line.includes('─ Tasten ─'));
    expect(rows()[title + 1]?.trim()).toBe('Artikel');
    expect(rows()[title + 2]).toMatch(/^← {2}h +voriger Artikel der Reihe {2,}\S.* {2}\p{L}+/u);
    expect(terminal.text()).toMatch(/─ ↓ ─╯/);
    await press('G', /─ ↑ ─╮/);
    expect(terminal.text()).toContain('Beim Tippen');
    await press(KEYS.escape, () => !terminal.text().includes('Tasten'));
    terminal.resize(40, 12);
    await terminal.until(() => terminal.lines()[11]?.includes('%') === true);
    await press('?', /^ Tasten +↓$/m);
    await press('j', /^ Tasten +↑↓$/m);
    expect(terminal.lines()[2]).toMatch(/^ ← {2}h +voriger Artikel/);
  });
});
