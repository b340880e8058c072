// The help as rows in its box: how wide it is, and how many commands stand in a row. It draws nothing.

import { type HelpEntry, helpList } from '../keys/help-list.ts';
import type { CommandBinding, Keymap } from '../keys/keymap.ts';
import { type Box, boxFor, type Size } from './geometry.ts';

/** Columns of the screen from which two commands stand side by side, and three. */
const SIDE_BY_SIDE = [108, 158] as const;
/** Columns of a command with its keys, and the gap to the next. */
const COMMAND = 50;

export type HelpRow = Exclude<HelpEntry, { kind: 'command' }> | HelpCommands;

export interface HelpCommands {
  readonly kind: 'commands';
  readonly bindings: readonly CommandBinding[];
}

export interface HelpPlan {
  readonly rows: readonly HelpRow[];
  readonly box: Box;
  /** Commands in a row, at most. */
  readonly across: number;
}

/** The help on a screen of this size, that of screen `of` first; commands go down one column, then the next. */
export function helpPlan(size: Size, keymap: Keymap, of: 'shelf' | 'reader'): HelpPlan {
  const across = 1 + SIDE_BY_SIDE.filter((columns) => size.columns >= columns).length;
  const rows: HelpRow[] = [];
  let section: CommandBinding[] = [];
  const flush = (): void => {
    const height = Math.ceil(section.length / across);
    for (let row = 0; row < height; row++) {
      const bindings = section.filter((_, index) => index % height === row);
      rows.push({ kind: 'commands', bindings });
    }
    section = [];
  };
  for (const entry of helpList(keymap, of)) {
    if (entry.kind === 'command') section.push(entry.binding);
    else {
      flush();
      rows.push(entry);
    }
  }
  flush();
  const widest = across === 1 ? undefined : across * COMMAND;
  return { rows, box: boxFor(size, rows.length, 'middle', widest, widest && widest + 4), across };
}
