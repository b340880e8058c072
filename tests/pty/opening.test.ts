// What a newcomer types to open something, on a terminal: files, folders, ids, words, and what is piped in,
// with the keys coming from the terminal.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type Home, makeHome } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';

const LINES = Array.from({ length: 60 }, (_, at) => `Zeile ${at}.`).join('\n\n');
let home: Home;

beforeAll(() => {
  home = makeHome();
  mkdirSync(join(home.path, 'notizen'));
  writeFileSync(join(home.path, 'notizen', 'eins.md'), '# Eine Notiz\n\nMit wenig Text.\n');
  writeFileSync(join(home.path, 'notizen', 'zwei.md'), '# Noch eine\n\nText.\n');
  writeFileSync(join(home.path, 'lang.md'), `# Ein langer Text\n\n${LINES}\n`);
});
afterAll(() => home[Symbol.dispose]());

/** A shell line in a terminal, `news` being the program; its exit status is said at the end. */
function inShell(line: string, env: Readonly<Record<string, string>> = {}): TestTerminal {
  const [file, before] = command();
  const quoted = [file, ...before].map((word) => `'${word}'`).join(' ');
  return openTerminal({
    file: 'bash',
    args: ['--norc', '-c', `news() { ${quoted} "$@"; }; ${line}; printf '\\nstatus=%s\\n' $?`],
    env: { ...home.env, TERM: 'xterm-256color', LANG: 'de_DE.UTF-8', ...env },
    cwd: home.path,
  });
}

describe('on a terminal', () => {
  it.each([
    ['a file', 'news notizen/eins.md', 'Mit wenig Text.'],
    ['a file, by news tui', 'news tui notizen/eins.md', 'Mit wenig Text.'],
    ['a file, by news read -i', 'news read -i notizen/eins.md', 'Mit wenig Text.'],
    ['a folder', 'news notizen', 'Noch eine'],
    ['an id', 'news ki-wirtschaft/klarna-stellenabbau', 'Klarna will mit KI'],
    ['a word', 'news klarna', 'Klarna will mit KI'],
  ])('%s opens in the full-screen reader: %s', async (_, line, shown) => {
    await using terminal = inShell(line);
    await terminal.until(() => terminal.isAlternate() && terminal.text().includes(shown), line);
    terminal.type('q');
    await terminal.until('status=0');
    expect(terminal.isAlternate()).toBe(false);
  });
});

describe('what is piped in', () => {
  it('is read full screen by news tui -, its keys coming from the terminal', async () => {
    await using terminal = inShell('cat lang.md | news tui -');
    await terminal.until('Ein langer Text');
    terminal.type(' ');
    await terminal.until(() => !terminal.text().includes('Ein langer Text'));
    terminal.type('/Zeile 58\r');
    await terminal.until('Zeile 58.');
    terminal.type('q');
    await terminal.until('status=0');
  });

  it.each([
    'cat notizen/eins.md | news',
    'cat notizen/eins.md | news -',
    'cat notizen/eins.md | news read',
  ])('is printed where it fits: %s', async (line) => {
    await using terminal = inShell(line);
    await terminal.until('status=0');
    expect(terminal.text()).toContain('Mit wenig Text.');
    expect(terminal.output()).not.toContain('\u001b[?1049h');
  });

  it('goes through the pager where it is longer than the screen, and that has the keys', async () => {
    const pager = 'head -5; cat > /dev/null; read -r key < /dev/tty; echo "typed: $key"';
    await using terminal = inShell('cat lang.md | news', { PAGER: pager });
    await terminal.until('Ein langer Text');
    terminal.type('weiter\r');
    await terminal.until('typed: weiter');
    await terminal.until('status=0');
  });
});
