// Hostile text on a real pseudo-terminal: title, clipboard, modes and screen of the emulator stay
// untouched, at the prompt and in the full-screen reader.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import { command, makeHome } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';
import { ATTACKS } from './attacks.ts';
import { writeHostileLibrary } from './library.ts';
import { strayIn } from './stray.ts';
import { UNTOUCHED, watched } from './watch.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const library = writeHostileLibrary(home.path);
// The library is read once beforehand: a bar shows how far that is, and moves.
await home.run(['list', '--from', library.folder], { env: { NEWS_HISTORY: '0' } });
const env = { ...home.env, FORCE_HYPERLINK: '1', COLORTERM: 'truecolor', NEWS_HISTORY: '0' };
const [file, before] = command();

const open = (args: readonly string[], more: Record<string, string> = {}): TestTerminal =>
  openTerminal({
    file,
    args: [...before, ...args, '--from', library.folder],
    env: { ...env, ...more },
    cwd: home.path,
  });

/** Runs the program in a terminal to its end; what it wrote. */
async function written(
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<string> {
  await using terminal = open(args, more);
  await terminal.exit;
  await terminal.settled();
  return terminal.output();
}

/** Line ends as in the text, and without the program's own bar for slow reading on standard error. */
const lineEnds = (output: string): string =>
  output.replaceAll('\r\n', '\n').replace(/\r\x1b\[K(?:Reading the library [^\r\x1b]*)?/g, '');
const textOf = (output: string): string[] =>
  output.replace(/\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[\d;]*m/g, '').split('\n');

describe('on a terminal', () => {
  it('articles leave title, clipboard, modes and screen as they were', async () => {
    const output = lineEnds(await written(['read', ...library.bodies, '--no-pager']));
    expect(strayIn(output, 'terminal')).toBeUndefined();
    const { lines, ...done } = await watched(output.replaceAll('\n', '\r\n').slice(-2_000_000));
    expect(done).toEqual(UNTOUCHED);
    // Line for line what was written: nothing moved, erased or hid anything.
    const wanted = textOf(output).slice(-1000);
    const shown = lines.slice(-wanted.length);
    expect(
      shown.filter(
        (line, index) =>
          [...line].length !== [...(wanted[index] ?? '')].length &&
          !/\p{M}|\p{Extended_Pictographic}/u.test(line),
      ),
    ).toEqual([]);
  });

  it.each([
    ['front matter', ['read', ...library.matters.slice(0, 300), '--no-pager'], /Body\./],
    ['Markdown', ['read', ...library.bodies.slice(0, 40), '--format', 'markdown'], /\*\*strong/],
    ['plain text', ['read', ...library.bodies.slice(0, 20), '--plain'], /strong/],
    ['JSON', ['read', ...library.bodies.slice(0, 20), '--json'], /"markdown": /],
    ['the list', ['list'], /title/],
    ['hits', ['search', 'text', '-n', '200'], /text/i],
    ['settings', ['config'], /theme/],
    ['nearest names', ['read', 'nmae'], /^news: /],
    [
      'an error',
      [
        'read',
        ATTACKS.filter(({ text }) => !text.includes('\0'))
          .map(({ text }) => text)
          .slice(0, 90)
          .join(' '),
      ],
      /^news: /,
    ],
  ])('%s leaves it as it was', async (_, args, wanted) => {
    const output = lineEnds(await written(args));
    expect(output).toMatch(wanted);
    expect(strayIn(output, 'terminal')).toBeUndefined();
    const { lines: __, ...done } = await watched(output.replaceAll('\n', '\r\n').slice(-2_000_000));
    expect(done).toEqual(UNTOUCHED);
  });

  it('the full-screen reader shows names, fields and texts, and leaves the terminal as it was', async () => {
    await using terminal = open(['tui'], { NEWS_HISTORY: '0' });
    await terminal.until(() => terminal.isAlternate(), 'the shelf');
    await terminal.settled();
    for (let page = 0; page < 30; page++) {
      terminal.type(KEYS.pageDown);
      await terminal.settled();
    }
    terminal.type(KEYS.home);
    await terminal.settled();
    for (let article = 0; article < 4; article++) {
      terminal.type(KEYS.enter);
      await terminal.settled();
      for (const key of [
        KEYS.pageDown,
        KEYS.pageDown,
        't',
        KEYS.escape,
        KEYS.tab,
        KEYS.tab,
        '?',
        KEYS.escape,
        KEYS.end,
        KEYS.right,
        KEYS.right,
      ]) {
        terminal.type(key);
        await terminal.settled();
      }
      terminal.type('/a\x1b[200~\x1b]0;PWNED\x07\x9b2J\u202e\x1b[201~\r');
      await terminal.settled();
      terminal.type(KEYS.escape);
      await terminal.settled();
      terminal.type(KEYS.escape);
      await terminal.settled();
      for (let row = 0; row < 7; row++) terminal.type(KEYS.down);
      await terminal.settled();
    }
    const during = await watched(terminal.output());
    expect({ ...during, lines: 0, alternate: 0, modes: 0 }).toEqual({
      ...UNTOUCHED,
      lines: 0,
      alternate: 0,
      modes: 0,
    });
    terminal.type(KEYS.escape);
    await terminal.settled();
    expect(await terminal.leave()).toMatchObject({ code: 0 });
    await terminal.settled();
    const { lines: _, ...done } = await watched(terminal.output());
    expect(done).toEqual(UNTOUCHED);
    expect(terminal.isCursorShown()).toBe(true);
  });

  it('a journal that was tampered with changes nothing', async () => {
    using other = makeHome();
    const state = join(other.path, '.local', 'state', 'news');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(state, 'history'), { recursive: true });
    writeFileSync(
      join(state, 'history', 'here.jsonl'),
      ATTACKS.slice(0, 100)
        .map(
          ({ text }) =>
            JSON.stringify({ kind: 'read', id: text, at: text, share: 1 }) +
            JSON.stringify({ kind: 'read', id: `a/${text}`, at: '2024-01-01' }),
        )
        .join('\n'),
    );
    for (const args of [['history'], ['list'], ['next', '--no-pager']]) {
      await using terminal = openTerminal({
        file,
        args: [...before, ...args],
        env: { ...other.env, TERM: 'xterm-256color' },
        cwd: other.path,
      });
      expect((await terminal.exit).code, args[0]).toBe(0);
      await terminal.settled();
      const { lines: _, ...done } = await watched(terminal.output());
      expect(done).toEqual(UNTOUCHED);
    }
  });
});
