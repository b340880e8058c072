import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { longArticle, type ReaderHome, readerHome, shortSeries } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const has = (text: string) => (): boolean => terminal.text().includes(text);
const lacks = (text: string) => (): boolean => !terminal.text().includes(text);

async function press(keys: string, wanted: string | (() => boolean)): Promise<void> {
  terminal.type(keys);
  await terminal.until(wanted, `${JSON.stringify(keys)} -> ${String(wanted)}`);
}

describe('the bundled series', () => {
  it('opens on the shelf, turns with the arrows, and gives the terminal back', async () => {
    home = readerHome();
    terminal = home.open();
    await terminal.until('Klarna will mit KI');
    expect(terminal.isAlternate()).toBe(true);
    await press(KEYS.down + KEYS.enter, '2 von 3');
    await press(KEYS.right, '3 von 3');
    await press(KEYS.left + KEYS.left, '1 von 3');
    terminal.type('q');
    expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isCursorShown()).toBe(true);
  });

  it('opens at a query', async () => {
    home = readerHome();
    terminal = home.open({ args: ['klarna'] });
    await terminal.until(() => has('2 von 3')() && has('Klarna will mit KI')());
  });
});

describe('keys on the shelf', () => {
  beforeEach(async () => {
    home = readerHome({
      ...shortSeries(30),
      'zweite/01-anders.md': '# Ganz anders\n\nÜber Größe.\n',
    });
    terminal = home.open();
    await terminal.until('Artikel 1 ');
  });
  const current = (): string => terminal.lines().find((line) => line.startsWith(' ›')) ?? '';

  it('move, open, jump, filter, search, mark, help and quit', async () => {
    await press('jj', () => /Artikel 3 /.test(current()));
    await press('k', () => /Artikel 2 /.test(current()));
    await press(KEYS.down, () => /Artikel 3 /.test(current()));
    await press('G', () => /Ganz anders/.test(current()));
    await press('g', () => /Artikel 1 /.test(current()));
    await press(KEYS.end, () => /Ganz anders/.test(current()));
    await press(KEYS.home, () => /Artikel 1 /.test(current()));
    await press(KEYS.pageDown, () => !/Artikel 1 /.test(current()));
    await press(KEYS.pageUp, () => /Artikel 1 /.test(current()));
    await press(KEYS.tab, () => /Ganz anders/.test(current()));
    await press(KEYS.shiftTab, () => /Artikel 1 /.test(current()));
    await press('m', 'Als gelesen markiert');
    await press('u', lacks('Artikel 1 '));
    await press('u', 'Artikel 1 ');
    await press('/artikel 17', () => /Artikel 17/.test(current()) && has('1 von 31')());
    await press(KEYS.escape, () => has('Artikel 16')() && has('öffnen')());
    await press('?', 'Tasten');
    await press(KEYS.escape, lacks('Tasten'));
    await press('s', 'Bibliothek durchsuchen');
    await press('anders', 'Ganz anders');
    await press(KEYS.enter, 'Markiert: anders');
    await press(KEYS.escape, 'q Ende');
    // A key that follows Escape too soon would be one with it.
    await press(KEYS.escape, () => /Ganz anders/.test(current()));
    terminal.type('q');
    expect((await terminal.exit).code).toBe(0);
  });

  it('filter with letters that are keys elsewhere', async () => {
    await press('/anders q', 'Nichts passt');
    await press(KEYS.backspace + KEYS.backspace, () => /Ganz anders/.test(current()));
    await press(`${KEYS.enter}${KEYS.enter}`, 'Über Größe.');
  });
});

describe('keys in an article', () => {
  beforeEach(async () => {
    home = readerHome({
      'reihe/01-lang.md': longArticle(),
      'reihe/02-zwei.md': '# Zwei\n\nText von zwei.\n',
    });
    terminal = home.open({ args: ['lang'], env: { BROWSER: 'true', EDITOR: 'true' } });
    await terminal.until('Absatz 0.');
  });
  const top = (): string => terminal.lines()[2]?.trim() ?? '';

  it('scroll by lines, pages, half pages and to the ends', async () => {
    const first = top();
    await press(KEYS.down, () => top() !== first);
    await press(KEYS.up, () => top() === first);
    await press('j', () => top() !== first);
    await press('k', () => top() === first);
    for (const [down, up] of [
      [' ', 'b'],
      ['f', KEYS.pageUp],
      [KEYS.pageDown, 'b'],
      ['d', 'u'],
    ] as const) {
      await press(down, () => top() !== first);
      await press(up, () => top() === first);
    }
    await press('G', '100 %');
    await press('g', () => top() === first);
    await press(KEYS.end, '100 %');
    await press(KEYS.home, () => top() === first);
  });

  it('find, step through hits, and show the contents', async () => {
    await press('/absatz 3', '1 von 11');
    await press(KEYS.enter, 'Treffer');
    await press('n', '2 von 11');
    await press('N', '1 von 11');
    await press(KEYS.escape, lacks('Treffer'));
    await press('t', 'Inhalt');
    await press(`jj${KEYS.enter}`, () => top() === 'Abschnitt 20');
    await press(KEYS.backspace, lacks('Abschnitt 20'));
  });

  it('focus and follow links, go back, show notes, copy, open and mark', async () => {
    await press(KEYS.tab, 'https://example.org/eins');
    await press(KEYS.enter, 'Geöffnet: https://example.org/eins');
    await press(KEYS.tab, 'Anmerkung 1: Die Anmerkung.');
    await press(KEYS.enter, '╭─ Anmerkung 1');
    await press(KEYS.escape, lacks('╭'));
    await press(KEYS.tab, '→ 02-zwei.md');
    await press(KEYS.enter, 'Text von zwei.');
    await press(KEYS.backspace, 'Absatz 0.');
    await press(KEYS.shiftTab, 'Anmerkung 1: Die Anmerkung.');
    await press(KEYS.escape, lacks('Anmerkung 1:'));
    const paragraph = 'Mit einem Link, einer Note und dem zweiten.';
    await press('y', `Kopiert: ${paragraph}`);
    expect(terminal.output()).toContain(
      `\u001b]52;c;${Buffer.from(paragraph).toString('base64')}\u0007`,
    );
    await press('o', 'Geöffnet: https://example.org/quelle');
    await press('m', 'Als gelesen markiert');
    await press('m', 'Als ungelesen markiert');
  });

  it('turn, change the width, help, and lead back to the shelf', async () => {
    await press('l', 'Text von zwei.');
    await press('h', 'Absatz 0.');
    await press('-', 'Textbreite 68');
    await press('+', 'Textbreite 72');
    await press('?', 'Tasten');
    await press('q', lacks('Tasten'));
    await press(KEYS.escape, 'gelesen');
    expect(terminal.lines()[0]).toContain('news');
  });

  it('show a saved change at the same place', async () => {
    await press('  ', lacks('Absatz 0.'));
    await terminal.settled();
    const before = terminal.lines().slice(2, 18);
    const file = join(home.library, 'reihe/01-lang.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Absatz 0.', 'Ein ganz neuer Absatz 0.'),
    );
    await terminal.until('Neu geladen');
    expect(terminal.lines().slice(2, 18)).toEqual(before);
    await press('g', 'Ein ganz neuer Absatz 0.');
  });
});

describe('a neighbour that was read ahead', () => {
  it('is shown as it was saved since', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open({ args: ['reihe/1'] });
    await terminal.until('Text von 1.');
    await terminal.settled();
    home.write('reihe/02-artikel.md', '---\ntitle: Artikel 2\n---\n\nInzwischen gespeichert.\n');
    await press(KEYS.right, 'Inzwischen gespeichert.');
  });
});

describe('many keys at once', () => {
  it('twenty arrows are exactly twenty articles', async () => {
    home = readerHome(shortSeries(40));
    terminal = home.open({ args: ['reihe/3'] });
    await terminal.until('Text von 3.');
    await press(KEYS.right.repeat(20), 'Text von 23.');
    expect(terminal.text()).toContain('23 von 40');
    for (let turn = 0; turn < 20; turn++) terminal.type(KEYS.left);
    await terminal.until('Text von 3.');
    await terminal.settled();
    expect(terminal.text()).toContain('3 von 40');
  });

  it('a pasted page does nothing in an article and is one line in a filter', async () => {
    home = readerHome(shortSeries(5));
    terminal = home.open({ args: ['reihe/1'] });
    await terminal.until('Text von 1.');
    const page = 'Eine Zeile q\nnoch eine j\n'.repeat(100);
    terminal.type(`\u001b[200~${page}\u001b[201~`);
    await terminal.settled();
    expect(terminal.text()).toContain('Text von 1.');
    await press(KEYS.escape, 'gelesen');
    terminal.type(`/\u001b[200~${page}\u001b[201~`);
    await terminal.until('Nichts passt');
    expect(terminal.lines().at(-1)).toContain('Filter: Eine Zeile q noch eine j');
  });
});

describe('own keys', () => {
  it('from the configuration do what they say', async () => {
    home = readerHome(shortSeries(3));
    home.config('keys:\n  reader.next: [x]\n  shelf.quit: Q\n');
    terminal = home.open({ args: ['reihe/1'] });
    await terminal.until('Text von 1.');
    await press('x', 'Text von 2.');
  });

  it('that clash are an error that names both', async () => {
    home = readerHome(shortSeries(3));
    home.config('keys:\n  reader.next: n\n');
    terminal = home.open();
    expect((await terminal.exit).code).toBe(2);
    await terminal.settled();
    expect(terminal.text().replaceAll('\n', '')).toMatch(/reader\.next.*reader\.nextHit/);
    expect(terminal.output()).not.toContain('\u001b[?1049h');
  });
});

describe('a table wider than the window', () => {
  const cells = (text: string) => Array.from({ length: 8 }, (_, k) => `${text} ${k}`).join(' | ');
  const table = `| ${cells('Kopf')} |\n|${' --- |'.repeat(8)}\n| ${cells('Dieses ist die Zelle Nummer')} |\n`;

  it('is moved with > and < where it is to stay a grid', async () => {
    home = readerHome({ 'reihe/01-tabelle.md': `# Tabelle\n\n${table}` });
    home.config('tables: grid\n');
    terminal = home.open({ args: ['tabelle'], columns: 60, rows: 24 });
    await terminal.until('Kopf 0');
    expect(terminal.text()).not.toContain('Kopf 7');
    terminal.type('>>>>>>');
    await terminal.until('Kopf 7');
    expect(terminal.text()).not.toContain('Kopf 0');
    terminal.type('<<<<<<');
    await terminal.until('Kopf 0');
  });

  it('stands as records where nothing else is asked for', async () => {
    home = readerHome({ 'reihe/01-tabelle.md': `# Tabelle\n\n${table}` });
    terminal = home.open({ args: ['tabelle'], columns: 60, rows: 30 });
    await terminal.until('Kopf 7: ');
    await press('>', 'breiter');
  });
});
