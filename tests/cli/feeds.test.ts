import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesOf, count, filesOf, numbered, serveFeeds } from '../feeds/site.ts';
import { command, makeHome } from '../support/program.ts';

const articles = (files: Readonly<Record<string, string>>): string[] =>
  Object.keys(files).filter((name) => name.endsWith('.md'));

describe('news follow', () => {
  it('follows a feed with one request, a page that names one with two', async () => {
    await using site = await serveFeeds({
      '/feed': numbered([3, 2, 1], 'Die Zeitung'),
      '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    });
    for (const [path, requests] of [
      ['/feed', 1],
      ['/', 2],
    ] as const) {
      using home = makeHome();
      const before = site.requests.length;
      const followed = await home.run(['follow', `${site.origin}${path}`]);
      expect(followed).toMatchObject({
        status: 0,
        stdout: 'die-zeitung\tDie Zeitung\t3\t0\n',
        stderr: '',
      });
      expect(site.requests.length - before).toBe(requests);
      const list = await home.run(['list', '--series', 'die-zeitung']);
      expect(list.stdout.split('\n').map((line) => line.split('\t')[3])).toEqual([
        'Item 3',
        'Item 2',
        'Item 1',
        undefined,
      ]);
      expect(filesOf(home, 'die-zeitung')['series.yaml']).toContain(`${site.origin}/feed`);
    }
  });

  it('keeps nothing of what could not be read, and says why', async () => {
    await using site = await serveFeeds({
      '/page': '<html><body>no feed</body></html>',
      '/text': 'hello',
    });
    using home = makeHome();
    for (const path of ['/page', '/text', '/missing']) {
      const { status, stderr } = await home.run(['follow', `${site.origin}${path}`]);
      expect(status).toBe(1);
      expect(stderr.split('\n')).toHaveLength(2);
    }
    expect(existsSync(articlesOf(home))).toBe(false);
  });

  it('follows a list, its folders as tags, once', async () => {
    await using site = await serveFeeds({ '/a': numbered([1], 'A'), '/b': numbered([2], 'B') });
    using home = makeHome();
    const file = join(home.path, 'feeds.opml');
    const outline = (path: string): string =>
      `<outline text="${path}" xmlUrl="${site.origin}/${path}"/>`;
    writeFileSync(
      file,
      `<opml><body><outline text="Tech">${outline('a')}</outline>${outline('b')}${outline('gone')}</body></opml>`,
    );
    const first = await home.run(['follow', 'feeds.opml']);
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('2 followed, 1 failed');
    expect(filesOf(home, 'a')['series.yaml']).toContain('tags: [Tech]');
    expect(readdirSync(articlesOf(home)).sort()).toEqual(['a', 'b', 'gone']);
    const requests = site.requests.length;
    expect((await home.run(['follow', 'feeds.opml'])).stderr).toContain('0 followed, 3 already');
    expect(site.requests.length).toBe(requests);
    const { stdout } = await home.run(['following', '--opml']);
    expect(stdout).toMatch(/<outline text="Tech" title="Tech">\s*<outline type="rss" text="a"/);
    using other = makeHome();
    writeFileSync(join(other.path, 'again.opml'), stdout);
    await other.run(['follow', 'again.opml']);
    expect((await other.run(['following', '--opml'])).stdout).toBe(stdout);
  });

  it('shows, forwards and exports no credentials', async () => {
    await using other = await serveFeeds({ '/feed': numbered([1]) });
    await using site = await serveFeeds({
      '/feed': (_, response) => response.writeHead(302, { location: `${other.origin}/feed` }).end(),
      '/none': 'x',
    });
    using home = makeHome();
    const secret = site.origin.replace('://', '://user:geheim@');
    const runs = [
      await home.run(['follow', `${secret}/feed`]),
      await home.run(['follow', `${secret}/none`]),
      await home.run(['following']),
      await home.run(['following', '--json']),
      await home.run(['following', '--opml']),
    ];
    for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain('geheim');
    expect(site.requests[0]?.headers.authorization).toBeDefined();
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('news fetch', () => {
  it('asks nothing that is not due, and with what the server gave', async () => {
    let body = numbered([1]);
    await using site = await serveFeeds({
      '/feed': (request, response) => {
        const tag = `W/"${body.length}"`;
        if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
        return response.writeHead(200, { etag: tag, 'last-modified': 'some time' }).end(body);
      },
    });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const folder = join(articlesOf(home), 'example');
    const stamps = (): number[] =>
      readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
    const before = stamps();
    expect((await home.run(['fetch'])).status).toBe(0);
    expect(site.requests).toHaveLength(1);
    expect(await home.run(['fetch', '--force'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(site.requests[1]?.headers).toMatchObject({
      'if-none-match': `W/"${numbered([1]).length}"`,
      'if-modified-since': 'some time',
    });
    expect(stamps()).toEqual(before);
    body = numbered([22, 1]);
    expect((await home.run(['fetch', 'example', '--force'])).stdout).toBe(
      'example\tExample\t1\t0\n',
    );
    expect(articles(filesOf(home, 'example'))).toHaveLength(2);
  });

  it('updates in place, leaves a reader’s change alone and says so once, and brings back nothing removed', async () => {
    const pages = { '/feed': numbered([3, 2, 1]) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const folder = join(articlesOf(home), 'example');
    const [one = '', two = '', three = ''] = articles(filesOf(home, 'example')).sort();
    writeFileSync(join(folder, two), `${readFileSync(join(folder, two), 'utf8')}\nMy own words.\n`);
    rmSync(join(folder, three));
    pages['/feed'] = numbered([3, 2, 1], 'Example', 'Changed');
    const again = await home.run(['fetch', '--force']);
    expect(again).toMatchObject({ status: 0, stdout: 'example\tExample\t0\t1\n' });
    expect(again.stderr).toBe('news: example/item-2 has changes of yours and was left as it is\n');
    const files = filesOf(home, 'example');
    expect(files[one]).toContain('Changed 1');
    expect(files[two]).toContain('My own words.');
    expect(files[three]).toBeUndefined();
    pages['/feed'] = numbered([3, 2, 1], 'Example', 'Changed').replace(
      '</channel>',
      '\n</channel>',
    );
    expect(await home.run(['fetch', '--force'])).toMatchObject({ stdout: '', stderr: '' });
  });

  it('knows its articles again when all that was remembered is lost', async () => {
    const pages = { '/feed': numbered(count(20)) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const before = filesOf(home, 'example');
    rmSync(join(home.path, '.local/state'), { recursive: true });
    expect(await home.run(['fetch'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(filesOf(home, 'example')).toEqual(before);
  });

  it('brings back on no machine what was removed on another that shares the folder', async () => {
    const pages = { '/feed': numbered([3, 2, 1]) };
    await using site = await serveFeeds(pages);
    using desk = makeHome();
    using laptop = makeHome();
    await desk.run(['follow', `${site.origin}/feed`]);
    expect((await desk.run(['remove', 'example/item-1', '--yes'])).status).toBe(0);
    // By hand, and nothing new in the feed.
    const [, two = ''] = readdirSync(join(articlesOf(desk), 'example')).sort();
    expect(two).toMatch(/item-2/);
    rmSync(join(articlesOf(desk), 'example', two));
    await desk.run(['fetch', '--force']);
    // The folder as a sharing program brings it, before the laptop has ever fetched.
    cpSync(articlesOf(desk), articlesOf(laptop), { recursive: true });
    expect(await laptop.run(['fetch'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(articles(filesOf(laptop, 'example'))).toHaveLength(1);
    pages['/feed'] = numbered([4, 3, 2, 1], 'Example', 'Changed');
    expect((await laptop.run(['fetch', '--force'])).stdout).toBe('example\tExample\t1\t1\n');
    // On one machine too, when all that was remembered is lost.
    rmSync(join(desk.path, '.local/state'), { recursive: true });
    expect((await desk.run(['fetch'])).stdout).toBe('example\tExample\t1\t1\n');
    await desk.run(['unfollow', 'example', '--remove']);
    expect(existsSync(join(articlesOf(desk), 'example'))).toBe(false);
  });

  it('takes a permanent redirect over after the second time, a temporary one never', async () => {
    const pages: Record<string, string | ((...args: never) => unknown)> = { '/new': numbered([1]) };
    await using site = await serveFeeds({
      ...pages,
      '/old': (_, response) => response.writeHead(301, { location: '/new' }).end(),
      '/now': (_, response) => response.writeHead(307, { location: '/new' }).end(),
    });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/old`, '--series', 'old']);
    await home.run(['follow', `${site.origin}/now`, '--series', 'now']);
    expect(filesOf(home, 'old')['series.yaml']).toContain('/old');
    for (let n = 0; n < 2; n++) await home.run(['fetch', '--force']);
    expect(filesOf(home, 'old')['series.yaml']).toContain(`${site.origin}/new`);
    expect(filesOf(home, 'now')['series.yaml']).toContain(`${site.origin}/now`);
    const before = site.requests.length;
    await home.run(['fetch', 'old', '--force']);
    expect(site.requests.slice(before).map(({ url }) => url)).toEqual(['/new']);
  });

  it('lets a feed that is gone rest, says who failed, and fails only if all did', async () => {
    const pages: Record<
      string,
      | string
      | ((
          _: unknown,
          response: { writeHead: (status: number) => { end: () => unknown } },
        ) => unknown)
    > = {
      '/a': numbered([1], 'A'),
      '/b': numbered([1], 'B'),
    };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/a`, `${site.origin}/b`]);
    pages['/a'] = (_, response) => response.writeHead(410).end();
    const some = await home.run(['fetch', '--force']);
    expect(some.status).toBe(0);
    expect(some.stderr).toMatch(/^news: a: .*410/);
    const requests = site.requests.length;
    expect((await home.run(['fetch', 'a'])).status).toBe(0);
    expect(site.requests.length).toBe(requests);
    expect((await home.run(['following'])).stdout).toMatch(/^a\t.*410/m);
    expect((await home.run(['fetch', 'a', '--force'])).status).toBe(1);
  });

  it('keeps no more than it is told, and lets go only what is read', async () => {
    const pages = { '/feed': numbered(count(10)) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const file = join(articlesOf(home), 'example', 'series.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}keep: 4\nskip: [sport, "/^item 11$/"]\n`);
    const journal = join(home.path, '.local/state/news/history');
    mkdirSync(journal, { recursive: true });
    const read = (id: string): string =>
      `${JSON.stringify({ kind: 'mark', id, at: '2026-11-01T00:00:00.000Z', read: true })}\n`;
    const quote = { exact: 'Text 3', prefix: '', suffix: '', place: { block: 0, offset: 0 } };
    const at = '2026-11-01T00:00:00.000Z';
    const noted = { kind: 'note', id: 'example/item-3', note: 'n', quote, title: '', made: at, at };
    writeFileSync(
      join(journal, 'desk.jsonl'),
      `${[1, 2, 3].map((item) => read(`example/item-${item}`)).join('')}${JSON.stringify(noted)}\n`,
    );
    pages['/feed'] = numbered([12, 11, ...count(10)]);
    await home.run(['fetch', '--force']);
    const left = articles(filesOf(home, 'example'));
    expect(left.filter((name) => /item-(?:1|2|11)\.md$/.test(name))).toEqual([]);
    expect(left).toHaveLength(9);
    await home.run(['fetch', '--force']);
    expect(articles(filesOf(home, 'example'))).toHaveLength(9);
    await home.run(['unfollow', 'example', '--remove']);
    expect(articles(filesOf(home, 'example'))).toEqual([expect.stringMatching(/item-3\.md$/)]);
  });

  it('does no harm when two run at once, and goes on after being killed at any moment', async () => {
    const pages = { '/feed': numbered([1]) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    pages['/feed'] = numbered(count(400));
    const [file, before] = command();
    for (const delay of [150, 250, 350]) {
      const child = spawn(file, [...before, 'fetch', '--force'], {
        env: home.env,
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.on('close', done));
      await new Promise((done) => setTimeout(done, delay));
      child.kill('SIGKILL');
      await ended;
    }
    const runs = await Promise.all(Array.from({ length: 3 }, () => home.run(['fetch', '--force'])));
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    await home.run(['fetch', '--force']);
    const files = filesOf(home, 'example');
    const names = articles(files);
    expect(names).toHaveLength(400);
    expect(new Set(names.map((name) => /^guid: (\S+)/m.exec(files[name] ?? '')?.[1])).size).toBe(
      400,
    );
    for (const name of names) expect(files[name]).toMatch(/^---\n[\s\S]*\n---\n\nText \d+\n$/);
  });

  it('ends with 130 when it is interrupted, and keeps what was there by then', async () => {
    await using site = await serveFeeds({
      '/a': numbered([1], 'A'),
      '/slow': numbered([1], 'Slow'),
    });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/a`]);
    await using slow = await serveFeeds({ '/feed': () => undefined });
    writeFileSync(join(articlesOf(home), 'a', 'series.yaml'), `feed: ${slow.origin}/feed\n`);
    const [file, before] = command();
    const child = spawn(file, [...before, 'fetch', '--force'], {
      env: home.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    while (slow.requests.length === 0) await new Promise((done) => setTimeout(done, 10));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(articles(filesOf(home, 'a'))).toHaveLength(1);
  });

  it('is not held up by a host that never answers', async () => {
    await using dead = await serveFeeds({ '/feed': () => undefined });
    await using site = await serveFeeds({ '/feed': numbered([1], 'Alive') });
    using home = makeHome();
    for (const [series, origin] of [
      ['dead', dead.origin],
      ['alive', site.origin],
    ] as const) {
      mkdirSync(join(articlesOf(home), series), { recursive: true });
      writeFileSync(join(articlesOf(home), series, 'series.yaml'), `feed: ${origin}/feed\n`);
    }
    const [file, before] = command();
    const child = spawn(file, [...before, 'fetch', '--force'], { env: home.env, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('close', done));
    while (articles(filesOf(home, 'alive')).length === 0)
      await new Promise((done) => setTimeout(done, 20));
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    await ended;
  });
});

describe('full texts', () => {
  it('come from the page where the feed has less, and from the feed where the page has less', async () => {
    const sentence =
      'Ein Satz des Artikels, der lang genug ist, um einer zu sein, und Kommas hat. ';
    const page = (n: number): string =>
      `<html><head><title>Item ${n}</title></head><body><nav>Menü</nav><article><h1>Item ${n}</h1>${`<p>${sentence.repeat(6)}</p>`.repeat(5)}</article></body></html>`;
    const pages: Record<string, string> = { '/1': page(1) };
    await using site = await serveFeeds(pages);
    pages['/feed'] = numbered([2, 1]).replaceAll('https://example.org', site.origin);
    using home = makeHome();
    await home.run(['follow', '--full', `${site.origin}/feed`]);
    const files = filesOf(home, 'example');
    const [one = '', two = ''] = articles(files).sort();
    expect(files['series.yaml']).toContain('full: true');
    expect(files[one]).toContain(sentence.trim());
    expect(files[one]).not.toContain('Menü');
    expect(files[two]).toContain('Text 2');
  });
});

describe('news unfollow', () => {
  it('leaves the articles, or takes those along that the reader did not change', async () => {
    await using site = await serveFeeds({
      '/a': numbered([1, 2], 'A'),
      '/b': numbered([1, 2], 'B'),
    });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/a`, `${site.origin}/b`]);
    expect((await home.run(['unfollow', 'a'])).status).toBe(0);
    expect(articles(filesOf(home, 'a'))).toHaveLength(2);
    expect(filesOf(home, 'a')['series.yaml']).not.toContain('feed');
    const [mine = ''] = articles(filesOf(home, 'b'));
    writeFileSync(join(articlesOf(home), 'b', mine), '# Mine\n');
    await home.run(['unfollow', 'b', '--remove']);
    expect(articles(filesOf(home, 'b'))).toEqual([mine]);
    expect(await home.run(['following'])).toMatchObject({ status: 1, stdout: '' });
  });

  it('takes a series that is named twice for one', async () => {
    await using site = await serveFeeds({ '/a': numbered([1, 2], 'A') });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/a`]);
    const { status, stderr } = await home.run(['unfollow', 'a', 'a', '--remove']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/ENOENT/) });
    expect(existsSync(join(articlesOf(home), 'a'))).toBe(false);
  });
});
