// Articles in the form that suits where they go: a framed page, plain text, Markdown, JSON.

import type { Article } from '../../context/article-shown.ts';
import type { Context } from '../../context/context.ts';
import { type Format, formatOf } from '../../context/print-format.ts';
import { articleRecord } from '../../output/article-json.ts';
import { lineOf } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed, printedParts } from '../../output/print.ts';
import { openSink, type Sink } from '../../output/sink.ts';
import { setContents } from '../../typeset/blocks/front.ts';
import type { Line } from '../../typeset/page/page.ts';
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
  /** The line with which each article ends. */
  const ends: number[] = [];
  try {
    await printAll(context, articles, format, sink, () => ends.push(sink.lines()));
    await sink.end();
  } finally {
    environment.mark('printed');
    // What a pipe made of it nobody knows.
    const isPage = terminal.tty && (format === 'ansi' || format === 'plain');
    const shown = isPage ? sink.shown() : 0;
    for (const [index, { card, loose }] of articles.entries()) {
      if (loose) continue;
      const share = shareOf(shown, ends[index - 1] ?? 0, ends[index]);
      const seen = share > 0 ? { share } : {};
      context.history().append({ kind: 'read', id: card.id, ...seen });
    }
  }
}

/** How much of lines `from` to `to` is among the first `shown`; nothing of an article that never came to its end. */
function shareOf(shown: number, from: number, to: number | undefined): number {
  if (to === undefined) return 0;
  return shown >= to ? Number(shown > 0) : Math.max(0, shown - from) / (to - from);
}

async function printAll(
  context: Context,
  articles: readonly Article[],
  format: Format,
  sink: Sink,
  ended: () => void,
): Promise<void> {
  const { terminal, settings } = context;
  if (format === 'json') await printJson(context, articles, sink);
  else if (format === 'html') {
    const { htmlPage } = await import('../../context/exporting/html-page.ts');
    await sink.write(await htmlPage(context, articles));
  } else {
    for (const [index, article] of articles.entries()) {
      if (index > 0 && format !== 'ansi') await sink.write('\n');
      if (format === 'markdown') await sink.write(asLines(await markdownOf(article, terminal.tty)));
      else {
        await printPage(article, await dressFor(context, article, format), settings.toc, sink);
      }
      ended();
    }
  }
}

/** The file's own text; a terminal gets it without what could act on it. */
async function markdownOf(article: Article, tty: boolean): Promise<string> {
  const text = await article.markdown();
  return tty ? sanitize(text) : text;
}

/** Prints an article in its dress, as its pieces come. */
export async function printPage(
  article: Article,
  dress: Dress,
  toc: boolean,
  sink: Pick<Sink, 'write'>,
): Promise<void> {
  const { options, painter } = dress;
  let place: 'start' | 'above' | 'body' = 'start';
  for await (const section of article.sections(options, toc)) {
    const { links } = section;
    const lines = dress.noted?.(section) ?? section.lines;
    if (place === 'start') {
      const contents = toc ? setContents(section.headings, options) : [];
      const above = [dress.above(section), dress.body(contents)].filter((part) => part.length > 0);
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
    if (pictures === undefined || !lines.some(hasPicture)) {
      for (const text of printedParts(dress.body(lines), painter, links)) await sink.write(text);
      continue;
    }
    await sink.write({
      lines: lines.length,
      text: async (isPaged) => {
        const shown = dress.body(await pictures(lines, isPaged));
        return [...printedParts(shown, painter, links)].join('');
      },
    });
  }
  await sink.write(printed(dress.below(), painter));
}

const hasPicture = ({ runs }: Line): boolean => runs.some(({ picture }) => picture !== undefined);

async function printJson(
  context: Context,
  articles: readonly Article[],
  sink: Sink,
): Promise<void> {
  const records: unknown[] = [];
  for (const article of articles) {
    const parts: string[] = [];
    const into: Sink = {
      write: async (part) =>
        void parts.push(typeof part === 'string' ? part : await part.text(true)),
      end: async () => undefined,
      lines: () => 0,
      shown: () => 0,
    };
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

function asLines(text: string): string {
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}
