// Moving wide tables under the window, left and right. Pure.

import { wideColumns } from '../pages/geometry.ts';
import { lineAt, type Sheet } from '../pages/sheet.ts';
import { bodyRows } from './scroll-state.ts';
import type { State, World } from './state.ts';

/** The page moved by half a window, as far as the widest line on the screen goes. */
export function pannedBy(state: State, sheet: Sheet, direction: 1 | -1, world: World): State {
  const { reader } = state;
  if (reader === undefined) return state;
  const room = wideColumns(state.size, state.textWidth);
  let widest = 0;
  for (let line = reader.top; line < reader.top + bodyRows(state); line++)
    widest = Math.max(widest, lineAt(sheet, line)?.width ?? 0);
  if (widest <= room) return { ...state, notice: world.messages.notice.nothingWide };
  const to = (reader.pan ?? 0) + direction * Math.max(1, Math.floor(room / 2));
  return { ...state, reader: { ...reader, pan: Math.max(0, Math.min(to, widest - room)) } };
}
