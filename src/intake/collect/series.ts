// A book as a series of its own, its chapters in their order.

import { cleanLine } from '../../library/article/clean.ts';
import { slugFor } from '../../library/write/names.ts';
import type { IncomingSeries } from '../incoming.ts';
import type { CollectOptions } from './collecting.ts';
import { keep } from './keep.ts';

/** Keeps all chapters of a book; its title, language and summary go into the `series.yaml`. */
export async function collectSeries(book: IncomingSeries, options: CollectOptions): Promise<void> {
  const { shelf, witness, signal } = options;
  const title = cleanLine(book.title).slice(0, 300) || options.fallback;
  const series = options.series ?? slugFor(title);
  const { chapters } = book;
  if (!witness.print && chapters.length > 0) {
    shelf.putSeries(series, {
      title,
      summary: book.summary && cleanLine(book.summary).slice(0, 1000),
      lang: book.lang,
    });
  }
  const digits = Math.max(2, String(chapters.length).length);
  for (const [index, chapter] of chapters.entries()) {
    if (signal?.aborted) return;
    const authors = chapter.authors.length > 0 ? chapter.authors : book.authors;
    const lang = chapter.lang ?? book.lang;
    const got = { name: chapter.title ?? title, bytes: new Uint8Array(), origin: { name: title } };
    await keep({ ...chapter, authors, ...(lang === undefined ? {} : { lang }) }, got, options, {
      series,
      number: index + 1,
      digits,
      only: true,
    });
    witness.progress(index + 1, chapters.length);
  }
}
