import type { LookupFunction } from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Ask, Client } from '../../src/http/answer.ts';
import { type ClientOptions, openClient } from '../../src/http/client.ts';
import { serve, serveRaw } from '../support/web.ts';

const open: Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
});

function client(options: Partial<ClientOptions> = {}): Client {
  const made = openClient({ version: '1.2.3', ...options });
  open.push(made);
  return made;
}
const get = (address: string, ask: Partial<Ask> = {}, options: Partial<ClientOptions> = {}) =>
  client(options).get(address, { by: 'reader', ...ask });

function textOf(answer: Answer): string {
  return answer.kind === 'fetched' ? answer.bytes.toString() : JSON.stringify(answer);
}
const codeOf = (answer: Answer): string =>
  answer.kind === 'failed'
    ? `${answer.code} ${answer.detail ?? answer.status ?? ''}`.trim()
    : 'none';

/** Every name leads to this machine. */
const everywhereHere: LookupFunction = (_, options, done) =>
  options.all
    ? (done as (e: null, all: unknown) => void)(null, [{ address: '127.0.0.1', family: 4 }])
    : done(null, '127.0.0.1', 4);

describe('the client', () => {
  it('says who it is, and brings no cookie back', async () => {
    await using site = await serve((_, response) =>
      response
        .writeHead(200, { 'set-cookie': 'a=b', 'content-type': 'Text/HTML; Charset="UTF-8"' })
        .end('ja'),
    );
    const one = client();
    await one.get(`${site.origin}/a`, { by: 'reader' });
    const answer = await one.get(`${site.origin}/b#part`, { by: 'reader' });
    expect(answer).toMatchObject({
      kind: 'fetched',
      address: `${site.origin}/b`,
      type: 'text/html',
      charset: 'utf-8',
      isPrivate: true,
    });
    expect(site.requests[1]?.headers).toMatchObject({ 'user-agent': 'news/1.2.3' });
    expect(site.requests[1]?.headers.cookie).toBeUndefined();
  });

  it('follows redirects, and tells where a page has moved for good', async () => {
    await using site = await serve(({ url }, response) => {
      const next = { '/a': [301, '/b'], '/b': [308, '/c'], '/c': [302, 'd?x=1'] }[url ?? ''];
      if (next) response.writeHead(next[0] as number, { location: next[1] as string }).end('weg');
      else response.end(`da ${url}`);
    });
    const answer = await get(`${site.origin}/a`);
    expect(textOf(answer)).toBe('da /d?x=1');
    expect(answer).toMatchObject({ movedTo: `${site.origin}/c`, address: `${site.origin}/d?x=1` });
  });

  it('gives up a circle after ten redirects, and one that leads to no page', async () => {
    await using site = await serve(({ url }, response) =>
      response
        .writeHead(302, { location: url === '/odd' ? 'javascript:alert(1)' : `${url}x` })
        .end(),
    );
    expect(codeOf(await get(`${site.origin}/a`))).toBe('redirects many');
    expect(site.requests).toHaveLength(11);
    expect(codeOf(await get(`${site.origin}/odd`))).toBe('redirects address');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['gzip, br', (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
  ])('unpacks %s', async (encoding, pack) => {
    await using site = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.from('Grüße'))),
    );
    expect(textOf(await get(site.origin))).toBe('Grüße');
  });

  it('holds a body to its limit, as said, as sent and as unpacked', async () => {
    await using site = await serve(({ url }, response) => {
      if (url === '/said') response.writeHead(200, { 'content-length': '9999999' }).write('x');
      else if (url === '/bomb') {
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(30_000_000)));
      } else for (let i = 0; i < 40; i++) response.write('x'.repeat(100_000));
    });
    const limits = { bytes: 1_000_000 };
    for (const path of ['/said', '/bomb', '/endless']) {
      expect(await get(site.origin + path, { limits })).toMatchObject({
        code: 'large',
        limit: 1_000_000,
      });
    }
  });

  it('does not wait for ever: for the head, for the rest, for the whole', async () => {
    await using site = await serve(({ url }, response) => {
      if (url === '/head') return;
      response.write('x');
      if (url === '/whole') {
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      }
    });
    const limits = { firstByte: 300, whole: 60_000 };
    expect(codeOf(await get(`${site.origin}/head`, { limits }))).toBe('timeout first-byte');
    expect(codeOf(await get(`${site.origin}/rest`, { limits }))).toBe('timeout body');
    const whole = { firstByte: 30_000, whole: 500 };
    expect(codeOf(await get(`${site.origin}/whole`, { limits: whole }))).toBe('timeout whole');
  });

  it('says that an answer was cut, refused, or no HTTP', async () => {
    await using short = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('kurz');
      response.socket?.end();
    });
    expect(codeOf(await get(short.origin))).toBe('cut');
    await using torn = await serve((_, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.from('x'.repeat(9999))).subarray(0, 20)),
    );
    expect(codeOf(await get(torn.origin))).toBe('cut');
    await using odd = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9\r\n\r\n'));
    expect(codeOf(await get(odd.origin))).toBe('protocol');
    const gone = await serve(() => undefined);
    await gone[Symbol.asyncDispose]();
    expect(codeOf(await get(gone.origin))).toBe('refused');
  });

  it('names what the server said, and whether it may work later', async () => {
    await using site = await serve(({ url }, response) =>
      response.writeHead(Number(url?.slice(1))).end(),
    );
    expect(await get(`${site.origin}/404`)).toMatchObject({ status: 404, passing: false });
    expect(await get(`${site.origin}/410`)).toMatchObject({ status: 410, passing: false });
    expect(await get(`${site.origin}/502`)).toMatchObject({ status: 502, passing: true });
  });

  it('asks whether anything is new', async () => {
    await using site = await serve(({ headers }, response) => {
      if (headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"7"' }).end('neu');
    });
    const first = await get(site.origin);
    expect(first).toMatchObject({ kind: 'fetched', headers: { etag: '"7"' } });
    expect(await get(site.origin, { etag: '"7"' })).toMatchObject({ kind: 'not-modified' });
  });

  it('leaves a host alone that asks for it, or waits where it has the patience', async () => {
    let busy = true;
    await using site = await serve((_, response) => {
      if (busy) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('frei');
      busy = false;
    });
    const one = client();
    expect(await one.get(site.origin, { by: 'reader' })).toMatchObject({
      status: 429,
      retryAfter: 1000,
    });
    expect(await one.get(`${site.origin}/b`, { by: 'reader' })).toMatchObject({ status: 429 });
    expect(site.requests).toHaveLength(1);
    busy = true;
    expect(textOf(await get(site.origin, { limits: { patience: 5000 } }))).toBe('frei');
  });

  it('asks at most so many things of a host at once', async () => {
    let now = 0;
    let most = 0;
    await using site = await serve((_, response) => {
      now++;
      most = Math.max(most, now);
      setImmediate(() => {
        now--;
        response.end('x');
      });
    });
    const one = client({ perHost: 3 });
    const all = Array.from({ length: 30 }, (_, i) =>
      one.get(`${site.origin}/${i}`, { by: 'reader' }),
    );
    expect((await Promise.all(all)).every(({ kind }) => kind === 'fetched')).toBe(true);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('ends at once when it is told to', async () => {
    await using site = await serve(() => undefined);
    const stop = new AbortController();
    const answer = get(site.origin, { signal: stop.signal });
    stop.abort();
    expect(codeOf(await answer)).toContain('aborted');
  });
});

describe("the reader's own network", () => {
  it.each([
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://localhost/',
    'http://localhost./',
    'http://router/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::a00:1]/',
    'http://printer.local/',
  ])('is not reached by a stranger through %s', async (address) => {
    expect(codeOf(await get(address, { by: 'stranger' }))).toBe('private');
  });

  it('is not reached by a name that leads there', async () => {
    await using site = await serve((_, response) => response.end('geheim'));
    const address = `http://public.example:${site.port}/`;
    const options = { lookup: everywhereHere };
    expect(codeOf(await get(address, { by: 'stranger' }, options))).toBe('private');
    expect(site.requests).toHaveLength(0);
    expect(textOf(await get(address, {}, options))).toBe('geheim');
  });

  it('is not reached by a redirect from outside, but by one from within', async () => {
    await using within = await serve(({ url }, response) => {
      if (url === '/go') response.writeHead(302, { location: '/' }).end();
      else response.end('innen');
    });
    await using proxy = await serve((_, response) =>
      response.writeHead(302, { location: within.origin }).end(),
    );
    const variables = { http_proxy: proxy.origin, no_proxy: '127.0.0.1' };
    expect(codeOf(await get('http://public.example/', {}, { variables }))).toBe('private');
    expect(textOf(await get(`${within.origin}/go`))).toBe('innen');
  });
});

describe('credentials', () => {
  const named = (origin: string): string => origin.replace('//', '//anna:geheim@');

  it('go to their own host alone and are shown nowhere', async () => {
    await using other = await serve((_, response) => response.end('anderswo'));
    await using site = await serve(({ url }, response) => {
      if (url === '/away') response.writeHead(302, { location: other.origin }).end();
      else if (url === '/') response.writeHead(302, { location: '/in' }).end();
      else response.writeHead(404).end();
    });
    const answer = await get(`${named(site.origin)}/`);
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill(`Basic ${Buffer.from('anna:geheim').toString('base64')}`),
    );
    const away = await get(`${named(site.origin)}/away`);
    expect(textOf(away)).toBe('anderswo');
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify([answer, away])).not.toMatch(/anna|geheim/);
  });

  it('come from a netrc file too', async () => {
    await using site = await serve((_, response) => response.end());
    await get(
      site.origin,
      {},
      {
        credentials: (host) => (host === '127.0.0.1' ? { user: 'b', password: 'c' } : undefined),
      },
    );
    expect(site.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('b:c').toString('base64')}`,
    );
  });
});
