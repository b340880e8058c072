// Articles as the chapters of an export: parsed, with their pictures, their links led to one another.

import { existsSync } from 'node:fs';
import { parseOptionsOf } from '../../catalog/documents/parse-options.ts';
import type { Book, Chapter, ChapterPicture } from '../../export/chapter.ts';
import type { Card } from '../../library/article/card.ts';
import { type LinkIndex, linkIndex } from '../../library/query/link-target.ts';
import { exportingWords } from '../../messages/exporting.ts';
import { parseDocument } from '../../typeset/parse/parse-document.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';
import { bytesOf, pictureFile } from '../pictures/picture-file.ts';

const TYPES = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;

/** The articles as one book, named by its series where they are all of one. */
export async function bookOf(
  context: Context,
  articles: readonly Article[],
  series: string | undefined,
): Promise<Book> {
  const words = exportingWords(context.settings.language);
  const links = linkIndex(
    articles.map(({ card }) => card),
    existsSync,
  );
  const chapters: Chapter[] = [];
  for (const article of articles) chapters.push(await chapterOf(context, article, links));
  const [first] = chapters;
  const more = chapters.length - 1;
  const title = series ?? (more === 0 ? first?.title : words.several(first?.title ?? '', more));
  const langs = new Set(chapters.map(({ lang }) => lang).filter((lang) => lang !== undefined));
  const [only] = langs;
  return {
    title: title ?? '',
    authors: [...new Set(chapters.flatMap(({ authors }) => authors))],
    lang: langs.size === 1 && only !== undefined ? only : context.settings.language,
    chapters,
    words: words.book,
  };
}

/** What links in the book lead to; a loose file has no id. */
const idOf = ({ id, path }: Card): string => (id === '' ? path : id);

async function chapterOf(
  context: Context,
  { card, markdown }: Article,
  links: LinkIndex<Card>,
): Promise<Chapter> {
  const document = parseDocument(await markdown(), parseOptionsOf(card));
  const { date, lang, summary, source, authors } = card;
  const address = source?.url;
  return {
    id: idOf(card),
    title: document.title ?? card.title,
    document,
    authors,
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
    ...(summary === undefined ? {} : { summary }),
    ...(address === undefined ? {} : { source: address }),
    pictures: picturesOf(
      context,
      card.path,
      document.links.map(({ href }) => href),
    ),
    target: (href) => {
      const found = links.target(card, href);
      return found?.kind === 'article' ? idOf(found.card) : undefined;
    },
  };
}

function picturesOf(context: Context, path: string, hrefs: readonly string[]) {
  const pictures = new Map<string, ChapterPicture>();
  for (const href of hrefs) {
    const file = pictureFile(context.settings.roots, path, href);
    const bytes = file && bytesOf(file);
    // Without bytes it is its text.
    if (file !== undefined && bytes !== undefined)
      pictures.set(href, { bytes, type: TYPES[file.size.format] });
  }
  return pictures;
}
