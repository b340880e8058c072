// news list: the library, as a table on a terminal and as tab-separated lines in a pipe.

import { isAbsolute, join } from 'node:path';
import { type Context, command } from '../../context/context.ts';
import { checkRoots, filterOf } from '../../context/filter.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import { NewsError } from '../../errors.ts';
import { isFolder } from '../../folder.ts';
import type { Reading } from '../../history/event.ts';
import { readingState } from '../../history/reading-state.ts';
import type { Card, ListFilter, Series } from '../../library/article/card.ts';
import { fold } from '../../library/query/fold.ts';
import { type Cell, type Column, lineOf, setColumns } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import type { Line } from '../../typeset/page/page.ts';
import { clip } from '../../typeset/text/width.ts';

const SORTS = ['series', 'date', 'title'] as const;

export const list = command(async (context: Context, words: readonly string[]) => {
  const { flags, messages, terminal, folders } = context;
  if (words.length > 0) throw await wordsRefused(words, context);
  const sort = sortOf(context);
  checkRoots(context);
  const catalog = await context.catalog();
  const filter: ListFilter = { ...(await filterOf(context)), ...sort };
  const readings = context.history().state().readings;
  const all = await catalog.list(filter);
  const cards = all.filter(({ id }) => {
    const reading = readings.get(id);
    if (flags['starred'] && reading?.starred !== true) return false;
    return !flags['unread'] || readingState(reading) !== 'read';
  });
  if (flags['json']) {
    writeOut(jsonText(cards.map((card) => record(card, readings.get(card.id)))));
    return 0;
  }
  if (cards.length === 0) {
    const filtered =
      all.length > 0 ||
      Object.keys(filter).length > 0 ||
      Boolean(flags['unread'] || flags['starred']);
    const { list: words } = messages;
    if (filtered) writeError(words.nothingFiltered);
    else writeError(words.empty, words.emptyHint(folders.articles));
    return 1;
  }
  if (terminal.tty) {
    const lines = table(cards, await catalog.series(), readings, filter, context);
    writeOut(printed(lines, painterFor(context)));
  } else {
    writeOut(tsv(cards.map((card) => row(card, readings.get(card.id), context))));
  }
  return 0;
});

function sortOf({ flags, messages }: Context): Pick<ListFilter, 'sort'> {
  const { sort } = flags;
  if (sort === undefined) return {};
  const known = SORTS.find((name) => name === sort);
  if (known !== undefined) return { sort: known };
  const { errors } = messages;
  throw new NewsError(
    'usage',
    errors.flag('--sort', String(sort)),
    errors.flagHint(errors.expected.oneOf(SORTS)),
  );
}

/** For words, which a list does not take: the command line that was probably meant. */
async function wordsRefused(words: readonly string[], context: Context): Promise<NewsError> {
  const { errors } = context.messages;
  const { cwd } = context.environment;
  const word = words.join(' ');
  const series = (await (await context.catalog()).series()).find(
    ({ key }) => fold(key) === fold(word),
  );
  const path = isAbsolute(word) ? word : join(cwd, word);
  const meant =
    series !== undefined
      ? `news list --series ${series.key}`
      : isFolder(path)
        ? `news list --from ${word}`
        : `news search ${word}`;
  return new NewsError('usage', errors.takesNoMore('news list', word), errors.didYouMean([meant]));
}

function row(card: Card, reading: Reading | undefined, { messages }: Context) {
  return [
    card.id,
    card.series,
    card.number,
    card.title,
    card.date,
    card.minutes,
    messages.list[readingState(reading)],
  ];
}

function record(card: Card, reading: Reading | undefined) {
  return {
    ...card,
    state: readingState(reading),
    starred: reading?.starred === true,
    notes: reading?.notes?.length ?? 0,
    share: reading?.share ?? 0,
    readAt: reading?.at ?? null,
  };
}

const COLUMNS: readonly Column[] = [
  { align: 'left' },
  { align: 'right' },
  { align: 'left', flexible: true },
  { align: 'right', dispensable: 1 },
  { align: 'right', dispensable: 2 },
];

/** Cards under the titles of their series, or in one list where the order is another. */
function table(
  cards: readonly Card[],
  series: readonly Series[],
  readings: ReadonlyMap<string, Reading>,
  filter: ListFilter,
  context: Context,
): readonly Line[] {
  const { messages } = context;
  const theme = themeFor(context);
  const { styles, signs } = theme;
  const width = listWidth(context);
  const cells = (card: Card): readonly Cell[] => {
    const state = readingState(readings.get(card.id));
    return [
      {
        text: readings.get(card.id)?.starred ? signs.star : state === 'unread' ? ' ' : signs[state],
        style: styles.muted,
      },
      { text: String(card.number), style: styles.muted },
      { text: card.title },
      { text: card.date ? messages.format.shortDate(card.date) : '', style: styles.muted },
      { text: messages.page.shortMinutes(card.minutes), style: styles.muted },
    ];
  };
  const rows = setColumns(cards.map(cells), COLUMNS, {
    width,
    indent: 2,
    ellipsis: signs.ellipsis,
  });
  if (filter.sort === 'date' || filter.sort === 'title') return rows;
  const titles = new Map(series.map((one) => [one.key, one]));
  const lines: Line[] = [];
  let current: string | undefined;
  cards.forEach((card, index) => {
    if (card.series !== current) {
      current = card.series;
      const one = titles.get(card.series);
      const title = clip(one?.title ?? card.series, width - 2, signs.ellipsis);
      const summary = one?.summary
        ? clip(one.summary, width - title.length - 5, signs.ellipsis)
        : '';
      if (index > 0) lines.push(lineOf([]));
      lines.push(
        lineOf([
          { text: '  ', style: {} },
          { text: title, style: styles.title },
          ...(summary ? [{ text: `   ${summary}`, style: styles.muted }] : []),
        ]),
      );
    }
    const line = rows[index];
    if (line) lines.push(line);
  });
  return lines;
}
