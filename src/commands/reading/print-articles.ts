// Articles in the form that suits where they go: a framed page, plain text, Markdown, JSON.

import type { SetPiece } from '../../context/article-pieces.ts';
import type { Article } from '../../context/article-shown.ts';
import { addressesFor } from '../../context/cards/addresses.ts';
import type { Context } from '../../context/context.ts';
import {
  type PagePictures,
  pagePictures,
  pictureDepth,
  withPictures,
} from '../../context/page-pictures.ts';
import { ansiOptions, measureFor, painterFor, plainOptions } from '../../context/presentation.ts';
import { type Format, formatOf } from '../../context/print-format.ts';
import type { Card } from '../../library/article/card.ts';
import {
  type ArticleFrame,
  type FrameOptions,
  frameFoot,
  frameHead,
  moved,
} from '../../output/article-frame.ts';
import { articleRecord } from '../../output/article-json.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed, printedParts } from '../../output/print.ts';
import { openSink, type Sink } from '../../output/sink.ts';
import type { FindQuery } from '../../tui/pages/find.ts';
import { setContents, setFront } from '../../typeset/blocks/front.ts';
import type { TypesetOptions } from '../../typeset/look/options.ts';
import type { Line } from '../../typeset/page/page.ts';
import type { Painter } from '../../typeset/page/paint.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';

/** How a page is dressed for where it goes. */
interface Dress {
  readonly options: TypesetOptions;
  readonly painter: Painter;
  /** What stands above the body, without the blank line between. */
  readonly above: (first: SetPiece) => readonly Line[];
  readonly body: (lines: readonly Line[]) => readonly Line[];
  readonly below: () => readonly Line[];
  /** The article's pictures, where they are drawn. */
  readonly pictures?: PagePictures;
}

const NO_STYLES: Painter = { depth: 'none', attributes: false, hyperlinks: false };
const BLANK: Line = { runs: [], width: 0, join: 'end', block: 0, offset: 0 };

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
      else await printPage(article, await dressFor(context, article, format), settings.toc, sink);
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
  dress.pictures?.close();
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

async function dressFor(
  context: Context,
  article: Article,
  format: 'ansi' | 'plain',
): Promise<Dress> {
  if (format === 'plain') return plainDress(context, article);
  const dress = await ansiDress(context, article);
  const find = context.flags['find'];
  if (typeof find !== 'string') return dress;
  const { markFound } = await import('./find-marks.ts');
  const query: FindQuery = article.loose
    ? { kind: 'text', text: find }
    : {
        kind: 'words',
        words: await (await context.catalog()).wordsToMark(article.card, find),
      };
  const { hit } = dress.options.theme.styles;
  return { ...dress, body: (lines) => dress.body(markFound(lines, query, hit)) };
}

function plainDress(context: Context, { card }: Article): Dress {
  const options = plainOptions(context, card.lang);
  return {
    options,
    painter: NO_STYLES,
    above: (first) => {
      const title = titleOf(card, first);
      return title === undefined ? [] : setFront({ title }, options);
    },
    body: (lines) => lines,
    below: () => [],
  };
}

async function ansiDress(context: Context, article: Article): Promise<Dress> {
  const { card } = article;
  const depth = card.path === '' ? undefined : pictureDepth(context);
  const pictures = depth === undefined ? undefined : pagePictures(context, card.path, depth);
  const options = {
    ...ansiOptions(context, card.lang),
    ...(pictures === undefined ? {} : { pictures: pictures.fit }),
    ...(article.loose ? {} : { resolve: await addressesFor(context, article) }),
  };
  const frame = () => frameOf(context, article);
  const frameOptions: FrameOptions = { theme: options.theme, ...measureFor(context) };
  return {
    options,
    painter: painterFor(context),
    above: (first) => {
      const title = titleOf(card, first) ?? titleFromName(card);
      const front = setFront(
        {
          ...(title === undefined ? {} : { title }),
          ...(card.summary === undefined ? {} : { summary: card.summary }),
        },
        options,
      );
      return frameHead(frame(), front, frameOptions);
    },
    body: (lines) => moved(lines, frameOptions),
    below: () => frameFoot(frame(), frameOptions),
    ...(pictures === undefined ? {} : { pictures }),
  };
}

function frameOf({ messages }: Context, { card, neighbours }: Article): ArticleFrame {
  const { previous, next, series } = neighbours ?? {};
  const facts = [
    ...(card.date === undefined ? [] : [messages.format.longDate(card.date)]),
    messages.page.minutes(card.minutes),
  ];
  return {
    facts,
    ...(series
      ? { series: series.title, place: messages.page.place(card.number, series.count) }
      : {}),
    ...(previous ? { previous: { command: 'news prev', title: previous.title } } : {}),
    ...(next ? { next: { command: 'news next', title: next.title } } : {}),
  };
}

/** The title of a page on a terminal, where the article says none; standard input has no name either. */
function titleFromName(card: Card): string | undefined {
  return card.titleFrom === 'file' && card.path !== '-' ? card.title : undefined;
}

/** The title to print: what the article itself says, never one made up from a file name. */
function titleOf(card: Card, first: SetPiece): string | undefined {
  return card.titleFrom === 'front-matter' ? card.title : first.title;
}

function ended(text: string): string {
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}
