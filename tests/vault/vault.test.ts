// Sixty notes as people write them elsewhere (Obsidian, Hugo, Jekyll, Zola, Docusaurus, a README) through
// the built program: list, read, search, check and the screen. What comes out lies in goldens/, to be read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeset } from '../../src/typeset/layout.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { command, type Home, makeHome, scrubbed } from '../support/program.ts';
import { openTerminal } from '../support/terminal.ts';
import { ansi } from '../typeset/setting-support.ts';

const VAULT = fileURLToPath(new URL('.', import.meta.url));
const NOTES = join(VAULT, 'notes');
const WIDTHS = [40, 80, 120, 200];

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home[Symbol.dispose]());

const golden = (name: string): string => join(VAULT, 'goldens', `${name}.txt`);

/** What the program says in the vault, in German. */
async function said(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await home.run([...args, '--language', 'de', '--no-history'], {
    cwd: VAULT,
  });
  return stdout + stderr;
}

/** The list without its last column, which says what was read. */
const listed = async (...more: readonly string[]): Promise<string> =>
  (await said('list', '--from', 'notes', ...more)).replace(/\t[^\t\n]*$/gm, '');

const noteFiles = (): string[] =>
  readdirSync(NOTES, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.(?:md|markdown)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

describe('the vault', () => {
  it('has sixty notes', async () => {
    expect(noteFiles()).toHaveLength(60);
    const ids = (await said('list', '--from', 'notes')).trim().split('\n');
    expect(ids).toHaveLength(60);
  });

  it('is listed by its titles and dates', async () => {
    await expect(await listed()).toMatchFileSnapshot(golden('list'));
    await expect(await listed('--tag', 'bienen')).toMatchFileSnapshot(golden('list-tag'));
  });

  it('is read as plain text, every note', async () => {
    const ids = (await said('list', '--from', 'notes'))
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0] as string);
    const text = await said('read', ...ids, '--from', 'notes');
    await expect(text).toMatchFileSnapshot(golden('read'));
    for (const sign of ['%%Re', '[[Ja', '==N', '^pegel', '[!', 'layout:', '+++'])
      expect(text).not.toContain(sign);
  });

  it('is found by its words', async () => {
    const found = await Promise.all(
      ['Wasser', 'Imkerei', 'Spitzklammern', 'river'].map((word) =>
        said('search', word, '-n', '5', '--from', 'notes'),
      ),
    );
    await expect(found.join('\n')).toMatchFileSnapshot(golden('search'));
  });

  it('draws a picture that a note embeds by its name', async () => {
    const { stdout } = await home.run(
      [
        'read',
        'garten/Futterteig',
        '--from',
        'notes',
        '--format',
        'ansi',
        '--pictures',
        'blocks',
        '--no-history',
      ],
      { cwd: VAULT, env: { FORCE_COLOR: '3', COLORTERM: 'truecolor' } },
    );
    expect(stdout).toMatch(/[\u2580-\u259f]/);
  });

  it('is checked', async () => {
    await expect(await said('check', 'notes')).toMatchFileSnapshot(golden('check'));
  });

  it('answers to names, days and aliases, and says what links where', async () => {
    for (const [query, id] of [
      ['2025-01-15', 'tagebuch/2025-01-15'],
      ['2025-01-20', 'tagebuch/Treffen mit Jana'],
      ['Imkerei', 'garten/Bienen'],
      ['Hugos Erster', 'hugo/erster-beitrag'],
      ['ein titel aus html', 'wissen/Ein Kapitel in HTML'],
    ] as const) {
      const found = JSON.parse(await said('read', query, '--json', '--from', 'notes'));
      expect(found.id).toBe(id);
    }
    const bees = JSON.parse(await said('read', 'garten/Bienen', '--json', '--from', 'notes'));
    expect(bees.links).toEqual(['garten/Futterteig', 'garten/Brunnen']);
    expect(bees.backlinks).toEqual([
      'garten/Futterteig',
      'garten/werkzeug/index',
      'rezepte/Honigkuchen',
      'rezepte/Sauerteig',
      'tagebuch/2025-01-13',
      'tagebuch/Treffen mit Jana',
      'wissen/Zettelkasten',
    ]);
  });

  it('has no line that is wider than the window, at any width', () => {
    for (const file of noteFiles()) {
      const document = parseDocument(readFileSync(file, 'utf8'));
      for (const width of WIDTHS) {
        const { lines } = typeset(document, { ...ansi(Math.min(72, width - 4)), wide: width - 4 });
        expect(lines.filter((line) => line.width > width - 4)).toEqual([]);
      }
    }
  });
});

/** Notes that show something of the page, each printed at every width. */
const PAGES = [
  ['callouts', 'wissen/Callouts'],
  ['formulas', 'wissen/Pegel und Druck'],
  ['readme', 'atlas/README'],
  ['levels', 'atlas/levels'],
  ['table', 'garten/Bienen'],
  ['hugo', 'hugo/erster-beitrag'],
] as const;

describe('its pages', () => {
  it.each(PAGES)('%s', async (name, id) => {
    const pages = await Promise.all(
      WIDTHS.map(async (width) => {
        const { stdout } = await home.run(
          ['read', id, '--from', 'notes', '--format', 'ansi', '--language', 'de', '--no-history'],
          { cwd: VAULT, env: { COLUMNS: String(width), NO_COLOR: '1', TERM: 'dumb' } },
        );
        return `${'='.repeat(width)} ${width}\n${stdout}`;
      }),
    );
    await expect(pages.join('\n')).toMatchFileSnapshot(golden(`page-${name}`));
  });
});

describe('its screens', () => {
  it.each(WIDTHS)('at %i columns', async (width) => {
    const [file, before] = command();
    const terminal = openTerminal({
      file,
      args: [...before, 'tui', '--from', 'notes', '--no-history'],
      env: { ...scrubbed(home.path), LANG: 'de_DE.UTF-8', TERM: 'xterm-256color' },
      cwd: VAULT,
      columns: width,
      rows: 20,
    });
    const screens: string[] = [];
    const keep = (): void => {
      // Without the header and the footer, which speak of other things.
      screens.push(terminal.lines().slice(1, -2).join('\n').trimEnd());
    };
    try {
      await terminal.until('Index of rivers');
      await terminal.settled();
      keep();
      terminal.type('/werkzeug\r\r');
      await terminal.until('Sense');
      terminal.type('B');
      await terminal.until('Verlinkt von');
      await terminal.settled();
      keep();
    } finally {
      await terminal[Symbol.asyncDispose]();
    }
    await expect(`${screens.join(`\n${'='.repeat(width)}\n`)}\n`).toMatchFileSnapshot(
      golden(`screen-${width}`),
    );
  });
});
