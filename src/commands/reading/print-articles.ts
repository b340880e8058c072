// Articles in the form that suits where they go: a framed page, plain text, Markdown, JSON.

import type { Article } from '../../context/article-shown.ts';
import type { Context } from '../../context/context.ts';
import { withPictures } from '../../context/page-pictures.ts';
import { type Format, formatOf } from '../../context/print-format.ts';
import { articleRecord } from '../../output/article-json.ts';
import { lineOf } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed, printedParts } from '../../output/print.ts';
import { openSink, type Sink } from '../../output/sink.ts';
import { setContents } from '../../typeset/blocks/front.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';
import { type Dress, dressFor, plainDress } from './dress.ts';

const BLANK = lineOf([]);

/** Prints the articles as flags and output ask for, and notes in the journal what was opened, and what was seen to its end. */
export async function printArticles(context: Context, articles: readonly Article[]): Promise<void> {
  const { terminal, settings, environment } = context;
  const format = formatOf(context);
  const sink = openSink({
    tty: terminal.tty && format === 'ansi',
    get rows() {
      return terminal.rows;
    },
    pager: settings.pager,
    variable: environment.variables['PAGER'],
    variables: environment.variables,
  });
  let share: number | undefined;
  try {
    await printAll(context, articles, format, sink);
    // What stands on the terminal to its last line was seen; of what went anywhere else nobody knows.
    const isSeen = (await sink.end()) === 'written' && terminal.tty;
    if (isSeen && (format === 'ansi' || format === 'plain')) share = 1;
  } finally {
    environment.mark('printed');
    for (const { card, loose } of articles) {
      if (loose) continue;
      const seen = share === undefined ? {} : { share };
      context.history().append({ kind: 'read', id: card.id, ...seen });
    }
  }
}

async function printAll(
  context: Context,
  articles: readonly Article[],
  format: Format,
  sink: Sink,
): Promise<void> {
  const { terminal, settings } = context;
  if (format === 'json') await printJson(context, articles, sink);
  else if (format === 'html') {
    const { htmlPage } = await import('../../context/exporting/html-page.ts');
    await sink.write(await htmlPage(context, articles));
  } else {
    for (const [index, article] of articles.entries()) {
      if (index > 0 && format !== 'ansi') await sink.write('\n');
      if (format === 'markdown') await sink.write(ended(await markdownOf(article, terminal.tty)));
      else {
        const dress = await dressFor(context, article, format);
        try {
          await printPage(article, dress, settings.toc, sink);
        } finally {
          dress.pictures?.close();
        }
      }
    }
  }
}

/** The file's own text; a terminal gets it without what could act on it. */
async function markdownOf(article: Article, tty: boolean): Promise<string> {
  const text = await article.markdown();
  return tty ? sanitize(text) : text;
}

async function printPage(article: Article, dress: Dress, toc: boolean, sink: Sink): Promise<void> {
  const { options, painter } = dress;
  let place: 'start' | 'above' | 'body' = 'start';
  for await (const piece of article.pieces(options, toc)) {
    const { lines, links } = piece;
    if (place === 'start') {
      const contents = toc ? setContents(piece.headings ?? [], options) : [];
      const above = [dress.above(piece), dress.body(contents)].filter((part) => part.length > 0);
      await sink.write(
        printed(
          above.flatMap((part, i) => (i > 0 ? [BLANK, ...part] : part)),
          painter,
        ),
      );
      place = above.length > 0 ? 'above' : 'body';
    }
    if (lines.length === 0) continue;
    if (place === 'above') await sink.write('\n');
    place = 'body';
    const { pictures } = dress;
    const shown = pictures === undefined ? lines : await withPictures(lines, pictures);
    for (const text of printedParts(dress.body(shown), painter, links)) await sink.write(text);
  }
  await sink.write(printed(dress.below(), painter));
}

async function printJson(
  context: Context,
  articles: readonly Article[],
  sink: Sink,
): Promise<void> {
  const records: unknown[] = [];
  for (const article of articles) {
    const parts: string[] = [];
    const into: Sink = { write: async (text) => void parts.push(text), end: async () => 'written' };
    const dress = plainDress(context, article);
    await printPage(
      article,
      { ...dress, options: { ...dress.options, links: 'none', notes: 'none' } },
      false,
      into,
    );
    const { card, neighbours } = article;
    const { linkedOf } = await import('../../context/cards/linked.ts');
    const linked = await linkedOf(context, article);
    records.push(articleRecord(card, neighbours, await article.markdown(), parts.join(''), linked));
  }
  await sink.write(jsonText(records.length === 1 ? records[0] : records));
}

function ended(text: string): string {
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}
