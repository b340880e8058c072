// news notes: the reader's notes and highlights, as a table, as lines, as data, as a document.

import { findCard } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { checkRoots, filterOf } from '../../context/filter.ts';
import {
  holds,
  type NotedArticle,
  notedArticles,
  type PlacedNote,
  strayNotes,
} from '../../context/noting/noted.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import { NewsError } from '../../errors.ts';
import type { Note } from '../../history/note.ts';
import { readingState } from '../../history/reading-state.ts';
import type { Card } from '../../library/article/card.ts';
import { type NotingWords, notingWords } from '../../messages/noting.ts';
import { type Cell, type Column, lineOf, setColumns } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import type { Line } from '../../typeset/page/page.ts';
import { clip } from '../../typeset/text/width.ts';

const FORMATS = ['markdown', 'json', 'tsv'] as const;

export const notes = command(async (context: Context, queries: readonly string[]) => {
  const { flags, terminal, settings } = context;
  const words = notingWords(settings.language);
  const format = formatOf(context, words);
  checkRoots(context);
  const articles = await chosen(context, queries);
  if (format === 'json') {
    writeOut(
      jsonText(
        articles.flatMap(({ notes, ...article }) => notes.map((note) => record(article, note))),
      ),
    );
    return 0;
  }
  if (articles.length === 0) {
    const isFiltered = queries.length > 0 || FILTERS.some((name) => flags[name] !== undefined);
    if (isFiltered) writeError(words.noneFiltered);
    else writeError(words.none, words.noneHint);
    return 1;
  }
  if (format === 'markdown') await writeDocument(context, articles, words);
  else if (format === 'tsv' || !terminal.tty) {
    writeOut(
      tsv(
        articles.flatMap(({ notes, ...article }) => notes.map((note) => row(article, note, words))),
      ),
    );
  } else writeOut(printed(table(context, articles, words), painterFor(context)));
  return 0;
});

const FILTERS = ['series', 'tag', 'lang', 'unread', 'starred', 'find'];

function formatOf({ flags, messages: { errors } }: Context, words: NotingWords) {
  const { format } = flags;
  if (flags['json']) return 'json';
  const known = FORMATS.find((name) => name === format);
  if (known === undefined && format !== undefined) {
    const hint = errors.flagHint(words.badFormat);
    throw new NewsError('usage', errors.flag('--format', String(format)), hint);
  }
  return known;
}

/** The articles with notes that arguments and filters leave; those that are gone where nothing else is asked of them. */
async function chosen(context: Context, queries: readonly string[]): Promise<NotedArticle[]> {
  const { flags } = context;
  const filter = await filterOf(context);
  const { readings } = context.history().state();
  const isWanted = (note: Note): boolean =>
    typeof flags['find'] !== 'string' || holds(note, flags['find']);
  const asked: Card[] = [];
  const gone = new Set<string>();
  const catalog = await context.catalog();
  for (const query of queries) {
    const isGone =
      readings.get(query)?.notes !== undefined && (await catalog.card(query)) === undefined;
    if (isGone) gone.add(query);
    else asked.push(await findCard(context, query));
  }
  const cards = (await catalog.list(filter)).filter(({ id }) => {
    const reading = readings.get(id);
    if (flags['starred'] && reading?.starred !== true) return false;
    if (flags['unread'] && readingState(reading) === 'read') return false;
    return queries.length === 0 || asked.some((card) => card.id === id);
  });
  const isOfArticles = ['tag', 'lang', 'unread', 'starred'].some(
    (name) => flags[name] !== undefined,
  );
  const strays = isOfArticles
    ? []
    : await strayNotes(
        context,
        (note, id) =>
          isWanted(note) &&
          (queries.length === 0 || gone.has(id)) &&
          (filter.series === undefined || id.startsWith(`${filter.series}/`)),
      );
  return [...(await notedArticles(context, cards, isWanted)), ...strays];
}

type Article = Omit<NotedArticle, 'notes'>;

function record({ id, title, source, card }: Article, placed: PlacedNote) {
  const { note, quote, text, made, at, orphaned } = placed;
  const { exact, prefix, suffix, place } = quote;
  return {
    id,
    title,
    ...(source === undefined ? {} : { source }),
    ...(card?.date === undefined ? {} : { date: card.date }),
    note,
    quote: { exact, prefix, suffix, place },
    ...(text === undefined ? {} : { text }),
    made,
    at,
    orphaned,
    missing: card === undefined,
  };
}

function row(
  { id, title }: Article,
  { quote, text, made, orphaned }: PlacedNote,
  words: NotingWords,
) {
  return [id, made.slice(0, 10), quote.exact, text, orphaned ? words.orphaned : '', title];
}

async function writeDocument(
  context: Context,
  articles: readonly NotedArticle[],
  words: NotingWords,
): Promise<void> {
  const { messages, settings } = context;
  const { notesDocument } = await import('../../context/noting/notes-document.ts');
  const series = new Map(
    (await (await context.catalog()).series()).map((one) => [one.key, one.title]),
  );
  const wording = {
    words,
    language: settings.language,
    date: messages.format.longDate,
    series: (key: string) => series.get(key) ?? key,
  };
  writeOut(notesDocument(articles, wording));
}

const COLUMNS: readonly Column[] = [
  { align: 'left' },
  { align: 'left', flexible: true },
  { align: 'left', dispensable: 2 },
  { align: 'right', dispensable: 1 },
];

/** Quotes under the titles of their articles, what was written to them below. */
function table(
  context: Context,
  articles: readonly NotedArticle[],
  words: NotingWords,
): readonly Line[] {
  const { messages } = context;
  const { styles, signs } = themeFor(context);
  const width = listWidth(context);
  const all = articles.flatMap(({ notes }) => notes);
  const rows = setColumns(
    all.map(({ quote, text, made, orphaned }): readonly Cell[] => [
      { text: text === undefined ? ' ' : signs.note, style: styles.muted },
      { text: oneLine(quote.exact), ...(orphaned ? { style: styles.muted } : {}) },
      { text: orphaned ? words.orphaned : '', style: styles.muted },
      { text: messages.format.shortDate(made), style: styles.muted },
    ]),
    COLUMNS,
    { width, indent: 2, ellipsis: signs.ellipsis },
  );
  const lines: Line[] = [];
  let at = 0;
  for (const { title, id, notes } of articles) {
    if (at > 0) lines.push(lineOf([]));
    const shown = clip(title, width - 2, signs.ellipsis);
    const own = clip(id, Math.max(0, width - shown.length - 5), signs.ellipsis);
    lines.push(
      lineOf([
        { text: '  ', style: {} },
        { text: shown, style: styles.title },
        { text: own.length > 8 ? `   ${own}` : '', style: styles.muted },
      ]),
    );
    for (const { text } of notes) {
      lines.push(rows[at++] as Line);
      if (text === undefined) continue;
      const said = clip(oneLine(text), width - 5, signs.ellipsis);
      lines.push(
        lineOf([
          { text: '     ', style: {} },
          { text: said, style: styles.emphasis },
        ]),
      );
    }
  }
  return lines;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
