// A long article in the built program: there at once, quiet while it grows, and gone at once.

import { afterEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const text = (word: string): string =>
  `# Lang\n\n${Array.from(
    { length: 6000 },
    (_, index) =>
      `${index % 50 === 0 ? `## Abschnitt ${index}\n\n` : ''}Absatz ${index} ${word} und noch ein paar Wörter dazu, damit er länger wird.`,
  ).join('\n\n')}\n`;

const open = (): TestTerminal => home.open({ args: ['lang'] });
const has = (said: string) => (): boolean => terminal.text().includes(said);

describe('a long article', () => {
  it('opens anywhere, goes to both ends, finds, and is reopened where it was left', async () => {
    home = readerHome({ 'reihe/lang.md': text('eins') });
    terminal = open();
    await terminal.until('Absatz 0 eins');
    terminal.type('G');
    await terminal.until('Absatz 5999 eins');
    await terminal.until('100 %');
    terminal.type('g');
    await terminal.until('Absatz 0 eins');
    terminal.type('/absatz 4321 \r');
    await terminal.until('1 von 1');
    await terminal.until('Absatz 4321 eins');
    terminal.type(KEYS.escape);
    await terminal.until('72 %');
    terminal.type('q');
    expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
    await terminal[Symbol.asyncDispose]();
    terminal = open();
    await terminal.until('Absatz 4321 eins');
    terminal.type('t');
    await terminal.until('Abschnitt 4300');
  });

  it('writes nothing while it grows', async () => {
    home = readerHome({ 'reihe/lang.md': text('eins') });
    terminal = open();
    await terminal.until('Absatz 0 eins');
    // Past the sign of slowness, past the growing itself.
    await terminal.settled();
    const before = terminal.output().length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(terminal.output().slice(before)).toBe('');
    // The screen, that the article is being opened, the article.
    expect(terminal.output().split('\u001b[?2026l').length - 1).toBeLessThanOrEqual(3);
  });

  it('is left in the middle of parsing without a trace', async () => {
    home = readerHome({ 'reihe/lang.md': text('eins').repeat(4) });
    terminal = open();
    await terminal.until('reihe');
    terminal.type('q');
    expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  });

  it('is shown anew at its place when its file changes while it grows', async () => {
    home = readerHome({ 'reihe/lang.md': text('eins') });
    terminal = open();
    await terminal.until('Absatz 0 eins');
    terminal.type('  ');
    home.write('reihe/lang.md', text('zwei'));
    await terminal.until(has(' zwei und'));
    terminal.type('G');
    await terminal.until('Absatz 5999 zwei');
  });
});
