// A site of feeds on loopback, and a home to follow them in.

import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Home } from '../support/program.ts';
import { type Site, serve } from '../support/web.ts';
import { rssOf } from './make.ts';

type Page = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Serves pages by path; what is not there is 404. The pages may be changed while it runs. */
export function serveFeeds(pages: Record<string, Page | string>): Promise<Site> {
  return serve((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) return response.writeHead(404).end('no');
    if (typeof page === 'function') return page(request, response);
    return response.writeHead(200, { 'content-type': 'application/xml' }).end(page);
  });
}

/** A feed of items with these numbers, the first the newest. */
export function numbered(numbers: readonly number[], title = 'Example', text = 'Text'): string {
  return rssOf(
    numbers.map(
      (n) =>
        `<title>Item ${n}</title><link>https://example.org/${n}</link><guid>g${n}</guid><pubDate>2026-10-${String((n % 28) + 1).padStart(2, '0')}</pubDate><description>${text} ${n}</description>`,
    ),
    `<title>${title}</title>`,
  );
}

export const count = (length: number, from = 1): number[] =>
  Array.from({ length }, (_, n) => n + from);

/** The reader's own folder in a home. */
export const articlesOf = (home: Home): string => join(home.path, '.local/share/news/articles');

/** All that a series' folder holds, hidden files too: name -> text. */
export function filesOf(home: Home, series: string): Readonly<Record<string, string>> {
  const folder = join(articlesOf(home), series);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
