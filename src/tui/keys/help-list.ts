// The help as a list: each command with its keys, under the screen it belongs to. Pure data from
// the keymap, for the help box, the screen reader and the manual's table.

import type { Binding, Keymap } from './keymap.ts';

export type HelpEntry =
  | { readonly kind: 'title'; readonly screen: 'shelf' | 'reader' | 'typing' }
  | { readonly kind: 'command'; readonly binding: Binding }
  | { readonly kind: 'blank' };

const known = new WeakMap<Keymap, readonly HelpEntry[]>();

/** The help's lines in order; commands without a key are left out. */
export function helpList(keymap: Keymap): readonly HelpEntry[] {
  const kept = known.get(keymap);
  if (kept !== undefined) return kept;
  const list: HelpEntry[] = [];
  for (const screen of ['reader', 'shelf', 'typing'] as const) {
    if (list.length > 0) list.push({ kind: 'blank' });
    list.push({ kind: 'title', screen });
    for (const binding of keymap[screen])
      if (binding.keys.length > 0) list.push({ kind: 'command', binding });
  }
  known.set(keymap, list);
  return list;
}
