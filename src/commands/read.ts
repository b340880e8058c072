// news read: prints articles, in the form that suits where they go.

import { NewsError } from '../errors.ts';
import type { Card } from '../library/card.ts';
import { articleRecord } from '../output/article-json.ts';
import { type Frame, frameArticle } from '../output/frame.ts';
import { decidePaging, page as showPaged } from '../output/pager.ts';
import { printed } from '../output/print.ts';
import { writeOut } from '../output/stdout.ts';
import type { Invocation } from '../program.ts';
import type { Document } from '../typeset/document.ts';
import { setContents, setFront } from '../typeset/front.ts';
import type { Line } from '../typeset/page.ts';
import { typeset } from '../typeset/typeset.ts';
import { type Article, findArticle, libraryArticle } from './article.ts';
import { type Context, openContext } from './context.ts';
import { ansiOptions, measureFor, painterFor, plainOptions } from './look.ts';

const FORMATS = ['ansi', 'plain', 'markdown', 'json'] as const;
type Format = (typeof FORMATS)[number];

export async function read(
  invocation: Invocation,
  words: readonly string[],
): Promise<number | undefined> {
  if (invocation.flags['interactive']) return (await import('./tui.ts')).tui(invocation, words);
  const context = await openContext(invocation);
  formatOf(context);
  return printArticles(context, await findArticles(context, words));
}

/**
 * The articles some words ask for: all words as one query first, else each word as a query of its
 * own, so that both `news read klarna stellen` and `news read dell klarna` say what they mean.
 */
async function findArticles(context: Context, words: readonly string[]): Promise<readonly Article[]> {
  if (words.length === 0) return [await lastArticle(context)];
  try {
    return [await findArticle(context, words.join(' '))];
  } catch (error) {
    if (words.length === 1 || !(error instanceof NewsError) || error.code !== 'not-found') throw error;
    const each: Article[] = [];
    for (const word of words) each.push(await findArticle(context, word));
    return each;
  }
}

/** The article read last, else the first of the library. */
async function lastArticle(context: Context): Promise<Article> {
  const catalog = await context.catalog();
  const { last } = context.history().state();
  const known = last === undefined ? undefined : await catalog.card(last);
  const card = known ?? (await catalog.list())[0];
  if (card) return libraryArticle(context, card);
  const { errors, list } = context.messages;
  throw new NewsError('not-found', errors.libraryEmpty, list.emptyHint(context.folders.articles));
}

/** Prints the articles as flags and output ask for, and notes in the journal what was read. */
export async function printArticles(context: Context, articles: readonly Article[]): Promise<number> {
  switch (formatOf(context)) {
    case 'ansi':
      await showAnsi(context, articles);
      break;
    case 'plain': {
      const texts: string[] = [];
      for (const article of articles) texts.push(await plainText(context, article));
      writeOut(texts.join('\n'));
      break;
    }
    case 'markdown':
      writeOut((await Promise.all(articles.map((article) => article.markdown()))).map(ended).join('\n'));
      break;
    case 'json': {
      const records: unknown[] = [];
      for (const { card, neighbours, markdown, document } of articles) {
        const text = setPlain(await document(), card, { ...plainOptions(context, card.lang), links: 'none' });
        records.push(articleRecord(card, neighbours, await markdown(), text));
      }
      writeOut(`${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`);
    }
  }
  const now = context.environment.now().toISOString();
  for (const { card, loose } of articles) {
    if (!loose) context.history().append({ kind: 'read', id: card.id, at: now, share: 1 });
  }
  return 0;
}

function formatOf({ flags, terminal, messages }: Context): Format {
  const wished = flags['json'] ? 'json' : flags['plain'] ? 'plain' : flags['format'];
  if (wished === undefined) return terminal.tty || terminal.styled ? 'ansi' : 'plain';
  const format = FORMATS.find((name) => name === wished);
  if (format) return format;
  const { errors } = messages;
  throw new NewsError(
    'usage',
    errors.flag('--format', String(wished)),
    errors.flagHint(errors.expected.oneOf(FORMATS)),
  );
}

async function showAnsi(context: Context, articles: readonly Article[]): Promise<void> {
  const { terminal, settings, environment } = context;
  const lines: Line[] = [];
  const painter = painterFor(context);
  let text = '';
  for (const article of articles) {
    const { lines: own, links } = await setAnsi(context, article);
    text += printed(own, painter, links);
    lines.push(...own);
  }
  const paging = decidePaging({
    tty: terminal.tty,
    lines: lines.length,
    rows: terminal.rows,
    pager: settings.pager,
    variable: environment.variables['PAGER'],
  });
  if (paging.kind !== 'none' && (await showPaged(paging, text, environment.variables))) return;
  writeOut(text);
}

async function setAnsi(context: Context, { card, neighbours, document }: Article) {
  const { settings, messages } = context;
  const options = ansiOptions(context, card.lang);
  const set = await document();
  const page = typeset(set, options);
  const title = titleOf(card, set);
  const front = setFront(
    {
      ...(title === undefined ? {} : { title }),
      ...(card.summary === undefined ? {} : { summary: card.summary }),
    },
    options,
  );
  const contents = settings.toc ? setContents(page.headings, options) : [];
  const gap: Line[] = contents.length > 0 ? [{ runs: [], width: 0, join: 'end', block: 0, offset: 0 }] : [];
  const { margin, width } = measureFor(context);
  const facts = [
    ...(card.date === undefined ? [] : [messages.format.longDate(card.date)]),
    messages.page.minutes(card.minutes),
  ];
  const frame: Frame = {
    facts,
    ...(neighbours
      ? {
          series: neighbours.series.title,
          place: messages.page.place(card.number, neighbours.series.count),
          ...(neighbours.previous
            ? { previous: { command: 'news prev', title: neighbours.previous.title } }
            : {}),
          ...(neighbours.next ? { next: { command: 'news next', title: neighbours.next.title } } : {}),
        }
      : {}),
  };
  const body = [...contents, ...gap, ...page.lines];
  const lines = frameArticle(frame, front, body, { theme: options.theme, width, margin });
  return { lines, links: page.links };
}

/** The title to print: what the article itself says, never one made up from a file name. */
function titleOf(card: Card, document: Document): string | undefined {
  return card.titleFrom === 'front-matter' ? card.title : document.title;
}

async function plainText(context: Context, { card, document }: Article): Promise<string> {
  const { settings } = context;
  return setPlain(await document(), card, plainOptions(context, card.lang), settings.toc);
}

function setPlain(
  document: Document,
  card: Card,
  options: ReturnType<typeof plainOptions>,
  toc = false,
): string {
  const page = typeset(document, options);
  const title = titleOf(card, document);
  const front = title === undefined ? [] : setFront({ title }, options);
  const contents = toc ? setContents(page.headings, options) : [];
  const painter = { depth: 'none', attributes: false, hyperlinks: false } as const;
  return [front, contents, page.lines]
    .filter((part) => part.length > 0)
    .map((part) => printed(part, painter))
    .join('\n');
}

function ended(text: string): string {
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}
