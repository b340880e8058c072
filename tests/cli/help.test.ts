// The help, word for word: a change of it is read as a change of tests/goldens/help.

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandOutline } from '../../src/cli/outline.ts';
import { program, programOutline } from '../../src/cli/program.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { makeHome, ROOT } from '../support/program.ts';
import { surroundings } from '../support/tty.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const outlines = {
  en: programOutline(messagesFor('en'), surroundings()),
  de: programOutline(messagesFor('de'), surroundings()),
};
const names = ['', ...outlines.en.commands.map(({ name }) => name)];
const pages = (['en', 'de'] as const).flatMap((language) =>
  names.map((name) => [language, name] as const),
);

/** Help of a command, or of the program where `name` is empty. */
async function helpOf(language: string, name: string): Promise<string> {
  const args = [...(name === '' ? [] : [name]), '--help', '--language', language];
  const { status, stdout, stderr } = await home.run(args, { env: { COLUMNS: '80' } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('help', () => {
  it.each(pages)('in %s says of “%s” what it said before', async (language, name) => {
    const golden = join(ROOT, 'tests/goldens/help', language, `${name || 'news'}.txt`);
    await expect(await helpOf(language, name)).toMatchFileSnapshot(golden);
  });

  it.each([32, 50, 80, 120])('never runs beyond a screen of %i columns', async (columns) => {
    // A command line to be copied stays in one piece, however long it is.
    const examples = Object.values({ ...messagesFor('en').help.examples })
      .concat(Object.values(messagesFor('de').help.examples))
      .flatMap((all) => all.map(([command]) => command));
    const environment = surroundings({ variables: { COLUMNS: String(columns) } });
    for (const [language, name] of pages) {
      let text = '';
      const write = (more: string): void => {
        text += more;
      };
      const argv = [...(name === '' ? [] : [name]), '--help'];
      await program(argv, messagesFor(language), { environment, version: '', write });
      const wide = text
        .split('\n')
        .filter((line) => line.length > columns && !examples.includes(line.trim()));
      expect({ wide, any: text !== '' }).toEqual({ wide: [], any: true });
    }
  });

  it('has examples for every command, in both languages', () => {
    for (const language of ['en', 'de'] as const) {
      const { examples } = messagesFor(language).help;
      expect(Object.keys(examples)).toEqual(['root', ...names.filter((name) => name !== '')]);
    }
  });

  it('gives examples whose commands and flags exist', () => {
    for (const language of ['en', 'de'] as const) {
      for (const [command] of Object.values(messagesFor(language).help.examples).flat()) {
        expect(unknownWords(command, outlines[language])).toEqual([]);
      }
    }
  });

  it('is the same by flag and by command', async () => {
    for (const name of names) {
      const byCommand = await home.run(['help', ...(name === '' ? [] : [name])]);
      expect(byCommand).toMatchObject({ status: 0, stdout: await helpOf('en', name) });
    }
  });

  it('names what there is where neither command nor topic fits', async () => {
    const { status, stderr } = await home.run(['help', 'nonsense-at-large']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^news: there is no command and no topic “nonsense-at-large”\n\S.*\n$/);
  });
});

/** Words of an example's `news …` that the program does not know. */
function unknownWords(line: string, root: CommandOutline): string[] {
  return [...line.matchAll(/\bnews( [^|)&]*)?/g)].flatMap((match) => {
    const words = (match[1] ?? '').trim().split(/\s+/).filter(Boolean);
    const command = root.commands.find(({ name }) => name === words[0]);
    if (words.length > 0 && !command && !words[0]?.startsWith('-')) return [words[0] ?? ''];
    const known = (command ?? root).flags.flatMap((flag) => flag.names);
    return words.filter(
      (word) => /^--?[a-z]/.test(word) && !known.includes(word) && !negated(word, words),
    );
  });
}

/** `-word` in a search leaves the word out; it is no flag. */
function negated(word: string, words: readonly string[]): boolean {
  return words[0] === 'search' && /^-[a-z]{2}/.test(word);
}
