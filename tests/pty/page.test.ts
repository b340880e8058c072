// The page on a real terminal, as the built program prints it and shows it full screen.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { command, type Home, makeHome } from '../support/program.ts';
import type { ScreenCell } from '../support/screen-picture.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';

const LEVELS = `---
title: Der Titel
lang: de
---
[![CI](https://img.example.org/a.svg)](https://ci.example.org) ![npm](https://img.example.org/b.svg)

# Erste

## Zweite

### Dritte

#### Vierte

Text von gewöhnlicher Art, der so lang ist, dass er in keinem Fenster auf eine einzige Zeile geht und umbrochen wird.

\`\`\`sh
echo "eine lange Zeile, breiter als der Satz von zweiundsiebzig Spalten" | wc -c
\`\`\`

\`\`\`
ohne Angabe
\`\`\`

| Eins | Zwei |
| --- | --- |
| eine Zelle mit langem Text, der über den Satz hinausgeht, weil eine Tabelle das Fenster nutzt | und eine |
`;
const ADDRESSES = Array.from(
  { length: 8 },
  (_, at) => `[Quelle ${at}](https://example.org/ein/langer/weg/zu/einer/seite/${at})`,
).join(', ');

let home: Home;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

async function shown(
  text: string,
  args: readonly string[],
  given: { readonly columns?: number; readonly rows?: number } = {},
): Promise<void> {
  home = makeHome();
  const file = join(home.path, 'seite.md');
  writeFileSync(file, text);
  const [program, before] = command();
  terminal = openTerminal({
    file: program,
    args: [...before, ...args, file],
    env: { ...home.env, TERM: 'xterm-256color', LANG: 'de_DE.UTF-8' },
    cwd: home.path,
    rows: 60,
    ...given,
  });
}

const rowOf = (text: string): number => terminal.lines().findIndex((line) => line.includes(text));
/** The look of the first sign of a row that shows a text. */
function lookOf(text: string): Omit<ScreenCell, 'text' | 'width'> {
  const cell = terminal.cells()[rowOf(text)]?.find((one) => one.text.trim() !== '');
  const { text: _text, width: _width, ...look } = cell as ScreenCell;
  return look;
}
const blanksAbove = (text: string): number => {
  const before = terminal.lines().slice(0, rowOf(text));
  return before.length - 1 - before.findLastIndex((line) => line.trim() !== '');
};

describe('a page at the prompt', () => {
  it('tells title and headings apart by space, rule, weight and colour, without a sign of Markdown', async () => {
    await shown(LEVELS, ['read', '--no-pager']);
    await terminal.exit;
    await terminal.settled();
    const names = ['Der Titel', 'Erste', 'Zweite', 'Dritte', 'Vierte', 'Text von'];
    const looks = names.map((name) => JSON.stringify(lookOf(name)));
    const rules = names.map((name) => /^ *─+$/.test(terminal.lines()[rowOf(name) + 1] ?? ''));
    const seen = looks.map((look, at) => `${look} ${rules[at]}`);
    expect(new Set(seen).size).toBe(names.length);
    expect(terminal.text()).not.toMatch(/^ *#/m);
    expect(blanksAbove('Zweite')).toBeGreaterThanOrEqual(blanksAbove('Dritte'));
    expect(blanksAbove('Text von')).toBe(1);
    expect(terminal.text()).toMatch(/^ {2}CI · npm$/m);
  });

  it('lets code and tables use the window, and no line of prose', async () => {
    await shown(LEVELS, ['read', '--no-pager'], { columns: 120 });
    await terminal.exit;
    await terminal.settled();
    expect(terminal.text()).toMatch(/^ {4}echo .{60,} \| wc -c$/m);
    expect(terminal.text()).toMatch(/^ {2}eine Zelle mit .*das Fenster nutzt {2}und eine$/m);
    const prose = terminal.lines()[rowOf('Text von')] ?? '';
    expect(prose.length).toBeLessThanOrEqual(74);
    // Shell code is coloured, code without a label is told from text, both without a frame.
    expect(lookOf('echo')).toHaveProperty('color');
    expect(lookOf('ohne Angabe')).not.toEqual(lookOf('Text von'));
    expect(terminal.text()).not.toMatch(/[│┌╭`]/);
  });

  it('has a title as dark as text in the light theme', async () => {
    await shown(LEVELS, ['read', '--no-pager', '--theme', 'light']);
    await terminal.exit;
    await terminal.settled();
    const { color, bold } = lookOf('Der Titel');
    expect(bold).toBe(true);
    // The palette's black or one of its darkest greys; olive is 3 or 58, 64, 100, 101.
    expect(Number(color) === 0 || (Number(color) >= 232 && Number(color) <= 238)).toBe(true);
  });

  it('numbers many long addresses where the terminal can keep none, and lists them at the end', async () => {
    await shown(`# Quellen\n\n${ADDRESSES}.\n`, ['read', '--no-pager']);
    await terminal.exit;
    await terminal.settled();
    const text = terminal.text();
    expect(text).toContain('Quelle 0[1]');
    expect(text.indexOf('https://')).toBeGreaterThan(text.indexOf('Quelle 7'));
    for (let at = 0; at < 8; at++)
      expect(text).toContain(`https://example.org/ein/langer/weg/zu/einer/seite/${at}`);
  });
});

describe('a page full screen', () => {
  it('never leaves a heading alone on the last line after Space', async () => {
    const parts = Array.from({ length: 40 }, (_, at) => `## Abschnitt ${at}\n\nSatz ${at}.`);
    await shown(`# Viele\n\n${parts.join('\n\n')}\n`, ['tui'], { rows: 23 });
    await terminal.until('Satz 0.');
    for (let last = ''; !/100 %/.test(terminal.text()); ) {
      const body = terminal.lines().slice(0, -2);
      last = body.findLast((line) => line.trim() !== '') ?? '';
      expect(last).not.toContain('Abschnitt');
      const before = terminal.text();
      terminal.type(' ');
      await terminal.until(() => terminal.text() !== before);
    }
  });

  it('keeps chrome, shelf and text to one left edge and 100 columns on a wide window', async () => {
    await shown(LEVELS, ['tui'], { columns: 200, rows: 40 });
    await terminal.until('Text von');
    const edge = (line: string): number => line.length - line.trimStart().length;
    const lines = terminal.lines().filter((line) => line.trim() !== '');
    const title = lines.find((line) => line.includes('Der Titel')) ?? '';
    expect(edge(lines[0] ?? '')).toBe(edge(title));
    expect(edge(lines.at(-1) ?? '')).toBe(edge(title));
    for (const line of [lines[0], lines.at(-1), title, lines.find((one) => one.includes('Text'))])
      expect((line ?? '').length).toBeLessThanOrEqual(edge(title) + 100);
  });
});
