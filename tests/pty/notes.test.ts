// Notes in the built program's reader, on a pseudo-terminal: from the key to the journal, and back onto the page.

import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome } from './reader.ts';

const TEXT = [
  'Der erste Satz steht hier. Der zweite folgt ihm sogleich. Ein dritter kommt dazu.',
  'Ein anderer Absatz beginnt. Er hat auch einen zweiten Satz.',
];
const page = (...paragraphs: readonly string[]): string =>
  `---\ntitle: Vom Lesen\nlang: de\n---\n\n${paragraphs.join('\n\n')}\n`;

let home: ReaderHome;
let terminal: TestTerminal;
let editor: string;

const open = async (columns = 80, rows = 24): Promise<void> => {
  terminal = home.open({ args: ['lesen'], columns, rows, env: { EDITOR: editor } });
  await terminal.until('Der erste Satz');
};
beforeEach(async () => {
  home = readerHome({ 'reihe/01-lesen.md': page(...TEXT) });
  editor = join(home.path, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\nprintf "Zwei\\nZeilen\\n" > "$1"\n');
  chmodSync(editor, 0o755);
  await open();
});
afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

async function press(keys: string, wanted: string | (() => boolean)): Promise<void> {
  terminal.type(keys);
  await terminal.until(wanted, `${JSON.stringify(keys)} -> ${String(wanted)}`);
}
const folder = (): string => join(home.path, '.local', 'state', 'news', 'history');
const events = (): { kind: string; text?: string; quote?: { exact: string } }[] =>
  readdirSync(folder()).flatMap((name) =>
    readFileSync(join(folder(), name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
const exacts = (): (string | undefined)[] =>
  events().flatMap(({ kind, quote }) => (kind === 'note' ? [quote?.exact] : []));

describe('notes on the screen', () => {
  it('are of the sentence at the top, longer and shorter by the arrows', async () => {
    await press('v', '5 Wörter ausgewählt');
    await press(KEYS.down, '10 Wörter ausgewählt');
    await press(KEYS.right, '11 Wörter ausgewählt');
    await press(KEYS.left, '10 Wörter ausgewählt');
    await press(KEYS.pageDown, '14 Wörter ausgewählt');
    await press(KEYS.up, '10 Wörter ausgewählt');
    await press(KEYS.enter, 'Markiert.');
    expect(exacts()).toEqual(['Der erste Satz steht hier. Der zweite folgt ihm sogleich.']);
    await press(`v${KEYS.tab}o${KEYS.right}`, '4 Wörter ausgewählt');
    await press(KEYS.enter, 'Markiert.');
    expect(exacts()[1]).toBe('zweite folgt ihm sogleich.');
    await press(`v${KEYS.escape}`, () => !terminal.text().includes('ausgewählt'));
    expect(exacts()).toHaveLength(2);
  });

  it('are a sign on the shelf, where S shows what has a star', async () => {
    await press(`v${KEYS.enter}`, 'Markiert.');
    await press(KEYS.escape, () => terminal.text().includes('Vom Lesen ✎'));
    await press('S', 'Nichts hat einen Stern');
    await press('S', 'Vom Lesen');
    await press('*S', 'nur mit Stern');
    await press(KEYS.escape, () => !terminal.text().includes('nur mit Stern'));
  });

  it('are of the sentence of the last hit', async () => {
    await press(`/dritter${KEYS.enter}v`, '4 Wörter ausgewählt');
    await press(KEYS.enter, 'Markiert.');
    expect(exacts()).toEqual(['Ein dritter kommt dazu.']);
  });

  it('are written in a line or in the editor, listed, jumped to, changed, removed and brought back', async () => {
    await press('vn', 'Notiz:');
    await press(`Warum?${KEYS.enter}`, 'Notiert.');
    expect(events().at(-1)).toMatchObject({ kind: 'note', text: 'Warum?' });
    await terminal.until(() => terminal.lines().some((line) => line.startsWith('✎ Der erste')));
    await press(`v${KEYS.tab}e`, () => events().at(-1)?.text === 'Zwei\nZeilen');
    await press('c', 'Notizen und Markierungen');
    await press('', 'Zwei Zeilen');
    await press(`n`, 'Notiz: Warum?');
    await press(` Darum.${KEYS.enter}`, () => events().at(-1)?.text === 'Warum? Darum.');
    await press('c', 'Warum? Darum.');
    await press('D', 'Entfernt.');
    expect(events().at(-1)).toMatchObject({ kind: 'unnote' });
    await press(KEYS.escape, () => !terminal.text().includes('Notizen und Markierungen'));
    await press('z', 'Zurückgenommen');
    expect(events().at(-1)).toMatchObject({ kind: 'note', text: 'Warum? Darum.' });
    await terminal.leave();
  });

  it('are there again at another start and another width, and after the text was edited while it is open', async () => {
    await press(`v${KEYS.down}${KEYS.enter}`, 'Markiert.');
    const marked = (): string =>
      terminal
        .cells()
        .map((row) =>
          row
            .flatMap(({ text, underline }) => (underline ? [text || ' '] : []))
            .join('')
            .trim(),
        )
        .filter((row) => row !== '')
        .join(' ');
    const both = 'Der erste Satz steht hier. Der zweite folgt ihm sogleich.';
    await terminal.until(() => marked() === both, 'both sentences are underlined');
    await terminal.leave();
    await terminal[Symbol.asyncDispose]();
    await open(34, 16);
    await terminal.until(() => marked() === both, 'the same, in four lines');
    home.write(
      'reihe/01-lesen.md',
      page('Neu davor.', TEXT[1] ?? '', `„${TEXT[0]?.toUpperCase()}“`),
    );
    await terminal.until(
      () => marked() === both.toUpperCase(),
      'the same words in capitals, further down',
    );
    home.write('reihe/01-lesen.md', page('Nur noch dies.'));
    await terminal.until('Nur noch dies.');
    await press('c', 'nicht mehr im Artikel');
    expect(marked()).toBe('');
  });
});
