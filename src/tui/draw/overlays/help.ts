// The help: every key from the keymap, with what it does.

import { columns } from '../../../typeset/text/width.ts';
import { type CommandBinding, keyLabel } from '../../keys/keymap.ts';
import { type HelpRow, helpPlan } from '../../pages/help-rows.ts';
import type { Overlay } from '../../pages/overlay.ts';
import { fillRow, type Row, run } from '../row.ts';
import { fitted, muted, styleOf, type View } from '../view.ts';
import type { BoxContent } from './box.ts';

/** Columns for the keys in a narrow box, with the gap behind them: the longest single key and two blanks. */
const NARROW_KEYS = 11;

/** Columns for them in a wide one: what is left has room for the longest description. */
const WIDE_KEYS = 24;

/** Columns for them where others stand beside: for a single key and one or two more. */
const BESIDE_KEYS = 16;

/** Columns between two commands in a row. */
const GAP = 2;

export function helpBox(view: View, overlay: Extract<Overlay, { kind: 'help' }>): BoxContent {
  const { rows, box, across } = helpPlan(view.state.size, view.world.keymap, overlay.of);
  const top = Math.min(overlay.top, Math.max(0, rows.length - box.height));
  const longest = Math.max(
    ...rows.flatMap((row) =>
      row.kind === 'commands' ? row.bindings.map((one) => columns(keysOf(view, one))) : [],
    ),
  );
  const width = Math.floor(box.width / across);
  const room = across > 1 ? BESIDE_KEYS : Math.min(WIDE_KEYS, width >> 1);
  const keyWidth = width < 40 ? NARROW_KEYS : Math.min(longest + 2, room);
  return {
    box,
    title: view.world.messages.helpTitle,
    rows: rows
      .slice(top, top + box.height)
      .map((row) => helpRow(view, row, { keys: keyWidth, whole: width })),
    above: top > 0,
    below: top + box.height < rows.length,
  };
}

/** The keys of a command, the first of them that fit in `room` columns. */
function keysOf(
  { unicode, world }: View,
  binding: CommandBinding,
  room = Number.POSITIVE_INFINITY,
): string {
  let keys = '';
  for (const key of binding.keys) {
    const label = keyLabel(key, unicode, world.messages);
    const more = keys === '' ? label : `${keys}  ${label}`;
    if (keys !== '' && columns(more) > room) break;
    keys = more;
  }
  return keys;
}

function helpRow(
  view: View,
  row: HelpRow,
  width: { readonly keys: number; readonly whole: number },
): Row {
  const { messages } = view.world;
  switch (row.kind) {
    case 'blank':
      return [];
    case 'title': {
      const title = {
        shelf: messages.helpShelf,
        reader: messages.helpReader,
        typing: messages.helpTyping,
        select: messages.helpSelect,
        speak: messages.helpSpeak,
      }[row.screen];
      return fitted(view, [run(title, styleOf(view, 'heading2'))], width.whole);
    }
    case 'commands':
      return row.bindings.flatMap((binding, index): Row => {
        const keys = fitted(view, [run(keysOf(view, binding, width.keys - 2))], width.keys - 2);
        const what = muted(view, messages.help[binding.help]);
        const cell = fitted(view, [...fillRow(keys, width.keys), what], width.whole - GAP);
        // The last of a row needs no room behind it.
        return index === row.bindings.length - 1 ? cell : fillRow(cell, width.whole);
      });
  }
}
