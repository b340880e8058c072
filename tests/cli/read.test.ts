import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, ROOT, shell } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const KLARNA = join(ROOT, 'articles', 'ki-wirtschaft', '02-klarna-stellenabbau.md');
const source = readFileSync(KLARNA, 'utf8');
const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
const title = 'Klarna will mit KI fast die Hälfte seiner Stellen abbauen';

const news = (args: string, env: Record<string, string> = {}, input?: string) =>
  home.run(args.split(' '), { env, ...(input === undefined ? {} : { input }) });

describe('news read, in a pipe', () => {
  it('prints the text and nothing else', async () => {
    const { status, stdout, stderr } = await news('read klarna');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith(`${title}\n\n`)).toBe(true);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad]/);
    expect(stdout).not.toMatch(/[^\S\n]$/m);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  it('prints one paragraph a line, with every word in order', async () => {
    const { stdout } = await news('read klarna --links none');
    const paragraphs = body
      .split(/\n{2,}/)
      .map((block) => block.trim())
      .filter((block) => /^[A-ZÄÖÜ]/.test(block));
    const lines = stdout.split('\n');
    let from = 0;
    for (const paragraph of paragraphs) {
      const plain = paragraph.replace(/\[\^[^\]]+\]/g, '').replace(/\s+/g, ' ');
      const at = lines.findIndex(
        (line, index) =>
          index >= from && line.replace(/\[\d+\]/g, '').replace(/\s+/g, ' ') === plain,
      );
      expect(at, plain.slice(0, 60)).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('wraps at the width asked for, and nowhere else', async () => {
    for (const width of [20, 40, 66]) {
      const { stdout } = await news(`read klarna --width ${width}`);
      const widest = Math.max(...stdout.split('\n').map((line) => [...line].length));
      expect(widest).toBeLessThanOrEqual(width);
      expect(widest).toBeGreaterThan(width - 6);
    }
  });

  it('keeps markdown as it is, without the front matter', async () => {
    const { stdout } = await news('read klarna --format markdown');
    expect(stdout.trim()).toBe(body.trim());
  });

  it('gives JSON that a program can read', async () => {
    const { stdout } = await news('read klarna --json');
    const article = JSON.parse(stdout);
    expect(article).toMatchObject({
      id: 'ki-wirtschaft/klarna-stellenabbau',
      slug: 'klarna-stellenabbau',
      series: 'ki-wirtschaft',
      number: 2,
      title,
      date: '2024-08-28',
      lang: 'de',
      previous: 'ki-wirtschaft/dell-ki-server',
      next: 'ki-wirtschaft/openai-anthropic-pruefung',
      path: expect.stringMatching(/02-klarna-stellenabbau\.md$/),
      words: expect.any(Number),
      minutes: expect.any(Number),
    });
    expect(Object.keys(article)).toEqual([
      'id',
      'slug',
      'series',
      'number',
      'title',
      'date',
      'updated',
      'authors',
      'lang',
      'tags',
      'aliases',
      'summary',
      'source',
      'words',
      'minutes',
      'path',
      'previous',
      'next',
      'links',
      'backlinks',
      'markdown',
      'text',
    ]);
    expect(article.markdown.trim()).toBe(body.trim());
    const several = JSON.parse((await news('read dell klarna --json')).stdout);
    expect(several.map(({ slug }: { slug: string }) => slug)).toEqual([
      'dell-ki-server',
      'klarna-stellenabbau',
    ]);
  });

  it('is styled with --color always, each line closed', async () => {
    const { stdout } = await news('read klarna --color always');
    expect(stdout).toContain('\u001b[1m');
    for (const line of stdout.split('\n')) {
      expect(line.replace(/\u001b\[[\d;]*m/g, '')).not.toContain('\u001b');
      const codes = [...line.matchAll(/\u001b\[([\d;]*)m/g)].map((match) => match[1]);
      const last = codes.at(-1);
      if (last !== undefined)
        expect(['0', '22', '23', '24', '27', '29', '39', '49']).toContain(last);
    }
  });

  it('ends quietly when the reader stops early', async () => {
    const result = await shell('news read klarna | head -1', { env: home.env, cwd: home.path });
    expect(result).toMatchObject({ status: 0, stdout: `${title}\n`, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says so when the output cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const result = await home.run(['read', 'klarna'], { stdout: full });
    closeSync(full);
    expect(result.status).toBe(2);
    expect(result.stderr).toBe("news: can't write the output: no space left on the device\n");
  });
});

describe('what a query finds', () => {
  const titleOf = async (query: string, input?: string): Promise<string> =>
    (await news(`read ${query}`, {}, input)).stdout.split('\n')[0] ?? '';

  it.each([
    'KLARNA',
    'stellenabbau',
    'ki-wirtschaft/2',
    'klarna-stellenabbau',
    'ki-wirtschaft/klarna-stellenabbau',
  ])('is Klarna for %s', async (query) => {
    expect(await titleOf(query)).toBe(title);
  });

  it('is the newest article for latest', async () => {
    expect(await titleOf('latest')).toBe('OpenAI und Anthropic lassen sich prüfen');
  });

  it('is a file by its path, a pipe, and standard input', async () => {
    writeFileSync(join(home.path, 'some.md'), '# Ein Titel\n\nEin *Satz*.\n');
    expect((await news('read ./some.md')).stdout).toBe('Ein Titel\n\nEin Satz.\n');
    expect((await news('read some.md')).stdout).toBe('Ein Titel\n\nEin Satz.\n');
    expect((await news('read -', {}, '# Von\n\n**innen**')).stdout).toBe('Von\n\ninnen\n');
    const fromPipe = await shell('news read <(echo "**x**")', { env: home.env, cwd: home.path });
    expect(fromPipe).toMatchObject({ status: 0, stdout: 'x\n' });
  });

  it('suggests the right id for a typing error', async () => {
    const { status, stdout, stderr } = await news('read klrana');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^news: no article matches “klrana”\nDid you mean .*klarna-stellenabbau.*\?\n$/,
    );
  });

  it('lists the candidates where several match', async () => {
    const { status, stdout, stderr } = await news('read ki');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('ki-wirtschaft/dell-ki-server');
    expect(stderr).toContain('ki-wirtschaft/klarna-stellenabbau');
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('the way through a series', () => {
  it('goes on from the article read last', async () => {
    using reader = makeHome();
    const first = async (command: string): Promise<string> =>
      (await reader.run(command.split(' '))).stdout.split('\n')[0] ?? '';
    expect(await first('read klarna')).toBe(title);
    expect(await first('next')).toBe('OpenAI und Anthropic lassen sich prüfen');
    expect(await first('prev')).toBe(title);
    expect(await first('read')).toBe(title);
    await first('next');
    const end = await reader.run(['next']);
    expect(end.status).toBe(1);
    expect(end.stderr).toBe(
      'news: “OpenAI und Anthropic lassen sich prüfen” is the last of its series\n',
    );
  });

  it('starts at the first article where nothing was read', async () => {
    using reader = makeHome();
    const { stdout } = await reader.run(['read'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(stdout).toMatch(/^Dell: KI-Server treiben den Umsatz\n/);
    using other = makeHome();
    expect((await other.run(['read'])).stdout).toMatch(/^Reading in the terminal\n/);
  });

  it('leaves no trace where none is wanted', async () => {
    using reader = makeHome();
    await reader.run(['read', 'klarna', '--no-history']);
    await reader.run(['read', 'klarna'], { env: { NEWS_HISTORY: '0' } });
    await reader.run(['read', KLARNA]);
    expect(existsSync(join(reader.path, '.local', 'state', 'news', 'history'))).toBe(false);
    writeFileSync(join(reader.path, 'x.md'), 'x');
    await reader.run(['read', 'x.md']);
    const left = readdirSync(reader.path, { recursive: true }).map(String);
    expect(left.filter((path) => path.includes('history'))).toEqual([]);
  });

  it('reads on where neither history nor cache can be written', async () => {
    const env = { XDG_STATE_HOME: '/proc/nowhere', XDG_CACHE_HOME: '/proc/nowhere' };
    const { status, stdout, stderr } = await news('read klarna', env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith(title)).toBe(true);
  });

  it('prints a long article of the library as by its path, out of the cache and where that has lost parts', async () => {
    using reader = makeHome();
    const folder = join(reader.path, 'long', 'one');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'long.md');
    const paragraphs = Array.from(
      { length: 9000 },
      (_, index) => `Words ${index} of [a link](https://e.org/${index}) and a note[^${index % 7}].`,
    );
    const notes = Array.from({ length: 7 }, (_, index) => `[^${index}]: Note ${index}.`);
    writeFileSync(path, ['# Long', ...paragraphs, ...notes].join('\n\n'));
    const env = { NEWS_HISTORY: '0' };
    const named = async () =>
      (await reader.run(['read', 'one/long', '--from', join(reader.path, 'long')], { env })).stdout;
    const { stdout } = await reader.run(['read', path], { env });
    expect(stdout).toContain('Words 8999 of a link');
    expect((await named()) === stdout).toBe(true);
    expect((await named()) === stdout).toBe(true);
    const cache = join(reader.path, '.cache');
    const file = readdirSync(cache, { recursive: true })
      .map((name) => join(cache, String(name)))
      .find((name) => /\.(db|sqlite)$/.test(name));
    const db = new DatabaseSync(file ?? '');
    expect(db.prepare('DELETE FROM parts WHERE part > 2').run().changes).toBeGreaterThan(3);
    db.close();
    expect((await named()) === stdout).toBe(true);
  });
});
