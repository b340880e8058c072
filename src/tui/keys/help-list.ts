// Commands with their keys by screen, for help box, screen reader and manual.

import type { TuiMessages } from '../../messages/en/tui.ts';
import type { CommandBinding, Keymap } from './keymap.ts';

type HelpScreen = 'shelf' | 'reader' | 'typing' | 'select' | 'speak';

export type HelpEntry =
  | { readonly kind: 'title'; readonly screen: HelpScreen }
  | { readonly kind: 'command'; readonly binding: CommandBinding }
  | { readonly kind: 'blank' };

/** What stands over the keys of each screen. */
export function helpTitles(tui: TuiMessages): Readonly<Record<HelpScreen, string>> {
  return {
    shelf: tui.helpShelf,
    reader: tui.helpReader,
    typing: tui.helpTyping,
    select: tui.helpSelect,
    speak: tui.helpSpeak,
  };
}

const known = new WeakMap<Keymap, Map<string, readonly HelpEntry[]>>();

/** The help's lines, those of the screen one is on first; commands without a key are left out. */
export function helpList(
  keymap: Keymap,
  first: 'shelf' | 'reader' = 'reader',
): readonly HelpEntry[] {
  const all = known.get(keymap) ?? new Map<string, readonly HelpEntry[]>();
  const kept = all.get(first);
  if (kept !== undefined) return kept;
  const order =
    first === 'reader'
      ? (['reader', 'select', 'speak', 'shelf', 'typing'] as const)
      : (['shelf', 'reader', 'select', 'speak', 'typing'] as const);
  const list: HelpEntry[] = [];
  for (const screen of order) {
    if (list.length > 0) list.push({ kind: 'blank' });
    list.push({ kind: 'title', screen });
    for (const binding of keymap[screen])
      if (binding.keys.length > 0) list.push({ kind: 'command', binding });
  }
  known.set(keymap, all.set(first, list));
  return list;
}
