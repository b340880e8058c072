// The hints at the screen's foot, from the keymap, shortened in a fixed order.

import type { Command } from '../keys/bindings.ts';
import { bindingOf, keyLabel } from '../keys/keymap.ts';
import { margin } from '../pages/geometry.ts';
import type { State } from '../state/state.ts';
import { indentRow, type Row, rowWidth, run } from './row.ts';
import { fitted, inputRow, muted, type View } from './view.ts';

interface Hint {
  readonly commands: readonly Command[];
  readonly label: keyof View['world']['messages']['hint'];
}

/** In the order they stand; the rank says which stay longest, the lowest first to stay. */
type Ranked = Hint & { readonly rank: number };

/** Where a person stands, more finely than the keys' contexts. */
type Stand =
  | 'shelf'
  | 'reader'
  | 'found'
  | 'link'
  | 'goto'
  | 'filter'
  | 'adding'
  | 'find'
  | 'search'
  | 'help'
  | 'contents'
  | 'troubles'
  | 'backlinks'
  | 'picture'
  | 'bars'
  | 'sources'
  | 'note'
  | 'notes'
  | 'select'
  | 'speak'
  | 'write';

const HINTS: Readonly<Record<Stand, readonly Ranked[]>> = {
  shelf: [
    { commands: ['shelf.open'], label: 'open', rank: 1 },
    { commands: ['shelf.filter'], label: 'filter', rank: 3 },
    { commands: ['shelf.search'], label: 'search', rank: 4 },
    { commands: ['shelf.unread'], label: 'unread', rank: 5 },
    { commands: ['shelf.add'], label: 'add', rank: 6 },
    { commands: ['shelf.help'], label: 'help', rank: 0 },
    { commands: ['shelf.quit'], label: 'quit', rank: 2 },
  ],
  reader: [
    { commands: ['reader.previous', 'reader.next'], label: 'article', rank: 1 },
    { commands: ['reader.up', 'reader.down'], label: 'scroll', rank: 5 },
    { commands: ['reader.find'], label: 'find', rank: 3 },
    { commands: ['reader.contents'], label: 'contents', rank: 4 },
    { commands: ['reader.help'], label: 'help', rank: 0 },
    { commands: ['reader.quit'], label: 'quit', rank: 2 },
  ],
  found: [
    { commands: ['reader.nextHit', 'reader.previousHit'], label: 'hits', rank: 0 },
    { commands: ['reader.find'], label: 'find', rank: 3 },
    { commands: ['reader.shelf'], label: 'done', rank: 1 },
    { commands: ['reader.help'], label: 'help', rank: 2 },
  ],
  link: [
    { commands: ['reader.follow'], label: 'follow', rank: 0 },
    { commands: ['reader.nextLink'], label: 'link', rank: 2 },
    { commands: ['reader.add'], label: 'add', rank: 5 },
    { commands: ['reader.copy'], label: 'copy', rank: 3 },
    { commands: ['reader.back'], label: 'back', rank: 4 },
    { commands: ['reader.help'], label: 'help', rank: 1 },
  ],
  goto: [
    { commands: ['typing.accept'], label: 'go', rank: 0 },
    { commands: ['typing.cancel'], label: 'back', rank: 1 },
  ],
  filter: [
    { commands: ['typing.accept'], label: 'open', rank: 0 },
    { commands: ['typing.up', 'typing.down'], label: 'choose', rank: 2 },
    { commands: ['typing.cancel'], label: 'all', rank: 1 },
  ],
  adding: [
    { commands: ['typing.accept'], label: 'add', rank: 0 },
    { commands: ['typing.cancel'], label: 'back', rank: 1 },
  ],
  find: [
    { commands: ['typing.accept'], label: 'done', rank: 0 },
    { commands: ['typing.up', 'typing.down'], label: 'earlier', rank: 2 },
    { commands: ['typing.cancel'], label: 'back', rank: 1 },
  ],
  search: [
    { commands: ['typing.accept'], label: 'open', rank: 1 },
    { commands: ['typing.up', 'typing.down'], label: 'choose', rank: 2 },
    { commands: ['typing.cancel'], label: 'close', rank: 0 },
  ],
  help: [
    { commands: ['list.up', 'list.down'], label: 'scroll', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  troubles: [
    { commands: ['list.up', 'list.down'], label: 'scroll', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  contents: [
    { commands: ['list.up', 'list.down'], label: 'choose', rank: 2 },
    { commands: ['list.accept'], label: 'go', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  backlinks: [
    { commands: ['list.up', 'list.down'], label: 'choose', rank: 2 },
    { commands: ['list.accept'], label: 'open', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  picture: [{ commands: ['list.close'], label: 'close', rank: 0 }],
  bars: [
    { commands: ['list.up', 'list.down'], label: 'scroll', rank: 2 },
    { commands: ['list.turn'], label: 'column', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  sources: [
    { commands: ['list.up', 'list.down'], label: 'scroll', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  notes: [
    { commands: ['list.accept'], label: 'go', rank: 1 },
    { commands: ['list.write'], label: 'note', rank: 2 },
    { commands: ['list.remove'], label: 'remove', rank: 3 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  select: [
    { commands: ['select.up', 'select.down'], label: 'sentence', rank: 3 },
    { commands: ['select.shorter', 'select.longer'], label: 'word', rank: 4 },
    { commands: ['select.highlight'], label: 'highlight', rank: 0 },
    { commands: ['select.write'], label: 'note', rank: 1 },
    { commands: ['select.close'], label: 'back', rank: 2 },
  ],
  speak: [
    { commands: ['speak.previous', 'speak.next'], label: 'sentence', rank: 1 },
    { commands: ['speak.faster', 'speak.slower'], label: 'rate', rank: 2 },
    { commands: ['speak.stop'], label: 'stop', rank: 0 },
  ],
  write: [
    { commands: ['typing.accept'], label: 'done', rank: 0 },
    { commands: ['typing.cancel'], label: 'back', rank: 1 },
  ],
  note: [
    { commands: ['note.follow'], label: 'follow', rank: 1 },
    { commands: ['note.nextLink'], label: 'link', rank: 2 },
    { commands: ['note.close'], label: 'close', rank: 0 },
  ],
};

function standOf({ overlay, screen, shelf, reader, goto }: State): Stand {
  if (overlay !== undefined) return overlay.kind;
  if (goto !== undefined) return 'goto';
  if (screen === 'shelf' && shelf.adding !== undefined) return 'adding';
  if (screen === 'shelf') return shelf.typing ? 'filter' : 'shelf';
  if (reader?.speech !== undefined) return 'speak';
  if (reader?.writing !== undefined) return 'write';
  if (reader?.selection !== undefined) return 'select';
  if (reader?.find !== undefined) return reader.find.typing ? 'find' : 'found';
  return reader?.focus === undefined ? 'reader' : 'link';
}

const GAP = 3;

function hintRow(view: View, hint: Hint): Row {
  const { keymap, messages } = view.world;
  const keys = hint.commands.flatMap((command) => bindingOf(keymap, command)?.keys[0] ?? []);
  if (keys.length === 0) return [];
  const label = view.world.messages.hint[hint.label];
  return [
    run(keys.map((key) => keyLabel(key, view.unicode, messages)).join(' ')),
    muted(view, ` ${label}`),
  ];
}

function joined(rows: readonly Row[]): Row {
  return rows.flatMap((row, index) => (index === 0 ? row : [run(' '.repeat(GAP)), ...row]));
}

export function hints(view: View, width: number): Row {
  const all = HINTS[standOf(view.state)]
    .map((hint) => ({ rank: hint.rank, row: hintRow(view, hint) }))
    .filter(({ row }) => row.length > 0);
  for (let keep = all.length; keep > 0; keep--) {
    const row = joined(all.filter(({ rank }) => rank < keep).map((hint) => hint.row));
    if (rowWidth(row) <= width) return row;
  }
  return [];
}

export function hintFooter(view: View): Row {
  const side = margin(view.state.size);
  return indentRow(hints(view, view.state.size.columns - 2 * side), side);
}

/** What takes the footer's row on every screen: a message, or the line behind `:` and `%`. */
export function momentFooter(view: View): Row | undefined {
  const { notice, goto } = view.state;
  if (notice !== undefined) return noticeFooter(view, notice);
  if (goto === undefined) return undefined;
  const words = view.world.messages.goto;
  const label = goto.percent ? words.percent : words.article;
  return indentRow(inputRow(view, label, goto.text), margin(view.state.size));
}

/** What happened, or a question of the moment, in the place of a footer's row. */
export function noticeFooter(view: View, text: string): Row {
  const side = margin(view.state.size);
  return indentRow(fitted(view, [run(text)], view.state.size.columns - 2 * side), side);
}
