// news help keys: every key of the full-screen reader, the reader's own among them.

import { type Context, command } from '../../context/context.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import { type Cell, type Column, lineOf, setColumns } from '../../output/columns.ts';
import { printed } from '../../output/print.ts';
import { writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import { helpList, helpTitles } from '../../tui/keys/help-list.ts';
import { type KeyOverrides, keyLabel, keymap } from '../../tui/keys/keymap.ts';
import type { Line } from '../../typeset/page/page.ts';

const COLUMNS: readonly Column[] = [{ align: 'left' }, { align: 'left', flexible: true }];

export const helpKeys = command(async (context: Context) => {
  const { messages, settings, terminal } = context;
  const { tui } = messages;
  const titles = helpTitles(tui);
  const map = keymap(settings.keys as KeyOverrides, tui);
  const { styles, signs } = themeFor(context);
  const rows: string[][] = [];
  const lines: { readonly title: string; readonly cells: Cell[][] }[] = [];
  for (const entry of helpList(map)) {
    if (entry.kind === 'title') lines.push({ title: titles[entry.screen], cells: [] });
    if (entry.kind !== 'command') continue;
    const { binding } = entry;
    const keys = binding.keys.map((key) => keyLabel(key, terminal.unicode, tui)).join('  ');
    const what = tui.help[binding.help];
    rows.push([binding.command, keys, what]);
    lines.at(-1)?.cells.push([{ text: keys }, { text: what, style: styles.muted }]);
  }
  if (!terminal.tty) {
    writeOut(tsv(rows));
    return 0;
  }
  const width = listWidth(context);
  const set = setColumns(
    lines.flatMap(({ cells }) => cells),
    COLUMNS,
    { width, indent: 2, ellipsis: signs.ellipsis },
  );
  let at = 0;
  const page = lines.flatMap(({ title, cells }, index): readonly Line[] => {
    const head = lineOf([{ text: `  ${title}`, style: styles.title }]);
    const own = set.slice(at, at + cells.length);
    at += cells.length;
    return [...(index > 0 ? [lineOf([])] : []), head, ...own];
  });
  writeOut(printed(page, painterFor(context)));
  return 0;
});
