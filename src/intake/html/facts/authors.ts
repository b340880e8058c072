// Who wrote a page.

import { all, type Tree, textOf } from '../tree/dom.ts';
import type { PageHead } from './head.ts';
import { type Data, isSite, nameOf, plain, words } from './said.ts';

/** The authors, at most a dozen: by JSON-LD, by meta elements, by what is marked as a byline, by a line that begins so. */
export function authorsOf(
  head: PageHead,
  tree: Tree,
  objects: readonly Data[],
  site: string | undefined,
): string[] {
  const fromData = objects
    .flatMap((one) => [one['author'], one['creator']].flat().map(nameOf))
    .filter((name) => name !== undefined);
  const fromMeta = [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'twitter:creator',
  ]
    .flatMap((name) => head.metas.get(name) ?? [])
    .filter((name) => !/^https?:|^@/.test(name));
  for (const found of [fromData, fromMeta]) {
    const names = namesIn(found, site);
    if (names.length > 0) return names;
  }
  const shown = all(
    tree,
    '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline-name, .author-name, .byline__name, .p-author, .entry-author, .post-author, .article-author, .byline, [class*="byline"], .author, [class*="author-name"], [class*="autor"]',
  )
    .filter(
      (element) => element.closest('footer, aside, nav, .comment, .comments, #comments') === null,
    )
    .map(textOf)
    .filter((text) => text.length > 2 && text.length < 120);
  for (const text of shown) {
    const names = namesIn([bylineOf(text)], site);
    if (names.length > 0) return names;
  }
  const line = all(tree, 'p, span, div, address, cite')
    .slice(0, 400)
    .map(textOf)
    .find(
      (text) =>
        text.length < 80 &&
        /^(?:by|von|par|text(?: von)?|autor(?:in)?|geschrieben von|written by)[: ]\s*\p{Lu}/iu.test(
          text,
        ) &&
        /\p{Lu}\p{Ll}+ \p{Lu}/u.test(text),
    );
  return line === undefined ? [] : namesIn([bylineOf(line)], site);
}

/** The names in a byline: without its first words, and without what follows them. */
function bylineOf(text: string): string {
  return text
    .replace(
      /^(?:published |posted |geschrieben |written |ein (?:beitrag|artikel|kommentar|gastbeitrag) |text(?: und fotos?)? |story |words )?(?:by|von|par|autor(?:in)?(?:en)?|text|author)s?\s*:?\s+/i,
      '',
    )
    .replace(/\s+[|·•–—»›]\s+.*$/u, '')
    .replace(/,?\s+(?:on|am|vom|published|updated|veröffentlicht|aktualisiert|posted)\b.*$/iu, '')
    .replace(/,?\s*\d{1,2}[./].*$/u, '');
}

const NO_NAME =
  /^(?:admin|administrator|redaktion|editor(?:ial)?(?: team| staff)?|staff|guest|anonymous|unknown|webmaster|team|root|user|by|von|follow|author|autor|die redaktion|news desk|contributors?)$/i;

function namesIn(texts: readonly string[], site: string | undefined): string[] {
  const names = texts
    .flatMap((text) => plain(text).split(/\s*(?:,|;|\/|\s(?:and|und|et|&)\s)\s*/))
    .map((name) =>
      name
        .replace(/^(?:by|von|par)\s+/i, '')
        .replace(/\s*\(.*\)$/, '')
        .trim(),
    )
    .filter(
      (name) =>
        name.length > 1 && name.length < 60 && /\p{L}/u.test(name) && !/\d{2}|https?:|@/.test(name),
    )
    .filter((name) => !NO_NAME.test(name) && words(name).length <= 6 && !isSite(name, site));
  return [...new Set(names)].slice(0, 12);
}
