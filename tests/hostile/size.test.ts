// Hostile sizes and shapes, through the built program: each ends in time in proportion to its size, or
// in a clear error. Time is not measured; a test that takes quadratic time never ends in its limit.

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, shell } from '../support/program.ts';
import { SHAPES } from './shapes.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const env = { NEWS_HISTORY: '0' };

describe('an article of a hostile shape', () => {
  it.each(SHAPES)('is read whole: $name', async ({ write, sizes }) => {
    const path = join(home.path, 'shape.md');
    writeFileSync(path, write(sizes[1]));
    const plain = await home.run(['read', path], { env });
    expect({ status: plain.status, stderr: plain.stderr }).toEqual({ status: 0, stderr: '' });
    writeFileSync(path, write(sizes[0]));
    const styled = await home.run(['read', path, '--color', 'always', '--width', '60'], { env });
    expect({ status: styled.status, stderr: styled.stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('keeps every word of a paragraph that is longer than the parser can take at once', async () => {
    const path = join(home.path, 'words.md');
    const text = Array.from({ length: 400_000 }, (_, index) => `w${index}`).join(' ');
    writeFileSync(path, text);
    const { stdout } = await home.run(['read', path], { env });
    expect(stdout.split(/\s+/).filter(Boolean)).toEqual(text.split(' '));
  });

  it('in a library is listed, found and read like any other', async () => {
    const folder = join(home.path, 'shapes', 'all');
    mkdirSync(folder, { recursive: true });
    SHAPES.forEach(({ write, sizes }, index) => {
      writeFileSync(join(folder, `shape${index}.md`), write(Math.ceil(sizes[0] / 10)));
    });
    const from = ['--from', join(home.path, 'shapes')];
    const listed = await home.run(['list', ...from], { env });
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(SHAPES.length);
    const found = await home.run(['search', 'word', ...from], { env });
    expect(found.status).toBe(0);
    const ids = SHAPES.map((_, index) => `all/shape${index}`);
    expect(await home.run(['read', ...ids, ...from], { env })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect((await home.run(['check', ...from], { env })).stderr).toBe('');
  });
});

describe('an article beyond the limit', () => {
  const giant = join(home.path, 'giant.md');
  writeFileSync(giant, '');
  truncateSync(giant, 1024 ** 3);

  it('of one gigabyte is refused at once, with the way to raise the limit', async () => {
    const { status, stdout, stderr } = await home.run(['read', giant], { env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `news: ${giant} is larger than 64 MB\n--max-size MB reads larger ones, up to 500.\n`,
    );
  });

  it('can be read once the limit is raised, by flag and by config', async () => {
    const path = join(home.path, 'some.md');
    writeFileSync(path, 'word '.repeat(500_000));
    const limited = await home.run(['read', path, '--max-size', '1'], { env });
    expect(limited.stderr).toMatch(/larger than 1 MB/);
    expect((await home.run(['read', path, '--max-size', '3'], { env })).status).toBe(0);
    mkdirSync(join(home.path, '.config', 'news'), { recursive: true });
    writeFileSync(join(home.path, '.config', 'news', 'config.yaml'), 'maxSize: 1\n');
    expect((await home.run(['read', path], { env })).stderr).toMatch(/larger than 1 MB/);
    rmSync(join(home.path, '.config'), { recursive: true });
    expect((await home.run(['read', path, '--max-size', '501'], { env })).status).toBe(2);
  });

  it('in a library hides nothing else', async () => {
    const folder = join(home.path, 'lib', 'series');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'giant.md'), '');
    truncateSync(join(folder, 'giant.md'), 1024 ** 3);
    writeFileSync(join(folder, 'small.md'), '# Small\n\nText\n');
    const from = ['--from', join(home.path, 'lib')];
    const { status, stdout } = await home.run(['list', ...from], { env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^series\/giant\t[^\n]*\nseries\/small\t/);
    const read = await home.run(['read', 'giant', ...from], { env });
    expect(read).toMatchObject({ status: 2, stdout: '' });
    expect(read.stderr).toMatch(/giant\.md is larger than 64 MB\n/);
  });

  it.skipIf(process.platform === 'win32')(
    'on standard input or from a device without end is given up at the limit',
    async () => {
      for (const line of [
        'yes | news read - --max-size 2',
        'news read /dev/zero --max-size 2',
        'news read - --max-size 2 < /dev/zero',
        'news read <(yes) --max-size 2',
      ]) {
        const { stdout, stderr } = await shell(line, {
          env: { ...home.env, ...env },
          cwd: home.path,
        });
        expect(stdout).toBe('');
        expect(stderr, line).toMatch(/^news: \S+ is larger than 2 MB\n--max-size /);
      }
    },
  );
});

describe.skipIf(process.platform === 'win32')('a library of hostile files', () => {
  const root = join(home.path, 'odd');
  const folder = join(root, 'series');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'good.md'), '# Good\n\nText\n');
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('/dev/zero', join(folder, 'zero.md'));
  symlinkSync('/dev/stdin', join(folder, 'stdin.md'));
  symlinkSync('/etc/passwd', join(folder, 'outside.md'));
  symlinkSync('loop.md', join(folder, 'loop.md'));
  symlinkSync('.', join(folder, 'self'));
  symlinkSync('..', join(folder, 'up'));
  symlinkSync('nowhere', join(folder, 'broken.md'));
  symlinkSync('/', join(folder, 'everything'));
  symlinkSync('/proc/self/fd', join(folder, 'proc'));
  mkdirSync(join(folder, 'folder.md'));
  const longest = `${'n\n'.repeat(125)}x.md`;
  writeFileSync(join(folder, longest), 'Text\n');
  const bytes = Buffer.concat([
    Buffer.from(`${folder}/bad`),
    Buffer.from([0xff, 0x1b, 0x9b]),
    Buffer.from('.md'),
  ]);
  writeFileSync(bytes, 'Text\n');

  it('shows its articles, each on one line, and waits for none of the others', async () => {
    const { status, stdout, stderr } = await home.run(['list', '--from', root], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '');
    expect(ids).toContain('series/good');
    expect(
      ids.filter((id) =>
        /pipe|zero|stdin|outside|loop|broken|self|up|everything|proc|folder/.test(id),
      ),
    ).toEqual([]);
    expect(ids.some((id) => id.startsWith('series/n n n'))).toBe(true);
    expect(ids).toHaveLength(3);
    for (const word of ['search', 'check', 'read']) {
      const args = word === 'check' ? [word, root] : [word, 'good', '--from', root];
      expect((await home.run(args, { env })).stderr, word).toBe('');
    }
  });

  it('reads a pipe that is named by its path, as any program does', async () => {
    const { status, stdout } = await shell(
      `(echo '**x**' > odd/series/pipe.md &) ; news read odd/series/pipe.md`,
      { env: { ...home.env, ...env }, cwd: home.path },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'x\n' });
  });

  it('reads what is named by its whole path from a folder that has been deleted', async () => {
    const { status, stdout } = await shell(
      `echo '**x**' > "$HOME/whole.md"; mkdir gone; cd gone; rmdir ../gone; news read "$HOME/whole.md"; news read whole.md || true`,
      { env: { ...home.env, ...env }, cwd: home.path },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'x\n' });
  });
});
