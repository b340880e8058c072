// The help: every key from the keymap, with what it does.

import { columns } from '../../../typeset/text/width.ts';
import { type HelpEntry, helpList } from '../../keys/help-list.ts';
import { keyLabel } from '../../keys/keymap.ts';
import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../state/state.ts';
import { type Row, run } from '../row.ts';
import { fitted, muted, styleOf, type View } from '../view.ts';
import type { BoxContent } from './box.ts';

/** Columns for the keys in a narrow box, with the gap behind them: the longest single key and two blanks. */
const NARROW_KEYS = 11;

/** Columns for them in a wide one: what is left has room for the longest description. */
const WIDE_KEYS = 24;

type CommandEntry = Extract<HelpEntry, { kind: 'command' }>;

export function helpBox(view: View, overlay: Extract<Overlay, { kind: 'help' }>): BoxContent {
  const list = helpList(view.world.keymap, overlay.of);
  const box = boxFor(view.state.size, list.length);
  const top = Math.min(overlay.top, Math.max(0, list.length - box.height));
  const longest = Math.max(
    ...list.map((entry) => (entry.kind === 'command' ? columns(keysOf(view, entry)) : 0)),
  );
  const keyWidth = box.width < 40 ? NARROW_KEYS : Math.min(longest + 2, WIDE_KEYS, box.width >> 1);
  return {
    box,
    title: view.world.messages.helpTitle,
    rows: list
      .slice(top, top + box.height)
      .map((entry) => helpRow(view, entry, keyWidth, box.width)),
    above: top > 0,
    below: top + box.height < list.length,
  };
}

/** The keys of a command, the first of them that fit in `room` columns. */
function keysOf(
  { unicode, world }: View,
  { binding }: CommandEntry,
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

function helpRow(view: View, entry: HelpEntry, keyWidth: number, width: number): Row {
  const { messages } = view.world;
  switch (entry.kind) {
    case 'blank':
      return [];
    case 'title': {
      const title = {
        shelf: messages.helpShelf,
        reader: messages.helpReader,
        typing: messages.helpTyping,
        select: messages.helpSelect,
      }[entry.screen];
      return fitted(view, [run(title, styleOf(view, 'heading2'))], width);
    }
    case 'command': {
      const shown = fitted(view, [run(keysOf(view, entry, keyWidth - 2))], keyWidth - 2);
      const gap = keyWidth - shown.reduce((sum, part) => sum + columns(part.text), 0);
      return fitted(
        view,
        [...shown, run(' '.repeat(gap)), muted(view, messages.help[entry.binding.help])],
        width,
      );
    }
  }
}
