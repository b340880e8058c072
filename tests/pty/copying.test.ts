// What y copies: the link in focus, else the paragraph, code or table that is looked at.

import { afterEach, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome } from './reader.ts';

const LINES = Array.from({ length: 40 }, (_, at) => `Zeile ${at} von vielen, damit es scrollt.`);
const TEXT = `---
title: Kopieren
lang: de
---
Der „erste“ Absatz mit [einem Link](https://example.org/eins), **fett** gesetzt und lang genug,
um auf dem Bildschirm umbrochen zu werden, mit Donaudampfschifffahrtsgesellschaft.

\`\`\`sh
if true; then
\techo "eine Zeile, die so lang ist, dass sie in einem Fenster von achtzig Spalten umbrochen wird" # x

fi
\`\`\`

- Ein Punkt.
- Noch einer, mit Code:

      npm ci   # im Punkt

| Jahr | Wert |
| ---- | ---- |
| 2023 | 1    |

${LINES.join('\n\n')}
`;

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

/** The clipboard as the terminal was told it last (OSC 52). */
const clipboard = (): string => {
  const all = [...terminal.output().matchAll(/\u001b\]52;c;([^\u0007]*)\u0007/g)];
  return Buffer.from(all.at(-1)?.[1] ?? '', 'base64').toString('utf8');
};
async function copies(keys: string, text: string, said: string): Promise<void> {
  terminal.type(keys);
  await terminal.until(() => clipboard() === text, `${JSON.stringify(keys)} copies ${text}`);
  await terminal.until(said);
}

it('copies what begins first on the screen, and with each further press what stands below it', async () => {
  home = readerHome({ 'reihe/01-kopieren.md': TEXT });
  terminal = home.open({ args: ['kopieren'], rows: 40 });
  await terminal.until('Der „erste“ Absatz');
  const paragraph =
    'Der „erste“ Absatz mit einem Link, fett gesetzt und lang genug, um auf dem Bildschirm umbrochen zu werden, mit Donaudampfschifffahrtsgesellschaft.';
  await copies('y', paragraph, 'Kopiert: Der „erste“ Absatz');
  const code = /```sh\n([^`]*)\n```/.exec(TEXT)?.[1] ?? '';
  await copies('y', code, 'Kopiert, 4 Zeilen Code: if true; then');
  await copies('y', 'Ein Punkt.', 'Kopiert: Ein Punkt.');
  await copies('y', 'Noch einer, mit Code:', 'Kopiert: Noch einer');
  await copies('y', 'npm ci   # im Punkt', 'Kopiert: npm ci');
  await copies('y', 'Jahr\tWert\n2023\t1', 'Kopiert: die Tabelle, 2 Zeilen');
  await copies('y', LINES[0] ?? '', 'Kopiert: Zeile 0');
  // Any other key begins anew.
  await copies('jky', paragraph, 'Kopiert: Der „erste“ Absatz');
});

it('copies a link in focus first, and what holds the hit that was found', async () => {
  home = readerHome({ 'reihe/01-kopieren.md': TEXT });
  terminal = home.open({ args: ['kopieren'] });
  await terminal.until('Der „erste“ Absatz');
  await copies(`${KEYS.tab}y`, 'https://example.org/eins', 'Kopiert: https://example.org/eins');
  terminal.type(`/Zeile 30${KEYS.enter}`);
  await terminal.until('Zeile 30 von');
  await copies('y', LINES[30] ?? '', 'Kopiert: Zeile 30');
  terminal.type('g');
  await terminal.until('Der „erste“ Absatz');
  terminal.type('jjjj');
  await terminal.until(() => !terminal.text().includes('Der „erste“ Absatz'));
  terminal.type('y');
  await terminal.until(
    () => clipboard().startsWith('if true'),
    'the code, below a paragraph cut off',
  );
});
