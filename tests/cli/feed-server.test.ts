import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  PASSWORD,
  type ReaderServer,
  readerServer,
  type ServedEntry,
  USER,
} from '../feeds/reader-server.ts';
import { articlesOf, filesOf, serveFeeds } from '../feeds/site.ts';
import { command, type Home, makeHome } from '../support/program.ts';

const KINDS = ['miniflux', 'freshrss'] as const;
const SECRETS = /geheim|0123abcd/;

/** A home that knows how to sign in at a server. */
function homeFor(
  { origin }: { readonly origin: string },
  secret = 'password-file: ~/secret',
): Home {
  const home = makeHome();
  writeFileSync(join(home.path, 'secret'), `${PASSWORD}\n`);
  mkdirSync(join(home.path, '.config/news'), { recursive: true });
  writeFileSync(
    join(home.path, '.config/news/config.yaml'),
    `servers:\n  ${origin}:\n    user: ${USER}\n    ${secret}\n`,
  );
  return home;
}

async function ids(home: Home, ...args: string[]): Promise<string[]> {
  const { stdout } = await home.run(['list', '--from', articlesOf(home), ...args]);
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

const entry = (server: ReaderServer, n: number): ServedEntry => {
  const found = server.entries.find((one) => one.n === n);
  if (!found) throw new Error(`no entry ${n}`);
  return found;
};

const articles = (home: Home): string[] =>
  ['die-zeitung', 'a-blog'].flatMap((series) =>
    Object.entries(filesOf(home, series)).flatMap(([name, text]) =>
      name.endsWith('.md') ? [text] : [],
    ),
  );

describe.each(KINDS)('a server as %s', (kind) => {
  it('gives its feeds, items and marks, and takes the reader’s', async () => {
    await using server = await readerServer(kind, 5);
    entry(server, 1001).read = true;
    entry(server, 1002).starred = true;
    using home = homeFor(server);
    const followed = await home.run(['follow', '--from', server.origin]);
    expect(followed).toMatchObject({
      status: 0,
      stdout: 'die-zeitung\tDie Zeitung\t5\t0\na-blog\tA Blog\t5\t0\n',
      stderr: '',
    });
    const file = filesOf(home, 'die-zeitung');
    expect(file['series.yaml']).toMatch(
      /^feed: .*\/feed-1\.xml\nserver: http.*\ntags: \[Presse\]$/m,
    );
    expect(articles(home)[0]).toMatch(
      /Anna B[\s\S]*source: https:[\s\S]*tags: \[KI\][\s\S]*Text \*\*/,
    );
    expect(await ids(home, '--unread')).toHaveLength(9);
    expect(await ids(home, '--starred')).toEqual(['die-zeitung/die-zeitung-2']);
    await home.run(['mark', 'die-zeitung/die-zeitung-3', '--read', '--star']);
    await home.run(['mark', 'die-zeitung/die-zeitung-1', '--unread']);
    expect(await home.run(['fetch', '--force'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(entry(server, 1003)).toMatchObject({ read: true, starred: true });
    expect(entry(server, 1001)).toMatchObject({ read: false });
  });

  it('is told later what was marked while it was away, and tells what was marked there', async () => {
    await using server = await readerServer(kind, 4);
    using home = homeFor(server);
    await home.run(['follow', '--from', server.origin]);
    server.disturb = (_, response) => {
      response.destroy();
      return true;
    };
    await home.run(['mark', 'die-zeitung/die-zeitung-0', '--read', '--star']);
    const away = await home.run(['fetch', '--force']);
    expect(away.status).toBe(1);
    expect(away.stderr).toMatch(/^news: die-zeitung: 127\.0\.0\.1:\d+ broke off the connection$/m);
    entry(server, 2001).read = true;
    entry(server, 2002).starred = true;
    server.disturb = () => false;
    expect(await home.run(['fetch', '--force'])).toMatchObject({ status: 0, stderr: '' });
    expect(entry(server, 1000)).toMatchObject({ read: true, starred: true });
    expect(await ids(home, '--unread')).toHaveLength(6);
    expect(await ids(home, '--starred')).toEqual(['a-blog/a-blog-2', 'die-zeitung/die-zeitung-0']);
  });
});

describe('a server', () => {
  it('is asked no more than hourly, and for no item twice', async () => {
    await using server = await readerServer('freshrss', 4);
    using home = homeFor(server);
    await home.run(['follow', '--from', server.origin]);
    const before = server.paths.length;
    expect((await home.run(['fetch'])).status).toBe(0);
    expect(server.paths).toHaveLength(before);
    await home.run(['fetch', '--force']);
    expect(server.paths.slice(before).filter((path) => path.endsWith('contents'))).toEqual([]);
    server.entries.push({ ...entry(server, 1000), n: 1900, title: 'News' });
    expect((await home.run(['fetch', '--force'])).stdout).toBe('die-zeitung\tDie Zeitung\t1\t0\n');
    expect((await home.run(['following'])).stdout).toMatch(
      /^die-zeitung\tDie Zeitung\thttps:.*\t5\t/m,
    );
  });

  it('loses nothing and doubles nothing where it is killed in the middle, and two run at once', async () => {
    await using server = await readerServer('miniflux', 60);
    using home = homeFor(server);
    const [file, before] = command();
    for (const path of ['contents', 'contents', 'subscription/list']) {
      let seen = 0;
      const stopped = new Promise<void>((done) => {
        server.disturb = (asked) => {
          // The second batch never comes.
          const isIt = asked.endsWith(path) && (path !== 'contents' || ++seen > 1);
          if (isIt) done();
          return isIt;
        };
      });
      const child = spawn(file, [...before, 'follow', '--from', server.origin], {
        env: home.env,
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.on('close', done));
      await stopped;
      child.kill('SIGKILL');
      await ended;
    }
    server.disturb = () => false;
    const runs = await Promise.all([1, 2].map(() => home.run(['follow', '--from', server.origin])));
    expect(runs.map(({ stderr }) => stderr).join('')).toMatch(/^(?:news: .*\n)*$/);
    await home.run(['fetch', '--force']);
    const texts = articles(home);
    expect(texts).toHaveLength(120);
    expect(new Set(texts.map((text) => /^guid: (.*)$/m.exec(text)?.[1])).size).toBe(120);
    for (const text of texts) expect(text).toMatch(/^---\n[\s\S]*\n---\n\nText \*\*\d+\*\*\n$/);
  });

  it('decides by time where both sides have changed a mark', async () => {
    await using server = await readerServer('miniflux', 2);
    using home = homeFor(server);
    await home.run(['follow', '--from', server.origin]);
    // Both articles are marked here and back again, the one before the server's change, the other after it.
    for (const id of ['die-zeitung/die-zeitung-0', 'die-zeitung/die-zeitung-1']) {
      await home.run(['mark', id, '--read']);
      await home.run(['mark', id, '--unread']);
    }
    const now = Math.floor(Date.now() / 1000);
    Object.assign(entry(server, 1000), { read: true, changed: now + 60 });
    Object.assign(entry(server, 1001), { read: true, changed: now - 60 });
    await home.run(['fetch', '--force']);
    expect(entry(server, 1001).read).toBe(false);
    expect(entry(server, 1000).read).toBe(true);
    expect(await ids(home, '--unread', '--series', 'die-zeitung')).toEqual([
      'die-zeitung/die-zeitung-1',
    ]);
  });

  it('in trouble is named in one line without a secret, also by following, and the next fetch goes on', async () => {
    await using server = await readerServer('miniflux', 2);
    using home = homeFor(server);
    await home.run(['follow', '--from', server.origin]);
    for (const [path, status, text, said] of [
      ['ClientLogin', 401, '{}', /does not take the name and the password/],
      ['ClientLogin', 200, '<html>Welcome</html>', /does not answer as a server of feeds/],
      ['subscription/list', 200, '{"subscriptions": [', /does not answer as a server of feeds/],
      ['items/ids', 200, '{"itemRefs": "0123abcd"}', /does not answer as a server of feeds/],
      ['items/ids', 500, '0123abcd', /has trouble of its own \(500\)/],
      ['subscription/list', 200, ' '.repeat(33 * 1024 * 1024), /larger than 32 MB/],
      ['subscription/list', 401, 'Unauthorized', /does not take the name and the password/],
    ] as const) {
      server.disturb = (asked, response) => {
        if (!asked.endsWith(path)) return false;
        response.writeHead(status).end(text);
        return true;
      };
      const { status: code, stderr } = await home.run(['fetch', '--force']);
      expect([code, stderr]).toEqual([1, expect.stringMatching(said)]);
      expect(stderr.trim().split('\n')).toHaveLength(2);
      expect(stderr).not.toMatch(SECRETS);
    }
    expect((await home.run(['following'])).stdout).toMatch(/does not take the name/);
    server.disturb = () => false;
    expect(await home.run(['fetch', '--force'])).toMatchObject({ status: 0, stderr: '' });
    expect((await home.run(['following'])).stdout).not.toMatch(/server of feeds|password/);
    server.disturb = (_, response) => {
      response.writeHead(429, { 'retry-after': '7200' }).end();
      return true;
    };
    expect((await home.run(['fetch', '--force'])).stderr).toMatch(/too often \(429\)/);
    const asked = server.paths.length;
    await home.run(['fetch']);
    expect(server.paths).toHaveLength(asked);
  });

  it('gets its password from a command, a file or netrc, and takes none in an argument', async () => {
    await using server = await readerServer('freshrss', 1);
    const { host } = new URL(server.origin);
    const quoted = `password-command: "printf '%s\\\\n' '${PASSWORD}'"`;
    for (const secret of [quoted, 'password-file: ~/secret']) {
      using home = homeFor(server, secret);
      expect((await home.run(['follow', '--from', server.origin])).status).toBe(0);
    }
    using home = makeHome();
    const none = await home.run(['follow', '--from', server.origin]);
    expect(none.status).toBe(1);
    expect(none.stderr).toContain(`it is not said how to sign in at ${host}`);
    expect(none.stderr).toContain('password-command');
    writeFileSync(
      join(home.path, '.netrc'),
      `machine 127.0.0.1 login ${USER} password "${PASSWORD}"\n`,
    );
    expect((await home.run(['follow', '--from', server.origin])).status).toBe(0);
    const typed = await home.run(['follow', '--from', server.origin.replace('//', '//u:geheim@')]);
    expect([typed.status, typed.stderr]).toEqual([2, expect.not.stringMatching(SECRETS)]);
    for (const secret of ['password-command: exit 3', 'password-file: ~/missing']) {
      using poor = homeFor(server, secret);
      const { status, stderr } = await poor.run(['follow', '--from', server.origin]);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/gives none \((?:3|.*ENOENT)\)/)]);
    }
    // Nothing of it is written anywhere.
    expect(filesOf(home, 'die-zeitung')['series.yaml']).not.toMatch(SECRETS);
  });

  it('is subscribed at and unsubscribed from, and feeds that go there go here', async () => {
    await using server = await readerServer('miniflux', 1);
    using home = homeFor(server);
    const feed = 'https://example.org/feed-7.xml';
    await home.run(['follow', '--from', server.origin, feed]);
    expect(filesOf(home, 'feed-7')['series.yaml']).toContain('tags: [New]');
    expect(
      (await home.run(['follow', '--from', server.origin, 'https://example.org/x'])).status,
    ).toBe(1);
    expect((await home.run(['unfollow', 'feed-7'])).status).toBe(0);
    expect(server.feeds).toHaveLength(2);
    server.disturb = (_, response) => {
      response.writeHead(500).end();
      return true;
    };
    const failed = await home.run(['unfollow', 'a-blog']);
    expect([failed.status, failed.stderr]).toEqual([
      1,
      expect.stringMatching(/a-blog is still followed/),
    ]);
    server.disturb = () => false;
    server.feeds.shift();
    await home.run(['fetch', '--force']);
    expect((await home.run(['following'])).stdout).toMatch(/^a-blog\t[^\n]*\n$/);
    expect(filesOf(home, 'die-zeitung')['series.yaml']).not.toMatch(/feed|server/);
    await home.run(['unfollow', '--from', server.origin]);
    expect(server.feeds).toHaveLength(1);
    expect((await home.run(['following'])).status).toBe(1);
  });

  it('takes over a feed that was followed by itself, its articles too', async () => {
    await using server = await readerServer('miniflux', 1);
    await using site = await serveFeeds({
      '/feed': `<rss><channel><title>Own</title><item><title>Die Zeitung 0</title><link>https://example.org/1000</link><guid>x</guid></item></channel></rss>`,
    });
    using home = homeFor(server);
    await home.run(['follow', `${site.origin}/feed`]);
    const file = join(articlesOf(home), 'own', 'series.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(`${site.origin}/feed`, 'https://example.org/feed-1.xml'));
    await home.run(['mark', 'own/die-zeitung-0', '--star']);
    await home.run(['follow', '--from', server.origin]);
    const files = filesOf(home, 'own');
    expect(Object.keys(files)).toHaveLength(2);
    expect(files['series.yaml']).toContain(`server: ${server.origin}`);
    expect(entry(server, 1000).starred).toBe(true);
  });
});
