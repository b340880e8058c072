import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type Home, makeHome } from '../support/program.ts';

let home: Home;
let cwd: string;
beforeAll(() => {
  home = makeHome();
  cwd = mkdtempSync(join(home.path, 'work-'));
  mkdirSync(join(cwd, 'papers'));
  writeFileSync(join(cwd, 'papers', 'eins.md'), '# Eine Notiz\n\nMit Text.\n');
  writeFileSync(join(cwd, 'LICENSE'), 'Frei für alle.\n');
  writeFileSync(join(cwd, 'picture'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]));
});
afterAll(() => home[Symbol.dispose]());

const run = (args: readonly string[], input?: string) =>
  home.run(args, {
    cwd,
    env: { LC_ALL: 'en_US.UTF-8' },
    ...(input === undefined ? {} : { input }),
  });

describe('what is no command', () => {
  it.each([
    ['a file', ['papers/eins.md'], /^Eine Notiz\n\nMit Text\.\n$/],
    ['an id', ['ki-wirtschaft/klarna-stellenabbau'], /^Klarna will/],
    ['words of a title', ['klarna', 'stellen'], /^Klarna will/],
    ['a folder', ['papers'], /^papers\/eins\tpapers\t1\tEine Notiz\t/],
    ['a file without an extension', ['read', 'LICENSE'], /^Frei für alle\.\n$/],
  ])('is opened: %s', async (_, args, said) => {
    const { status, stdout } = await run(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(said);
  });

  it('is named where it is nothing', async () => {
    const { status, stderr, stdout } = await run(['gibtesnicht']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('gibtesnicht');
  });

  it('is refused in a line where it is no text', async () => {
    const { status, stderr } = await run(['read', './picture']);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(stderr).toContain('picture');
  });
});

describe('what is piped in', () => {
  it.each([[[]], [['-']], [['read']], [['read', '-']]])('is read by news %j', async (args) => {
    const { stdout } = await run(args, '# Hallo\n\nWelt.\n');
    expect(stdout).toBe('Hallo\n\nWelt.\n');
  });

  it('leaves the list where nothing came', async () => {
    expect((await run([], '')).stdout).toContain('ki-wirtschaft/');
  });
});

describe('what a command does not take', () => {
  it.each([
    [['list', 'guide'], 'news list --series guide'],
    [['list', '--series', 'gui'], 'guide'],
    [['list', 'papers'], 'news list --from papers'],
    [['raed', 'klarna'], 'news read'],
  ])('%j is wrong usage, with the command that was meant', async (args, meant) => {
    const { status, stderr, stdout } = await run(args);
    expect(stdout).toBe('');
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(meant);
  });

  it('names a folder that is not there', async () => {
    const { stderr, status } = await run(['list', '--from', '/nirgends']);
    expect(status).toBe(2);
    expect(stderr).toContain('/nirgends');
  });
});

describe('a working folder that was deleted', () => {
  it('keeps nobody from reading a file by its path, or an article by its id', async () => {
    const gone = mkdtempSync(join(home.path, 'gone-'));
    const [program, before] = command();
    const script = `cd "$1" && rmdir "$1" && shift && exec "$@"`;
    const news = (...args: string[]) =>
      execFileSync(
        'sh',
        ['-c', script, 'sh', mkdtempSync(`${gone}/x`), program, ...before, ...args],
        {
          env: home.env,
          encoding: 'utf8',
        },
      );
    expect(news('read', join(cwd, 'papers', 'eins.md'))).toBe('Eine Notiz\n\nMit Text.\n');
    expect(news('read', 'klarna')).toMatch(/^Klarna will/);
  });
});

describe('the articles that ship', () => {
  const order = async (lang: string) =>
    (await home.run(['list'], { cwd, env: { LC_ALL: lang } })).stdout
      .split('\n')
      .map((line) => line.split('/')[0])
      .filter((key, at, all) => key !== '' && key !== all[at - 1]);

  it('stand in the order that suits the reader’s language', async () => {
    expect(await order('en_US.UTF-8')).toEqual(['guide', 'ki-wirtschaft', 'handbuch']);
    expect(await order('de_DE.UTF-8')).toEqual(['ki-wirtschaft', 'handbuch', 'guide']);
  });

  it('are hidden by the config', async () => {
    using other = makeHome();
    mkdirSync(join(other.path, '.config', 'news'), { recursive: true });
    writeFileSync(join(other.path, '.config', 'news', 'config.yaml'), 'bundled: false\n');
    expect((await other.run(['list'])).stdout).toBe('');
  });

  it('have their keys in the help', async () => {
    expect((await run(['help', 'keys'])).stdout).toMatch(/^reader\.next\t/m);
  });
});
