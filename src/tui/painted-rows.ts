// The rows of the screen as the terminal gets them, painted anew for each state.

import { frame } from './draw/frame.ts';
import type { PictureLayer } from './draw/picture-layer.ts';
import type { Row } from './draw/row.ts';
import { spoken } from './draw/spoken.ts';
import type { TuiOptions } from './pages/options.ts';
import { sheetOf } from './state/scroll-state.ts';
import type { State, World } from './state/state.ts';

/** The painted rows of the state; while an article loads, those before, so that a page turns at once. */
export function paintedRows(
  options: TuiOptions,
  get: () => State,
  world: World,
  layer: PictureLayer | undefined,
): () => readonly string[] {
  const { terminal, theme, wording } = options;
  let drawn: { readonly state: State; readonly rows: readonly string[] } | undefined;
  return () => {
    const state = get();
    if (drawn?.state === state) return drawn.rows;
    const { reader } = state;
    const isWaiting =
      state.screen === 'reader' && reader?.status === 'loading' && reader.slow !== true;
    if (isWaiting && drawn !== undefined && drawn.state.size === state.size) return drawn.rows;
    const view = {
      state,
      world,
      wording,
      theme,
      unicode: terminal.unicode,
      pictures: options.pictures,
    };
    const links = sheetOf(state, world)?.page.links ?? [];
    const framed = (rows: readonly Row[]) => layer?.taken(rows) ?? rows;
    const rows = terminal.screenReader
      ? spoken(view)
      : // Ink gives an empty text no row at all.
        framed(frame(view)).map((row) => options.paint({ runs: row }, links) || ' ');
    drawn = { state, rows };
    return rows;
  };
}
