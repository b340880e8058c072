// news history: what was read, when, how far; and forgetting it.

import { type Context, command } from '../../context/context.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import type { Reading } from '../../history/event.ts';
import { readingState } from '../../history/reading-state.ts';
import { type Cell, type Column, setColumns } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { align: 'right' },
  { align: 'left', flexible: true },
  { align: 'left', dispensable: 1 },
];

export const history = command(async (context: Context) => {
  const { flags, messages, terminal } = context;
  const journal = context.history();
  if (flags['clear']) {
    journal.clear();
    writeError(messages.list.historyCleared);
    return 0;
  }
  const catalog = await context.catalog();
  const newestFirst = [...journal.state().readings.values()]
    .filter((reading) => !isOnlyKept(reading))
    .sort((a, b) => b.at.localeCompare(a.at));
  const readings = await Promise.all(
    newestFirst.map(async ({ opened: _opened, notes: _notes, ...reading }) => ({
      ...reading,
      state: readingState({ ...reading, opened: _opened === true }),
      title: (await catalog.card(reading.id))?.title,
    })),
  );
  if (flags['json']) {
    writeOut(jsonText(readings));
    return 0;
  }
  if (readings.length === 0) {
    writeError(messages.list.historyEmpty);
    return 0;
  }
  if (!terminal.tty) {
    writeOut(
      tsv(
        readings.map(({ id, at, share, title, state }) => [
          id,
          at,
          Math.round(share * 100),
          title,
          messages.list[state],
        ]),
      ),
    );
    return 0;
  }
  const theme = themeFor(context);
  const muted = theme.styles.muted;
  const rows = readings.map(({ id, at, share, title, state }): readonly Cell[] => [
    { text: messages.format.shortDate(at), style: muted },
    {
      text: state === 'begun' ? messages.format.percent(share) : messages.list[state],
      style: muted,
    },
    { text: title ?? id },
    { text: title === undefined ? '' : id, style: muted },
  ]);
  const size = {
    width: listWidth(context),
    indent: 2,
    ellipsis: theme.signs.ellipsis,
  };
  writeOut(printed(setColumns(rows, COLUMNS, size), painterFor(context)));
  return 0;
});

/** Whether nothing is known of an article but that it has a star or notes. */
function isOnlyKept({ starred, notes, opened, share, read }: Reading): boolean {
  return (starred === true || notes !== undefined) && opened !== true && share === 0 && !read;
}
