// The hints at the screen's foot: which keys do what now, taken from the keymap, shortened in a
// fixed order. It knows nothing of the screens above it.

import { margin } from './geometry.ts';
import { type Command, type KeyContext, keyLabel } from './keymap.ts';
import { indentRow, type Row, rowWidth, run } from './row.ts';
import { contextOf } from './state.ts';
import { fitted, muted, type View } from './view.ts';

interface Hint {
  readonly commands: readonly Command[];
  readonly label: keyof View['world']['messages']['hint'];
}

/** In the order they stand; the rank says which stay longest, the lowest first to stay. */
type Ranked = Hint & { readonly rank: number };

const HINTS: Readonly<Record<KeyContext, readonly Ranked[]>> = {
  shelf: [
    { commands: ['shelf.open'], label: 'open', rank: 1 },
    { commands: ['shelf.filter'], label: 'filter', rank: 3 },
    { commands: ['shelf.search'], label: 'search', rank: 4 },
    { commands: ['shelf.unread'], label: 'unread', rank: 5 },
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
  typing: [
    { commands: ['typing.accept'], label: 'accept', rank: 0 },
    { commands: ['typing.up', 'typing.down'], label: 'choose', rank: 2 },
    { commands: ['typing.cancel'], label: 'cancel', rank: 1 },
  ],
  list: [
    { commands: ['list.up', 'list.down'], label: 'move', rank: 2 },
    { commands: ['list.accept'], label: 'go', rank: 1 },
    { commands: ['list.close'], label: 'close', rank: 0 },
  ],
  note: [
    { commands: ['note.nextLink'], label: 'link', rank: 2 },
    { commands: ['note.follow'], label: 'go', rank: 1 },
    { commands: ['note.close'], label: 'close', rank: 0 },
  ],
};

const GAP = 3;

function hintRow(view: View, hint: Hint, context: KeyContext): Row {
  const { keymap, messages } = view.world;
  const keys = hint.commands.flatMap((command) => keymap[context].find((one) => one.command === command)?.keys[0] ?? []);
  if (keys.length === 0) return [];
  const label = view.world.messages.hint[hint.label];
  return [run(keys.map((key) => keyLabel(key, view.unicode, messages)).join(' ')), muted(view, ` ${label}`)];
}

function joined(rows: readonly Row[]): Row {
  return rows.flatMap((row, index) => (index === 0 ? row : [run(' '.repeat(GAP)), ...row]));
}

/** The hints that fit in `width` columns, the dearest kept. */
export function hints(view: View, width: number, context: KeyContext = contextOf(view.state)): Row {
  const all = HINTS[context].map((hint) => ({ rank: hint.rank, row: hintRow(view, hint, context) })).filter(({ row }) => row.length > 0);
  for (let keep = all.length; keep > 0; keep--) {
    const row = joined(all.filter(({ rank }) => rank < keep).map((hint) => hint.row));
    if (rowWidth(row) <= width) return row;
  }
  return [];
}

/** The hints as the screen's last row. */
export function hintFooter(view: View): Row {
  const side = margin(view.state.size);
  return indentRow(hints(view, view.state.size.columns - 2 * side), side);
}

/** What happened, or a question of the moment, in the place of a footer's row. */
export function noticeFooter(view: View, text: string): Row {
  const side = margin(view.state.size);
  return indentRow(fitted(view, [run(text)], view.state.size.columns - 2 * side), side);
}
