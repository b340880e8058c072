// Feeds as an OPML 2.0 file that other readers take: a folder for the first tag, no credentials.

import { escapeUTF8 } from 'entities';

export interface ExportedFeed {
  readonly url: string;
  readonly title: string;
  readonly tags: readonly string[];
}

export function writeOpml(title: string, feeds: readonly ExportedFeed[]): string {
  const folders = Map.groupBy(feeds, ({ tags }) => tags[0] ?? '');
  const lines = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([folder, own]) =>
      folder === ''
        ? own.map((feed) => `    ${outline(feed)}`)
        : [
            `    <outline text="${escapeUTF8(folder)}" title="${escapeUTF8(folder)}">`,
            ...own.map((feed) => `      ${outline(feed)}`),
            '    </outline>',
          ],
    );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeUTF8(title)}</title>`,
    '  </head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ url, title, tags }: ExportedFeed): string {
  const name = escapeUTF8(title);
  const others = tags.slice(1).map((tag) => tag.replace(/[,/]/g, ' '));
  const category = others.length === 0 ? '' : ` category="${escapeUTF8(others.join(','))}"`;
  return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeUTF8(withoutCredentials(url))}"${category}/>`;
}

export function withoutCredentials(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.username === '' && parsed.password === '')) return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
