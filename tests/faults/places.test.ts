// Folders that are missing, closed, full or not what they should be: HOME, the cache, the journal,
// the folder for temporary files.

import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { command, makeHome, type Result, ROOT } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const TITLE = /^Klarna will mit KI/;
const library = join(home.path, 'library', 'series');
mkdirSync(library, { recursive: true });
cpSync(join(ROOT, 'articles', 'ki-wirtschaft'), library, { recursive: true });
const [file, before] = command();

/** Runs a shell script in which `news` is the program, by another program such as `unshare`. */
function script(
  by: readonly string[],
  text: string,
  env: Record<string, string> = {},
): Promise<Result> {
  const quoted = [file, ...before].map((word) => `'${word}'`).join(' ');
  const [program = 'bash', ...words] = [...by, 'bash', '-c', `news() { ${quoted} "$@"; }; ${text}`];
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      env: { ...home.env, ...env },
      cwd: home.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

const from = ['--from', join(home.path, 'library')];

describe('a HOME', () => {
  it.each([
    ['that is not there', join(home.path, 'missing')],
    ['that is a file', join(ROOT, 'package.json')],
    ['below a file', join(ROOT, 'package.json', 'home')],
    ['that is empty', ''],
    ['below /proc, where no folder can be made', '/proc/nowhere'],
    ['that is a device', '/dev/null'],
    ['with a name that is too long', join(home.path, 'x'.repeat(300))],
  ])('%s keeps nobody from reading', async (_, path) => {
    const env = { HOME: path, USERPROFILE: path };
    for (const args of [
      ['read', 'klarna', ...from],
      ['next', ...from],
      ['list', ...from],
      ['search', 'klarna', ...from],
      ['history'],
      ['config'],
    ]) {
      const { status, stdout, stderr } = await home.run(args, { env });
      const isNext = args[0] === 'next';
      expect({ status, stderr }, args.join(' ')).toEqual({
        status: 0,
        stderr: args[0] === 'history' && path !== '' ? expect.any(String) : '',
      });
      if (args[0] === 'read') expect(stdout).toMatch(TITLE);
      if (isNext) expect(stdout.length).toBeGreaterThan(100);
    }
  });

  it('that is not set at all keeps nobody from reading', async () => {
    const env = {
      HOME: undefined,
      XDG_STATE_HOME: join(home.path, 's'),
      XDG_CACHE_HOME: join(home.path, 'c'),
    };
    expect(await home.run(['read', 'klarna', ...from], { env })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.each(['XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME'])(
    'is not needed by %s where that is a file, a device or closed',
    async (name) => {
      for (const path of [
        join(ROOT, 'package.json'),
        '/dev/full',
        '/proc/1',
        '/proc/self/nowhere',
      ]) {
        expect(
          await home.run(['read', 'klarna', ...from], { env: { [name]: path } }),
        ).toMatchObject({ status: 0, stderr: '' });
      }
    },
  );
});

describe('a folder for temporary files', () => {
  it('that is not there is not missed', async () => {
    const env = {
      TMPDIR: '/nonexistent',
      TMP: '/nonexistent',
      TEMP: '/nonexistent',
      SQLITE_TMPDIR: '/nonexistent',
    };
    for (const args of [['read', 'klarna'], ['list'], ['search', 'klarna']]) {
      expect(await home.run([...args, ...from], { env }), args[0]).toMatchObject({
        status: 0,
        stderr: '',
      });
    }
  });
});

describe('a terminal without TERM', () => {
  it('gets the article like any other', async () => {
    expect(
      await home.run(['read', 'klarna', '--color', 'always', ...from], {
        env: { TERM: undefined },
      }),
    ).toMatchObject({ status: 0, stderr: '' });
  });
});

const isRoot = process.getuid?.() === 0;
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

describe.skipIf(process.platform !== 'linux')('a reader without permission', () => {
  const by = isRoot ? nobody : [];

  it('reads from a HOME that is read-only', async () => {
    using other = makeHome();
    open(home.path);
    chmodSync(other.path, 0o555);
    const { status, stdout, stderr } = await script(
      by,
      `news read klarna --from '${join(home.path, 'library')}' && news list --from '${join(home.path, 'library')}' | wc -l`,
      { HOME: other.path },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(TITLE);
    expect(stdout).toMatch(/\n3\n$/);
  });

  it('is told which file cannot be read, and sees the others', async () => {
    const root = join(home.path, 'closed');
    mkdirSync(join(root, 'series'), { recursive: true });
    writeFileSync(join(root, 'series', 'open.md'), '# Open\n\nText\n');
    writeFileSync(join(root, 'series', 'shut.md'), '# Shut\n\nText\n');
    open(home.path);
    const run = (text: string) => script(by, text, { HOME: '/proc/nowhere' });
    await script([], `chmod 000 '${root}/series/shut.md'`);
    const listed = await run(`news list --from '${root}'`);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(await run(`news read open --from '${root}'`)).toMatchObject({
      status: 0,
      stdout: 'Open\n\nText\n',
    });
    for (const query of [`shut --from '${root}'`, `'${root}/series/shut.md'`]) {
      expect(await run(`news read ${query}`)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: `news: can't read ${root}/series/shut.md: permission denied\n`,
      });
    }
    await script([], `chmod 000 '${root}/series'`);
    expect((await run(`news list --from '${root}'`)).stderr).toMatch(/^No articles here\.\n/);
    await script([], `chmod 755 '${root}/series'`);
  });

  it('is told of a config file that cannot be read', async () => {
    using other = makeHome();
    open(other.path);
    mkdirSync(join(other.path, '.config', 'news'), { recursive: true });
    const config = join(other.path, '.config', 'news', 'config.yaml');
    writeFileSync(config, 'theme: light\n', { mode: 0o000 });
    const said = await script(by, 'news read klarna', { HOME: other.path });
    expect(said).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `news: can't read ${config}: permission denied\n`,
    });
  });
});

/** Lets everybody into a test's folder. */
function open(path: string): void {
  chmodSync(path, 0o777);
}

const own = isRoot ? ['unshare', '-m'] : ['unshare', '-Urm'];
const mounts =
  process.platform === 'linux' &&
  (await script(own, 'mount -t tmpfs -o size=64k tmpfs /mnt').catch(() => ({ status: 1 })))
    .status === 0;

describe.skipIf(!mounts)('a full disk', () => {
  const disk = (text: string, env: Record<string, string> = {}) => {
    const state = join(home.path, 'disk');
    mkdirSync(state, { recursive: true });
    const lines = [
      `mount -t tmpfs -o size=64k tmpfs '${state}'`,
      `export XDG_STATE_HOME='${state}/s' XDG_CACHE_HOME='${state}/c'`,
      `cd '${state}'`,
      `L='--from ${join(home.path, 'library')}'`,
      `fill() { head -c 200000 /dev/zero > fill 2>/dev/null; }`,
      `journal() { cat s/news/history/*.jsonl; }`,
      text,
    ];
    return script(own, lines.join('\n'), env);
  };

  it('for the journal keeps nobody from reading, and what was there stays', async () => {
    const { stdout, stderr, status } = await disk(
      'news read klarna $L >/dev/null; journal > /tmp/$$.a; fill; news read dell $L | head -1; for i in 1 2 3; do news read dell $L >/dev/null || echo failed; done; journal > /tmp/$$.b; rm fill; news read openai $L >/dev/null; echo; journal; cmp -n $(stat -c %s /tmp/$$.a) /tmp/$$.a /tmp/$$.b && echo same; rm /tmp/$$.*',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^Dell/);
    expect(lines.at(-1)).toBe('same');
    expect(
      lines.filter((line) => line.includes('"read"')).map((line) => JSON.parse(line).id),
    ).toEqual(
      expect.arrayContaining(['series/klarna-stellenabbau', 'series/openai-anthropic-pruefung']),
    );
  });

  it('that fills in the middle of a line leaves a journal that can be read and goes on', async () => {
    // One byte short of a page: the next line is cut after one byte.
    const { stdout, stderr } = await disk(
      `news read klarna $L >/dev/null; J=$(ls s/news/history/*.jsonl); while [ $(stat -c %s $J) -lt 3990 ]; do printf '{"kind":"read","id":"a/b","at":"2024-01-01T00:00:00Z","share":1}\\n' >> $J; done; printf '%*s' $((4094 - $(stat -c %s $J))) '' >> $J; echo >> $J; fill; news read dell $L >/dev/null; news read dell $L > /dev/null; stat -c %s $J; rm fill; news read openai $L >/dev/null; news read klarna $L >/dev/null; news next $L | head -1; news history | cut -f1`,
    );
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(Number(lines[0])).toBeGreaterThanOrEqual(4095);
    expect(lines[1]).toMatch(/^OpenAI/);
    expect(lines.slice(2).sort()).toEqual([
      'a/b',
      'series/klarna-stellenabbau',
      'series/openai-anthropic-pruefung',
    ]);
  });

  it('for the cache gives the same answers as an empty one', async () => {
    const { stdout, stderr } = await disk(
      'news list $L > /tmp/$$.a; news search klarna $L > /tmp/$$.b; rm -rf c; fill; news list $L | cmp - /tmp/$$.a && news search klarna $L | cmp - /tmp/$$.b && echo same; rm fill; news list $L | cmp - /tmp/$$.a && echo again; rm /tmp/$$.*',
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'same\nagain\n', stderr: '' });
  });

  it('for the output is one line and 2, whatever the command', async () => {
    const { stdout, stderr } = await disk(
      'fill; for c in "read klarna" list "list --json" "search klarna"; do news $c $L > out; echo $?; done',
    );
    expect(stdout).toBe('2\n2\n2\n2\n');
    expect(stderr).toBe("news: can't write the output: no space left on the device\n".repeat(4));
  });
});

describe('what the program leaves', () => {
  it('is for its user alone', async () => {
    if (process.platform === 'win32') return expect(process.platform).toBe('win32');
    using other = makeHome();
    await other.run(['read', 'klarna', ...from]);
    const folder = join(other.path, '.local', 'state', 'news', 'history');
    const [journal = ''] = readdirSync(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, journal)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, journal), 'utf8').trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(other.path, '.config'))).toBe(false);
  });
});
