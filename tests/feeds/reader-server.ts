// A server of feeds on loopback that speaks the Google Reader API as Miniflux or FreshRSS does, in the shapes
// that these give: short and long names of items, offsets or names to go on at, forms.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Site, serve } from '../support/web.ts';

export interface ServedEntry {
  readonly n: number;
  readonly feed: number;
  read: boolean;
  starred: boolean;
  /** Seconds since 1970 at which the entry was changed; only Miniflux says so. */
  changed: number;
  readonly title: string;
}

export interface ReaderServer extends Site {
  readonly entries: ServedEntry[];
  readonly feeds: { readonly n: number; readonly title: string; readonly label: string }[];
  /** Paths asked for, without the query. */
  readonly paths: string[];
  /** Bodies of what was posted. */
  readonly forms: { readonly path: string; readonly form: URLSearchParams }[];
  /** Answers in the place of the server's own; true where it did. */
  disturb: (path: string, response: ServerResponse, request: IncomingMessage) => boolean;
}

export const USER = 'anna';
export const PASSWORD = 'ganz geheim & lang';
const LONG = 'tag:google.com,2005:reader/item/';
const PAGE = 3;
/** Seconds since 1970: the time that entries are of, and were changed at. */
const BEGIN = Math.floor(Date.now() / 1000) - 86_400;

/** Serves `count` entries of each of two feeds. FreshRSS' names of items are microseconds. */
export async function readerServer(
  kind: 'miniflux' | 'freshrss',
  count: number,
): Promise<ReaderServer> {
  const token = kind === 'miniflux' ? `${USER}/0123abcd` : `${'a'.repeat(40)}${'Z'.repeat(17)}`;
  const auth = `${USER}/0123abcd`;
  const numberOf = (n: number): bigint =>
    kind === 'miniflux' ? BigInt(n) : 1_760_000_000_000_000n + BigInt(n);
  const feeds = [
    { n: 1, title: 'Die Zeitung', label: 'Presse' },
    { n: 2, title: 'A Blog', label: 'Tech' },
  ];
  const entries: ServedEntry[] = feeds.flatMap(({ n: feed, title }) =>
    Array.from({ length: count }, (_, at) => ({
      n: feed * 1000 + at,
      feed,
      read: false,
      starred: false,
      changed: BEGIN,
      title: `${title} ${at}`,
    })),
  );
  const paths: string[] = [];
  const forms: { path: string; form: URLSearchParams }[] = [];
  const below = kind === 'freshrss' ? '/api/greader.php' : '';

  const contentOf = (entry: ServedEntry) => ({
    id: LONG + numberOf(entry.n).toString(16).padStart(16, '0'),
    categories: [
      'user/1/state/com.google/reading-list',
      ...(entry.read ? ['user/1/state/com.google/read'] : []),
      'KI',
    ],
    title: entry.title,
    crawlTimeMsec: '1760000000000',
    timestampUsec: '1760000000000000',
    published: BEGIN + entry.n,
    ...(kind === 'miniflux' ? { updated: entry.changed } : {}),
    author: 'Anna B',
    alternate: [{ href: `https://example.org/${entry.n}`, type: 'text/html' }],
    canonical: [{ href: `https://example.org/${entry.n}` }],
    summary: { content: `<p>Text <b>${entry.n}</b></p>` },
    ...(kind === 'miniflux' ? { content: { content: `<p>Text <b>${entry.n}</b></p>` } } : {}),
    origin: { streamId: `feed/${entry.feed}`, title: 'x' },
    enclosure: [],
  });

  const site = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => answer(request, response, url, new URLSearchParams(body)));
  });

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    form: URLSearchParams,
  ): unknown {
    const path = url.pathname;
    paths.push(path);
    if (request.method === 'POST') forms.push({ path, form });
    const say = (status: number, text: string) => response.writeHead(status).end(text);
    const json = (value: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (!path.startsWith(below)) return say(404, '<html>no</html>');
    if (server.disturb(path, response, request)) return undefined;
    const rest = path.slice(below.length);
    if (rest === '/accounts/ClientLogin') {
      if (request.method !== 'POST') return say(405, 'no');
      const isRight = form.get('Email') === USER && form.get('Passwd') === PASSWORD;
      if (!isRight) return say(401, '{"error_message":"access unauthorized"}');
      return say(200, `SID=${auth}\nLSID=null\nAuth=${auth}\n`);
    }
    const isPost = request.method === 'POST';
    const isIn =
      request.headers.authorization === `GoogleLogin auth=${auth}` &&
      (!isPost || form.get('T') === token);
    if (!isIn) return say(401, 'Unauthorized');
    const matching = form
      .getAll('i')
      .flatMap((id) => entries.find(({ n }) => id === LONG + hex(numberOf(n))) ?? []);
    switch (rest) {
      case '/reader/api/0/token':
        return say(200, `${token}\n`);
      case '/reader/api/0/subscription/list':
        return json({
          subscriptions: feeds.map(({ n, title, label }) => ({
            id: `feed/${n}`,
            title,
            categories: [{ id: `user/-/label/${label}`, label, type: 'folder' }],
            url: `https://example.org/feed-${n}.xml`,
            htmlUrl: 'https://example.org/',
          })),
        });
      case '/reader/api/0/stream/items/ids': {
        const wish = url.searchParams;
        const all = entries
          .filter((entry) =>
            wish.get('s')?.endsWith('/starred')
              ? entry.starred
              : !(wish.get('xt')?.endsWith('/read') && entry.read),
          )
          .filter(({ n }) => Number(wish.get('ot') ?? 0) < BEGIN + n);
        const from =
          kind === 'miniflux'
            ? Number(wish.get('c') ?? 0)
            : Math.max(
                0,
                all.findIndex(({ n }) => String(numberOf(n)) === wish.get('c')),
              );
        const page = all.slice(from, from + PAGE);
        const next = all[from + PAGE];
        return json({
          itemRefs: page.map(({ n }) => ({ id: String(numberOf(n)) })),
          ...(next === undefined
            ? {}
            : {
                continuation: kind === 'miniflux' ? String(from + PAGE) : String(numberOf(next.n)),
              }),
        });
      }
      case '/reader/api/0/stream/items/contents':
        return json({ direction: 'ltr', id: 'x', items: matching.map(contentOf) });
      case '/reader/api/0/edit-tag':
        for (const entry of matching) {
          for (const [name, isOn] of [
            ['a', true],
            ['r', false],
          ] as const) {
            for (const tag of form.getAll(name)) {
              if (tag.endsWith('/read')) entry.read = isOn;
              if (tag.endsWith('/starred')) entry.starred = isOn;
            }
          }
        }
        return say(200, 'OK');
      case '/reader/api/0/subscription/quickadd': {
        const address = form.get('quickadd') ?? '';
        const number = Number(/feed-(\d+)\.xml$/.exec(address)?.[1]);
        if (!number) return json({ numResults: 0 });
        feeds.push({ n: number, title: `Feed ${number}`, label: 'New' });
        return json({ numResults: 1, query: address, streamId: `feed/${number}` });
      }
      case '/reader/api/0/subscription/edit': {
        const at = feeds.findIndex(({ n }) => `feed/${n}` === form.get('s'));
        if (form.get('ac') !== 'unsubscribe' || at < 0) return say(400, 'no');
        feeds.splice(at, 1);
        return say(200, 'OK');
      }
      default:
        return json([]);
    }
  }

  const server: ReaderServer = Object.assign(site, {
    entries,
    feeds,
    paths,
    forms,
    disturb: () => false,
  });
  return server;
}

const hex = (value: bigint): string => value.toString(16).padStart(16, '0');
