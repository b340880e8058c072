// The manual page: of the same words as the help, and right for every man program that is here.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programOutline } from '../src/cli/program.ts';
import { messagesFor } from '../src/messages/messages.ts';
import { helpList } from '../src/tui/keys/help-list.ts';
import { DEFAULT_KEYMAP, keyLabel } from '../src/tui/keys/keymap.ts';
import { ROOT } from './support/program.ts';
import { surroundings } from './support/tty.ts';

const pages = [
  ['en', 'man/news.1'],
  ['de', 'man/news.de.1'],
] as const;
/** Names of signs in roff. */
const SIGNS: Readonly<Record<string, string>> = { ti: '~', ha: '^', ga: '`' };
const has = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args).error === undefined;

function run(program: string, args: readonly string[]) {
  const env = { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', MANROFFOPT: '-c', PAGER: 'cat' };
  return spawnSync(program, args, { encoding: 'utf8', env, cwd: ROOT });
}

describe.each(pages)('the manual page in %s', (language, file) => {
  const outline = programOutline(messagesFor(language), surroundings());

  it.skipIf(!has('mandoc', '-V'))('is clean to mandoc', () => {
    const { stdout, stderr, status } = run('mandoc', ['-T', 'lint', '-W', 'all', join(ROOT, file)]);
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  it('has the keys of the keymap, each with what it does', () => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/\\f./g, '');
    const text = source
      .replace(/\\([-e])/g, '$1')
      .replace(/\\\((..)/g, (_, name) => SIGNS[name] ?? '');
    const { tui } = messagesFor(language);
    for (const entry of helpList(DEFAULT_KEYMAP)) {
      if (entry.kind !== 'command') continue;
      const keys = entry.binding.keys.map((key) => keyLabel(key, false, tui)).join(', ');
      expect(text).toContain(`\n${keys}\n${tui.help[entry.binding.help]}\n`);
    }
  });

  it.skipIf(!has('man', '--version'))('shows every command, flag and example in man', () => {
    const { stdout, status } = run('man', ['-l', join(ROOT, file)]);
    expect(status).toBe(0);
    // man may hyphenate, justify and overstrike; what counts is the words.
    const text = stdout
      .replace(/.\u0008/g, '')
      .replace(/‐\n\s*/g, '')
      .replace(/\s+/g, ' ');
    const flags = [outline, ...outline.commands].flatMap((command) => command.flags);
    const wanted = [
      ...outline.commands.flatMap(({ name }) => [`news ${name}`]),
      ...flags.flatMap(({ names }) => names),
      ...Object.values(messagesFor(language).help.examples).flatMap((all) =>
        all.map(([line]) => line),
      ),
    ];
    expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
  });
});
