import { readdirSync, readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pngOfPixels } from '../support/png.ts';
import { type Home, makeHome, ROOT } from '../support/program.ts';
import { serve, serveRaw } from '../support/web.ts';

let home: Home;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home[Symbol.dispose]());

const own = (...parts: readonly string[]): string =>
  join(home.path, '.local', 'share', 'news', 'articles', ...parts);
const files = (...parts: readonly string[]): string[] => {
  try {
    return readdirSync(own(...parts)).sort();
  } catch {
    return [];
  }
};

/** A page of a title and a paragraph, as bytes. */
const page = (title: string, paragraph: string | Buffer, head = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<!doctype html><html><head><title>${title}</title>${head}</head><body><article>`),
    Buffer.from(`<h1>${title}</h1><p>`),
    Buffer.from(paragraph),
    Buffer.from('</p></article></body></html>'),
  ]);
const words = 'Ein Absatz mit vielen Worten, der zeigt, dass hier ein Artikel steht. '.repeat(4);
const HTML = { 'content-type': 'text/html' };

/** What is said of an address that does not come in, without the address itself. */
async function refused(
  address: string,
  env: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
): Promise<string> {
  const { status, stdout, stderr } = await home.run(['add', address, ...flags], { env });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.split('\n')).toHaveLength(2);
  return stderr.trim().replace(/^news: \S+ /, '');
}

describe('a charset', () => {
  const german = 'Für 5 € gab es „schöne“ Grüße – übermäßig viele Öfen.';
  const euro = 'Für 5 € gibt es schöne Grüße und Öfen.';
  const russian =
    'Сегодня утром в городе открылась новая библиотека, и люди пришли посмотреть на книги.';
  const japanese =
    '今日は新しい本を読みました。図書館はとても静かで、窓の外には雪が降っていました。';
  const chinese = '今天早上城里的新图书馆开门了，很多人来看书，外面下着雪，里面很安静。';
  const bytes = {
    'windows-1252': 'RvxyIDUggCBnYWIgZXMghHNjaPZuZZMgR3L832UgliD8YmVybeTfaWcgdmllbGUg1mZlbi4=',
    'iso-8859-15': 'RvxyIDUgpCBnaWJ0IGVzIHNjaPZuZSBHcvzfZSB1bmQg1mZlbi4=',
    'koi8-r':
      '88XHz8TO0SDV1NLPzSDXIMfP0s/ExSDP1MvS2czB09ggzs/XwdEgwsnCzMnP1MXLwSwgySDMwMTJINDSydvMySDQz9PNz9TSxdTYIM7BIMvOycfJLg==',
    shift_jis:
      'jaGT+oLNkFaCtYKilnuC8JPHgt2C3IK1gr2BQpB9j5GK2YLNgsaCxILgkMOCqYLFgUGRi4LMik+CyYLNkOGCqo1+gsGCxIKigtyCtYK9gUI=',
    gb18030:
      'vfHM7NTnyc+zx8DvtcTQws28yum53b+qw8XBy6Osuty24MjLwLS/tMrpo6zN4sPmz8LXxdGpo6zA78Pmutywsr6yoaM=',
  } as const;
  const meta = (charset: string): string => `<meta charset="${charset}">`;

  it.each([
    ['windows-1252 of a header', 'windows-1252', german, '', '; charset=windows-1252'],
    ['windows-1252 that is called latin1', 'windows-1252', german, '', '; charset=iso-8859-1'],
    ['windows-1252 that is called UTF-8', 'windows-1252', german, meta('utf-8'), '; charset=utf-8'],
    ['ISO-8859-15 of a page', 'iso-8859-15', euro, meta('iso-8859-15'), ''],
    ['KOI8-R of a header', 'koi8-r', russian, '', '; charset=KOI8-R'],
    ['KOI8-R of nobody’s word', 'koi8-r', russian, '', ''],
    ['Shift_JIS of a page', 'shift_jis', japanese, meta('Shift_JIS'), ''],
    ['GB18030 of a page', 'gb18030', chinese, meta('gb18030'), ''],
    ['GB18030 that is called GBK', 'gb18030', chinese, '', '; charset=gbk'],
  ] as const)('is told: %s', async (_, charset, text, head, header) => {
    const repeated = Buffer.concat(Array(4).fill(Buffer.from(bytes[charset], 'base64')));
    await using site = await serve((_request, response) =>
      response
        .writeHead(200, { 'content-type': `text/html${header}` })
        .end(page('Seite', repeated, head)),
    );
    const { stdout } = await home.run(['add', site.origin, '--print']);
    expect(stdout).toContain(text);
  });

  it('is told by a byte order mark: UTF-16', async () => {
    const text = page('Seite', german.repeat(3), meta('utf-8')).toString();
    await using site = await serve((_, response) =>
      response.writeHead(200, HTML).end(Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    expect((await home.run(['add', site.origin, '--print'])).stdout).toContain(german);
  });
});

describe('a page on the network', () => {
  it('is found through redirects, and known by where it is', async () => {
    await using site = await serve(({ url }, response) => {
      if (url === '/kurz') response.writeHead(301, { location: '/lang' }).end();
      else response.writeHead(200, HTML).end(page('Ein Ziel', words));
    });
    await home.run(['add', `${site.origin}/kurz`]);
    expect((await home.run(['add', `${site.origin}/lang`])).stdout).toContain('\tunchanged\n');
    expect(files('saved')).toEqual(['ein-ziel.md', 'series.yaml']);
  });

  it('is refused in one line that says why', async () => {
    await using site = await serve(({ url = '' }, response) => {
      if (url.startsWith('/kreis')) response.writeHead(302, { location: `${url}x` }).end();
      else if (url === '/stumm') return;
      else if (url === '/kurz') {
        response.writeHead(200, { ...HTML, 'content-length': '5000' }).write(words);
        response.socket?.end();
      } else if (url === '/gross') {
        const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 'x'));
        response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb);
      } else if (url === '/feed') {
        response.end('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>');
      } else if (url === '/bald') response.writeHead(503, { 'retry-after': '3600' }).end();
      else response.writeHead(Number(url.slice(1))).end();
    });
    const host = `127.0.0.1:${site.port}`;
    expect(await refused(`${site.origin}/404`)).toBe(`${host}: there is no such page (404)`);
    expect(await refused(`${site.origin}/403`)).toBe(`${host}: it does not let us in (403)`);
    expect(await refused(`${site.origin}/500`)).toBe(`${host} has trouble of its own (500)`);
    expect(await refused(`${site.origin}/bald`)).toContain('again in 60 minutes');
    expect(await refused(`${site.origin}/kreis`)).toBe(`${host} sends us on and on`);
    expect(await refused(`${site.origin}/kurz`)).toBe(`${host} broke off the connection`);
    expect(await refused(`${site.origin}/feed`)).toBe('it is a feed: news follow is for those');
    const small = ['--max-size', '1'] as const;
    expect(await refused(`${site.origin}/gross`, {}, ...small)).toBe('it is larger than 1 MB');
    const soon = { NEWS_TIMEOUT: '1' };
    expect(await refused(`${site.origin}/stumm`, soon)).toBe(`${host} does not answer in time`);
    expect(files('saved')).toEqual([]);
  });

  it('is refused where nobody speaks HTTP, nobody listens, or nobody is', async () => {
    await using odd = await serveRaw((socket) => socket.end('220 mail.example ESMTP\r\n'));
    expect(await refused(odd.origin)).toContain('does not speak HTTP');
    const gone = await serve(() => undefined);
    await gone[Symbol.asyncDispose]();
    expect(await refused(gone.origin)).toContain('takes no connections');
  });

  it('is refused where there is no such host, or no network to look it up', async () => {
    expect(await refused('http://there-is-none.invalid/')).toMatch(
      /^there is no host called|there seems to be no connection to the network$|in time$/,
    );
  }, 60_000);

  it('is refused where its certificate is worth nothing', async () => {
    const pem = (name: string): Buffer =>
      readFileSync(join(ROOT, 'tests', 'fixtures', 'tls', name));
    const server = createTlsServer(
      { key: pem('key.pem'), cert: pem('certificate.pem') },
      (_, response) => response.end('geheim'),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await refused(`https://127.0.0.1:${port}/`)).toBe(
        `127.0.0.1:${port} has a certificate that it signed itself`,
      );
    } finally {
      server.close();
    }
  });

  it('leads nowhere on the own network when it comes from outside', async () => {
    await using within = await serve((_, response) => response.end('innen'));
    await using proxy = await serve(({ url = '' }, response) => {
      if (url.endsWith('/weiter')) response.writeHead(302, { location: within.origin }).end();
      else {
        const picture = `<img src="${within.origin}/bild.png" alt="Ein Bild" width="600" height="400">`;
        response.writeHead(200, HTML).end(page('Von außen', `${words}</p>${picture}<p>${words}`));
      }
    });
    const env = { http_proxy: proxy.origin, no_proxy: '127.0.0.1' };
    expect(await refused('http://a.example/weiter', env)).toContain('is on your own network');
    expect((await home.run(['add', 'http://a.example/bild', '--print'], { env })).stdout).toContain(
      'Ein Absatz',
    );
    await home.run(['add', 'http://a.example/bild'], { env });
    expect(files('saved')).toEqual(['series.yaml', 'von-aussen.md']);
    expect(within.requests).toHaveLength(0);
  });

  it('is asked for with the name and password of its address, which are kept nowhere', async () => {
    await using site = await serve(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401).end();
      else response.writeHead(200, HTML).end(page('Geheimes', words));
    });
    const { stdout, stderr } = await home.run([
      'add',
      site.origin.replace('//', '//anna:wort%20eins@'),
    ]);
    expect(site.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('anna:wort eins').toString('base64')}`,
    );
    const text = readFileSync(own('saved', 'geheimes.md'), 'utf8');
    expect(stdout + stderr + text).not.toMatch(/anna|wort/);
  });
});

describe('the pictures of a page', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const body = ['eins.jpg', 'zwei.png', 'weg.png']
    .map(
      (name) => `</p><p><img src="/${name}" alt="${name}" width="640" height="480"></p><p>${words}`,
    )
    .join('');

  it('are kept beside it, by what their bytes are; the others keep their address', async () => {
    await using site = await serve(({ url }, response) => {
      if (url === '/eins.jpg') response.writeHead(200, { 'content-type': 'text/html' }).end(png);
      else if (url === '/zwei.png')
        response.writeHead(200, { 'content-type': 'image/png' }).end('<html>');
      else if (url === '/weg.png') response.writeHead(404).end();
      else response.writeHead(200, HTML).end(page('Mit Bildern', `${words}${body}`));
    });
    const added = await home.run(['add', site.origin]);
    expect([added.status, added.stderr]).toEqual([0, '']);
    expect(files('saved', '.pictures', 'mit-bildern')).toEqual(['1.png']);
    const text = readFileSync(own('saved', 'mit-bildern.md'), 'utf8');
    expect(text).toContain('![eins.jpg](.pictures/mit-bildern/1.png');
    expect(text).toContain(`](${site.origin}/weg.png`);
    expect((await home.run(['remove', 'mit-bildern', '--yes'])).status).toBe(0);
    expect(files('saved', '.pictures', 'mit-bildern')).toEqual([]);
    expect((await home.run(['add', site.origin, '--no-pictures'])).status).toBe(0);
    expect(files('saved', '.pictures', 'mit-bildern')).toEqual([]);
  });
});

describe('two pages of one title that come at once', () => {
  it('have pictures of their own', async () => {
    const colours = { '/a.png': 200, '/b.png': 30 } as const;
    const pngs = Object.entries(colours).map(
      ([path, red]) => [path, pngOfPixels(4, 4, () => [red, 30, 30, 255])] as const,
    );
    await using site = await serve(({ url = '' }, response) => {
      const [, png] = pngs.find(([path]) => path === url) ?? [];
      if (png) response.writeHead(200, { 'content-type': 'image/png' }).end(png);
      else {
        const picture = `<p><img src="${url}.png" alt="Bild" width="640" height="480"></p>`;
        response.writeHead(200, HTML).end(page('Gleich', `${words}</p>${picture}<p>${words}`));
      }
    });
    const added = await home.run(['add', `${site.origin}/a`, `${site.origin}/b`]);
    expect([added.status, added.stderr]).toEqual([0, expect.not.stringContaining('news:')]);
    const seen = files('saved')
      .filter((name) => name.endsWith('.md'))
      .map((name) => {
        const text = readFileSync(own('saved', name), 'utf8');
        const source = /^source: (.*)$/m.exec(text)?.[1];
        const [, picture = ''] = /!\[Bild\]\((\S+?)[ )]/.exec(text) ?? [];
        return [source, readFileSync(own('saved', picture))] as const;
      });
    expect(new Map(seen)).toEqual(
      new Map(pngs.map(([path, png]) => [`${site.origin}${path.slice(0, -4)}`, Buffer.from(png)])),
    );
  });
});

describe('a page and all that follow it', () => {
  it('are one series in that order, up to a limit, in no circle and on one site', async () => {
    await using site = await serve(({ url }, response) => {
      const number = Number(url?.slice(1));
      const next = number === 4 ? '/1' : `/${number + 1}`;
      response
        .writeHead(200, HTML)
        .end(page(`Teil ${number}`, `${words} ${number}`, `<link rel="next" href="${next}">`));
    });
    const all = await home.run(['add', '--all', `${site.origin}/1`]);
    expect([all.status, all.stderr]).toEqual([0, '']);
    const series = ['01-teil-1.md', '02-teil-2.md', '03-teil-3.md', '04-teil-4.md'].map((name) =>
      name.replace(/^/, '0'),
    );
    expect(files('teil-1')).toEqual(series);
    await home.run(['add', '--all', '--limit', '2', '--series', 'kurz', `${site.origin}/1`]);
    expect(files('kurz')).toEqual(['01-teil-1.md', '02-teil-2.md']);
  });
});
