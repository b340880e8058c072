// Hostile text in every place an article has, through the built program, into a pipe and as a
// terminal gets it.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome } from '../support/program.ts';
import { ATTACKS, NEEDED } from './attacks.ts';
import { writeHostileLibrary } from './library.ts';
import { BODY_PLACES } from './places.ts';
import { strayIn } from './stray.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const library = writeHostileLibrary(home.path);

const news = (args: readonly string[], env: Record<string, string> = {}) =>
  home.run([...args, '--from', library.folder], {
    env: { NEWS_HISTORY: '0', FORCE_HYPERLINK: '1', COLORTERM: 'truecolor', ...env },
  });

type Kind = 'pipe' | 'terminal';
const FORMATS: readonly (readonly [name: string, flags: readonly string[], kind: Kind])[] = [
  ['plain text', [], 'pipe'],
  ['plain text, wrapped, with contents', ['--width', '40', '--toc', '--links', 'inline'], 'pipe'],
  ['a terminal', ['--color', 'always', '--toc'], 'terminal'],
  [
    'a terminal, narrow, links listed',
    ['--color', 'always', '--width', '30', '--links', 'references'],
    'terminal',
  ],
  ['JSON', ['--json'], 'pipe'],
];

describe('a hostile article', () => {
  it('is tried in thousands of ways', () => {
    expect(ATTACKS.length).toBeGreaterThan(900);
    expect(library.count).toBeGreaterThan(50_000);
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  });

  it.each(FORMATS)('sends nothing but text and our own styles to %s', async (_, flags, kind) => {
    const { status, stdout, stderr } = await news(['read', ...library.bodies, ...flags]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(strayIn(stdout, kind)).toBeUndefined();
    // All of it was shown, and no address but those a browser may have.
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(stdout).not.toMatch(/\x1b\]8;[^;]*;(?!https?:|mailto:|file:|\x1b)/);
  });

  it.each(FORMATS)('sends nothing of its front matter but text to %s', async (_, flags, kind) => {
    const { status, stdout, stderr } = await news(['read', ...library.matters, ...flags]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(strayIn(stdout, kind)).toBeUndefined();
    expect(stdout.match(/Body\./g)?.length).toBeGreaterThanOrEqual(library.matters.length);
  });

  it('shows a sign where something was removed', async () => {
    const folder = join(home.path, 'signs', 'one');
    mkdirSync(folder, { recursive: true });
    const leaving = ATTACKS.filter(({ leavesSign }) => leavesSign);
    for (const [index, place] of BODY_PLACES.slice(0, 8).entries()) {
      const text = leaving
        .map((attack, of) => `${place.write(attack.text)}\n\nMark ${of}\n`)
        .join('\n');
      writeFileSync(join(folder, `p${index}.md`), `# T\n\n${text}`);
      const { stdout } = await home.run(['read', `p${index}`, '--from', join(home.path, 'signs')]);
      const parts = stdout.split(/\n+Mark \d+\n+/).slice(0, leaving.length);
      const without = leaving.filter((_, of) => !parts[of]?.includes('\ufffd'));
      expect(without.map(({ name }) => `${place.name}: ${name}`)).toEqual([]);
    }
  });

  it('may hold what scripts and emoji need', async () => {
    const path = join(home.path, 'needed.md');
    const texts = Object.values(NEEDED);
    writeFileSync(
      path,
      `---\ntitle: "${texts.join(' ')}"\n---\n\n${texts.join('\n\n')}\n\n${texts.map((text) => `- **${text}**`).join('\n')}\n`,
    );
    const { stdout } = await home.run(['read', path]);
    const lines = stdout.split('\n');
    for (const [name, text] of Object.entries(NEEDED)) {
      expect(lines, name).toContain(text);
      expect(lines, name).toContain(`- ${text}`);
      expect(lines[0], name).toContain(text);
    }
  });

  it('stays its own text as Markdown in a pipe', async () => {
    const text = `# A\n\n${ATTACKS.slice(0, 40)
      .map(({ text }) => text.replace(/[\r\0]/g, ''))
      .join('\n\n')}\n`;
    writeFileSync(join(home.path, 'own.md'), text);
    const { stdout } = await home.run(['read', './own.md', '--format', 'markdown']);
    expect(stdout).toBe(text);
  });

  it('has the same value in JSON, of which every byte is printable', async () => {
    const text = `# A\n\n${ATTACKS.slice(0, 100)
      .map(({ text }) => text)
      .join('\n\n')}\n`;
    writeFileSync(join(home.path, 'value.md'), text);
    const { stdout } = await home.run(['read', './value.md', '--json']);
    expect(JSON.parse(stdout).markdown).toBe(text);
    expect(strayIn(stdout, 'pipe')).toBeUndefined();
  });
});

describe('hostile names and fields', () => {
  it.each([
    ['list', ['list'], 'pipe'],
    ['list --json', ['list', '--json'], 'pipe'],
    ['list --color always', ['list', '--color', 'always'], 'terminal'],
    ['search', ['search', 'text'], 'pipe'],
    ['search --json', ['search', 'body', '-n', '500', '--json'], 'pipe'],
    ['config', ['config'], 'pipe'],
    ['config --json', ['config', '--json'], 'pipe'],
  ] as const)('come out of news %s as text alone', async (_, args, kind) => {
    const { stdout, stderr } = await news(args);
    expect(stderr).toBe('');
    expect(stdout.length).toBeGreaterThan(100);
    expect(strayIn(stdout, kind)).toBeUndefined();
  });

  it('come out of the list as one line each, that a program can cut', async () => {
    const { stdout } = await news(['list']);
    for (const line of stdout.trimEnd().split('\n')) expect(line.split('\t')).toHaveLength(7);
  });

  it('are found again by the id that was listed', async () => {
    const ids = (await news(['list'])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
      .filter((id) => id.includes('name '));
    expect(ids.length).toBeGreaterThan(100);
    const { status, stderr } = await news(['read', ...ids]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

/** A word that would act, should anything print it as it is. */
const WORD = '\x1b]0;PWNED\x07\x9b2J\u202e\nsecond';

/** What the program itself says: never the stack of a fault. */
const SAID = /^(?!node:|[\s\S]*\n\s+at )[\s\S]{3,}/;

/** Three at a time: most of a run is waiting. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all([next(), next(), next()]);
}

describe('hostile words around the program', () => {
  const raw = ATTACKS.filter(
    ({ name, text }) => !name.includes(';') && !text.includes('\0') && text.length < 999,
  );

  it('are harmless in errors, one line each and at most two', async () => {
    const all = raw.map(({ text }) => text).join(' ');
    const some = raw.filter((_, index) => index % 8 === 0).map(({ text }) => text);
    const tries = [all, ...some].flatMap((text) => [
      ['read', `nothing ${text}`],
      ['read', `./${text.replaceAll('/', '').slice(0, 200)}.md`],
      [`x${text}`],
    ]);
    await eachOf(tries, async (args) => {
      const { status, stdout, stderr } = await home.run(args);
      const name = JSON.stringify(args);
      expect(status, name).not.toBe(0);
      expect(stdout, name).toBe('');
      expect(strayIn(stderr, 'pipe'), name).toBeUndefined();
      expect(stderr.trimEnd().split('\n').length, name).toBeLessThanOrEqual(2);
    });
  });

  it('are harmless as values of flags', async () => {
    const flags = [
      'format',
      'width',
      'theme',
      'links',
      'color',
      'language',
      'from',
      'max-size',
      WORD,
    ];
    const tries = [
      ...flags.map((flag) => ['read', 'klarna', `--${flag}`, WORD]),
      ['list', '--sort', WORD],
      ['search', WORD],
      ['search', '-n', WORD, 'x'],
      ['search', 'x', '--series', WORD],
      ['open', WORD],
      ['check', WORD],
      ['help', WORD],
      ['completion', WORD],
      [WORD],
    ];
    await eachOf(tries, async (args) => {
      const { stderr, stdout } = await home.run(args);
      expect(stderr + stdout, JSON.stringify(args)).toMatch(SAID);
      expect(strayIn(stderr + stdout, 'pipe'), JSON.stringify(args)).toBeUndefined();
    });
  });

  it('are harmless in the environment', async () => {
    const names = [
      'TERM',
      'COLUMNS',
      'COLORTERM',
      'PAGER',
      'NEWS_PAGER',
      'BROWSER',
      'NEWS_PATH',
      'NEWS_HISTORY',
      'FORCE_COLOR',
      'FORCE_HYPERLINK',
    ];
    const folders = [
      'HOME',
      'XDG_DATA_HOME',
      'XDG_CONFIG_HOME',
      'XDG_CACHE_HOME',
      'XDG_STATE_HOME',
    ];
    const env = {
      ...Object.fromEntries(names.map((name) => [name, WORD])),
      // Longer ones end Node 24 itself, before it has run a line of any program.
      LANG: 'de_DE\x1b]0;x\x07',
      LC_ALL: 'de\x1b[2J',
      ...Object.fromEntries(
        folders.map((name) => [name, `${home.path}/${WORD.replaceAll('\n', ' ')}/${name}`]),
      ),
    };
    const tries = [
      ['config'],
      ['config', '--json'],
      ['list'],
      ['read', 'nothing'],
      ['read', 'klarna'],
      ['history'],
      ['search', 'klarna'],
    ];
    await eachOf(tries, async (args) => {
      const { signal, stderr, stdout } = await home.run(args, { env });
      expect(signal).toBe(null);
      expect(stderr + stdout, JSON.stringify(args)).toMatch(SAID);
      expect(strayIn(stdout, 'terminal'), JSON.stringify(args)).toBeUndefined();
      expect(strayIn(stderr, 'pipe'), JSON.stringify(args)).toBeUndefined();
    });
  });

  it('are harmless in the config file', async () => {
    const folder = join(home.path, '.config', 'news');
    mkdirSync(folder, { recursive: true });
    const word = '\\x1b]0;PWNED\\x07\\x9b2J\\u202E\\nsecond';
    const texts = [
      `"${word}": 1\n`,
      `theme: "${word}"\nwidth: "${word}"\npager: "${word}"\n`,
      `paths: ["${word}"]\nhistory: "${word}"\n`,
      `themes: {a: {"${word}": bold}}\ntheme: a\n`,
      `themes: {a: {title: "${word}"}}\ntheme: a\n`,
      `keys: {"${word}": "${word}"}\n`,
      '\x1b]0;PWNED\x07: [',
      'a: &a\x1b [*\x1bb]\n',
      'keys: {? {"\\x1b]0;PWNED\\x07": 1} : 2}\n',
    ];
    for (const text of texts) {
      writeFileSync(join(folder, 'config.yaml'), text);
      await eachOf(
        [['config'], ['config', '--json'], ['read', 'klarna', '--color', 'always']],
        async (args) => {
          const { stderr, stdout } = await home.run(args, { env: { NEWS_HISTORY: '0' } });
          expect(stderr + stdout, text).toMatch(SAID);
          expect(strayIn(stdout, 'terminal'), text).toBeUndefined();
          expect(strayIn(stderr, 'pipe'), text).toBeUndefined();
        },
      );
    }
    writeFileSync(join(folder, 'config.yaml'), '');
  });

  it('are harmless in a journal that was tampered with', async () => {
    const folder = join(home.path, '.local', 'state', 'news', 'history');
    mkdirSync(folder, { recursive: true });
    const lines = raw.flatMap(({ text }) => [
      JSON.stringify({ kind: 'read', id: `a/${text}`, at: '2024-01-01T00:00:00Z', share: 1 }),
      JSON.stringify({ kind: 'read', id: 'a/b', at: `2024-01-01T00:00:00Z ${text}`, share: 1 }),
      JSON.stringify({ kind: 'mark', id: text, at: '2024-01-01T00:00:00Z', read: true }),
      text,
    ]);
    writeFileSync(join(folder, 'other.jsonl'), lines.join('\n'));
    for (const args of [['history'], ['history', '--json'], ['list'], ['read'], ['next']]) {
      const { stderr, stdout } = await home.run(args, { env: { NEWS_HISTORY: '0' } });
      expect(stderr + stdout, args.join(' ')).toMatch(SAID);
      expect(strayIn(stderr + stdout, 'pipe'), args.join(' ')).toBeUndefined();
    }
    writeFileSync(join(folder, 'other.jsonl'), '');
  });

  it('are harmless in a cache that was tampered with', async () => {
    const cache = join(home.path, 'tampered');
    const env = { XDG_CACHE_HOME: cache, NEWS_HISTORY: '0' };
    const commands = [
      ['list'],
      ['list', '--json'],
      ['search', 'klarna'],
      ['read', 'klarna'],
      ['read', 'klarna', '--color', 'always', '--toc'],
      ['read', 'klarna', '--json'],
    ];
    for (const args of commands) await home.run(args, { env });
    const file = readdirSync(cache, { recursive: true })
      .map((name) => join(cache, String(name)))
      .find((path) => /\.(db|sqlite)$/.test(path));
    const db = new DatabaseSync(file ?? '');
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
      .all();
    let changed = 0;
    for (const { name } of tables) {
      for (const column of db.prepare('SELECT name FROM pragma_table_info(?)').all(String(name))) {
        // Raw in texts, escaped in JSON: both come out as the control itself.
        for (const text of [
          "char(27) || ']0;PWNED' || char(7) || char(155) || '2J' || char(8238)",
          "'\\u001b]0;PWNED\\u0007\\u009b2J\\u202e'",
        ]) {
          try {
            changed += Number(
              db
                .prepare(
                  `UPDATE "${name}" SET "${column['name']}" = replace("${column['name']}", 'a', ${text}) WHERE typeof("${column['name']}") = 'text' AND rowid % 2 = ${text.startsWith('char') ? 0 : 1}`,
                )
                .run().changes,
            );
          } catch {
            // Keys and numbers can't be changed so.
          }
        }
      }
    }
    db.close();
    expect(changed).toBeGreaterThan(20);
    for (const args of commands) {
      const { stdout, stderr } = await home.run(args, { env });
      expect(strayIn(stdout, 'terminal'), args.join(' ')).toBeUndefined();
      expect(strayIn(stderr, 'pipe'), args.join(' ')).toBeUndefined();
      expect(stderr, args.join(' ')).not.toMatch(/\n\s+at /);
    }
  });
});
