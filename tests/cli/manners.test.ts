import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, ROOT } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const german = { LANG: 'de_DE.UTF-8' };

describe('help and version', () => {
  it('speak German and English, by locale and by flag', async () => {
    const english = (await home.run(['--help'], { env: { LANG: 'C' } })).stdout;
    expect(english).toMatch(/^Usage: news/);
    expect(english).toContain('print one or more articles');
    const deutsch = (await home.run(['--help'], { env: german })).stdout;
    expect(deutsch).toMatch(/^Aufruf: news/);
    expect(deutsch).not.toMatch(/Usage|Options|Commands|Arguments|display/);
    expect((await home.run(['--language', 'de', '--help'])).stdout).toBe(deutsch);
    const read = (await home.run(['read', '--help'], { env: german })).stdout;
    expect(read).not.toMatch(/Usage|Options|Commands|Arguments|display/);
  });

  it('name every command', async () => {
    const { stdout } = await home.run(['--help']);
    for (const name of [
      'read',
      'next',
      'prev',
      'list',
      'search',
      'tui',
      'open',
      'history',
      'config',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
  });

  it('print the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await home.run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });
});

describe('wrong usage', () => {
  it.each([
    [['raed'], 'news: there is no command “raed”\nDid you mean news read or news add?\n'],
    [
      ['list', 'guide'],
      "news: news list can't take “guide”\nDid you mean news list --series guide?\n",
    ],
    [['read', '--widht', '3'], 'news: there is no flag --widht\nDid you mean --width?\n'],
    [
      ['read', '--width'],
      'news: a value is missing: --width COLUMNS\nnews read --help shows all flags.\n',
    ],
    [
      ['read', 'klarna', '--links', 'x'],
      "news: --links can't be “x”\nIt takes one of inline, references, none.\n",
    ],
    [
      ['read', 'klarna', '--format', 'x'],
      "news: --format can't be “x”\nIt takes one of ansi, plain, markdown, html, json.\n",
    ],
    [
      ['read', 'klarna', '--theme', 'x', '--color', 'always'],
      /^news: there is no theme “x”\nThemes are default, /,
    ],
    [['read', './nothing.md'], /^news: can't read \.\/nothing\.md: no such file\n/],
    [['tui'], 'news: the full-screen reader needs a terminal\nTo print it: news read\n'],
  ])('of %j is one clear sentence and what to do', async (args, said) => {
    const { status, stdout, stderr } = await home.run(args as string[]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    if (typeof said === 'string') expect(stderr).toBe(said);
    else expect(stderr).toMatch(said);
  });

  it('is said in German where German is spoken', async () => {
    const { stderr } = await home.run(['read', 'klrana'], { env: german });
    expect(stderr).toMatch(/^news: Kein Artikel passt zu „klrana“\nGemeint: /);
  });

  it('shows a stack trace only when asked', async () => {
    const quiet = await home.run(['read', '/']);
    expect(quiet.stderr).not.toMatch(/\n\s+at /);
    const loud = await home.run(['read', '/'], { env: { NEWS_DEBUG: '1' } });
    expect(loud.stderr).toMatch(/\n\s+at /);
  });
});

describe('the launcher', () => {
  it.each(['20.20.2', '22.15.1', '23.11.1'])(
    'parses on Node %s and says which one it needs',
    (version) => {
      // An old Node can't be counted on here, so the version it reads is changed under it.
      const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' });
      process.argv = [process.argv[0], 'news', 'read'];
      await import(${JSON.stringify(join(ROOT, 'bin', 'news.js'))});`;
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script],
        {
          encoding: 'utf8',
        },
      );
      expect(status).toBe(2);
      expect(stderr).toBe(`news: needs Node 22.16, or 24 or newer, and this is Node ${version}\n`);
    },
  );
});
