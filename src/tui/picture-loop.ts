// Has the pictures on and near the screen drawn; when one is there, the screen is drawn anew in its place.

import type { TuiPictures } from './pages/options.ts';
import { lineAt } from './pages/sheet.ts';
import { sheetOf } from './state/scroll-state.ts';
import type { Action, State, World } from './state/state.ts';

/** Screens before and after the one in view whose pictures are drawn ahead. */
const AHEAD = 1;

/** Looks what pictures the state as it is now needs; called whenever it has changed. */
export function pictureLoop(
  pictures: TuiPictures | undefined,
  world: World,
  stage: () => { get(): State; dispatch(action: Action): void },
): () => void {
  const asked = new Set<string>();
  return () => {
    const state = stage().get();
    const { reader } = state;
    if (pictures === undefined || state.screen !== 'reader' || reader?.status !== 'ready') return;
    const sheet = sheetOf(state, world);
    if (sheet === undefined) return;
    const rows = state.size.rows;
    for (
      let at = Math.max(0, reader.top - AHEAD * rows);
      at < reader.top + (1 + AHEAD) * rows;
      at++
    ) {
      for (const { picture } of lineAt(sheet, at)?.runs ?? []) {
        if (picture === undefined) continue;
        const key = `${reader.card.id} ${picture.columns} ${picture.rows} ${picture.href}`;
        if (asked.has(key)) continue;
        asked.add(key);
        void pictures
          .draw(reader.card, picture)
          .then(() => stage().dispatch({ kind: 'drawn', id: reader.card.id }));
      }
    }
  };
}
